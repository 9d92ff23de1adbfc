//! Agreements: what was offered or agreed. What became of them is told by later crossings.

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
    /// How far it has come.
    pub status: Status,
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
