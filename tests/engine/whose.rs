//! Whose words are whose: of two people's answers each page shows the ones it means, and no line of the list tells
//! what was said unseen.

use super::pair::{go_ahead, on_the_ice};
use super::walker::{answer, choose, open, pack, pass, say};
use floe::content::{Ask, Id, Keep, Meaning};
use floe::flow::{AskView, Detour, Effect, Event, Flow, Page, Reply};
use floe::session::{Seat, Stage, Status, Substance};
use std::sync::Arc;

/// Walks to the page of an ask; on the way the named choices are made, every line tells who wrote it, and both keys
/// are pressed.
pub(super) fn walk_to(
    flow: &mut Flow,
    wanted: &str,
    choices: &[(&str, [Option<&str>; 2])],
) -> Page {
    for _ in 0..600 {
        let page = flow.page();
        if page.key.ask == *wanted {
            return page;
        }
        step(flow, &page, choices);
    }
    panic!(
        "{wanted} never came up; one stands at {:?}",
        flow.page().key
    );
}

pub(super) fn step(flow: &mut Flow, page: &Page, choices: &[(&str, [Option<&str>; 2])]) {
    let seat = page.seat.unwrap_or_default();
    let chosen = choices.iter().find(|(ask, _)| page.key.ask == **ask);
    match (&page.ask, chosen) {
        (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
        (AskView::Both { .. }, _) => {
            for seat in Seat::BOTH {
                flow.apply(Event::Pressed(seat));
            }
        }
        (_, Some((_, of))) => match of[usize::from(seat == Seat::Second)] {
            Some(option) => drop(choose(flow, option)),
            None => drop(pass(flow)),
        },
        (AskView::Line | AskView::Text | AskView::Blank { .. }, None) => {
            say(flow, &format!("{seat:?} at {}", page.key.ask));
        }
        _ => drop(answer(flow, Reply::Went)),
    }
    if flow.page().key == page.key {
        pass(flow);
    }
}

const BOTH_GIVE: [(&str, [Option<&str>; 2]); 3] = [
    ("time", [Some("long"), Some("long")]),
    ("door", [Some("give"), Some("give")]),
    ("more_there", [Some("no"), Some("no")]),
];

/// What the page of an ask shows, without the words of whoever it belongs to.
fn words_of_the_other(page: &Page) -> Vec<String> {
    let other = format!("{:?} at", page.seat.unwrap().other());
    let shown = page.shows.iter().map(|shown| shown.text.clone());
    shown
        .chain(page.so_far.clone())
        .filter(|text| text.contains(&other))
        .collect()
}

#[test]
fn a_sorry_is_put_together_from_the_words_of_the_one_who_says_it() {
    let mut flow = on_the_ice();
    let mut said = Vec::new();
    for _ in 0..2 {
        let page = walk_to(&mut flow, "statement", &BOTH_GIVE);
        let own = format!("{:?} at act", page.seat.unwrap());
        assert!(page.so_far.clone().unwrap_or_default().contains(&own));
        assert_eq!(words_of_the_other(&page), Vec::<String>::new());
        said.push(page.seat);
        step(&mut flow, &page, &[]);
    }
    assert_ne!(said[0], said[1], "each has a turn");
}

/// What each of two may say to a question, and that one of them passes it.
fn said_by_two(options: [&'static str; 3]) -> Vec<[Option<&'static str>; 2]> {
    let each = move || [None].into_iter().chain(options.map(Some));
    let both = each().flat_map(move |first| each().map(move |second| [first, second]));
    both.collect()
}

#[test]
fn two_yeses_are_an_agreement_where_nobody_said_that_a_no_is_not_free() {
    let mut before = on_the_ice();
    walk_to(&mut before, "free_no", &[]);
    for free in said_by_two(["yes", "unsure", "no"]) {
        let mut free_said = before.clone();
        walk_to(&mut free_said, "offer", &[("free_no", free)]);
        for said in said_by_two(["offer", "later", "let_go"]) {
            let mut flow = free_said.clone();
            let page = walk_to(&mut flow, "offer_came", &[("offer", said)]);
            let agreed = said == [Some("offer"); 2] && !free.contains(&Some("no"));
            let note = page.notes.join(" ");
            assert_eq!(note.contains("two yeses"), agreed, "{free:?} {said:?}");
            let status = if agreed {
                Status::Agreed
            } else {
                Status::Offered
            };
            assert_eq!(status_in(flow), status, "{free:?} {said:?}");
        }
    }
}

/// How the agreement would be kept if both kept everything.
fn status_in(mut flow: Flow) -> Status {
    flow.apply(Event::Jumped(Id::new("keep")));
    let everything = [("keep_how", [Some("everything"); 2])];
    walk_to(&mut flow, "land_both", &everything);
    let kept = flow.kept().into_iter().map(|item| item.substance);
    let mut agreements = kept.filter_map(|substance| match substance {
        Substance::Agreement(agreement) => Some(agreement.status),
        _ => None,
    });
    agreements.next().unwrap()
}

#[test]
fn a_rest_until_another_day_is_over_when_both_are_back() {
    for passing in [false, true] {
        let mut flow = on_the_ice();
        walk_to(&mut flow, "topic", &[]);
        open(&mut flow, Detour::Pause);
        pass(&mut flow);
        assert_eq!(flow.page().key.ask, *"ready_both");
        pass(&mut flow);
        assert_eq!(flow.page().key.ask, *"rest_on");
        let effects = if passing {
            pass(&mut flow)
        } else {
            answer(&mut flow, Reply::Went)
        };
        assert!(effects.contains(&Effect::Leave), "another day");
        let Stage::Crossing { events, .. } = flow.stage(&[]) else {
            panic!("not landed")
        };
        let mut again = Flow::resume(pack(), flow.header().clone(), &events).unwrap();
        go_ahead(&mut again);
        assert_eq!(again.page().key.ask, *"topic");
    }
}

#[test]
fn a_size_that_was_drawn_is_told_in_words() {
    let mut flow = on_the_ice();
    let size = "nearly_nothing";
    walk_to(&mut flow, "size_today", &[("how_big", [Some(size); 2])]);
    let (ask, reply) = (Id::new("size_today"), Reply::Chose(Id::new(size)));
    flow.apply(Event::Came { ask, reply });
    let page = walk_to(&mut flow, "topic", &[]);
    assert_eq!(page.shows.len(), 1);
    assert!(page.shows[0].text.starts_with("something nearly harmless"));
}

#[test]
fn a_watchman_stands_at_the_edge_once_both_have_let_theirs_speak() {
    let mut flow = on_the_ice();
    walk_to(&mut flow, "watchman", &[]);
    say(&mut flow, "I'm guarding her");
    flow.apply(Event::Opened(Seat::Second, Detour::Pause));
    assert_eq!(flow.page().edge, Vec::<String>::new());
    flow.undo();
    for passed in [true, false] {
        let mut flow = flow.clone();
        let said = [("watchman", [None, None])];
        let turn = flow.page();
        step(&mut flow, &turn, &[]);
        let turn = flow.page();
        step(&mut flow, &turn, if passed { &said } else { &[] });
        flow.apply(Event::Opened(Seat::Second, Detour::Pause));
        assert_eq!(flow.page().edge.len(), if passed { 1 } else { 2 });
    }
}

/// A crossing whose line for the hand and whose watchman each keeps for themself.
fn with_lines_of_ones_own() -> Flow {
    let mut own = (*pack()).clone();
    let began = own.practices.get_mut(&Id::new("crossing")).unwrap();
    for floe in &mut Arc::make_mut(began).floes {
        for step in &mut floe.steps {
            let told = |ask: &Ask| matches!(ask.is, Some(Meaning::HandLine | Meaning::Watchman));
            if step.asks.iter().any(told) {
                for ask in Arc::make_mut(step).asks.iter_mut().filter(|ask| told(ask)) {
                    ask.keep = Keep::Private;
                }
            }
        }
    }
    let header = on_the_ice().header().clone();
    let mut flow = Flow::begin(Arc::new(own), header, true).unwrap();
    go_ahead(&mut flow);
    flow
}

#[test]
fn what_is_for_its_writer_alone_is_shown_to_nobody_else_whatever_floe_uses_it_for() {
    let mut flow = with_lines_of_ones_own();
    walk_to(&mut flow, "carry", &[]);
    for detour in [Detour::Hand, Detour::Pause] {
        let mut flow = flow.clone();
        flow.apply(Event::Opened(Seat::First, detour));
        for _ in 0..8 {
            let page = flow.page();
            let told = format!("{:?} {:?}", page.shows, page.edge);
            assert!(!told.contains("at hand_line"), "{told}");
            assert!(!told.contains("at watchman"), "{told}");
            pass(&mut flow);
        }
    }
}

#[test]
fn whoever_looked_away_is_called_back() {
    let mut flow = on_the_ice();
    walk_to(&mut flow, "far_bank", &[]);
    assert_eq!(flow.page().notice, None, "somebody looks away");
    let page = walk_to(&mut flow, "far_banks", &[]);
    assert_eq!(page.notice.as_deref(), Some("Both of you can look again."));
    let page = walk_to(&mut flow, "shared_far_bank", &[]);
    assert_eq!(page.notice, None, "said once");
}
