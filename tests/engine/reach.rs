//! Everything can be reached, the landing from anywhere, and every way ends.

use super::met::met;
use super::pages::check_page;
use super::walker::{
    Dice, PRACTICES, all_steps, begin, choose, empty_line, legal, make, open, pack, pass, passed,
    steps,
};
use floe::flow::{Detour, Effect, Event, Flow};
use std::collections::BTreeSet;

#[test]
fn every_step_and_every_ask_is_met_on_some_walk() {
    let all = all_steps();
    let missed_steps: BTreeSet<_> = all
        .iter()
        .map(|step| step.id.to_string())
        .filter(|id| !met().steps.contains(id))
        .collect();
    assert!(missed_steps.is_empty(), "{missed_steps:?}");
    let missed: BTreeSet<_> = all
        .iter()
        .flat_map(|step| &step.asks)
        .map(|ask| ask.id.to_string())
        .filter(|id| !met().asks.contains(id))
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// Passes until the list of what is kept comes up.
fn comes_to_the_list(mut flow: Flow) {
    for _ in 0..30 {
        if flow.page().key.ask == *"keep_items" {
            return;
        }
        pass(&mut flow);
    }
    panic!("the list never came");
}

#[test]
fn the_landing_is_reached_from_every_step_by_the_map() {
    let everywhere = met().alone.len();
    assert_eq!(
        met().stood.len(),
        everywhere,
        "each step was stood on with saving on"
    );
    for (_, flow) in &met().stood {
        let mut flow = flow.clone();
        let last = flow.map().pop().unwrap();
        flow.apply(Event::Jumped(last.step));
        comes_to_the_list(flow);
    }
}

#[test]
fn the_landing_is_reached_from_every_step_by_the_hand() {
    for (_, flow) in &met().stood {
        let mut flow = flow.clone();
        // Inside a hand one is already on the way.
        open(&mut flow, Detour::Hand);
        for _ in 0..30 {
            if flow.page().key.ask == *"hand_out" {
                break;
            }
            pass(&mut flow);
        }
        choose(&mut flow, "stop");
        assert_eq!(flow.page().key.ask, *"keep_how");
        comes_to_the_list(flow);
    }
}

/// Goes on in one manner until the end, or until floe is left. More pages than this there are not.
fn ends(mut flow: Flow, next: impl Fn(&Flow) -> Event) {
    let pages: usize = steps().iter().map(|step| step.asks.len() * 4).sum();
    for _ in 0..pages {
        let event = next(&flow);
        let effects = flow.apply(event);
        check_page(&flow);
        if effects.contains(&Effect::End) || effects.contains(&Effect::Leave) {
            return;
        }
        assert!(
            !effects.contains(&Effect::Land),
            "nobody lands without choosing to"
        );
    }
    panic!("it never ends; one stands at {:?}", flow.page().key);
}

#[test]
fn passing_and_empty_lines_end_wherever_one_begins() {
    for practice in PRACTICES {
        for first_visit in [true, false] {
            ends(begin(practice, first_visit), passed);
            ends(begin(practice, first_visit), empty_line);
        }
    }
    for (_, flow) in &met().stood {
        ends(flow.clone(), passed);
        ends(flow.clone(), empty_line);
    }
}

#[test]
fn passing_and_empty_lines_end_after_any_walk() {
    for seed in 500..540 {
        let mut dice = Dice(seed);
        let mut flow = begin(PRACTICES[dice.roll(PRACTICES.len())], dice.roll(2) == 0);
        for _ in 0..80 {
            let number = u64::try_from(dice.roll(usize::MAX)).unwrap();
            let what = legal(&flow, number);
            make(&mut flow, &what);
        }
        ends(flow.clone(), passed);
        ends(flow, empty_line);
    }
}

#[test]
fn no_page_waits_for_an_answer_for_ever_when_it_is_only_agreed_with() {
    // Always the first option: the rounds must come to an end as well.
    for option in 0..3 {
        for practice in PRACTICES {
            let mut flow = begin(practice, false);
            let mut left = 600;
            while !flow.at_end() {
                left -= 1;
                assert!(left > 0, "{practice}: still at {:?}", flow.page().key);
                let event = match flow.page().ask {
                    floe::flow::AskView::Choice { options, .. } => {
                        let at = option.min(options.len() - 1);
                        let chosen = options[at].id.clone();
                        // Leaving, looking at the list again and another day stay where they are.
                        if ["leave", "look_again", "another_day"].contains(&chosen.as_str()) {
                            passed(&flow)
                        } else {
                            super::walker::answered(&flow, floe::flow::Reply::Chose(chosen))
                        }
                    }
                    floe::flow::AskView::Line | floe::flow::AskView::Text => {
                        super::walker::answered(&flow, floe::flow::Reply::Words("words".to_owned()))
                    }
                    _ => passed(&flow),
                };
                flow.apply(event);
            }
        }
    }
}

#[test]
fn every_offer_of_the_first_screen_begins() {
    for offer in pack().offers.iter().filter(|offer| !offer.for_two) {
        let flow = begin(offer.id.as_str(), true);
        let first = if offer.id == *"return" {
            "still_safe"
        } else {
            "title"
        };
        assert_eq!(flow.page().key.ask, *first);
    }
    assert!(Flow::begin(pack(), super::walker::header("nowhere", true), true).is_none());
}
