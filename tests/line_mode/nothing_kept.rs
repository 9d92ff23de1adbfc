//! What never touches the disk: anything before the private questions, anything when saving is off, and
//! the pages of which nothing is kept.

use crate::support::answers::{MELTS, fluent, option, walk};
use crate::support::folder;
use crate::support::walker::Walker;
use std::time::Duration;
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

#[test]
fn nothing_is_on_disk_before_the_private_questions_are_answered() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let mut walker = Walker::terminal(&home, &TALK);
    let mut answer = fluent("w");
    let mut private = 0;
    loop {
        let asked = walker.ask();
        private += usize::from(option(&asked, "rather not say").is_some());
        assert!(!home.exists(), "before {}", asked.text);
        if private == 4 {
            break;
        }
        walker.keys("half typed");
        std::thread::sleep(Duration::from_millis(if asked.tag == "line" {
            1300
        } else {
            5
        }));
        assert!(!home.exists(), "half-typed at {}", asked.text);
        walker.keys("\x15");
        let reply = answer(&asked);
        walker.line(&reply);
    }
    walker.say("1");
    walker.end();
    assert_eq!(folder::crossings(&home).len(), 1, "four times no saves");
}

#[test]
fn any_other_answer_than_four_noes_leaves_saving_off_and_the_home_untouched() {
    for at in 0..4 {
        for other in ["2", "3", "4", ""] {
            let dir = tempdir().unwrap();
            let home = dir.path().join("home");
            let mut walker = Walker::piped(&home, &TALK);
            let mut fluent = fluent("w");
            let mut private = 0;
            let answer = |asked: &crate::support::walker::Asked| {
                if option(asked, "rather not say").is_none() {
                    return fluent(asked);
                }
                private += 1;
                let is_it = private == at + 1;
                if is_it {
                    other.to_owned()
                } else {
                    "1".to_owned()
                }
            };
            walk(&mut walker, answer, |asked| {
                asked.text.contains("Floe 5 of 5")
            });
            walker.say("/thanks for nothing on disk");
            let ran = walker.end();
            assert_eq!(ran.code, 0);
            assert!(
                ran.out.contains("Nothing of this was saved."),
                "{}",
                ran.out
            );
            assert!(!home.exists(), "question {at}, answer {other:?}");
        }
    }
}

#[test]
fn no_save_keeps_nothing_whatever_is_answered() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let args = [&TALK[..], &["--no-save"]].concat();
    let mut walker = Walker::piped(&home, &args);
    walk(&mut walker, fluent("w"), |_| false);
    let ran = walker.ends();
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("Saving was off"), "{}", ran.out);
    assert!(!home.exists());
}

/// Markers in every kind of field: what melts is never on disk, not even half-typed; what is private or
/// shared is there while the crossing is under way, and nowhere but in its files.
#[test]
fn raw_words_never_reach_the_disk_not_even_half_typed() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &CROSSING);
    let mut answer = fluent("ZQKEPT");
    let mut raw = 0;
    while let Some(asked) = walker.asked() {
        let melts = asked.text.contains(MELTS);
        if melts {
            raw += 1;
            walker.keys("ZQRAWHALF");
            std::thread::sleep(Duration::from_millis(1300));
            assert!(!folder::holds(home.path(), "ZQRAW"), "{}", asked.text);
            if asked.tag == "words" {
                walker.keys(" ZQRAW\nZQRAW\n/why\n");
                walker.see("Why this is here.");
                walker.ask();
                std::thread::sleep(Duration::from_millis(300));
                assert!(!folder::holds(home.path(), "ZQRAW"));
                walker.line("");
            } else {
                walker.line(" ZQRAW");
            }
            assert!(!folder::holds(home.path(), "ZQRAW"));
            continue;
        }
        if asked.text.contains("Ready to land?") {
            assert!(folder::holds(home.path(), "ZQKEPT"));
        }
        let reply = answer(&asked);
        walker.line(&reply);
        assert!(!folder::holds(home.path(), "ZQRAW"), "{}", asked.text);
    }
    assert!(raw >= 2, "{raw} pages melt");
    let ran = walker.ends();
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("You've landed."));
    assert!(!folder::holds(home.path(), "ZQRAW"));
}

#[test]
fn leaving_on_a_raw_page_keeps_nothing_of_it() {
    for end in ["/leave", "\x04", "TERM", "KILL"] {
        let home = tempdir().unwrap();
        let mut walker = Walker::terminal(home.path(), &CROSSING);
        assert!(walk(&mut walker, fluent("w"), |asked| asked
            .text
            .contains(MELTS)));
        walker.keys("ZQRAW one\nZQRAW two");
        walker.see("ZQRAW two");
        match end {
            "TERM" => {
                walker.signal("-TERM");
                assert_eq!(walker.ends().code, 143);
            }
            "KILL" => {
                std::thread::sleep(Duration::from_millis(1200));
                walker.kill();
            }
            keys => {
                walker.keys(&format!("\n{keys}\n"));
                assert_eq!(walker.ends().code, 0, "{end}");
            }
        }
        assert!(!folder::holds(home.path(), "ZQRAW"), "{end}");
        let mut again = Walker::piped(home.path(), &["resume", "--line"]);
        let asked = again.ask();
        assert!(
            asked.text.contains(MELTS) && !asked.text.contains("ZQRAW"),
            "{}",
            asked.text
        );
        again.end();
    }
}
