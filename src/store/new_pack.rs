//! Puts the files of a pack into a folder of its own. Nothing that is there already is ever replaced.

use super::atomic::{Fingerprint, SaveError, Saved, save};
use super::disk::{Disk as _, Real};
use crate::content::source::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Why a pack was not written, or not all of it.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// Something is there already: a file, a link, or a folder with anything in it.
    #[error("{0}: not an empty folder")]
    Taken(PathBuf),
    /// The system refused; files written before stay.
    #[error("{path}: {kind}")]
    Refused {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        kind: ErrorKind,
    },
}

/// Writes these files into a folder that is empty or not there yet; the folder above it has to be there.
///
/// # Errors
/// [`NotWritten`]: either nothing was done, or some of the files are there whole.
pub fn write(folder: &Path, files: &[File]) -> Result<(), NotWritten> {
    match Real.list(folder) {
        Ok(names) if names.is_empty() => {}
        Ok(_) => return Err(NotWritten::Taken(folder.to_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => make(folder)?,
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(NotWritten::Taken(folder.to_owned()));
        }
        Err(error) => return Err(refused(folder, error.kind())),
    }
    for file in files {
        let path = folder.join(&file.name);
        if let Some(parent) = path.parent().filter(|parent| *parent != folder) {
            make(parent)?;
        }
        put(&path, file.text.as_bytes())?;
    }
    Ok(())
}

/// Makes a folder where it is missing.
fn make(folder: &Path) -> Result<(), NotWritten> {
    match Real.create_dir(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(refused(folder, error.kind()))
        }
        _ => Ok(()),
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
    // Whatever comes to stand there in this very moment is somebody else's, and ours goes beside it.
    match save(&Real, path, bytes, 1, Some(Fingerprint::of(bytes))) {
        Ok(Saved::Conflict { .. }) => Err(NotWritten::Taken(path.to_owned())),
        Ok(Saved::Durable | Saved::Unconfirmed) => Ok(()),
        Err(SaveError::TooLarge(_)) => Err(refused(path, ErrorKind::FileTooLarge)),
        Err(error) => Err(refused(path, error.disk_said().unwrap_or(ErrorKind::Other))),
    }
}

fn refused(path: &Path, kind: ErrorKind) -> NotWritten {
    NotWritten::Refused {
        path: path.to_owned(),
        kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> [File; 2] {
        [
            File::new("pack.ron", "()"),
            File::new("practices/a.ron", "(1)"),
        ]
    }

    #[test]
    fn a_new_folder_holds_every_file_as_it_was_given() {
        let above = tempfile::tempdir().expect("a folder");
        let pack = above.path().join("mine");
        write(&pack, &files()).expect("room");
        let back = |name: &str| std::fs::read_to_string(pack.join(name)).expect("a file");
        assert_eq!(back("pack.ron"), "()");
        assert_eq!(back("practices/a.ron"), "(1)");
        assert_eq!(Real.list(&pack).expect("a folder").len(), 2);
    }

    #[test]
    fn what_is_there_already_stays_alone() {
        let above = tempfile::tempdir().expect("a folder");
        let taken = above.path().join("taken");
        std::fs::create_dir(&taken).expect("a folder");
        write(&taken, &files()[..1]).expect("an empty folder is as good as none");
        let again = write(&taken, &files());
        assert!(matches!(again, Err(NotWritten::Taken(_))), "{again:?}");
        assert!(!taken.join("practices").exists());
        let file = write(&taken.join("pack.ron"), &files());
        assert!(matches!(file, Err(NotWritten::Taken(_))), "{file:?}");
        let far = write(&above.path().join("no/where"), &files());
        assert!(matches!(far, Err(NotWritten::Refused { .. })), "{far:?}");
    }
}
