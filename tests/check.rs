//! Content as authors write it, and what `check` says about it, to the letter.
//!
//! Every problem is made by a small edit of the good pack in `tests/check/good`; what is said about it stands
//! beside it in `tests/check/*.snap`.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test speaks by failing"
)]

#[path = "check/heard.rs"]
mod heard;
#[path = "check/pack.rs"]
mod pack;
#[path = "check/paired.rs"]
mod paired;
#[path = "check/plan.rs"]
mod plan;
#[path = "support/pseudo.rs"]
mod pseudo;
#[path = "check/talks.rs"]
mod talks;
#[path = "check/tongues.rs"]
mod tongues;
#[path = "check/visits.rs"]
mod visits;
#[path = "check/walked.rs"]
mod walked;
#[path = "check/written.rs"]
mod written;

use floe::content::{
    check,
    model::{Condition, Kind, Outcome, Pack, Source},
    source::File,
};
use pack::{KEYS, good, said};

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
    assert_eq!(pack.words.get("saved").as_deref(), Some("saved {time}"));
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
    let told = floe::content::library::bundled(floe::content::Language::ENGLISH, floe::words::KEYS)
        .map_err(|problems| {
            let told = problems.iter().map(|problem| problem.render("content/en/"));
            told.collect::<String>()
        });
    assert_eq!(told.as_ref().err(), None);
    let cover = floe::content::library::cover(floe::content::Language::ENGLISH).expect("readable");
    let whole = told.expect("it has no problems");
    assert_eq!(cover.words.all(), whole.words.all());
    assert_eq!(cover.offers.len(), whole.offers.len());
    assert!(cover.practices.is_empty());
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
