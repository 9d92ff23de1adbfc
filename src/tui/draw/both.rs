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

/// The rows it takes: two keys, the way on without them, and what is said below.
pub(super) fn rows(said: &[String], column: u16) -> usize {
    let said = said.iter().map(|said| text::rows(said, column).len() + 1);
    3 + said.sum::<usize>()
}

/// What is said of the keys. It stands below them, so that nothing moves while people press.
pub(super) fn said(ui: &Ui, words: Words<'_>) -> Vec<String> {
    let AskView::Both { names, pressed, .. } = &ui.page.ask else {
        return Vec::new();
    };
    let [first, second] = names;
    let waits = pressed.map(|seat| {
        let (name, other) = match seat {
            Seat::First => (first, second),
            Seat::Second => (second, first),
        };
        words.say(Key::BothWaits, &[("name", name), ("other", other)])
    });
    waits.into_iter().chain(ui.told.clone()).collect()
}

/// Draws the rows, and tells the first one below them. No row has the mark: either key acts on the ask.
pub(super) fn draw(ui: &Ui, area: Rect, buffer: &mut Buffer, words: Words<'_>) -> (Position, u16) {
    let AskView::Both { names, pressed, no } = &ui.page.ask else {
        return (area.as_position(), area.y);
    };
    let say = |key| words.say(key, &[]);
    let (first, second, is_pressed) = (
        say(Key::BothFirst),
        say(Key::BothSecond),
        say(Key::BothPressed),
    );
    let said_of = |seat| {
        if *pressed == Some(seat) {
            is_pressed.as_str()
        } else {
            ""
        }
    };
    let rows = [
        [&names[0], first.as_str(), said_of(Seat::First)],
        [&names[1], &second, said_of(Seat::Second)],
        [no, WITHOUT, ""],
    ];
    // Long names give way; the keys and who has pressed are always there.
    let keys = width(&first).max(width(&second)) + GAP;
    let room = usize::from(area.width).saturating_sub(GAP + keys + width(&is_pressed));
    let longest = rows.iter().map(|[name, ..]| width(name)).max().unwrap_or(0);
    let name = longest.min(room) + GAP;
    let columns = [
        (0, name - GAP),
        (name, keys),
        (name + keys, width(&is_pressed)),
    ];
    for (row, y) in rows.iter().zip(area.y..) {
        for (part, (x, wide)) in row.iter().zip(columns) {
            let [x, wide] = [x, wide].map(|n| u16::try_from(n).unwrap_or(area.width));
            let column = Rect {
                x: area.x + x.min(area.width),
                width: wide.min(area.width.saturating_sub(x)),
                ..area
            };
            let part = text::cut(part, column.width, 1).concat();
            text::row(buffer, column, y, &part, plain());
        }
    }
    let mut y = area.y.saturating_add(4);
    for said in said(ui, words) {
        y = text::block(buffer, area, y, &said, plain()).saturating_add(1);
    }
    (area.as_position(), y)
}
