//! The grid: where the river, the caption, the page and the keys stand at every size (design: look 3).

use super::super::over::Over;
use super::super::ui::Ui;
use super::text;
use crate::flow::{AskView, Glass, Ice, Offered, Page};
use ratatui::layout::Rect;

/// The smallest window that shows a page.
pub(super) const SMALLEST: (u16, u16) = (40, 12);

/// The widest column of text.
const COLUMN: u16 = 66;

/// A window with fewer rows has no empty ones to spare.
const TIGHT: u16 = 16;

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
    /// What stays in sight at the edge.
    pub(super) edge: Rect,
    /// The line of keys.
    pub(super) keys: Rect,
}

impl Zones {
    pub(super) fn of(area: Rect, ui: &Ui) -> Self {
        let (w, h) = (area.width, area.height);
        let column = COLUMN.min(w.saturating_sub(6));
        let river = river_rows(w, h, column, ui);
        let left = area.x + (w - column) / 2;
        let row = |y: u16, height: u16| Rect::new(left, area.y + y, column, height);
        // Without a place to name, the page begins where the caption would stand.
        let gap = match (ui.has_caption(), is_tight(h, ui)) {
            (true, false) => 2,
            (true, true) => 1,
            (false, _) => 0,
        };
        // Without a river the caption is the first row, else an empty row lies between.
        let caption = if river == 0 { 0 } else { river + 1 };
        let small = w < 72 || h < 22;
        let top = caption + gap;
        let (edge, taken) = edge_rows(ui, column, h, (h - 3).saturating_sub(top), small);
        let drawer = h - 3 - taken;
        // Long lists take the drawer's row too: what is in it stands in the menu.
        let bottom = match &ui.page.ask {
            _ if ui.is_list_page() || ui.page.river.is_some() => drawer + 1,
            _ if small && (ui.has_foot() || is_tight(h, ui)) => drawer + 1,
            AskView::Quiet { more: true, .. } => h - 1,
            _ => drawer,
        };
        Self {
            river: Rect::new(area.x, area.y, w, river),
            caption: row(caption, 1),
            page: row(top, bottom.saturating_sub(top)),
            drawer: row(drawer, 1),
            edge: row(h - 1 - taken.max(1), edge),
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

/// Whether rows to choose from stand on a screen of large letters, where every row counts.
fn is_tight(h: u16, ui: &Ui) -> bool {
    let chooses = matches!(
        ui.page.ask,
        AskView::Choice { .. } | AskView::Confirm { .. }
    );
    h < TIGHT && chooses && matches!(ui.over, Over::Nothing)
}

/// How many rows show what is at the edge of the page, and how many they take from it. The ask and three rows to
/// answer it go first: on a small or full page one row shows all, the empty one before the keys.
fn edge_rows(ui: &Ui, column: u16, h: u16, page: u16, small: bool) -> (u16, u16) {
    let rows = match ui.page.edge.len() {
        0 => return (0, 0),
        1 => 1,
        _ => 2,
    };
    if !matches!(ui.over, Over::Nothing) {
        return (0, 0);
    }
    let apart = u16::from(h >= 24);
    let ask = text::rows(&ui.page.prompt, column).len();
    let needs = u16::try_from(ask)
        .unwrap_or(u16::MAX)
        .saturating_add(1 + 3 + rows + apart);
    if small || needs > page || is_turn(&ui.page) {
        (1, 0)
    } else {
        (rows, rows + apart)
    }
}

/// Whether somebody has their turn while the other listens: the one page whose picture is the message.
const fn is_turn(page: &Page) -> bool {
    matches!(page.ask, AskView::Quiet { more: true, .. })
}

/// Rows a list has beside one for each option: an empty one above, the first of the ask, and the one to pass.
const LISTED: usize = 3;
/// Rows of the first of an ask, an empty one, and what is written.
const WRITTEN: u16 = 5;
/// Rows that are neither river nor page: the caption, the drawer, the keys, and the empty ones between.
const AROUND: u16 = 6;

/// How many rows the river has.
fn river_rows(w: u16, h: u16, column: u16, ui: &Ui) -> u16 {
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
    if size == 0 && (ui.has_foot() || ui.is_unseen_choice()) {
        return 0;
    }
    let page = &ui.page;
    let most = if w < 64 { 14 } else { h };
    match &page.ask {
        AskView::Quiet { more: true, .. } => {
            let rows = (h - 10).saturating_sub(more_rows(page, column));
            rows.clamp(3, most)
        }
        AskView::Quiet { .. } if h >= 22 => (h - 12).min(most),
        _ if ui.is_list_page() => by_size([0, 4, 5, 9]),
        // The line, the agreements and all that can be done are to be seen at once; so is what is wrong with a pack.
        _ if page.river.is_some() || !page.problem.is_empty() => by_size([0, 3, 5, 9]),
        _ if !page.scene.far_bank => by_size([3, 7, 9, 13]),
        // The words, the question and what can be done with them are to be seen at once.
        _ if matches!(page.glass, Glass::Open(_)) => by_size([0, 3, 5, 9]),
        AskView::Text if page.so_far.is_some() => by_size([3, 4, 7, 9]),
        _ if ui.is_bare() => by_size([3, 6, 9, 11]),
        // On a small screen what somebody said comes before the picture.
        AskView::Text | AskView::Show if size == 0 && !page.notes.is_empty() => {
            let answer = if page.ask == AskView::Text {
                WRITTEN
            } else {
                1
            };
            let rows = by_size([3, 5, 7, 9]);
            let needs = more_rows(page, column).saturating_add(answer + AROUND);
            if needs + rows <= h { rows } else { 0 }
        }
        _ if matches!(page.ice, Ice::Water(_)) => by_size([3, 5, 9, 11]),
        AskView::Choice { options, .. } => {
            // All ways to answer, and what they are about, come before the picture.
            let row = |option: &Offered| text::rows(&option.text, column.saturating_sub(4)).len();
            let listed = options.iter().map(row).sum::<usize>() + LISTED;
            let listed = u16::try_from(listed).unwrap_or(u16::MAX);
            let needs = more_rows(page, column).saturating_add(listed + AROUND);
            let rows = [by_size([3, 5, 7, 9]), by_size([0, 3, 5, 5])];
            let fitting = rows.into_iter().find(|rows| needs + rows <= h);
            fitting.unwrap_or(0)
        }
        _ => by_size([3, 5, 7, 9]),
    }
}

/// The rows a turn needs beside one for its ask.
fn more_rows(page: &Page, column: u16) -> u16 {
    let shown = page.shows.iter().map(|shown| &shown.text);
    let said = page.notice.iter().chain(&page.notes).chain(shown);
    let said: usize = said.map(|text| text::rows(text, column).len() + 1).sum();
    let ask = text::rows(&page.prompt, column).len();
    u16::try_from(said + ask - 1).unwrap_or(u16::MAX)
}
