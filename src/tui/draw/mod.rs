//! Drawing the screen: the river, the caption, the page, the keys, and nothing else that asks for attention.

mod answer;
mod over;
mod page;
mod picking;
pub(super) mod river;
mod text;
mod zones;

use super::keys::{Hint, line};
use super::ui::{Over, Ui};
use crate::flow::AskView;
use crate::runtime::Guide;
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
            return hidden(asking, area, buffer, words);
        }
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return too_small(area, buffer, words);
        }
        let zones = Zones::of(area, self);
        if !matches!(self.over, Over::Map { .. }) {
            river::draw(self, zones.river, buffer);
            self.caption(zones, buffer, words);
        }
        let cursor = match &mut self.over {
            Over::Reading { view, scroll } => over::reading(view, scroll, zones, buffer, words),
            Over::Menu { .. } => over::menu(self, zones, buffer, words),
            Over::Map { .. } => over::map(self, zones, area, buffer, words),
            Over::Nothing | Over::Hidden { .. } => page::draw(self, zones, buffer, words),
        };
        keys(zones.keys, self.hints(), buffer, words);
        Position::new(
            cursor.x.min(area.right() - 1),
            cursor.y.min(area.bottom() - 1),
        )
    }

    /// Place left; seat and saved-at right, right above the ask.
    fn caption(&self, zones: Zones, buffer: &mut Buffer, words: Words<'_>) {
        let area = zones.caption;
        let place = self.place(words);
        let name = self.page.name.clone().unwrap_or_default();
        let parts: Vec<&str> = [name.as_str(), self.status.as_str()]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect();
        let both = parts.join("   ");
        let width = usize::from(area.width);
        let fits = crate::text::width(&place) + 2 + crate::text::width(&both) <= width;
        // How saving stands is never left out, least of all when it failed.
        let right = if fits { both } else { self.status.clone() };
        let right = text::cut(&right, area.width, 1).concat();
        let taken = u16::try_from(crate::text::width(&right)).unwrap_or(area.width);
        let gap = if taken == 0 { 0 } else { 2 };
        let left = text::cut(&place, area.width.saturating_sub(taken + gap), 1).concat();
        text::row(buffer, area, area.y, &left, plain());
        text::row_right(buffer, area, area.y, &right);
    }

    /// Where one is, in words; while the ice tilts under the page itself, that.
    fn place(&self, words: Words<'_>) -> String {
        let page = &self.page;
        match (&page.part, &page.at) {
            _ if self.tilts() => words.say(Key::LeanInScreen, &[]),
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
            (None, None) => String::new(),
        }
    }

    fn hints(&self) -> &'static [Hint] {
        match (&self.over, &self.page.ask) {
            (Over::Menu { .. } | Over::Map { .. }, _) => line::MENU,
            (Over::Reading { .. }, _) => line::PANE,
            (_, AskView::Choice { .. }) if self.is_bare() => line::BANK,
            (_, AskView::Choice { .. } | AskView::Confirm { .. }) => line::LIST,
            (_, AskView::Pick { .. }) => line::PICK,
            (_, AskView::Keep { .. }) => line::KEEP,
            (_, AskView::Line) if self.is_bare() => line::BANK_FIELD,
            _ => line::FIELD,
        }
    }
}

/// The line of keys. Where it is too narrow help and back go first, then the gaps, then the last but hide.
fn keys(area: Rect, hints: &[Hint], buffer: &mut Buffer, words: Words<'_>) {
    let said = |hint: &&Hint| format!("{} {}", hint.name, words.say(hint.label, &[]));
    let joined = |kept: &[&Hint], gap: &str| kept.iter().map(said).collect::<Vec<_>>().join(gap);
    let fits = |line: &str| crate::text::width(line) <= usize::from(area.width);
    let mut kept: Vec<&Hint> = hints.iter().collect();
    for spare in [Key::ActHelp, Key::ActBack] {
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
