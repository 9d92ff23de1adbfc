//! Content files, already read into memory, be they built in or from a folder.
//!
//! This room never opens a file itself; `store` reads folders and hands the texts over.

use super::exchange::Exchanged;
use std::borrow::Cow;

/// The folder of the files that exchange sentences.
const SENTENCES: &str = "sentences/";

/// One content file, as text.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path inside the pack, with `/` between the parts: `practices/crossing.ron`.
    pub name: String,
    /// What is in it: no byte order mark, lines end with `\n`.
    pub text: Cow<'static, str>,
    /// Sentences of it that were written in another file, in the order in which they stand.
    pub(super) exchanged: Vec<Exchanged>,
    /// Whether floe lends it to a pack that has none of its name.
    pub(super) lent: bool,
}

impl File {
    /// Takes a file's name and text. A byte order mark at its start goes, and `\r\n` becomes `\n`.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        let mut text = text.into();
        if let Some(rest) = text.strip_prefix('\u{feff}') {
            text = Cow::Owned(rest.to_owned());
        }
        if text.contains('\r') {
            text = Cow::Owned(text.replace("\r\n", "\n"));
        }
        Self {
            name: name.into(),
            text,
            exchanged: Vec::new(),
            lent: false,
        }
    }

    /// Whether floe lends it as it is, with no sentence of it in other words.
    pub(super) fn is_lent(&self) -> bool {
        self.lent && self.exchanged.is_empty()
    }

    /// A file built into floe: its marks and line ends are as they have to be, so that nothing of it is touched before it
    /// is read.
    pub(super) fn built_in(name: &'static str, text: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            text: Cow::Borrowed(text),
            exchanged: Vec::new(),
            lent: false,
        }
    }

    /// The last part of its name without `.ron`: the id that stands inside.
    #[must_use]
    pub fn stem(&self) -> &str {
        let last = self.name.rsplit('/').next().unwrap_or_default();
        last.strip_suffix(".ron").unwrap_or(last)
    }

    /// Which kind of content this is, by its place in the pack; `None` if floe reads no such file.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        match self.exchanges() {
            Some(_) => Some(Kind::Sentences),
            None => Kind::of(&self.name),
        }
    }

    /// The name of the file whose sentences this one exchanges; `None` if it isn't of that kind. Files that are replaced
    /// as a whole aren't exchanged by the sentence.
    #[must_use]
    pub fn exchanges(&self) -> Option<&str> {
        let name = self.name.strip_prefix(SENTENCES)?;
        let by_sentence = matches!(
            Kind::of(name)?,
            Kind::Words
                | Kind::Detours
                | Kind::Practice
                | Kind::Rehearsal
                | Kind::Own
                | Kind::Handout
                | Kind::Scenario
                | Kind::Plan
        );
        by_sentence.then_some(name)
    }
}

impl Kind {
    fn of(name: &str) -> Option<Self> {
        match name.split_once('/') {
            None => Some(match name {
                "pack.ron" => Kind::Manifest,
                "words.ron" => Kind::Words,
                "help.ron" => Kind::Help,
                "detours.ron" => Kind::Detours,
                "rehearsal.ron" => Kind::Rehearsal,
                "own.ron" => Kind::Own,
                "handout.ron" => Kind::Handout,
                _ => return None,
            }),
            Some((folder, file)) if !file.contains('/') && file.ends_with(".ron") => {
                Some(match folder {
                    "practices" => Kind::Practice,
                    "tracks" => Kind::Track,
                    "lists" => Kind::List,
                    "mirror" => Kind::Mirror,
                    "scenarios" => Kind::Scenario,
                    "plans" => Kind::Plan,
                    _ => return None,
                })
            }
            Some(_) => None,
        }
    }
}

/// What a content file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `pack.ron`.
    Manifest,
    /// `words.ron`.
    Words,
    /// `help.ron`.
    Help,
    /// `detours.ron`.
    Detours,
    /// `practices/ID.ron`.
    Practice,
    /// `tracks/ID.ron`.
    Track,
    /// `lists/ID.ron`.
    List,
    /// `rehearsal.ron`.
    Rehearsal,
    /// `own.ron`.
    Own,
    /// `handout.ron`.
    Handout,
    /// `scenarios/ID.ron`.
    Scenario,
    /// `plans/ID.ron`.
    Plan,
    /// A file of the mirror's lexicon, in `mirror/`.
    Mirror,
    /// `sentences/NAME`: sentences of the file of that name, in other words.
    Sentences,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_line_ends_of_other_systems_go() {
        let file = File::new("lists/a.ron", "\u{feff}one\r\ntwo\r\n");
        assert_eq!(file.text, "one\ntwo\n");
        assert_eq!(file.stem(), "a");
    }

    #[test]
    fn only_known_places_hold_content() {
        let kind = |name: &'static str| File::new(name, "").kind();
        assert_eq!(kind("practices/a.ron"), Some(Kind::Practice));
        assert_eq!(kind("pack.ron"), Some(Kind::Manifest));
        assert_eq!(kind("sentences/practices/a.ron"), Some(Kind::Sentences));
        assert_eq!(kind("sentences/words.ron"), Some(Kind::Sentences));
        for name in [
            "a.ron",
            "practices/a/b.ron",
            "practices/a.txt",
            "other/a.ron",
            "lists",
            "sentences/lists/a.ron",
            "sentences/sentences/words.ron",
            "sentences/a.ron",
        ] {
            assert_eq!(kind(name), None, "{name}");
        }
    }
}
