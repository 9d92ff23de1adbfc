//! The answer on a page: a field, rows to choose from, or the list at the landing.

use super::super::field::{Field, Rows};
use super::super::ui::Ui;
use super::both;
use super::keeping;
use super::picking;
use super::text::{self, plain};
use super::unseen;
use crate::flow::{AskView, Offered, Sibling};
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Where the second column of a list begins.
const SECOND: u16 = 27;

/// Draws the answer, and tells where the cursor goes and what is left below it.
pub(super) fn draw(
    ui: &mut Ui,
    area: Rect,
    buffer: &mut Buffer,
    words: Words<'_>,
) -> (Position, Rect) {
    let below = |y: u16| Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    let (cursor, after) = match &ui.field {
        Field::Words(_) => field(ui, area, buffer),
        Field::List(rows) => {
            let options = match &ui.page.ask {
                AskView::Choice { options, .. } => options.as_slice(),
                _ => &[],
            };
            list(rows, options, ui.is_bare(), area, buffer, words)
        }
        Field::Keep(at) => match &ui.page.ask {
            AskView::Keep { items } => (
                keeping::draw(items, *at, area, buffer, words),
                area.bottom(),
            ),
            _ => (area.as_position(), area.y),
        },
        Field::Pick(_) => (picking::draw(ui, area, buffer, words), area.bottom()),
        Field::Unseen(_) => unseen::draw(ui, area, buffer, words),
        Field::Both => both::draw(ui, area, buffer, words),
        Field::Still => (area.as_position(), area.y),
    };
    (cursor, below(after))
}

/// The blanks filled before, the label of this one, and the field.
fn field(ui: &mut Ui, area: Rect, buffer: &mut Buffer) -> (Position, u16) {
    let mut y = area.y;
    if let AskView::Blank { blanks, at } = &ui.page.ask {
        let before = blanks.iter().take(*at);
        let filled = before.filter_map(|blank| {
            blank
                .text
                .as_ref()
                .map(|text| format!("{} {text}", blank.label))
        });
        let filled: Vec<String> = filled.collect();
        // The latest ones stay where there is no room for all; the label and the field need four rows.
        let room = usize::from(area.height.saturating_sub(4));
        for line in filled.iter().skip(filled.len().saturating_sub(room)) {
            let line = text::cut(line, area.width, 1).concat();
            text::row(buffer, area, y, &line, plain());
            y += 1;
        }
        if let Some(Sibling { label, .. }) = blanks.get(*at)
            && area.height > 1
        {
            y = text::block(buffer, area, y, label, plain()).min(area.bottom() - 1);
        }
    }
    let left = area.bottom().saturating_sub(y);
    let Field::Words(editor) = &mut ui.field else {
        return (area.as_position(), area.y);
    };
    // Where sentences stand below, the field has the rows it needs, three at most.
    let rows = u16::try_from(editor.rows(area.width)).unwrap_or(left);
    let height = if ui.page.foot.is_empty() {
        left
    } else {
        rows.clamp(1, 3).min(left)
    };
    let inner = Rect {
        y,
        height: height.max(1),
        ..area
    };
    let cursor = editor.render(inner, buffer, &[]);
    text::mark(buffer, area, cursor.y);
    (cursor, inner.bottom() + 1)
}

/// Rows to choose from, the last one passes. Where they are more than fit, the list scrolls.
fn list(
    rows: &Rows,
    options: &[Offered],
    bare: bool,
    area: Rect,
    buffer: &mut Buffer,
    words: Words<'_>,
) -> (Position, u16) {
    let numbers = !bare && rows.numbered > 0;
    let indent = if numbers { 4 } else { 0 };
    let inner = Rect {
        x: area.x + indent,
        width: area.width.saturating_sub(indent),
        ..area
    };
    let blocks: Vec<Vec<String>> = rows
        .texts
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let note = options.get(at).and_then(|option| option.note.as_deref());
            beside(row, note, inner.width)
        })
        .collect();
    let (first, last) = window(&blocks, rows.at, usize::from(area.height));
    let mut y = area.y;
    let mut cursor = area.as_position();
    for (at, block) in blocks.iter().enumerate().take(last).skip(first) {
        if at == rows.at {
            text::mark(buffer, area, y);
            cursor = Position::new(area.x, y);
        }
        if numbers && at < rows.numbered {
            text::row(buffer, area, y, &(at + 1).to_string(), plain());
        }
        for line in block {
            text::row(buffer, inner, y, line, plain());
            y = y.saturating_add(1);
        }
    }
    if last < blocks.len() {
        let n = (blocks.len() - last).to_string();
        let more = words.say(Key::More, &[("n", &n)]);
        if y < area.bottom() {
            text::row(buffer, inner, area.bottom() - 1, &more, plain());
        } else {
            // No row is left for it; it stands at the end of the last one, if that is free.
            text::row_right_if_free(buffer, inner, area.bottom() - 1, &more);
        }
    }
    (cursor, y.saturating_add(1))
}

/// A row, with a few words in a second column where both fit, else below it.
fn beside(row: &str, note: Option<&str>, width: u16) -> Vec<String> {
    let Some(note) = note else {
        return text::rows(row, width)
            .into_iter()
            .map(str::to_owned)
            .collect();
    };
    let second = usize::from(SECOND);
    let short = crate::text::width(row) + 2 <= second;
    if short && second + crate::text::width(note) <= usize::from(width) {
        let gap = " ".repeat(second - crate::text::width(row));
        return vec![format!("{row}{gap}{note}")];
    }
    let mut lines: Vec<String> = text::rows(row, width)
        .into_iter()
        .map(str::to_owned)
        .collect();
    let below = text::rows(note, width.saturating_sub(4));
    lines.extend(below.into_iter().map(|line| format!("    {line}")));
    lines
}

/// Which blocks are shown, so that the one under the mark is among them.
pub(super) fn window(blocks: &[Vec<String>], at: usize, height: usize) -> (usize, usize) {
    let rows = |from: usize, to: usize| {
        blocks
            .iter()
            .take(to)
            .skip(from)
            .map(Vec::len)
            .sum::<usize>()
    };
    if rows(0, blocks.len()) <= height {
        return (0, blocks.len());
    }
    // One row tells how many there are below.
    let room = height.saturating_sub(1).max(1);
    let first = (0..=at)
        .find(|first| rows(*first, at + 1) <= room)
        .unwrap_or(at);
    let last = (at + 1..=blocks.len())
        .rev()
        .find(|last| rows(first, *last) <= room)
        .unwrap_or(at + 1);
    (first, last)
}
