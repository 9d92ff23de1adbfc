//! Whatever the lexicon and whatever the text: the mirror answers, in bounded work, about places that are there.

use super::reading::REACH;
use super::*;
use crate::content::{check, library, pattern, phrases::Phrases, source::File};
use proptest::prelude::*;

fn bundled() -> Mirror {
    Mirror::new(
        library::lexicon(&library::bundled_files(crate::content::Language::ENGLISH))
            .expect("a lexicon"),
    )
}

const SPELLING: &str = r#"(format: 1, language: "en", endings: {"a": "a a", "'s": "is"},
    words: {"x": "y", "y": "x"}, openers: "and")"#;

/// The mirror of one cue with these patterns.
fn of(classes: &str, patterns: &[String]) -> Mirror {
    let classes = format!(
        "(format: 1, classes: {{{classes}}}, leave: [], order: [(on: Say, families: [\"f\"])])"
    );
    let family = format!(
        "(format: 1, id: \"f\", title: \"F\", why: \"W\", asks: [\"A?\"], reframes: [],
          cues: [(id: \"c\", says: {patterns:?}, fires: [], quiet: [])])"
    );
    let spelling = SPELLING.replace("\"x\": \"y\", \"y\": \"x\"", "\"x\": \"y\"");
    let files = [
        File::new("mirror/spelling.ron", spelling),
        File::new("mirror/classes.ron", classes),
        File::new("mirror/f.ron", family),
    ];
    let lexicon = check::lexicon(&files).expect("good").expect("a lexicon");
    Mirror::new(lexicon)
}

fn is_there(mirror: &Mirror, text: &str) -> Result<(), String> {
    for on in [Context::Say, Context::Listen, Context::Agreement] {
        let mut before = 0;
        for cue in mirror.look(text, on).cues {
            let words = text.get(cue.span.clone());
            let characters = cue.characters(text);
            if words.is_none_or(str::is_empty) || cue.span.start < before || characters.is_empty() {
                return Err(format!("{cue:?} in {text:?}"));
            }
            before = cue.span.start;
        }
    }
    Ok(())
}

/// Words and signs that the bundled lexicon and the reader of words know, and odd ones.
fn texts() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "you ",
        "never ",
        "You're ",
        "sorry ",
        "if ",
        "I will ",
        "should ",
        "a ",
        "aaaa",
        "n't",
        "'s ",
        "'",
        "\u{2019}",
        "\"",
        "\u{ab}",
        "\u{201c}",
        "... ",
        ". ",
        ", ",
        "- ",
        "? ",
        "\n",
        "\u{301}",
        "\u{130}",
        "\u{df}",
        "\u{1e9e}",
        "\u{fb01}",
        "冰",
        "👩‍❤️‍👨",
        "\u{0}",
        "\u{202e}",
        "9.30 ",
    ]);
    prop::collection::vec(
        prop_oneof![6 => known.prop_map(str::to_owned), 1 => "\\PC{0,4}", 1 => any::<char>().prop_map(String::from)],
        0..60,
    )
    .prop_map(|pieces| pieces.concat())
}

/// Patterns nobody would write, all of them readable.
fn patterns() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "a", "b", "a/b", "a-", "-b", "_", "..", "..3", "...", ",", "^", "^^", "$", "@k", "a's", "x",
    ]);
    let leaf = leaf.prop_map(str::to_owned);
    let several = leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.join(" ")),
            prop::collection::vec(inner.clone(), 1..4)
                .prop_map(|parts| format!("({})", parts.join(" | "))),
            inner.clone().prop_map(|part| format!("({part})*")),
            inner.prop_map(|part| format!("({part})?")),
        ]
    });
    several.prop_filter("not too deep", |pattern| {
        let mut phrases = Phrases::default();
        pattern::read(pattern, &mut phrases, &mut 0, |_| Phrase::default()).is_ok()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_noticed_is_there(texts in prop::collection::vec(texts(), 4)) {
        let mirror = bundled();
        for text in texts {
            prop_assert_eq!(is_there(&mirror, &text), Ok(()));
        }
    }

    #[test]
    fn any_phrase_is_heard_in_bounded_work(
        patterns in prop::collection::vec(patterns(), 1..4),
        words in prop::collection::vec(prop::sample::select(vec!["a", "b", "ab", "aa", "x", "c", ",", "."]), 0..60),
    ) {
        let mirror = of("\"k\": \"a | a b | (a | b)*\"", &patterns);
        let text = words.join(" ");
        prop_assert_eq!(is_there(&mirror, &text), Ok(()));
        let (tokens, size, tried) = mirror.ears.work(&text);
        prop_assert!(tried <= (tokens + 1) * (tokens + 1).min(REACH) * size * 2, "{tried} for {tokens} x {size}");
    }
}

#[test]
fn twice_the_text_is_twice_the_work() {
    for pattern in [
        "(a? b?)* c",
        "((a*)* (b*)*)* c",
        "(a | a a)* (a | a a)* c",
        "... a ... a ... a ... c",
        ".. .. .. .. .. c",
        "(a ... | b)* c",
        "_? _? _? _? _? _? _? _? c",
        "(_ | _ _ | _ _ _)* c",
        "a* a* a* a* a* a*",
    ] {
        let mirror = of("", &[pattern.to_owned()]);
        let work = |times| mirror.ears.work(&"a b ".repeat(times)).2;
        // Long enough that what reaches far reaches no further.
        let [first, second, third] = [300, 600, 900].map(work);
        let (before, then) = (second - first, third - second);
        assert!(
            then <= before + before / 20,
            "{pattern}: {before}, then {then}"
        );
    }
}

#[test]
fn huge_words_and_quotations_without_an_end_are_read() {
    let mirror = bundled();
    for piece in [
        "a",
        "a'",
        "o",
        "\u{ab}",
        "\u{201e}",
        "\"",
        "'",
        " '",
        "\u{ab}a ",
        "you never ",
        "e\u{301}",
        "n't",
    ] {
        assert_eq!(is_there(&mirror, &piece.repeat(1_000)), Ok(()), "{piece:?}");
    }
    let endings = of("", &["a a".to_owned()]);
    assert_eq!(is_there(&endings, &"a".repeat(20_000)), Ok(()));
}
