//! The shapes of the JSON, which are a promise to other programs.

use crate::support::answers::{fluent, walk};
use crate::support::walker::{Asked, Walker};
use crate::support::{folder, run};
use serde_json::Value;
use std::path::Path;
use tempfile::tempdir;

const PROMISE: [&str; 7] = [
    "practise",
    "one_agreement",
    "--line",
    "--me",
    "Sam",
    "--other",
    "Noor",
];

fn json(home: &Path, args: &[&str]) -> Value {
    let ran = run(home, args, "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
    assert_eq!(ran.out.matches('\n').count(), 1, "one line");
    serde_json::from_str(&ran.out).unwrap()
}

/// Lands a crossing in which every blank was filled, with a date to look again.
fn landed(home: &Path) -> String {
    let mut walker = Walker::piped(home, &PROMISE);
    let mut words = fluent("w");
    let answer = |asked: &Asked| match asked.text.contains("A date like") {
        true => "Saturday, 2026-12-05".to_owned(),
        false => words(asked),
    };
    walk(&mut walker, answer, |_| false);
    assert_eq!(walker.ends().code, 0);
    folder::only_crossing(home).0
}

/// The JSON with its ids and moments masked, which differ from run to run.
fn masked(value: &Value, river: &str, crossing: &str) -> String {
    let text = serde_json::to_string_pretty(value).unwrap();
    let text = text.replace(river, "RIVER").replace(crossing, "CROSSING");
    let mask = |line: &str| match line.split_once("\": \"20") {
        Some((name, rest)) if rest.contains('T') => {
            assert_eq!(
                rest.trim_end_matches(',').len(),
                "26-12-05T10:00:00\"".len()
            );
            format!(
                "{name}\": \"MOMENT\"{}",
                if rest.ends_with(',') { "," } else { "" }
            )
        }
        _ => line.to_owned(),
    };
    text.lines().map(mask).collect::<Vec<_>>().join("\n")
}

fn river_of(home: &Path) -> String {
    let path = folder::crossings(home).remove(0);
    let folder = path.parent().unwrap().file_name().unwrap();
    folder.to_str().unwrap().to_owned()
}

#[test]
fn rivers_and_what_was_kept_have_the_promised_shapes() {
    let home = tempdir().unwrap();
    let id = landed(home.path());
    let river = river_of(home.path());
    let rivers = masked(&json(home.path(), &["rivers", "--json"]), &river, &id);
    let crossing = masked(&json(home.path(), &["show", &id, "--json"]), &river, &id);
    let all = masked(&json(home.path(), &["show", &river, "--json"]), &river, &id);
    insta::with_settings!({ snapshot_path => "shapes", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("rivers", rivers);
        insta::assert_snapshot!("show_crossing", crossing);
        insta::assert_snapshot!("show_river", all);
    });
}

#[test]
fn a_crossing_under_way_has_a_place_and_no_end() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &PROMISE);
    walk(&mut walker, fluent("w"), |asked| {
        asked.text.contains("Floe 3 of 5")
    });
    walker.end();
    let rivers = json(home.path(), &["rivers", "--json"]);
    let crossing = &rivers[0]["crossings"][0];
    assert_eq!(crossing["ended"], Value::Null);
    assert_eq!(crossing["mode"], "solo");
    assert_eq!(crossing["practice"], "one_agreement");
    assert_eq!(crossing["place"]["floe"], "next_agreement");
    assert_eq!(crossing["place"]["step"], "one_thing");
    assert_eq!(rivers[0]["next"], Value::Null);
    let shown = json(
        home.path(),
        &["show", crossing["id"].as_str().unwrap(), "--json"],
    );
    assert_eq!(
        shown["kept"],
        serde_json::json!([]),
        "drafts are not what was kept"
    );
}

#[test]
fn practices_are_listed_with_their_minutes() {
    let home = tempdir().unwrap();
    let offers = json(home.path(), &["practise", "--list", "--json"]);
    let first = offers[0].as_object().unwrap();
    let keys: Vec<_> = first.keys().collect();
    assert_eq!(keys, ["about", "id", "minutes", "title"]);
    assert_eq!(first["id"], "crossing");
    assert!(first["minutes"].is_u64());
    let text = run(home.path(), &["practise", "--list"], "").out;
    for offer in offers.as_array().unwrap() {
        assert!(text.contains(offer["id"].as_str().unwrap()));
        assert!(text.contains(offer["title"].as_str().unwrap()));
    }
    assert!(folder::files(home.path()).is_empty());
}

/// What a story holds that may be too close to home is read before it is begun.
#[test]
fn what_can_be_rehearsed_is_listed_with_what_it_is_about() {
    let home = tempdir().unwrap();
    let stories = json(home.path(), &["rehearse", "--list", "--json"]);
    let text = run(home.path(), &["rehearse", "--list"], "").out;
    let mut bank = Walker::piped(home.path(), &["rehearse", "--line"]);
    let bank = bank.ask().text;
    for story in stories.as_array().unwrap() {
        let about = story["about"].as_str().unwrap();
        assert!(text.contains(about) && bank.contains(about), "{about}");
    }
    let deposit =
        "You're the one who finds it hard to trust. Money between people who share a home.";
    assert!(text.contains(deposit), "{text}");
}

#[test]
fn an_empty_home_has_no_rivers_and_none_is_made_by_asking() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("none");
    assert_eq!(json(&home, &["rivers", "--json"]), serde_json::json!([]));
    let ran = run(&home, &["rivers"], "");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "No rivers yet. floe practise begins one.\n")
    );
    assert!(!home.exists());
}

/// What two people kept: words of each, and words of both.
const OF_TWO: &str = r#"(
    format: 1,
    rev: 9,
    header: (
        id: "m2hd4vt", river: Some("k3wq8ze"), practice: "crossing", pack: "floe", language: "en",
        mode: Pair, started: "2026-11-09T19:30:00", seed: 7,
    ),
    stage: Landed(
        ended: "2026-11-09T20:31:00",
        kept: [
            (id: "agreement", step: "one_thing", seat: First, shared: true, kind: agreement, substance: Agreement((
                kind: do, text: "I tell you first.", status: agreed))),
            (id: "thanks_for#0", step: "thanks", seat: First, kind: thanks, substance: Text("For the tea.")),
            (id: "thanks_for#0.second", step: "thanks", seat: Second, kind: thanks, label: Some("to remember"),
                substance: Text("For waiting.")),
        ],
        next: None,
    ),
)"#;
const RIVER_OF_TWO: &str =
    r#"(format: 1, id: "k3wq8ze", title: "After Sunday lunch", seats: ["Sam", "Noor"])"#;

#[test]
fn what_two_people_kept_is_shown_with_the_names_of_its_writers() {
    let home = tempdir().unwrap();
    let folder = home.path().join("k3wq8ze");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("river.ron"), RIVER_OF_TWO).unwrap();
    std::fs::write(folder.join("m2hd4vt.ron"), OF_TWO).unwrap();
    let shown = run(home.path(), &["show", "m2hd4vt"], "").out;
    let lines: Vec<&str> = shown.lines().skip(1).map(str::trim).collect();
    let expected = [
        "agreement (Sam and Noor): I tell you first.",
        "thanks (Sam): For the tea.",
        "to remember (Noor): For waiting.",
    ];
    assert_eq!(lines, expected);
    let shown = json(home.path(), &["show", "m2hd4vt", "--json"]);
    assert_eq!(shown["mode"], "pair");
    let kept = shown["kept"].as_array().unwrap();
    let seats: Vec<&Value> = kept.iter().map(|item| &item["seat"]).collect();
    assert_eq!(seats, ["both", "first", "second"]);
    assert_eq!(kept[0]["agreement"]["status"], "agreed");

    let mut walker = Walker::piped(home.path(), &["--line"]);
    let bank = walker.ask();
    let way = crate::support::answers::option(&bank, "Cross together").unwrap();
    walker.say(&way);
    let river = walker.say("1");
    let kept = crate::support::answers::option(&river, "Read what was kept").unwrap();
    let read = walker.say(&kept).text;
    assert!(read.contains("agreement: I tell you first."), "{read}");
    assert!(
        !read.contains("For"),
        "words of one aren't read out to both: {read}"
    );
    walker.end();
}
