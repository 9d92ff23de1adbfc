//! Two keys, one for each: who has which, whose is pressed, and how to go on without them.

use super::super::ui::Ui;
use super::text::{self, plain};
use crate::flow::AskView;
use crate::session::Seat;
use crate::text::width;
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The key that goes on without it.
const WITHOUT: &str = "0";

/// Columns between two parts of a row.
const GAP: usize = 3;

/// Draws the rows, and tells the first one below them. No row has the mark: either key acts on the ask.
pub(super) fn draw(ui: &Ui, area: Rect, buffer: &mut Buffer, words: Words<'_>) -> (Position, u16) {
    let AskView::Both { names, pressed, no } = &ui.page.ask else {
        return (area.as_position(), area.y);
    };
    let say = |key| words.say(key, &[]);
    let keys = [say(Key::BothFirst), say(Key::BothSecond)];
    let said = say(Key::BothPressed);
    let second = keys.iter().map(|key| width(key)).max().unwrap_or(0) + GAP;
    let third = width(&said);
    // Long names give way; the keys and who has pressed are always there.
    let room = usize::from(area.width).saturating_sub(GAP + second + third);
    let longest = names.iter().chain([no]).map(|name| width(name)).max();
    let first = longest.unwrap_or(0).min(room) + GAP;
    let columns = [0, first, first + second].map(|x| u16::try_from(x).unwrap_or(area.width));
    let mut row = |y: u16, parts: [&str; 3]| {
        let ends = [columns[1].saturating_sub(2), columns[2], area.width];
        for ((part, x), end) in parts.into_iter().zip(columns).zip(ends) {
            let column = Rect {
                x: area.x + x.min(area.width),
                width: end.saturating_sub(x),
                ..area
            };
            let part = text::cut(part, column.width, 1).concat();
            text::row(buffer, column, y, &part, plain());
        }
    };
    for ((seat, name), (key, y)) in Seat::BOTH
        .into_iter()
        .zip(names)
        .zip(keys.iter().zip(area.y..))
    {
        let is_pressed = *pressed == Some(seat);
        row(y, [name, key, if is_pressed { &said } else { "" }]);
    }
    row(area.y.saturating_add(2), [no, WITHOUT, ""]);
    (area.as_position(), area.y.saturating_add(4))
}
