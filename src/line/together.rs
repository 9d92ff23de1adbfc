//! What two people do in line mode: one hands over the keyboard, or each presses a key of their own.

use super::run::{Outcome, Walk};
use crate::flow::{AskView, Page};
use crate::runtime::{Act, Reaction};
use crate::session::Seat;
use crate::words::Key;
use std::io;

impl Walk<'_> {
    /// Only an empty line opens the next page: whatever else was typed was meant for the page before.
    pub(super) fn curtain(&mut self, page: &Page, line: &str) -> io::Result<Option<Outcome>> {
        if line.trim().is_empty() {
            return self.act(Act::Take);
        }
        self.printer.line(&page.prompt)?;
        self.prompt()
    }

    /// Enter is the key of the one who is asked; words are nobody's key.
    pub(super) fn both(
        &mut self,
        pressed: Option<Seat>,
        line: &str,
    ) -> io::Result<Option<Outcome>> {
        if line.trim().is_empty() {
            return self.press(pressed.map_or(Seat::First, Seat::other));
        }
        self.say(Key::BothHow, &[])?;
        self.whose_key()
    }

    /// A key is pressed, or taken back. The page stays as it was until both are.
    pub(super) fn press(&mut self, seat: Seat) -> io::Result<Option<Outcome>> {
        let before = self.guide.page().key;
        let reaction = self.guide.act(Act::Press(seat));
        let stays = self.guide.page().key == before;
        match reaction {
            Reaction {
                told,
                opens: None,
                quiet: None,
                anew: false,
                ends: None,
            } if stays => {
                if let Some(key) = told {
                    self.say(key, &[])?;
                }
                self.whose_key()
            }
            reaction => self.react(reaction),
        }
    }

    fn whose_key(&mut self) -> io::Result<Option<Outcome>> {
        if let AskView::Both { names, pressed, no } = self.guide.page().ask {
            let words = self.guide.words();
            self.printer.key(&names, pressed, &no, words)?;
        }
        self.prompt()
    }
}

/// Who could take their key back now.
pub(super) const fn lone_key(page: &Page) -> Option<Seat> {
    match page.ask {
        AskView::Both { pressed, .. } => pressed,
        _ => None,
    }
}
