//! What a crossing leaves on the shelf: drafts while it is under way, and what was kept once it has landed.
//!
//! Nothing is handed over before saving is on: for two people, before each of them has said yes.

use super::env::{Status, Wanted};
use super::guide::{Ended, Guide as _};
use super::sitting::Sitting;
use crate::chance::short_id;
use crate::flow::Saving;
use crate::session::{FORMAT, ItemKind, Record, River, Stage};
use crate::time::day_in;
use crate::words::Key;

/// A kibibyte, in bytes.
const KIB: u64 = 1024;

impl Sitting {
    /// Hands the crossing over as far as it has come.
    pub(super) fn save(&mut self) {
        if self.landed || self.flow.saving() != Saving::On {
            return;
        }
        let river = self.river_now();
        let stage = self.flow.stage(&self.drafts.listed());
        let record = self.record(stage, &river);
        self.handed = Some(self.env.clock.now());
        self.env.shelf.keep(&record, &river);
        self.river = Some(river);
    }

    /// Rewrites it as landed: what was kept, and nothing else.
    pub(super) fn land(&mut self) {
        if self.flow.saving() != Saving::On {
            return;
        }
        let kept = self.flow.kept();
        // The day goes the way of the line it stands in.
        let looks_again = kept.iter().any(|item| item.kind == ItemKind::LookAgain);
        let words = self.flow.look_again().filter(|_| looks_again);
        let next = words.and_then(|words| day_in(&words));
        let stage = Stage::Landed {
            ended: self.env.clock.now(),
            kept,
            next,
            far: self.flow.far(),
        };
        let river = self.river_now();
        let record = self.record(stage, &river);
        self.env.shelf.land(&record, &river);
        let settled = self.env.shelf.settle();
        self.landed = settled && !matches!(self.env.shelf.status(), Status::Failed(_));
        self.river = Some(river);
    }

    /// Removes what was saved of it.
    pub(super) fn unsave(&mut self) {
        let Some(river) = self.river.take() else {
            return;
        };
        let stage = self.flow.stage(&[]);
        let record = self.record(stage, &river);
        self.env.shelf.remove(&record);
    }

    /// Saves what is open, and leaves.
    pub(super) fn leave(&mut self) -> Ended {
        self.save();
        self.env.shelf.settle();
        Ended::Left
    }

    /// The last page was read. A landing that didn't reach the disk is tried once more before anything ends.
    pub(super) fn end(&mut self) -> Option<Ended> {
        if self.waits_to_land() {
            self.land();
        }
        (!self.waits_to_land()).then_some(Ended::Done)
    }

    /// Landing was chosen, and what was to be kept is not on the disk yet.
    pub(super) fn waits_to_land(&self) -> bool {
        self.flow.has_landed() && !self.landed && self.flow.saving() == Saving::On
    }

    fn record(&mut self, stage: Stage, river: &River) -> Record {
        self.rev += 1;
        let mut header = self.flow.header().clone();
        header.river = Some(river.id.clone());
        // What they were brought along for is over; the river knows them.
        if matches!(stage, Stage::Landed { .. }) {
            header.brought.clear();
        }
        Record {
            format: FORMAT,
            rev: self.rev,
            header,
            stage,
        }
    }

    /// The river as it is known now: found or made at the first save, its names and title kept up afterwards.
    fn river_now(&mut self) -> River {
        // Of a talk somebody built, who is in it stands in its own file alone.
        let named = |name: Option<String>| name.filter(|_| !self.flow.is_own_talk());
        let (me, other) = (named(self.flow.me()), named(self.flow.other()));
        let title = self.flow.title();
        let mut river = match self.river.clone() {
            Some(river) => river,
            None => {
                let new_id = short_id(self.env.entropy.draw());
                let header = self.flow.header();
                self.env.shelf.river_for(&Wanted {
                    mode: header.mode,
                    id: header.river.as_deref(),
                    new_id: &new_id,
                    title: title.as_deref(),
                    me: me.as_deref(),
                    other: other.as_deref(),
                })
            }
        };
        if let Some(title) = title {
            river.title = title;
        }
        if me.is_some() || other.is_some() {
            river.seats = [me, other].into_iter().flatten().collect();
        }
        river
    }

    /// How saving stands, in a few words; empty when there is nothing to say.
    pub(super) fn standing(&self) -> String {
        let words = self.words();
        if self.flow.saving() == Saving::Off {
            return words.say(Key::SavingOff, &[]);
        }
        match self.env.shelf.status() {
            Status::Idle => String::new(),
            Status::Saving => words.say(Key::SavingNow, &[]),
            Status::Saved => {
                let time = self.handed.map(|handed| handed.hour()).unwrap_or_default();
                words.say(Key::SavedAt, &[("time", &time)])
            }
            Status::Unconfirmed => words.say(Key::SavedUnconfirmed, &[]),
            Status::Beside => words.say(Key::SavedBeside, &[]),
            Status::Failed(why) => words.say(Key::NotSaved, &[("why", &why)]),
        }
    }

    /// What to say to somebody who has left. Who was told that it runs one person at a time is told no more.
    pub(super) fn last_words(&self) -> Vec<String> {
        if self.flow.has_parted() {
            return Vec::new();
        }
        let words = self.words();
        let flag = self.env.shelf.flag();
        if let Status::Failed(why) = self.env.shelf.status() {
            return self.unsaved(Key::SavingGaveUp, &why);
        }
        if self.landed {
            let told = [Key::KeptShow, Key::KeptErase];
            return told.map(|key| words.say(key, &self.called(&flag))).to_vec();
        }
        let key = if self.river.is_some() {
            Key::HowToResume
        } else {
            Key::NothingSaved
        };
        vec![words.say(key, &self.called(&flag))]
    }

    /// Why what was written isn't safe, a sentence each, when saving has failed.
    pub(super) fn troubles(&self) -> Vec<String> {
        match self.env.shelf.status() {
            Status::Failed(why) => self.unsaved(Key::SavingFailed, &why),
            _ => Vec::new(),
        }
    }

    /// That something isn't saved, how much room there is if there is little, and that there are other folders.
    fn unsaved(&self, key: Key, why: &str) -> Vec<String> {
        let words = self.words();
        let path = self.env.shelf.whereabouts();
        let room = self.env.shelf.little_room().map(|bytes| {
            let kib = (bytes / KIB).to_string();
            words.say(Key::SavingRoom, &[("path", &path), ("n", &kib)])
        });
        let said = std::iter::once(words.say(key, &[("why", why)]));
        let elsewhere = words.say(Key::SavingElsewhere, &[]);
        said.chain(room).chain([elsewhere]).collect()
    }

    /// Where what was kept lies, and how it is read and erased again.
    pub(super) fn where_kept(&self) -> [String; 3] {
        let words = self.words();
        let flag = self.env.shelf.flag();
        let path = self.env.shelf.whereabouts();
        [
            words.say(Key::KeptWhere, &[("path", &path)]),
            words.say(Key::KeptShow, &self.called(&flag)),
            words.say(Key::KeptErase, &self.called(&flag)),
        ]
    }

    /// The blanks of a sentence that names a command for this crossing.
    fn called<'a>(&'a self, flag: &'a str) -> [(&'static str, &'a str); 2] {
        [("id", &self.flow.header().id), ("home", flag)]
    }
}
