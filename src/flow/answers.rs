//! What was answered: finding it, replacing it, letting it melt.

use super::Flow;
use super::place::{Place, Spot};
use super::state::Given;
use crate::content::{Ask, By, Id, Keep, Kind, Meaning, Source, Step};
use crate::session::{Detour, Event, Reply, Seat, Sight};
use std::sync::Arc;
use zeroize::Zeroize;

impl Flow {
    /// The step at a place; None at the end.
    pub(super) fn step_at(&self, place: Place) -> Option<Arc<Step>> {
        match place.spot {
            Spot::Floe { floe, step } => self.practice().floes.get(floe)?.steps.get(step).cloned(),
            Spot::Detour(detour) => Some(Arc::clone(self.detour_step(detour))),
            Spot::End => None,
        }
    }

    pub(super) fn detour_step(&self, detour: Detour) -> &Arc<Step> {
        let detours = &self.pack.detours;
        match detour {
            Detour::Hand => &detours.hand,
            Detour::Steady => &detours.steady,
            Detour::Pause => &detours.pause,
            Detour::Thanks => &detours.thanks,
            Detour::Banks => &detours.banks,
            Detour::Jump => &detours.jump,
            Detour::Drift => &detours.drift,
            Detour::Watchman => &detours.watchman,
            Detour::GoAhead => self.go_ahead_step().unwrap_or(&detours.pause),
        }
    }

    /// What is asked now; None at the end.
    pub(super) fn current_ask(&self) -> Option<Ask> {
        self.ask_at(self.state.place)
    }

    pub(super) fn ask_at(&self, place: Place) -> Option<Ask> {
        self.step_at(place)?.asks.get(place.ask).cloned()
    }

    pub(super) fn current_is_never(&self) -> bool {
        self.current_ask()
            .is_some_and(|ask| ask.keep == Keep::Never)
    }

    /// Finds an ask by its id, with the step it belongs to, wherever it was walked.
    pub(super) fn find_ask(&self, id: &Id) -> Option<(Arc<Step>, usize)> {
        let began = self.pack.practices.get(&self.header.practice);
        let walked = [Some(&self.state.practice), began].into_iter().flatten();
        let floes = walked.flat_map(|practice| practice.floes.iter());
        let steps = floes
            .flat_map(|floe| floe.steps.iter())
            .chain(Detour::ALL.map(|detour| self.detour_step(detour)));
        steps
            .filter_map(|step| Some((step, step.asks.iter().position(|ask| ask.id == *id)?)))
            .map(|(step, at)| (Arc::clone(step), at))
            .next()
    }

    /// Writes down an answer or a pass at the current place; the latest stands last.
    pub(super) fn write_down(&mut self, seat: Seat, sight: Sight, ask: &Id, reply: Option<Reply>) {
        let Place {
            field,
            round,
            seat: turn,
            ..
        } = self.state.place;
        self.state.given.retain(|given| {
            let same_turn = given.round == round && given.turn == turn;
            !(given.ask == *ask && given.field == field && same_turn)
        });
        self.state.answers += 1;
        let step = self.pinned_step().unwrap_or_else(|| ask.clone());
        let about = self.about_at(self.state.place);
        self.state.given.push(Given {
            ask: ask.clone(),
            field,
            round,
            seat,
            sight,
            reply,
            step,
            turn,
            about,
            order: self.state.answers,
        });
    }

    /// The step under all detours: the moment a thank-you is pinned to.
    fn pinned_step(&self) -> Option<Id> {
        let (floe, step) = self.state.ground()?;
        Some(self.practice().floes.get(floe)?.steps.get(step)?.id.clone())
    }

    /// What stands at the current place already. Behind a curtain only what was written since it was opened:
    /// whoever opens it next may be the other.
    pub(super) fn reply_here(&self, ask: &Id, field: usize) -> Option<&Reply> {
        let Place { round, seat, .. } = self.state.place;
        let since = if self.is_covered() {
            self.state.taken
        } else {
            0
        };
        self.given_at(ask, field, round, seat)
            .filter(|given| given.order > since || since == 0)?
            .reply
            .as_ref()
    }

    pub(super) fn given_at(
        &self,
        ask: &Id,
        field: usize,
        round: u16,
        turn: Option<Seat>,
    ) -> Option<&Given> {
        self.state.given.iter().find(|given| {
            let same_turn = given.round == round && given.turn == turn;
            given.ask == *ask && given.field == field && same_turn
        })
    }

    /// The words of the latest answer from a source; None if it was passed, melted or not reached.
    pub(super) fn words_from(&self, source: &Source, of: Option<Seat>) -> Option<String> {
        let given = self.latest(source, of)?;
        let words = self.words_of(&given.ask, given.reply.as_ref()?);
        let asked = source
            .field
            .is_none()
            .then(|| self.find_ask(&source.ask))
            .flatten();
        match asked.and_then(|(step, at)| step.asks.get(at).map(|ask| ask.kind.clone())) {
            Some(Kind::Slots(_) | Kind::List { .. } | Kind::TwoColumns { .. }) => {
                self.blanks(given)
            }
            _ => words,
        }
    }

    /// All blanks that were filled together with this one, a line each.
    pub(super) fn blanks(&self, one: &Given) -> Option<String> {
        let ask = &one.ask;
        let mut filled: Vec<_> = self
            .state
            .given
            .iter()
            .filter(|given| given.ask == *ask && given.round == one.round && given.turn == one.turn)
            .collect();
        filled.sort_by_key(|given| given.field);
        let lines: Vec<_> = filled
            .iter()
            .filter_map(|given| self.words_of(ask, given.reply.as_ref()?))
            .collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// The latest answered blank of a source, of one person's if somebody's is meant. Of what each was asked,
    /// nobody sees one answer without knowing whose it is.
    pub(super) fn latest(&self, source: &Source, of: Option<Seat>) -> Option<&Given> {
        let (step, at) = self.find_ask(&source.ask)?;
        let ask = step.asks.get(at)?;
        let fits = |given: &&Given| {
            given.ask == source.ask
                && self.tells_of(given, self.about())
                && source.field.is_none_or(|field| given.field == field)
                && given.reply.is_some()
                && self.said_this_time(&step.id, given)
                && match of {
                    Some(of) => self.writer(ask, given).is_none_or(|writer| writer == of),
                    None => given.turn.is_none() || given.turn == self.seat(),
                }
        };
        let mut given = self.state.given.iter().rev();
        given.find(|given| fits(given) && self.may_see(ask, given))
    }

    /// Whose answer it is; None where both gave it together, or there is only one to give it.
    fn writer(&self, ask: &Ask, given: &Given) -> Option<Seat> {
        (self.is_pair() && ask.by != By::Together).then(|| given.turn.unwrap_or(given.seat))
    }

    /// A reply in words: what was written, or the text of what was chosen.
    pub(super) fn words_of(&self, ask: &Id, reply: &Reply) -> Option<String> {
        match reply {
            Reply::Words(words) => Some(words.clone()),
            Reply::Picked(words) => Some(words.join(", ")),
            Reply::Chose(option) => {
                let (step, at) = self.find_ask(ask)?;
                match &step.asks.get(at)?.kind {
                    Kind::Choice(options) | Kind::EachAgreement(options) => options
                        .iter()
                        .find(|choice| choice.id == *option)
                        .map(|choice| choice.text.clone()),
                    Kind::Drawn { from } if from != ask => self.words_of(from, reply),
                    _ => Some(option.to_string()),
                }
            }
            Reply::Went | Reply::Gone => None,
        }
    }

    /// The latest words given for something floe itself has a use for, where this page may show them.
    pub(super) fn meant(&self, meaning: Meaning) -> Option<String> {
        let eyes = self.state.keys;
        self.meant_by(meaning, |_, given| {
            given.turn.is_none() || given.turn == eyes
        })
    }

    /// The same of one person's words, and of those of both.
    pub(super) fn meant_of(&self, meaning: Meaning, of: Option<Seat>) -> Option<String> {
        self.meant_by(meaning, |ask, given| {
            self.writer(ask, given)
                .is_none_or(|writer| Some(writer) == of)
        })
    }

    fn meant_by(&self, meaning: Meaning, fits: impl Fn(&Ask, &Given) -> bool) -> Option<String> {
        let may_show = |given: &Given| {
            let found = self.find_ask(&given.ask);
            let ask = found.as_ref().and_then(|(step, at)| step.asks.get(*at));
            ask.is_some_and(|ask| fits(ask, given) && self.may_see(ask, given))
        };
        let given = self.state.given.iter().rev().find(|given| {
            given.reply.is_some()
                && self.meaning_of(&given.ask, given.field) == Some(meaning)
                && may_show(given)
        })?;
        self.words_of(&given.ask, given.reply.as_ref()?)
    }

    pub(super) fn meaning_of(&self, ask: &Id, field: usize) -> Option<Meaning> {
        let (step, at) = self.find_ask(ask)?;
        let ask = step.asks.get(at)?;
        match &ask.kind {
            Kind::Slots(slots) => slots.get(field).and_then(|slot| slot.is).or(ask.is),
            _ => ask.is,
        }
    }

    /// Lets what was never to be kept on a step leave memory.
    pub(super) fn melt(&mut self, step: &Step) {
        let never = |ask: &Id| {
            step.asks
                .iter()
                .any(|a| a.keep == Keep::Never && a.id == *ask)
        };
        for given in self
            .state
            .given
            .iter_mut()
            .filter(|given| never(&given.ask))
        {
            if let Some(reply) = &mut given.reply {
                forget(reply);
            }
        }
        for event in &mut self.log {
            if let Event::Answered { ask, reply, .. } = event
                && never(ask)
            {
                forget(reply);
            }
        }
    }
}

impl Flow {
    /// Lets every answer leave memory.
    pub(super) fn melt_all(&mut self) {
        for given in &mut self.state.given {
            if let Some(reply) = &mut given.reply {
                forget(reply);
            }
        }
        for event in &mut self.log {
            if let Event::Answered { reply, .. } = event {
                forget(reply);
            }
        }
    }
}

/// Overwrites words in memory and leaves only that they were given.
fn forget(reply: &mut Reply) {
    match reply {
        Reply::Words(words) => words.zeroize(),
        Reply::Picked(words) => words.iter_mut().for_each(Zeroize::zeroize),
        Reply::Chose(_) | Reply::Went | Reply::Gone => {}
    }
    *reply = Reply::Gone;
}
