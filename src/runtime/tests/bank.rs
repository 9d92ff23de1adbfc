//! The bank: what it offers to one, and to two.

use super::pack;
use crate::content::{Id, Mode};
use crate::flow::{AskView, Reply};
use crate::runtime::{Act, Bank, Door, Ended, ForTwo, Guide as _, RiverLine, RiverPage};
use crate::session::{Course, LETTING_GO, Outing, RETURN};
use crate::words::Key;

fn line(title: &str) -> RiverLine {
    RiverLine {
        id: title.to_owned(),
        title: title.to_owned(),
        under_way: Some((format!("crossing of {title}"), "Listening".to_owned())),
        last: None,
        next: None,
    }
}

/// A bank with these rivers, of which two people have crossed these, and with so many practices for them.
fn bank(rivers: &[&str], shared: &[&str], practices: &[&str]) -> Bank {
    let lines = |titles: &[&str]| titles.iter().map(|title| line(title)).collect();
    let practices: Vec<Id> = practices.iter().map(|id| Id::new(id)).collect();
    let day = super::begun().day();
    let bank = Bank::new(pack(), lines(rivers), day, false).for_two(ForTwo {
        rivers: lines(shared),
        practices: Box::new(move || practices.clone()),
    });
    bank.opening(Box::new(opened))
}

/// A river as it is opened: alone one finds what was crossed alone as well.
fn opened(id: &str, mode: Mode) -> RiverPage {
    let of_one = mode == Mode::Solo;
    let outing = |together, course| Outing {
        day: super::begun().day(),
        together,
        course,
    };
    RiverPage {
        seats: vec!["Sam".to_owned(), "Noor".to_owned()],
        outings: of_one
            .then(|| outing(false, Course::LetGo))
            .into_iter()
            .chain([outing(true, Course::Back("Listening".to_owned()))])
            .collect(),
        kept: vec![format!("kept of {id}")],
        returns: true,
        lets_go: of_one,
        home: " --home H".to_owned(),
        ..RiverPage::default()
    }
}

fn options(bank: &Bank) -> Vec<String> {
    match bank.page().ask {
        AskView::Choice { options, .. } => {
            options.iter().map(|option| option.id.to_string()).collect()
        }
        _ => Vec::new(),
    }
}

fn choose(bank: &mut Bank, option: &str) -> Option<Ended> {
    bank.act(Act::Reply(Reply::Chose(Id::new(option)))).ends
}

fn door(practice: &str, river: Option<&str>, title: Option<&str>) -> Option<Ended> {
    Some(Ended::Through(Door::Practise {
        mode: Mode::Pair,
        practice: Id::new(practice),
        river: river.map(str::to_owned),
        title: title.map(str::to_owned),
    }))
}

#[test]
fn two_people_are_shown_rivers_of_theirs_and_no_others() {
    let mut bank = bank(&["alone", "ours"], &["ours"], &["ford"]);
    assert_eq!(
        options(&bank),
        [
            "river0", "river1", "alone", "rehearse", "together", "room", "leave"
        ]
    );
    choose(&mut bank, "together");
    assert_eq!(options(&bank), ["river0", "together", "bank"]);
    choose(&mut bank, "river0");
    let page = bank.page();
    assert_eq!(
        (&*page.title, page.name.as_deref()),
        ("ours", Some("Sam and Noor"))
    );
    let offered = [
        "go_on", "return", "anew", "kept", "outings", "forget", "bank",
    ];
    assert_eq!(options(&bank), offered);
    choose(&mut bank, "kept");
    assert_eq!(bank.page().foot, ["kept of ours"]);
    bank.act(Act::Back);
    assert_eq!(options(&bank), offered, "to the river first");
    bank.act(Act::Back);
    assert_eq!(
        options(&bank).len(),
        7,
        "the way back is to the bank of everybody"
    );
    choose(&mut bank, "together");
    choose(&mut bank, "river0");
    assert_eq!(choose(&mut bank, "anew"), door("ford", Some("ours"), None));
    let resumed = Door::Resume("crossing of ours".to_owned());
    assert_eq!(choose(&mut bank, "go_on"), Some(Ended::Through(resumed)));
}

#[test]
fn a_title_leads_two_people_straight_into_the_only_practice() {
    let mut bank = bank(&["alone"], &[], &["ford"]);
    choose(&mut bank, "alone");
    bank.draft("what I would");
    bank.act(Act::Back);
    choose(&mut bank, "together");
    assert_eq!(bank.page().ask, AskView::Line);
    assert_eq!(bank.half_typed(), None, "what was typed alone isn't theirs");
    let titled = bank.act(Act::Reply(Reply::Words(" lunch ".to_owned())));
    assert_eq!(titled.ends, door("ford", None, Some("lunch")));
}

#[test]
fn of_several_practices_for_two_they_choose_and_of_none_they_are_told() {
    let mut some = bank(&["alone"], &[], &["ford", "ford"]);
    choose(&mut some, "together");
    some.act(Act::Pass);
    assert_eq!(options(&some), ["ford", "bank"]);
    assert_eq!(choose(&mut some, "ford"), door("ford", None, Some("")));
    let mut none = bank(&["alone"], &[], &[]);
    choose(&mut none, "together");
    assert_eq!(none.act(Act::Pass).told, Some(Key::ErrNotForTwo));
}

#[test]
fn where_there_is_no_river_yet_the_way_for_two_stands_among_the_practices() {
    let mut bank = bank(&[], &[], &["ford"]);
    bank.act(Act::Reply(Reply::Words("lunch".to_owned())));
    assert_eq!(options(&bank), ["ford", "rehearse", "together", "room"]);
    assert_eq!(
        choose(&mut bank, "together"),
        door("ford", None, Some("lunch"))
    );
}

#[test]
fn a_room_is_shown_something_by_one_and_not_by_two() {
    for rivers in [&[][..], &["alone"]] {
        let mut bank = bank(rivers, &[], &["ford", "ford"]);
        if rivers.is_empty() {
            bank.act(Act::Pass);
        }
        let stage = Some(Ended::Through(Door::Stage));
        assert_eq!(choose(&mut bank, "room"), stage);
        choose(&mut bank, "together");
        bank.act(Act::Pass);
        assert!(options(&bank).contains(&"ford".to_owned()));
        assert!(!options(&bank).contains(&"room".to_owned()));
        assert_eq!(choose(&mut bank, "room"), None);
    }
}

#[test]
fn a_number_typed_on_a_list_is_no_title() {
    let mut bank = bank(&["alone"], &[], &["ford"]);
    bank.draft("2");
    choose(&mut bank, "alone");
    assert_eq!(bank.half_typed(), None);
}

#[test]
fn outings_are_told_one_by_one_and_two_people_hear_only_of_those_of_both() {
    let mut bank = bank(&["ours"], &["ours"], &["ford"]);
    let told = |bank: &Bank| {
        bank.page()
            .river
            .map(|river| river.told)
            .unwrap_or_default()
    };
    let back = "23 November, together: as far as Listening, and back.";
    let let_go = "23 November, alone: the far bank was let go.";
    choose(&mut bank, "river0");
    assert_eq!(told(&bank), [back, let_go]);
    choose(&mut bank, "outings");
    assert_eq!(bank.page().foot, [[back, let_go].join("\n")]);
    choose(&mut bank, "bank");
    choose(&mut bank, "together");
    choose(&mut bank, "river0");
    assert_eq!(told(&bank), [back]);
    choose(&mut bank, "outings");
    assert_eq!(bank.page().foot, [back]);
}

#[test]
fn a_river_says_how_it_is_forgotten() {
    let mut bank = bank(&["lunch"], &[], &["ford"]);
    choose(&mut bank, "river0");
    choose(&mut bank, "forget");
    let how = bank.page().foot;
    assert!(how[1].ends_with("floe forget lunch --home H"), "{how:?}");
    assert_eq!(options(&bank), ["river", "bank"]);
}

/// A bank of one river whose day is so many days away.
fn due_in(days: i64) -> Bank {
    let today = super::begun().day();
    let river = RiverLine {
        next: Some(today + chrono::TimeDelta::days(days)),
        under_way: None,
        ..line("lunch")
    };
    Bank::new(pack(), vec![river], today, false).opening(Box::new(opened))
}

#[test]
fn when_a_day_has_come_looking_at_what_became_of_it_is_offered_first_and_at_once() {
    let through = |practice: &str| {
        Some(Ended::Through(Door::Practise {
            mode: Mode::Solo,
            practice: Id::new(practice),
            river: Some("lunch".to_owned()),
            title: None,
        }))
    };
    for days in [0, -1, -40] {
        let mut bank = due_in(days);
        assert_eq!(options(&bank).first().map(String::as_str), Some("due"));
        assert_eq!(choose(&mut bank, "due"), through(RETURN));
        let mut bank = due_in(days);
        choose(&mut bank, "river0");
        assert_eq!(options(&bank).first().map(String::as_str), Some("return"));
        assert_eq!(choose(&mut bank, "return"), through(RETURN));
    }
    let mut bank = due_in(1);
    assert!(!options(&bank).contains(&"due".to_owned()));
    choose(&mut bank, "river0");
    assert_eq!(choose(&mut bank, "let_go"), through(LETTING_GO));
}
