//! The landing: what is listed, what stays unless somebody chooses, and what an agreement is made of.

use super::files::events;
use super::walker::{Dice, legal};
use super::walker::{answer, choose, empty_line, make, on_the_ice, open, pass, say, walk_to};
use floe::content::Id;
use floe::flow::{AskView, Detour, Effect, Event, Flow, ItemView, Reply};
use floe::session::{Agreement, Promise, Status};
use floe::session::{ItemKind, Substance};

fn items(flow: &Flow) -> Vec<ItemView> {
    let mut flow = flow.clone();
    flow.apply(Event::Jumped(Id::new("keep")));
    walk_to(&mut flow, "keep_items", &[]);
    match flow.page().ask {
        AskView::Keep { items } => items,
        other => panic!("the list, not {other:?}"),
    }
}

fn picked(flow: &mut Flow, words: &[&str]) {
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    answer(flow, Reply::Picked(words));
}

/// A crossing with one of everything in it.
fn full() -> Flow {
    let mut flow = super::walker::begin("crossing", false);
    let choices = [("time", "long"), ("still_safe", "no")];
    walk_to(&mut flow, "low_trust", &choices);
    flow
}

/// Answers whatever comes up, in words that tell where they stand.
fn answer_all() -> Flow {
    let mut flow = super::walker::begin("crossing", false);
    let choices = [
        ("time", "long"),
        ("still_safe", "no"),
        ("want", "yes"),
        ("capacity", "thin"),
        ("stance", "both"),
        ("room", "enough"),
        ("got_it", "thats_it"),
        ("door", "both"),
        ("did_it", "yes"),
        ("kind", "dont"),
        ("free_no", "yes"),
        ("tuesday", "yes"),
        ("offer", "offer"),
        ("other_willing", "dont_know"),
    ];
    for _ in 0..300 {
        let page = flow.page();
        let ask = page.key.ask.to_string();
        if ask == "keep_how" {
            return flow;
        }
        if let Some((_, option)) = choices.iter().find(|(of, _)| *of == ask) {
            choose(&mut flow, option);
            continue;
        }
        let reply = match &page.ask {
            AskView::Pick { .. } => Reply::Picked(vec!["warm".to_owned()]),
            AskView::Choice { options, .. } => Reply::Chose(options[0].id.clone()),
            AskView::Line | AskView::Text | AskView::Blank { .. } => {
                Reply::Words(format!("<{ask}>"))
            }
            _ => Reply::Went,
        };
        if ask == "more_words" {
            pass(&mut flow);
        } else {
            answer(&mut flow, reply);
        }
    }
    panic!("the landing never came");
}

#[test]
fn by_default_what_was_made_together_stays_and_words_melt() {
    let mut flow = answer_all();
    open(&mut flow, Detour::Hand);
    walk_to(&mut flow, "hand_what", &[]);
    say(&mut flow, "a pause helped");
    walk_to(&mut flow, "keep_items", &[("keep_how", "usual")]);
    let items = items(&flow);
    // Marks and turns are made on a return visit, a card after a rehearsal.
    let elsewhere = [ItemKind::Mark, ItemKind::Turn, ItemKind::Card];
    for kind in ItemKind::ALL {
        assert!(
            elsewhere.contains(&kind) || items.iter().any(|item| item.kind == kind),
            "nothing of kind {kind:?}"
        );
    }
    let stays = [
        ItemKind::Agreement,
        ItemKind::Thanks,
        ItemKind::LookAgain,
        ItemKind::Carry,
        ItemKind::Memory,
    ];
    for item in &items {
        assert_eq!(item.keep, stays.contains(&item.kind), "{item:?}");
    }
    let melts = [
        "<hut_line>",
        "<low_trust>",
        "<hand_line>",
        "<their_words>",
        "a pause helped",
    ];
    let kept = format!("{:?}", flow.kept());
    assert!(melts.iter().all(|words| !kept.contains(words)), "{kept}");
    for words in [
        "<thanks_for>",
        "<when_look>",
        "<carry>",
        "<camera>",
        "<other_memory>",
    ] {
        assert!(kept.contains(words), "{words} is kept");
    }
    assert!(
        !format!("{items:?}").contains("<raw_page>"),
        "raw words are not even listed"
    );
    assert!(!format!("{items:?}").contains("<verdict>"));
    assert!(
        !format!("{items:?}").contains("<title>"),
        "the river's name is the river's"
    );
}

#[test]
fn the_list_stands_in_the_order_of_its_kinds_and_each_item_once() {
    let items = items(&answer_all());
    let kinds: Vec<_> = items.iter().map(|item| item.kind).collect();
    assert!(kinds.is_sorted(), "{kinds:?}");
    let mut ids: Vec<_> = items.iter().map(|item| &item.id).collect();
    ids.sort();
    let listed = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), listed);
    assert!(
        items
            .iter()
            .all(|item| !item.text.trim().is_empty() && !item.label.is_empty())
    );
}

#[test]
fn bulk_choices_and_marks_decide_in_the_order_they_are_made() {
    let mut flow = answer_all();
    choose(&mut flow, "everything");
    assert!(items(&flow).iter().all(|item| item.keep));
    let all = flow.kept().len();
    let AskView::Keep { items: listed } = flow.page().ask else {
        panic!("the list");
    };
    flow.apply(Event::Marked(listed[0].id.clone(), false));
    flow.apply(Event::Marked(listed[1].id.clone(), false));
    flow.apply(Event::Marked(listed[1].id.clone(), true));
    assert_eq!(flow.kept().len(), all - 1);
    assert!(
        flow.apply(Event::Marked("nothing#0".to_owned(), true))
            .is_empty()
    );
    flow.apply(Event::Back);
    choose(&mut flow, "nothing");
    assert!(flow.kept().is_empty(), "choosing anew clears the marks");
    flow.apply(Event::Marked("carry#0".to_owned(), true));
    assert_eq!(flow.kept().len(), 1);
    walk_to(&mut flow, "land", &[]);
    choose(&mut flow, "look_again");
    choose(&mut flow, "one_by_one");
    assert_eq!(
        flow.kept().len(),
        1,
        "one by one begins with what was marked"
    );
}

#[test]
fn nobody_lands_by_empty_lines() {
    let mut flow = answer_all();
    for _ in 0..10 {
        let line = empty_line(&flow);
        let effects = flow.apply(line);
        assert!(!effects.contains(&Effect::Land));
    }
    assert!(flow.at_end());
    assert!(!flow.kept().is_empty(), "all of it is still there");
    flow.apply(Event::Back);
    assert_eq!(flow.page().key.ask, *"land");
}

#[test]
fn landing_is_asked_of_the_world_once_and_then_nothing_changes() {
    let mut flow = answer_all();
    walk_to(&mut flow, "land", &[("keep_how", "usual")]);
    let kept = flow.kept();
    let effects = choose(&mut flow, "land");
    assert_eq!(effects, [Effect::Land]);
    let page = flow.page();
    let shown: Vec<&str> = page.foot.iter().flat_map(|lines| lines.lines()).collect();
    assert_eq!(shown.len(), kept.len(), "what was kept is shown");
    assert!(shown.iter().all(|line| line.contains(": ")));
    let before = events(&flow);
    let mut dice = Dice(5);
    for _ in 0..60 {
        let number = u64::try_from(dice.roll(usize::MAX)).unwrap();
        let what = legal(&flow, number);
        let effects = make(&mut flow, &what);
        assert!(
            effects.iter().all(|effect| *effect == Effect::End),
            "{effects:?}"
        );
        assert_eq!((flow.page(), flow.kept()), (page.clone(), kept.clone()));
    }
    assert_eq!(events(&flow), before);
}

fn agreement(flow: &Flow) -> Option<Agreement> {
    let all = flow.clone();
    let mut all = all;
    all.apply(Event::Jumped(Id::new("keep")));
    walk_to(&mut all, "keep_items", &[("keep_how", "everything")]);
    all.kept()
        .into_iter()
        .find_map(|item| match item.substance {
            Substance::Agreement(agreement) => Some(*agreement),
            _ => None,
        })
}

#[test]
fn an_agreement_is_put_together_from_what_was_said_of_it() {
    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, "kind", &[]);
    choose(&mut flow, "dont");
    say(&mut flow, "talk about her health");
    say(&mut flow, "I say: ask Noor");
    for words in [
        "Sam",
        "whenever someone asks",
        "30 June",
        "I tell her that evening",
    ] {
        say(&mut flow, words);
    }
    picked(&mut flow, &["privacy", "trust"]);
    walk_to(&mut flow, "free_no", &[]);
    choose(&mut flow, "yes");
    choose(&mut flow, "yes");
    say(&mut flow, "if Leila rings, I change the subject");
    say(&mut flow, "before, in person");
    say(&mut flow, "the same day");
    choose(&mut flow, "offer");
    let some = |words: &str| Some(words.to_owned());
    let expected = Agreement {
        kind: Promise::Dont,
        text: "talk about her health".to_owned(),
        instead: some("I say: ask Noor"),
        who: some("Sam"),
        when: some("whenever someone asks"),
        until: some("30 June"),
        seen_by: some("I tell her that evening"),
        looks_after: vec!["privacy".to_owned(), "trust".to_owned()],
        if_then: some("if Leila rings, I change the subject"),
        change_by: some("before, in person"),
        tell_by: some("the same day"),
        free_no: some("yes"),
        status: Status::Offered,
        purpose: None,
        of: None,
    };
    assert_eq!(agreement(&flow), Some(expected));
    let listed = items(&flow);
    assert_eq!(listed[0].text, "talk about her health (30 June)");
    assert_eq!(
        listed
            .iter()
            .filter(|item| item.text.contains("30 June"))
            .count(),
        1
    );

    flow.apply(Event::Back);
    choose(&mut flow, "let_go");
    assert_eq!(agreement(&flow), None, "what is let go leaves nothing");
    flow.apply(Event::Back);
    choose(&mut flow, "later");
    assert!(agreement(&flow).is_some(), "not yet is not no");
}

#[test]
fn without_a_promise_there_is_no_agreement() {
    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, "seen", &[]);
    say(&mut flow, "Sam");
    assert_eq!(agreement(&flow), None);
}

#[test]
fn where_no_is_not_free_no_agreement_is_written() {
    for last in ["pass", "let_go", "later"] {
        let mut flow = on_the_ice("crossing");
        walk_to(&mut flow, "promise", &[]);
        say(&mut flow, "show my phone");
        walk_to(&mut flow, "not_written", &[("free_no", "no")]);
        match last {
            "pass" => pass(&mut flow),
            option => choose(&mut flow, option),
        };
        assert_eq!(agreement(&flow), None, "{last}");
    }
    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, "promise", &[]);
    say(&mut flow, "show my phone");
    walk_to(&mut flow, "not_written", &[("free_no", "no")]);
    choose(&mut flow, "later");
    walk_to(&mut flow, "promise", &[]);
    say(&mut flow, "ask what would help");
    walk_to(&mut flow, "tuesday", &[("free_no", "yes")]);
    assert_eq!(agreement(&flow).unwrap().text, "ask what would help");
}

#[test]
fn the_day_to_look_again_is_found_in_the_line() {
    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, "when_look", &[]);
    say(&mut flow, "Saturday (2026-12-05), if it suits");
    let words = flow.look_again().unwrap();
    assert_eq!(words, "Saturday (2026-12-05), if it suits");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 5);
    assert_eq!(floe::time::day_in(&words), day);
}

#[test]
fn items_say_what_they_are_in_words() {
    let mut flow = full();
    say(&mut flow, "I'm late");
    pass(&mut flow);
    say(&mut flow, "of the shouting");
    walk_to(&mut flow, "staying", &[]);
    say(&mut flow, "answer");
    say(&mut flow, "ask back");
    pass(&mut flow);
    let listed = items(&flow);
    let text = |id: &str| {
        listed
            .iter()
            .find(|item| item.id == id)
            .map(|i| i.text.clone())
    };
    if let Some(low_trust) = text("low_trust#0") {
        let lines: Vec<_> = low_trust.lines().collect();
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[0].ends_with("when I'm late"), "{lines:?}");
    } else {
        panic!("three stems are one item");
    }
    assert_eq!(text("staying#0").as_deref(), Some("answer\nask back"));
}
