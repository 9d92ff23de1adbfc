//! The engine: events in, effects out, and a page between it and whoever draws.
//!
//! `Flow::apply` is the only way anything changes; `Flow::page` says what a person sees and is asked now.
//! The engine is deterministic: no clock, no chance, no files, no panic. Replaying the events of a crossing
//! gives the same page, so the events are the crossing, and going back and undoing cost nothing extra.
//!
//! A step of which nothing is ever kept is *sealed*: while one is inside it, its events live in memory only,
//! and leaving it folds them into a single [`Event::Melted`].
//!
//! Two people walk the same practice. `seats` says whose page it is and who has taken the keyboard, `turns` leads
//! one person and then the other through what each is asked, `curtain` stands between them, `joint` waits for both
//! keys, and `unseen` keeps what two hidden answers came to when the answers themselves have melted.

mod answers;
mod asked;
mod condition;
mod curtain;
mod effect;
mod fit;
mod glass;
mod joint;
mod landing;
mod map;
mod marks;
mod own;
mod page;
mod pane;
mod place;
mod promises;
mod repack;
mod sealed;
mod seats;
mod state;
mod take;
mod talk;
mod turns;
mod unseen;
mod view;
mod visit;
mod walk;
mod way;

pub use crate::session::{Detour, Event, Reply};
pub use effect::{Effect, Pane};
pub use glass::{Glass, Marked};
pub use map::MapRow;
pub use own::{building, playing};
pub use page::{
    AgreementView, AskView, Cover, Drawer, Ice, ItemView, Offered, Page, PageKey, PickGroup,
    RiverView, Scene, Shown, Sibling, Whereabouts, YearView,
};
pub use pane::{PaneView, about_page, safety_page};
pub use repack::Stands;
pub use talk::{TalkView, TalkWay};

use crate::content::{Id, Own, Pack, Practice, Step};
use crate::session::{HalfTyped, Header, Item, Stage};
use place::{Place, Spot};
use state::{Ending, State};
use std::sync::Arc;

/// Whether anything of this crossing may touch the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// Not yet: the private questions lie ahead.
    Held,
    /// Yes.
    On,
    /// No, nothing at all.
    Off,
}

/// One crossing under way.
#[derive(Debug, Clone)]
pub struct Flow {
    pack: Arc<Pack>,
    header: Header,
    log: Vec<Event>,
    /// Length of the log when the sealed step one is in was entered.
    sealed_at: Option<usize>,
    saving: Saving,
    /// Whether this crossing may be saved at all.
    may_save: bool,
    state: State,
    /// Length of the log when the keyboard changed hands: nothing before it is taken back.
    barrier: usize,
    /// Events are being taken in once more, and nothing of them is asked of the world again.
    replaying: bool,
    /// Both have said, each alone, that they go on together.
    together: bool,
    /// Effects of what both answers led to.
    owed: Vec<Effect>,
}

impl Flow {
    /// Begins a crossing. None if the pack has no practice of the header's name.
    #[must_use]
    pub fn begin(pack: Arc<Pack>, header: Header, may_save: bool) -> Option<Self> {
        let practice = Arc::clone(pack.practices.get(&header.practice)?);
        let guard = sealed::guard(&practice, header.mode);
        let saving = match (may_save, &guard) {
            (false, _) => Saving::Off,
            (true, Some(_)) => Saving::Held,
            (true, None) => Saving::On,
        };
        let mut flow = Self {
            state: State::new(practice),
            pack,
            header,
            log: Vec::new(),
            sealed_at: None,
            saving,
            may_save,
            barrier: 0,
            replaying: false,
            together: false,
            owed: Vec::new(),
        };
        // Two people cross only where each is asked first, and never a talk that one of them built or rehearses.
        let own = [Own::BUILD, Own::TALK].contains(&flow.header.practice.as_str());
        let own = own || flow.practice().talk.is_some();
        if flow.is_pair() && (own || flow.go_ahead_step().is_none()) {
            return None;
        }
        flow.enter_first();
        // Nothing of it is for whoever would walk it.
        if flow.at_end() {
            return None;
        }
        if flow.is_pair() && guard.is_none() {
            flow.ask_to_go_ahead();
        }
        Some(flow)
    }

    /// Takes up a crossing that was saved. Events that no longer fit the content are left out.
    #[must_use]
    pub fn resume(pack: Arc<Pack>, header: Header, events: &[Event]) -> Option<Self> {
        let mut flow = Self::begin(pack, header, true)?;
        flow.saving = Saving::On;
        flow.replay(events);
        flow.saving = Saving::On;
        if flow.is_pair() {
            flow.state.keys = None;
            flow.drop_key();
            flow.ask_to_go_ahead();
        }
        Some(flow)
    }

    /// Whether every one of these events fitted. If not, the content is another one than it was when they were
    /// written, and writing them anew would leave some out.
    #[must_use]
    pub fn remembers(&self, events: &[Event]) -> bool {
        self.keepable_events().len() >= events.len()
    }

    /// Takes in what somebody did. What doesn't fit where they are changes nothing.
    pub fn apply(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Elapsed => {
                self.state.elapsed = true;
                return Vec::new();
            }
            Event::Lit => return self.light_up(),
            _ => {}
        }
        if self.state.place.spot == Spot::End
            && matches!(event, Event::Answered { .. } | Event::Passed { .. })
        {
            return vec![Effect::End];
        }
        if matches!(self.state.ending, Some(Ending::Landed | Ending::Apart)) {
            return Vec::new();
        }
        let keys = self.state.keys;
        let before = self.state.place;
        let left = self.step_at(before);
        let Some(mut effects) = self.take(&event) else {
            return Vec::new();
        };
        effects.append(&mut self.owed);
        match event {
            // A key that was taken back was never pressed.
            Event::Released(seat) => self.forget_press(seat),
            event => self.log.push(event),
        }
        let now = self.step_at(self.state.place);
        let moved =
            !same_step(left.as_deref(), now.as_deref()) || before.seat != self.state.place.seat;
        if moved {
            self.leave(left.as_deref(), before, &mut effects);
            self.arrive();
        }
        if self.state.place != before {
            self.come(&mut effects);
        }
        if self.state.keys != keys {
            self.barrier = self.log.len();
        }
        let open = self.state.ending != Some(Ending::Landed);
        if open && self.saving == Saving::On && (self.sealed_at.is_none() || moved) {
            effects.push(Effect::Save);
        }
        if let Some(seconds) = self.quiet_seconds(before) {
            effects.push(Effect::Deadline { seconds });
        }
        effects
    }

    /// Takes back the last thing that was done, if there is one.
    pub fn undo(&mut self) -> Vec<Effect> {
        let mut events = self.log.clone();
        let gate = self.state.detour() == Some(Detour::GoAhead);
        let over = matches!(self.state.ending, Some(Ending::Landed | Ending::Apart));
        let last = events.pop();
        // What melted for one of two isn't asked anew, and what came of it comes once.
        let shut = self.is_pair() && matches!(last, Some(Event::Melted(_) | Event::Came { .. }));
        if last.is_none() || over || gate || shut || self.log.len() <= self.barrier {
            return Vec::new();
        }
        // What took two keys takes both again.
        if let (Some(Event::Pressed(seat)), None) = (last, self.state.pressed) {
            let other = Event::Pressed(seat.other());
            if let Some(at) = events.iter().rposition(|event| *event == other) {
                events.remove(at);
            }
        }
        self.replay(&events);
        if self.saving == Saving::On {
            vec![Effect::Save]
        } else {
            Vec::new()
        }
    }

    /// What was known at the start.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The pack this crossing walks through.
    #[must_use]
    pub fn pack(&self) -> &Arc<Pack> {
        &self.pack
    }

    /// Whether anything may touch the disk.
    #[must_use]
    pub fn saving(&self) -> Saving {
        self.saving
    }

    /// Whether what is being typed now may be saved half-typed.
    #[must_use]
    pub fn may_draft(&self) -> bool {
        self.saving == Saving::On && !self.current_is_never()
    }

    /// How far it has come, as it is written to disk: nothing that is never kept is in it.
    #[must_use]
    pub fn stage(&self, drafts: &[HalfTyped]) -> Stage {
        let waits = |ask| !self.never(ask) && !self.waits_for_nobody(ask);
        let kept = drafts.iter().filter(|draft| waits(&draft.ask));
        Stage::Crossing {
            place: self.resting_place(),
            events: self.keepable_events(),
            drafts: kept.cloned().collect(),
        }
    }

    /// Whether landing was chosen.
    #[must_use]
    pub fn has_landed(&self) -> bool {
        self.state.ending == Some(Ending::Landed)
    }

    /// Whether today it runs one person at a time, and nothing of this is left.
    #[must_use]
    pub fn has_parted(&self) -> bool {
        self.state.ending == Some(Ending::Apart)
    }

    /// The items that were marked to be kept at the landing.
    #[must_use]
    pub fn kept(&self) -> Vec<Item> {
        landing::kept(self)
    }

    /// Starts over and takes the events in once more. They tell whether saving was decided about, never how.
    fn replay(&mut self, events: &[Event]) {
        self.replay_each(events, |_, _| true);
    }

    /// The same, with something done before each event; whether that was true of all of them, and all of them fitted.
    fn replay_each(
        &mut self,
        events: &[Event],
        before: impl Fn(&mut Self, &Event) -> bool,
    ) -> bool {
        let mut fitted = true;
        let (saving, may_save) = (self.saving, self.may_save);
        let mode = self.header.mode;
        let guard = self
            .began()
            .and_then(|practice| sealed::guard(&practice, mode));
        if guard.is_some() {
            self.may_save = saving != Saving::Off;
            if saving == Saving::On {
                self.saving = Saving::Held;
            }
        }
        self.log.clear();
        self.sealed_at = None;
        self.barrier = 0;
        // Without a private part of its own, a crossing has events only since both went on together.
        self.together = guard.is_none();
        self.replaying = true;
        let practice = self.began().unwrap_or(Arc::clone(&self.state.practice));
        // What was answered unseen stands in no event, so taking one back doesn't lose it.
        let unseen = std::mem::take(&mut self.state.unseen);
        self.state = State::new(practice);
        self.enter_first();
        for event in events {
            fitted &= before(self, event);
            self.apply(event.clone());
        }
        fitted &= self.log.len() == events.len();
        self.replaying = false;
        self.state.unseen = unseen;
        let decided = guard.is_none_or(|guard| events.contains(&Event::Melted(guard)));
        self.saving = if decided || !may_save {
            saving
        } else {
            Saving::Held
        };
        self.may_save = may_save;
        fitted
    }

    /// The practice this crossing began with; a track may have been walked since.
    fn began(&self) -> Option<Arc<Practice>> {
        self.pack.practices.get(&self.header.practice).cloned()
    }

    fn practice(&self) -> &Practice {
        &self.state.practice
    }

    /// The floe and the step it rests on, for lists of crossings.
    fn resting_place(&self) -> Option<(Id, Id)> {
        // At the end it rests on the last step that was seen.
        let last = self
            .state
            .trail
            .iter()
            .rev()
            .find_map(|place| match place.spot {
                Spot::Floe { floe, step } => Some((floe, step)),
                Spot::Detour(_) | Spot::End => None,
            });
        let (floe, step) = self.state.ground().or(last)?;
        let floe = self.practice().floes.get(floe)?;
        Some((floe.id.clone(), floe.steps.get(step)?.id.clone()))
    }
}

/// Whether two steps are the same one. Spots don't tell: on another track the same spot is another step.
fn same_step(one: Option<&Step>, other: Option<&Step>) -> bool {
    one.map(|step| &step.id) == other.map(|step| &step.id)
}
