//! What to do with a file that cannot be read: it is never opened as empty and never written over.
//!
//! It keeps its name until the person decides. Then it gets another name as well, and only after that something else
//! may take its place, in one step: whenever this stops, the file is there under one name or under both.

use std::io;
use std::path::{Path, PathBuf};

use super::atomic::{self, MAX_BYTES, SaveError, Step};
use super::beside::{folder_of, free_damaged};
use super::disk::Disk;
use zeroize::Zeroizing;

/// Keeps a file under the first free `NAME.damaged-N` as well, and says which that was.
pub fn set_aside<D: Disk>(disk: &D, path: &Path) -> io::Result<PathBuf> {
    let aside = free_damaged(disk, path)?;
    if disk.link(path, &aside).is_err() {
        // Some file systems know no second names: then a copy.
        let bytes = Zeroizing::new(disk.read(path, MAX_BYTES)?);
        let mut file = disk.create_new(&aside)?;
        let copied = disk.write(&mut file, &bytes);
        copied
            .and_then(|()| disk.sync(&file))
            .inspect_err(|_| drop(disk.remove(&aside)))?;
    }
    disk.sync_dir(folder_of(path))?;
    Ok(aside)
}

/// Sets a file aside and puts these bytes in its place. The backup beside it stays what it was. The lock of the file is
/// the caller's to hold.
pub fn replace<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> Result<PathBuf, SaveError> {
    let step = |step| move |source| SaveError::Disk { step, source };
    let aside = set_aside(disk, path).map_err(step(Step::Backup))?;
    atomic::place(disk, path, bytes)?;
    let confirmed = disk.sync_dir(folder_of(path));
    confirmed.map_err(step(Step::Rename)).map(|()| aside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{atomic, beside, disk::Real};

    #[test]
    fn a_damaged_file_is_set_aside_unchanged_and_its_backup_found() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("kb7.ron");
        for (rev, text) in [(1, "first"), (2, "second"), (3, "third, torn")] {
            atomic::save(&Real, &path, text.as_bytes(), rev, None).unwrap();
        }
        let backup = Real.read(&beside::backup_of(&path), 99).unwrap();
        assert_eq!(backup, b"second");
        let aside = replace(&Real, &path, &backup).unwrap();
        assert_eq!(aside, dir.path().join("kb7.ron.damaged-1"));
        assert_eq!(Real.read(&aside, 99).unwrap(), b"third, torn");
        assert_eq!(Real.read(&path, 99).unwrap(), b"second");
        assert_eq!(
            Real.read(&beside::backup_of(&path), 99).unwrap(),
            b"second",
            "the damaged version is no backup"
        );
        assert_eq!(
            set_aside(&Real, &path).unwrap(),
            dir.path().join("kb7.ron.damaged-2")
        );
        assert_eq!(Real.read(&path, 99).unwrap(), b"second", "it stays");
        assert_eq!(Real.read(&aside, 99).unwrap(), b"third, torn");
    }
}
