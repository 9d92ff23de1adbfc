//! How well the mirror listens, on sentences it was tuned on and on sentences nobody tuned on.
//! `cargo test --test mirror_quality -- --nocapture` prints the tables.
//!
//! A row says on which page a sentence was typed and what a careful reader would notice there. `tuned` holds
//! what the lexicon was written with, `unseen` what was written by others afterwards and only measured, `safe`
//! what must stay silent on every page.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what it measured, and stops where it cannot go on"
)]

#[path = "mirror/glints.rs"]
mod glints;
#[path = "mirror/rows.rs"]
mod rows;
#[path = "mirror/safety.rs"]
mod safety;

use floe::content::Context;
use floe::mirror::Mirror;
use floe::store::pack_files;
use rows::{Row, Tally, table, told};
use std::io::Write as _;
use std::path::Path;

fn mirror() -> Mirror {
    lexicon("en")
}

/// The mirror of a language.
fn lexicon(language: &str) -> Mirror {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = pack_files::folder(&content.join(language)).expect("files");
    Mirror::of_files(&files.into()).expect("a lexicon")
}

/// What a set of sentences comes to.
fn measured(mirror: &Mirror, set: &str) -> Vec<Tally> {
    let names: Vec<String> = mirror
        .families()
        .iter()
        .map(|family| family.id.to_string())
        .collect();
    let mut tallies: Vec<Tally> = names.iter().map(|name| Tally::new(name)).collect();
    for row in Row::of_set(set) {
        let noticed = row.noticed(mirror);
        for tally in &mut tallies {
            tally.count(&row, &noticed);
        }
    }
    println!("\n{set}\n{}", table(&tallies));
    tallies
}

#[test]
fn sentences_it_was_tuned_on() {
    let tallies = measured(&mirror(), "tuned");
    // What to work on next; of unseen sentences nothing is told, or they would not be unseen for long.
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mirror_tuned.txt");
    let mut file = std::fs::File::create(place).expect("a file");
    file.write_all(told(&tallies).as_bytes()).expect("room");
    held(&tallies, 0.95, 0.88);
}

#[test]
fn sentences_nobody_tuned_on() {
    let tallies = measured(&mirror(), "unseen");
    held(&tallies, 0.82, 0.62);
    // One family may have a bad day; all of them together are held closer.
    assert!(Tally::of_all(&tallies).precision() >= 0.93);
    assert!(Tally::of_all(&tallies).recall() >= 0.80);
}

/// No family hears less, or is wrong more often, than this: a floor below what was measured, not the goal.
fn held(tallies: &[Tally], precision: f64, recall: f64) {
    assert!(
        tallies.iter().all(|tally| tally.rightly > 20),
        "there is little to count"
    );
    for tally in tallies {
        let (heard, rightly) = (tally.recall(), tally.precision());
        let family = &tally.family;
        assert!(rightly >= precision, "{family}: precision {rightly:.2}");
        assert!(heard >= recall, "{family}: recall {heard:.2}");
    }
}

#[test]
fn a_limit_a_refusal_and_plain_harm_are_never_questioned() {
    never_questioned(&mirror(), "safe");
}

/// Spanish and German are younger than English. They are rarely wrong, and hear less of what strangers say: what is asked of
/// them is a floor below what was measured, and the goal of 0.8 lies above it.
#[test]
fn the_other_languages() {
    for (language, heard) in [("es", 0.62), ("de", 0.74)] {
        let mirror = lexicon(language);
        never_questioned(&mirror, &format!("{language}/safe"));
        let tuned = Tally::of_all(&measured(&mirror, &format!("{language}/tuned")));
        assert!(
            tuned.precision() >= 0.97 && tuned.recall() >= 0.97,
            "{language}"
        );
        let unseen = Tally::of_all(&measured(&mirror, &format!("{language}/unseen")));
        assert!(
            unseen.precision() >= 0.93 && unseen.recall() >= heard,
            "{language}"
        );
    }
}

/// Nothing is noticed in any of these sentences, on any page.
fn never_questioned(mirror: &Mirror, set: &str) {
    let mut loud = Vec::new();
    for row in Row::of_set(set) {
        for on in [
            Context::Say,
            Context::Own,
            Context::Apology,
            Context::Agreement,
            Context::Listen,
        ] {
            for cue in mirror.look(&row.text, on).cues {
                let at = row.text.get(cue.span.clone()).unwrap_or_default();
                loud.push(format!(
                    "{on:?} {} {}: [{at}] in {}",
                    cue.family, cue.cue, row.text
                ));
            }
        }
    }
    assert!(
        loud.is_empty(),
        "{} sentences were questioned:\n{}",
        loud.len(),
        loud.join("\n")
    );
}

#[test]
fn words_about_somebodys_safety_are_not_asked_about() {
    let mirror = mirror();
    for text in [
        "You always threaten to take the kids if I leave.",
        "You shouldn't have hit me.",
        "It was wrong of you to grab me.",
    ] {
        for on in [
            Context::Say,
            Context::Own,
            Context::Apology,
            Context::Agreement,
            Context::Listen,
        ] {
            let seen = mirror.look(text, on);
            assert!(
                seen.cues.is_empty() && seen.glint.is_none(),
                "{on:?}: {text}"
            );
        }
    }
}
