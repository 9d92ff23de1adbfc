//! `floe rehearse`: a hard talk in which the other person answers from a script.

use super::manner::Manner;
use super::practise::{Start, list, sit_down};
use super::{Desk, Failure};
use crate::cli::Rehearse;
use crate::words::Key;
use std::io::Write;

pub(super) fn run(desk: &Desk, how: Rehearse, out: &mut dyn Write) -> Result<u8, Failure> {
    let pack = desk.pack()?;
    if how.list {
        return list(desk, &pack.scenarios, how.json, out);
    }
    let asked = how.scenario.as_deref();
    let found = pack
        .scenarios
        .iter()
        .find(|scenario| asked.is_none_or(|id| *scenario.id.as_str() == *id));
    let id = asked.unwrap_or_default();
    let scenario =
        found.ok_or_else(|| Failure::usage(desk.words(), Key::ErrNoPractice, &[("id", id)]))?;
    let start = Start {
        practice: Some(scenario.id.to_string()),
        title: Some(scenario.title.clone()),
        greeted: true,
        ..Start::default()
    };
    let mut manner = Manner::open(desk)?;
    let mut sitting = sit_down(desk, start, manner.bell())?;
    let outcome = manner.walk(desk, &mut sitting, out)?;
    Ok(manner.close(&sitting, &outcome, out))
}
