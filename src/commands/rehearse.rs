//! `floe rehearse`: a hard talk in which the other person answers from a script.

use super::manner::Manner;
use super::practise::{Start, list, sit_down};
use super::{Desk, Failure, Then, bank, own, practise};
use crate::cli::{Practise, Rehearse};
use crate::content::Own;
use crate::line::Outcome;
use crate::runtime::{Bell, Door, Ended, Guide};
use crate::words::Key;
use std::io::Write;

pub(super) fn run(desk: &Desk, how: Rehearse, out: &mut dyn Write) -> Result<Then, Failure> {
    if how.list {
        return listed(desk, how.json, out).map(Then::Ends);
    }
    if how.pair {
        return gift(desk, how, out).map(Then::Ends);
    }
    let Some(id) = how.scenario else {
        return bank::rehearse(desk, out);
    };
    // What can't be rehearsed is told before a screen opens.
    own::looked_up(desk, &id)?;
    let mut manner = Manner::open(desk)?;
    let mut guide = story(desk, &id, manner.bell())?;
    let outcome = manner.walk(desk, &mut *guide, out)?;
    if outcome == Outcome::Ended(Ended::Through(Door::Rehearse)) {
        drop(manner);
        return bank::rehearse(desk, out);
    }
    Ok(Then::Ends(manner.close(&*guide, &outcome, out)))
}

/// Two people give each other a line to rehearse with. Stories are for one, and so is what somebody built alone.
fn gift(desk: &Desk, how: Rehearse, out: &mut dyn Write) -> Result<u8, Failure> {
    if let Some(id) = how.scenario.filter(|id| id != Own::BUILD) {
        return Err(Failure::usage(desk.words(), Key::ErrForOne, &[("id", &id)]));
    }
    let gift = desk.cover.offers.iter().find(|offer| offer.id == Own::GIFT);
    let how = Practise {
        practice: Some(Own::GIFT.to_owned()),
        pair: true,
        me: how.me,
        other: how.other,
        ..Practise::default()
    };
    practise::begin(desk, how, gift.map(|gift| gift.title.clone()), out)
}

/// A story of the pack, or a talk of one's own.
fn story<'a>(desk: &'a Desk, id: &str, bell: Bell) -> Result<Box<dyn Guide + 'a>, Failure> {
    if let Some(guide) = own::guide(desk, id, &bell)? {
        return Ok(guide);
    }
    let start = Start {
        practice: Some(id.to_owned()),
        greeted: true,
        ..Start::default()
    };
    Ok(Box::new(sit_down(desk, start, bell)?))
}

/// What there is. What somebody built is for their own eyes: other programs, which may show it to anybody, aren't told.
fn listed(desk: &Desk, as_json: bool, out: &mut dyn Write) -> Result<u8, Failure> {
    let pack = desk.pack()?;
    if as_json {
        return list(desk.words(), &pack.scenarios, true, out);
    }
    let built = own::offers(&pack, &desk.shelves);
    let (built, trouble) = built.map_err(|error| Failure::shelf(desk.words(), &error))?;
    let rows = [&pack.scenarios[..], &built].concat();
    let code = list(desk.words(), &rows, false, out)?;
    // What could not be read is told after everything that could.
    trouble.map_or(Ok(code), |(id, trouble)| {
        Err(own::failed(desk, &id, &trouble))
    })
}
