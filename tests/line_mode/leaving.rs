//! Leaving at any place and coming back to the same page, however floe was ended.

use crate::support::answers::{fluent, option, past_the_private_questions, walk};
use crate::support::folder;
use crate::support::walker::Walker;
use std::time::{Duration, Instant};
use tempfile::tempdir;

const TALK: [&str; 7] = [
    "practise",
    "before_a_talk",
    "--line",
    "--me",
    "Sam",
    "--other",
    "Noor",
];
const RESUME: [&str; 2] = ["resume", "--line"];

/// A question without what was said once before it.
fn question(text: &str) -> String {
    let from = text.find("Floe ").unwrap_or(0);
    text[from..].to_owned()
}

#[test]
fn leaving_anywhere_and_coming_back_shows_the_same_page() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &TALK);
    let mut answer = fluent("w");
    let mut asked = past_the_private_questions(&mut walker);
    let mut places = 0;
    while asked.tag != "enter" || !asked.text.contains("You've landed.") {
        let ran = if places % 2 == 0 {
            walker.end()
        } else {
            walker.line("/leave");
            walker.ends()
        };
        assert_eq!(ran.code, 0, "{}", ran.out);
        assert!(
            ran.out
                .contains("To come back to this very page: floe resume")
        );
        walker = Walker::piped(home.path(), &RESUME);
        let again = walker.ask();
        let whole = question(&again.text);
        // A page in the middle of a step says the place again after a while away.
        let before = asked.text.lines().rev().take(2).collect::<Vec<_>>();
        let after = whole.lines().rev().take(2).collect::<Vec<_>>();
        assert_eq!(after, before);
        assert!(whole.starts_with("Floe "), "{whole}");
        let reply = answer(&again);
        asked = walker.say(&reply);
        places += 1;
    }
    walker.line("");
    assert_eq!(walker.ends().code, 0);
    assert!(places > 15, "{places}");
}

#[test]
fn a_signal_saves_gives_the_terminal_back_and_ends_with_its_number() {
    for (name, number) in [("-TERM", 15), ("-HUP", 1), ("-INT", 2), ("-QUIT", 3)] {
        let home = tempdir().unwrap();
        let mut walker = Walker::terminal(home.path(), &TALK);
        past_the_private_questions(&mut walker);
        assert!(!walker.is_as_found());
        walker.keys("half a thought");
        walker.see("half a thought");
        walker.signal(name);
        walker.see("floe resume");
        let start = Instant::now();
        while !walker.is_as_found() {
            assert!(start.elapsed() < Duration::from_secs(5), "settings stay");
        }
        assert_eq!(walker.ends().code, 128 + number, "{name}");
        let mut walker = Walker::terminal(home.path(), &RESUME);
        let again = walker.ask();
        assert!(
            again.text.contains("So far:\nhalf a thought\n"),
            "{name}: {}",
            again.text
        );
        walker.say("");
        assert_eq!(walker.end().code, 0);
        assert!(folder::holds(home.path(), "Words(\"half a thought\")"));
    }
}

#[test]
fn control_c_saves_too() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &TALK);
    past_the_private_questions(&mut walker);
    walker.keys("half\x03");
    assert_eq!(walker.ends().code, 130);
    assert!(folder::holds(home.path(), "text: \"half\""));
}

#[test]
fn a_kill_while_typing_loses_a_second_at_most() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &TALK);
    past_the_private_questions(&mut walker);
    let start = Instant::now();
    let mut typed = Vec::new();
    for letter in ('a'..='z').chain('A'..='Z') {
        walker.keys(&letter.to_string());
        typed.push((letter, start.elapsed()));
        std::thread::sleep(Duration::from_millis(50));
    }
    let end = start.elapsed();
    walker.kill();
    let mut walker = Walker::terminal(home.path(), &RESUME);
    let again = walker.ask().text;
    let kept = again
        .split("So far:\n")
        .nth(1)
        .unwrap()
        .lines()
        .next()
        .unwrap()
        .to_owned();
    // A second, and what a busy machine adds to it.
    let old_enough = |at: Duration| at + Duration::from_millis(1500) < end;
    let must = typed.iter().filter(|(_, at)| old_enough(*at)).count();
    assert!(kept.len() >= must, "{kept}: {must} must be there");
    walker.end();
}

#[test]
fn saving_can_be_switched_off_and_on_again_on_the_way() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &TALK);
    past_the_private_questions(&mut walker);
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(folder::crossings(home.path()).len(), 1);
    for (way, stays) in [("leave saving off", 0), ("switch saving on", 1)] {
        walker.say("/map");
        walker.say("1");
        let mut reply = fluent("w");
        let mut private = 0;
        let stopped = walk_from(&mut walker, |asked| {
            if option(asked, "rather not say").is_some() {
                private += 1;
                return Some("2".to_owned());
            }
            let chosen = option(asked, way);
            chosen.or_else(|| (!asked.text.contains("Floe 2 of")).then(|| reply(asked)))
        });
        assert!(stopped);
        walker.say("/why");
        std::thread::sleep(Duration::from_millis(300));
        assert_eq!(
            folder::crossings(home.path()).len(),
            stays,
            "{}",
            walker.all()
        );
        assert!(stays == 1 || folder::files(home.path()).is_empty());
    }
    let ran = walker.end();
    assert!(ran.out.contains("floe resume"), "{}", ran.out);
    assert!(
        folder::files(home.path())
            .iter()
            .all(|path| !path.to_string_lossy().contains("conflict"))
    );
}

/// Answers the question that stands and those after it until there is no answer for one.
fn walk_from(
    walker: &mut Walker,
    mut answer: impl FnMut(&crate::support::walker::Asked) -> Option<String>,
) -> bool {
    let mut asked = walker.say("/pass");
    for _ in 0..60 {
        let Some(reply) = answer(&asked) else {
            return true;
        };
        asked = walker.say(&reply);
    }
    false
}

#[test]
fn a_crossing_left_at_the_landing_can_still_land() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &TALK);
    let stopped = walk(&mut walker, fluent("w"), |asked| {
        asked.text.contains("Ready to land?")
    });
    assert!(stopped);
    walker.line("/back");
    let list = walker.ask();
    let ready = walker.say("");
    assert_eq!(list.tag, "choose any");
    walker.line(&option(&ready, "leave it as a draft").unwrap());
    let ran = walker.ends();
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("floe resume"));
    let mut walker = Walker::piped(home.path(), &RESUME);
    let asked = walker.ask();
    assert!(asked.text.contains("Ready to land?"), "{}", asked.text);
    walker.say(&option(&asked, "land now").unwrap());
    walker.line("");
    assert_eq!(walker.ends().code, 0);
    assert!(folder::only_crossing(home.path()).1.contains("Landed("));
}
