//! One writer at a time: a lock of the kernel's on a file of its own.
//!
//! The data file itself cannot carry the lock, because every save puts another file in its place.
//! The kernel frees the lock when its holder ends, however it ends.

use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;
use rustix::io::Errno;

use super::disk::{FILE_MODE, flags};

/// Why a lock could not be had.
#[derive(Debug, thiserror::Error)]
pub enum Busy {
    /// Somebody else holds it.
    #[error("another floe holds this lock")]
    Held,
    /// This file system has no locks; going on is possible with care.
    #[error("this file system has no locks")]
    Unsupported,
    /// The lock file cannot be made or opened.
    #[error("the lock file cannot be opened")]
    Closed(#[source] io::Error),
}

/// A lock that is held until it is dropped or the program ends.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Open for as long as the lock is held.
    _file: File,
}

/// How often a lock file that was erased under our hands is opened anew.
const TRIES: usize = 16;

impl Lock {
    /// Takes the lock at this path without waiting; its folder has to be there.
    pub fn take(path: &Path) -> Result<Self, Busy> {
        for _ in 0..TRIES {
            let file = open(path).map_err(Busy::Closed)?;
            file.try_lock().map_err(refused)?;
            if is_same(&file, path) {
                return Ok(Self {
                    path: path.to_owned(),
                    _file: file,
                });
            }
        }
        Err(Busy::Held)
    }

    /// Where the lock file stands.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Removes the lock file while the lock is held, then lets go: for a file that is erased.
    pub fn erase(self) -> io::Result<()> {
        fs::remove_file(&self.path)
    }
}

/// Opens or creates the lock file, 0600 whatever the umask.
fn open(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(FILE_MODE)
        .custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK))
        .open(path)?;
    let meta = file.metadata()?;
    if !meta.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if meta.mode() & 0o7777 != FILE_MODE {
        file.set_permissions(Permissions::from_mode(FILE_MODE))?;
    }
    Ok(file)
}

/// Whether the path still names the file that was locked, and not one made after it was erased.
fn is_same(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(ours), Ok(there)) => (ours.dev(), ours.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

pub(super) fn refused(error: TryLockError) -> Busy {
    match error {
        TryLockError::WouldBlock => Busy::Held,
        TryLockError::Error(error) => match Errno::from_io_error(&error) {
            Some(Errno::NOLCK | Errno::OPNOTSUPP | Errno::NOSYS) => Busy::Unsupported,
            _ => Busy::Closed(error),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_held_once_and_freed_by_dropping() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.lock");
        let first = Lock::take(&path).unwrap();
        assert!(matches!(Lock::take(&path), Err(Busy::Held)));
        drop(first);
        Lock::take(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, FILE_MODE);
    }

    #[test]
    fn an_erased_lock_file_does_not_let_two_in() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.lock");
        let old = open(&path).unwrap();
        Lock::take(&path).unwrap().erase().unwrap();
        let holder = Lock::take(&path).unwrap();
        // Whoever had opened the erased file gets a lock on nothing, and sees that.
        old.try_lock().unwrap();
        assert!(!is_same(&old, &path));
        drop(holder);
    }

    #[test]
    fn never_two_are_inside_while_lock_files_come_and_go() {
        use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.lock");
        let (inside, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let compete = || {
            while taken.load(SeqCst) < 400 {
                if let Ok(lock) = Lock::take(&path) {
                    assert_eq!(inside.fetch_add(1, SeqCst), 0);
                    taken.fetch_add(1, SeqCst);
                    std::thread::yield_now();
                    inside.fetch_sub(1, SeqCst);
                    lock.erase().unwrap();
                }
            }
        };
        std::thread::scope(|scope| {
            (0..4).for_each(|_| drop(scope.spawn(compete)));
        });
    }

    #[test]
    fn a_planted_link_is_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let (path, target) = (dir.path().join("a.lock"), dir.path().join("target"));
        std::os::unix::fs::symlink(&target, &path).unwrap();
        assert!(matches!(Lock::take(&path), Err(Busy::Closed(_))));
        assert!(!target.exists());
    }

    #[test]
    fn a_file_system_without_locks_is_told_apart() {
        let error = |errno: Errno| refused(TryLockError::Error(errno.into()));
        assert!(matches!(error(Errno::NOLCK), Busy::Unsupported));
        assert!(matches!(error(Errno::OPNOTSUPP), Busy::Unsupported));
        assert!(matches!(error(Errno::IO), Busy::Closed(_)));
        assert!(matches!(refused(TryLockError::WouldBlock), Busy::Held));
    }
}
