//! The page of a river on the bank: what stands on it, and what can be done.

use super::bank::{At, Bank};
use super::bare;
use super::guide::Guide as _;
use crate::flow::{Offered, RiverView, Scene};
use crate::words::Key;

impl Bank {
    /// The river one looks at, by its place among [`Bank::rivers`].
    fn here(&self) -> Option<usize> {
        match self.at {
            At::River(at) | At::Kept(at) | At::Outings(at) | At::Forget(at) => Some(at),
            _ => None,
        }
    }

    /// Its title.
    pub(super) fn title(&self) -> Option<String> {
        let river = self.rivers().get(self.here()?)?;
        Some(self.titled_as(river))
    }

    /// What its people are called.
    pub(super) fn names(&self) -> Option<String> {
        self.here()?;
        match self.opened.seats.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            [first, second, ..] => {
                let blanks = [("first", first.as_str()), ("second", second)];
                Some(self.words().say(Key::BothNames, &blanks))
            }
        }
    }

    /// The picture above the page. Nobody stands at a river that is only looked at, and where the far bank was let
    /// go there is none.
    pub(super) fn scene(&self) -> Scene {
        let is_river = self.here().is_some();
        Scene {
            seats: if is_river { 0 } else { 2 },
            far_bank: !(is_river && self.opened.is_let_go),
            ..bare::scene()
        }
    }

    /// Its line and its agreements, where they stand on the page.
    pub(super) fn river_view(&self) -> Option<RiverView> {
        match self.at {
            At::River(_) => Some(self.opened.view(self.words(), self.today)),
            _ => None,
        }
    }

    /// What is to be read of it.
    pub(super) fn reading(&self) -> Vec<String> {
        let words = self.words();
        match self.at {
            At::River(_) => {
                let copies = self.opened.has_copies;
                copies
                    .then(|| words.say(Key::RiverCopies, &[]))
                    .into_iter()
                    .collect()
            }
            At::Kept(_) => self.opened.kept.clone(),
            At::Outings(_) => vec![self.opened.in_words(words, self.today).join("\n")],
            At::Forget(at) => {
                let id = self.rivers().get(at).map_or("", |river| river.id.as_str());
                let blanks = [("id", id), ("home", &self.opened.home)];
                let how = [Key::RiverForgetHow, Key::KeptErase];
                how.map(|key| words.say(key, &blanks)).to_vec()
            }
            _ => Vec::new(),
        }
    }

    /// What can be done. Where a day has come, looking at what became of it comes first.
    pub(super) fn of_river(&self, at: usize) -> Vec<Offered> {
        let river = self.rivers().get(at);
        let opened = &self.opened;
        let is_due = river.is_some_and(|river| self.is_due(river));
        let under_way = river.is_some_and(|river| river.under_way.is_some());
        let back = if opened.agreements.is_empty() {
            Key::RiverAgain
        } else {
            Key::RiverReturn
        };
        let offered = [
            ("return", back, opened.returns && is_due),
            ("unread", Key::RiverUnread, opened.is_unread),
            ("go_on", Key::RiverGoOn, under_way),
            ("return", back, opened.returns && !is_due),
            ("anew", Key::RiverAnew, true),
            ("kept", Key::RiverKept, !opened.kept.is_empty()),
            ("outings", Key::RiverOutings, !opened.outings.is_empty()),
            (
                "let_go",
                Key::RiverLetGo,
                opened.lets_go && !opened.is_let_go,
            ),
            ("forget", Key::RiverForget, true),
        ];
        let there = offered.into_iter().filter(|(_, _, is_there)| *is_there);
        let options = there.map(|(id, text, _)| self.option(id, text));
        options.chain([self.to_bank()]).collect()
    }
}
