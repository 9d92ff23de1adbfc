//! What is written in the files: their form, names, texts and amounts.

use crate::pack::{STREAM, each, edited, golden, good, said, together};
use floe::content::source::File;

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
fn a_pack_never_speaks_as_floe() {
    let said = |words: &str| {
        each(&[(
            STREAM,
            "purpose: \"Arrive.\"",
            &format!("purpose: \"{words}\""),
        )])
    };
    for (words, told) in [
        ("Well.\\n[hidden line] > ", "looks like the line that asks"),
        ("Type your Passphrase here.", "speaks of a passphrase"),
    ] {
        let said = said(words);
        assert!(said.contains(told), "{words}: {said}");
    }
    for fine in ["Floe by floe.", "[a] or b > c", "Keep what is hidden."] {
        assert!(said(fine).ends_with("(nothing)\n"), "{fine}");
    }
    let place = together(&[
        (
            "words.ron",
            "Floe {at} of {all}: {floe}.",
            "Floe {floe} of {floes}: {title}.",
        ),
        (
            STREAM,
            "purpose: \"Arrive.\"",
            "purpose: \"Soon.\\nFloe 4 of 11: The hand.\"",
        ),
    ]);
    assert!(place.contains("what floe itself says"), "{place}");
    let own = each(&[("words.ron", "\"saved\": \"", "\"saved\": \"[line] > ")]);
    assert!(own.contains("looks like the line that asks"), "{own}");
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
