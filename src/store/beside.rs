//! The names of the files that stand beside a saved one: made here, and known again here.
//!
//! For `NAME.ron` they are `.NAME.ron.PID-COUNTER.tmp` while it is being written, `NAME.ron.bak`,
//! `NAME.conflict-REV.ron`, `NAME.ron.damaged-N` and `NAME.ron.lock`.

use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use super::disk::Disk;

/// What a file beside a saved one is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A version being written, or left by a run that was killed.
    Temp,
    /// The version before the last.
    Backup,
    /// Another version: ours, put beside one that somebody else had changed, or one that another program has made.
    Conflict,
    /// A version that could not be read, set aside.
    Damaged,
    /// The lock of the file.
    Lock,
}

/// Counts the temporary names of this run, so that no two are alike.
static NEXT: AtomicU64 = AtomicU64::new(0);
/// How many taken names in a row are walked past before giving up.
const TRIES: usize = 1000;

/// The folder a path stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Where the version before the last is kept.
#[must_use]
pub fn backup_of(path: &Path) -> PathBuf {
    named(path, "", ".bak")
}

/// Where the lock of a file stands.
#[must_use]
pub fn lock_of(path: &Path) -> PathBuf {
    named(path, "", ".lock")
}

/// Makes something under a temporary name nobody uses and returns the name with what was made.
pub(super) fn claim<T>(
    path: &Path,
    mut make: impl FnMut(&Path) -> io::Result<T>,
) -> io::Result<(PathBuf, T)> {
    for _ in 0..TRIES {
        let counter = NEXT.fetch_add(1, Ordering::Relaxed);
        let temp = named(path, ".", &format!(".{}-{counter}.tmp", process::id()));
        match make(&temp) {
            // Left by a killed run whose process number we have now, or planted.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            made => return made.map(|made| (temp, made)),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// A free name for our version beside one that somebody else changed.
pub(super) fn free_conflict<D: Disk>(disk: &D, path: &Path, rev: u64) -> io::Result<PathBuf> {
    let stem = path.with_extension("");
    let dot_ext = path
        .extension()
        .map(|ext| named(Path::new(ext), ".", "").into_os_string())
        .unwrap_or_default();
    first_free(disk, |n| {
        let again = if n == 1 {
            String::new()
        } else {
            format!("-{n}")
        };
        let mut name = named(&stem, "", &format!(".conflict-{rev}{again}")).into_os_string();
        name.push(&dot_ext);
        name.into()
    })
}

/// A free name for a file that could not be read.
pub(super) fn free_damaged<D: Disk>(disk: &D, path: &Path) -> io::Result<PathBuf> {
    first_free(disk, |n| named(path, "", &format!(".damaged-{n}")))
}

/// Says what a file name is beside another and which one that is; `None` for a name of its own.
/// Names made by programs that copy folders between computers count as conflicts.
#[must_use]
pub fn side_of(name: &str) -> Option<(Side, String)> {
    if let Some(rest) = name
        .strip_prefix('.')
        .and_then(|rest| rest.strip_suffix(".tmp"))
    {
        let (base, number) = rest.rsplit_once('.')?;
        parse_number(number)?;
        return some_base(Side::Temp, base);
    }
    for (ending, side) in [(".bak", Side::Backup), (".lock", Side::Lock)] {
        if let Some(base) = name.strip_suffix(ending) {
            return some_base(side, base);
        }
    }
    if let Some((base, n)) = name.rsplit_once(".damaged-")
        && is_number(n)
    {
        return some_base(Side::Damaged, base);
    }
    let (stem, ext) = name
        .rsplit_once('.')
        .map_or((name, ""), |(stem, ext)| (stem, ext));
    let dot = if ext.is_empty() { "" } else { "." };
    for mark in [
        ".conflict-",
        ".sync-conflict-",
        " (conflicted copy",
        " (Conflicted copy",
    ] {
        if let Some((base, _)) = stem.rsplit_once(mark) {
            return some_base(Side::Conflict, &format!("{base}{dot}{ext}"));
        }
    }
    // Some programs say whose copy it is: `kb7 (Sam's conflicted copy 2026-01-01).ron`.
    if let Some((base, rest)) = stem.split_once(' ')
        && (rest.contains("conflicted copy") || is_numbered_copy(rest))
    {
        return some_base(Side::Conflict, &format!("{base}{dot}{ext}"));
    }
    some_base(Side::Conflict, kept_by_an_editor(name)?)
}

/// What stands behind a name when files are copied by hand: `copy`, `copy 2`, `2`, `(2)`.
fn is_numbered_copy(rest: &str) -> bool {
    let number = match rest.strip_prefix("copy") {
        Some("") => return true,
        Some(rest) => rest.trim_start(),
        None => rest,
    };
    let within = number
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    is_number(within.unwrap_or(number))
}

/// The name of which an editor, an office program or a folder in the cloud keeps something beside it.
fn kept_by_an_editor(name: &str) -> Option<&str> {
    let around = [
        (".", ".swp"),
        (".", ".swo"),
        (".", ".icloud"),
        ("#", "#"),
        ("~$", ""),
        (".#", ""),
        ("", "~"),
    ];
    around
        .iter()
        .find_map(|(before, after)| name.strip_prefix(before)?.strip_suffix(after))
}

/// All files beside one, and beside those, with what they are for, in the order of their names.
pub fn all_of<D: Disk>(disk: &D, path: &Path) -> io::Result<Vec<(Side, PathBuf)>> {
    let folder = folder_of(path);
    let names = disk.list(folder)?.into_iter();
    Ok(names
        .filter_map(|name| {
            let (side, base) = side_of(name.to_str()?)?;
            belongs(&base, path.file_name()?).then(|| (side, folder.join(&name)))
        })
        .collect())
}

/// Whether a temporary name was made by this very run.
pub(super) fn is_of_this_run(name: &str) -> bool {
    let number = name
        .strip_suffix(".tmp")
        .and_then(|rest| rest.rsplit_once('.'))
        .map(|(_, number)| number);
    number.and_then(parse_number).is_some_and(|(pid, counter)| {
        pid == process::id() && counter < NEXT.load(Ordering::Relaxed)
    })
}

/// Whether a name, or what it stands beside, is the given one.
fn belongs(base: &str, name: &OsStr) -> bool {
    name == base || side_of(base).is_some_and(|(_, next)| belongs(&next, name))
}

fn some_base(side: Side, base: &str) -> Option<(Side, String)> {
    (!base.is_empty()).then(|| (side, base.to_owned()))
}

fn parse_number(number: &str) -> Option<(u32, u64)> {
    let (pid, counter) = number.split_once('-')?;
    if !is_number(pid) || !is_number(counter) {
        return None;
    }
    Some((pid.parse().ok()?, counter.parse().ok()?))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn first_free<D: Disk>(disk: &D, name: impl Fn(usize) -> PathBuf) -> io::Result<PathBuf> {
    for n in 1..=TRIES {
        let path = name(n);
        match disk.metadata(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error),
            Ok(_) => {}
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn named(path: &Path, before: &str, after: &str) -> PathBuf {
    let mut name = OsString::from(before);
    name.push(path.file_name().unwrap_or_default());
    name.push(after);
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(name: &str) -> Option<(Side, String)> {
        side_of(name)
    }

    fn is(side: Side, base: &str) -> Option<(Side, String)> {
        Some((side, base.to_owned()))
    }

    #[test]
    fn every_name_made_is_known_again() {
        let path = Path::new("/home/kb7.ron");
        let (temp, ()) = claim(path, |_| Ok(())).unwrap();
        let temp = temp.file_name().unwrap().to_str().unwrap().to_owned();
        assert_eq!(side(&temp), is(Side::Temp, "kb7.ron"));
        assert!(is_of_this_run(&temp));
        assert_eq!(backup_of(path), Path::new("/home/kb7.ron.bak"));
        assert_eq!(side("kb7.ron.bak"), is(Side::Backup, "kb7.ron"));
        assert_eq!(side("kb7.ron.lock"), is(Side::Lock, "kb7.ron"));
        assert_eq!(side("kb7.ron.damaged-2"), is(Side::Damaged, "kb7.ron"));
        assert_eq!(side("kb7.conflict-12.ron"), is(Side::Conflict, "kb7.ron"));
        assert_eq!(side("kb7.conflict-12-2.ron"), is(Side::Conflict, "kb7.ron"));
    }

    #[test]
    fn copies_made_by_folder_syncing_are_not_files_of_their_own() {
        assert_eq!(
            side("kb7.sync-conflict-20240101-101010-ABC.ron"),
            is(Side::Conflict, "kb7.ron")
        );
        assert_eq!(
            side("kb7 (conflicted copy 2024).ron"),
            is(Side::Conflict, "kb7.ron")
        );
        for name in [
            "kb7 (1).ron",
            "kb7 2.ron",
            "kb7 copy.ron",
            "kb7 copy 3.ron",
            "kb7.ron~",
            ".kb7.ron.swp",
            "~$kb7.ron",
            ".kb7.ron.icloud",
            "#kb7.ron#",
            ".#kb7.ron",
        ] {
            assert_eq!(side(name), is(Side::Conflict, "kb7.ron"), "{name}");
        }
    }

    #[test]
    fn other_names_stand_for_themselves() {
        for name in [
            "kb7.ron",
            ".tmp",
            "..tmp",
            ".kb7.ron.x-1.tmp",
            ".kb7.ron.1-+1.tmp",
            ".1-2.tmp",
            "kb7.ron.damaged-x",
            ".bak",
            "conflict-1.ron",
            "kb7 notes.ron",
            "kb7 copyright.ron",
            "~",
        ] {
            assert_eq!(side(name), None, "{name}");
        }
        assert!(!is_of_this_run(".kb7.ron.1-18446744073709551615.tmp"));
    }

    #[test]
    fn a_taken_name_is_walked_past() {
        let mut seen = Vec::new();
        let (path, ()) = claim(Path::new("a"), |path| {
            seen.push(path.to_owned());
            if seen.len() < 3 {
                Err(ErrorKind::AlreadyExists.into())
            } else {
                Ok(())
            }
        })
        .unwrap();
        assert_eq!(seen.len(), 3);
        assert_eq!(seen.last(), Some(&path));
        let gave_up = claim(Path::new("a"), |_| {
            Err::<(), _>(ErrorKind::AlreadyExists.into())
        });
        assert_eq!(gave_up.unwrap_err().kind(), ErrorKind::AlreadyExists);
    }
}
