//! floe follows its own rules: every sentence it says is held before the mirror, as words to the one who reads it.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

#[path = "style/texts.rs"]
mod texts;

use floe::content::{Context, library};
use floe::mirror::Mirror;
use texts::{Text, sentences};

/// What is noticed all the same, by family and words, and why it stays. Everything else in the same sentence counts.
const EXCUSED: &[(&str, &str, &str)] = &[
    ("should", "it costs nothing", "says what a rehearsal costs"),
    ("sorry_if", "the end of it", "ends a talk of one's own"),
    (
        "mind_read",
        "you don't quite mean it",
        "what somebody in a story hears",
    ),
    ("demand", "choose", "what a key does, in the line of keys"),
    ("demand", "Choose", "the hand says what can be done"),
    (
        "mind_read",
        "I can see you don't",
        "an example of trust and doubt side by side",
    ),
    (
        "impossible",
        "whatever it takes",
        "it lists what promises too big to carry are made of",
    ),
    ("demand", "Say it", "what one does on this step"),
    ("demand", "say it", "what two do on this step, in turn"),
    ("demand", "let it go", "what one chooses for oneself"),
    ("demand", "let it lie", "what one chooses for oneself"),
    ("demand", "Let it lie", "the hand says what can wait"),
    ("demand", "think of the", "how to choose among names"),
    ("demand", "will you say it", "asks about a day one chooses"),
    (
        "demand",
        "You have to change",
        "the name of what is listened for",
    ),
    (
        "impossible",
        "Could you promise that part",
        "the mirror asks for less, not for more",
    ),
];

/// What is noticed in a text: family, words, and where.
fn noticed(mirror: &Mirror, text: &Text) -> Vec<(String, String, String)> {
    let cues = mirror.look(&text.words, Context::Say).cues.into_iter();
    let told = cues.map(|cue| {
        let words = text.words.get(cue.span.clone()).unwrap_or_default();
        let Text {
            file, line, field, ..
        } = text;
        let place = format!(
            "{file}:{line} {field} {}: [{words}] in {}",
            cue.cue, text.words
        );
        (cue.family.to_string(), words.to_owned(), place)
    });
    told.collect()
}

fn mirror() -> Mirror {
    Mirror::of_files(&library::bundled_files(floe::content::Language::ENGLISH).into())
        .expect("a lexicon")
}

#[test]
fn the_mirror_has_nothing_to_ask_of_floe() {
    let mirror = mirror();
    let texts = sentences();
    assert!(texts.len() > 1000, "{}", texts.len());
    let found = texts.iter().flat_map(|text| noticed(&mirror, text));
    let excused = |family: &str, words: &str| {
        EXCUSED
            .iter()
            .any(|(of, heard, _)| *of == family && *heard == words)
    };
    let found: Vec<String> = found
        .filter(|(family, words, _)| !excused(family, words))
        .map(|(family, _, place)| format!("{family} {place}"))
        .collect();
    assert!(
        found.is_empty(),
        "{} sentences:\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn every_excuse_is_needed() {
    let mirror = mirror();
    let texts = sentences();
    let found: Vec<_> = texts
        .iter()
        .flat_map(|text| noticed(&mirror, text))
        .collect();
    for (family, words, why) in EXCUSED {
        let mut heard = found.iter();
        assert!(
            heard.any(|(of, heard, _)| of == family && heard == words),
            "{words} ({why})"
        );
    }
}
