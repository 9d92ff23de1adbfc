//! A crossing at a made-up keyboard: a clock that stands still, a shelf in memory, and somebody who answers everything.

use chrono::NaiveDate;
use floe::content::{Id, Mode, Pack, library};
use floe::flow::{AskView, Flow, Page, Reply};
use floe::runtime::env::{Clock, Entropy, Env, Shelf, Status, Wanted};
use floe::runtime::{Act, Ended, Guide, Sitting};
use floe::session::{FORMAT, Header, Record, River};
use floe::time::Moment;
use floe::words::KEYS;
use std::sync::{Arc, Mutex};

/// What somebody writes where words are asked for.
pub(crate) const WORDS: &str = "You trusted me with it, and you found out at the table.";

/// The bundled pack.
pub(crate) fn pack() -> Arc<Pack> {
    match library::bundled(floe::content::Language::ENGLISH, KEYS) {
        Ok(pack) => Arc::new(pack),
        Err(problems) => panic!("{} problems in the bundled pack", problems.len()),
    }
}

/// Half past two on a day in November.
pub(crate) fn moment() -> Moment {
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    Moment(day.and_hms_opt(14, 2, 0).unwrap_or_default())
}

/// What is known when Sam begins alone.
pub(crate) fn header(practice: &str) -> Header {
    Header {
        id: "m2hd4vt".to_owned(),
        river: None,
        title: Some("After Sunday lunch".to_owned()),
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        practice: Id::new(practice),
        pack: Id::new("floe"),
        language: "en".to_owned(),
        mode: Mode::Solo,
        started: moment(),
        first_visit: false,
        seed: 7,
        brought: Vec::new(),
    }
}

/// What was handed over to be saved, the latest version.
pub(crate) type Kept = Arc<Mutex<Option<Record>>>;

/// Somebody sits down alone to a practice of the bundled pack.
pub(crate) fn sit_down(pack: &Arc<Pack>, practice: &str) -> (Sitting, Kept) {
    let kept = Kept::default();
    let flow = Flow::begin(Arc::clone(pack), header(practice), true);
    let env = Env {
        clock: Box::new(Stopped),
        entropy: Box::new(Counting(0)),
        shelf: Box::new(InMemory(Arc::clone(&kept))),
    };
    match flow {
        Some(flow) => (Sitting::begin(flow, env, Vec::new()), kept),
        None => panic!("no practice called {practice}"),
    }
}

/// Answers page after page until this says so, or it ends. Tells how it ended, if it did.
pub(crate) fn walk(sitting: &mut Sitting, mut until: impl FnMut(&Page) -> bool) -> Option<Ended> {
    for _ in 0..1000 {
        let page = sitting.page();
        if until(&page) {
            return None;
        }
        let ended = sitting.act(Act::Reply(answer(&page))).ends;
        if ended.is_some() {
            return ended;
        }
    }
    panic!("no end after a thousand pages");
}

/// An answer that fits a page and leads on.
pub(crate) fn answer(page: &Page) -> Reply {
    match &page.ask {
        AskView::Show
        | AskView::Quiet { .. }
        | AskView::Keep { .. }
        | AskView::Curtain { .. }
        | AskView::Both { .. } => Reply::Went,
        AskView::Confirm { .. } => Reply::Chose(Id::new("yes")),
        AskView::Line | AskView::Text | AskView::Blank { .. } => Reply::Words(WORDS.to_owned()),
        AskView::Pick { groups, .. } => {
            let words = groups.iter().flat_map(|group| &group.words);
            Reply::Picked(words.take(1).cloned().collect())
        }
        AskView::Choice { options, .. } => {
            // Where a choice could end the walk early or lead round and round, the way on.
            let leading_on = ["on", "core", "whole", "cross", "carry_on", "enough", "land"];
            let ids = || options.iter().map(|option| &option.id);
            let on = ids().find(|id| leading_on.contains(&id.as_str()));
            Reply::Chose(
                on.or_else(|| ids().next())
                    .cloned()
                    .unwrap_or_else(|| Id::new("yes")),
            )
        }
    }
}

struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Moment {
        moment()
    }
}

struct Counting(u64);

impl Entropy for Counting {
    fn draw(&mut self) -> u64 {
        self.0 += 1;
        self.0
    }
}

struct InMemory(Kept);

impl InMemory {
    fn put(&self, record: Option<&Record>) {
        if let Ok(mut kept) = self.0.lock() {
            *kept = record.cloned();
        }
    }
}

impl Shelf for InMemory {
    fn river_for(&mut self, wanted: &Wanted<'_>) -> River {
        let seats = [wanted.me, wanted.other].into_iter().flatten();
        River {
            format: FORMAT,
            id: wanted.new_id.to_owned(),
            title: wanted.title.unwrap_or_default().to_owned(),
            seats: seats.map(str::to_owned).collect(),
        }
    }

    fn keep(&mut self, record: &Record, _: &River) {
        self.put(Some(record));
    }

    fn land(&mut self, record: &Record, _: &River) {
        self.put(Some(record));
    }

    fn remove(&mut self, _: &Record) {
        self.put(None);
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
