//! The page for a file that can't be read: what can be had in its place, and leaving it as it is.

use super::bare;
use super::env::day_of;
use super::guide::{Act, Door, Ended, Guide, Reaction};
use crate::content::{Id, Pack};
use crate::flow::{AskView, MapRow, Offered, Page, Pane, PaneView, Reply};
use crate::store::mending::{Instead, Unread, What};
use crate::store::shelf::{ShelfError, Shelves};
use crate::text::clean_path;
use crate::words::{Key, Words};
use chrono::NaiveDate;
use std::sync::Arc;

/// Leaving it as it is.
const LEAVE: &str = "leave";

/// A file that can't be read, and somebody who chooses what becomes of it.
pub struct Mending {
    pack: Arc<Pack>,
    shelves: Shelves,
    unread: Unread,
    today: NaiveDate,
    /// Why what was chosen couldn't be done.
    refused: Option<String>,
}

impl Mending {
    /// The page of this file, seen from a day.
    #[must_use]
    pub fn of(pack: Arc<Pack>, shelves: Shelves, unread: Unread, today: NaiveDate) -> Self {
        Self {
            pack,
            shelves,
            unread,
            today,
            refused: None,
        }
    }

    fn offered(&self, instead: &Instead) -> Offered {
        let (id, key) = named(instead);
        let day = written_on(instead).map(|day| self.words().day(day, self.today));
        Offered {
            id: Id::new(id),
            text: self.words().say(key, &[("day", &day.unwrap_or_default())]),
            note: None,
        }
    }

    /// What there is to know before choosing.
    fn told(&self) -> Vec<String> {
        let words = self.words();
        let (what, stays) = match self.unread.is_of_river() {
            true => (Key::UnreadRiver, Key::UnreadStays),
            false => (Key::UnreadCrossing, Key::UnreadStaysCrossing),
        };
        let name = self
            .unread
            .aside
            .as_deref()
            .and_then(|path| path.file_name());
        let name = name.map(|name| name.to_string_lossy().into_owned());
        let path = clean_path(&self.unread.path);
        let blanks = [
            ("path", path.as_str()),
            ("name", name.as_deref().unwrap_or("?")),
        ];
        let stays = if self.unread.instead.is_empty() {
            Key::UnreadNothing
        } else {
            stays
        };
        let told = [what, stays].map(|key| words.say(key, &blanks));
        self.refused.iter().cloned().chain(told).collect()
    }

    fn chosen(&mut self, option: &str) -> Reaction {
        let mut instead = self.unread.instead.iter();
        let Some(instead) = instead.find(|instead| named(instead).0 == option) else {
            return back();
        };
        match self.shelves.mend(&self.unread, instead) {
            Ok(()) => back(),
            Err(error) => {
                let why = match error {
                    ShelfError::Busy => self.words().say(Key::ErrBusy, &[]),
                    other => {
                        let blanks = [("why", other.reason())];
                        let blanks = blanks.each_ref().map(|(name, why)| (*name, why.as_str()));
                        self.words().say(Key::UnreadRefused, &blanks)
                    }
                };
                self.refused = Some(why.replace('\n', " "));
                Reaction::default()
            }
        }
    }
}

fn back() -> Reaction {
    Reaction::ended(Ended::Through(Door::Bank))
}

/// The day a version was written, where that is known.
#[must_use]
pub fn written_on(instead: &Instead) -> Option<NaiveDate> {
    match instead.what {
        What::Before(at) => at.map(day_of),
        What::Part | What::Retold => None,
    }
}

/// The name of an option, and its sentence.
fn named(instead: &Instead) -> (&'static str, Key) {
    match instead.what {
        What::Before(_) if written_on(instead).is_none() => ("before", Key::MendBefore),
        What::Before(_) => ("before", Key::MendBeforeOf),
        What::Part => ("part", Key::MendPart),
        What::Retold => ("retold", Key::MendRetold),
    }
}

impl Guide for Mending {
    fn page(&self) -> Page {
        let words = self.words();
        let instead = self.unread.instead.iter();
        let mut options: Vec<_> = instead.map(|instead| self.offered(instead)).collect();
        options.push(Offered {
            id: Id::new(LEAVE),
            text: words.say(Key::MendLeave, &[]),
            note: None,
        });
        let ask = AskView::Choice {
            options,
            chosen: None,
        };
        Page {
            notes: self.told(),
            ..bare::page(Key::RiverWhat, ask, words)
        }
    }

    fn act(&mut self, act: Act) -> Reaction {
        match act {
            Act::Reply(Reply::Chose(option)) => self.chosen(option.as_str()),
            // Passing changes nothing.
            Act::Pass | Act::Back | Act::Undo => back(),
            Act::Leave => Reaction::ended(Ended::Left),
            _ => Reaction::told(Key::NothingHere),
        }
    }

    fn draft(&mut self, _: &str) {}

    fn half_typed(&self) -> Option<String> {
        None
    }

    fn pane(&self, pane: Pane) -> PaneView {
        bare::pane(pane, &self.pack, self.today)
    }

    fn map(&self) -> Option<Vec<MapRow>> {
        None
    }

    fn status(&self) -> String {
        String::new()
    }

    fn farewell(&self) -> Vec<String> {
        Vec::new()
    }

    fn words(&self) -> Words<'_> {
        Words::of(&self.pack)
    }
}
