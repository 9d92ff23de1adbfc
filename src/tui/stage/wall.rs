//! The wall: one sentence as large as it can be, and nothing private.

use super::big::laid;
use super::notes;
use super::{Pressed, Scene};
use crate::runtime::stage::{Stage, Wall};
use crate::text::width;
use crate::tui::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::time::Duration;

/// Columns that stay free on both sides, where there is room.
const MARGIN: u16 = 4;

/// A stage on the full screen.
pub(in crate::tui) struct OnWall<'a> {
    pub(in crate::tui) stage: &'a mut Stage,
    pub(in crate::tui) look: Look,
    /// The notes lie over the wall, scrolled by so many rows.
    pub(in crate::tui) notes: Option<usize>,
    pub(in crate::tui) hidden: bool,
}

impl Scene for OnWall<'_> {
    fn draw(&mut self, area: Rect, buffer: &mut Buffer) {
        let style = self.look.ink.wall();
        buffer.set_style(area, style);
        if self.hidden {
            return;
        }
        if let Some(scroll) = &mut self.notes {
            let (taken, later) = self.stage.notes();
            let words = self.stage.words();
            let room = self.stage.room();
            notes::draw(Some((&taken, later)), room, scroll, area, buffer, words);
            return;
        }
        draw(&self.stage.wall(), area, buffer, style);
    }

    fn press(&mut self, pressed: Pressed) {
        if std::mem::take(&mut self.hidden) {
            return;
        }
        match (pressed, &mut self.notes) {
            (Pressed::Does(does), _) => self.stage.take(does),
            (Pressed::Notes, None) => self.notes = Some(0),
            (Pressed::Notes, Some(_)) => self.notes = None,
            (Pressed::Hide, _) => self.hidden = true,
            (Pressed::Scroll(by), Some(scroll)) => *scroll = scroll.saturating_add_signed(by),
            (Pressed::Scroll(_), None) | (Pressed::Nothing, _) => {}
        }
    }

    fn rang(&mut self) {
        self.stage.hear();
    }

    fn wakes(&self) -> Option<Duration> {
        self.notes?;
        let (notes, later) = self.stage.notes();
        Some(notes::tick(&notes, later))
    }
}

/// Draws a wall: that it is made up on top, the sentence in the middle, how the ice is at the foot.
fn draw(wall: &Wall, area: Rect, buffer: &mut Buffer, style: Style) {
    let bold = style.add_modifier(Modifier::BOLD);
    let margin = if area.width > 8 * MARGIN { MARGIN } else { 1 };
    let within = Rect {
        x: area.x + margin,
        width: area.width.saturating_sub(2 * margin),
        ..area
    };
    let mut write = |y: u16, words: &str, style: Style| {
        if y < area.bottom() {
            buffer.set_stringn(within.x, y, words, usize::from(within.width), style);
        }
    };
    let short = area.height < 12;
    let top = if short { 0 } else { 1 };
    write(top, &wall.fiction, style);
    if let Some(frozen) = &wall.frozen {
        let at = within
            .width
            .saturating_sub(u16::try_from(width(frozen)).unwrap_or(0));
        let taken = u16::try_from(width(&wall.fiction)).unwrap_or(u16::MAX);
        let beside = at > taken.saturating_add(2);
        let indent = " ".repeat(usize::from(at));
        let words = if beside {
            format!("{indent}{frozen}")
        } else {
            frozen.clone()
        };
        let y = if beside { top } else { top + 1 };
        write_frozen(&mut write, y, &words, &wall.fiction, beside, bold);
    }
    let foot = if short { 0 } else { 2 };
    let (first, last) = (top + 2, area.height.saturating_sub(foot));
    let label = u16::from(wall.label.is_some()) * 2;
    let columns = usize::from(within.width);
    let room = usize::from(last.saturating_sub(first + label));
    let rows = rows(wall, columns, room);
    let spare = room.saturating_sub(rows.len()) / 2;
    let mut y = area.y + first + u16::try_from(spare).unwrap_or(0);
    if let Some(label) = &wall.label {
        write(y, label, bold);
        y += 2;
    }
    for row in &rows {
        write(y, row, bold);
        y = y.saturating_add(1);
    }
    if let Some(ice) = &wall.ice {
        write(area.bottom().saturating_sub(1 + foot / 2), ice, style);
    }
}

/// That it is frozen stands at the right edge, beside the title where there is room for both.
fn write_frozen(
    write: &mut impl FnMut(u16, &str, Style),
    y: u16,
    words: &str,
    fiction: &str,
    beside: bool,
    style: Style,
) {
    if beside {
        let indent: String = words.chars().skip(fiction.chars().count()).collect();
        write(y, &format!("{fiction}{indent}"), style);
    } else {
        write(y, words, style);
    }
}

/// The rows of what is said: one sentence large, several below each other.
fn rows(wall: &Wall, columns: usize, room: usize) -> Vec<String> {
    if let ([sentence], false) = (&wall.says[..], wall.is_list) {
        let laid = laid(sentence, columns, room);
        let gap = vec![String::new(); laid.pitch - 1];
        let rows = laid.rows.into_iter().map(|row| vec![row]);
        let rows: Vec<_> = rows.collect();
        return rows.join(&gap[..]);
    }
    let wrapped = |columns: usize| -> Vec<Vec<String>> {
        let rows = |line: &String| {
            let rows = crate::text::wrap(line, columns.max(1)).into_iter();
            rows.map(|row| line.get(row).unwrap_or_default().trim_end().to_owned())
                .collect()
        };
        wall.says.iter().map(rows).collect()
    };
    let apart = wrapped(columns.min(super::big::WIDEST)).join(&String::new());
    if apart.len() <= room {
        apart
    } else {
        wrapped(columns).concat()
    }
}
