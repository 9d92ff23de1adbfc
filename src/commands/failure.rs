//! Something went wrong: two lines for people, what happened and what to do next, and an exit code.

use crate::content::{Language, library};
use crate::store::home::HomeError;
use crate::store::shelf::ShelfError;
use crate::text::{clean_line, clean_path};
use crate::words::{Key, Words};
use std::fmt;
use std::io::ErrorKind;

/// Why a command ended early.
#[derive(Debug)]
pub struct Failure {
    text: String,
    /// 1: a problem was found or something failed; 2: usage, or an unusable terminal.
    pub code: u8,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Failure {
    /// The two lines of a sentence in the catalogue, for something that failed. What stands in its blanks was named
    /// by anybody, and stays in its line.
    pub(crate) fn new(words: Words<'_>, key: Key, blanks: &[(&str, &str)]) -> Self {
        let clean: Vec<_> = blanks
            .iter()
            .map(|(name, value)| (*name, clean_line(value)))
            .collect();
        let blanks: Vec<_> = clean
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        Self {
            text: words.say(key, &blanks),
            code: 1,
        }
    }

    /// The same, for something that was asked for in a way that can't be.
    pub(crate) fn usage(words: Words<'_>, key: Key, blanks: &[(&str, &str)]) -> Self {
        Self {
            code: 2,
            ..Self::new(words, key, blanks)
        }
    }

    /// A command line that can't be read: the parser's first paragraph in one line, then what to do next.
    pub(crate) fn misread(error: &clap::Error, language: Language) -> Self {
        let told = error.render().to_string();
        let first = told.split("\n\n").next().unwrap_or_default();
        let what = first
            .trim_start_matches("error: ")
            .trim_end_matches('.')
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        match library::cover(language) {
            Ok(cover) => Self::usage(Words::of(&cover), Key::ErrUsage, &[("what", &what)]),
            Err(problems) => Self::wordless(problems.len()),
        }
    }

    pub(crate) fn home(words: Words<'_>, error: &HomeError) -> Self {
        let why = match error {
            HomeError::Nowhere => words.say(Key::WhyNoHome, &[]),
            HomeError::NotAFolder(at) => words.say(Key::WhyNotOurs, &[("path", &clean_path(at))]),
            HomeError::OpenToAll(at) => words.say(Key::WhyOpenToAll, &[("path", &clean_path(at))]),
            HomeError::Disk { path: at, source } => {
                format!("{}: {}", clean_path(at), why(words, source.kind()))
            }
        };
        Self::new(words, Key::ErrHome, &[("why", &why)])
    }

    pub(crate) fn shelf(words: Words<'_>, error: &ShelfError) -> Self {
        match error {
            ShelfError::Home(error) => Self::home(words, error),
            ShelfError::Unknown(id) => Self::new(words, Key::ErrUnknownId, &[("id", id)]),
            ShelfError::Busy => Self::new(words, Key::ErrBusy, &[]),
            ShelfError::Newer { path: at, .. } => {
                Self::new(words, Key::ErrNewer, &[("path", &clean_path(at))])
            }
            ShelfError::Damaged { path: at } => {
                Self::new(words, Key::ErrDamaged, &[("path", &clean_path(at))])
            }
            ShelfError::Brought(crossing) => {
                Self::new(words, Key::ErrBroughtAlong, &[("id", crossing)])
            }
            ShelfError::Disk { path: at, source } => {
                let why = why(words, source.kind());
                let blanks = [("path", &*clean_path(at)), ("why", &why)];
                Self::new(words, Key::ErrDisk, &blanks)
            }
        }
    }

    /// The content of a pack can't be used.
    pub(crate) fn pack(words: Words<'_>, problems: usize, shown: &str) -> Self {
        let blanks = [("pack", shown), ("n", &problems.to_string())];
        Self::new(words, Key::ErrPack, &blanks)
    }

    /// The bundled content can't be used, so its sentences aren't at hand either.
    pub(crate) fn wordless(problems: usize) -> Self {
        let shown = "floe";
        Self {
            text: format!(
                "{shown}: {problems} problem(s) in the content.\nfloe check lists each with its line."
            ),
            code: 1,
        }
    }

    /// Lines can't be printed or read; what was written on a crossing is saved before this is said.
    pub(crate) fn out(words: Words<'_>, error: &std::io::Error) -> Self {
        Self::new(words, Key::ErrOut, &[("why", &why(words, error.kind()))])
    }
}

/// Why a file or a folder can't be used, in plain words.
pub(crate) fn why(words: Words<'_>, kind: ErrorKind) -> String {
    let key = match kind {
        ErrorKind::NotFound => Key::WhyNotThere,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Key::WhyNotAllowed,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Key::WhyFull,
        ErrorKind::IsADirectory => Key::WhyFolder,
        ErrorKind::NotADirectory => Key::WhyNoFolder,
        _ => Key::WhyOther,
    };
    words.say(key, &[("why", &kind.to_string())])
}
