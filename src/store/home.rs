//! The folder everything lives in. Nothing is made on the disk before something is to be saved.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
use rustix::fs::{Access, AtFlags, CWD, accessat};

use super::beside::{Side, folder_of, is_of_this_run, lock_of, side_of};
use super::disk::{Disk, Kind, Meta, Real, meta_of};
use super::lock::Lock;

/// The name of the folder inside the platform's folder for data.
const NAME: &str = "floe";
/// How many folders deep saved files may lie: the home, a river.
const DEPTH: usize = 2;
/// The permission bit that lets anybody write, and the one that lets only owners remove.
const OPEN_TO_ALL: u32 = 0o002;
const STICKY: u32 = 0o1000;

/// Why the folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    /// The platform names no folder for data, and none was given.
    #[error("there is no home folder to keep data in")]
    Nowhere,
    /// Something else than a folder has this name, or the name leads out of the home.
    #[error("{0:?} is not a folder of floe's")]
    NotAFolder(PathBuf),
    /// Anybody on this computer could put other files in the place of ours.
    #[error("{0:?} can be written by everybody")]
    OpenToAll(PathBuf),
    /// The disk refused.
    #[error("{path:?} cannot be used")]
    Disk {
        /// The folder it was about.
        path: PathBuf,
        /// What the disk said.
        source: io::Error,
    },
}

/// What a sweep found of temporary files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// How many were removed.
    pub removed: usize,
    /// How many were left: in use by another floe, or not to be removed.
    pub left: usize,
}

/// The data folder; it may not be there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    root: PathBuf,
}

impl Home {
    /// A home at this very path.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { root: path.into() }
    }

    /// The home that was asked for, or else `floe` in the platform's folder for data
    /// (`$XDG_DATA_HOME` on Linux). An empty path asks for nothing.
    pub fn locate(given: Option<PathBuf>) -> Result<Self, HomeError> {
        if let Some(path) = given.filter(|path| !path.as_os_str().is_empty()) {
            return Ok(Self::at(path));
        }
        let platform = choose_native_strategy().map_err(|_| HomeError::Nowhere)?;
        Ok(Self::at(platform.data_dir().join(NAME)))
    }

    /// Where it is, or will be.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether it is there; an error when what is there cannot be used. Makes nothing.
    pub fn check(&self) -> Result<bool, HomeError> {
        check(&self.root)
    }

    /// Makes the home where it is missing, for its owner alone and durably, and returns its path.
    pub fn ensure(&self) -> Result<&Path, HomeError> {
        ensure(&self.root)?;
        Ok(&self.root)
    }

    /// Makes a folder in the home where it is missing, and returns its path.
    pub fn ensure_folder(&self, name: &str) -> Result<PathBuf, HomeError> {
        let path = self.root.join(name);
        let mut parts = Path::new(name).components();
        if !matches!(
            (parts.next(), parts.next()),
            (Some(Component::Normal(_)), None)
        ) {
            return Err(HomeError::NotAFolder(path));
        }
        ensure(&self.root)?;
        ensure(&path)?;
        Ok(path)
    }

    /// Why nothing can be written there, by permissions alone; None if nothing speaks against it. Makes nothing.
    #[must_use]
    pub fn refusal(&self) -> Option<ErrorKind> {
        let there = self.root.ancestors().find(|folder| folder.is_dir());
        // The end of a path that is named from here is here.
        let there = there.filter(|folder| !folder.as_os_str().is_empty());
        let (folder, flags) = (there.unwrap_or(Path::new(".")), AtFlags::EACCESS);
        let access = Access::WRITE_OK | Access::EXEC_OK;
        let refused = accessat(CWD, folder, access, flags).err()?;
        Some(io::Error::from(refused).kind())
    }

    /// Removes the home if nothing is in it: an empty one would still tell that floe was used.
    pub fn remove_if_empty(&self) {
        let _ = fs::remove_dir(&self.root);
    }

    /// Removes what killed runs left half-written: regular files of ours with a temporary name,
    /// whose lock is among those held or free. They may hold private words and are never read.
    #[must_use]
    pub fn sweep(&self, held: &[&Lock]) -> Swept {
        let mut swept = Swept::default();
        sweep_folder(&self.root, DEPTH, held, &mut swept);
        swept
    }
}

fn check(folder: &Path) -> Result<bool, HomeError> {
    // Followed on purpose: people put their data folder elsewhere with a link.
    let meta = match fs::metadata(folder) {
        Ok(meta) => meta_of(&meta),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(source) => {
            return Err(HomeError::Disk {
                path: folder.to_owned(),
                source,
            });
        }
    };
    match meta.kind {
        Kind::Folder if meta.mode & OPEN_TO_ALL != 0 && meta.mode & STICKY == 0 => {
            Err(HomeError::OpenToAll(folder.to_owned()))
        }
        Kind::Folder => Ok(true),
        Kind::File | Kind::Other => Err(HomeError::NotAFolder(folder.to_owned())),
    }
}

/// Makes a folder and those above it. Each is confirmed in its parent: a file that is safe in a
/// folder that is not would be lost with it.
fn ensure(folder: &Path) -> Result<(), HomeError> {
    if check(folder)? {
        return Ok(());
    }
    let parent = folder_of(folder);
    if parent != folder && !parent.is_dir() {
        ensure(parent)?;
    }
    match Real.create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => check(folder).map(|_| ()),
        made => made
            .and_then(|()| {
                // An unconfirmed folder is unmade, so that the next try does not take it for safe.
                Real.sync_dir(parent)
                    .inspect_err(|_| drop(fs::remove_dir(folder)))
            })
            .map_err(|source| HomeError::Disk {
                path: folder.to_owned(),
                source,
            }),
    }
}

fn sweep_folder(folder: &Path, depth: usize, held: &[&Lock], swept: &mut Swept) {
    let Some(below) = depth.checked_sub(1) else {
        return;
    };
    for name in Real.list(folder).unwrap_or_default() {
        let path = folder.join(&name);
        let Ok(meta) = Real.metadata(&path) else {
            continue;
        };
        if meta.kind == Kind::Folder {
            sweep_folder(&path, below, held, swept);
        } else if let Some(name) = name.to_str()
            && let Some((Side::Temp, base)) = side_of(name)
            && !is_of_this_run(name)
        {
            let is_removed = is_ours(meta) && remove_if_free(&path, &folder.join(base), held);
            *(if is_removed {
                &mut swept.removed
            } else {
                &mut swept.left
            }) += 1;
        }
    }
}

fn is_ours(meta: Meta) -> bool {
    meta.kind == Kind::File && meta.uid == rustix::process::geteuid().as_raw()
}

/// Removes a temporary file unless another floe may be writing it just now.
fn remove_if_free(temp: &Path, base: &Path, held: &[&Lock]) -> bool {
    let lock = lock_of(base);
    let is_held = held.iter().any(|ours| ours.path() == lock);
    // Without a lock file nobody holds the lock, and none is made for the look of it.
    let is_unknown = || {
        Real.metadata(&lock)
            .is_err_and(|error| error.kind() == ErrorKind::NotFound)
    };
    let _guard = if is_held || is_unknown() {
        None
    } else {
        match Lock::take(&lock) {
            Ok(guard) => Some(guard),
            Err(_) => return false,
        }
    };
    Real.remove(temp).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::beside;
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    fn plant(path: &Path) {
        Real.create_new(path).unwrap();
    }

    #[test]
    fn nothing_is_made_before_it_is_asked_for() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path().join("deep/a b\nc/floe"));
        assert!(!home.check().unwrap());
        assert_eq!(home.sweep(&[]), Swept::default());
        assert!(Real.list(dir.path()).unwrap().is_empty());
        let river = home.ensure_folder("kb7").unwrap();
        for made in [&dir.path().join("deep"), home.root(), &river] {
            assert_eq!(mode(made), 0o700);
        }
        assert!(home.check().unwrap());
        assert_eq!(home.ensure().unwrap(), home.root());
    }

    #[test]
    fn the_home_given_goes_before_the_platforms() {
        let given = Home::locate(Some("/somewhere".into())).unwrap();
        assert_eq!(given.root(), Path::new("/somewhere"));
        if let Ok(home) = Home::locate(Some(PathBuf::new())) {
            assert!(home.root().ends_with(NAME) && home.root() != Path::new(NAME));
        }
    }

    #[test]
    fn a_folder_open_to_all_is_refused_unless_it_is_sticky() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path());
        for (mode, fits) in [
            (0o777, false),
            (0o702, false),
            (0o1777, true),
            (0o755, true),
        ] {
            fs::set_permissions(dir.path(), Permissions::from_mode(mode)).unwrap();
            let checked = home.check();
            assert_eq!(checked.is_ok(), fits, "{mode:o}");
            assert_eq!(home.ensure().is_ok(), fits, "{mode:o}");
        }
    }

    #[test]
    fn only_plain_names_become_folders_and_files_are_no_homes() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path());
        for name in ["", "..", ".", "/etc", "a/b", "../a"] {
            assert!(
                matches!(home.ensure_folder(name), Err(HomeError::NotAFolder(_))),
                "{name:?}"
            );
        }
        plant(&dir.path().join("file"));
        assert!(matches!(
            Home::at(dir.path().join("file")).ensure(),
            Err(HomeError::NotAFolder(_))
        ));
        assert!(Home::at(dir.path().join("file/in")).ensure().is_err());
    }

    #[test]
    fn a_sweep_takes_what_is_stale_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path());
        let river = home.ensure_folder("kb7").unwrap();
        let stale = [
            river.join(".a.ron.1-0.tmp"),
            dir.path().join(".index.ron.1-7.tmp"),
        ];
        let deeper = home.ensure_folder("kb7").unwrap().join("deeper");
        Real.create_dir(&deeper).unwrap();
        let others = [
            river.join("a.ron"),
            river.join(".a.ron.tmp"),
            river.join("a.ron.1-0.tmp"),
            deeper.join(".a.ron.1-0.tmp"),
        ];
        stale.iter().chain(&others).for_each(|path| plant(path));
        let link = river.join(".a.ron.1-1.tmp");
        symlink(&others[0], &link).unwrap();
        assert_eq!(
            home.sweep(&[]),
            Swept {
                removed: 2,
                left: 1
            }
        );
        assert!(stale.iter().all(|path| !path.exists()));
        assert!(others.iter().all(|path| path.exists()) && link.is_symlink());
    }

    #[test]
    fn a_sweep_leaves_what_another_floe_or_this_run_is_writing() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path());
        let file = dir.path().join("a.ron");
        let (stale, live) = (
            dir.path().join(".a.ron.1-0.tmp"),
            beside::claim(&file, |path| Real.create_new(path))
                .unwrap()
                .0,
        );
        plant(&stale);
        let lock = Lock::take(&lock_of(&file)).unwrap();
        assert_eq!(
            home.sweep(&[]),
            Swept {
                removed: 0,
                left: 1
            }
        );
        assert_eq!(
            home.sweep(&[&lock]),
            Swept {
                removed: 1,
                left: 0
            }
        );
        drop(lock);
        plant(&stale);
        assert_eq!(
            home.sweep(&[]),
            Swept {
                removed: 1,
                left: 0
            }
        );
        assert!(live.exists());
    }

    #[test]
    fn files_of_other_people_are_not_ours() {
        let ours = Meta {
            kind: Kind::File,
            uid: rustix::process::geteuid().as_raw(),
            mode: 0o600,
        };
        assert!(is_ours(ours));
        assert!(!is_ours(Meta {
            uid: ours.uid + 1,
            ..ours
        }));
        assert!(!is_ours(Meta {
            kind: Kind::Other,
            ..ours
        }));
    }
}
