//! A look at everything in a home, for `floe doctor`: nothing is written, nobody is asked for a passphrase, and no
//! word of a person's comes out.
//!
//! What comes out are names that floe itself has given. A name somebody else made up may say something about them: of
//! such a copy only the beginning is told, with a star behind it, and whatever isn't floe's is only counted.

use super::atomic::MAX_BYTES;
use super::beside::{Side, lock_of, side_of};
use super::disk::{Disk as _, FILE_MODE, FOLDER_MODE, Kind, Meta, Real, meta_of};
use super::found_packs;
use super::held::{Holder, holder};
use super::home::{Home, HomeError};
use super::keeping::{Phase, Stay, spare_key};
use super::leave_out;
use super::lock::Busy;
use super::own_talks;
use super::seal::is_sealed;
use super::shelf::{self, ShelfError, Shelves, plain};
use super::text_file::parsed;
use crate::session::{FORMAT, OWN_FORMAT, OwnTalk, Record, River};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use zeroize::Zeroizing;

/// With less room than this, a save may fail: the largest file there is, twice.
const LITTLE: u64 = 2 * MAX_BYTES;

/// What can be wrong with files of a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// Others than their owner can open them.
    OpenToOthers,
    /// They belong to another account.
    NotYours,
    /// The system doesn't let them be read.
    Refused,
    /// A link, a pipe or a device stands in the place of a file.
    NotAFile,
    /// They are larger than anything floe writes.
    TooLarge,
    /// They can't be read as what they are.
    Damaged,
    /// A newer floe wrote them.
    Newer,
    /// Versions that couldn't be read lie beside them, set aside.
    SetAside,
    /// Somebody else's version lies beside them, or ours does.
    Copies,
    /// A run that was killed has left half a save.
    Leftover,
    /// The list for the first screen says what isn't so.
    Untrue,
    /// Sealing or unsealing was interrupted.
    HalfTurned,
    /// They are sealed, and there is no key.
    NoKey,
    /// The second copy of the key isn't there.
    NoSpareKey,
    /// They aren't sealed, and the home is.
    NotSealed,
    /// The disk is nearly full.
    LittleSpace,
}

/// A crossing that is open in another floe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Its file, by its name below the home.
    pub file: String,
    /// Who has it open.
    pub by: Holder,
}

/// What was seen.
#[derive(Debug, Default)]
pub struct Checkup {
    /// Whether there is a home at all.
    pub is_there: bool,
    /// Why it can't be used, if it can't.
    pub unusable: Option<HomeError>,
    /// How its files are kept; None if they are open.
    pub phase: Option<Phase>,
    /// Whether somebody is sealing or unsealing it just now.
    pub is_turning: bool,
    /// How many bytes can still be written there, where the system tells.
    pub space: Option<u64>,
    /// What is open elsewhere.
    pub open: Vec<Open>,
    /// How many things in it aren't floe's; they weren't looked at.
    pub others: usize,
    /// What is wrong, with the names below the home it is wrong with. The home itself is an empty name.
    pub wrong: BTreeMap<Wrong, Vec<String>>,
}

/// Looks at a home.
#[must_use]
pub fn look(home: &Home) -> Checkup {
    let root = home.root();
    let mut seen = Checkup {
        space: space(root),
        ..Checkup::default()
    };
    if seen.space.is_some_and(|space| space < LITTLE) {
        seen.tell(Wrong::LittleSpace, "");
    }
    match home.check() {
        Ok(false) => return seen,
        Ok(true) => seen.is_there = true,
        Err(error) => {
            seen.unusable = Some(error);
            return seen;
        }
    }
    seen.phase = Phase::of(&Real, root).ok().flatten();
    seen.is_turning = matches!(Stay::together(root), Err(Busy::Held));
    seen.home(root);
    if seen.phase.is_none() && Shelves::of(home.clone()).is_index_untrue() {
        seen.tell(Wrong::Untrue, "index.ron");
    }
    seen.keys(root);
    for names in seen.wrong.values_mut() {
        names.sort();
        names.dedup();
    }
    seen
}

/// How much room there is where a folder is, or will be.
fn space(folder: &Path) -> Option<u64> {
    let there = folder.ancestors().find(|folder| folder.is_dir())?;
    let told = rustix::fs::statvfs(there).ok()?;
    Some(told.f_bavail.saturating_mul(told.f_frsize))
}

/// How much room there is where a folder is, or will be, if that is so little that a save may fail.
#[must_use]
pub fn little_room(folder: &Path) -> Option<u64> {
    space(folder).filter(|space| *space < LITTLE)
}

/// What a file is to hold, by its name.
#[derive(Clone, Copy)]
enum Holds {
    River,
    Crossing,
    Forgetting,
    Talk,
    Cache,
    Key,
}

/// The folders of a home.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Home,
    River,
    Talks,
}

impl Place {
    /// What a file of this name holds here; None for what isn't floe's.
    fn holds(self, name: &str) -> Option<Holds> {
        let is_id = |name: &str| name.strip_suffix(".ron").is_some_and(plain);
        match self {
            Self::Home if name == "index.ron" => Some(Holds::Cache),
            Self::Home => {
                let phases = [Phase::Sealing, Phase::Sealed, Phase::Unsealing];
                let mut keys = phases.map(|phase| phase.key_in(Path::new(""))).into_iter();
                let is_key = keys.any(|key| key.as_os_str() == name);
                is_key.then_some(Holds::Key)
            }
            Self::River if name == shelf::RIVER => Some(Holds::River),
            Self::River if name == leave_out::NOTE => Some(Holds::Forgetting),
            Self::River => is_id(name).then_some(Holds::Crossing),
            Self::Talks => is_id(name).then_some(Holds::Talk),
        }
    }
}

impl Checkup {
    fn tell(&mut self, wrong: Wrong, name: &str) {
        self.wrong.entry(wrong).or_default().push(name.to_owned());
    }

    fn home(&mut self, root: &Path) {
        // People put their home elsewhere with a link, so this one is followed.
        if let Ok(meta) = fs::metadata(root) {
            self.owner(meta_of(&meta), FOLDER_MODE, "");
        }
        self.folder(root, "", Place::Home);
    }

    fn folder(&mut self, folder: &Path, called: &str, place: Place) {
        let Ok(names) = Real.list(folder) else {
            self.tell(Wrong::Refused, called);
            return;
        };
        for name in names {
            let path = folder.join(&name);
            let Some(name) = name.to_str() else {
                self.others += 1;
                continue;
            };
            if place == Place::Home && name == found_packs::FOLDER {
                // Packs are looked at as what they are, apart.
                continue;
            }
            let below = match name {
                own_talks::FOLDER => Some(Place::Talks),
                name if plain(name) => Some(Place::River),
                _ => None,
            };
            match below {
                Some(below) if place == Place::Home && path.is_dir() => {
                    if let Ok(meta) = fs::metadata(&path) {
                        self.owner(meta_of(&meta), FOLDER_MODE, name);
                    }
                    self.folder(&path, name, below);
                }
                _ => self.file(&path, name, &under(called, name), place),
            }
        }
    }

    /// Looks at what isn't a folder of floe's.
    fn file(&mut self, path: &Path, name: &str, called: &str, place: Place) {
        let Ok(meta) = Real.metadata(path) else {
            // It may just have been renamed by a save.
            return;
        };
        if let Some(holds) = place.holds(name) {
            if self.is_readable(path, meta, called) {
                self.words(path, called, holds);
            }
            return;
        }
        let Some((side, base)) = side_of(name) else {
            self.others += 1;
            return;
        };
        // A copy of a copy is told of by the first one.
        let first = first_of(&base);
        if place.holds(&first).is_none() {
            self.others += 1;
            return;
        }
        if side == Side::Lock
            && let Some(by) = holder(path)
        {
            let file = under(folder_called(called), &first);
            self.open.push(Open { file, by });
        }
        let called = if is_named_by_floe(name) {
            called.to_owned()
        } else {
            let stem = first.strip_suffix(".ron").unwrap_or(&first);
            under(folder_called(called), &format!("{stem}*"))
        };
        if !self.is_readable(path, meta, &called) {
            return;
        }
        match side {
            Side::Damaged => self.tell(Wrong::SetAside, &called),
            Side::Conflict => self.tell(Wrong::Copies, &called),
            // Whoever holds the lock is writing it just now.
            Side::Temp if holder(&lock_of(&path.with_file_name(&first))).is_none() => {
                self.tell(Wrong::Leftover, &called);
            }
            Side::Temp | Side::Backup | Side::Lock => {}
        }
    }

    /// Whether a file is one, of honest size; and whose it is.
    fn is_readable(&mut self, path: &Path, meta: Meta, called: &str) -> bool {
        if meta.kind != Kind::File {
            self.tell(Wrong::NotAFile, called);
            return false;
        }
        self.owner(meta, FILE_MODE, called);
        let size = fs::symlink_metadata(path).map_or(0, |meta| meta.len());
        if size > MAX_BYTES {
            self.tell(Wrong::TooLarge, called);
        }
        size <= MAX_BYTES
    }

    fn owner(&mut self, meta: Meta, least: u32, called: &str) {
        if meta.uid != rustix::process::geteuid().as_raw() {
            self.tell(Wrong::NotYours, called);
        } else if meta.mode & 0o777 & !least & 0o077 != 0 {
            self.tell(Wrong::OpenToOthers, called);
        }
    }

    /// Reads a file as what it is to be. Sealed words are looked at from outside.
    fn words(&mut self, path: &Path, called: &str, holds: Holds) {
        let bytes = match Real.read(path, MAX_BYTES).map(Zeroizing::new) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            Err(_) => return self.tell(Wrong::Refused, called),
        };
        match (is_sealed(&bytes), self.phase, holds) {
            (true, _, Holds::Key) => {}
            (false, _, Holds::Key) => self.tell(Wrong::Damaged, called),
            (true, None, _) => self.tell(Wrong::NoKey, called),
            (true, Some(_), _) => {}
            (false, phase, holds) => {
                if phase == Some(Phase::Sealed) {
                    self.tell(Wrong::NotSealed, called);
                }
                match understood(&bytes, path, holds) {
                    Ok(()) => {}
                    Err(ShelfError::Newer { .. }) => self.tell(Wrong::Newer, called),
                    Err(_) => self.tell(Wrong::Damaged, called),
                }
            }
        }
    }

    /// What is amiss with the key, and what was interrupted.
    fn keys(&mut self, root: &Path) {
        match self.phase {
            Some(phase @ (Phase::Sealing | Phase::Unsealing)) if !self.is_turning => {
                let key = phase.key_in(Path::new(""));
                self.tell(Wrong::HalfTurned, &key.to_string_lossy());
            }
            Some(Phase::Sealed) if Real.metadata(&spare_key(root)).is_err() => {
                let key = spare_key(Path::new(""));
                self.tell(Wrong::NoSpareKey, &key.to_string_lossy());
            }
            _ => {}
        }
    }
}

/// Whether these bytes are what they are to be. Nothing of them is handed on.
fn understood(bytes: &[u8], path: &Path, holds: Holds) -> Result<(), ShelfError> {
    match holds {
        Holds::River => parsed::<River>(FORMAT, bytes, path).map(drop),
        Holds::Crossing => parsed::<Record>(FORMAT, bytes, path).map(drop),
        Holds::Forgetting => parsed::<leave_out::Note>(FORMAT, bytes, path).map(drop),
        Holds::Talk => parsed::<OwnTalk>(OWN_FORMAT, bytes, path).map(drop),
        // A cache that can't be read isn't believed, and is made anew by the next save.
        Holds::Cache | Holds::Key => Ok(()),
    }
}

fn under(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_owned(),
        folder => format!("{folder}/{name}"),
    }
}

fn folder_called(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The file at the beginning of a chain of copies.
fn first_of(name: &str) -> String {
    side_of(name).map_or_else(|| name.to_owned(), |(_, base)| first_of(&base))
}

/// Whether nothing in this name was made up by anybody but floe; what it is a copy of is known to be floe's.
fn is_named_by_floe(name: &str) -> bool {
    match side_of(name) {
        None => true,
        Some((Side::Conflict, base)) => {
            let stem = base.strip_suffix(".ron").unwrap_or(&base);
            let rest = name
                .strip_prefix(stem)
                .and_then(|rest| rest.strip_prefix(".conflict-"))
                .and_then(|rest| rest.strip_suffix(".ron"));
            rest.is_some_and(|rest| rest.bytes().all(|c| c.is_ascii_digit() || c == b'-'))
        }
        Some((_, base)) => is_named_by_floe(&base),
    }
}
