//! What pages outside of a crossing have in common: one with nothing on it but a question, and what can be read there.

use crate::content::{Id, Pack};
use crate::flow::{
    AskView, Cover, Drawer, Glass, Ice, Page, PageKey, Pane, PaneView, Scene, about_page,
    safety_page,
};
use crate::session::Sight;
use crate::words::{Key, Words};
use chrono::NaiveDate;

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
        problem: Vec::new(),
        river: None,
        talk: None,
    }
}

/// What can be read outside of a crossing, on a day.
pub(super) fn pane(pane: Pane, pack: &Pack, today: NaiveDate) -> PaneView {
    let words = Words::of(pack);
    let (title, paragraphs) = match pane {
        Pane::Safety => (Key::Safety, safety_page(pack, today)),
        Pane::About => (Key::About, about_page(pack)),
        Pane::Help => (Key::Help, words.paragraphs(Key::HelpText)),
        _ => (Key::Help, vec![words.say(Key::NothingHere, &[])]),
    };
    PaneView {
        title: words.say(title, &[]),
        paragraphs,
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
