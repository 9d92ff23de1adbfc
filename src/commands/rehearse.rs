//! `floe rehearse`: a hard talk in which the other person answers from a script.

use super::manner::Manner;
use super::practise::{Start, list, sit_down};
use super::{Desk, Failure, own};
use crate::cli::Rehearse;
use crate::content::Own;
use crate::words::Key;
use std::io::Write;

pub(super) fn run(desk: &Desk, how: Rehearse, out: &mut dyn Write) -> Result<u8, Failure> {
    let pack = desk.pack()?;
    if how.list {
        return listed(desk, how.json, out);
    }
    let asked = how.scenario.as_deref();
    if asked == Some(Own::BUILD) {
        return own::build(desk, out);
    }
    let found = pack
        .scenarios
        .iter()
        .find(|scenario| asked.is_none_or(|id| *scenario.id.as_str() == *id));
    let id = asked.unwrap_or_default();
    let Some(scenario) = found else {
        let played = own::again(desk, id, out)?;
        return played
            .ok_or_else(|| Failure::usage(desk.words(), Key::ErrNoPractice, &[("id", id)]));
    };
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

/// What there is. What somebody built is for their own eyes: other programs, which may show it to anybody, aren't told.
fn listed(desk: &Desk, as_json: bool, out: &mut dyn Write) -> Result<u8, Failure> {
    let pack = desk.pack()?;
    if as_json {
        return list(desk, &pack.scenarios, true, out);
    }
    let (built, trouble) = own::offers(desk)?;
    let rows = [&pack.scenarios[..], &built].concat();
    let code = list(desk, &rows, false, out)?;
    // What could not be read is told after everything that could.
    trouble.map_or(Ok(code), Err)
}
