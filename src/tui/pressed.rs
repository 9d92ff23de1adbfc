//! What keys do: on the page, in the menu, on the map, and on a screen that hides everything.

use super::editor::{Command as Edit, Outcome as Edited};
use super::field::Field;
use super::keys::{self, Bound, bound};
use super::pick::Picked;
use super::ui::{Asked, Over, Ui};
use crate::flow::{AskView, Detour, Pane, PaneView};
use crate::runtime::{Act, Action, Guide, Reaction};
use crate::words::Key;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

impl Ui {
    /// Takes a key.
    pub fn key(&mut self, event: &KeyEvent, guide: &mut dyn Guide) -> Asked {
        if event.kind == KeyEventKind::Release {
            return Asked::default();
        }
        self.told = None;
        self.full = false;
        let bound = bound(event);
        match &mut self.over {
            Over::Hidden { asking } => {
                let (asked, enter) = (*asking, bound == Some(Bound::GoOn));
                if bound == Some(Bound::Do(Action::Leave)) {
                    return self.act(Act::Leave, guide);
                }
                self.over = if asked && enter {
                    Over::Nothing
                } else {
                    Over::Hidden { asking: true }
                };
                Asked::default()
            }
            _ => match bound {
                Some(Bound::Hide) => {
                    self.save_draft(guide);
                    self.over = Over::Hidden { asking: false };
                    Asked::default()
                }
                Some(Bound::Suspend) => {
                    self.save_draft(guide);
                    Asked {
                        suspends: true,
                        ..Asked::default()
                    }
                }
                Some(Bound::Do(action)) => self.action(action, guide),
                bound if matches!(self.over, Over::Nothing) => self.on_page(bound, event, guide),
                bound => self.on_over(bound, event, guide),
            },
        }
    }

    fn on_page(&mut self, bound: Option<Bound>, event: &KeyEvent, guide: &mut dyn Guide) -> Asked {
        match bound {
            Some(Bound::GoOn) => self.go_on(guide),
            Some(Bound::Menu) if self.drawer.is_some() => self.drawer = None,
            Some(Bound::Menu) => self.over = Over::Menu { at: 0 },
            Some(Bound::Tab) if self.tilts() => {
                return self.act(Act::Open(Detour::Steady), guide);
            }
            Some(Bound::Tab) => self.tab(),
            Some(Bound::BackTab) => self.step(-1),
            Some(Bound::NewLine) => self.edit(Edit::Newline),
            Some(Bound::Edit(edit)) => self.edit(edit),
            Some(Bound::Do(_) | Bound::Hide | Bound::Suspend) => {}
            None => return self.character(event, guide),
        }
        self.take_asked()
    }

    /// A key that is a character.
    fn character(&mut self, event: &KeyEvent, guide: &mut dyn Guide) -> Asked {
        let KeyCode::Char(c) = event.code else {
            return Asked::default();
        };
        if event
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
        {
            return Asked::default();
        }
        match &mut self.field {
            Field::Words(_) => self.edit(Edit::Insert(c)),
            Field::Pick(picker) if c == ' ' && !picker.is_own() => self.pick(guide),
            Field::Pick(picker) => {
                picker.typed(c);
                self.unsaved = true;
            }
            _ if c == '!' => return self.action(Action::Safety, guide),
            _ if c == '?' => return self.action(Action::Help, guide),
            // A digit moves the mark; only Enter chooses, so that no key is taken for the next page's.
            Field::List(rows) => {
                let number = c
                    .to_digit(10)
                    .and_then(|digit| (digit as usize).checked_sub(1));
                if let Some(at) = number.filter(|at| *at < rows.answers()) {
                    rows.at = at;
                }
            }
            Field::Keep(at) => {
                let at = *at;
                self.mark(c, at, guide);
            }
            Field::Still => {}
        }
        self.take_asked()
    }

    /// Space changes keep to melt and back.
    fn mark(&mut self, c: char, at: usize, guide: &mut dyn Guide) {
        let AskView::Keep { items } = &self.page.ask else {
            return;
        };
        if let Some(item) = items.get(at).filter(|_| c == ' ') {
            guide.act(Act::Mark(item.id.clone(), !item.keep));
        }
        self.sync(guide);
    }

    fn pick(&mut self, guide: &dyn Guide) {
        let Field::Pick(picker) = &mut self.field else {
            return;
        };
        self.unsaved = true;
        if picker.toggle() == Picked::TooMany {
            let most = picker.most.to_string();
            self.told = Some(guide.words().say(Key::TooMany, &[("most", &most)]));
        }
    }

    fn go_on(&mut self, guide: &mut dyn Guide) {
        if let Field::Pick(picker) = &self.field
            && !picker.typed.trim().is_empty()
        {
            self.pick(guide);
            return;
        }
        let act = self.field.act();
        self.unsaved = false;
        let reaction = guide.act(act);
        self.react(reaction, guide);
    }

    /// All there is to read, where it doesn't fit; else in a list the next row, in a field the drawer: hint, example,
    /// why, and closed again.
    fn tab(&mut self) {
        if let Some(paragraphs) = self.above.take() {
            let named = [&self.page.title, &self.page.prompt];
            let title = named.into_iter().find(|name| !name.is_empty());
            let view = PaneView {
                title: title.cloned().unwrap_or_default(),
                paragraphs,
            };
            self.over = Over::Reading { view, scroll: 0 };
            return;
        }
        if !matches!(self.field, Field::Words(_) | Field::Still) {
            return self.step(1);
        }
        let drawer = &self.page.drawer;
        let inside: Vec<Pane> = [
            (Pane::Hint, &drawer.hint),
            (Pane::Example, &drawer.example),
            (Pane::Why, &drawer.why),
        ]
        .into_iter()
        .filter(|(_, text)| text.is_some())
        .map(|(pane, _)| pane)
        .collect();
        let open = self
            .drawer
            .and_then(|pane| inside.iter().position(|other| *other == pane));
        self.drawer = inside.get(open.map_or(0, |at| at + 1)).copied();
    }

    fn step(&mut self, by: isize) {
        let items = match &self.page.ask {
            AskView::Keep { items } => items.len(),
            _ => 0,
        };
        match &mut self.field {
            Field::List(rows) => rows.step(by),
            Field::Pick(picker) => picker.across(by),
            Field::Keep(at) => *at = at.saturating_add_signed(by).min(items.saturating_sub(1)),
            Field::Words(_) | Field::Still => {}
        }
    }

    fn edit(&mut self, edit: Edit<'static>) {
        match &mut self.field {
            Field::Words(editor) => match editor.perform(edit) {
                Edited::Changed => self.unsaved = true,
                Edited::Full => {
                    self.unsaved = true;
                    self.full = true;
                }
                Edited::Moved | Edited::Idle => {}
            },
            Field::Pick(picker) => {
                self.unsaved |= matches!(edit, Edit::Backspace | Edit::KillToStart);
                match edit {
                    Edit::Up => picker.down(-1),
                    Edit::Down => picker.down(1),
                    Edit::Left => picker.across(-1),
                    Edit::Right => picker.across(1),
                    Edit::Backspace => picker.erase(),
                    Edit::KillToStart => picker.typed.clear(),
                    _ => {}
                }
            }
            Field::List(_) | Field::Keep(_) => match edit {
                Edit::Up | Edit::Left => self.step(-1),
                Edit::Down | Edit::Right => self.step(1),
                Edit::PageUp | Edit::Home | Edit::First => self.step(-1000),
                Edit::PageDown | Edit::End | Edit::Last => self.step(1000),
                _ => {}
            },
            Field::Still => {}
        }
    }

    fn on_over(&mut self, bound: Option<Bound>, event: &KeyEvent, guide: &mut dyn Guide) -> Asked {
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
        match std::mem::replace(&mut self.over, Over::Nothing) {
            Over::Menu { at } => match self.actions().get(at).copied() {
                Some(action) => self.action(action, guide),
                None => Asked::default(),
            },
            Over::Map { rows, at } => match rows.get(at) {
                Some(row) if !row.here => self.act(Act::Jump(row.step.clone()), guide),
                _ => Asked::default(),
            },
            Over::Reading { .. } | Over::Nothing | Over::Hidden { .. } => Asked::default(),
        }
    }

    /// The actions of the menu on this page.
    pub(super) fn actions(&self) -> Vec<Action> {
        let drawer = &self.page.drawer;
        let bare = self.is_bare();
        let here = |action: &Action| match action {
            Action::Back | Action::Safety | Action::About | Action::Help | Action::Leave => true,
            _ if bare => false,
            Action::Why => drawer.why.is_some(),
            Action::Hint => drawer.hint.is_some(),
            Action::Example => drawer.example.is_some(),
            _ => true,
        };
        Action::ALL.into_iter().filter(here).collect()
    }

    fn action(&mut self, action: Action, guide: &mut dyn Guide) -> Asked {
        self.over = Over::Nothing;
        if let Some(pane) = action.pane() {
            self.open(pane, guide);
            return Asked::default();
        }
        match action {
            Action::Help => self.open(Pane::Help, guide),
            Action::Map => match guide.map() {
                Some(rows) => {
                    let at = rows.iter().position(|row| row.here).unwrap_or(0);
                    self.over = Over::Map { rows, at };
                }
                None => self.told = Some(guide.words().say(Key::MapClosed, &[])),
            },
            Action::Long => self.edit(Edit::Newline),
            Action::Undo if self.undoes_typing() => {}
            _ => {
                if let Some(act) = action.act(&self.page) {
                    return self.act(act, guide);
                }
            }
        }
        self.take_asked()
    }

    /// Takes back the last thing typed; false if nothing was typed here.
    fn undoes_typing(&mut self) -> bool {
        let Field::Words(editor) = &mut self.field else {
            return false;
        };
        let undone = editor.perform(Edit::Undo) == Edited::Changed;
        self.unsaved |= undone;
        undone
    }

    fn open(&mut self, pane: Pane, guide: &dyn Guide) {
        let mut view = guide.pane(pane);
        if pane == Pane::Help {
            view.paragraphs.push(keys::listed(guide.words()));
        }
        self.over = Over::Reading { view, scroll: 0 };
    }

    /// Hands an act in; what is half-typed waits on its page.
    fn act(&mut self, act: Act, guide: &mut dyn Guide) -> Asked {
        self.save_draft(guide);
        let reaction = guide.act(act);
        self.react(reaction, guide);
        self.take_asked()
    }

    fn react(&mut self, reaction: Reaction, guide: &mut dyn Guide) {
        self.sync(guide);
        self.asked = Asked {
            ends: reaction.ends,
            quiet: reaction.quiet,
            suspends: false,
        };
        if let Some(key) = reaction.told {
            self.told = Some(guide.words().say(key, &[]));
        }
        if let Some(pane) = reaction.opens {
            self.open(pane, guide);
        }
    }

    fn take_asked(&mut self) -> Asked {
        std::mem::take(&mut self.asked)
    }
}
