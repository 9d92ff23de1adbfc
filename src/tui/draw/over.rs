//! What takes the page's place: the menu, a page of reading, the map.

use super::super::keys::{Bound, name};
use super::super::river::{Upright, columns, paint, rows_per_floe, strip};
use super::super::ui::Ui;
use super::text::{self, bold, plain};
use super::zones::Zones;
use crate::flow::{MapRow, PaneView};
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Where the keys stand beside the actions.
const KEYS: u16 = 40;

/// One column of actions, their keys in a second one.
pub(super) fn menu(
    ui: &Ui,
    at: usize,
    zones: Zones,
    buffer: &mut Buffer,
    words: Words<'_>,
) -> Position {
    let area = Rect {
        height: zones.drawer.bottom().saturating_sub(zones.page.y),
        ..zones.page
    };
    text::row(buffer, area, area.y, &words.say(Key::Menu, &[]), bold());
    let actions = ui.actions();
    let rows = usize::from(area.height.saturating_sub(2)).max(1);
    // The last row tells how many there are below.
    let room = if actions.len() > rows {
        rows.saturating_sub(1).max(1)
    } else {
        rows
    };
    let first = (at + 1).saturating_sub(room);
    let below = actions.len().saturating_sub(first + room);
    if below > 0 {
        let more = words.say(Key::More, &[("n", &below.to_string())]);
        text::row(buffer, area, area.bottom() - 1, &more, plain());
    }
    let mut cursor = area.as_position();
    for ((number, action), y) in actions
        .iter()
        .enumerate()
        .skip(first)
        .take(room)
        .zip(area.y + 2..)
    {
        if number == at {
            text::mark(buffer, area, y);
            cursor = Position::new(area.x, y);
        }
        text::row(buffer, area, y, &words.say(action.label(), &[]), plain());
        if let Some(key) = name(Bound::Do(*action)) {
            let keys = Rect {
                x: area.x + KEYS.min(area.width),
                width: area.width.saturating_sub(KEYS),
                ..area
            };
            text::row(buffer, keys, y, &key, plain());
        }
    }
    cursor
}

/// A page of reading, scrolled.
pub(super) fn reading(
    view: &PaneView,
    scroll: usize,
    zones: Zones,
    buffer: &mut Buffer,
) -> Position {
    let area = Rect {
        height: zones.drawer.bottom().saturating_sub(zones.page.y),
        ..zones.page
    };
    text::row(buffer, area, area.y, &view.title, bold());
    text::mark(buffer, area, area.y);
    let mut lines: Vec<&str> = Vec::new();
    for paragraph in &view.paragraphs {
        if !lines.is_empty() {
            lines.push("");
        }
        lines.extend(text::rows(paragraph, area.width));
    }
    let room = usize::from(area.height.saturating_sub(2));
    let first = scroll.min(lines.len().saturating_sub(room));
    for (line, y) in lines.iter().skip(first).take(room).zip(area.y + 2..) {
        text::row(buffer, area, y, line, plain());
    }
    area.as_position()
}

/// The upright map: names left, the river in a strip at the right, the far bank on top.
pub(super) fn map(
    ui: &Ui,
    rows: &[MapRow],
    at: usize,
    screen: Rect,
    buffer: &mut Buffer,
    words: Words<'_>,
) -> Position {
    let width = columns(screen.width);
    let scene = &ui.page.scene;
    let per = rows_per_floe(screen.height);
    let upright = Upright {
        w: width,
        rows: screen.height,
        per,
        seed: scene.seed,
        n: rows.len().saturating_sub(2),
        at: scene.at,
        seats: scene.seats,
    };
    let drawn = strip(&upright, ui.look.ink.fill());
    let right = Rect {
        x: screen.right().saturating_sub(width),
        width: width.min(screen.width),
        ..screen
    };
    if screen.width >= 60 && screen.height >= 18 {
        paint(&drawn.grid, ui.look.ink, right, buffer);
    }
    let left = if screen.width < 72 { 3 } else { 7 };
    let area = Rect {
        x: screen.x + left,
        width: right.x.saturating_sub(screen.x + left + 2),
        ..screen
    };
    let mut cursor = area.as_position();
    let placed = rows.iter().zip(&drawn.names).enumerate();
    for (number, (row, y)) in placed {
        let y = screen.y + *y;
        let style = if number == at { bold() } else { plain() };
        let said = match (row.here, row.passed_over) {
            (true, _) => words.say(Key::MapHere, &[]),
            (_, true) => words.say(Key::MapPassed, &[]),
            _ => String::new(),
        };
        text::row(buffer, area, y, &row.title, style);
        if screen.width >= 72 && !said.is_empty() {
            let x = area.x + 35.min(area.width);
            text::row(
                buffer,
                Rect {
                    x,
                    width: area.right().saturating_sub(x),
                    ..area
                },
                y,
                &said,
                plain(),
            );
        }
        if number == at {
            text::mark(buffer, area, y);
            cursor = Position::new(area.x, y);
        }
    }
    cursor
}
