//! What RON's errors mean, for somebody who writes a practice and never heard of RON.

use super::diagnostic::{closest, legible, quoted};
use ron::error::Error;

/// What is wrong, and what could stand there instead.
pub(super) fn of(error: &Error) -> (String, Option<String>) {
    match error {
        Error::NoSuchStructField {
            expected,
            found,
            outer,
        } => {
            let what = format!("{} has no field called {}", the(outer), quoted(found));
            (what, these("its fields", found, expected))
        }
        Error::MissingStructField { field, outer } => {
            let what = format!("the field {} is missing in {}", quoted(field), the(outer));
            (what, None)
        }
        Error::DuplicateStructField { field, outer } => (
            format!("{} has two fields called {}", the(outer), quoted(field)),
            None,
        ),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => (
            format!("{} cannot stand here", quoted(found)),
            these("here can stand", found, expected),
        ),
        Error::InvalidValueForType { expected, found } => {
            let what = format!("here stands {}", legible(found, 60));
            (
                what,
                Some(format!("floe expects {} here.", legible(expected, 60))),
            )
        }
        Error::ExpectedDifferentLength { expected, found } => {
            let values = if *found == 1 {
                "value stands"
            } else {
                "values stand"
            };
            (format!("{found} {values} here"), Some(elements(expected)))
        }
        Error::ExpectedDifferentStructName { .. } => of_simple(&Error::ExpectedStructLike),
        Error::SuggestRawIdentifier(name) | Error::InvalidIdentifier(name) => {
            (format!("{} isn't a name", quoted(name)), None)
        }
        Error::Message(message) => (legible(message, 80), None),
        simple => of_simple(simple),
    }
}

/// Errors about single characters: something is missing, or too much.
#[expect(
    clippy::too_many_lines,
    reason = "a table: one row for each thing that can be missing or too much"
)]
fn of_simple(error: &Error) -> (String, Option<String>) {
    let (what, help) = match error {
        Error::Eof => (
            "the file ends too early",
            "a closing ) or ] is missing, or a closing quote.",
        ),
        Error::TrailingCharacters => (
            "nothing more can stand here",
            "a comma may be missing, or a closing ) or ] stands too early.",
        ),
        Error::ExpectedComma => (
            "a comma is missing before this",
            "if none is, a quote may be missing further up.",
        ),
        Error::ExpectedArray => ("a list is missing here", "a list stands in [ and ]."),
        Error::ExpectedArrayEnd => (
            "this list isn't closed before this",
            "a comma may be missing, or a ].",
        ),
        Error::ExpectedMap => ("a list of pairs is missing here", "pairs stand in { and }."),
        Error::ExpectedMapEnd => (
            "these pairs aren't closed before this",
            "a comma may be missing, or a }.",
        ),
        Error::ExpectedMapColon => (
            "a colon is missing before this",
            "it stands between a name and its value.",
        ),
        Error::ExpectedString => (
            "a text is missing here",
            "a text stands in \"straight quotes\".",
        ),
        Error::ExpectedStringEnd => (
            "this text isn't closed",
            "a text ends with a straight quote; a quote inside it is written \\\".",
        ),
        Error::InvalidEscape(_) => (
            "a backslash cannot stand before this",
            "a backslash in a text is written \\\\.",
        ),
        Error::ExpectedBoolean => ("true or false is missing here", ""),
        Error::ExpectedInteger
        | Error::InvalidIntegerDigit { .. }
        | Error::UnderscoreAtBeginning => (
            "a whole number is missing here",
            "such as 3, without quotes.",
        ),
        Error::IntegerOutOfBounds => ("this number is too large, or below zero", ""),
        Error::ExpectedFloat | Error::FloatUnderscore => {
            ("a number is missing here", "such as 0.5, without quotes.")
        }
        Error::ExpectedIdentifier => ("a name is missing here", "a name stands without quotes."),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedStructName(_) => ("a ( is missing before this", ""),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            ("a ) is missing before this", "a comma may be missing too.")
        }
        Error::UnclosedBlockComment => (
            "this note isn't closed",
            "a note that begins with /* ends with */.",
        ),
        Error::UnclosedLineComment => ("a note ends the file", "begin a new line after it."),
        Error::ExceededRecursionLimit => ("brackets stand in brackets too deep to read", ""),
        Error::UnexpectedChar(_) => ("this character cannot stand here", ""),
        _ => ("this cannot be read", ""),
    };
    (what.to_owned(), (!help.is_empty()).then(|| help.to_owned()))
}

/// What the writer was in the middle of: "a step", "a floe".
fn the(outer: &Option<String>) -> String {
    let Some(name) = outer else {
        return "this".to_owned();
    };
    let plain = match name.as_str() {
        "Manifest" => "pack.ron",
        "Words" => "words.ron",
        "Help" => "help.ron",
        "Detours" => "detours.ron",
        "Offer" => "an offer",
        "Practice" => "a practice",
        "Track" => "a track",
        "Floe" => "a floe",
        "Slip" => "a slip",
        "Step" => "a step",
        "Ask" => "an ask",
        "Choice" => "an option",
        "Slot" => "a slot",
        "Part" => "a part",
        "Show" => "something shown",
        "Note" => "a note",
        "List" => "a list",
        "Group" => "a group",
        "Story" => "a story-word",
        "Helpline" => "a line to call",
        name => return legible(name, 40),
    };
    plain.to_owned()
}

fn these(kinds: &str, found: &str, expected: &[&'static str]) -> Option<String> {
    if expected.is_empty() {
        return None;
    }
    let meant = closest(found, expected.iter().copied());
    let meant = meant.map(|close| format!(" Did you mean {}?", quoted(close)));
    Some(format!(
        "{kinds}: {}.{}",
        expected.join(", "),
        meant.unwrap_or_default()
    ))
}

/// What fits, out of `ron`'s "tuple variant Condition::Chose with 2 elements".
fn elements(expected: &str) -> String {
    let mut words = expected.split_whitespace();
    let name = words.find_map(|word| word.rsplit_once("::"));
    let number = words.find(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    match (name, number) {
        (Some((_, name)), Some(number)) => format!("{name} takes {number}."),
        _ => format!("floe expects {} here.", legible(expected, 60)),
    }
}
