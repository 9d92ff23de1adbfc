//! The notes beside a wall, on the full screen: in a column, with the keys below.

use super::{Pressed, Scene};
use crate::runtime::room::Follower;
use crate::runtime::stage::{Notes, TABLE};
use crate::text;
use crate::tui::cells;
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use std::time::Duration;

/// The widest column of notes.
const COLUMN: u16 = 66;
/// Columns of a key and its sentence.
const KEY: usize = 33;

/// The notes of a stage on another terminal.
pub(in crate::tui) struct Beside<'a> {
    pub(in crate::tui) follower: &'a Follower,
    pub(in crate::tui) words: Words<'a>,
    pub(in crate::tui) scroll: usize,
    pub(in crate::tui) hidden: bool,
}

impl Scene for Beside<'_> {
    fn draw(&mut self, area: Rect, buffer: &mut Buffer) {
        if self.hidden {
            return;
        }
        if let Some((notes, later)) = self.follower.notes() {
            let notes = Some((&notes, later));
            draw(notes, None, &mut self.scroll, area, buffer, self.words);
            return;
        }
        let key = match self.follower.had_one() {
            true => Key::StageNotesGone,
            false => Key::StageNotesWait,
        };
        let waits = self.words.say(key, &[]);
        for (y, row) in wrapped(&waits, column(area).width).iter().enumerate() {
            let y = u16::try_from(y).unwrap_or(u16::MAX);
            write(column(area), y.saturating_add(1), row, Style::new(), buffer);
        }
    }

    fn press(&mut self, pressed: Pressed) {
        if std::mem::take(&mut self.hidden) {
            return;
        }
        match pressed {
            // What comes of it is told by the stage, if there is one.
            Pressed::Does(does) => drop(self.follower.ask(does)),
            Pressed::Scroll(by) => self.scroll = self.scroll.saturating_add_signed(by),
            Pressed::Hide => self.hidden = true,
            Pressed::Notes | Pressed::Nothing => {}
        }
    }

    fn rang(&mut self) {}

    fn due(&mut self) {}

    fn wakes(&self) -> Option<Duration> {
        let (notes, later) = self.follower.notes()?;
        Some(tick(&notes, later))
    }
}

/// When what the notes say of the time changes next.
pub(super) fn tick(notes: &Notes, later: u64) -> Duration {
    if notes.ticks(later) {
        return Duration::from_secs(1);
    }
    Duration::from_secs(60 - notes.elapsed.saturating_add(later) % 60)
}

fn column(area: Rect) -> Rect {
    let width = COLUMN.min(area.width.saturating_sub(2));
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}

fn write(area: Rect, y: u16, words: &str, style: Style, buffer: &mut Buffer) {
    let y = area.y.saturating_add(y);
    if y < area.bottom() {
        let at = Position::new(area.x, y);
        cells::write(buffer, at, words, usize::from(area.width), style);
    }
}

fn wrapped(words: &str, columns: u16) -> Vec<String> {
    let rows = text::wrap(words, usize::from(columns).max(1)).into_iter();
    rows.map(|row| words.get(row).unwrap_or_default().trim_end().to_owned())
        .collect()
}

/// Draws the notes, from a row on; that row is set back where nothing more comes.
pub(super) fn draw(
    notes: Option<(&Notes, u64)>,
    room: Option<u16>,
    scroll: &mut usize,
    area: Rect,
    buffer: &mut Buffer,
    words: Words<'_>,
) {
    let area = column(area);
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let Some((notes, later)) = notes else {
        return;
    };
    let time = notes.time(later, words);
    let taken = u16::try_from(text::width(&time)).unwrap_or(area.width);
    write(area, 0, &notes.place, bold, buffer);
    let beside = text::width(&notes.place) + text::width(&time) + 2 <= usize::from(area.width);
    let right = Rect {
        x: area.x + area.width.saturating_sub(taken),
        width: taken.min(area.width),
        ..area
    };
    let (clock, y) = if beside { (right, 0) } else { (area, 1) };
    write(clock, y, &time, Style::new(), buffer);
    let rows = rows(notes, room, area.width, words);
    let top = y + 2;
    let all = usize::from(area.height.saturating_sub(top));
    let (foot, foot_rows) = (foot(area.width, words), 3);
    let is_long = rows.len() > all && all > 2 * usize::from(foot_rows);
    let bottom = area.height - if is_long { foot_rows } else { 0 };
    let room = usize::from(bottom.saturating_sub(top));
    *scroll = (*scroll).min(rows.len().saturating_sub(room));
    for (row, y) in foot.iter().zip(bottom + 1..area.height) {
        write(area, y, row, Style::new(), buffer);
    }
    for (row, y) in rows.iter().skip(*scroll).zip(top..bottom) {
        let (words, style) = match row {
            Row::Title(words) => (words, bold),
            Row::Line(words) => (words, Style::new()),
        };
        write(area, y, words, style, buffer);
    }
}

enum Row {
    Title(String),
    Line(String),
}

/// Everything in the notes, and then every key.
fn rows(notes: &Notes, room: Option<u16>, columns: u16, words: Words<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(told) = &notes.told {
        rows.extend(wrapped(told, columns).into_iter().map(Row::Line));
        rows.push(Row::Line(String::new()));
    }
    for section in &notes.sections {
        rows.push(Row::Title(section.title.clone()));
        for line in &section.lines {
            let lines = wrapped(&line.replace("\n\n", " "), columns.saturating_sub(2));
            rows.extend(lines.into_iter().map(|line| Row::Line(format!("  {line}"))));
        }
        rows.push(Row::Line(String::new()));
    }
    rows.extend(keys(columns, words).into_iter().map(Row::Line));
    let told = room.map(|n| words.say(Key::StageRoomNumber, &[("n", &n.to_string())]));
    rows.extend(told.map(Row::Line));
    rows
}

/// The keys that are needed most, and where the rest is; two rows at most.
fn foot(columns: u16, words: Words<'_>) -> Vec<String> {
    let most = [
        ("Down", Key::StageMore),
        ("Enter", Key::StageDoNext),
        ("f", Key::StageDoFreeze),
        ("r", Key::StageDoRewind),
        ("w", Key::StageDoAsk),
        ("l", Key::StageDoLandings),
    ];
    let told = most.map(|(key, label)| format!("{key} {}", words.say(label, &[])));
    wrapped(
        &told.map(|told| told.replace(' ', "\u{a0}")).join("   "),
        columns,
    )
    .into_iter()
    .take(2)
    .map(|row| row.replace('\u{a0}', " "))
    .collect()
}

/// Every key, in two columns where there is room.
fn keys(columns: u16, words: Words<'_>) -> Vec<String> {
    let voices = TABLE.iter().filter(|row| row.label == Key::StageDoSay);
    let voices = voices.map(|row| row.key.to_string()).collect::<Vec<_>>();
    let mut keys = Vec::new();
    for control in TABLE {
        let key = match control.label {
            Key::StageDoNext => "Enter".to_owned(),
            Key::StageDoJump => "1-9".to_owned(),
            Key::StageDoSay if control.key == 'a' => voices.join(" "),
            Key::StageDoSay => continue,
            _ => control.key.to_string(),
        };
        keys.push((key, control.label));
    }
    keys.push(("n".to_owned(), Key::StageDoNotes));
    keys.push(("Ctrl+X".to_owned(), Key::ActHide));
    keys.push(("Ctrl+Q".to_owned(), Key::StageDoLeave));
    let told: Vec<String> = keys
        .iter()
        .map(|(key, label)| format!("{key}  {}", words.say(*label, &[])))
        .collect();
    if usize::from(columns) < 2 * KEY || told.iter().any(|row| text::width(row) > 2 * KEY) {
        return told;
    }
    let half = told.len().div_ceil(2);
    let (left, right) = told.split_at(half);
    let mut rows = Vec::new();
    for (at, left) in left.iter().enumerate() {
        let gap = KEY.saturating_sub(text::width(left));
        match right.get(at) {
            Some(right) if gap > 0 => rows.push(format!("{left}{}{right}", " ".repeat(gap))),
            Some(right) => rows.extend([left.clone(), right.clone()]),
            None => rows.push(left.clone()),
        }
    }
    rows
}
