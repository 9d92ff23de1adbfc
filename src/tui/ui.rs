//! What the screen shows and what keys do to it. No terminal and no clock here: keys and moments come in, acts go
//! out, cells are drawn.

use super::clip::{Clip, Still};
use super::curtain::Curtain;
use super::draw::river::Drawn;
use super::editor::{Command as Edit, Outcome as Edited};
use super::field::Field;
use super::light::{Dims, Light};
use super::look::Look;
use super::over::Over;
use super::wipe::wipe;
use crate::flow::{AskView, Glass, Ice, Page, Pane};
use crate::runtime::{Act, Ended, Guide};
use crate::text::clean_line;
use std::time::Duration;
use zeroize::Zeroize;

/// A list of more rows is a long one.
const LONG: usize = 8;

/// What a key came to, for the loop.
#[derive(Debug, Default, PartialEq)]
pub struct Asked {
    /// It is over.
    pub ends: Option<Ended>,
    /// The shell is to have the terminal for a while.
    pub suspends: bool,
}

/// The screen's own state.
pub struct Ui {
    pub(super) look: Look,
    pub(super) page: Page,
    pub(super) field: Field,
    pub(super) over: Over,
    /// What the drawer shows.
    pub(super) drawer: Option<Pane>,
    /// Said once.
    pub(super) told: Option<String>,
    /// What was said last of saving that failed.
    trouble: Option<String>,
    /// The last edit didn't fit into the field whole.
    pub(super) full: bool,
    pub(super) status: String,
    /// What it is now, counted from when the screen was opened.
    pub(super) now: Duration,
    /// What moves, while it moves.
    pub(super) clip: Option<Clip>,
    /// Another window is the one in front.
    pub(super) away: bool,
    /// The light of a quiet stretch, while it burns.
    pub(super) light: Option<Light>,
    /// How many cells of the light can go out, as it was drawn last.
    pub(super) cells: usize,
    /// What the curtain of this page lets through.
    pub(super) curtain: Curtain,
    /// Words were typed that nobody has saved yet.
    pub(super) unsaved: bool,
    /// What stands above the ask and below the answer, when not all of it fits.
    pub(super) above: Option<Vec<String>>,
    /// The river as it was drawn last.
    pub(super) river: Option<Drawn>,
    /// What the last key came to.
    pub(super) asked: Asked,
}

impl Ui {
    /// A screen for a guide.
    #[must_use]
    pub fn new(look: Look, guide: &dyn Guide) -> Self {
        let page = guide.page();
        let mut ui = Self {
            look,
            field: Field::Still,
            page,
            over: Over::Nothing,
            drawer: None,
            told: None,
            trouble: None,
            full: false,
            status: String::new(),
            now: Duration::ZERO,
            clip: None,
            away: false,
            light: None,
            cells: 0,
            curtain: Curtain::default(),
            unsaved: false,
            above: None,
            river: None,
            asked: Asked::default(),
        };
        ui.renew(guide);
        ui.moves_in();
        ui
    }

    /// Tells what time it is, counted from when the screen was opened.
    pub fn at(&mut self, now: Duration) {
        self.now = now;
    }

    /// The next moment at which something changes by itself.
    #[must_use]
    pub fn wakes(&self) -> Option<Duration> {
        let light = self.light.map(|light| light.next(self.now, self.dims()));
        [light, self.curtain.opens(), self.next_frame()]
            .into_iter()
            .flatten()
            .min()
    }

    /// Does what has come due.
    pub fn due(&mut self, guide: &mut dyn Guide) -> Asked {
        if self.curtain.opens().is_some_and(|opens| self.now >= opens) {
            self.curtain = Curtain::default();
            return self.hand_in(Act::Take, guide);
        }
        if self.light.is_some_and(|light| self.now >= light.ends()) {
            self.light = None;
            guide.act(Act::Elapsed);
            self.sync(guide);
        }
        Asked::default()
    }

    /// Shows what the guide shows now; the answer begins anew if the page is another one, and nothing of the page
    /// before stays here.
    pub fn sync(&mut self, guide: &dyn Guide) {
        let page = guide.page();
        let same = page.key == self.page.key && same_shape(&page.ask, &self.page.ask);
        let from = Still::of(&self.page);
        wipe(std::mem::replace(&mut self.page, page));
        if !same || from != Still::of(&self.page) {
            self.moves_from(from);
        }
        if same {
            self.hear(guide);
        } else {
            self.renew(guide);
        }
    }

    /// Shows what has changed around the page, when the bell rang. What is being typed stays in its field.
    pub fn look_up(&mut self, guide: &mut dyn Guide) {
        let typed = self.field.typed(&self.page).filter(|_| self.unsaved);
        let typed = typed.as_ref().map(|typed| typed.as_str());
        let Some(reaction) = guide.look_up(typed) else {
            return self.sync(guide);
        };
        let page = guide.page();
        let same_ask = page.key == self.page.key;
        let same_field = same_ask && same_shape(&page.ask, &self.page.ask);
        wipe(std::mem::replace(&mut self.page, page));
        match same_ask {
            // The words a list is made of may be others.
            true if !same_field || self.field.editor().is_none() => {
                self.field = self.field_of(guide)
            }
            true => {}
            false => self.renew(guide),
        }
        self.told = reaction.told.map(|key| guide.words().say(key, &[]));
    }

    fn field_of(&self, guide: &dyn Guide) -> Field {
        // In the mirror, keeping the words as they are is an option like the others.
        let in_mirror = matches!(self.page.glass, Glass::Open(_));
        let can_pass = !self.is_bare() && !in_mirror;
        Field::of(&self.page, guide.half_typed(), guide.words(), can_pass)
    }

    pub(super) fn renew(&mut self, guide: &dyn Guide) {
        self.field = self.field_of(guide);
        self.drawer = None;
        self.light = None;
        self.curtain = Curtain::default();
        self.unsaved = false;
        self.told.zeroize();
        self.above.zeroize();
        if !self.is_hidden() {
            self.over = Over::Nothing;
        }
        self.hear(guide);
    }

    /// How saving stands; that it has failed is said in full as well, once.
    fn hear(&mut self, guide: &dyn Guide) {
        self.status = guide.status();
        let trouble = guide.trouble();
        if trouble != self.trouble {
            self.told.clone_from(&trouble);
            self.trouble = trouble;
        }
    }

    /// Hands the half-typed answer over, to be saved.
    pub fn save_draft(&mut self, guide: &mut dyn Guide) {
        if let Some(text) = self.field.typed(&self.page)
            && self.unsaved
        {
            guide.draft(&text);
        }
        self.unsaved = false;
        self.hear(guide);
    }

    /// Whether there are words nobody has saved yet.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// Whether the page is one long list.
    pub(super) fn is_list_page(&self) -> bool {
        match (&self.field, &self.page.ask) {
            (Field::Pick(_) | Field::Keep(_), _) => true,
            (Field::Unseen(_), AskView::Choice { options, .. }) => options.len() > LONG,
            (Field::Unseen(_), ask) => matches!(ask, AskView::Pick { .. }),
            _ => false,
        }
    }

    /// Whether one of several is chosen unseen: all of them stand there, and nothing scrolls.
    pub(super) fn is_unseen_choice(&self) -> bool {
        let is_choice = matches!(self.page.ask, AskView::Choice { .. });
        matches!(self.field, Field::Unseen(_)) && is_choice
    }

    /// Whether the ice tilts under the page itself, so that Tab steadies; beside a step one steadies already.
    pub(super) fn tilts(&self) -> bool {
        matches!(self.page.ice, Ice::Tilting(_)) && self.page.part.is_none()
    }

    /// Whether there is anything to say in the caption.
    pub(super) fn has_caption(&self) -> bool {
        let says = self.page.name.is_some() || !self.page.title.is_empty();
        !self.is_bare() || says || !self.status.is_empty()
    }

    /// Whether the page belongs to no step: the bank, or the end.
    pub(super) fn is_bare(&self) -> bool {
        self.page.at.is_none() && self.page.part.is_none() && !self.is_curtain()
    }

    /// Whether a curtain hangs between two people's pages.
    pub(super) fn is_curtain(&self) -> bool {
        matches!(self.page.ask, AskView::Curtain { .. })
    }

    /// Whether the answer needs more rows than there are above a drawer that stands near.
    pub(super) fn is_long(&self) -> bool {
        match &self.field {
            Field::List(rows) => rows.texts.len() > LONG,
            // About eight rows of text.
            Field::Words(editor) => editor.text().len() > 400,
            Field::Still | Field::Unseen(_) | Field::Pick(_) | Field::Keep(_) | Field::Both => {
                false
            }
        }
    }

    /// Whether there are sentences to be read below the answer.
    pub(super) fn has_foot(&self) -> bool {
        matches!(self.over, Over::Nothing) && !self.page.foot.is_empty()
    }

    /// Whether the screen shows nothing, or asks whether to come back.
    pub(super) fn is_hidden(&self) -> bool {
        matches!(self.over, Over::Hidden { .. })
    }

    /// How much of the light is left on a quiet page, from 0 to 1; one that nobody lit doesn't dim.
    pub(super) fn light_left(&self) -> Option<f32> {
        match (&self.page.ask, self.light) {
            (AskView::Quiet { over: true, .. }, _) => Some(0.0),
            (AskView::Quiet { .. }, Some(light)) => Some(light.left(self.now, self.dims())),
            (AskView::Quiet { .. }, None) => Some(1.0),
            _ => None,
        }
    }

    fn dims(&self) -> Dims {
        if self.look.motion && !self.away {
            Dims::Cells(self.cells)
        } else {
            Dims::Still
        }
    }

    /// Takes text that was pasted: one edit, and never a key.
    pub fn paste(&mut self, text: &str) {
        self.clip = None;
        self.told = None;
        self.full = false;
        if !matches!(self.over, Over::Nothing) {
            return;
        }
        if let Field::Pick(picker) = &mut self.field {
            clean_line(text).chars().for_each(|c| picker.typed(c));
        } else if let Some(editor) = self.field.editor() {
            self.full = editor.perform(Edit::Paste(text)) == Edited::Full;
            self.unsaved = true;
        }
    }
}

/// Whether two asks are answered by the same field, so that what is being answered can stay.
fn same_shape(one: &AskView, other: &AskView) -> bool {
    match (one, other) {
        (AskView::Choice { options: a, .. }, AskView::Choice { options: b, .. }) => a == b,
        (AskView::Pick { near: a, .. }, AskView::Pick { near: b, .. }) => a == b,
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}
