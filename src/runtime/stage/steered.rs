//! A show as a terminal holds it: with a watch, and a door for whoever follows it.

use super::moves::Move;
use super::notes::Notes;
use super::show::Show;
use super::wall::Wall;
use crate::runtime::Bell;
use crate::runtime::env::Stopwatch;
use crate::runtime::room::Host;
use crate::store::rooms::Rooms;
use crate::words::Words;

/// A show on this terminal. What it shows can be followed from another one, where that can be.
pub struct Stage {
    show: Show,
    host: Option<Host>,
    watch: Stopwatch,
}

impl Stage {
    /// Opens the stage. The bell rings when somebody who follows asks for a move.
    #[must_use]
    pub fn open(show: Show, rooms: &Rooms, bell: &Bell) -> Self {
        let stage = Self {
            show,
            // Without a second terminal everything still works from this one.
            host: Host::open(rooms, bell).ok(),
            watch: Stopwatch::start(),
        };
        stage.tell();
        stage
    }

    fn tell(&self) {
        if let Some(host) = &self.host {
            host.tell(&self.show.notes());
        }
    }

    /// Takes in a move.
    pub fn take(&mut self, does: Move) {
        self.show.at(self.seconds());
        self.show.take(does);
        self.tell();
    }

    /// Takes in what those who follow have asked for; false if that was nothing.
    pub fn hear(&mut self) -> bool {
        let mut heard = false;
        while let Some(does) = self.host.as_ref().and_then(Host::asked) {
            self.take(does);
            heard = true;
        }
        heard
    }

    /// What a stage that plays by itself does next; None at the end.
    #[must_use]
    pub fn by_itself(&self) -> Option<Move> {
        self.show.by_itself()
    }

    /// Seconds since it was opened.
    #[must_use]
    pub fn seconds(&self) -> u64 {
        self.watch.elapsed().as_secs()
    }

    /// What stands on the wall.
    #[must_use]
    pub fn wall(&self) -> Wall {
        self.show.wall()
    }

    /// The notes, as of the last move, with the seconds since then.
    #[must_use]
    pub fn notes(&self) -> (Notes, u64) {
        let notes = self.show.notes();
        let later = self.seconds().saturating_sub(notes.elapsed);
        (notes, later)
    }

    /// The number by which a second terminal finds it; None where none can.
    #[must_use]
    pub fn room(&self) -> Option<u16> {
        self.host.as_ref().map(Host::number)
    }

    /// The sentences of the program.
    #[must_use]
    pub fn words(&self) -> Words<'_> {
        self.show.words()
    }
}
