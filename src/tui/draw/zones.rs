//! The grid: where the river, the caption, the page and the keys stand at every size (design: look 3).

use super::super::ui::{Over, Ui};
use crate::flow::{AskView, Ice};
use ratatui::layout::Rect;

/// The smallest window that shows a page.
pub(super) const SMALLEST: (u16, u16) = (40, 12);

/// The widest column of text.
const COLUMN: u16 = 66;

/// Where things stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Zones {
    /// The river; no rows where there is no room for it.
    pub(super) river: Rect,
    /// Place, seat and saved-at.
    pub(super) caption: Rect,
    /// What was said, the ask, the answer.
    pub(super) page: Rect,
    /// One line that names what can be opened.
    pub(super) drawer: Rect,
    /// The line of keys.
    pub(super) keys: Rect,
}

impl Zones {
    pub(super) fn of(area: Rect, ui: &Ui) -> Self {
        let (w, h) = (area.width, area.height);
        let river = river_rows(w, h, ui);
        let column = COLUMN.min(w.saturating_sub(6));
        let left = area.x + (w - column) / 2;
        let row = |y: u16, height: u16| Rect::new(left, area.y + y, column, height);
        // Without a place to name, the page begins where the caption would stand.
        let gap = if ui.has_caption() { 2 } else { 0 };
        // Without a river the caption is the first row, else an empty row lies between.
        let caption = if river == 0 { 0 } else { river + 1 };
        let drawer = h - 3;
        // Long lists take the drawer's row too: what is in it stands in the menu.
        let small = w < 72 || h < 22;
        let bottom = if ui.is_list_page() || (small && ui.has_foot()) {
            drawer + 1
        } else {
            drawer
        };
        Self {
            river: Rect::new(area.x, area.y, w, river),
            caption: row(caption, 1),
            page: row(caption + gap, bottom.saturating_sub(caption + gap)),
            drawer: row(drawer, 1),
            keys: row(h - 1, 1),
        }
    }
}

impl Zones {
    /// On a tall screen the drawer's line stands nine rows below the answer's first, not far away at the foot.
    pub(super) fn near(self, answer: u16, ui: &Ui) -> Self {
        let y = self.drawer.y.min(answer.saturating_add(9));
        if ui.is_bare() || ui.is_list_page() || ui.is_long() || ui.has_foot() || y == self.drawer.y
        {
            return self;
        }
        let page = Rect {
            height: y.saturating_sub(self.page.y),
            ..self.page
        };
        Self {
            page,
            drawer: Rect { y, ..self.drawer },
            ..self
        }
    }
}

/// How many rows the river has.
fn river_rows(w: u16, h: u16, ui: &Ui) -> u16 {
    if w < 60 || h < 18 {
        return 0;
    }
    let size = match (w, h) {
        (w, h) if w < 72 || h < 22 => 0,
        (_, h) if h < 30 => 1,
        (_, h) if h < 36 => 2,
        _ => 3,
    };
    let by_size = |rows: [u16; 4]| rows.get(size).copied().unwrap_or(3);
    match ui.over {
        // All that can be done stands there at once.
        Over::Menu { .. } => return by_size([0, 0, 5, 9]),
        Over::Reading { .. } => return by_size([0, 3, 5, 9]),
        _ => {}
    }
    if size == 0 && ui.has_foot() {
        return 0;
    }
    let page = &ui.page;
    match &page.ask {
        AskView::Quiet { .. } if h >= 22 => (h - 12).min(if w < 64 { 14 } else { h }),
        AskView::Pick { .. } | AskView::Keep { .. } => by_size([0, 4, 5, 9]),
        AskView::Text if page.so_far.is_some() => by_size([3, 4, 7, 9]),
        _ if page.at.is_none() && page.part.is_none() => by_size([3, 6, 9, 11]),
        _ if matches!(page.ice, Ice::Water(_)) => by_size([3, 5, 9, 11]),
        _ => by_size([3, 5, 7, 9]),
    }
}
