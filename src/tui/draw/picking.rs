//! Picking words: what is picked, then the groups with one open under the mark, or what a search found.

use super::super::field::Field;
use super::super::pick::Picker;
use super::super::ui::Ui;
use super::text::{self, bold, plain};
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Where a group's words begin.
const WORDS: u16 = 12;

pub(super) fn draw(ui: &Ui, area: Rect, buffer: &mut Buffer, words: Words<'_>) -> Position {
    let Field::Pick(picker) = &ui.field else {
        return area.as_position();
    };
    let mut y = text::block(buffer, area, area.y, &head(picker, words), plain()).saturating_add(1);
    if !picker.near.is_empty() {
        let near = words.say(Key::StoryNear, &[("words", &picker.near.join(", "))]);
        let told = format!("{} {near}", words.say(Key::StoryWord, &[]));
        y = text::block(buffer, area, y.saturating_sub(1), &told, plain()).saturating_add(1);
    }
    let below = Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    if picker.typed.is_empty() {
        groups(picker, below, buffer, words)
    } else {
        found(picker, below, buffer, words)
    }
}

fn head(picker: &Picker, words: Words<'_>) -> String {
    let find = words.say(Key::TypeToFind, &[]);
    if picker.picked.is_empty() {
        return find;
    }
    format!(
        "{} {find}",
        words.say(Key::Picked, &[("words", &picker.picked.join(", "))])
    )
}

/// A word as it is shown: `+word` is picked, `[word]` is under the cursor.
fn dressed(picker: &Picker, word: &str, under_cursor: bool) -> String {
    let picked = if picker.picked.iter().any(|other| other == word) {
        "+"
    } else {
        ""
    };
    if under_cursor {
        format!("[{picked}{word}]")
    } else {
        format!(" {picked}{word} ")
    }
}

/// A group's lines: its title and what it is about, or, when it is open, its words.
fn lines(picker: &Picker, at: usize, open: bool, width: u16) -> Vec<String> {
    let Some(group) = picker.groups.get(at) else {
        return Vec::new();
    };
    if !open {
        return vec![group.about.clone()];
    }
    let cursor = (picker.group == at).then_some(picker.word).flatten();
    let mut lines = vec![String::new()];
    for (number, word) in group.words.iter().enumerate() {
        let word = dressed(picker, word, cursor == Some(number));
        let full = lines.last().is_some_and(|line| {
            !line.is_empty()
                && crate::text::width(line) + 1 + crate::text::width(&word) > usize::from(width)
        });
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
    }
    lines
}

fn groups(picker: &Picker, area: Rect, buffer: &mut Buffer, words: Words<'_>) -> Position {
    let inner = Rect {
        x: area.x + WORDS,
        width: area.width.saturating_sub(WORDS),
        ..area
    };
    let shape = |all: bool| -> Vec<Vec<String>> {
        (0..picker.groups.len())
            .map(|at| lines(picker, at, all || at == picker.group, inner.width))
            .collect()
    };
    let rows = |blocks: &[Vec<String>]| blocks.iter().map(Vec::len).sum::<usize>();
    let height = usize::from(area.height);
    let all = shape(true);
    let blocks = if rows(&all) <= height {
        all
    } else {
        shape(false)
    };
    let first = (0..=picker.group)
        .find(|first| rows(blocks.get(*first..=picker.group).unwrap_or_default()) < height.max(2))
        .unwrap_or(picker.group);
    let mut y = area.y;
    let mut cursor = area.as_position();
    let mut shown = first;
    for (at, (group, block)) in picker.groups.iter().zip(&blocks).enumerate().skip(first) {
        if usize::from(y - area.y) + block.len() > height {
            break;
        }
        shown = at + 1;
        if at == picker.group {
            text::mark(buffer, area, y);
            cursor = Position::new(area.x, y);
        }
        text::row(buffer, area, y, &group.title, plain());
        for line in block {
            text::row(buffer, inner, y, line.trim_end(), plain());
            if let Some(column) = line
                .find('[')
                .filter(|_| at == picker.group && picker.word.is_some())
            {
                cursor = Position::new(inner.x + u16::try_from(column).unwrap_or(0), y);
            }
            y += 1;
        }
    }
    if shown < picker.groups.len() && y < area.bottom() {
        let n = (picker.groups.len() - shown).to_string();
        text::row(
            buffer,
            area,
            y,
            &words.say(Key::More, &[("n", &n)]),
            plain(),
        );
    }
    cursor
}

/// What a search found, by group; what is in no list is one's own word.
fn found(picker: &Picker, area: Rect, buffer: &mut Buffer, words: Words<'_>) -> Position {
    text::mark(buffer, area, area.y);
    text::row(buffer, area, area.y, &picker.typed, bold());
    let typed = u16::try_from(crate::text::width(&picker.typed)).unwrap_or(area.width);
    let cursor = Position::new(area.x + typed.min(area.width.saturating_sub(1)), area.y);
    let matches = picker.matches();
    let mut y = area.y + 2;
    if matches.is_empty() {
        text::row(buffer, area, y, &words.say(Key::OwnWord, &[]), plain());
    }
    let room = usize::from(area.bottom().saturating_sub(y));
    let first = picker.found.saturating_sub(room.saturating_sub(1));
    for (at, (group, word)) in matches.iter().enumerate().skip(first).take(room) {
        let title = picker
            .groups
            .get(*group)
            .map(|group| group.title.as_str())
            .unwrap_or_default();
        text::row(buffer, area, y, title, plain());
        let inner = Rect {
            x: area.x + WORDS,
            width: area.width.saturating_sub(WORDS),
            ..area
        };
        text::row(
            buffer,
            inner,
            y,
            dressed(picker, word, at == picker.found).trim_end(),
            plain(),
        );
        y += 1;
    }
    cursor
}
