//! A cache of what the first screen shows of every river, so that a home opens without reading its crossings.
//!
//! `index.ron` lies beside the rivers' folders. It is believed only as long as a river's folder and its own file are
//! those it was made from, by time and size; any other river is read anew. It is written together with saves and with
//! erasing, never by looking, and everything in it can be made again: nothing but the first rows may come from it.

use super::atomic::{self, MAX_BYTES};
use super::disk::{Disk as _, Real};
use super::seal::Seal;
use super::shelf::{ShelfError, Shelved, Shelves, river_file};
use super::text_file::harmless;
use crate::session::{FORMAT, River, Stage};
use crate::time::Moment;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Name of the cache.
const INDEX: &str = "index.ron";

/// What the first screen shows of a river.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The river.
    pub river: River,
    /// How all its crossings stand.
    pub all: Stand,
    /// How those of two people stand; None if there are none.
    #[serde(default)]
    pub of_two: Option<Stand>,
}

/// How the crossings of a river stand. None of them is counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Stand {
    /// When the one that began last began.
    pub last: Option<Moment>,
    /// The one under way that began last.
    pub under_way: Option<UnderWay>,
    /// The earliest day that asks somebody to come back.
    pub next: Option<NaiveDate>,
}

/// A crossing under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnderWay {
    /// Its id.
    pub id: String,
    /// The floe it rests on.
    pub floe: Option<String>,
    /// When it began.
    pub started: Moment,
}

/// The cache as a file.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    format: u32,
    rivers: BTreeMap<String, Known>,
}

/// A row, and what it was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    made: Made,
    /// None where there is nothing in the folder that could be listed.
    row: Option<Row>,
}

/// How a river's folder and its own file looked when they were read: seconds, nanoseconds and size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Made {
    folder: (i64, i64),
    river: (i64, i64, u64),
}

impl Made {
    fn of(folder: &Path) -> Self {
        let own = fs::symlink_metadata(river_file(folder));
        let folder = fs::metadata(folder);
        Self {
            folder: folder.map_or((0, 0), |meta| (meta.mtime(), meta.mtime_nsec())),
            river: own.map_or((0, 0, 0), |meta| {
                (meta.mtime(), meta.mtime_nsec(), meta.size())
            }),
        }
    }
}

impl Row {
    fn of(shelved: Shelved) -> Self {
        let (river, all) = (shelved.river.clone(), Stand::of(&shelved));
        let of_two = if shelved.is_of_two() {
            shelved.of_two()
        } else {
            None
        };
        Self {
            river,
            all,
            of_two: of_two.as_ref().map(Stand::of),
        }
    }
}

impl Stand {
    fn of(shelved: &Shelved) -> Self {
        let last = shelved.crossings.last();
        Self {
            last: last.map(|record| record.header.started),
            under_way: shelved.under_way().map(|record| UnderWay {
                id: record.header.id.clone(),
                floe: match &record.stage {
                    Stage::Crossing { place, .. } => {
                        place.as_ref().map(|(floe, _)| floe.to_string())
                    }
                    Stage::Landed { .. } => None,
                },
                started: record.header.started,
            }),
            next: shelved.next(),
        }
    }
}

impl Shelves {
    /// What the first screen shows, the river crossed last first. Rivers that can't be read are left out here; the
    /// lists that read everything tell of them. Nothing is written.
    ///
    /// # Errors
    /// When the home itself can't be used.
    pub fn rows(&self) -> Result<Vec<Row>, ShelfError> {
        if !self.home().check()? {
            return Ok(Vec::new());
        }
        let known = self.looked_up(self.index());
        let mut rows: Vec<Row> = known.into_values().filter_map(|known| known.row).collect();
        rows.sort_by_key(|row| Reverse(row.all.last));
        Ok(rows)
    }

    /// Writes the cache anew, reading those rivers that have changed since. What it holds can be made again, so it
    /// doesn't matter whether this succeeds.
    pub(super) fn note_down(&self) {
        self.write_index(self.index());
    }

    /// Takes the cache off the disk, with whatever a killed run has left of it, and hands over what it knew.
    pub(super) fn take_index(&self) -> BTreeMap<String, Known> {
        let known = self.index();
        // A home that isn't there has none.
        let _ = atomic::erase(&Real, &self.index_file());
        known
    }

    /// Writes the cache from what is known and what has changed since.
    pub(super) fn write_index(&self, known: BTreeMap<String, Known>) {
        let rivers = self.looked_up(known);
        if rivers.is_empty() {
            return;
        }
        let index = Index {
            format: FORMAT,
            rivers,
        };
        if let Ok(text) = ron::to_string(&index) {
            let text = Zeroizing::new(text);
            // Without its key a sealed home gets no cache.
            if let Ok(bytes) = self.seal().close(text.as_bytes()) {
                let _ = atomic::place(&Real, &self.index_file(), &bytes);
            }
        }
    }

    /// What is known of every river there is: from the cache where it still holds, else from the river's files.
    fn looked_up(&self, mut cached: BTreeMap<String, Known>) -> BTreeMap<String, Known> {
        let look = |folder: PathBuf| {
            let id = folder.file_name()?.to_str()?.to_owned();
            let made = Made::of(&folder);
            let cached = cached.remove(&id).filter(|known| known.made == made);
            let known = cached.unwrap_or_else(|| Known {
                made,
                row: self.river(&id).map(Row::of),
            });
            Some((id, known))
        };
        self.folders().filter_map(look).collect()
    }

    /// Whether the cache is believed in what isn't so: its river looks as it did, and says something else. Nothing is
    /// written.
    pub(super) fn is_index_untrue(&self) -> bool {
        let mut anew = self.looked_up(BTreeMap::new());
        let is_untrue = |(id, known): (String, Known)| {
            let now = anew.remove(&id);
            now.is_some_and(|now| now.made == known.made && now.row != known.row)
        };
        self.index().into_iter().any(is_untrue)
    }

    fn index(&self) -> BTreeMap<String, Known> {
        read(self.seal(), &self.index_file()).unwrap_or_default()
    }

    fn index_file(&self) -> PathBuf {
        self.home().root().join(INDEX)
    }
}

/// The rows of a cache; None if there is none of this format that can be read.
fn read(seal: &dyn Seal, path: &Path) -> Option<BTreeMap<String, Known>> {
    let bytes = Zeroizing::new(Real.read(path, MAX_BYTES).ok()?);
    let bytes = seal.open(&bytes).ok()?;
    let text = harmless(std::str::from_utf8(&bytes).ok()?);
    let index: Index = ron::from_str(&text).ok()?;
    (index.format == FORMAT).then_some(index.rivers)
}
