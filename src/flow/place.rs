//! Where somebody is: a spot, an ask of it, a blank of that ask, and the round.

use crate::session::{Detour, Seat};

/// A step of the practice, a detour, or the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// A step on a floe.
    Floe { floe: usize, step: usize },
    /// Something that returns to where one was.
    Detour(Detour),
    /// The last page, after the last step.
    End,
}

/// Where somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) spot: Spot,
    pub(super) ask: usize,
    pub(super) field: usize,
    /// Answers of different rounds stand beside each other; within a round a new answer replaces the old.
    pub(super) round: u16,
    /// Whose turn it is, where each of two has one.
    pub(super) seat: Option<Seat>,
}

impl Place {
    pub(super) const fn at(spot: Spot, round: u16) -> Self {
        Self {
            spot,
            ask: 0,
            field: 0,
            round,
            seat: None,
        }
    }
}
