//! `floe rivers`: every river and its crossings.

use super::bank::place_title;
use super::{Desk, Failure, json, mending};
use crate::session::{Record, River, Stage};
use crate::words::{Key, Words};
use std::io::{self, Write};

pub(super) fn run(desk: &Desk, as_json: bool, out: &mut dyn Write) -> Result<u8, Failure> {
    let words = desk.words();
    let listing = desk.listing()?;
    let written = if as_json {
        writeln!(out, "{}", json::rivers(&listing.rivers))
    } else {
        listing.rivers.iter().try_for_each(|shelved| {
            let title = titled(words, &shelved.river);
            let seats = shelved.river.seats.join(", ");
            writeln!(
                out,
                "{}  {title}{}{seats}",
                shelved.river.id,
                if seats.is_empty() { "" } else { "  " }
            )?;
            shelved
                .crossings
                .iter()
                .try_for_each(|record| crossing(desk, record, out))?;
            if desk.shelves.copies(&shelved.river.id).is_empty() {
                return Ok(());
            }
            writeln!(out, "    {}", words.say(Key::RiverCopies, &[]))
        })
    };
    written.map_err(|error| Failure::out(words, &error))?;
    if listing.rivers.is_empty() && !as_json {
        writeln!(out, "{}", words.say(Key::NoRivers, &[]))
            .map_err(|error| Failure::out(words, &error))?;
    }
    // What could not be read is told after everything that could.
    match listing.troubles.first() {
        Some(trouble) => Err(mending::failure(desk, trouble)),
        None => Ok(0),
    }
}

fn crossing(desk: &Desk, record: &Record, out: &mut dyn Write) -> io::Result<()> {
    let words = desk.words();
    let state = match &record.stage {
        Stage::Crossing { .. } => {
            words.say(Key::UnderWay, &[("title", &place_title(desk, record))])
        }
        Stage::Landed { ended, .. } => {
            words.say(Key::LandedOn, &[("day", &ended.day().to_string())])
        }
    };
    writeln!(
        out,
        "    {}  {}  {state}",
        record.header.id,
        record.header.started.day()
    )
}

/// A river's title, or what a river without one is called.
pub(super) fn titled(words: Words<'_>, river: &River) -> String {
    match river.title.as_str() {
        "" => words.say(Key::RiverUntitled, &[]),
        title => title.to_owned(),
    }
}
