//! `floe forget`: erase rivers or crossings from this computer.

use super::{Desk, Failure};
use crate::store::shelf::{ShelfError, Shelved};
use crate::words::Key;
use std::io::{self, BufRead, Write};

pub(super) fn run(
    desk: &Desk,
    ids: &[String],
    all: bool,
    yes: bool,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words = desk.words();
    let fail = |error: io::Error| Failure::out(words, &error);
    let shelf = |error| Failure::shelf(words, &error);
    let ids = if all {
        desk.shelves.ids().map_err(shelf)?
    } else {
        let mut once = std::collections::BTreeSet::new();
        ids.iter().filter(|id| once.insert(*id)).cloned().collect()
    };
    if ids.is_empty() {
        writeln!(out, "{}", words.say(Key::NoRivers, &[])).map_err(fail)?;
        return Ok(0);
    }
    for id in &ids {
        desk.shelves.knows(id).map_err(shelf)?;
    }
    if !yes {
        let (what, word) = (named(desk, &ids), words.say(Key::ForgetWord, &[]));
        writeln!(
            out,
            "{}",
            words.say(Key::ForgetAsk, &[("what", &what), ("word", &word)])
        )
        .map_err(fail)?;
        write!(out, "[line] > ")
            .and_then(|()| out.flush())
            .map_err(fail)?;
        let mut typed = String::new();
        io::stdin().lock().read_line(&mut typed).map_err(fail)?;
        if typed.trim() != word {
            writeln!(out, "{}", words.say(Key::ForgetStopped, &[])).map_err(fail)?;
            return Ok(0);
        }
    }
    for id in &ids {
        match desk.shelves.forget(id) {
            // It went with its river, which was named before it.
            Err(ShelfError::Unknown(_)) => {}
            other => other.map_err(shelf)?,
        }
    }
    writeln!(out, "{}", words.say(Key::Forgotten, &[])).map_err(fail)?;
    Ok(0)
}

/// What is to be erased, each id with its river's title where that can be read.
fn named(desk: &Desk, ids: &[String]) -> String {
    let rivers = desk
        .shelves
        .list()
        .map(|listing| listing.rivers)
        .unwrap_or_default();
    let named = ids.iter().map(|id| {
        let here = |shelved: &&Shelved| {
            shelved.river.id == *id
                || shelved
                    .crossings
                    .iter()
                    .any(|record| record.header.id == *id)
        };
        match rivers
            .iter()
            .find(here)
            .map(|shelved| shelved.river.title.as_str())
        {
            Some(title) if !title.is_empty() => format!("{id} ({title})"),
            _ => id.clone(),
        }
    });
    named.collect::<Vec<_>>().join(", ")
}
