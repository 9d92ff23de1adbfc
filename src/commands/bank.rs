//! `floe`: the bank, with its rivers and the ways in.

use super::manner::Manner;
use super::practise::{Start, sit_down};
use super::resume::take_up;
use super::show::{kept_by_both, kept_lines};
use super::{Desk, Failure, whole};
use crate::content::{Id, Kind, Outcome as Follows, Practice};
use crate::line::Outcome;
use crate::runtime::env::{Clock as _, Wall};
use crate::runtime::{Bank, Door, Ended, ForTwo, RiverLine};
use crate::session::{Record, Stage};
use crate::store::shelf::Shelved;
use std::io::Write;
use std::rc::Rc;

pub(super) fn run(desk: &Desk, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut manner = Manner::open(desk)?;
    let rivers = if desk.everywhere.quiet_start {
        Vec::new()
    } else {
        desk.listing()?.rivers
    };
    let lines = rivers.iter().map(|river| river_line(desk, river)).collect();
    let today = Wall.now().day();
    let bank = Bank::new(desk.cover(), lines, today, desk.shelves.is_untouched());
    let mut bank = bank.for_two(for_two(desk, rivers));
    let outcome = manner.walk(desk, &mut bank, out)?;
    let Outcome::Ended(Ended::Through(door)) = &outcome else {
        return Ok(manner.close(&bank, &outcome, out));
    };
    let mut sitting = match door.clone() {
        Door::Resume(id) => take_up(desk, &id, manner.bell())?,
        Door::Practise {
            mode,
            practice,
            river,
            title,
        } => {
            let start = Start {
                mode,
                practice: Some(practice.to_string()),
                river,
                title,
                greeted: true,
                ..Start::default()
            };
            sit_down(desk, start, manner.bell())?
        }
    };
    let outcome = manner.walk(desk, &mut sitting, out)?;
    Ok(manner.close(&sitting, &outcome, out))
}

/// What two people find: of every river the crossings of both, and of those what both kept.
fn for_two(desk: &Desk, rivers: Vec<Shelved>) -> ForTwo {
    let line = |shelved: Shelved| {
        let kept = shelved.crossings.iter();
        let kept = kept.flat_map(|record| kept_by_both(desk.words(), record));
        RiverLine {
            kept: kept.collect(),
            ..river_line(desk, &shelved)
        }
    };
    let shared = rivers.into_iter().filter_map(Shelved::of_two);
    let read = Rc::clone(&desk.whole);
    let practices = move || {
        let Ok(pack) = whole(&read) else {
            return Vec::new();
        };
        let offered = pack.offers.iter().map(|offer| offer.id.clone());
        let asks_first = |id: &Id| pack.practices.get(id).is_some_and(|it| asks_each_first(it));
        offered.filter(asks_first).collect()
    };
    ForTwo {
        rivers: shared.map(line).collect(),
        practices: Box::new(practices),
    }
}

/// Whether a practice has a private part of its own, in which each of two says whether they go on.
fn asks_each_first(practice: &Practice) -> bool {
    let steps = practice.floes.iter().flat_map(|floe| &floe.steps);
    let mut asks = steps.flat_map(|step| &step.asks);
    asks.any(|ask| match &ask.kind {
        Kind::Choice(options) => options
            .iter()
            .any(|choice| choice.then == Some(Follows::GoAhead)),
        _ => false,
    })
}

fn river_line(desk: &Desk, shelved: &Shelved) -> RiverLine {
    let open = shelved.under_way();
    RiverLine {
        id: shelved.river.id.clone(),
        title: shelved.river.title.clone(),
        under_way: open.map(|record| (record.header.id.clone(), floe_title(desk, record))),
        last: open
            .or(shelved.crossings.last())
            .map(|record| record.header.started.day()),
        next: shelved.look_again(),
        kept: shelved
            .crossings
            .iter()
            .flat_map(|record| kept_lines(desk.words(), &shelved.river, record))
            .collect(),
    }
}

/// The short title of the floe a crossing rests on.
pub(super) fn floe_title(desk: &Desk, record: &Record) -> String {
    let Stage::Crossing {
        place: Some((floe, _)),
        ..
    } = &record.stage
    else {
        return String::new();
    };
    let pack = desk.pack().ok();
    let floes = pack
        .iter()
        .flat_map(|pack| pack.practices.values())
        .flat_map(|practice| &practice.floes);
    let mut named = floes.filter(|other| other.id == *floe);
    named
        .next()
        .map_or_else(|| floe.to_string(), |floe| floe.short.clone())
}
