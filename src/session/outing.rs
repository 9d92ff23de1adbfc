//! What a crossing was, for lists: its day, alone or together, how far. And the year on which those days lie.
//!
//! Nothing is counted here and nothing compared: to have turned back is told in the same words as to have landed.

use super::{Record, Stage};
use crate::content::Id;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Id of the practice in which somebody lets the far bank go.
pub const LETTING_GO: &str = "letting_go";

/// A crossing as it is told of afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outing {
    /// The day it began.
    pub day: NaiveDate,
    /// Whether two crossed together.
    pub together: bool,
    /// How it went.
    pub course: Course,
}

/// How a crossing went. All of them are of one rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Course {
    /// It is under way, and rests on a floe with this title, where it is known.
    UnderWay(Option<String>),
    /// As far as the landing.
    Landing,
    /// As far as the floe with this title, and back.
    Back(String),
    /// Somebody came back to see what became of the agreements.
    Return,
    /// The far bank was let go.
    LetGo,
}

impl Outing {
    /// Reads a crossing. `floes` are those of its practice in their order, each with its short title; the last one is
    /// the landing.
    #[must_use]
    pub fn of(record: &Record, floes: &[(Id, String)]) -> Self {
        let title = |id: &Id| {
            let floe = floes.iter().find(|(floe, _)| floe == id);
            floe.map(|(_, title)| title.clone())
        };
        let course = match &record.stage {
            Stage::Crossing { place, .. } => {
                Course::UnderWay(place.as_ref().and_then(|(floe, _)| title(floe)))
            }
            Stage::Landed { .. } if record.is_return_visit() => Course::Return,
            Stage::Landed { .. } if record.lets_go() => Course::LetGo,
            Stage::Landed { far, .. } => {
                let whole = floes.iter().rev().take(2);
                let back = far
                    .as_ref()
                    .filter(|far| whole.clone().all(|(floe, _)| floe != *far));
                // Older files don't say how far it went; every one of them came to the landing.
                back.and_then(title).map_or(Course::Landing, Course::Back)
            }
        };
        Self {
            day: record.header.started.day(),
            together: record.header.is_pair(),
            course,
        }
    }
}

impl Record {
    /// Whether the far bank was let go on it.
    #[must_use]
    pub fn lets_go(&self) -> bool {
        self.header.practice == LETTING_GO
    }
}

/// A year of days, on which outings are drawn; it ends one month after the day it is seen from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    from: NaiveDate,
}

impl Year {
    /// How many days a year has, each one a place on the line.
    pub const DAYS: u16 = 366;

    /// The year seen from a day.
    #[must_use]
    pub fn seen_from(day: NaiveDate) -> Self {
        Self::ending(day.checked_add_months(Months::new(1)).unwrap_or(day))
    }

    /// The year whose last day this is.
    #[must_use]
    pub fn ending(last: NaiveDate) -> Self {
        let before = Days::new(u64::from(Self::DAYS) - 1);
        Self {
            from: last.checked_sub_days(before).unwrap_or(last),
        }
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.from
    }

    /// The place of a day: 0 is the year's first, [`Self::DAYS`] less one its last. None for days outside.
    #[must_use]
    pub fn place(self, day: NaiveDate) -> Option<u16> {
        let days = u16::try_from((day - self.from).num_days()).ok()?;
        (days < Self::DAYS).then_some(days)
    }

    /// The months of the year, each by its number from 0, with the place where it begins. The first one has begun
    /// before the year did, unless the two begin on one day.
    #[must_use]
    pub fn months(self) -> Vec<(u16, usize)> {
        let mut months = vec![(0, self.from.month0() as usize)];
        let mut first = self.from.with_day(1);
        while let Some(next) = first.and_then(|first| first.checked_add_months(Months::new(1))) {
            let Some(place) = self.place(next) else { break };
            months.push((place, next.month0() as usize));
            first = Some(next);
        }
        months
    }
}

#[cfg(test)]
mod tests {
    use super::super::{FORMAT, Header, Item};
    use super::*;
    use crate::content::Mode;
    use crate::time::Moment;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn floes() -> Vec<(Id, String)> {
        ["near", "listening", "thanks", "landing"]
            .map(|id| (Id::new(id), id.to_uppercase()))
            .to_vec()
    }

    fn record(practice: &str, stage: Stage) -> Record {
        Record {
            format: FORMAT,
            rev: 1,
            header: Header {
                id: "m2hd4vt".to_owned(),
                river: None,
                title: None,
                me: None,
                other: None,
                practice: Id::new(practice),
                pack: Id::new("floe"),
                language: "en".to_owned(),
                mode: Mode::Pair,
                started: Moment(day(5, 12).and_hms_opt(14, 2, 0).unwrap()),
                first_visit: false,
                seed: 7,
                brought: Vec::new(),
            },
            stage,
        }
    }

    fn landed(far: Option<&str>) -> Stage {
        Stage::Landed {
            ended: Moment(day(5, 13).and_hms_opt(0, 2, 0).unwrap()),
            kept: Vec::<Item>::new(),
            next: None,
            far: far.map(Id::new),
        }
    }

    fn course(practice: &str, stage: Stage) -> Course {
        Outing::of(&record(practice, stage), &floes()).course
    }

    #[test]
    fn how_far_it_went_is_told_from_the_last_floe_before_the_landing() {
        let back = Course::Back("LISTENING".to_owned());
        assert_eq!(course("crossing", landed(Some("listening"))), back);
        for far in [
            None,
            Some("thanks"),
            Some("landing"),
            Some("of another pack"),
        ] {
            assert_eq!(course("crossing", landed(far)), Course::Landing, "{far:?}");
        }
    }

    #[test]
    fn a_return_a_letting_go_and_a_rest_are_told_as_what_they_are() {
        assert_eq!(course("return", landed(Some("near"))), Course::Return);
        assert_eq!(course(LETTING_GO, landed(Some("near"))), Course::LetGo);
        let resting = |floe: &str| Stage::Crossing {
            place: Some((Id::new(floe), Id::new("step"))),
            events: Vec::new(),
            drafts: Vec::new(),
        };
        let title = Some("NEAR".to_owned());
        assert_eq!(course("return", resting("near")), Course::UnderWay(title));
        assert_eq!(course("crossing", resting("gone")), Course::UnderWay(None));
        let outing = Outing::of(&record("return", landed(None)), &floes());
        assert_eq!((outing.day, outing.together), (day(5, 12), true));
    }

    #[test]
    fn the_year_ends_a_month_ahead_and_knows_no_other_days() {
        for (month, of) in [(1, 31), (2, 28), (6, 15), (12, 31)] {
            let today = day(month, of);
            let year = Year::seen_from(today);
            let end = today + Months::new(1);
            assert_eq!(year.place(end), Some(Year::DAYS - 1));
            assert_eq!(year.place(end + Days::new(1)), None);
            assert_eq!(year.place(end - Days::new(365)), Some(0));
            assert_eq!(year.place(end - Days::new(366)), None);
            let months = year.months();
            assert!(months.windows(2).all(|pair| pair[0].0 < pair[1].0));
            assert!((12..=13).contains(&months.len()), "{months:?}");
        }
    }

    #[test]
    fn months_begin_where_their_first_day_lies() {
        let year = Year::seen_from(day(6, 15));
        // From 15 July of the year before.
        let months = year.months();
        assert_eq!(months.first(), Some(&(0, 6)));
        assert_eq!(months.get(1), Some(&(17, 7)));
        assert_eq!(
            months.last(),
            year.place(day(7, 1)).map(|at| (at, 6)).as_ref()
        );
    }
}
