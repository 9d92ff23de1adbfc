//! The calendar as another program reads it: unfolded, split into names, parameters and values, held to RFC 5545.

use crate::shelf::{self, HOSTILE, Shelf, at};
use floe::content::{Catalogue, Pack, library};
use floe::export::{Leaflet, Promised, calendar};
use floe::session::{Agreement, Seat};
use std::collections::{BTreeMap, BTreeSet};

/// An event: its properties, without their parameters.
type Event = BTreeMap<String, String>;

/// Reads a calendar strictly.
fn read(text: &str) -> Vec<Event> {
    assert!(text.ends_with("\r\n"));
    assert!(
        !text.replace("\r\n", "").contains(['\r', '\n']),
        "a bare line end"
    );
    assert!(
        text.split("\r\n").all(|line| line.len() <= 75),
        "a line too long"
    );
    let unfolded = text.replace("\r\n ", "");
    let mut lines = unfolded.split_terminator("\r\n");
    assert_eq!(lines.next(), Some("BEGIN:VCALENDAR"));
    let mut events: Vec<Event> = Vec::new();
    let (mut of_calendar, mut inside) = (Event::new(), false);
    for line in lines {
        let (name, value) = line.split_once(':').unwrap();
        match (name, value) {
            ("BEGIN", "VEVENT") if !inside => {
                inside = true;
                events.push(Event::new());
            }
            ("END", "VEVENT") if inside => inside = false,
            ("END", "VCALENDAR") if !inside => break,
            ("BEGIN" | "END", other) => panic!("{other}"),
            _ => {
                let properties = match inside {
                    true => events.last_mut().unwrap(),
                    false => &mut of_calendar,
                };
                let (name, parameter) = name.split_once(';').unwrap_or((name, ""));
                assert_eq!(
                    parameter == "VALUE=DATE",
                    name.starts_with("DT") && name != "DTSTAMP"
                );
                let twice = properties.insert(name.to_owned(), value.to_owned());
                assert_eq!(twice, None, "{name}");
            }
        }
    }
    assert!(unfolded.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(of_calendar["VERSION"], "2.0");
    assert!(of_calendar.contains_key("PRODID"));
    assert!(!events.is_empty(), "a calendar can't be empty");
    events
}

fn pack() -> Pack {
    library::cover(floe::content::Language::ENGLISH).unwrap()
}

fn written(shelf: &Shelf) -> Option<String> {
    let leaflet = Leaflet::of_river(&shelf.river, &shelf.crossings);
    calendar(&leaflet, &pack())
}

#[test]
fn every_event_is_a_whole_day_with_an_id_of_its_own() {
    for shelf in [shelf::a_year_of_two(), shelf::alone(), shelf::hostile()] {
        let events = read(&written(&shelf).unwrap());
        let ids: BTreeSet<&String> = events.iter().map(|event| &event["UID"]).collect();
        assert_eq!(ids.len(), events.len());
        for event in &events {
            let day =
                |name: &str| chrono::NaiveDate::parse_from_str(&event[name], "%Y%m%d").unwrap();
            assert_eq!(Some(day("DTEND")), day("DTSTART").succ_opt());
            let stamp = &event["DTSTAMP"];
            assert!(chrono::NaiveDateTime::parse_from_str(stamp, "%Y%m%dT%H%M%SZ").is_ok());
        }
    }
}

#[test]
fn nobodys_words_are_in_it() {
    let titles = ["A look at the river", "A day named at the river"];
    for shelf in [shelf::a_year_of_two(), shelf::alone(), shelf::hostile()] {
        let text = written(&shelf).unwrap();
        for event in read(&text) {
            assert!(titles.contains(&event["SUMMARY"].as_str()), "{event:?}");
        }
        for word in ["Noor", "health", "Sunday", "owned", "script"] {
            assert!(!text.contains(word), "{word}");
        }
        assert!(HOSTILE.iter().all(|hostile| !text.contains(hostile)));
    }
}

#[test]
fn days_come_from_the_clauses_of_the_version_that_stands() {
    let events = read(&written(&shelf::a_year_of_two()).unwrap());
    let told: Vec<(&str, &str)> = events
        .iter()
        .map(|event| (event["UID"].as_str(), event["DTSTART"].as_str()))
        .collect();
    let expected = [
        ("z8y7x6w.look@floe", "20260614"),
        ("p7c2xrn.1.until@floe", "20260630"),
        ("p7c2xrn.1.change@floe", "20260531"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_crossing_and_its_river_name_the_same_events() {
    let shelf = shelf::a_year_of_two();
    let one = Leaflet::of_crossing(&shelf.river, &shelf.crossings, "z8y7x6w").unwrap();
    let one = read(&calendar(&one, &pack()).unwrap());
    let all = read(&written(&shelf).unwrap());
    assert_eq!(one, all);
}

#[test]
fn what_is_over_names_no_day_and_a_day_named_twice_is_one() {
    let mut leaflet = Leaflet::of_river(&shelf::empty().river, &[]);
    let agreement = Agreement {
        when: Some("on 2026-03-01".to_owned()),
        until: Some("2026-03-01 at the latest".to_owned()),
        tell_by: Some("in two weeks".to_owned()),
        ..Agreement::default()
    };
    let version = floe::ledger::Version {
        crossing: "e1e1e1e".to_owned(),
        at: at("2026-01-09", "20:15"),
        agreement,
    };
    let entry = floe::ledger::Entry {
        id: "e1e1e1e.1".to_owned(),
        by: Seat::First,
        versions: vec![version],
        marks: Vec::new(),
        over: None,
    };
    leaflet.agreements.push(Promised {
        life: entry.life(),
        entry,
    });
    let written = calendar(&leaflet, &pack()).unwrap();
    assert_eq!(read(&written).len(), 1);
    let day = "2026-02-01".parse().unwrap();
    leaflet.agreements[0].entry.over = Some((day, floe::session::Fate::Ended));
    assert_eq!(calendar(&leaflet, &pack()), None);
}

#[test]
fn where_no_day_is_named_there_is_no_calendar() {
    assert_eq!(written(&shelf::empty()), None);
}

#[test]
fn a_packs_own_titles_are_escaped_and_folded() {
    let mut pack = pack();
    let title = "Ein Blick, auf; den \\ Fluß\nEND:VEVENT ".repeat(5);
    pack.words = Catalogue::from([("calendar_look", title.as_str())]);
    let shelf = shelf::a_year_of_two();
    let leaflet = Leaflet::of_river(&shelf.river, &shelf.crossings);
    let events = read(&calendar(&leaflet, &pack).unwrap());
    let plain = events[0]["SUMMARY"]
        .replace("\\n", "\n")
        .replace("\\,", ",")
        .replace("\\;", ";")
        .replace("\\\\", "\\");
    assert_eq!(plain, title);
}
