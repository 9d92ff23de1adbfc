//! The shelf of real runs: crossings kept in files.

use super::env::{Shelf, Status, Wanted};
use crate::content::Mode;
use crate::session::{FORMAT, Record, River};
use crate::store::checkup::little_room;
use crate::store::desk::{Desk, Standing};
use crate::store::saver::Older;
use crate::store::shelf::Shelved;
use crate::text::clean_path;

/// A shelf whose crossings lie in files.
pub struct OnDisk {
    desk: Desk,
    flag: String,
    /// The river as two people call it, once somebody alone has looked for that; None inside if they never crossed it.
    of_two: Option<Option<River>>,
}

impl OnDisk {
    /// Keeps a crossing at this place, which a command finds again with this flag behind it.
    #[must_use]
    pub fn at(desk: Desk, flag: String) -> Self {
        Self {
            desk,
            flag,
            of_two: None,
        }
    }

    /// The river as it is written down: what two people call it isn't renamed by one of them alone.
    fn called(&mut self, record: &Record, river: &River) -> River {
        if record.header.is_pair() {
            return river.clone();
        }
        let shelves = self.desk.shelves();
        let of_two = self.of_two.get_or_insert_with(|| {
            let known = shelves.river(&river.id);
            known.filter(Shelved::is_of_two).map(|known| known.river)
        });
        of_two.as_ref().unwrap_or(river).clone()
    }
}

impl Shelf for OnDisk {
    fn river_for(&mut self, wanted: &Wanted<'_>) -> River {
        let shelves = self.desk.shelves();
        // What one of them crossed alone isn't shown where two sit, not even by its title.
        let shown = |shelved: &Shelved| wanted.mode == Mode::Solo || shelved.is_of_two();
        if let Some(id) = wanted.id
            && let Some(known) = shelves.river(id).filter(shown)
        {
            return known.river;
        }
        let seats: Vec<String> = [wanted.me, wanted.other]
            .into_iter()
            .flatten()
            .map(str::to_owned)
            .collect();
        let same_title = |river: &River| {
            wanted
                .title
                .is_none_or(|title| river.title.eq_ignore_ascii_case(title))
        };
        let mut alike: Vec<River> = if wanted.id.is_none() && !seats.is_empty() {
            let known = shelves.list().map(|listing| listing.rivers);
            let known = known.unwrap_or_default().into_iter().filter(shown);
            let rivers = known.map(|shelved| shelved.river);
            rivers
                .filter(|river| river.seats == seats && same_title(river))
                .collect()
        } else {
            Vec::new()
        };
        match (alike.pop(), alike.is_empty()) {
            (Some(only), true) => only,
            _ => River {
                format: FORMAT,
                id: wanted.new_id.to_owned(),
                title: wanted.title.unwrap_or_default().to_owned(),
                seats,
            },
        }
    }

    fn keep(&mut self, record: &Record, river: &River) {
        let river = self.called(record, river);
        self.desk.keep(record, &river, Older::Keep);
    }

    fn land(&mut self, record: &Record, river: &River) {
        let river = self.called(record, river);
        self.desk.keep(record, &river, Older::MeltAll);
    }

    fn remove(&mut self, record: &Record) {
        self.desk.remove(&record.header.id);
    }

    fn settle(&mut self) -> bool {
        self.desk.settle()
    }

    fn little_room(&self) -> Option<u64> {
        little_room(&self.desk.folder())
    }

    fn flag(&self) -> String {
        self.flag.clone()
    }

    fn status(&self) -> Status {
        match self.desk.standing() {
            Standing::Idle => Status::Idle,
            Standing::Saving => Status::Saving,
            Standing::Saved => Status::Saved,
            Standing::Unconfirmed => Status::Unconfirmed,
            Standing::Beside => Status::Beside,
            Standing::Failed(why) => Status::Failed(why),
        }
    }

    fn whereabouts(&self) -> String {
        clean_path(&self.desk.folder())
    }
}
