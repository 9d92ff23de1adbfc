//! One crossing at the keyboard: the engine, and the hands that carry out its effects.

use super::drafts::Drafts;
use super::env::{Env, Status, Wanted};
use super::guide::{Act, Ended, Guide, Reaction};
use super::two::{Who, light_left};
use crate::chance::short_id;
use crate::content::Id;
use crate::flow::{
    AskView, Detour, Effect, Event, Flow, MapRow, Page, Pane, PaneView, Reply, Saving,
};
use crate::session::{FORMAT, HalfTyped, ItemKind, Record, River, Seat, Stage};
use crate::text::clean;
use crate::time::{Moment, day_in};
use crate::words::{Key, Words};

/// One crossing under way.
pub struct Sitting {
    flow: Flow,
    env: Env,
    rev: u64,
    river: Option<River>,
    /// Half-typed answers.
    drafts: Drafts,
    /// When the last version was handed over to be saved.
    handed: Option<Moment>,
    landed: bool,
    greeting: Vec<String>,
    /// What somebody said of themself without having said who they are.
    pub(super) who: Option<Who>,
    /// When the light of a quiet stretch will have gone out.
    light_until: Option<Moment>,
}

impl Sitting {
    /// A new crossing. The greeting is read once, on its first page.
    #[must_use]
    pub fn begin(flow: Flow, env: Env, greeting: Vec<String>) -> Self {
        Self {
            flow,
            env,
            rev: 0,
            river: None,
            drafts: Drafts::default(),
            handed: None,
            landed: false,
            greeting,
            who: None,
            light_until: None,
        }
    }

    /// A crossing taken up again, with its river and the revision it was saved as.
    #[must_use]
    pub fn resume(flow: Flow, env: Env, river: River, rev: u64, left: Vec<HalfTyped>) -> Self {
        Self {
            flow,
            env,
            rev,
            river: Some(river),
            drafts: Drafts::taken_up(left),
            handed: None,
            landed: false,
            greeting: Vec::new(),
            who: None,
            light_until: None,
        }
    }

    /// The engine, for those who list what happened.
    #[must_use]
    pub fn flow(&self) -> &Flow {
        &self.flow
    }

    pub(super) fn event(&mut self, event: Event) -> Reaction {
        let before = self.flow.page();
        if matches!(event, Event::Answered { .. } | Event::Passed { .. }) {
            self.drafts.forget(&before.key);
        }
        let effects = self.flow.apply(event);
        self.turned(&before);
        self.perform(&effects)
    }

    /// Another page may be open now: what was said with the first is over, and what melts has melted.
    fn turned(&mut self, before: &Page) {
        if self.flow.page().key == before.key {
            return;
        }
        self.greeting.clear();
        self.light_until = None;
        if before.melts {
            self.drafts.forget(&before.key);
        }
    }

    fn perform(&mut self, effects: &[Effect]) -> Reaction {
        let mut reaction = Reaction::default();
        for effect in effects {
            match effect {
                Effect::Save => self.save(),
                Effect::Unsave => self.unsave(),
                Effect::Deadline { seconds } => {
                    self.light_until = Some(self.env.clock.now().later(*seconds));
                    reaction.quiet = Some(*seconds);
                }
                Effect::Draw { ask, options } => self.draw(ask, options),
                Effect::Open(pane) => reaction.opens = Some(*pane),
                Effect::Leave => reaction.ends = Some(self.leave()),
                Effect::Land => self.land(),
                Effect::End => reaction.ends = self.end(),
            }
        }
        if reaction.ends == Some(Ended::Done) {
            self.env.shelf.settle();
        }
        reaction
    }

    /// The last page was read. A landing that didn't reach the disk is tried once more before anything ends.
    fn end(&mut self) -> Option<Ended> {
        if self.waits_to_land() {
            self.land();
        }
        (!self.waits_to_land()).then_some(Ended::Done)
    }

    /// Landing was chosen, and what was to be kept is not on the disk yet.
    fn waits_to_land(&self) -> bool {
        self.flow.has_landed() && !self.landed && self.flow.saving() == Saving::On
    }

    fn save(&mut self) {
        if self.landed || self.flow.saving() != Saving::On {
            return;
        }
        let river = self.river_now();
        let stage = self.flow.stage(&self.drafts.listed());
        let record = self.record(stage, &river);
        self.handed = Some(self.env.clock.now());
        self.env.shelf.keep(&record, &river);
        self.river = Some(river);
    }

    fn land(&mut self) {
        if self.flow.saving() != Saving::On {
            return;
        }
        let kept = self.flow.kept();
        // The day goes the way of the line it stands in.
        let looks_again = kept.iter().any(|item| item.kind == ItemKind::LookAgain);
        let words = self.flow.look_again().filter(|_| looks_again);
        let next = words.and_then(|words| day_in(&words));
        let stage = Stage::Landed {
            ended: self.env.clock.now(),
            kept,
            next,
        };
        let river = self.river_now();
        let record = self.record(stage, &river);
        self.env.shelf.land(&record, &river);
        let settled = self.env.shelf.settle();
        self.landed = settled && !matches!(self.env.shelf.status(), Status::Failed(_));
        self.river = Some(river);
    }

    fn unsave(&mut self) {
        let Some(river) = self.river.take() else {
            return;
        };
        let stage = self.flow.stage(&[]);
        let record = self.record(stage, &river);
        self.env.shelf.remove(&record);
    }

    fn leave(&mut self) -> Ended {
        self.save();
        self.env.shelf.settle();
        Ended::Left
    }

    fn record(&mut self, stage: Stage, river: &River) -> Record {
        self.rev += 1;
        let mut header = self.flow.header().clone();
        header.river = Some(river.id.clone());
        Record {
            format: FORMAT,
            rev: self.rev,
            header,
            stage,
        }
    }

    /// The river as it is known now: found or made at the first save, its names and title kept up afterwards.
    fn river_now(&mut self) -> River {
        let (title, me, other) = (self.flow.title(), self.flow.me(), self.flow.other());
        let mut river = match self.river.clone() {
            Some(river) => river,
            None => {
                let new_id = short_id(self.env.entropy.draw());
                let id = self.flow.header().river.clone();
                self.env.shelf.river_for(&Wanted {
                    id: id.as_deref(),
                    new_id: &new_id,
                    title: title.as_deref(),
                    me: me.as_deref(),
                    other: other.as_deref(),
                })
            }
        };
        if let Some(title) = title {
            river.title = title;
        }
        if me.is_some() || other.is_some() {
            river.seats = [me, other].into_iter().flatten().collect();
        }
        river
    }

    pub(super) fn chance(&mut self) -> u64 {
        self.env.entropy.draw()
    }

    /// Who is at the keyboard: the one whose page it is, else the first.
    fn seat(&self) -> Seat {
        self.flow.seat().unwrap_or_default()
    }

    fn thank(&mut self, text: String) -> Reaction {
        self.event(Event::Opened(self.seat(), Detour::Thanks));
        let page = self.flow.page();
        let asks = &self.flow.pack().detours.thanks.asks;
        if asks.iter().all(|ask| ask.id != page.key.ask) {
            // At the end nothing more can be opened.
            return Reaction::told(Key::NothingHere);
        }
        let reaction = self.answer(&page, Reply::Words(text));
        Reaction {
            told: Some(Key::Thanked),
            ..reaction
        }
    }

    fn answer(&mut self, page: &Page, reply: Reply) -> Reaction {
        let Page { key, sight, .. } = page;
        if let AskView::Curtain { seat, .. } = page.ask {
            return self.event(Event::Took(seat));
        }
        self.event(Event::Answered {
            seat: self.seat(),
            sight: *sight,
            ask: key.ask.clone(),
            field: key.field,
            reply,
        })
    }

    fn pass(&mut self) -> Reaction {
        let key = self.flow.page().key;
        self.event(Event::Passed {
            seat: self.seat(),
            ask: key.ask,
            field: key.field,
        })
    }

    fn back(&mut self) -> Reaction {
        let before = self.flow.page().key;
        let reaction = self.event(Event::Back);
        if self.flow.page().key == before {
            Reaction::told(Key::NoBack)
        } else {
            reaction
        }
    }

    fn undo(&mut self) -> Reaction {
        let before = self.flow.page();
        let effects = self.flow.undo();
        self.turned(&before);
        if effects.is_empty() && self.flow.page() == before {
            return Reaction::told(Key::NoUndo);
        }
        Reaction {
            told: Some(Key::Undone),
            ..self.perform(&effects)
        }
    }

    /// The blanks of a sentence that names a command for this crossing.
    fn called<'a>(&'a self, flag: &'a str) -> [(&'static str, &'a str); 2] {
        [("id", &self.flow.header().id), ("home", flag)]
    }

    fn jump(&mut self, step: Id) -> Reaction {
        if self.flow.map_is_open() {
            self.event(Event::Jumped(step))
        } else {
            Reaction::told(Key::MapClosed)
        }
    }
}

impl Guide for Sitting {
    fn page(&self) -> Page {
        let mut page = self.flow.page();
        if let Some(who) = self.who {
            return who.page(&self.flow, page);
        }
        page.foot.extend(self.greeting.iter().cloned());
        if self.waits_to_land() {
            let why = self.trouble().unwrap_or_default();
            page.prompt = self.words().say(Key::LandingWaits, &[("why", &why)]);
            page.foot.clear();
        }
        if self.landed && self.flow.at_end() {
            let words = self.words();
            let flag = self.env.shelf.flag();
            let path = self.env.shelf.whereabouts();
            page.foot
                .push(words.say(Key::KeptWhere, &[("path", &path)]));
            page.foot
                .push(words.say(Key::KeptShow, &self.called(&flag)));
            page.foot
                .push(words.say(Key::KeptErase, &self.called(&flag)));
        }
        page
    }

    fn act(&mut self, act: Act) -> Reaction {
        if let Some(who) = self.who.take()
            && let Some(reaction) = self.told_who(who, &act)
        {
            return reaction;
        }
        match act {
            Act::Reply(reply) => {
                let page = self.flow.page();
                self.answer(&page, cleaned(reply))
            }
            Act::Pass => self.pass(),
            Act::Back => self.back(),
            Act::Undo => self.undo(),
            Act::Jump(step) => self.jump(step),
            Act::Open(Detour::Hand) => self.of_oneself(Who::Water),
            Act::Open(detour) => self.event(Event::Opened(self.seat(), detour)),
            Act::Thanks(text) => self.thank(clean(&text).into_owned()),
            Act::Wobble => self.of_oneself(Who::Wobbly),
            Act::Take => match self.flow.page().ask {
                AskView::Curtain { seat, .. } => self.event(Event::Took(seat)),
                _ => Reaction::default(),
            },
            Act::Press(seat) => self.press(seat),
            Act::Light => self.event(Event::Lit),
            Act::Mark(item, keep) => self.event(Event::Marked(item, keep)),
            Act::Elapsed => self.event(Event::Elapsed),
            Act::Leave => Reaction::ended(self.leave()),
        }
    }

    fn draft(&mut self, text: &str) {
        let page = self.flow.page().key;
        if self.drafts.write(page, text) && self.flow.may_draft() {
            self.save();
        }
    }

    fn half_typed(&self) -> Option<String> {
        self.drafts.on(&self.flow.page().key)
    }

    fn pane(&self, pane: Pane) -> PaneView {
        if let (Pane::Light, Some(until)) = (pane, self.light_until) {
            return light_left(until.seconds_after(self.env.clock.now()), self.words());
        }
        self.flow.pane(pane, self.env.clock.now().day())
    }

    fn map(&self) -> Option<Vec<MapRow>> {
        self.flow.map_is_open().then(|| self.flow.map())
    }

    fn status(&self) -> String {
        let words = self.words();
        if self.flow.saving() == Saving::Off {
            return words.say(Key::SavingOff, &[]);
        }
        match self.env.shelf.status() {
            Status::Idle => String::new(),
            Status::Saving => words.say(Key::SavingNow, &[]),
            Status::Saved => {
                let time = self.handed.map(Moment::hour).unwrap_or_default();
                words.say(Key::SavedAt, &[("time", &time)])
            }
            Status::Unconfirmed => words.say(Key::SavedUnconfirmed, &[]),
            Status::Beside => words.say(Key::SavedBeside, &[]),
            Status::Failed(why) => words.say(Key::NotSaved, &[("why", &why)]),
        }
    }

    fn trouble(&self) -> Option<String> {
        match self.env.shelf.status() {
            Status::Failed(why) => Some(self.words().say(Key::SavingFailed, &[("why", &why)])),
            _ => None,
        }
    }

    fn farewell(&self) -> Vec<String> {
        if self.flow.has_parted() {
            return Vec::new();
        }
        let words = self.words();
        let flag = self.env.shelf.flag();
        if let Status::Failed(why) = self.env.shelf.status() {
            return vec![words.say(Key::SavingGaveUp, &[("why", &why)])];
        }
        if self.landed {
            let told = [Key::KeptShow, Key::KeptErase];
            return told.map(|key| words.say(key, &self.called(&flag))).to_vec();
        }
        let key = if self.river.is_some() {
            Key::HowToResume
        } else {
            Key::NothingSaved
        };
        vec![words.say(key, &self.called(&flag))]
    }

    fn words(&self) -> Words<'_> {
        Words::of(self.flow.pack())
    }
}

/// What people type passes the same boundary as every other text before it is kept or shown again.
fn cleaned(reply: Reply) -> Reply {
    match reply {
        Reply::Words(words) => Reply::Words(clean(&words).into_owned()),
        Reply::Picked(words) => {
            Reply::Picked(words.iter().map(|word| clean(word).into_owned()).collect())
        }
        other => other,
    }
}
