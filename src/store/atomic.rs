//! The save: after it, and after anything that stops it, a file is the old version or the new one.

use std::fmt;
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

pub use super::beside::backup_of;
use super::beside::{self, Side, claim, folder_of};
use super::disk::{Disk, Kind};
use super::seal::SealError;

/// The most bytes a file may have, to be written or to be read.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Everything that may hold another version of a file.
const COPIES: [Side; 4] = [Side::Temp, Side::Backup, Side::Conflict, Side::Damaged];

/// Tells two versions of a file apart. It is compared within one run and never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    len: usize,
    hash: u64,
}

impl Fingerprint {
    /// The fingerprint of bytes as they stand on the disk.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self {
            len: bytes.len(),
            hash: hasher.finish(),
        }
    }
}

/// How a save went that did not fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The new version is in its place and survives a power cut.
    Durable,
    /// The new version is in its place, but the disk has not confirmed that it would stay there.
    Unconfirmed,
    /// Somebody else had changed the file: theirs is untouched and ours stands beside it.
    Conflict {
        /// Where our version is.
        beside: PathBuf,
        /// Whether the disk has confirmed it.
        confirmed: bool,
    },
}

/// The part of a save that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Looking at the version that is there.
    Look,
    /// Creating the new file.
    Create,
    /// Writing it.
    Write,
    /// Waiting until it is on the device.
    Sync,
    /// Keeping the old version as the backup.
    Backup,
    /// Giving the new file its name.
    Rename,
    /// Removing the older copies of a file that was to keep none.
    Melt,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Look => "look at the present version",
            Self::Create => "create a new file",
            Self::Write => "write the new file",
            Self::Sync => "bring the new file to the device",
            Self::Backup => "keep a backup",
            Self::Rename => "put the new file in its place",
            Self::Melt => "remove the older copies",
        })
    }
}

/// Why a save failed. The version that was there before is still there, whole; only after
/// [`Step::Melt`] the new version is in place and older copies may be left.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// More than [`MAX_BYTES`].
    #[error("{0} bytes are more than a file may have")]
    TooLarge(u64),
    /// The bytes could not be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The disk refused.
    #[error("could not {step}")]
    Disk {
        /// What was being done.
        step: Step,
        /// What the disk said.
        source: io::Error,
    },
}

impl SaveError {
    /// What the disk said, so that a full disk can be told from a closed one.
    #[must_use]
    pub fn disk_said(&self) -> Option<ErrorKind> {
        match self {
            Self::Disk { source, .. } => Some(source.kind()),
            Self::TooLarge(_) | Self::Seal(_) => None,
        }
    }
}

/// Marks an error with the step it happened in.
trait At<T> {
    fn at(self, step: Step) -> Result<T, SaveError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, step: Step) -> Result<T, SaveError> {
        self.map_err(|source| SaveError::Disk { step, source })
    }
}

/// Saves bytes under a path, keeping the version before as [`backup_of`] the path.
///
/// With `expect`, a file that is there and not that version belongs to somebody else: ours is then
/// written beside it, named after `rev`. A file that is gone overwrites nobody and is written anew.
/// The lock of the file is the caller's to hold.
pub fn save<D: Disk>(
    disk: &D,
    path: &Path,
    bytes: &[u8],
    rev: u64,
    expect: Option<Fingerprint>,
) -> Result<Saved, SaveError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(SaveError::TooLarge(bytes.len() as u64));
    }
    if let Some(expect) = expect
        && is_foreign(disk, path, expect).at(Step::Look)?
    {
        let beside = beside::free_conflict(disk, path, rev).at(Step::Look)?;
        let confirmed = replace(disk, &beside, bytes)?;
        return Ok(Saved::Conflict { beside, confirmed });
    }
    Ok(if replace(disk, path, bytes)? {
        Saved::Durable
    } else {
        Saved::Unconfirmed
    })
}

/// Puts a file in place that can be made again from others: the old version or the new one, and no backup. Nobody
/// waits until its name would survive a power cut.
pub(super) fn place<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let temp = write_temp(disk, path, bytes)?;
    let placed = put_in_place(disk, &temp, path, bytes);
    if placed.is_err() {
        discard(disk, &temp);
    }
    placed
}

/// Puts other bytes in the place of a file that say the same. They are read back and looked at before the old ones go;
/// no backup is kept of those.
pub(super) fn exchange<D: Disk>(
    disk: &D,
    path: &Path,
    bytes: &[u8],
    says_the_same: impl FnOnce(&[u8]) -> bool,
) -> Result<(), SaveError> {
    let temp = write_temp(disk, path, bytes)?;
    let back = disk.read(&temp, MAX_BYTES).at(Step::Look);
    let looked = back.map(Zeroizing::new).and_then(|back| {
        let same = says_the_same(&back).then_some(());
        same.ok_or(SaveError::Seal(SealError::Broken))
    });
    let placed = looked.and_then(|()| put_in_place(disk, &temp, path, bytes));
    if placed.is_err() {
        discard(disk, &temp);
    }
    placed?;
    disk.sync_dir(folder_of(path)).at(Step::Rename)
}

/// Removes every older copy of a file: backup, conflict copies, temporary files. The file stays.
pub fn melt<D: Disk>(disk: &D, path: &Path) -> Result<(), SaveError> {
    remove_beside(disk, path, &[Side::Temp, Side::Backup, Side::Conflict]).at(Step::Melt)
}

/// The same, and versions that were set aside because they could not be read: nothing but the file stays.
pub fn melt_all<D: Disk>(disk: &D, path: &Path) -> Result<(), SaveError> {
    remove_beside(disk, path, &COPIES).at(Step::Melt)
}

/// Removes a file and every copy of it except its lock, which its holder erases. The file itself
/// goes last: stopped half-way, it is still listed and can be erased again.
pub fn erase<D: Disk>(disk: &D, path: &Path) -> Result<(), SaveError> {
    melt_all(disk, path)?;
    remove_if_there(disk, path)
        .and_then(|()| disk.sync_dir(folder_of(path)))
        .at(Step::Melt)
}

/// Whether what stands under the path is something else than the version expected there.
fn is_foreign<D: Disk>(disk: &D, path: &Path, expect: Fingerprint) -> io::Result<bool> {
    match disk.read(path, MAX_BYTES).map(Zeroizing::new) {
        Ok(bytes) => Ok(Fingerprint::of(&bytes) != expect),
        Err(error) => match error.kind() {
            ErrorKind::NotFound => Ok(false),
            ErrorKind::InvalidInput | ErrorKind::FileTooLarge => Ok(true),
            _ => Err(error),
        },
    }
}

/// The steps of a save in their order; whether the disk has confirmed the last one.
fn replace<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> Result<bool, SaveError> {
    let temp = write_temp(disk, path, bytes)?;
    let placed = keep_backup(disk, path).and_then(|()| put_in_place(disk, &temp, path, bytes));
    if placed.is_err() {
        discard(disk, &temp);
    }
    placed?;
    Ok(disk.sync_dir(folder_of(path)).is_ok())
}

/// Writes a new file in the folder of `path` and waits until its content is on the device.
fn write_temp<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> Result<PathBuf, SaveError> {
    let (temp, mut file) = claim(path, |temp| disk.create_new(temp)).at(Step::Create)?;
    let written = disk.write(&mut file, bytes).at(Step::Write);
    // A failed sync is never asked again: the next try is a new file.
    let synced = written.and_then(|()| disk.sync(&file).at(Step::Sync));
    if synced.is_err() {
        discard(disk, &temp);
    }
    synced.map(|()| temp)
}

/// Gives the version that is there now its second name, the backup's, in one step.
fn keep_backup<D: Disk>(disk: &D, path: &Path) -> Result<(), SaveError> {
    match disk.metadata(path) {
        Ok(meta) if meta.kind == Kind::File => {}
        // A planted link is replaced, and what it points at is nobody's backup.
        Ok(_) => return Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).at(Step::Backup),
    }
    let temp = match claim(path, |temp| disk.link(path, temp)) {
        Ok((temp, ())) => temp,
        // Some file systems know no second names: then a copy.
        Err(_) => {
            let old = disk
                .read(path, MAX_BYTES)
                .map(Zeroizing::new)
                .at(Step::Backup)?;
            write_temp(disk, path, &old)?
        }
    };
    let renamed = disk.rename(&temp, &backup_of(path)).at(Step::Backup);
    // Also after success: when both are names of one file, renaming leaves both.
    discard(disk, &temp);
    renamed
}

/// Renames the new file over the old one.
fn put_in_place<D: Disk>(
    disk: &D,
    temp: &Path,
    path: &Path,
    bytes: &[u8],
) -> Result<(), SaveError> {
    let Err(error) = disk.rename(temp, path) else {
        return Ok(());
    };
    // Over a network a rename may be done and its answer lost.
    let is_gone = disk
        .metadata(temp)
        .is_err_and(|error| error.kind() == ErrorKind::NotFound);
    let is_there = || {
        disk.read(path, MAX_BYTES)
            .map(Zeroizing::new)
            .is_ok_and(|now| *now == bytes)
    };
    if is_gone && is_there() {
        Ok(())
    } else {
        Err(error).at(Step::Rename)
    }
}

/// Removes a temporary file as well as it can; one that stays is swept by the next start.
fn discard<D: Disk>(disk: &D, temp: &Path) {
    drop(disk.remove(temp));
}

fn remove_beside<D: Disk>(disk: &D, path: &Path, sides: &[Side]) -> io::Result<()> {
    let copies = beside::all_of(disk, path)?;
    for (_, copy) in copies.iter().filter(|(side, _)| sides.contains(side)) {
        remove_if_there(disk, copy)?;
    }
    disk.sync_dir(folder_of(path))
}

fn remove_if_there<D: Disk>(disk: &D, path: &Path) -> io::Result<()> {
    match disk.remove(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::Real;
    use std::fs;
    use std::os::unix::fs::symlink;

    fn names(folder: &Path) -> Vec<String> {
        let names = Real.list(folder).unwrap().into_iter();
        names.map(|name| name.into_string().unwrap()).collect()
    }

    #[test]
    fn one_backup_is_kept_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.ron");
        let mut seen = None;
        for rev in 1..=3 {
            let bytes = format!("version {rev}").into_bytes();
            assert_eq!(
                save(&Real, &path, &bytes, rev, seen).unwrap(),
                Saved::Durable
            );
            seen = Some(Fingerprint::of(&bytes));
        }
        assert_eq!(names(dir.path()), ["a.ron", "a.ron.bak"]);
        assert_eq!(Real.read(&path, 99).unwrap(), b"version 3");
        assert_eq!(Real.read(&backup_of(&path), 99).unwrap(), b"version 2");
    }

    #[test]
    fn a_planted_link_is_replaced_and_its_target_untouched() {
        let dir = tempfile::tempdir().unwrap();
        let (path, target) = (dir.path().join("a.ron"), dir.path().join("target"));
        save(&Real, &target, b"victim", 1, None).unwrap();
        symlink(&target, &path).unwrap();
        let expect = Some(Fingerprint::of(b"victim"));
        let Saved::Conflict { beside, .. } = save(&Real, &path, b"ours", 2, expect).unwrap() else {
            panic!("a link is not what was read");
        };
        assert_eq!(Real.read(&beside, 99).unwrap(), b"ours");
        assert!(path.is_symlink());
        save(&Real, &path, b"ours", 3, None).unwrap();
        assert_eq!(Real.read(&path, 99).unwrap(), b"ours");
        assert_eq!(Real.read(&target, 99).unwrap(), b"victim");
        assert_eq!(names(dir.path()), ["a.conflict-2.ron", "a.ron", "target"]);
    }

    #[test]
    fn a_refused_save_says_where_it_failed_and_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.ron");
        fs::create_dir(&path).unwrap();
        let refused = save(&Real, &path, b"ours", 1, None).unwrap_err();
        assert!(
            matches!(
                refused,
                SaveError::Disk {
                    step: Step::Rename,
                    ..
                }
            ),
            "{refused}"
        );
        assert_eq!(names(dir.path()), ["a.ron"]);
        let nowhere = save(&Real, &path.join("gone/b.ron"), b"ours", 1, None).unwrap_err();
        assert_eq!(nowhere.disk_said(), Some(ErrorKind::NotFound));
    }
}
