//! `floe check --json`, and what may have been meant.

use crate::support::run;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tempfile::tempdir;

fn found(home: &Path, paths: &[&Path]) -> (i32, Vec<Value>) {
    let paths = paths.iter().map(|path| path.to_str().unwrap());
    let args: Vec<&str> = ["check", "--json"].into_iter().chain(paths).collect();
    let ran = run(home, &args, "");
    assert_eq!(ran.err, "");
    (ran.code, serde_json::from_str(&ran.out).unwrap())
}

#[test]
fn an_object_says_where_and_what_and_what_to_do() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let pack = dir.path().join("mine");
    let path = pack.to_str().unwrap();
    run(&home, &["pack", "new", path], "");
    assert_eq!(found(&home, &[&pack]), (0, Vec::new()));
    let file = pack.join("practices/pebble.ron");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("near: [\"shoe\"]", "near: [\"shoes\"]")).unwrap();
    let (code, problems) = found(&home, &[&pack, &dir.path().join("none")]);
    assert_eq!(code, 1);
    let line = text
        .lines()
        .position(|line| line.contains("near: ["))
        .unwrap()
        + 1;
    let col = text.lines().nth(line - 1).unwrap().find("\"shoe").unwrap() + 1;
    let expected = [
        json!({
            "kind": "problem",
            "path": format!("{path}/practices/pebble.ron"),
            "line": line,
            "col": col,
            "rule": "pair",
            "message": "there is no floe called \"shoes\"",
            "help": "floes here: shoe, palm. Did you mean \"shoe\"?",
        }),
        json!({
            "kind": "problem",
            "path": dir.path().join("none").to_str().unwrap(),
            "line": null,
            "col": null,
            "rule": "files",
            "message": "neither a folder nor a file of a pack",
            "help": null,
        }),
    ];
    assert_eq!(problems, expected);
    fs::write(&file, "\n\u{feff}(").unwrap();
    fs::write(pack.join("help.ron"), b"\n\xff").unwrap();
    let (_, problems) = found(&home, &[&pack]);
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (&problems[0]["line"], &problems[0]["message"]),
        (&json!(2), &json!("not UTF-8 text"))
    );
}

/// What is said about a pack, a line for each problem.
fn told(home: &Path, pack: &Path) -> String {
    let (_, problems) = found(home, &[pack]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let told = problems
        .iter()
        .map(|one| text(&one["message"]) + "; " + &text(&one["help"]));
    told.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_close_to_something_known_is_asked_about() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let pack = dir.path().join("mine");
    run(&home, &["pack", "new", pack.to_str().unwrap()], "");
    let file = pack.join("practices/pebble.ron");
    let text = fs::read_to_string(&file).unwrap();
    let told = || told(&home, &pack);
    // What can't be read at all hides the rest of its file.
    for edits in [
        &[("hint: ", "hitn: ", "\"hint\"")][..],
        &[("ask: Text,", "ask: Txet,", "\"Text\"")],
        &[("\"rock\")", "\"rokc\")", "\"rock\"")],
        &[
            ("list: \"feelings\"", "list: \"feeling\"", "\"feelings\""),
            ("Chose(\"how_big\"", "Chose(\"how_bgi\"", "\"how_big\""),
            ("Again(step: \"raw\"", "Again(step: \"rwa\"", "\"raw\""),
            ("near: [\"shoe\"]", "near: [\"sheo\"]", "\"shoe\""),
            ("from: [\"feels\"]", "from: [\"feel\"]", "\"feels\""),
        ],
    ] {
        let edit = |text: String, (from, to, _): &(&str, &str, &str)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        };
        fs::write(&file, edits.iter().fold(text.clone(), edit)).unwrap();
        let told = told();
        for (_, to, meant) in edits {
            let asked = format!("Did you mean {meant}?");
            assert!(told.contains(&asked), "{to}: {told}");
        }
    }
}

#[test]
fn a_file_in_the_wrong_place_is_asked_about() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let pack = dir.path().join("mine");
    run(&home, &["pack", "new", pack.to_str().unwrap()], "");
    let line = "(format: 1, sentences: {\"bank_begni\": \"Where to?\"})";
    let misplaced = [
        ("practises/a.ron", "()", "practices/a.ron"),
        ("rehersal.ron", "()", "rehearsal.ron"),
        ("sentences/words.ron", line, "\"bank_begin\""),
        (
            "sentences/practices/crosing.ron",
            line,
            "sentences/practices/crossing.ron",
        ),
    ];
    for (name, text, _) in misplaced {
        let file = pack.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
    }
    fs::create_dir_all(pack.join("sentences/lists")).unwrap();
    fs::write(pack.join("sentences/lists/feelings.ron"), line).unwrap();
    let told = told(&home, &pack);
    for (name, _, meant) in misplaced {
        let asked = format!("did you mean {meant}?");
        assert!(told.contains(&asked), "{name}: {told}");
    }
    let whole = "lists/feelings.ron is written whole, in its own place.";
    assert!(told.contains(whole), "{told}");
}

#[test]
fn what_no_longer_fits_is_told_and_is_no_problem() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let pack = dir.path().join("mine");
    run(&home, &["pack", "new", pack.to_str().unwrap()], "");
    let text = fs::read_to_string(pack.join("practices/pebble.ron")).unwrap();
    let text = text.replacen("id: \"pebble\"", "id: \"crossing\"", 1);
    fs::write(pack.join("practices/crossing.ron"), text).unwrap();
    fs::remove_file(pack.join("practices/pebble.ron")).unwrap();
    let manifest = fs::read_to_string(pack.join("pack.ron")).unwrap();
    fs::write(
        pack.join("pack.ron"),
        manifest.replace("id: \"pebble\"", "id: \"crossing\""),
    )
    .unwrap();
    let (code, told) = found(&home, &[&pack]);
    assert_eq!(code, 0, "{told:?}");
    assert!(
        !told.is_empty() && told.iter().all(|one| one["kind"] == "left_out"),
        "{told:?}"
    );
    let ran = run(&home, &["check", pack.to_str().unwrap()], "");
    assert!(
        ran.out.contains(
            "floe's own tracks/just_the_sorry.ron: this no longer fits, and is left out: "
        ),
        "{ran:?}"
    );
    let list = run(
        &home,
        &["--pack", pack.to_str().unwrap(), "practise", "--list"],
        "",
    );
    assert!(
        list.out.contains("A pebble in the shoe") && !list.out.contains("Just the sorry"),
        "{list:?}"
    );
}
