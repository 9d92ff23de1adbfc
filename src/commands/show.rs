//! `floe show ID`: what was kept.

use super::bank::place_title;
use super::rivers::titled;
use super::{Desk, Failure, json, mending};
use crate::session::Agreement;
use crate::session::{Item, Record, River, Seat, Stage, Substance};
use crate::store::shelf::Shelved;
use crate::words::{Key, Words};
use std::io::{self, Write};

pub(super) fn run(
    desk: &Desk,
    id: &str,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words = desk.words();
    if !as_json && let Some(code) = mending::offer_in_lines(desk, id, out)? {
        return Ok(code);
    }
    let listing = desk.listing()?;
    let found = listing.rivers.iter().find_map(|shelved| {
        let crossing = shelved
            .crossings
            .iter()
            .find(|record| record.header.id == id);
        (shelved.river.id == id || crossing.is_some()).then_some((shelved, crossing))
    });
    let trouble = listing.troubles.iter().find(|trouble| trouble.is_about(id));
    let Some((shelved, crossing)) = found else {
        return Err(match trouble {
            Some(trouble) => mending::failure(desk, trouble),
            None => Failure::new(words, Key::ErrUnknownId, &[("id", id)]),
        });
    };
    let written = match (crossing, as_json) {
        (Some(record), true) => {
            writeln!(out, "{}", json::kept(record))
        }
        (None, true) => writeln!(out, "{}", json::kept_of_river(shelved)),
        (Some(record), false) => record_in_words(desk, &shelved.river, record, out),
        (None, false) => river_in_words(desk, shelved, out),
    };
    written.map_err(|error| Failure::out(words, &error))?;
    // What could not be read of a river is told after what could.
    trouble.map_or(Ok(0), |trouble| Err(mending::failure(desk, trouble)))
}

fn river_in_words(desk: &Desk, shelved: &Shelved, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "{}  {}",
        titled(desk.words(), &shelved.river),
        shelved.river.seats.join(", ")
    )?;
    shelved
        .crossings
        .iter()
        .try_for_each(|record| record_in_words(desk, &shelved.river, record, out))
}

fn record_in_words(
    desk: &Desk,
    river: &River,
    record: &Record,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = desk.words();
    writeln!(out, "{}  {}", record.header.id, record.header.started.day())?;
    match &record.stage {
        Stage::Crossing { .. } => {
            writeln!(
                out,
                "    {}",
                words.say(Key::UnderWay, &[("title", &place_title(desk, record))])
            )?;
            writeln!(
                out,
                "    {}",
                words.say(
                    Key::HowToResume,
                    &[("id", &record.header.id), ("home", &desk.home_flag())]
                )
            )
        }
        Stage::Landed { kept, .. } if kept.is_empty() => {
            writeln!(out, "    {}", words.say(Key::NothingKept, &[]))
        }
        Stage::Landed { kept, .. } => kept.iter().try_for_each(|item| {
            item_in_words(words, item, whose(words, river, record, item), out)
        }),
    }
}

/// Of two people, who wrote an item, by name; both names where it belongs to both. None alone, and for the nameless.
fn whose(words: Words<'_>, river: &River, record: &Record, item: &Item) -> Option<String> {
    let header = &record.header;
    let name = |seat| match seat {
        Seat::First => header.me.as_ref().or(river.seats.first()),
        Seat::Second => header.other.as_ref().or(river.seats.get(1)),
    };
    match (header.is_pair(), item.shared) {
        (false, _) => None,
        (true, false) => name(item.seat).cloned(),
        (true, true) => {
            let [first, second] = Seat::BOTH.map(name);
            let blanks = [("first", first?.as_str()), ("second", second?)];
            Some(words.say(Key::BothNames, &blanks))
        }
    }
}

fn item_in_words(
    words: Words<'_>,
    item: &Item,
    whose: Option<String>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let label = item
        .label
        .clone()
        .unwrap_or_else(|| words.say(Key::of_item(item.kind), &[]));
    let lines = match &item.substance {
        Substance::Text(text) => text.lines().map(str::to_owned).collect(),
        Substance::Chosen(chosen) => vec![chosen.join(", ")],
        Substance::Agreement(agreement) => clauses(words, agreement),
        Substance::Mark(mark) => {
            let view = words.say(Key::of_view(mark.view), &[]);
            std::iter::once(view).chain(mark.note.clone()).collect()
        }
        Substance::Turn(turn) => vec![words.say(Key::of_fate(turn.to), &[])],
    };
    let mut lines = lines.iter();
    writeln!(
        out,
        "    {label}{}: {}",
        whose.map(|name| format!(" ({name})")).unwrap_or_default(),
        lines.next().map(String::as_str).unwrap_or_default()
    )?;
    lines.try_for_each(|line| writeln!(out, "        {line}"))
}

/// An agreement, a line for each of its clauses.
fn clauses(words: Words<'_>, agreement: &Agreement) -> Vec<String> {
    let looks_after = (!agreement.looks_after.is_empty()).then(|| agreement.looks_after.join(", "));
    let named = [
        (Key::ClauseInstead, &agreement.instead),
        (Key::ClauseWho, &agreement.who),
        (Key::ClauseWhen, &agreement.when),
        (Key::ClauseUntil, &agreement.until),
        (Key::ClauseSeenBy, &agreement.seen_by),
        (Key::ClauseLooksAfter, &looks_after),
        (Key::ClauseIfThen, &agreement.if_then),
        (Key::ClauseChangeBy, &agreement.change_by),
        (Key::ClauseTellBy, &agreement.tell_by),
        (Key::ClausePurpose, &agreement.purpose),
    ];
    let clause = |(key, text): (Key, &Option<String>)| {
        text.as_ref()
            .map(|text| format!("{}: {text}", words.say(key, &[])))
    };
    std::iter::once(agreement.text.clone())
        .chain(named.into_iter().filter_map(clause))
        .collect()
}

/// What was kept of a crossing, an item a paragraph.
pub(super) fn kept_lines(words: Words<'_>, river: &River, record: &Record) -> Vec<String> {
    let line = |item: &Item| paragraph(words, item, whose(words, river, record, item));
    record.kept().iter().map(line).collect()
}

/// What two people kept together: words of one of them aren't read out to both.
pub(super) fn kept_by_both(words: Words<'_>, record: &Record) -> Vec<String> {
    let shared = record.kept().iter().filter(|item| item.shared);
    shared.map(|item| paragraph(words, item, None)).collect()
}

fn paragraph(words: Words<'_>, item: &Item, whose: Option<String>) -> String {
    let mut line = Vec::new();
    // Writing into memory doesn't fail.
    let _ = item_in_words(words, item, whose, &mut line);
    let line = String::from_utf8_lossy(&line);
    line.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}
