//! Building a talk, and playing it back at once: one guide from the first question to the card.

use super::guide::{Act, Ended, Guide, Reaction};
use super::sitting::Sitting;
use crate::flow::{Flow, MapRow, Page, Pane, PaneView, Saving};
use crate::words::Words;

/// The playing back of what was built, and where that is kept if it is; None if there is nothing to play.
type Play<'a> = Box<dyn FnMut(&Flow) -> Option<(Sitting, Option<String>)> + 'a>;

/// A talk under way: built first, then played back.
pub struct Built<'a> {
    now: Sitting,
    /// Called once, when the building is over.
    play: Option<Play<'a>>,
    /// Where what was built is kept, in a sentence for whoever leaves.
    kept: Option<String>,
}

impl<'a> Built<'a> {
    /// Begins with the building.
    #[must_use]
    pub fn begin(
        building: Sitting,
        play: impl FnMut(&Flow) -> Option<(Sitting, Option<String>)> + 'a,
    ) -> Self {
        Self {
            now: building,
            play: Some(Box::new(play)),
            kept: None,
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
            Some((playing, kept)) => {
                self.now = playing;
                self.kept = kept;
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
        let mut told = self.now.farewell();
        if let Some(kept) = &self.kept {
            // That nothing was saved would be half of the truth.
            if self.flow().saving() != Saving::On {
                told.clear();
            }
            told.push(kept.clone());
        }
        told
    }

    fn words(&self) -> Words<'_> {
        self.now.words()
    }
}
