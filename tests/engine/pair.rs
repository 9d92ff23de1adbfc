//! Two people at one keyboard, walked by dice: what neither can do alone, and what neither sees of the other.

use super::walker::{
    Dice, answered_on, ask, choose, header, pack, pass, passed_on, reply, step_here, written,
};
use floe::content::{By, Id, Keep, Mode};
use floe::flow::{AskView, Cover, Detour, Effect, Event, Flow, Ice, Page, Reply, Saving};
use floe::session::{Header, Seat, Stage};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn for_two(practice: &str) -> Header {
    Header {
        mode: Mode::Pair,
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        ..header(practice, true)
    }
}

fn begin() -> Flow {
    Flow::begin(pack(), for_two("crossing"), true).unwrap()
}

/// Answers everything until the private part is over, each choice of it with what goes on.
fn go_ahead(flow: &mut Flow) {
    for _ in 0..60 {
        let page = flow.page();
        if flow.saving() == Saving::On {
            return;
        }
        match (&page.ask, page.key.ask.as_str()) {
            (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
            (_, "go_want") => drop(choose(flow, "yes")),
            (_, go) if go.starts_with("go_") => drop(choose(flow, "no")),
            _ => drop(pass(flow)),
        }
    }
    panic!("the private part never ended: {:?}", flow.page());
}

fn on_the_ice() -> Flow {
    let mut flow = begin();
    go_ahead(&mut flow);
    flow
}

/// What a number stands for, on this page: mostly what is asked, by the one who is asked.
fn legal(flow: &Flow, number: u64) -> Option<Event> {
    let mut dice = Dice(number);
    let page = flow.page();
    let seat = Seat::BOTH[dice.roll(2)];
    Some(match (dice.roll(100), &page.ask) {
        (0..80, AskView::Curtain { seat, .. }) => Event::Took(*seat),
        (0..80, AskView::Both { .. }) => match dice.roll(4) {
            0 => passed_on(&page),
            1 => Event::Released(seat),
            _ => Event::Pressed(seat),
        },
        (0..20, AskView::Keep { items }) => {
            let item = dice.one_of(items)?;
            Event::Marked(item.id.clone(), !item.keep)
        }
        (0..66, _) => answered_on(&page, marked(reply(&page, &mut dice)?, &page)),
        (66..78, _) => passed_on(&page),
        (78..83, _) => Event::Back,
        (83..86, _) => Event::Wobbled(seat),
        (86..92, _) => Event::Opened(seat, *dice.one_of(&Detour::ALL)?),
        (92..96, _) => Event::Jumped(dice.one_of(&flow.map())?.step.clone()),
        _ => return None,
    })
}

/// Words that tell who wrote them, and where.
fn marked(reply: Reply, page: &Page) -> Reply {
    match (reply, page.seat) {
        (Reply::Words(words), Some(seat)) => {
            Reply::Words(format!("{words} {}", mark(seat, page.key.ask.as_str())))
        }
        (reply, _) => reply,
    }
}

fn mark(seat: Seat, ask: &str) -> String {
    format!("ZQX{seat:?}@{ask}ZQX")
}

/// Every mark on a page: who wrote it, and to which ask.
fn marks_on(text: &str) -> Vec<(Seat, String)> {
    let mut found = Vec::new();
    for piece in text.split("ZQX") {
        for seat in Seat::BOTH {
            if let Some(ask) = piece.strip_prefix(&format!("{seat:?}@")) {
                found.push((seat, ask.to_owned()));
            }
        }
    }
    found
}

/// Walks by dice and looks at every page.
fn walk(numbers: &[u64], mut look: impl FnMut(&Flow, &Page, Option<&Event>)) -> Flow {
    let mut flow = on_the_ice();
    for number in numbers {
        let before = flow.page();
        let event = legal(&flow, *number);
        match &event {
            Some(event) => drop(flow.apply(event.clone())),
            None => drop(flow.undo()),
        }
        look(&flow, &before, event.as_ref());
        if flow.at_end() {
            break;
        }
    }
    flow
}

fn look_for_marks(flow: &Flow) {
    let page = flow.page();
    let told = format!("{page:?} {:?}", flow.map());
    for (writer, id) in marks_on(&told) {
        let (_, source) = ask(&id);
        let curtain = matches!(page.ask, AskView::Curtain { .. });
        assert!(!curtain, "words of {id} on the curtain");
        let unseen = source.unseen || source.by == By::Each;
        if unseen && source.keep != Keep::Ask {
            assert_eq!(
                page.seat,
                Some(writer),
                "{id} seen by the other on {:?}",
                page.key
            );
        }
        if unseen && page.cover != Cover::Open {
            assert_eq!(
                page.seat,
                Some(writer),
                "{id} on the other's page {:?}",
                page.key
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_takes_two_keys_happens_with_one(numbers in proptest::collection::vec(any::<u64>(), 1..220)) {
        let mut pressed: Vec<Seat> = Vec::new();
        walk(&numbers, |flow, before, event| {
            let AskView::Both { pressed: shown, .. } = &before.ask else {
                pressed.clear();
                return;
            };
            let moved = flow.page().key != before.key;
            match event {
                Some(Event::Pressed(seat)) => {
                    let both = shown.is_some_and(|first| first != *seat);
                    assert_eq!(moved, both, "{:?} with {shown:?} and {seat:?}", before.key);
                }
                Some(Event::Answered { .. } | Event::Released(_) | Event::Took(_) | Event::Marked(..)) => {
                    assert!(!moved, "{event:?} on {:?}", before.key);
                }
                _ => {}
            }
        });
    }

    #[test]
    fn nobody_puts_the_other_in_the_water(numbers in proptest::collection::vec(any::<u64>(), 1..220)) {
        let mut said: Vec<Seat> = Vec::new();
        let mut ice = Ice::Steady;
        walk(&numbers, |flow, _, event| {
            if let Some(Event::Opened(seat, Detour::Hand)) = event {
                said.push(*seat);
            }
            let now = flow.page().ice;
            if now != ice && event.is_some() {
                match now {
                    Ice::Water(seat) => assert!(said.contains(&seat), "{seat:?} never said so"),
                    Ice::Tilting(seat) => assert!(matches!(event, Some(Event::Wobbled(who)) if *who == seat)),
                    Ice::Banks => assert!(Seat::BOTH.iter().all(|seat| said.contains(seat))),
                    Ice::Steady => {}
                }
            }
            if now == Ice::Steady {
                said.clear();
            }
            ice = now;
        });
    }

    #[test]
    fn what_one_wrote_unseen_is_on_no_page_of_the_other(numbers in proptest::collection::vec(any::<u64>(), 1..260)) {
        walk(&numbers, |flow, _, _| look_for_marks(flow));
    }

    #[test]
    fn nothing_before_a_curtain_is_taken_back(numbers in proptest::collection::vec(any::<u64>(), 1..200)) {
        let flow = walk(&numbers, |_, _, _| {});
        for undo in [true, false] {
            let mut flow = flow.clone();
            let page = flow.page();
            for _ in 0..40 {
                match undo {
                    true => drop(flow.undo()),
                    false => drop(flow.apply(Event::Back)),
                }
                let now = flow.page();
                let theirs = now.cover == Cover::Open || now.seat == page.seat
                    || matches!(now.ask, AskView::Curtain { .. });
                assert!(theirs, "undo {undo} from {:?} to {:?} {:?} {:?}", page.key, now.key, flow.keys(), super::walker::events(&flow));
                look_for_marks(&flow);
            }
        }
    }

    #[test]
    fn what_melts_of_two_is_in_no_file(numbers in proptest::collection::vec(any::<u64>(), 1..260)) {
        walk(&numbers, |flow, _, _| {
            if flow.saving() == Saving::On {
                for (_, id) in marks_on(&written(flow, "")) {
                    assert_ne!(ask(&id).1.keep, Keep::Never, "{id} is in the file");
                }
            }
        });
    }

    #[test]
    fn taken_up_again_it_stands_where_it_stood_once_both_go_on(numbers in proptest::collection::vec(any::<u64>(), 1..200)) {
        let mut was_sealed = false;
        let flow = walk(&numbers, |flow, _, _| {
            let curtain = flow.page().key.ask == *"curtain";
            was_sealed = !curtain && step_here(flow).is_some_and(floe::content::Step::sealed);
        });
        if flow.at_end() || was_sealed || flow.saving() != Saving::On {
            return Ok(());
        }
        let Stage::Crossing { events, .. } = flow.stage(&[]) else { panic!("not landed") };
        let mut again = Flow::resume(pack(), flow.header().clone(), &events).unwrap();
        prop_assert!(again.remembers(&events), "all of it fits");
        prop_assert_eq!(again.saving(), Saving::Held, "nothing is written before both have said so");
        go_ahead(&mut again);
        let (live, again_page) = (flow.page(), again.page());
        prop_assert_eq!(flow.map(), again.map());
        prop_assert_eq!(flow.kept(), again.kept());
        if live.cover == Cover::Open && !matches!(live.ask, AskView::Both { .. }) {
            prop_assert_eq!(live.key, again_page.key);
            prop_assert_eq!(live.shows, again_page.shows);
            prop_assert_eq!(live.edge, again_page.edge);
        } else if live.cover != Cover::Open {
            prop_assert!(matches!(again_page.ask, AskView::Curtain { .. }), "a curtain");
            prop_assert_eq!(live.seat, again_page.seat);
        }
        let Stage::Crossing { events: rewritten, .. } = again.stage(&[]) else { panic!("not landed") };
        prop_assert_eq!(events, rewritten, "the private part leaves no trace");
    }
}

/// What somebody says to the five private questions.
type Said = [Option<&'static str>; 5];

const YES: Said = [Some("no"), Some("no"), Some("no"), Some("no"), Some("yes")];

/// Everything that is shown while each says what they say, page by page, and whether it goes on.
fn private_part(first: Said, second: Said) -> (Vec<String>, Flow) {
    let mut flow = begin();
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
                    !file.contains(picks.as_str()),
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
