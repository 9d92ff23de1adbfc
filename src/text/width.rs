//! How many cells text takes, grapheme by grapheme, as the full screen draws it.

use super::graphemes::graphemes;
use unicode_width::UnicodeWidthStr;

/// Counts the terminal cells that text takes in one row; control characters take none, as none are
/// drawn.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|byte| !byte.is_ascii_control()).count();
    }
    graphemes(text).map(|(_, one)| width_of_grapheme(one)).sum()
}

/// Counts the cells of one grapheme, with the same answer as ratatui's `CellWidth`.
pub(crate) fn width_of_grapheme(grapheme: &str) -> usize {
    if let [byte] = grapheme.as_bytes() {
        return usize::from(!byte.is_ascii_control());
    }
    if grapheme.contains(char::is_control) {
        return 0;
    }
    grapheme.width()
        + grapheme
            .chars()
            .filter(|c| is_halfwidth_sound_mark(*c))
            .count()
}

/// Two marks that extend a letter and yet have a cell of their own; ratatui adds them up the same way.
pub(super) fn is_halfwidth_sound_mark(c: char) -> bool {
    matches!(c, '\u{ff9e}' | '\u{ff9f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_by_grapheme() {
        let samples = [
            ("", 0),
            ("plain", 5),
            ("e\u{301}", 1),
            ("你好", 4),
            ("👨‍👩‍👧", 2),
            ("🇸🇪", 2),
            ("❤\u{fe0f}", 2),
            ("\u{1112}\u{1161}\u{11ab}", 2),
            ("\u{301}", 0),
            ("a\tb\n\u{9b}", 2),
        ];
        for (text, cells) in samples {
            assert_eq!(width(text), cells, "{text:?}");
        }
    }

    #[test]
    fn letters_that_a_font_may_join_still_take_a_cell_each() {
        assert_eq!(width("لا"), 2);
    }
}
