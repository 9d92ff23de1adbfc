//! The one place where words become cells. They were cleaned where they came in; here they are cleaned once more, so that
//! nothing a page forgot can steer the terminal.

use crate::text::clean_line;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;

/// Writes words into one row from a cell on, into so many cells at the most, and tells the column behind them.
pub(super) fn write(
    buffer: &mut Buffer,
    at: Position,
    words: &str,
    most: usize,
    style: Style,
) -> u16 {
    let shown = clean_line(words);
    buffer.set_stringn(at.x, at.y, &shown, most, style).0
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
    use ratatui::layout::Rect;

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
