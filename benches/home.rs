//! What opening a home costs: the first screen with its rivers, over ten crossings and over ten thousand, in a few
//! rivers and in one.

#![allow(
    clippy::unwrap_used,
    dead_code,
    reason = "a measurement that can't be set up has nothing to tell"
)]

mod homes;

use criterion::Criterion;
use floe::content::library;
use floe::runtime::{Bank, Guide as _, RiverLine};
use floe::store::home::Home;
use floe::store::shelf::Shelves;
use floe::time::Moment;
use homes::{moment, with_crossings};
use std::hint::black_box;
use std::sync::Arc;

fn main() {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    for (rivers, each, named) in [
        (1, 10, "10 crossings in one river"),
        (10, 1, "10 crossings in 10 rivers"),
        (1, 10_000, "10,000 crossings in one river"),
        (10, 1000, "10,000 crossings in 10 rivers"),
        (100, 100, "10,000 crossings in 100 rivers"),
    ] {
        let home = with_crossings(rivers, each);
        let shelves = Shelves::of(Home::at(home.path()));
        criterion.bench_function(&format!("first rows of {named}"), |bencher| {
            bencher.iter(|| shelves.rows().unwrap());
        });
        criterion.bench_function(&format!("open a home of {named}"), |bencher| {
            bencher.iter(|| open(&shelves));
        });
    }
    criterion.final_summary();
}

/// Everything from the words of the first screen to its page.
fn open(shelves: &Shelves) -> usize {
    let cover = Arc::new(library::cover(floe::content::Language::ENGLISH).unwrap());
    let line = |row: floe::store::index::Row| RiverLine {
        id: row.river.id,
        title: row.river.title,
        under_way: None,
        last: row.all.last.map(Moment::day),
        next: row.all.next,
    };
    let rows = shelves.rows().unwrap();
    let lines = rows.into_iter().map(line).collect();
    let today = moment(1).day();
    let bank = Bank::new(cover, lines, today, shelves.is_untouched());
    black_box(bank.page()).foot.len()
}
