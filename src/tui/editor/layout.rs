//! The visual rows of a text, found again only where an edit could have moved them.

use std::ops::Range;

use super::boundary;
use crate::text::{breaks_afresh_behind, graphemes, rows_from, width, width_of_grapheme};

/// Where the rows of a text start, for one width.
pub(super) struct Layout {
    width: usize,
    starts: Vec<usize>,
}

/// A text that was changed: at byte `at`, `removed` bytes gave way to `inserted` ones.
#[derive(Clone, Copy)]
pub(super) struct Splice {
    pub(super) at: usize,
    pub(super) removed: usize,
    pub(super) inserted: usize,
}

/// How many rows before an edit are laid out again: its first word may move up a row, and a sign it
/// narrows may, in the oddest case, let the rows before that flow together.
const ROWS_BEFORE: usize = 3;

impl Layout {
    /// Lays out a text in rows of `width` cells.
    pub(super) fn new(text: &str, width: usize) -> Self {
        Self {
            width,
            starts: rows_from(text, 0, width).map(|row| row.start).collect(),
        }
    }

    /// Lays the text out anew if the width differs from the one before.
    pub(super) fn fit(&mut self, text: &str, width: usize) {
        if self.width != width {
            *self = Self::new(text, width);
        }
    }

    /// Follows one change: lays out from a little before it until a row starts where one did before.
    ///
    /// From there on nothing differs, provided that no break depends on what stands before the edit.
    pub(super) fn follow(&mut self, text: &str, change: Splice) {
        let first = self.row_of(change.at).saturating_sub(ROWS_BEFORE);
        let old = self.starts.split_off(first);
        let from = old.first().copied().unwrap_or(0);
        let edited = change.at + change.inserted;
        let mut row_before = from;
        for row in rows_from(text, from, self.width) {
            let between = text.get(edited.max(row_before)..row.start);
            if between.is_some_and(breaks_afresh_behind)
                && let Ok(same) = old.binary_search(&(row.start - change.inserted + change.removed))
            {
                let rest = old.iter().skip(same);
                self.starts
                    .extend(rest.map(|start| start - change.removed + change.inserted));
                return;
            }
            row_before = row.start;
            self.starts.push(row.start);
        }
    }

    /// The cells of a row.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// How many rows there are: at least one.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The row in which a cursor at this byte stands: between two rows, the lower one.
    pub(super) fn row_of(&self, at: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= at)
            .saturating_sub(1)
    }

    /// The bytes of a row, without its line end; empty behind the last row.
    pub(super) fn row(&self, text: &str, row: usize) -> Range<usize> {
        let start = self.starts.get(row).copied().unwrap_or(text.len());
        match self.starts.get(row + 1) {
            Some(next) if self.is_soft(text, row) => start..*next,
            Some(next) => start..next - 1,
            None => start..text.len(),
        }
    }

    /// The last place in a row where a cursor is shown in that row.
    pub(super) fn last_stop(&self, text: &str, row: usize) -> usize {
        let bytes = self.row(text, row);
        if self.is_soft(text, row) {
            boundary::previous(text, bytes.end)
        } else {
            bytes.end
        }
    }

    /// How many cells stand before a cursor in its row.
    pub(super) fn column_of(&self, text: &str, at: usize) -> usize {
        let start = self.row(text, self.row_of(at)).start;
        width(text.get(start..at).unwrap_or_default())
    }

    /// The place in a row that is nearest to a column without passing it.
    pub(super) fn stop_at(&self, text: &str, row: usize, column: usize) -> usize {
        let bytes = self.row(text, row);
        let mut cells = 0;
        for (at, grapheme) in graphemes(text.get(bytes.clone()).unwrap_or_default()) {
            cells += width_of_grapheme(grapheme);
            if cells > column {
                return bytes.start + at;
            }
        }
        self.last_stop(text, row)
    }

    /// Whether a row ends because the next word found no room, and not with its paragraph.
    fn is_soft(&self, text: &str, row: usize) -> bool {
        self.starts
            .get(row + 1)
            .is_some_and(|next| text.as_bytes().get(next - 1) != Some(&b'\n'))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rows_know_their_bytes_and_stops() {
        let text = "on the bank\nabcdefgh";
        let layout = Layout::new(text, 7);
        let rows = (0..layout.len())
            .map(|row| text.get(layout.row(text, row)).unwrap())
            .collect::<Vec<_>>();
        assert_eq!(rows, ["on the ", "bank", "abcdefg", "h"]);
        assert_eq!(
            [0, 1, 2, 3].map(|row| layout.last_stop(text, row)),
            [6, 11, 18, 20]
        );
        assert_eq!(
            [0, 7, 11, 12, 19].map(|at| layout.row_of(at)),
            [0, 1, 1, 2, 3]
        );
        assert_eq!(layout.stop_at(text, 1, 2), 9);
        assert_eq!(layout.stop_at(text, 0, 40), 6);
    }

    #[test]
    fn a_sign_that_shrinks_is_taken_back_two_rows() {
        let mut text = "\u{200b}aaa\u{2060}⌚bbbbb".to_owned();
        let mut layout = Layout::new(&text, 4);
        let at = text.find('b').unwrap();
        assert_eq!(layout.starts, [0, 3, 9, 12, 16]);
        text.insert(at, '\u{fe0e}');
        let change = Splice {
            at,
            removed: 0,
            inserted: 3,
        };
        layout.follow(&text, change);
        assert_eq!(layout.starts, Layout::new(&text, 4).starts);
    }

    #[test]
    fn flags_paired_from_far_before_are_paired_anew() {
        let mut text = " 🇸(🇸🇪🇸🇪🇸) ".to_owned();
        let mut layout = Layout::new(&text, 3);
        text.replace_range(5..6, "\u{fe0f}");
        let change = Splice {
            at: 5,
            removed: 1,
            inserted: 3,
        };
        layout.follow(&text, change);
        assert_eq!(layout.starts, Layout::new(&text, 3).starts);
    }

    fn piece() -> impl Strategy<Value = String> {
        let odd = vec![
            "a",
            "word",
            " ",
            "   ",
            "\n",
            "\n\n",
            ", ",
            "(",
            ")",
            "\"",
            "-",
            "/",
            "1",
            ".",
            "%",
            "$",
            "你",
            "。",
            "한",
            "\u{1112}",
            "\u{1161}",
            "🇸",
            "🇪",
            "🇸🇪🇸🇪🇸",
            "❤",
            "\u{fe0f}",
            "\u{fe0e}",
            "👩",
            "\u{200d}",
            "\u{301}",
            "\u{200b}",
            "\u{2060}",
            "\u{a0}",
            "क्षि",
            "\u{94d}",
            "क",
            "ก",
            "א",
            "\u{600}",
            "a long sentence that wraps, doesn't it? ",
        ];
        prop_oneof![9 => prop::sample::select(odd).prop_map(str::to_owned), 1 => "[^\r]{0,4}"]
    }

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(piece(), 0..30).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn following_changes_ends_where_a_new_layout_ends(
            mut text in text(),
            width in 1usize..16,
            changes in prop::collection::vec((any::<prop::sample::Index>(), 0usize..4, piece()), 1..6),
        ) {
            let mut layout = Layout::new(&text, width);
            for (place, length, inserted) in changes {
                let stops = graphemes(&text).map(|(at, _)| at).chain([text.len()]);
                let at = *place.get(&stops.collect::<Vec<_>>());
                let end = (0..length).fold(at, |end, _| boundary::next(&text, end));
                text.replace_range(at..end, &inserted);
                layout.follow(&text, Splice { at, removed: end - at, inserted: inserted.len() });
                prop_assert_eq!(&layout.starts, &Layout::new(&text, width).starts, "{:?} at {}", text, at);
            }
        }
    }
}
