//! The words of the bundled pack: plain, short, without verdicts, and nobody else's.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

#[path = "style/texts.rs"]
mod texts;

use std::collections::BTreeSet;
use std::io::Read as _;
use texts::{Text, sentences, texts};

fn prompts() -> Vec<Text> {
    let all = texts().into_iter();
    all.filter(|text| ["prompt", "pair"].contains(&text.field.as_str()))
        .collect()
}

fn is_excused(text: &Text, excused: &[(&str, &str)]) -> bool {
    excused
        .iter()
        .any(|(words, why)| !why.is_empty() && text.words.contains(words))
}

fn told(wrong: &[&Text]) -> String {
    let line = |text: &&Text| format!("{}:{} {}: {}", text.file, text.line, text.field, text.words);
    wrong.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_texts_are_found() {
    let texts = texts();
    assert!(texts.len() > 1500, "{}", texts.len());
    for (field, words) in [
        ("prompt", "What would you like to mend, in a few words?"),
        ("says", "Thank you, watchman."),
        ("hand_reach", ""),
        ("no_undo", "There is nothing to take back."),
        (
            "safety",
            "Nothing about this page is saved, and nobody is told that you looked.",
        ),
        ("words", "afraid"),
    ] {
        let found = texts
            .iter()
            .any(|text| text.field == field && text.words == words);
        assert_eq!(found, !words.is_empty(), "{field}: {words}");
    }
    assert!(prompts().len() > 150, "{}", prompts().len());
}

#[test]
fn every_text_is_plain_ascii() {
    let texts = texts();
    let wrong: Vec<_> = texts.iter().filter(|text| !text.words.is_ascii()).collect();
    assert!(wrong.is_empty(), "{}", told(&wrong));
}

#[test]
fn nobody_is_shouted_at() {
    let excused = [("press !,", "the key of the safety page")];
    // People in a story may shout.
    let texts = sentences();
    let wrong: Vec<_> = texts
        .iter()
        .filter(|text| text.words.contains('!') && !is_excused(text, &excused))
        .collect();
    assert!(wrong.is_empty(), "{}", told(&wrong));
}

/// Words that judge, push or belong to a trade, and words people could take for a count of themselves.
const NEVER: &[&str] = &[
    "should",
    "shouldn't",
    "must",
    "ought",
    "you have to",
    "you need to",
    "i have to",
    "we have to",
    "correct",
    "incorrect",
    "right answer",
    "wrong answer",
    "mistake",
    "fail",
    "failed",
    "fails",
    "failure",
    "well done",
    "good job",
    "great job",
    "congratulations",
    "excellent",
    "perfect",
    "score",
    "streak",
    "points",
    "level",
    "percent",
    "progress",
    "success",
    "successful",
    "improve",
    "nvc",
    "nonviolent",
    "empathy",
    "empathic",
    "empathize",
    "jackal",
    "giraffe",
    "faux",
    "pseudo",
    "offender",
    "victim",
    "betrayer",
    "perpetrator",
    "penalty",
    "retry",
    "trust issues",
    "contract",
    "deleted",
    "observation",
    "evaluation",
    "reflective",
    "mirroring",
    "paraphrase",
    "validate",
    "toxic",
    "narcissist",
    "invalid",
    "error",
    "oops",
    "please note",
    "obviously",
    "of course",
    "simply",
    "easy",
    "just relax",
    "calm down",
];

/// Where one of them stands all the same, and why.
const EXCUSED: &[(&str, &str)] = &[
    (
        "'You ought to trust me by now.'",
        "what a person who slips says; the hand answers it",
    ),
    (
        "'That's the ought.'",
        "how the other catches it: naming the ought is the idea itself",
    ),
    ("so we stand level", "level as ice is, not as in a game"),
    (
        "There's a should here.",
        "the mirror names the word it heard",
    ),
    (
        "A should tells somebody",
        "the mirror says why it listens for the word",
    ),
    (
        "You have to change",
        "the mirror's name for demands, in the words they come in",
    ),
];

fn says(text: &str, phrase: &str) -> bool {
    let lower = text.to_lowercase();
    let boundary = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    lower.match_indices(phrase).any(|(at, found)| {
        let before = lower
            .get(..at)
            .and_then(|before| before.chars().next_back());
        let after = lower
            .get(at + found.len()..)
            .and_then(|after| after.chars().next());
        boundary(before) && boundary(after)
    })
}

#[test]
fn no_text_judges_or_pushes_or_talks_shop() {
    let texts = sentences();
    let wrong: Vec<_> = texts
        .iter()
        .filter(|text| NEVER.iter().any(|phrase| says(&text.words, phrase)))
        .filter(|text| !is_excused(text, EXCUSED))
        .collect();
    assert!(wrong.is_empty(), "{}", told(&wrong));
}

#[test]
fn every_excuse_is_needed() {
    let texts = sentences();
    for (words, _) in EXCUSED {
        let used = |text: &&Text| NEVER.iter().any(|phrase| says(&text.words, phrase));
        let found = texts
            .iter()
            .filter(used)
            .any(|text| text.words.contains(words));
        assert!(found, "nothing says '{words}' any more");
    }
}

/// Sentences end with a full stop, a question mark or a colon before a space, a quote or the end.
fn split(text: &str) -> Vec<&str> {
    let ends = |c: char| matches!(c, '.' | '?' | '\n');
    let parts = text.split_inclusive(ends);
    parts
        .filter(|part| part.chars().any(char::is_alphabetic))
        .collect()
}

fn words(sentence: &str) -> usize {
    sentence
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

#[test]
fn prompts_are_short() {
    let texts = prompts();
    let long: Vec<_> = texts
        .iter()
        .filter(|text| text.words.chars().count() > 220 || split(&text.words).len() > 3)
        .collect();
    assert!(long.is_empty(), "{}", told(&long));
}

#[test]
fn sentences_are_short_on_the_whole() {
    for field in [
        "prompt", "pair", "why", "hint", "says", "slip", "hand", "text", "safety",
    ] {
        let texts = sentences();
        let each = texts.iter().filter(|text| text.field == field);
        let lengths: Vec<usize> = each
            .flat_map(|text| split(&text.words))
            .map(words)
            .collect();
        assert!(!lengths.is_empty(), "{field}");
        let all: usize = lengths.iter().sum();
        assert!(
            all <= 20 * lengths.len(),
            "{field}: {all} words in {} sentences",
            lengths.len()
        );
    }
}

/// How many years of school a text takes, by the length of its words and sentences (Automated Readability Index).
fn years_of_school(texts: &[Text]) -> f64 {
    let count = |of: &dyn Fn(&str) -> usize| {
        let parts = texts.iter().flat_map(|text| split(&text.words));
        parts.map(of).sum::<usize>() as f64
    };
    let sentences = count(&|_| 1);
    let [words, letters] = [
        count(&words),
        count(&|part| part.chars().filter(|c| c.is_alphanumeric()).count()),
    ];
    4.71 * letters / words + 0.5 * words / sentences - 21.43
}

#[test]
fn everything_can_be_read_after_a_few_years_of_school() {
    let years = years_of_school(&sentences());
    assert!(years < 4.0, "{years:.1}");
    let long = [Text {
        file: String::new(),
        line: 0,
        field: String::new(),
        words: "Notwithstanding considerable organisational complications, participants' \
            acknowledgements were comprehensively reconsidered."
            .to_owned(),
    }];
    assert!(years_of_school(&long) > 12.0);
}

/// Words in capitals: names of things, a word to send, and what somebody who slips shouts.
const CAPITALS: &[&str] = &["README", "TEXT", "START", "TRYING"];

#[test]
fn no_word_stands_in_capitals() {
    let texts = sentences();
    let shouts = |text: &&Text| {
        let words = text.words.split(|c: char| !c.is_alphanumeric());
        let mut long = words.filter(|word| word.len() > 3 && !CAPITALS.contains(word));
        long.any(|word| word.chars().all(|c| c.is_ascii_uppercase()))
    };
    let wrong: Vec<_> = texts.iter().filter(shouts).collect();
    assert!(wrong.is_empty(), "{}", told(&wrong));
}

/// How many words in a row nobody else's text may share with ours.
const RUN: usize = 8;

/// FNV-1a, 64 bits, of every run of eight words. Words are lower case, apostrophes are dropped, and
/// whatever else isn't a letter or a digit stands between words.
fn shingles(text: &str) -> Vec<u64> {
    let plain: String = text
        .to_lowercase()
        .chars()
        .filter(|c| !matches!(c, '\'' | '\u{2019}' | '\u{2018}'))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.windows(RUN).map(|run| fnv(&run.join(" "))).collect()
}

fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn of_the_article() -> BTreeSet<u64> {
    let lines = include_str!("style/shingles.txt").lines();
    let hashes = lines.filter(|line| !line.starts_with('#'));
    hashes
        .map(|hash| u64::from_str_radix(hash, 16).unwrap())
        .collect()
}

#[test]
fn no_text_repeats_eight_words_of_the_article() {
    let article = of_the_article();
    assert!(article.len() > 1000, "the list is whole");
    let texts = texts();
    let copied: Vec<_> = texts
        .iter()
        .filter(|text| {
            shingles(&text.words)
                .iter()
                .any(|run| article.contains(run))
        })
        .collect();
    assert!(copied.is_empty(), "{}", told(&copied));
}

#[test]
fn a_shared_run_is_found_whatever_stands_around_it() {
    let known: BTreeSet<u64> = shingles("One two three, four: five six seven 'eight'.")
        .into_iter()
        .collect();
    assert_eq!(known.len(), 1);
    let found = |text: &str| shingles(text).iter().any(|run| known.contains(run));
    assert!(found(
        "And so: ONE two three four five - six seven eight nine"
    ));
    assert!(!found("one two three four five six seven"));
    assert!(!found("one two three four five six seven nine eight"));
}

/// Writes the list anew: `cargo test --test style -- --ignored --nocapture remake < article.txt`.
#[test]
#[ignore = "it reads the article from standard input, and the article isn't here"]
fn remake() {
    let mut article = String::new();
    std::io::stdin().read_to_string(&mut article).unwrap();
    let runs: BTreeSet<u64> = shingles(&article).into_iter().collect();
    let lines: Vec<_> = runs.iter().map(|run| format!("{run:016x}")).collect();
    std::io::Write::write_all(&mut std::io::stdout(), lines.join("\n").as_bytes()).unwrap();
}
