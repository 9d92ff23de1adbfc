//! What is behind a river's page of the bank, read when the river is opened.

use super::bank::asks_each_first;
use super::show::{kept_by_both, kept_lines};
use super::{Desk, whole};
use crate::content::{Id, Mode, Pack};
use crate::ledger::{Entry, days};
use crate::runtime::{Agreed, DayOf, RiverPage};
use crate::session::{LETTING_GO, Outing, RETURN, Record};
use crate::store::shelf::Shelved;
use crate::time::day_in;
use crate::words::{Key, Words};
use chrono::NaiveDate;
use std::rc::Rc;

/// How a river is opened, for one person or for two. A river that can't be read any more opens empty.
pub(super) fn opens(desk: &Desk) -> impl Fn(&str, Mode) -> RiverPage + use<> {
    let (shelves, cover, read) = (desk.shelves.clone(), desk.cover(), Rc::clone(&desk.whole));
    let (home, language) = (desk.home_flag(), desk.language);
    move |id, mode| {
        let (shelved, is_unread) = shelves.river_as_far(id);
        let shelved = match mode {
            Mode::Solo => shelved,
            Mode::Pair => shelved.and_then(Shelved::of_two),
        };
        let pack = whole(&read, language).ok();
        let page = shelved.map(|shelved| page(&shelved, mode, pack.as_deref(), Words::of(&cover)));
        // Nobody knows whether a file that can't be read was one of them alone.
        let is_alone = mode == Mode::Solo;
        RiverPage {
            home: home.clone(),
            is_unread: is_alone && is_unread,
            has_copies: is_alone && !shelves.copies(id).is_empty(),
            ..page.unwrap_or_default()
        }
    }
}

fn page(shelved: &Shelved, mode: Mode, pack: Option<&Pack>, words: Words<'_>) -> RiverPage {
    let crossings = &shelved.crossings;
    let landed = crossings
        .iter()
        .rev()
        .find(|record| record.landed().is_some());
    let can = |practice: &str| landed.is_some() && pack.is_some_and(|it| walks(it, practice, mode));
    RiverPage {
        seats: shelved.river.seats.clone(),
        outings: crossings
            .iter()
            .map(|record| outing(record, pack))
            .collect(),
        agreements: agreements(shelved),
        look_again: shelved.look_again(),
        named: named(shelved),
        kept: crossings
            .iter()
            .flat_map(|record| match mode {
                Mode::Solo => kept_lines(words, &shelved.river, record),
                Mode::Pair => kept_by_both(words, record),
            })
            .collect(),
        is_unread: false,
        has_copies: false,
        returns: can(RETURN),
        lets_go: can(LETTING_GO),
        is_let_go: landed.is_some_and(Record::lets_go),
        home: String::new(),
    }
}

/// Whether a practice can be walked: by two only where each of them is asked first.
fn walks(pack: &Pack, practice: &str, mode: Mode) -> bool {
    let practice = pack.practices.get(&Id::new(practice));
    practice.is_some_and(|practice| mode == Mode::Solo || asks_each_first(practice))
}

fn outing(record: &Record, pack: Option<&Pack>) -> Outing {
    let practice = pack.and_then(|pack| pack.practices.get(&record.header.practice));
    let floes = practice.iter().flat_map(|practice| &practice.floes);
    let floes: Vec<_> = floes
        .map(|floe| (floe.id.clone(), floe.short.clone()))
        .collect();
    Outing::of(record, &floes)
}

/// The agreements, the newest first.
fn agreements(shelved: &Shelved) -> Vec<Agreed> {
    let mut entries = shelved.ledger().entries;
    let written = |entry: &Entry| entry.versions.last().map(|version| version.at);
    entries.sort_by_key(|entry| std::cmp::Reverse(written(entry)));
    entries.iter().filter_map(agreed).collect()
}

fn agreed(entry: &Entry) -> Option<Agreed> {
    let version = entry.standing()?;
    let until = version.agreement.until.as_deref().and_then(day_in);
    let day = match (entry.over, until) {
        (Some((day, _)), _) => DayOf::Since(day),
        (None, Some(day)) => DayOf::Until(day),
        (None, None) => DayOf::Since(version.at.day()),
    };
    Some(Agreed {
        stands: Key::of_life(entry.life()),
        text: version.agreement.text.clone(),
        day,
    })
}

/// The days named by agreements that aren't over.
fn named(shelved: &Shelved) -> Vec<NaiveDate> {
    let entries = shelved.ledger().entries;
    let open = entries.iter().filter(|entry| entry.over.is_none());
    let standing = open.filter_map(Entry::standing);
    standing
        .flat_map(|version| days(&version.agreement))
        .map(|(_, day)| day)
        .collect()
}
