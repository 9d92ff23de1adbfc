//! Whether a condition of the content holds. Conditions read choices and answered or passed, never words.

use super::{Flow, Saving};
use crate::content::{Condition, Id, Meaning, Mode, Side, Step};
use crate::session::Reply;

impl Flow {
    pub(super) fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Always => true,
            Condition::Chose(ask, option) => self.chose(ask, option),
            Condition::Answered(ask) => self.answered(ask),
            Condition::Passed(ask) => {
                !self.answered(ask) && self.state.given.iter().any(|given| given.ask == *ask)
            }
            Condition::Stance(side) => self.stands(*side),
            Condition::Mode(mode) => self.header.mode == *mode,
            Condition::FirstVisit => self.header.first_visit,
            Condition::SavingOff => self.saving != Saving::On,
            Condition::Not(inner) => !self.holds(inner),
            Condition::All(all) => all.iter().all(|inner| self.holds(inner)),
            Condition::Any(any) => any.iter().any(|inner| self.holds(inner)),
        }
    }

    fn chose(&self, ask: &Id, option: &Id) -> bool {
        let latest = self
            .state
            .given
            .iter()
            .rev()
            .find(|given| given.ask == *ask);
        match latest.map(|given| given.reply.as_ref()) {
            Some(Some(Reply::Chose(chosen))) => chosen == option,
            Some(Some(Reply::Picked(words))) => words.iter().any(|word| word == option.as_str()),
            Some(_) => false,
            None => self
                .practice()
                .suppose
                .iter()
                .any(|(a, o)| a == ask && o == option),
        }
    }

    fn answered(&self, ask: &Id) -> bool {
        let latest = self
            .state
            .given
            .iter()
            .rev()
            .find(|given| given.ask == *ask);
        latest.map_or_else(
            || self.practice().suppose.iter().any(|(a, _)| a == ask),
            |latest| {
                let round = latest.round;
                self.state
                    .given
                    .iter()
                    .any(|given| given.ask == *ask && given.round == round && given.reply.is_some())
            },
        )
    }

    /// Whether the person stands on this side of what happened; who stands on both, or isn't sure, stands on each.
    fn stands(&self, side: Side) -> bool {
        let asked = self
            .practice()
            .floes
            .iter()
            .flat_map(|floe| &floe.steps)
            .flat_map(|step| &step.asks);
        let Some(ask) = asked
            .filter(|ask| ask.is == Some(Meaning::Stance))
            .map(|ask| &ask.id)
            .next()
        else {
            return self.supposed(side);
        };
        if !self.state.given.iter().any(|given| given.ask == *ask) {
            return self.supposed(side);
        }
        let name = side_name(side);
        !self.answered(ask)
            || [name, "both", "unsure"]
                .iter()
                .any(|option| self.chose(ask, &Id::new(option)))
    }

    fn supposed(&self, side: Side) -> bool {
        let suppose = &self.practice().suppose;
        let mut sides = suppose.iter().filter(|(ask, _)| *ask == "stance");
        sides.any(|(_, option)| {
            *option == side_name(side) || *option == "both" || *option == "unsure"
        })
    }

    /// Whether a step can be walked in this mode at all, whatever was chosen; numbering counts these.
    pub(super) fn walkable(&self, step: &Step) -> bool {
        possible(&step.when, self.header.mode)
    }
}

const fn side_name(side: Side) -> &'static str {
    match side {
        Side::Mine => "mine",
        Side::Theirs => "theirs",
    }
}

/// Whether a condition may hold in a mode when nothing else is known.
fn possible(condition: &Condition, mode: Mode) -> bool {
    match condition {
        Condition::Mode(wanted) => *wanted == mode,
        Condition::Not(inner) => !matches!(**inner, Condition::Mode(wanted) if wanted == mode),
        Condition::All(all) => all.iter().all(|inner| possible(inner, mode)),
        Condition::Any(any) => any.iter().any(|inner| possible(inner, mode)),
        _ => true,
    }
}
