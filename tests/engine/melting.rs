//! What is never kept is nowhere: not in what is written, and not in memory once its step is left.

use super::files::{events, resumed, written};
use super::walker::{
    Dice, Move, PRACTICES, answered, begin, choose, header, legal, make, open, pack, pass,
    sealed_here, step_here, walk_to,
};
use floe::content::{Id, Keep};
use floe::flow::{AskView, Detour, Effect, Event, Flow, Reply, Saving};
use proptest::prelude::*;

const QUESTIONS: [&str; 4] = ["afraid", "harmed", "decides", "readable"];

/// The private questions of a first visit, reached by a way; the answers to them.
fn questions(practice: &str, track: Option<&str>) -> Flow {
    let mut flow = begin(practice, true);
    let track = track.unwrap_or("whole");
    walk_to(&mut flow, "afraid", &[("time", "ten"), ("track", track)]);
    flow
}

/// Answers the four questions, reads what follows, and decides about saving. A `None` passes.
fn through(flow: &mut Flow, answers: [Option<&str>; 4], saving: Option<&str>) {
    for (question, answer) in QUESTIONS.iter().zip(answers) {
        assert_eq!(flow.page().key.ask, **question);
        match answer {
            Some(answer) => choose(flow, answer),
            None => pass(flow),
        };
    }
    while sealed_here(flow) {
        match (flow.page().key.ask.as_str(), saving) {
            ("saving", Some(option)) => choose(flow, option),
            _ => pass(flow),
        };
    }
}

const NOES: [Option<&str>; 4] = [Some("no"); 4];
const ANSWERS: [Option<&str>; 5] = [
    Some("no"),
    Some("yes"),
    Some("not_sure"),
    Some("rather_not"),
    None,
];

/// Every way to answer the four questions with these answers, and to decide about saving.
fn every_way(
    answers: &[Option<&'static str>],
) -> Vec<([Option<&'static str>; 4], Option<&'static str>)> {
    let mut ways = Vec::new();
    for n in 0..answers.len().pow(4) {
        let at = |place: u32| answers[n / answers.len().pow(place) % answers.len()];
        let answers = [at(0), at(1), at(2), at(3)];
        ways.extend([Some("on"), Some("off"), None].map(|saving| (answers, saving)));
    }
    ways
}

#[test]
fn four_noes_save_and_anything_else_waits_to_be_told() {
    for (answers, saving) in every_way(&ANSWERS) {
        let mut flow = questions("just_the_sorry", None);
        through(&mut flow, answers, saving);
        let on = answers == NOES || saving == Some("on");
        let expected = if on { Saving::On } else { Saving::Off };
        assert_eq!(flow.saving(), expected, "{answers:?} {saving:?}");
    }
}

#[test]
fn what_is_written_is_the_same_whatever_was_answered() {
    let ways = [
        ("crossing", None),
        ("crossing", Some("before_a_talk")),
        ("crossing", Some("just_the_sorry")),
        ("crossing", Some("one_agreement")),
        ("crossing", Some("im_the_one_hurting")),
        ("one_agreement", None),
    ];
    for (practice, track) in ways {
        let mut first = None;
        // No, yes and passing go the ways there are; every answer is tried on one of them.
        let some = [ANSWERS[0], ANSWERS[1], ANSWERS[4]];
        let answers = if practice == "crossing" {
            &some[..]
        } else {
            &ANSWERS[..]
        };
        for (answers, saving) in every_way(answers) {
            let mut flow = questions(practice, track);
            through(&mut flow, answers, saving);
            let text = written(&flow, "half a word");
            // With saving off a half-typed word is no more written than anything else.
            let text = if flow.saving() == Saving::On {
                text
            } else {
                written(&flow, "")
            };
            let on = flow.saving() == Saving::On;
            let stands = events(&flow);
            let first = first.get_or_insert_with(|| stands.clone());
            assert_eq!(
                *first, stands,
                "{practice} {track:?} {answers:?} {saving:?}"
            );
            assert!(
                !text.contains("afraid") && !text.contains("safety_shown"),
                "{text}"
            );
            assert_eq!(text.contains("half a word"), on);
        }
    }
}

#[test]
fn nothing_is_saved_before_the_private_questions_are_through() {
    let ways: [fn(&mut Flow) -> Vec<Effect>; 6] = [
        |flow| flow.apply(Event::Back),
        |flow| flow.apply(Event::Opened(floe::session::Seat::First, Detour::Thanks)),
        |flow| flow.apply(Event::Opened(floe::session::Seat::First, Detour::Hand)),
        |flow| flow.apply(Event::Opened(floe::session::Seat::First, Detour::Pause)),
        |flow| flow.apply(Event::Wobbled(floe::session::Seat::First)),
        Flow::undo,
    ];
    for way in ways {
        for asked in 0..5 {
            let mut flow = questions("crossing", None);
            for _ in 0..asked {
                choose(&mut flow, "yes");
            }
            let effects = way(&mut flow);
            assert_eq!(flow.saving(), Saving::Held, "after {asked} answers");
            assert!(!effects.contains(&Effect::Save), "after {asked} answers");
            assert!(!flow.may_draft() && !flow.map_is_open());
        }
    }
}

#[test]
fn nothing_leads_past_the_private_questions() {
    for asked in 0..5 {
        let mut flow = questions("crossing", None);
        for _ in 0..asked {
            choose(&mut flow, "no");
        }
        let mut flow = if asked < 4 {
            flow
        } else {
            begin("crossing", true)
        };
        let page = flow.page();
        flow.apply(Event::Jumped(Id::new("keep")));
        flow.apply(Event::Jumped(Id::new("camera")));
        assert_eq!(flow.page(), page);
    }
}

#[test]
fn a_file_written_in_the_middle_of_a_sealed_step_stops_before_it() {
    for step in ["safe_enough", "heavy_or_light"] {
        let mut flow = super::walker::on_the_ice("crossing");
        super::walker::jump(&mut flow, step);
        let entered = (written(&flow, ""), resumed(&flow).page().key);
        while step_here(&flow).is_some_and(|here| here.id == *step) {
            assert_eq!(
                written(&flow, "half a word"),
                entered.0,
                "at {:?}",
                flow.page().key
            );
            assert_eq!(resumed(&flow).page().key, entered.1);
            let option = if step == "safe_enough" {
                "yes"
            } else {
                "rucksack"
            };
            match flow.page().ask {
                AskView::Choice { .. } if flow.page().key.ask == *"saving" => {
                    choose(&mut flow, "on")
                }
                AskView::Choice { .. } => choose(&mut flow, option),
                _ => pass(&mut flow),
            };
        }
        assert_ne!(written(&flow, ""), entered.0);
    }
}

#[test]
fn stopping_from_a_hand_before_the_questions_saves_nothing() {
    let mut flow = questions("crossing", None);
    open(&mut flow, Detour::Hand);
    let mut effects = Vec::new();
    while flow.page().key.ask != *"hand_out" {
        effects.extend(pass(&mut flow));
    }
    effects.extend(choose(&mut flow, "stop"));
    assert_eq!(flow.page().key.ask, *"nothing_saved");
    while !flow.at_end() {
        effects.extend(pass(&mut flow));
    }
    assert!(!effects.contains(&Effect::Save));
    assert_eq!(flow.saving(), Saving::Held);
}

#[test]
fn going_back_to_the_questions_asks_about_saving_anew() {
    let yes = [Some("yes"); 4];
    let mut flow = questions("crossing", None);
    through(&mut flow, yes, Some("on"));
    assert_eq!(flow.saving(), Saving::On);
    flow.apply(Event::Back);
    through(&mut flow, NOES, None);
    assert_eq!(
        flow.saving(),
        Saving::On,
        "four noes don't switch saving off"
    );

    flow.apply(Event::Back);
    for answer in yes.into_iter().flatten() {
        choose(&mut flow, answer);
    }
    pass(&mut flow);
    pass(&mut flow);
    let effects = choose(&mut flow, "off");
    assert_eq!(flow.saving(), Saving::Off);
    assert!(effects.contains(&Effect::Unsave), "what was saved goes");
    assert!(!effects.contains(&Effect::Save));
}

#[test]
fn taking_the_answers_back_opens_the_questions_again() {
    for saving in ["on", "off"] {
        let mut flow = questions("crossing", None);
        through(&mut flow, [Some("yes"); 4], Some(saving));
        let effects = flow.undo();
        assert_eq!(flow.page().key.ask, *"afraid");
        assert_eq!(flow.saving(), Saving::Held, "after {saving}");
        assert!(effects.is_empty() && !flow.map_is_open());
        for _ in 0..6 {
            pass(&mut flow);
        }
        let effects = choose(&mut flow, "off");
        assert!(
            effects.contains(&Effect::Unsave),
            "what was saved before goes"
        );
        assert_eq!(flow.saving(), Saving::Off);
    }
}

#[test]
fn a_crossing_that_must_not_be_saved_never_is() {
    let mut flow = Flow::begin(pack(), header("crossing", true), false).unwrap();
    let mut dice = Dice(11);
    for _ in 0..400 {
        let number = u64::try_from(dice.roll(usize::MAX)).unwrap();
        let what = legal(&flow, number);
        let effects = make(&mut flow, &what);
        assert_eq!(flow.saving(), Saving::Off);
        assert!(!effects.contains(&Effect::Save) && !effects.contains(&Effect::Land));
    }
}

/// Walks by dice, with a mark in every word that is never to be kept.
fn marked_walk(practice: &str, first_visit: bool, numbers: &[u64]) -> usize {
    let mut flow = begin(practice, first_visit);
    let mut marked = 0;
    for number in numbers {
        let mut what = legal(&flow, *number);
        let page = flow.page();
        let words = matches!(page.ask, AskView::Line | AskView::Text);
        if page.melts && words && matches!(what, Move::Do(Event::Answered { .. })) {
            let mark = format!("MELTS-{marked}");
            assert!(
                !written(&flow, &mark).contains("MELTS"),
                "half-typed at {:?}",
                page.key
            );
            what = Move::Do(answered(&flow, Reply::Words(mark)));
            marked += 1;
        }
        let left = step_here(&flow);
        make(&mut flow, &what);
        let text = written(&flow, "");
        assert!(!text.contains("MELTS"), "written after {what:?}");
        let never = |step: &floe::content::Step| step.asks.iter().any(|a| a.keep == Keep::Never);
        let here = step_here(&flow);
        let stayed = here.as_ref().map(|step| &step.id) == left.as_ref().map(|step| &step.id);
        if left.is_some_and(never) && !stayed {
            let memory = format!("{:?}", flow.clone());
            assert!(!memory.contains("MELTS"), "remembered after {what:?}");
        }
    }
    marked
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn words_that_are_never_kept_leave_no_trace(
        practice in 0..PRACTICES.len(),
        first_visit in any::<bool>(),
        numbers in proptest::collection::vec(any::<u64>(), 1..120),
    ) {
        marked_walk(PRACTICES[practice], first_visit, &numbers);
    }
}

#[test]
fn every_raw_page_melts_whichever_way_it_is_left() {
    let raw = [
        ("raw_page", vec![]),
        ("verdict", vec![]),
        ("verdict_on_me", vec![("stance", "theirs")]),
        ("heavy", vec![("door", "both")]),
    ];
    let ways: [fn(&mut Flow); 6] = [
        |flow| while_there(flow, |flow| drop(pass(flow))),
        |flow| while_there(flow, |flow| drop(flow.apply(Event::Back))),
        |flow| drop(flow.apply(Event::Jumped(floe::content::Id::new("carry")))),
        |flow| open(flow, Detour::Hand),
        |flow| open(flow, Detour::Thanks),
        |flow| {
            flow.undo();
            pass(flow);
            while_there(flow, |flow| drop(pass(flow)));
        },
    ];
    for (ask, choices) in raw {
        for way in ways {
            let mut flow = super::walker::on_the_ice("crossing");
            walk_to(&mut flow, ask, &choices);
            super::walker::say(&mut flow, "MELTS");
            let again = resumed(&flow);
            assert!(!format!("{again:?}").contains("MELTS"));
            way(&mut flow);
            assert!(!written(&flow, "").contains("MELTS"), "{ask}");
            assert!(!format!("{flow:?}").contains("MELTS"), "{ask}");
        }
    }
}

/// Does something as long as one stands in the step one stood in at first; at least once.
fn while_there(flow: &mut Flow, mut what: impl FnMut(&mut Flow)) {
    let step = step_here(flow).map(|step| step.id.clone());
    while step_here(flow).map(|step| step.id.clone()) == step {
        what(flow);
    }
}
