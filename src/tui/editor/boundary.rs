//! Where a cursor may stand in a text, and where words begin and end; offsets are bytes.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::text::{graphemes, width};

/// The boundary before `at`, or the start.
pub(super) fn previous(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(0)
}

/// The boundary after `at`, or the end.
pub(super) fn next(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true)
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// `at` itself if it is a boundary, else the one after it.
pub(super) fn at_or_after(text: &str, at: usize) -> usize {
    if is_boundary(text, at) {
        at
    } else {
        next(text, at)
    }
}

/// `at` itself if it is a boundary, else the one before it.
pub(super) fn at_or_before(text: &str, at: usize) -> usize {
    if is_boundary(text, at) {
        at
    } else {
        previous(text, at)
    }
}

/// The start of the word before `at`; the start of a paragraph is a stop too.
pub(super) fn word_left(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    if before.ends_with('\n') {
        return at - 1;
    }
    let mut to = at;
    for (start, piece) in before.split_word_bound_indices().rev() {
        if piece == "\n" {
            break;
        }
        to = start;
        if is_word(piece) {
            break;
        }
    }
    at_or_before(text, to)
}

/// The end of the word after `at`; the end of a paragraph is a stop too.
pub(super) fn word_right(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    if after.starts_with('\n') {
        return at + 1;
    }
    let mut to = at;
    for (start, piece) in after.split_word_bound_indices() {
        if piece == "\n" {
            break;
        }
        to = at + start + piece.len();
        if is_word(piece) {
            break;
        }
    }
    at_or_after(text, to)
}

/// The longest start of a text that keeps graphemes whole and takes at most `bytes`.
pub(super) fn fitting(text: &str, bytes: usize) -> &str {
    if text.len() <= bytes {
        return text;
    }
    let fits = |end: &usize| *end <= bytes;
    let ends = graphemes(text).map(|(start, grapheme)| start + grapheme.len());
    text.get(..ends.take_while(fits).last().unwrap_or(0))
        .unwrap_or_default()
}

fn is_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true)
        .is_boundary(text, 0)
        .unwrap_or(true)
}

/// Words hold a letter, a digit or a wide sign such as an emoji; spaces and punctuation don't.
fn is_word(piece: &str) -> bool {
    piece.contains(char::is_alphanumeric) || width(piece) > piece.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_with_the_marks_around_them() {
        let text = "don't, she said...  ok";
        assert_eq!(
            [text.len(), 20, 10, 7].map(|at| word_left(text, at)),
            [20, 11, 7, 0]
        );
        assert_eq!(
            [0, 5, 10, 15].map(|at| word_right(text, at)),
            [5, 10, 15, 22]
        );
    }

    #[test]
    fn paragraphs_and_emoji_are_stops() {
        assert_eq!([6, 5, 2].map(|at| word_left("ab\n  c", at)), [5, 3, 0]);
        assert_eq!([0, 2, 3].map(|at| word_right("ab\n  c", at)), [2, 3, 6]);
        assert_eq!(word_left("hello 👍 ", 11), 6);
    }

    #[test]
    fn words_that_begin_inside_a_grapheme_are_no_stops() {
        assert_eq!(word_left("\u{600}👍", 6), 0);
        assert_eq!(word_right("\u{d4e}👍", 0), 7);
    }

    #[test]
    fn what_fits_keeps_graphemes_whole() {
        assert_eq!(fitting("ae\u{301}b", 3), "a");
        assert_eq!(fitting("ae\u{301}b", 4), "ae\u{301}");
        assert_eq!(fitting("👨‍👩‍👧", 10), "");
    }
}
