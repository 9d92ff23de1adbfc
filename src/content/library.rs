//! The packs there are: the bundled one, always complete, and folders that may lean on it.

use super::{
    check,
    diagnostic::Diagnostic,
    exchange,
    language::Language,
    letters,
    located::without_places,
    model::Pack,
    model::lexicon::{Dangers, Lexicon},
    parse,
    schema::Track,
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
    check::known_to_be_good(bundled_files(language))
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
    let read = |(name, text): &(&'static str, &'static str)| {
        letters::written(File::built_in(name, text), language)
    };
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
    check::known_to_be_good(files)
}

/// The bundled pack with one practice open, its tracks, and what is at hand on each of its steps. Every other practice is left
/// closed, which takes half of the time and memory of the whole; where this one borrows from others, or is none of the
/// bundled ones, the whole is opened.
///
/// # Errors
/// What cannot be read; a test holds that there is nothing.
pub fn at_hand(language: Language, practice: &str) -> Result<Pack, Vec<Diagnostic>> {
    let mut files = bundled_files(language);
    let named = |name: String| files.iter().find(|file| file.name == name);
    let track = named(format!("tracks/{practice}.ron"));
    let track = track.and_then(|track| parse::values::<Track>(&track.text).ok());
    let whole = track.map_or_else(|| practice.to_owned(), |track| track.of.value);
    let written = named(format!("practices/{whole}.ron"));
    if written.is_some_and(|written| !written.text.contains("borrow:")) {
        let stays = |name: &str| {
            let file = File::new(name, "");
            match file.kind() {
                Some(Kind::Practice) => file.stem() == whole,
                Some(Kind::Track | Kind::List) => true,
                _ => !is_closed(&file),
            }
        };
        files.retain(|file| stays(file.exchanges().unwrap_or(&file.name)));
    }
    check::known_to_be_good(files)
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
                | Kind::Handout
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

/// These files over the bundled ones, in the language they say they are written in; where they say none in `language`, and in
/// English where floe doesn't speak theirs.
#[must_use]
pub fn completed(files: Vec<File>, language: Language) -> Vec<File> {
    over(&lent_to(&files, language), files)
}

/// These files, with those of other packs in place of every one that isn't among them: a pack can be as small as one practice,
/// or one sentence.
pub(super) fn over(under: &[File], mut files: Vec<File>) -> Vec<File> {
    for file in under {
        if files.iter().all(|own| own.name != file.name) {
            files.push(file.clone());
        }
    }
    files
}

/// Everything floe could lend to a pack, in the language it says it is written in.
#[must_use]
pub fn lent_to(files: &[File], language: Language) -> Vec<File> {
    lent_in(&spoken(files, language))
}

/// Everything floe lends in the language of a tag: in English where it doesn't speak that one. The mirror is lent in its own
/// language only.
pub(super) fn lent_in(tag: &str) -> Vec<File> {
    let language = Language::of(tag).unwrap_or(Language::ENGLISH);
    let is_heard = language.is_of(tag);
    let mut files = bundled_files(language);
    files.retain(|file| is_heard || file.kind() != Some(Kind::Mirror));
    lent(&files)
}

/// Files with every sentence in its place, as they lie under a pack that is laid over them.
pub(super) fn lent(files: &[File]) -> Vec<File> {
    let settled = exchange::settled(files).into_owned().into_iter();
    let lent = settled.map(|file| File {
        lent: true,
        exchanged: Vec::new(),
        ..file
    });
    lent.collect()
}

/// The tag of the language a pack says it is written in; that of `language` where it says none.
#[must_use]
pub fn spoken(files: &[File], language: Language) -> String {
    written_in(files).unwrap_or_else(|| language.code().to_owned())
}

/// What a pack says of itself, as it is written and not yet checked.
#[derive(Debug, serde::Deserialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its author's own count of versions.
    #[serde(default)]
    pub version: Option<String>,
    /// The tag of its language.
    pub language: String,
}

/// What a pack says of itself, if that can be read; shown text has to be cleaned.
#[must_use]
pub fn named(files: &[File]) -> Option<Named> {
    let mut files = files.iter();
    let manifest = files.find(|file| file.kind() == Some(Kind::Manifest))?;
    parse::values(&manifest.text).ok()
}

/// The language a pack says it is written in.
#[must_use]
pub fn written_in(files: &[File]) -> Option<String> {
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
    fn what_is_at_hand_is_as_in_the_whole() {
        for language in Language::all() {
            let all = whole(language).expect("readable");
            for id in all.practices.keys() {
                let hand = at_hand(language, id.as_str()).expect("readable");
                let [there, here] = [&all, &hand].map(|pack| format!("{:?}", pack.practices[id]));
                assert_eq!(there, here, "{id}");
                assert_eq!(format!("{:?}", all.lists), format!("{:?}", hand.lists));
            }
            let crossing = at_hand(language, "crossing").expect("readable");
            assert!(
                crossing.practices.contains_key("just_the_sorry"),
                "its tracks"
            );
            assert!(!crossing.practices.contains_key("return"), "nothing else");
        }
    }

    #[test]
    fn what_is_built_in_needs_no_mending() {
        for language in Language::all() {
            for file in own_files(language) {
                let mended = File::new(file.name.clone(), file.text.clone());
                assert_eq!(file.text, mended.text, "{}", file.name);
            }
        }
    }

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
        let pack = check::known_to_be_good(files).expect("nobody looked into it");
        assert!(!pack.mirror.is_empty());
        assert!(lexicon(&pack.mirror).is_none(), "now somebody did");
    }
}
