//! What a front end talks to. It reads pages and hands in acts, and never sees what lies behind.

use crate::content::{Id, Mode};
use crate::flow::{Detour, MapRow, Page, Pane, PaneView, Reply};
use crate::session::Seat;
use crate::words::{Key, Words};

/// Something that shows pages and takes acts: a crossing under way, or the bank with its rivers.
pub trait Guide {
    /// What to show now.
    fn page(&self) -> Page;
    /// Takes in what somebody did.
    fn act(&mut self, act: Act) -> Reaction;
    /// Takes the half-typed answer, to be saved now if it may be.
    fn draft(&mut self, text: &str);
    /// The half-typed answer this page was left with.
    fn half_typed(&self) -> Option<String>;
    /// A page of reading.
    fn pane(&self, pane: Pane) -> PaneView;
    /// The map; None where there is none yet.
    fn map(&self) -> Option<Vec<MapRow>>;
    /// How saving stands, in a few words; empty when there is nothing to say.
    fn status(&self) -> String;
    /// Why what was written isn't safe, when saving has failed.
    fn trouble(&self) -> Option<String> {
        None
    }
    /// Takes in what has changed around the page, when the bell rang, with what is being typed on it; None if the page
    /// shows what it showed before.
    fn look_up(&mut self, typed: Option<&str>) -> Option<Reaction> {
        let _ = typed;
        None
    }
    /// What to say to somebody who has left: where it rests and how to come back.
    fn farewell(&self) -> Vec<String>;
    /// The sentences of the program.
    fn words(&self) -> Words<'_>;
}

/// Something a person does. Every act exists in both front ends.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Answers what is asked.
    Reply(Reply),
    /// Passes it.
    Pass,
    /// Goes back to the screen before.
    Back,
    /// Takes back the last thing.
    Undo,
    /// Goes to a step of the map.
    Jump(Id),
    /// Opens the hand, a pause, a moment to steady, or a page for a thank-you.
    Open(Detour),
    /// Says thanks in one go.
    Thanks(String),
    /// Asks the mirror about words of one's own, as far as they are written.
    Mirror(String),
    /// Is wobbly.
    Wobble,
    /// Takes the keyboard behind the curtain.
    Take,
    /// Presses the key of a seat, where two are needed; pressing it again takes it back.
    Press(Seat),
    /// Lights a quiet stretch up again, for a minute.
    Light,
    /// Marks an item of the landing's list.
    Mark(String, bool),
    /// The light of a quiet stretch went out.
    Elapsed,
    /// Saves and leaves.
    Leave,
}

/// What came of an act.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reaction {
    /// A sentence to say once.
    pub told: Option<Key>,
    /// A page of reading to open.
    pub opens: Option<Pane>,
    /// Other words stand in the field now.
    pub anew: bool,
    /// The light of a quiet stretch lasts so many seconds.
    pub quiet: Option<u16>,
    /// It is over.
    pub ends: Option<Ended>,
}

impl Reaction {
    /// Nothing but a sentence.
    #[must_use]
    pub fn told(key: Key) -> Self {
        Self {
            told: Some(key),
            ..Self::default()
        }
    }

    /// Nothing but an end.
    #[must_use]
    pub fn ended(how: Ended) -> Self {
        Self {
            ends: Some(how),
            ..Self::default()
        }
    }
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// Somebody left; what was open is saved.
    Left,
    /// There is nothing more to do here.
    Done,
    /// A way on was chosen on the bank.
    Through(Door),
}

/// A way on from the bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// Begin a practice.
    Practise {
        /// One person or two.
        mode: Mode,
        /// Which one.
        practice: Id,
        /// The river, if it is an old one.
        river: Option<String>,
        /// The title of a new one, if it got one.
        title: Option<String>,
    },
    /// Go on with a crossing.
    Resume(String),
    /// Choose what to rehearse.
    Rehearse,
    /// Show a room: away from every river, and not back.
    Stage,
    /// Look at what can't be read of the river with this id.
    Unread(String),
    /// The bank.
    Bank,
}
