//! Words to pick from, the sentences of the program, and the safety page.

use super::{documents::Document, references, report::Report};
use crate::content::{
    diagnostic::{legible, quoted},
    located::Located,
    schema::{Help, List, Words},
    source::File,
};
use std::collections::BTreeSet;

/// A list: no word twice, no group empty, and story-words that lead to words of the list.
pub(super) fn check(list: &Document<'_, List>, report: &mut Report) {
    let mut seen = BTreeSet::new();
    for group in &list.value.groups {
        if group.words.is_empty() {
            report.at(
                list.file,
                &group.id,
                "there are no words in this group",
                None,
            );
        }
        for word in &group.words {
            once(list.file, word, &mut seen, report);
        }
    }
    if list.value.groups.is_empty() {
        report.at(
            list.file,
            &list.value.id,
            "there is nothing to pick in this list",
            None,
        );
    }
    let mut stories = BTreeSet::new();
    for story in &list.value.stories {
        once(list.file, &story.word, &mut stories, report);
        for near in story
            .near
            .iter()
            .filter(|near| !seen.contains(&near.to_lowercase()))
        {
            let what = format!("{} isn't a word of this list", quoted(near));
            report.no_such(
                list.file,
                near,
                what,
                "its words",
                references::words(&list.value),
            );
        }
    }
}

fn once(file: &File, word: &Located<String>, seen: &mut BTreeSet<String>, report: &mut Report) {
    if !seen.insert(word.to_lowercase()) {
        report.at(
            file,
            word,
            format!("{} is in this list already", quoted(word)),
            None,
        );
    }
}

/// The program's sentences: exactly those it says.
pub(super) fn words(words: &Document<'_, Words>, keys: &[&str], report: &mut Report) {
    let mut seen = BTreeSet::new();
    for (key, _) in &words.value.words.0 {
        if !keys.contains(&key.as_str()) {
            let what = format!("floe has no sentence called {}", quoted(key));
            report.no_such(words.file, key, what, "it says", keys.iter().copied());
        } else if !seen.insert(key.as_str()) {
            report.at(
                words.file,
                key,
                format!("there are two sentences called {}", quoted(key)),
                None,
            );
        }
    }
    let missing: Vec<&str> = keys
        .iter()
        .copied()
        .filter(|key| !seen.contains(key))
        .collect();
    if !missing.is_empty() {
        let what = match missing.len() {
            1 => "a sentence is missing".to_owned(),
            many => format!("{many} sentences are missing"),
        };
        let names = legible(&missing.join(", "), 400);
        report.at(
            words.file,
            &words.value.words,
            what,
            format!("floe also says: {names}."),
        );
    }
}

/// The safety page: something on it, and days that are days.
pub(super) fn help(help: &Document<'_, Help>, report: &mut Report) {
    if help.value.safety.is_empty() {
        report.at(
            help.file,
            &help.value.unconfirmed,
            "the safety page is empty",
            None,
        );
    }
    for day in help
        .value
        .lines
        .iter()
        .filter_map(|line| line.checked_on.as_ref())
    {
        if day.parse::<chrono::NaiveDate>().is_err() {
            let what = format!("{} isn't a day", quoted(day));
            report.at(
                help.file,
                day,
                what,
                "a day is written year-month-day: 2026-11-23.".to_owned(),
            );
        }
    }
}
