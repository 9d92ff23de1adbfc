//! The form of a step, the ways of answering, and the actions.

use crate::support::answers::{fluent, option, past_the_private_questions, silent, walk};
use crate::support::folder;
use crate::support::run;
use crate::support::walker::{Asked, Walker};
use tempfile::tempdir;

const PRACTISE: [&str; 6] = ["practise", "--line", "--me", "Sam", "--other", "Noor"];

/// A short track, past its private questions.
fn on_track(track: &str) -> Vec<&str> {
    let mut args = PRACTISE.to_vec();
    args.insert(1, track);
    args
}

fn begun(home: &std::path::Path) -> (Walker, Asked) {
    let mut walker = Walker::piped(home, &on_track("one_agreement"));
    let asked = past_the_private_questions(&mut walker);
    (walker, asked)
}

/// The lines of a question without its prompt line.
fn lines(asked: &Asked) -> Vec<&str> {
    let mut lines: Vec<_> = asked.text.lines().filter(|line| !line.is_empty()).collect();
    lines.pop();
    lines
}

#[test]
fn a_step_says_its_place_who_it_is_for_and_its_prompt_and_then_asks_in_one_last_line() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &PRACTISE);
    let first = walker.ask();
    let all = lines(&first);
    assert_eq!(all[0], "/help at any prompt lists what can be typed.");
    let said = all.get(1..).unwrap();
    assert!(
        said[0].starts_with("Floe 1 of 11: The near bank. Step 1 of "),
        "{}",
        said[0]
    );
    assert_eq!(said[1], "For Sam.");
    assert_eq!(
        *said.last().unwrap(),
        "What would you like to mend, in a few words?"
    );
    assert_eq!(first.tag, "line");
    walker.end();
}

#[test]
fn every_question_of_every_practice_ends_in_one_prompt_line_of_a_known_form() {
    for practice in ["crossing", "before_a_talk", "just_the_sorry"] {
        let home = tempdir().unwrap();
        let mut walker = Walker::piped(home.path(), &on_track(practice));
        let mut answer = fluent("w");
        let mut place = String::new();
        let check = |asked: &Asked| {
            let prompts = asked.text.lines().filter(|line| line.starts_with('['));
            assert_eq!(prompts.count(), 1, "{}", asked.text);
            let numbers = asked.text.lines().filter(|line| {
                let number = line.split_once(". ").map(|(number, _)| number);
                number.is_some_and(|number| number.parse::<u32>().is_ok())
            });
            if let Some(most) = asked.tag.strip_prefix("choose 1-") {
                assert_eq!(
                    most.parse::<usize>().unwrap(),
                    numbers.count(),
                    "{}",
                    asked.text
                );
            }
            false
        };
        let ended = walk(
            &mut walker,
            |asked| {
                for line in asked.text.lines().filter(|line| line.starts_with("Floe ")) {
                    assert_ne!(line, place, "a place is said once");
                    place = line.to_owned();
                }
                answer(asked)
            },
            check,
        );
        assert!(!ended);
        assert_eq!(walker.ends().code, 0);
    }
}

#[test]
fn nothing_but_plain_text_is_printed() {
    for (practice, answers) in [("crossing", true), ("just_the_sorry", false)] {
        let home = tempdir().unwrap();
        let mut walker = Walker::piped(home.path(), &on_track(practice));
        let mut fluent = fluent("w");
        walk(
            &mut walker,
            |asked| {
                if answers {
                    fluent(asked)
                } else {
                    silent(asked)
                }
            },
            |_| false,
        );
        let ran = walker.ends();
        let odd = ran.out.chars().find(|c| !matches!(c, '\n' | ' '..='~'));
        assert_eq!(odd, None);
        assert_eq!(ran.err, "");
        assert!(ran.out.ends_with('\n'));
    }
}

#[test]
fn control_characters_out_of_a_pipe_are_never_printed_again() {
    let home = tempdir().unwrap();
    let args = [
        "practise",
        "one_agreement",
        "--line",
        "--me",
        "S\u{1b}am",
        "--other",
        "No\u{9b}or",
    ];
    let mut walker = Walker::piped(home.path(), &args);
    let asked = past_the_private_questions(&mut walker);
    assert_eq!(asked.tag, "line");
    walker.say("a\u{1b}[2Jb\u{7}\u{8}\u{202e}c\rd");
    let again = walker.say("/back");
    assert!(again.text.contains("a\u{fffd}[2Jb"), "{}", again.text);
    let all = walker.end().out;
    let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert_eq!(all.chars().find(|c| steers(*c)), None);
    assert!(!folder::holds(home.path(), "\u{1b}"));
}

#[test]
fn a_wrong_answer_is_told_in_a_line_of_its_own_and_asked_again() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &PRACTISE);
    walker.ask();
    let choice = walker.say("a name");
    assert_eq!(choice.tag, "choose 1-6");
    for wrong in ["0", "7", "no", "1 2", "-1"] {
        let again = walker.say(wrong);
        assert_eq!(again.tag, "choose 1-6");
        assert!(
            again
                .text
                .starts_with("\nThat isn't one of the numbers 1 to 6."),
            "{}",
            again.text
        );
    }
    assert!(walker.say("2.").text.contains("Step 2 of"));
    walker.end();
}

#[test]
fn an_empty_answer_passes_and_so_does_the_action() {
    let home = tempdir().unwrap();
    let (mut walker, asked) = begun(home.path());
    assert_eq!(asked.tag, "line");
    walker.say("");
    walker.say("/pass");
    let choice = walker.say("   ");
    assert!(choice.tag.starts_with("choose 1-"), "{choice:?}");
    walker.end();
    let (_, saved) = folder::only_crossing(home.path());
    assert_eq!(saved.matches("Passed(").count(), 3);
}

#[test]
fn words_picked_are_numbers_with_commas_or_spaces_and_words_of_ones_own() {
    let home = tempdir().unwrap();
    let (mut walker, _) = begun(home.path());
    let mut answer = fluent("w");
    let mut asked = walker.say("x");
    while asked.tag != "choose any" {
        let reply = answer(&asked);
        asked = walker.say(&reply);
    }
    assert!(asked.text.contains("\n1. "));
    let far = walker.say("64");
    assert!(
        far.text.contains("That isn't one of the numbers"),
        "{far:?}"
    );
    walker.say("1 2, like a stone");
    walker.say("/back");
    walker.end();
    let (_, saved) = folder::only_crossing(home.path());
    let picked = saved.split("Picked([").nth(1).unwrap();
    let picked = picked.split(']').next().unwrap();
    assert_eq!(picked.matches('"').count(), 6, "{picked}");
    assert!(picked.contains("\"like a stone\""));
}

#[test]
fn actions_can_be_typed_at_any_prompt_and_open_what_they_name() {
    let home = tempdir().unwrap();
    let (mut walker, before) = begun(home.path());
    for (action, says) in [
        ("/help", "/leave  save and leave"),
        ("/", "/leave  save and leave"),
        ("/HELP", "/leave  save and leave"),
        ("/why", "Why this is here."),
        ("/hint", "A hint."),
        ("/example", "An example."),
        ("/words", "Words to pick from."),
        ("/mirror", "There are no words here yet"),
        ("/safety", "Safety."),
        ("/about", "About floe."),
        ("/nonsense", "There is no action called nonsense."),
    ] {
        let asked = walker.say(action);
        assert!(asked.text.contains(says), "{action}: {}", asked.text);
        assert_eq!(asked.tag, before.tag, "{action}");
    }
    walker.end();
}

#[test]
fn two_slashes_begin_a_text_with_one() {
    let home = tempdir().unwrap();
    let (mut walker, _) = begun(home.path());
    walker.say("//pass the salt");
    walker.end();
    let (_, saved) = folder::only_crossing(home.path());
    assert!(saved.contains("Words(\"/pass the salt\")"), "{saved}");
}

#[test]
fn back_shows_the_page_before_with_its_answer_and_undo_takes_an_answer_away() {
    let home = tempdir().unwrap();
    let (mut walker, first) = begun(home.path());
    walker.say("half the rent");
    let back = walker.say("/back");
    assert_eq!(back.tag, first.tag);
    assert!(
        back.text.contains("So far:\nhalf the rent\n"),
        "{}",
        back.text
    );
    walker.say("");
    let undone = walker.say("/undo");
    assert!(undone.text.contains("Taken back."), "{}", undone.text);
    walker.end();
}

#[test]
fn where_there_is_nothing_to_take_back_undo_says_so() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &PRACTISE);
    walker.ask();
    let undone = walker.say("/undo");
    assert!(
        undone.text.contains("There is nothing to take back."),
        "{}",
        undone.text
    );
    let back = walker.say("/back");
    assert!(back.text.contains("There is no screen before this one."));
    walker.end();
}

#[test]
fn thanks_are_noted_in_one_go_and_the_step_stays() {
    let home = tempdir().unwrap();
    let (mut walker, before) = begun(home.path());
    let after = walker.say("/thanks for the tea on Monday");
    assert!(after.text.contains("Noted, for this moment."));
    assert_eq!(after.tag, before.tag);
    let slow = walker.say("/thanks");
    assert!(slow.text.contains("What did they do?"), "{}", slow.text);
    let after = walker.say("and for waiting");
    assert_eq!(after.tag, before.tag);
    walker.end();
    let (_, saved) = folder::only_crossing(home.path());
    assert!(saved.contains("for the tea on Monday") && saved.contains("and for waiting"));
}

#[test]
fn thanks_that_come_after_the_end_are_refused_and_end_nothing() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &on_track("one_agreement"));
    let mut reply = fluent("w");
    assert!(walk(&mut walker, &mut reply, |asked| asked
        .text
        .contains("You've landed.")));
    let asked = walker.say("/thanks too late");
    assert_eq!(asked.tag, "enter");
    assert!(!asked.text.contains("Noted"), "{}", asked.text);
    walker.end();
    assert!(!folder::holds(home.path(), "too late"));
}

#[test]
fn the_hand_a_pause_and_a_moment_to_steady_return_to_the_step() {
    let home = tempdir().unwrap();
    let (mut walker, before) = begun(home.path());
    let hand = walker.say("/water");
    assert!(hand.text.contains("Sam is in the water."), "{}", hand.text);
    assert!(hand.text.contains("The hand. Stop, the first of four."));
    let mut asked = hand;
    while option(&asked, "the same step again").is_none() {
        asked = walker.say("");
    }
    let out = walker.say("1");
    assert!(out.text.contains("The ice is steady."), "{}", out.text);
    assert_eq!(out.tag, before.tag);

    let wobbly = walker.say("/wobbly");
    assert!(wobbly.text.contains("The ice tilts under Sam."));
    let steady = walker.say("/wobbly");
    assert!(steady.text.contains("Feet, breath"), "{}", steady.text);
    assert_eq!(steady.tag, "enter");
    let word = walker.say("");
    assert!(word.text.contains("The ice is steady."), "{}", word.text);
    let back = walker.say("");
    assert_eq!(back.tag, before.tag);

    let pause = walker.say("/pause");
    assert!(pause.text.contains("When would you like to come back?"));
    let ready = walker.say("at six");
    assert!(ready.text.contains("at six"));
    let back = walker.say("1");
    assert_eq!(back.tag, before.tag);
    walker.end();
}

#[test]
fn the_map_lists_the_floes_and_a_number_leads_there() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &PRACTISE);
    walker.ask();
    let early = walker.say("/map");
    assert!(
        early
            .text
            .contains("The map opens after the private questions.")
    );
    walker.end();

    let (mut walker, before) = begun(home.path());
    let map = walker.say("/map");
    assert_eq!(map.tag, "choose 1-5");
    assert!(map.text.contains("(you are here)"));
    let wrong = walker.say("9");
    assert!(wrong.text.contains("That isn't one of the numbers 1 to 5."));
    assert_eq!(wrong.tag, "choose 1-5");
    let stayed = walker.say("");
    assert_eq!(stayed.tag, before.tag);
    walker.say("/map");
    let help = walker.say("/why");
    assert!(help.text.contains("Why this is here."), "{}", help.text);
    walker.say("/map");
    let there = walker.say("4");
    assert!(there.text.contains("Floe 4 of 5"), "{}", there.text);
    walker.say("/map");
    walker.line("/leave");
    let ran = walker.ends();
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("floe resume"));
}

#[test]
fn line_mode_waits_for_no_time_to_pass() {
    let home = tempdir().unwrap();
    let start = std::time::Instant::now();
    let ran = run(home.path(), &on_track("before_a_talk"), &"\n".repeat(300));
    assert_eq!(ran.code, 0);
    assert!(
        start.elapsed().as_secs() < 5,
        "quiet stretches are skipped at once"
    );
}
