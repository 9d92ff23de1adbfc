//! The return visit: marks open paths, each path is about one agreement, and what is said there becomes its items.

use super::returning::{
    THREE, about, agreements, brought, chose, go_on, kept, marked, marks, turns, visit, walk, wrote,
};
use super::walker::{ask_of, choose, open, pack, say};
use floe::content::{Id, Mode, View};
use floe::flow::{Detour, Event, Flow};
use floe::session::{Fate, Status, Turn};

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
    assert_eq!(
        turns(&items),
        [(
            "turn.1",
            Turn {
                of,
                to,
                version: None
            }
        )]
    );
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
    let events = super::files::events(&flow).len();
    flow.apply(Event::Jumped(Id::new("two_memories")));
    assert_eq!(
        super::files::events(&flow).len(),
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
