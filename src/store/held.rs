//! Who holds a lock, found out without taking it away from anybody and without writing.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;

use super::disk::flags;

/// Somebody who holds a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The number of the process, where the system tells.
    pub process: Option<u32>,
}

/// Who holds the lock of this file; None if it is free or isn't there. A lock whose holder was killed is free.
#[must_use]
pub fn holder(path: &Path) -> Option<Holder> {
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK))
        .open(path)
        .ok()?;
    // A shared lock is let go again at once, with the file.
    matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)).then(|| Holder {
        process: process(&file),
    })
}

/// The process that has locked a file, by the kernel's own list of locks.
fn process(file: &File) -> Option<u32> {
    let meta = file.metadata().ok()?;
    let (major, minor) = (rustix::fs::major(meta.dev()), rustix::fs::minor(meta.dev()));
    let place = format!("{major:02x}:{minor:02x}:{}", meta.ino());
    let locks = fs::read_to_string("/proc/locks").ok()?;
    locks.lines().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [_, "FLOCK", _, "WRITE", process, at, ..] if *at == place => process.parse().ok(),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::lock::Lock;

    #[test]
    fn a_held_lock_is_seen_and_stays_held() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.lock");
        assert_eq!(holder(&path), None);
        assert!(!path.exists(), "looking makes nothing");
        let lock = Lock::take(&path).unwrap();
        let held = holder(&path).unwrap();
        assert!(
            held.process
                .is_none_or(|process| process == std::process::id())
        );
        assert!(Lock::take(&path).is_err());
        drop(lock);
        assert_eq!(holder(&path), None);
        Lock::take(&path).unwrap();
    }
}
