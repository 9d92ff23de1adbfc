//! Exit codes, errors, and outputs that nobody reads.

use crate::support::answers::{fluent, walk};
use crate::support::walker::Walker;
use crate::support::{Ran, code, finish, floe, folder, run};
use std::fs::File;
use std::process::Stdio;
use tempfile::tempdir;

fn two_lines(ran: &Ran, says: &str) {
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    assert!(ran.err.contains(says), "{}", ran.err);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn what_is_not_there_is_told_in_two_lines() {
    let home = tempdir().unwrap();
    for (args, code, says) in [
        (
            &["show", "nothing"][..],
            1,
            "Nothing here has the id nothing.",
        ),
        (
            &["resume", "nothing", "--line"],
            1,
            "Nothing here has the id nothing.",
        ),
        (
            &["forget", "nothing", "--yes"],
            1,
            "Nothing here has the id nothing.",
        ),
        (
            &["forget", "../../etc", "--yes"],
            1,
            "Nothing here has the id ../../etc.",
        ),
        (&["resume", "--line"], 1, "No crossing is under way."),
        (
            &["practise", "nothing", "--line"],
            2,
            "There is no practice called nothing.",
        ),
        (
            &["practise", "return", "--line"],
            2,
            "There is no river to come back to yet",
        ),
        (
            &["practise", "--line", "--river", "nothing"],
            2,
            "Nothing here has the id nothing.",
        ),
        (
            &["practise", "--line", "--pair", "--river", "nothing"],
            2,
            "Nothing here has the id nothing.",
        ),
    ] {
        let ran = run(home.path(), args, "");
        assert_eq!(ran.code, code, "{args:?}: {}", ran.err);
        two_lines(&ran, says);
        assert_eq!(ran.out, "", "{args:?}");
    }
    assert!(folder::files(home.path()).is_empty());
}

#[test]
fn wrong_usage_is_exit_code_two() {
    let home = tempdir().unwrap();
    for args in [
        &["nonsense"][..],
        &["--nonsense"],
        &["practise", "--solo", "--pair"],
        &["practise", "--json"],
        &["show"],
        &["forget"],
        &["forget", "--all", "abc"],
    ] {
        assert_eq!(run(home.path(), args, "").code, 2, "{args:?}");
    }
    assert_eq!(run(home.path(), &["--help"], "").code, 0);
    assert_eq!(run(home.path(), &["--version"], "").code, 0);
}

#[cfg(feature = "tui")]
#[test]
fn without_a_terminal_the_full_screen_refuses_in_one_sentence_that_names_line_mode() {
    let home = tempdir().unwrap();
    for args in [&[][..], &["practise"]] {
        for term in ["xterm", "dumb", ""] {
            let mut command = floe(home.path());
            command.args(args).env("TERM", term);
            let ran = finish(command, "");
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
            assert!(ran.err.contains("floe --line"), "{}", ran.err);
            assert!(!ran.err.contains('\u{1b}'));
        }
    }
}

#[test]
fn lines_can_be_asked_for_by_the_surroundings() {
    let home = tempdir().unwrap();
    for (name, value) in [
        ("FLOE_LINE", "1"),
        ("ACCESSIBLE", "1"),
        ("ACCESSIBLE", "yes"),
    ] {
        let mut command = floe(home.path());
        command.arg("practise").env(name, value);
        let ran = finish(command, "");
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains("[line] > "));
    }
}

#[test]
fn the_bank_can_be_walked_in_lines() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &["--line"]);
    let first = walker.ask();
    assert!(
        first
            .text
            .contains("What would you like to mend, in a few words?")
    );
    let practices = walker.say("the late rent");
    assert!(practices.tag.starts_with("choose 1-"));
    let inside = walker.say("4");
    assert!(inside.text.contains("Floe 1 of 5"), "{}", inside.text);
    assert!(
        !inside.text.contains("isn't therapy"),
        "it was read on the bank"
    );
    walker.line("Sam");
    walk(&mut walker, fluent("w"), |asked| {
        asked.text.contains("Floe 3 of 5")
    });
    walker.end();
    let mut walker = Walker::piped(home.path(), &["--line"]);
    let bank = walker.ask();
    assert!(
        bank.text
            .contains("1. the late rent: you were at Agreement, on "),
        "{}",
        bank.text
    );
    walker.say("1");
    let again = walker.say("1");
    assert!(again.text.contains("Floe 3 of 5"), "{}", again.text);
    assert_eq!(walker.end().code, 0);
}

#[test]
fn nothing_panics_when_nobody_reads() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(
        home.path(),
        &["practise", "one_agreement", "--line", "--me", "S"],
    );
    walk(&mut walker, fluent("w"), |_| false);
    walker.ends();
    let (id, _) = folder::only_crossing(home.path());
    for args in [
        &["rivers"][..],
        &["rivers", "--json"],
        &["show", &id],
        &["practise", "--list"],
        &["check"],
        &["practise", "--line"],
        &["forget", &id],
    ] {
        let mut command = floe(home.path());
        command
            .args(args)
            .stdin(Stdio::null())
            .stderr(Stdio::piped());
        command.stdout(File::options().write(true).open("/dev/full").unwrap());
        let done = command.output().unwrap();
        let err = String::from_utf8(done.stderr).unwrap();
        assert_eq!(code(done.status), 1, "{args:?}: {err}");
        assert_eq!(err.lines().count(), 2, "{args:?}: {err}");

        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = floe(home.path());
        command
            .args(args)
            .stdin(Stdio::null())
            .stdout(writer)
            .stderr(Stdio::piped());
        let done = command.output().unwrap();
        let err = String::from_utf8(done.stderr).unwrap();
        assert!(!err.contains("panicked"), "{args:?}: {err}");
        assert_eq!(code(done.status), 1, "{args:?}: {err}");
    }
    assert_eq!(
        folder::crossings(home.path()).len(),
        1,
        "what could not be asked was not done"
    );
}

#[test]
fn content_is_checked_with_an_exit_code() {
    let home = tempdir().unwrap();
    assert_eq!(run(home.path(), &["check"], "").code, 0);
    let ran = run(home.path(), &["check", "/nonexistent"], "");
    assert_eq!(ran.code, 1);
    assert!(!ran.out.contains("panicked"));
}

#[test]
fn saving_that_fails_is_said_at_once_and_at_the_end_and_is_no_success() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let mut walker = Walker::piped(&home, &["practise", "one_agreement", "--line", "--me", "S"]);
    let mut asked = walker.ask();
    let mut words = fluent("w");
    while !asked.text.contains("Floe 2 of") {
        // A file stands where the home would be: whoever runs this test, nothing can be saved there.
        if !home.exists() {
            File::create(&home).unwrap();
        }
        let reply = words(&asked);
        asked = walker.say(&reply);
    }
    let told = format!("{}{}", asked.text, walker.say("more").text);
    assert_eq!(
        told.matches("What you wrote last isn't saved").count(),
        1,
        "{told}"
    );
    let ran = walker.end();
    assert!(
        ran.out.contains("What you wrote last couldn't be saved"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("floe resume"));
    assert_eq!(ran.code, 1);
}
