//! What a crossing says of agreements: one that was made or made anew, how somebody sees one, what becomes of one.
//!
//! Each is an item of its crossing. What they come to together is folded in `ledger`.

use super::Seat;
use crate::content::View;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Something one person will do, or won't.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Agreement {
    /// To do, or to leave undone.
    pub kind: Promise,
    /// The promise itself.
    pub text: String,
    /// What happens instead of what is left undone.
    pub instead: Option<String>,
    /// Who.
    pub who: Option<String>,
    /// By when, or whenever what happens.
    pub when: Option<String>,
    /// Until which day.
    pub until: Option<String>,
    /// How both would see it.
    pub seen_by: Option<String>,
    /// What it looks after.
    pub looks_after: Vec<String>,
    /// If this, then that.
    pub if_then: Option<String>,
    /// How and by when to ask for a change.
    pub change_by: Option<String>,
    /// How soon to tell when it broke.
    pub tell_by: Option<String>,
    /// Whether a no was free; belongs to its writer.
    pub free_no: Option<String>,
    /// What it is for, where it lets one into what is the other's.
    pub purpose: Option<String>,
    /// How far it has come.
    pub status: Status,
    /// The agreement this is a new version of.
    pub of: Option<String>,
}

/// To do, or to leave undone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Promise {
    /// "I will."
    #[default]
    Do,
    /// "I won't."
    Dont,
}

impl Promise {
    /// Its stable name: the id of its option in content, and its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Dont => "dont",
        }
    }
}

/// How far an agreement has come. It is agreed only when the other person has said yes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Written down, to be offered: what one person alone can make.
    #[default]
    Offered,
    /// Both said yes.
    Agreed,
}

/// How one person sees what became of an agreement, on a day. Nobody merges it with the other's, and nobody counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Id of the agreement.
    pub of: String,
    /// How it is seen.
    pub view: View,
    /// The day it is about, where one was named; else that of the visit.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Words beside it.
    #[serde(default)]
    pub note: Option<String>,
    /// Whether the other was shown it.
    #[serde(default)]
    pub shown: bool,
    /// A wish to change the agreement; it opens the next visit.
    #[serde(default)]
    pub wish: Option<String>,
}

/// What becomes of an agreement. A mark alone changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// Id of the agreement.
    pub of: String,
    /// What becomes of it.
    pub to: Fate,
    /// The crossing on which the version was written that got a yes; the latest if none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// What becomes of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// The other has said yes to it.
    Agreed,
    /// It was kept to its end, and is over with thanks.
    Completed,
    /// It was ended.
    Ended,
    /// The two remember it differently, and let it go.
    Differently,
}

impl Fate {
    /// Its stable name: the id of its option in content, and its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Completed => "completed",
            Self::Ended => "ended",
            Self::Differently => "differently",
        }
    }
}

/// An agreement as it is brought along to a return visit: how it stood when the visit began.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brought {
    /// Its id.
    pub id: String,
    /// Whose promise it is.
    pub by: Seat,
    /// The version that stands.
    pub standing: Agreement,
    /// A new version that waits for two yeses.
    #[serde(default)]
    pub offered: Option<Agreement>,
    /// The crossing its newest version was written on: what a yes is a yes to.
    #[serde(default)]
    pub written: Option<String>,
    /// A wish to change it, left on an earlier visit.
    #[serde(default)]
    pub wish: Option<String>,
    /// Marked as broken by somebody on exactly two earlier visits: a third time, help is pointed to, once.
    #[serde(default)]
    pub broken_twice: bool,
}
