//! A world in memory: a clock that stands, chance that counts, and a shelf that remembers what it was handed.

use super::walker::{header, pack};
use floe::flow::Flow;
use floe::runtime::env::{Clock, Entropy, Env, Shelf, Status, Wanted};
use floe::runtime::{OnDisk, Sitting};
use floe::session::{FORMAT, HalfTyped, Record, River, Stage};
use floe::time::Moment;
use std::cell::RefCell;
use std::rc::Rc;

/// What a shelf was handed, in order.
#[derive(Debug, Default)]
pub(crate) struct Handed {
    pub(crate) kept: Vec<Record>,
    pub(crate) landed: Vec<Record>,
    pub(crate) removed: usize,
    /// The disk is full.
    pub(crate) full: bool,
}

impl Handed {
    /// The draft of the version that was handed over last.
    pub(crate) fn draft(&self) -> Option<HalfTyped> {
        match &self.kept.last()?.stage {
            Stage::Crossing { drafts, .. } => drafts.first().cloned(),
            Stage::Landed { .. } => None,
        }
    }
}

struct Memory(Rc<RefCell<Handed>>);

impl Shelf for Memory {
    fn river_for(&mut self, wanted: &Wanted<'_>) -> River {
        River {
            format: FORMAT,
            id: wanted.id.unwrap_or(wanted.new_id).to_owned(),
            title: wanted.title.unwrap_or_default().to_owned(),
            seats: Vec::new(),
        }
    }

    fn keep(&mut self, record: &Record, _: &River) {
        self.0.borrow_mut().kept.push(record.clone());
    }

    fn land(&mut self, record: &Record, _: &River) {
        self.0.borrow_mut().landed.push(record.clone());
    }

    fn remove(&mut self, _: &Record) {
        let mut handed = self.0.borrow_mut();
        handed.kept.clear();
        handed.removed += 1;
    }

    fn settle(&mut self) -> bool {
        true
    }

    fn status(&self) -> Status {
        match self.0.borrow().full {
            true => Status::Failed("full".to_owned()),
            false => Status::Saved,
        }
    }

    fn whereabouts(&self) -> String {
        "memory".to_owned()
    }
}

/// A shelf that waits for the disk after every version, so that each of them gets there.
pub(crate) struct Patient(pub(crate) OnDisk);

impl Shelf for Patient {
    fn river_for(&mut self, wanted: &Wanted<'_>) -> River {
        self.0.river_for(wanted)
    }

    fn keep(&mut self, record: &Record, river: &River) {
        self.0.keep(record, river);
        assert!(self.0.settle());
    }

    fn land(&mut self, record: &Record, river: &River) {
        self.0.land(record, river);
    }

    fn remove(&mut self, record: &Record) {
        self.0.remove(record);
    }

    fn settle(&mut self) -> bool {
        self.0.settle()
    }

    fn status(&self) -> Status {
        self.0.status()
    }

    fn whereabouts(&self) -> String {
        self.0.whereabouts()
    }
}

pub(crate) struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Moment {
        header("crossing", true).started
    }
}

pub(crate) struct Counting(pub(crate) u64);

impl Entropy for Counting {
    fn draw(&mut self) -> u64 {
        self.0 += 1;
        self.0
    }
}

fn env(handed: &Rc<RefCell<Handed>>) -> Env {
    Env {
        clock: Box::new(Stopped),
        entropy: Box::new(Counting(0)),
        shelf: Box::new(Memory(Rc::clone(handed))),
    }
}

/// A sitting over this flow, and what its shelf is handed.
pub(crate) fn sit(flow: Flow) -> (Sitting, Rc<RefCell<Handed>>) {
    let handed = Rc::default();
    (Sitting::begin(flow, env(&handed), Vec::new()), handed)
}

/// Takes up the version that was handed over last, the way `floe resume` does.
pub(crate) fn sit_again(handed: &Rc<RefCell<Handed>>) -> Sitting {
    let record = handed.borrow().kept.last().cloned().unwrap();
    let text = ron::to_string(&record).unwrap();
    let record: Record = ron::from_str(&text).unwrap();
    let Stage::Crossing { events, drafts, .. } = record.stage else {
        panic!("nothing was landed");
    };
    let flow = Flow::resume(pack(), record.header, &events).unwrap();
    let river = River {
        format: FORMAT,
        id: "r".to_owned(),
        title: String::new(),
        seats: Vec::new(),
    };
    Sitting::resume(flow, env(handed), river, record.rev, drafts)
}
