//! `floe rehearse own`: a talk built from a real one, kept only if wished, and played back. It is for one person alone.

use super::manner::Manner;
use super::practise::{Start, sit_down};
use super::{Desk, Failure};
use crate::chance::short_id;
use crate::content::{Offer, Own, Pack};
use crate::flow::{self, Flow};
use crate::runtime::env::{Entropy as _, Os};
use crate::runtime::{Bell, Built, Sitting};
use crate::session::OwnTalk;
use crate::store::own_talks::OwnTalks;
use crate::store::shelf::ShelfError;
use crate::words::{Key, fill};
use std::io::Write;
use std::sync::Arc;

/// Builds a talk and plays it back.
pub(super) fn build(desk: &Desk, out: &mut dyn Write) -> Result<u8, Failure> {
    let pack = desk.pack()?;
    let own = own_of(desk, &pack)?;
    let mut manner = Manner::open(desk)?;
    let bell = manner.bell();
    let start = Start {
        practice: Some(Own::BUILD.to_owned()),
        pack: flow::building(&pack).map(Arc::new),
        // Nothing of the building is ever on the disk.
        no_save: true,
        greeted: true,
        ..Start::default()
    };
    let building = sit_down(desk, start, bell.clone())?;
    let play = |built: &Flow| {
        let talk = built.own_talk()?;
        let (said, kept) = match built.keeps_own_talk() {
            true => keep(desk, &own, &talk),
            false => (own.for_now.clone(), false),
        };
        let playing = play(desk, Some(&talk), vec![said.clone()], bell.clone()).ok()?;
        Some((playing, kept.then_some(said)))
    };
    let mut guide = Built::begin(building, play);
    let outcome = manner.walk(desk, &mut guide, out)?;
    Ok(manner.close(&guide, &outcome, out))
}

/// Plays back the talk of this id; None if there is none.
pub(super) fn again(desk: &Desk, id: &str, out: &mut dyn Write) -> Result<Option<u8>, Failure> {
    let talk = match desk.shelves.own_talk(id) {
        Ok(talk) => talk,
        Err(ShelfError::Unknown(_)) => return Ok(None),
        Err(error) => return Err(failed(desk, id, &error)),
    };
    let mut manner = Manner::open(desk)?;
    let mut sitting = play(desk, Some(&talk), Vec::new(), manner.bell())?;
    let outcome = manner.walk(desk, &mut sitting, out)?;
    Ok(Some(manner.close(&sitting, &outcome, out)))
}

/// The rows of the talks somebody has built, for them alone; and what could not be read.
pub(super) fn offers(desk: &Desk) -> Result<(Vec<Offer>, Option<Failure>), Failure> {
    let pack = desk.pack()?;
    let Some(own) = &pack.own else {
        return Ok((Vec::new(), None));
    };
    let OwnTalks { talks, troubles } = desk
        .shelves
        .own_talks()
        .map_err(|error| Failure::shelf(desk.words(), &error))?;
    let row = |(id, talk): &(String, OwnTalk)| {
        let known = [&talk.them, &talk.place].into_iter().flatten();
        let known: Vec<_> = known.map(String::as_str).collect();
        Offer {
            id: crate::content::Id::new(id),
            title: own.river.clone(),
            about: match known.is_empty() {
                true => own.offer.about.clone(),
                false => known.join(", "),
            },
            minutes: own.offer.minutes,
        }
    };
    let rows = std::iter::once(own.offer.clone()).chain(talks.iter().map(row));
    let trouble = troubles.first().map(|trouble| {
        let id = trouble.file_id().unwrap_or_default();
        failed(desk, &id, trouble)
    });
    Ok((rows.collect(), trouble))
}

fn own_of(desk: &Desk, pack: &Pack) -> Result<Arc<Own>, Failure> {
    let missing = || Failure::usage(desk.words(), Key::ErrNoPractice, &[("id", Own::BUILD)]);
    pack.own.clone().ok_or_else(missing)
}

/// Keeps what was built. Says in a sentence what became of it, and whether it is kept.
fn keep(desk: &Desk, own: &Own, talk: &OwnTalk) -> (String, bool) {
    let id = short_id(Os.draw());
    let home = desk.home_flag();
    match desk.shelves.keep_own_talk(&id, talk) {
        Ok(()) => (fill(&own.kept, &[("id", &id), ("home", &home)]), true),
        Err(error) => (fill(&own.not_kept, &[("why", &error.reason())]), false),
    }
}

fn play(
    desk: &Desk,
    talk: Option<&OwnTalk>,
    greeting: Vec<String>,
    bell: Bell,
) -> Result<Sitting, Failure> {
    let pack = desk.pack()?;
    let own = own_of(desk, &pack)?;
    let start = Start {
        practice: Some(Own::TALK.to_owned()),
        pack: flow::playing(&pack, talk).map(Arc::new),
        // A river's name is in more places than the talk: it names nobody.
        title: Some(own.river.clone()),
        greeted: true,
        ..Start::default()
    };
    sit_down(desk, start, bell).map(|sitting| sitting.greeted_with(greeting))
}

fn failed(desk: &Desk, id: &str, error: &ShelfError) -> Failure {
    match error {
        ShelfError::Damaged { path } => {
            let path = path.display().to_string();
            Failure::new(
                desk.words(),
                Key::ErrOwnDamaged,
                &[("path", &path), ("id", id), ("home", &desk.home_flag())],
            )
        }
        other => Failure::shelf(desk.words(), other),
    }
}
