//! What is put on paper: what was kept of a river or of one crossing, and only that.
//!
//! Of two people nothing stands here that isn't for both: what belongs to both, and marks that were shown. What one
//! of them crossed alone is theirs; it has its own id, and a leaflet of its own.

use crate::content::Id;
use crate::ledger::{Entry, Landed, Life, Version, fold};
use crate::session::{Item, ItemKind, Record, River, Seat, Stage, Substance};
use chrono::{NaiveDate, NaiveDateTime};

/// What was kept of a river, or of one crossing.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaflet {
    /// Id of the river or the crossing.
    pub id: String,
    /// Id of the river.
    pub river: String,
    /// Whether it is about a whole river.
    pub whole: bool,
    /// Whether it is for two, each of whom may read all of it.
    pub of_two: bool,
    /// The river's title, in the people's own words; empty if nobody gave it one.
    pub title: String,
    /// Their names, first seat first.
    pub names: Vec<String>,
    /// The crossings, earliest first, each with what was kept of it.
    pub outings: Vec<Outing>,
    /// The agreements, in the order they were made.
    pub agreements: Vec<Promised>,
    /// The day to look again.
    pub next: Option<Next>,
}

/// A crossing.
#[derive(Debug, Clone, PartialEq)]
pub struct Outing {
    /// Its id.
    pub id: String,
    /// The practice it began with.
    pub practice: Id,
    /// Whether two crossed together.
    pub together: bool,
    /// When it began.
    pub started: NaiveDateTime,
    /// When it landed; None while it is under way.
    pub ended: Option<NaiveDateTime>,
    /// What was kept.
    pub kept: Vec<Item>,
}

/// An agreement, and how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Promised {
    /// Its versions and everybody's marks, as far as they are part of this leaflet.
    pub entry: Entry,
    /// How it stands, seen from the last crossing of this leaflet.
    pub life: Life,
}

/// A day to look again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The day.
    pub day: NaiveDate,
    /// The crossing that named it.
    pub crossing: String,
    /// When that landed.
    pub at: NaiveDateTime,
}

impl Leaflet {
    /// All that was kept of a river. Once two have crossed it, what they crossed together.
    #[must_use]
    pub fn of_river(river: &River, crossings: &[Record]) -> Self {
        let of_two = crossings.iter().any(|record| record.header.is_pair());
        let mut records: Vec<&Record> = crossings.iter().collect();
        records.retain(|record| !of_two || record.header.is_pair());
        records.sort_by_key(|record| (record.header.started, &record.header.id));
        let outings: Vec<Outing> = records.iter().copied().map(outing).collect();
        Self {
            id: river.id.clone(),
            river: river.id.clone(),
            whole: true,
            of_two,
            title: river.title.clone(),
            names: river.seats.clone(),
            agreements: agreements(&outings, &records),
            next: records.iter().rev().find_map(|record| next(record)),
            outings,
        }
    }

    /// What was kept of one crossing of a river; None if the river has none of this id. An agreement of an earlier
    /// crossing stands in it where this one says something of it.
    #[must_use]
    pub fn of_crossing(river: &River, crossings: &[Record], id: &str) -> Option<Self> {
        let record = crossings.iter().find(|record| record.header.id == id)?;
        let header = &record.header;
        let of_two = header.is_pair();
        // What was said of agreements up to here, as far as whoever walked this one may read it.
        let mut known: Vec<&Record> = crossings.iter().collect();
        known.retain(|other| {
            landed(other).is_some_and(|(at, _)| landed(record).is_some_and(|(end, _)| at <= end))
                && (!of_two || other.header.is_pair())
        });
        let outings: Vec<Outing> = known.iter().copied().map(outing).collect();
        let mut agreements = agreements(&outings, &known);
        let own = outing(record);
        agreements.retain_mut(|promised| promised.only_of(&own));
        let name =
            |own: &Option<String>, seat: usize| own.clone().or(river.seats.get(seat).cloned());
        let names = [name(&header.me, 0), name(&header.other, 1)];
        Some(Self {
            id: header.id.clone(),
            river: river.id.clone(),
            whole: false,
            of_two,
            title: river.title.clone(),
            names: names.into_iter().flatten().collect(),
            agreements,
            next: next(record),
            outings: vec![own],
        })
    }

    /// The name of somebody, if they have one.
    #[must_use]
    pub fn name(&self, seat: Seat) -> Option<&str> {
        let name = match seat {
            Seat::First => self.names.first(),
            Seat::Second => self.names.get(1),
        };
        name.map(String::as_str)
    }

    /// What was kept, item by item, earliest first.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.outings.iter().flat_map(|outing| &outing.kept)
    }
}

impl Promised {
    /// Leaves what one crossing says of it, and the version that stood then; false if it says nothing.
    fn only_of(&mut self, outing: &Outing) -> bool {
        let here = |crossing: &str| crossing == outing.id;
        let standing = self.entry.standing().cloned();
        self.entry.marks.retain(|marked| here(&marked.crossing));
        let turned = outing.kept.iter().any(
            |item| matches!(&item.substance, Substance::Turn(turn) if turn.of == self.entry.id),
        );
        let written = |version: &Version| here(&version.crossing);
        let speaks =
            turned || !self.entry.marks.is_empty() || self.entry.versions.iter().any(written);
        self.entry
            .versions
            .retain(|version| written(version) || Some(version) == standing.as_ref());
        speaks
    }
}

fn outing(record: &Record) -> Outing {
    let header = &record.header;
    let kept = landed(record).map(|(_, kept)| kept).unwrap_or_default();
    let readable = |item: &&Item| is_readable(item, header.is_pair());
    Outing {
        id: header.id.clone(),
        practice: header.practice.clone(),
        together: header.is_pair(),
        started: header.started.0,
        ended: landed(record).map(|(at, _)| at),
        kept: kept.iter().filter(readable).cloned().collect(),
    }
}

/// Whether everybody the leaflet is for may read it: alone all of it, two people what is both's or was shown.
fn is_readable(item: &Item, of_two: bool) -> bool {
    let shown = matches!(&item.substance, Substance::Mark(mark) if mark.shown);
    !of_two || item.shared || shown
}

fn landed(record: &Record) -> Option<(NaiveDateTime, &[Item])> {
    match &record.stage {
        Stage::Landed { ended, kept, .. } => Some((ended.0, kept)),
        Stage::Crossing { .. } => None,
    }
}

/// The day to look again that a crossing named. Of two people it stands here only if both kept it.
fn next(record: &Record) -> Option<Next> {
    let Stage::Landed {
        ended,
        kept,
        next: Some(day),
        ..
    } = &record.stage
    else {
        return None;
    };
    let of_two = record.header.is_pair();
    let both = kept
        .iter()
        .any(|item| item.shared && item.kind == ItemKind::LookAgain);
    (!of_two || both).then(|| Next {
        day: *day,
        crossing: record.header.id.clone(),
        at: ended.0,
    })
}

/// The agreements these outings tell of. Each outing belongs to the record beside it.
fn agreements(outings: &[Outing], records: &[&Record]) -> Vec<Promised> {
    let beside = outings.iter().zip(records);
    let landed = beside.filter_map(|(outing, record)| match &record.stage {
        Stage::Landed { ended, .. } => Some(Landed {
            crossing: &outing.id,
            at: *ended,
            kept: &outing.kept,
        }),
        Stage::Crossing { .. } => None,
    });
    let entries = fold(&landed.collect::<Vec<_>>()).entries.into_iter();
    entries
        .map(|entry| Promised {
            life: entry.life(),
            entry,
        })
        .collect()
}
