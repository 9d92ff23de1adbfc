//! What takes the page's place: the menu, a page of reading, the map.

use super::super::keys::{Bound, name};
use super::super::over::Over;
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

/// Where the map's notes stand beside its names, and the least room they take.
const NOTES: u16 = 35;
const NOTE: u16 = 13;

/// One column of actions, their keys in a second one.
pub(super) fn menu(ui: &Ui, zones: Zones, buffer: &mut Buffer, words: Words<'_>) -> Position {
    let Over::Menu { at } = ui.over else {
        return zones.page.as_position();
    };
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
        text::row(
            buffer,
            area,
            y,
            &words.say(action.label_on(&ui.page), &[]),
            plain(),
        );
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

/// A page of reading, scrolled no further than its last row.
pub(super) fn reading(
    view: &PaneView,
    scroll: &mut usize,
    zones: Zones,
    buffer: &mut Buffer,
    words: Words<'_>,
) -> Position {
    let area = Rect {
        height: zones.drawer.bottom().saturating_sub(zones.page.y),
        ..zones.page
    };
    text::mark(buffer, area, area.y);
    let top = text::block(buffer, area, area.y, &view.title, bold()) + 1;
    let mut lines: Vec<&str> = Vec::new();
    for paragraph in &view.paragraphs {
        if !lines.is_empty() {
            lines.push("");
        }
        lines.extend(text::rows(paragraph, area.width));
    }
    let rows = usize::from(area.bottom().saturating_sub(top));
    // The last row tells how many there are below.
    let room = if lines.len() > rows {
        rows.saturating_sub(1).max(1)
    } else {
        rows
    };
    *scroll = (*scroll).min(lines.len().saturating_sub(room));
    for (line, y) in lines.iter().skip(*scroll).take(room).zip(top..) {
        text::row(buffer, area, y, line, plain());
    }
    let below = lines.len().saturating_sub(*scroll + room);
    if below > 0 {
        let more = words.say(Key::More, &[("n", &below.to_string())]);
        text::row(buffer, area, area.bottom() - 1, &more, plain());
    }
    area.as_position()
}

/// The upright map: names left, the river in a strip at the right, the far bank on top.
pub(super) fn map(
    ui: &Ui,
    zones: Zones,
    screen: Rect,
    buffer: &mut Buffer,
    words: Words<'_>,
) -> Position {
    let Over::Map { rows, at } = &ui.over else {
        return screen.as_position();
    };
    let scene = &ui.page.scene;
    let upright = Upright {
        w: columns(screen.width),
        rows: screen.height,
        per: rows_per_floe(screen.height),
        seed: scene.seed,
        n: rows.len().saturating_sub(2),
        at: scene.at,
        seats: scene.seats,
    };
    let drawn = strip(&upright, ui.look.ink.fill());
    let has_strip = screen.width >= 60 && screen.height >= 18;
    let mut area = Rect {
        y: screen.y,
        height: screen.height.saturating_sub(2),
        ..zones.page
    };
    let mut names: Vec<Option<u16>> = drawn.names.iter().copied().map(Some).collect();
    if has_strip {
        let right = Rect {
            x: screen.right().saturating_sub(upright.w),
            width: upright.w,
            ..screen
        };
        paint(&drawn.grid, ui.look.ink, right, buffer);
        area.width = right.x.saturating_sub(area.x + 2);
    } else {
        names = close_names(rows.len(), *at, area.height);
    }
    let mut cursor = area.as_position();
    for (place, (row, y)) in rows.iter().zip(&names).enumerate() {
        let Some(y) = y.map(|y| screen.y + y) else {
            continue;
        };
        if place == *at {
            text::mark(buffer, area, y);
            text::row(buffer, area, y, &row.title, bold());
            cursor = Position::new(area.x, y);
        } else {
            text::row(buffer, area, y, &row.title, plain());
        }
    }
    map_notes(rows, &names, &here(ui, words), area, buffer, words);
    cursor
}

/// Without the strip the names stand as close as they can, the far bank on top, and move with the mark.
fn close_names(places: usize, at: usize, height: u16) -> Vec<Option<u16>> {
    let rows = usize::from(height).max(1);
    let from_top = |place: usize| places.saturating_sub(place + 1);
    let first = (from_top(at) + 1).saturating_sub(rows);
    let row = |place| from_top(place).checked_sub(first).filter(|y| *y < rows);
    (0..places)
        .map(|place| row(place).and_then(|y| u16::try_from(y).ok()))
        .collect()
}

/// Who stands where one is: two people by their names.
fn here(ui: &Ui, words: Words<'_>) -> String {
    if ui.page.scene.seats < 2 {
        return words.say(Key::MapHere, &[]);
    }
    let [first, second] = &ui.page.names;
    words.say(Key::BothNames, &[("first", first), ("second", second)])
}

/// Where one is and what was passed over: beside the names, or below them where there is no room.
fn map_notes(
    rows: &[MapRow],
    names: &[Option<u16>],
    here: &str,
    area: Rect,
    buffer: &mut Buffer,
    words: Words<'_>,
) {
    let beside = Rect {
        x: area.x + NOTES.min(area.width),
        width: area.width.saturating_sub(NOTES),
        ..area
    };
    let mut below = names.iter().flatten().max().map_or(0, |y| area.y + y + 2);
    for (row, y) in rows.iter().zip(names) {
        let said = match (row.here, row.passed_over) {
            (true, _) => here.to_owned(),
            (_, true) => words.say(Key::MapPassed, &[]),
            _ => continue,
        };
        match y {
            Some(y) if beside.width >= NOTE => {
                text::row(buffer, beside, area.y + y, &said, plain())
            }
            _ => {
                below = text::block(
                    buffer,
                    area,
                    below,
                    &format!("{said}: {}", row.title),
                    plain(),
                )
            }
        }
    }
}
