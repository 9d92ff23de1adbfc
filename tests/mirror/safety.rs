//! How well the watch for somebody's safety listens, and that every phrase of it is there for a sentence.

use crate::rows::{Row, Tally, table, told};
use floe::content::lexicon::Dangers;
use floe::content::{Id, library, source::File};
use floe::mirror::Watch;
use floe::store::pack_files;
use serde::Deserialize;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A sentence, and the kinds of danger it speaks of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Labelled {
    text: String,
    expect: Vec<String>,
}

/// What of `safety.ron` is asked here: the sentences beside the phrases.
#[derive(Debug, Deserialize)]
struct Written {
    kinds: Vec<Kind>,
    leave: Vec<Left>,
}

#[derive(Debug, Deserialize)]
struct Kind {
    id: String,
    fires: Vec<String>,
    quiet: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Left {
    quiet: Vec<String>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files() -> Vec<File> {
    pack_files::folder(&root().join("content/en")).expect("files")
}

fn dangers() -> Dangers {
    library::dangers(&files()).expect("what may be about safety")
}

fn of_file<T: serde::de::DeserializeOwned>(place: &str) -> T {
    let text = std::fs::read_to_string(root().join(place)).expect("a file");
    ron::from_str(&text).unwrap_or_else(|problem| panic!("{place}: {problem}"))
}

fn labelled(set: &str) -> Vec<Labelled> {
    of_file(&format!("tests/mirror/safety_{set}.ron"))
}

/// What a set comes to: by kind, and in the last tally whether there would have been an offer at all.
fn measured(set: &str) -> Vec<Tally> {
    let dangers = dangers();
    let watch = Watch::new(dangers.clone());
    let kinds = dangers.kinds.iter().map(|(id, _)| id.as_str());
    let mut tallies: Vec<Tally> = kinds.chain(["offer"]).map(Tally::new).collect();
    for row in labelled(set) {
        let heard = watch.hears(&row.text);
        let mut noticed: Vec<String> = heard.iter().map(Id::to_string).collect();
        let mut expect = row.expect.clone();
        for all in [&mut noticed, &mut expect] {
            if !all.is_empty() {
                all.push("offer".to_owned());
            }
        }
        // Of two kinds in one sentence it is enough that one is labelled.
        let either = match expect.is_empty() {
            true => Vec::new(),
            false => noticed
                .iter()
                .filter(|kind| !expect.contains(kind))
                .cloned()
                .collect(),
        };
        let noticed: Vec<_> = noticed
            .into_iter()
            .map(|kind| (kind, String::new()))
            .collect();
        let row = Row::plain(row.text, expect, either);
        for tally in &mut tallies {
            tally.count(&row, &noticed);
        }
    }
    println!("\nsafety, {set}\n{}", table(&tallies));
    tallies
}

/// Precision and recall of the offer may not fall below these.
fn held(set: &str, precision: f64, recall: f64) -> Vec<Tally> {
    let tallies = measured(set);
    let offer = tallies.last().expect("the offer");
    assert!(offer.precision() >= precision, "false alarms in {set}");
    assert!(offer.recall() >= recall, "too much unheard in {set}");
    tallies
}

#[test]
fn plain_words_about_safety_are_heard() {
    let tallies = measured("tuned");
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("safety_tuned.txt");
    let mut file = std::fs::File::create(place).expect("a file");
    file.write_all(told(&tallies).as_bytes()).expect("room");
    held("tuned", 1.0, 0.98);
}

#[test]
fn plain_words_nobody_tuned_on_are_heard() {
    held("unseen", 0.97, 0.84);
}

#[test]
fn every_phrase_is_there_for_a_sentence() {
    let dangers = dangers();
    let written: Written = of_file("content/en/mirror/safety.ron");
    let mut idle = Vec::new();
    for ((id, phrases), kind) in dangers.kinds.iter().zip(&written.kinds) {
        for (at, phrase) in phrases.iter().enumerate() {
            let alone = Watch::new(Dangers {
                kinds: vec![(id.clone(), vec![*phrase])],
                ..dangers.clone()
            });
            if !kind.fires.iter().any(|text| !alone.hears(text).is_empty()) {
                idle.push(format!("{id}, phrase {}", at + 1));
            }
        }
    }
    for at in 0..dangers.leave.len() {
        let mut less = dangers.clone();
        less.leave.remove(at);
        let less = Watch::new(less);
        let mut quiet = written.leave.iter().flat_map(|left| &left.quiet);
        if !quiet.any(|text| !less.hears(text).is_empty()) {
            idle.push(format!("leave, phrase {}", at + 1));
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn sentences_beside_the_phrases_come_out_as_they_say() {
    let watch = Watch::new(dangers());
    let written: Written = of_file("content/en/mirror/safety.ron");
    let mut wrong = Vec::new();
    for kind in &written.kinds {
        for text in &kind.fires {
            if !watch.hears(text).iter().any(|heard| *heard == *kind.id) {
                wrong.push(format!("{} is not heard in: {text}", kind.id));
            }
        }
    }
    let quiet = written.kinds.iter().flat_map(|kind| &kind.quiet);
    for text in quiet.chain(written.leave.iter().flat_map(|left| &left.quiet)) {
        let heard = watch.hears(text);
        if !heard.is_empty() {
            wrong.push(format!("{heard:?} is heard in: {text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The sentences of the mirror were gathered by others and for something else: these are about safety, and no more.
const ABOUT_SAFETY: [&str; 2] = [
    "you hit me on sunday",
    "you threatened me and im still afraid",
];

#[test]
fn sentences_of_the_mirror_are_innocent_here_too() {
    let watch = Watch::new(dangers());
    let rows = ["tuned", "safe"].into_iter().flat_map(Row::of_set);
    let heard = rows.filter(|row| !watch.hears(&row.text).is_empty());
    let heard: Vec<String> = heard
        .map(|row| row.text)
        .filter(|text| !ABOUT_SAFETY.contains(&text.as_str()))
        .collect();
    // Some that will come are about safety; more than a few in a hundred would be a pop-up on innocent lines.
    assert!(heard.len() <= 5, "{}", heard.join("\n"));
}
