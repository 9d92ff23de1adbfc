//! Sealing a home and unsealing it, one file after the other.
//!
//! Each file is written anew, read back and compared before the old one goes, so that wherever this is stopped each
//! file is open or sealed, and whole. Nothing is begun before everything has been read once.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::atomic::{MAX_BYTES, SaveError, Step, exchange};
use super::beside::{Side, folder_of, side_of};
use super::disk::{Disk, Kind};
use super::found_packs;
use super::keeping::{Phase, spare_key};
use super::seal::{Seal, SealError, is_sealed};
use crate::text::clean_path;

/// How many folders deep saved files lie: the home, a river.
const DEPTH: usize = 2;

/// Why a home could not be sealed or unsealed.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", clean_path(path))]
pub struct Stopped {
    /// The file or folder it stopped at; this one and all others are whole.
    pub path: PathBuf,
    /// Why.
    pub source: SaveError,
}

impl Stopped {
    /// The shortest honest reason.
    #[must_use]
    pub fn reason(&self) -> String {
        let said = self.source.disk_said();
        said.map_or_else(|| self.source.to_string(), |kind| kind.to_string())
    }
}

/// Which way files are turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum To {
    Sealed,
    Open,
}

/// Seals a home that is open. The key's file is the one the passphrase opens; it was tried by whoever hands it over.
///
/// # Errors
/// Before anything is changed, when a file can't be read; later, when the disk says no. The next [`finish`] goes on.
pub fn seal<D: Disk>(disk: &D, root: &Path, seal: &dyn Seal, key: &[u8]) -> Result<(), Stopped> {
    each(disk, root, |path| look(disk, path, seal))?;
    // A spare key that was left behind belongs to a seal that is no more.
    remove(disk, &spare_key(root))?;
    write_key(disk, &Phase::Sealing.key_in(root), key)?;
    finish(disk, root, seal, Phase::Sealing)
}

/// Unseals a home that is sealed.
///
/// # Errors
/// As [`seal`]; also when a file can't be opened with its key.
pub fn unseal<D: Disk>(disk: &D, root: &Path, seal: &dyn Seal) -> Result<(), Stopped> {
    each(disk, root, |path| look(disk, path, seal))?;
    rename_key(disk, root, Phase::Sealed, Phase::Unsealing)?;
    finish(disk, root, seal, Phase::Unsealing)
}

/// Goes on with what was interrupted. In a sealed home those files are sealed that somebody has put there since.
///
/// # Errors
/// When a file can't be read or the disk says no; what is done stays done.
pub fn finish<D: Disk>(
    disk: &D,
    root: &Path,
    seal: &dyn Seal,
    phase: Phase,
) -> Result<(), Stopped> {
    let turn = |to| each(disk, root, |path| turned(disk, path, seal, to));
    match phase {
        Phase::Sealed => turn(To::Sealed),
        Phase::Sealing => {
            turn(To::Sealed)?;
            let key = Phase::Sealing.key_in(root);
            let read = disk.read(&key, MAX_BYTES);
            let key = read.map_err(|source| at(&key, Step::Look, source))?;
            write_key(disk, &spare_key(root), &key)?;
            rename_key(disk, root, Phase::Sealing, Phase::Sealed)
        }
        Phase::Unsealing => {
            turn(To::Open)?;
            remove(disk, &spare_key(root))?;
            remove(disk, &Phase::Unsealing.key_in(root))
        }
    }
}

/// Puts another file of the same key in place of both its copies.
///
/// # Errors
/// When the disk says no; then the old one stays, or the spare one does.
pub fn change_key<D: Disk>(disk: &D, root: &Path, key: &[u8]) -> Result<(), Stopped> {
    write_key(disk, &Phase::Sealed.key_in(root), key)?;
    write_key(disk, &spare_key(root), key)
}

/// Does something with every file of floe's that holds words. What a killed run has left half-written goes first.
fn each<D: Disk>(
    disk: &D,
    root: &Path,
    mut act: impl FnMut(&Path) -> Result<(), Stopped>,
) -> Result<(), Stopped> {
    let mut files = Vec::new();
    gather(disk, root, DEPTH, &mut files)?;
    files.iter().try_for_each(|path| act(path))
}

fn gather<D: Disk>(
    disk: &D,
    folder: &Path,
    depth: usize,
    files: &mut Vec<PathBuf>,
) -> Result<(), Stopped> {
    let Some(below) = depth.checked_sub(1) else {
        return Ok(());
    };
    let refused = |source| at(folder, Step::Look, source);
    for name in disk.list(folder).map_err(refused)? {
        let path = folder.join(&name);
        let kind = disk.metadata(&path).map_err(refused)?.kind;
        let name = name.to_string_lossy();
        // What lies there was written for anybody to read.
        if name == found_packs::FOLDER && below > 0 {
            continue;
        }
        match (kind, side_of(&name).as_ref()) {
            (Kind::Folder, _) if !name.starts_with('.') => gather(disk, &path, below, files)?,
            (Kind::File, Some((Side::Temp, _))) => remove(disk, &path)?,
            (Kind::File, side) if is_ours(&name, side) => files.push(path),
            _ => {}
        }
    }
    Ok(())
}

/// Whether a file of this name holds words that floe has written, or a copy of them.
fn is_ours(name: &str, side: Option<&(Side, String)>) -> bool {
    match side {
        Some((Side::Lock | Side::Temp, _)) => false,
        Some((_, base)) => is_ours(base, side_of(base).as_ref()),
        None => name.ends_with(".ron") && !name.starts_with('.'),
    }
}

fn look<D: Disk>(disk: &D, path: &Path, seal: &dyn Seal) -> Result<(), Stopped> {
    opened(disk, path, seal).map(drop)
}

/// A file's words, and whether they are sealed.
fn opened<D: Disk>(
    disk: &D,
    path: &Path,
    seal: &dyn Seal,
) -> Result<(Zeroizing<Vec<u8>>, bool), Stopped> {
    let read = disk.read(path, MAX_BYTES).map(Zeroizing::new);
    let bytes = read.map_err(|source| at(path, Step::Look, source))?;
    let words = seal.open(&bytes).map_err(|error| shut(path, error))?;
    Ok((words, is_sealed(&bytes)))
}

fn turned<D: Disk>(disk: &D, path: &Path, seal: &dyn Seal, to: To) -> Result<(), Stopped> {
    let (words, is_sealed) = opened(disk, path, seal)?;
    let bytes = match (to, is_sealed) {
        (To::Sealed, true) | (To::Open, false) => return Ok(()),
        (To::Sealed, false) => seal.close(&words).map_err(|error| shut(path, error))?,
        (To::Open, true) => words.clone(),
    };
    let says_the_same = |back: &[u8]| {
        let is_turned = super::seal::is_sealed(back) == (to == To::Sealed);
        is_turned && seal.open(back).is_ok_and(|back| *back == *words)
    };
    exchange(disk, path, &bytes, says_the_same).map_err(|source| Stopped {
        path: path.to_owned(),
        source,
    })
}

pub(super) fn write_key<D: Disk>(disk: &D, path: &Path, key: &[u8]) -> Result<(), Stopped> {
    exchange(disk, path, key, |back| back == key).map_err(|source| Stopped {
        path: path.to_owned(),
        source,
    })
}

fn rename_key<D: Disk>(disk: &D, root: &Path, from: Phase, to: Phase) -> Result<(), Stopped> {
    let (from, to) = (from.key_in(root), to.key_in(root));
    let renamed = disk.rename(&from, &to);
    renamed
        .and_then(|()| disk.sync_dir(root))
        .map_err(|source| at(&to, Step::Rename, source))
}

fn remove<D: Disk>(disk: &D, path: &Path) -> Result<(), Stopped> {
    match disk.remove(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        removed => removed
            .and_then(|()| disk.sync_dir(folder_of(path)))
            .map_err(|source| at(path, Step::Melt, source)),
    }
}

fn at(path: &Path, step: Step, source: std::io::Error) -> Stopped {
    Stopped {
        path: path.to_owned(),
        source: SaveError::Disk { step, source },
    }
}

fn shut(path: &Path, error: SealError) -> Stopped {
    Stopped {
        path: path.to_owned(),
        source: SaveError::Seal(error),
    }
}
