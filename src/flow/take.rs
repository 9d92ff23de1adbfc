//! What each event does. One arm, one sentence; the work is in the rooms beside this one.

use super::fit::{Chosen, chosen};
use super::page::Ice;
use super::place::Spot;
use super::sealed::decides_saving;
use super::state::{Bulk, Ending};
use super::turns::is_personal;
use super::walk::has_fields;
use super::{Effect, Event, Flow, Pane, Reply};
use crate::content::{Ask, Id, Kind, Meaning, Outcome};
use crate::session::{Detour, Seat, Sight};

impl Flow {
    /// Carries out an event. None if it doesn't fit here, and then nothing has changed.
    pub(super) fn take(&mut self, event: &Event) -> Option<Vec<Effect>> {
        match event {
            Event::Answered {
                seat,
                sight,
                ask,
                field,
                reply,
            } => self.answer(*seat, *sight, ask, *field, reply),
            Event::Passed { seat, ask, field } => self.pass(*seat, ask, *field),
            Event::Back => self.back().then(Vec::new),
            Event::Jumped(step) => self.jump(step).then(Vec::new),
            Event::Took(seat) => self.take_keys(*seat).then(Vec::new),
            Event::Pressed(seat) => self.press(*seat),
            Event::Released(seat) => self.release(*seat).then(Vec::new),
            Event::Opened(seat, detour) => self.open_for(*seat, *detour).then(Vec::new),
            Event::Wobbled(seat) => self.wobble(*seat).then(Vec::new),
            Event::Marked(item, keep) => self.mark(item, *keep).then(Vec::new),
            Event::Melted(step) => self.melted(step).then(Vec::new),
            Event::Came { ask, reply } => self.came(ask, reply).then(Vec::new),
            Event::Elapsed | Event::Lit => None,
        }
    }

    /// People open what they ask for; the rest opens by itself.
    fn open_for(&mut self, seat: Seat, detour: Detour) -> bool {
        let asked_for = matches!(
            detour,
            Detour::Hand | Detour::Steady | Detour::Pause | Detour::Thanks | Detour::Watchman
        );
        asked_for && !self.is_early() && self.open(seat, detour)
    }

    fn answer(
        &mut self,
        seat: Seat,
        sight: Sight,
        id: &Id,
        field: usize,
        reply: &Reply,
    ) -> Option<Vec<Effect>> {
        let ask = self.here(id, field, seat)?;
        if !self.accepts(&ask.kind, reply) {
            return None;
        }
        if matches!(reply, Reply::Words(words) if words.trim().is_empty()) {
            return self.pass(seat, id, field);
        }
        if Self::tells(&ask.kind) {
            self.fresh().advance();
            return Some(Vec::new());
        }
        let told_before = self
            .state
            .near
            .take()
            .is_some_and(|(place, _)| place == self.state.place);
        self.fresh()
            .write_down(seat, sight, id, Some(reply.clone()));
        self.note_floor(&ask, reply);
        if let (Kind::Near, Reply::Chose(floe)) = (&ask.kind, reply) {
            self.forget_way(id);
            self.choose_near(floe);
            return Some(Vec::new());
        }
        if !told_before && let Some(near) = self.near_story(&ask, reply) {
            self.state.near = Some((self.state.place, near));
            return Some(Vec::new());
        }
        if self.has_field_after(&ask, field) {
            self.say_of_agreement(&ask, reply);
            self.advance();
            return Some(Vec::new());
        }
        Some(self.answered_whole(&ask, reply))
    }

    /// Every blank of an ask has been seen: floe says its sentence, and what follows follows.
    fn answered_whole(&mut self, ask: &Ask, reply: &Reply) -> Vec<Effect> {
        let (says, then) = match chosen(&ask.kind, reply) {
            Some(Chosen { says, then }) => (
                says.or_else(|| ask.says.clone()),
                then.or_else(|| ask.then.clone()),
            ),
            None => (ask.says.clone(), ask.then.clone()),
        };
        let unseen = self.is_covered();
        // What was answered unseen isn't answered aloud.
        self.state.notice = says.filter(|_| !unseen);
        // Where each has a turn, what follows waits for both, unless it is one's own.
        let each = self.state.place.seat.is_some();
        match then.filter(|outcome| !each || is_personal(outcome)) {
            Some(outcome) => self.follow(&ask.id, &outcome),
            None => {
                self.advance();
                Vec::new()
            }
        }
    }

    fn pass(&mut self, seat: Seat, id: &Id, field: usize) -> Option<Vec<Effect>> {
        let ask = self.here(id, field, seat)?;
        // There is nothing to pass on a page that says goodbye.
        if ask.then == Some(Outcome::Leave) && matches!(ask.kind, Kind::Show) {
            return self.answer(seat, Sight::Open, id, field, &Reply::Went);
        }
        self.state.near = None;
        self.fresh();
        if Self::tells(&ask.kind) {
            self.advance();
            return Some(Vec::new());
        }
        self.write_down(seat, Sight::Open, id, None);
        if matches!(ask.kind, Kind::Near) || self.state.detour() == Some(Detour::Jump) {
            self.state.jump = None;
            self.state.crossed = None;
            self.return_from_detour();
            return Some(Vec::new());
        }
        let each = self.state.place.seat.is_some();
        let last = !self.has_field_after(&ask, field) || matches!(ask.kind, Kind::List { .. });
        let filled = last && has_fields(&ask.kind) && self.any_blank(id);
        if filled {
            self.state.notice = ask.says.clone().filter(|_| !self.is_covered());
            if let Some(outcome) = ask.then.as_ref().filter(|_| !each) {
                return Some(self.follow(&ask.id, outcome));
            }
        }
        self.advance();
        Some(Vec::new())
    }

    fn any_blank(&self, id: &Id) -> bool {
        let round = self.state.place.round;
        let mut given = self.state.given.iter();
        let turn = self.state.place.seat;
        given.any(|given| {
            let same_turn = given.round == round && given.turn == turn;
            given.ask == *id && same_turn && given.reply.is_some()
        })
    }

    /// The current ask, if it is the one that is meant, and asked of this person; not while the curtain is down.
    fn here(&self, id: &Id, field: usize, seat: Seat) -> Option<Ask> {
        let theirs = self.seat().is_none_or(|whose| whose == seat) && self.curtain().is_none();
        self.current_ask()
            .filter(|ask| theirs && ask.id == *id && self.state.place.field == field)
    }

    /// What was said once has been read.
    pub(super) fn fresh(&mut self) -> &mut Self {
        self.state.notice = None;
        self.state.smaller = false;
        self.state.look_up = false;
        self.state.elapsed = false;
        self
    }

    pub(super) fn follow(&mut self, from: &Id, outcome: &Outcome) -> Vec<Effect> {
        let sealed = self.state.sealed.is_some();
        match outcome {
            Outcome::Safety => {
                self.advance();
                return vec![Effect::Open(Pane::Safety)];
            }
            Outcome::SavingOn | Outcome::SavingOff => {
                self.state.saving_asked = Some(*outcome == Outcome::SavingOn);
                self.advance();
            }
            // A sealed step always leads on to the next one, so that nothing can be told from where it led.
            _ if sealed => self.advance(),
            Outcome::Go(step) => {
                self.forget_way(from);
                if !self.go_to_step(step) {
                    self.advance();
                }
            }
            Outcome::Again {
                step,
                most,
                closing,
            } => {
                self.round(from, step, *most, closing);
            }
            Outcome::Swap { step, closing } => self.swap(from, step, closing),
            Outcome::GoAhead => self.advance(),
            Outcome::Walk(track) => self.walk_track(track),
            Outcome::Steady => self.go_on_and_open(Detour::Steady),
            Outcome::Rest => self.rest(),
            Outcome::Back => self.return_from_detour(),
            Outcome::Smaller => {
                self.return_from_detour();
                self.state.smaller = true;
            }
            Outcome::Land => self.land_early(),
            Outcome::KeepAll => self.mark_all(Bulk::All),
            Outcome::KeepUsual => self.mark_all(Bulk::Usual),
            Outcome::KeepNothing => self.mark_all(Bulk::Nothing),
            Outcome::Landed => {
                self.finish(Ending::Landed);
                return vec![Effect::Land];
            }
            Outcome::Another => return vec![Effect::Another],
            Outcome::Leave => {
                self.forget_way(from);
                // A page that only says so isn't the one to come back to.
                if matches!(self.current_ask().map(|ask| ask.kind), Some(Kind::Show)) {
                    self.return_from_detour();
                }
                return vec![Effect::Leave];
            }
        }
        Vec::new()
    }

    /// A choice that leads elsewhere is a way, not an answer to come back to.
    fn forget_way(&mut self, from: &Id) {
        let about = self.about_at(self.state.place);
        let becomes = self.meaning_of(from, 0) == Some(Meaning::Became);
        self.state
            .given
            .retain(|given| given.ask != *from || becomes || given.about != about);
    }

    /// Once more round, if there is a round left.
    pub(super) fn round(&mut self, from: &Id, step: &Id, most: u8, closing: &str) -> bool {
        let taken = self.state.again.entry((from.clone(), self.state.visit));
        let taken = taken.or_insert(1);
        if *taken < most {
            *taken += 1;
            if self.go_round(step) {
                return true;
            }
        }
        self.state.notice = Some(closing.to_owned());
        self.advance();
        false
    }

    fn go_on_and_open(&mut self, detour: Detour) {
        let notice = self.state.notice.take();
        self.advance();
        // Of two, nobody is told who asked for it.
        if detour == Detour::Steady && !self.is_pair() {
            self.state.ice = Ice::Tilting(Seat::First);
        }
        self.open(Seat::First, detour);
        self.state.notice = notice;
    }

    /// Rest: from a hand, where the hand returns to; from a step, before the next one.
    fn rest(&mut self) {
        if self.state.detour().is_some() {
            self.return_from_detour();
            self.open(Seat::First, Detour::Pause);
        } else {
            self.go_on_and_open(Detour::Pause);
        }
    }

    fn land_early(&mut self) {
        self.leave_detours();
        if let Some(step) = self.landing_step()
            && !self.go_to_step(&step)
        {
            self.finish(Ending::Open);
        }
    }

    fn mark_all(&mut self, bulk: Bulk) {
        let seat = self.seat().unwrap_or_default();
        self.state.bulk.insert(seat, bulk);
        self.state.marks.retain(|(marked, _), _| *marked != seat);
        self.advance();
    }

    fn back(&mut self) -> bool {
        let floor = self.state.away.last().map_or(0, |back| back.trail);
        let gate = self.state.detour() == Some(Detour::GoAhead);
        if self.state.trail.len() <= floor && self.state.detour().is_some() {
            // Nothing leads past the private part but both yeses.
            if gate {
                return false;
            }
            self.fresh().return_from_detour();
            return true;
        }
        let Some(before) = self.state.trail.pop() else {
            return false;
        };
        self.fresh().level();
        self.stand(before);
        self.state.near = None;
        self.state.ending = None;
        true
    }

    fn jump(&mut self, step: &Id) -> bool {
        if self.guarded() || !self.may_jump(step) {
            return false;
        }
        if self.is_pair() {
            return self.fresh().ask_to_jump(step);
        }
        self.fresh().leave_detours();
        self.jump_to(step)
    }

    fn wobble(&mut self, seat: Seat) -> bool {
        // On another day the private part came between, and the ice lay level again.
        let tilting = matches!(self.state.ice, Ice::Tilting(_)) && self.replaying;
        let level = self.state.ice == Ice::Steady || tilting;
        let steady = level && !self.is_early() && self.state.place.spot != Spot::End;
        if steady {
            self.state.ice = Ice::Tilting(seat);
        }
        steady
    }

    fn mark(&mut self, item: &str, keep: bool) -> bool {
        let asked = self
            .current_ask()
            .is_some_and(|ask| matches!(ask.kind, Kind::Keep));
        let open = asked && self.curtain().is_none();
        let listed = open && self.items_here().iter().any(|listed| listed.id == item);
        if listed {
            let seat = self.seat().unwrap_or_default();
            self.state.marks.insert((seat, item.to_owned()), keep);
        }
        listed
    }

    /// A sealed step that was left before: on to the next one.
    fn melted(&mut self, step: &Id) -> bool {
        let here = self
            .step_at(self.state.place)
            .is_some_and(|here| here.id == *step && here.sealed());
        if here {
            // A crossing that was saved was to be saved.
            if self
                .step_at(self.state.place)
                .is_some_and(|step| decides_saving(&step))
            {
                self.state.saving_asked = Some(self.may_save);
            }
            // They had taken the keyboard for it.
            self.state.keys = self.seat().filter(|_| self.is_covered());
            self.fresh().past_step();
        }
        here
    }

    /// Words of the same list that are often near a story-word that was given.
    fn near_story(&self, ask: &Ask, reply: &Reply) -> Option<Vec<String>> {
        let (Kind::Pick { list, .. }, Reply::Picked(words)) = (&ask.kind, reply) else {
            return None;
        };
        let stories = &self.pack.lists.get(list)?.stories;
        let told = |word: &String| {
            stories
                .iter()
                .find(|story| story.word.eq_ignore_ascii_case(word.trim()))
        };
        words.iter().find_map(told).map(|story| story.near.clone())
    }
}
