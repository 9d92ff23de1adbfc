//! The world as floe sees it: a clock, chance, and a shelf for crossings. Tests bring their own.

use crate::content::Mode;
use crate::session::{Record, River};
use crate::time::Moment;
use chrono::{DateTime, Local, Timelike};
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::time::{Duration, Instant, SystemTime};

/// Everything a crossing needs from outside.
pub struct Env {
    /// What time it is.
    pub clock: Box<dyn Clock>,
    /// Where chance comes from.
    pub entropy: Box<dyn Entropy>,
    /// Where crossings are kept.
    pub shelf: Box<dyn Shelf>,
}

/// Tells the time.
pub trait Clock {
    /// Now, in local time, to the second.
    fn now(&self) -> Moment;
}

/// Brings chance in, as data.
pub trait Entropy {
    /// Eight bytes nobody could have known.
    fn draw(&mut self) -> u64;
}

/// Where one crossing is kept while it is under way. Saving happens elsewhere: these calls don't wait for the disk.
pub trait Shelf {
    /// The river this crossing belongs to: the one asked for, else the one river with these names (and this title,
    /// if there is one), else a new one of the id given.
    fn river_for(&mut self, wanted: &Wanted<'_>) -> River;
    /// Hands a version over to be saved.
    fn keep(&mut self, record: &Record, river: &River);
    /// Rewrites the crossing as landed, and lets its older versions melt.
    fn land(&mut self, record: &Record, river: &River);
    /// Removes what was saved of this crossing.
    fn remove(&mut self, record: &Record);
    /// Waits until everything handed over is saved or refused; false after about five seconds.
    fn settle(&mut self) -> bool;
    /// How the last save went.
    fn status(&self) -> Status;
    /// Where the files lie, for people.
    fn whereabouts(&self) -> String;
    /// How many bytes can still be written there, where that is little.
    fn little_room(&self) -> Option<u64> {
        None
    }
    /// What has to stand behind a command so that it finds this shelf: ` --home DIR`, or nothing.
    fn flag(&self) -> String {
        String::new()
    }
}

/// What is known about the river a crossing belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// One person or two: two people are shown only rivers they have crossed together.
    pub mode: Mode,
    /// Its id, if one was asked for.
    pub id: Option<&'a str>,
    /// The id of a new one.
    pub new_id: &'a str,
    /// Its title, if somebody gave it one.
    pub title: Option<&'a str>,
    /// The name of the person at the keyboard.
    pub me: Option<&'a str>,
    /// The name of the other person.
    pub other: Option<&'a str>,
}

/// How saving stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// Nothing was handed over yet.
    Idle,
    /// A save is on its way.
    Saving,
    /// The last one is durable.
    Saved,
    /// The last one is in its place, but the disk has not confirmed it.
    Unconfirmed,
    /// Somebody else changed the file; ours lies beside it.
    Beside,
    /// The last one failed; the words are still here.
    Failed(String),
}

/// The clock on the wall.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wall;

impl Clock for Wall {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the time is asked for"
    )]
    fn now(&self) -> Moment {
        // Unlike `Local::now` this has an answer before 1970 as well, where clocks without a battery begin.
        let now = DateTime::<Local>::from(SystemTime::now()).naive_local();
        Moment(now.with_nanosecond(0).unwrap_or(now))
    }
}

/// The day a moment of the system's falls on, in local time.
#[must_use]
pub fn day_of(time: SystemTime) -> chrono::NaiveDate {
    DateTime::<Local>::from(time).date_naive()
}

/// How long something has been going on. It tells nothing of the day.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    #[must_use]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Since it was started.
    #[must_use]
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// Chance from the operating system, by way of the standard library's hash keys.
#[derive(Debug, Clone, Copy, Default)]
pub struct Os;

impl Entropy for Os {
    fn draw(&mut self) -> u64 {
        RandomState::new().build_hasher().finish()
    }
}

/// Whether the surroundings ask for plain lines by `ACCESSIBLE`.
#[must_use]
pub fn wants_lines() -> bool {
    variable("ACCESSIBLE").is_some_and(|value| !["", "0", "false"].contains(&value.as_str()))
}

/// Whether the terminal, by its name in `TERM`, can't move its cursor, or nobody knows.
#[must_use]
pub fn has_plain_terminal() -> bool {
    variable("TERM").is_none_or(|term| term.is_empty() || term == "dumb" || term == "unknown")
}

/// Whether the surroundings ask for no colour (no-color.org).
#[must_use]
pub fn no_color() -> bool {
    variable("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The locale of sentences, as POSIX names it: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
#[must_use]
pub fn locale() -> Option<String> {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    named.filter_map(variable).find(|value| !value.is_empty())
}

/// Whether the locale names an encoding of letters other than UTF-8: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is
/// set. Where none is, nobody knows, and most terminals show UTF-8.
#[must_use]
pub fn has_other_letters() -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter();
    let named = named.filter_map(variable).find(|value| !value.is_empty());
    named.is_some_and(|locale| !is_utf8(&locale))
}

/// Whether a locale, as POSIX names it, has its letters in UTF-8.
fn is_utf8(locale: &str) -> bool {
    let encoding = locale.split_once('.').map_or("", |(_, encoding)| encoding);
    let encoding = encoding.split('@').next().unwrap_or_default();
    ["utf-8", "utf8"].contains(&encoding.to_ascii_lowercase().as_str())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the environment is read"
)]
/// A variable of the surroundings.
#[must_use]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_says_how_its_letters_are_written() {
        for locale in ["C.UTF-8", "de_DE.utf8", "en_AU.UTF-8@euro"] {
            assert!(is_utf8(locale), "{locale}");
        }
        for locale in ["C", "POSIX", "de_DE", "de_DE.ISO-8859-1", "es_ES@euro"] {
            assert!(!is_utf8(locale), "{locale}");
        }
    }
}
