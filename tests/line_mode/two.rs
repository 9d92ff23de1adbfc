//! Two people at one keyboard, as a terminal shows it: every part of the way in a transcript.

use crate::ford::{FORD, begin, reach, say, shown};
use crate::support::answers::{fluent, walk};
use crate::support::folder;
use crate::support::walker::Walker;
use std::path::Path;
use tempfile::tempdir;

fn hold(name: &str, walker: &Walker, from: usize, home: &Path) {
    let text = shown(walker, from, home);
    insta::with_settings!({ snapshot_path => "transcripts", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, text);
    });
}

/// Walks to a question and answers it; what is shown from that answer on is the part.
fn part(walker: &mut Walker, what: &str, reply: &str) -> usize {
    reach(walker, what);
    let from = walker.all().len();
    walker.say(reply);
    from
}

#[test]
fn they_begin_each_alone_and_then_together() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &begin(FORD));
    walker.ask();
    say(&mut walker, &["After Sunday lunch", "words", "", "1", "1"]);
    // Noor takes over; together they say what they'd like, and only one of them wants to start.
    say(&mut walker, &["", "1", "1", "half an hour at the table"]);
    say(&mut walker, &["and words", "", "/back", "", "/pass"]);
    // Sam's memory, begun anew on the way back, then Noor's.
    say(&mut walker, &[""]);
    walker.line("It was me who");
    say(&mut walker, &["/why", ""]);
    say(&mut walker, &["1, 3", "/back", "", "n", "/pass", "a walk"]);
    walker.line("raw words");
    say(&mut walker, &["", ""]);
    walker.line("You left");
    walker.line("before the coffee");
    say(&mut walker, &["", "", "", "", ""]);
    say(&mut walker, &["", "", "", ""]);
    hold("two_begin", &walker, 0, home.path());
    walker.end();
}

#[test]
fn one_falls_and_then_both() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &begin(FORD));
    let from = part(&mut walker, "Who talks first?", "/wobbly");
    say(&mut walker, &["2", "/water", "3", "/water", "1"]);
    say(&mut walker, &["", "2", "was it the word 'always'?", "1"]);
    // The one on the ice falls too, and nobody pulls.
    say(&mut walker, &["/water", "2", "", "1", "/water", "1"]);
    say(&mut walker, &["", "", ""]);
    hold("two_hand", &walker, from, home.path());
    walker.end();
}

#[test]
fn they_take_turns_at_listening() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &begin(FORD));
    let from = part(&mut walker, "Who talks first?", "2");
    say(
        &mut walker,
        &["/light", "3", "2", "1", "you were alone", "2"],
    );
    say(&mut walker, &["and nobody asked", "1", "2"]);
    say(&mut walker, &["", "you didn't know", "2", "not yet", "2"]);
    hold("two_listening", &walker, from, home.path());
    walker.end();
}

#[test]
fn the_watchmen_stay_in_sight_and_each_keeps_or_melts() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &begin(FORD));
    let from = part(&mut walker, "It begins with: How big a piece?", "");
    // The smaller of two sizes, so that chance has nothing to choose from.
    say(&mut walker, &["2", "", "1", ""]);
    say(&mut walker, &["/watchman", "", "the phone", "", "the door"]);
    say(&mut walker, &["/watchman", "are you tired?", ""]);
    // Names that only one of them trusts are never shown.
    say(
        &mut walker,
        &["", "Mira", "Leo", "", "", " leo.", "Ada", ""],
    );
    say(&mut walker, &["", "", "2", "1 2", ""]);
    say(&mut walker, &["", "3", "1", "2, 9", ""]);
    walker.say("2");
    hold("two_landing", &walker, from, home.path());
    walker.line("");
    assert_eq!(walker.ends().code, 0);
    let (_, kept) = folder::only_crossing(home.path());
    let count = kept.matches("substance:").count();
    assert!(count > 0, "{kept}");
    for melted in ["Mira", "Ada", "the door"] {
        assert!(!kept.contains(melted), "{melted}: {kept}");
    }
}

#[test]
fn a_key_can_be_taken_back_until_the_other_has_pressed() {
    for back in ["/back", "/undo"] {
        let home = tempdir().unwrap();
        let mut walker = Walker::piped(home.path(), &begin(FORD));
        let asked = reach(&mut walker, "Do you both want to start?");
        let tag = asked.tag.clone();
        assert_eq!(tag, "both Sam and Noor, enter");
        assert!(asked.text.contains("\nSam: Enter is your key."));
        for _ in 0..2 {
            let second = walker.say("");
            assert!(second.text.contains("\nNoor: Enter is your key."));
            assert_eq!(second.tag, tag);
            let taken = walker.say(back);
            let first = taken.text.contains("\nSam: Enter is your key.");
            assert!(first && taken.text.contains("Taken back."), "{taken:?}");
            assert_eq!(taken.tag, tag);
        }
        // With nobody's key pressed it is the page before.
        let before = walker.say("/back");
        assert!(before.text.contains("from today?"), "{before:?}");
        walker.end();
    }
}

#[test]
fn a_key_that_was_taken_back_is_never_pressed_again_by_undo() {
    for script in [&["", "/back", "/undo"][..], &["", "/undo", "/undo"]] {
        let home = tempdir().unwrap();
        let mut walker = Walker::piped(home.path(), &begin(FORD));
        reach(&mut walker, "Do you both want to start?");
        let undone = say(&mut walker, script);
        assert!(!undone.text.contains("Sam has pressed."), "{undone:?}");
        walker.end();
    }
    // Nor by undoing what both keys did: then both are open again.
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &begin(FORD));
    reach(&mut walker, "Shall we go on to listening?");
    let undone = say(&mut walker, &["", "", "/undo"]);
    assert!(!undone.text.contains("has pressed."), "{undone:?}");
    walker.end();
}

#[test]
fn either_refuses_and_words_are_nobodys_key() {
    for presses in [&[][..], &[""], &["", "yes"], &["/why"], &["", "/map", ""]] {
        let home = tempdir().unwrap();
        let mut walker = Walker::piped(home.path(), &begin(FORD));
        reach(&mut walker, "Do you both want to start?");
        for press in presses {
            let asked = walker.say(press);
            assert!(!asked.tag.starts_with("hand to"), "{asked:?}");
        }
        let on = walker.say("/pass");
        assert_eq!(on.tag, "hand to Sam, enter");
        walker.end();
        let (_, saved) = folder::only_crossing(home.path());
        assert!(
            saved.contains("Passed(")
                && !saved.contains(
                    "ask: \"both_start\",\n                field: 0,\n                reply"
                ),
            "{saved}"
        );
    }
}

#[test]
fn two_jump_to_a_floe_only_with_both_keys() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &begin(FORD));
    reach(&mut walker, "Who talks first?");
    say(&mut walker, &["/map"]);
    let both = walker.say("4");
    assert_eq!(both.tag, "both Sam and Noor, enter");
    assert!(
        both.text
            .contains("Jump together to 'A seat for distrust'?")
    );
    let stayed = say(&mut walker, &["", "/pass"]);
    assert!(stayed.text.contains("Who talks first?"), "{stayed:?}");
    let there = say(&mut walker, &["/map", "4", "", ""]);
    assert_eq!(there.tag, "hand to Sam, enter");
    assert!(there.text.contains("It begins with: How big a piece?"));
    walker.end();
}

#[test]
fn two_walk_the_whole_crossing_and_land() {
    for args in [&begin(FORD)[2..], &begin(FORD)] {
        let home = tempdir().unwrap();
        let mut walker = Walker::piped(home.path(), args);
        walk(&mut walker, fluent("ZQ"), |_| false);
        let ran = walker.ends();
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains("You've landed."), "{}", ran.out);
        let odd = ran.out.chars().find(|c| !matches!(c, '\n' | ' '..='~'));
        assert_eq!(odd, None);
    }
}
