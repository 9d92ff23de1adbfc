//! The wall: one sentence as large as it can be, and nothing private.

use super::big::{WIDEST, close, laid, laid_in_ascii, small, spaced};
use super::notes;
use super::{Pressed, Scene};
use crate::runtime::env::Stopwatch;
use crate::runtime::stage::{Stage, Typed, Wall};
use crate::text::width;
use crate::tui::cells;
use crate::tui::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use std::time::Duration;

/// Columns that stay free on both sides, where there is room.
const MARGIN: u16 = 4;
/// Columns of a drawn letter or number in front of one of several.
const MARK: usize = 9;

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
        let typed = self.typed(&wall).map(|typed| typed.letters);
        let rows = Rows {
            typed,
            in_ascii: ink.is_in_ascii(),
        };
        draw(&wall, rows, area, buffer, style);
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
            let wall = self.stage.wall();
            let on = wall.reading().saturating_sub(stood.elapsed());
            return Some(self.typed(&wall).map_or(on, |typed| typed.next));
        }
        self.notes?;
        let (notes, later) = self.stage.notes();
        Some(notes::tick(&notes, later))
    }
}

impl OnWall<'_> {
    /// How far the sentence has come, where it is typed.
    fn typed(&self, wall: &Wall) -> Option<Typed> {
        let stood = self.plays.filter(|_| self.look.motion)?;
        wall.typed(stood.elapsed())
    }
}

/// How what is said is drawn.
#[derive(Debug, Clone, Copy)]
struct Rows {
    /// So many letters of it were typed, where it is.
    typed: Option<usize>,
    /// From signs of ASCII alone.
    in_ascii: bool,
}

/// Draws a wall: that it is made up on top, the sentence in the middle, how the ice is at the foot.
fn draw(wall: &Wall, how: Rows, area: Rect, buffer: &mut Buffer, style: Style) {
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
    let rows = rows(wall, how, columns, room);
    let spare = room.saturating_sub(rows.len()) / 2;
    let mut y = area.y + first + u16::try_from(spare).unwrap_or(0);
    if let Some(label) = &wall.label {
        let wide = spaced(label, columns);
        let label = match &wide[..] {
            [row] if !short => row,
            _ => label,
        };
        write(buffer, within, y, label, bold);
        y += 2;
    }
    for row in &rows {
        write(buffer, within, y, row, bold);
        y = y.saturating_add(1);
    }
    // The ice tilts once it was said.
    if let Some(ice) = wall.ice.as_ref().filter(|_| how.typed.is_none()) {
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
fn rows(wall: &Wall, how: Rows, columns: usize, room: usize) -> Vec<String> {
    if let ([sentence], false) = (&wall.says[..], wall.is_list) {
        let laid = match how.in_ascii {
            true => laid_in_ascii(sentence, columns, room),
            false => laid(sentence, columns, room),
        };
        return laid.rows(how.typed);
    }
    let all = |item: &dyn Fn(&str) -> Vec<String>| -> Vec<Vec<String>> {
        wall.says.iter().map(|line| item(line)).collect()
    };
    let drawn = wall.says.iter().map(|line| drawn_item(line, columns));
    let drawn: Option<Vec<Vec<String>>> = drawn.collect();
    // Small letters are drawn from half cells.
    let drawn = drawn.filter(|_| !how.in_ascii);
    let written = [true, false].map(|wide| all(&|line| listed(line, columns, wide)));
    let sizes = drawn.into_iter().chain(written);
    let ways = sizes.flat_map(|items| [items.join(&String::new()), items.concat()]);
    let ways: Vec<_> = ways.collect();
    let fits = ways.iter().find(|rows| rows.len() <= room);
    fits.or(ways.last()).cloned().unwrap_or_default()
}

/// The rows of one of several in drawn letters, beside its own letter or number; None where they can't be drawn.
fn drawn_item(line: &str, columns: usize) -> Option<Vec<String>> {
    let Some(mark) = line.get(..2).filter(|_| is_item(line)) else {
        return small(line, columns);
    };
    let marks = small(mark, MARK)?;
    let rows = small(line.get(3..)?, columns.checked_sub(MARK)?)?;
    let rows = rows.iter().enumerate().map(|(at, row)| {
        let mark = marks.get(at).map_or("", String::as_str);
        format!("{mark:MARK$}{row}").trim_end().to_owned()
    });
    Some(rows.collect())
}

fn is_item(line: &str) -> bool {
    line.get(1..3) == Some(". ")
}

/// The rows of one of several, whose later rows stand in line with its words.
fn listed(line: &str, columns: usize, wide: bool) -> Vec<String> {
    let (first, indent) = if wide {
        (spaced(line, columns.saturating_sub(6)), "      ")
    } else {
        (close(line, columns.saturating_sub(3).min(WIDEST)), "   ")
    };
    let rows = first.into_iter().enumerate();
    rows.map(|(at, row)| match at {
        0 => row,
        _ if is_item(line) => format!("{indent}{row}"),
        _ => row,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Id, Language, library};
    use crate::runtime::Bell;
    use crate::runtime::stage::{Move, Show};
    use crate::store::rooms::Rooms;
    use crate::time::Moment;
    use crate::tui::theme::Ink;
    use std::sync::Arc;

    const WHOLE: Rows = Rows {
        typed: None,
        in_ascii: false,
    };

    fn filled(wall: &mut OnWall<'_>) -> usize {
        let area = Rect::new(0, 0, 120, 40);
        let mut buffer = Buffer::empty(area);
        wall.draw(area, &mut buffer);
        let cells = buffer.content().iter();
        cells.filter(|cell| cell.symbol() != " ").count()
    }

    #[test]
    fn a_show_that_plays_types_until_a_key_takes_over() {
        let folder = tempfile::tempdir().unwrap();
        let pack = Arc::new(library::whole(Language::ENGLISH).unwrap());
        let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 4).unwrap();
        let started = Moment(day.and_hms_opt(10, 0, 0).unwrap());
        let story = Id::new("third_late_payment");
        let show = Show::open(pack, Some(&story), 7, started).unwrap();
        let rooms = Rooms::at(folder.path().join("floe"));
        let mut stage = Stage::open(show, &rooms, &Bell::default());
        stage.take(Move::Jump(1));
        let mut wall = OnWall {
            stage: &mut stage,
            look: Look {
                ink: Ink::plain(),
                motion: true,
            },
            notes: None,
            hidden: false,
            plays: Some(Stopwatch::start()),
        };
        let some = filled(&mut wall);
        let soon = Duration::from_millis(125);
        assert!(wall.wakes().is_some_and(|wakes| wakes <= soon));
        let notes = wall.stage.notes().0;
        wall.press(Pressed::Nothing);
        assert_eq!(wall.stage.notes().0, notes, "they had all of it");
        let whole = filled(&mut wall);
        assert!(some < whole, "{some} {whole}");
        assert_eq!(wall.wakes(), None);
        wall.look.motion = false;
        wall.plays = Some(Stopwatch::start());
        assert_eq!(filled(&mut wall), whole, "at once where nothing moves");
        assert!(wall.wakes().is_some_and(|wakes| wakes > 8 * soon));
    }

    #[test]
    fn several_are_as_large_as_all_of_them_can_be() {
        let say = |line: &str| line.to_owned();
        let wall = Wall {
            says: vec![say("a. You might have told me."), say("b. Now? Leaves.")],
            is_list: true,
            ..Wall::default()
        };
        let drawn = |rows: &[String]| rows.iter().any(|row| row.contains('\u{2588}'));
        for (columns, room, are_drawn) in [(112, 30, true), (72, 10, false), (40, 20, false)] {
            let rows = rows(&wall, WHOLE, columns, room);
            assert_eq!(drawn(&rows), are_drawn, "{rows:?}");
            assert!(rows.len() <= room);
            assert!(rows.iter().all(|row| width(row) <= columns), "{rows:?}");
        }
        let signs = Rows {
            in_ascii: true,
            ..WHOLE
        };
        let in_ascii = rows(&wall, signs, 112, 30);
        assert!(in_ascii.iter().all(|row| row.is_ascii()), "{in_ascii:?}");
        let close = rows(&wall, WHOLE, 40, 2);
        assert_eq!(close, wall.says);
    }
}
