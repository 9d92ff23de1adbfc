//! Half an answer: what is kept of it, how it comes back, and what an empty line does with it.

use crate::support::answers::{MELTS, fluent, past_the_private_questions};
use crate::support::folder;
use crate::support::walker::{Asked, Walker};
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::tempdir;

const TALK: [&str; 7] = [
    "practise",
    "one_agreement",
    "--line",
    "--me",
    "Sam",
    "--other",
    "Noor",
];
const CROSSING: [&str; 6] = ["practise", "--line", "--me", "Sam", "--other", "Noor"];
const RESUME: [&str; 2] = ["resume", "--line"];

/// A crossing at its first question for several lines of words that are kept.
fn at_words(home: &Path) -> Walker {
    let mut walker = Walker::piped(home, &CROSSING);
    let mut answer = fluent("w");
    loop {
        let asked = walker.ask();
        if asked.tag == "words" && !asked.text.contains(MELTS) && !asked.text.contains("So far:") {
            return walker;
        }
        let reply = answer(&asked);
        walker.line(&reply);
    }
}

/// The first question of a crossing that is taken up again.
fn resumed(home: &Path) -> (Walker, Asked) {
    let mut walker = Walker::piped(home, &RESUME);
    let asked = walker.ask();
    (walker, asked)
}

/// What is on disk of the one crossing; nothing while its file isn't there yet.
fn saved(home: &Path) -> String {
    let found = folder::crossings(home);
    let text = found
        .first()
        .and_then(|path| std::fs::read_to_string(path).ok());
    text.unwrap_or_default()
}

#[test]
fn the_end_of_the_input_keeps_the_half_typed_line_and_says_how_to_come_back() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &TALK);
    past_the_private_questions(&mut walker);
    walker.keys("pay half on the");
    let ran = walker.end();
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let (id, text) = folder::only_crossing(home.path());
    let home_flag = format!("--home {}", home.path().display());
    assert!(ran.out.ends_with(&format!(
        "To come back to this very page: floe resume {id} {home_flag}\n"
    )));
    assert!(text.contains("text: \"pay half on the\""), "{text}");

    let (mut walker, asked) = resumed(home.path());
    assert!(
        asked.text.contains("So far:\npay half on the\n"),
        "{}",
        asked.text
    );
    walker.say("");
    walker.end();
    assert!(saved(home.path()).contains("Words(\"pay half on the\")"));
}

#[test]
fn a_draft_is_dropped_by_pass_and_replaced_by_new_words() {
    for (typed, kept) in [("/pass", None), ("new words", Some("Words(\"new words\")"))] {
        let home = tempdir().unwrap();
        let mut walker = Walker::piped(home.path(), &TALK);
        past_the_private_questions(&mut walker);
        walker.keys("old words");
        walker.end();
        let (mut walker, _) = resumed(home.path());
        walker.say(typed);
        walker.end();
        let text = saved(home.path());
        assert!(!text.contains("old words"), "{text}");
        assert!(kept.is_none_or(|kept| text.contains(kept)), "{text}");
    }
}

#[test]
fn a_half_typed_number_is_taken_up_by_an_empty_line_too() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &TALK);
    past_the_private_questions(&mut walker);
    let mut asked = walker.say("x");
    while !asked.tag.starts_with("choose 1-") {
        asked = walker.say("");
    }
    walker.keys("2");
    walker.end();
    let (mut walker, again) = resumed(home.path());
    assert_eq!(again.tag, asked.tag);
    assert!(again.text.contains("So far:\n2\n"), "{}", again.text);
    walker.say("");
    walker.end();
    let text = saved(home.path());
    assert!(text.trim_end().contains("Chose("), "{text}");
    assert!(
        !text.contains("Passed(\n                seat: First,\n                ask: \"spoken\"")
    );
}

#[test]
fn half_an_action_is_no_part_of_an_answer() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &TALK);
    past_the_private_questions(&mut walker);
    walker.keys("kept words");
    walker.end();
    let (mut walker, _) = resumed(home.path());
    walker.keys("/lea");
    walker.end();
    let (walker, asked) = resumed(home.path());
    assert!(
        asked.text.contains("So far:\nkept words\n"),
        "{}",
        asked.text
    );
    walker.end();
    assert!(!folder::holds(home.path(), "/lea"));
}

#[test]
fn several_lines_end_with_an_empty_one_and_actions_keep_the_words_so_far() {
    let home = tempdir().unwrap();
    let mut walker = at_words(home.path());
    walker.line("first line");
    let why = walker.say("/why");
    assert!(why.text.contains("Why this is here."));
    assert!(why.text.contains("So far:\nfirst line\n"), "{}", why.text);
    walker.line("second line");
    let back = walker.say("/back");
    assert!(!back.text.contains("second line"));
    let again = walker.say("");
    assert!(
        again.text.contains("So far:\nfirst line\nsecond line\n"),
        "{}",
        again.text
    );
    walker.line("third line");
    walker.say("");
    walker.end();
    assert!(saved(home.path()).contains(r#"Words("first line\nsecond line\nthird line")"#));
}

#[test]
fn a_long_answer_takes_pasted_empty_lines_and_ends_at_a_lone_full_stop() {
    let home = tempdir().unwrap();
    let mut walker = at_words(home.path());
    walker.say("/long");
    walker.line("one\n\n//two\n/three is a path\n...");
    let why = walker.say("/why");
    assert!(
        why.text.contains("Why this is here."),
        "an action acts on any line"
    );
    walker.line("five");
    walker.say(".");
    walker.end();
    let text = saved(home.path());
    assert!(
        text.contains(r#"Words("one\n\n/two\n/three is a path\n...\nfive")"#),
        "{text}"
    );
}

#[test]
fn a_long_answer_to_a_question_for_one_line_is_one_line() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &TALK);
    past_the_private_questions(&mut walker);
    walker.say("/long");
    walker.line("one\ntwo");
    walker.say(".");
    walker.end();
    assert!(saved(home.path()).contains("Words(\"one two\")"));
}

#[test]
fn a_line_of_twenty_thousand_letters_on_a_terminal_is_saved_whole() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &TALK);
    past_the_private_questions(&mut walker);
    let text = "o".repeat(9_999) + " " + &"n".repeat(10_000);
    walker.say(&text);
    walker.end();
    assert!(saved(home.path()).contains(&format!("Words(\"{text}\")")));
}

#[test]
fn what_is_typed_is_on_disk_a_second_later_whole_lines_too() {
    let home = tempdir().unwrap();
    let mut walker = at_words(home.path());
    walker.keys("the whole line\n");
    let start = Instant::now();
    while !saved(home.path()).contains("the whole line") {
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "it is never saved"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(start.elapsed() > Duration::from_millis(800));
    walker.kill();
    let (walker, asked) = resumed(home.path());
    assert!(
        asked.text.contains("So far:\nthe whole line\n"),
        "{}",
        asked.text
    );
    walker.end();
}
