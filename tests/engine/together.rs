//! What comes of two people's answers: whether they go on, a size neither finds too big, what both keep.

use super::files::written;
use super::pair::on_the_ice;
use super::walker::{Dice, answered_on, ask, begin_for_two, choose, pack, pass};
use floe::content::Id;
use floe::flow::{AskView, Effect, Event, Flow, Reply, Saving};
use floe::session::{Seat, Stage};
use std::collections::BTreeMap;

/// What somebody says to the five private questions.
type Said = [Option<&'static str>; 5];

const YES: Said = [Some("no"), Some("no"), Some("no"), Some("no"), Some("yes")];

/// Everything that is shown while each says what they say, page by page, and whether it goes on.
fn private_part(first: Said, second: Said) -> (Vec<String>, Flow) {
    let mut flow = begin_for_two();
    let mut shown = Vec::new();
    let mut seat = Seat::First;
    for _ in 0..80 {
        let page = flow.page();
        let asked = [
            "go_afraid",
            "go_harmed",
            "go_decides",
            "go_readable",
            "go_want",
        ];
        let at = asked.iter().position(|ask| page.key.ask == **ask);
        let began = shown.iter().any(|page: &String| page.contains("go_afraid"));
        if began && at.is_none() && !matches!(page.ask, AskView::Curtain { .. }) {
            shown.push(format!("{:?}", page.prompt));
            return (shown, flow);
        }
        shown.push(format!("{page:?}"));
        match (&page.ask, at) {
            (AskView::Curtain { seat: next, .. }, _) => {
                seat = *next;
                flow.apply(Event::Took(*next));
            }
            (_, Some(at)) => {
                let said = if seat == Seat::First { first } else { second };
                match said[at] {
                    Some(option) => drop(choose(&mut flow, option)),
                    None => drop(pass(&mut flow)),
                }
            }
            _ => drop(pass(&mut flow)),
        }
    }
    panic!("the private part never ended");
}

fn refusals() -> Vec<Said> {
    let mut all = Vec::new();
    for at in 0..4 {
        for other in [Some("yes"), Some("not_sure"), Some("rather_not"), None] {
            let mut said = YES;
            said[at] = other;
            all.push(said);
        }
    }
    for other in [
        Some("not_today"),
        Some("someone_wants"),
        Some("later"),
        None,
    ] {
        let mut said = YES;
        said[4] = other;
        all.push(said);
    }
    all.push([None; 5]);
    all
}

#[test]
fn every_refusal_shows_the_same_pages_and_leaves_nothing() {
    let (same, _) = private_part(YES, refusals()[0]);
    for refusal in refusals() {
        for (first, second) in [(refusal, YES), (YES, refusal), (refusal, refusal)] {
            let (shown, mut flow) = private_part(first, second);
            assert!(shown == same, "{first:?} and {second:?}");
            assert!(flow.has_parted() && flow.at_end());
            assert_eq!(flow.saving(), Saving::Off);
            assert!(matches!(flow.stage(&[]), Stage::Crossing { events, .. } if events.is_empty()));
            assert!(flow.undo().is_empty());
            assert!(flow.apply(Event::Back).is_empty());
            assert!(flow.apply(Event::Jumped(Id::new("camera"))).is_empty());
            assert!(flow.has_parted(), "and nobody comes back into it");
        }
    }
    let (_, flow) = private_part(YES, YES);
    assert!(!flow.has_parted());
    assert_eq!(flow.saving(), Saving::On);
}

#[test]
fn a_size_is_never_larger_than_the_smaller_and_the_picks_are_gone() {
    let from = pack();
    let steps = from.practices.values().flat_map(|practice| &practice.floes);
    let asks = steps
        .flat_map(|floe| &floe.steps)
        .flat_map(|step| &step.asks);
    let drawn: Vec<_> = asks
        .filter_map(|ask| match &ask.kind {
            floe::content::Kind::Drawn { from } => Some((ask.id.clone(), from.clone())),
            _ => None,
        })
        .collect();
    for (shows, picks) in drawn {
        let floe::content::Kind::Choice(options) = &ask(picks.as_str()).1.kind else {
            panic!("drawn from choices");
        };
        for first in 0..options.len() {
            for second in 0..options.len() {
                let mut flow = on_the_ice();
                let chosen = [first, second].map(|at| options[at].id.clone());
                let effects = draw(&mut flow, &picks, &chosen);
                let smaller = first.max(second);
                let left: Vec<Id> = options[smaller..]
                    .iter()
                    .map(|option| option.id.clone())
                    .collect();
                assert!(effects.contains(&Effect::Draw {
                    ask: shows.clone(),
                    options: left
                }));
                let file = written(&flow, "");
                assert!(
                    !file.contains(&format!("\"{picks}\"")),
                    "who picked what is in the file:\n{file}"
                );
            }
        }
    }
}

/// Walks until both have picked a size.
fn draw(flow: &mut Flow, picks: &Id, chosen: &[Id; 2]) -> Vec<Effect> {
    for _ in 0..200 {
        let page = flow.page();
        let effects = match &page.ask {
            AskView::Curtain { seat, .. } => flow.apply(Event::Took(*seat)),
            _ if page.key.ask == *picks => {
                let seat = page.seat.unwrap();
                let at = Seat::BOTH.iter().position(|other| *other == seat).unwrap();
                choose(flow, chosen[at].as_str())
            }
            _ => pass(flow),
        };
        if effects
            .iter()
            .any(|effect| matches!(effect, Effect::Draw { .. }))
        {
            return effects;
        }
    }
    panic!("{picks} never came up");
}

#[test]
fn melting_always_wins() {
    let mut numbers = Dice(7);
    for _ in 0..30 {
        let mut flow = on_the_ice();
        let mut said: BTreeMap<(Seat, String), bool> = BTreeMap::new();
        for _ in 0..600 {
            let page = flow.page();
            match &page.ask {
                AskView::Curtain { seat, .. } => drop(flow.apply(Event::Took(*seat))),
                AskView::Keep { items } => {
                    let seat = page.seat.unwrap_or_default();
                    for item in items {
                        let keep = numbers.roll(2) == 0;
                        flow.apply(Event::Marked(item.id.clone(), keep));
                        said.insert((seat, item.id.clone()), keep);
                    }
                    flow.apply(answered_on(&page, Reply::Went));
                    if seat == Seat::Second {
                        break;
                    }
                }
                AskView::Line | AskView::Text | AskView::Blank { .. } => {
                    flow.apply(answered_on(&page, Reply::Words("some words".to_owned())));
                }
                _ if flow.at_end() => break,
                _ => drop(pass(&mut flow)),
            }
        }
        assert!(said.len() > 10, "there was something to keep");
        let kept = flow.kept();
        for item in &kept {
            let owners = Seat::BOTH
                .into_iter()
                .filter(|seat| item.shared || item.seat == *seat);
            for owner in owners {
                assert_eq!(
                    said.get(&(owner, item.id.clone())),
                    Some(&true),
                    "{}",
                    item.id
                );
            }
        }
        assert!(!kept.is_empty() && kept.len() < said.len());
    }
}
