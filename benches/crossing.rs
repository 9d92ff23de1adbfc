//! What a crossing costs before anything is drawn: reading the content, an answer, a page, taking it up again.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a measurement that can't be set up has nothing to tell"
)]

#[path = "../tests/walk/mod.rs"]
mod walk;

use criterion::{BatchSize, Criterion};
use floe::content::library;
use floe::flow::{Event, Flow};
use floe::session::{Record, Seat, Sight, Stage};
use floe::words::KEYS;
use std::hint::black_box;
use std::sync::Arc;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    content(&mut criterion);
    beginning(&mut criterion);
    late(&mut criterion);
    criterion.final_summary();
}

/// A whole crossing as it is saved just before the landing.
fn draft() -> Record {
    let (mut sitting, kept) = walk::sit_down(&walk::pack(), "crossing");
    walk::walk(&mut sitting, |page| page.key.ask == "land");
    let record = kept.lock().unwrap().take();
    record.unwrap()
}

fn events(record: &Record) -> &[Event] {
    match &record.stage {
        Stage::Crossing { events, .. } => events,
        Stage::Landed { .. } => &[],
    }
}

fn content(criterion: &mut Criterion) {
    criterion.bench_function("read what the first screen needs", |bencher| {
        bencher.iter(|| library::cover(floe::content::Language::ENGLISH));
    });
    criterion.bench_function("read the bundled pack, to walk through it", |bencher| {
        bencher.iter(|| library::whole(floe::content::Language::ENGLISH));
    });
    criterion.bench_function("read and check the bundled pack", |bencher| {
        bencher.iter(|| library::bundled(floe::content::Language::ENGLISH, KEYS));
    });
}

fn beginning(criterion: &mut Criterion) {
    let pack = walk::pack();
    let begin = || Flow::begin(Arc::clone(&pack), walk::header("crossing"), true).unwrap();
    criterion.bench_function("begin a crossing and build its first page", |bencher| {
        bencher.iter(|| black_box(begin()).page());
    });
}

fn late(criterion: &mut Criterion) {
    let pack = walk::pack();
    let record = draft();
    let events = events(&record);
    let resume = || Flow::resume(Arc::clone(&pack), record.header.clone(), events).unwrap();
    let flow = resume();
    let page = flow.page();

    criterion.bench_function("take up a whole crossing: replay its events", |bencher| {
        bencher.iter(resume);
    });
    criterion.bench_function("build a page late in a crossing", |bencher| {
        bencher.iter(|| flow.page());
    });
    let answered = Event::Answered {
        seat: Seat::First,
        sight: Sight::Open,
        ask: page.key.ask.clone(),
        field: page.key.field,
        reply: walk::answer(&page),
    };
    criterion.bench_function("take in one answer late in a crossing", |bencher| {
        bencher.iter_batched(
            || (flow.clone(), answered.clone()),
            |(mut flow, answered)| {
                let effects = flow.apply(answered);
                (flow, effects)
            },
            BatchSize::SmallInput,
        );
    });
    criterion.bench_function("write a whole crossing down as text", |bencher| {
        bencher.iter(|| encode(&record));
    });
}

/// As the shelf writes it.
fn encode(record: &Record) -> String {
    let pretty = ron::ser::PrettyConfig::new()
        .struct_names(false)
        .escape_strings(true);
    ron::ser::to_string_pretty(record, pretty).unwrap()
}
