//! Building a talk, and playing it back at once: one guide from the first question to the card.

use super::guide::{Act, Ended, Guide, Reaction};
use super::sitting::Sitting;
use crate::flow::{Flow, MapRow, Page, Pane, PaneView};
use crate::words::Words;

/// Makes the playing back of what was built; None if there is nothing to play.
pub type Play<'a> = Box<dyn FnMut(&Flow) -> Option<Sitting> + 'a>;

/// A talk under way: built first, then played back.
pub struct Built<'a> {
    now: Sitting,
    /// Called once, when the building is over.
    play: Option<Play<'a>>,
}

impl<'a> Built<'a> {
    /// Begins with the building.
    #[must_use]
    pub fn begin(building: Sitting, play: Play<'a>) -> Self {
        Self {
            now: building,
            play: Some(play),
        }
    }

    /// The walk one is on, for those who list what happened.
    #[must_use]
    pub fn flow(&self) -> &Flow {
        self.now.flow()
    }

    /// The building is over: what was built begins, or nothing was built and nothing is left.
    fn turn_over(&mut self) -> Reaction {
        let played = self.play.take().and_then(|mut play| play(self.now.flow()));
        match played {
            Some(playing) => {
                self.now = playing;
                Reaction::default()
            }
            None => Reaction::ended(Ended::Done),
        }
    }
}

impl Guide for Built<'_> {
    fn page(&self) -> Page {
        self.now.page()
    }

    fn act(&mut self, act: Act) -> Reaction {
        let reaction = self.now.act(act);
        match self.play.is_some() && self.now.flow().at_end() && reaction.ends.is_none() {
            true => self.turn_over(),
            false => reaction,
        }
    }

    fn draft(&mut self, text: &str) {
        self.now.draft(text);
    }

    fn half_typed(&self) -> Option<String> {
        self.now.half_typed()
    }

    fn pane(&self, pane: Pane) -> PaneView {
        self.now.pane(pane)
    }

    fn map(&self) -> Option<Vec<MapRow>> {
        self.now.map()
    }

    fn status(&self) -> String {
        self.now.status()
    }

    fn trouble(&self) -> Option<String> {
        self.now.trouble()
    }

    fn farewell(&self) -> Vec<String> {
        self.now.farewell()
    }

    fn words(&self) -> Words<'_> {
        self.now.words()
    }
}
