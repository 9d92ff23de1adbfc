//! The languages floe speaks by itself, each a folder of `content`.

use super::bundled::{self, Files};

/// A language floe speaks.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    code: &'static str,
    files: Files,
    /// Written in ASCII alone.
    in_ascii: bool,
}

impl Language {
    /// The language everything is written in first, and falls back to.
    pub const ENGLISH: Self = Self {
        code: "en",
        files: bundled::ENGLISH,
        in_ascii: false,
    };

    const OTHERS: [Self; 2] = [
        Self {
            code: "es",
            files: bundled::SPANISH,
            in_ascii: false,
        },
        Self {
            code: "de",
            files: bundled::GERMAN,
            in_ascii: false,
        },
    ];

    /// Every language floe speaks, English first. One that has no words yet isn't among them.
    pub fn all() -> impl Iterator<Item = Self> {
        let others = Self::OTHERS.into_iter();
        std::iter::once(Self::ENGLISH).chain(others.filter(|one| !one.files.is_empty()))
    }

    /// The language of a tag such as `es` or `pt-BR`, whatever its region; None where floe doesn't speak it.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        Self::all().find(|one| one.is_of(tag))
    }

    /// The language of a locale as the surroundings name it: `es_AR.UTF-8` is `es`.
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        Self::of(locale.split(['_', '.', '@']).next().unwrap_or_default())
    }

    /// Whether two tags name one language, of whichever regions.
    #[must_use]
    pub fn is_same(tag: &str, other: &str) -> bool {
        let [tag, other] = [tag, other].map(|tag| tag.split('-').next().unwrap_or_default());
        tag.eq_ignore_ascii_case(other)
    }

    /// The same, written in ASCII alone: for terminals that can show nothing else.
    #[must_use]
    pub const fn in_ascii(self) -> Self {
        Self {
            in_ascii: true,
            ..self
        }
    }

    /// Whether it is written in ASCII alone.
    #[must_use]
    pub const fn is_in_ascii(self) -> bool {
        self.in_ascii
    }

    /// What it is called in tags and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// Whether a tag names this language, of whichever region.
    #[must_use]
    pub fn is_of(self, tag: &str) -> bool {
        Self::is_same(tag, self.code)
    }

    pub(super) const fn files(self) -> Files {
        self.files
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_and_encodings_are_left_out() {
        let code = |language: Option<Language>| language.map(Language::code);
        assert_eq!(code(Language::of("EN-gb")), Some("en"));
        assert_eq!(code(Language::of_locale("en_AU.UTF-8@euro")), Some("en"));
        for unknown in ["tlh", "", "english", "C.UTF-8", "POSIX"] {
            assert_eq!(code(Language::of_locale(unknown)), None, "{unknown}");
        }
    }
}
