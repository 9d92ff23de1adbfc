//! Whether a condition of the content holds. Conditions read choices and answered or passed, never words.

use super::{Flow, Saving};
use crate::content::{Condition, Id, Meaning, Mode, Side, Step};
use crate::session::{Reply, Seat};

impl Flow {
    /// Whether it holds on the page one is on.
    pub(super) fn holds(&self, condition: &Condition) -> bool {
        self.holds_of(condition, self.seat(), self.about())
    }

    /// Whether it holds for one person, or for both if for nobody by name, where a path is about this agreement.
    pub(super) fn holds_of(
        &self,
        condition: &Condition,
        eyes: Option<Seat>,
        about: Option<usize>,
    ) -> bool {
        let holds = |inner: &Condition| self.holds_of(inner, eyes, about);
        match condition {
            Condition::Always => true,
            Condition::Chose(ask, option) => self.chose(ask, option, eyes, about),
            Condition::Answered(ask) => self.answered(ask, eyes, about),
            Condition::Passed(ask) => {
                let mut given = self.state.given.iter();
                !self.answered(ask, eyes, about)
                    && given.any(|given| given.ask == *ask && self.tells_of(given, about))
            }
            Condition::Stance(side) => self.stands(*side, eyes),
            Condition::Mode(mode) => self.header.mode == *mode,
            Condition::FirstVisit => self.header.first_visit,
            Condition::SavingOff => !self.saves_from_here(),
            Condition::Agreement(standing) => self.stands_so(*standing, eyes, about),
            Condition::Not(inner) => !holds(inner),
            Condition::All(all) => all.iter().all(holds),
            Condition::Any(any) => any.iter().any(holds),
        }
    }

    /// Whether what comes next is saved: as it was just decided on the step that is being left, else as it stands.
    fn saves_from_here(&self) -> bool {
        match self.state.saving_asked {
            Some(on) => on && self.may_save,
            None => self.saving == Saving::On,
        }
    }

    fn chose(&self, ask: &Id, option: &Id, eyes: Option<Seat>, about: Option<usize>) -> bool {
        let latest = self.read_of(ask, eyes, about);
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

    fn answered(&self, ask: &Id, eyes: Option<Seat>, about: Option<usize>) -> bool {
        self.read_of(ask, eyes, about).map_or_else(
            || self.practice().suppose.iter().any(|(a, _)| a == ask),
            |latest| {
                let round = latest.round;
                let theirs = |turn: Option<Seat>| eyes.is_none() || turn.is_none() || turn == eyes;
                self.state.given.iter().any(|given| {
                    given.ask == *ask
                        && self.tells_of(given, about)
                        && given.round == round
                        && given.reply.is_some()
                        && theirs(given.turn)
                })
            },
        )
    }

    /// Whether the person stands on this side of what happened; who stands on both, or isn't sure, stands on each.
    /// Where two stand, each has told it unseen: what is asked of both tells nothing of it.
    fn stands(&self, side: Side, eyes: Option<Seat>) -> bool {
        if self.is_pair() && eyes.is_none() {
            return true;
        }
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
        !self.answered(ask, eyes, None)
            || [name, "both", "unsure"]
                .iter()
                .any(|option| self.chose(ask, &Id::new(option), eyes, None))
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
