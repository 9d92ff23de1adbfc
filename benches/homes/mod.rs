//! Homes to measure with: of as many crossings as one likes.

use floe::content::{Id, Mode};
use floe::session::{
    Agreement, FORMAT, Header, Item, ItemKind, Record, River, Seat, Stage, Substance,
};
use floe::store::desk::Desk;
use floe::store::home::Home;
use floe::store::saver::Older;
use floe::store::shelf::Shelves;
use floe::time::Moment;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use tempfile::TempDir;

/// A home with so many rivers of so many crossings, the last of each saved as a sitting does.
pub(crate) fn with_crossings(rivers: usize, each: usize) -> TempDir {
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

/// Puts a crossing into a home, with a river of its own.
pub(crate) fn put_crossing(home: &Path, record: &Record) {
    let mut record = record.clone();
    let id = record
        .header
        .river
        .get_or_insert_with(|| floe::chance::short_id(7))
        .clone();
    let folder = home.join(&id);
    std::fs::create_dir_all(&folder).unwrap();
    let river = River {
        format: FORMAT,
        id,
        title: record.header.title.clone().unwrap_or_default(),
        seats: vec!["Sam".to_owned(), "Noor".to_owned()],
    };
    put(&folder.join("river.ron"), &river);
    put(&folder.join(format!("{}.ron", record.header.id)), &record);
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

pub(crate) fn moment(number: usize) -> Moment {
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
