//! The packs there are: the bundled one, always complete, and folders that may lean on it.

use super::{
    bundled, check,
    diagnostic::Diagnostic,
    located::without_places,
    model::Pack,
    model::lexicon::{Dangers, Lexicon},
    source::{File, Kind},
};

/// The bundled pack. `keys` are the sentences the program itself says.
///
/// # Errors
/// Every problem found in it; a test holds that there is none.
pub fn bundled(keys: &[&str]) -> Result<Pack, Vec<Diagnostic>> {
    check::pack(&bundled::files(), keys)
}

/// The bundled pack as it is written: no rule is asked, which a test has done before.
///
/// # Errors
/// What cannot be read; a test holds that there is nothing.
pub fn whole() -> Result<Pack, Vec<Diagnostic>> {
    check::known_to_be_good(&bundled::files())
}

/// The files of the bundled pack.
#[must_use]
pub fn bundled_files() -> Vec<File> {
    bundled::files()
}

/// The bundled pack with its practices, tracks and lists left closed: what the first screen needs, at about an
/// eighth of the cost of the whole. Its offers name practices that are not in it.
///
/// # Errors
/// What cannot be read; a test holds that there is nothing.
pub fn cover() -> Result<Pack, Vec<Diagnostic>> {
    let mut files = bundled::files();
    files.retain(|file| {
        let kind = file.kind();
        !matches!(kind, Some(Kind::Practice | Kind::Track | Kind::List))
    });
    check::known_to_be_good(&files)
}

/// The lexicon of the mirror among these files, which were checked before.
#[must_use]
pub fn lexicon(files: &[File]) -> Option<Lexicon> {
    without_places(|| check::lexicon(files)).ok().flatten()
}

/// What may be about somebody's safety, among these files, which were checked before.
#[must_use]
pub fn dangers(files: &[File]) -> Option<Dangers> {
    without_places(|| check::dangers(files)).ok().flatten()
}

/// These files, with bundled ones in place of `words.ron`, `help.ron`, `detours.ron`, and files of `lists` and `mirror` that are
/// not among them: a pack can be as small as one practice.
#[must_use]
pub fn completed(mut files: Vec<File>) -> Vec<File> {
    for file in bundled::files() {
        let lent = matches!(
            file.kind(),
            Some(Kind::Words | Kind::Help | Kind::Detours | Kind::List | Kind::Mirror)
        );
        if lent && files.iter().all(|own| own.name != file.name) {
            files.push(file);
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lexicon_is_closed_until_it_is_asked_for() {
        let broken = |file: File| match file.kind() {
            Some(Kind::Mirror) => File::new(file.name, "((("),
            _ => file,
        };
        let files: Vec<File> = bundled::files().into_iter().map(broken).collect();
        let pack = check::known_to_be_good(&files).expect("nobody looked into it");
        assert!(!pack.mirror.is_empty());
        assert!(lexicon(&pack.mirror).is_none(), "now somebody did");
    }
}
