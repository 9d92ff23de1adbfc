//! Visual rows: text broken where Unicode allows a line to break (UAX#14), never inside a grapheme.

use std::iter;
use std::ops::Range;

use unicode_linebreak::{linebreaks, split_at_safe};

use super::graphemes::graphemes;
use super::width::width_of_grapheme;

/// Breaks text into rows of at most `width` cells and gives each row's bytes, line ends left out.
///
/// Spaces at a row's end hang over the edge instead of opening the next row, so a row's text may be
/// wider by them. A word longer than a row is cut between graphemes; a width of 0 counts as 1. There
/// is always at least one row.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    rows_from(text, 0, width).collect()
}

/// Breaks text into rows of at most `width` cells, joined by line ends, with no spaces before these.
pub fn fold(text: &str, width: usize) -> String {
    let rows = rows_from(text, 0, width)
        .map(|row| text.get(row).unwrap_or_default().trim_end_matches(' '));
    rows.collect::<Vec<_>>().join("\n")
}

/// The rows of a text from the start of one of them on, found only as far as they are asked for.
///
/// `from` is 0 or where a row of the same text and width starts: the rows are then those of the
/// whole text.
pub(crate) fn rows_from(
    text: &str,
    from: usize,
    width: usize,
) -> impl Iterator<Item = Range<usize>> + '_ {
    let width = width.max(1);
    let context = text
        .get(..from)
        .map_or(0, |before| split_at_safe(before).0.len());
    let tail = move |start| text.get(start..).unwrap_or_default();
    let mut breaks = linebreaks(tail(context))
        .map(move |(at, _)| context + at)
        .peekable();
    let mut graphemes = graphemes(tail(from))
        .map(move |(at, g)| (from + at, g))
        .peekable();
    let (mut start, mut cells) = (from, 0);
    let mut last_break = None;
    let mut ended = false;
    iter::from_fn(move || {
        while let Some(&(at, grapheme)) = graphemes.peek() {
            if grapheme.ends_with('\n') {
                graphemes.next();
                let row = start..at;
                (start, cells, last_break) = (at + grapheme.len(), 0, None);
                return Some(row);
            }
            while breaks.next_if(|next| *next < at).is_some() {}
            if at > start && breaks.peek() == Some(&at) {
                last_break = Some((at, cells));
            }
            let more = width_of_grapheme(grapheme);
            if cells + more > width && at > start && grapheme != " " {
                let (cut, before) = last_break.take().unwrap_or((at, cells));
                let row = start..cut;
                (start, cells) = (cut, cells - before);
                return Some(row);
            }
            cells += more;
            graphemes.next();
        }
        (!std::mem::replace(&mut ended, true)).then_some(start..text.len())
    })
}

/// Whether lines break behind this text in one way only, whatever stands before it.
#[cfg(feature = "tui")]
pub(crate) fn breaks_afresh_behind(text: &str) -> bool {
    text.ends_with('\n') || !split_at_safe(text).0.is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::width;
    use unicode_segmentation::UnicodeSegmentation as _;

    fn rows(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width)
            .into_iter()
            .map(|row| text.get(row).unwrap())
            .collect()
    }

    #[test]
    fn words_stay_whole_and_spaces_hang() {
        assert_eq!(rows("on the bank", 6), ["on the ", "bank"]);
        assert_eq!(rows("on the     bank", 6), ["on the     ", "bank"]);
        assert_eq!(
            rows("she said \"hello\", you know", 16),
            ["she said ", "\"hello\", you ", "know"]
        );
    }

    #[test]
    fn every_line_end_ends_a_row() {
        assert_eq!(rows("", 5), [""]);
        assert_eq!(rows("a\n\nb\n", 5), ["a", "", "b", ""]);
        assert_eq!(rows("a\r\nb", 5), ["a", "b"]);
    }

    #[test]
    fn long_words_are_cut_between_graphemes() {
        assert_eq!(rows("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(rows("你好吗", 3), ["你", "好", "吗"]);
        assert_eq!(
            rows("e\u{301}e\u{301}e\u{301}", 2),
            ["e\u{301}e\u{301}", "e\u{301}"]
        );
        assert_eq!(rows("👨‍👩‍👧👨‍👩‍👧", 1), ["👨‍👩‍👧", "👨‍👩‍👧"]);
        assert_eq!(rows("ab", 0), ["a", "b"]);
        assert_eq!(
            rows("no (         unbreakable", 6),
            ["no ", "(         ", "unbrea", "kable"]
        );
    }

    #[test]
    fn folding_leaves_no_spaces_at_row_ends() {
        assert_eq!(
            fold("two people stand\n\non the bank", 11),
            "two people\nstand\n\non the bank"
        );
        assert_eq!(fold("", 11), "");
    }

    #[test]
    fn a_million_letters_wrap_in_one_pass() {
        assert_eq!(wrap(&"x".repeat(1_000_000), 66).len(), 15_152);
        assert_eq!(wrap(&"( ".repeat(200_000), 10).first(), Some(&(0..10)));
    }

    fn words() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "a",
            "word",
            " ",
            "  ",
            "\n",
            ", ",
            "(",
            ") ",
            "\"",
            "-",
            "/",
            "1",
            ".",
            "%",
            "你",
            "。",
            "한",
            "\u{1112}\u{1161}",
            "🇸",
            "❤\u{fe0f}",
            "👨‍👩‍👧",
            "\u{301}",
            "\u{200d}",
            "\u{200b}",
            "\u{2060}",
            "\u{a0}",
            "क्षि",
            "ก",
            "—",
            "א",
            "\u{600}",
        ]);
        prop::collection::vec(
            prop_oneof![9 => piece.prop_map(str::to_owned), 1 => ".{0,4}"],
            0..40,
        )
        .prop_map(|pieces| pieces.concat().replace('\r', ""))
    }

    proptest! {
        #[test]
        fn rows_hold_the_text_in_order_and_fit(text in words(), cells in 1usize..14) {
            let mut at = 0;
            for row in wrap(&text, cells) {
                let between = text.get(at..row.start).unwrap();
                prop_assert!(matches!(between, "" | "\n" | "\r\n"), "{between:?} is lost");
                let shown = text.get(row.clone()).unwrap();
                prop_assert!(!shown.contains('\n'));
                let kept = shown.trim_end_matches(' ');
                prop_assert!(width(kept) <= cells || kept.graphemes(true).filter(|g| width(g) > 0).count() == 1, "{shown:?}");
                at = row.end;
            }
            prop_assert_eq!(at, text.len());
        }

        #[test]
        fn each_paragraph_wraps_as_if_alone(text in words(), cells in 1usize..14) {
            let together = rows(&text, cells).into_iter().map(str::to_owned).collect::<Vec<_>>();
            let alone = text.split('\n').flat_map(|line| rows(line, cells)).map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(together, alone);
        }

        #[test]
        fn rows_go_on_from_any_row(text in words(), cells in 1usize..14) {
            let all = wrap(&text, cells);
            for (index, row) in all.iter().enumerate() {
                prop_assert_eq!(rows_from(&text, row.start, cells).collect::<Vec<_>>(), all.get(index..).unwrap().to_vec());
            }
        }
    }
}
