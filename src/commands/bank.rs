//! `floe`: the bank, with its rivers and the ways in.

use super::manner::Manner;
use super::practise::{Start, sit_down};
use super::resume::take_up;
use super::show::kept_lines;
use super::{Desk, Failure};
use crate::line::Outcome;
use crate::runtime::env::{Clock as _, Wall};
use crate::runtime::{Bank, Door, Ended, RiverLine};
use crate::session::{Record, Stage};
use crate::store::shelf::Shelved;
use std::io::Write;

pub(super) fn run(desk: &Desk, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut manner = Manner::open(desk)?;
    let rivers = if desk.everywhere.quiet_start {
        Vec::new()
    } else {
        rivers(desk)?
    };
    let today = Wall.now().day();
    let mut bank = Bank::new(desk.cover(), rivers, today, desk.shelves.is_untouched());
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

fn rivers(desk: &Desk) -> Result<Vec<RiverLine>, Failure> {
    let listing = desk
        .shelves
        .list()
        .map_err(|error| Failure::shelf(desk.words(), &error))?;
    Ok(listing
        .rivers
        .iter()
        .map(|shelved| river_line(desk, shelved))
        .collect())
}

fn river_line(desk: &Desk, shelved: &Shelved) -> RiverLine {
    let open = shelved
        .crossings
        .iter()
        .rev()
        .find(|record| matches!(record.stage, Stage::Crossing { .. }));
    RiverLine {
        id: shelved.river.id.clone(),
        title: shelved.river.title.clone(),
        under_way: open.map(|record| (record.header.id.clone(), floe_title(desk, record))),
        last: open
            .or(shelved.crossings.last())
            .map(|record| record.header.started.day()),
        next: next_day(shelved),
        kept: shelved
            .crossings
            .iter()
            .flat_map(|record| kept_lines(desk.words(), record))
            .collect(),
    }
}

/// The day to look again, of the crossing that landed last.
pub(super) fn next_day(shelved: &Shelved) -> Option<chrono::NaiveDate> {
    shelved
        .crossings
        .iter()
        .rev()
        .find_map(|record| match &record.stage {
            Stage::Landed { next, .. } => *next,
            Stage::Crossing { .. } => None,
        })
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
