//! A talk of one's own: built in a few lines, played back as it was judged, and never for two.

use super::rehearsal::listed;
use super::walker::{
    Dice, answer, answered, choose, header, legal, make, pack, pass, say, walk_to,
};
use floe::content::{Mode, Own};
use floe::flow::{self, AskView, Event, Flow, Ice, Page, Reply, Saving};
use floe::session::{Answer, Header, OWN_FORMAT, OwnTalk};
use std::sync::Arc;

fn building() -> Flow {
    let pack = Arc::new(flow::building(&pack()).unwrap());
    Flow::begin(pack, header(Own::BUILD, false), false).unwrap()
}

fn playing(talk: Option<&OwnTalk>) -> Flow {
    let pack = Arc::new(flow::playing(&pack(), talk).unwrap());
    Flow::begin(pack, header(Own::TALK, false), true).unwrap()
}

fn talk() -> OwnTalk {
    let says = |says: &str| Answer {
        says: Some(says.to_owned()),
        ..Answer::default()
    };
    OwnTalk {
        format: OWN_FORMAT,
        them: Some("R.".to_owned()),
        place: Some("Sunday".to_owned()),
        you: None,
        opening: "You never {doubted} come, {me}.".to_owned(),
        doubted: Answer {
            feels: vec!["tired".to_owned(), "wary".to_owned()],
            ..says("Of course you say that.")
        },
        heard: says("...Yes."),
        hurried: Answer::default(),
    }
}

/// Walks to where the line of a turn is judged.
fn judge(flow: &mut Flow, turn: usize, way: &str) -> Page {
    walk_to(flow, &format!("turn_{turn}_try"), &[]);
    choose(flow, way);
    flow.page()
}

#[test]
fn what_is_built_is_what_was_written() {
    let mut flow = building();
    for words in [
        "R.",
        "Sunday",
        "",
        "\"You never come.\"",
        "Of course.",
        "\"Still?\"",
        "",
        "Yes.",
        "",
        "",
    ] {
        say(&mut flow, words);
    }
    choose(&mut flow, "yes");
    answer(
        &mut flow,
        Reply::Picked(vec!["tired".to_owned(), "my own word".to_owned()]),
    );
    pass(&mut flow);
    assert_eq!(flow.page().key.ask, "own_heard_feels");
    assert!(flow.page().prompt.contains("guess"));
    pass(&mut flow);
    pass(&mut flow);
    assert_eq!(
        flow.page().key.ask,
        "own_keep",
        "what isn't said isn't guessed at"
    );
    assert!(!flow.keeps_own_talk());
    choose(&mut flow, "keep");
    assert!(flow.at_end() && flow.keeps_own_talk());
    let talk = flow.own_talk().unwrap();
    assert_eq!(talk.opening, "You never come.");
    assert_eq!((talk.them.as_deref(), talk.you), (Some("R."), None));
    assert_eq!(talk.doubted.says.as_deref(), Some("Of course."));
    assert_eq!(talk.doubted.again, ["Still?"]);
    assert_eq!(talk.doubted.feels, ["tired", "my own word"]);
    assert!(talk.heard.says.is_some() && talk.hurried == Answer::default());
    assert_eq!(flow.saving(), Saving::Off);
    assert!(!flow.may_draft());
}

#[test]
fn looking_through_it_once_more_changes_what_was_meant_and_nothing_else() {
    let mut flow = building();
    let lines = ["You never come.", "Of course.", "", "", ""];
    for words in ["R.", "Sunday", ""].into_iter().chain(lines) {
        say(&mut flow, words);
    }
    choose(&mut flow, "no");
    choose(&mut flow, "again");
    assert_eq!(flow.page().so_far.as_deref(), Some("R."));
    say(&mut flow, "Ruth");
    walk_to(&mut flow, "own_opening", &[]);
    say(&mut flow, "Not again.");
    let talk = flow.own_talk().unwrap();
    assert_eq!(
        (talk.them.as_deref(), &*talk.opening),
        (Some("Ruth"), "Not again.")
    );
    assert_eq!(talk.doubted.says.as_deref(), Some("Of course."));
}

#[test]
fn without_a_first_line_there_is_nothing_to_play() {
    let mut flow = building();
    let mut pages = 0;
    while !flow.at_end() {
        pass(&mut flow);
        pages += 1;
        assert!(pages < 20, "the building never ended");
    }
    assert!(flow.own_talk().is_none() && pages == 5, "{pages}");
}

#[test]
fn their_words_come_as_the_line_was_judged_and_the_ice_answers() {
    let mut flow = playing(Some(&talk()));
    assert_eq!(
        flow.page().notes,
        ["Who answers: R.", "When and where: Sunday"]
    );
    walk_to(&mut flow, "turn_1_own", &[]);
    // Nothing somebody wrote is read as a blank, but for the names.
    assert_eq!(flow.page().notes, ["\"You never {doubted} come, you.\""]);
    say(&mut flow, "I should have been there.");
    assert_eq!(flow.page().shows[0].text, "I should have been there.");
    let doubted = judge(&mut flow, 1, "doubted");
    assert_eq!(doubted.notes, ["\"Of course you say that.\""]);
    assert!(matches!(doubted.ice, Ice::Tilting(_)));
    pass(&mut flow);
    choose(&mut flow, "inside");
    assert_eq!(flow.page().notes, ["A guess: R. may feel tired, wary."]);
    pass(&mut flow);
    // The next turn begins with what they said last.
    assert_eq!(flow.page().notes, ["\"Of course you say that.\""]);
    let again = judge(&mut flow, 2, "doubted");
    assert_eq!(again.notes.len(), 2, "said once more: {:?}", again.notes);
    let hurried = judge(&mut flow, 3, "hurried");
    assert!(matches!(hurried.ice, Ice::Water(_)));
    assert!(
        hurried.notes[0].contains("No answer"),
        "{:?}",
        hurried.notes
    );
    pass(&mut flow);
    let hand = flow.page();
    assert!(hand.key.ask == "turn_3_hand" && matches!(hand.ice, Ice::Water(_)));
    pass(&mut flow);
    let AskView::Choice { options, .. } = flow.page().ask else {
        panic!("what now?");
    };
    assert!(
        options.iter().all(|option| option.id != "inside"),
        "nothing was guessed"
    );
    walk_to(&mut flow, "end", &[]);
    assert_eq!(
        flow.page().notes,
        ["You were doubted twice. You hurried once."]
    );
}

/// A second line comes when it's doubted a second time; without a third the second is said again.
#[test]
fn each_line_comes_once_before_one_comes_again() {
    let mut written = talk();
    written.doubted.again = vec!["Still?".to_owned()];
    let mut flow = playing(Some(&written));
    assert_eq!(
        judge(&mut flow, 1, "doubted").notes,
        ["\"Of course you say that.\""]
    );
    assert_eq!(judge(&mut flow, 2, "doubted").notes, ["\"Still?\""]);
    walk_to(&mut flow, "turn_3_own", &[]);
    assert_eq!(flow.page().notes, ["\"Still?\""]);
    let third = judge(&mut flow, 3, "doubted").notes;
    assert_eq!((third.len(), &*third[0]), (2, "\"Still?\""));
}

/// Whoever is named is called so on every page, and somebody without a name is nowhere "them" alone.
#[test]
fn whoever_is_named_is_called_by_that_name() {
    let mut flow = playing(Some(&talk()));
    walk_to(&mut flow, "turn_1_try", &[]);
    let page = flow.page();
    let AskView::Choice { options, .. } = &page.ask else {
        panic!("how would they take it?");
    };
    assert!(options.iter().all(|option| option.text.contains("R.")));
    assert!(page.prompt.contains("R."), "{}", page.prompt);
    choose(&mut flow, "hurried");
    assert!(flow.page().prompt.contains("R."), "{}", flow.page().prompt);
    let mut flow = building();
    say(&mut flow, "Ruth");
    walk_to(&mut flow, "own_opening", &[]);
    assert!(
        flow.page().prompt.contains("Ruth"),
        "{}",
        flow.page().prompt
    );
}

#[test]
fn what_is_heard_leaves_the_ice_level() {
    let mut flow = playing(Some(&talk()));
    let heard = judge(&mut flow, 1, "heard");
    assert_eq!((heard.ice, &*heard.notes[0]), (Ice::Steady, "\"...Yes.\""));
}

#[test]
fn whoever_only_goes_on_comes_to_the_same_end_as_from_every_rehearsal() {
    let mut flow = playing(Some(&talk()));
    let mut seen = Vec::new();
    while !flow.at_end() {
        seen.push(flow.page().key.ask.to_string());
        pass(&mut flow);
        assert!(seen.len() < 60, "{seen:?}");
    }
    for ask in [
        "turn_1_waits",
        "turn_3_waits",
        "end",
        "what_if",
        "for_the_talk",
    ] {
        assert!(seen.iter().any(|seen| seen == ask), "{ask}");
    }
    assert_ne!(flow.saving(), Saving::On);
}

#[test]
fn going_back_to_a_turn_never_loses_a_line() {
    let mut flow = playing(Some(&talk()));
    walk_to(&mut flow, "turn_2_own", &[]);
    say(&mut flow, "the first line");
    judge(&mut flow, 2, "heard");
    walk_to(&mut flow, "what_if", &[]);
    choose(&mut flow, "turn_2");
    let event = answered(&flow, Reply::Words("another line".to_owned()));
    flow.apply(event);
    judge(&mut flow, 2, "hurried");
    let ways = flow.talk().unwrap().ways;
    assert_eq!((ways.len(), &*ways[1].said[0]), (2, "hurried"));
    let all = listed(&mut flow);
    assert!(all.contains("the first line") && all.contains("another line"));
}

/// A draft holds nothing of the talk, and every event of it is known without the talk.
#[test]
fn a_draft_is_taken_up_without_the_talk_it_belongs_to() {
    for seed in 0..40 {
        let mut flow = playing(Some(&talk()));
        let mut dice = Dice(seed);
        for _ in 0..60 {
            let number = dice.roll(usize::MAX) as u64;
            let next = legal(&flow, number);
            make(&mut flow, &next);
        }
        let floe::session::Stage::Crossing { events, .. } = flow.stage(&[]) else {
            panic!("it never lands here");
        };
        // Without saving there is no draft to be taken up.
        if flow.saving() == Saving::Off {
            continue;
        }
        let written = format!("{events:?} {:?}", flow.header());
        for words in ["Of course", "You never", "Sunday", "R."] {
            assert!(!written.contains(words), "{words} in {written}");
        }
        let bare = Arc::new(flow::playing(&pack(), None).unwrap());
        let taken_up = Flow::resume(bare, flow.header().clone(), &events).unwrap();
        assert!(taken_up.remembers(&events), "seed {seed}");
    }
}

#[test]
fn neither_the_building_nor_the_talk_is_ever_for_two() {
    let shipped = pack();
    assert!(!shipped.practices.contains_key(Own::BUILD));
    assert!(!shipped.practices.contains_key(Own::TALK));
    let packs = [
        (Own::BUILD, flow::building(&shipped)),
        (Own::TALK, flow::playing(&shipped, Some(&talk()))),
        (Own::TALK, flow::playing(&shipped, None)),
    ];
    for (practice, pack) in packs {
        let header = Header {
            mode: Mode::Pair,
            ..header(practice, false)
        };
        let pack = Arc::new(pack.unwrap());
        assert!(Flow::begin(Arc::clone(&pack), header.clone(), true).is_none());
        assert!(Flow::resume(pack, header, &[Event::Back]).is_none());
    }
}

/// Whoever chooses to keep the sentence and the card is shown the list, and finds it again on another day.
#[test]
fn what_is_to_be_kept_is_listed_and_stays() {
    let scenarios = pack().scenarios.clone();
    let flows = scenarios
        .iter()
        .map(|scenario| super::walker::begin(scenario.id.as_str(), false));
    for mut flow in flows.chain([playing(Some(&talk()))]) {
        walk_to(&mut flow, "for_the_talk", &[]);
        say(&mut flow, "stay for one more sentence");
        walk_to(&mut flow, "keep_items", &[("keep_on_disk", "yes")]);
        let floe::session::Stage::Crossing { events, .. } = flow.stage(&[]) else {
            panic!("it hasn't landed yet");
        };
        let taken_up = Flow::resume(Arc::clone(flow.pack()), flow.header().clone(), &events);
        assert_eq!(taken_up.unwrap().page(), flow.page());
        walk_to(&mut flow, "land", &[]);
        choose(&mut flow, "land");
        let kept = flow.kept();
        assert_eq!(kept.len(), 1, "{kept:?}");
        assert_eq!(kept[0].kind, floe::session::ItemKind::Card);
        let mut melts = playing(Some(&talk()));
        walk_to(&mut melts, "nothing_saved", &[("keep_on_disk", "no")]);
    }
}
