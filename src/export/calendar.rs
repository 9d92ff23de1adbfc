//! A calendar other programs read (RFC 5545): the day to look again, and the days agreements name, as whole days.
//!
//! Calendars are seen by others, so no word of anybody's is in it. The same event has the same id for good: taken in
//! a second time it takes its own place.

use super::leaflet::Leaflet;
use crate::content::Pack;
use crate::ledger::days as named_days;
use crate::text::clean;
use crate::words::{Key, Words};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::BTreeSet;

/// Bytes of a line at the most, its end left out.
const LINE: usize = 75;

struct Event {
    id: String,
    day: NaiveDate,
    /// When what it stands for was written. A calendar wants it in world time; the record has no zone, and it only
    /// tells earlier from later here.
    written: NaiveDateTime,
    title: Key,
}

/// The leaflet's days as a calendar; None where no day is named, for a calendar can't be empty.
#[must_use]
pub fn calendar(leaflet: &Leaflet, pack: &Pack) -> Option<String> {
    let events = events(leaflet);
    if events.is_empty() {
        return None;
    }
    let words = Words::of(pack);
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//floe//floe//EN");
    lines.put("CALSCALE", "GREGORIAN");
    for event in events {
        let last = event.day.succ_opt().unwrap_or(event.day);
        lines.put("BEGIN", "VEVENT");
        lines.put("UID", &format!("{}@floe", event.id));
        lines.put(
            "DTSTAMP",
            &event.written.format("%Y%m%dT%H%M%SZ").to_string(),
        );
        lines.put(
            "DTSTART;VALUE=DATE",
            &event.day.format("%Y%m%d").to_string(),
        );
        lines.put("DTEND;VALUE=DATE", &last.format("%Y%m%d").to_string());
        lines.put("SUMMARY", &escaped(&words.say(event.title, &[])));
        lines.put("CLASS", "PRIVATE");
        lines.put("TRANSP", "TRANSPARENT");
        lines.put("END", "VEVENT");
    }
    lines.put("END", "VCALENDAR");
    Some(lines.0)
}

fn events(leaflet: &Leaflet) -> Vec<Event> {
    let look = leaflet.next.iter().map(|next| Event {
        id: format!("{}.look", next.crossing),
        day: next.day,
        written: next.at,
        title: Key::CalendarLook,
    });
    let mut events: Vec<Event> = look.collect();
    for promised in &leaflet.agreements {
        let entry = &promised.entry;
        let Some(version) = entry.standing().filter(|_| entry.over.is_none()) else {
            continue;
        };
        let mut days = BTreeSet::new();
        for (clause, day) in named_days(&version.agreement) {
            // A day two clauses name is one day.
            if days.insert(day) {
                events.push(Event {
                    id: format!("{}.{clause}", entry.id),
                    day,
                    written: version.at.0,
                    title: Key::CalendarDay,
                });
            }
        }
    }
    events
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '\\' | ',' | ';' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            c => safe.push(c),
        }
    }
    safe
}

/// Lines with their ends, folded where they are too long.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in format!("{name}:{value}").chars() {
            if length + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_cannot_open_a_line_of_its_own() {
        assert_eq!(
            escaped("a,b;c\\d\r\nEND:VEVENT\u{2028}e\u{0}"),
            "a\\,b\\;c\\\\d\\nEND:VEVENT\\ne\u{fffd}"
        );
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        for text in ["x".repeat(300), "é".repeat(120), "👩‍🚀 ".repeat(40)] {
            let mut lines = Lines::default();
            lines.put("SUMMARY", &text);
            let folded = lines.0;
            assert!(folded.ends_with("\r\n"));
            assert!(
                folded.split("\r\n").all(|line| line.len() <= LINE),
                "{folded}"
            );
            assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
    }
}
