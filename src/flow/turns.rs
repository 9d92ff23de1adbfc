//! Turns of each: one person answers a stretch of asks behind a curtain, then the other the same stretch.
//!
//! A stretch goes on over steps as long as each is asked, and ends with an ask that leads elsewhere: what follows
//! there is decided by both answers, the more careful one, and nobody can tell whose it was.

use super::Flow;
use super::fit::chosen;
use super::place::{Place, Spot};
use super::unseen::is_go_ahead;
use super::walk::LAST;
use crate::content::{Ask, By, Kind, Outcome};
use crate::session::Seat;

impl Flow {
    /// A place with the seat whose turn it is there.
    pub(super) fn seated(&self, place: Place) -> Place {
        let each = self.is_pair() && self.ask_at(place).is_some_and(|ask| ask.by == By::Each);
        let first = || {
            Seat::BOTH
                .into_iter()
                .find(|seat| self.put_to(place, *seat))
        };
        Place {
            seat: each.then(|| place.seat.or_else(first).unwrap_or_default()),
            ..place
        }
    }

    /// Whether what is asked at a place is put to this person.
    fn put_to(&self, place: Place, seat: Seat) -> bool {
        let (step, ask) = (self.step_at(place), self.ask_at(place));
        let path = self.path_at(place);
        let walked = step.is_some_and(|step| self.holds_of(&step.when, Some(seat), path));
        walked && ask.is_some_and(|ask| self.asked_of(&ask, Some(seat), path))
    }

    /// Goes on after the last blank of an ask that each is asked.
    pub(super) fn go_on_in_turn(&mut self) {
        let here = self.state.place;
        let Some(ask) = self.ask_at(here) else { return };
        let next = self.next_after(here).map(|next| self.seated(next));
        // Whether they cross together is known before anything else is asked.
        let gate = self.step_at(here).filter(|step| is_go_ahead(step));
        let stays = |next: &Place| gate.is_none() || next.spot == here.spot;
        let mine = next.filter(|next| !ends(&ask) && next.seat == here.seat && stays(next));
        let turn = mine.or_else(|| self.turn_of_second(here));
        if let Some(turn) = turn {
            let began = self.state.turns;
            self.go(turn);
            self.state.turns = began;
            return;
        }
        // Both have had their turn; from here on it is nobody's.
        self.state.turns = None;
        self.state.place.seat = None;
        match self.careful(&ask, here.round) {
            Some(outcome) => {
                let effects = self.follow(&ask.id, &outcome);
                self.owed.extend(effects);
            }
            None => {
                self.pass_stretch(stays);
                self.advance();
            }
        }
    }

    /// Stands behind what belongs to a stretch that both have had their turn in. Where only one of them was asked
    /// something, asking it again would tell what the other said.
    fn pass_stretch(&mut self, stays: impl Fn(&Place) -> bool) {
        while let Some(next) = self.next_after(self.state.place) {
            let over = self.ask_at(self.state.place).is_none_or(|ask| ends(&ask));
            let each = self.ask_at(next).is_some_and(|ask| ask.by == By::Each);
            if over || !each || !stays(&next) {
                return;
            }
            self.state.place = Place {
                field: LAST,
                ..next
            };
        }
    }

    /// Where the second person's turn begins, when the first has just had theirs.
    fn turn_of_second(&self, here: Place) -> Option<Place> {
        if here.seat != Some(Seat::First) {
            return None;
        }
        let seat = Some(Seat::Second);
        let mut at = Place {
            seat,
            field: 0,
            ..self.state.turns?
        };
        loop {
            let ask = self.ask_at(at).filter(|ask| ask.by == By::Each)?;
            if self.put_to(at, Seat::Second) {
                let field = self.first_field(&ask, seat);
                return Some(Place { field, ..at });
            }
            if ends(&ask) {
                return None;
            }
            at = Place {
                seat,
                ..self.next_after(at)?
            };
        }
    }

    /// What follows when both have answered: the more careful of the two answers decides. A pass leads nowhere of its
    /// own, and leaves it to the other's answer; where both pass, they go on.
    fn careful(&self, ask: &Ask, round: u16) -> Option<Outcome> {
        let both = self.state.given.iter();
        let given = both
            .filter(|given| given.ask == ask.id && given.round == round && given.reply.is_some())
            .max_by_key(|given| self.care(given))?;
        chosen(&ask.kind, given.reply.as_ref()?)
            .and_then(|chosen| chosen.then)
            .or_else(|| ask.then.clone())
            .filter(|outcome| !is_personal(outcome))
    }

    /// Changes places: the other has the floor, once round from a step.
    pub(super) fn swap(
        &mut self,
        from: &crate::content::Id,
        step: &crate::content::Id,
        closing: &str,
    ) {
        let floor = self.state.floor;
        let visit = self.state.visit;
        self.state
            .again
            .retain(|(ask, of), _| ask == from || *of != visit);
        self.state.floor = floor.other();
        if !self.round(from, step, 2, closing) {
            self.state.floor = floor;
        }
    }

    /// After a floe two have crossed, others may have drifted near.
    pub(super) fn drift(&mut self, crossed: Spot) {
        let (Spot::Floe { floe, .. }, Spot::Floe { floe: now, .. }) =
            (crossed, self.state.place.spot)
        else {
            return;
        };
        let near = self
            .practice()
            .floes
            .get(floe)
            .is_some_and(|floe| !floe.near.is_empty());
        if self.is_pair() && near && now > floe && self.state.drifted.insert(floe) {
            self.state.crossed = Some(floe);
            let next = self.state.place;
            self.open_over(crate::session::Detour::Drift, next);
        }
    }
}

/// Everything an ask can lead to.
pub(super) fn leads(ask: &Ask) -> impl Iterator<Item = &Outcome> {
    let chosen: Vec<&Outcome> = match &ask.kind {
        Kind::Choice(options) => options
            .iter()
            .filter_map(|choice| choice.then.as_ref())
            .collect(),
        Kind::Confirm { yes, no } => yes.iter().chain(no).collect(),
        _ => Vec::new(),
    };
    ask.then.iter().chain(chosen)
}

/// Whether a stretch ends with an ask: what follows it is decided by both.
fn ends(ask: &Ask) -> bool {
    leads(ask).any(|outcome| !is_personal(outcome))
}

/// What follows for one person alone, whatever the other answers.
pub(super) const fn is_personal(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::GoAhead | Outcome::KeepAll | Outcome::KeepUsual | Outcome::KeepNothing
    )
}
