//! The one place where words become cells. They were cleaned where they came in; here they are cleaned once more, so that
//! nothing a page forgot can steer the terminal.

use crate::text::{clean_line, graphemes, width_of_grapheme};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;

/// Writes words into one row from a cell on, into so many cells at the most, and tells the column behind them.
#[allow(
    clippy::disallowed_methods,
    reason = "what it lets through has no width, and what has none is passed over"
)]
pub(super) fn write(
    buffer: &mut Buffer,
    at: Position,
    words: &str,
    most: usize,
    style: Style,
) -> u16 {
    let shown = clean_line(words);
    let most = u16::try_from(most).unwrap_or(u16::MAX);
    let end = buffer.area.right().min(at.x.saturating_add(most));
    let mut x = at.x;
    for (_, grapheme) in graphemes(&shown) {
        let cells = u16::try_from(width_of_grapheme(grapheme)).unwrap_or(u16::MAX);
        if cells == 0 {
            continue;
        }
        let behind = x.saturating_add(cells);
        if behind > end {
            break;
        }
        if let Some(cell) = buffer.cell_mut((x, at.y)) {
            cell.set_symbol(grapheme).set_style(style);
        }
        // What stands under a wide one is covered.
        for covered in x + 1..behind {
            if let Some(cell) = buffer.cell_mut((covered, at.y)) {
                cell.reset();
            }
        }
        x = behind;
    }
    x
}

/// Draws one sign of a picture, which is floe's own.
pub(super) fn sign(buffer: &mut Buffer, at: Position, sign: char, style: Style) {
    if let Some(cell) = buffer.cell_mut(at) {
        cell.set_char(sign).set_style(style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::buffer::Cell;
    use ratatui::layout::Rect;

    proptest! {
        #[test]
        fn words_become_the_cells_that_ratatui_makes_of_them(
            words in "[a-c \u{e9}\u{301}\u{4f60}\u{1f469}\u{200d}\u{ff76}\u{ff9e}]{0,12}", x in 0u16..12, most in 0usize..14,
        ) {
            let style = Style::new().bold();
            let mut ours = Buffer::filled(Rect::new(0, 0, 12, 1), Cell::new("#"));
            let mut theirs = ours.clone();
            let behind = write(&mut ours, Position::new(x, 0), &words, most, style);
            let (expected, _) = theirs.set_stringn(x, 0, clean_line(&words), most, style);
            prop_assert_eq!(ours, theirs);
            prop_assert_eq!(behind, expected);
        }
    }

    #[test]
    fn nothing_that_steers_a_terminal_becomes_a_cell() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        let words = "a\x1b[2J\u{202e}b\u{9b}c\nd\u{e0041}";
        let behind = write(&mut buffer, Position::new(1, 0), words, 11, Style::new());
        let row: String = buffer.content().iter().map(|cell| cell.symbol()).collect();
        assert_eq!(row, " a\u{fffd}[2J\u{fffd}b\u{fffd}c d");
        assert_eq!(behind, 12);
    }
}
