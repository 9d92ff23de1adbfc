//! The return visit: marks open paths, each path is about one agreement, and what is said there becomes its items.

use super::pages::{check_page, tellable};
use super::walker::{
    Dice, answer, ask_of, choose, header, legal, make, open, pack, pass, passed, resumed, say,
    sealed_here,
};
use floe::content::{Id, Mode, View};
use floe::flow::{AskView, Detour, Event, Flow, Page, Reply, Saving};
use floe::ledger::{Landed, fold};
use floe::session::{
    Agreement, Brought, Fate, Header, Item, ItemKind, Mark, Seat, Status, Substance, Turn,
};
use floe::time::Moment;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// An agreement both said yes to, on an earlier crossing.
fn agreed(number: usize, by: Seat, text: &str) -> Brought {
    Brought {
        id: format!("k3wq8ze.{number}"),
        by,
        standing: Agreement {
            text: text.to_owned(),
            until: Some("30 June".to_owned()),
            status: Status::Agreed,
            ..Agreement::default()
        },
        offered: None,
        wish: None,
        broken_twice: false,
    }
}

fn brought(texts: &[&str]) -> Vec<Brought> {
    let each = texts.iter().enumerate();
    each.map(|(at, text)| agreed(at + 1, Seat::First, text))
        .collect()
}

const THREE: [&str; 3] = [
    "I ask Noor first",
    "I ring on Sundays",
    "I knock before I come in",
];

fn header_with(mode: Mode, brought: Vec<Brought>) -> Header {
    Header {
        mode,
        title: Some("Our river".to_owned()),
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        brought,
        ..header("return", false)
    }
}

/// A visit past the private questions, saving on.
fn visit(mode: Mode, brought: Vec<Brought>) -> Flow {
    let mut flow = Flow::begin(pack(), header_with(mode, brought), true).unwrap();
    for _ in 0..20 {
        let page = flow.page();
        match (&page.ask, page.key.ask.as_str()) {
            (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
            (_, "less_safe" | "still_unafraid" | "still_readable") => drop(choose(&mut flow, "no")),
            (_, "still_want") => drop(choose(&mut flow, "yes")),
            _ => {
                assert_eq!(flow.saving(), Saving::On);
                return flow;
            }
        }
    }
    panic!("the private questions never ended");
}

/// What is answered on the way: an ask, about which agreement and by whom if that matters, and the reply.
type Said<'a> = (&'a str, Option<&'a str>, Option<Seat>, Reply);

fn chose<'a>(ask: &'a str, option: &str) -> Said<'a> {
    (ask, None, None, Reply::Chose(Id::new(option)))
}

fn wrote<'a>(ask: &'a str, about: Option<&'a str>, words: &str) -> Said<'a> {
    (ask, about, None, Reply::Words(words.to_owned()))
}

/// The agreement a page is about, as far as it is shown on it.
fn about<'a>(flow: &'a Flow, page: &Page) -> Option<&'a str> {
    let texts = flow.header().brought.iter();
    let mut texts = texts.map(|brought| brought.standing.text.as_str());
    texts.find(|text| page.shows.iter().any(|shown| shown.text == *text))
}

/// Goes on by one page: the answer that is meant for it, else a pass.
fn go_on(flow: &mut Flow, said: &[Said<'_>]) {
    let page = flow.page();
    let here = page.key.field;
    let reply = said.iter().find(|(ask, of, seat, _)| {
        let text = of.is_none_or(|of| {
            let listed = flow.header().brought.get(here);
            about(flow, &page) == Some(of)
                || (page.key.ask == *"mark" && listed.is_some_and(|it| it.standing.text == of))
        });
        page.key.ask == **ask && text && (seat.is_none() || page.seat == *seat)
    });
    match (&page.ask, reply) {
        (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
        (_, Some((_, _, _, reply))) => drop(answer(flow, reply.clone())),
        _ => drop(pass(flow)),
    }
}

/// Walks until a floe, or the end, and names the paths that were begun with what each is about.
fn walk(flow: &mut Flow, said: &[Said<'_>]) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    let mut last = None;
    for _ in 0..400 {
        let page = flow.page();
        let Some(at) = page.at.clone() else { break };
        if at.floe_id == *"landing" {
            break;
        }
        let path = [
            "an_offer",
            "kept",
            "in_part",
            "broken",
            "to_be_changed",
            "remembered_differently",
            "anew",
        ]
        .contains(&at.floe_id.as_str());
        if path {
            let round = (at.floe_id.to_string(), page.key.round);
            if last.as_ref() != Some(&round) {
                let text = about(flow, &page).unwrap_or("?");
                paths.push((at.floe_id.to_string(), text.to_owned()));
                last = Some(round);
            }
        }
        go_on(flow, said);
    }
    paths
}

fn marked<'a>(text: &'a str, view: &str) -> Said<'a> {
    ("mark", Some(text), None, Reply::Chose(Id::new(view)))
}

fn marked_by<'a>(seat: Seat, text: &'a str, view: &str) -> Said<'a> {
    ("mark", Some(text), Some(seat), Reply::Chose(Id::new(view)))
}

fn kept(flow: &mut Flow) -> Vec<Item> {
    for _ in 0..20 {
        let page = flow.page();
        match (&page.ask, page.key.ask.as_str()) {
            (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
            (_, "keep_how") => drop(choose(flow, "everything")),
            (_, "land" | "land_both") => return flow.kept(),
            _ => drop(answer(flow, Reply::Went)),
        }
    }
    panic!("the landing was never asked about");
}

fn marks(items: &[Item]) -> Vec<(&str, Seat, &Mark)> {
    let mark = |item: &'_ Item| matches!(item.substance, Substance::Mark(_));
    let items = items.iter().filter(|item| mark(item));
    items
        .filter_map(|item| match &item.substance {
            Substance::Mark(mark) => Some((item.id.as_str(), item.seat, mark)),
            _ => None,
        })
        .collect()
}

fn agreements(items: &[Item]) -> Vec<(&str, &Agreement)> {
    items
        .iter()
        .filter_map(|item| match &item.substance {
            Substance::Agreement(agreement) => Some((item.id.as_str(), &**agreement)),
            _ => None,
        })
        .collect()
}

fn turns(items: &[Item]) -> Vec<(&str, Turn)> {
    items
        .iter()
        .filter_map(|item| match &item.substance {
            Substance::Turn(turn) => Some((item.id.as_str(), turn.clone())),
            _ => None,
        })
        .collect()
}

#[test]
fn a_kept_one_comes_first_then_the_broken_one_and_what_is_too_early_is_left() {
    let mut flow = visit(Mode::Solo, brought(&["early", "broke", "held"]));
    let paths = walk(
        &mut flow,
        &[
            marked("early", "not_yet"),
            marked("broke", "broken"),
            marked("held", "kept"),
        ],
    );
    let paths: Vec<_> = paths
        .iter()
        .map(|(f, t)| (f.as_str(), t.as_str()))
        .collect();
    assert_eq!(paths, [("kept", "held"), ("broken", "broke")]);
    let items = kept(&mut flow);
    let seen: Vec<_> = marks(&items)
        .iter()
        .map(|(id, _, mark)| (id.to_string(), mark.of.clone(), mark.view))
        .collect();
    let expected = [
        ("mark.1", "k3wq8ze.1", View::NotYet),
        ("mark.2", "k3wq8ze.2", View::Broken),
        ("mark.3", "k3wq8ze.3", View::Kept),
    ];
    let expected = expected.map(|(id, of, view)| (id.to_owned(), of.to_owned(), view));
    assert_eq!(seen, expected);
}

#[test]
fn answers_about_different_agreements_stand_beside_each_other() {
    let mut flow = visit(Mode::Solo, brought(&["one", "other"]));
    walk(
        &mut flow,
        &[
            chose("mark", "kept"),
            wrote("took_keeping", Some("one"), "a long breath"),
            wrote("took_keeping", Some("other"), "on 2026-06-12 an alarm"),
        ],
    );
    let items = kept(&mut flow);
    let marks = marks(&items);
    let notes: Vec<_> = marks
        .iter()
        .map(|(_, _, mark)| mark.note.as_deref())
        .collect();
    assert_eq!(
        notes,
        [Some("a long breath"), Some("on 2026-06-12 an alarm")]
    );
    assert_eq!(marks[0].2.on, None);
    assert_eq!(marks[1].2.on.unwrap().to_string(), "2026-06-12");
}

#[test]
fn what_was_said_of_one_agreement_does_not_stand_on_the_page_of_another() {
    let mut flow = visit(Mode::Solo, brought(&["one", "other"]));
    let said = [
        chose("mark", "kept"),
        wrote("took_keeping", Some("one"), "a long breath"),
    ];
    for _ in 0..60 {
        let page = flow.page();
        if page.key.ask == *"took_keeping" && about(&flow, &page) == Some("other") {
            assert_eq!(page.so_far, None);
            flow.apply(Event::Back);
            let before = flow.page();
            assert_eq!(before.key.ask, *"still_fits");
            assert_eq!(about(&flow, &before), Some("one"));
            return;
        }
        go_on(&mut flow, &said);
    }
    panic!("the second path never began");
}

#[test]
fn a_new_version_says_what_it_is_a_version_of_and_stays_an_offer() {
    let mut flow = visit(Mode::Solo, brought(&THREE));
    let said = [
        marked(THREE[1], "broken"),
        chose("what_size", "smaller"),
        wrote("promise", None, "I ring every other Sunday"),
        chose("offer", "offer"),
    ];
    let paths = walk(&mut flow, &said);
    assert_eq!(paths.len(), 2, "{paths:?}");
    assert_eq!(paths[1].0, "anew");
    let items = kept(&mut flow);
    let agreements = agreements(&items);
    assert_eq!(agreements.len(), 1);
    let (id, agreement) = agreements[0];
    assert_eq!(id, "agreement.2");
    assert_eq!(agreement.of.as_deref(), Some("k3wq8ze.2"));
    assert_eq!(agreement.text, "I ring every other Sunday");
    assert_eq!(agreement.status, Status::Offered);
}

#[test]
fn a_clause_that_stands_need_not_be_typed_again() {
    let mut flow = visit(Mode::Solo, brought(&["held"]));
    let said = [chose("mark", "kept"), chose("still_fits", "stretch")];
    let mut prefilled = Vec::new();
    while flow.page().at.is_some_and(|at| at.floe_id != *"close") {
        let page = flow.page();
        if ["promise", "seen"].contains(&page.key.ask.as_str()) {
            prefilled.push((page.key.field, page.so_far.clone()));
        }
        go_on(&mut flow, &said);
    }
    assert_eq!(prefilled[0], (0, Some("held".to_owned())));
    assert_eq!(prefilled[3], (2, Some("30 June".to_owned())));
}

#[test]
fn what_is_remembered_differently_is_let_go_and_the_new_one_is_its_own() {
    let mut flow = visit(Mode::Solo, brought(&["old"]));
    let said = [
        chose("mark", "differently"),
        chose("old_one", "differently"),
        chose("new_one", "write"),
        wrote("promise", None, "nothing at all, to anyone"),
        chose("offer", "offer"),
    ];
    walk(&mut flow, &said);
    let items = kept(&mut flow);
    let to = Fate::Differently;
    let of = "k3wq8ze.1".to_owned();
    assert_eq!(turns(&items), [("turn.1", Turn { of, to })]);
    assert_eq!(agreements(&items)[0].1.of, None);
}

#[test]
fn a_kept_one_ends_with_thanks_and_a_wish_is_left_beside_the_mark() {
    let mut flow = visit(Mode::Solo, brought(&["held", "turn"]));
    let said = [
        marked("held", "kept"),
        marked("turn", "change"),
        chose("still_fits", "completed"),
        chose("write_change", "wish"),
        wrote("wish_left", None, "a day later"),
    ];
    walk(&mut flow, &said);
    let items = kept(&mut flow);
    assert_eq!(turns(&items)[0].1.to, Fate::Completed);
    let wishes: Vec<_> = marks(&items)
        .iter()
        .map(|(_, _, mark)| mark.wish.clone())
        .collect();
    assert_eq!(wishes, [None, Some("a day later".to_owned())]);
    for item in &items {
        let again = items.iter().filter(|other| other.id == item.id).count();
        assert_eq!(again, 1, "{}", item.id);
    }
}

#[test]
fn a_wish_left_before_opens_its_path_and_an_offer_its_own_first() {
    let mut all = brought(&["wished", "offered"]);
    all[0].wish = Some("a day later".to_owned());
    all[1].standing.status = Status::Offered;
    let mut flow = visit(Mode::Solo, all);
    let paths = walk(
        &mut flow,
        &[marked("offered", "kept"), chose("yes_since", "agreed")],
    );
    let paths: Vec<_> = paths
        .iter()
        .map(|(f, t)| (f.as_str(), t.as_str()))
        .collect();
    let expected = [
        ("an_offer", "offered"),
        ("kept", "offered"),
        ("to_be_changed", "wished"),
    ];
    assert_eq!(paths, expected);
    assert_eq!(turns(&kept(&mut flow))[0].1.to, Fate::Agreed);
}

#[test]
fn three_agreements_are_plenty_and_the_others_wait() {
    let mut flow = visit(Mode::Solo, brought(&["a", "b", "c", "d", "e"]));
    let said = [
        marked("d", "kept"),
        marked("b", "part"),
        chose("mark", "broken"),
    ];
    let mut told = 0;
    let mut floes = Vec::new();
    for _ in 0..300 {
        let page = flow.page();
        told += usize::from(
            page.notice
                .is_some_and(|said| said.contains("Three agreements")),
        );
        let Some(at) = page.at.filter(|at| at.floe_id != *"landing") else {
            break;
        };
        let round = (at.floe_id.to_string(), page.key.round);
        if !floes.contains(&round) {
            floes.push(round);
        }
        go_on(&mut flow, &said);
    }
    let floes: Vec<_> = floes.iter().map(|(floe, _)| floe.as_str()).collect();
    assert_eq!(
        floes,
        ["back_at_the_river", "kept", "broken", "broken", "close"]
    );
    assert_eq!(told, 1, "it is said once that the others wait");
}

#[test]
fn without_agreements_the_way_goes_straight_to_the_close() {
    let mut flow = visit(Mode::Solo, Vec::new());
    assert_eq!(walk(&mut flow, &[]), []);
    assert_eq!(flow.far(), Some(Id::new("close")));
    let mut flow = visit(Mode::Solo, brought(&THREE));
    assert_eq!(walk(&mut flow, &[]), [], "unmarked ones open nothing");
}

#[test]
fn a_hand_a_rest_and_the_map_keep_the_agreement() {
    let mut flow = visit(Mode::Solo, brought(&["one", "other"]));
    let said = [marked("other", "kept"), marked("one", "part")];
    while flow.page().key.ask != *"thanks_keeping" {
        go_on(&mut flow, &said);
    }
    let page = flow.page();
    for detour in [Detour::Hand, Detour::Pause] {
        open(&mut flow, detour);
        assert_ne!(flow.page().key, page.key);
        flow.apply(Event::Back);
        assert_eq!(flow.page(), page);
    }
    let listed: Vec<_> = flow.map().iter().map(|row| row.floe.to_string()).collect();
    let open = ["back_at_the_river", "kept", "in_part", "close", "landing"];
    assert_eq!(listed, open, "the map has the paths that are open");
    let part = flow.map().into_iter().find(|row| row.floe == *"in_part");
    flow.apply(Event::Jumped(part.unwrap().step));
    assert_eq!(about(&flow, &flow.page()), Some("one"));
    let events = super::walker::events(&flow).len();
    flow.apply(Event::Jumped(Id::new("two_memories")));
    assert_eq!(
        super::walker::events(&flow).len(),
        events,
        "no mark leads there"
    );
}

#[test]
fn a_way_into_what_is_the_others_needs_an_end_and_a_purpose() {
    let access = pack().practices["return"]
        .floes
        .iter()
        .flat_map(|floe| &floe.steps)
        .flat_map(|step| &step.asks)
        .any(|ask| {
            ask.is
                == Some(floe::content::Meaning::Agreement(
                    floe::content::Clause::Access,
                ))
        });
    assert!(access, "the visit asks about access");
    for (purpose, written) in [(None, 0), (Some("until the debt is paid"), 1)] {
        let mut flow = visit(Mode::Solo, brought(&["old"]));
        walk_with_access(&mut flow, purpose);
        assert_eq!(agreements(&kept(&mut flow)).len(), written, "{purpose:?}");
    }
}

/// Writes a new version that opens the other's door, with or without a purpose, and always with an end.
fn walk_with_access(flow: &mut Flow, purpose: Option<&str>) {
    use floe::content::{Clause, Meaning};
    let said = [chose("mark", "kept"), chose("still_fits", "stretch")];
    for _ in 0..200 {
        let page = flow.page();
        if page.at.as_ref().is_none_or(|at| at.floe_id == *"landing") {
            return;
        }
        let (_, asked) = ask_of(flow, page.key.ask.as_str());
        match (asked.is, purpose) {
            (Some(Meaning::Agreement(Clause::Access)), _) => drop(choose(flow, "yes")),
            (Some(Meaning::Agreement(Clause::Purpose)), Some(why)) => drop(say(flow, why)),
            (Some(Meaning::Agreement(Clause::Text)), _) => drop(say(flow, "I look at the phone")),
            _ if page.key.ask == *"seen" && page.key.field == 2 => drop(say(flow, "30 June")),
            _ => go_on(flow, &said),
        }
    }
}

fn pair_of_two() -> Vec<Brought> {
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
fn walk_two(flow: &mut Flow, said: &[Said<'_>]) -> Vec<String> {
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

/// Agreements of every kind, for walks by dice.
fn all_kinds() -> Vec<Brought> {
    let mut all = pair_of_two();
    all.push(agreed(3, Seat::First, "a third one"));
    all.push(agreed(4, Seat::Second, "a fourth one"));
    all[0].broken_twice = true;
    all[1].wish = Some("a day later".to_owned());
    all[2].standing.status = Status::Offered;
    all[3].offered = Some(all[0].standing.clone());
    all
}

fn alike(live: &Flow, again: &Flow, what: &str) {
    let [mut one, mut other] = [live, again].map(|flow| tellable(flow.page()));
    // What was said once after a sealed step is in no file.
    one.notice = None;
    other.notice = None;
    assert_eq!(one, other, "{what}");
    assert_eq!(live.map(), again.map(), "{what}");
    assert_eq!(live.kept(), again.kept(), "{what}");
    assert_eq!(live.far(), again.far(), "{what}");
}

/// One walk by dice: taken up again anywhere it stands where it stood, and an undone answer is as if never given.
fn walk_by(mode: Mode, numbers: &[u64]) {
    let mut flow = visit(mode, all_kinds());
    for number in numbers {
        let before = flow.clone();
        let what = legal(&flow, *number);
        make(&mut flow, &what);
        look(&flow);
        let behind = |flow: &Flow| matches!(flow.page().ask, AskView::Curtain { .. });
        let sealed = |flow: &Flow| behind(flow) || sealed_here(flow);
        let sealed = sealed(&flow) || sealed(&before);
        if flow.saving() != Saving::On || sealed || flow.has_landed() {
            continue;
        }
        let mut again = resumed(&flow);
        go_ahead(&mut again);
        if mode == Mode::Solo {
            alike(&flow, &again, &format!("after {what:?}"));
            let mut undone = flow.clone();
            make(&mut undone, &super::walker::Move::Do(passed(&flow)));
            let moved = undone.page().key != flow.page().key && !sealed_here(&undone);
            if moved && !undone.at_end() {
                undone.undo();
                alike(&flow, &undone, &format!("undone after {what:?}"));
            }
        }
        // Whoever sat alone at the keyboard has to take it again.
        assert_eq!(flow.map().len(), again.map().len());
        assert_eq!(flow.far(), again.far());
    }
}

fn look(flow: &Flow) {
    let page = flow.page();
    assert!(!page.prompt.contains('{'), "{}", page.prompt);
    if !matches!(page.ask, AskView::Curtain { .. }) {
        check_page(flow);
    }
}

/// Both say yes, each alone, to going on.
fn go_ahead(flow: &mut Flow) {
    for _ in 0..12 {
        let page = flow.page();
        match (&page.ask, page.key.ask.as_str()) {
            (AskView::Curtain { seat, .. }, _) if flow.map_is_open() => {
                let _ = seat;
                return;
            }
            (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
            (_, "still_unafraid" | "still_readable") => drop(choose(flow, "no")),
            (_, "still_want") => drop(choose(flow, "yes")),
            _ => return,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_visit_taken_up_again_shows_the_page_it_was_left_on(
        numbers in proptest::collection::vec(any::<u64>(), 1..90),
    ) {
        walk_by(Mode::Solo, &numbers);
    }

    #[test]
    fn a_visit_of_two_taken_up_again_stands_where_it_stood(
        numbers in proptest::collection::vec(any::<u64>(), 1..90),
    ) {
        walk_by(Mode::Pair, &numbers);
    }
}

#[test]
fn a_visit_ends_when_everything_is_passed() {
    for mode in [Mode::Solo, Mode::Pair] {
        for seed in 0..12 {
            let mut flow = visit(mode, all_kinds());
            let mut dice = Dice(seed);
            for _ in 0..40 + 8 * seed {
                let number = u64::try_from(dice.roll(usize::MAX)).unwrap();
                let what = legal(&flow, number);
                make(&mut flow, &what);
            }
            let mut left = 600;
            while !flow.at_end() {
                left -= 1;
                assert!(left > 0, "{mode:?} {seed}: {:?}", flow.page().key);
                let page = flow.page();
                let effects = match page.ask {
                    AskView::Curtain { seat, .. } => flow.apply(Event::Took(seat)),
                    _ => pass(&mut flow),
                };
                if effects.contains(&floe::flow::Effect::Leave) {
                    break;
                }
            }
        }
    }
}
