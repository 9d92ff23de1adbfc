//! When what stands in a talk of one's own: read from what was written while it was built, and from how a line was taken.

use super::super::stage::at_least;
use crate::content::model::{self, Condition, Id};

pub(super) fn turn_id(at: usize) -> String {
    format!("turn_{}", at + 1)
}

/// An ask of a turn.
pub(super) fn name(at: usize, what: &str) -> String {
    format!("{}_{what}", turn_id(at))
}

pub(super) fn feels(way: &str) -> String {
    format!("{way}_feels")
}

pub(super) fn matters(way: &str) -> String {
    format!("{way}_matters")
}

/// It was written while the talk was built.
pub(super) fn given(what: &str) -> Condition {
    Condition::Answered(Id::new(&format!("own_{what}")))
}

/// The line of this turn was taken like this.
pub(super) fn tried(at: usize, way: &str) -> Condition {
    Condition::Chose(Id::new(&name(at, "try")), Id::new(way))
}

/// Of the turns before this one, a line was taken like this in at least so many.
pub(super) fn taken(before: usize, way: &str, least: usize) -> Condition {
    at_least(before, least, |turn| tried(turn, way))
}

/// Nothing was said at this turn.
pub(super) fn unsaid(at: usize) -> Condition {
    let said = model::Own::WAYS.map(|way| tried(at, way)).to_vec();
    not(Condition::Any(said))
}

/// At this turn they say their line of this place, from 0: each one once, and the last they have from then on.
pub(super) fn says(at: usize, way: &str, line: usize) -> Condition {
    let more = all([
        given(&model::Own::line(way, line + 1)),
        taken(at, way, line + 1),
    ]);
    all([
        given(&model::Own::line(way, line)),
        taken(at, way, line),
        not(more),
    ])
}

/// At this turn they have no line left that they haven't said.
pub(super) fn repeats(at: usize, way: &str) -> Condition {
    let again = (1..=at).map(|times| {
        let fresh = given(&model::Own::line(way, times));
        all([
            taken(at, way, times),
            not(taken(at, way, times + 1)),
            not(fresh),
        ])
    });
    all([given(way), Condition::Any(again.collect())])
}

pub(super) fn all(conditions: impl Into<Vec<Condition>>) -> Condition {
    Condition::All(conditions.into())
}

pub(super) fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}
