//! From landed crossings to the ledger.

use super::{Entry, Landed, Ledger, Marked, Version};
use crate::session::{Agreement, Fate, Item, Mark, Status, Substance, Turn};

/// Folds landed crossings into the ledger. They may come in any order; what landed first comes first.
#[must_use]
pub fn fold(crossings: &[Landed<'_>]) -> Ledger {
    let mut crossings: Vec<&Landed<'_>> = crossings.iter().collect();
    crossings.sort_by_key(|landed| (landed.at, landed.crossing));
    let mut ledger = Ledger::default();
    for landed in crossings {
        // Marks and turns are about what stood before this visit, new versions come after them.
        for item in landed.kept {
            match &item.substance {
                Substance::Mark(mark) => ledger.mark(landed, item, mark),
                Substance::Turn(turn) => ledger.turn(landed, turn),
                _ => {}
            }
        }
        for item in landed.kept {
            if let Substance::Agreement(agreement) = &item.substance {
                ledger.write(landed, item, agreement);
            }
        }
    }
    for entry in &mut ledger.entries {
        entry.marks.sort_by_key(|marked| (marked.on, marked.at));
    }
    ledger
}

/// The id of an agreement: its crossing, a point, and the number its item has there.
#[must_use]
pub fn id_of(crossing: &str, item: &Item) -> String {
    let number = item.id.split_once('.').map_or("1", |(_, number)| number);
    format!("{crossing}.{number}")
}

/// Whether an item of a crossing is a version of this agreement, a mark of it, or a turn.
#[must_use]
pub fn is_about(crossing: &str, item: &Item, agreement: &str) -> bool {
    match &item.substance {
        Substance::Agreement(version) => match &version.of {
            Some(of) => of == agreement,
            None => id_of(crossing, item) == agreement,
        },
        Substance::Mark(mark) => mark.of == agreement,
        Substance::Turn(turn) => turn.of == agreement,
        Substance::Text(_) | Substance::Chosen(_) => false,
    }
}

impl Ledger {
    fn entry(&mut self, id: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id == id)
    }

    /// A new agreement, or a new version of one. Whatever ended that is over itself: it was taken up again.
    fn write(&mut self, landed: &Landed<'_>, item: &Item, agreement: &Agreement) {
        let version = Version {
            crossing: landed.crossing.to_owned(),
            at: landed.at,
            agreement: agreement.clone(),
        };
        let id = agreement
            .of
            .clone()
            .unwrap_or_else(|| id_of(landed.crossing, item));
        match self.entry(&id) {
            Some(entry) => {
                entry.versions.push(version);
                entry.over = None;
            }
            // The crossing it was first written on is lost; this version tells of it.
            None => self.entries.push(Entry {
                id,
                by: item.seat,
                versions: vec![version],
                marks: Vec::new(),
                over: None,
            }),
        }
    }

    /// A mark of something that isn't known any more has nothing to stand beside.
    fn mark(&mut self, landed: &Landed<'_>, item: &Item, mark: &Mark) {
        let marked = Marked {
            on: mark.on.unwrap_or_else(|| landed.at.day()),
            by: item.seat,
            crossing: landed.crossing.to_owned(),
            at: landed.at,
            mark: mark.clone(),
        };
        if let Some(entry) = self.entry(&mark.of) {
            entry.marks.push(marked);
        }
    }

    fn turn(&mut self, landed: &Landed<'_>, turn: &Turn) {
        let Some(entry) = self.entry(&turn.of) else {
            return;
        };
        match turn.to {
            Fate::Agreed => {
                // A yes is one to the version that was read; another may have been written alone in between.
                let read = |version: &Version| Some(&version.crossing) == turn.version.as_ref();
                let read = entry.versions.iter().rposition(read);
                let at = read.or(entry.versions.len().checked_sub(1));
                if let Some(version) = at.and_then(|at| entry.versions.get_mut(at)) {
                    version.agreement.status = Status::Agreed;
                }
            }
            over => entry.over = Some((landed.at.day(), over)),
        }
    }
}
