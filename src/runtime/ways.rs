//! What can be chosen on the bank: rivers, ways in, practices.

use super::bank::{At, Bank, RiverLine};
use super::guide::Guide as _;
use crate::content::{Id, Mode, Offer};
use crate::flow::Offered;
use crate::words::Key;
use chrono::NaiveDate;

/// Rivers shown before "(2 more)".
const SHOWN: usize = 3;

impl Bank {
    /// The rivers one may be shown: where two sit, those they have crossed together.
    pub(super) fn rivers(&self) -> &[RiverLine] {
        match (self.mode, &self.two) {
            (Mode::Solo, _) => &self.rivers,
            (Mode::Pair, Some(two)) => &two.rivers,
            (Mode::Pair, None) => &[],
        }
    }

    pub(super) fn options(&self) -> Vec<Offered> {
        match &self.at {
            At::Title => Vec::new(),
            At::Ways => self.ways(SHOWN),
            At::AllRivers => self.ways(self.rivers.len()),
            At::Together => self.together(),
            At::River(at) => self.of_river(*at),
            At::Kept(_) | At::Outings(_) | At::Forget(_) => {
                vec![self.option("river", Key::RiverUp), self.to_bank()]
            }
            At::Practices { offered, .. } => self.practices(offered),
            At::Rehearsals(offers) => {
                let stories = offers.iter().map(|offer| self.practice(offer));
                stories.chain([self.to_bank()]).collect()
            }
        }
    }

    fn ways(&self, shown: usize) -> Vec<Offered> {
        let words = self.words();
        let mut options: Vec<_> = self.due_line().into_iter().collect();
        options.extend(self.river_lines().take(shown));
        if self.rivers.len() > shown {
            let n = (self.rivers.len() - shown).to_string();
            options.push(Offered {
                id: Id::new("more"),
                text: words.say(Key::More, &[("n", &n)]),
                note: None,
            });
        }
        options.push(self.way("alone", Key::BankAlone, Key::BankAloneAbout));
        options.push(self.way("rehearse", Key::BankRehearse, Key::BankRehearseAbout));
        options.extend(self.way_of_two());
        options.push(self.way_of_room());
        options.push(self.option("leave", Key::BankLeave));
        options
    }

    /// What two people find: their rivers, and a new one.
    fn together(&self) -> Vec<Offered> {
        let rivers = self.due_line().into_iter().chain(self.river_lines());
        let rest = self.way_of_two().into_iter().chain([self.to_bank()]);
        rivers.chain(rest).collect()
    }

    /// The river whose day came first, if the day of any has come.
    pub(super) fn due(&self) -> Option<usize> {
        let rivers = self.rivers().iter().enumerate();
        let due = rivers.filter(|(_, river)| self.is_due(river));
        due.min_by_key(|(_, river)| river.next).map(|(at, _)| at)
    }

    pub(super) fn is_due(&self, river: &RiverLine) -> bool {
        river.next.is_some_and(|day| day <= self.today)
    }

    /// Looking at what became of the agreements, where a day for it has come.
    fn due_line(&self) -> Option<Offered> {
        let river = self.due().and_then(|at| self.rivers().get(at))?;
        Some(Offered {
            note: Some(self.titled_as(river)),
            ..self.option("due", Key::BankReturn)
        })
    }

    fn practices(&self, offered: &[Id]) -> Vec<Offered> {
        let offers = self.pack.offers.iter();
        let offers = offers.filter(|offer| offered.contains(&offer.id));
        let mut options: Vec<_> = offers.map(|offer| self.practice(offer)).collect();
        if self.mode == Mode::Solo {
            options.push(self.way("rehearse", Key::BankRehearse, Key::BankRehearseAbout));
        }
        if !self.rivers.is_empty() {
            options.push(self.to_bank());
        } else if self.mode == Mode::Solo {
            // Where there is no river yet, nothing comes before this page that could offer it.
            options.extend(self.way_of_two());
            options.push(self.way_of_room());
        }
        options
    }

    fn way_of_two(&self) -> Option<Offered> {
        let way = || self.way("together", Key::BankTogether, Key::BankTogetherAbout);
        self.two.as_ref().map(|_| way())
    }

    /// For one who shows floe to many. Two at a keyboard aren't offered it: they came for themselves.
    fn way_of_room(&self) -> Offered {
        self.way("room", Key::BankRoom, Key::BankRoomAbout)
    }

    fn way(&self, id: &str, text: Key, about: Key) -> Offered {
        Offered {
            note: Some(self.words().say(about, &[])),
            ..self.option(id, text)
        }
    }

    pub(super) fn to_bank(&self) -> Offered {
        self.option("bank", Key::RiverBack)
    }

    pub(super) fn option(&self, id: &str, text: Key) -> Offered {
        Offered {
            id: Id::new(id),
            text: self.words().say(text, &[]),
            note: None,
        }
    }

    fn practice(&self, offer: &Offer) -> Offered {
        let minutes = self
            .words()
            .say(Key::Minutes, &[("n", &offer.minutes.to_string())]);
        Offered {
            id: offer.id.clone(),
            text: format!("{}, {minutes}", offer.title),
            note: Some(offer.about.clone()),
        }
    }

    pub(super) fn titled_as(&self, river: &RiverLine) -> String {
        if river.title.is_empty() {
            self.words().say(Key::RiverUntitled, &[])
        } else {
            river.title.clone()
        }
    }

    fn river_lines(&self) -> impl Iterator<Item = Offered> {
        let rivers = self.rivers().iter().enumerate();
        rivers.map(|(at, river)| self.river_line(at, river))
    }

    fn river_line(&self, at: usize, river: &RiverLine) -> Offered {
        let words = self.words();
        let day = |day: Option<NaiveDate>| {
            day.map(|day| words.day(day, self.today))
                .unwrap_or_default()
        };
        let note = match (&river.under_way, river.next) {
            (Some((_, floe)), _) => words.say(
                Key::BankWasAt,
                &[("title", floe), ("day", &day(river.last))],
            ),
            (None, Some(next)) if next <= self.today => {
                words.say(Key::BankDue, &[("day", &day(river.next))])
            }
            (None, Some(_)) => words.say(Key::BankLookAgain, &[("day", &day(river.next))]),
            (None, None) if river.last.is_none() => words.say(Key::BankUnread, &[]),
            (None, None) => words.say(Key::BankRests, &[("day", &day(river.last))]),
        };
        Offered {
            id: Id::new(&format!("river{at}")),
            text: self.titled_as(river),
            note: Some(note),
        }
    }
}
