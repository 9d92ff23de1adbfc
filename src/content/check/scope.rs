//! What one file walks, in order, and what can be read there: the ground the rules about asks stand on.

use super::borrow;
use super::documents::{Document, Documents};
use crate::content::{
    located::Located,
    schema::own::Own,
    schema::scenario::Rehearsal,
    schema::{Ask, Condition, Detours, Kind, Outcome, Practice, Step},
    source::{self, File},
};
use std::collections::BTreeMap;

/// The steps of a practice, or the four detours.
pub(super) struct Scope<'a> {
    pub(super) file: &'a File,
    /// The steps in the order they are walked.
    pub(super) steps: Vec<&'a Step>,
    /// Every ask that may be read here, by id; the first of those with the same id.
    pub(super) asks: BTreeMap<&'a str, Asked<'a>>,
    /// Steps of other practices that are walked here too.
    pub(super) borrowed: Vec<&'a Step>,
    /// Whether these are the detours, which can be opened from anywhere in any order.
    pub(super) detours: bool,
    /// Whether `asks` holds all there are, or a file that could have more was not readable.
    pub(super) complete: bool,
}

/// An ask that may be read.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) ask: &'a Ask,
    /// Where it stands; `None` for one of the detours or of a borrowed step seen from a practice: that may come any
    /// time.
    pub(super) place: Option<Place>,
}

/// A place on the way: the step's number, and the ask's number counted through all steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) step: usize,
    pub(super) ask: usize,
}

/// Something that is read at a place.
pub(super) struct Reading<'a, T> {
    pub(super) at: Place,
    pub(super) value: &'a Located<T>,
}

impl<'a> Scope<'a> {
    /// A practice; its asks and those of the detours can be read in it.
    pub(super) fn of_practice(
        document: &'a Document<'a, Practice>,
        all: &'a Documents<'a>,
    ) -> Self {
        let steps = document.value.floes.iter().flat_map(|floe| &floe.steps);
        let mut scope = Self::new(document.file, steps.collect());
        scope.complete = all.detours.is_some() || !all.is_unread(source::Kind::Detours, "detours");
        let detours = all.detours.iter().flat_map(|detours| detours.value.steps());
        scope.borrowed = borrow::steps(document, all);
        let elsewhere = detours.chain(scope.borrowed.iter().copied());
        for ask in elsewhere.flat_map(|step| &step.asks) {
            scope
                .asks
                .entry(&ask.id)
                .or_insert(Asked { ask, place: None });
        }
        scope
    }

    /// The detours; only their own asks can be read in them.
    pub(super) fn of_detours(document: &'a Document<'a, Detours>) -> Self {
        Self {
            detours: true,
            ..Self::new(document.file, document.value.steps().to_vec())
        }
    }

    /// What follows every rehearsal.
    pub(super) fn of_rehearsal(document: &'a Document<'a, Rehearsal>) -> Self {
        Self::new(document.file, document.value.after.steps.iter().collect())
    }

    /// What is asked while a talk of one's own is built.
    pub(super) fn of_own(document: &'a Document<'a, Own>) -> Self {
        Self::new(document.file, document.value.build.steps.iter().collect())
    }

    fn new(file: &'a File, steps: Vec<&'a Step>) -> Self {
        let mut scope = Self {
            file,
            steps,
            asks: BTreeMap::new(),
            borrowed: Vec::new(),
            detours: false,
            complete: true,
        };
        let placed: Vec<_> = scope.placed().collect();
        for (place, ask) in placed {
            let place = Some(place);
            scope.asks.entry(&ask.id).or_insert(Asked { ask, place });
        }
        scope
    }

    /// Every ask with its place, in order.
    pub(super) fn placed(&self) -> impl Iterator<Item = (Place, &'a Ask)> + use<'a, '_> {
        let asks = self.steps.iter().enumerate();
        let asks = asks.flat_map(|(step, walked)| walked.asks.iter().map(move |ask| (step, ask)));
        asks.enumerate()
            .map(|(ask, (step, found))| (Place { step, ask }, found))
    }

    /// Where a step begins.
    pub(super) fn start(&self, step: usize) -> Place {
        let ask = self
            .steps
            .iter()
            .take(step)
            .map(|step| step.asks.len())
            .sum();
        Place { step, ask }
    }

    /// The number of the step with this id.
    pub(super) fn step(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| *step.id == id)
    }

    /// Every condition, with the place it is read at.
    pub(super) fn conditions(&self) -> Vec<Reading<'a, Condition>> {
        let mut found = Vec::new();
        for (number, step) in self.steps.iter().enumerate() {
            let at = self.start(number);
            found.extend(step.when.iter().map(|value| Reading { at, value }));
        }
        for (at, ask) in self.placed() {
            found.extend(ask.when.iter().map(|value| Reading { at, value }));
            // What two unseen answers came to is known before its page is read.
            let came = matches!(ask.ask.value, Kind::Drawn { .. } | Kind::Shared { .. });
            let noted = Place {
                ask: at.ask + usize::from(came),
                ..at
            };
            let notes = ask.notes.iter().map(|note| &note.when);
            found.extend(notes.map(|value| Reading { at: noted, value }));
            if let Kind::Choice(options) | Kind::EachAgreement(options) = &ask.ask.value {
                let offered = options.iter().filter_map(|option| option.when.as_ref());
                found.extend(offered.map(|value| Reading { at, value }));
            }
        }
        found
    }

    /// Every mention of an earlier answer: above a prompt, or in a composed text.
    pub(super) fn sources(&self) -> Vec<Reading<'a, String>> {
        let mut found = Vec::new();
        for (at, ask) in self.placed() {
            let shown = ask
                .shows
                .iter()
                .chain(&ask.panes)
                .flat_map(|show| &show.from);
            found.extend(shown.map(|value| Reading { at, value }));
            if let Kind::Compose(parts) = &ask.ask.value {
                found.extend(parts.iter().map(|part| Reading {
                    at,
                    value: &part.from,
                }));
            }
        }
        found
    }

    /// Every outcome, with the place it leads away from.
    pub(super) fn outcomes(&self) -> Vec<Reading<'a, Outcome>> {
        let asks = self.placed();
        asks.flat_map(|(at, ask)| {
            outcomes(ask)
                .into_iter()
                .map(move |value| Reading { at, value })
        })
        .collect()
    }
}

/// Everything that can follow an ask.
pub(super) fn outcomes(ask: &Ask) -> Vec<&Located<Outcome>> {
    let mut found: Vec<_> = ask.then.iter().collect();
    match &ask.ask.value {
        Kind::Choice(options) => {
            found.extend(options.iter().filter_map(|option| option.then.as_ref()))
        }
        Kind::Confirm { yes, no } => found.extend(yes.iter().chain(no)),
        _ => {}
    }
    found
}

/// The options an ask offers by itself; `None` if it isn't answered by choosing one.
pub(super) fn options(ask: &Ask) -> Option<Vec<&str>> {
    match &ask.ask.value {
        Kind::Choice(options) | Kind::EachAgreement(options) => {
            Some(options.iter().map(|option| option.id.as_str()).collect())
        }
        Kind::Confirm { .. } => Some(vec!["yes", "no"]),
        _ => None,
    }
}

/// What a condition looks at.
pub(super) struct Leaf<'a> {
    pub(super) ask: &'a Located<String>,
    pub(super) option: Option<&'a Located<String>>,
}

/// Every ask a condition looks at, at any depth.
pub(super) fn leaves(condition: &Condition) -> Vec<Leaf<'_>> {
    match condition {
        Condition::Chose(ask, option) => vec![Leaf {
            ask,
            option: Some(option),
        }],
        Condition::Answered(ask) | Condition::Passed(ask) => vec![Leaf { ask, option: None }],
        Condition::Not(inner) => leaves(inner),
        Condition::All(inner) | Condition::Any(inner) => inner.iter().flat_map(leaves).collect(),
        Condition::Stance(_)
        | Condition::Mode(_)
        | Condition::FirstVisit
        | Condition::SavingOff
        | Condition::Agreement(_) => Vec::new(),
    }
}

/// The step an outcome leads to by name.
pub(super) fn step_target(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::Go(step) | Outcome::Again { step, .. } | Outcome::Swap { step, .. } => Some(step),
        _ => None,
    }
}
