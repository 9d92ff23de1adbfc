//! Every sentence the program itself says: a key and its arguments become words from the pack.
//!
//! The sentences live in `content/LANGUAGE/words.ron`. A pack that lacks one is told so by `floe check`;
//! should one be missing all the same, its key stands in its place.

mod keys;
mod naming;

pub use keys::{KEYS, Key};

use crate::content::{Catalogue, Pack};
use chrono::{Datelike, NaiveDate};

/// The sentences of a pack.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a>(&'a Catalogue);

impl<'a> Words<'a> {
    /// The sentences of this pack.
    #[must_use]
    pub const fn of(pack: &'a Pack) -> Self {
        Self(&pack.words)
    }

    /// A sentence with its blanks filled: `{name}` becomes the argument of that name.
    #[must_use]
    pub fn say(&self, key: Key, arguments: &[(&str, &str)]) -> String {
        let sentence = self.0.get(key.name());
        match (sentence, arguments) {
            (Some(sentence), []) => sentence,
            (Some(sentence), _) => fill(&sentence, arguments),
            (None, _) => key.name().to_owned(),
        }
    }

    /// A day as people say it, seen from another day: the year is named only where it differs.
    #[must_use]
    pub fn day(&self, day: NaiveDate, today: NaiveDate) -> String {
        let months = self.say(Key::Months, &[]);
        let month = months
            .split(',')
            .nth(day.month0() as usize)
            .unwrap_or_default()
            .trim();
        let (date, year) = (day.day().to_string(), day.year().to_string());
        let key = if day.year() == today.year() {
            Key::Day
        } else {
            Key::DayOfYear
        };
        self.say(key, &[("day", &date), ("month", month), ("year", &year)])
    }

    /// Whether an answer says yes or no: in the words of this pack, a beginning of one of them, or in English.
    #[must_use]
    pub fn yes_or_no(&self, answer: &str) -> Option<bool> {
        let answer = in_a_hurry(answer);
        let [yes, no] = [Key::Yes, Key::No].map(|key| in_a_hurry(&self.say(key, &[])));
        let begins = |word: &str| !answer.is_empty() && word.starts_with(&answer);
        match (begins(&yes), begins(&no)) {
            (true, true) => None,
            (false, false) if begins("yes") => Some(true),
            (false, false) if begins("no") => Some(false),
            (yes, no) => (yes || no).then_some(yes),
        }
    }

    /// A text of several paragraphs, which stand in one sentence of the catalogue with empty lines between.
    #[must_use]
    pub fn paragraphs(&self, key: Key) -> Vec<String> {
        self.say(key, &[])
            .split("\n\n")
            .map(|paragraph| paragraph.trim().to_owned())
            .collect()
    }
}

/// A word in small letters, without the marks that are left out on other keyboards.
fn in_a_hurry(word: &str) -> String {
    let plain = |letter| match letter {
        '\u{e0}'..='\u{e5}' => 'a',
        '\u{e8}'..='\u{eb}' => 'e',
        '\u{ec}'..='\u{ef}' => 'i',
        '\u{f2}'..='\u{f6}' => 'o',
        '\u{f9}'..='\u{fc}' => 'u',
        other => other,
    };
    word.trim().to_lowercase().chars().map(plain).collect()
}

/// Fills `{name}` blanks. What an argument contains is never read as a blank again.
#[must_use]
pub fn fill(sentence: &str, arguments: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = arguments.iter().find(|(argument, _)| *argument == name)?;
            Some((value, tail))
        });
        match named {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_once() {
        assert_eq!(
            fill("{a} and {b}", &[("a", "{b}"), ("b", "x")]),
            "{b} and x"
        );
        assert_eq!(fill("no {such} blank", &[]), "no {such} blank");
        assert_eq!(fill("an open { brace", &[]), "an open { brace");
    }

    #[test]
    fn yes_and_no_are_heard_in_two_languages() {
        let said = |yes: &str, no: &str, answer: &str| {
            let own = [(Key::Yes, yes), (Key::No, no)];
            Words(&Catalogue::from(own.map(|(key, word)| (key.name(), word)))).yes_or_no(answer)
        };
        for yes in ["s", "S\u{cd}", " si", "y", "Yes"] {
            assert_eq!(said("s\u{ed}", "no", yes), Some(true), "{yes}");
        }
        for no in ["n", "No", "nei"] {
            assert_eq!(said("ja", "nein", no), Some(false), "{no}");
        }
        for neither in ["", " ", "x", "sin", "yess"] {
            assert_eq!(said("s\u{ed}", "no", neither), None, "{neither}");
        }
        assert_eq!(said("nu", "nje", "n"), None);
        assert_eq!(said("nu", "nje", "nu"), Some(true));
    }

    #[test]
    fn no_two_sentences_share_a_name() {
        let mut names = KEYS.to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), KEYS.len());
    }
}
