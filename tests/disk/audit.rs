//! Tries a way to save under every fault and every power cut, and says in words what it broke.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use floe::store::atomic::{self, SaveError, Saved};
use floe::store::disk::Disk;

use super::{Fault, Model};

pub(crate) const OLDER: &[u8] = b"older-older-older";
pub(crate) const OLD: &[u8] = b"old-old-old-old";
pub(crate) const NEW: &[u8] = b"NEW-NEW-NEW-NEW!";
pub(crate) const THEIRS: &[u8] = b"theirs-theirs";

pub(crate) const KINDS: [ErrorKind; 9] = [
    ErrorKind::StorageFull,
    ErrorKind::QuotaExceeded,
    ErrorKind::FileTooLarge,
    ErrorKind::PermissionDenied,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::NotFound,
    ErrorKind::AlreadyExists,
    ErrorKind::Interrupted,
    ErrorKind::Other,
];

/// What a way to save answers: whether the version survives a power cut.
pub(crate) type Answer = io::Result<bool>;
/// A way to save.
pub(crate) type Way = fn(&Model, &Path, &[u8]) -> Answer;

pub(crate) fn path() -> PathBuf {
    PathBuf::from("/d/s.ron")
}

pub(crate) fn floes_way(disk: &Model, path: &Path, bytes: &[u8]) -> Answer {
    match atomic::save(disk, path, bytes, 1, None) {
        Ok(saved) => Ok(saved == Saved::Durable),
        Err(SaveError::Disk { source, .. }) => Err(source),
        Err(other) => Err(io::Error::other(other)),
    }
}

/// The bare save with some of its steps left out, to see the audit find it.
fn bare(
    disk: &Model,
    path: &Path,
    bytes: &[u8],
    sync: impl Fn(&u64) -> io::Result<()>,
    syncs_folder: bool,
) -> Answer {
    let temp = path.with_extension("tmp");
    let tried = (|| {
        let mut file = disk.create_new(&temp)?;
        disk.write(&mut file, bytes)?;
        sync(&file)?;
        disk.rename(&temp, path)?;
        if syncs_folder {
            disk.sync_dir(Path::new("/d"))
        } else {
            Ok(())
        }
    })();
    if tried.is_err() {
        drop(disk.remove(&temp));
    }
    tried.map(|()| true)
}

pub(crate) fn without_sync(disk: &Model, path: &Path, bytes: &[u8]) -> Answer {
    bare(disk, path, bytes, |_| Ok(()), true)
}

pub(crate) fn without_folder_sync(disk: &Model, path: &Path, bytes: &[u8]) -> Answer {
    bare(disk, path, bytes, |file| disk.sync(file), false)
}

pub(crate) fn syncing_again_after_an_error(disk: &Model, path: &Path, bytes: &[u8]) -> Answer {
    bare(
        disk,
        path,
        bytes,
        |file| disk.sync(file).or_else(|_| disk.sync(file)),
        true,
    )
}

pub(crate) fn in_place(disk: &Model, path: &Path, bytes: &[u8]) -> Answer {
    drop(disk.remove(path));
    let mut file = disk.create_new(path)?;
    disk.write(&mut file, bytes)?;
    disk.sync(&file)?;
    disk.sync_dir(Path::new("/d")).map(|()| true)
}

/// A disk on which two versions have been saved and settled.
pub(crate) fn settled(disk: Model) -> Model {
    for version in [OLDER, OLD] {
        assert!(matches!(floes_way(&disk, &path(), version), Ok(true)));
    }
    disk
}

/// Tries a way to save under every fault and every power cut; the promises it broke, in words.
pub(crate) fn audit(way: Way, base: &Model) -> Vec<String> {
    let mut broken = Vec::new();
    let whole = base.fork();
    let answer = way(&whole, &path(), NEW);
    if !matches!(answer, Ok(true)) || whole.peek(&path()).as_deref() != Some(NEW) {
        broken.push(format!("does not save: {answer:?}"));
    }
    judge(&whole, &answer, "at the end", &mut broken);
    let calls = whole.calls();
    for at in 1..=calls.len() {
        let cut = base.fork().cut_at(at);
        let answer = way(&cut, &path(), NEW);
        judge(
            &cut,
            &answer,
            &format!("cut in {} {at}", calls[at - 1]),
            &mut broken,
        );
        for (kind, late) in KINDS
            .into_iter()
            .flat_map(|kind| [(kind, false), (kind, true)])
        {
            let disk = base.fork().failing(Fault { at, kind, late });
            let answer = way(&disk, &path(), NEW);
            let fault = format!("{kind:?} from {} {at}, late: {late}", calls[at - 1]);
            judge_running(&disk, &answer, &fault, &mut broken);
            judge(&disk, &answer, &fault, &mut broken);
            if !late
                && calls[at - 1] != "remove"
                && disk.files().iter().any(|(name, _)| is_temp(name))
            {
                broken.push(format!("leaves its temporary file: {fault}"));
            }
            if way(&disk.fork(), &path(), NEW).is_err() {
                broken.push(format!("cannot save again: {fault}"));
            }
        }
    }
    broken
}

/// What the running program finds after a save that answered.
fn judge_running(disk: &Model, answer: &Answer, fault: &str, broken: &mut Vec<String>) {
    let now = disk.peek(&path());
    match (answer, now.as_deref()) {
        (Ok(_), Some(NEW)) | (Err(_), Some(OLD | NEW)) => {}
        (Ok(_), _) => broken.push(format!("said saved and is not: {fault}")),
        (Err(_), _) => broken.push(format!("old version damaged: {fault}")),
    }
}

/// What the next start finds if the power goes now.
fn judge(disk: &Model, answer: &Answer, fault: &str, broken: &mut Vec<String>) {
    for left in disk.after_power_cut() {
        match left.peek(&path()).as_deref() {
            Some(NEW) => {}
            Some(OLD) if !matches!(answer, Ok(true)) => {}
            Some(OLD) => broken.push(format!("saved version lost: {fault}")),
            _ => broken.push(format!("torn or missing: {fault}")),
        }
        let backup = left.peek(&atomic::backup_of(&path()));
        if !matches!(backup.as_deref(), Some(OLDER | OLD)) {
            broken.push(format!("backup torn or missing: {fault}"));
        }
        let temps = |disk: &Model| {
            disk.files()
                .iter()
                .filter(|(name, _)| is_temp(name))
                .count()
        };
        let stale = temps(&left);
        if !matches!(floes_way(&left, &path(), NEW), Ok(true)) || temps(&left) != stale {
            broken.push(format!("next start cannot save cleanly: {fault}"));
        }
    }
}

fn is_temp(path: &Path) -> bool {
    path.extension().is_some_and(|ext| ext == "tmp")
}
