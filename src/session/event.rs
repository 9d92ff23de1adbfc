//! Everything that can happen on a crossing. Nothing else changes it.
//!
//! Events carry no time of their own: timings are never stored (design: domain 0.6).

use super::{Seat, Sight};
use crate::content::Id;
use serde::{Deserialize, Serialize};

/// Something a person did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Event {
    /// They answered what was asked, or one blank of it.
    Answered {
        /// Who answered.
        seat: Seat,
        /// Who may read it.
        sight: Sight,
        /// The ask it belongs to.
        ask: Id,
        /// Which blank of it, from 0.
        #[serde(default)]
        field: usize,
        /// The answer.
        reply: Reply,
    },
    /// They passed what was asked, or one blank of it.
    Passed {
        /// Who passed.
        seat: Seat,
        /// The ask.
        ask: Id,
        /// Which blank of it, from 0.
        #[serde(default)]
        field: usize,
    },
    /// They went back to the last screen they had seen.
    Back,
    /// They chose a step on the map. Two people are asked for both their keys first.
    Jumped(Id),
    /// They took the keyboard behind the curtain.
    Took(Seat),
    /// They pressed their own key, where two are needed.
    Pressed(Seat),
    /// They took their key back, before the other had pressed theirs.
    Released(Seat),
    /// They opened something that returns to where they were.
    Opened(Seat, Detour),
    /// They tilted: "wobbly".
    Wobbled(Seat),
    /// They marked an item at the landing: to be kept, or to melt.
    Marked(String, bool),
    /// They left a step of which nothing is kept; this is all that is remembered of it.
    Melted(Id),
    /// What two unseen answers came to: the size the ice has, or the lines that stand on both lists. The answers
    /// themselves have melted by then.
    Came {
        /// The ask that shows it.
        ask: Id,
        /// What it came to.
        reply: Reply,
    },
    /// The light of a quiet stretch went out. Never stored.
    Elapsed,
    /// They lit it up again, for a minute. Never stored.
    Lit,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// Words.
    Words(String),
    /// One of the options.
    Chose(Id),
    /// Words picked from a list, or one's own.
    Picked(Vec<String>),
    /// Read, and went on.
    Went,
    /// Words that were never to be kept. That they were given is known, what they were is not.
    Gone,
}

impl Detour {
    /// Every one of them.
    pub const ALL: [Self; 9] = [
        Self::Hand,
        Self::Steady,
        Self::Pause,
        Self::Thanks,
        Self::Banks,
        Self::Jump,
        Self::Drift,
        Self::Watchman,
        Self::GoAhead,
    ];
}

/// What can be opened from every step and returns to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Detour {
    /// Somebody is in the water.
    Hand,
    /// A moment to steady.
    Steady,
    /// A rest.
    Pause,
    /// A thank-you.
    Thanks,
    /// Both are in the water.
    Banks,
    /// Both are asked whether they jump.
    Jump,
    /// Floes have drifted near.
    Drift,
    /// Something to say to the watchmen.
    Watchman,
    /// The private part before two people go on together. Never stored.
    GoAhead,
}
