//! A home with the river the README tells of: one crossing landed, one under way.

use floe::content::{Id, Mode};
use floe::session::{FORMAT, Header, Item, ItemKind, Record, River, Seat, Stage, Substance};
use floe::time::Moment;
use serde::Serialize;
use std::fs::File;
use std::io::Write;
use std::path::Path;

/// The folder, gone again when it is dropped.
pub(crate) fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("k3wq8ze");
    std::fs::create_dir(&folder).unwrap();
    let river = River {
        format: FORMAT,
        id: "k3wq8ze".to_owned(),
        title: "After Sunday lunch".to_owned(),
        seats: vec!["Sam".to_owned(), "Noor".to_owned()],
    };
    put(&folder.join("river.ron"), &river);
    put(
        &folder.join("m2hd4vt.ron"),
        &record(
            "m2hd4vt",
            "before_a_talk",
            Mode::Solo,
            "2026-11-09T19:30:00",
            landed(),
        ),
    );
    let under_way = Stage::Crossing {
        place: Some((Id::new("listening"), Id::new("give_it_back"))),
        events: Vec::new(),
        drafts: Vec::new(),
    };
    put(
        &folder.join("p7c2xrn.ron"),
        &record(
            "p7c2xrn",
            "crossing",
            Mode::Pair,
            "2026-11-23T14:02:00",
            under_way,
        ),
    );
    home
}

fn landed() -> Stage {
    Stage::Landed {
        ended: moment("2026-11-09T19:44:00"),
        kept: vec![
            item(
                "hidden_in_hard_part",
                ItemKind::Thanks,
                Substance::Text("You waited until I had finished.".to_owned()),
            ),
            item(
                "name_the_weather",
                ItemKind::Chosen,
                Substance::Chosen(vec!["afraid".to_owned(), "hopeful".to_owned()]),
            ),
        ],
        next: "2026-12-05".parse().ok(),
        far: None,
    }
}

fn item(step: &str, kind: ItemKind, substance: Substance) -> Item {
    Item {
        id: step.to_owned(),
        step: Id::new(step),
        seat: Seat::First,
        shared: false,
        kind,
        label: None,
        substance,
    }
}

fn record(id: &str, practice: &str, mode: Mode, started: &str, stage: Stage) -> Record {
    let header = Header {
        id: id.to_owned(),
        river: Some("k3wq8ze".to_owned()),
        title: Some("After Sunday lunch".to_owned()),
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        practice: Id::new(practice),
        pack: Id::new("floe"),
        language: "en".to_owned(),
        mode,
        started: moment(started),
        first_visit: false,
        seed: 7,
        brought: Vec::new(),
    };
    Record {
        format: FORMAT,
        rev: 1,
        header,
        stage,
    }
}

fn moment(text: &str) -> Moment {
    Moment(text.parse().unwrap())
}

fn put(path: &Path, value: &impl Serialize) {
    let text = ron::ser::to_string(value).unwrap();
    File::create(path)
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
}
