//! A page: what was said, the ask in bold, the answer, and one line that names what can be opened.

use super::super::field::Field;
use super::super::ui::Ui;
use super::text::{self, bold, plain};
use super::zones::Zones;
use super::{answer, picking};
use crate::flow::{AskView, Pane, Shown};
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The answer never has fewer rows.
const ANSWER: u16 = 3;

pub(super) fn draw(ui: &mut Ui, zones: Zones, buffer: &mut Buffer, words: Words<'_>) -> Position {
    let area = zones.page;
    let still = matches!(ui.field, Field::Still);
    let drawer = drawer_rows(ui, area);
    // Where even the ask doesn't fit, one row to answer in stays.
    let ask_room = usize::from(area.height.saturating_sub(if still { 0 } else { 2 }).max(1));
    let ask = text::cut(&ui.page.prompt, area.width, ask_room);
    let blocks = said(ui, words);
    let context = lines(&blocks, area.width);
    let opened = u16::try_from(drawer.len()).unwrap_or(u16::MAX);
    let taken = u16::try_from(ask.len())
        .unwrap_or(u16::MAX)
        .saturating_add(1 + ANSWER + 1 + opened);
    let room = area.height.saturating_sub(taken);
    ui.above = (context.len() > usize::from(room) && drawer.is_empty()).then_some(blocks);
    let mut y = area.y;
    for line in fitted(context, room, words) {
        text::row(buffer, area, y, &line, plain());
        y += 1;
    }
    if y > area.y {
        y += 1;
    }
    let ask_top = y;
    for line in &ask {
        text::row(buffer, area, y, line, bold());
        y += 1;
    }
    if still {
        text::mark(buffer, area, ask_top);
    }
    let zones = zones.near(y + 1, ui);
    let bottom = drawer_top(zones, &drawer);
    let answer = Rect {
        y: y + 1,
        height: bottom.saturating_sub(y + 1),
        ..area
    };
    let cursor = match ui.field {
        Field::Still => {
            foot(ui, answer, buffer, words);
            Position::new(area.x, ask_top)
        }
        Field::Pick(_) => picking::draw(ui, answer, buffer, words),
        _ => answer::draw(ui, answer, buffer, words),
    };
    draw_drawer(ui, zones, &drawer, buffer, words);
    cursor
}

/// What stands above the ask, a paragraph each.
fn said(ui: &Ui, words: Words<'_>) -> Vec<String> {
    let page = &ui.page;
    let mut blocks: Vec<String> = Vec::new();
    blocks.extend(ui.told.iter().cloned());
    blocks.extend(page.notice.iter().cloned());
    blocks.extend(page.notes.iter().cloned());
    blocks.extend(page.shows.iter().map(|shown| in_words(shown, words)));
    let written = matches!(
        page.ask,
        AskView::Line | AskView::Text | AskView::Blank { .. }
    );
    if page.melts && written {
        blocks.push(words.say(Key::Melts, &[]));
    }
    if matches!(page.ask, AskView::Quiet { over: true, .. }) {
        blocks.push(words.say(Key::QuietOver, &[]));
    }
    blocks
}

/// Paragraphs as lines, with an empty one between two.
fn lines(blocks: &[String], width: u16) -> Vec<String> {
    let lines = blocks.iter().enumerate().flat_map(|(at, block)| {
        let gap = (at > 0).then(String::new);
        gap.into_iter()
            .chain(text::rows(block, width).into_iter().map(str::to_owned))
    });
    lines.collect()
}

/// An earlier answer: in quotes by itself, or after its label; a guess is called one.
fn in_words(shown: &Shown, words: Words<'_>) -> String {
    let guess = if shown.guess {
        format!(" ({})", words.say(Key::Guess, &[]))
    } else {
        String::new()
    };
    match &shown.label {
        Some(label) => format!("{label}{guess} {}", shown.text.trim()),
        None => format!("\"{}\"{guess}", shown.text.trim()),
    }
}

/// The context cut to its last lines where there is no room for all of it.
fn fitted(lines: Vec<String>, room: u16, words: Words<'_>) -> Vec<String> {
    let room = usize::from(room);
    if lines.len() <= room {
        return lines;
    }
    let last = lines.len() - room.saturating_sub(1).min(lines.len());
    let mut shown = vec![words.say(Key::MoreAbove, &[])];
    shown.extend(lines.into_iter().skip(last));
    shown.truncate(room);
    shown
}

/// Sentences to be read once, below the answer.
pub(super) fn foot(ui: &Ui, area: Rect, buffer: &mut Buffer, words: Words<'_>) {
    let mut shown = lines(&ui.page.foot, area.width);
    let room = usize::from(area.height);
    if shown.len() > room && room > 0 {
        shown.truncate(room - 1);
        shown.push(words.say(Key::MoreBelow, &[]));
    }
    for (line, y) in shown.iter().zip(area.y..area.bottom()) {
        text::row(buffer, area, y, line, plain());
    }
}

/// The open drawer's rows; empty when it is closed. The ask and the answer keep theirs.
fn drawer_rows(ui: &Ui, area: Rect) -> Vec<String> {
    let drawer = &ui.page.drawer;
    let inside = match ui.drawer {
        Some(Pane::Why) => drawer.why.as_ref(),
        Some(Pane::Hint) => drawer.hint.as_ref(),
        Some(Pane::Example) => drawer.example.as_ref(),
        _ => None,
    };
    let ask = text::rows(&ui.page.prompt, area.width).len();
    let room = usize::from(area.height).saturating_sub(ask + 1 + 1);
    inside
        .map(|text| text::cut(text, area.width, room.clamp(1, 4)))
        .unwrap_or_default()
}

fn drawer_top(zones: Zones, drawer: &[String]) -> u16 {
    let rows = u16::try_from(drawer.len()).unwrap_or(0);
    if rows == 0 {
        zones.page.bottom()
    } else {
        zones.drawer.y.saturating_sub(rows)
    }
}

/// The drawer in its own place: open, or one line that names what is inside.
fn draw_drawer(ui: &Ui, zones: Zones, drawer: &[String], buffer: &mut Buffer, words: Words<'_>) {
    if !drawer.is_empty() {
        let top = drawer_top(zones, drawer) + 1;
        for (line, y) in drawer.iter().zip(top..) {
            let area = Rect {
                y: zones.page.y,
                height: zones.drawer.bottom() - zones.page.y,
                ..zones.page
            };
            text::row(buffer, area, y, line, plain());
        }
        return;
    }
    let inside = &ui.page.drawer;
    let named = [
        (Key::ActHint, inside.hint.is_some()),
        (Key::ActExample, inside.example.is_some()),
        (Key::ActWhy, inside.why.is_some()),
    ];
    let names: Vec<_> = named
        .iter()
        .filter(|(_, there)| *there)
        .map(|(key, _)| words.say(*key, &[]))
        .collect();
    if !names.is_empty() && zones.page.bottom() <= zones.drawer.y {
        let key = if matches!(ui.field, Field::Words(_) | Field::Still) && !ui.tilts() {
            "Tab"
        } else {
            "Esc"
        };
        text::row(
            buffer,
            zones.drawer,
            zones.drawer.y,
            &format!("{key}  {}", names.join(", ")),
            plain(),
        );
    }
}
