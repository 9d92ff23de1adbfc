//! The folder in which two terminals that show a room find each other: a socket for each room, for its owner alone,
//! taken away at every end. What passes through it is never on a disk.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{
    DirBuilderExt as _, FileTypeExt as _, MetadataExt as _, PermissionsExt as _,
};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

use rustix::process::geteuid;

use super::disk::{FILE_MODE, FOLDER_MODE};

/// Rooms on one computer, at most.
const MOST: u16 = 99;
/// The longest path a socket may have, on every system.
const LONGEST: usize = 100;
/// How often a folder that was removed under our hands is made anew.
const TRIES: usize = 16;
/// How a socket is called, before its number.
const NAME: &str = "room-";

/// The folder of rooms; it may not be there yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rooms {
    folder: PathBuf,
}

/// An open room. Dropping it takes its socket away, and the folder with the last one.
#[derive(Debug)]
pub struct Door {
    rooms: Rooms,
    /// Its number, from 1.
    pub number: u16,
    /// Which file the socket is, so that nobody else's is taken away.
    inode: u64,
}

impl Rooms {
    /// The folder at this very path.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// Where rooms are found by themselves: `floe` in the folder for such things (`$XDG_RUNTIME_DIR`), or else a
    /// folder of this account's in the one for temporary things.
    #[must_use]
    pub fn usual(runtime: Option<&str>, temporary: Option<&str>) -> Self {
        let is_there = |path: &&str| Path::new(path).is_absolute() && Path::new(path).is_dir();
        let own = runtime
            .filter(is_there)
            .map(|path| Path::new(path).join("floe"));
        let fits = |path: &PathBuf| path.as_os_str().len() + NAME.len() + 3 <= LONGEST;
        let uid = geteuid().as_raw();
        let shared = Path::new(temporary.filter(is_there).unwrap_or("/tmp"));
        Self::at(
            own.filter(fits)
                .unwrap_or_else(|| shared.join(format!("floe-{uid}"))),
        )
    }

    fn path(&self, number: u16) -> PathBuf {
        self.folder.join(format!("{NAME}{number}"))
    }

    /// Opens a new room under the lowest number that is free. What a killed run has left is swept away.
    pub fn open(&self) -> io::Result<(UnixListener, Door)> {
        for _ in 0..TRIES {
            self.ensure()?;
            let Some(_alone) = self.alone()? else {
                continue;
            };
            self.sweep();
            let free = (1..=MOST).find(|number| fs::symlink_metadata(self.path(*number)).is_err());
            let number = free.ok_or(ErrorKind::AddrInUse)?;
            let path = self.path(number);
            let listener = UnixListener::bind(&path)?;
            fs::set_permissions(&path, Permissions::from_mode(FILE_MODE))?;
            let door = Door {
                rooms: self.clone(),
                number,
                inode: fs::symlink_metadata(&path)?.ino(),
            };
            return Ok((listener, door));
        }
        Err(ErrorKind::ResourceBusy.into())
    }

    /// The rooms somebody is in now, by number.
    #[must_use]
    pub fn list(&self) -> Vec<u16> {
        if self.check().is_err() {
            return Vec::new();
        }
        let mut open = self.numbers();
        open.retain(|number| UnixStream::connect(self.path(*number)).is_ok());
        open
    }

    /// Goes into a room.
    pub fn enter(&self, number: u16) -> io::Result<UnixStream> {
        self.check()?;
        UnixStream::connect(self.path(number))
    }

    /// The numbers of all sockets, whoever is behind them.
    fn numbers(&self) -> Vec<u16> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let number = |entry: fs::DirEntry| {
            let is_socket = entry.file_type().is_ok_and(|kind| kind.is_socket());
            let name = entry.file_name().into_string().ok()?;
            let number = name.strip_prefix(NAME)?.parse().ok()?;
            (is_socket && name == format!("{NAME}{number}")).then_some(number)
        };
        let mut numbers: Vec<u16> = entries.filter_map(number).collect();
        numbers.sort_unstable();
        numbers
    }

    /// Takes away the sockets nobody listens at any more.
    fn sweep(&self) {
        for number in self.numbers() {
            let answer = UnixStream::connect(self.path(number));
            if answer.is_err_and(|error| error.kind() == ErrorKind::ConnectionRefused) {
                // It stays for the next sweep otherwise.
                let _ = fs::remove_file(self.path(number));
            }
        }
    }

    fn ensure(&self) -> io::Result<()> {
        match DirBuilder::new().mode(FOLDER_MODE).create(&self.folder) {
            // Whatever the umask took away.
            Ok(()) => fs::set_permissions(&self.folder, Permissions::from_mode(FOLDER_MODE)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => self.check(),
            Err(error) => Err(error),
        }
    }

    /// Whether the folder is one, ours, and nobody else's to look into.
    fn check(&self) -> io::Result<()> {
        let meta = fs::symlink_metadata(&self.folder)?;
        let ours = meta.uid() == geteuid().as_raw();
        if meta.is_dir() && ours && meta.mode() & 0o077 == 0 {
            Ok(())
        } else {
            Err(ErrorKind::PermissionDenied.into())
        }
    }

    /// Nobody else opens or closes a room while this is held; None if the folder has gone meanwhile.
    fn alone(&self) -> io::Result<Option<File>> {
        let folder = match File::open(&self.folder) {
            Ok(folder) => folder,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        folder.lock()?;
        let held = folder.metadata()?.ino();
        let is_same = fs::symlink_metadata(&self.folder).is_ok_and(|meta| meta.ino() == held);
        Ok(is_same.then_some(folder))
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        // Where the folder can't be had, the next room that is opened sweeps.
        let Ok(Some(_alone)) = self.rooms.alone() else {
            return;
        };
        let path = self.rooms.path(self.number);
        if fs::symlink_metadata(&path).is_ok_and(|meta| meta.ino() == self.inode) {
            let _ = fs::remove_file(path);
        }
        let _ = fs::remove_dir(&self.rooms.folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_are_numbered_listed_and_gone_when_they_close() {
        let folder = tempfile::tempdir().unwrap();
        let rooms = Rooms::at(folder.path().join("floe"));
        assert!(rooms.list().is_empty());
        let (_one, first) = rooms.open().unwrap();
        let (_two, second) = rooms.open().unwrap();
        assert_eq!((first.number, second.number), (1, 2));
        assert_eq!(rooms.list(), [1, 2]);
        let mode = |path: &Path| fs::symlink_metadata(path).unwrap().mode() & 0o777;
        assert_eq!(mode(&rooms.folder), 0o700);
        assert_eq!(mode(&rooms.path(1)), 0o600);
        drop(first);
        assert_eq!(rooms.list(), [2]);
        let (_one, again) = rooms.open().unwrap();
        assert_eq!(again.number, 1);
        drop((again, second));
        assert!(!rooms.folder.exists(), "an empty folder would tell of it");
    }

    #[test]
    fn what_a_killed_run_left_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let rooms = Rooms::at(folder.path().join("floe"));
        let (listener, door) = rooms.open().unwrap();
        // Killed: nobody listens, and nobody took the socket away.
        std::mem::forget(door);
        drop(listener);
        assert!(rooms.list().is_empty());
        assert!(rooms.path(1).exists());
        let (_listener, door) = rooms.open().unwrap();
        assert_eq!(door.number, 1);
    }

    #[test]
    fn a_folder_others_can_look_into_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        let open = folder.path().join("open");
        fs::create_dir(&open).unwrap();
        fs::set_permissions(&open, Permissions::from_mode(0o755)).unwrap();
        let rooms = Rooms::at(&open);
        assert!(rooms.open().is_err());
        assert_eq!(fs::read_dir(&open).unwrap().count(), 0);
        let link = folder.path().join("link");
        let own = folder.path().join("own");
        DirBuilder::new().mode(0o700).create(&own).unwrap();
        std::os::unix::fs::symlink(&own, &link).unwrap();
        assert!(Rooms::at(&link).open().is_err());
    }

    #[test]
    fn a_place_that_is_not_there_or_too_long_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path().to_str().unwrap();
        assert_eq!(
            Rooms::usual(Some(here), None).folder,
            folder.path().join("floe")
        );
        let uid = geteuid().as_raw();
        for bad in ["", "relative", "/nonexistent/run"] {
            let rooms = Rooms::usual(Some(bad), Some(here));
            assert_eq!(rooms.folder, folder.path().join(format!("floe-{uid}")));
        }
        let long = folder.path().join("x".repeat(90));
        fs::create_dir(&long).unwrap();
        let rooms = Rooms::usual(long.to_str(), Some(here));
        assert_eq!(rooms.folder, folder.path().join(format!("floe-{uid}")));
    }
}
