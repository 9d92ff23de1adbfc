//! The safety offer: words of somebody who sits alone may be about their safety, and then the safety page is offered.
//!
//! A pop-up beside the person one fears is itself a danger, so nothing here can be reached where two sit: a
//! [`Lookout`] is made from [`Alone`] and from nothing else. It is no detector, and its silence means nothing.
//! The words were taken before it listens; nothing of what it hears is kept.

use super::guide::{Act, Reaction};
use super::sitting::Sitting;
use crate::content::{Id, library, source::File};
use crate::flow::{AskView, Cover, Drawer, Flow, Offered, Page, PageKey, Pane, Reply};
use crate::mirror::Watch;
use crate::session::Alone;
use crate::words::{Key, Words};
use std::collections::BTreeSet;

/// Goes to the safety page.
const SEE: &str = "see";
/// Goes on; another kind may still be offered.
const LATER: &str = "not-now";
/// Goes on, and nothing more is offered in this sitting.
const NEVER: &str = "never";

/// Listens beside one person, and offers each kind once.
#[derive(Debug)]
pub(super) struct Lookout {
    /// The phrases; None inside if this language has none. They are read when there is a first text.
    watch: Option<Option<Watch>>,
    offered: BTreeSet<Id>,
    is_off: bool,
    /// The offer lies over the page.
    is_open: bool,
}

impl Lookout {
    /// For somebody who sits alone.
    pub(super) const fn beside(_: Alone) -> Self {
        Self {
            watch: None,
            offered: BTreeSet::new(),
            is_off: false,
            is_open: false,
        }
    }

    /// The pack is another one: its phrases are read again when there is a text.
    pub(super) fn read_anew(&mut self) {
        self.watch = None;
    }

    /// Whether an answer has something to offer the page for that wasn't offered before.
    pub(super) fn hears(&mut self, reply: &Reply, files: &[File]) -> bool {
        let typed = match reply {
            Reply::Words(words) => words.clone(),
            // Each is a sentence of its own.
            Reply::Picked(words) => words.join("\n"),
            _ => return false,
        };
        if self.is_off || typed.trim().is_empty() {
            return false;
        }
        let read = || library::dangers(files).map(Watch::new);
        let Some(watch) = self.watch.get_or_insert_with(read) else {
            return false;
        };
        let heard = watch.hears(&typed);
        let before = self.offered.len();
        self.offered.extend(heard);
        self.offered.len() > before
    }
}

/// The page that offers, laid over the one that comes next.
pub(super) fn offer(flow: &Flow, page: Page) -> Page {
    let words = Words::of(flow.pack());
    let option = |id: &str, key| Offered {
        id: Id::new(id),
        text: words.say(key, &[]),
        note: None,
    };
    Page {
        key: PageKey {
            ask: Id::new(Key::SafetyOffer.name()),
            field: 0,
            round: 0,
            seat: None,
        },
        notice: None,
        notes: Vec::new(),
        shows: Vec::new(),
        panes: Vec::new(),
        prompt: words.say(Key::SafetyOffer, &[]),
        ask: AskView::Choice {
            options: vec![
                option(SEE, Key::SafetySee),
                option(LATER, Key::SafetyNotNow),
                option(NEVER, Key::SafetyNever),
            ],
            chosen: None,
        },
        so_far: None,
        cover: Cover::Open,
        melts: false,
        foot: Vec::new(),
        drawer: Drawer::default(),
        river: None,
        ..page
    }
}

impl Sitting {
    /// Listens to an answer before it is handed on.
    pub(super) fn overhears(&mut self, reply: &Reply) -> bool {
        let files = &self.flow.pack().mirror;
        let lookout = self.lookout.as_mut();
        lookout.is_some_and(|lookout| lookout.hears(reply, files))
    }

    /// Lays the offer over what comes after an answer that was taken. Where something ends there is no next page.
    pub(super) fn offered(&mut self, heard: bool, reaction: Reaction) -> Reaction {
        match &mut self.lookout {
            Some(lookout) if heard && reaction.ends.is_none() => lookout.is_open = true,
            _ => return reaction,
        }
        // A light waits until its page is seen.
        Reaction {
            quiet: None,
            ..reaction
        }
    }

    /// Whether the offer lies over the page.
    pub(super) fn offers(&self) -> bool {
        self.lookout.as_ref().is_some_and(|lookout| lookout.is_open)
    }

    /// What they said to the offer. None: there is none, or they did something else, which is done instead.
    pub(super) fn told_offer(&mut self, act: &Act) -> Option<Reaction> {
        let lookout = self.lookout.as_mut().filter(|lookout| lookout.is_open)?;
        let mut reaction = Reaction::default();
        match act {
            Act::Reply(Reply::Chose(id)) => match id.as_str() {
                SEE => reaction.opens = Some(Pane::Safety),
                NEVER => lookout.is_off = true,
                LATER => {}
                _ => return Some(reaction),
            },
            Act::Pass | Act::Back | Act::Undo => {}
            // What is meant for the page beneath waits until it is seen.
            Act::Reply(_)
            | Act::Take
            | Act::Press(_)
            | Act::Mark(..)
            | Act::Light
            | Act::Elapsed => {
                return Some(reaction);
            }
            _ => {
                lookout.is_open = false;
                return None;
            }
        }
        lookout.is_open = false;
        Some(reaction)
    }
}
