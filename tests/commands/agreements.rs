//! Agreements as other programs and people find them again: in lists, in JSON, and when a day has come.

use crate::planted::{agreement, landed, mark, river};
use crate::support::{folder, run};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tempfile::tempdir;

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

#[test]
fn one_agreement_is_forgotten_with_all_that_was_said_of_it() {
    let home = tempdir().unwrap();
    let (gone, stays) = (
        agreement(1, "text: \"ZQGONE\", status: agreed"),
        agreement(2, "text: \"STAYS\""),
    );
    let marked = mark(
        "First",
        "of: \"k3wc1.1\", view: broken, note: Some(\"ZQNOTE\")",
    );
    let anew = agreement(1, "text: \"ZQANEW\", of: Some(\"k3wc1.1\")");
    let ended = "(id: \"turn.1\", step: \"fits\", seat: First, kind: turn, substance: Turn((of: \"k3wc1.1\", to: ended)))";
    let stages = [
        landed(1, "None", &[&gone, &stays]),
        landed(2, "None", &[&marked, &anew]),
        landed(3, "None", &[ended]),
    ];
    let stages = stages.each_ref().map(|stage| ("return", stage.as_str()));
    river(home.path(), "k3w", "Solo", &stages);
    fs::write(home.path().join("k3w/k3wc2.ron.bak"), "ZQOLD").unwrap();
    for typed in ["", "yes\n"] {
        let ran = run(home.path(), &["forget", "k3wc1.1"], typed);
        assert!(
            ran.out.contains("k3wc1.1 (ZQGONE)") && ran.out.contains("Kept as it was."),
            "{}",
            ran.out
        );
    }
    assert!(folder::holds(home.path(), "ZQGONE"));
    let ran = run(home.path(), &["forget", "k3wc1.1"], "forget\n");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        ran.out
            .contains("words about it that were kept as something else"),
        "{}",
        ran.out
    );
    assert!(!folder::holds(home.path(), "ZQ") && !folder::holds(home.path(), "k3wc1.1"));
    assert_eq!(ids(&listed(home.path(), &[])), ["k3wc1.2"]);
    let again = run(home.path(), &["forget", "k3wc1.1", "--yes"], "");
    assert_eq!(
        (again.code, again.err.lines().count()),
        (1, 2),
        "{}",
        again.err
    );
    assert!(again.err.contains("Nothing here has the id k3wc1.1."));
}

#[test]
fn what_a_visit_under_way_has_brought_along_is_not_forgotten_from_under_it() {
    let home = tempdir().unwrap();
    let one = landed(1, "None", &[&agreement(1, "text: \"ZQGONE\"")]);
    river(
        home.path(),
        "k3w",
        "Solo",
        &[
            ("crossing", &one),
            ("return", "Crossing(place: None, events: [])"),
        ],
    );
    let path = home.path().join("k3w/k3wc2.ron");
    let brought = "seed: 7, brought: [(id: \"k3wc1.1\", by: First, standing: (text: \"ZQGONE\"))])";
    let text = fs::read_to_string(&path)
        .unwrap()
        .replace("seed: 7)", brought);
    fs::write(&path, text).unwrap();
    let before: Vec<_> = folder::files(home.path())
        .iter()
        .map(|path| fs::read(path).unwrap())
        .collect();
    let ran = run(home.path(), &["forget", "k3wc1.1", "--yes"], "");
    assert_eq!((ran.code, ran.err.lines().count()), (1, 2), "{}", ran.err);
    assert!(ran.err.contains("floe forget k3wc2"), "{}", ran.err);
    let after: Vec<_> = folder::files(home.path())
        .iter()
        .map(|path| fs::read(path).unwrap())
        .collect();
    assert!(before == after);
    let ran = run(home.path(), &["forget", "k3wc1.1", "k3wc2", "--yes"], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(!folder::holds(home.path(), "ZQGONE"));
}
