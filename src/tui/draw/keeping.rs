//! The list at the landing: keep or melt, what it is, the thing itself, and whose yes is missing.

use super::answer::window;
use super::text::{self, plain};
use crate::flow::ItemView;
use crate::text::width;
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Columns of the mark and of the short name.
const MARK: u16 = 7;
const LABEL: u16 = 16;

/// The widest column for whose yes is missing, and the gap before it.
const MISSING: u16 = 16;
const GAP: u16 = 2;

/// Draws the list, and tells where the cursor goes.
pub(super) fn draw(
    items: &[ItemView],
    at: usize,
    area: Rect,
    buffer: &mut Buffer,
    words: Words<'_>,
) -> Position {
    let column = |x: u16, width: u16| Rect {
        x: area.x + x,
        width,
        ..area
    };
    let missing = missing(items).min(MISSING);
    let taken = if missing == 0 { 0 } else { missing + GAP };
    let below = area.width < text::NARROW;
    let indent = if below { MARK } else { MARK + LABEL };
    let thing = column(indent, area.width.saturating_sub(indent + taken));
    let yes = column(area.width.saturating_sub(missing), missing);
    let blocks: Vec<Vec<String>> = items
        .iter()
        .enumerate()
        .map(|(row, item)| {
            let words = item.text.replace('\n', " / ");
            match (below, row == at) {
                (false, here) => text::cut(&words, thing.width, if here { 3 } else { 1 }),
                // In a narrow column the thing itself stands below its name, and that of the others in their turn.
                (true, false) => vec![String::new()],
                (true, true) => [vec![String::new()], text::cut(&words, thing.width, 2)].concat(),
            }
        })
        .collect();
    let (first, last) = window(&blocks, at, usize::from(area.height));
    let mut y = area.y;
    let mut cursor = area.as_position();
    for (row, (item, block)) in items.iter().zip(&blocks).enumerate().take(last).skip(first) {
        if row == at {
            text::mark(buffer, area, y);
            cursor = Position::new(area.x, y);
        }
        let mark = words.say(if item.keep { Key::Keep } else { Key::Melt }, &[]);
        text::row(buffer, column(0, MARK), y, &mark, plain());
        text::row(buffer, column(MARK, LABEL - 2), y, &item.label, plain());
        let whose = item.missing.as_deref().unwrap_or_default();
        let whose = text::cut(whose, yes.width, 1).concat();
        text::row(buffer, yes, y, &whose, plain());
        for line in block {
            text::row(buffer, thing, y, line, plain());
            y = y.saturating_add(1);
        }
    }
    if last < items.len() && y < area.bottom() {
        let n = (items.len() - last).to_string();
        let more = words.say(Key::More, &[("n", &n)]);
        text::row(buffer, area, area.bottom() - 1, &more, plain());
    }
    cursor
}

/// The widest of what says whose yes is missing.
fn missing(items: &[ItemView]) -> u16 {
    let widths = items
        .iter()
        .filter_map(|item| item.missing.as_deref().map(width));
    u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX)
}
