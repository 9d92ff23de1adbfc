//! Who crosses which river: the part of a crossing that is known before its first event.

use super::Brought;
use crate::content::{Id, Mode};
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// A place at the keyboard.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Seat {
    /// The first person; the only one when alone.
    #[default]
    First,
    /// The second person.
    Second,
}

impl Seat {
    /// Both of them, the first one first.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// Its stable name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }

    /// The one beside this one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// Who may read an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sight {
    /// Everybody at this keyboard.
    #[default]
    Open,
    /// Its writer alone.
    Own,
}

/// What is known when a crossing begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Short id, drawn by chance; says nothing about anybody.
    pub id: String,
    /// Id of the river, once there is one.
    #[serde(default)]
    pub river: Option<String>,
    /// The river's title, if it was known at the start.
    #[serde(default)]
    pub title: Option<String>,
    /// The name of the person at the keyboard, if it was known at the start.
    #[serde(default)]
    pub me: Option<String>,
    /// The name of the other person, if it was known at the start.
    #[serde(default)]
    pub other: Option<String>,
    /// The practice it began with.
    pub practice: Id,
    /// The pack its words came from.
    pub pack: Id,
    /// The language of those words (BCP 47).
    pub language: String,
    /// One person or two.
    pub mode: Mode,
    /// When it began.
    pub started: Moment,
    /// Whether this home had never been used before.
    #[serde(default)]
    pub first_visit: bool,
    /// Where the river's drawing gets its shape from.
    pub seed: u32,
    /// The agreements brought along to a return visit; empty once it has landed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub brought: Vec<Brought>,
}

/// Somebody sits alone at the keyboard. Only the header of such a crossing gives it away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alone(());

impl Header {
    /// The witness that somebody sits alone; nobody has one where two do.
    #[must_use]
    pub fn alone(&self) -> Option<Alone> {
        match self.mode {
            Mode::Solo => Some(Alone(())),
            Mode::Pair => None,
        }
    }

    /// Whether two people cross.
    #[must_use]
    pub fn is_pair(&self) -> bool {
        self.mode == Mode::Pair
    }
}

/// A relationship being mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct River {
    /// Version of the file's format.
    pub format: u32,
    /// Short id.
    pub id: String,
    /// Its title, in the people's own words.
    pub title: String,
    /// Their names, first seat first.
    pub seats: Vec<String>,
}
