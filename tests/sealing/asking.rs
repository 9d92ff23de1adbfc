//! Who is asked for the passphrase, when, and what becomes of it; `floe seal` and `floe unseal` as people call them.

use crate::support::answers::past_the_private_questions;
use crate::support::walker::Walker;
use crate::support::{folder, run};
use crate::{PASSPHRASE, sealed};
use floe::store::disk::{Disk as _, Real};
use floe::store::keeping::{Phase, spare_key};
use floe::store::seal::is_sealed;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

/// A home with two rivers, copied from one that an earlier floe has left.
pub(crate) fn home() -> (TempDir, PathBuf) {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1");
    for path in folder::files(&from) {
        let to = home.join(path.strip_prefix(&from).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&path, to).unwrap();
    }
    (dir, home)
}

pub(crate) fn words(home: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).unwrap();
        (path, bytes)
    };
    folder::files(home).into_iter().map(read).collect()
}

pub(crate) fn are_sealed(home: &Path) -> bool {
    words(home)
        .iter()
        .all(|(_, bytes)| bytes.is_empty() || is_sealed(bytes))
}

#[test]
fn sealing_and_unsealing_leaves_every_file_as_it_was() {
    let (_dir, home) = home();
    let before = words(&home);
    let twice = format!("{PASSPHRASE}\n{PASSPHRASE}\n");
    let ran = run(&home, &["seal"], &twice);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    let warned = ["lost for good", "lost with it, for good"].map(|words| ran.out.contains(words));
    assert_eq!(warned, [true, true], "twice, in {}", ran.out);
    assert!(!ran.out.contains(PASSPHRASE));
    assert!(are_sealed(&home));
    assert_eq!(words(&home).len(), before.len() + 2);
    assert_eq!(run(&home, &["unseal"], "no\n").code, 1);
    assert!(are_sealed(&home));
    assert_eq!(run(&home, &["unseal"], PASSPHRASE).code, 0);
    assert_eq!(words(&home), before);
    assert_eq!(
        run(&home, &["unseal"], "").code,
        0,
        "there is nothing to take off"
    );
}

#[test]
fn two_lines_that_differ_are_asked_for_again_and_change_nothing() {
    let (_dir, home) = home();
    let before = words(&home);
    for input in ["", "a\n", "a\nb\nc\nd\n\n\n", "a\nb\n"] {
        let ran = run(&home, &["seal"], input);
        assert_eq!((ran.code, ran.err.lines().count()), (1, 2), "{ran:?}");
        assert_eq!(words(&home), before);
    }
    let nowhere = home.join("nowhere");
    assert_eq!(run(&nowhere, &["seal"], "a\n").code, 1);
    assert!(!nowhere.exists(), "nothing is made for nothing");
}

#[test]
fn a_home_can_be_sealed_before_there_is_a_word_in_it() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    assert_eq!(run(&home, &["seal"], "a b\na b\n").code, 0);
    assert_eq!(run(&home, &["practise", "--line"], "").code, 1);
    let ran = run(&home, &["practise", "one_agreement", "--line"], "a b\n");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(run(&home, &["unseal"], "a b\n").code, 0);
    assert!(
        !home.exists(),
        "an empty home would tell that floe was used"
    );
}

#[test]
fn another_passphrase_opens_it_and_the_one_before_does_not() {
    let (_dir, home) = home();
    sealed(&home);
    let before = words(&home);
    let kept = run(&home, &["seal"], &format!("{PASSPHRASE}\nno\n"));
    assert_eq!((kept.code, words(&home)), (0, before.clone()), "{kept:?}");
    let changed = run(
        &home,
        &["seal"],
        &format!("{PASSPHRASE}\nyes\nnew one\nnew one\n"),
    );
    assert_eq!(changed.code, 0, "{changed:?}");
    assert_eq!(run(&home, &["rivers"], PASSPHRASE).code, 1);
    assert_eq!(run(&home, &["rivers"], "new one").code, 0);
    let other = |(path, bytes): &(PathBuf, Vec<u8>)| fs::read(path).unwrap() != *bytes;
    let written: Vec<_> = before
        .iter()
        .filter(|file| other(file))
        .map(|file| &file.0)
        .collect();
    assert_eq!(written, [&Phase::Sealed.key_in(&home), &spare_key(&home)]);
}

#[test]
fn what_other_programs_read_holds_no_question() {
    let (_dir, home) = home();
    sealed(&home);
    let ran = run(&home, &["rivers", "--json"], PASSPHRASE);
    assert!(
        ran.out.starts_with('[') && ran.out.contains("Sunday lunch"),
        "{ran:?}"
    );
    assert!(ran.err.contains("[hidden line] > "));
    let wrong = run(&home, &["rivers", "--json"], "wrong\nwronger\nwrongest\n");
    assert_eq!((wrong.code, wrong.out.as_str()), (1, ""));
    assert_eq!(
        wrong.err.matches("[hidden line]").count(),
        1,
        "one line of a pipe"
    );
    assert!(!wrong.err.contains("wrong\n"));
}

#[test]
fn what_is_due_is_told_unasked_and_so_not_of_a_sealed_home() {
    let (_dir, home) = home();
    sealed(&home);
    for args in [
        &["agreements", "--due"][..],
        &["agreements", "--due", "--json"],
    ] {
        let ran = run(&home, args, PASSPHRASE);
        assert_eq!(
            (ran.code, ran.out.as_str(), ran.err.lines().count()),
            (1, "", 2),
            "{ran:?}"
        );
        assert!(ran.err.contains("sealed") && !ran.err.contains("[hidden"));
    }
    assert_eq!(
        run(&home, &["practise", "--list"], "").code,
        0,
        "no words of people's"
    );
    assert_eq!(run(&home, &["agreements"], PASSPHRASE).code, 0);
}

#[test]
fn erasing_one_asks_and_erasing_everything_does_not() {
    let (_dir, home) = home();
    sealed(&home);
    assert_eq!(run(&home, &["forget", "k3wq8ze", "--yes"], "no").code, 1);
    let input = format!("{PASSPHRASE}\nforget\n");
    let ran = run(&home, &["forget", "k3wq8ze"], &input);
    assert!(ran.code == 0 && ran.out.contains("Sunday lunch"), "{ran:?}");
    assert!(!home.join("k3wq8ze").exists() && are_sealed(&home));
    assert_eq!(run(&home, &["forget", "--all", "--yes"], "").code, 0);
    assert!(!home.exists(), "{:?}", folder::files(&home));
    sealed(&home);
    let asked = run(&home, &["forget", "--all"], "no\n");
    assert!(
        asked.code == 0 && asked.out.contains("identity.age"),
        "{asked:?}"
    );
    assert!(Phase::Sealed.key_in(&home).exists());
}

#[test]
fn on_a_terminal_it_is_tried_three_times_and_never_shown() {
    let (_dir, home) = home();
    sealed(&home);
    for args in [&["rivers"][..], &["--line"], &[]] {
        let mut walker = Walker::terminal(&home, args);
        for wrong in ["first", "second"] {
            let asked = walker.ask();
            assert_eq!(asked.tag, "hidden line");
            assert!(
                !asked.text.contains("\u{1b}["),
                "before any screen: {asked:?}"
            );
            assert!(!walker.echoes());
            walker.line(wrong);
        }
        walker.ask();
        walker.line("third");
        let ran = walker.ends();
        assert_eq!(ran.code, 1, "{args:?}: {ran:?}");
        assert!(!ran.out.contains("first") && !ran.out.contains("third"));
        assert!(!ran.out.contains("\u{1b}[?1049h"), "no screen was opened");
    }
    let mut walker = Walker::terminal(&home, &["rivers"]);
    walker.ask();
    walker.line("wrong");
    walker.ask();
    walker.line(PASSPHRASE);
    let ran = walker.ends();
    assert!(ran.code == 0 && ran.out.contains("Sunday lunch"), "{ran:?}");
}

#[test]
fn a_signal_at_the_question_ends_it() {
    let (_dir, home) = home();
    sealed(&home);
    let mut walker = Walker::terminal(&home, &["--line"]);
    walker.ask();
    walker.keys("half a passphrase\x03");
    let ran = walker.ends();
    assert_eq!(ran.code, 130, "{ran:?}");
    assert!(!ran.out.contains("half"));
}

#[test]
fn the_full_screen_opens_behind_the_passphrase() {
    let (_dir, home) = home();
    sealed(&home);
    let mut walker = Walker::terminal(&home, &[]);
    walker.ask();
    walker.line(PASSPHRASE);
    walker.see("\u{1b}[?1049h");
    walker.see("Sunday");
    walker.keys("\x11");
    assert_eq!(walker.ends().code, 0);
    assert_eq!(
        run(&home, &[], PASSPHRASE).code,
        2,
        "no terminal, and so no question"
    );
}

#[test]
fn what_was_interrupted_goes_on_at_the_next_start() {
    let (_dir, home) = home();
    let before = words(&home);
    sealed(&home);
    let sealed_now = words(&home);
    // As a kill in the middle would leave it: one file is open again, and the key is named accordingly.
    let (path, bytes) = before
        .iter()
        .find(|(path, _)| path.ends_with("k3wq8ze/river.ron"))
        .unwrap();
    fs::write(path, bytes).unwrap();
    fs::remove_file(spare_key(&home)).unwrap();
    fs::rename(Phase::Sealed.key_in(&home), Phase::Sealing.key_in(&home)).unwrap();
    assert_eq!(run(&home, &["rivers"], "wrong").code, 1);
    let ran = run(&home, &["rivers"], PASSPHRASE);
    assert!(ran.code == 0 && ran.out.contains("Sunday lunch"), "{ran:?}");
    assert!(are_sealed(&home) && words(&home).len() == sealed_now.len());
    fs::write(path, bytes).unwrap();
    fs::rename(Phase::Sealed.key_in(&home), Phase::Unsealing.key_in(&home)).unwrap();
    assert_eq!(run(&home, &["rivers"], PASSPHRASE).code, 0);
    assert_eq!(words(&home), before);
}

#[test]
fn nobody_seals_what_another_floe_has_open() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let mut walker = Walker::piped(&home, &["practise", "one_agreement", "--line"]);
    past_the_private_questions(&mut walker);
    walker.say("some words");
    let twice = format!("{PASSPHRASE}\n{PASSPHRASE}\n");
    let ran = run(&home, &["seal"], &twice);
    assert_eq!((ran.code, ran.err.lines().count()), (1, 2), "{ran:?}");
    assert!(!Phase::Sealed.key_in(&home).exists());
    assert_eq!(walker.end().code, 0);
    assert_eq!(run(&home, &["seal"], &twice).code, 0);
    assert!(are_sealed(&home));
}

#[test]
fn what_began_before_there_was_a_home_is_not_written_openly_into_a_sealed_one() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let mut walker = Walker::piped(&home, &["practise", "one_agreement", "--line"]);
    walker.ask();
    sealed(&home);
    walker.line("zqxmarker");
    past_the_private_questions(&mut walker);
    walker.say("zqxmarker");
    let ran = walker.end();
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(are_sealed(&home) && !folder::holds(&home, "zqxmarker"));
}

#[test]
fn a_crash_leaves_no_picture_of_the_memory() {
    let (_dir, home) = home();
    let mut walker = Walker::piped(&home, &["--line"]);
    walker.ask();
    let limits = format!("/proc/{}/limits", walker.process());
    let limits = Real
        .read(Path::new(&limits), 1 << 16)
        .map(|text| String::from_utf8(text).unwrap());
    if let Ok(limits) = limits {
        let line = limits
            .lines()
            .find(|line| line.starts_with("Max core file size"))
            .unwrap();
        let words: Vec<_> = line.split_whitespace().collect();
        assert_eq!(words[4..6], ["0", "0"], "{line}");
    }
    walker.end();
}

#[test]
fn packs_are_no_secrets_and_stay_as_they_are() {
    let (_dir, home) = home();
    let pack = home.join("packs/pebbles");
    fs::create_dir(home.join("packs")).unwrap();
    assert_eq!(
        run(&home, &["pack", "new", pack.to_str().unwrap()], "").code,
        0
    );
    // Somebody has unpacked one a folder too high.
    fs::copy(pack.join("pack.ron"), home.join("packs/pack.ron")).unwrap();
    let before = words(&home.join("packs"));
    let twice = format!("{PASSPHRASE}\n{PASSPHRASE}\n");
    assert_eq!(run(&home, &["seal"], &twice).code, 0);
    assert_eq!(words(&home.join("packs")), before);
    let list = run(&home, &["practise", "--list"], "");
    assert!(list.out.contains("A pebble in the shoe"), "{list:?}");
    let rows = run(&home, &["rivers"], PASSPHRASE);
    assert_eq!(rows.code, 0, "{rows:?}");
}
