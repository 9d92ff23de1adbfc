//! A story on the stage: the same practice, walked by the same engine as a rehearsal, with what a page is for read
//! from its ask.
//!
//! Nothing of it is ever handed to a shelf: the engine is begun with saving off, and its effects are let go.

use crate::content::{Id, Offer, Pack};
use crate::flow::{AskView, Event, Flow, Ice, Page, Reply};
use crate::session::{Header, Seat, Sight};
use crate::time::Moment;
use std::sync::Arc;

/// Pages walked in one go, at the very most: a talk has six turns.
const FAR: usize = 400;

/// What a page of a story is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Site {
    /// What the story holds.
    Holds,
    /// Who is in it.
    Who,
    /// They speak, in the turn of this number from 0.
    Cue(usize),
    /// They have answered.
    Reply(usize),
    /// Nothing was said.
    Waits(usize),
    /// In the water.
    Hand(usize),
    /// How it closes.
    Close,
    /// A question on the way out of the talk.
    After,
    /// The last page.
    End,
}

impl Site {
    /// The turn it belongs to, from 0.
    pub(super) const fn turn(self) -> Option<usize> {
        match self {
            Self::Cue(turn) | Self::Reply(turn) | Self::Waits(turn) | Self::Hand(turn) => {
                Some(turn)
            }
            Self::Holds | Self::Who | Self::Close | Self::After | Self::End => None,
        }
    }
}

/// A voice of a turn: what it says, and what is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Landing {
    pub(super) says: String,
    pub(super) reply: String,
}

/// A story that is being shown.
#[derive(Debug, Clone)]
pub(super) struct Script {
    pub(super) title: String,
    flow: Flow,
    page: Page,
}

impl Script {
    /// Begins a story; None if the pack can't walk it.
    pub(super) fn begin(
        pack: &Arc<Pack>,
        offer: &Offer,
        seed: u32,
        started: Moment,
    ) -> Option<Self> {
        let header = Header {
            id: "stage".to_owned(),
            river: None,
            title: None,
            me: None,
            other: None,
            practice: offer.id.clone(),
            pack: pack.id.clone(),
            language: pack.language.clone(),
            mode: crate::content::Mode::Solo,
            started,
            first_visit: false,
            seed,
            brought: Vec::new(),
        };
        let flow = Flow::begin(Arc::clone(pack), header, false)?;
        let page = flow.page();
        Some(Self {
            title: offer.title.clone(),
            flow,
            page,
        })
    }

    pub(super) const fn page(&self) -> &Page {
        &self.page
    }

    /// Who one is in the story, and who answers.
    pub(super) fn cast(&self) -> [&str; 2] {
        let practice = self.flow.pack().practices.get(&self.flow.header().practice);
        let talk = practice.and_then(|practice| practice.talk.as_ref());
        talk.map_or(["", ""], |talk| [&talk.cast[0], &talk.cast[1]])
    }

    /// How many turns it has.
    pub(super) fn turns(&self) -> usize {
        self.turn_ids().len()
    }

    fn turn_ids(&self) -> &[Id] {
        let practice = self.flow.pack().practices.get(&self.flow.header().practice);
        let talk = practice.and_then(|practice| practice.talk.as_ref());
        talk.map_or(&[], |talk| &talk.turns)
    }

    /// The turn an ask belongs to, and what it is there: `own`, `try`, `then`.
    fn part<'a>(&self, ask: &'a Id) -> Option<(usize, &'a str)> {
        let ids = self.turn_ids().iter().enumerate();
        ids.filter_map(|(at, id)| {
            let rest = ask.as_str().strip_prefix(id.as_str())?;
            Some((at, rest.strip_prefix('_')?))
        })
        .next()
    }

    /// What the page is for.
    pub(super) fn site(&self) -> Site {
        let ask = &self.page.key.ask;
        match (self.part(ask), ask.as_str()) {
            (Some((turn, "own")), _) => Site::Cue(turn),
            (Some((turn, "waits")), _) => Site::Waits(turn),
            (Some((turn, "hand")), _) => Site::Hand(turn),
            (Some((turn, _)), _) => Site::Reply(turn),
            (None, "holds") => Site::Holds,
            (None, "who") => Site::Who,
            (None, "stayed" | "else") => Site::Close,
            (None, "jumped" | "doubt" | "ordinary") => Site::After,
            (None, _) => Site::End,
        }
    }

    /// Goes on by one page, saying nothing where something could be said. False at the end.
    pub(super) fn forward(&mut self) -> bool {
        if self.site() == Site::End {
            return false;
        }
        self.step();
        self.pass_between();
        true
    }

    /// On over the pages that ask which voice is meant, or what now: the moves of the stage answer those.
    fn pass_between(&mut self) {
        for _ in 0..FAR {
            let ask = &self.page.key.ask;
            let between = match self.part(ask) {
                Some((_, part)) => {
                    ["near", "try", "taken", "then", "then_on", "inside"].contains(&part)
                }
                None => ask == "what_if",
            };
            if !between {
                return;
            }
            self.step();
        }
    }

    /// The engine's own next page: read, gone on with, or passed.
    fn step(&mut self) {
        let on = |options: &[crate::flow::Offered]| {
            let mut ids = options.iter().map(|option| &option.id);
            ids.find(|id| **id == "begin" || **id == "on").cloned()
        };
        let reply = match &self.page.ask {
            AskView::Show => Some(Reply::Went),
            AskView::Choice { options, .. } => on(options).map(Reply::Chose),
            _ => None,
        };
        self.answer(reply);
    }

    fn answer(&mut self, reply: Option<Reply>) {
        let (seat, ask, field) = (Seat::First, self.page.key.ask.clone(), self.page.key.field);
        // Nothing is kept, so whatever the engine asks of the world for it is let go.
        let _ = self.flow.apply(match reply {
            Some(reply) => Event::Answered {
                seat,
                sight: Sight::Open,
                ask,
                field,
                reply,
            },
            None => Event::Passed { seat, ask, field },
        });
        self.page = self.flow.page();
    }

    /// Back to where they speak in a turn, from 0, as it was before anything was said there.
    pub(super) fn back_to(&mut self, turn: usize) {
        for _ in 0..FAR {
            if self.site() == Site::Cue(turn) {
                return;
            }
            let events = self.flow.undo();
            let page = self.flow.page();
            if page == self.page && events.is_empty() {
                return;
            }
            self.page = page;
        }
    }

    /// Forward to where they speak in a turn, from 0; what lies between is passed.
    pub(super) fn on_to(&mut self, turn: usize) {
        for _ in 0..FAR {
            if self.site() == Site::Cue(turn) || !self.forward() {
                return;
            }
        }
    }

    /// The story with the voices of a turn offered; None outside a turn.
    fn offering(&self) -> Option<(Self, Vec<Id>)> {
        let turn = self.site().turn()?;
        let mut there = self.clone();
        there.back_to(turn);
        there.answer(None);
        let AskView::Choice { options, .. } = &there.page.ask else {
            return None;
        };
        let ids = options.iter().map(|option| option.id.clone()).collect();
        Some((there, ids))
    }

    /// Says a voice of this turn, from 0. Its own words, if there is one.
    pub(super) fn say(&mut self, voice: usize) -> Option<String> {
        let (there, ids) = self.offering()?;
        let id = ids.get(voice)?;
        let says = voice_of(&there.page, voice)?;
        *self = there;
        self.answer(Some(Reply::Chose(id.clone())));
        Some(says)
    }

    /// What each voice of this turn says, and what would be answered to it now.
    pub(super) fn landings(&self) -> Vec<Landing> {
        let Some((there, ids)) = self.offering() else {
            return Vec::new();
        };
        let landing = |(at, id): (usize, &Id)| {
            let mut landed = there.clone();
            landed.answer(Some(Reply::Chose(id.clone())));
            Some(Landing {
                says: voice_of(&there.page, at)?,
                reply: landed.answered(),
            })
        };
        ids.iter().enumerate().filter_map(landing).collect()
    }

    /// What they have answered, without what is said of it.
    pub(super) fn answered(&self) -> String {
        paragraph(&self.page.prompt, 0)
    }

    /// What they say in this turn.
    pub(super) fn cue(&self) -> String {
        self.page.notes.join(" ")
    }

    /// What goes on inside them, in three sentences.
    pub(super) fn inside(&self) -> Vec<String> {
        let text = self.prompt_of("inside").unwrap_or_default();
        let lines = text.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    }

    /// What somebody who loves both would say.
    pub(super) fn supporter(&self) -> String {
        paragraph(&self.prompt_of("hand").unwrap_or_default(), 1)
    }

    /// A hint for whoever answers.
    pub(super) fn hint(&self) -> Option<String> {
        self.page.drawer.hint.clone()
    }

    /// How the ice is.
    pub(super) const fn ice(&self) -> Ice {
        self.page.ice
    }

    /// The prompt of another ask of this turn, with the names of the story in it.
    fn prompt_of(&self, part: &str) -> Option<String> {
        let turn = self.turn_ids().get(self.site().turn()?)?;
        let wanted = format!("{turn}_{part}");
        let practice = self
            .flow
            .pack()
            .practices
            .get(&self.flow.header().practice)?;
        let steps = practice.floes.iter().flat_map(|floe| &floe.steps);
        let mut asks = steps.flat_map(|step| &step.asks);
        let ask = asks.find(|ask| ask.id == *wanted)?;
        let [me, other] = self.cast();
        let names = [("me", me), ("other", other)];
        Some(crate::words::fill(&ask.prompt, &names))
    }
}

fn voice_of(page: &Page, at: usize) -> Option<String> {
    match &page.ask {
        AskView::Choice { options, .. } => options.get(at).map(|option| option.text.clone()),
        _ => None,
    }
}

fn paragraph(text: &str, at: usize) -> String {
    text.split("\n\n").nth(at).unwrap_or_default().to_owned()
}
