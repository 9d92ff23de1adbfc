//! The picture's words: how the ice is and who is where, said once, when it changes.

use super::print::Printer;
use crate::flow::{AskView, Ice, Page};
use crate::session::Seat;
use crate::words::{Key, Words};
use std::io;

impl Printer<'_> {
    pub(super) fn picture(&mut self, page: &Page, words: Words<'_>) -> io::Result<()> {
        // A curtain says nothing of before; what has changed is said behind it.
        if matches!(page.ask, AskView::Curtain { .. }) {
            return Ok(());
        }
        if !page.scene.far_bank && !std::mem::replace(&mut self.let_go, true) {
            self.line(&words.say(Key::FarBankGone, &[]))?;
        }
        let before = std::mem::replace(&mut self.scene, (page.ice, page.scene.reach));
        if before.0 != page.ice {
            self.ice(before.0, page, words)?;
        }
        match (before.1, page.ice) {
            (false, Ice::Water(seat)) if page.scene.reach => {
                let name = called(seat.other(), page);
                self.line(&words.say(Key::IceReach, &[("name", name)]))
            }
            _ => Ok(()),
        }
    }

    fn ice(&mut self, before: Ice, page: &Page, words: Words<'_>) -> io::Result<()> {
        let two = is_for_two(page);
        match page.ice {
            Ice::Tilting(seat) => {
                let name = called(seat, page);
                self.line(&words.say(Key::IceTilts, &[("name", name)]))?;
                self.line(&words.say(Key::LeanIn, &[]))
            }
            Ice::Water(seat) if two => {
                let name = called(seat, page);
                let other = called(seat.other(), page);
                self.line(&words.say(Key::IceOf, &[("name", name), ("other", other)]))
            }
            Ice::Water(_) if page.name.is_none() => self.line(&words.say(Key::IceWaterYou, &[])),
            Ice::Water(seat) => {
                let name = called(seat, page);
                self.line(&words.say(Key::IceWater, &[("name", name)]))
            }
            Ice::Banks => self.line(&words.say(Key::IceBanks, &[])),
            Ice::Steady => {
                // Where no place is named, as at the end, nothing is left to say of the ice.
                let Some(at) = &page.at else { return Ok(()) };
                if let (Ice::Water(seat), true) = (before, two) {
                    let name = called(seat, page);
                    self.line(&words.say(Key::IceOut, &[("name", name)]))?;
                }
                let [floe, floes] = [at.floe, at.floes].map(|n| n.to_string());
                let blanks = [("floe", &*floe), ("floes", &floes), ("title", &at.title)];
                self.line(&words.say(Key::IceSteady, &blanks))
            }
        }
    }
}

const fn called(seat: Seat, page: &Page) -> &str {
    let [first, second] = &page.names;
    match seat {
        Seat::First => first.as_str(),
        Seat::Second => second.as_str(),
    }
}

const fn is_for_two(page: &Page) -> bool {
    page.scene.seats > 1
}
