//! The checked lexicon of the language mirror: every pattern is read, every name is one that exists.

use super::super::phrases::{Phrase, Phrases};
use super::super::schema::Context;
use super::Id;
use std::collections::BTreeMap;

/// What the mirror listens for in one language.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// Everything that is listened for, as it was read.
    pub phrases: Phrases,
    /// How words are typed.
    pub spelling: Spelling,
    /// The families; at most [`Lexicon::FAMILIES`].
    pub families: Vec<Family>,
    /// Which families listen where, the foremost first, by their places in `families`.
    pub order: BTreeMap<Context, Vec<usize>>,
    /// What is left alone.
    pub leave: Vec<Leave>,
    /// What is there already and may be named.
    pub glints: Vec<Glint>,
}

impl Lexicon {
    /// Most families of a lexicon.
    pub const FAMILIES: usize = 16;
}

/// Words that may be about somebody's safety.
#[derive(Debug, Clone)]
pub struct Dangers {
    /// Everything that is listened for, as it was read.
    pub phrases: Phrases,
    /// How words are typed.
    pub spelling: Spelling,
    /// The kinds, each with its phrases.
    pub kinds: Vec<(Id, Vec<Phrase>)>,
    /// What is left alone.
    pub leave: Vec<Phrase>,
}

/// How words are really typed.
#[derive(Debug, Clone, Default)]
pub struct Spelling {
    /// The language that is typed, as a tag such as `en`.
    pub language: String,
    /// Ends of words, the longest first, and the words they stand for.
    pub endings: Vec<(String, String)>,
    /// Whole words and the words they stand for.
    pub words: BTreeMap<String, String>,
    /// Words after which a clause begins.
    pub openers: Vec<String>,
}

/// One kind of thing to listen for.
#[derive(Debug, Clone)]
pub struct Family {
    /// Stable id.
    pub id: Id,
    /// Title in plain words.
    pub title: String,
    /// Why it may be worth a look.
    pub why: String,
    /// Whether it is about promises too big to carry.
    pub promises: bool,
    /// The questions; at least one.
    pub asks: Vec<String>,
    /// The same said another way: as it was said, as it could be.
    pub reframes: Vec<(String, String)>,
    /// What is listened for.
    pub cues: Vec<Cue>,
}

/// One way a family shows.
#[derive(Debug, Clone)]
pub struct Cue {
    /// Stable id.
    pub id: Id,
    /// What is listened for.
    pub says: Vec<Phrase>,
    /// It isn't noticed in a text that has any of these.
    pub unless: Vec<Phrase>,
    /// It isn't noticed in a question.
    pub not_asked: bool,
    /// It isn't noticed in these contexts.
    pub not_on: Vec<Context>,
    /// What it says is asked of the other.
    pub of_other: bool,
}

/// A stretch of words that is left alone.
#[derive(Debug, Clone)]
pub struct Leave {
    /// Which words.
    pub says: Vec<Phrase>,
    /// By which families, by their places.
    pub by: Vec<usize>,
}

/// Something present that may be named.
#[derive(Debug, Clone)]
pub struct Glint {
    /// Stable id.
    pub id: Id,
    /// What is said of it.
    pub line: String,
    /// Where.
    pub on: Vec<Context>,
    /// What is listened for.
    pub says: Vec<Phrase>,
}
