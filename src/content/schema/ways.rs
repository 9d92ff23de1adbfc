//! When something is walked or shown, and what follows an answer.

use super::super::located::Located;
use super::Standing;
use serde::{Deserialize, Serialize};

/// What must hold. Conditions read choices and answered or passed, never words.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Condition {
    /// This option was chosen (or this word picked) at this ask.
    Chose(Located<String>, Located<String>),
    /// This ask was answered.
    Answered(Located<String>),
    /// This ask was reached and passed.
    Passed(Located<String>),
    /// The person stands on this side: `Mine` holds for mine, both and unsure, `Theirs` likewise.
    Stance(Side),
    /// One person, or two at one keyboard.
    Mode(Mode),
    /// Nothing was practised in this home before.
    FirstVisit,
    /// Saving is off for this crossing.
    SavingOff,
    /// This holds of the agreement the path is about.
    Agreement(Standing),
    /// The opposite.
    Not(Box<Condition>),
    /// All of them.
    All(Vec<Condition>),
    /// One of them at least.
    Any(Vec<Condition>),
}

/// A side of what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Side {
    /// Something I did landed on them.
    Mine,
    /// Something they did landed on me.
    Theirs,
}

/// Who is at the keyboard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// One person.
    #[default]
    Solo,
    /// Two people.
    Pair,
}

/// What follows an answer.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Outcome {
    /// On to this step.
    Go(Located<String>),
    /// Round again from this step, at most so many times; then on, with the closing sentence.
    Again {
        /// Where the round begins.
        step: Located<String>,
        /// How many rounds at most.
        most: Located<u8>,
        /// Said when the last round is over.
        closing: Located<String>,
    },
    /// Change places, and once round from this step; when both have had their turn, on, with the closing sentence.
    Swap {
        /// Where the other's turn begins.
        step: Located<String>,
        /// Said when both have had their turn.
        closing: Located<String>,
    },
    /// Go on as this shorter track.
    Walk(Located<String>),
    /// Say yes, for oneself, to crossing together. Two people cross only if each says it to every ask of the step.
    GoAhead,
    /// Tilt the ice, and offer a moment to steady.
    Steady,
    /// Rest, with a time to come back.
    Rest,
    /// Open the safety page.
    Safety,
    /// Switch saving on.
    SavingOn,
    /// Leave saving off.
    SavingOff,
    /// Out of the water: back to the same step.
    Back,
    /// Out of the water: back to the same step, made smaller.
    Smaller,
    /// To the landing, early.
    Land,
    /// Mark everything to be kept.
    KeepAll,
    /// Mark what is kept by default.
    KeepUsual,
    /// Mark nothing to be kept.
    KeepNothing,
    /// Land now: keep what is marked, let the rest melt.
    Landed,
    /// Save and leave.
    Leave,
}
