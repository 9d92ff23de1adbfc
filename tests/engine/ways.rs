//! Ways over the ice: back, undo, detours, rounds, jumps, tracks, and how the ice lies meanwhile.

use super::files::events;
use super::pages::tellable;
use super::walker::{
    Dice, Move, PRACTICES, answer, begin, choose, jump, legal, on_the_ice, open, pass, say,
    step_here, walk_to,
};
use floe::content::Id;
use floe::flow::{AskView, Detour, Effect, Event, Flow, Reply, Saving};
use floe::session::Seat;

fn ask(flow: &Flow) -> String {
    flow.page().key.ask.to_string()
}

#[test]
fn back_leads_to_the_screen_seen_before() {
    let mut flow = on_the_ice("crossing");
    let mut seen = Vec::new();
    let mut dice = Dice(3);
    while ask(&flow) != "room" {
        seen.push(flow.page().key);
        if flow.page().melts {
            pass(&mut flow);
            continue;
        }
        let reply = super::walker::reply(&flow.page(), &mut dice).unwrap();
        // A story-word is told once and asked again on the same page.
        if let Reply::Picked(_) = reply {
            pass(&mut flow);
        } else {
            answer(&mut flow, reply);
        }
    }
    while let Some(before) = seen.pop() {
        flow.apply(Event::Back);
        assert_eq!(flow.page().key, before);
    }
}

#[test]
fn on_the_first_screen_there_is_nothing_to_go_back_to() {
    let mut flow = begin("crossing", true);
    let page = flow.page();
    assert!(flow.apply(Event::Back).is_empty());
    assert_eq!(flow.page(), page);
    assert!(events(&flow).is_empty());
}

#[test]
fn going_on_again_with_the_same_answers_gives_the_same_answers() {
    let mut straight = on_the_ice("crossing");
    let mut there_and_back = on_the_ice("crossing");
    for (flow, detours) in [(&mut straight, false), (&mut there_and_back, true)] {
        walk_to(flow, "topic", &[]);
        say(flow, "Sunday lunch");
        choose(flow, "thin");
        say(flow, "one sentence");
        if detours {
            flow.apply(Event::Back);
            assert_eq!(flow.page().so_far.as_deref(), Some("one sentence"));
            flow.apply(Event::Back);
            let AskView::Choice { chosen, .. } = flow.page().ask else {
                panic!("a choice");
            };
            assert_eq!(chosen, Some(2));
            choose(flow, "thin");
            say(flow, "one sentence");
        }
        walk_to(flow, "keep_items", &[("keep_how", "everything")]);
    }
    assert_eq!(straight.kept(), there_and_back.kept());
    assert_eq!(tellable(straight.page()), tellable(there_and_back.page()));
}

#[test]
fn undo_takes_back_exactly_one_event() {
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let practice = PRACTICES[dice.roll(PRACTICES.len())];
        let mut flow = begin(practice, dice.roll(2) == 0);
        for _ in 0..60 {
            let number = u64::try_from(dice.roll(usize::MAX)).unwrap();
            let Move::Do(event) = legal(&flow, number) else {
                continue;
            };
            let was = flow.clone();
            let effects = flow.apply(event.clone());
            // A sealed step is left as one event, so its pages come back together.
            // Whoever decides about saving twice has pages behind them that only fitted the first decision.
            let decided_anew = was.saving() != Saving::Held && was.saving() != flow.saving();
            if effects.contains(&Effect::Land) || decided_anew {
                break;
            }
            let whole = super::walker::sealed_here(&was) || was.page().melts;
            if whole || format!("{:?}", events(&was)) == format!("{:?}", events(&flow)) {
                continue;
            }
            let mut undone = flow.clone();
            undone.undo();
            let (mut one, mut other) = (tellable(was.page()), tellable(undone.page()));
            // What was said once about a step that melted is not said twice.
            let stays = |event: &&Event| matches!(event, Event::Wobbled(_) | Event::Marked(..));
            let events_before = events(&was);
            let last = events_before.iter().rev().find(|event| !stays(event));
            let melted = matches!(last, Some(Event::Melted(_)));
            if melted {
                one.notice = None;
                other.notice = None;
            }
            assert_eq!(one, other, "{event:?} taken back");
            assert_eq!(tail(&was), tail(&undone), "{event:?} taken back");
            assert_eq!(events(&was), events(&undone));
            assert_eq!(was.saving(), undone.saving());
        }
    }
}

#[test]
fn undo_on_the_first_screen_changes_nothing() {
    let mut flow = begin("crossing", true);
    let page = flow.page();
    assert!(flow.undo().is_empty());
    assert_eq!(flow.page(), page);
}

#[test]
fn undo_does_not_switch_saving_on_behind_anybodys_back() {
    let mut flow = begin("just_the_sorry", true);
    walk_to(
        &mut flow,
        "nothing_saved",
        &[("afraid", "yes"), ("saving", "off")],
    );
    assert_eq!(flow.saving(), Saving::Off);
    flow.apply(Event::Wobbled(Seat::First));
    flow.undo();
    assert_eq!(flow.saving(), Saving::Off);
    assert_eq!(ask(&flow), "nothing_saved", "nothing is offered to be kept");
}

#[test]
fn what_is_refused_changes_nothing() {
    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, "hand_line", &[]);
    open(&mut flow, Detour::Hand);
    open(&mut flow, Detour::Thanks);
    say(&mut flow, "Thank you");
    let page = flow.page();
    assert!(page.notice.is_some(), "the thanks are noted");
    open(&mut flow, Detour::Hand);
    assert_eq!(flow.page(), page, "a hand is open already");
    flow.apply(Event::Jumped(Id::new("nowhere")));
    flow.apply(Event::Melted(Id::new("say_it_raw")));
    flow.apply(Event::Marked("carry#0".to_owned(), true));
    assert_eq!(flow.page(), page);
}

#[test]
fn listening_goes_round_three_times_at_most() {
    let mut flow = on_the_ice("crossing");
    jump(&mut flow, "lend_your_ears");
    say(&mut flow, "you lied");
    for round in 1..=3 {
        assert_eq!(
            (ask(&flow).as_str(), flow.page().key.round),
            ("give_back", round - 1)
        );
        assert_eq!(flow.page().so_far, None, "a round begins empty");
        say(&mut flow, &format!("given back {round}"));
        choose(&mut flow, "partly");
        say(&mut flow, "and the table");
    }
    assert_eq!(ask(&flow), "their_weather", "after three rounds it goes on");
    let notice = flow.page().notice.unwrap();
    assert!(notice.contains("leave it here"), "{notice}");
    let given_back = flow.stage(&[]);
    assert_eq!(format!("{given_back:?}").matches("given back").count(), 3);
}

#[test]
fn other_rounds_end_as_well() {
    let mut flow = on_the_ice("crossing");
    jump(&mut flow, "is_there_more");
    let mut rounds = 0;
    while ask(&flow) == "more_words" {
        say(&mut flow, "there is more");
        rounds += 1;
        for _ in 0..20 {
            if ["more_words", "urge"].contains(&ask(&flow).as_str()) {
                break;
            }
            pass(&mut flow);
        }
    }
    assert_eq!(rounds, 3);

    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, "tuesday", &[]);
    choose(&mut flow, "no");
    assert_eq!(
        (ask(&flow).as_str(), flow.page().key.round),
        ("kind", 1),
        "halve it"
    );
    walk_to(&mut flow, "tuesday", &[]);
    choose(&mut flow, "no");
    assert_eq!((ask(&flow).as_str(), flow.page().key.round), ("if_then", 1));
    assert!(flow.page().notice.unwrap().contains("can also wait"));
}

#[test]
fn ten_minutes_lead_to_each_track() {
    for (track, first) in [
        ("before_a_talk", "camera"),
        ("just_the_sorry", "first_promise"),
        ("one_agreement", "agreed"),
        ("im_the_one_hurting", "raw_page"),
    ] {
        let mut flow = begin("crossing", true);
        walk_to(&mut flow, "track", &[("time", "ten")]);
        choose(&mut flow, track);
        assert_eq!(ask(&flow), "afraid", "the private questions come first");
        assert_eq!(flow.saving(), Saving::Held);
        walk_to(&mut flow, first, &[("saving", "on")]);
        let walked = super::walker::pack().practices[track].floes.len();
        assert_eq!(flow.map().len(), walked, "the map is the track's");
        walk_to(&mut flow, "land", &[("keep_how", "nothing")]);
    }
}

#[test]
fn what_a_jump_leaves_out_is_passed_over_and_nothing_worse() {
    let mut flow = on_the_ice("crossing");
    jump(&mut flow, "watchman");
    let rows = flow.map();
    let of = |floe: &str| rows.iter().find(|row| row.floe == *floe).unwrap();
    for (floe, passed_over) in [
        ("near_bank", false),
        ("agreement", true),
        ("mirrors", true),
        ("distrust", false),
        ("landing", false),
    ] {
        assert_eq!(of(floe).passed_over, passed_over, "{floe}");
        assert_eq!(of(floe).here, floe == "distrust");
    }
    jump(&mut flow, "camera");
    let rows = flow.map();
    assert!(
        rows.iter()
            .all(|row| row.floe != *"agreement" || (row.here && !row.passed_over))
    );
    flow.apply(Event::Back);
    assert_eq!(step_here(&flow).unwrap().id, *"watchman");
}

#[test]
fn jumping_to_where_one_stands_is_no_screen_of_its_own() {
    let mut flow = on_the_ice("crossing");
    jump(&mut flow, "camera");
    jump(&mut flow, "watchman");
    jump(&mut flow, "watchman");
    flow.apply(Event::Back);
    assert_eq!(ask(&flow), "camera");
}

#[test]
fn near_words_stay_with_the_page_they_are_about() {
    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, "weather", &[]);
    let story = super::walker::pack().lists["feelings"].stories[0].clone();
    answer(&mut flow, Reply::Picked(vec![story.word.clone()]));
    let near = |flow: &Flow| match flow.page().ask {
        AskView::Pick { near, .. } => near,
        other => panic!("a list, not {other:?}"),
    };
    assert_eq!(ask(&flow), "weather", "asked once more");
    assert_eq!(near(&flow), story.near);
    open(&mut flow, Detour::Hand);
    flow.apply(Event::Back);
    assert_eq!(near(&flow), story.near);
    let mut elsewhere = flow.clone();
    jump(&mut elsewhere, "asking_for");
    assert!(near(&elsewhere).is_empty(), "those were about the weather");
    jump(&mut elsewhere, "say_it_raw");
    pass(&mut elsewhere);
    assert!(near(&elsewhere).is_empty(), "the weather is asked anew");
    assert_eq!(super::files::resumed(&elsewhere).page(), elsewhere.page());
    answer(&mut flow, Reply::Picked(vec![story.word.clone()]));
    assert_eq!(ask(&flow), "longing", "the word itself can stay");
}

#[test]
fn a_sealed_step_says_nothing_of_the_page_before_when_taken_up_again() {
    let mut flow = begin("crossing", false);
    walk_to(&mut flow, "door", &[("time", "long"), ("still_safe", "no")]);
    choose(&mut flow, "both");
    assert!(flow.page().notice.is_some(), "said on the first promise");
    for _ in 0..3 {
        choose(&mut flow, "leave");
    }
    assert_eq!(
        (ask(&flow).as_str(), flow.page().notice.clone()),
        ("did_it", None)
    );
    assert_eq!(super::files::resumed(&flow).page(), flow.page());
}

/// How many events there are, and the last three.
fn tail(flow: &Flow) -> (usize, Vec<Event>) {
    let events = events(flow);
    (events.len(), events.iter().rev().take(3).cloned().collect())
}
