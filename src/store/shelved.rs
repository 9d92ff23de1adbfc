//! A river with its crossings, as they lie on the shelf, and what they come to together.

use crate::ledger::{Landed, Ledger, fold};
use crate::session::{FORMAT, Record, River};
use crate::time::Moment;
use chrono::NaiveDate;
use std::path::Path;

/// A river with its crossings, the one that began last comes last.
#[derive(Debug)]
pub struct Shelved {
    /// The river.
    pub river: River,
    /// Its crossings.
    pub crossings: Vec<Record>,
}

impl Shelved {
    /// Whether two people have crossed it together.
    #[must_use]
    pub fn is_of_two(&self) -> bool {
        self.crossings.iter().any(|record| record.header.is_pair())
    }

    /// The river as two people may see it: without what one of them crossed alone. None if they never crossed it.
    #[must_use]
    pub fn of_two(mut self) -> Option<Self> {
        self.crossings.retain(|record| record.header.is_pair());
        (!self.crossings.is_empty()).then_some(self)
    }

    /// Its agreements, folded from the crossings that are here.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        let landed: Vec<Landed<'_>> = self.crossings.iter().filter_map(landed).collect();
        fold(&landed)
    }

    /// Whether there is anything to come back to: a crossing that has landed.
    #[must_use]
    pub fn has_landed(&self) -> bool {
        self.crossings
            .iter()
            .any(|record| record.landed().is_some())
    }

    /// The crossing under way that began last.
    #[must_use]
    pub fn under_way(&self) -> Option<&Record> {
        let mut latest_first = self.crossings.iter().rev();
        latest_first.find(|record| record.landed().is_none())
    }

    /// The day to look again: the one named last, unless somebody landed here again on it or later.
    #[must_use]
    pub fn look_again(&self) -> Option<NaiveDate> {
        let mut landed: Vec<_> = self.crossings.iter().filter_map(Landing::of).collect();
        landed.sort_by_key(|landing| landing.at);
        let at = landed.iter().rposition(|landing| landing.next.is_some())?;
        let next = landed.get(at)?.next?;
        let since = landed.get(at + 1..)?;
        since
            .iter()
            .all(|landing| landing.at.day() < next)
            .then_some(next)
    }

    /// The day on which agreements were looked at last, on a return visit.
    #[must_use]
    pub fn looked(&self) -> Option<NaiveDate> {
        let visits = self
            .crossings
            .iter()
            .filter(|record| record.is_return_visit());
        visits
            .filter_map(|record| Some(record.landed()?.day()))
            .max()
    }

    /// The earliest day that asks somebody to come back: to look again, or one an agreement names.
    #[must_use]
    pub fn next(&self) -> Option<NaiveDate> {
        let looked = self.looked();
        let ledger = self.ledger();
        let of_agreements = ledger.entries.iter().filter_map(|entry| entry.next(looked));
        of_agreements.chain(self.look_again()).min()
    }
}

fn landed(record: &Record) -> Option<Landed<'_>> {
    Some(Landed {
        crossing: &record.header.id,
        at: record.landed()?,
        kept: record.kept(),
    })
}

struct Landing {
    at: Moment,
    next: Option<NaiveDate>,
}

impl Landing {
    fn of(record: &Record) -> Option<Self> {
        let at = record.landed()?;
        let next = record.next();
        Some(Self { at, next })
    }
}

/// A river told again from its crossings, when its own file is gone: as two people called it, if they did.
pub(super) fn retold(folder: &Path, crossings: &[Record]) -> River {
    let id = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mut headers = crossings.iter().rev().map(|record| &record.header);
    let of_two = headers.clone().find(|header| header.is_pair());
    let latest = of_two.or_else(|| headers.next());
    River {
        format: FORMAT,
        id,
        title: latest
            .and_then(|header| header.title.clone())
            .unwrap_or_default(),
        seats: latest
            .into_iter()
            .flat_map(|header| [header.me.clone(), header.other.clone()])
            .flatten()
            .collect(),
    }
}
