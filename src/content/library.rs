//! The packs there are: the bundled one, always complete, and folders that may lean on it.

use super::{
    check,
    diagnostic::Diagnostic,
    exchange,
    language::Language,
    located::without_places,
    model::Pack,
    model::lexicon::{Dangers, Lexicon},
    parse,
    source::{File, Kind},
};

/// The bundled pack in a language. `keys` are the sentences the program itself says.
///
/// # Errors
/// Every problem found in it; a test holds that there is none.
pub fn bundled(language: Language, keys: &[&str]) -> Result<Pack, Vec<Diagnostic>> {
    check::pack(&bundled_files(language), keys)
}

/// The bundled pack as it is written: no rule is asked, which a test has done before.
///
/// # Errors
/// What cannot be read; a test holds that there is nothing.
pub fn whole(language: Language) -> Result<Pack, Vec<Diagnostic>> {
    check::known_to_be_good(&bundled_files(language))
}

/// The files of the bundled pack in a language: those of English, with its sentences beside them, and with the files it
/// has of its own in their place. Of the mirror there are its own only: nobody is heard in another language.
#[must_use]
pub fn bundled_files(language: Language) -> Vec<File> {
    let mut files = own_files(language);
    if language == Language::ENGLISH {
        return files;
    }
    for file in own_files(Language::ENGLISH) {
        let stays = file.kind() != Some(Kind::Mirror);
        if stays && files.iter().all(|own| own.name != file.name) {
            files.push(file);
        }
    }
    files
}

/// The files a language has of its own.
#[must_use]
pub fn own_files(language: Language) -> Vec<File> {
    let read = |(name, text): &(&'static str, &'static str)| File::new(*name, *text);
    language.files().iter().map(read).collect()
}

/// The bundled pack with its practices, tracks, lists and rehearsals left closed: what the first screen needs, at about an
/// eighth of the cost of the whole. Its offers name practices that are not in it.
///
/// # Errors
/// What cannot be read; a test holds that there is nothing.
pub fn cover(language: Language) -> Result<Pack, Vec<Diagnostic>> {
    let mut files = bundled_files(language);
    let open: Vec<String> = files
        .iter()
        .filter(|file| !is_closed(file))
        .map(|file| file.name.clone())
        .collect();
    files.retain(|file| {
        open.iter()
            .any(|name| name == file.exchanges().unwrap_or(&file.name))
    });
    check::known_to_be_good(&files)
}

fn is_closed(file: &File) -> bool {
    matches!(
        file.kind(),
        Some(
            Kind::Practice
                | Kind::Track
                | Kind::List
                | Kind::Rehearsal
                | Kind::Own
                | Kind::Scenario
                | Kind::Plan
        )
    )
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

/// These files, with bundled ones in place of `words.ron`, `help.ron`, `detours.ron`, `rehearsal.ron`, `own.ron`, and files of
/// `lists`, `mirror`, `scenarios` and `plans` that are not among them: a pack can be as small as one practice. To a pack that
/// exchanges sentences everything else is lent as well, so that it can be as small as one sentence.
///
/// They are lent in the language the pack says it is written in; where it says none, or one that floe doesn't speak, in
/// `language` or in English. The mirror is lent to packs of its language only.
#[must_use]
pub fn completed(mut files: Vec<File>, language: Language) -> Vec<File> {
    let rewords = files.iter().any(|file| file.exchanges().is_some());
    for file in lent_to(&files, language) {
        let whole = matches!(
            file.kind(),
            Some(Kind::Manifest | Kind::Practice | Kind::Track)
        );
        if (rewords || !whole) && files.iter().all(|own| own.name != file.name) {
            files.push(file);
        }
    }
    files
}

/// Everything floe could lend to a pack, in the language it says it is written in.
#[must_use]
pub fn lent_to(files: &[File], language: Language) -> Vec<File> {
    let written = written_in(files);
    let language = written.as_ref().map_or(language, |tag| {
        Language::of(tag).unwrap_or(Language::ENGLISH)
    });
    let is_heard = written.is_none_or(|tag| language.is_of(&tag));
    let lent = exchange::settled(&bundled_files(language)).into_owned();
    lent.into_iter()
        .filter(|file| is_heard || file.kind() != Some(Kind::Mirror))
        .map(|file| File {
            lent: true,
            exchanged: Vec::new(),
            ..file
        })
        .collect()
}

/// The language a pack says it is written in.
fn written_in(files: &[File]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Tag {
        language: String,
    }
    let manifest = files
        .iter()
        .find(|file| file.kind() == Some(Kind::Manifest))?;
    let tag: Tag = parse::values(&manifest.text).ok()?;
    Some(tag.language)
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
        let files: Vec<File> = bundled_files(Language::ENGLISH)
            .into_iter()
            .map(broken)
            .collect();
        let pack = check::known_to_be_good(&files).expect("nobody looked into it");
        assert!(!pack.mirror.is_empty());
        assert!(lexicon(&pack.mirror).is_none(), "now somebody did");
    }
}
