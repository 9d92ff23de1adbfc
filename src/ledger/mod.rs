//! The ledger of a river: its agreements and what became of them, folded from its landed crossings. It is never
//! written down as such: the crossings are the only truth, so nothing can disagree with them.
//!
//! Each person's marks stand beside each other, in the order of their days. Nothing here merges or counts them.

mod days;
mod fold;

pub use days::days;
pub use fold::{fold, id_of, is_about};

use crate::content::View;
use crate::session::{Agreement, Brought, Fate, Item, Mark, Seat, Status};
use crate::time::Moment;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What a landed crossing says: its kept items, and when it landed.
#[derive(Debug, Clone, Copy)]
pub struct Landed<'a> {
    /// Id of the crossing.
    pub crossing: &'a str,
    /// When it landed.
    pub at: Moment,
    /// What its people kept.
    pub kept: &'a [Item],
}

/// All agreements of a river, in the order they were made.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    /// The agreements.
    pub entries: Vec<Entry>,
}

/// One agreement through all its versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its id: the crossing it was made on, a point, and its place there. Stable for good.
    pub id: String,
    /// Whose promise it is.
    pub by: Seat,
    /// Every version, the first one first; at least one.
    pub versions: Vec<Version>,
    /// Everybody's marks, by day.
    pub marks: Vec<Marked>,
    /// What ended it, and when; None while it is open.
    pub over: Option<(NaiveDate, Fate)>,
}

/// A version of an agreement.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The crossing it was written on.
    pub crossing: String,
    /// When that landed.
    pub at: Moment,
    /// The agreement.
    pub agreement: Agreement,
}

/// Somebody's mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The day it is about.
    pub on: NaiveDate,
    /// Who marked it.
    pub by: Seat,
    /// The crossing it was made on.
    pub crossing: String,
    /// When that landed.
    pub at: Moment,
    /// The mark.
    pub mark: Mark,
}

/// How an agreement stands (design: domain 2.7, "Agreement life").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Life {
    /// Written, and waiting for a yes.
    Offered,
    /// Both said yes.
    Agreed,
    /// Both said yes, and a new version waits for two more; the old one stands.
    ChangeOffered,
    /// Both said yes to a newer version than the first.
    Changed,
    /// Over, with thanks.
    Completed,
    /// Ended.
    Ended,
    /// Let go, because it was remembered differently.
    Differently,
}

impl Ledger {
    /// The agreements a return visit brings along: those that aren't over, as they stand.
    #[must_use]
    pub fn brought(&self) -> Vec<Brought> {
        let open = self.entries.iter().filter(|entry| entry.over.is_none());
        open.filter_map(Entry::brought).collect()
    }
}

impl Entry {
    /// The version that stands: the latest both said yes to, else the latest offered.
    #[must_use]
    pub fn standing(&self) -> Option<&Version> {
        let agreed = self
            .versions
            .iter()
            .rev()
            .find(|version| version.is_agreed());
        agreed.or(self.versions.last())
    }

    /// A new version that waits for two yeses while the old one stands.
    #[must_use]
    pub fn offered(&self) -> Option<&Version> {
        let last = self.versions.last()?;
        let waits = !last.is_agreed() && self.versions.iter().any(Version::is_agreed);
        waits.then_some(last)
    }

    /// How it stands.
    #[must_use]
    pub fn life(&self) -> Life {
        let agreed = self.versions.iter().filter(|version| version.is_agreed());
        match (self.over, self.offered(), agreed.count()) {
            (Some((_, Fate::Completed)), ..) => Life::Completed,
            (Some((_, Fate::Differently)), ..) => Life::Differently,
            (Some(_), ..) => Life::Ended,
            (None, Some(_), _) => Life::ChangeOffered,
            (None, None, 0) => Life::Offered,
            (None, None, 1) => Life::Agreed,
            (None, None, _) => Life::Changed,
        }
    }

    fn brought(&self) -> Option<Brought> {
        let broken = self
            .marks
            .iter()
            .filter(|marked| marked.mark.view == View::Broken);
        let visits: BTreeSet<&str> = broken.map(|marked| marked.crossing.as_str()).collect();
        // A version written since has answered the wish. Marks stand by the day they are about, wishes count by visit.
        let written = self.versions.last()?;
        let wishes = self.marks.iter();
        let wishes = wishes.filter(|marked| marked.mark.wish.is_some());
        let wished = wishes.max_by_key(|marked| marked.at);
        let wish =
            wished.filter(|marked| marked.at >= written.at && marked.crossing != written.crossing);
        Some(Brought {
            id: self.id.clone(),
            by: self.by,
            standing: self.standing()?.agreement.clone(),
            offered: self.offered().map(|version| version.agreement.clone()),
            written: Some(written.crossing.clone()),
            wish: wish.and_then(|marked| marked.mark.wish.clone()),
            broken_twice: visits.len() == 2,
        })
    }
}

impl Version {
    fn is_agreed(&self) -> bool {
        self.agreement.status == Status::Agreed
    }
}
