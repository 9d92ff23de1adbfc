//! Content as authors write it, and what `check` says about it.

use floe::content::{
    check,
    model::{Condition, Kind, Outcome, Pack, Source},
    source::File,
};
use std::path::Path;

/// What the program would say, in these tests.
const KEYS: &[&str] = &["place", "saved"];

/// Every `.ron` file of a folder under `tests/check`.
fn files(folder: &Path) -> Vec<File> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(open) = folders.pop() {
        for entry in std::fs::read_dir(open).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "ron") {
                let name = path.strip_prefix(folder).expect("inside").display();
                let text = std::fs::read_to_string(&path).expect("text");
                files.push(File::new(name.to_string(), text));
            }
        }
    }
    files
}

fn good() -> Vec<File> {
    files(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/check/good"
    )))
}

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
    assert_eq!(pack.words["saved"], "saved {time}");
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
    let steps: Vec<_> = hop
        .floes
        .iter()
        .flat_map(|floe| &floe.steps)
        .map(|step| step.id.as_str())
        .collect();
    assert_eq!(steps, ["weather", "landing"]);
    assert_eq!(hop.suppose.len(), 1);
}
