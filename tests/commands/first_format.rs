//! Files of the first format, kept for good in `tests/fixtures/format-1`: every later floe lists them, shows them,
//! and goes on with them. They are as the first floe wrote them.

use crate::pair::{is_private, together, until};
use crate::support::walker::Walker;
use crate::support::{folder, run};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

/// A home with the fixtures: a river crossed alone, with a crossing that landed and one under way, and a river of
/// two with one under way.
fn home() -> TempDir {
    let home = tempdir().unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1");
    for path in folder::files(&fixtures) {
        let copy = home.path().join(path.strip_prefix(&fixtures).unwrap());
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(&path, copy).unwrap();
    }
    assert_eq!(folder::files(home.path()).len(), 5);
    home
}

fn text(home: &TempDir, path: &str) -> String {
    fs::read_to_string(home.path().join(path)).unwrap()
}

fn json(home: &TempDir, args: &[&str]) -> Value {
    let ran = run(home.path(), args, "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn they_are_listed_and_shown() {
    let home = home();
    let rivers = json(&home, &["rivers", "--json"]);
    let crossings = |river: usize| {
        let list = rivers[river]["crossings"].as_array().unwrap().iter();
        list.map(|crossing| crossing["id"].as_str().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (crossings(0), crossings(1)),
        (vec!["m2hd4vt", "p7c2xrn"], vec!["w8ya3fe"])
    );
    assert_eq!(rivers[0]["next"], "2026-12-05");
    assert_eq!(rivers[0]["crossings"][1]["place"]["step"], "one_thing");
    let shown = json(&home, &["show", "m2hd4vt", "--json"]);
    assert_eq!(shown["kept"].as_array().unwrap().len(), 4);
    let agreements = json(&home, &["agreements", "--json"]);
    assert_eq!(agreements.as_array().unwrap().len(), 1);
    let (id, status, next) = (
        &agreements[0]["id"],
        &agreements[0]["status"],
        &agreements[0]["next"],
    );
    assert_eq!(
        (id, status, next),
        (&"m2hd4vt.1".into(), &"offered".into(), &"2027-01-31".into())
    );
    assert!(
        text(&home, "k3wq8ze/m2hd4vt.ron").contains("format: 1,"),
        "reading leaves a file as it is"
    );
}

#[test]
fn one_alone_goes_on_where_they_were() {
    let home = home();
    let mut walker = Walker::piped(home.path(), &["resume", "p7c2xrn", "--line"]);
    let asked = walker.ask();
    assert!(asked.text.contains("Floe 3 of 5"), "{}", asked.text);
    walker.say("1");
    assert_eq!(walker.end().code, 0);
    let saved = text(&home, "k3wq8ze/p7c2xrn.ron");
    assert!(saved.contains("format: 2,"), "{saved}");
    for words in ["We had said Sunday at noon.", "I came at three.", "partner"] {
        assert!(saved.contains(words), "{words}");
    }
    assert!(
        text(&home, "k3wq8ze/river.ron").contains("format: 1,"),
        "what isn't written stays"
    );
}

#[test]
fn two_people_go_on_where_they_were() {
    let home = home();
    let mut walker = Walker::piped(home.path(), &["resume", "w8ya3fe", "--line"]);
    until(&mut walker, is_private);
    let mut private = 1;
    walker.line("1");
    let asked = loop {
        let asked = walker.ask();
        private += usize::from(is_private(&asked));
        if private == 10 && !is_private(&asked) && asked.tag == "hidden line" {
            break asked;
        }
        walker.line(&together(&asked));
    };
    assert!(
        asked.text.contains("a question you might ask"),
        "{}",
        asked.text
    );
    walker.say("");
    assert_eq!(walker.end().code, 0);
    let saved = text(&home, "r5tn0bd/w8ya3fe.ron");
    assert!(
        saved.contains("format: 2,") && saved.contains("You never say what you think."),
        "{saved}"
    );
    assert!(
        saved.contains(r#"Words("Did you mean")"#),
        "the half-typed answer was kept: {saved}"
    );
}

#[test]
fn what_is_begun_now_is_of_the_second_format() {
    let home = home();
    let before: Vec<PathBuf> = folder::crossings(home.path());
    let args = ["practise", "one_agreement", "--line", "--river", "k3wq8ze"];
    let mut walker = Walker::piped(home.path(), &args);
    crate::support::answers::past_the_private_questions(&mut walker);
    walker.say("words");
    assert_eq!(walker.end().code, 0);
    let mut new = folder::crossings(home.path());
    new.retain(|path| !before.contains(path));
    assert_eq!(new.len(), 1);
    assert!(fs::read_to_string(&new[0]).unwrap().contains("format: 2,"));
}
