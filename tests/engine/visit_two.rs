//! Two people on a return visit: what each shows, who has the floor, and what takes both.

use super::returning::{
    Said, agreed, agreements, chose, go_on, kept, marked_by, marks, turns, visit, wrote,
};
use super::walker::{pass, say};
use floe::content::{Id, Mode};
use floe::flow::{AskView, Event, Flow, Reply};
use floe::ledger::{Landed, fold};
use floe::session::{Brought, Item, ItemKind, Seat, Status, Substance};
use floe::time::Moment;
use std::collections::BTreeSet;

pub(super) fn pair_of_two() -> Vec<Brought> {
    vec![
        agreed(1, Seat::First, "Sam's promise"),
        agreed(2, Seat::Second, "Noor's promise"),
    ]
}

#[test]
fn of_two_only_shown_marks_open_paths_and_the_promiser_has_the_floor() {
    let mut flow = visit(Mode::Pair, pair_of_two());
    let said = [
        marked_by(Seat::First, "Sam's promise", "differently"),
        marked_by(Seat::First, "Noor's promise", "part"),
        marked_by(Seat::Second, "Noor's promise", "kept"),
        (
            "show_marks",
            None,
            Some(Seat::First),
            Reply::Chose(Id::new("own")),
        ),
        (
            "show_marks",
            None,
            Some(Seat::Second),
            Reply::Chose(Id::new("show")),
        ),
    ];
    let mut paths = BTreeSet::new();
    for _ in 0..300 {
        let page = flow.page();
        let Some(at) = page.at.clone().filter(|at| at.floe_id != *"landing") else {
            if matches!(page.ask, AskView::Curtain { .. }) {
                go_on(&mut flow, &said);
                continue;
            }
            break;
        };
        if page.key.ask == *"took_keeping" {
            assert_eq!(page.seat, Some(Seat::Second), "it is Noor's promise");
            assert!(page.prompt.starts_with("Noor"), "{}", page.prompt);
        }
        if page.seat != Some(Seat::First) {
            let shown = page.shows.iter().chain(&page.panes);
            let told = shown.filter(|shown| shown.text == "we remember it differently");
            assert_eq!(told.count(), 0, "{:?}", page.key);
        }
        paths.insert(at.floe_id.to_string());
        go_on(&mut flow, &said);
    }
    let open = ["back_at_the_river", "close", "kept"].map(str::to_owned);
    assert_eq!(paths, BTreeSet::from(open));
    let items = kept(&mut flow);
    let seen: Vec<_> = marks(&items)
        .into_iter()
        .map(|(id, seat, mark)| (id, seat, mark.shown))
        .collect();
    // What Sam keeps for themself is kept nowhere.
    assert_eq!(seen, [("mark.2.second", Seat::Second, true)]);
}

#[test]
fn one_by_one_each_mark_is_shown_or_stays() {
    let mut flow = visit(Mode::Pair, pair_of_two());
    let first = Some(Seat::First);
    let said = [
        marked_by(Seat::First, "Sam's promise", "kept"),
        marked_by(Seat::First, "Noor's promise", "broken"),
        (
            "show_marks",
            None,
            first,
            Reply::Chose(Id::new("one_by_one")),
        ),
        (
            "show_mark",
            Some("Sam's promise"),
            first,
            Reply::Chose(Id::new("show")),
        ),
        (
            "show_mark",
            Some("Noor's promise"),
            first,
            Reply::Chose(Id::new("own")),
        ),
    ];
    let paths = walk_two(&mut flow, &said);
    assert_eq!(paths, ["kept"]);
}

/// Walks a visit of two to the landing, and names the paths that were stood on.
pub(super) fn walk_two(flow: &mut Flow, said: &[Said<'_>]) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for _ in 0..400 {
        let page = flow.page();
        if let Some(at) = &page.at {
            if at.floe_id == *"landing" {
                break;
            }
            let plain = ["back_at_the_river", "close"].contains(&at.floe_id.as_str());
            if !plain && !paths.contains(&at.floe_id.to_string()) {
                paths.push(at.floe_id.to_string());
            }
        } else if flow.at_end() {
            break;
        }
        if matches!(page.ask, AskView::Curtain { .. }) && page.key.round == 0 {
            let landing = paths.is_empty() && flow.far().is_some_and(|far| far == *"close");
            if landing
                && flow
                    .map()
                    .iter()
                    .any(|row| row.here && row.floe == *"landing")
            {
                break;
            }
        }
        go_on(flow, said);
    }
    paths
}

/// What a visit of two comes to when both answer like this to the change of Sam's promise.
fn changed(offers: [Option<&str>; 2]) -> (Vec<Item>, Option<String>) {
    let mut flow = visit(Mode::Pair, pair_of_two());
    let offer = |seat: Seat| {
        let option = offers[usize::from(seat == Seat::Second)]?;
        Some(("offer", None, Some(seat), Reply::Chose(Id::new(option))))
    };
    let mut said = vec![
        marked_by(Seat::First, "Sam's promise", "broken"),
        chose("show_marks", "show"),
        chose("what_size", "smaller"),
        wrote("promise", None, "half of it"),
    ];
    said.extend(Seat::BOTH.into_iter().filter_map(offer));
    walk_two(&mut flow, &said);
    let items = kept(&mut flow);
    let old = floe::session::Item {
        id: "agreement".to_owned(),
        step: Id::new("one_thing"),
        seat: Seat::First,
        shared: true,
        kind: ItemKind::Agreement,
        label: None,
        substance: Substance::Agreement(Box::new(flow.header().brought[0].standing.clone())),
    };
    let day = |day| {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 6, day).unwrap();
        Moment(day.and_hms_opt(9, 0, 0).unwrap())
    };
    let earlier = [old];
    let ledger = fold(&[
        Landed {
            crossing: "k3wq8ze",
            at: day(1),
            kept: &earlier,
        },
        Landed {
            crossing: "abcdefg",
            at: day(9),
            kept: &items,
        },
    ]);
    let entry = ledger.entries.iter().find(|entry| entry.id == "k3wq8ze.1");
    let standing = entry.and_then(|entry| entry.standing());
    let text = standing.map(|version| version.agreement.text.clone());
    (items, text)
}

#[test]
fn a_new_version_takes_two_yeses_and_until_then_the_old_one_stands() {
    let (items, standing) = changed([Some("offer"), Some("offer")]);
    assert_eq!(agreements(&items)[0].1.status, Status::Agreed);
    assert_eq!(standing.as_deref(), Some("half of it"));
    for offers in [[Some("offer"), None], [None, Some("offer")], [None, None]] {
        let (items, standing) = changed(offers);
        assert_eq!(
            agreements(&items)[0].1.status,
            Status::Offered,
            "{offers:?}"
        );
        assert_eq!(standing.as_deref(), Some("Sam's promise"), "{offers:?}");
    }
}

#[test]
fn two_end_an_agreement_only_if_both_say_so() {
    for (second, ended) in [
        (Some("ended"), true),
        (Some("stands"), false),
        (None, false),
    ] {
        let mut flow = visit(Mode::Pair, pair_of_two());
        let mut said = vec![
            marked_by(Seat::First, "Sam's promise", "broken"),
            chose("show_marks", "show"),
            (
                "what_size",
                None,
                Some(Seat::First),
                Reply::Chose(Id::new("ended")),
            ),
        ];
        let theirs = second.map(|option| Reply::Chose(Id::new(option)));
        said.extend(theirs.map(|reply| ("what_size", None, Some(Seat::Second), reply)));
        walk_two(&mut flow, &said);
        let items = kept(&mut flow);
        assert_eq!(!turns(&items).is_empty(), ended, "{second:?}");
    }
}

#[test]
fn where_two_see_it_differently_what_weighs_more_is_looked_at() {
    let mut flow = visit(Mode::Pair, pair_of_two());
    let shows = |seat| {
        let all = Reply::Chose(Id::new("show"));
        ("show_marks", None, Some(seat), all)
    };
    let said = [
        marked_by(Seat::First, "Sam's promise", "broken"),
        marked_by(Seat::Second, "Sam's promise", "kept"),
        shows(Seat::First),
        shows(Seat::Second),
    ];
    assert_eq!(walk_two(&mut flow, &said), ["broken"]);
}

/// Both jump to a step, with a key each.
fn jump_together(flow: &mut Flow, step: &str) {
    flow.apply(Event::Jumped(Id::new(step)));
    for seat in Seat::BOTH {
        flow.apply(Event::Pressed(seat));
    }
}

#[test]
fn words_rewritten_after_two_yeses_take_two_new_ones() {
    let mut flow = visit(Mode::Pair, pair_of_two());
    let said = [
        marked_by(Seat::First, "Sam's promise", "broken"),
        chose("show_marks", "show"),
        chose("what_size", "smaller"),
        wrote("promise", None, "half of it"),
        chose("offer", "offer"),
    ];
    while flow.page().key.ask != *"offer_came" {
        go_on(&mut flow, &said);
    }
    let status = |flow: &Flow| {
        let mut flow = flow.clone();
        jump_together(&mut flow, "keep");
        agreements(&kept(&mut flow))[0].1.status
    };
    assert_eq!(status(&flow), Status::Agreed);
    jump_together(&mut flow, "one_thing");
    while flow.page().key.ask != *"promise" {
        pass(&mut flow);
    }
    say(&mut flow, "something else");
    assert_eq!(status(&flow), Status::Offered);
}

#[test]
fn what_was_said_of_one_mark_does_not_hold_for_the_next() {
    let mut flow = visit(Mode::Pair, pair_of_two());
    let said = [
        marked_by(Seat::First, "Sam's promise", "kept"),
        chose("show_marks", "show"),
    ];
    while flow.page().key.ask != *"took_keeping" {
        go_on(&mut flow, &said);
    }
    jump_together(&mut flow, "carrying");
    let again = [marked_by(Seat::First, "Sam's promise", "broken")];
    while flow.page().key.ask != *"show_marks" {
        go_on(&mut flow, &again);
    }
    jump_together(&mut flow, "keep");
    assert!(
        marks(&kept(&mut flow)).is_empty(),
        "nobody said it may be seen"
    );
}
