//! `floe resume`: go on with a crossing exactly where it was left.

use super::manner::Manner;
use super::practise::{surroundings, unwalkable};
use super::{Desk, Failure, mending};
use crate::content::Own;
use crate::flow::{self, Flow};
use crate::runtime::{Bell, Sitting};
use crate::session::Stage;
use crate::store::desk::Desk as Place;
use crate::text::clean_path;
use crate::words::Key;
use std::io::Write;
use std::sync::Arc;

pub(super) fn run(desk: &Desk, id: Option<String>, out: &mut dyn Write) -> Result<u8, Failure> {
    let id = match id {
        Some(id) => id,
        None => last_open(desk)?,
    };
    let mut manner = Manner::open(desk)?;
    if let Some(code) = mending::offer(desk, &mut manner, &id, out)? {
        return Ok(code);
    }
    let mut sitting = take_up(desk, &id, manner.bell())?;
    let outcome = manner.walk(desk, &mut sitting, out)?;
    Ok(manner.close(&sitting, &outcome, out))
}

/// The crossing under way that was begun last.
fn last_open(desk: &Desk) -> Result<String, Failure> {
    let words = desk.words();
    let listing = desk.listing()?;
    let crossings = listing
        .rivers
        .into_iter()
        .flat_map(|shelved| shelved.crossings);
    let open = crossings.filter(|record| matches!(record.stage, Stage::Crossing { .. }));
    let last = open.max_by_key(|record| record.header.started);
    last.map(|record| record.header.id)
        .ok_or_else(|| match listing.troubles.first() {
            Some(trouble) => mending::failure(desk, trouble),
            None => Failure::new(words, Key::ErrNothingOpen, &[]),
        })
}

/// Takes a crossing from the shelf and stands where it was left.
pub(super) fn take_up(desk: &Desk, id: &str, bell: Bell) -> Result<Sitting, Failure> {
    let words = desk.words();
    let mut opened = desk
        .shelves
        .open(id)
        .map_err(|error| mending::failure(desk, &error))?;
    let place = Place::reopened(desk.shelves.clone(), &mut opened, Some(bell.knock()));
    let Stage::Crossing { events, drafts, .. } = opened.record.stage else {
        return Err(Failure::new(words, Key::ErrLanded, &[("id", id)]));
    };
    let practice = opened.record.header.practice.clone();
    let mode = opened.record.header.mode;
    let pack = match practice.as_str() {
        // The talk it belongs to lies apart, and may be gone; what was written on this crossing is all here.
        Own::TALK if !opened.record.header.is_pair() => {
            let pack = desk.pack()?;
            flow::playing(&pack, None).map_or(pack, Arc::new)
        }
        id => desk.pack_for(id)?,
    };
    let path = clean_path(&opened.path);
    let other_words = || Failure::new(words, Key::ErrOtherWords, &[("path", &path)]);
    let mut header = opened.record.header;
    let is_known = pack.known.contains(&header.pack);
    if !is_known || !pack.practices.contains_key(&practice) {
        return Err(other_words());
    }
    // Steps and answers have the same ids in every language, so it goes on in the one spoken now.
    header.language.clone_from(&pack.language);
    let flow = Flow::resume(Arc::clone(&pack), header, &events)
        .ok_or_else(|| unwalkable(words, &pack, &practice, mode))?;
    if !flow.remembers(&events) {
        return Err(other_words());
    }
    Ok(Sitting::resume(
        flow,
        surroundings(desk, place),
        opened.river,
        opened.record.rev,
        drafts,
    ))
}
