//! Steps of which nothing is ever kept, and the private questions that decide about saving.

use super::place::{Place, Spot};
use super::unseen::is_go_ahead;
use super::{Effect, Event, Flow, Reply, Saving};
use crate::content::{Id, Keep, Kind, Mode, Outcome, Practice, Step};
use crate::session::{Detour, Seat};
use std::sync::Arc;

/// The step with the private questions: the first one that can switch saving on, for two their go-ahead.
pub(super) fn guard(practice: &Practice, mode: Mode) -> Option<Id> {
    let mut steps = practice.floes.iter().flat_map(|floe| floe.steps.iter());
    let decides = |step: &Step| match mode {
        Mode::Solo => decides_saving(step),
        Mode::Pair => is_go_ahead(step),
    };
    steps
        .find(|step| step.sealed() && decides(step))
        .map(|step| step.id.clone())
}

pub(super) fn decides_saving(step: &Step) -> bool {
    step.asks.iter().any(|ask| match &ask.kind {
        Kind::Choice(options) => options
            .iter()
            .any(|choice| matches!(choice.then, Some(Outcome::SavingOn | Outcome::SavingOff))),
        _ => false,
    })
}

impl Flow {
    /// Whether the private questions still lie ahead.
    pub(super) fn guarded(&self) -> bool {
        // In a rehearsal nothing is private, and whether anything is kept is asked at its end.
        let held = self.saving == Saving::Held && self.practice().talk.is_none();
        held || self.is_early()
    }

    /// Two people haven't both said yet that they go on: nothing leads past their private part.
    pub(super) fn is_early(&self) -> bool {
        self.is_pair() && !self.together
    }

    /// Follows up on leaving a step: what was never to be kept melts, and a sealed step folds into one event.
    pub(super) fn leave(&mut self, left: Option<&Step>, from: Place, effects: &mut Vec<Effect>) {
        let Some(left) = left else { return };
        if !left.sealed() {
            if left.asks.iter().any(|ask| ask.keep == Keep::Never) {
                self.melt(left);
            }
            return;
        }
        // Stepping aside from the private questions, or back out of them, decides nothing.
        let walked_through = matches!(
            self.log.last(),
            Some(Event::Answered { .. } | Event::Passed { .. } | Event::Melted(_))
        );
        let decided = walked_through.then(|| self.decision(left)).flatten();
        if walked_through && !self.replaying {
            self.note_unseen(left, from.seat);
        }
        self.state.saving_asked = None;
        self.melt(left);
        // A crossing taken up again never knew that it was asked anything here; neither does this one.
        let here = |ask: &Id| left.asks.iter().any(|other| other.id == *ask);
        self.state.given.retain(|given| !here(&given.ask));
        let last = self.log.pop();
        if let Some(at) = self.sealed_at.take() {
            self.log.truncate(at);
        }
        let gate = from.spot == Spot::Detour(Detour::GoAhead);
        self.log.extend(last.and_then(|event| match event {
            Event::Answered { .. } | Event::Passed { .. } if gate => None,
            Event::Answered { .. } | Event::Passed { .. } => Some(Event::Melted(left.id.clone())),
            other => Some(other),
        }));
        self.level();
        self.collapse_trail();
        if let Some(on) = decided {
            if !on && self.saving != Saving::Off {
                effects.push(Effect::Unsave);
            }
            self.saving = if on { Saving::On } else { Saving::Off };
        }
        if walked_through && is_go_ahead(left) && self.is_pair() {
            self.decide_together(from.seat);
        }
    }

    /// Both have answered for themselves: they go on, or today it runs one person at a time.
    fn decide_together(&mut self, left: Option<Seat>) {
        // Only a crossing on which they went on together has events to take in once more.
        let known = self.replaying.then_some(left == Some(Seat::Second));
        match known.map_or_else(|| self.go_together(), |both| both.then_some(true)) {
            Some(true) => {
                self.together = true;
                // Whatever comes next, they look up first.
                self.state.keys = None;
                self.state.unseen.go_ahead.clear();
                if self.may_save {
                    self.saving = Saving::On;
                }
            }
            Some(false) => self.part(),
            None => {}
        }
    }

    /// Remembers where a sealed step was entered.
    pub(super) fn arrive(&mut self) {
        let sealed = self
            .step_at(self.state.place)
            .is_some_and(|step| step.sealed());
        self.sealed_at = sealed.then_some(self.log.len());
        self.state.sealed = sealed.then_some(self.state.place);
    }

    /// What the private questions decided when their step is left: saving on or off; None for other steps.
    fn decision(&self, left: &Step) -> Option<bool> {
        if !decides_saving(left) || !self.may_save {
            return None;
        }
        let reached = |ask: &Id| self.state.given.iter().any(|given| given.ask == *ask);
        let asked = left.asks.iter().any(|ask| {
            let saving = Step {
                asks: vec![ask.clone()],
                ..left.clone()
            };
            decides_saving(&saving) && reached(&ask.id)
        });
        Some(!asked || self.state.saving_asked == Some(true))
    }

    /// The screens seen inside a sealed step count as one, the first.
    fn collapse_trail(&mut self) {
        let Some(entry) = self.state.sealed.take() else {
            return;
        };
        let inside = |place: &Place| place.spot == entry.spot;
        let had = self.state.trail.last().is_some_and(inside);
        while self.state.trail.last().is_some_and(inside) {
            self.state.trail.pop();
        }
        let trail = self.state.trail.len();
        if self.state.detour().is_some() {
            // A detour returns to that first screen, so it isn't one to go back to.
            if let Some(back) = self.state.away.last_mut() {
                back.trail = trail;
            }
        } else if had {
            self.state.trail.push(entry);
        }
    }

    /// The events that may be written down: whole, or up to the sealed step one is in.
    pub(super) fn keepable_events(&self) -> Vec<Event> {
        let open = self.sealed_at.unwrap_or(self.log.len());
        // One key alone is nothing to remember.
        let lone = self.lone_press();
        let events = self.log.iter().take(open).enumerate();
        let kept = events.filter(|(at, _)| Some(*at) != lone);
        let mut events: Vec<_> = kept.map(|(_, event)| event.clone()).collect();
        for event in &mut events {
            let Event::Answered { ask, reply, .. } = event else {
                continue;
            };
            let words = matches!(reply, Reply::Words(_));
            if self.never(ask) || (words && self.waits_for_nobody(ask)) {
                *reply = Reply::Gone;
            }
        }
        events
    }

    pub(super) fn never(&self, ask: &Id) -> bool {
        let found: Option<(Arc<Step>, usize)> = self.find_ask(ask);
        found
            .and_then(|(step, at)| step.asks.get(at).map(|ask| ask.keep == Keep::Never))
            .unwrap_or(false)
    }
}
