//! A talk of one's own, checked: how it is built, and how it is played back.

use super::{Offer, Practice};
use std::sync::Arc;

/// How a talk of one's own is built and played back. Both walks are kept apart from the practices that can be begun by
/// name: nothing typed in the first ever reaches a crossing's file, and the second has blanks to be filled.
#[derive(Debug, Clone)]
pub struct Own {
    /// As it is offered.
    pub offer: Offer,
    /// What a river is called on which something of such a talk is kept.
    pub river: String,
    /// What is asked while it is built.
    pub build: Arc<Practice>,
    /// The talk, with blanks such as `{opening}` in its notes.
    pub talk: Arc<Practice>,
    /// In place of all that was written, where the talk is gone.
    pub melted: String,
    /// Said once when it was kept: `{id}`, `{home}`.
    pub kept: String,
    /// Said once when it wasn't to be kept.
    pub for_now: String,
    /// Said once when it couldn't be kept: `{why}`.
    pub not_kept: String,
}

impl Own {
    /// The id one builds a talk of one's own by.
    pub const BUILD: &str = "own";
    /// The id of every talk of one's own, while it is played back.
    pub const TALK: &str = "own_talk";
    /// The practice in which two people give each other a line to rehearse with, where the pack has it.
    pub const GIFT: &str = "gift";
    /// The three ways a line may be taken.
    pub const WAYS: [&str; 3] = ["doubted", "heard", "hurried"];

    /// The blank of a line they say when a line is taken in this way, from 0.
    #[must_use]
    pub fn line(way: &str, at: usize) -> String {
        match at {
            0 => way.to_owned(),
            at => format!("{way}_{}", at + 1),
        }
    }
}
