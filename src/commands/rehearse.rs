//! `floe rehearse`: a hard talk in which the other person answers from a script.

use super::manner::Manner;
use super::practise::{Start, list, sit_down};
use super::{Desk, Failure, bank};
use crate::cli::Rehearse;
use crate::line::Outcome;
use crate::runtime::{Door, Ended};
use crate::words::Key;
use std::io::Write;

pub(super) fn run(desk: &Desk, how: Rehearse, out: &mut dyn Write) -> Result<u8, Failure> {
    if how.list {
        return list(desk, &desk.pack()?.scenarios, how.json, out);
    }
    let Some(id) = how.scenario else {
        return bank::rehearse(desk, out);
    };
    let pack = desk.pack()?;
    if pack
        .scenarios
        .iter()
        .all(|scenario| scenario.id != id.as_str())
    {
        return Err(Failure::usage(
            desk.words(),
            Key::ErrNoScenario,
            &[("id", &id)],
        ));
    }
    let start = Start {
        practice: Some(id),
        greeted: true,
        ..Start::default()
    };
    let mut manner = Manner::open(desk)?;
    let mut sitting = sit_down(desk, start, manner.bell())?;
    let outcome = manner.walk(desk, &mut sitting, out)?;
    if outcome == Outcome::Ended(Ended::Through(Door::Rehearse)) {
        drop(manner);
        return bank::rehearse(desk, out);
    }
    Ok(manner.close(&sitting, &outcome, out))
}
