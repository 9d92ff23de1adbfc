//! What opening a home costs: the first screen with its rivers, over ten crossings and over ten thousand, in a few
//! rivers and in one.

#![allow(
    clippy::unwrap_used,
    reason = "a measurement that can't be set up has nothing to tell"
)]

use criterion::Criterion;
use floe::content::{Id, Mode, library};
use floe::runtime::{Bank, Guide as _, RiverLine};
use floe::session::{
    Agreement, FORMAT, Header, Item, ItemKind, Record, River, Seat, Stage, Substance,
};
use floe::store::desk::Desk;
use floe::store::home::Home;
use floe::store::saver::Older;
use floe::store::shelf::Shelves;
use floe::time::Moment;
use std::fs::File;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

fn main() {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    for (rivers, each, named) in [
        (1, 10, "10 crossings in one river"),
        (10, 1, "10 crossings in 10 rivers"),
        (1, 10_000, "10,000 crossings in one river"),
        (10, 1000, "10,000 crossings in 10 rivers"),
        (100, 100, "10,000 crossings in 100 rivers"),
    ] {
        let home = home(rivers, each);
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

/// A home with so many rivers of so many crossings, the last of each saved as a sitting does.
fn home(rivers: usize, each: usize) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    for river in 0..rivers {
        let id = floe::chance::short_id(river as u64 * 0x9e37_79b9 + 1);
        let folder = home.path().join(&id);
        std::fs::create_dir(&folder).unwrap();
        let river = River {
            format: FORMAT,
            id: id.clone(),
            title: format!("After Sunday lunch, {river}"),
            seats: vec!["Sam".to_owned(), "Noor".to_owned()],
        };
        put(&folder.join("river.ron"), &river);
        for number in 1..each {
            let record = record(&id, number);
            put(&folder.join(format!("{}.ron", record.header.id)), &record);
        }
    }
    // One save, as at the end of a sitting.
    let shelves = Shelves::of(Home::at(home.path()));
    let first = shelves.ids().unwrap().remove(0);
    let river = shelves.river(&first).unwrap().river;
    let mut desk = Desk::fresh(shelves, None);
    desk.keep(&record(&first, each + 7), &river, Older::Melt);
    drop(desk);
    assert!(home.path().join("index.ron").exists());
    home
}

fn put(path: &Path, value: &impl serde::Serialize) {
    let pretty = ron::ser::PrettyConfig::new()
        .struct_names(false)
        .escape_strings(true);
    let text = ron::ser::to_string_pretty(value, pretty).unwrap();
    File::create(path)
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
}

fn moment(number: usize) -> Moment {
    let start = chrono::NaiveDate::from_ymd_opt(2026, 1, 1)
        .unwrap()
        .and_hms_opt(19, 30, 0)
        .unwrap();
    Moment(start + chrono::TimeDelta::hours(i64::try_from(number).unwrap()))
}

/// A landed crossing, as most people leave one.
fn record(river: &str, number: usize) -> Record {
    let item = |id: &str, kind, substance| Item {
        id: id.to_owned(),
        step: Id::new("one_thing"),
        seat: Seat::First,
        shared: false,
        kind,
        label: None,
        substance,
    };
    let text = "You waited until I had finished.".to_owned();
    let agreement = Agreement {
        text: "I tell you before you ask.".to_owned(),
        who: Some("Sam".to_owned()),
        until: Some("until 2027-06-30".to_owned()),
        seen_by: Some("You hear it from me first.".to_owned()),
        ..Agreement::default()
    };
    let kept = vec![
        item(
            "agreement",
            ItemKind::Agreement,
            Substance::Agreement(Box::new(agreement)),
        ),
        item(
            "thanks_for#0",
            ItemKind::Thanks,
            Substance::Text(text.clone()),
        ),
        item("carry#0", ItemKind::Carry, Substance::Text(text)),
    ];
    Record {
        format: FORMAT,
        rev: 1,
        header: Header {
            id: floe::chance::short_id(number as u64 * 0x1_0001 + 3),
            river: Some(river.to_owned()),
            title: Some("After Sunday lunch".to_owned()),
            me: Some("Sam".to_owned()),
            other: Some("Noor".to_owned()),
            practice: Id::new("crossing"),
            pack: Id::new("floe"),
            language: "en".to_owned(),
            mode: if number.is_multiple_of(2) {
                Mode::Pair
            } else {
                Mode::Solo
            },
            started: moment(number),
            first_visit: false,
            seed: 7,
            brought: Vec::new(),
        },
        stage: Stage::Landed {
            ended: moment(number),
            kept,
            next: None,
            far: None,
        },
    }
}
