//! `floe`: the bank, with its rivers and the ways in.

use super::manner::Manner;
use super::practise::{CROSSING, Start, sit_down};
use super::resume::take_up;
use super::river_page;
use super::{Desk, Failure, Then, mending, own, whole};
use crate::content::{Id, Kind, Mode, Outcome as Follows, Pack, Practice};
use crate::line::Outcome;
use crate::runtime::env::{Clock as _, Wall};
use crate::runtime::{Bank, Door, Ended, ForTwo, Guide, RiverLine};
use crate::session::{Record, Stage};
use crate::store::index::{Row, Stand, UnderWay};
use crate::time::Moment;
use crate::words::Key;
use std::io::Write;
use std::rc::Rc;
use std::sync::Arc;

pub(super) fn run(desk: &Desk, out: &mut dyn Write) -> Result<Then, Failure> {
    let bank = bank(desk)?;
    walk(desk, bank, out)
}

/// The bank, open where it is chosen what to rehearse.
pub(super) fn rehearse(desk: &Desk, out: &mut dyn Write) -> Result<Then, Failure> {
    let bank = bank(desk)?.at_rehearsals();
    walk(desk, bank, out)
}

/// Walks the bank, and where it leads. Out of a story one comes back to the others.
fn walk(desk: &Desk, mut bank: Bank, out: &mut dyn Write) -> Result<Then, Failure> {
    let mut manner = Manner::open(desk)?;
    loop {
        let outcome = manner.walk(desk, &mut bank, out)?;
        let Outcome::Ended(Ended::Through(door)) = &outcome else {
            return Ok(Then::Ends(manner.close(&bank, &outcome, out)));
        };
        let mut guide: Box<dyn Guide + '_> = match door.clone() {
            Door::Resume(id) => Box::new(take_up(desk, &id, manner.bell())?),
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
                let built = match mode {
                    Mode::Solo => own::guide(desk, practice.as_str(), &manner.bell())?,
                    Mode::Pair => None,
                };
                match built {
                    Some(built) => built,
                    None => Box::new(sit_down(desk, start, manner.bell())?),
                }
            }
            Door::Rehearse => {
                bank = bank.at_rehearsals();
                continue;
            }
            Door::Stage => return Ok(Then::Shows(manner)),
            Door::Unread(id) => match mending::guide(desk, &id) {
                Some(guide) => Box::new(guide),
                None => {
                    bank = self::bank(desk)?;
                    continue;
                }
            },
            Door::Bank => {
                bank = self::bank(desk)?;
                continue;
            }
        };
        let outcome = manner.walk(desk, &mut *guide, out)?;
        if outcome == Outcome::Ended(Ended::Through(Door::Bank)) {
            bank = self::bank(desk)?;
            continue;
        }
        if outcome != Outcome::Ended(Ended::Through(Door::Rehearse)) {
            return Ok(Then::Ends(manner.close(&*guide, &outcome, out)));
        }
        bank = bank.at_rehearsals();
    }
}

/// The bank of this home.
fn bank(desk: &Desk) -> Result<Bank, Failure> {
    let rivers = if desk.everywhere.quiet_start {
        Vec::new()
    } else {
        desk.shelves
            .rows()
            .map_err(|error| Failure::shelf(desk.words(), &error))?
    };
    let line = |row: &Row| river_line(desk, row, &row.all);
    let lines = rivers.iter().map(line);
    let lines = lines.chain(unlisted(desk, &rivers)).collect();
    let today = Wall.now().day();
    let bank = Bank::new(desk.cover(), lines, today, desk.shelves.is_untouched());
    let aside = (desk.aside > 0).then(|| {
        let n = desk.aside.to_string();
        desk.words().say(Key::BankPacksAside, &[("n", &n)])
    });
    let bank = bank
        .noting(aside)
        .opening(Box::new(river_page::opens(desk)));
    let (read, language) = (Rc::clone(&desk.whole), desk.language);
    let shelves = desk.shelves.clone();
    let rehearsals = move || {
        let Ok(pack) = whole(&read, language) else {
            return Vec::new();
        };
        // What can't be read of one's own is told where it is asked for by its id.
        let built = own::offers(&pack, &shelves).map_or_else(|_| Vec::new(), |(built, _)| built);
        [&pack.scenarios[..], &built].concat()
    };
    Ok(bank
        .rehearsing(Box::new(rehearsals))
        .for_two(for_two(desk, &rivers)))
}

/// The rivers nothing of which can be read: somebody is to find them all the same.
fn unlisted(desk: &Desk, rivers: &[Row]) -> Vec<RiverLine> {
    let is_listed = |id: &String| rivers.iter().any(|row| row.river.id == *id);
    let ids = match desk.everywhere.quiet_start {
        true => Vec::new(),
        false => desk.shelves.ids().unwrap_or_default(),
    };
    let mut rest = ids;
    rest.retain(|id| !is_listed(id) && desk.shelves.unread(id).is_some());
    let line = |id| RiverLine {
        id,
        title: String::new(),
        under_way: None,
        last: None,
        next: None,
    };
    rest.into_iter().map(line).collect()
}

/// What two people find: of every river the crossings of both.
fn for_two(desk: &Desk, rivers: &[Row]) -> ForTwo {
    let line = |row: &Row| Some(river_line(desk, row, row.of_two.as_ref()?));
    let shared = rivers.iter().filter_map(line);
    let (read, language) = (Rc::clone(&desk.whole), desk.language);
    let practices = move || {
        let Ok(pack) = whole(&read, language) else {
            return Vec::new();
        };
        let offered = pack.offers.iter().map(|offer| offer.id.clone());
        let asks_first = |id: &Id| pack.practices.get(id).is_some_and(|it| asks_each_first(it));
        offered.filter(asks_first).collect()
    };
    ForTwo {
        rivers: shared.collect(),
        practices: Box::new(practices),
    }
}

/// Whether a practice has a private part of its own, in which each of two says whether they go on.
pub(super) fn asks_each_first(practice: &Practice) -> bool {
    let steps = practice.floes.iter().flat_map(|floe| &floe.steps);
    let mut asks = steps.flat_map(|step| &step.asks);
    asks.any(|ask| match &ask.kind {
        Kind::Choice(options) => options
            .iter()
            .any(|choice| choice.then == Some(Follows::GoAhead)),
        _ => false,
    })
}

fn river_line(desk: &Desk, row: &Row, stand: &Stand) -> RiverLine {
    let open = stand.under_way.as_ref();
    let floe = |open: &UnderWay| open.floe.as_deref().map(|floe| floe_title(desk, floe));
    RiverLine {
        id: row.river.id.clone(),
        title: row.river.title.clone(),
        under_way: open.map(|open| (open.id.clone(), floe(open).unwrap_or_default())),
        last: open
            .map(|open| open.started)
            .or(stand.last)
            .map(Moment::day),
        next: stand.next,
    }
}

/// The short title of the floe a crossing under way rests on.
pub(super) fn place_title(desk: &Desk, record: &Record) -> String {
    match &record.stage {
        Stage::Crossing {
            place: Some((floe, _)),
            ..
        } => floe_title(desk, floe.as_str()),
        _ => String::new(),
    }
}

/// The short title of a floe; its id where the words of this pack don't know it.
fn floe_title(desk: &Desk, floe: &str) -> String {
    let titled = |pack: Result<Arc<Pack>, Failure>| {
        let pack = pack.ok()?;
        let mut floes = pack.practices.values().flat_map(|it| &it.floes);
        floes.find_map(|other| (other.id == floe).then(|| other.short.clone()))
    };
    // Nearly always it is one of the crossing, which takes half as long to open as everything.
    titled(desk.pack_for(CROSSING))
        .or_else(|| titled(desk.pack()))
        .unwrap_or_else(|| floe.to_owned())
}
