//! Finding the way: the next screen, the one before, rounds, jumps, detours and the end.

use super::Flow;
use super::page::Ice;
use super::place::{Place, Spot};
use super::state::{Ending, Return};
use crate::content::{Ask, Floe, Id, Kind, Meaning, Step};
use crate::session::{Detour, Seat};

/// Behind every blank an ask can have.
pub(super) const LAST: usize = usize::MAX - 1;

impl Flow {
    /// Stands at the first screen that is asked.
    pub(super) fn enter_first(&mut self) {
        let first = self.first_in_floe(0, 0, Place::at(Spot::End, 0));
        let first = self.seated(first.unwrap_or(Place::at(Spot::End, 0)));
        self.state.turns = first.seat.map(|_| first);
        self.stand(first);
        self.mark_seen();
        self.arrive();
    }

    /// Goes on from the current place, remembering it for the way back.
    pub(super) fn advance(&mut self) {
        let here = self.state.place;
        let next = self.next_after(here);
        let same_ask = next.is_some_and(|next| next.spot == here.spot && next.ask == here.ask);
        match next {
            _ if here.seat.is_some() && !same_ask => self.go_on_in_turn(),
            Some(next) if same_ask => self.go_within(next),
            Some(next) => {
                self.go(self.seated(next));
                self.drift(here.spot);
            }
            None if self.state.detour().is_some() => self.return_from_detour(),
            None => self.past_floe(),
        }
    }

    /// Goes on to the step after this one, whatever of it was seen.
    pub(super) fn past_step(&mut self) {
        if let Some(last) = self
            .step_at(self.state.place)
            .and_then(|step| step.asks.len().checked_sub(1))
        {
            self.state.place = Place {
                ask: last,
                field: LAST,
                ..self.state.place
            };
            self.advance();
        }
    }

    /// Goes to another screen. If each has a turn there, the turns begin with it.
    pub(super) fn go(&mut self, to: Place) {
        self.state.turns = to.seat.map(|_| to);
        self.go_within(to);
    }

    /// Goes to another screen of the same turn.
    pub(super) fn go_within(&mut self, to: Place) {
        self.level();
        if to != self.state.place {
            self.state.trail.push(self.state.place);
        }
        self.state.near = None;
        self.stand(to);
        self.mark_seen();
    }

    /// On every new screen the slab lies level again; somebody in the water stays there until the hand is over.
    pub(super) fn level(&mut self) {
        if matches!(self.state.ice, Ice::Tilting(_)) {
            self.state.ice = Ice::Steady;
        }
    }

    pub(super) fn finish(&mut self, ending: Ending) {
        self.state.ending = Some(ending);
        let round = self.state.rounds;
        self.go(Place::at(Spot::End, round));
    }

    fn mark_seen(&mut self) {
        if let Some(step) = self.step_at(self.state.place) {
            self.state
                .seen
                .insert(step.id.clone(), self.state.place.round);
        }
        if !matches!(self.state.place.spot, Spot::End) {
            self.state.ending = None;
        }
    }

    /// The next blank, ask or step; None after the last one.
    pub(super) fn next_after(&self, place: Place) -> Option<Place> {
        let step = self.step_at(place)?;
        if let Some(field) = self.next_field(&step, place) {
            return Some(Place { field, ..place });
        }
        let later = (place.ask + 1..step.asks.len()).find(|at| {
            step.asks
                .get(*at)
                .is_some_and(|a| self.asked(a, place.seat))
        });
        if let Some(ask) = later {
            let field = step
                .asks
                .get(ask)
                .map_or(0, |ask| self.first_field(ask, place.seat));
            return Some(Place {
                ask,
                field,
                ..place
            });
        }
        match place.spot {
            Spot::Floe { floe, step } => self.first_in_floe(floe, step + 1, place),
            Spot::Detour(_) | Spot::End => None,
        }
    }

    fn next_field(&self, step: &Step, place: Place) -> Option<usize> {
        let ask = step.asks.get(place.ask)?;
        let passed = self.reply_here(&ask.id, place.field).is_none();
        let next = place.field.saturating_add(1);
        match &ask.kind {
            Kind::List { .. } if passed => None,
            Kind::EachAgreement(_) => self
                .agreements_asked(ask, place.seat)
                .find(|at| *at >= next),
            kind => (next < fields(kind)).then_some(next),
        }
    }

    /// The first screen at or after a step, over the ends of floes, in the round and for the eyes of a place. Only
    /// the agenda leads onto a path, or off it.
    pub(super) fn first_in_floe(&self, floe: usize, step: usize, from: Place) -> Option<Place> {
        let floes = &self.practice().floes;
        let on_path = |f: usize| f != floe && (self.is_path(f) || self.is_path(floe));
        let way = (floe..floes.len()).take_while(|f| !on_path(*f));
        way.into_iter().find_map(|f| {
            let first = if f == floe { step } else { 0 };
            (first..floes.get(f)?.steps.len()).find_map(|s| self.enter_step(f, s, from))
        })
    }

    fn enter_step(&self, floe: usize, step: usize, from: Place) -> Option<Place> {
        let place = Place {
            spot: Spot::Floe { floe, step },
            ask: 0,
            field: 0,
            ..from
        };
        let there = self.step_at(place)?;
        let about = self.path_at(place);
        if !self.holds_of(&there.when, from.seat, about) {
            return None;
        }
        let put = |ask| self.asked_of(ask, from.seat, about);
        let ask = there.asks.iter().position(put)?;
        let field = there
            .asks
            .get(ask)
            .map_or(0, |ask| self.first_field(ask, from.seat));
        Some(Place {
            ask,
            field,
            ..place
        })
    }

    /// Whether an ask is put to somebody: its condition holds, and floe doesn't know the answer already.
    pub(super) fn asked(&self, ask: &Ask, eyes: Option<Seat>) -> bool {
        self.asked_of(ask, eyes, self.path_at(self.state.below()))
    }

    /// The same, where a path is about this agreement.
    pub(super) fn asked_of(&self, ask: &Ask, eyes: Option<Seat>, about: Option<usize>) -> bool {
        let known = match ask.is {
            Some(Meaning::Title) => self.header.title.is_some(),
            Some(Meaning::Me) => self.header.me.is_some(),
            Some(Meaning::Other) => self.header.other.is_some(),
            _ => self.has_nothing_to_ask_about(ask, eyes),
        };
        !known && self.holds_of(&ask.when, eyes, about)
    }

    /// Where a step lies in this practice.
    pub(super) fn find_step(&self, id: &Id) -> Option<(usize, usize)> {
        let floes = self.practice().floes.iter().enumerate();
        floes
            .filter_map(|(f, floe)| Some((f, floe.steps.iter().position(|step| step.id == *id)?)))
            .next()
    }

    /// Goes to a step, whatever its own condition, on the round in which it was stood on last.
    pub(super) fn go_to_step(&mut self, id: &Id) -> bool {
        let Some((floe, step)) = self.find_step(id) else {
            return false;
        };
        let round = self.round_of_step(floe, id);
        round.is_some_and(|round| self.go_onto(floe, step, round))
    }

    /// Goes to a step in a round.
    pub(super) fn go_onto(&mut self, floe: usize, step: usize, round: u16) -> bool {
        let spot = Spot::Floe { floe, step };
        let Some(there) = self.step_at(Place::at(spot, round)) else {
            return false;
        };
        let about = self.path_at(Place::at(spot, round));
        let put = |ask| self.asked_of(ask, None, about);
        let ask = there.asks.iter().position(put).unwrap_or(0);
        self.go(self.seated(Place {
            ask,
            ..Place::at(spot, round)
        }));
        true
    }

    /// Begins a new round at a step.
    pub(super) fn go_round(&mut self, id: &Id) -> bool {
        let Some((floe, step)) = self.find_step(id) else {
            return false;
        };
        let round = self.state.rounds.saturating_add(1);
        self.name_round(round, floe);
        let Some(place) = self.enter_step(floe, step, Place::at(Spot::End, round)) else {
            return false;
        };
        self.state.rounds = round;
        if !self.is_path(floe) {
            self.state.plain = round;
        }
        self.go(self.seated(place));
        true
    }

    /// Goes on as a shorter track, from its first step that wasn't walked yet.
    pub(super) fn walk_track(&mut self, id: &Id) {
        let Some(track) = self.pack.practices.get(id) else {
            return self.advance();
        };
        let here = self.state.place;
        self.state.practice = track.clone();
        let floes = track.floes.iter().enumerate();
        let steps = floes.flat_map(|(f, floe)| {
            floe.steps
                .iter()
                .enumerate()
                .map(move |(s, step)| (f, s, step))
        });
        let fresh = steps.filter(|(_, _, step)| !self.state.seen.contains_key(&step.id));
        let round = self.state.rounds;
        let first = fresh
            .filter_map(|(f, s, _)| self.enter_step(f, s, Place::at(Spot::End, round)))
            .next();
        let first = first.map(|first| self.seated(first));
        self.level();
        self.state.trail.clear();
        self.state.turns = first.filter(|first| first.seat.is_some());
        self.stand(first.unwrap_or(Place::at(Spot::End, here.round)));
        self.mark_seen();
    }

    /// The step that holds the list of what is kept.
    pub(super) fn landing_step(&self) -> Option<Id> {
        let mut steps = self
            .practice()
            .floes
            .iter()
            .rev()
            .flat_map(|floe| &floe.steps);
        let keeps = |step: &&std::sync::Arc<Step>| {
            step.asks.iter().any(|ask| matches!(ask.kind, Kind::Keep))
        };
        steps.find(keeps).map(|step| step.id.clone())
    }

    /// Opens something that returns to where one was; opening it again while it is open changes nothing.
    pub(super) fn open(&mut self, seat: Seat, detour: Detour) -> bool {
        let open = |spot: Spot| spot == Spot::Detour(detour);
        if detour == Detour::Hand && self.both_fall(seat) {
            return true;
        }
        if open(self.state.place.spot)
            || self.state.away.iter().any(|back| open(back.place.spot))
            || self.state.place.spot == Spot::End
        {
            return false;
        }
        self.fresh();
        if detour == Detour::Hand {
            self.state.ice = Ice::Water(seat);
        }
        let place = self.state.sealed.unwrap_or(self.state.place);
        self.open_over(detour, place);
        true
    }

    /// Whoever is on the ice falls too: nobody pulls, and both rest on the bank.
    fn both_fall(&mut self, seat: Seat) -> bool {
        let other_is_in = self.is_pair() && self.state.ice == Ice::Water(seat.other());
        if !other_is_in || self.state.detour() != Some(Detour::Hand) {
            return false;
        }
        self.fresh().return_from_detour();
        self.state.ice = Ice::Banks;
        self.open_over(Detour::Banks, self.state.place);
        true
    }

    /// Opens a detour that returns to a place.
    pub(super) fn open_over(&mut self, detour: Detour, place: Place) {
        let opened = self.state.opened.entry(detour).or_insert(0);
        *opened = opened.saturating_add(1);
        let round = *opened;
        self.state.away.push(Return {
            place,
            trail: self.state.trail.len(),
            turns: self.state.turns.take(),
        });
        let opened = Place::at(Spot::Detour(detour), round);
        let first = self.step_at(opened).and_then(|step| {
            let put = |ask| self.asked(ask, None);
            step.asks.iter().position(put)
        });
        let place = self.seated(Place {
            ask: first.unwrap_or(0),
            ..opened
        });
        self.state.turns = place.seat.map(|_| place);
        self.stand(place);
        self.mark_seen();
    }

    /// Back to where one was before a detour.
    pub(super) fn return_from_detour(&mut self) {
        let Some(back) = self.state.away.pop() else {
            return;
        };
        match self.state.detour() {
            Some(Detour::Hand | Detour::Banks) => self.state.ice = Ice::Steady,
            Some(Detour::Steady) => self.level(),
            _ => {}
        }
        self.state.trail.truncate(back.trail);
        self.state.turns = back.turns;
        self.stand(back.place);
        self.mark_seen();
    }

    /// Out of every detour, onto the ground.
    pub(super) fn leave_detours(&mut self) {
        while self.state.detour().is_some() {
            self.return_from_detour();
        }
    }

    /// How long the light of a quiet stretch lasts, when one has just been reached.
    pub(super) fn quiet_seconds(&self, before: Place) -> Option<u16> {
        if self.state.place == before {
            return None;
        }
        match self.current_ask()?.kind {
            Kind::Pause { seconds, more } => {
                Some(self.turn_seconds().filter(|_| more).unwrap_or(seconds))
            }
            _ => None,
        }
    }
}

/// The step one comes to when choosing a floe: the first that is walked now, else the first that can be at all.
pub(super) fn first_step(flow: &Flow, floe: &Floe, about: Option<usize>) -> Option<Id> {
    let steps = || floe.steps.iter().filter(|step| flow.walkable(step));
    let first = steps().find(|step| flow.holds_of(&step.when, None, about));
    Some(first.or_else(|| steps().next())?.id.clone())
}

/// Whether a kind is answered blank by blank.
pub(super) fn has_fields(kind: &Kind) -> bool {
    fields(kind) > 1 || matches!(kind, Kind::EachAgreement(_))
}

/// How many blanks a kind has.
pub(super) fn fields(kind: &Kind) -> usize {
    match kind {
        Kind::Slots(slots) => slots.len(),
        Kind::List { most } => *most,
        Kind::TwoColumns { .. } => 2,
        _ => 1,
    }
}
