//! What lies beside the practices, checked: lists, detours, the safety page.

use super::{Id, Step};
use std::sync::Arc;

/// Words to pick from.
#[derive(Debug, Clone)]
pub struct List {
    /// Stable id.
    pub id: Id,
    /// The groups.
    pub groups: Vec<Group>,
    /// Story-words and what is often near them.
    pub stories: Vec<Story>,
}

/// A group of words.
#[derive(Debug, Clone)]
pub struct Group {
    /// Stable id.
    pub id: Id,
    /// Title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// The words.
    pub words: Vec<String>,
}

/// A story-word.
#[derive(Debug, Clone)]
pub struct Story {
    /// The word.
    pub word: String,
    /// Words of the list often near it.
    pub near: Vec<String>,
}

/// What can be opened from every step.
#[derive(Debug, Clone)]
pub struct Detours {
    /// Somebody is in the water.
    pub hand: Arc<Step>,
    /// A moment to steady.
    pub steady: Arc<Step>,
    /// A rest.
    pub pause: Arc<Step>,
    /// A thank-you.
    pub thanks: Arc<Step>,
    /// Both are in the water.
    pub banks: Arc<Step>,
    /// Both agree to jump to another floe.
    pub jump: Arc<Step>,
    /// Floes have drifted near.
    pub drift: Arc<Step>,
    /// Something to say to the watchmen.
    pub watchman: Arc<Step>,
}

/// The safety page.
#[derive(Debug, Clone)]
pub struct Help {
    /// Its paragraphs.
    pub safety: Vec<String>,
    /// In place of unconfirmed numbers.
    pub unconfirmed: String,
    /// Lines to call.
    pub lines: Vec<Helpline>,
}

/// A place to call.
#[derive(Debug, Clone)]
pub struct Helpline {
    /// Country or region.
    pub place: String,
    /// Its name.
    pub name: String,
    /// How to reach it.
    pub reach: String,
    /// The day it was last confirmed.
    pub checked_on: Option<chrono::NaiveDate>,
}
