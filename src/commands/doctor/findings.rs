//! What looks wrong, in two sentences each: what it is, and what to do next.

use super::{Report, place};
use crate::commands::failure::why;
use crate::store::checkup::Wrong;
use crate::store::home::HomeError;
use crate::words::{Key, Words};
use std::path::Path;

/// So many files are named at once; the next look names others.
const MOST: usize = 10;

/// One thing that looks wrong.
pub(super) struct Finding {
    /// Its stable name in JSON.
    pub(super) kind: &'static str,
    /// The files it is about, by their names below the home.
    pub(super) files: Vec<String>,
    /// What it is.
    pub(super) what: String,
    /// What to do next.
    pub(super) next: String,
}

impl Finding {
    fn new(kind: &'static str, words: Words<'_>, key: Key, blanks: &[(&str, &str)]) -> Self {
        let said = words.say(key, blanks);
        let (what, next) = said.split_once('\n').unwrap_or((&said, ""));
        Self {
            kind,
            files: Vec::new(),
            what: what.to_owned(),
            next: next.to_owned(),
        }
    }
}

/// Everything that looks wrong.
pub(super) fn of(report: &Report, words: Words<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if let (Some(folder), None) = (&report.pack_folder, &report.pack) {
        let (path, typed) = (place::shown(folder), place::typed(folder, ""));
        let blanks = [("path", path.as_str()), ("typed", &typed)];
        found.push(Finding::new("pack", words, Key::DoctorPackBad, &blanks));
    }
    if report.packs.1 > 0 {
        let n = report.packs.1.to_string();
        found.push(Finding::new(
            "packs",
            words,
            Key::DoctorPacksBad,
            &[("n", &n)],
        ));
    }
    match &report.home {
        Err(error) => found.push(unusable(error, words)),
        Ok((home, seen)) => {
            found.extend(seen.unusable.as_ref().map(|error| unusable(error, words)));
            let wrong = seen.wrong.iter();
            found.extend(wrong.map(|(wrong, files)| told(*wrong, files, home.root(), words)));
        }
    }
    found
}

fn unusable(error: &HomeError, words: Words<'_>) -> Finding {
    let say = |kind, key, path: &Path, why: &str| {
        let (path, typed) = (place::shown(path), place::typed(path, ""));
        let blanks = [("path", path.as_str()), ("typed", &typed), ("why", why)];
        Finding::new(kind, words, key, &blanks)
    };
    match error {
        HomeError::Nowhere => Finding::new("home_nowhere", words, Key::DoctorNowhere, &[]),
        HomeError::NotAFolder(path) => say("home_not_a_folder", Key::DoctorNoFolder, path, ""),
        HomeError::OpenToAll(path) => say("home_open_to_all", Key::DoctorOpenToAll, path, ""),
        HomeError::Disk { path, source } => {
            let why = why(words, source.kind());
            say("home_refused", Key::DoctorRefusedHome, path, &why)
        }
    }
}

fn told(wrong: Wrong, files: &[String], root: &Path, words: Words<'_>) -> Finding {
    let (kind, key) = named(wrong);
    let shown = |file: &String| match file.as_str() {
        "" => place::shown(root),
        below => below.to_owned(),
    };
    let mut list: Vec<String> = files.iter().take(MOST).map(shown).collect();
    let typed: Vec<String> = files
        .iter()
        .take(MOST)
        .map(|file| place::typed(root, file))
        .collect();
    if let Some(left @ 1..) = files.len().checked_sub(MOST) {
        list.push(words.say(Key::More, &[("n", &left.to_string())]));
    }
    let blanks = [
        ("files", list.join(", ")),
        ("typed", typed.join(" ")),
        ("home", place::typed(root, "")),
    ];
    let blanks = blanks
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    Finding {
        files: files.iter().map(shown).collect(),
        ..Finding::new(kind, words, key, &blanks)
    }
}

/// The name in JSON, and the sentences.
fn named(wrong: Wrong) -> (&'static str, Key) {
    match wrong {
        Wrong::OpenToOthers => ("open_to_others", Key::DoctorOpenToOthers),
        Wrong::NotYours => ("not_yours", Key::DoctorNotYours),
        Wrong::Refused => ("refused", Key::DoctorRefused),
        Wrong::NotAFile => ("not_a_file", Key::DoctorNotAFile),
        Wrong::TooLarge => ("too_large", Key::DoctorTooLarge),
        Wrong::Damaged => ("damaged", Key::DoctorDamaged),
        Wrong::Newer => ("newer", Key::DoctorNewer),
        Wrong::SetAside => ("set_aside", Key::DoctorSetAside),
        Wrong::Copies => ("copies", Key::DoctorCopies),
        Wrong::Leftover => ("leftover", Key::DoctorLeftover),
        Wrong::Untrue => ("untrue_index", Key::DoctorUntrue),
        Wrong::HalfTurned => ("half_turned", Key::DoctorHalfTurned),
        Wrong::NoKey => ("no_key", Key::DoctorNoKey),
        Wrong::NoSpareKey => ("no_spare_key", Key::DoctorNoSpareKey),
        Wrong::NotSealed => ("not_sealed", Key::DoctorNotSealed),
        Wrong::LittleSpace => ("little_space", Key::DoctorLittleSpace),
    }
}
