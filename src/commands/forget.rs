//! `floe forget`: erase rivers, crossings or single agreements from this computer.

use super::{Desk, Failure};
use crate::line::read::{Echo, Read};
use crate::store::shelf::{ShelfError, Shelved};
use crate::text::clean_path;
use crate::words::Key;
use std::io::{self, BufRead, Write};
use std::path::Path;

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
        let mut all = desk.shelves.ids().map_err(shelf)?;
        all.extend(desk.shelves.own_talk_ids().map_err(shelf)?);
        all
    } else {
        let mut once = std::collections::BTreeSet::new();
        ids.iter().filter(|id| once.insert(*id)).cloned().collect()
    };
    let key = if all { desk.shelves.key() } else { None };
    if ids.is_empty() && key.is_none() {
        writeln!(out, "{}", words.say(Key::NoRivers, &[])).map_err(fail)?;
        return Ok(0);
    }
    for id in &ids {
        desk.shelves.knows(id).map_err(shelf)?;
    }
    if !yes {
        let (what, word) = (
            named(desk, &ids, key.as_deref()),
            words.say(Key::ForgetWord, &[]),
        );
        writeln!(
            out,
            "{}",
            words.say(Key::ForgetAsk, &[("what", &what), ("word", &word)])
        )
        .map_err(fail)?;
        write!(out, "[line] > ")
            .and_then(|()| out.flush())
            .map_err(fail)?;
        let typed = typed(desk).map_err(fail)?;
        if typed.trim() != word {
            writeln!(out, "{}", words.say(Key::ForgetStopped, &[])).map_err(fail)?;
            return Ok(0);
        }
    }
    // What goes whole goes first: an agreement may go with its river, or with the visit that has brought it along.
    let (single, whole): (Vec<_>, Vec<_>) = ids.iter().partition(|id| id.contains('.'));
    for id in whole.into_iter().chain(single) {
        match desk.shelves.forget(id) {
            // It went with its river or its crossing, which was named as well.
            Err(ShelfError::Unknown(_)) => {}
            other => other.map_err(shelf)?,
        }
    }
    if key.is_some() {
        desk.shelves.forget_key().map_err(shelf)?;
    }
    let said = if ids.iter().all(|id| id.contains('.')) {
        Key::ForgottenAgreement
    } else {
        Key::Forgotten
    };
    writeln!(out, "{}", words.say(said, &[])).map_err(fail)?;
    Ok(0)
}

/// The next line; after a passphrase it comes from where that came from. A signal is no answer.
fn typed(desk: &Desk) -> io::Result<String> {
    if let Some(mut reader) = desk.reader.take() {
        return Ok(match reader.line(Echo::Shown, &mut |_| {})? {
            Read::Line(typed) | Read::End(typed) => typed,
            Read::Signal(..) | Read::Rang(_) | Read::Knocked => String::new(),
        });
    }
    let mut typed = String::new();
    io::stdin().lock().read_line(&mut typed)?;
    Ok(typed)
}

/// What is to be erased: each id with its river's title, or an agreement's words, where those can be read.
fn named(desk: &Desk, ids: &[String], key: Option<&Path>) -> String {
    let rivers = desk.shelves.list();
    let rivers = rivers.map(|listing| listing.rivers).unwrap_or_default();
    let named = ids.iter().map(|id| {
        let called = rivers.iter().find_map(|shelved| called(shelved, id));
        match called.filter(|called| !called.is_empty()) {
            Some(called) => format!("{id} ({called})"),
            None => id.clone(),
        }
    });
    let key = key.map(clean_path);
    named.chain(key).collect::<Vec<_>>().join(", ")
}

/// What people call the thing with this id, if it is of this river.
fn called(shelved: &Shelved, id: &str) -> Option<String> {
    let mut crossings = shelved.crossings.iter();
    if shelved.river.id == id || crossings.any(|record| record.header.id == id) {
        return Some(shelved.river.title.clone());
    }
    let ledger = id.contains('.').then(|| shelved.ledger())?;
    let entry = ledger.entries.iter().find(|entry| entry.id == id)?;
    Some(entry.standing()?.agreement.text.clone())
}
