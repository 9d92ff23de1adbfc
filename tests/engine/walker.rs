//! Walking by dice: a number becomes a legal move on whatever page one is on.
#![allow(
    dead_code,
    unused_imports,
    reason = "each test file that borrows this room uses a part of it"
)]

pub(crate) use super::known::{all_steps, ask, ask_of, sealed_here, step_here, steps};

use chrono::NaiveDate;
use floe::content::{Id, Mode, Pack, library};
use floe::flow::{AskView, Detour, Effect, Event, Flow, Page, Reply, Saving};
use floe::session::{Agreement, Brought, Header, Seat, Status};
use floe::time::Moment;
use floe::words;
use std::sync::{Arc, OnceLock};

/// The crossing, its four tracks, and letting it go.
pub(crate) const PRACTICES: [&str; 6] = [
    "crossing",
    "before_a_talk",
    "just_the_sorry",
    "one_agreement",
    "im_the_one_hurting",
    "letting_go",
];

pub(crate) const DETOURS: [Detour; 4] =
    [Detour::Hand, Detour::Steady, Detour::Pause, Detour::Thanks];

pub(crate) fn pack() -> Arc<Pack> {
    static PACK: OnceLock<Arc<Pack>> = OnceLock::new();
    Arc::clone(PACK.get_or_init(|| {
        Arc::new(library::bundled(floe::content::Language::ENGLISH, words::KEYS).unwrap())
    }))
}

pub(crate) fn header(practice: &str, first_visit: bool) -> Header {
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    Header {
        id: "abcdefg".to_owned(),
        river: None,
        title: None,
        me: None,
        other: None,
        practice: Id::new(practice),
        pack: Id::new("floe"),
        language: "en".to_owned(),
        mode: Mode::Solo,
        started: Moment(day.and_hms_opt(9, 30, 0).unwrap()),
        first_visit,
        seed: 7,
        brought: Vec::new(),
    }
}

/// A crossing for two, at its very beginning.
pub(crate) fn begin_for_two() -> Flow {
    let header = Header {
        mode: Mode::Pair,
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        ..header("crossing", true)
    };
    Flow::begin(pack(), header, true).unwrap()
}

/// A return visit with three agreements: one that holds and broke before, one of the other with a wish left for it,
/// and an offer.
pub(crate) fn begin_visit(mode: Mode) -> Flow {
    let brought = |n: u8, by: Seat, status: Status| Brought {
        id: format!("bcdefgh.{n}"),
        by,
        standing: Agreement {
            text: format!("promise {n}"),
            until: Some("2026-06-30".to_owned()),
            looks_after: vec!["privacy".to_owned()],
            status,
            ..Agreement::default()
        },
        written: None,
        offered: None,
        wish: (n == 2).then(|| "smaller".to_owned()),
        broken_twice: n == 1,
    };
    let header = Header {
        mode,
        title: Some("After Sunday lunch".to_owned()),
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        brought: vec![
            brought(1, Seat::First, Status::Agreed),
            brought(2, Seat::Second, Status::Agreed),
            brought(3, Seat::First, Status::Offered),
        ],
        ..header("return", false)
    };
    Flow::begin(pack(), header, true).unwrap()
}

pub(crate) fn begin(practice: &str, first_visit: bool) -> Flow {
    Flow::begin(pack(), header(practice, first_visit), true).unwrap()
}

/// Chance that can be played again: splitmix64.
#[derive(Debug, Clone)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, of: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(of.max(1)).unwrap()).unwrap()
    }

    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let at = self.roll(all.len());
        all.get(at)
    }
}

/// Something a person does: an event, or taking the last one back.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Move {
    Do(Event),
    Undo,
}

pub(crate) fn make(flow: &mut Flow, what: &Move) -> Vec<Effect> {
    match what {
        Move::Do(event) => flow.apply(event.clone()),
        Move::Undo => flow.undo(),
    }
}

/// An answer to what is asked now.
pub(crate) fn answered(flow: &Flow, reply: Reply) -> Event {
    answered_on(&flow.page(), reply)
}

pub(crate) fn answered_on(page: &Page, reply: Reply) -> Event {
    Event::Answered {
        seat: page.seat.unwrap_or_default(),
        sight: page.sight,
        ask: page.key.ask.clone(),
        field: page.key.field,
        reply,
    }
}

pub(crate) fn passed(flow: &Flow) -> Event {
    passed_on(&flow.page())
}

pub(crate) fn passed_on(page: &Page) -> Event {
    Event::Passed {
        seat: page.seat.unwrap_or_default(),
        ask: page.key.ask.clone(),
        field: page.key.field,
    }
}

pub(crate) fn answer(flow: &mut Flow, reply: Reply) -> Vec<Effect> {
    let event = answered(flow, reply);
    flow.apply(event)
}

pub(crate) fn say(flow: &mut Flow, words: &str) -> Vec<Effect> {
    answer(flow, Reply::Words(words.to_owned()))
}

pub(crate) fn choose(flow: &mut Flow, option: &str) -> Vec<Effect> {
    answer(flow, Reply::Chose(Id::new(option)))
}

pub(crate) fn pass(flow: &mut Flow) -> Vec<Effect> {
    let event = passed(flow);
    flow.apply(event)
}

/// Passes until an ask comes up; the marked asks get the option named for them on the way.
pub(crate) fn walk_to(flow: &mut Flow, ask: &str, choices: &[(&str, &str)]) {
    for _ in 0..300 {
        let page = flow.page();
        if page.key.ask == *ask {
            return;
        }
        match choices.iter().find(|(of, _)| page.key.ask == **of) {
            Some((_, option)) => choose(flow, option),
            None => pass(flow),
        };
    }
    panic!("{ask} never came up; one stands at {:?}", flow.page().key);
}

pub(crate) fn jump(flow: &mut Flow, step: &str) {
    flow.apply(Event::Jumped(Id::new(step)));
    assert_eq!(step_here(flow).unwrap().id, *step, "jumped elsewhere");
}

pub(crate) fn open(flow: &mut Flow, detour: Detour) {
    flow.apply(Event::Opened(Seat::First, detour));
}

/// A crossing past the private questions, saving on.
pub(crate) fn on_the_ice(practice: &str) -> Flow {
    let mut flow = begin(practice, false);
    for _ in 0..20 {
        match flow.page().key.ask.as_str() {
            "still_safe" => choose(&mut flow, "no"),
            _ if flow.saving() == Saving::On => return flow,
            _ => pass(&mut flow),
        };
    }
    panic!("the private questions never ended");
}

/// The reply a number stands for, on this page.
pub(crate) fn reply(page: &Page, dice: &mut Dice) -> Option<Reply> {
    Some(match &page.ask {
        AskView::Show
        | AskView::Quiet { .. }
        | AskView::Keep { .. }
        | AskView::Curtain { .. }
        | AskView::Both { .. } => Reply::Went,
        AskView::Choice { options, .. } => Reply::Chose(dice.one_of(options)?.id.clone()),
        AskView::Confirm { .. } => Reply::Chose(Id::new(dice.one_of(&["yes", "no"])?)),
        AskView::Line | AskView::Text | AskView::Blank { .. } => {
            Reply::Words(format!("words {}", dice.roll(1000)))
        }
        AskView::Pick { groups, most, .. } => {
            let mut listed: Vec<String> = groups
                .iter()
                .flat_map(|group| group.words.clone())
                .collect();
            listed.extend(stories());
            listed.push("a word of one's own".to_owned());
            let many = 1 + dice.roll(*most);
            Reply::Picked(
                (0..many)
                    .filter_map(|_| dice.one_of(&listed).cloned())
                    .collect(),
            )
        }
    })
}

fn stories() -> Vec<String> {
    let pack = pack();
    let stories = pack.lists.values().flat_map(|list| &list.stories);
    stories.map(|story| story.word.clone()).collect()
}

/// The legal move a number stands for, here.
pub(crate) fn legal(flow: &Flow, number: u64) -> Move {
    let mut dice = Dice(number);
    let page = flow.page();
    let fallback = Move::Do(passed_on(&page));
    let seat = match flow.header().mode {
        Mode::Solo => Seat::First,
        Mode::Pair => Seat::BOTH[dice.roll(2)],
    };
    match (&page.ask, dice.roll(6)) {
        (AskView::Curtain { seat, .. }, 1..) => return Move::Do(Event::Took(*seat)),
        (AskView::Both { .. }, 1..) => return Move::Do(Event::Pressed(seat)),
        _ => {}
    }
    match dice.roll(100) {
        0..66 => {
            let reply = reply(&page, &mut dice);
            reply.map_or(fallback, |reply| Move::Do(answered_on(&page, reply)))
        }
        66..76 => fallback,
        76..82 => Move::Do(Event::Back),
        82..86 => Move::Do(Event::Wobbled(seat)),
        86..91 => {
            let detours: &[Detour] = match flow.header().mode {
                Mode::Solo => &DETOURS,
                Mode::Pair => &[Detour::Hand, Detour::Hand, Detour::Pause, Detour::Watchman],
            };
            let detour = *dice.one_of(detours).unwrap();
            Move::Do(Event::Opened(seat, detour))
        }
        91..95 if flow.map_is_open() => {
            let map = flow.map();
            let row = dice.one_of(&map);
            row.map_or(fallback, |row| Move::Do(Event::Jumped(row.step.clone())))
        }
        95..98 => match &page.ask {
            AskView::Keep { items } => {
                let item = dice.one_of(items);
                item.map_or(fallback, |item| {
                    Move::Do(Event::Marked(item.id.clone(), !item.keep))
                })
            }
            _ => fallback,
        },
        98..100 => Move::Undo,
        _ => fallback,
    }
}

/// What an empty line means on a page: what stands there is kept, and where nothing stands the ask is passed.
pub(crate) fn empty_line(flow: &Flow) -> Event {
    let page = flow.page();
    let kept = match (&page.ask, page.so_far) {
        (AskView::Curtain { .. } | AskView::Both { .. }, _) => None,
        (AskView::Show | AskView::Quiet { .. } | AskView::Keep { .. }, _) => Some(Reply::Went),
        (AskView::Choice { options, chosen }, _) => chosen
            .and_then(|at| options.get(at))
            .map(|option| Reply::Chose(option.id.clone())),
        (AskView::Confirm { chosen }, _) => {
            chosen.map(|yes| Reply::Chose(Id::new(if yes { "yes" } else { "no" })))
        }
        (AskView::Pick { picked, .. }, _) => {
            (!picked.is_empty()).then(|| Reply::Picked(picked.clone()))
        }
        (AskView::Line | AskView::Text | AskView::Blank { .. }, so_far) => so_far.map(Reply::Words),
    };
    kept.map_or_else(|| passed(flow), |reply| answered(flow, reply))
}
