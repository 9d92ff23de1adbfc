//! The page that explains content to authors shows a pack that works.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test speaks by failing"
)]

use floe::content::{check, library, model::Condition, source::File};

/// The files shown on the page: each stands in a `ron` fence right after its name.
fn shown() -> Vec<File> {
    let page = include_str!("../content/README.md");
    let mut files = Vec::new();
    for part in page.split("`:\n```ron\n").collect::<Vec<_>>().windows(2) {
        let (_, name) = part[0].rsplit_once('`').expect("a name in backticks");
        let (text, _) = part[1].split_once("```").expect("an end of the fence");
        files.push(File::new(name, text));
    }
    files
}

#[test]
fn the_pack_on_the_page_has_no_problems() {
    let files = shown();
    let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["pack.ron", "practices/pebble.ron"]);
    let pack = check::pack(&library::completed(files), floe::words::KEYS);
    let pack = pack.map_err(|problems| {
        problems
            .iter()
            .map(|one| one.render(""))
            .collect::<String>()
    });
    let pack = pack.unwrap_or_else(|told| panic!("{told}"));
    let pebble = &pack.practices["pebble"];
    assert!(
        pebble.floes[0].steps[1].sealed(),
        "the raw page melts, as it says"
    );
    assert!(matches!(pebble.floes[1].steps[0].when, Condition::Not(_)));
}

#[test]
fn every_way_to_answer_and_to_go_on_is_named_on_the_page() {
    let page = include_str!("../content/README.md");
    let ways = "Show Choice Confirm Line Text List Slots Pick TwoColumns Pause Compose Keep \
        Go Again Walk Steady Rest Safety SavingOn SavingOff Land Landed Leave \
        Chose Answered Passed Stance Mode FirstVisit Not All Any";
    for way in ways.split_whitespace() {
        assert!(page.contains(&format!("`{way}")), "{way}");
    }
    assert!(page.lines().count() < 200);
}
