//! What can be had in the place of a file that can't be read, and putting it there once somebody has chosen it.

use super::atomic::{MAX_BYTES, SaveError};
use super::beside::{Side, all_of, backup_of, free_damaged};
use super::damaged;
use super::disk::{Disk as _, Real};
use super::salvage;
use super::seal::Seal as _;
use super::shelf::{RIVER, ShelfError, Shelves, crossing_files, plain, river_file, take_lock};
use super::shelved::retold;
use super::text_file::{closed, harmless, parsed, read};
use crate::session::{FORMAT, Record, River};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use zeroize::Zeroizing;

/// A file that can't be read.
#[derive(Debug, Clone)]
pub struct Unread {
    /// Where it is.
    pub path: PathBuf,
    /// The id of its crossing, or of its river where it is the river's own file.
    pub id: String,
    /// Where it will be once something else has its place; None where the disk doesn't say.
    pub aside: Option<PathBuf>,
    /// What can be had in its place, the best first.
    pub instead: Vec<Instead>,
}

/// Something that can be read, for the place of what can't.
#[derive(Debug, Clone)]
pub struct Instead {
    /// What it is.
    pub what: What,
    /// As it will lie on the disk.
    bytes: Zeroizing<Vec<u8>>,
}

/// What can be had of a file that can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The version before, and when it was written.
    Before(Option<SystemTime>),
    /// As much of it as can be read.
    Part,
    /// A river's own file, told again from its crossings.
    Retold,
}

impl Unread {
    /// Whether it is the file with a river's name, and not a crossing.
    #[must_use]
    pub fn is_of_river(&self) -> bool {
        self.path.file_name() == Some(RIVER.as_ref())
    }
}

impl Shelves {
    /// The first file that can't be read of the crossing or the river with this id.
    #[must_use]
    pub fn unread(&self, id: &str) -> Option<Unread> {
        if let Some(path) = self.path_of(id) {
            return self.looked_into(&path);
        }
        let folder = plain(id).then(|| self.home().root().join(id))?;
        // The crossings first: a river's own file is told again from them.
        let files = crossing_files(&folder).chain([river_file(&folder)]);
        files.into_iter().find_map(|path| self.looked_into(&path))
    }

    /// A file of a crossing or a river, if it is there and can't be read.
    #[must_use]
    pub fn looked_into(&self, path: &Path) -> Option<Unread> {
        let is_river = path.file_name() == Some(RIVER.as_ref());
        let unread = match is_river {
            true => read::<River>(self.seal(), path).err(),
            false => read::<Record>(self.seal(), path).err(),
        };
        let Some(ShelfError::Damaged { .. }) = unread else {
            return None;
        };
        let named = if is_river { path.parent()? } else { path };
        let instead = match is_river {
            true => self.told_again(path).into_iter().collect(),
            false => self
                .before(path)
                .into_iter()
                .chain(self.part(path))
                .collect(),
        };
        Some(Unread {
            path: path.to_owned(),
            id: named.file_stem()?.to_str()?.to_owned(),
            aside: free_damaged(&Real, path).ok(),
            instead,
        })
    }

    /// Puts one of them in the place of the file, which is kept beside it under another name. A file that can be read
    /// by now is left as it is.
    ///
    /// # Errors
    /// When another floe has the crossing open, or the disk says no; then the file is what it was.
    pub fn mend(&self, unread: &Unread, instead: &Instead) -> Result<(), ShelfError> {
        let path = &unread.path;
        let _lock = match unread.is_of_river() {
            true => None,
            false => take_lock(path)?,
        };
        if self.looked_into(path).is_none() {
            return Ok(());
        }
        let replaced = damaged::replace(&Real, path, &instead.bytes);
        replaced.map(drop).map_err(|error| ShelfError::Disk {
            path: path.clone(),
            source: match error {
                SaveError::Disk { source, .. } => source,
                other => std::io::Error::other(other),
            },
        })
    }

    /// Other versions that lie beside the crossings of a river: of another computer, another program, or ours.
    #[must_use]
    pub fn copies(&self, id: &str) -> Vec<PathBuf> {
        let folder = self.home().root().join(id);
        let files = crossing_files(&folder).chain([river_file(&folder)]);
        let beside = files.flat_map(|path| all_of(&Real, &path).unwrap_or_default());
        let copies = beside.filter(|(side, _)| *side == Side::Conflict);
        let mut copies: Vec<_> = copies.map(|(_, path)| path).collect();
        copies.sort();
        copies.dedup();
        copies
    }

    fn before(&self, path: &Path) -> Option<Instead> {
        let backup = backup_of(path);
        let bytes = Zeroizing::new(Real.read(&backup, MAX_BYTES).ok()?);
        let open = self.seal().open(&bytes).ok()?;
        parsed::<Record>(FORMAT, &open, &backup).ok()?;
        let written = fs::symlink_metadata(&backup).and_then(|meta| meta.modified());
        Some(Instead {
            what: What::Before(written.ok()),
            bytes,
        })
    }

    fn part(&self, path: &Path) -> Option<Instead> {
        let bytes = Zeroizing::new(Real.read(path, MAX_BYTES).ok()?);
        let open = self.seal().open(&bytes).ok()?;
        let text = Zeroizing::new(String::from_utf8_lossy(&open).into_owned());
        let record = salvage::of(&harmless(&text))?;
        Some(Instead {
            what: What::Part,
            bytes: closed(self.seal(), &record)?,
        })
    }

    fn told_again(&self, path: &Path) -> Option<Instead> {
        let folder = path.parent()?;
        let crossings = crossing_files(folder);
        let read = crossings.filter_map(|path| read::<Record>(self.seal(), &path).ok());
        let mut crossings: Vec<Record> = read.map(|(record, _)| record).collect();
        crossings.sort_by_key(|record| record.header.started);
        let river = (!crossings.is_empty()).then(|| retold(folder, &crossings))?;
        Some(Instead {
            what: What::Retold,
            bytes: closed(self.seal(), &river)?,
        })
    }
}
