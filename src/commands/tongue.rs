//! Which language floe speaks: the one asked for, else that of the surroundings, else English.

use super::Failure;
use crate::cli::{Command, Everywhere};
use crate::content::{Language, library};
use crate::runtime::env;
use crate::words::{Key, Words};
use std::ffi::OsString;

/// The flag that asks for one.
const FLAG: &str = "--lang";
/// The flag that asks for ASCII.
const ASCII: &str = "--ascii";

/// The language asked for, else that of the surroundings.
///
/// # Errors
/// Two lines that name the languages there are, where floe doesn't speak the one asked for.
pub(super) fn of(asked: Option<&str>) -> Result<Language, Failure> {
    let around = around();
    let Some(asked) = asked else {
        return Ok(around);
    };
    Language::of(asked).ok_or_else(|| unknown(asked, around))
}

/// That of a command line that may not be readable. The first that is named counts.
pub(super) fn among(words: &[OsString]) -> Language {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let in_ascii = words.iter().any(|word| word == ASCII);
    let asked = words.windows(2).find_map(|pair| match pair {
        [flag, code] if flag == FLAG => Some(&**code),
        [_, joined] => joined.strip_prefix(FLAG)?.strip_prefix('='),
        _ => None,
    });
    let language = asked.and_then(Language::of).unwrap_or_else(around);
    in_letters(language, in_ascii)
}

/// The language in the letters the terminal has. What is written into files has all of its own.
pub(super) fn shown(
    language: Language,
    everywhere: &Everywhere,
    command: Option<&Command>,
) -> Language {
    match command {
        Some(Command::Pack(_) | Command::Export(_)) => language,
        _ => in_letters(language, everywhere.ascii),
    }
}

/// Whether floe's own signs are ASCII: where it is asked for, and where the terminal has no others.
pub(super) fn is_in_ascii(asked: bool) -> bool {
    asked || env::has_other_letters()
}

fn in_letters(language: Language, asked: bool) -> Language {
    match is_in_ascii(asked) {
        true => language.in_ascii(),
        false => language,
    }
}

fn around() -> Language {
    let locale = env::locale();
    let named = locale.as_deref().and_then(Language::of_locale);
    named.unwrap_or(Language::ENGLISH)
}

fn unknown(asked: &str, around: Language) -> Failure {
    let codes: Vec<&str> = Language::all().map(Language::code).collect();
    let blanks = [("id", asked), ("codes", &codes.join(", "))];
    match library::cover(around) {
        Ok(cover) => Failure::usage(Words::of(&cover), Key::ErrNoLanguage, &blanks),
        Err(problems) => Failure::wordless(problems.len()),
    }
}
