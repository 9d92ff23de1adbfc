//! Two people: who says what of themself, whose key is whose, and whose half-typed words are shown.

use super::World;
use crate::content::Mode;
use crate::flow::{AskView, Detour, Ice, Page, Reply};
use crate::runtime::{Act, Guide as _, Reaction};
use crate::session::{Event, Seat, Stage};
use crate::words::Key;

/// Whether the page asks who it is.
fn asks_who(page: &Page) -> bool {
    [Key::WhoWater, Key::WhoWobbly]
        .iter()
        .any(|key| page.key.ask == *key.name())
}

/// Every act but leaving, as somebody might try it on any page.
fn acts() -> Vec<Act> {
    vec![
        Act::Reply(Reply::Words("words".to_owned())),
        Act::Reply(Reply::Went),
        Act::Pass,
        Act::Back,
        Act::Undo,
        Act::Jump(crate::content::Id::new("each")),
        Act::Open(Detour::Pause),
        Act::Open(Detour::Steady),
        Act::Open(Detour::Banks),
        Act::Thanks("for the tea".to_owned()),
        Act::Take,
        Act::Press(Seat::First),
        Act::Press(Seat::Second),
        Act::Light,
        Act::Mark("line#0".to_owned(), true),
        Act::Elapsed,
    ]
}

#[test]
fn in_the_open_it_takes_a_name_to_be_in_the_water() {
    for act in acts().into_iter().chain([Act::Wobble]) {
        let mut world = World::new(Mode::Pair).at_both();
        world.sitting.act(Act::Open(Detour::Hand));
        assert!(asks_who(&world.sitting.page()), "{act:?}");
        world.sitting.act(act.clone());
        let ice = world.sitting.page().ice;
        assert_eq!(ice, Ice::Steady, "{act:?}: nobody said who");
    }
    for (name, seat) in [("first", Seat::First), ("second", Seat::Second)] {
        let mut world = World::new(Mode::Pair).at_both();
        world.sitting.act(Act::Open(Detour::Hand));
        world.chooses(name);
        assert_eq!(world.sitting.page().ice, Ice::Water(seat));
        world.sitting.act(Act::Open(Detour::Hand));
        let AskView::Choice { options, .. } = world.sitting.page().ask else {
            panic!("it asks who");
        };
        let offered: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
        let other = if seat == Seat::First {
            "second"
        } else {
            "first"
        };
        assert_eq!(offered, [other, "nobody"], "only who is dry can fall");
        world.chooses(other);
        assert_eq!(world.sitting.page().ice, Ice::Banks);
    }
}

#[test]
fn behind_a_curtain_it_is_plain_who_wobbles() {
    let mut world = at_memories();
    world.sitting.act(Act::Take);
    world.says("mine");
    world.sitting.act(Act::Take);
    world.sitting.act(Act::Wobble);
    assert_eq!(world.sitting.page().ice, Ice::Tilting(Seat::Second));
}

#[test]
fn saying_who_changes_nothing_on_the_page_beneath() {
    let mut world = World::new(Mode::Pair).at_both();
    world.sitting.act(Act::Press(Seat::First));
    world.sitting.act(Act::Wobble);
    for act in [
        Act::Press(Seat::Second),
        Act::Take,
        Act::Light,
        Act::Elapsed,
        Act::Reply(Reply::Went),
    ] {
        world.sitting.act(act.clone());
        assert!(asks_who(&world.sitting.page()), "{act:?}");
    }
    world.sitting.act(Act::Pass);
    assert_eq!(pressed(&world), Some(Seat::First), "the key still waits");
}

#[test]
fn words_typed_beneath_wait_while_they_say_who() {
    let mut world = World::new(Mode::Pair);
    world.sitting.draft("half a thought");
    world.sitting.act(Act::Wobble);
    assert_eq!(world.sitting.half_typed(), None);
    world.sitting.draft("1");
    world.chooses("nobody");
    assert_eq!(
        world.sitting.half_typed().as_deref(),
        Some("half a thought")
    );
    assert_eq!(world.drafts()[0].text, "half a thought");
    world.sitting.act(Act::Wobble);
    world.chooses("second");
    assert_eq!(world.sitting.page().ice, Ice::Tilting(Seat::Second));
    assert_eq!(
        world.sitting.half_typed().as_deref(),
        Some("half a thought")
    );
}

#[test]
fn leaving_for_the_shell_and_back_still_asks_who() {
    let mut world = World::new(Mode::Pair);
    world.sitting.act(Act::Open(Detour::Hand));
    world.sitting.act(Act::Leave);
    assert!(asks_who(&world.sitting.page()));
}

fn pressed(world: &World) -> Option<Seat> {
    match world.sitting.page().ask {
        AskView::Both { pressed, .. } => pressed,
        _ => None,
    }
}

#[test]
fn it_takes_both_keys_in_any_order_and_a_lone_one_is_taken_back_first() {
    for [one, other] in [Seat::BOTH, [Seat::Second, Seat::First]] {
        let mut world = World::new(Mode::Pair).at_both();
        for back in [Act::Press(one), Act::Back, Act::Undo] {
            world.sitting.act(Act::Press(one));
            assert_eq!(pressed(&world), Some(one));
            let told = world.sitting.act(back.clone());
            assert_eq!(told, Reaction::told(Key::BothTaken), "{back:?}");
            assert_eq!((world.ask().as_str(), pressed(&world)), ("both", None));
        }
        world.sitting.act(Act::Press(one));
        world.sitting.act(Act::Press(other));
        assert_eq!(world.ask(), "after");
        let again = World::new(Mode::Pair).at_both();
        assert_eq!(pressed(&again), None);
    }
    let mut world = World::new(Mode::Pair).at_both();
    world.sitting.act(Act::Back);
    assert_eq!(
        world.ask(),
        "quiet",
        "with no key pressed it is the page before"
    );
}

#[test]
fn thanks_are_said_in_one_go_from_every_page() {
    let mut world = World::new(Mode::Pair);
    let thanked = Reaction {
        told: Some(Key::Thanked),
        ..Reaction::default()
    };
    assert_eq!(
        world.sitting.act(Act::Thanks("for the tea".to_owned())),
        thanked
    );
    assert_eq!(world.ask(), "line");
    let mut world = world.at_both();
    world.sitting.act(Act::Thanks("for waiting".to_owned()));
    assert_eq!(world.ask(), "both");
    let thanks =
        |event: &Event| matches!(event, Event::Answered { ask, .. } if *ask == "thanks_now");
    let kept = world.kept.borrow();
    let Some(Stage::Crossing { events, .. }) = kept.last().map(|record| &record.stage) else {
        panic!("nothing was kept");
    };
    assert_eq!(events.iter().filter(|event| thanks(event)).count(), 2);
}

#[test]
fn before_both_have_said_yes_nothing_opens_and_nothing_is_kept() {
    let mut world = World::new(Mode::Pair);
    world.says("a lunch");
    let mut world = world.again();
    assert!(matches!(world.sitting.page().ask, AskView::Curtain { .. }));
    let mut tried: Vec<Act> = acts();
    tried.extend([Act::Open(Detour::Hand), Act::Leave]);
    tried.retain(|act| !matches!(act, Act::Take | Act::Reply(_)));
    for taken in [false, true] {
        if taken {
            world.sitting.act(Act::Take);
        }
        let before = world.sitting.page();
        for act in &tried {
            if *act == Act::Pass && taken {
                continue;
            }
            world.sitting.act(act.clone());
            if asks_who(&world.sitting.page()) {
                world.chooses("first");
            }
            assert_eq!(world.sitting.page(), before, "{act:?}");
            world.sitting.draft("1");
        }
    }
    assert!(world.kept.borrow().is_empty());
}

/// To the pages on which each tells how it was; the size of the ice is drawn on the way.
fn at_memories() -> World {
    let mut world = World::new(Mode::Pair).at_both();
    world.sitting.act(Act::Pass);
    world.says("on");
    to_the_draw(&mut world, ["large", "large"]);
    world.sitting.act(Act::Reply(Reply::Went));
    world
}

fn to_the_draw(world: &mut World, sizes: [&str; 2]) {
    for size in sizes {
        world.sitting.act(Act::Take);
        world.chooses(size);
    }
    assert_eq!(world.ask(), "drawn");
}

#[test]
fn the_smaller_size_comes_as_often_as_all_still_smaller_ones() {
    let drawn = |chance: u64, sizes| {
        let mut world = World::new(Mode::Pair).at_both();
        world.sitting.act(Act::Pass);
        world.says("on");
        world.chance.set(chance);
        to_the_draw(&mut world, sizes);
        world.sitting.page().shows[0].text.clone()
    };
    let came: Vec<String> = (0..8)
        .map(|chance| drawn(chance, ["large", "large"]))
        .collect();
    let count = |size: &str| came.iter().filter(|other| *other == size).count();
    assert_eq!((count("large"), count("middle"), count("small")), (4, 2, 2));
    for chance in 0..4 {
        assert_ne!(drawn(chance, ["large", "middle"]), "large");
        assert_eq!(drawn(chance, ["small", "large"]), "small");
    }
}

#[test]
fn half_a_memory_comes_back_on_its_writers_own_page_only() {
    let mut world = at_memories();
    world.sitting.act(Act::Take);
    world.sitting.draft("half of Sam's");
    world.sitting.act(Act::Open(Detour::Pause));
    assert_eq!(world.sitting.half_typed(), None, "beside it");
    world.sitting.act(Act::Back);
    assert_eq!(world.sitting.half_typed(), None, "on the curtain");
    let mut world = world.again();
    world.go_ahead();
    assert!(matches!(
        world.sitting.page().ask,
        AskView::Curtain {
            seat: Seat::First,
            ..
        }
    ));
    assert_eq!(world.sitting.half_typed(), None, "on the curtain");
    world.sitting.act(Act::Take);
    assert_eq!(world.sitting.half_typed().as_deref(), Some("half of Sam's"));
    world.says("Sam's");
    world.sitting.act(Act::Take);
    assert_eq!(world.sitting.page().seat, Some(Seat::Second));
    assert_eq!(world.sitting.half_typed(), None, "on Noor's page");
}

#[test]
fn before_both_go_on_what_cannot_be_opened_says_so() {
    let flow = super::Flow::begin(super::pack(), super::header(Mode::Pair), true).unwrap();
    let mut world = World::of(|env| super::Sitting::begin(flow, env, Vec::new()));
    world.sitting.act(Act::Pass);
    for taken in [false, true] {
        if taken {
            world.sitting.act(Act::Take);
        }
        let page = world.sitting.page();
        for act in [
            Act::Open(Detour::Hand),
            Act::Open(Detour::Pause),
            Act::Open(Detour::Steady),
            Act::Wobble,
        ] {
            let reaction = world.sitting.act(act.clone());
            assert_eq!(reaction.told, Some(Key::NothingHere), "{act:?}");
            assert_eq!(world.sitting.page(), page, "{act:?}");
        }
    }
}
