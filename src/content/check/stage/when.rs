//! When a voice was heard, and how often: read from choices alone.

use crate::content::{
    model::{Condition, Id, Outcome},
    schema::scenario::Style,
};

/// Most times one may go back to a turn. Nobody gets there; a loop ends.
const ROUNDS: u8 = 200;

pub(super) fn turn_id(at: usize) -> String {
    format!("turn_{}", at + 1)
}

/// Back to a turn, in a round of its own: what was said before stands beside it.
pub(in crate::content::check) fn again(at: usize) -> Outcome {
    Outcome::Again {
        step: Id::new(&turn_id(at)),
        most: ROUNDS,
        closing: String::new(),
    }
}

/// This option was chosen to be tried.
pub(super) fn tried(at: usize, option: &str) -> Condition {
    Condition::Chose(Id::new(&format!("{}_try", turn_id(at))), Id::new(option))
}

/// One's own line was said, and taken to be answered like this voice.
pub(super) fn guessed(at: usize, style: Style) -> Condition {
    let taken = Id::new(&format!("{}_taken", turn_id(at)));
    Condition::All(vec![
        tried(at, "mine"),
        Condition::Chose(taken, Id::new(style.id())),
    ])
}

/// They heard this voice: it was tried, or one's own line was taken to land like it.
pub(super) fn spoken(at: usize, style: Style) -> Condition {
    Condition::Any(vec![tried(at, style.id()), guessed(at, style)])
}

/// Of the turns before this one, at least so many were given back.
pub(super) fn gave_back(before: usize, least: usize) -> Condition {
    at_least(before, least, |turn| spoken(turn, Style::GiveBack))
}

/// Of the turns before this one, this voice was tried in at least so many.
pub(super) fn tried_often(style: Style, before: usize, least: usize) -> Condition {
    at_least(before, least, |turn| tried(turn, style.id()))
}

/// Of the turns before this one, it holds of at least so many.
pub(in crate::content::check) fn at_least(
    before: usize,
    least: usize,
    holds: impl Fn(usize) -> Condition,
) -> Condition {
    let turns: Vec<usize> = (0..before).collect();
    let all = |turns: Vec<usize>| Condition::All(turns.into_iter().map(&holds).collect());
    Condition::Any(choose(&turns, least).into_iter().map(all).collect())
}

/// Every way to choose so many of them.
fn choose(of: &[usize], many: usize) -> Vec<Vec<usize>> {
    match (many, of.split_first()) {
        (0, _) => vec![Vec::new()],
        (_, None) => Vec::new(),
        (_, Some((first, rest))) => {
            let mut with = choose(rest, many - 1);
            with.iter_mut().for_each(|way| way.insert(0, *first));
            with.extend(choose(rest, many));
            with
        }
    }
}
