//! Packs nobody wrote by hand: torn, shuffled, too deep, too large. `check` answers, and its answer can be shown.
#![allow(clippy::expect_used, reason = "a test speaks by failing")]

use floe::content::{check, source::File};
use proptest::prelude::*;

const KEYS: &[&str] = &["place", "saved"];

fn good() -> Vec<File> {
    macro_rules! files {
        ($($name:literal),+) => { vec![$(File::new($name, include_str!(concat!("check/good/", $name)))),+] };
    }
    files![
        "pack.ron",
        "words.ron",
        "help.ron",
        "detours.ron",
        "practices/stream.ron",
        "tracks/hop.ron",
        "lists/feelings.ron"
    ]
}

/// One careless hand in a text.
#[derive(Debug, Clone)]
enum Slip {
    Cut {
        at: usize,
        length: usize,
    },
    Twice {
        at: usize,
        length: usize,
    },
    Insert {
        at: usize,
        what: &'static str,
    },
    Rename {
        from: &'static str,
        to: &'static str,
    },
}

fn slip() -> impl Strategy<Value = Slip> {
    const ODD: &[&str] = &[
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"",
        ",",
        ":",
        "/*",
        "//",
        "\\",
        "\u{1b}[31m",
        "\u{202e}",
        "ö冰\u{301}",
        "{me",
        "#![enable(x)]",
        "1e999",
        "-1",
        "Some(",
        "r#\"",
        "Not(",
        "Any([])",
        "\0",
    ];
    const NAMES: &[&str] = &[
        "feel",
        "door",
        "safe",
        "weather",
        "hop",
        "stream",
        "keep",
        "yes",
        "",
        "feelings",
        "no such name",
    ];
    prop_oneof![
        (any::<usize>(), 1..400_usize).prop_map(|(at, length)| Slip::Cut { at, length }),
        (any::<usize>(), 1..400_usize).prop_map(|(at, length)| Slip::Twice { at, length }),
        (any::<usize>(), prop::sample::select(ODD))
            .prop_map(|(at, what)| Slip::Insert { at, what }),
        (prop::sample::select(NAMES), prop::sample::select(NAMES))
            .prop_map(|(from, to)| Slip::Rename { from, to }),
    ]
}

fn slipped(text: &str, slip: &Slip) -> String {
    let letters: Vec<char> = text.chars().collect();
    let parts = |at: usize, length: usize| {
        let at = at % (letters.len() + 1);
        let end = (at + length).min(letters.len());
        let part = |range: &[char]| range.iter().collect::<String>();
        (
            part(&letters[..at]),
            part(&letters[at..end]),
            part(&letters[end..]),
        )
    };
    match slip {
        Slip::Cut { at, length } => {
            let (before, _, after) = parts(*at, *length);
            before + &after
        }
        Slip::Twice { at, length } => {
            let (before, inside, after) = parts(*at, *length);
            before + &inside + &inside + &after
        }
        Slip::Insert { at, what } => {
            let (before, inside, after) = parts(*at, 0);
            before + what + &inside + &after
        }
        Slip::Rename { from, to } => text.replace(&format!("\"{from}\""), &format!("\"{to}\"")),
    }
}

/// Whether everything said about these files is made of lines a terminal can show.
fn said_plainly(files: &[File]) -> Result<(), String> {
    for problem in check::problems(files, KEYS) {
        let told = problem.render("a pack/");
        let steers =
            |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
        if told.contains(steers) || told.lines().any(|line| line.chars().count() > 700) {
            return Err(told);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn careless_hands_never_break_the_check(file in 0..7_usize, slips in prop::collection::vec(slip(), 1..4)) {
        let mut files = good();
        let torn = slips.iter().fold(files[file].text.to_string(), |text, slip| slipped(&text, slip));
        files[file] = File::new(files[file].name.clone(), torn);
        prop_assert_eq!(said_plainly(&files), Ok(()));
    }

    #[test]
    fn any_text_at_all_is_answered(text in "\\PC{0,200}", name in "[a-z/.]{0,20}") {
        let files = ["pack.ron", "practices/a.ron", &name].map(|name| File::new(name, text.clone()));
        prop_assert_eq!(said_plainly(&files), Ok(()));
    }
}

/// The good pack with this in place of the practice.
fn with_practice(text: String) -> Vec<File> {
    let mut files = good();
    files.retain(|file| file.name != "practices/stream.ron");
    files.push(File::new("practices/stream.ron", text));
    files
}

fn of_practice(files: &[File]) -> Vec<String> {
    let problems = check::problems(files, KEYS).into_iter();
    let own = problems.filter(|problem| problem.file == "practices/stream.ron");
    own.map(|problem| problem.what).collect()
}

#[test]
fn nesting_has_an_end() {
    const SIZE: usize = 256 * 1024;
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{1:", "}"),
        ("Some(", ")"),
        ("a(b:", ")"),
        ("/*", "*/"),
    ] {
        let times = SIZE / (open.len() + close.len());
        for text in [
            open.repeat(times * 2),
            open.repeat(times) + &close.repeat(times),
            format!("(format: 1, x: {}", open.repeat(times)),
        ] {
            let told = of_practice(&with_practice(text));
            assert_eq!(told.len(), 1, "{open}: {told:?}");
        }
    }
    let deep = format!(
        "when: {}FirstVisit{},",
        "Not(".repeat(1000),
        ")".repeat(1000)
    );
    let practice = good().remove(4).text.replacen("mirror: Own,", &deep, 1);
    assert_eq!(
        of_practice(&with_practice(practice.replacen(
            "when: Any([Chose(\"door\", \"wade\"), Not(Answered(\"door\"))]),",
            "",
            1
        ))),
        ["brackets stand in brackets too deep to read"]
    );
}

#[test]
fn thousands_of_problems_are_cut_short() {
    let asks: String = (0..2500)
        .map(|n| format!("(id: \"a{n}\", prompt: \"?\", ask: Line, when: Chose(\"b{n}\", \"x\"), shows: [(from: [\"c{n}\"])]),\n"))
        .collect();
    let practice = format!(
        "(format: 1, id: \"stream\", floes: [(id: \"f\", title: \"F\", purpose: \"P.\", lean: Courage, steps: [\
         (id: \"s\", title: \"S\", minutes: 1, why: \"W.\", asks: [{asks}])])])"
    );
    let told = of_practice(&with_practice(practice));
    assert_eq!(told.len(), 100);
    assert_eq!(
        told.last().map(String::as_str),
        Some("there are more problems in this file")
    );
}

#[test]
fn a_large_honest_looking_practice_is_walked_in_time() {
    // Every ask leads back to the first step, and every condition reads the last ask.
    let steps: String = (0..1200)
        .map(|n| {
            format!(
                "(id: \"s{n}\", title: \"S\", minutes: 1, why: \"W.\", when: Answered(\"a1199\"), asks: [(id: \"a{n}\", \
                 prompt: \"?\", ask: Line, then: Go(\"s{}\"))]),\n",
                n / 2
            )
        })
        .collect();
    let practice = format!(
        "(format: 1, id: \"stream\", floes: [(id: \"f\", title: \"F\", purpose: \"P.\", lean: Courage, steps: [{steps}])])"
    );
    assert_eq!(
        of_practice(&with_practice(practice)),
        ["this practice never asks what stays"]
    );
}
