//! Files that can't be read: what can be had in their place is offered where somebody opens them, and named where
//! nobody can be asked.

use super::manner::{self, Manner, by_signal};
use super::{Desk, Failure};
use crate::line::Outcome;
use crate::runtime::env::{Clock as _, Wall};
use crate::runtime::{Ended, Mending, written_on};
use crate::store::mending::{Unread, What};
use crate::store::shelf::ShelfError;
use crate::text::clean_path;
use crate::words::Key;
use std::io::{self, IsTerminal, Write};

/// The page of the first file that can't be read of the crossing or the river with this id.
pub(super) fn guide(desk: &Desk, id: &str) -> Option<Mending> {
    let unread = desk.shelves.unread(id)?;
    Some(page(desk, unread))
}

fn page(desk: &Desk, unread: Unread) -> Mending {
    Mending::of(desk.cover(), desk.shelves.clone(), unread, Wall.now().day())
}

/// Offers what can be had in the place of files of this id, one after the other. The exit code, where somebody leaves
/// instead.
pub(super) fn offer(
    desk: &Desk,
    manner: &mut Manner,
    id: &str,
    out: &mut dyn Write,
) -> Result<Option<u8>, Failure> {
    let mut last = None;
    while let Some(unread) = offerable(desk, id) {
        if last.replace(unread.path.clone()).as_ref() == Some(&unread.path) {
            // It was to stay as it is.
            break;
        }
        match manner.walk(desk, &mut page(desk, unread), out)? {
            Outcome::Ended(Ended::Left) => return Ok(Some(0)),
            Outcome::Signal(signal) => return Ok(Some(by_signal(signal))),
            Outcome::InputEnded => break,
            Outcome::Ended(_) => {}
        }
    }
    Ok(None)
}

/// The same for a command that prints, in plain lines and where somebody can be asked: they are at a terminal, or lines
/// were asked for.
pub(super) fn offer_in_lines(
    desk: &Desk,
    id: &str,
    out: &mut dyn Write,
) -> Result<Option<u8>, Failure> {
    let is_there = io::stdin().is_terminal() && io::stdout().is_terminal();
    if !(desk.everywhere.line || is_there) || offerable(desk, id).is_none() {
        return Ok(None);
    }
    let mut manner = Manner::Lines(Box::new(manner::reader(desk)?));
    offer(desk, &mut manner, id, out)
}

fn offerable(desk: &Desk, id: &str) -> Option<Unread> {
    let unread = desk.shelves.unread(id)?;
    (!unread.instead.is_empty()).then_some(unread)
}

/// What to say of something that can't be had; of a file that can't be read, with what can be had in its place.
pub(super) fn failure(desk: &Desk, trouble: &ShelfError) -> Failure {
    let words = desk.words();
    let unread = match trouble {
        ShelfError::Damaged { path } => desk.shelves.looked_into(path),
        _ => None,
    };
    let Some((unread, instead)) = unread
        .as_ref()
        .and_then(|it| Some((it, it.instead.first()?)))
    else {
        return Failure::shelf(words, trouble);
    };
    let day = written_on(instead).map(|day| words.day(day, Wall.now().day()));
    let key = match (instead.what, &day) {
        (What::Before(_), Some(_)) => Key::ErrDamagedBefore,
        _ => Key::ErrDamagedPart,
    };
    let blanks = [
        ("path", clean_path(&unread.path)),
        ("day", day.unwrap_or_default()),
        ("id", unread.id.clone()),
        ("home", desk.home_flag()),
    ];
    let blanks = blanks
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    Failure::new(words, key, &blanks)
}
