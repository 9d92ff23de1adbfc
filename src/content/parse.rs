//! RON text to values: the options content is read with, and errors that keep their place.

use super::wording;
use ron::{
    Options,
    error::{Error, Position, SpannedError},
    extensions::Extensions,
};
use serde::Deserialize;
use std::ops::Range;

/// Deepest nesting of a content file. The deepest honest one, a condition in a condition, needs about 20.
const DEEPEST: usize = 48;

/// Between the parts of a packed [`Misread`]. Text in it is quoted by `ron` from identifiers, or ours.
const SEPARATOR: char = '\u{1f}';

/// Why a text could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Misread {
    address: usize,
    length: usize,
    /// What is wrong, in plain words.
    pub what: String,
    /// What could stand there.
    pub help: Option<String>,
}

/// Reads values from RON. `Some(...)` may be left out around optional values.
pub(super) fn values<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Misread> {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
        .with_recursion_limit(DEEPEST)
        .from_str(text)
        .map_err(|error| Misread::new(text, &error))
}

impl Misread {
    fn new(text: &str, error: &SpannedError) -> Self {
        if let Error::Message(message) = &error.code
            && let Some(inner) = Self::unpacked(message)
        {
            return inner;
        }
        let end = offset(text, error.span.end);
        let start = match &error.code {
            // RON only notices at the next quote.
            Error::UnclosedBlockComment => text.rfind("/*").unwrap_or(end),
            _ => offset(text, error.span.start),
        };
        let start = start.min(end);
        let end = if start == end {
            end + word(text, end)
        } else {
            end
        };
        let (what, help) = wording::of(&error.code);
        Self {
            address: text.as_ptr().addr() + start,
            length: end - start,
            what,
            help,
        }
    }

    /// The bytes of `text` that could not be read; `None` if it was another text.
    pub(super) fn span(&self, text: &str) -> Option<Range<usize>> {
        let start = self.address.checked_sub(text.as_ptr().addr())?;
        let span = start..start.checked_add(self.length)?;
        text.get(span.clone()).map(|_| span)
    }

    /// As the message of an outer error: RON has no room for the place of an inner one.
    pub(super) fn packed(&self) -> String {
        let Self {
            address,
            length,
            what,
            help,
        } = self;
        let help = help.as_deref().unwrap_or_default();
        format!("{address}{SEPARATOR}{length}{SEPARATOR}{what}{SEPARATOR}{help}")
    }

    fn unpacked(message: &str) -> Option<Self> {
        let mut parts = message.splitn(4, SEPARATOR);
        Some(Self {
            address: parts.next()?.parse().ok()?,
            length: parts.next()?.parse().ok()?,
            what: parts.next()?.to_owned(),
            help: parts
                .next()
                .filter(|help| !help.is_empty())
                .map(str::to_owned),
        })
    }
}

/// Bytes of the word or quoted text that begins here, so that more than its first letter is marked.
fn word(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    if let Some((text, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
        return text.len() + 2;
    }
    let in_word = |c: char| c.is_alphanumeric() || c == '_';
    rest.find(|c| !in_word(c)).unwrap_or(rest.len())
}

/// Byte offset of a line and column, both from 1, columns in characters.
fn offset(text: &str, place: Position) -> usize {
    let before: usize = text
        .split_inclusive('\n')
        .take(place.line.saturating_sub(1))
        .map(str::len)
        .sum();
    let inside: usize = text
        .get(before..)
        .unwrap_or_default()
        .chars()
        .take(place.col.saturating_sub(1))
        .map(char::len_utf8)
        .sum();
    before + inside
}
