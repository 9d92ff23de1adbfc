//! Erasing: rivers and crossings with every copy that lies beside them, and single agreements.

use super::atomic;
use super::disk::{Disk as _, Real};
use super::lock::Lock;
use super::shelf::{ShelfError, Shelves, crossing_files, plain, river_file, take_lock};
use std::fs;
use std::path::Path;

impl Shelves {
    /// Erases a river with all its crossings, or one crossing, copies included; or one agreement out of all of them.
    ///
    /// # Errors
    /// When there is nothing of this id, another floe has it open, or the disk says no.
    pub fn forget(&self, id: &str) -> Result<(), ShelfError> {
        self.knows(id)?;
        // The cache may hold a title that is to go, so it goes first and comes back without it.
        let known = self.take_index();
        let forgotten = self.erase(id);
        if forgotten.is_ok() || !known.is_empty() {
            self.write_index(known);
        }
        self.home().remove_if_empty();
        forgotten
    }

    fn erase(&self, id: &str) -> Result<(), ShelfError> {
        let folder = self.home().root().join(id);
        if let Some(talk) = self.own_talk_file(id) {
            forget_file(&talk)?;
            // Others may be kept there still.
            let _ = fs::remove_dir(self.own_talks_folder());
        } else if plain(id) && folder.is_dir() {
            forget_folder(&folder)?;
        } else if id.contains('.') {
            return self.forget_agreement(id);
        } else {
            let path = self
                .path_of(id)
                .ok_or_else(|| ShelfError::Unknown(id.to_owned()))?;
            forget_file(&path)?;
            let folder = path.parent().map(Path::to_owned).unwrap_or_default();
            if crossing_files(&folder).next().is_none() {
                forget_folder(&folder)?;
            }
        }
        Ok(())
    }
}

fn forget_folder(folder: &Path) -> Result<(), ShelfError> {
    let paths: Vec<_> = crossing_files(folder).collect();
    // All of it or nothing: a crossing that is open elsewhere keeps its river whole.
    let locks: Result<Vec<_>, _> = paths.iter().map(|path| take_lock(path)).collect();
    for (path, lock) in paths.iter().zip(locks?) {
        forget_locked(path, lock)?;
    }
    let disk = |source| ShelfError::Disk {
        path: folder.to_owned(),
        source,
    };
    let river = river_file(folder);
    atomic::erase(&Real, &river).map_err(|_| ShelfError::Damaged {
        path: river.clone(),
    })?;
    // What is left beside crossings that are gone already: copies, locks, files set aside.
    for name in Real.list(folder).map_err(disk)? {
        let path = folder.join(&name);
        if path.is_file() {
            fs::remove_file(&path).map_err(disk)?;
        }
    }
    fs::remove_dir(folder).map_err(disk)
}

fn forget_file(path: &Path) -> Result<(), ShelfError> {
    let lock = take_lock(path)?;
    forget_locked(path, lock)
}

fn forget_locked(path: &Path, lock: Option<Lock>) -> Result<(), ShelfError> {
    atomic::erase(&Real, path).map_err(|_| ShelfError::Damaged {
        path: path.to_owned(),
    })?;
    match lock {
        Some(lock) => lock.erase().map_err(|source| ShelfError::Disk {
            path: path.to_owned(),
            source,
        }),
        None => Ok(()),
    }
}
