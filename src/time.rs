//! Moments and days as data. Nothing here knows what time it is now.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// A moment in local time, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub NaiveDateTime);

impl Moment {
    /// The day it falls on.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.0.date()
    }

    /// So many seconds later.
    #[must_use]
    pub fn later(self, seconds: u16) -> Self {
        let later = self
            .0
            .checked_add_signed(TimeDelta::seconds(seconds.into()));
        Self(later.unwrap_or(self.0))
    }

    /// How many seconds it lies after another moment; 0 if it lies before.
    #[must_use]
    pub fn seconds_after(self, other: Self) -> u64 {
        let seconds = (self.0 - other.0).num_seconds();
        u64::try_from(seconds).unwrap_or(0)
    }

    /// Hours and minutes, as in `14:02`.
    #[must_use]
    pub fn hour(self) -> String {
        self.0.format("%H:%M").to_string()
    }
}

/// The first date written as `2026-12-05` in a line of plain words, if there is one.
#[must_use]
pub fn day_in(text: &str) -> Option<NaiveDate> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '-'))
        .filter(|word| word.len() == 10)
        .find_map(|word| NaiveDate::parse_from_str(word, "%Y-%m-%d").ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_found_among_plain_words() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 5);
        assert_eq!(day_in("Saturday (2026-12-05), after breakfast"), day);
        assert_eq!(day_in("in two weeks"), None);
        assert_eq!(day_in("2026-13-40"), None);
    }
}
