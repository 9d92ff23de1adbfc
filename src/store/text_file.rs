//! Rivers and crossings as text in files: written so that a person can read it, read behind a version gate.

use super::atomic::{Fingerprint, MAX_BYTES};
use super::disk::{Disk as _, Real};
use super::seal::Seal;
use super::shelf::ShelfError;
use crate::session::FORMAT;
use serde::{Serialize, de::DeserializeOwned};
use std::borrow::Cow;
use std::iter::Peekable;
use std::path::Path;
use std::str::Chars;
use zeroize::Zeroizing;

#[derive(serde::Deserialize)]
struct Gate {
    format: u32,
}

/// Reads a file behind its version gate: a newer one is refused and left untouched.
pub(super) fn read<T: DeserializeOwned>(
    seal: &dyn Seal,
    path: &Path,
) -> Result<(T, Fingerprint), ShelfError> {
    read_up_to(FORMAT, seal, path)
}

/// The same, for a kind of file whose formats are counted apart.
pub(super) fn read_up_to<T: DeserializeOwned>(
    newest: u32,
    seal: &dyn Seal,
    path: &Path,
) -> Result<(T, Fingerprint), ShelfError> {
    let disk = |source| ShelfError::Disk {
        path: path.to_owned(),
        source,
    };
    let bytes = Zeroizing::new(Real.read(path, MAX_BYTES).map_err(disk)?);
    let fingerprint = Fingerprint::of(&bytes);
    let open = seal.open(&bytes).map_err(|_| ShelfError::Damaged {
        path: path.to_owned(),
    })?;
    Ok((parsed(newest, &open, path)?, fingerprint))
}

/// What a file says that was read from this path and opened.
pub(super) fn parsed<T: DeserializeOwned>(
    newest: u32,
    bytes: &[u8],
    path: &Path,
) -> Result<T, ShelfError> {
    let damaged = || ShelfError::Damaged {
        path: path.to_owned(),
    };
    let text = std::str::from_utf8(bytes).map_err(|_| damaged())?;
    let text = harmless(text);
    let gate: Gate = ron::from_str(&text).map_err(|_| damaged())?;
    if gate.format > newest {
        return Err(ShelfError::Newer {
            path: path.to_owned(),
            format: gate.format,
            newest,
        });
    }
    ron::from_str(&text).map_err(|_| damaged())
}

/// A file's bytes as a person can read them.
pub(super) fn written<T: Serialize>(value: &T) -> Option<Zeroizing<Vec<u8>>> {
    let pretty = ron::ser::PrettyConfig::new()
        .struct_names(false)
        .escape_strings(true);
    let text = ron::ser::to_string_pretty(value, pretty).ok()?;
    Some(Zeroizing::new(format!("{text}\n").into_bytes()))
}

/// The same, as they are written.
pub(super) fn closed<T: Serialize>(seal: &dyn Seal, value: &T) -> Option<Zeroizing<Vec<u8>>> {
    seal.close(&written(value)?).ok()
}

/// The text without what could steer a terminal, written out or as an escape: somebody else may have changed
/// the file. What floe wrote comes through as it is.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return crate::text::clean(text);
    }
    // Written out first, so that what is spread over several escapes is seen as one.
    let mut open = Zeroizing::new(String::with_capacity(text.len()));
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => escape(&mut chars, &mut open),
            _ => open.push(c),
        }
    }
    Cow::Owned(crate::text::clean(&open).into_owned())
}

/// Takes up what stands behind a backslash, and writes out the character it names. What has a meaning of its own
/// in RON stays an escape.
fn escape(chars: &mut Peekable<Chars<'_>>, open: &mut String) {
    match chars.next() {
        Some('u') if chars.next_if_eq(&'{').is_some() => {
            let mut digits = String::new();
            while let Some(digit) = chars.next_if(|c| *c != '}' && *c != '"') {
                digits.push(digit);
            }
            chars.next_if_eq(&'}');
            let named = u32::from_str_radix(&digits, 16).ok();
            match named.and_then(char::from_u32) {
                Some('\n') => open.push_str("\\n"),
                Some(c @ ('"' | '\'' | '\\')) => open.extend(['\\', c]),
                Some(c) if c == '\t' || !c.is_control() => open.push(c),
                _ => open.push(char::REPLACEMENT_CHARACTER),
            }
        }
        // Short names of control characters; floe itself writes none of them.
        Some(kind @ ('u' | 'x' | '0' | 'b' | 'f' | 'r' | 'a' | 'e' | 'v')) => {
            if kind == 'x' {
                chars.next_if(char::is_ascii_hexdigit);
                chars.next_if(char::is_ascii_hexdigit);
            }
            open.push(char::REPLACEMENT_CHARACTER);
        }
        Some('t') => open.push(' '),
        Some(kind) => open.extend(['\\', kind]),
        None => open.push('\\'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn through(text: &str) -> String {
        let bytes = written(&text).unwrap();
        ron::from_str(&harmless(std::str::from_utf8(&bytes).unwrap())).unwrap()
    }

    #[test]
    fn what_floe_writes_is_read_as_it_was() {
        for text in [
            "plain",
            "two\nlines and 'quotes' \"too\"",
            "back\\slash \\u{1b} \\x1b",
            "caf\u{e9} \u{4f60}\u{597d} \u{5d0} e\u{301}",
            "{braces} \\",
        ] {
            assert_eq!(through(text), text);
        }
    }

    #[test]
    fn what_could_steer_a_terminal_is_taken_out_however_it_is_written() {
        for planted in [
            "\"a\u{1b}[2Jb\"",
            r#""a\u{1b}[2Jb""#,
            r#""a\x1b[2Jb""#,
            r#""a\u{9b}2Jb""#,
        ] {
            let read: String = ron::from_str(&harmless(planted)).unwrap();
            assert!(!read.contains(char::is_control), "{read:?}");
            assert!(read.starts_with('a') && read.ends_with('b'), "{read:?}");
        }
        let turned: String = ron::from_str(&harmless(r#""\u{202e}x""#)).unwrap();
        assert_eq!(turned, "\u{fffd}x");
    }

    #[test]
    fn escapes_count_together_as_what_they_name_does() {
        let smeared = format!("\"a{}b\"", r"\u{301}".repeat(100_000));
        let read: String = ron::from_str(&harmless(&smeared)).unwrap();
        assert_eq!(read, "a\u{301}\u{301}\u{301}\u{301}b");
        let read: String =
            ron::from_str(&harmless(r#""a\tb\u{9}c\u{feff}\u{2028}d\u{22}\u{5c}e""#)).unwrap();
        assert_eq!(read, "a b c\nd\"\\e");
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_string_is_clean_when_it_is_read(text in r#"([a-e\\u{}0-9ef"\n\t\x1b]|\\u\{[0-9a-f]{1,6}\}|\PC){0,40}"#) {
            let planted = format!("\"{text}\"");
            if let Ok(read) = ron::from_str::<String>(&harmless(&planted)) {
                prop_assert!(crate::text::clean(&read) == read, "{read:?}");
            }
        }
    }
}
