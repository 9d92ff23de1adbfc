//! The hands around the engine: drafts come back, thanks find their page, and the home tells nothing.

use super::files::events;
use super::shelf::{Counting, Patient, Stopped, sit, sit_again};
use super::walker::{begin, begin_visit, choose, header, on_the_ice, pack, pass, walk_to};
use floe::content::{Id, Mode};
use floe::flow::{Detour, Flow, Reply, Saving};
use floe::runtime::env::Env;
use floe::runtime::{Act, Ended, Guide, OnDisk, Sitting};
use floe::session::{ItemKind, Stage};
use floe::store::desk::Desk;
use floe::store::home::Home;
use floe::store::shelf::Shelves;
use floe::words::Key;
use std::collections::BTreeMap;
use std::path::Path;

fn at(ask: &str) -> Flow {
    let mut flow = on_the_ice("crossing");
    walk_to(&mut flow, ask, &[]);
    flow
}

fn words(text: &str) -> Act {
    Act::Reply(Reply::Words(text.to_owned()))
}

fn ask(sitting: &Sitting) -> String {
    sitting.page().key.ask.to_string()
}

#[test]
fn half_typed_words_come_back() {
    for place in ["topic", "camera", "agreed", "carry"] {
        let (mut sitting, handed) = sit(at(place));
        sitting.draft("half a sen\ntence \"quoted\"");
        let again = sit_again(&handed);
        assert_eq!(ask(&again), place);
        assert_eq!(again.half_typed(), sitting.half_typed());
        assert_eq!(again.half_typed().unwrap(), "half a sen\ntence \"quoted\"");
    }
}

#[test]
fn half_typed_words_come_back_in_the_blank_they_were_typed_in() {
    let (mut sitting, handed) = sit(at("seen"));
    sitting.act(words("Sam"));
    sitting.act(Act::Pass);
    sitting.draft("until June");
    let again = sit_again(&handed);
    let key = again.page().key;
    assert_eq!((key.ask.as_str(), key.field), ("seen", 2));
    assert_eq!(again.half_typed().as_deref(), Some("until June"));
}

#[test]
fn an_answer_leaves_no_draft_behind() {
    let (mut sitting, handed) = sit(at("topic"));
    sitting.draft("half");
    sitting.act(words("whole"));
    assert_eq!(handed.borrow().draft(), None);
    sitting.act(Act::Back);
    assert_eq!(sitting.half_typed(), None);
    assert_eq!(sitting.page().so_far.as_deref(), Some("whole"));
}

#[test]
fn the_hand_returns_to_the_words_as_they_were_typed() {
    let (mut sitting, _) = sit(at("topic"));
    sitting.draft("half a sentence");
    sitting.act(Act::Open(Detour::Hand));
    assert_eq!(sitting.half_typed(), None, "the hand has its own words");
    sitting.draft("");
    for _ in 0..4 {
        sitting.act(Act::Pass);
    }
    sitting.act(Act::Back);
    while ask(&sitting) != "topic" {
        sitting.act(Act::Pass);
    }
    assert_eq!(sitting.half_typed().as_deref(), Some("half a sentence"));
}

#[test]
fn words_half_typed_before_a_rest_come_back_another_day() {
    let (mut sitting, handed) = sit(at("topic"));
    sitting.draft("half a sentence");
    sitting.act(Act::Open(Detour::Pause));
    sitting.draft("after the weeke");
    sitting.act(Act::Leave);
    let mut again = sit_again(&handed);
    assert_eq!(again.half_typed().as_deref(), Some("after the weeke"));
    while ask(&again) != "topic" {
        again.act(Act::Back);
    }
    assert_eq!(again.half_typed().as_deref(), Some("half a sentence"));
}

#[test]
fn a_landing_that_fails_is_tried_again_and_says_so() {
    let mut flow = at("carry");
    super::walker::say(&mut flow, "I'm here");
    walk_to(&mut flow, "land", &[]);
    let (mut sitting, handed) = sit(flow);
    handed.borrow_mut().full = true;
    sitting.act(Act::Reply(Reply::Chose(Id::new("land"))));
    assert!(sitting.page().prompt.contains("nothing has melted"));
    assert!(
        sitting.page().foot.is_empty(),
        "nothing is claimed to be kept"
    );
    let tried = handed.borrow().landed.len();
    assert_eq!(sitting.act(Act::Reply(Reply::Went)).ends, None);
    assert_eq!(handed.borrow().landed.len(), tried + 1);
    handed.borrow_mut().full = false;
    assert_eq!(sitting.act(Act::Reply(Reply::Went)).ends, Some(Ended::Done));
    assert!(sitting.page().prompt.starts_with("You've landed"));
}

#[test]
fn raw_words_are_no_draft() {
    for place in ["raw_page", "verdict", "heavy"] {
        let (mut sitting, handed) = sit(at(place));
        sitting.draft("RAW");
        sitting.act(Act::Wobble);
        sitting.act(Act::Open(Detour::Hand));
        sitting.act(Act::Leave);
        assert!(!format!("{:?}", handed.borrow()).contains("RAW"), "{place}");
        assert!(!format!("{:?}", sitting.flow()).contains("RAW"), "{place}");
        sitting.act(Act::Back);
        assert_eq!(sitting.half_typed(), None, "{place}");
    }
}

#[test]
fn thanks_in_one_go_come_back_to_the_same_page() {
    let (mut sitting, _) = sit(at("topic"));
    sitting.draft("half");
    let told = sitting.act(Act::Thanks("You rang".to_owned())).told;
    assert_eq!(told, Some(Key::Thanked));
    assert_eq!(ask(&sitting), "topic");
    assert_eq!(sitting.half_typed().as_deref(), Some("half"));
    let kept = sitting.flow().kept();
    let thanks = kept.iter().find(|item| item.kind == ItemKind::Thanks);
    assert_eq!(thanks.unwrap().step, *"one_piece");
}

#[test]
fn thanks_never_become_an_answer_to_something_else() {
    let thanks = || Act::Thanks("You rang".to_owned());
    let mut flow = at("keep_how");
    while !flow.at_end() {
        pass(&mut flow);
    }
    let (mut sitting, _) = sit(flow);
    let reaction = sitting.act(thanks());
    assert_eq!(reaction.ends, None, "thanks don't close floe");
    assert_ne!(reaction.told, Some(Key::Thanked), "nothing was noted");

    let (mut sitting, _) = sit(at("topic"));
    sitting.act(Act::Open(Detour::Thanks));
    sitting.act(Act::Open(Detour::Hand));
    while ask(&sitting) != "hand_reach" {
        sitting.act(Act::Pass);
    }
    let reaction = sitting.act(thanks());
    assert_eq!(
        ask(&sitting),
        "hand_reach",
        "the hand still waits for its words"
    );
    assert_ne!(reaction.told, Some(Key::Thanked));
}

#[test]
fn undo_says_what_it_did() {
    let (mut sitting, _) = sit(begin("crossing", true));
    assert_eq!(sitting.act(Act::Undo).told, Some(Key::NoUndo));
    sitting.act(words("Sunday"));
    assert_eq!(sitting.act(Act::Undo).told, Some(Key::Undone));
    let (mut sitting, _) = sit(at("topic"));
    assert_eq!(sitting.act(Act::Undo).told, Some(Key::Undone));
}

#[test]
fn the_map_is_closed_until_the_private_questions_are_through() {
    let (mut sitting, handed) = sit(begin("crossing", true));
    assert!(sitting.map().is_none());
    let told = sitting.act(Act::Jump(Id::new("carry"))).told;
    assert_eq!(told, Some(Key::MapClosed));
    assert_eq!(ask(&sitting), "title");
    sitting.draft("Sunday");
    sitting.act(Act::Leave);
    assert!(handed.borrow().kept.is_empty(), "nothing is saved so far");
}

#[test]
fn switching_saving_off_removes_what_was_saved() {
    let mut flow = begin("crossing", true);
    let choices = [("afraid", "yes"), ("saving", "on")];
    walk_to(&mut flow, "want", &choices);
    let (mut sitting, handed) = sit(flow);
    sitting.act(Act::Pass);
    assert_eq!(handed.borrow().kept.len(), 1);
    sitting.act(Act::Jump(Id::new("safe_enough")));
    while ask(&sitting) != "saving" {
        sitting.act(Act::Pass);
    }
    sitting.act(Act::Reply(Reply::Chose(Id::new("off"))));
    sitting.act(Act::Pass);
    sitting.draft("half");
    sitting.act(Act::Leave);
    assert_eq!(
        (handed.borrow().kept.len(), handed.borrow().removed),
        (0, 1)
    );
}

#[test]
fn landing_keeps_the_day_only_with_the_line_it_stood_in() {
    for (how, day) in [("usual", true), ("everything", true), ("nothing", false)] {
        let mut flow = at("when_look");
        let words = "Saturday 2026-12-05, after breakfast";
        super::walker::say(&mut flow, words);
        walk_to(&mut flow, "land", &[("keep_how", how)]);
        let (mut sitting, handed) = sit(flow);
        sitting.act(Act::Reply(Reply::Chose(Id::new("land"))));
        let handed = handed.borrow();
        let Some(Stage::Landed { kept, next, .. }) =
            handed.landed.last().map(|record| record.stage.clone())
        else {
            panic!("it has landed");
        };
        assert_eq!(kept.is_empty(), !day);
        assert_eq!(
            next.is_some(),
            day,
            "{how}: a day that melted is not written"
        );
    }
}

#[test]
fn what_was_brought_along_is_left_out_when_a_visit_lands() {
    let mut flow = begin_visit(Mode::Solo);
    let promise = flow.header().brought[0].standing.text.clone();
    let choices = [("still_safe", "no"), ("keep_how", "nothing")];
    walk_to(&mut flow, "land", &choices);
    let (mut sitting, handed) = sit(flow);
    sitting.act(Act::Reply(Reply::Chose(Id::new("land"))));
    let handed = handed.borrow();
    let landed = handed.landed.last().expect("it has landed");
    assert!(matches!(landed.stage, Stage::Landed { .. }));
    assert!(!format!("{landed:?}").contains(&promise));
}

#[test]
fn after_landing_nothing_is_handed_over_any_more() {
    let mut flow = at("carry");
    super::walker::say(&mut flow, "I'm here");
    walk_to(&mut flow, "land", &[]);
    let (mut sitting, handed) = sit(flow);
    sitting.act(Act::Reply(Reply::Chose(Id::new("land"))));
    let kept = handed.borrow().kept.len();
    let page = sitting.page();
    assert!(
        page.foot
            .iter()
            .any(|line| line.contains("floe forget abcdefg"))
    );
    for act in [
        Act::Back,
        Act::Undo,
        Act::Wobble,
        Act::Open(Detour::Hand),
        Act::Jump(Id::new("camera")),
        Act::Leave,
    ] {
        sitting.act(act);
        assert_eq!(sitting.page(), page);
    }
    sitting.draft("late");
    assert_eq!(
        (handed.borrow().kept.len(), handed.borrow().landed.len()),
        (kept, 1)
    );
    assert_eq!(sitting.act(Act::Pass).ends, Some(Ended::Done));
}

/// Every file under a folder, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.display().to_string(), std::fs::read(&path).unwrap());
        }
    }
    found
}

/// What a home holds after a crossing on which the private questions were answered this way.
fn home_after(answers: [&str; 4], saving: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let shelves = Shelves::of(Home::at(folder.path().join("floe")));
    let env = Env {
        clock: Box::new(Stopped),
        entropy: Box::new(Counting(0)),
        shelf: Box::new(Patient(OnDisk::at(
            Desk::fresh(shelves, None),
            String::new(),
        ))),
    };
    let mut flow = Flow::begin(pack(), header("crossing", true), true).unwrap();
    walk_to(&mut flow, "track", &[("time", "ten")]);
    choose(&mut flow, "one_agreement");
    let mut sitting = Sitting::begin(flow, env, Vec::new());
    for answer in answers {
        sitting.act(Act::Reply(Reply::Chose(Id::new(answer))));
    }
    while ask(&sitting) != "agreed" {
        match ask(&sitting).as_str() {
            "saving" => sitting.act(Act::Reply(Reply::Chose(Id::new(saving)))),
            _ => sitting.act(Act::Reply(Reply::Went)),
        };
    }
    sitting.act(words("ring before nine"));
    sitting.draft("half");
    sitting.act(Act::Leave);
    assert_eq!(events(sitting.flow()).len(), 8);
    let on = sitting.flow().saving() == Saving::On;
    drop(sitting);
    let root = folder.path().display().to_string();
    let found: BTreeMap<_, _> = files(folder.path())
        .into_iter()
        // The cache of first rows knows when the others were written.
        .filter(|(path, _)| !path.ends_with("index.ron"))
        .map(|(path, bytes)| (path.replace(&root, ""), bytes))
        .collect();
    assert_eq!(found.is_empty(), !on, "{:?}", found.keys());
    found
}

#[test]
fn a_home_is_the_same_whatever_was_answered_in_private() {
    let noes = home_after(["no"; 4], "on");
    assert!(!noes.is_empty());
    for answers in [
        ["yes", "yes", "yes", "yes"],
        ["no", "no", "no", "yes"],
        ["rather_not", "no", "not_sure", "no"],
    ] {
        assert_eq!(home_after(answers, "on"), noes, "{answers:?}");
        home_after(answers, "off");
    }
}
