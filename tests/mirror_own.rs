//! floe follows its own rules: every sentence it says is held before the mirror, as words to the one who reads it.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

#[path = "style/texts.rs"]
mod texts;

use floe::content::{Context, library};
use floe::mirror::Mirror;
use texts::{Text, sentences};

/// Where something is noticed all the same, and why it stays.
const EXCUSED: &[(&str, &str)] = &[
    ("it costs nothing", "says what a rehearsal costs"),
    ("Not knowing is a good place", "speaks of listening"),
    ("That's the end of it for now", "ends a talk of one's own"),
    (
        "He can hear you don't quite mean it",
        "what somebody in a story hears",
    ),
    ("choose", "what a key does, in the line of keys"),
    ("Choose 'not today'", "the hand says what can be done"),
    (
        "I can see you don't trust me yet",
        "an example of trust and doubt side by side",
    ),
    (
        "whatever it takes. None in sight?",
        "it lists what promises too big to carry are made of",
    ),
    ("Say it, and ask", "what one does on this step"),
    ("let it go", "what one chooses for oneself"),
    (
        "say it, hear it given back",
        "what two do on this step, in turn",
    ),
    (
        "think of the one you'd ask first",
        "how to choose among names",
    ),
    ("Let it lie for a night", "the hand says what can wait"),
    ("let it lie", "what one chooses for oneself"),
    ("how will you say it", "asks about a day one chooses"),
    ("You have to change", "the name of what is listened for"),
    (
        "Could you promise that part",
        "the mirror asks for less, not for more",
    ),
];

fn noticed(mirror: &Mirror, text: &Text) -> Vec<String> {
    let cues = mirror.look(&text.words, Context::Say).cues.into_iter();
    let told = cues.map(|cue| {
        let words = text.words.get(cue.span.clone()).unwrap_or_default();
        let Text {
            file, line, field, ..
        } = text;
        format!(
            "{file}:{line} {field} {} {}: [{words}] in {}",
            cue.family, cue.cue, text.words
        )
    });
    told.collect()
}

fn mirror() -> Mirror {
    Mirror::of(&library::bundled_files().into()).expect("a lexicon")
}

#[test]
fn the_mirror_has_nothing_to_ask_of_floe() {
    let mirror = mirror();
    let texts = sentences();
    assert!(texts.len() > 1000, "{}", texts.len());
    let plain = texts
        .iter()
        .filter(|text| EXCUSED.iter().all(|(words, _)| !text.words.contains(words)));
    let found: Vec<String> = plain.flat_map(|text| noticed(&mirror, text)).collect();
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
    for (words, why) in EXCUSED {
        let mut said = texts.iter().filter(|text| text.words.contains(words));
        assert!(
            said.any(|text| !noticed(&mirror, text).is_empty()),
            "{words} ({why})"
        );
    }
}
