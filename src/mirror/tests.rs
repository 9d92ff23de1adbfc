//! What the phrase language means, on small lexicons.

use super::*;
use crate::content::{check, source::File};

const SPELLING: &str = r#"(format: 1, language: "en",
    endings: { "n't": "not", "'re": "are", "'ll": "will" },
    words: { "u": "you", "dont": "do not", "im": "i am", "won't": "will not" },
    openers: "and but because")"#;

/// The mirror of one family with these fields beside the needed ones.
fn mirror(family: &str, classes: &str, leave: &str) -> Mirror {
    let classes = format!(
        "(format: 1, classes: {{{classes}}}, leave: [{leave}],
          order: [(on: Say, families: [\"f\"]), (on: Own, families: [\"f\"])])"
    );
    let family = format!(
        "(format: 1, id: \"f\", title: \"F\", why: \"W\", asks: [\"A?\"], reframes: [], {family})"
    );
    let files = [
        File::new("mirror/spelling.ron", SPELLING),
        File::new("mirror/classes.ron", classes),
        File::new("mirror/f.ron", family),
    ];
    let lexicon = check::lexicon(&files).unwrap_or_else(|problems| {
        panic!(
            "{}",
            problems
                .iter()
                .map(|one| one.render(""))
                .collect::<String>()
        )
    });
    Mirror::new(lexicon.expect("a lexicon"))
}

fn of(phrase: &str) -> Mirror {
    let family = format!("cues: [(id: \"c\", says: [\"{phrase}\"], fires: [], quiet: [])]");
    mirror(&family, "\"soft\": \"just | really | a bit\"", "")
}

fn heard<'a>(mirror: &Mirror, text: &'a str) -> Vec<&'a str> {
    let cues = mirror.look(text, Context::Say).cues;
    cues.iter()
        .map(|cue| text.get(cue.span.clone()).unwrap_or_default())
        .collect()
}

fn one(phrase: &str, text: &str) -> String {
    heard(&of(phrase), text).join(" | ")
}

#[test]
fn words_are_heard_however_they_are_typed() {
    assert_eq!(
        one("you are late", "Well, YOU\u{2019}RE late"),
        "YOU\u{2019}RE late"
    );
    assert_eq!(one("you do not", "u dont care"), "u dont");
    assert_eq!(one("you don't", "you do not"), "you do not");
    assert_eq!(one("you are soft", "youre soft"), "");
    assert_eq!(one("never", "neeever!"), "neeever");
    assert_eq!(
        one("self-absorbed", "so self-absorbed, so self absorbed"),
        "self-absorbed | self absorbed"
    );
    assert_eq!(one("apolog- -ly", "i apologise deeply"), "apologise deeply");
    assert_eq!(one("I will not", "i won't"), "i won't");
}

#[test]
fn signs_mean_what_they_say() {
    assert_eq!(
        one("you @soft* always/never", "you just a bit never"),
        "you just a bit never"
    );
    assert_eq!(one("you @soft? late", "you just really late"), "");
    assert_eq!(
        one("you .. again", "you did it to me again"),
        "you did it to me again"
    );
    assert_eq!(one("you ..2 again", "you did it to me again"), "");
    assert_eq!(
        one("you ..3 again", "you, well, did it, again"),
        "you, well, did it, again"
    );
    assert_eq!(
        one("i wonder ...", "i wonder, why you left. so"),
        "i wonder, why you left"
    );
    assert_eq!(one("you _ me", "you hurt me, you me"), "you hurt me");
    assert_eq!(one("(not once | never) you", "never you"), "never you");
    assert_eq!(one("so (a b)* c", "so a b a b c"), "so a b a b c");
}

#[test]
fn phrases_stop_at_commas_sentences_and_quotations() {
    assert_eq!(one("you never", "i'm here for you, never fear"), "");
    assert_eq!(one("sorry , but", "sorry, but"), "sorry, but");
    assert_eq!(one("sorry , but", "sorry - but"), "sorry - but");
    assert_eq!(one("sorry , but", "sorry but"), "sorry but");
    assert_eq!(one("you .. never", "it was you. i never"), "");
    assert_eq!(one("you .. never", "it was you\ni never"), "");
    assert_eq!(one("you never", "he said \"you never listen\""), "");
    assert_eq!(
        one(
            "you never",
            "he said \u{2018}you never listen\u{2019}, twice"
        ),
        ""
    );
    assert_eq!(
        one("you never", "don't say you never, the dogs' bowl"),
        "you never"
    );
    assert_eq!(one("at 9 30", "at 9.30"), "at 9.30");
}

#[test]
fn places_hold_where_they_are() {
    assert_eq!(one("^ why", "tell me why. why? but why"), "why | why");
    assert_eq!(one("^^ why", "and why. why"), "why");
    assert_eq!(one("never $", "never say. never, never"), "never | never");
    assert_eq!(one("never $", "i never but you do"), "never");
}

#[test]
fn spans_point_into_the_text_as_it_was_typed() {
    let text = "Zoë 🧊, ur — u’re LATE";
    let found = of("you are late").look(text, Context::Say).cues;
    assert_eq!(
        text.get(found[0].span.clone()).unwrap_or_default(),
        "u’re LATE"
    );
    assert_eq!(found[0].characters(text), 12..21);
}

#[test]
fn what_is_left_alone_is_a_wall() {
    let leave = "(says: [\"i wonder ...\"], quiet: [])";
    let cue = "cues: [(id: \"c\", says: [\"you ..3 never\", \"never\"], fires: [], quiet: [])]";
    let mirror = mirror(cue, "", leave);
    assert_eq!(heard(&mirror, "i wonder if you never"), Vec::<&str>::new());
    assert_eq!(heard(&mirror, "i wonder if you. never"), ["never"]);
    assert_eq!(heard(&mirror, "you i wonder if. never"), ["never"]);
}

#[test]
fn of_what_a_family_hears_in_one_place_the_first_and_longest_counts() {
    let cue = "cues: [(id: \"a\", says: [\"never\", \"you never\", \"you never ever\"], fires: [], quiet: []),
        (id: \"b\", says: [\"never ever again\"], fires: [], quiet: [])]";
    assert_eq!(
        heard(&mirror(cue, "", ""), "you never ever again never"),
        ["you never ever", "never"]
    );
}

#[test]
fn guards_keep_a_cue_quiet() {
    let cue = "cues: [(id: \"c\", says: [\"i will call\"], unless: [\"by six\"], not_asked: true, not_on: [Own],
        fires: [], quiet: [])]";
    let mirror = mirror(cue, "", "");
    assert_eq!(heard(&mirror, "i'll call"), ["i'll call"]);
    assert_eq!(heard(&mirror, "i'll call. by six"), Vec::<&str>::new());
    assert_eq!(heard(&mirror, "so i'll call, will i?"), Vec::<&str>::new());
    assert!(mirror.look("i'll call", Context::Own).cues.is_empty());
    assert!(mirror.look("i'll call", Context::Listen).cues.is_empty());
}

#[test]
fn an_empty_text_and_an_empty_lexicon_say_nothing() {
    assert!(of("you").look("", Context::Say).cues.is_empty());
    assert!(of("a? b?").look("a b", Context::Say).cues.len() < 3);
    assert!(
        mirror("cues: []", "", "")
            .look("you", Context::Say)
            .cues
            .is_empty()
    );
}
