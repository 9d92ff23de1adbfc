//! The order of the voices: nothing in it tells which is which, and it stays however one comes back.

use super::rehearsal::{asked, scenarios};
use super::walker::{answered, begin, choose, header, pack, pass};
use floe::content::Id;
use floe::flow::{AskView, Event, Flow, Reply};

const VOICES: [&str; 4] = ["defend", "fix", "rush", "give_back"];

/// Where each voice stands at each turn of a talk, voices and places counted from 0.
fn places(scenario: &str, seed: u32) -> Vec<[usize; 4]> {
    let header = floe::session::Header {
        seed: seed.wrapping_mul(0x9e37_79b9),
        ..header(scenario, false)
    };
    let mut flow = Flow::begin(pack(), header, true).unwrap();
    let mut turns = Vec::new();
    while flow.page().key.ask != "what_if" {
        let page = flow.page();
        if let (AskView::Choice { options, .. }, Some((_, what))) = (&page.ask, asked(&page))
            && what == "try"
        {
            let place = |voice: &str| options.iter().position(|option| option.id == *voice);
            turns.push(VOICES.map(|voice| place(voice).unwrap()));
        }
        pass(&mut flow);
    }
    turns
}

/// How far counts are from being all alike: the square of what differs.
fn square(count: &[u32]) -> f64 {
    let cells = u32::try_from(count.len()).unwrap();
    let expected = f64::from(count.iter().sum::<u32>()) / f64::from(cells);
    let off = |n: &u32| (f64::from(*n) - expected).powi(2) / expected;
    count.iter().map(off).sum()
}

/// Each voice comes in each place about as often, at every turn of every talk, and its place at one turn tells nothing
/// of its place at the next. One in a thousand goes beyond 27.9 (nine degrees of freedom) and 37.7 (fifteen); of the
/// hundred and more that are looked at none goes further than one in a hundred thousand would.
#[test]
fn the_order_of_the_voices_tells_nothing() {
    const SEEDS: u32 = 1000;
    for scenario in scenarios() {
        let walks: Vec<Vec<[usize; 4]>> = (0..SEEDS).map(|seed| places(&scenario, seed)).collect();
        for turn in 0..walks[0].len() {
            let mut here = [0_u32; 16];
            let mut next = [[0_u32; 16]; 4];
            for walk in &walks {
                for voice in 0..VOICES.len() {
                    here[voice * 4 + walk[turn][voice]] += 1;
                    if let Some(after) = walk.get(turn + 1) {
                        next[voice][walk[turn][voice] * 4 + after[voice]] += 1;
                    }
                }
            }
            assert!(square(&here) < 39.0, "{scenario}, turn {turn}: {here:?}");
            let follows = next.iter().filter(|count| count.iter().sum::<u32>() > 0);
            for count in follows {
                assert!(square(count) < 50.5, "{scenario}, after {turn}: {count:?}");
            }
        }
    }
}

#[test]
fn the_order_of_the_voices_stays_however_one_comes_back() {
    let mut flow = begin("the_deposit", false);
    while asked(&flow.page()).is_none_or(|(_, what)| what != "own") {
        pass(&mut flow);
    }
    let event = answered(&flow, Reply::Words("a line".to_owned()));
    flow.apply(event);
    let voices = |flow: &Flow| match flow.page().ask {
        AskView::Choice { options, .. } => options
            .iter()
            .take(4)
            .map(|option| option.id.clone())
            .collect::<Vec<Id>>(),
        _ => Vec::new(),
    };
    let near = voices(&flow);
    assert_eq!(near.len(), 4);
    choose(&mut flow, near[1].as_str());
    assert_eq!(voices(&flow), near, "the same when one is tried");
    flow.apply(Event::Back);
    assert_eq!(voices(&flow), near);
    flow.undo();
    assert_eq!(voices(&flow), near);
}
