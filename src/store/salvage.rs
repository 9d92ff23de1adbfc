//! As much of a damaged crossing as can still be read.
//!
//! floe writes one thing a line, and as far to the right as it lies deep. So what is damaged can be told by its lines
//! from what isn't, also where a bracket or a quotation mark is among what was lost.

use crate::session::{Event, FORMAT, HalfTyped, Header, Item, Record, Stage};
use serde::de::DeserializeOwned;

/// How much further to the right each depth is written.
const STEP: usize = 4;
/// How deep the parts of a crossing lie; those of its stage; the things listed there.
const PART: usize = 1;
const LIST: usize = 2;
const THING: usize = 3;

/// What can be read of a crossing's file. Of one under way all that happened before the damage: what came later stands
/// on it. Of one that landed every item that is whole. None if nothing of either is.
pub(super) fn of(text: &str) -> Option<Record> {
    let lines: Vec<&str> = text.lines().collect();
    let format: u32 = value(&lines, PART, "format").unwrap_or(FORMAT);
    if format > FORMAT {
        return None;
    }
    let header: Header = value(&lines, PART, "header").or_else(|| without_one(&lines))?;
    let stage = match listed(&lines, "kept") {
        Some(kept) => {
            let whole: Vec<Item> = kept.iter().filter_map(|thing| read(thing)).collect();
            if whole.is_empty() && !kept.is_empty() {
                return None;
            }
            Stage::Landed {
                ended: value(&lines, LIST, "ended").unwrap_or(header.started),
                next: value(&lines, LIST, "next").unwrap_or_default(),
                far: value(&lines, LIST, "far").unwrap_or_default(),
                kept: whole,
            }
        }
        None => {
            let events = listed(&lines, "events")?;
            let events: Vec<Event> = events.iter().map_while(|thing| read(thing)).collect();
            let drafts = listed(&lines, "drafts").unwrap_or_default();
            let drafts: Vec<HalfTyped> = drafts.iter().filter_map(|thing| read(thing)).collect();
            if events.is_empty() && drafts.is_empty() {
                return None;
            }
            Stage::Crossing {
                place: value(&lines, LIST, "place").unwrap_or_default(),
                events,
                drafts,
            }
        }
    };
    Some(Record {
        format,
        rev: value(&lines, PART, "rev").unwrap_or_default(),
        header,
        stage,
    })
}

/// How deep a line lies; None for one that is empty or was never written like this.
fn depth(line: &str) -> Option<usize> {
    let spaces = line.len() - line.trim_start_matches(' ').len();
    (spaces < line.len() && spaces.is_multiple_of(STEP)).then_some(spaces / STEP)
}

fn closes(line: &str) -> bool {
    line.trim_start().starts_with([')', ']', '}'])
}

/// The things that begin at a depth, from the first line on, until what they lie in is closed. A line that lies nowhere
/// belongs to the thing before it.
fn things<'l, 't>(lines: &'l [&'t str], at: usize) -> Vec<&'l [&'t str]> {
    let is_end = |line: &&str| depth(line).is_some_and(|depth| depth < at) && closes(line);
    let end = lines.iter().position(is_end).unwrap_or(lines.len());
    let begins = |index: &usize| {
        lines
            .get(*index)
            .is_some_and(|line| depth(line) == Some(at) && !closes(line))
    };
    let starts: Vec<usize> = (0..end).filter(begins).collect();
    let ends = starts.iter().skip(1).copied().chain([end]);
    let pieces = starts.iter().zip(ends);
    pieces
        .filter_map(|(start, end)| lines.get(*start..end))
        .collect()
}

/// The lines from the one on that begins with this name, at a depth.
fn named<'l, 't>(lines: &'l [&'t str], at: usize, name: &str) -> Option<&'l [&'t str]> {
    let is_it = |line: &&str| {
        let rest = line.trim_start().strip_prefix(name);
        depth(line) == Some(at) && rest.is_some_and(|rest| rest.starts_with(": "))
    };
    lines.get(lines.iter().position(is_it)?..)
}

/// The value of a name at a depth, if it is whole.
fn value<T: DeserializeOwned>(lines: &[&str], at: usize, name: &str) -> Option<T> {
    let lines = named(lines, at, name)?;
    let thing = things(lines, at).first()?.join("\n");
    let (_, value) = thing.split_once(':')?;
    ron::from_str(value.trim().trim_end_matches(',')).ok()
}

/// What is listed under a name, each thing by its lines; None if there is no such list.
fn listed<'l, 't>(lines: &'l [&'t str], name: &str) -> Option<Vec<&'l [&'t str]>> {
    let (head, rest) = named(lines, LIST, name)?.split_first()?;
    match head.split_once(": ")?.1 {
        "[" => Some(things(rest, THING)),
        _ => Some(Vec::new()),
    }
}

fn read<T: DeserializeOwned>(lines: &[&str]) -> Option<T> {
    let thing = lines.join("\n");
    ron::from_str(thing.trim().trim_end_matches(',')).ok()
}

/// The header without one of its lines, if that is enough for it to be read.
fn without_one(lines: &[&str]) -> Option<Header> {
    let header = *things(named(lines, PART, "header")?, PART).first()?;
    (1..header.len()).find_map(|left_out| {
        let (before, rest) = header.split_at_checked(left_out)?;
        let lines = [before, rest.get(1..)?].concat();
        value(&lines, PART, "header")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Id;
    use crate::session::{Reply, Seat, Sight};

    fn written(stage: &str) -> String {
        format!(
            "(\n    format: 2,\n    rev: 9,\n    header: (\n        id: \"m2hd4vt\",\n        practice: \"crossing\",\n        \
             pack: \"floe\",\n        language: \"en\",\n        mode: Solo,\n        started: \"2026-11-09T19:30:00\",\n        \
             seed: 7,\n    ),\n    stage: {stage},\n)\n"
        )
    }

    fn under_way() -> String {
        let event = |ask: &str| {
            format!(
                "            Answered(\n                seat: First,\n                sight: Open,\n                \
                 ask: \"{ask}\",\n                field: 0,\n                reply: Words(\"said ] at {ask}\"),\n            ),\n"
            )
        };
        let events: String = ["one", "two", "three"].map(event).concat();
        written(&format!(
            "Crossing(\n        place: Some((\"near\", \"one\")),\n        events: [\n{events}            Back,\n        ],\n        \
             drafts: [\n            (\n                ask: \"four\",\n                field: 0,\n                round: 0,\n                \
             seat: None,\n                text: \"half\",\n            ),\n        ],\n    )"
        ))
    }

    fn landed() -> String {
        let item = |id: &str| {
            format!(
                "            (\n                id: \"{id}\",\n                step: \"carry\",\n                seat: First,\n                \
                 shared: false,\n                kind: carry,\n                label: None,\n                \
                 substance: Text(\"the words of {id}\"),\n            ),\n"
            )
        };
        let kept: String = ["a", "b", "c"].map(item).concat();
        written(&format!(
            "Landed(\n        ended: \"2026-11-09T19:44:00\",\n        kept: [\n{kept}        ],\n        \
             next: Some(\"2026-12-05\"),\n        far: None,\n    )"
        ))
    }

    fn said(text: &str) -> Option<(Vec<String>, usize)> {
        match of(text)?.stage {
            Stage::Crossing { events, drafts, .. } => {
                let asks = events.iter().map(|event| match event {
                    Event::Answered { ask, .. } => ask.to_string(),
                    _ => "back".to_owned(),
                });
                Some((asks.collect(), drafts.len()))
            }
            Stage::Landed { .. } => None,
        }
    }

    fn kept(text: &str) -> Option<Vec<String>> {
        let record = of(text)?;
        Some(record.kept().iter().map(|item| item.id.clone()).collect())
    }

    #[test]
    fn a_whole_file_is_read_as_it_is() {
        for text in [under_way(), landed()] {
            assert_eq!(of(&text), Some(ron::from_str(&text).unwrap()));
        }
        let first = Event::Answered {
            seat: Seat::First,
            sight: Sight::Open,
            ask: Id::new("one"),
            field: 0,
            reply: Reply::Words("said ] at one".to_owned()),
        };
        let Stage::Crossing { events, .. } = of(&under_way()).unwrap().stage else {
            panic!("it is under way");
        };
        assert_eq!(events.first(), Some(&first));
    }

    #[test]
    fn of_a_crossing_under_way_what_happened_before_the_damage_is_left() {
        let text = under_way();
        for (whole, damaged) in [
            ("ask: \"two\"", "ask: \"tw"),
            (
                "reply: Words(\"said ] at two\")",
                "reply: Wrds(\"said ] at two\")",
            ),
            (
                "reply: Words(\"said ] at two\"),\n            ),\n",
                "\u{fffd}\u{fffd}\u{fffd}\n",
            ),
        ] {
            let text = text.replace(whole, damaged);
            assert!(ron::from_str::<Record>(&text).is_err(), "{damaged}");
            assert_eq!(said(&text), Some((vec!["one".to_owned()], 1)), "{damaged}");
        }
        let (cut, _) = text.split_once("said ] at three").unwrap();
        assert_eq!(
            said(cut),
            Some((vec!["one".to_owned(), "two".to_owned()], 0))
        );
    }

    #[test]
    fn of_a_landed_one_every_whole_item_is_left() {
        let text = landed();
        for damaged in [
            text.replace("\"the words of b\"", "\"the words of b"),
            text.replace("                id: \"b\",\n", ""),
            text.replace("id: \"b\"", "id: \"b\", wish: 3"),
            text.replace("kind: carry,\n                label: None,\n                substance: Text(\"the words of b\")", "\0"),
        ] {
            assert_eq!(kept(&damaged), Some(vec!["a".to_owned(), "c".to_owned()]), "{damaged}");
            let record = of(&damaged).unwrap();
            assert_eq!(record.next(), of(&text).unwrap().next());
            assert_eq!(record.rev, 9);
        }
    }

    #[test]
    fn a_header_is_read_without_a_line_nobody_knows() {
        let text = landed().replace("    seed: 7,", "    seed: 7,\n        unheard_of: 3,");
        assert!(ron::from_str::<Record>(&text).is_err());
        assert_eq!(kept(&text).unwrap().len(), 3);
        assert_eq!(of(&landed().replace("        pack: \"floe\",\n", "")), None);
    }

    #[test]
    fn of_nothing_and_of_newer_formats_nothing_is_read() {
        for text in [
            "",
            "\0\0\0",
            "garbage",
            &landed().replace("format: 2", "format: 99"),
            &under_way()
                .replace("Answered", "Anwsered")
                .replace("half", "half\"\""),
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
