//! What keys do on the page, and what comes of it.

use super::editor::{Command as Edit, Outcome as Edited};
use super::field::Field;
use super::keys::{Bound, bound};
use super::light::Light;
use super::over::Over;
use super::pick::Picked;
use super::ui::{Asked, Ui};
use crate::flow::{AskView, Detour, Glass, Pane, PaneView};
use crate::runtime::answer::Meant;
use crate::runtime::{Act, Action, Guide};
use crate::session::Seat;
use crate::words::Key;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

impl Ui {
    /// Takes a key.
    pub fn key(&mut self, event: &KeyEvent, guide: &mut dyn Guide) -> Asked {
        if event.kind == KeyEventKind::Release {
            return Asked::default();
        }
        self.clip = None;
        self.told = None;
        self.full = false;
        let bound = bound(event);
        if let Over::Hidden { asking } = self.over {
            return self.on_hidden(asking, bound, guide);
        }
        match bound {
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
            // Leaving works at once, everywhere; nothing else does on a curtain that has just come down.
            Some(Bound::Do(Action::Leave)) => self.action(Action::Leave, guide),
            _ if self.is_closed() => Asked::default(),
            Some(Bound::Do(action)) => self.action(action, guide),
            bound if matches!(self.over, Over::Nothing) => self.on_page(bound, event, guide),
            bound => self.on_over(bound, event, guide),
        }
    }

    /// Whether a curtain has come down that takes no key yet.
    fn is_closed(&mut self) -> bool {
        let is_in_front = self.is_curtain() && matches!(self.over, Over::Nothing);
        is_in_front && !self.curtain.takes(self.now)
    }

    fn on_page(&mut self, bound: Option<Bound>, event: &KeyEvent, guide: &mut dyn Guide) -> Asked {
        match bound {
            Some(Bound::GoOn) => self.go_on(guide),
            Some(Bound::Menu) if self.drawer.is_some() => self.drawer = None,
            Some(Bound::Menu) => {
                let at = self.first_in_menu();
                self.over = Over::Menu { at };
            }
            Some(Bound::Tab) if self.tilts() => {
                return self.act(Act::Open(Detour::Steady), guide);
            }
            Some(Bound::Tab) => self.tab(),
            Some(Bound::BackTab) => self.step(-1),
            Some(Bound::NewLine) => self.edit(Edit::Newline),
            Some(Bound::Edit(edit)) => match (&self.field, edit) {
                (Field::Both, Edit::Left) => return self.act(Act::Press(Seat::First), guide),
                (Field::Both, Edit::Right) => return self.act(Act::Press(Seat::Second), guide),
                _ => self.edit(edit),
            },
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
            Field::Words(_) | Field::Unseen(_) => self.edit(Edit::Insert(c)),
            Field::Pick(picker) if c == ' ' && !picker.takes_space() => self.pick(guide),
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
                if let Some(at) = number.filter(|at| *at < rows.numbered) {
                    rows.at = at;
                }
            }
            Field::Keep(at) => {
                let at = *at;
                self.mark(c, at, guide);
            }
            Field::Both => match c {
                '1' => return self.act(Act::Press(Seat::First), guide),
                '2' => return self.act(Act::Press(Seat::Second), guide),
                '0' => return self.act(Act::Pass, guide),
                _ => {}
            },
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
        if self.is_curtain() {
            self.curtain.press(self.now);
            return;
        }
        if let Field::Pick(picker) = &self.field
            && !picker.typed.trim().is_empty()
        {
            self.pick(guide);
            return;
        }
        match self.field.meant(&self.page, guide.words()) {
            Meant::Acts(acts) => {
                self.unsaved = false;
                for act in acts {
                    self.asked = self.hand_in(act, guide);
                }
            }
            Meant::Misfit(key, blanks) => {
                if let Field::Unseen(unseen) = &mut self.field {
                    unseen.forget();
                }
                let blanks: Vec<_> = blanks
                    .iter()
                    .map(|(name, value)| (*name, value.as_str()))
                    .collect();
                self.told = Some(guide.words().say(key, &blanks));
            }
        }
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
        if !self.tab_opens() {
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

    /// Whether Tab opens the drawer: everywhere but in a list, where it goes on to the next row.
    pub(super) fn tab_opens(&self) -> bool {
        match &self.field {
            Field::Words(_) | Field::Unseen(_) | Field::Both | Field::Still => !self.tilts(),
            Field::List(_) | Field::Pick(_) | Field::Keep(_) => false,
        }
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
            Field::Words(_) | Field::Unseen(_) | Field::Both | Field::Still => {}
        }
    }

    fn edit(&mut self, edit: Edit<'static>) {
        if let Some(editor) = self.field.editor() {
            let edited = editor.perform(edit);
            self.full |= edited == Edited::Full;
            self.unsaved |= matches!(edited, Edited::Changed | Edited::Full);
            return;
        }
        match &mut self.field {
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
            Field::Words(_) | Field::Unseen(_) | Field::Both | Field::Still => {}
        }
    }

    /// The actions of the menu on this page.
    pub(super) fn actions(&self) -> Vec<Action> {
        let bare = self.is_bare();
        let here = |action: &Action| match action {
            Action::Back | Action::Safety | Action::About | Action::Help | Action::Leave => true,
            _ => !bare,
        };
        let offered = |action: &Action| here(action) && action.is_offered(&self.page);
        Action::ALL.into_iter().filter(offered).collect()
    }

    /// Where the menu opens: on the first of what the page says is behind it, as one who looks for a hint isn't in the
    /// water.
    fn first_in_menu(&self) -> usize {
        let actions = self.actions();
        let named = [Action::Hint, Action::Example, Action::Why];
        let place = |action| actions.iter().position(|other| *other == action);
        named.into_iter().find_map(place).unwrap_or_default()
    }

    pub(super) fn action(&mut self, action: Action, guide: &mut dyn Guide) -> Asked {
        self.over = Over::Nothing;
        if self.is_curtain() && !action.is_offered(&self.page) {
            return Asked::default();
        }
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
            Action::Mirror => return self.mirror(guide),
            Action::Undo if self.undoes_typing() => {}
            _ => {
                if let Some(act) = action.act(&self.page) {
                    return self.act(act, guide);
                }
            }
        }
        self.take_asked()
    }

    /// Looks at the words as far as they are written. What isn't shown here isn't shown there either.
    fn mirror(&mut self, guide: &mut dyn Guide) -> Asked {
        let closed = match self.field {
            _ if matches!(self.page.glass, Glass::Open(_)) => Some(Key::NothingHere),
            _ if !Action::Mirror.is_offered(&self.page) => Some(Key::MirrorNotHere),
            Field::Unseen(_) => Some(Key::MirrorUnseen),
            _ => None,
        };
        if let Some(key) = closed {
            self.told = Some(guide.words().say(key, &[]));
            return self.take_asked();
        }
        let words = self.field.typed(&self.page).unwrap_or_default();
        self.act(Act::Mirror(words.to_string()), guide)
    }

    /// Takes back the last thing typed; false if nothing was typed here.
    fn undoes_typing(&mut self) -> bool {
        let Some(editor) = self.field.editor() else {
            return false;
        };
        let undone = editor.perform(Edit::Undo) == Edited::Changed;
        self.unsaved |= undone;
        undone
    }

    /// Hands an act in; what is half-typed waits on its page.
    pub(super) fn act(&mut self, act: Act, guide: &mut dyn Guide) -> Asked {
        self.save_draft(guide);
        self.hand_in(act, guide)
    }

    /// Hands an act in and shows what came of it.
    pub(super) fn hand_in(&mut self, act: Act, guide: &mut dyn Guide) -> Asked {
        let is_lit_anew = act == Act::Light;
        let reaction = guide.act(act);
        self.sync(guide);
        if reaction.anew {
            self.renew(guide);
        }
        if let (Some(seconds), AskView::Quiet { seconds: whole, .. }) =
            (reaction.quiet, &self.page.ask)
        {
            let share = f32::from(seconds) / f32::from((*whole).max(1));
            let from = if is_lit_anew { 1.0 } else { share };
            self.light = Some(Light::new(self.now, seconds, from));
        }
        // Where the mirror has nothing to ask, the screen says nothing about the words.
        if let Some(key) = reaction.told.filter(|key| *key != Key::MirrorQuiet) {
            self.told = Some(guide.words().say(key, &[]));
        }
        if let Some(pane) = reaction.opens {
            self.open(pane, guide);
        }
        Asked {
            ends: reaction.ends,
            suspends: false,
        }
    }

    fn take_asked(&mut self) -> Asked {
        std::mem::take(&mut self.asked)
    }
}
