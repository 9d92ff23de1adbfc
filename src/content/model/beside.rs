//! What lies beside the practices, checked: what is offered, lists, detours, the safety page.

use super::{Id, Step};
use std::sync::Arc;

/// One way of practising, as the first screen offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Id of the practice or track.
    pub id: Id,
    /// Title.
    pub title: String,
    /// For whom.
    pub about: String,
    /// About how many minutes.
    pub minutes: u16,
    /// Whether two people walk it, and never one.
    pub for_two: bool,
}

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

/// A page to take home from a room that was shown floe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handout {
    /// Title of the page.
    pub title: String,
    /// The parts in order; at least one.
    pub parts: Vec<HandoutPart>,
    /// What stands below, small.
    pub foot: String,
}

/// A part of such a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoutPart {
    /// Title.
    pub title: String,
    /// What it says, a line each; at least one.
    pub lines: Vec<String>,
}

/// A plan for whoever shows floe to a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Stable id.
    pub id: Id,
    /// Title.
    pub title: String,
    /// For which room.
    pub about: String,
    /// How long it takes, in minutes: as long as its parts together.
    pub minutes: u16,
    /// The parts in order; at least one.
    pub parts: Vec<PlanPart>,
}

/// A part of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPart {
    /// Title.
    pub title: String,
    /// How long it takes, in minutes; one at least.
    pub minutes: u16,
    /// What is done.
    pub does: String,
    /// A line to say to the room.
    pub says: String,
    /// The floe it is about: its practice, and its id.
    pub floe: Option<(Id, Id)>,
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
