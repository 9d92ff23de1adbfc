//! A river's page in plain lines: when somebody was on it, what was agreed there, what can be done.

use crate::ford::FORD;
use crate::support::run;
use crate::support::walker::Walker;
use std::fs;
use std::path::Path;
use tempfile::{TempDir, tempdir};

const LETTING_GO: &str = include_str!("../screens/letting_go.ron");

/// The ford, with a way of letting its far bank go.
fn pack() -> TempDir {
    let pack = tempdir().unwrap();
    let from = Path::new(FORD);
    for folder in ["lists", "practices"] {
        fs::create_dir(pack.path().join(folder)).unwrap();
    }
    for name in [
        "detours.ron",
        "lists/feelings.ron",
        "practices/crossing.ron",
    ] {
        fs::copy(from.join(name), pack.path().join(name)).unwrap();
    }
    let offers = fs::read_to_string(from.join("pack.ron")).unwrap();
    let offer = "practices: [(id: \"letting_go\", title: \"Letting go\", about: \"Put it down.\", minutes: 5),";
    fs::write(
        pack.path().join("pack.ron"),
        offers.replacen("practices: [", offer, 1),
    )
    .unwrap();
    fs::write(pack.path().join("practices/letting_go.ron"), LETTING_GO).unwrap();
    pack
}

/// A home with one river, crossed on days of 2024: of each its practice, whether two were on it, how far it went, the
/// day to look again, and what was kept.
fn home(crossings: &[(&str, bool, &str, &str, &str)]) -> TempDir {
    let home = tempdir().unwrap();
    let folder = home.path().join("k3w");
    fs::create_dir(&folder).unwrap();
    let river =
        "(format: 2, id: \"k3w\", title: \"After Sunday lunch\", seats: [\"Sam\", \"Noor\"])";
    fs::write(folder.join("river.ron"), river).unwrap();
    for (at, (practice, together, far, next, kept)) in crossings.iter().enumerate() {
        let (id, day) = (format!("k3wc{at}"), 12 + at);
        let mode = if *together { "Pair" } else { "Solo" };
        let text = format!(
            "(format: 2, rev: 1, header: (id: \"{id}\", river: Some(\"k3w\"), practice: \"{practice}\",
            pack: \"ford\", language: \"en\", mode: {mode}, started: \"2024-05-{day}T10:00:00\", seed: 7),
            stage: Landed(ended: \"2024-05-{day}T11:00:00\", next: {next}, kept: [{kept}], far: {far}))"
        );
        fs::write(folder.join(format!("{id}.ron")), text).unwrap();
    }
    home
}

/// An agreement of one or of both.
fn agreement(text: &str, shared: bool, status: &str) -> String {
    format!(
        "(id: \"agreement\", step: \"one\", seat: First, shared: {shared}, kind: agreement,
        substance: Agreement((text: \"{text}\", status: {status})))"
    )
}

/// What is printed when these lines are typed on the first screen.
fn at_the_bank(home: &TempDir, pack: &TempDir, typed: &str) -> String {
    let pack = pack.path().to_str().unwrap();
    let ran = run(home.path(), &["--line", "--pack", pack], typed);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran.out.replace(home.path().to_str().unwrap(), "HOME")
}

fn a_year() -> TempDir {
    let offered = agreement("I tell you first.", false, "offered");
    let agreed = agreement("Nothing about health, to anyone.", true, "agreed");
    home(&[
        ("crossing", false, "Some(\"guard\")", "None", &offered),
        ("crossing", true, "Some(\"listening\")", "None", &agreed),
        ("return", true, "None", "None", ""),
        ("letting_go", false, "None", "None", ""),
        ("crossing", false, "None", "None", ""),
    ])
}

#[test]
fn a_river_is_told_in_words() {
    let told = at_the_bank(&a_year(), &pack(), "1\n3\n1\n5\n1\n2\n");
    insta::with_settings!({ snapshot_path => "transcripts", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("a_river", told);
    });
}

#[test]
fn no_month_and_no_line_is_drawn() {
    let told = at_the_bank(&a_year(), &pack(), "1\n3\n");
    for art in ["___", "Jan", " . .", "ii", "|"] {
        assert!(!told.contains(art), "{art:?} in {told}");
    }
}

#[test]
fn of_what_one_crossed_alone_two_people_read_nothing() {
    let alone = agreement("ZQALONE I tell you first.", false, "offered");
    let words =
        "(id: \"words#0\", step: \"one\", seat: First, kind: words, substance: Text(\"ZQALONE\"))";
    let own =
        "(id: \"words#0\", step: \"one\", seat: Second, kind: words, substance: Text(\"ZQALONE\"))";
    let both = agreement("Nothing about health, to anyone.", true, "agreed");
    let mark = "(id: \"mark.1\", step: \"one\", seat: First, kind: mark,
        substance: Mark((of: \"k3wc1.1\", view: broken, note: Some(\"ZQALONE\"), wish: Some(\"ZQALONE\"))))";
    let far = "Some(\"guard\")";
    let home = home(&[
        ("crossing", false, far, "None", &[&alone, words].join(", ")),
        ("crossing", true, far, "None", &[&both, own].join(", ")),
        ("return", true, "None", "None", mark),
        ("letting_go", false, "None", "Some(\"2024-06-14\")", words),
    ]);
    let pack = pack();
    // Together, their river, what was kept, the crossings.
    let alone = at_the_bank(&home, &pack, "2\n2\n/back\n3\n");
    assert!(alone.contains("ZQALONE") && alone.contains("the far bank was let go"));
    let together = at_the_bank(&home, &pack, "5\n1\n2\n/back\n3\n/back\n4\n");
    assert!(together.contains("Nothing about health"), "{together}");
    assert!(together.contains("13 May 2024, together"), "{together}");
    let ours = together.split("Cross together").nth(1).unwrap();
    for theirs in [
        "ZQ",
        "alone:",
        "12 May",
        "15 May",
        "let go",
        "June",
        "isn't drawn",
    ] {
        assert!(!ours.contains(theirs), "{theirs:?} in {ours}");
    }
}

#[test]
fn a_day_that_has_come_is_said_first_and_opens_the_river() {
    let agreed = agreement("Nothing about health, to anyone.", true, "agreed");
    let next = "Some(\"2024-06-14\")";
    let home = home(&[("crossing", false, "None", next, &agreed)]);
    let told = at_the_bank(&home, &pack(), "1\n");
    let said = "1. See what became of it: After Sunday lunch
2. After Sunday lunch: its day has come: 14 June 2024\n";
    assert!(told.contains(said), "{told}");
    assert!(
        told.contains("\nAfter Sunday lunch: Sam and Noor\n"),
        "{told}"
    );
}

#[test]
fn where_the_far_bank_was_let_go_that_is_said_once() {
    let (home, pack) = (tempdir().unwrap(), pack());
    let folder = pack.path().to_str().unwrap();
    let args = [
        "--pack",
        folder,
        "practise",
        "letting_go",
        "--line",
        "--me",
        "Sam",
        "--other",
        "Noor",
    ];
    let gone = "The far bank isn't drawn any more. You're on firm ground.";
    let mut walker = Walker::piped(home.path(), &args);
    assert!(walker.ask().text.contains(gone));
    for line in [
        "/why",
        "To tell her things.",
        "/wobbly",
        "/back",
        "",
        "Her laugh.",
        "",
    ] {
        walker.say(line);
    }
    walker.say("1");
    walker.line("");
    let told = walker.ends().out;
    assert_eq!(told.matches(gone).count(), 1, "{told}");
    assert!(told.contains("You've landed."), "{told}");
    // Looked at later, its river has no far bank either, and it isn't let go a second time.
    let river = at_the_bank(&home, &pack, "1\n");
    assert!(
        river.contains(gone) && !river.contains("Let the far bank go"),
        "{river}"
    );
    assert!(river.contains("alone: the far bank was let go."), "{river}");
}
