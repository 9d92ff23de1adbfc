//! Stepping aside, taking back and coming back on another day, where two cross together: nothing leads behind the
//! private part, and nothing one did alone is lost, told or done twice.

use super::files::events;
use super::pair::{go_ahead, on_the_ice};
use super::walker::{ask, begin_for_two, choose, header, open, pack, pass, say, step_here, steps};
use super::whose::{step, walk_to};
use floe::content::{By, Id, Mode};
use floe::flow::{AskView, Detour, Effect, Event, Flow, Reply, Saving};
use floe::session::{Header, Seat};

/// A track for two, past their private part.
fn on_a_track(practice: &str) -> Flow {
    let header = Header {
        mode: Mode::Pair,
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        ..header(practice, true)
    };
    let mut flow = Flow::begin(pack(), header, true).unwrap();
    go_ahead(&mut flow);
    flow
}

/// The whole crossing with its deeper steps, past the private part.
fn on_the_long_way() -> Flow {
    let mut flow = begin_for_two();
    walk_to(&mut flow, "time", &[]);
    choose(&mut flow, "long");
    go_ahead(&mut flow);
    flow
}

/// Taken up on another day: both have said again that they go on.
fn another_day(flow: &Flow) -> Flow {
    let events = events(flow);
    let mut again = Flow::resume(pack(), flow.header().clone(), &events).unwrap();
    assert!(again.remembers(&events), "all of it fits");
    go_ahead(&mut again);
    again
}

#[test]
fn a_track_for_two_is_taken_up_wherever_somebody_stepped_aside() {
    for detour in [Detour::Pause, Detour::Hand] {
        let mut flow = on_a_track("before_a_talk");
        open(&mut flow, detour);
        assert_eq!(another_day(&flow).page().key, flow.page().key);
    }
}

#[test]
fn on_a_track_for_two_taking_one_thing_back_leaves_every_way_open() {
    let mut flow = on_a_track("before_a_talk");
    // What calls back whoever looked away is said once.
    let before = floe::flow::Page {
        notice: None,
        ..flow.page()
    };
    pass(&mut flow);
    flow.undo();
    assert_eq!(flow.page(), before);
    assert!(flow.map_is_open());
    open(&mut flow, Detour::Pause);
    assert_ne!(flow.page().key, before.key);
}

#[test]
fn nothing_is_taken_back_to_before_both_went_on() {
    let mut flow = on_the_ice();
    let beginning = flow.page();
    pass(&mut flow);
    for _ in 0..3 {
        flow.undo();
        assert_eq!(flow.page(), beginning);
        assert_eq!(flow.saving(), Saving::On);
    }
}

/// Everything of which nothing is kept, that each is asked.
fn sealed_asks() -> Vec<Id> {
    let sealed = steps().iter().filter(|step| step.sealed());
    let asks = sealed.flat_map(|step| &step.asks);
    let each = asks.filter(|ask| ask.by == By::Each);
    each.map(|ask| ask.id.clone()).collect()
}

#[test]
fn nothing_is_taken_back_into_what_melted_for_the_second() {
    let sealed = sealed_asks();
    let mut flow = on_the_long_way();
    let mut left = 0;
    for _ in 0..700 {
        let page = flow.page();
        if page.key.ask == *"keep_how" {
            break;
        }
        step(&mut flow, &page, &[]);
        let second = page.seat == Some(Seat::Second) && sealed.contains(&page.key.ask);
        if second && !sealed.contains(&flow.page().key.ask) {
            left += 1;
            let mut back = flow.clone();
            for _ in 0..3 {
                back.undo();
                assert_eq!(back.page().key, flow.page().key, "back from {:?}", page.key);
            }
        }
    }
    assert!(left > 2, "{left} steps melted");
}

#[test]
fn what_was_drawn_stays_drawn() {
    let mut flow = on_the_ice();
    walk_to(&mut flow, "size_today", &[("how_big", [Some("most"); 2])]);
    let (ask, reply) = (Id::new("size_today"), Reply::Chose(Id::new("most")));
    flow.apply(Event::Came { ask, reply });
    let drawn = flow.page();
    assert_eq!(drawn.shows.len(), 1);
    assert!(flow.undo().is_empty());
    assert_eq!(flow.page(), drawn);
}

#[test]
fn a_size_one_chose_on_another_day_is_never_exceeded() {
    let chosen = [("how_big", [Some("nearly_nothing"), Some("most")])];
    let mut flow = on_the_ice();
    while flow.page().seat != Some(Seat::Second) || !events(&flow).contains(&melted("how_big")) {
        let page = flow.page();
        step(&mut flow, &page, &chosen);
    }
    let mut again = another_day(&flow);
    for _ in 0..9 {
        let page = again.page();
        let at = page.seat.unwrap_or_default();
        let effects = match &page.ask {
            AskView::Curtain { seat, .. } => again.apply(Event::Took(*seat)),
            AskView::Choice { .. } => {
                assert_eq!(at, Seat::Second, "the first one's turn is over");
                choose(&mut again, "most")
            }
            _ => pass(&mut again),
        };
        let drawn = effects.iter().find_map(|effect| match effect {
            Effect::Draw { options, .. } => Some(options.clone()),
            _ => None,
        });
        if let Some(options) = drawn {
            assert_eq!(options, [Id::new("nearly_nothing")]);
            return;
        }
    }
    panic!("nothing was drawn");
}

fn melted(id: &str) -> Event {
    Event::Melted(ask(id).0.id.clone())
}

#[test]
fn what_one_was_asked_in_their_turn_is_not_asked_again_after_both() {
    let mut flow = on_the_long_way();
    let said = [("leads_there", [Some("not_sure"), Some("yes")])];
    walk_to(&mut flow, "leads_there", &said);
    let mut asked = Vec::new();
    while !asked.contains(&(Id::new("picture"), None)) && asked.len() < 12 {
        let page = flow.page();
        asked.push((page.key.ask.clone(), page.seat));
        step(&mut flow, &page, &said);
    }
    let smaller: Vec<_> = asked
        .iter()
        .filter(|(ask, _)| *ask == *"smaller_one")
        .collect();
    assert_eq!(
        smaller,
        [&(Id::new("smaller_one"), Some(Seat::First))],
        "{asked:?}"
    );
}

/// Who has pressed on the page where both keys are needed; None if it is another page.
fn pressed(flow: &Flow) -> Option<Option<Seat>> {
    match flow.page().ask {
        AskView::Both { pressed, .. } => Some(pressed),
        _ => None,
    }
}

#[test]
fn a_key_pressed_alone_is_not_pressed_on_another_day() {
    let mut flow = on_the_ice();
    for seat in Seat::BOTH {
        flow.apply(Event::Pressed(seat));
        flow.apply(Event::Wobbled(seat));
        flow = another_day(&flow);
        assert_eq!(flow.page().key.ask, *"start");
        assert_eq!(pressed(&flow), Some(None));
    }
}

#[test]
fn a_key_that_fell_away_is_not_pressed_again_by_taking_something_back() {
    let mut flow = on_the_ice();
    flow.apply(Event::Pressed(Seat::First));
    open(&mut flow, Detour::Pause);
    flow.undo();
    assert_eq!(pressed(&flow), Some(None));
}

#[test]
fn what_took_two_keys_takes_both_again_and_one_alone_only_itself() {
    let mut flow = on_the_ice();
    flow.apply(Event::Jumped(Id::new("start_together")));
    flow.apply(Event::Pressed(Seat::First));
    flow.apply(Event::Wobbled(Seat::First));
    flow.apply(Event::Pressed(Seat::Second));
    assert_eq!(flow.page().key.ask, *"start");
    flow.apply(Event::Pressed(Seat::Second));
    for ask in ["start", "jump_both"] {
        flow.undo();
        assert_eq!(flow.page().key.ask, *ask);
        assert_eq!(pressed(&flow), Some(None));
    }
}

#[test]
fn whoever_has_no_room_to_listen_both_rest_though_the_other_passes() {
    for said in [[Some("none"), None], [None, Some("none")]] {
        let mut flow = on_the_ice();
        for _ in Seat::BOTH {
            let page = walk_to(&mut flow, "room", &[]);
            step(&mut flow, &page, &[("room", said)]);
        }
        assert_eq!(step_here(&flow).unwrap().id, *"pause", "{said:?}");
    }
}

#[test]
fn a_step_that_holds_for_one_of_two_is_put_to_that_one() {
    let mut flow = on_the_long_way();
    flow.apply(Event::Jumped(Id::new("what_did_they_do")));
    for seat in Seat::BOTH {
        flow.apply(Event::Pressed(seat));
    }
    for seat in Seat::BOTH {
        let page = walk_to(&mut flow, "thanks_for", &[]);
        assert_eq!(page.seat, Some(seat));
        match seat {
            Seat::First => pass(&mut flow),
            Seat::Second => say(&mut flow, "for the tea"),
        };
    }
    flow.apply(Event::Jumped(Id::new("took_and_gave")));
    for seat in Seat::BOTH {
        flow.apply(Event::Pressed(seat));
    }
    assert_eq!(flow.page().seat, Some(Seat::Second));
}
