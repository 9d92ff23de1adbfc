//! The wall: one sentence as large as it can be, and nothing private.

use super::big::{WIDEST, close, laid, spaced};
use super::notes;
use super::{Pressed, Scene};
use crate::runtime::env::Stopwatch;
use crate::runtime::stage::{Stage, Wall};
use crate::text::width;
use crate::tui::cells;
use crate::tui::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
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
    /// It plays by itself until somebody takes over; how long the page has stood there.
    pub(in crate::tui) plays: Option<Stopwatch>,
}

impl Scene for OnWall<'_> {
    fn draw(&mut self, area: Rect, buffer: &mut Buffer) {
        let ink = self.look.ink;
        buffer.set_style(area, ink.wall(false));
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
        let wall = self.stage.wall();
        // From the back of the room it is seen at once that nothing moves.
        let style = ink.wall(wall.frozen.is_some());
        buffer.set_style(area, style);
        draw(&wall, area, buffer, style);
    }

    fn press(&mut self, pressed: Pressed) {
        self.plays = None;
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
        if self.stage.hear() {
            self.plays = None;
        }
    }

    fn due(&mut self) {
        let Some(stood) = self.plays else {
            return;
        };
        if stood.elapsed() >= self.stage.wall().reading() {
            let does = self.stage.by_itself();
            does.into_iter().for_each(|does| self.stage.take(does));
            self.plays = does.map(|_| Stopwatch::start());
        }
    }

    fn wakes(&self) -> Option<Duration> {
        if let Some(stood) = self.plays {
            return Some(self.stage.wall().reading().saturating_sub(stood.elapsed()));
        }
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
    let columns = usize::from(within.width);
    let short = area.height < 12;
    let top = if short { 0 } else { 1 };
    write(buffer, within, top, &wall.fiction, style);
    let frozen = wall.frozen.as_deref().unwrap_or_default();
    let indent = columns.saturating_sub(width(frozen));
    if indent > width(&wall.fiction) {
        let x = within.x + u16::try_from(indent).unwrap_or(0);
        let right = Rect {
            x,
            width: within.right().saturating_sub(x),
            ..within
        };
        write(buffer, right, top, frozen, bold);
    } else {
        write(buffer, within, top + 1, frozen, bold);
    }
    let foot = if short { 0 } else { 2 };
    let (first, last) = (top + 2, area.height.saturating_sub(foot));
    let label = u16::from(wall.label.is_some()) * 2;
    let room = usize::from(last.saturating_sub(first + label));
    let rows = rows(wall, columns, room);
    let spare = room.saturating_sub(rows.len()) / 2;
    let mut y = area.y + first + u16::try_from(spare).unwrap_or(0);
    if let Some(label) = &wall.label {
        write(buffer, within, y, label, bold);
        y += 2;
    }
    for row in &rows {
        write(buffer, within, y, row, bold);
        y = y.saturating_add(1);
    }
    if let Some(ice) = &wall.ice {
        write(
            buffer,
            within,
            area.bottom().saturating_sub(1 + foot / 2),
            ice,
            style,
        );
    }
}

/// Writes a row, as far as it is on the screen.
fn write(buffer: &mut Buffer, within: Rect, y: u16, words: &str, style: Style) {
    if y < within.bottom() {
        let at = Position::new(within.x, y);
        cells::write(buffer, at, words, usize::from(within.width), style);
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
    let several = [(true, true), (true, false), (false, true), (false, false)];
    let several = several.map(|(wide, apart)| {
        let items = wall.says.iter().map(|line| listed(line, columns, wide));
        let items: Vec<Vec<String>> = items.collect();
        if apart {
            items.join(&String::new())
        } else {
            items.concat()
        }
    });
    let fits = several.iter().position(|rows| rows.len() <= room);
    let [.., smallest] = &several;
    let fitting = fits.and_then(|at| several.get(at));
    fitting.unwrap_or(smallest).clone()
}

/// The rows of one of several, whose later rows stand in line with its words.
fn listed(line: &str, columns: usize, wide: bool) -> Vec<String> {
    let (first, indent) = if wide {
        (spaced(line, columns.saturating_sub(6)), "      ")
    } else {
        (close(line, columns.saturating_sub(3).min(WIDEST)), "   ")
    };
    let is_item = line.get(1..3) == Some(". ");
    let rows = first.into_iter().enumerate();
    rows.map(|(at, row)| match at {
        0 => row,
        _ if is_item => format!("{indent}{row}"),
        _ => row,
    })
    .collect()
}
