//! How the files of a home are kept: open, sealed, or on the way from one to the other.
//!
//! The name of the file with the key says which, and changes in one step: what a kill interrupts is finished by the
//! next start that has the passphrase. Whoever works in a home stays in it with a lock of its own, so that nobody
//! seals or unseals what another floe is writing.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::{Disk, Real};
use super::lock::{Busy, refused};
use super::shelf::{ShelfError, Shelves};

/// What a home has a key for. One without a key is open: its files are kept as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Some files are sealed already, and all are to be.
    Sealing,
    /// All are sealed.
    Sealed,
    /// Some are open again, and all are to be.
    Unsealing,
}

impl Phase {
    /// How this home is kept; None if it is open. Nothing is read.
    ///
    /// # Errors
    /// When the disk doesn't say.
    pub fn of<D: Disk>(disk: &D, root: &Path) -> io::Result<Option<Self>> {
        for phase in [Self::Sealed, Self::Sealing, Self::Unsealing] {
            match disk.metadata(&phase.key_in(root)) {
                Ok(_) => return Ok(Some(phase)),
                Err(error) if is_not_there(&error) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    /// Where the key lies.
    #[must_use]
    pub fn key_in(self, root: &Path) -> PathBuf {
        root.join(match self {
            Self::Sealing => "sealing.age",
            Self::Sealed => "identity.age",
            Self::Unsealing => "unsealing.age",
        })
    }
}

/// A folder that isn't there keeps nothing, and neither does what isn't one.
fn is_not_there(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The second copy of the key: without the key every word is lost, so it lies there twice.
#[must_use]
pub fn spare_key(root: &Path) -> PathBuf {
    root.join("identity.age.bak")
}

/// Keeps everybody else from sealing or unsealing a home, for as long as it is there.
#[derive(Debug)]
pub struct Stay {
    /// The home's own folder, open and locked; None where there are no locks or no folder yet.
    _folder: Option<File>,
    is_alone: bool,
}

impl Stay {
    /// Stays together with others.
    ///
    /// # Errors
    /// When somebody is sealing or unsealing, or the folder can't be opened.
    pub fn together(root: &Path) -> Result<Self, Busy> {
        Self::locked(root, false)
    }

    /// Stays alone.
    ///
    /// # Errors
    /// When somebody else is there.
    pub fn alone(root: &Path) -> Result<Self, Busy> {
        Self::locked(root, true)
    }

    /// Whether nobody else is there.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        self.is_alone
    }

    fn locked(root: &Path, is_alone: bool) -> Result<Self, Busy> {
        let stay = |folder| Self {
            _folder: folder,
            is_alone,
        };
        let folder = match File::open(root) {
            Ok(folder) => folder,
            Err(error) if is_not_there(&error) => return Ok(stay(None)),
            Err(error) => return Err(Busy::Closed(error)),
        };
        let locked = if is_alone {
            folder.try_lock()
        } else {
            folder.try_lock_shared()
        };
        match locked.map_err(refused) {
            Ok(()) => Ok(stay(Some(folder))),
            Err(Busy::Held) => Err(Busy::Held),
            // Some file systems lock no folders; there one goes on with care.
            Err(Busy::Unsupported | Busy::Closed(_)) => Ok(stay(None)),
        }
    }
}

/// The home is kept in another way by now.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("these files were sealed or unsealed in the meantime")]
pub(super) struct Turned;

impl Shelves {
    /// Stays in the home, unless it is kept in another way by now than it was when somebody came in.
    pub(super) fn stay(&self) -> Result<Stay, Turned> {
        let stay = Stay::together(self.home().root()).map_err(|_| Turned)?;
        let phase = Phase::of(&Real, self.home().root()).map_err(|_| Turned)?;
        let is_as_before = phase.is_some() == self.has_key;
        is_as_before.then_some(stay).ok_or(Turned)
    }

    /// Where the key of this home lies, if it has one.
    #[must_use]
    pub fn key(&self) -> Option<PathBuf> {
        let root = self.home().root();
        Some(Phase::of(&Real, root).ok()??.key_in(root))
    }

    /// Erases the key: what it has sealed can't be opened any more. The caller is alone in the home.
    ///
    /// # Errors
    /// When the disk says no.
    pub fn forget_key(&self) -> Result<(), ShelfError> {
        let root = self.home().root();
        let keys =
            [Phase::Sealing, Phase::Unsealing, Phase::Sealed].map(|phase| phase.key_in(root));
        for key in keys.iter().chain([&spare_key(root)]) {
            match Real.remove(key) {
                Err(error) if is_not_there(&error) => {}
                removed => removed.map_err(|source| ShelfError::Disk {
                    path: key.clone(),
                    source,
                })?,
            }
        }
        self.home().remove_if_empty();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_key_says_how_a_home_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        let of = |root: &Path| Phase::of(&Real, root).unwrap();
        assert_eq!(of(&root.join("nowhere")), None);
        assert_eq!(of(root), None);
        for phase in [Phase::Unsealing, Phase::Sealing, Phase::Sealed] {
            Real.create_new(&phase.key_in(root)).unwrap();
            assert_eq!(of(root), Some(phase));
        }
    }

    #[test]
    fn many_stay_together_or_one_alone() {
        let dir = tempfile::tempdir().unwrap();
        let nobody = Stay::alone(&dir.path().join("nowhere")).unwrap();
        drop((nobody, Stay::alone(dir.path()).unwrap()));
        let two = [Stay::together(dir.path()), Stay::together(dir.path())];
        assert!(two.iter().all(Result::is_ok));
        assert!(matches!(Stay::alone(dir.path()), Err(Busy::Held)));
        drop(two);
        let one = Stay::alone(dir.path()).unwrap();
        assert!(matches!(Stay::together(dir.path()), Err(Busy::Held)));
        drop(one);
    }
}
