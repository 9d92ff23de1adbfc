//! What to do with a file that cannot be read: it is never opened as empty and never written over.
//!
//! It keeps its name until the person decides. Then it is set aside under another name, and the
//! version before it, [`super::beside::backup_of`] its path, may take its place by a save.

use std::io;
use std::path::{Path, PathBuf};

use super::beside::{folder_of, free_damaged};
use super::disk::Disk;

/// Renames a file to the first free `NAME.damaged-N` and says which that was. The lock of the file
/// is the caller's to hold. After an error the file stands under one of the two names, unchanged.
pub fn set_aside<D: Disk>(disk: &D, path: &Path) -> io::Result<PathBuf> {
    let aside = free_damaged(disk, path)?;
    disk.rename(path, &aside)?;
    disk.sync_dir(folder_of(path))?;
    Ok(aside)
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
        let aside = set_aside(&Real, &path).unwrap();
        assert_eq!(aside, dir.path().join("kb7.ron.damaged-1"));
        assert_eq!(Real.read(&aside, 99).unwrap(), b"third, torn");
        assert!(!path.exists());
        let backup = Real.read(&beside::backup_of(&path), 99).unwrap();
        assert_eq!(backup, b"second");
        atomic::save(&Real, &path, &backup, 4, None).unwrap();
        assert_eq!(
            set_aside(&Real, &path).unwrap(),
            dir.path().join("kb7.ron.damaged-2")
        );
        assert_eq!(Real.read(&aside, 99).unwrap(), b"third, torn");
    }
}
