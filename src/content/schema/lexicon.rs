//! What the language mirror listens for: the files of `mirror/`.
//!
//! Phrases are written in the small language of [`crate::content::pattern`].

use super::super::located::{Entries, Located};
use serde::Deserialize;

/// On what kind of page words stand; the mirror listens for other things in an apology than in an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Context {
    /// Words to the other.
    Say,
    /// Words about oneself.
    Own,
    /// An apology.
    Apology,
    /// An agreement.
    Agreement,
    /// Words while listening.
    Listen,
}

/// `mirror/spelling.ron`: how words are really typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spelling {
    /// Version of the format.
    pub format: Located<u32>,
    /// The language that is typed, as a tag such as `en`.
    pub language: Located<String>,
    /// Ends of words that are words of their own, and the words they stand for: `'re` is `are`.
    pub endings: Entries<String>,
    /// Words and what they stand for: `dont` is `do not`.
    pub words: Entries<String>,
    /// Words after which a clause begins.
    pub openers: Located<String>,
}

/// `mirror/classes.ron`: words that go together, and what is left alone everywhere.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classes {
    /// Version of the format.
    pub format: Located<u32>,
    /// The classes by name, as patterns.
    pub classes: Entries<String>,
    /// What no family listens to.
    pub leave: Vec<Leave>,
    /// Which families listen where, the foremost first.
    pub order: Vec<Order>,
}

/// Which families listen in a context, the foremost first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Where.
    pub on: Located<Context>,
    /// The families by id.
    pub families: Vec<Located<String>>,
}

/// `mirror/glints.ron`: what is there already, and may be named.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glints {
    /// Version of the format.
    pub format: Located<u32>,
    /// The foremost first.
    pub glints: Vec<Glint>,
}

/// Something present that may be named.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glint {
    /// Stable id.
    pub id: Located<String>,
    /// What is said of it.
    pub line: Located<String>,
    /// Where.
    pub on: Vec<Context>,
    /// What is listened for.
    pub says: Vec<Located<String>>,
    /// Sentences that have it; each pattern has to be in one of them.
    pub fires: Vec<Located<String>>,
    /// Sentences that look alike and don't have it.
    pub quiet: Vec<Located<String>>,
}

/// `mirror/FAMILY.ron`: one kind of thing to listen for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Version of the format.
    pub format: Located<u32>,
    /// Stable id; the file is named after it.
    pub id: Located<String>,
    /// Title in plain words.
    pub title: Located<String>,
    /// Why it may be worth a look.
    pub why: Located<String>,
    /// Whether it is about promises too big to carry, which can be made smaller.
    #[serde(default)]
    pub promises: bool,
    /// The questions, of which one is asked.
    pub asks: Vec<Located<String>>,
    /// The same said another way.
    pub reframes: Vec<Reframe>,
    /// Classes of this family alone.
    #[serde(default)]
    pub classes: Option<Entries<String>>,
    /// What is listened for.
    pub cues: Vec<Cue>,
    /// What this family leaves alone.
    #[serde(default)]
    pub leave: Vec<Leave>,
}

/// One way of saying it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reframe {
    /// As it was said.
    pub from: Located<String>,
    /// As it could be said.
    pub to: Located<String>,
}

/// One way a family shows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// Stable id.
    pub id: Located<String>,
    /// What is listened for.
    pub says: Vec<Located<String>>,
    /// It isn't noticed in a text that has any of these, wherever they stand.
    #[serde(default)]
    pub unless: Vec<Located<String>>,
    /// It isn't noticed in a sentence that ends with a question mark.
    #[serde(default)]
    pub not_asked: bool,
    /// It isn't noticed in these contexts.
    #[serde(default)]
    pub not_on: Vec<Context>,
    /// What it says is asked of the other, not said of oneself.
    #[serde(default)]
    pub of_other: bool,
    /// Sentences that have it; each pattern has to be in one of them.
    pub fires: Vec<Located<String>>,
    /// Sentences that look alike and don't have it.
    pub quiet: Vec<Located<String>>,
}

/// A stretch of words that is left alone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leave {
    /// Which words.
    pub says: Vec<Located<String>>,
    /// Only for these families; for all of them if empty.
    #[serde(default)]
    pub only: Vec<Located<String>>,
    /// Sentences in which nothing is noticed because of it; each pattern has to be in one of them.
    pub quiet: Vec<Located<String>>,
}

/// `mirror/safety.ron`: words that may be about somebody's safety. Read for one person alone, never where two sit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Safety {
    /// Version of the format.
    pub format: Located<u32>,
    /// Classes of this file alone.
    pub classes: Entries<String>,
    /// What is listened for, by kind.
    pub kinds: Vec<Danger>,
    /// What is left alone.
    pub leave: Vec<Leave>,
}

/// One kind of danger.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Danger {
    /// Stable id.
    pub id: Located<String>,
    /// What is listened for.
    pub says: Vec<Located<String>>,
    /// Sentences that have it; each pattern has to be in one of them.
    pub fires: Vec<Located<String>>,
    /// Sentences that look alike and don't have it.
    pub quiet: Vec<Located<String>>,
}
