//! The few calls a save needs from a disk, so that a test can put a failing one in their place.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use rustix::fs::OFlags;
use rustix::io::Errno;

/// The permissions of every file: its owner reads and writes, nobody else.
pub const FILE_MODE: u32 = 0o600;
/// The permissions of every folder floe makes: its owner alone.
pub const FOLDER_MODE: u32 = 0o700;

/// What stands under a name, without following symbolic links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, pipe, socket or device: nothing floe ever wrote.
    Other,
}

/// What a disk says about a name without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its owner's user number.
    pub uid: u32,
    /// Its permission bits, including the sticky bit.
    pub mode: u32,
}

/// A disk, as far as saving needs one.
pub trait Disk {
    /// A file open for writing.
    type File;

    /// Creates a file of mode [`FILE_MODE`] whatever the umask; fails with `AlreadyExists` when the
    /// name is taken, also by a symbolic link.
    fn create_new(&self, path: &Path) -> io::Result<Self::File>;
    /// Writes all bytes, or fails having written some of them.
    fn write(&self, file: &mut Self::File, bytes: &[u8]) -> io::Result<()>;
    /// Waits until the file's content is on the device. After an error the content is lost, and
    /// asking again would be answered with a false yes.
    fn sync(&self, file: &Self::File) -> io::Result<()>;
    /// Gives a file another name in one step, replacing what had that name. Between two names of
    /// one file it does nothing and both stay.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a second name; fails with `AlreadyExists` when the name is taken.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until the folder's names are on the device.
    fn sync_dir(&self, folder: &Path) -> io::Result<()>;
    /// Takes a name away; a symbolic link itself, never what it points at.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Reads a regular file of at most `cap` bytes. Fails with `InvalidInput` for anything that is
    /// not a regular file (links and pipes are not followed) and `FileTooLarge` above the cap.
    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>>;
    /// Says what stands under a name, without following a link.
    fn metadata(&self, path: &Path) -> io::Result<Meta>;
    /// The names in a folder, sorted.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;
    /// Creates a folder of mode [`FOLDER_MODE`] whatever the umask; its parent has to be there.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
}

/// The disk of the computer floe runs on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Real;

impl Disk for Real {
    type File = File;

    fn create_new(&self, path: &Path) -> io::Result<File> {
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(FILE_MODE)
            .custom_flags(flags(OFlags::NOFOLLOW))
            .open(path)?;
        // The umask may have taken the owner's own bits away.
        if let Err(error) = file.set_permissions(Permissions::from_mode(FILE_MODE)) {
            drop(fs::remove_file(path));
            return Err(error);
        }
        Ok(file)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn sync_dir(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>> {
        // Without NONBLOCK, opening a pipe would wait for somebody to write into it.
        let file = OpenOptions::new()
            .read(true)
            .custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK))
            .open(path)
            .map_err(|error| match Errno::from_io_error(&error) {
                Some(Errno::LOOP | Errno::NXIO) => not_regular(),
                _ => error,
            })?;
        let meta = file.metadata()?;
        if !meta.is_file() {
            return Err(not_regular());
        }
        if meta.len() > cap {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or_default() + 1);
        file.take(cap.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > cap {
            return Err(ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn metadata(&self, path: &Path) -> io::Result<Meta> {
        Ok(meta_of(&fs::symlink_metadata(path)?))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name()));
        let mut names = names.collect::<io::Result<Vec<_>>>()?;
        names.sort();
        Ok(names)
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        DirBuilder::new().mode(FOLDER_MODE).create(path)?;
        fs::set_permissions(path, Permissions::from_mode(FOLDER_MODE))
    }
}

/// What the standard library knows about a name, in our words.
pub(super) fn meta_of(meta: &fs::Metadata) -> Meta {
    let kind = match meta.file_type() {
        kind if kind.is_file() => Kind::File,
        kind if kind.is_dir() => Kind::Folder,
        _ => Kind::Other,
    };
    Meta {
        kind,
        uid: meta.uid(),
        mode: meta.mode() & 0o7777,
    }
}

/// Flags for opening, in the type the standard library takes.
pub(super) fn flags(flags: OFlags) -> i32 {
    flags.bits().cast_signed()
}

/// What the disk said, in the fewest words. A kind that has no name is told as the system tells it.
pub(super) fn reason(error: &io::Error) -> String {
    match Errno::from_io_error(error) {
        Some(Errno::IO | Errno::NXIO | Errno::MFILE | Errno::NFILE) => error.to_string(),
        _ => error.kind().to_string(),
    }
}

fn not_regular() -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, "not a regular file")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn a_taken_name_is_never_reused_not_even_a_dangling_link() {
        let dir = folder();
        let (link, target) = (dir.path().join("link"), dir.path().join("target"));
        symlink(&target, &link).unwrap();
        assert_eq!(
            Real.create_new(&link).unwrap_err().kind(),
            ErrorKind::AlreadyExists
        );
        assert!(!target.exists());
    }

    #[test]
    fn reading_refuses_links_folders_and_pipes_at_once() {
        let dir = folder();
        let (file, link, pipe) = (
            dir.path().join("file"),
            dir.path().join("link"),
            dir.path().join("pipe"),
        );
        Real.create_new(&file).unwrap();
        symlink(&file, &link).unwrap();
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            0o600.into(),
            0,
        )
        .unwrap();
        for path in [link.as_path(), pipe.as_path(), dir.path()] {
            assert_eq!(
                Real.read(path, 9).unwrap_err().kind(),
                ErrorKind::InvalidInput,
                "{path:?}"
            );
        }
        assert_eq!(Real.read(&file, 9).unwrap(), b"");
    }

    #[test]
    fn reading_stops_at_the_cap() {
        let dir = folder();
        let path = dir.path().join("file");
        Real.write(&mut Real.create_new(&path).unwrap(), b"12345")
            .unwrap();
        assert_eq!(Real.read(&path, 5).unwrap(), b"12345");
        assert_eq!(
            Real.read(&path, 4).unwrap_err().kind(),
            ErrorKind::FileTooLarge
        );
    }

    #[test]
    fn a_link_is_seen_as_itself() {
        let dir = folder();
        let link = dir.path().join("link");
        symlink(dir.path(), &link).unwrap();
        assert_eq!(Real.metadata(&link).unwrap().kind, Kind::Other);
        assert_eq!(Real.metadata(dir.path()).unwrap().kind, Kind::Folder);
    }
}
