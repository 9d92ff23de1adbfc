//! A crossing of two in memory, walked beside the real one: it knows what the screen has to show, and what to answer.

use crate::world::{moment, pack};
use floe::content::{Choice, Id, Kind, Mode, Outcome};
use floe::flow::{AskView, Cover, Detour, Flow, Page, Reply};
use floe::runtime::env::{Clock, Entropy, Env, Shelf, Status, Wanted};
use floe::runtime::{Act, Ended, Guide as _, Sitting};
use floe::session::{FORMAT, Header, Record, River, Seat};
use floe::time::Moment;

/// How both of them begin, on the real one.
pub(crate) const PAIR: [&str; 6] = ["practise", "--pair", "--me", "Sam", "--other", "Noor"];

/// An answer to a page: as keys on the screen, and as lines.
#[derive(Default)]
pub(crate) struct Answer {
    pub(crate) keys: String,
    pub(crate) lines: String,
    acts: Vec<Act>,
    /// What was written, where words are asked for.
    pub(crate) written: Option<String>,
}

/// The crossing in memory.
pub(crate) struct Twin {
    pub(crate) sitting: Sitting,
    written: usize,
    has_slipped: bool,
}

impl Twin {
    /// Two people who have just begun.
    pub(crate) fn new() -> Self {
        let header = Header {
            id: "m2hd4vt".to_owned(),
            river: None,
            title: None,
            me: Some("Sam".to_owned()),
            other: Some("Noor".to_owned()),
            practice: Id::new("crossing"),
            pack: Id::new("floe"),
            language: "en".to_owned(),
            mode: Mode::Pair,
            started: moment(),
            first_visit: true,
            seed: 7,
            brought: Vec::new(),
        };
        let env = Env {
            clock: Box::new(Nowhere),
            entropy: Box::new(Nowhere),
            shelf: Box::new(Nowhere),
        };
        let flow = Flow::begin(pack(), header, true).unwrap();
        Self {
            sitting: Sitting::begin(flow, env, Vec::new()),
            written: 0,
            has_slipped: false,
        }
    }

    pub(crate) fn page(&self) -> Page {
        self.sitting.page()
    }

    /// Does what an answer says; true when it is over.
    pub(crate) fn take(&mut self, answer: &Answer) -> bool {
        let acts = answer.acts.iter().cloned();
        let ends: Vec<Ended> = acts.filter_map(|act| self.sitting.act(act).ends).collect();
        !ends.is_empty()
    }

    /// What is answered to this page by two who go on, and of whom one slips once.
    pub(crate) fn answer(&mut self) -> Answer {
        let page = self.page();
        let in_the_open = page.cover == Cover::Open && matches!(page.ask, AskView::Choice { .. });
        let far_enough = page.at.as_ref().is_some_and(|at| at.floe == 2);
        if in_the_open && far_enough && page.part.is_none() && !self.has_slipped {
            self.has_slipped = true;
            return Answer {
                keys: "\x0f".to_owned(),
                lines: "/water\n".to_owned(),
                acts: vec![Act::Open(Detour::Hand)],
                written: None,
            };
        }
        match &page.ask {
            AskView::Curtain { .. } => plain("\r", "\n", Act::Take),
            AskView::Both { .. } => Answer {
                keys: "12".to_owned(),
                lines: "\n\n".to_owned(),
                acts: Seat::BOTH.map(Act::Press).to_vec(),
                written: None,
            },
            AskView::Show | AskView::Keep { .. } => plain("\r", "\n", Act::Reply(Reply::Went)),
            AskView::Quiet { more, .. } => {
                let line = if *more { "1\n" } else { "\n" };
                plain("\r", line, Act::Reply(Reply::Went))
            }
            AskView::Confirm { .. } => plain("1\r", "yes\n", chose(&Id::new("yes"))),
            AskView::Choice { options, .. } => {
                let at = leading_on(&page.key.ask, &page);
                let number = at + 1;
                let keys = format!("{number}\r");
                plain(&keys, &format!("{number}\n"), chose(&options[at].id))
            }
            AskView::Line | AskView::Text | AskView::Blank { .. } | AskView::Pick { .. } => {
                self.write(&page)
            }
        }
    }

    fn write(&mut self, page: &Page) -> Answer {
        self.written += 1;
        let words = format!("ZQ{:03}", self.written);
        let (keys, lines, reply) = match page.ask {
            // A word that isn't on the list is one's own.
            AskView::Pick { .. } => ("\r\r", "\n", Reply::Picked(vec![words.clone()])),
            AskView::Text => ("\r", "\n\n", Reply::Words(words.clone())),
            _ => ("\r", "\n", Reply::Words(words.clone())),
        };
        Answer {
            keys: format!("{words}{keys}"),
            lines: format!("{words}{lines}"),
            acts: vec![Act::Reply(reply)],
            written: Some(words),
        }
    }
}

fn plain(keys: &str, lines: &str, act: Act) -> Answer {
    Answer {
        keys: keys.to_owned(),
        lines: lines.to_owned(),
        acts: vec![act],
        written: None,
    }
}

fn chose(option: &Id) -> Act {
    Act::Reply(Reply::Chose(option.clone()))
}

/// The first option that neither ends the walk, nor rests, nor leads round again.
fn leading_on(ask: &Id, page: &Page) -> usize {
    let AskView::Choice { options, .. } = &page.ask else {
        return 0;
    };
    let pack = pack();
    let detours = Detour::ALL.map(|detour| match detour {
        Detour::Hand => &pack.detours.hand,
        Detour::Steady => &pack.detours.steady,
        Detour::Banks => &pack.detours.banks,
        _ => &pack.detours.pause,
    });
    let floes = &pack.practices["crossing"].floes;
    let steps = floes.iter().flat_map(|floe| &floe.steps).chain(detours);
    let mut asks = steps.flat_map(|step| &step.asks);
    let written: &[Choice] = match asks.find(|other| other.id == *ask).map(|ask| &ask.kind) {
        Some(Kind::Choice(written)) => written,
        _ => &[],
    };
    let strays = |id: &Id| {
        let choice = written.iter().find(|choice| choice.id == *id);
        matches!(
            choice.and_then(|choice| choice.then.as_ref()),
            Some(
                Outcome::Again { .. }
                    | Outcome::Walk(_)
                    | Outcome::Steady
                    | Outcome::Rest
                    | Outcome::Land
                    | Outcome::Leave
            )
        ) || *id == "nobody"
    };
    let goes_ahead = |id: &Id| {
        let mut ahead = written
            .iter()
            .filter(|it| it.then == Some(Outcome::GoAhead));
        ahead.any(|choice| choice.id == *id)
    };
    let ids = || options.iter().map(|option| &option.id);
    let ahead = ids().position(goes_ahead);
    ahead
        .or_else(|| ids().position(|id| !strays(id)))
        .unwrap_or(0)
}

/// A world in which nothing happens and nothing stays.
struct Nowhere;

impl Clock for Nowhere {
    fn now(&self) -> Moment {
        moment()
    }
}

impl Entropy for Nowhere {
    fn draw(&mut self) -> u64 {
        0
    }
}

impl Shelf for Nowhere {
    fn river_for(&mut self, wanted: &Wanted<'_>) -> River {
        River {
            format: FORMAT,
            id: wanted.new_id.to_owned(),
            title: String::new(),
            seats: Vec::new(),
        }
    }

    fn keep(&mut self, _: &Record, _: &River) {}

    fn land(&mut self, _: &Record, _: &River) {}

    fn remove(&mut self, _: &Record) {}

    fn settle(&mut self) -> bool {
        true
    }

    fn status(&self) -> Status {
        Status::Saved
    }

    fn whereabouts(&self) -> String {
        String::new()
    }
}
