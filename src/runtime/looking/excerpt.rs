//! The part of somebody's words that a question is about: all of them where they are short, else the sentences
//! around the phrase.

use crate::flow::Marked;
use std::ops::Range;

/// Longer words are cut to the sentences around the phrase; in bytes, about four rows of a page.
const SHORT: usize = 260;

/// Stands where words were left out.
const CUT: &str = "...";

/// The words with a phrase marked.
pub(super) fn around(words: &str, phrase: Option<&Range<usize>>) -> Marked {
    let end = words.trim_end().len();
    let whole = 0..end;
    let phrase = phrase.filter(|phrase| words.get((*phrase).clone()).is_some());
    let shown = match phrase {
        Some(phrase) if end > SHORT => sentence(words, phrase),
        _ => whole,
    };
    let before = if shown.start > 0 {
        format!("{CUT} ")
    } else {
        String::new()
    };
    let after = if shown.end < end {
        format!(" {CUT}")
    } else {
        String::new()
    };
    let marks = phrase.map(|phrase| {
        let moved = |at: usize| (at + before.len()).saturating_sub(shown.start);
        moved(phrase.start)..moved(phrase.end)
    });
    Marked {
        text: format!("{before}{}{after}", words.get(shown).unwrap_or_default()),
        marks: marks.into_iter().collect(),
    }
}

/// From where the sentence of a phrase begins to where it ends.
pub(super) fn sentence(words: &str, phrase: &Range<usize>) -> Range<usize> {
    let end = words.trim_end().len();
    let before = words.get(..phrase.start).unwrap_or_default();
    let after = words.get(phrase.end..end).unwrap_or_default();
    let is_end = |c: char| matches!(c, '.' | '!' | '?' | '\n');
    let start = before.rfind(is_end).map_or(0, |at| at + 1);
    let space = words.get(start..).unwrap_or_default();
    let space = space.len() - space.trim_start().len();
    let length = after.find(is_end).map_or(after.len(), |at| at + 1);
    let close = words
        .get(phrase.end..phrase.end + length)
        .unwrap_or_default();
    start + space..phrase.end + close.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(words: &str, phrase: &str) -> String {
        let at = words.find(phrase).unwrap_or_default();
        around(words, Some(&(at..at + phrase.len()))).bracketed().0
    }

    #[test]
    fn short_words_stand_whole() {
        assert_eq!(
            shown("You never listen. I do.\n", "never"),
            "You [never] listen. I do."
        );
        assert_eq!(around("Nothing at all.", None).text, "Nothing at all.");
    }

    #[test]
    fn of_long_words_the_sentence_with_the_phrase_stands() {
        let long = "It was a long day. ".repeat(15);
        let words = format!("{long}\nYou never listen, né? {long}");
        assert_eq!(shown(&words, "never"), "... You [never] listen, né? ...");
        let last = format!("{long}You never listen");
        assert_eq!(shown(&last, "never"), "... You [never] listen");
        let first = format!("You never listen. {long}");
        assert_eq!(shown(&first, "never"), "You [never] listen. ...");
        let whole = format!("{long}You never listen");
        assert_eq!(shown(&whole, "You never listen"), "... [You never listen]");
    }
}
