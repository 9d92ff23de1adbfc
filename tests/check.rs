//! Content as authors write it, and what `check` says about it, to the letter.
//!
//! Every problem is made by a small edit of the good pack in `tests/check/good`; what is said about it stands
//! beside it in `tests/check/*.snap`.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test speaks by failing"
)]

use floe::content::{
    check,
    model::{Condition, Kind, Outcome, Pack, Source},
    source::File,
};
use std::path::Path;

/// What the program would say, in these tests.
const KEYS: &[&str] = &["place", "saved"];
const STREAM: &str = "practices/stream.ron";

/// Every `.ron` file of a folder.
fn files(folder: &Path) -> Vec<File> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(open) = folders.pop() {
        for entry in std::fs::read_dir(open).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "ron") {
                let name = path.strip_prefix(folder).expect("inside").display();
                let text = std::fs::read_to_string(&path).expect("text");
                files.push(File::new(name.to_string(), text));
            }
        }
    }
    files
}

fn good() -> Vec<File> {
    files(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/check/good"
    )))
}

/// The good pack with one passage of a file replaced; `from` stands in it exactly once.
fn edited(mut files: Vec<File>, (name, from, to): (&str, &str, &str)) -> Vec<File> {
    let file = files
        .iter_mut()
        .find(|file| file.name == name)
        .expect("a file of the good pack");
    assert_eq!(file.text.matches(from).count(), 1, "{from:?} in {name}");
    file.text = file.text.replace(from, to).into();
    files
}

fn said(files: &[File]) -> String {
    let problems = check::problems(files, KEYS);
    let told: Vec<_> = problems
        .iter()
        .map(|problem| problem.render("pack/"))
        .collect();
    if told.is_empty() {
        "(nothing)\n".to_owned()
    } else {
        told.join("\n")
    }
}

/// What is said about each of these edits, made one at a time.
fn each(edits: &[(&str, &str, &str)]) -> String {
    let one = |edit: &(&str, &str, &str)| {
        let (_, from, to) = edit;
        format!("#### {from} -> {to}\n\n{}", said(&edited(good(), *edit)))
    };
    edits.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// What is said about all of these edits made together.
fn together(edits: &[(&str, &str, &str)]) -> String {
    said(
        &edits
            .iter()
            .fold(good(), |files, edit| edited(files, *edit)),
    )
}

macro_rules! golden {
    ($name:literal, $told:expr) => {
        insta::with_settings!({ snapshot_path => "check", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $told);
        });
    };
}

fn read(files: &[File]) -> Pack {
    check::pack(files, KEYS).unwrap_or_else(|problems| {
        let told: String = problems.iter().map(|one| one.render("good/")).collect();
        panic!("{told}")
    })
}

#[test]
fn a_good_pack_becomes_the_checked_shape() {
    let pack = read(&good());
    assert_eq!(pack.offers.len(), 2);
    assert_eq!(pack.words["saved"], "saved {time}");
    let stream = &pack.practices["stream"];
    let weather = &stream.floes[1].steps[0];
    assert_eq!(stream.floes[0].short, "The near bank");
    let Kind::Compose(parts) = &weather.asks[2].kind else {
        panic!("a composed text");
    };
    let second = Source {
        ask: "sentence".to_owned().into(),
        field: Some(1),
    };
    assert_eq!(parts[1].from, second);
    let Kind::Choice(options) = &weather.asks[3].kind else {
        panic!("a choice");
    };
    assert!(matches!(
        &options[0].then,
        Some(Outcome::Again { most: 2, .. })
    ));
    assert_eq!(weather.asks[0].when, Condition::Always);
    assert!(stream.floes[0].steps[0].sealed());
}

#[test]
fn a_track_walks_the_steps_of_its_practice() {
    let pack = read(&good());
    let hop = &pack.practices["hop"];
    let steps = hop.floes.iter().flat_map(|floe| &floe.steps);
    let steps: Vec<_> = steps.map(|step| step.id.as_str()).collect();
    assert_eq!(steps, ["weather", "landing"]);
    assert_eq!(hop.suppose.len(), 1);
}

#[test]
fn the_good_pack_has_no_problems() {
    assert_eq!(said(&good()), "(nothing)\n");
}

#[test]
fn the_bundled_pack_has_no_problems() {
    let told = floe::content::library::bundled(floe::words::KEYS).map_err(|problems| {
        let told = problems.iter().map(|problem| problem.render("content/en/"));
        told.collect::<String>()
    });
    assert_eq!(told.err(), None);
}

#[test]
fn syntax() {
    golden!(
        "syntax",
        each(&[
            (STREAM, "purpose: \"Arrive.\"", "purpose: \"Arrive."),
            (STREAM, "purpose: \"Arrive.\"", "purpose: Arrive."),
            (STREAM, "purpose: \"Arrive.\"", "purpose: \"Arr\\ive.\""),
            (STREAM, "id: \"bank\",", "id: \"bank\""),
            (STREAM, "mirror: Own,", "mirror: Own /* not closed"),
            (STREAM, "shows: [(", "shows: ["),
            (STREAM, "from: [\"feel\"]", "from: \"feel\""),
            (STREAM, "ask: Keep,", "ask: Keep(),"),
            ("pack.ron", "\n)\n", "\n"),
            ("pack.ron", "\n)\n", "\n))\n"),
        ])
    );
}

#[test]
fn fields_and_values() {
    golden!(
        "fields",
        each(&[
            (STREAM, "hint: ", "hnt: "),
            (STREAM, "purpose: \"Arrive.\",", ""),
            (STREAM, "keep: Private", "keep: Private, keep: Ask"),
            (STREAM, "yes: SavingOn", "yse: SavingOn"),
            (STREAM, "lean: Courage", "lean: Courag"),
            (STREAM, "yes: SavingOn", "yes: SavingMaybe"),
            (
                STREAM,
                "minutes: 1, why: \"Weather",
                "minutes: \"one\", why: \"Weather"
            ),
            (STREAM, "title: \"Who's here?\"", "title: 7"),
            (STREAM, "most: 3", "most: 300"),
            (STREAM, "most: 3", "most: few"),
            (STREAM, "Chose(\"feel\", \"on edge\")", "Chose(\"feel\")"),
            (STREAM, "is: Me, ask: Line", "is: Me, ask: \"Line\""),
        ])
    );
}

#[test]
fn newer_formats_are_told_once_and_nothing_else_of_the_file() {
    let newer = edited(
        good(),
        (STREAM, "format: 1,", "format: 2, colours: [\"blue\"],"),
    );
    golden!("newer", said(&newer));
    golden!(
        "unborn",
        together(&[("help.ron", "format: 1", "format: 0")])
    );
}

#[test]
fn ids() {
    golden!(
        "ids",
        together(&[
            (STREAM, "id: \"bank\"", "id: \"Near Bank\""),
            (STREAM, "id: \"arrive\"", "id: \"safe\""),
            (STREAM, "id: \"saving\"", "id: \"afraid\""),
            (STREAM, "id: \"name\"", "id: \"thanks_for\""),
            (
                STREAM,
                "id: \"no\", text: \"no\"),\n                                (id: \"yes\", text: \"yes, or",
                "id: \"yes\", text: \"no\"),\n                                (id: \"yes\", text: \"yes, or"
            ),
            (STREAM, "id: \"felt\"", "id: \"\""),
            ("lists/feelings.ron", "id: \"warm\"", "id: \"cold\""),
            ("lists/feelings.ron", "id: \"feelings\"", "id: \"feeling\""),
            ("tracks/hop.ron", "id: \"hop\"", "id: \"hopp\""),
        ])
    );
}

#[test]
fn references() {
    golden!(
        "references",
        each(&[
            (STREAM, "list: \"feelings\"", "list: \"feelingz\""),
            (
                STREAM,
                "Chose(\"afraid\", \"yes\")",
                "Chose(\"afraid\", \"maybe\")"
            ),
            (
                STREAM,
                "Chose(\"feel\", \"on edge\")",
                "Chose(\"feel\", \"on the edge\")"
            ),
            (
                STREAM,
                "Chose(\"feel\", \"on edge\")",
                "Chose(\"feeel\", \"on edge\")"
            ),
            (
                STREAM,
                "Chose(\"feel\", \"on edge\")",
                "Chose(\"name\", \"on edge\")"
            ),
            (STREAM, "from: [\"feel\"]", "from: [\"fell\"]"),
            (STREAM, "sentence/felt", "sentence/feelt"),
            (STREAM, "sentence/felt", "feel/felt"),
            (STREAM, "from: [\"feel\"]", "from: [\"feet\"]"),
            (STREAM, "Again(step: \"weather\"", "Again(step: \"wether\""),
            (STREAM, "Walk(\"hop\")", "Walk(\"hoop\")"),
        ])
    );
}

#[test]
fn flow() {
    golden!(
        "flow",
        each(&[
            // A condition and something shown that come too early.
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, when: Chose(\"door\", \"wade\"), ask: Line"
            ),
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, when: All([FirstVisit, Answered(\"feel\")]), ask: Line"
            ),
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, when: Any([]), ask: Line"
            ),
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, when: Not(Answered(\"feel\")), ask: Line"
            ),
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, shows: [(from: [\"sentence/seen\"])], ask: Line"
            ),
            // The same, where a round leads back.
            (
                STREAM,
                "ask: Pick(",
                "when: Not(Not(Chose(\"more\", \"yes\"))), ask: Pick("
            ),
            // No way out.
            (
                STREAM,
                "(id: \"no\", text: \"no\"),\n                            ]),\n                        ),\n                    ],\n                ),\n                (\n                    id: \"landing\"",
                "(id: \"no\", text: \"no\", then: Go(\"arrive\")),\n                            ]),\n                        ),\n                    ],\n                ),\n                (\n                    id: \"landing\""
            ),
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, ask: Show, then: Go(\"safe\")"
            ),
            (
                STREAM,
                "yes: SavingOn, no: SavingOff",
                "yes: Go(\"safe\"), no: Go(\"safe\")"
            ),
            // A round that leads on, and one of which there is none.
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, ask: Line, then: Again(step: \"weather\", most: 1, closing: \"On we go.\")"
            ),
            (STREAM, "most: 2", "most: 0"),
            // A step that every way goes around.
            (STREAM, "is: Me, ask: Line", "is: Me, ask: Show, then: Land"),
        ])
    );
}

#[test]
fn what_melts_is_not_read_elsewhere() {
    golden!(
        "melting",
        each(&[
            (
                STREAM,
                "Chose(\"feel\", \"on edge\")",
                "Chose(\"afraid\", \"yes\")"
            ),
            (
                STREAM,
                "text: \"in one hop\"",
                "text: \"in one hop, {other}\""
            ),
            (
                STREAM,
                "prompt: \"Should anything be saved?\", keep: Never",
                "prompt: \"Should anything be saved?\""
            ),
            (STREAM, "from: [\"feel\"]", "from: [\"saving\"]"),
            (STREAM, "label: \"the sentence\",", "keep: Never,"),
        ])
    );
}

#[test]
fn meanings() {
    golden!(
        "meanings",
        together(&[
            (
                STREAM,
                "id: \"door\", prompt: \"How do you go, {me}?\",",
                "id: \"door\", prompt: \"How do you go, {me}?\", is: Stance,"
            ),
            (STREAM, "is: Carry,", "is: Me,"),
            (
                STREAM,
                "id: \"seen\", label",
                "is: Agreement(FreeNo), id: \"seen\", label"
            ),
            (
                STREAM,
                "prompt: \"What's it like in you?\"",
                "prompt: \"What's it like in you?\", is: Lean"
            ),
            ("detours.ron", "(id: \"together\"", "(id: \"teamwork\""),
        ])
    );
}

#[test]
fn landing() {
    golden!(
        "landing",
        each(&[
            (STREAM, "ask: Keep, then: Landed", "ask: Keep"),
            (STREAM, "ask: Keep, then: Landed", "ask: Show, then: Landed"),
            (STREAM, "is: Me, ask: Line", "is: Me, ask: Keep"),
            (
                "detours.ron",
                "is: Thanks, ask: Line",
                "is: Thanks, ask: Keep"
            ),
        ])
    );
}

#[test]
fn tracks() {
    golden!(
        "tracks",
        each(&[
            ("tracks/hop.ron", "of: \"stream\"", "of: \"steam\""),
            (
                "tracks/hop.ron",
                "\"weather\", ",
                "\"wether\", \"landing\", "
            ),
            ("tracks/hop.ron", ", \"landing\"", ""),
            ("tracks/hop.ron", "\"door\", \"wade\"", "\"door\", \"swim\""),
            ("tracks/hop.ron", "\"door\", \"wade\"", "\"name\", \"wade\""),
        ])
    );
    let waiting = edited(
        good(),
        (
            STREAM,
            "Any([Chose(\"door\", \"wade\"), Not(Answered(\"door\"))])",
            "Chose(\"door\", \"wade\")",
        ),
    );
    golden!(
        "tracks_waiting",
        said(&edited(
            waiting,
            ("tracks/hop.ron", "suppose: [(\"door\", \"wade\")],", "")
        ))
    );
}

#[test]
fn manifest() {
    golden!(
        "manifest",
        each(&[
            ("pack.ron", "id: \"hop\"", "id: \"hoop\""),
            (
                "pack.ron",
                "(id: \"hop\", title: \"A hop\"",
                "(id: \"stream\", title: \"A hop\""
            ),
            (
                "pack.ron",
                "language: \"en\"",
                "language: \"english please\""
            ),
            ("pack.ron", "minutes: 5", "minutes: 0"),
        ])
    );
    let mut files = good();
    files.retain(|file| file.name != "help.ron" && file.name != "practices/stream.ron");
    files.push(File::new("detour.ron", ""));
    let other = good()
        .into_iter()
        .find(|file| file.name == STREAM)
        .expect("it is there");
    files.push(File::new(
        "practices/other.ron",
        other.text.replacen("\"stream\"", "\"other\"", 1),
    ));
    golden!("missing_files", said(&files));
}

#[test]
fn a_broken_file_takes_nothing_with_it() {
    let broken = [
        "practices/stream.ron",
        "lists/feelings.ron",
        "detours.ron",
        "tracks/hop.ron",
    ];
    for name in broken {
        let files = good().into_iter().map(|file| match file.name == name {
            true => File::new(file.name, "(format: 1, oops"),
            false => file,
        });
        let files: Vec<File> = files.collect();
        let problems = check::problems(&files, KEYS);
        let others: Vec<_> = problems
            .iter()
            .filter(|problem| problem.file != name)
            .collect();
        assert!(others.is_empty(), "{name}: {others:#?}");
        assert_eq!(problems.len(), 1, "{name}");
    }
}

#[test]
fn lists_words_and_help() {
    golden!(
        "lists",
        together(&[
            ("lists/feelings.ron", "[\"glad\"]", "[\"Scared\"]"),
            (
                "lists/feelings.ron",
                "near: [\"scared\"]",
                "near: [\"scard\"]"
            ),
            (
                "lists/feelings.ron",
                "(id: \"cold\"",
                "(id: \"none\", title: \"None\", about: \"nothing\", words: []), (id: \"cold\""
            ),
            (
                "words.ron",
                "\"saved\": \"saved {time}\"",
                "\"savd\": \"saved {time}\", \"place\": \"\""
            ),
            ("help.ron", "2026-11-02", "2 November"),
            (
                "help.ron",
                "[\"If you're afraid of someone, practise alone or not at all.\"]",
                "[]"
            ),
        ])
    );
}

#[test]
fn amounts() {
    golden!(
        "amounts",
        together(&[
            (
                STREAM,
                "minutes: 1, why: \"Weather",
                "minutes: -1, why: \"Weather"
            ),
            (
                STREAM,
                "minutes: 1, why: \"You choose",
                "minutes: inf, why: \"You choose"
            ),
            (STREAM, "most: 3", "most: 0"),
            ("detours.ron", "seconds: 10", "seconds: 0"),
            (
                "detours.ron",
                "[(id: \"back_at\", prompt: \"When will you be back?\", ask: Line)]",
                "[]"
            ),
            (STREAM, "from: [\"feel\"]", "from: []"),
        ])
    );
}

#[test]
fn texts() {
    let long = "word ".repeat(60);
    let invisible = "What shall \u{202e}I call you?";
    golden!(
        "texts",
        together(&[
            (STREAM, "Arrive.", " "),
            (STREAM, "Breathe out.", "Breathe o\u{1b}[31mut."),
            (STREAM, "What shall I call you?", invisible),
            (STREAM, "How do you go, {me}?", "How do you go, {you}?"),
            (
                STREAM,
                "Say it to {other}.",
                "Say it. Then wait. Then say it again. Then rest."
            ),
            (
                STREAM,
                "Read it aloud. Change what your mouth trips over.",
                &long
            ),
            (
                STREAM,
                "text: \"slowly\"",
                "text: \"slowly, and with a pause at every floe so that both of us can rest\""
            ),
            (STREAM, "the sentence", "the sentence you would say"),
            (STREAM, "when I saw", "when\\nI saw"),
            (
                STREAM,
                "title: \"The near bank\"",
                "title: \"The near bank, where we arrive\""
            ),
            (
                STREAM,
                "Small words will do.",
                "Donaudampfschifffahrtsgesellschaftskapitän, for one."
            ),
            ("words.ron", "saved {time}", "saved\u{7} {time}"),
        ])
    );
}

#[test]
fn carets_stand_under_what_is_meant() {
    golden!(
        "carets",
        each(&[
            // Behind a tab, behind wide letters, far to the right, and through to the end of a line.
            (STREAM, "lean: Courage,", "/*\tö 冰河 */ lean: Courag,"),
            (
                STREAM,
                "(id: \"feel\", prompt: \"What's it like in you?\", ask",
                "(id: \"feel\", prompt: \"What's it like in you, right now, here, at the edge of it?\", ask"
            ),
            (
                STREAM,
                "list: \"feelings\"",
                "/* a long note that moves what follows far to the right of the page, where nobody sees it */ list: \"felings\""
            ),
            (
                "pack.ron",
                "title: \"A small stream\"",
                "title: \"A small stream, and what became of it in all those years\""
            ),
            ("pack.ron", "title: \"A small stream\"", "title: \"\n\n\""),
        ])
    );
}
