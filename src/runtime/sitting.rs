//! One crossing at the keyboard: the engine, and the hands that carry out its effects.

use super::drafts::Drafts;
use super::env::Env;
use super::guide::{Act, Door, Ended, Guide, Reaction};
use super::light::Lights;
use super::looking::Looks;
use super::two::Who;
use super::watch::{self, Lookout};
use super::workshop::Workshop;
use crate::content::Id;
use crate::flow::{
    AskView, Cover, Detour, Effect, Event, Flow, MapRow, Page, PageKey, Pane, PaneView, Reply,
};
use crate::session::{HalfTyped, River, Seat};
use crate::text::clean;
use crate::time::Moment;
use crate::words::{Key, Words};

/// One crossing under way.
pub struct Sitting {
    pub(super) flow: Flow,
    pub(super) env: Env,
    /// The version that was handed over last, counted from 1.
    pub(super) rev: u64,
    /// Its river, once something was saved.
    pub(super) river: Option<River>,
    /// Half-typed answers.
    pub(super) drafts: Drafts,
    /// When the last version was handed over to be saved.
    pub(super) handed: Option<Moment>,
    /// What was kept is on the disk.
    pub(super) landed: bool,
    greeting: Vec<String>,
    /// What somebody said of themself without having said who they are.
    pub(super) who: Option<Who>,
    /// The mirror.
    pub(super) looks: Looks,
    lights: Lights,
    /// Who listens whether the safety page may be wanted; where two sit there is nobody.
    pub(super) lookout: Option<Lookout>,
    /// Where its pack is written while it is walked.
    pub(super) workshop: Option<Workshop>,
}

impl Sitting {
    /// A new crossing. The greeting is read once, on its first page.
    #[must_use]
    pub fn begin(flow: Flow, env: Env, greeting: Vec<String>) -> Self {
        let lookout = flow.header().alone().map(Lookout::beside);
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
            looks: Looks::default(),
            lights: Lights::default(),
            lookout,
            workshop: None,
        }
    }

    /// A crossing taken up again, with its river and the revision it was saved as.
    #[must_use]
    pub fn resume(flow: Flow, env: Env, river: River, rev: u64, left: Vec<HalfTyped>) -> Self {
        Self {
            rev,
            river: Some(river),
            drafts: Drafts::taken_up(left),
            ..Self::begin(flow, env, Vec::new())
        }
    }

    /// The same, with something to be read once on its first page.
    #[must_use]
    pub fn greeted_with(self, greeting: Vec<String>) -> Self {
        Self { greeting, ..self }
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
        self.looks.turn();
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
                Effect::Deadline { seconds } => reaction.quiet = Some(*seconds),
                Effect::Draw { ask, options } => self.draw(ask, options),
                Effect::Open(pane) => reaction.opens = Some(*pane),
                Effect::Leave => reaction.ends = Some(self.leave()),
                Effect::Another => reaction.ends = Some(Ended::Through(Door::Rehearse)),
                Effect::Land => self.land(),
                Effect::End => reaction.ends = self.end(),
            }
        }
        if reaction.ends == Some(Ended::Done) {
            self.env.shelf.settle();
        }
        reaction
    }

    fn done(&mut self, act: Act) -> Reaction {
        if let Some(reaction) = self.told_offer(&act) {
            return reaction;
        }
        if let Some(who) = self.who
            && let Some(reaction) = self.told_who(who, &act)
        {
            return reaction;
        }
        if let Some(reaction) = self.in_mirror(&act) {
            return reaction;
        }
        match act {
            Act::Reply(reply) => match self.look_gently(&reply) {
                Some(reaction) => reaction,
                None => self.answer(cleaned(reply)),
            },
            Act::Mirror(words) => self.look(&words),
            Act::Pass => self.pass(),
            Act::Back => self.back(),
            Act::Undo => self.undo(),
            Act::Jump(step) => self.jump(step),
            Act::Open(Detour::Hand) => self.of_oneself(Who::Water),
            Act::Open(detour) => self.or_nothing(Event::Opened(self.seat(), detour)),
            Act::Thanks(text) => self.thank(clean(&text).into_owned()),
            Act::Wobble => self.of_oneself(Who::Wobbly),
            Act::Take => self.take_keyboard(),
            Act::Press(seat) => self.press(seat),
            Act::Light => self.event(Event::Lit),
            Act::Mark(item, keep) => self.event(Event::Marked(item, keep)),
            Act::Elapsed => self.event(Event::Elapsed),
            Act::Leave => Reaction::ended(self.leave()),
        }
    }

    /// What an act did to the light: it ends with its page, and waits for those who only stepped aside.
    fn lit(&mut self, before: &PageKey, went_on: bool, mut reaction: Reaction) -> Reaction {
        let (page, now) = (self.page(), self.env.clock.now());
        if page.key != *before {
            match went_on {
                true => self.lights.end(),
                false => self.lights.wait(before, now),
            }
            if let AskView::Quiet { seconds, over, .. } = page.ask {
                let left = self.lights.take_up(&page.key).unwrap_or(seconds);
                reaction.quiet = Some(left).filter(|left| *left > 0 && !over);
                if left == 0 {
                    self.event(Event::Elapsed);
                }
            }
        }
        if let Some(seconds) = reaction.quiet {
            self.lights.burn(seconds, now);
        }
        reaction
    }

    pub(super) fn chance(&mut self) -> u64 {
        self.env.entropy.draw()
    }

    /// Who is at the keyboard: the one whose page it is, else the first.
    fn seat(&self) -> Seat {
        self.flow.seat().unwrap_or_default()
    }

    /// An event that may not fit here, which is told then.
    pub(super) fn or_nothing(&mut self, event: Event) -> Reaction {
        let before = self.flow.page();
        let reaction = self.event(event);
        if self.flow.page() == before {
            return Reaction::told(Key::NothingHere);
        }
        reaction
    }

    fn thank(&mut self, text: String) -> Reaction {
        self.event(Event::Opened(self.seat(), Detour::Thanks));
        let page = self.flow.page();
        let asks = &self.flow.pack().detours.thanks.asks;
        if asks.iter().all(|ask| ask.id != page.key.ask) {
            // At the end nothing more can be opened.
            return Reaction::told(Key::NothingHere);
        }
        let reaction = self.answer(Reply::Words(text));
        Reaction {
            told: Some(Key::Thanked),
            ..reaction
        }
    }

    pub(super) fn answer(&mut self, reply: Reply) -> Reaction {
        let Page {
            key, sight, ask, ..
        } = self.flow.page();
        if let AskView::Curtain { .. } = ask {
            return self.take_keyboard();
        }
        let heard = self.overhears(&reply);
        let reaction = self.event(Event::Answered {
            seat: self.seat(),
            sight,
            ask: key.ask,
            field: key.field,
            reply,
        });
        self.offered(heard, reaction)
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
        if let Some(reaction) = self.take_back_key() {
            return reaction;
        }
        let before = self.flow.page().key;
        let reaction = self.event(Event::Back);
        if self.flow.page().key == before {
            Reaction::told(Key::NoBack)
        } else {
            reaction
        }
    }

    fn undo(&mut self) -> Reaction {
        if let Some(reaction) = self.take_back_key().or_else(|| self.unmend()) {
            return reaction;
        }
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

    fn jump(&mut self, step: Id) -> Reaction {
        if self.flow.map_is_open() {
            self.event(Event::Jumped(step))
        } else {
            Reaction::told(Key::MapClosed)
        }
    }

    /// What is to be seen now, whatever is wrong with the pack.
    pub(super) fn page_of_walk(&self) -> Page {
        let mut page = self.flow.page();
        if self.offers() {
            return watch::offer(&self.flow, page);
        }
        if let Some(who) = self.who {
            return who.page(&self.flow, page);
        }
        if self.looks.is_open() {
            return self.mirrored(page);
        }
        page.foot.extend(self.greeting.iter().cloned());
        if self.waits_to_land() {
            let why = self.troubles().into_iter().next().unwrap_or_default();
            page.prompt = self.words().say(Key::LandingWaits, &[("why", &why)]);
            page.foot.clear();
        }
        if self.landed && self.flow.at_end() {
            page.foot.extend(self.where_kept());
        }
        self.mirrored(page)
    }
}

impl Guide for Sitting {
    fn page(&self) -> Page {
        self.page_now()
    }

    fn look_up(&mut self, typed: Option<&str>) -> Option<Reaction> {
        self.take_in(typed)
    }

    fn act(&mut self, act: Act) -> Reaction {
        let before = self.page().key;
        let went_on = matches!(act, Act::Reply(_) | Act::Pass);
        let reaction = self.done(act);
        self.lit(&before, went_on, reaction)
    }

    fn draft(&mut self, text: &str) {
        if self.offers() {
            return;
        }
        // Who somebody is isn't an answer to the page beneath.
        if self.who.is_some() {
            return;
        }
        if self.looks.is_open() {
            self.typed_in_mirror(text);
            return;
        }
        let page = self.flow.page().key;
        if self.drafts.write(page, text) && self.flow.may_draft() {
            self.save();
        }
    }

    fn half_typed(&self) -> Option<String> {
        if self.offers() || self.who.is_some() || self.looks.is_open() {
            return None;
        }
        let page = self.flow.page();
        // Whoever has just looked at them sits there still: what they wrote is shown to them.
        let is_shown = page.cover == Cover::Behind && self.looks.is_fresh(&page.key);
        self.drafts.on(&page.key).filter(|_| !is_shown)
    }

    fn pane(&self, pane: Pane) -> PaneView {
        let now = self.env.clock.now();
        let light = match pane {
            Pane::Light => self.lights.told(now, self.words()),
            _ => None,
        };
        light.unwrap_or_else(|| self.flow.pane(pane, now.day()))
    }

    fn map(&self) -> Option<Vec<MapRow>> {
        self.flow.map_is_open().then(|| self.flow.map())
    }

    fn status(&self) -> String {
        self.standing()
    }

    fn trouble(&self) -> Option<String> {
        let troubles = self.troubles();
        (!troubles.is_empty()).then(|| troubles.join(" "))
    }

    fn farewell(&self) -> Vec<String> {
        self.last_words()
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
