//! Picking words: what is picked, then the groups with one open under the mark, or what a search found.

use super::super::field::Field;
use super::super::pick::Picker;
use super::super::ui::Ui;
use super::answer::window;
use super::text::{self, bold, plain};
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Where a group's words begin; the column before them is for `+` and `[`.
const WORDS: u16 = 12;

/// How far in words stand below the title of their group.
const BELOW: u16 = 2;

/// The groups never have fewer rows, as long as there are any.
const GROUPS: u16 = 3;

pub(super) fn draw(ui: &Ui, area: Rect, buffer: &mut Buffer, words: Words<'_>) -> Position {
    let Field::Pick(picker) = &ui.field else {
        return area.as_position();
    };
    let head = head(picker, words);
    let lines = head.iter().flat_map(|said| text::rows(said, area.width));
    let room = area.height.saturating_sub(1 + GROUPS);
    let mut y = area.y;
    for line in lines.take(usize::from(room)) {
        text::row(buffer, area, y, line, plain());
        y += 1;
    }
    if y > area.y {
        y += 1;
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

/// What is picked, how to find more, and what is often near a story-word.
fn head(picker: &Picker, words: Words<'_>) -> Vec<String> {
    let find = words.say(Key::TypeToFind, &[]);
    let picked = if picker.picked.is_empty() {
        find
    } else {
        let picked = words.say(Key::Picked, &[("words", &picker.picked.join(", "))]);
        format!("{picked} {find}")
    };
    let mut head = vec![picked];
    if !picker.near.is_empty() {
        let near = words.say(Key::StoryNear, &[("words", &picker.near.join(", "))]);
        head.push(format!("{} {near}", words.say(Key::StoryWord, &[])));
    }
    head
}

/// A word as it is shown: `+word` is picked, `[word]` is under the cursor.
fn dressed(picker: &Picker, word: &str, under_cursor: bool) -> String {
    let is_picked = picker.picked.iter().any(|other| other == word);
    match (under_cursor, is_picked) {
        (true, true) => format!("[+{word}]"),
        (true, false) => format!("[{word}]"),
        (false, true) => format!("+{word} "),
        (false, false) => format!(" {word} "),
    }
}

/// A group's lines: its title and what it is about, or, when it is open, its words.
fn lines(picker: &Picker, at: usize, open: bool, width: u16, below: bool) -> Vec<String> {
    let Some(group) = picker.groups.get(at) else {
        return Vec::new();
    };
    if !open && below {
        return vec![String::new()];
    }
    if !open {
        return vec![format!(" {}", group.about)];
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
    if below {
        // The row of the title.
        lines.insert(0, String::new());
    }
    lines
}

/// The column of the words, with room for what is before them, or below it.
fn beside(picker: &Picker, area: Rect) -> Rect {
    if area.width < text::NARROW {
        let indent = BELOW.min(area.width);
        return Rect {
            x: area.x + indent,
            width: area.width - indent,
            ..area
        };
    }
    let longest = picker
        .groups
        .iter()
        .map(|group| crate::text::width(&group.title))
        .max();
    let titles = u16::try_from(longest.unwrap_or(0) + 1).unwrap_or(WORDS);
    let indent = titles.max(WORDS - 1).min(area.width);
    Rect {
        x: area.x + indent,
        width: area.width - indent,
        ..area
    }
}

fn groups(picker: &Picker, area: Rect, buffer: &mut Buffer, words: Words<'_>) -> Position {
    let inner = beside(picker, area);
    let below = area.width < text::NARROW;
    let shape = |all: bool| -> Vec<Vec<String>> {
        (0..picker.groups.len())
            .map(|at| lines(picker, at, all || at == picker.group, inner.width, below))
            .collect()
    };
    let height = usize::from(area.height);
    let all = shape(true);
    let mut blocks = if all.iter().map(Vec::len).sum::<usize>() <= height {
        all
    } else {
        shape(false)
    };
    // The row the next key acts on; where its group is taller than the room, the rows before it go.
    let mut acts_on = 0;
    if let Some(block) = blocks.get_mut(picker.group) {
        let row = block.iter().position(|line| line.contains('['));
        acts_on = row.filter(|_| picker.word.is_some()).unwrap_or(0);
        let gone = (acts_on + 1).saturating_sub(height.saturating_sub(1).max(1));
        block.drain(..gone);
        acts_on -= gone;
    }
    let (first, last) = window(&blocks, picker.group, height);
    let mut y = area.y;
    let mut cursor = area.as_position();
    for (at, (group, block)) in picker
        .groups
        .iter()
        .zip(&blocks)
        .enumerate()
        .take(last)
        .skip(first)
    {
        if !below || block.first().is_some_and(String::is_empty) {
            text::row(buffer, area, y, &group.title, plain());
        }
        for (row, line) in block.iter().enumerate() {
            text::row(buffer, inner, y, line.trim_end(), plain());
            if at == picker.group && row == acts_on {
                text::mark(buffer, area, y);
                let before = line.split_once('[').filter(|_| picker.word.is_some());
                let column = before.map(|(before, _)| inner.x + columns(before));
                cursor = Position::new(column.unwrap_or(area.x), y);
            }
            y = y.saturating_add(1);
        }
    }
    if last < picker.groups.len() && y < area.bottom() {
        let n = (picker.groups.len() - last).to_string();
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

fn columns(words: &str) -> u16 {
    u16::try_from(crate::text::width(words)).unwrap_or(u16::MAX)
}

/// What a search found, by group; what is in no list is one's own word.
fn found(picker: &Picker, area: Rect, buffer: &mut Buffer, words: Words<'_>) -> Position {
    text::mark(buffer, area, area.y);
    text::row(buffer, area, area.y, &picker.typed, bold());
    let last = area.width.saturating_sub(1);
    let cursor = Position::new(area.x + columns(&picker.typed).min(last), area.y);
    let matches = picker.matches();
    let y = area.y + 2;
    if matches.is_empty() {
        text::row(buffer, area, y, &words.say(Key::OwnWord, &[]), plain());
    }
    let room = usize::from(area.bottom().saturating_sub(y));
    let first = (picker.found + 1).saturating_sub(room);
    let shown = matches.iter().enumerate().skip(first).take(room);
    for ((at, (group, word)), y) in shown.zip(y..) {
        let title = picker.groups.get(*group).map(|group| group.title.as_str());
        let title = title.filter(|_| area.width >= text::NARROW);
        text::row(buffer, area, y, title.unwrap_or_default(), plain());
        let word = dressed(picker, word, at == picker.found);
        text::row(buffer, beside(picker, area), y, word.trim_end(), plain());
    }
    cursor
}
