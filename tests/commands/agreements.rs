//! Agreements as other programs and people find them again: in lists, in JSON, when a day has come, and on coming back.

use crate::support::run;
use crate::support::walker::Walker;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tempfile::tempdir;

/// A river with one crossing a stage, the first on 1 May 2026 and every further one a day later.
fn river(home: &Path, id: &str, mode: &str, stages: &[(&str, &str)]) {
    let folder = home.join(id);
    fs::create_dir_all(&folder).unwrap();
    let title =
        format!("(format: 2, id: \"{id}\", title: \"After {id}\", seats: [\"Sam\", \"Noor\"])");
    fs::write(folder.join("river.ron"), title).unwrap();
    for (at, (practice, stage)) in stages.iter().enumerate() {
        let crossing = format!("{id}c{}", at + 1);
        let day = at + 1;
        let text = format!(
            "(format: 2, rev: 1, header: (id: \"{crossing}\", river: Some(\"{id}\"), practice: \"{practice}\",
            pack: \"floe\", language: \"en\", mode: {mode}, started: \"2026-05-0{day}T10:00:00\", seed: 7), stage: {stage})"
        );
        fs::write(folder.join(format!("{crossing}.ron")), text).unwrap();
    }
}

fn landed(day: u8, next: &str, kept: &[&str]) -> String {
    let kept = kept.join(",\n");
    format!("Landed(ended: \"2026-05-0{day}T11:00:00\", next: {next}, kept: [{kept}])")
}

fn agreement(number: usize, fields: &str) -> String {
    let id = if number == 1 {
        String::new()
    } else {
        format!(".{number}")
    };
    format!(
        "(id: \"agreement{id}\", step: \"one_thing\", seat: First, kind: agreement, substance: Agreement(({fields})))"
    )
}

fn mark(seat: &str, fields: &str) -> String {
    format!(
        "(id: \"mark.1\", step: \"carrying\", seat: {seat}, kind: mark, substance: Mark(({fields})))"
    )
}

fn listed(home: &Path, args: &[&str]) -> Value {
    let ran = run(home, &[&["agreements", "--json"], args].concat(), "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    serde_json::from_str(&ran.out).unwrap()
}

fn ids(value: &Value) -> Vec<&str> {
    let list = value.as_array().unwrap().iter();
    list.map(|line| line["id"].as_str().unwrap()).collect()
}

#[test]
fn every_agreement_has_the_promised_shape_and_the_same_in_words() {
    let home = tempdir().unwrap();
    let ours = agreement(
        1,
        "text: \"I tell you first.\", who: Some(\"Sam\"), when: Some(\"by six\"), until: Some(\"30 June, 2999-06-30\"), status: agreed",
    );
    let stays = agreement(
        2,
        "kind: dont, text: \"I won't ask Leila.\", instead: Some(\"I ask you.\")",
    );
    let kept = mark(
        "First",
        "of: \"k3wc1.1\", view: part, on: Some(\"2026-05-02\"), note: Some(\"Late on Tuesday.\")",
    );
    let over = "(id: \"turn.2\", step: \"fits\", seat: First, kind: turn, substance: Turn((of: \"k3wc1.2\", to: completed)))";
    river(
        home.path(),
        "k3w",
        "Solo",
        &[
            ("crossing", &landed(1, "None", &[&ours, &stays])),
            ("return", &landed(3, "None", &[&kept, over])),
        ],
    );
    let expected = json!([
        {
            "id": "k3wc1.1", "river": "k3w", "kind": "do", "text": "I tell you first.", "status": "agreed",
            "who": "Sam", "when": "by six", "until": "30 June, 2999-06-30", "next": "2999-06-30",
            "marks": [{ "date": "2026-05-02", "by": "first", "view": "part", "note": "Late on Tuesday." }],
        },
        {
            "id": "k3wc1.2", "river": "k3w", "kind": "dont", "text": "I won't ask Leila.", "status": "completed",
            "who": null, "when": null, "until": null, "next": null, "marks": [],
        },
    ]);
    assert_eq!(listed(home.path(), &[]), expected);
    let told = run(home.path(), &["agreements"], "").out;
    let expected = "k3w  After k3w  Sam, Noor
    k3wc1.1  agreed: I tell you first.
        who: Sam
        when: by six
        until: 30 June, 2999-06-30
        next: 2999-06-30
        2026-05-02  kept in part (Sam): Late on Tuesday.
    k3wc1.2  over, with thanks: I won't ask Leila.
";
    assert_eq!(told, expected);
}

#[test]
fn where_two_have_crossed_only_shown_marks_are_listed() {
    let home = tempdir().unwrap();
    let ours = agreement(1, "text: \"I tell you first.\", status: agreed");
    let shown = mark(
        "First",
        "of: \"k3wc1.1\", view: broken, shown: true, note: Some(\"SHOWN\")",
    );
    let alone = mark(
        "Second",
        "of: \"k3wc1.1\", view: broken, note: Some(\"ZQALONE\")",
    );
    let stages = [
        ("crossing", landed(1, "None", &[&ours])),
        ("return", landed(2, "None", &[&shown, &alone])),
    ];
    let stages = stages
        .each_ref()
        .map(|(practice, stage)| (*practice, stage.as_str()));
    river(home.path(), "k3w", "Pair", &stages);
    let told = run(home.path(), &["agreements"], "").out;
    assert!(
        told.contains("broken (Sam): SHOWN") && !told.contains("ZQALONE"),
        "{told}"
    );
    let marks = &listed(home.path(), &[])[0]["marks"];
    assert_eq!(marks.as_array().unwrap().len(), 1, "{marks}");
    river(home.path(), "k3w", "Solo", &stages);
    let told = run(home.path(), &["agreements"], "").out;
    assert!(
        told.contains("ZQALONE"),
        "alone one sees what one wrote: {told}"
    );
}

#[test]
fn what_is_due_is_what_a_day_has_come_of_until_somebody_has_looked() {
    let home = tempdir().unwrap();
    let nothing = run(home.path(), &["agreements", "--due"], "");
    assert_eq!((nothing.code, nothing.out.as_str()), (0, ""));
    let come = agreement(
        1,
        "text: \"A\", when: Some(\"from 2026-05-03\"), until: Some(\"2999-01-01\")",
    );
    let far = agreement(2, "text: \"B\", tell_by: Some(\"2999-01-01\")");
    let before = agreement(3, "text: \"C\", when: Some(\"since 2020-01-01\")");
    let plain = agreement(4, "text: \"D\", when: Some(\"on Sunday\")");
    let all: [&str; 4] = [&come, &far, &before, &plain];
    river(
        home.path(),
        "k3w",
        "Solo",
        &[("crossing", &landed(1, "None", &all))],
    );
    assert_eq!(ids(&listed(home.path(), &["--due"])), ["k3wc1.1"]);
    assert_eq!(listed(home.path(), &["--due"])[0]["next"], "2026-05-03");

    // A look at the agreements on the day answers it; another crossing doesn't.
    let other = landed(4, "None", &[]);
    river(
        home.path(),
        "k3w",
        "Solo",
        &[("crossing", &landed(1, "None", &all)), ("crossing", &other)],
    );
    assert_eq!(ids(&listed(home.path(), &["--due"])), ["k3wc1.1"]);
    river(
        home.path(),
        "k3w",
        "Solo",
        &[("crossing", &landed(1, "None", &all)), ("return", &other)],
    );
    assert_eq!(run(home.path(), &["agreements", "--due"], "").out, "");
    assert_eq!(listed(home.path(), &["--due"]), json!([]));
    assert_eq!(listed(home.path(), &[])[0]["next"], "2999-01-01");
}

#[test]
fn a_river_to_look_at_again_brings_all_that_is_not_over() {
    let home = tempdir().unwrap();
    let one = agreement(1, "text: \"A\"");
    let two = agreement(2, "text: \"B\"");
    let over = "(id: \"turn.2\", step: \"fits\", seat: First, kind: turn, substance: Turn((of: \"k3wc1.2\", to: ended)))";
    let stages = [
        landed(1, "None", &[&one, &two]),
        landed(2, "Some(\"2026-05-06\")", &[over]),
    ];
    river(
        home.path(),
        "k3w",
        "Solo",
        &[("crossing", &stages[0]), ("crossing", &stages[1])],
    );
    river(
        home.path(),
        "m2h",
        "Solo",
        &[("crossing", &landed(1, "Some(\"2026-05-06\")", &[]))],
    );
    river(
        home.path(),
        "p5t",
        "Solo",
        &[("crossing", &landed(1, "Some(\"2999-05-06\")", &[&one]))],
    );
    let told = run(home.path(), &["agreements", "--due"], "").out;
    let expected = "k3w  After k3w  Sam, Noor
    look again on 2026-05-06
    k3wc1.1  offered: A
m2h  After m2h  Sam, Noor
    look again on 2026-05-06
";
    assert_eq!(told, expected);
    assert_eq!(ids(&listed(home.path(), &["--due"])), ["k3wc1.1"]);
    // Whoever has landed there since has looked again.
    let since = landed(7, "None", &[]);
    river(
        home.path(),
        "m2h",
        "Solo",
        &[
            ("crossing", &landed(1, "Some(\"2026-05-06\")", &[])),
            ("crossing", &since),
        ],
    );
    let told = run(home.path(), &["agreements", "--due"], "").out;
    assert!(!told.contains("m2h"), "{told}");
}

#[test]
fn what_can_not_be_read_is_told_after_what_could() {
    let home = tempdir().unwrap();
    let one = landed(1, "None", &[&agreement(1, "text: \"A\"")]);
    river(
        home.path(),
        "k3w",
        "Solo",
        &[("crossing", &one), ("crossing", &one)],
    );
    fs::write(home.path().join("k3w/k3wc2.ron"), "torn").unwrap();
    let ran = run(home.path(), &["agreements"], "");
    assert_eq!((ran.code, ran.err.lines().count()), (1, 2), "{}", ran.err);
    assert!(ran.out.contains("k3wc1.1  offered: A"), "{}", ran.out);
    let none = run(&home.path().join("none"), &["agreements"], "");
    assert_eq!((none.code, none.out.lines().count()), (0, 1));
    assert_eq!(listed(&home.path().join("none"), &[]), json!([]));
}

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
    let before = crate::support::folder::crossings(home);
    let path = pack.path().to_str().unwrap();
    let mut walker = Walker::piped(
        home,
        &[&["practise", "return", "--line", "--pack", path], args].concat(),
    );
    walker.ask();
    walker.say("well");
    let ran = walker.end();
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut new = crate::support::folder::crossings(home);
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
