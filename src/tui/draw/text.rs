//! Writing words into cells: wrapped by word, cut where there is no room, bold where it is the ask.

use crate::text;
use crate::tui::cells;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

/// In a narrower column what stands side by side elsewhere stands below each other.
pub(super) const NARROW: u16 = 48;

/// Words as they are.
pub(super) fn plain() -> Style {
    Style::new()
}

/// The ask, the mark.
pub(super) fn bold() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}

/// The rows a text takes in a column.
pub(super) fn rows(words: &str, width: u16) -> Vec<&str> {
    let rows = text::wrap(words, usize::from(width));
    rows.into_iter()
        .map(|row| words.get(row).unwrap_or_default().trim_end_matches(' '))
        .collect()
}

/// Writes one row, cut at the column's edge.
pub(super) fn row(buffer: &mut Buffer, area: Rect, y: u16, words: &str, style: Style) {
    if y < area.bottom() && y < buffer.area.bottom() {
        let at = Position::new(area.x, y);
        cells::write(buffer, at, words, usize::from(area.width), style);
    }
}

/// Whether nothing stands in a row of a column yet.
pub(super) fn is_free(buffer: &Buffer, area: Rect, y: u16) -> bool {
    let cells = (area.x..area.right()).filter_map(|x| buffer.cell((x, y)));
    cells.map(Cell::symbol).all(|symbol| symbol == " ")
}

/// Writes a row that ends at the column's right edge.
pub(super) fn row_right(buffer: &mut Buffer, area: Rect, y: u16, words: &str) {
    let width = u16::try_from(text::width(words))
        .unwrap_or(u16::MAX)
        .min(area.width);
    let right = Rect {
        x: area.right() - width,
        width,
        ..area
    };
    row(buffer, right, y, words, plain());
}

/// Writes at the right edge of a row, where nothing stands there and in the two cells before it yet.
pub(super) fn row_right_if_free(buffer: &mut Buffer, area: Rect, y: u16, words: &str) {
    let width = u16::try_from(text::width(words) + 2).unwrap_or(u16::MAX);
    let right = Rect {
        x: area.right().saturating_sub(width).max(area.x),
        width: width.min(area.width),
        ..area
    };
    if is_free(buffer, right, y) {
        row_right(buffer, right, y, words);
    }
}

/// Writes a text from a row on, and tells the row after it.
pub(super) fn block(buffer: &mut Buffer, area: Rect, y: u16, words: &str, style: Style) -> u16 {
    let mut y = y;
    for line in rows(words, area.width) {
        row(buffer, area, y, line, style);
        y = y.saturating_add(1);
    }
    y
}

/// The mark before what the next key acts on.
pub(super) fn mark(buffer: &mut Buffer, area: Rect, y: u16) {
    let gutter = Rect {
        x: area.x.saturating_sub(2),
        width: 1,
        ..area
    };
    row(buffer, gutter, y, ">", bold());
}

/// A text cut to so many rows, with dots where it was cut.
pub(super) fn cut(words: &str, width: u16, most: usize) -> Vec<String> {
    let all = rows(words, width);
    let mut shown: Vec<String> = all.iter().take(most).map(|row| (*row).to_owned()).collect();
    if all.len() > most
        && let Some(last) = shown.last_mut()
    {
        let room = usize::from(width).saturating_sub(3);
        while text::width(last) > room {
            last.pop();
        }
        let words = last.trim_end_matches(['.', ',', ':', ' ']).len();
        last.truncate(words);
        last.push_str("...");
    }
    shown
}
