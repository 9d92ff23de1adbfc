//! Drawing the screen: the river, the caption, the page, the keys, and nothing else that asks for attention.

mod answer;
mod ashore;
mod both;
mod glass;
mod keeping;
mod over;
mod page;
mod panes;
mod picking;
pub(super) mod river;
mod text;
mod unseen;
mod year;
mod zones;

use super::curtain::Curtain;
use super::field::Field;
use super::keys::{Hint, line};
use super::over::Over;
use super::ui::Ui;
use crate::flow::AskView;
use crate::runtime::Guide;
use crate::text::width as text_width;
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use text::{bold, plain};
use zones::{SMALLEST, Zones};

impl Ui {
    /// Draws everything, and tells where the terminal's cursor goes: always on what the next key acts on.
    pub fn draw(&mut self, guide: &dyn Guide, area: Rect, buffer: &mut Buffer) -> Position {
        let words = guide.words();
        if let Over::Hidden { asking } = self.over {
            self.curtain = Curtain::default();
            return hidden(asking, area, buffer, words);
        }
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return too_small(area, buffer, words);
        }
        // Whatever lay over it, a curtain comes down anew.
        match self.over {
            Over::Nothing => self.curtain.drawn(self.now),
            _ => self.curtain = Curtain::default(),
        }
        let zones = Zones::of(area, self);
        let is_map = matches!(self.over, Over::Map { .. });
        if !is_map {
            river::draw(self, zones.river, buffer);
        }
        // A curtain says nothing but what it says.
        let is_bare = is_map || self.is_curtain();
        let shows_way = is_bare || self.caption(zones, buffer, words);
        let cursor = match &mut self.over {
            Over::Reading { view, scroll } => over::reading(view, scroll, zones, buffer, words),
            Over::Menu { .. } => over::menu(self, zones, buffer, words),
            Over::Map { .. } => over::map(self, zones, area, buffer, words),
            Over::Nothing | Over::Hidden { .. } => {
                page::draw(self, zones, !shows_way, buffer, words)
            }
        };
        edge(&self.page.edge, zones.edge, buffer);
        keys(zones.keys, self.hints(), buffer, words);
        Position::new(
            cursor.x.min(area.right() - 1),
            cursor.y.min(area.bottom() - 1),
        )
    }

    /// Place left; how far it is, seat and saved-at right, right above the ask. How saving stands is never left
    /// out, least of all when it failed. False if how far it is had no room.
    fn caption(&self, zones: Zones, buffer: &mut Buffer, words: Words<'_>) -> bool {
        let area = zones.caption;
        let place = self.place(words);
        let name = self.page.name.as_deref().unwrap_or_default();
        let way = self.page.way.as_deref().unwrap_or_default();
        let joined = |parts: &[&str]| {
            let there = parts.iter().filter(|part| !part.is_empty());
            there.copied().collect::<Vec<_>>().join("   ")
        };
        let width = usize::from(area.width);
        let fits = |right: &String| text_width(&place) + 2 + text_width(right) <= width;
        let most = joined(&[way, name, &self.status]);
        let less = joined(&[name, &self.status]);
        let shows_way = fits(&most);
        let right = [most, less].into_iter().find(fits);
        let right = right.unwrap_or_else(|| self.status.clone());
        let right = text::cut(&right, area.width, 1).concat();
        let taken = u16::try_from(text_width(&right)).unwrap_or(area.width);
        let gap = if taken == 0 { 0 } else { 2 };
        let left = text::cut(&place, area.width.saturating_sub(taken + gap), 1).concat();
        text::row(buffer, area, area.y, &left, plain());
        text::row_right(buffer, area, area.y, &right);
        shows_way
    }

    /// Where one is, in words; while the ice tilts under the page itself, that.
    fn place(&self, words: Words<'_>) -> String {
        let page = &self.page;
        let light = self.light_in_words();
        let state = self.tilts().then_some(Key::LeanInScreen).or(light);
        if let Some(state) = state {
            return words.say(state, &[]);
        }
        match (&page.part, &page.at) {
            (Some(part), _) => part.clone(),
            (None, Some(at)) => {
                let [floe, floes, step, steps] =
                    [at.floe, at.floes, at.step, at.steps].map(|n| n.to_string());
                let blanks = [
                    ("floe", &*floe),
                    ("floes", &floes),
                    ("title", &at.title),
                    ("step", &step),
                    ("steps", &steps),
                ];
                words.say(Key::Place, &blanks)
            }
            (None, None) => page.title.clone(),
        }
    }

    /// How much light is left, for those who see it dim in steps.
    fn light_in_words(&self) -> Option<Key> {
        let is_turn = matches!(
            self.page.ask,
            AskView::Quiet {
                more: true,
                over: false,
                ..
            }
        );
        let left = self.light_left().filter(|_| is_turn && !self.look.motion)?;
        match left {
            left if left > 0.9 => None,
            left if left > 0.6 => Some(Key::LightMost),
            left if left > 0.4 => Some(Key::LightHalf),
            _ => None,
        }
    }

    fn hints(&self) -> &'static [Hint] {
        match (&self.over, &self.page.ask) {
            (Over::Menu { .. } | Over::Map { .. }, _) => line::MENU,
            (Over::Reading { .. }, _) => line::PANE,
            (_, AskView::Curtain { .. }) => line::CURTAIN,
            (_, AskView::Both { .. }) => line::BOTH,
            (_, AskView::Quiet { more: true, .. }) => line::TURN,
            _ if matches!(self.field, Field::Unseen(_)) => line::FIELD,
            (_, AskView::Choice { .. }) if self.is_bare() => line::BANK,
            (_, AskView::Choice { .. } | AskView::Confirm { .. }) => line::LIST,
            (_, AskView::Pick { .. }) => line::PICK,
            (_, AskView::Keep { .. }) => line::KEEP,
            (_, AskView::Line) if self.is_bare() => line::BANK_FIELD,
            _ => line::FIELD,
        }
    }
}

/// What stays in sight at the edge: a row each, or all of it in one where there is no room.
fn edge(lines: &[String], area: Rect, buffer: &mut Buffer) {
    const GAP: u16 = 3;
    let shown = u16::try_from(lines.len().min(2)).unwrap_or(1).max(1);
    let beside = if area.height < shown { shown } else { 1 };
    let width = area.width.saturating_sub(GAP * (beside - 1)) / beside;
    for (at, line) in (0..shown).zip(lines) {
        let (column, row) = if beside > 1 { (at, 0) } else { (0, at) };
        let area = Rect {
            x: area.x + column * (width + GAP),
            width,
            ..area
        };
        if text::is_free(buffer, area, area.y + row) {
            let line = text::cut(line, width, 1).concat();
            text::row(buffer, area, area.y + row, &line, plain());
        }
    }
}

/// The line of keys. Where it is too narrow help and back go first, then the gaps, then the last but hide.
fn keys(area: Rect, hints: &[Hint], buffer: &mut Buffer, words: Words<'_>) {
    let said = |hint: &&Hint| format!("{} {}", hint.name, words.say(hint.label, &[]));
    let joined = |kept: &[&Hint], gap: &str| kept.iter().map(said).collect::<Vec<_>>().join(gap);
    let fits = |line: &str| text_width(line) <= usize::from(area.width);
    let mut kept: Vec<&Hint> = hints.iter().collect();
    for spare in [Key::ActHelp, Key::ActBack, Key::ActPause] {
        if !fits(&joined(&kept, "   ")) {
            kept.retain(|hint| hint.label != spare);
        }
    }
    let mut shown = joined(&kept, "   ");
    while !fits(&shown) {
        shown = joined(&kept, "  ");
        if kept.len() < 2 || fits(&shown) {
            break;
        }
        kept.remove(kept.len() - 2);
        // Of the keys that answer two people together all are named, or none: the page names them too.
        let answer = [Key::ActPressFirst, Key::ActPressSecond, Key::ActPressNo];
        let is_answer = |hint: &&Hint| answer.contains(&hint.label);
        if (1..3).contains(&kept.iter().filter(|hint| is_answer(hint)).count()) {
            kept = hints.iter().filter(|hint| !is_answer(hint)).collect();
        }
        shown = joined(&kept, "   ");
    }
    text::row(buffer, area, area.y, &shown, plain());
}

/// The quiet exit: nothing at all, then one line that names nothing.
fn hidden(asking: bool, area: Rect, buffer: &mut Buffer, words: Words<'_>) -> Position {
    if asking {
        text::block(
            buffer,
            area,
            area.y,
            &words.say(Key::ComeBack, &[]),
            plain(),
        );
    }
    area.as_position()
}

/// One sentence, and the two keys that always work.
fn too_small(area: Rect, buffer: &mut Buffer, words: Words<'_>) -> Position {
    let inner = Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    let (w, h) = (area.width.to_string(), area.height.to_string());
    let y = text::block(
        buffer,
        inner,
        area.y,
        &words.say(Key::TooSmall, &[("w", &w), ("h", &h)]),
        bold(),
    );
    text::block(
        buffer,
        inner,
        y.saturating_add(1),
        &words.say(Key::TooSmallKeys, &[]),
        plain(),
    );
    area.as_position()
}
