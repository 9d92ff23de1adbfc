//! What the screen shows and what keys do to it. No terminal here: keys come in, acts go out, cells are drawn.

use super::draw::river::Drawn;
use super::editor::{Command as Edit, Outcome as Edited};
use super::field::Field;
use super::look::Look;
use crate::flow::{AskView, Ice, MapRow, Page, Pane, PaneView};
use crate::runtime::{Ended, Guide};
use crate::text::clean_line;

/// What lies over the page, in its place.
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

/// What a key came to, for the loop.
#[derive(Debug, Default, PartialEq)]
pub struct Asked {
    /// It is over.
    pub ends: Option<Ended>,
    /// The shell is to have the terminal for a while.
    pub suspends: bool,
    /// The light of a quiet stretch lasts so many seconds from now.
    pub quiet: Option<u16>,
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
    /// The last edit didn't fit into the field whole.
    pub(super) full: bool,
    pub(super) status: String,
    /// How much of a quiet stretch's light is left, from 0 to 1.
    pub(super) light: f32,
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
            full: false,
            status: String::new(),
            light: 1.0,
            unsaved: false,
            above: None,
            river: None,
            asked: Asked::default(),
        };
        ui.renew(guide);
        ui
    }

    /// Shows what the guide shows now; the answer begins anew if the page is another one.
    pub fn sync(&mut self, guide: &dyn Guide) {
        let page = guide.page();
        let same = page.key == self.page.key && same_shape(&page.ask, &self.page.ask);
        self.page = page;
        if same {
            self.status = guide.status();
        } else {
            self.renew(guide);
        }
    }

    fn renew(&mut self, guide: &dyn Guide) {
        let can_pass = !self.is_bare();
        self.field = Field::of(&self.page, guide.half_typed(), guide.words(), can_pass);
        self.drawer = None;
        self.light = 1.0;
        self.unsaved = false;
        self.status = guide.status();
    }

    /// Hands the half-typed answer over, to be saved.
    pub fn save_draft(&mut self, guide: &mut dyn Guide) {
        if let Some(text) = self.field.typed()
            && self.unsaved
        {
            guide.draft(&text);
        }
        self.unsaved = false;
        self.status = guide.status();
    }

    /// Whether there are words nobody has saved yet.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// Whether the page is one long list.
    pub(super) fn is_list_page(&self) -> bool {
        matches!(self.field, Field::Pick(_) | Field::Keep(_))
    }

    /// Whether the ice tilts under the page itself, so that Tab steadies; beside a step one steadies already.
    pub(super) fn tilts(&self) -> bool {
        matches!(self.page.ice, Ice::Tilting(_)) && self.page.part.is_none()
    }

    /// Whether there is anything to say in the caption.
    pub(super) fn has_caption(&self) -> bool {
        !self.is_bare() || self.page.name.is_some() || !self.status.is_empty()
    }

    /// Whether the page belongs to no step: the bank, or the end.
    pub(super) fn is_bare(&self) -> bool {
        self.page.at.is_none() && self.page.part.is_none()
    }

    /// Whether the answer needs more rows than there are above a drawer that stands near.
    pub(super) fn is_long(&self) -> bool {
        match &self.field {
            Field::List(rows) => rows.texts.len() > 8,
            // About eight rows of text.
            Field::Words(editor) => editor.text().len() > 400,
            Field::Still | Field::Pick(_) | Field::Keep(_) => false,
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

    /// Whether the page is a quiet stretch.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        matches!(self.page.ask, AskView::Quiet { .. })
    }

    /// The light of a quiet stretch has dimmed to this much of it.
    pub fn dim(&mut self, light: f32) {
        self.light = light;
    }

    /// Takes text that was pasted: one edit, and never a key.
    pub fn paste(&mut self, text: &str) {
        self.told = None;
        self.full = false;
        match (&self.over, &mut self.field) {
            (Over::Nothing, Field::Words(editor)) => {
                self.full = editor.perform(Edit::Paste(text)) == Edited::Full;
                self.unsaved = true;
            }
            (Over::Nothing, Field::Pick(picker)) => {
                clean_line(text).chars().for_each(|c| picker.typed(c));
            }
            _ => {}
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
