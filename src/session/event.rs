//! Everything that can happen on a crossing. Nothing else changes it.
//!
//! Events carry no time of their own: timings are never stored (design: domain 0.6).

use super::{Seat, Sight};
use crate::content::Id;
use serde::{Deserialize, Serialize};

/// Something a person did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// They chose a step on the map.
    Jumped(Id),
    /// They opened something that returns to where they were.
    Opened(Seat, Detour),
    /// They tilted: "wobbly".
    Wobbled(Seat),
    /// They marked an item at the landing: to be kept, or to melt.
    Marked(String, bool),
    /// They left a step of which nothing is kept; this is all that is remembered of it.
    Melted(Id),
    /// The light of a quiet stretch went out. Never stored.
    Elapsed,
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
}
