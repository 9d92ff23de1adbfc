//! The cache of first rows: what it saves, when it isn't believed, and that it is never written by looking.

use crate::planted::{agreement, landed, river};
use crate::support::walker::Walker;
use crate::support::{answers, folder, run};
use floe::store::home::Home;
use floe::store::index::Row;
use floe::store::shelf::Shelves;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

fn rows(home: &Path) -> Vec<Row> {
    Shelves::of(Home::at(home)).rows().unwrap()
}

/// The rows as they are made without a cache.
fn made_anew(home: &Path) -> Vec<Row> {
    let index = index(home);
    let aside = home.join("aside");
    let there = fs::rename(&index, &aside).is_ok();
    let rows = rows(home);
    if there {
        fs::rename(aside, index).unwrap();
    }
    rows
}

fn index(home: &Path) -> PathBuf {
    home.join("index.ron")
}

/// Two rivers, one with a crossing under way that was just saved.
fn home() -> TempDir {
    let home = tempdir().unwrap();
    let one = landed(
        1,
        "None",
        &[&agreement(1, "text: \"A\", until: Some(\"2999-01-01\")")],
    );
    river(home.path(), "k3w", "Pair", &[("crossing", &one)]);
    river(
        home.path(),
        "m2h",
        "Solo",
        &[("crossing", &landed(2, "Some(\"2026-06-01\")", &[]))],
    );
    assert!(!index(home.path()).exists());
    let args = ["practise", "one_agreement", "--line", "--river", "k3w"];
    let mut walker = Walker::piped(home.path(), &args);
    answers::past_the_private_questions(&mut walker);
    walker.say("words");
    assert_eq!(walker.end().code, 0);
    assert!(index(home.path()).exists());
    home
}

#[test]
fn it_tells_what_the_files_tell() {
    let home = home();
    let rows = rows(home.path());
    assert_eq!(rows, made_anew(home.path()));
    let [first, second] = rows.as_slice() else {
        panic!("{rows:?}")
    };
    assert_eq!(
        first.river.title, "After k3w",
        "the one crossed last comes first"
    );
    assert!(first.all.under_way.is_some());
    let of_two = first.of_two.as_ref().unwrap();
    assert_eq!(
        (&of_two.under_way, of_two.next),
        (&None, "2999-01-01".parse().ok())
    );
    assert_eq!(
        (&second.of_two, second.all.next),
        (&None, "2026-06-01".parse().ok())
    );
    assert_eq!(folder::mode(&index(home.path())), 0o600);
    let text = fs::read_to_string(index(home.path())).unwrap();
    ron::from_str::<ron::Value>(&text).unwrap();
}

#[test]
fn with_it_no_crossing_is_read_and_with_a_change_the_river_is_read_anew() {
    let home = home();
    let known = rows(home.path());
    // Written in place, so that nothing but reading it would tell.
    for path in folder::crossings(home.path()) {
        fs::write(path, "torn").unwrap();
    }
    assert_eq!(rows(home.path()), known);
    fs::write(home.path().join("m2h/new.txt"), "").unwrap();
    let rows = rows(home.path());
    let torn = rows.iter().find(|row| row.river.id == "m2h");
    assert!(torn.is_none_or(|row| row.all.last.is_none()), "{torn:?}");
    assert_eq!(rows[0], known[0], "the other river is as it was");
}

#[test]
fn a_changed_title_a_new_river_and_a_lost_one_are_seen() {
    let home = home();
    let path = home.path().join("m2h/river.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("After m2h", "After all")).unwrap();
    river(
        home.path(),
        "p5t",
        "Solo",
        &[("crossing", &landed(1, "None", &[]))],
    );
    fs::remove_dir_all(home.path().join("k3w")).unwrap();
    let titles: Vec<_> = rows(home.path())
        .into_iter()
        .map(|row| row.river.title)
        .collect();
    assert_eq!(titles, ["After all", "After p5t"]);
}

#[test]
fn whatever_became_of_the_cache_the_rows_are_those_of_the_files() {
    let home = home();
    let known = made_anew(home.path());
    let whole = fs::read(index(home.path())).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let mut became: Vec<Vec<u8>> = (0..whole.len())
        .step_by(7)
        .map(|at| whole[..at].to_vec())
        .collect();
    became.push(vec![0; whole.len()]);
    became.push(b"\xff\xfe".to_vec());
    became.push(text.replacen("format:2", "format:99", 1).into_bytes());
    became.push(text.replacen("format:2", "format:1", 1).into_bytes());
    assert_ne!(became[became.len() - 1], whole);
    for bytes in became {
        fs::write(index(home.path()), &bytes).unwrap();
        assert_eq!(rows(home.path()), known);
        assert_eq!(
            fs::read(index(home.path())).unwrap(),
            bytes,
            "looking writes nothing"
        );
    }
    fs::remove_file(index(home.path())).unwrap();
    std::os::unix::fs::symlink("/dev/zero", index(home.path())).unwrap();
    assert_eq!(rows(home.path()), known);
    fs::remove_file(index(home.path())).unwrap();
    for args in [
        &["--line"][..],
        &["rivers"],
        &["agreements"],
        &["show", "k3w"],
        &["practise", "--line"],
    ] {
        run(home.path(), args, "");
        assert!(!index(home.path()).exists(), "{args:?}");
    }
}

#[test]
fn what_is_planted_in_it_does_not_steer_a_terminal() {
    let home = home();
    let text = fs::read_to_string(index(home.path())).unwrap();
    fs::write(
        index(home.path()),
        text.replace("After k3w", "ZQ\\u{1b}[2J"),
    )
    .unwrap();
    let bank = run(home.path(), &["--line"], "").out;
    assert!(bank.contains("ZQ"), "{bank}");
    assert!(
        !bank.contains(|c: char| c.is_control() && c != '\n'),
        "{bank:?}"
    );
}

#[test]
fn what_is_forgotten_is_not_in_it() {
    let home = home();
    let holds = |what: &str| folder::holds(home.path(), what);
    assert!(holds("After m2h") && holds("After k3w"));
    assert_eq!(run(home.path(), &["forget", "m2h", "--yes"], "").code, 0);
    assert!(!holds("After m2h"));
    assert_eq!(rows(home.path()), made_anew(home.path()));
    assert_eq!(rows(home.path()).len(), 1);
    assert_eq!(run(home.path(), &["forget", "k3w", "--yes"], "").code, 0);
    assert!(!home.path().exists(), "{:?}", folder::files(home.path()));
}

#[test]
fn a_killed_run_leaves_a_cache_that_is_not_believed() {
    let home = home();
    let known = rows(home.path());
    let mut walker = Walker::piped(home.path(), &["resume", "--line"]);
    walker.say("more words");
    walker.kill();
    assert_eq!(rows(home.path()), made_anew(home.path()));
    assert_eq!(known.len(), 2);
}
