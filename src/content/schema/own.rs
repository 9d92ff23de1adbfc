//! A talk of one's own: what is asked while it is built, and the sentences around it when it is played back.

use super::super::located::Located;
use super::Floe;
use serde::Deserialize;

/// `own.ron`: somebody real, in the words of whoever knows them. What they wrote fills `{opening}` and its like. What is
/// said here as in every rehearsal stands in `rehearsal.ron`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// Version of the format.
    pub format: Located<u32>,
    /// Title people see.
    pub title: Located<String>,
    /// For whom, in one sentence.
    pub about: Located<String>,
    /// About how long, in minutes.
    pub minutes: Located<u16>,
    /// What a river is called on which something of such a talk is kept: it names nobody.
    pub river: Located<String>,
    /// What is asked while it is built; the asks in it that floe reads are named in the check.
    pub build: Floe,
    /// Said once when it was kept: `{id}`, `{home}`.
    pub kept: Located<String>,
    /// Said once when it wasn't to be kept.
    pub for_now: Located<String>,
    /// Said once when it couldn't be kept: `{why}`.
    pub not_kept: Located<String>,
    /// Before the first turn.
    pub arrive: OwnArrive,
    /// At every turn.
    pub turn: OwnTurn,
    /// After the last turn.
    pub close: OwnClose,
}

/// Sentences before the first turn.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnArrive {
    /// Why it is here.
    pub why: Located<String>,
    /// Asks whether to begin.
    pub near: Located<String>,
    /// Not today.
    pub leave: Located<String>,
    /// Who answers: `{them}`.
    pub them: Located<String>,
    /// Who one is to them: `{you}`.
    pub you: Located<String>,
    /// When and where: `{place}`.
    pub place: Located<String>,
}

/// Sentences of a turn.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnTurn {
    /// In place of the step's number: `{n}`, `{turns}`.
    pub part: Located<String>,
    /// Why it is here.
    pub why: Located<String>,
    /// What they say first: `{opening}`.
    pub cue: Located<String>,
    /// In place of all that was written, when a draft is taken up without the talk it belongs to.
    pub melted: Located<String>,
    /// Asks how they'd have taken it.
    pub taken: Located<String>,
    /// It was doubted.
    pub doubted: OwnReply,
    /// It was heard.
    pub heard: OwnReply,
    /// It hurried past them.
    pub hurried: OwnReply,
    /// They say nothing to it.
    pub silent: Located<String>,
    /// The same words as before.
    pub repeated: Located<String>,
    /// Nothing was said at the turn before.
    pub waiting: Located<String>,
    /// In the water.
    pub hand: Located<String>,
    /// Below what was guessed.
    pub inner: Located<String>,
}

/// One way it may be taken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnReply {
    /// To choose it.
    pub choose: Located<String>,
    /// In a word or two, on the map of the talk.
    pub short: Located<String>,
    /// Their words, the first time, the second and the third.
    pub says: [Located<String>; 3],
    /// A guess at what they feel.
    pub feels: Located<String>,
    /// A guess at what matters to them.
    pub matters: Located<String>,
    /// What it does to the ice.
    pub said: Located<String>,
    /// At the end, if it came once, twice, and more often than that.
    pub told: [Located<String>; 3],
}

/// Sentences after the last turn.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnClose {
    /// The end of the talk.
    pub end: Located<String>,
    /// Back to a turn: `{n}`.
    pub back: Located<String>,
}
