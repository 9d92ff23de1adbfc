//! A talk somebody built from a real one: what the other person may say, in the words of whoever knows them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The newest version of the file of such a talk.
pub const OWN_FORMAT: u32 = 2;

/// A talk of one's own. It is for whoever built it, alone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnTalk {
    /// Version of the file's format.
    pub format: u32,
    /// Who the other one is, in a word or two.
    #[serde(default)]
    pub them: Option<String>,
    /// When and where.
    #[serde(default)]
    pub place: Option<String>,
    /// Who one is to them.
    #[serde(default)]
    pub you: Option<String>,
    /// The first thing they say.
    pub opening: String,
    /// What they may say when they doubt what was said.
    #[serde(default)]
    pub doubted: Answer,
    /// What they may say when they feel heard.
    #[serde(default)]
    pub heard: Answer,
    /// What they may say when they were hurried past.
    #[serde(default)]
    pub hurried: Answer,
}

/// What they may answer, and a guess at what is inside.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Answer {
    /// Their words; without any they say nothing to it.
    pub says: Option<String>,
    /// Their words the next times, in order; since version 2.
    pub again: Vec<String>,
    /// A guess: what they may feel.
    pub feels: Vec<String>,
    /// A guess: what may matter to them.
    pub matters: Vec<String>,
}

/// Nothing of it is ever told by a report of what went wrong.
impl fmt::Debug for OwnTalk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnTalk").finish_non_exhaustive()
    }
}

/// As of the talk it belongs to.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer").finish_non_exhaustive()
    }
}
