//! What lies beside the practices: lists, detours, the safety page, sentences.

use super::super::located::{Entries, Located};
use super::Step;
use serde::Deserialize;

/// `lists/ID.ron`: words to pick from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Version of the format.
    pub format: Located<u32>,
    /// Stable id, the same as the file's name.
    pub id: Located<String>,
    /// The groups in order.
    pub groups: Vec<Group>,
    /// Words that tell a story, and what may lie under them in this list.
    #[serde(default)]
    pub stories: Vec<Story>,
}

/// A group of words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Stable id.
    pub id: Located<String>,
    /// Title.
    pub title: Located<String>,
    /// What it is about, in a few words.
    pub about: Located<String>,
    /// The words.
    pub words: Vec<Located<String>>,
}

/// A word that tells what happened rather than how it feels.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The word.
    pub word: Located<String>,
    /// Words of this list that are often near it.
    pub near: Vec<Located<String>>,
}

/// `detours.ron`: what can be opened from every step, and returns to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detours {
    /// Version of the format.
    pub format: Located<u32>,
    /// Somebody is in the water.
    pub hand: Step,
    /// A moment to steady.
    pub steady: Step,
    /// A rest, with a time to come back.
    pub pause: Step,
    /// A thank-you, pinned to the moment.
    pub thanks: Step,
    /// Both are in the water: two banks, and a time to come back.
    pub banks: Step,
    /// Both agree to jump to another floe, named `{floe}`.
    pub jump: Step,
    /// Floes have drifted near.
    pub drift: Step,
    /// Something to say to the watchmen.
    pub watchman: Step,
}

/// `help.ron`: the safety page, and where help is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// Version of the format.
    pub format: Located<u32>,
    /// The safety page, a paragraph each.
    pub safety: Vec<Located<String>>,
    /// What stands in place of numbers that were not confirmed within a year.
    pub unconfirmed: Located<String>,
    /// Lines that can be called.
    pub lines: Vec<Helpline>,
}

/// A place to call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Helpline {
    /// Country or region, in words.
    pub place: Located<String>,
    /// Its name.
    pub name: Located<String>,
    /// How to reach it.
    pub reach: Located<String>,
    /// The day it was last confirmed (2026-11-23); none if nobody has.
    #[serde(default)]
    pub checked_on: Option<Located<String>>,
}

/// `words.ron`: every sentence the program itself says, by key.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Version of the format.
    pub format: Located<u32>,
    /// Key and sentence.
    pub words: Located<Entries<String>>,
}

/// `sentences/NAME`: other words for sentences of the file of that name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentences {
    /// Version of the format.
    pub format: Located<u32>,
    /// The id of each sentence, which is the way to it in that file, and what it says now.
    pub sentences: Entries<String>,
}
