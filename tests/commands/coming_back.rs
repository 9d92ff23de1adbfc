//! Coming back to a river: to which one, with what, and when there is none.

use crate::planted::{agreement, landed, river};
use crate::support::walker::Walker;
use crate::support::{folder, run};
use std::fs;
use std::path::Path;
use tempfile::tempdir;

/// A pack in which coming back is one page.
const PACK: &str = r#"(format: 1, id: "floe", title: "P", language: "en", credits: [],
    practices: [(id: "return", title: "Back", about: "One page.", minutes: 1)])"#;
const BACK: &str = r#"(format: 1, id: "return", floes: [(
    id: "bank", title: "The bank", purpose: "Begin.", lean: Courage, slips: [],
    steps: [(id: "one", title: "One", minutes: 1.0, why: "It begins somewhere.",
        asks: [
            (id: "one", prompt: "How is it to be back?", ask: Line),
            (id: "keep", prompt: "What stays?", ask: Keep),
            (id: "land", prompt: "Land?", ask: Choice([(id: "land", text: "land", then: Landed)])),
        ])],
)])"#;

/// Comes back, alone, and answers what is on disk of it: the river's id and the text of the crossing.
fn came_back(home: &Path, args: &[&str]) -> (String, String) {
    let pack = tempdir().unwrap();
    fs::create_dir(pack.path().join("practices")).unwrap();
    fs::write(pack.path().join("pack.ron"), PACK).unwrap();
    fs::write(pack.path().join("practices/return.ron"), BACK).unwrap();
    let before = folder::crossings(home);
    let path = pack.path().to_str().unwrap();
    let mut walker = Walker::piped(
        home,
        &[&["practise", "return", "--line", "--pack", path], args].concat(),
    );
    walker.ask();
    walker.say("well");
    let ran = walker.end();
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut new = folder::crossings(home);
    new.retain(|path| !before.contains(path));
    let (river, text) = (
        new[0].parent().unwrap(),
        fs::read_to_string(&new[0]).unwrap(),
    );
    fs::remove_file(&new[0]).unwrap();
    (
        river.file_name().unwrap().to_str().unwrap().to_owned(),
        text,
    )
}

#[test]
fn coming_back_brings_the_agreements_that_stand() {
    let home = tempdir().unwrap();
    let one = agreement(1, "text: \"ZQFIRST\", until: Some(\"2026-05-05\")");
    let two = agreement(2, "text: \"ZQOVER\"");
    let over = "(id: \"turn.2\", step: \"fits\", seat: First, kind: turn, substance: Turn((of: \"k3wc1.2\", to: ended)))";
    let stages = [landed(1, "None", &[&one, &two]), landed(2, "None", &[over])];
    river(
        home.path(),
        "k3w",
        "Solo",
        &[("crossing", &stages[0]), ("crossing", &stages[1])],
    );
    let later = landed(4, "None", &[]);
    river(
        home.path(),
        "m2h",
        "Solo",
        &[
            ("crossing", &later),
            ("crossing", &later),
            ("crossing", &later),
        ],
    );
    let (river_id, text) = came_back(home.path(), &[]);
    assert_eq!(river_id, "k3w", "the one whose day has come");
    assert!(
        text.contains("k3wc1.1") && text.contains("ZQFIRST"),
        "{text}"
    );
    assert!(
        !text.contains("ZQOVER"),
        "what is over stays where it is: {text}"
    );
    let (river_id, text) = came_back(home.path(), &["--river", "m2h"]);
    assert_eq!(river_id, "m2h");
    assert!(!text.contains("brought"), "{text}");
    let looked = landed(6, "None", &[]);
    river(
        home.path(),
        "k3w",
        "Solo",
        &[("crossing", &stages[0]), ("return", &looked)],
    );
    assert_eq!(
        came_back(home.path(), &[]).0,
        "m2h",
        "else the one crossed last"
    );
}

#[test]
fn two_people_come_back_to_what_they_made_together() {
    let home = tempdir().unwrap();
    let alone = landed(1, "None", &[&agreement(1, "text: \"ZQALONE\"")]);
    river(home.path(), "k3w", "Solo", &[("crossing", &alone)]);
    let args = ["practise", "return", "--pair", "--line"];
    let ran = run(home.path(), &args, "");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("no river to come back to"), "{}", ran.err);
    let ran = run(home.path(), &[&args[..], &["--river", "k3w"]].concat(), "");
    assert!(ran.code == 2 && ran.err.contains("id k3w"), "{}", ran.err);
}

#[test]
fn without_a_river_that_has_landed_there_is_nothing_to_come_back_to() {
    let home = tempdir().unwrap();
    let under_way = "Crossing(place: None, events: [])";
    for args in [
        &["practise", "return", "--line"][..],
        &["practise", "return", "--line", "--river", "k3w"],
    ] {
        river(home.path(), "k3w", "Solo", &[("crossing", under_way)]);
        let ran = run(home.path(), args, "");
        assert_eq!((ran.code, ran.err.lines().count()), (2, 2), "{}", ran.err);
        assert!(ran.err.contains("no river to come back to"), "{}", ran.err);
        assert_eq!(ran.out, "");
    }
}
