//! The file of one crossing, as it lies on disk.

use super::{Event, Header, Item, Seat};
use crate::content::Id;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// The newest version of the file format this floe writes; every older one opens for good.
pub const FORMAT: u32 = 2;

/// Id of the practice in which agreements are looked at again.
pub const RETURN: &str = "return";

/// A crossing's file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Version of the format.
    pub format: u32,
    /// Grows with every save; decides which of two copies is the later one, never a clock.
    pub rev: u64,
    /// What was known at the start.
    pub header: Header,
    /// How far it has come.
    pub stage: Stage,
}

impl Record {
    /// When it landed; None while it is under way.
    #[must_use]
    pub fn landed(&self) -> Option<Moment> {
        match self.stage {
            Stage::Landed { ended, .. } => Some(ended),
            Stage::Crossing { .. } => None,
        }
    }

    /// What was kept of it; nothing while it is under way.
    #[must_use]
    pub fn kept(&self) -> &[Item] {
        match &self.stage {
            Stage::Landed { kept, .. } => kept,
            Stage::Crossing { .. } => &[],
        }
    }

    /// The day to look again, where it landed with one.
    #[must_use]
    pub fn next(&self) -> Option<chrono::NaiveDate> {
        match self.stage {
            Stage::Landed { next, .. } => next,
            Stage::Crossing { .. } => None,
        }
    }

    /// Whether somebody came back to look at what became of the agreements.
    #[must_use]
    pub fn is_return_visit(&self) -> bool {
        self.header.practice == RETURN
    }
}

/// A crossing under way, or landed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Stage {
    /// Under way: replaying the events gives the page.
    Crossing {
        /// The floe and the step it rests on, for lists.
        place: Option<(Id, Id)>,
        /// What happened.
        events: Vec<Event>,
        /// The answers that were being typed, on this page and on others that were left for a while.
        #[serde(default)]
        drafts: Vec<HalfTyped>,
    },
    /// Landed: what was kept, and nothing else.
    Landed {
        /// When.
        ended: Moment,
        /// What its people kept.
        kept: Vec<Item>,
        /// The day to look again, where it was given as a date.
        next: Option<chrono::NaiveDate>,
        /// The last floe they were on before the landing: how far it went.
        #[serde(default)]
        far: Option<Id>,
    },
}

/// An answer that was being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HalfTyped {
    /// The ask it belongs to.
    pub ask: Id,
    /// Which blank of it.
    pub field: usize,
    /// The round it was typed in.
    pub round: u16,
    /// Whose page it was, where each has their own.
    #[serde(default)]
    pub seat: Option<Seat>,
    /// The words so far.
    pub text: String,
}
