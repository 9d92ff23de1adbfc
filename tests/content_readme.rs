//! The page that explains content to authors shows a pack that works.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test speaks by failing"
)]

use chrono::NaiveDate;
use floe::content::{
    By, Context, Id, Mode, check, library,
    model::Condition,
    pattern,
    phrases::{Phrase, Phrases},
    source::File,
    starter,
};
use floe::flow::{AskView, Event, Flow, Page, Reply};
use floe::mirror::{Mirror, examples};
use floe::session::{Header, Seat};
use floe::time::Moment;
use std::sync::Arc;

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
    assert_eq!(
        names,
        [
            "pack.ron",
            "practices/pebble.ron",
            "mirror/vague.ron",
            "plans/evening.ron",
            "handout.ron"
        ]
    );
    let pack = check::pack(
        &library::completed(files, floe::content::Language::ENGLISH),
        floe::words::KEYS,
    );
    let pack = pack.map_err(|problems| {
        problems
            .iter()
            .map(|one| one.render(""))
            .collect::<String>()
    });
    let pack = pack.unwrap_or_else(|told| panic!("{told}"));
    let pebble = &pack.practices["pebble"];
    let [_, free, raw, _] = &*pebble.floes[0].steps else {
        panic!("four steps");
    };
    assert!(raw.sealed(), "the raw page melts, as it says");
    assert!(free.sealed(), "nothing is kept of who goes ahead");
    assert!(free.asks.iter().all(|ask| ask.by == By::Each));
    assert!(matches!(pebble.floes[1].steps[0].when, Condition::Not(_)));
    let plans: Vec<_> = pack.plans.iter().map(|plan| plan.id.as_str()).collect();
    assert_eq!(
        plans,
        ["evening", "twenty", "ninety"],
        "the shortest first, floe's own along"
    );
    let handout = pack.handout.expect("a page to take home");
    assert_eq!(handout.title, "A pebble in the shoe");
}

#[test]
fn a_new_pack_is_the_one_on_the_page() {
    let files = starter::files();
    assert_eq!(files.len(), 2);
    for file in files {
        let on_the_page = shown().into_iter().find(|shown| shown.name == file.name);
        assert_eq!(on_the_page.expect("on the page").text, file.text);
    }
}

#[test]
fn the_lexicon_on_the_page_hears_what_it_says() {
    let files = library::completed(shown(), floe::content::Language::ENGLISH);
    let problems = examples::problems(&files);
    let told: String = problems.iter().map(|one| one.render("")).collect();
    assert!(problems.is_empty(), "{told}");
    let mirror = Mirror::new(library::lexicon(&files).expect("a lexicon"));
    let noticed = |text| {
        let cues = mirror.look(text, Context::Agreement).cues.into_iter();
        let families = cues.map(|cue| cue.family.to_string());
        families.collect::<Vec<_>>()
    };
    assert_eq!(noticed("I'll honestly do it in a bit."), ["vague"]);
    assert_eq!(noticed("I'll do it on Friday."), [""; 0]);
}

#[test]
fn every_sign_of_a_phrase_is_read_as_it_stands_in_the_table() {
    let page = include_str!("../content/README.md");
    let (_, table) = page.split_once("| sign | |\n").expect("the table");
    let rows = table
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with('|'));
    let mut signs = 0;
    for row in rows {
        // A bar inside a cell is written with a backslash.
        let cell = row.replace("\\|", "\u{1}");
        let cell = cell
            .split('|')
            .nth(1)
            .expect("a cell")
            .replace('\u{1}', "|");
        for sign in cell.split('`').skip(1).step_by(2) {
            assert!(
                pattern::read(sign, &mut Phrases::default(), &mut 0, |_| Phrase::default()).is_ok(),
                "{sign}"
            );
            signs += 1;
        }
    }
    assert_eq!(signs, 15);
}

#[test]
fn every_way_to_answer_and_to_go_on_is_named_on_the_page() {
    let page = include_str!("../content/README.md");
    let ways = "Show Choice Confirm Line Text List Slots Pick TwoColumns Pause Compose Keep \
        Both Drawn Shared Swap GoAhead \
        Go Again Walk Steady Rest Safety SavingOn SavingOff Land Landed Leave \
        Chose Answered Passed Stance Mode FirstVisit Not All Any \
        EachAgreement Part Broken Change Differently Text Instead Until SeenBy LooksAfter IfThen \
        Offered Wish Theirs Wished BrokenTwice";
    for way in ways.split_whitespace() {
        assert!(page.contains(&format!("`{way}")), "{way}");
    }
    for whose in ["Each", "Speaker", "Listener", "InWater", "OnIce"] {
        assert!(page.contains(&format!("`by: {whose}`")), "{whose}");
    }
    for path in ["Kept", "Offer", "Anew"] {
        assert!(page.contains(&format!("`path: {path}`")), "{path}");
    }
    let visit = ["Mark", "ShowMark", "Note", "Wish", "Became"];
    for meaning in ["Floor", "Turn", "Watchman"].into_iter().chain(visit) {
        assert!(page.contains(&format!("`is: {meaning}`")), "{meaning}");
    }
    assert!(page.lines().count() < 520);
}

#[test]
fn the_pack_on_the_page_is_walked_by_one_person_and_by_two() {
    let pack = check::pack(
        &library::completed(shown(), floe::content::Language::ENGLISH),
        floe::words::KEYS,
    )
    .expect("no problems");
    let pack = Arc::new(pack);
    for mode in [Mode::Solo, Mode::Pair] {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|day| day.and_hms_opt(9, 30, 0));
        let header = Header {
            id: "abcdefg".to_owned(),
            river: None,
            title: None,
            me: Some("Ines".to_owned()),
            other: Some("Jo".to_owned()),
            practice: Id::new("pebble"),
            pack: Id::new("pebbles"),
            language: "en".to_owned(),
            mode,
            started: Moment(day.expect("a day")),
            first_visit: true,
            seed: 7,
            brought: Vec::new(),
        };
        let mut flow = Flow::begin(Arc::clone(&pack), header, true).expect("a crossing");
        let mut prompts = Vec::new();
        while !flow.at_end() && prompts.len() < 100 {
            let page = flow.page();
            prompts.push(page.prompt.clone());
            flow.apply(next(&page));
        }
        assert!(flow.has_landed(), "{mode:?}: {prompts:#?}");
        let beside = prompts.iter().any(|one| one == "Read them to each other.");
        assert_eq!(beside, mode == Mode::Pair);
    }
}

/// The first of everything, and both keys.
fn next(page: &Page) -> Event {
    let reply = match &page.ask {
        AskView::Curtain { seat, .. } => return Event::Took(*seat),
        AskView::Both { pressed, .. } => {
            return Event::Pressed(pressed.map_or(Seat::First, Seat::other));
        }
        AskView::Choice { options, .. } => Reply::Chose(options[0].id.clone()),
        AskView::Pick { .. } => Reply::Picked(vec!["rest".to_owned()]),
        AskView::Show | AskView::Quiet { .. } | AskView::Keep { .. } => Reply::Went,
        _ => Reply::Words("a word".to_owned()),
    };
    Event::Answered {
        seat: page.seat.unwrap_or_default(),
        sight: page.sight,
        ask: page.key.ask.clone(),
        field: page.key.field,
        reply,
    }
}

#[test]
fn the_sentences_on_the_page_are_a_pack() {
    let page = include_str!("../content/README.md");
    let mut fences = page.split("```ron\n").skip(1);
    let text = fences.find_map(|fence| {
        let text = fence.split("```").next()?;
        text.contains("sentences: {").then_some(text)
    });
    let name = "sentences/practices/crossing.ron";
    assert!(page.contains(&format!("`{name}`")));
    let files = vec![File::new(name, text.expect("there are some"))];
    let files = library::completed(files, floe::content::Language::ENGLISH);
    let pack = check::pack(&files, floe::words::KEYS).expect("no problems");
    assert_eq!(pack.practices["crossing"].floes[0].title, "This side");
}
