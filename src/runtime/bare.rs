//! A page with nothing on it but a question: what pages outside of a crossing begin with.

use crate::content::Id;
use crate::flow::{AskView, Cover, Drawer, Glass, Ice, Page, PageKey, Scene};
use crate::session::Sight;
use crate::words::{Key, Words};

/// A page that asks this.
pub(super) fn page(prompt: Key, ask: AskView, words: Words<'_>) -> Page {
    Page {
        key: PageKey {
            ask: Id::new(prompt.name()),
            field: 0,
            round: 0,
            seat: None,
        },
        at: None,
        part: None,
        title: String::new(),
        name: None,
        names: Default::default(),
        seat: None,
        ice: Ice::Steady,
        scene: scene(),
        notice: None,
        notes: Vec::new(),
        shows: Vec::new(),
        panes: Vec::new(),
        prompt: words.say(prompt, &[]),
        ask,
        so_far: None,
        cover: Cover::Open,
        melts: false,
        sight: Sight::Open,
        foot: Vec::new(),
        edge: Vec::new(),
        way: None,
        drawer: Drawer::default(),
        glass: Glass::None,
        river: None,
        talk: None,
    }
}

/// The river with nobody at it.
pub(super) fn scene() -> Scene {
    Scene {
        seed: 7,
        places: 11,
        at: 0,
        seats: 0,
        reach: false,
        far_words: None,
        far_bank: true,
    }
}
