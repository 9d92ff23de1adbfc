//! `floe practise`: begin a crossing.

use super::failure::why;
use super::manner::Manner;
use super::{Desk, Failure, json, mending};
use crate::chance::short_id;
use crate::cli::Practise;
use crate::content::{Id, Mode, Offer, Pack};
use crate::flow::Flow;
use crate::runtime::env::{Clock as _, Entropy as _, Env, Os, Wall};
use crate::runtime::{Bell, OnDisk, Sitting, Workshop};
use crate::session::{Header, RETURN, River};
use crate::store::desk::Desk as Place;
use crate::store::shelf::{ShelfError, Shelved};
use crate::text::{clean_line, clean_path};
use crate::words::{Key, Words};
use std::io::Write;
use std::sync::Arc;

/// What is practised where nothing else is named.
pub(super) const CROSSING: &str = "crossing";

/// What is known before a crossing begins.
#[derive(Debug, Default)]
pub(super) struct Start {
    pub(super) mode: Mode,
    pub(super) practice: Option<String>,
    pub(super) river: Option<String>,
    pub(super) title: Option<String>,
    pub(super) me: Option<String>,
    pub(super) other: Option<String>,
    pub(super) no_save: bool,
    /// What floe is and isn't was read already, on the bank.
    pub(super) greeted: bool,
    /// What is walked through, where it isn't the pack as it is.
    pub(super) pack: Option<Arc<Pack>>,
}

impl Start {
    /// As it was asked for, on a river of this title where it is a new one.
    fn asked(how: Practise, title: Option<String>) -> Self {
        Self {
            mode: if how.pair { Mode::Pair } else { Mode::Solo },
            practice: how.practice,
            river: how.river,
            title,
            me: a_name(how.me),
            other: a_name(how.other),
            no_save: how.no_save,
            ..Self::default()
        }
    }
}

pub(super) fn run(desk: &Desk, how: Practise, out: &mut dyn Write) -> Result<u8, Failure> {
    if how.list {
        return list(desk.words(), &desk.cover.offers, how.json, out);
    }
    if how.watch {
        return try_out(desk, how, out);
    }
    begin(desk, how, None, out)
}

/// Walks a pack that is written meanwhile. Nothing of it is saved.
fn try_out(desk: &Desk, how: Practise, out: &mut dyn Write) -> Result<u8, Failure> {
    let folder = desk.everywhere.pack.clone();
    let folder = folder.ok_or_else(|| Failure::usage(desk.words(), Key::ErrWatchWhat, &[]))?;
    let mut manner = Manner::open(desk)?;
    let bell = manner.bell();
    let start = Start {
        no_save: true,
        greeted: true,
        ..Start::asked(how, None)
    };
    let told = vec![Workshop::greeting(&folder, desk.words())];
    let sitting = sit_down(desk, start, bell.clone())?.greeted_with(told);
    let workshop = Workshop::open(&folder, desk.language, &bell);
    let workshop = workshop.map_err(|error| Failure::out(desk.words(), &error))?;
    let mut sitting = sitting.tried_in(workshop);
    let outcome = manner.watch(desk, &mut sitting, &bell, out)?;
    Ok(manner.close(&sitting, &outcome, out))
}

/// Begins what was asked for, on a river of this title where it is a new one.
pub(super) fn begin(
    desk: &Desk,
    how: Practise,
    title: Option<String>,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let start = Start::asked(how, title);
    let mut manner = Manner::open(desk)?;
    let mut sitting = sit_down(desk, start, manner.bell())?;
    let outcome = manner.walk(desk, &mut sitting, out)?;
    Ok(manner.close(&sitting, &outcome, out))
}

/// A name as it may be shown; None where there is nothing of it.
fn a_name(given: Option<String>) -> Option<String> {
    given
        .map(|name| clean_line(&name).trim().to_owned())
        .filter(|name| !name.is_empty())
}

/// Makes a new crossing from what is known.
pub(super) fn sit_down(desk: &Desk, start: Start, bell: Bell) -> Result<Sitting, Failure> {
    let mut entropy = Os;
    let words = desk.words();
    let pack = match &start.pack {
        Some(pack) => Arc::clone(pack),
        None => desk.pack_for(start.practice.as_deref().unwrap_or(CROSSING))?,
    };
    let (river, brought) = match start.practice.as_deref() {
        Some(RETURN) => {
            let shelved = to_return_to(desk, &start)?;
            let brought = shelved.ledger().brought();
            (Some(shelved.river), brought)
        }
        _ => (known_river(desk, &start)?, Vec::new()),
    };
    let seats: Vec<String> = river.iter().flat_map(|river| river.seats.clone()).collect();
    let first_visit = is_first_visit(desk, start.mode)?;
    // A rehearsal has the title of its story.
    let story = |scenario: &&Offer| start.practice.as_deref() == Some(scenario.id.as_str());
    let story = pack.scenarios.iter().find(story);
    let story = story.map(|scenario| scenario.title.clone());
    let titled = river
        .as_ref()
        .map(|river| river.title.clone())
        .filter(|title| !title.is_empty());
    let header = Header {
        id: short_id(entropy.draw()),
        title: a_name(start.title).or(titled).or(story),
        me: start.me.or_else(|| seats.first().cloned()),
        other: start.other.or_else(|| seats.get(1).cloned()),
        river: river.map(|river| river.id),
        practice: Id::new(start.practice.as_deref().unwrap_or(CROSSING)),
        pack: pack.id.clone(),
        language: pack.language.clone(),
        mode: start.mode,
        started: Wall.now(),
        first_visit,
        seed: seed(&mut entropy),
        brought,
    };
    let greeting = match (start.greeted, first_visit) {
        (true, _) => Vec::new(),
        (false, true) => words.paragraphs(Key::FirstStart),
        (false, false) => words.paragraphs(Key::ShortStart),
    };
    let (practice, mode) = (header.practice.clone(), header.mode);
    let flow = Flow::begin(Arc::clone(&pack), header, !start.no_save)
        .ok_or_else(|| unwalkable(words, &pack, &practice, mode))?;
    let refusal = refusal(desk).filter(|_| !start.no_save);
    let greeting = refusal.into_iter().chain(greeting).collect();
    let place = Place::fresh(desk.shelves.clone(), Some(bell.knock()));
    Ok(Sitting::begin(flow, surroundings(desk, place), greeting))
}

/// That nothing can be saved, before anything is written.
fn refusal(desk: &Desk) -> Option<String> {
    let (words, home) = (desk.words(), desk.shelves.home());
    let (why, path) = (why(words, home.refusal()?), clean_path(home.root()));
    let blanks = [("path", path.as_str()), ("why", &why)];
    Some(words.say(Key::SavingCant, &blanks))
}

/// The world as it is.
pub(super) fn surroundings(desk: &Desk, place: Place) -> Env {
    Env {
        clock: Box::new(Wall),
        entropy: Box::new(Os),
        shelf: Box::new(OnDisk::at(place, desk.home_flag())),
    }
}

fn seed(entropy: &mut Os) -> u32 {
    u32::try_from(entropy.draw() & u64::from(u32::MAX)).unwrap_or(7)
}

/// Why a practice can't be begun: the pack has none of this name, none that asks each of two first, or it takes two.
pub(super) fn unwalkable(words: Words<'_>, pack: &Pack, practice: &Id, mode: Mode) -> Failure {
    let key = match (pack.practices.contains_key(practice), mode) {
        (false, _) => Key::ErrNoPractice,
        (true, Mode::Pair) => Key::ErrNotForTwo,
        (true, Mode::Solo) => Key::ErrTakesTwo,
    };
    Failure::usage(words, key, &[("id", practice.as_str())])
}

/// A river as somebody may be shown it: alone whole; two people as far as they have crossed it together.
fn shown(mode: Mode, shelved: Shelved) -> Option<Shelved> {
    match mode {
        Mode::Solo => Some(shelved),
        Mode::Pair => shelved.of_two(),
    }
}

/// The rivers somebody may be shown, the one crossed last first.
fn rivers(desk: &Desk, mode: Mode) -> Result<Vec<Shelved>, Failure> {
    let rivers = desk.listing()?.rivers.into_iter();
    Ok(rivers.filter_map(|shelved| shown(mode, shelved)).collect())
}

/// The river of this id. Nothing but its own files is read.
fn asked_for(desk: &Desk, mode: Mode, id: &str) -> Result<Shelved, Failure> {
    let usable = desk.shelves.home().check();
    usable.map_err(|error| Failure::home(desk.words(), &error))?;
    let river = desk.shelves.river(id);
    let trouble = || match (mode, desk.shelves.unread(id)) {
        (Mode::Solo, Some(unread)) => {
            mending::failure(desk, &ShelfError::Damaged { path: unread.path })
        }
        _ => Failure::usage(desk.words(), Key::ErrUnknownId, &[("id", id)]),
    };
    river
        .and_then(|shelved| shown(mode, shelved))
        .ok_or_else(trouble)
}

/// The river of a return visit: the one asked for, else the one whose day came first, else the one crossed last.
/// Of what two people come back to, nothing is what one of them crossed alone.
fn to_return_to(desk: &Desk, start: &Start) -> Result<Shelved, Failure> {
    let mut rivers = match &start.river {
        Some(id) => vec![asked_for(desk, start.mode, id)?],
        None => rivers(desk, start.mode)?,
    };
    let is = |name: &Option<String>, seat: Option<&String>| name.is_none() || name.as_ref() == seat;
    rivers.retain(|shelved| {
        let seats = &shelved.river.seats;
        let named = is(&start.me, seats.first()) && is(&start.other, seats.get(1));
        shelved.has_landed() && (named || start.river.is_some())
    });
    let today = Wall.now().day();
    let come = |shelved: &Shelved| shelved.next().filter(|day| *day <= today);
    let days: Vec<_> = rivers.iter().map(come).collect();
    let earliest = days.iter().flatten().min().copied();
    let at = earliest.and_then(|day| days.iter().position(|come| *come == Some(day)));
    let mut from = rivers.into_iter().skip(at.unwrap_or(0));
    from.next()
        .ok_or_else(|| Failure::usage(desk.words(), Key::ErrNoReturn, &[]))
}

/// Whether nothing that they may be shown was practised here before.
fn is_first_visit(desk: &Desk, mode: Mode) -> Result<bool, Failure> {
    match mode {
        Mode::Solo => Ok(desk.shelves.is_untouched()),
        Mode::Pair => rivers(desk, mode).map(|rivers| rivers.is_empty()),
    }
}

/// The river asked for, else the one river with these names.
fn known_river(desk: &Desk, start: &Start) -> Result<Option<River>, Failure> {
    if let Some(id) = &start.river {
        return asked_for(desk, start.mode, id).map(|shelved| Some(shelved.river));
    }
    let (Some(me), Some(other)) = (&start.me, &start.other) else {
        return Ok(None);
    };
    let rivers = rivers(desk, start.mode)?.into_iter();
    let rivers = rivers.map(|shelved| shelved.river);
    let mut alike: Vec<River> = rivers
        .filter(|river| river.seats == [me.clone(), other.clone()])
        .collect();
    Ok(if alike.len() == 1 { alike.pop() } else { None })
}

/// What there is to begin with.
pub(super) fn list(
    words: Words<'_>,
    offers: &[Offer],
    as_json: bool,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let fail = |error| Failure::out(words, &error);
    if as_json {
        writeln!(out, "{}", json::offers(offers)).map_err(fail)?;
        return Ok(0);
    }
    for offer in offers {
        let minutes = words.say(Key::Minutes, &[("n", &offer.minutes.to_string())]);
        writeln!(
            out,
            "{}  {} ({minutes})\n    {}",
            offer.id, offer.title, offer.about
        )
        .map_err(fail)?;
    }
    Ok(0)
}
