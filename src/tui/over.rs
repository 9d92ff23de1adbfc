//! What lies over the page, in its place: the menu, a page of reading, the map, or a screen that says nothing.

use super::editor::Command as Edit;
use super::keys::{self, Bound};
use super::ui::{Asked, Ui};
use crate::flow::{MapRow, Pane, PaneView};
use crate::runtime::{Act, Action, Guide};
use crate::words::Key;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroize;

/// What lies over the page.
pub(super) enum Over {
    /// Nothing.
    Nothing,
    /// The list of all actions.
    Menu { at: usize },
    /// A page of reading.
    Reading { view: PaneView, scroll: usize },
    /// The map.
    Map { rows: Vec<MapRow>, at: usize },
    /// A screen that says nothing, or asks whether to come back.
    Hidden { asking: bool },
}

impl Drop for Over {
    /// What was read may be somebody's words.
    fn drop(&mut self) {
        if let Self::Reading { view, .. } = self {
            view.paragraphs.zeroize();
        }
    }
}

impl Ui {
    /// A key, while nothing is shown: only leaving and coming back do anything.
    pub(super) fn on_hidden(
        &mut self,
        asking: bool,
        bound: Option<Bound>,
        guide: &mut dyn Guide,
    ) -> Asked {
        if bound == Some(Bound::Do(Action::Leave)) {
            return self.act(Act::Leave, guide);
        }
        self.over = if asking && bound == Some(Bound::GoOn) {
            Over::Nothing
        } else {
            Over::Hidden { asking: true }
        };
        Asked::default()
    }

    /// A key, while something lies over the page.
    pub(super) fn on_over(
        &mut self,
        bound: Option<Bound>,
        event: &KeyEvent,
        guide: &mut dyn Guide,
    ) -> Asked {
        let by = match bound {
            Some(Bound::Menu) => {
                self.over = Over::Nothing;
                return Asked::default();
            }
            Some(Bound::Edit(Edit::Up | Edit::Left) | Bound::BackTab) => -1,
            Some(Bound::Edit(Edit::Down | Edit::Right) | Bound::Tab) => 1,
            Some(Bound::Edit(Edit::PageUp)) => -8,
            Some(Bound::Edit(Edit::PageDown)) => 8,
            Some(Bound::GoOn) => return self.choose_over(guide),
            _ => {
                if event.code == KeyCode::Char('!') {
                    return self.action(Action::Safety, guide);
                }
                return Asked::default();
            }
        };
        let actions = self.actions().len();
        match &mut self.over {
            Over::Menu { at } => *at = at.saturating_add_signed(by).min(actions.saturating_sub(1)),
            // The far bank is drawn on top, so up is on.
            Over::Map { rows, at } => {
                *at = at
                    .saturating_add_signed(-by)
                    .min(rows.len().saturating_sub(1))
            }
            Over::Reading { scroll, .. } => *scroll = scroll.saturating_add_signed(by),
            Over::Nothing | Over::Hidden { .. } => {}
        }
        Asked::default()
    }

    /// Enter, on what lies over the page.
    fn choose_over(&mut self, guide: &mut dyn Guide) -> Asked {
        match &std::mem::replace(&mut self.over, Over::Nothing) {
            Over::Menu { at } => match self.actions().get(*at).copied() {
                Some(action) => self.action(action, guide),
                None => Asked::default(),
            },
            Over::Map { rows, at } => match rows.get(*at) {
                Some(row) if !row.here => self.act(Act::Jump(row.step.clone()), guide),
                _ => Asked::default(),
            },
            Over::Reading { .. } | Over::Nothing | Over::Hidden { .. } => Asked::default(),
        }
    }

    /// Opens a page of reading.
    pub(super) fn open(&mut self, pane: Pane, guide: &dyn Guide) {
        let mut view = guide.pane(pane);
        if pane == Pane::Help {
            let words = guide.words();
            view.paragraphs.push(keys::listed(words));
            view.paragraphs.push(words.say(Key::LineModeNote, &[]));
        }
        self.over = Over::Reading { view, scroll: 0 };
    }
}
