//! Whole crossings, answered with words and with silence.

use crate::support::answers::{fluent, option, silent, walk};
use crate::support::walker::Walker;
use crate::support::{folder, run};
use std::collections::BTreeSet;
use tempfile::tempdir;

const PRACTICES: [&str; 5] = [
    "crossing",
    "before_a_talk",
    "just_the_sorry",
    "one_agreement",
    "im_the_one_hurting",
];
const NAMES: [&str; 5] = ["--line", "--me", "Sam", "--other", "Noor"];

fn args(practice: &str) -> Vec<&str> {
    [&["practise", practice], &NAMES[..]].concat()
}

/// Every marker in a text, such as `ZQ17.`.
fn markers(text: &str) -> BTreeSet<String> {
    let found = text.split("ZQ").skip(1).filter_map(|rest| {
        let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
        (!number.is_empty()).then_some(number)
    });
    found.collect()
}

#[test]
fn every_practice_answered_with_words_lands_and_keeps_what_was_to_be_kept_and_nothing_else() {
    for practice in PRACTICES {
        let home = tempdir().unwrap();
        let mut walker = Walker::piped(home.path(), &args(practice));
        walk(&mut walker, fluent("ZQ"), |_| false);
        let ran = walker.ends();
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{practice}");
        assert!(ran.out.contains("You've landed."), "{practice}");
        let (id, file) = folder::only_crossing(home.path());
        assert!(
            !file.contains("events") && !file.contains("Answered"),
            "{file}"
        );
        let shown = run(home.path(), &["show", &id], "").out;
        assert_eq!(markers(&file), markers(&shown), "{practice}");
        assert!(!markers(&file).is_empty(), "{practice}");
        let kept: serde_json::Value =
            serde_json::from_str(&run(home.path(), &["show", &id, "--json"], "").out).unwrap();
        for item in kept["kept"].as_array().unwrap() {
            let kind = item["kind"].as_str().unwrap();
            let usual = ["agreement", "thanks", "look_again", "carry", "memory"];
            assert!(usual.contains(&kind), "{practice}: {item}");
        }
        let mut names: Vec<_> = folder::files(home.path())
            .into_iter()
            .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
            .collect();
        names.sort();
        let mut own = [
            "index.ron".to_owned(),
            format!("{id}.ron"),
            format!("{id}.ron.lock"),
            "river.ron".to_owned(),
        ];
        own.sort();
        assert_eq!(names, own, "{practice}");
    }
}

#[test]
fn every_practice_answered_with_silence_comes_to_its_end() {
    for practice in PRACTICES {
        let dir = tempdir().unwrap();
        let home = dir.path().join("home");
        let mut walker = Walker::piped(&home, &args(practice));
        walk(&mut walker, silent, |_| false);
        let ran = walker.ends();
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{practice}");
        assert!(
            ran.out.contains("You've come to the last step."),
            "{practice}"
        );
        assert!(!home.exists(), "{practice}");
    }
}

#[test]
fn nothing_is_kept_by_enter_alone() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &args("one_agreement"));
    let mut words = fluent("ZQ");
    let answer = |asked: &crate::support::walker::Asked| {
        if asked.text.contains("What would you like to keep?")
            || asked.text.contains("Which of it stays")
            || asked.text.contains("Ready to land?")
        {
            return String::new();
        }
        words(asked)
    };
    walk(&mut walker, answer, |_| false);
    let ran = walker.ends();
    assert_eq!(ran.code, 0);
    assert!(
        ran.out.contains("Nothing was chosen to keep or to melt"),
        "{}",
        ran.out
    );
    assert!(folder::only_crossing(home.path()).1.contains("Crossing("));
}

#[test]
fn items_are_kept_or_melted_one_by_one() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &args("one_agreement"));
    let stopped = walk(&mut walker, fluent("ZQ"), |asked| {
        asked.text.contains("What would you like to keep?")
    });
    assert!(stopped);
    // The question was read while walking there, and it is answered by its number.
    let list = walker.say("3");
    assert_eq!(list.tag, "choose any");
    assert!(!list.text.contains(". keep, "), "{}", list.text);
    let thanks = list
        .text
        .lines()
        .find(|line| line.contains("melt, thanks: "))
        .unwrap();
    let number = thanks.split_once('.').unwrap().0.to_owned();
    let changed = walker.say(&number);
    assert!(
        changed.text.contains(&format!("{number}. keep, thanks: ")),
        "{}",
        changed.text
    );
    let wrong = walker.say("99");
    assert!(wrong.text.contains("That isn't one of the numbers"));
    let ready = walker.say("");
    walker.say(&option(&ready, "land now").unwrap());
    walker.line("");
    assert_eq!(walker.ends().code, 0);
    let (id, file) = folder::only_crossing(home.path());
    assert_eq!(markers(&file).len(), 1, "{file}");
    let shown = run(home.path(), &["show", &id], "").out;
    assert_eq!(shown.matches("thanks: ZQ").count(), 1, "{shown}");
}

#[test]
fn a_second_crossing_with_the_same_names_lies_on_the_same_river() {
    let home = tempdir().unwrap();
    for _ in 0..2 {
        let mut walker = Walker::piped(home.path(), &args("one_agreement"));
        walk(&mut walker, fluent("ZQ"), |asked| {
            asked.text.contains("Floe 3 of 5")
        });
        walker.end();
    }
    // The same names given on the way, and with spaces around them.
    let mut other = args("one_agreement");
    other[4] = " Sam ";
    let mut walker = Walker::piped(home.path(), &other);
    walk(&mut walker, fluent("ZQ"), |asked| {
        asked.text.contains("Floe 3 of 5")
    });
    walker.end();
    let rivers: serde_json::Value =
        serde_json::from_str(&run(home.path(), &["rivers", "--json"], "").out).unwrap();
    assert_eq!(rivers.as_array().unwrap().len(), 1, "{rivers}");
    assert_eq!(rivers[0]["crossings"].as_array().unwrap().len(), 3);
}

#[test]
fn a_short_track_reads_as_it_should() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &args("im_the_one_hurting"));
    let mut told = 0;
    let answer = |asked: &crate::support::walker::Asked| {
        told += 1;
        match asked.tag.as_str() {
            "enter" => String::new(),
            "choose any" if asked.text.contains(". keep, ") => String::new(),
            "choose any" => "2, like a stone".to_owned(),
            "line" if asked.text.contains("A date like") => "Saturday, 2026-12-05".to_owned(),
            "line" => format!("A short answer, number {told}."),
            "words" => format!("The first line of answer {told}.\nAnd a second one.\n"),
            _ => option(asked, "land now").unwrap_or_else(|| "1".to_owned()),
        }
    };
    walk(&mut walker, answer, |_| false);
    let ran = walker.ends();
    let (id, _) = folder::only_crossing(home.path());
    let river = folder::crossings(home.path())[0]
        .parent()
        .unwrap()
        .to_owned();
    let text = ran
        .out
        .replace(river.to_str().unwrap(), "FOLDER")
        .replace(home.path().to_str().unwrap(), "HOME")
        .replace(&id, "ID");
    insta::with_settings!({ snapshot_path => "transcripts", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("im_the_one_hurting", text);
    });
}
