//! `floe rehearse own`: a talk built from a real one, kept only if wished, and played back. It is for one person alone.

use super::practise::{Start, sit_down};
use super::{Desk, Failure};
use crate::chance::short_id;
use crate::content::{Id, Offer, Own, Pack};
use crate::flow::{self, Flow};
use crate::runtime::env::{Entropy as _, Os};
use crate::runtime::{Bell, Built, Guide, Sitting};
use crate::session::OwnTalk;
use crate::store::own_talks::OwnTalks;
use crate::store::shelf::{ShelfError, Shelves};
use crate::text::clean_path;
use crate::words::{Key, fill};
use std::sync::Arc;

/// A talk that could not be read, by its id.
type Unread = (String, ShelfError);

/// Fails if there is nothing of this id to rehearse, or it can't be read.
pub(super) fn looked_up(desk: &Desk, id: &str) -> Result<(), Failure> {
    let pack = desk.pack()?;
    if pack.scenarios.iter().any(|scenario| scenario.id == *id) {
        return Ok(());
    }
    match (id, &pack.own) {
        (Own::BUILD, Some(_)) => Ok(()),
        (_, Some(_)) => {
            talk(desk, id).and_then(|talk| talk.map(drop).ok_or_else(|| none(desk, id)))
        }
        (_, None) => Err(none(desk, id)),
    }
}

/// Builds a talk and plays it back, or plays back the one of this id; None if there is none.
pub(super) fn guide<'a>(
    desk: &'a Desk,
    id: &str,
    bell: &Bell,
) -> Result<Option<Box<dyn Guide + 'a>>, Failure> {
    let pack = desk.pack()?;
    if pack.own.is_none() || pack.practices.contains_key(id) {
        return Ok(None);
    }
    if id == Own::BUILD {
        return Ok(Some(Box::new(build(desk, &pack, bell)?)));
    }
    let Some(talk) = talk(desk, id)? else {
        return Ok(None);
    };
    let playing = play(desk, &talk, Vec::new(), bell.clone())?;
    Ok(Some(Box::new(playing)))
}

fn build<'a>(desk: &'a Desk, pack: &Pack, bell: &Bell) -> Result<Built<'a>, Failure> {
    let own = own_of(desk, pack)?;
    let start = Start {
        practice: Some(Own::BUILD.to_owned()),
        pack: flow::building(pack).map(Arc::new),
        // Nothing of the building is ever on the disk.
        no_save: true,
        greeted: true,
        ..Start::default()
    };
    let building = sit_down(desk, start, bell.clone())?;
    let bell = bell.clone();
    let then = move |built: &Flow| {
        let talk = built.own_talk()?;
        let (said, kept) = match built.keeps_own_talk() {
            true => keep(desk, &own, &talk),
            false => (own.for_now.clone(), false),
        };
        let playing = play(desk, &talk, vec![said.clone()], bell.clone()).ok()?;
        Some((playing, kept.then_some(said)))
    };
    Ok(Built::begin(building, then))
}

/// The talk of this id; None if there is none.
fn talk(desk: &Desk, id: &str) -> Result<Option<OwnTalk>, Failure> {
    match desk.shelves.own_talk(id) {
        Ok(talk) => Ok(Some(talk)),
        Err(ShelfError::Unknown(_)) => Ok(None),
        Err(error) => Err(failed(desk, id, &error)),
    }
}

/// What can be rehearsed of one's own, for whoever built it alone; and the first that could not be read, with its id.
pub(super) fn offers(
    pack: &Pack,
    shelves: &Shelves,
) -> Result<(Vec<Offer>, Option<Unread>), ShelfError> {
    let Some(own) = &pack.own else {
        return Ok((Vec::new(), None));
    };
    let OwnTalks { talks, troubles } = shelves.own_talks()?;
    let row = |(id, talk): &(String, OwnTalk)| {
        let known = [&talk.them, &talk.place].into_iter().flatten();
        let known: Vec<_> = known.map(String::as_str).collect();
        Offer {
            id: Id::new(id),
            title: own.river.clone(),
            about: match known.is_empty() {
                true => own.offer.about.clone(),
                false => known.join(", "),
            },
            minutes: own.offer.minutes,
            for_two: false,
        }
    };
    let rows = std::iter::once(own.offer.clone()).chain(talks.iter().map(row));
    Ok((rows.collect(), troubles.into_iter().next()))
}

fn none(desk: &Desk, id: &str) -> Failure {
    Failure::usage(desk.words(), Key::ErrNoScenario, &[("id", id)])
}

fn own_of(desk: &Desk, pack: &Pack) -> Result<Arc<Own>, Failure> {
    pack.own.clone().ok_or_else(|| none(desk, Own::BUILD))
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
    talk: &OwnTalk,
    greeting: Vec<String>,
    bell: Bell,
) -> Result<Sitting, Failure> {
    let pack = desk.pack()?;
    let own = own_of(desk, &pack)?;
    let start = Start {
        practice: Some(Own::TALK.to_owned()),
        pack: flow::playing(&pack, Some(talk)).map(Arc::new),
        // A river's name is in more places than the talk: it names nobody.
        title: Some(own.river.clone()),
        greeted: true,
        ..Start::default()
    };
    sit_down(desk, start, bell).map(|sitting| sitting.greeted_with(greeting))
}

pub(super) fn failed(desk: &Desk, id: &str, error: &ShelfError) -> Failure {
    match error {
        ShelfError::Damaged { path } => {
            let path = clean_path(path);
            Failure::new(
                desk.words(),
                Key::ErrOwnDamaged,
                &[("path", &path), ("id", id), ("home", &desk.home_flag())],
            )
        }
        other => Failure::shelf(desk.words(), other),
    }
}
