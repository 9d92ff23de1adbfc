//! A whole crossing in a sealed home: nothing of it can be read there, whatever becomes of it.

use crate::support::answers::{fluent, past_the_private_questions, walk};
use crate::support::walker::Walker;
use crate::support::{folder, run};
use crate::{PASSPHRASE, sealed};
use floe::store::disk::{Disk as _, Real};
use floe::store::keeping::Phase;
use floe::store::seal::is_sealed;
use std::fs;
use std::path::Path;
use std::time::Duration;
use tempfile::tempdir;

const MARKER: &str = "zqxmarker";
const CROSSING: [&str; 7] = [
    "practise",
    "one_agreement",
    "--line",
    "--me",
    "zqxmarkersam",
    "--other",
    "zqxmarkernoor",
];

/// Every file is sealed or empty, and none holds or is named after a person's words.
fn is_closed(home: &Path) {
    assert!(!folder::holds(home, MARKER));
    for path in folder::files(home) {
        // It may be gone while one looks.
        let bytes = fs::read(&path).unwrap_or_default();
        assert!(bytes.is_empty() || is_sealed(&bytes), "{path:?}");
    }
}

fn unlocked(home: &Path, args: &[&str], input: &str) -> crate::support::Ran {
    run(home, args, &format!("{PASSPHRASE}\n{input}"))
}

#[test]
fn nothing_of_a_crossing_can_be_read_while_it_is_walked_or_after() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    sealed(&home);
    let mut walker = Walker::piped(&home, &CROSSING);
    let asked = walker.ask();
    assert_eq!(asked.tag, "hidden line");
    walker.line(PASSPHRASE);
    let mut answer = fluent(MARKER);
    let seen = |asked: &crate::support::walker::Asked| {
        is_closed(&home);
        asked.text.contains("never to be found")
    };
    assert!(!walk(&mut walker, &mut answer, seen));
    assert_eq!(walker.end().code, 0);
    is_closed(&home);
    let kept = unlocked(&home, &["show", &id_of(&home)], "");
    assert!(kept.out.contains(MARKER), "{kept:?}");
    let rows = unlocked(&home, &["rivers"], "");
    assert!(rows.out.contains("zqxmarkersam"), "{rows:?}");
    is_closed(&home);
}

#[test]
fn a_crossing_that_was_left_or_killed_half_typed_is_closed_and_goes_on() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    sealed(&home);
    let mut walker = Walker::terminal(&home, &CROSSING);
    assert_eq!(walker.ask().tag, "hidden line");
    walker.line(PASSPHRASE);
    past_the_private_questions(&mut walker);
    walker.line("zqxmarker words");
    walker.ask();
    walker.keys("zqxmarker half typed");
    std::thread::sleep(Duration::from_millis(1500));
    is_closed(&home);
    walker.kill();
    is_closed(&home);
    let resumed = unlocked(&home, &["resume", "--line"], "");
    assert_eq!(resumed.code, 0, "{resumed:?}");
    assert!(resumed.out.contains("zqxmarker half typed"), "{resumed:?}");
    assert_eq!(run(&home, &["resume", "--line"], "wrong\n").code, 1);
    is_closed(&home);
}

#[test]
fn a_built_talk_is_closed_too() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    sealed(&home);
    // Every question answered with words, and then that it is kept.
    let words = ["zqxmarker words"; 13].join("\n");
    let ran = unlocked(
        &home,
        &["rehearse", "own", "--line"],
        &format!("{words}\n1\n2\n"),
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    let kept = folder::files(&home.join("own-talks"));
    assert_eq!(kept.len(), 1, "{kept:?}");
    is_closed(&home);
    let id = kept[0].file_stem().unwrap().to_str().unwrap().to_owned();
    let again = unlocked(&home, &["rehearse", &id, "--line"], "");
    assert!(again.out.contains("zqxmarker words"), "{again:?}");
}

#[test]
fn a_damaged_file_is_told_of_and_left_as_it_is() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    sealed(&home);
    let mut walker = Walker::piped(&home, &CROSSING);
    walker.ask();
    walker.line(PASSPHRASE);
    past_the_private_questions(&mut walker);
    assert_eq!(walker.end().code, 0);
    let path = folder::crossings(&home).remove(0);
    let bytes = Real.read(&path, 1 << 20).unwrap();
    for torn in [&bytes[..bytes.len() - 1], &bytes[..30], b""] {
        fs::write(&path, torn).unwrap();
        let resumed = unlocked(&home, &["resume", &id_of(&home), "--line"], "");
        assert_eq!(resumed.code, 1, "{resumed:?}");
        assert!(resumed.err.contains("can't be read"), "{resumed:?}");
        assert_eq!(fs::read(&path).unwrap(), torn);
    }
    assert!(Phase::Sealed.key_in(&home).exists());
}

fn id_of(home: &Path) -> String {
    let path = folder::crossings(home).remove(0);
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn of_a_damaged_sealed_file_the_version_before_is_opened_and_everything_stays_sealed() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    sealed(&home);
    let begun = unlocked(&home, &CROSSING, "river\n1\n1\n1\n1\n1\nzqxmarker one\n");
    assert_eq!(begun.code, 0, "{begun:?}");
    let id = id_of(&home);
    assert_eq!(unlocked(&home, &["resume", "--line"], "").code, 0);
    let path = folder::crossings(&home).remove(0);
    let before = fs::read(path.with_extension("ron.bak")).unwrap();
    let mut damaged = fs::read(&path).unwrap();
    *damaged.last_mut().unwrap() ^= 1;
    fs::write(&path, &damaged).unwrap();
    let refused = unlocked(&home, &["show", &id], "");
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(
        refused.err.contains("The version before, from "),
        "{refused:?}"
    );
    let shown = unlocked(&home, &["show", &id, "--line"], "1\n");
    assert_eq!(shown.code, 0, "{shown:?}");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(
        fs::read(path.with_extension("ron.damaged-1")).unwrap(),
        damaged
    );
    is_closed(&home);
}
