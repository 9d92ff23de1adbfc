//! A line as a gift: written unseen, given on purpose or not at all, and answered by the other, in both chairs.

use super::pair::go_ahead;
use super::walker::{choose, header, pack, pass, say};
use floe::content::{Mode, Own};
use floe::flow::{AskView, Event, Flow};
use floe::session::{Header, Seat};

const LINES: [&str; 2] = ["ZQSAM said that before", "ZQNOOR says mm"];

fn begin() -> Flow {
    let header = Header {
        mode: Mode::Pair,
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        ..header(Own::GIFT, false)
    };
    let mut flow = Flow::begin(pack(), header, true).unwrap();
    go_ahead(&mut flow);
    flow
}

/// Goes on from this page, as a pair of whom each gives their line or keeps it.
fn one_page(flow: &mut Flow, gives: [bool; 2]) {
    let page = flow.page();
    let at = usize::from(page.seat == Some(Seat::Second));
    match (&page.ask, page.key.ask.as_str()) {
        (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
        (AskView::Both { .. }, _) => {
            flow.apply(Event::Pressed(Seat::First));
            flow.apply(Event::Pressed(Seat::Second));
        }
        (_, "gift_line") => drop(say(flow, LINES[at])),
        (_, "hold_out") => drop(choose(flow, if gives[at] { "give" } else { "hold" })),
        _ => drop(pass(flow)),
    }
}

/// Walks on until this ask comes up, and tells every page that was seen, with whose page it was.
fn walk_to(flow: &mut Flow, ask: &str, gives: [bool; 2]) -> Vec<(Option<Seat>, String)> {
    let mut seen = Vec::new();
    for _ in 0..120 {
        let page = flow.page();
        if page.key.ask == *ask {
            return seen;
        }
        seen.push((page.seat, format!("{page:?}")));
        one_page(flow, gives);
        assert!(!flow.at_end(), "{ask} never came up");
    }
    panic!("{ask} never came up; one stands at {:?}", flow.page().key);
}

#[test]
fn a_line_is_seen_by_the_other_only_when_it_was_given() {
    for gives in [[true, true], [true, false], [false, true], [false, false]] {
        let mut flow = begin();
        let seen = walk_to(&mut flow, "along", gives);
        for (at, giver) in Seat::BOTH.into_iter().enumerate() {
            let theirs = seen.iter().filter(|(seat, _)| *seat != Some(giver));
            let shown = theirs.clone().any(|(_, page)| page.contains(LINES[at]));
            assert_eq!(shown, gives[at], "{giver:?} of {gives:?}");
        }
    }
}

#[test]
fn whoever_gets_it_answers_and_whoever_gave_it_says_what_landed() {
    let mut flow = begin();
    walk_to(&mut flow, "gift_answer", [true, true]);
    let page = flow.page();
    assert_eq!(page.seat, Some(Seat::Second));
    assert_eq!(page.shows[0].text, LINES[0]);
    say(&mut flow, "You've heard that before?");
    assert_eq!(flow.page().seat, Some(Seat::First));
    say(&mut flow, "heard before");
    choose(&mut flow, "again");
    walk_to(&mut flow, "gift_answer", [true, true]);
    assert_eq!(flow.page().so_far, None, "another way begins without it");
    walk_to(&mut flow, "change_chairs", [true, true]);
    walk_to(&mut flow, "hold_out", [true, true]);
    assert_eq!(
        flow.page().seat,
        Some(Seat::Second),
        "the chairs are changed"
    );
    walk_to(&mut flow, "gift_answer", [true, true]);
    assert_eq!(flow.page().seat, Some(Seat::First));
    assert_eq!(flow.page().shows[0].text, LINES[1]);
}

#[test]
fn nothing_stays_but_the_line_to_take_along_and_only_if_somebody_says_so() {
    for (kept, said) in [(0, None), (1, Some("usual")), (0, Some("nothing"))] {
        let mut flow = begin();
        for _ in 0..120 {
            match (flow.page().key.ask.as_str(), said) {
                ("along", _) => drop(say(&mut flow, "one more sentence")),
                ("keep_how", Some(said)) if flow.page().seat == Some(Seat::First) => {
                    drop(choose(&mut flow, said))
                }
                ("land_both", _) => break,
                ("gift_answer" | "gift_landed", _) => drop(say(&mut flow, "a line")),
                _ => one_page(&mut flow, [true, true]),
            }
        }
        let kept_lines: Vec<_> = flow.kept();
        assert_eq!(kept_lines.len(), kept, "{said:?}: {kept_lines:?}");
        assert!(flow.own_talk().is_none());
    }
}

/// It takes two, as it is offered.
#[test]
fn one_person_alone_is_not_led_into_it() {
    assert!(Flow::begin(pack(), header(Own::GIFT, false), true).is_none());
    let offered = pack()
        .offers
        .iter()
        .any(|offer| offer.for_two && offer.id == *Own::GIFT);
    assert!(offered);
}
