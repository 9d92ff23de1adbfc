//! A crossing under way with another pack: its events are taken in once more, and the same step comes up by its id.
//!
//! Whoever writes a pack tries it while they write. What they did stays done as far as the words still ask for it; what
//! stands in the way of it by now is stepped over, so that they never have to walk the same way twice.

use super::Flow;
use super::place::{Place, Spot};
use super::state::Ending;
use super::walk::fields;
use crate::content::{Id, Kind, Pack};
use crate::session::{Detour, Event};
use std::mem::discriminant;
use std::sync::Arc;

/// Where a crossing stands once it has another pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// On the same step.
    There,
    /// On the nearest one before it, or at the beginning of the step, for what stood there is gone.
    Before,
}

impl Flow {
    /// The same crossing with another pack, for walks of which nothing is saved. None if the pack has no such practice, or
    /// none that these people can walk.
    ///
    /// Where the pack asks other things than before, what was done up to here isn't taken back any more.
    #[must_use]
    pub fn with_pack(&self, pack: Arc<Pack>) -> Option<(Self, Stands)> {
        let mut flow = Self::begin(pack, self.header.clone(), self.may_save)?;
        if self.state.detour() == Some(Detour::GoAhead) {
            // Of their private part nothing is remembered: it is asked from its beginning.
            return Some((flow, Stands::There));
        }
        flow.saving = self.saving;
        flow.state.unseen = self.state.unseen.clone();
        let met = flow.replay_each(&self.log, Self::meet);
        flow.together = self.together;
        flow.replaying = true;
        let stands = flow.stand_as(self);
        flow.replaying = false;
        if !met || stands.is_some() {
            flow.barrier = flow.log.len();
        }
        let same_page = flow.state.place == self.state.place;
        flow.state.elapsed = self.state.elapsed && same_page;
        Some((flow, stands.unwrap_or(Stands::There)))
    }

    /// Stands where an event happened, if its ask is somewhere else by now; whether it was there already.
    fn meet(&mut self, event: &Event) -> bool {
        let (Event::Answered {
            seat, ask, field, ..
        }
        | Event::Passed { seat, ask, field }) = event
        else {
            return true;
        };
        let here = self.state.place;
        let is_here = self.current_ask().is_some_and(|now| now.id == *ask) && here.field == *field;
        if is_here && self.curtain().is_none() {
            return true;
        }
        let Some((floe, step, at)) = self.ask_on_a_floe(ask) else {
            // It was asked beside the way, or is asked no more.
            return is_here;
        };
        self.leave_detours();
        let here = self.state.place;
        let there = Place {
            spot: Spot::Floe { floe, step },
            ask: at,
            field: *field,
            ..here
        };
        self.move_to(self.seated(there));
        if self.is_covered() {
            self.state.keys = Some(*seat);
        }
        false
    }

    fn ask_on_a_floe(&self, id: &Id) -> Option<(usize, usize, usize)> {
        let floes = self.practice().floes.iter().enumerate();
        let mut steps = floes.flat_map(|(f, floe)| {
            let steps = floe.steps.iter().enumerate();
            steps.map(move |(s, step)| (f, s, step))
        });
        steps.find_map(|(f, s, step)| {
            let at = step.asks.iter().position(|ask| ask.id == *id)?;
            Some((f, s, at))
        })
    }

    /// Goes where another walk stands, over whatever lies between. None if this one stands there already.
    fn stand_as(&mut self, other: &Self) -> Option<Stands> {
        let same = |here: Place, there: Place| self.names(here) == other.names(there);
        let (mine, theirs) = (&self.state, &other.state);
        if same(mine.place, theirs.place) && same(mine.below(), theirs.below()) {
            return None;
        }
        // On a shorter track the same spot is another step.
        let track = &other.practice().id;
        if self.practice().id != *track
            && let Some(practice) = self.pack.practices.get(track)
        {
            self.state.practice = Arc::clone(practice);
            self.state.trail.clear();
        }
        let to = other.state.place;
        if to.spot == Spot::End {
            let ending = other.state.ending.unwrap_or(Ending::Open);
            self.finish(ending);
            return Some(Stands::There);
        }
        let below = other.state.below();
        let (ground, stands) = self.found(other, below);
        self.leave_detours();
        if let Some(ground) = ground {
            self.move_to(ground);
        }
        if let (Spot::Detour(detour), Stands::There) = (to.spot, stands) {
            self.open_over(detour, self.state.place);
            let first = self.state.place.ask;
            let ask = self.ask_in(other, to, to).unwrap_or(first);
            let opened = Place { ask, ..to };
            self.state.turns = opened.seat.map(|_| opened);
            self.stand(opened);
        }
        self.state.keys = other.state.keys.filter(|_| self.is_covered());
        Some(stands)
    }

    /// Where the ground another walk stands on is in this pack: its step, else the nearest one before it that was
    /// walked. None: none of them is left, and the beginning is.
    fn found(&self, other: &Self, at: Place) -> (Option<Place>, Stands) {
        if let Some(place) = other.step_at(at).and_then(|step| self.on_step(&step.id)) {
            let ask = self.ask_in(other, at, place);
            let stands = ask.map_or(Stands::Before, |_| Stands::There);
            let place = Place {
                ask: ask.unwrap_or(place.ask),
                round: at.round,
                seat: at.seat,
                ..place
            };
            let field = ask.map_or(0, |_| self.field_at(place, at.field));
            return (Some(Place { field, ..place }), stands);
        }
        let Spot::Floe { floe, step } = at.spot else {
            return (None, Stands::Before);
        };
        let floes = other.practice().floes.iter().enumerate();
        let before = floes.flat_map(|(f, there)| {
            let steps = there.steps.iter().enumerate();
            steps
                .filter(move |(s, _)| (f, *s) < (floe, step))
                .map(|(_, step)| &step.id)
        });
        let place = before.rev().find_map(|id| {
            let round = *other.state.seen.get(id)?;
            let first = self.on_step(id)?;
            Some(self.seated(Place { round, ..first }))
        });
        (place, Stands::Before)
    }

    /// The first screen of a step, whatever its condition.
    fn on_step(&self, id: &Id) -> Option<Place> {
        let (floe, step) = self.find_step(id)?;
        let place = Place::at(Spot::Floe { floe, step }, 0);
        let about = self.path_at(place);
        let asks = &self.step_at(place)?.asks;
        let first = asks.iter().position(|ask| self.asked_of(ask, None, about));
        Some(Place {
            ask: first.unwrap_or(0),
            ..place
        })
    }

    /// Which ask of a step here is the one another walk stands on: that of its id, else one in its place that was only
    /// given another id. What was typed to one question never comes up under another.
    fn ask_in(&self, other: &Self, at: Place, here: Place) -> Option<usize> {
        let ask = other.ask_at(at)?;
        let asks = &self.step_at(here)?.asks;
        let same = asks.iter().position(|mine| mine.id == ask.id);
        same.or_else(|| {
            let there = &other.step_at(at)?.asks;
            let mine = asks.get(at.ask)?;
            let is_new = there.iter().all(|theirs| theirs.id != mine.id);
            let is_alike =
                mine.keep == ask.keep && discriminant(&mine.kind) == discriminant(&ask.kind);
            (is_new && is_alike && asks.len() == there.len()).then_some(at.ask)
        })
    }

    /// A blank of the ask at a place; the last one where there are no longer so many.
    fn field_at(&self, place: Place, field: usize) -> usize {
        match self.ask_at(place).map(|ask| ask.kind) {
            Some(Kind::EachAgreement(_)) | None => field,
            Some(kind) => field.min(fields(&kind).saturating_sub(1)),
        }
    }

    /// Goes to another screen as walking there would have: what melts on the way melts.
    fn move_to(&mut self, to: Place) {
        let from = self.state.place;
        let left = self.step_at(from);
        self.go(to);
        let now = self.step_at(self.state.place);
        if !super::same_step(left.as_deref(), now.as_deref()) {
            self.leave(left.as_deref(), from, &mut Vec::new());
            self.arrive();
        }
    }

    /// A place by the names of what is there, which are the same in every pack.
    fn names(&self, place: Place) -> (Option<Id>, Option<Id>, Option<Detour>, Place) {
        let detour = match place.spot {
            Spot::Detour(detour) => Some(detour),
            Spot::Floe { .. } | Spot::End => None,
        };
        let step = self.step_at(place).map(|step| step.id.clone());
        let ask = self.ask_at(place).map(|ask| ask.id.clone());
        // Where it stands in its pack doesn't count.
        let rest = Place {
            spot: Spot::End,
            ask: 0,
            ..place
        };
        (step, ask, detour, rest)
    }
}
