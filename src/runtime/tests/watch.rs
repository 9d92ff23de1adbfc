//! The safety offer: beside one person, once for each kind, and never where two sit.

use super::World;
use crate::content::{Id, Mode, library};
use crate::flow::{AskView, Pane, Reply};
use crate::runtime::watch::Lookout;
use crate::runtime::{Act, Guide as _};
use crate::session::{Seat, Stage};
use crate::words::Key;
use serde::Deserialize;

const VIOLENCE: &str = "He hit me last night.";
const FEAR: &str = "I'm afraid of him.";

/// Whether the offer lies over the page.
fn is_offered(world: &World) -> bool {
    world.ask() == Key::SafetyOffer.name()
}

/// What was kept last, as it would be written.
fn kept(world: &World) -> String {
    match world.kept.borrow().last().map(|record| &record.stage) {
        Some(Stage::Crossing { events, drafts, .. }) => format!("{events:?} {drafts:?}"),
        _ => String::new(),
    }
}

#[test]
fn the_words_go_on_and_the_offer_lies_over_what_comes_next() {
    let mut world = World::new(Mode::Solo);
    let reaction = world
        .sitting
        .act(Act::Reply(Reply::Words(VIOLENCE.to_owned())));
    assert!(is_offered(&world));
    assert_eq!(reaction.quiet, None, "no light burns under it");
    assert!(
        kept(&world).contains(VIOLENCE),
        "the answer was taken first"
    );
    let AskView::Choice { options, chosen } = world.sitting.page().ask else {
        panic!("it is chosen");
    };
    let offered: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
    assert_eq!((offered, chosen), (vec!["see", "not-now", "never"], None));
    let later = world
        .sitting
        .act(Act::Reply(Reply::Chose(Id::new("not-now"))));
    assert_eq!((world.ask().as_str(), later.quiet), ("quiet", Some(180)));
    assert_eq!(later.opens, None);
}

#[test]
fn seeing_the_page_opens_it_over_what_comes_next() {
    let mut world = World::new(Mode::Solo);
    world.says(VIOLENCE);
    let see = world.sitting.act(Act::Reply(Reply::Chose(Id::new("see"))));
    assert_eq!(
        (world.ask().as_str(), see.opens),
        ("quiet", Some(Pane::Safety))
    );
}

#[test]
fn each_kind_is_offered_once() {
    let mut world = World::new(Mode::Solo);
    for (text, offered) in [
        (VIOLENCE, true),
        (VIOLENCE, false),
        ("You pulled my hair.", false),
        (FEAR, true),
        (FEAR, false),
        ("He hit me, and I'm afraid of him.", false),
    ] {
        world.says(text);
        assert_eq!(is_offered(&world), offered, "{text}");
        if offered {
            world.chooses("not-now");
        }
        world.sitting.act(Act::Undo);
        assert_eq!(world.ask(), "line");
    }
}

#[test]
fn it_is_not_asked_again_where_nobody_wants_it() {
    let mut world = World::new(Mode::Solo);
    world.says(VIOLENCE);
    world.chooses("never");
    world.sitting.act(Act::Undo);
    world.says(FEAR);
    assert_eq!(world.ask(), "quiet");
}

#[test]
fn nothing_of_it_is_kept() {
    for choice in ["see", "not-now", "never"] {
        let mut world = World::new(Mode::Solo);
        world.says(VIOLENCE);
        let (before, versions) = (kept(&world), world.kept.borrow().len());
        world.sitting.draft("1");
        world.chooses(choice);
        assert_eq!(kept(&world), before);
        assert_eq!(
            world.kept.borrow().len(),
            versions,
            "nothing was handed over"
        );
        assert!(!format!("{:?}", world.kept.borrow()).contains("safety"));
        assert!(!is_offered(&world.again()), "it isn't remembered");
    }
}

#[test]
fn whoever_does_something_else_has_answered_it() {
    for (act, at) in [
        (Act::Pass, "quiet"),
        (Act::Back, "quiet"),
        (Act::Undo, "quiet"),
        (Act::Open(crate::flow::Detour::Steady), ""),
    ] {
        let mut world = World::new(Mode::Solo);
        world.says(VIOLENCE);
        world.sitting.act(act.clone());
        assert!(!is_offered(&world), "{act:?}");
        assert!(at.is_empty() || world.ask() == at, "{act:?}");
        assert!(kept(&world).contains(VIOLENCE), "{act:?}");
    }
    let mut world = World::new(Mode::Solo);
    world.says(VIOLENCE);
    for act in [
        Act::Elapsed,
        Act::Light,
        Act::Take,
        Act::Press(Seat::First),
        Act::Reply(Reply::Went),
        Act::Reply(Reply::Words("x".to_owned())),
    ] {
        world.sitting.act(act.clone());
        assert!(is_offered(&world), "{act:?} was meant for the page beneath");
    }
}

#[test]
fn one_s_own_words_in_a_list_are_words_too_and_a_thank_you() {
    let mut world = World::new(Mode::Solo);
    world
        .sitting
        .act(Act::Thanks("that you came when he hit me".to_owned()));
    assert!(is_offered(&world));
    let mut lookout = Lookout::beside(super::header(Mode::Solo).alone().unwrap());
    let files = library::bundled_files(crate::content::Language::ENGLISH);
    let picked =
        |words: &[&str]| Reply::Picked(words.iter().map(|word| (*word).to_owned()).collect());
    assert!(!lookout.hears(
        &picked(&["afraid", "of him there is nothing to say"]),
        &files
    ));
    assert!(lookout.hears(&picked(&["sad", "afraid of him"]), &files));
    assert!(!lookout.hears(&Reply::Went, &files));
}

/// Every sentence the lexicon names as one about safety.
fn dangerous() -> Vec<String> {
    #[derive(Deserialize)]
    struct Written {
        kinds: Vec<Kind>,
    }
    #[derive(Deserialize)]
    struct Kind {
        fires: Vec<String>,
    }
    let files = library::bundled_files(crate::content::Language::ENGLISH);
    let safety = files.iter().find(|file| file.name == "mirror/safety.ron");
    let written: Written = ron::from_str(&safety.unwrap().text).unwrap();
    let all: Vec<String> = written
        .kinds
        .into_iter()
        .flat_map(|kind| kind.fires)
        .collect();
    assert!(all.len() > 100);
    all
}

#[test]
fn where_two_sit_it_never_comes() {
    assert!(super::header(Mode::Pair).alone().is_none());
    let mut open = World::new(Mode::Pair);
    let mut own = World::new(Mode::Pair).at_both();
    for _ in Seat::BOTH {
        own.sitting.act(Act::Pass);
    }
    let mut walked = 0;
    for text in dangerous() {
        for world in [&mut open, &mut own] {
            assert!(world.sitting.lookout.is_none());
            world.sitting.act(Act::Take);
            let before = world.ask();
            world.says(&text);
            assert!(!is_offered(world), "{text}");
            walked += usize::from(world.ask() != before);
            world.sitting.act(Act::Undo);
            world.sitting.act(Act::Thanks(text.clone()));
            assert!(!is_offered(world), "{text}");
        }
    }
    assert!(walked > 100, "the sentences were answers");
}
