//! What is behind a river's page: read when the river is opened, and told in words here.

use crate::flow::{AgreementView, RiverView, YearView};
use crate::session::{Course, Outing, Year};
use crate::words::{Key, Words};
use chrono::NaiveDate;

/// How many letters of a month stand under the line.
const SHORT: usize = 3;

/// A river that was opened. For two people nothing that one of them crossed alone is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RiverPage {
    /// What its people are called, the first seat first.
    pub seats: Vec<String>,
    /// The outings, the earliest first.
    pub outings: Vec<Outing>,
    /// The agreements, the newest first.
    pub agreements: Vec<Agreed>,
    /// The day to look again.
    pub look_again: Option<NaiveDate>,
    /// The days named by agreements that aren't over.
    pub named: Vec<NaiveDate>,
    /// What was kept, an item a paragraph.
    pub kept: Vec<String>,
    /// Whether something of it can't be read.
    pub is_unread: bool,
    /// Whether other versions lie beside its files.
    pub has_copies: bool,
    /// Whether one can come back and look at what became of it.
    pub returns: bool,
    /// Whether the far bank can be let go.
    pub lets_go: bool,
    /// Whether it was let go on the last outing.
    pub is_let_go: bool,
    /// What has to stand behind a command so that it finds this home.
    pub home: String,
}

/// An agreement as a river's page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// The word for how it stands.
    pub stands: Key,
    /// The promise.
    pub text: String,
    /// The day that belongs to it.
    pub day: DayOf,
}

/// The day that belongs to an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOf {
    /// It holds until then.
    Until(NaiveDate),
    /// It stands as it does since then.
    Since(NaiveDate),
}

impl RiverPage {
    /// What a page shows of it, seen from a day.
    pub(super) fn view(&self, words: Words<'_>, today: NaiveDate) -> RiverView {
        let option = words.say(Key::RiverOutings, &[]);
        RiverView {
            year: self.year(words, today),
            told: self.told(words, today),
            to_come: self.to_come(words, today),
            earlier: words.say(Key::OutingsEarlier, &[("option", &option)]),
            agreements: self
                .agreements
                .iter()
                .map(|agreed| agreed.view(words, today))
                .collect(),
        }
    }

    fn year(&self, words: Words<'_>, today: NaiveDate) -> YearView {
        let year = Year::seen_from(today);
        let names = words.say(Key::Months, &[]);
        let names: Vec<&str> = names.split(',').map(str::trim).collect();
        let short = |month: usize| {
            names
                .get(month)
                .map(|name| name.chars().take(SHORT).collect())
        };
        let outing = |outing: &Outing| Some((year.place(outing.day)?, outing.together));
        YearView {
            days: Year::DAYS,
            today: year.place(today).unwrap_or_default(),
            outings: self.outings.iter().filter_map(outing).collect(),
            booked: self
                .booked(today)
                .iter()
                .filter_map(|(day, _)| year.place(*day))
                .collect(),
            months: year
                .months()
                .into_iter()
                .filter_map(|(place, month)| Some((place, short(month)?)))
                .collect(),
        }
    }

    /// The year's outings, a sentence each, the newest first.
    fn told(&self, words: Words<'_>, today: NaiveDate) -> Vec<String> {
        let year = Year::seen_from(today);
        let outings = self.outings.iter().rev();
        let outings = outings.filter(|outing| year.place(outing.day).is_some());
        outings
            .map(|outing| in_words(outing, words, today))
            .collect()
    }

    /// All outings there ever were, the newest first, and the days to come.
    pub(super) fn in_words(&self, words: Words<'_>, today: NaiveDate) -> Vec<String> {
        let outings = self.outings.iter().rev();
        let outings = outings.map(|outing| in_words(outing, words, today));
        outings.chain(self.to_come(words, today)).collect()
    }

    /// The days to come that the line has room for, and the day to look again wherever it lies.
    fn to_come(&self, words: Words<'_>, today: NaiveDate) -> Vec<String> {
        let year = Year::seen_from(today);
        let booked = self.booked(today).into_iter();
        let told =
            booked.filter(|(day, key)| year.place(*day).is_some() || *key == Key::OutingBooked);
        told.map(|(day, key)| words.say(key, &[("day", &words.day(day, today))]))
            .collect()
    }

    /// The days to come, the earliest first, each with what to say of it.
    fn booked(&self, today: NaiveDate) -> Vec<(NaiveDate, Key)> {
        let named = self.named.iter().map(|day| (*day, Key::OutingNamed));
        let look = self.look_again.map(|day| (day, Key::OutingBooked));
        let mut booked: Vec<_> = look.into_iter().chain(named).collect();
        booked.retain(|(day, _)| *day >= today);
        booked.sort_by_key(|(day, _)| *day);
        booked.dedup_by_key(|(day, _)| *day);
        booked
    }
}

impl Agreed {
    fn view(&self, words: Words<'_>, today: NaiveDate) -> AgreementView {
        let day = match self.day {
            DayOf::Until(day) => words.say(Key::AgreementUntil, &[("day", &words.day(day, today))]),
            DayOf::Since(day) => words.day(day, today),
        };
        AgreementView {
            stands: words.say(self.stands, &[]),
            text: self.text.clone(),
            day,
        }
    }
}

/// An outing in one quiet sentence.
fn in_words(outing: &Outing, words: Words<'_>, today: NaiveDate) -> String {
    let how = match &outing.course {
        Course::UnderWay(Some(floe)) => words.say(Key::OutingUnderWay, &[("floe", floe)]),
        Course::UnderWay(None) => words.say(Key::OutingOpen, &[]),
        Course::Landing => words.say(Key::OutingLanding, &[]),
        Course::Back(floe) => words.say(Key::OutingBack, &[("floe", floe)]),
        Course::Return => words.say(Key::OutingReturn, &[]),
        Course::LetGo => words.say(Key::OutingLetGo, &[]),
    };
    let who = if outing.together {
        Key::OutingTogether
    } else {
        Key::OutingAlone
    };
    let day = words.day(outing.day, today);
    words.say(who, &[("day", &day), ("how", &how)])
}
