//! Guides at a made-up keyboard: a clock one can set, chance that is written down, a shelf that remembers.

mod bank;
mod light;
mod looking;
mod looking_carries;
mod looking_keeps;
mod two;
mod watch;

use super::env::{Clock, Entropy, Env, Shelf, Status, Wanted};
use super::{Act, Guide as _, Sitting};
use crate::content::{Id, Mode, Pack, check, library, source::File};
use crate::flow::{AskView, Flow, Reply};
use crate::session::{FORMAT, HalfTyped, Header, Record, River, Seat, Stage};
use crate::time::Moment;
use crate::words::KEYS;
use chrono::NaiveDate;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

const PACK: &str = r#"(format: 1, id: "ford", title: "A ford", language: "en", credits: [],
    practices: [(id: "ford", title: "A ford", about: "A few stones.", minutes: 5)])"#;

/// A go-ahead, a page of both, a quiet stretch, two keys, and pages of each: kept, and never kept.
const FORD: &str = r#"(format: 1, id: "ford", floes: [(
    id: "stones", title: "The stones", purpose: "Cross.", lean: Courage,
    slips: [(slip: "You hurry.", hand: "Breathe out.")],
    steps: [
        (id: "arrive", title: "Here", minutes: 1.0, why: "It begins.", asks: [
            (id: "here", prompt: "You're here.", ask: Show)]),
        (id: "gate", title: "Only for you", minutes: 1.0, when: Mode(Pair), why: "You may say no.", asks: [
            (id: "want", prompt: "Do you want to?", by: Each, keep: Never, ask: Choice([
                (id: "yes", text: "yes", then: GoAhead), (id: "later", text: "later")])),
        ]),
        (id: "open", title: "In the open", minutes: 1.0, why: "It begins.", asks: [
            (id: "line", prompt: "What is it about?", ask: Line, label: "about"),
            (id: "quiet", prompt: "A quiet stretch.", ask: Pause(seconds: 180, more: true)),
            (id: "both", prompt: "Both of you?", ask: Both(no: "not now"), when: Mode(Pair)),
            (id: "after", prompt: "And then?", ask: Line, label: "then"),
        ]),
        (id: "size", title: "How big", minutes: 1.0, when: Mode(Pair), why: "Ice varies.", asks: [
            (id: "size", prompt: "How big?", by: Each, keep: Never, ask: Choice([
                (id: "large", text: "large"), (id: "middle", text: "middle"), (id: "small", text: "small")])),
        ]),
        (id: "each", title: "Each", minutes: 1.0, why: "Two see it.", asks: [
            (id: "drawn", prompt: "This big.", ask: Drawn(from: "size"), label: "the size", when: Mode(Pair)),
            (id: "memory", prompt: "How was it?", by: Each, ask: Text, label: "the memory"),
            (id: "read", prompt: "Read them.", ask: Show),
            (id: "land", prompt: "What stays?", by: Each, ask: Keep),
            (id: "landed", prompt: "Land?", ask: Choice([(id: "land", text: "land", then: Landed)])),
        ]),
    ],
)])"#;

fn pack() -> Arc<Pack> {
    pack_of(FORD)
}

fn pack_of(practice: &'static str) -> Arc<Pack> {
    let files = vec![
        File::new("pack.ron", PACK),
        File::new("practices/ford.ron", practice),
    ];
    let pack = check::pack(
        &library::completed(files, crate::content::Language::ENGLISH),
        KEYS,
    );
    Arc::new(pack.unwrap_or_else(|problems| {
        let told: String = problems.iter().map(|one| one.render("")).collect();
        panic!("{told}")
    }))
}

/// A crossing under way, and the world it is in.
struct World {
    sitting: Sitting,
    /// Seconds that have gone by.
    clock: Rc<Cell<u16>>,
    /// What chance brings next.
    chance: Rc<Cell<u64>>,
    kept: Rc<RefCell<Vec<Record>>>,
}

impl World {
    /// On the first page after the go-ahead of two, or the first page of one.
    fn new(mode: Mode) -> Self {
        let flow = Flow::begin(pack(), header(mode), true).unwrap();
        let mut world = Self::of(|env| Sitting::begin(flow, env, Vec::new()));
        world.go_ahead();
        world
    }

    fn of(sits_down: impl FnOnce(Env) -> Sitting) -> Self {
        let (clock, chance, kept) = <(Rc<Cell<u16>>, Rc<Cell<u64>>, Rc<RefCell<_>>)>::default();
        let env = Env {
            clock: Box::new(Watch(Rc::clone(&clock))),
            entropy: Box::new(Dice(Rc::clone(&chance))),
            shelf: Box::new(Memory(Rc::clone(&kept))),
        };
        Self {
            sitting: sits_down(env),
            clock,
            chance,
            kept,
        }
    }

    /// The same crossing, taken up again from what was handed over last.
    fn again(self) -> Self {
        let last = self.kept.borrow().last().cloned().unwrap();
        let Stage::Crossing { events, drafts, .. } = last.stage else {
            panic!("it has landed");
        };
        let flow = Flow::resume(pack(), last.header, &events).unwrap();
        Self::of(|env| Sitting::resume(flow, env, river(), last.rev, drafts))
    }

    /// Both say yes, if they are asked.
    fn go_ahead(&mut self) {
        if self.ask() == "here" {
            self.sitting.act(Act::Reply(Reply::Went));
        }
        for seat in Seat::BOTH {
            if matches!(self.sitting.page().ask, AskView::Curtain { seat: at, .. } if at == seat) {
                self.sitting.act(Act::Take);
                self.chooses("yes");
            }
        }
    }

    /// The ask of the page.
    fn ask(&self) -> String {
        self.sitting.page().key.ask.to_string()
    }

    fn says(&mut self, words: &str) {
        self.sitting.act(Act::Reply(Reply::Words(words.to_owned())));
    }

    fn chooses(&mut self, option: &str) {
        self.sitting.act(Act::Reply(Reply::Chose(Id::new(option))));
    }

    /// To the quiet stretch.
    fn at_quiet(mut self) -> Self {
        self.says("a lunch");
        assert_eq!(self.ask(), "quiet");
        self
    }

    /// To the page with two keys.
    fn at_both(self) -> Self {
        let mut world = self.at_quiet();
        world.sitting.act(Act::Reply(Reply::Went));
        assert_eq!(world.ask(), "both");
        world
    }

    fn passes(&mut self, seconds: u16) {
        self.clock.set(self.clock.get() + seconds);
    }

    fn drafts(&self) -> Vec<HalfTyped> {
        match self.kept.borrow().last().map(|record| record.stage.clone()) {
            Some(Stage::Crossing { drafts, .. }) => drafts,
            _ => Vec::new(),
        }
    }
}

fn header(mode: Mode) -> Header {
    Header {
        id: "m2hd4vt".to_owned(),
        river: None,
        title: Some("After Sunday lunch".to_owned()),
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        practice: Id::new("ford"),
        pack: Id::new("ford"),
        language: "en".to_owned(),
        mode,
        started: begun(),
        first_visit: true,
        seed: 7,
        brought: Vec::new(),
    }
}

fn river() -> River {
    River {
        format: FORMAT,
        id: "k3wq8ze".to_owned(),
        title: "After Sunday lunch".to_owned(),
        seats: vec!["Sam".to_owned(), "Noor".to_owned()],
    }
}

fn begun() -> Moment {
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    Moment(day.and_hms_opt(14, 2, 0).unwrap())
}

struct Watch(Rc<Cell<u16>>);

impl Clock for Watch {
    fn now(&self) -> Moment {
        begun().later(self.0.get())
    }
}

struct Dice(Rc<Cell<u64>>);

impl Entropy for Dice {
    fn draw(&mut self) -> u64 {
        self.0.get()
    }
}

struct Memory(Rc<RefCell<Vec<Record>>>);

impl Shelf for Memory {
    fn river_for(&mut self, _: &Wanted<'_>) -> River {
        river()
    }

    fn keep(&mut self, record: &Record, _: &River) {
        self.0.borrow_mut().push(record.clone());
    }

    fn land(&mut self, record: &Record, _: &River) {
        self.0.borrow_mut().push(record.clone());
    }

    fn remove(&mut self, _: &Record) {
        self.0.borrow_mut().clear();
    }

    fn settle(&mut self) -> bool {
        true
    }

    fn status(&self) -> Status {
        Status::Saved
    }

    fn whereabouts(&self) -> String {
        "memory".to_owned()
    }
}
