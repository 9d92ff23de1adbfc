//! A rehearsal: doubted at first, kind at its end, and nothing that was written is lost.

use super::walker::{Dice, answered, begin, choose, empty_line, header, pack, pass, say, walk_to};
use floe::content::Id;
use floe::flow::{AskView, Event, Flow, Ice, Page, Reply};
use floe::session::{HalfTyped, Stage};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn scenarios() -> Vec<String> {
    let pack = pack();
    let ids = pack.scenarios.iter().map(|offer| offer.id.to_string());
    ids.collect()
}

/// On which turn a page is, from 1, and what it asks there.
pub(super) fn asked(page: &Page) -> Option<(usize, String)> {
    let rest = page.key.ask.as_str().strip_prefix("turn_")?;
    let (turn, what) = rest.split_once('_')?;
    Some((turn.parse().ok()?, what.to_owned()))
}

/// What they say to a voice, without what is said of it.
fn replied(page: &Page) -> String {
    let said = page.prompt.split("\n\n").next();
    said.unwrap_or_default().to_owned()
}

/// Walks to the end, trying at each turn what `voice` says, and tells what was answered on which turn.
fn walked(
    scenario: &str,
    voice: impl Fn(usize) -> Option<&'static str>,
) -> (Flow, BTreeMap<usize, Vec<String>>) {
    let mut flow = begin(scenario, false);
    let mut answers: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for _ in 0..200 {
        let page = flow.page();
        if flow.at_end() {
            return (flow, answers);
        }
        match asked(&page) {
            Some((turn, what)) if what == "try" => match voice(turn) {
                Some(voice) => drop(choose(&mut flow, voice)),
                None => drop(pass(&mut flow)),
            },
            Some((turn, _)) if page.ask == AskView::Show => {
                answers.entry(turn).or_default().push(replied(&page));
                drop(pass(&mut flow));
            }
            _ => drop(pass(&mut flow)),
        }
    }
    panic!("{scenario} never ended");
}

#[test]
fn whoever_only_goes_on_comes_to_a_kind_end() {
    assert!(scenarios().len() >= 8);
    for scenario in scenarios() {
        let mut flow = begin(&scenario, false);
        let mut seen = BTreeSet::new();
        let mut pages = 0;
        while !flow.at_end() {
            seen.insert(flow.page().key.ask.to_string());
            pass(&mut flow);
            pages += 1;
            assert!(pages < 100, "{scenario} never ended");
        }
        assert!(
            seen.contains("else") && !seen.contains("stayed"),
            "{scenario}"
        );
        assert!(!flow.may_draft(), "nothing of {scenario} was to be kept");
    }
}

/// On the full screen Enter takes the first option; whatever voice that happens to be, the end is a kind one, and
/// nothing is kept or said on the way that would need a judge.
#[test]
fn whoever_only_presses_enter_comes_to_a_kind_end() {
    for scenario in scenarios() {
        for seed in 0..12 {
            let header = floe::session::Header {
                seed,
                ..header(&scenario, false)
            };
            let mut flow = Flow::begin(pack(), header, true).unwrap();
            let mut closing = String::new();
            for pages in 0.. {
                assert!(pages < 100, "{scenario} never ended");
                if flow.at_end() {
                    break;
                }
                let page = flow.page();
                if ["else", "stayed"].contains(&page.key.ask.as_str()) {
                    closing.clone_from(&page.prompt);
                }
                match &page.ask {
                    AskView::Choice { options, .. } => {
                        drop(choose(&mut flow, options[0].id.clone().as_str()));
                    }
                    _ => drop(pass(&mut flow)),
                }
            }
            assert!(!closing.is_empty(), "{scenario} has no end");
            assert!(
                !closing.contains('?'),
                "{scenario} ends in an exam: {closing}"
            );
            assert!(!flow.may_draft(), "nothing of {scenario} was to be kept");
        }
    }
}

#[test]
fn staying_changes_what_comes_later() {
    let mut differ = 0;
    for scenario in scenarios() {
        let (_, stayed) = walked(&scenario, |_| Some("give_back"));
        let (_, late) = walked(&scenario, |turn| {
            Some(if turn >= 3 { "give_back" } else { "rush" })
        });
        let later = |answers: &BTreeMap<usize, Vec<String>>| {
            let later = answers.iter().filter(|(turn, _)| **turn >= 3);
            later.map(|(_, said)| said.clone()).collect::<Vec<_>>()
        };
        differ += usize::from(later(&stayed) != later(&late));
    }
    assert!(
        differ * 2 >= scenarios().len(),
        "in {differ} of {}",
        scenarios().len()
    );
}

#[test]
fn what_was_sincere_is_doubted_at_first() {
    for scenario in scenarios() {
        let mut flow = begin(&scenario, false);
        let mut doubted = 0;
        while !flow.at_end() {
            let page = flow.page();
            match asked(&page) {
                Some((_, what)) if what == "try" => drop(choose(&mut flow, "give_back")),
                _ => {
                    doubted += usize::from(page.ice != Ice::Steady);
                    drop(pass(&mut flow));
                }
            }
        }
        assert!(doubted > 0, "{scenario}");
    }
}

#[test]
fn a_slip_is_followed_by_the_hand_of_somebody_who_loves_both() {
    let mut flow = begin("after_the_messages", false);
    while asked(&flow.page()).is_none_or(|(_, what)| what != "try") {
        pass(&mut flow);
    }
    choose(&mut flow, "defend");
    assert!(matches!(flow.page().ice, Ice::Water(_)));
    pass(&mut flow);
    let hand = flow.page();
    assert!(hand.prompt.contains("Your sister"), "{}", hand.prompt);
    assert!(matches!(hand.ice, Ice::Water(_)));
    pass(&mut flow);
    assert_eq!(flow.page().ice, Ice::Steady);
}

/// All that is there to be kept, once it was asked to see it.
pub(crate) fn listed(flow: &mut Flow) -> String {
    walk_to(flow, "keep_items", &[("keep_on_disk", "yes")]);
    format!("{:?}", flow.page().ask)
}

/// Going back to a turn, as often as one likes, keeps every line that was written.
#[test]
fn going_back_to_a_turn_never_loses_a_line() {
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let scenarios = scenarios();
        let scenario = dice.one_of(&scenarios).unwrap();
        let mut flow = begin(scenario, false);
        let mut written = Vec::new();
        for step in 0..120 {
            let page = flow.page();
            if page.key.ask == *"keep_on_disk" {
                break;
            }
            match (&page.ask, asked(&page)) {
                (AskView::Text, Some((_, what)))
                    if what == "own" && page.so_far.is_none() && dice.roll(3) > 0 =>
                {
                    let line = format!("line {step} of walk {seed}");
                    let event = answered(&flow, Reply::Words(line.clone()));
                    flow.apply(event);
                    written.push(line);
                }
                (AskView::Choice { options, .. }, _) => {
                    let safe: Vec<_> = options
                        .iter()
                        .filter(|option| option.id != "another" && option.id != "on")
                        .collect();
                    match dice.one_of(&safe) {
                        Some(option) if dice.roll(4) > 0 => {
                            drop(choose(&mut flow, option.id.clone().as_str()))
                        }
                        _ => drop(pass(&mut flow)),
                    }
                }
                // Enter keeps what stands there.
                _ => drop(flow.apply(empty_line(&flow))),
            }
            let Some(map) = dice.roll(12).eq(&0).then(|| flow.map()) else {
                continue;
            };
            if let Some(row) = dice
                .one_of(&map)
                .filter(|row| row.step.as_str().starts_with("turn_"))
            {
                flow.apply(Event::Jumped(row.step.clone()));
            }
        }
        let all = listed(&mut flow);
        for line in &written {
            assert!(all.contains(line.as_str()), "{scenario}: {line} is lost");
        }
    }
}

/// What was written the first time stays, and isn't shown as what one says this time.
#[test]
fn a_turn_taken_another_way_begins_without_the_line_of_before() {
    let mut flow = begin("half_past_one", false);
    walk_to(&mut flow, "turn_1_own", &[]);
    say(&mut flow, "the first line");
    walk_to(&mut flow, "turn_1_try", &[]);
    assert_eq!(flow.page().shows[0].text, "the first line");
    choose(&mut flow, "mine");
    walk_to(&mut flow, "turn_1_then", &[]);
    choose(&mut flow, "again");
    assert_eq!(
        (flow.page().key.ask, flow.page().so_far),
        (Id::new("turn_1_own"), None)
    );
    pass(&mut flow);
    let page = flow.page();
    assert_eq!(
        page.key.ask, "turn_1_try",
        "nothing stands beside the voices"
    );
    assert!(page.shows.is_empty(), "{:?}", page.shows);
    let AskView::Choice { options, .. } = page.ask else {
        panic!("no voices");
    };
    assert!(options.iter().all(|option| option.id != "mine"));
    choose(&mut flow, "give_back");
    let ways = flow.talk().unwrap().ways;
    assert_eq!(ways[0].said, ["your own"], "the first way stays on the map");
    assert!(listed(&mut flow).contains("the first line"));
}

/// A draft of a rehearsal holds the card, and what was marked to be kept, and no other line.
#[test]
fn a_rehearsal_that_is_left_keeps_the_card_and_what_was_marked() {
    let mut flow = begin("the_deposit", false);
    walk_to(&mut flow, "turn_1_own", &[]);
    say(&mut flow, "ZQONE");
    walk_to(&mut flow, "turn_2_own", &[]);
    say(&mut flow, "ZQTWO");
    walk_to(&mut flow, "jumped", &[]);
    say(&mut flow, "ZQJUMPED");
    walk_to(&mut flow, "for_the_talk", &[]);
    say(&mut flow, "ZQCARD");
    walk_to(&mut flow, "keep_items", &[("keep_on_disk", "yes")]);
    let AskView::Keep { items } = flow.page().ask else {
        panic!("no list");
    };
    let second = items.iter().find(|item| item.text == "ZQTWO").unwrap();
    flow.apply(Event::Marked(second.id.clone(), true));
    let half = HalfTyped {
        ask: Id::new("doubt"),
        field: 0,
        round: 0,
        seat: None,
        text: "ZQHALF".to_owned(),
    };
    let Stage::Crossing { events, drafts, .. } = flow.stage(&[half]) else {
        panic!("it hasn't landed yet");
    };
    let draft = format!("{events:?}");
    for gone in ["ZQONE", "ZQJUMPED"] {
        assert!(!draft.contains(gone), "{gone} in {draft}");
    }
    assert!(drafts.is_empty(), "{drafts:?}");
    let mut later = Flow::resume(pack(), flow.header().clone(), &events).unwrap();
    let AskView::Keep { items } = later.page().ask else {
        panic!("taken up elsewhere: {:?}", later.page().key);
    };
    let listed: Vec<_> = items.iter().map(|item| (&*item.text, item.keep)).collect();
    let card = items.iter().any(|item| item.text.contains("ZQCARD"));
    assert!(card && listed.contains(&("ZQTWO", true)), "{listed:?}");
    walk_to(&mut later, "land", &[]);
    choose(&mut later, "land");
    assert_eq!(later.kept().len(), 2);
}

/// Where nothing is kept, one sees what there is before it goes.
#[test]
fn what_melts_is_shown_once_more_before_it_goes() {
    let mut flow = begin("the_deposit", false);
    walk_to(&mut flow, "turn_2_own", &[]);
    say(&mut flow, "ZQTWO");
    walk_to(&mut flow, "for_the_talk", &[]);
    say(&mut flow, "ZQCARD");
    walk_to(&mut flow, "nothing_saved", &[("keep_on_disk", "no")]);
    let shows: Vec<_> = flow
        .page()
        .shows
        .into_iter()
        .map(|show| show.text)
        .collect();
    assert_eq!(shows, ["ZQCARD", "ZQTWO"]);
}

/// What was written on one way through a talk stands in the list at the end beside what was written on another.
#[test]
fn every_line_of_every_way_is_in_the_list_at_the_end() {
    for scenario in scenarios() {
        let mut flow = begin(&scenario, false);
        let mut written = Vec::new();
        let mut ways = 1;
        while flow.page().key.ask != "keep_items" {
            let page = flow.page();
            match asked(&page) {
                Some((turn, what)) if what == "own" => {
                    let line = format!("turn {turn}, way {ways}");
                    let event = answered(&flow, Reply::Words(line.clone()));
                    flow.apply(event);
                    written.push(line);
                }
                _ if page.key.ask == "what_if" && ways < 3 => {
                    ways += 1;
                    choose(&mut flow, "turn_1");
                }
                _ if page.key.ask == "keep_on_disk" => drop(choose(&mut flow, "yes")),
                _ => drop(pass(&mut flow)),
            }
        }
        let AskView::Keep { items } = flow.page().ask else {
            panic!("no list");
        };
        for line in &written {
            let listed = items.iter().any(|item| item.text == *line);
            assert!(listed, "{scenario}: {line} is not in {items:?}");
        }
    }
}

#[test]
fn the_map_shows_where_the_talk_went_another_way() {
    let (mut flow, _) = walked("half_past_one", |turn| (turn != 2).then_some("give_back"));
    flow.undo();
    while flow.page().key.ask != "what_if" {
        flow.apply(Event::Back);
    }
    let map = flow.page().talk.unwrap();
    assert_eq!(map.ways.len(), 1);
    assert_eq!(map.ways[0].said, ["gave back", "said nothing", "gave back"]);
    choose(&mut flow, "turn_2");
    while asked(&flow.page()).is_none_or(|(_, what)| what != "try") {
        pass(&mut flow);
    }
    choose(&mut flow, "defend");
    let map = flow.talk().unwrap();
    assert_eq!(map.ways.len(), 2, "both ways stay");
    assert_eq!((map.ways[1].from, map.ways[1].here), (1, true));
    assert_eq!(map.ways[1].said, ["explained"]);
    assert_eq!(map.ways[0].said, ["gave back", "said nothing", "gave back"]);
}
