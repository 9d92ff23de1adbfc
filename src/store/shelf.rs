//! Rivers and crossings on disk: a folder for a river, a file for a crossing, and nothing else that is true.
//!
//! Names of people and rivers stand in the files only, never in a file's name.

use super::atomic::Fingerprint;
use super::beside::{self, lock_of};
use super::disk::reason;
use super::found_packs;
use super::home::{Home, HomeError};
use super::leave_out::{leave_out, leaving};
use super::lock::{Busy, Lock};
use super::seal::{Plain, Shared};
pub use super::shelved::Shelved;
use super::shelved::retold;
use super::text_file::read;
use crate::session::{Record, River};
use crate::text::clean_path;
use std::fs;
use std::path::{Path, PathBuf};

/// Name of a river's own file in its folder.
pub(super) const RIVER: &str = "river.ron";

/// Why something on the shelf could not be had.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// The home can't be used.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// Nothing has this id.
    #[error("nothing here has the id {0}")]
    Unknown(String),
    /// Another floe has this crossing open.
    #[error("another floe has this crossing open")]
    Busy,
    /// A newer floe wrote it.
    #[error(
        "{} was written by a newer floe (format {format}); this one reads up to {newest}",
        clean_path(path)
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        format: u32,
        /// The newest format of its kind that is read here.
        newest: u32,
    },
    /// It can't be read as what it is.
    #[error("{} can't be read", clean_path(path))]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// A crossing under way has brought this agreement along, and holds what was said of it so far.
    #[error("the crossing {0} is under way and has brought it along")]
    Brought(String),
    /// The disk said no.
    #[error("{}: {source}", clean_path(path))]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What it said.
        source: std::io::Error,
    },
}

impl ShelfError {
    /// The shortest honest reason.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Disk { source, .. } => reason(source),
            other => other.to_string(),
        }
    }

    /// Whether it is about the file of the crossing or the folder of the river with this id.
    #[must_use]
    pub fn is_about(&self, id: &str) -> bool {
        let (Self::Newer { path, .. } | Self::Damaged { path } | Self::Disk { path, .. }) = self
        else {
            return false;
        };
        let folder = path.parent().and_then(Path::file_name);
        [path.file_stem(), folder].contains(&Some(id.as_ref()))
    }
}

/// All rivers and crossings of a home.
#[derive(Debug, Clone)]
pub struct Shelves {
    home: Home,
    seal: Shared,
    pub(super) has_key: bool,
}

/// Everything on the shelf, and what could not be read of it.
#[derive(Debug, Default)]
pub struct Listing {
    /// The rivers, the one crossed last first.
    pub rivers: Vec<Shelved>,
    /// What could not be read.
    pub troubles: Vec<ShelfError>,
}

/// A crossing taken from the shelf, locked for this floe alone.
#[derive(Debug)]
pub struct Opened {
    /// The crossing.
    pub record: Record,
    /// Its river.
    pub river: River,
    /// Where it lies.
    pub path: PathBuf,
    /// The version that was read.
    pub fingerprint: Fingerprint,
    /// Held while it is open; None where there is none to hold yet.
    pub lock: Option<Lock>,
}

impl Shelves {
    /// The shelves of an open home.
    #[must_use]
    pub fn of(home: Home) -> Self {
        Self {
            home,
            seal: Shared::of(Plain),
            has_key: false,
        }
    }

    /// The shelves of a home whose files pass through this seal.
    #[must_use]
    pub fn sealed(home: Home, seal: Shared) -> Self {
        Self {
            home,
            seal,
            has_key: true,
        }
    }

    pub(super) fn seal(&self) -> &Shared {
        &self.seal
    }

    /// The home.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// Whether nothing was ever kept here.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        // An empty folder somebody made for floe is as new as none.
        unsorted(self.home.root()).next().is_none()
    }

    /// Every river with its crossings. A file that can't be read is told of, and the rest is listed.
    ///
    /// # Errors
    /// When the home itself can't be used.
    pub fn list(&self) -> Result<Listing, ShelfError> {
        let mut listing = Listing::default();
        if !self.home.check()? {
            return Ok(listing);
        }
        for folder in folders(self.home.root()) {
            match self.river_in(&folder) {
                Ok(Some(shelved)) => {
                    listing.troubles.extend(shelved.1);
                    listing.rivers.push(shelved.0);
                }
                Ok(None) => {}
                Err(trouble) => listing.troubles.push(trouble),
            }
        }
        let last = |shelved: &Shelved| shelved.crossings.last().map(|record| record.header.started);
        listing
            .rivers
            .sort_by_key(|shelved| std::cmp::Reverse(last(shelved)));
        Ok(listing)
    }

    fn river_in(&self, folder: &Path) -> Result<Option<(Shelved, Vec<ShelfError>)>, ShelfError> {
        let mut crossings = Vec::new();
        let mut troubles = Vec::new();
        let leaving = leaving(&self.seal, folder);
        for path in crossing_files(folder) {
            match read::<Record>(&self.seal, &path) {
                Ok((mut record, _)) => {
                    leave_out(&mut record, &leaving);
                    crossings.push(record);
                }
                Err(trouble) => troubles.push(trouble),
            }
        }
        crossings.sort_by_key(|record| record.header.started);
        let path = folder.join(RIVER);
        if !path.exists() && crossings.is_empty() && troubles.is_empty() {
            return Ok(None);
        }
        let river = match read::<River>(&self.seal, &path) {
            Ok((river, _)) => river,
            // The river's own file can be told again from its crossings; one that is gone is no trouble.
            Err(trouble) if !crossings.is_empty() => {
                if path.exists() {
                    troubles.push(trouble);
                }
                retold(folder, &crossings)
            }
            Err(trouble) => return Err(trouble),
        };
        Ok(Some((Shelved { river, crossings }, troubles)))
    }

    /// A river with those of its crossings that can be read; None if there is none of this id.
    #[must_use]
    pub fn river(&self, id: &str) -> Option<Shelved> {
        let folder = plain(id).then(|| self.home.root().join(id))?;
        let (shelved, _) = self.river_in(&folder).ok()??;
        Some(shelved)
    }

    /// The same, and whether something of it can't be read.
    #[must_use]
    pub fn river_as_far(&self, id: &str) -> (Option<Shelved>, bool) {
        let is_damage = |trouble: &ShelfError| matches!(trouble, ShelfError::Damaged { .. });
        let Some(folder) = plain(id).then(|| self.home.root().join(id)) else {
            return (None, false);
        };
        match self.river_in(&folder) {
            Ok(Some((shelved, troubles))) => (Some(shelved), troubles.iter().any(is_damage)),
            Ok(None) => (None, false),
            Err(trouble) => (None, is_damage(&trouble)),
        }
    }

    /// Takes a crossing from the shelf and locks it. Two people are asked first whether they go on, and until then
    /// nothing changes on the disk: a lock that isn't there yet is only taken with the first save.
    ///
    /// # Errors
    /// When there is none of this id, another floe has it, or it can't be read.
    pub fn open(&self, id: &str) -> Result<Opened, ShelfError> {
        let path = self
            .path_of(id)
            .ok_or_else(|| ShelfError::Unknown(id.to_owned()))?;
        let known = lock_of(&path).symlink_metadata().is_ok();
        let mut lock = if known { take_lock(&path)? } else { None };
        let (record, fingerprint) = read::<Record>(&self.seal, &path)?;
        if !known && !record.header.is_pair() {
            lock = take_lock(&path)?;
        }
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        let river = match read::<River>(&self.seal, &folder.join(RIVER)) {
            Ok((river, _)) => river,
            Err(_) => retold(&folder, std::slice::from_ref(&record)),
        };
        Ok(Opened {
            record,
            river,
            path,
            fingerprint,
            lock,
        })
    }

    /// Removes what killed runs left half-written. It is nobody's answer and may hold private words.
    pub(super) fn sweep(&self, held: Option<&Lock>) {
        let held: Vec<&Lock> = held.into_iter().collect();
        // What another floe is writing just now stays, and the next start looks again.
        let _ = self.home.sweep(&held);
    }

    /// Where a crossing lies.
    #[must_use]
    pub fn path_of(&self, id: &str) -> Option<PathBuf> {
        if !plain(id) {
            return None;
        }
        let name = format!("{id}.ron");
        folders(self.home.root())
            .map(|folder| folder.join(&name))
            .find(|path| path.exists() && name != RIVER)
    }

    /// The ids of all rivers, those that can't be read included.
    ///
    /// # Errors
    /// When the home itself can't be used.
    pub fn ids(&self) -> Result<Vec<String>, ShelfError> {
        self.home.check()?;
        let name = |folder: PathBuf| Some(folder.file_name()?.to_str()?.to_owned());
        Ok(folders(self.home.root()).filter_map(name).collect())
    }

    pub(super) fn folders(&self) -> impl Iterator<Item = PathBuf> {
        folders(self.home.root())
    }

    /// Fails if nothing here has this id: no river, no crossing, no agreement, no talk.
    ///
    /// # Errors
    /// [`ShelfError::Unknown`].
    pub fn knows(&self, id: &str) -> Result<(), ShelfError> {
        let river = plain(id) && self.home.root().join(id).is_dir();
        let own = self.own_talk_file(id).is_some();
        if own || river || self.path_of(id).is_some() || self.folder_of_agreement(id).is_some() {
            Ok(())
        } else {
            Err(ShelfError::Unknown(id.to_owned()))
        }
    }
}

/// Takes the lock of a crossing's file; None where the file system has no locks.
pub(super) fn take_lock(path: &Path) -> Result<Option<Lock>, ShelfError> {
    match Lock::take(&lock_of(path)) {
        Ok(lock) => Ok(Some(lock)),
        Err(Busy::Held) => Err(ShelfError::Busy),
        Err(Busy::Unsupported) => Ok(None),
        Err(Busy::Closed(source)) => Err(ShelfError::Disk {
            path: path.to_owned(),
            source,
        }),
    }
}

/// Ids are drawn by floe; anything else is no id and never becomes part of a path. Packs lie beside the rivers, under a
/// name that is never drawn.
pub(super) fn plain(id: &str) -> bool {
    !id.is_empty()
        && id != found_packs::FOLDER
        && id.len() <= 32
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

fn folders(root: &Path) -> impl Iterator<Item = PathBuf> {
    let mut folders: Vec<_> = unsorted(root).collect();
    folders.sort();
    folders.into_iter()
}

/// The folders of the home that have the name of a river, in any order.
fn unsorted(root: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(root).into_iter().flatten();
    let entries = entries.filter_map(Result::ok);
    let named = entries.filter(|entry| entry.file_name().to_str().is_some_and(plain));
    // Most often the list itself says what is a folder; what a link leads to has to be looked up.
    let is_folder = |entry: &fs::DirEntry| match entry.file_type() {
        Ok(kind) if !kind.is_symlink() => kind.is_dir(),
        _ => entry.path().is_dir(),
    };
    named.filter(is_folder).map(|entry| entry.path())
}

/// The crossings of a river's folder; copies beside them are not crossings.
pub(super) fn crossing_files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let is_crossing = |name: &str| {
        beside::side_of(name).is_none()
            && name != RIVER
            && name.strip_suffix(".ron").is_some_and(plain)
    };
    let mut files: Vec<_> = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(is_crossing))
        .map(|entry| entry.path())
        .collect();
    files.sort();
    files.into_iter()
}

/// The path of a river's own file.
pub(super) fn river_file(folder: &Path) -> PathBuf {
    folder.join(RIVER)
}
