//! Ways off the ice and back onto it: detours, the hand, a wobble, a rest.

use super::walker::{DETOURS, choose, jump, on_the_ice, open, pass, say, walk_to};
use floe::flow::{AskView, Detour, Effect, Event, Flow, Ice};
use floe::session::Seat;

fn ask(flow: &Flow) -> String {
    flow.page().key.ask.to_string()
}

#[test]
fn every_detour_returns_to_the_page_it_was_opened_on() {
    for detour in DETOURS {
        let mut flow = on_the_ice("crossing");
        walk_to(&mut flow, "hand_line", &[]);
        let page = flow.page();
        open(&mut flow, detour);
        assert_ne!(flow.page().key, page.key);
        assert_eq!(flow.page().at, page.at, "the ground stays");
        for _ in 0..9 {
            if flow.page().key == page.key {
                break;
            }
            pass(&mut flow);
        }
        let again = flow.page();
        assert_eq!(
            (again.key, again.ice),
            (page.key.clone(), Ice::Steady),
            "{detour:?}"
        );
        flow.apply(Event::Back);
        assert_ne!(
            flow.page().key,
            page.key,
            "the detour is no screen to go back to"
        );
        assert_ne!(ask(&flow), "hand_out");
    }
}

#[test]
fn back_out_of_a_detour_is_back_to_where_one_was() {
    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, "topic", &[]);
    open(&mut flow, Detour::Hand);
    pass(&mut flow);
    assert_eq!(ask(&flow), "hand_which");
    flow.apply(Event::Back);
    assert_eq!(ask(&flow), "hand_stop");
    assert_eq!(flow.page().ice, Ice::Water(Seat::First));
    flow.apply(Event::Back);
    assert_eq!(
        (ask(&flow).as_str(), flow.page().ice),
        ("topic", Ice::Steady)
    );
}

#[test]
fn the_hand_leads_where_it_says() {
    let ways = [
        ("same", "topic"),
        ("smaller", "topic"),
        ("rest", "when_back"),
        ("stop", "keep_how"),
    ];
    for (way, there) in ways {
        let mut flow = on_the_ice("crossing");
        walk_to(&mut flow, "topic", &[]);
        open(&mut flow, Detour::Hand);
        assert_eq!(flow.page().ice, Ice::Water(Seat::First));
        while ask(&flow) != "hand_out" {
            assert_eq!(
                flow.page().ice,
                Ice::Water(Seat::First),
                "at {}",
                ask(&flow)
            );
            pass(&mut flow);
        }
        choose(&mut flow, way);
        assert_eq!((ask(&flow).as_str(), flow.page().ice), (there, Ice::Steady));
        let smaller = flow.page().notice.is_some();
        assert_eq!(smaller, way == "smaller", "a smaller step says so");
    }
}

#[test]
fn steadying_in_the_middle_of_a_hand_leaves_the_hand_open() {
    let mut flow = on_the_ice("crossing");
    open(&mut flow, Detour::Hand);
    pass(&mut flow);
    open(&mut flow, Detour::Steady);
    pass(&mut flow);
    pass(&mut flow);
    assert_eq!(ask(&flow), "hand_which");
    assert_eq!(flow.page().ice, Ice::Water(Seat::First));
}

#[test]
fn a_wobble_tilts_the_ice_until_something_carries() {
    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, "topic", &[]);
    let ways: [fn(&mut Flow); 4] = [
        |flow| drop(pass(flow)),
        |flow| drop(flow.apply(Event::Back)),
        |flow| jump(flow, "carry"),
        |flow| {
            open(flow, Detour::Steady);
            assert_eq!(flow.page().ice, Ice::Tilting(Seat::First));
            pass(flow);
            pass(flow);
        },
    ];
    for way in ways {
        let mut flow = flow.clone();
        flow.apply(Event::Wobbled(Seat::First));
        assert_eq!(flow.page().ice, Ice::Tilting(Seat::First));
        flow.apply(Event::Wobbled(Seat::Second));
        assert_eq!(
            flow.page().ice,
            Ice::Tilting(Seat::First),
            "one tilt at a time"
        );
        way(&mut flow);
        assert_eq!(flow.page().ice, Ice::Steady);
    }
    assert_eq!(flow.page().ice, Ice::Steady);
}

#[test]
fn a_little_room_tilts_the_ice_and_none_opens_a_rest() {
    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, "room", &[]);
    let mut none = flow.clone();
    let effects = choose(&mut flow, "a_little");
    assert_eq!(ask(&flow), "steady_breath");
    assert_eq!(flow.page().ice, Ice::Tilting(Seat::First));
    assert!(
        effects.contains(&Effect::Deadline { seconds: 10 }),
        "{effects:?}"
    );
    flow.apply(Event::Elapsed);
    let AskView::Quiet { over, .. } = flow.page().ask else {
        panic!("a quiet stretch");
    };
    assert!(over);
    pass(&mut flow);
    pass(&mut flow);
    assert_eq!(
        (ask(&flow).as_str(), flow.page().ice),
        ("hand_line", Ice::Steady)
    );

    choose(&mut none, "none");
    assert_eq!(ask(&none), "when_back");
    pass(&mut none);
    choose(&mut none, "on");
    assert_eq!(ask(&none), "hand_line");
}

#[test]
fn leaving_is_no_answer_that_waits_for_an_empty_line() {
    for (ready, way) in [("ready", "another_day"), ("land", "leave")] {
        let mut flow = on_the_ice("crossing");
        if ready == "ready" {
            open(&mut flow, Detour::Pause);
        }
        walk_to(&mut flow, ready, &[]);
        let effects = choose(&mut flow, way);
        assert!(effects.contains(&Effect::Leave));
        let again = super::files::resumed(&flow);
        assert_eq!(ask(&again), ready, "one comes back to the same page");
        let AskView::Choice { chosen, .. } = again.page().ask else {
            panic!("a choice");
        };
        assert_eq!(chosen, None, "an empty line would leave at once, for ever");
    }
}

#[test]
fn thanks_are_pinned_to_the_moment() {
    let mut flow = on_the_ice("crossing");
    for step in ["camera", "staying"] {
        jump(&mut flow, step);
        open(&mut flow, Detour::Hand);
        open(&mut flow, Detour::Thanks);
        say(&mut flow, &format!("thanks at {step}"));
        assert_eq!(ask(&flow), "hand_stop");
        flow.apply(Event::Back);
    }
    let thanks: Vec<_> = flow
        .kept()
        .into_iter()
        .map(|item| item.step.to_string())
        .collect();
    assert_eq!(thanks, ["camera", "staying"]);
}
