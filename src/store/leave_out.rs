//! Erasing one agreement: every crossing of its river is written anew without it, one file after the other.
//!
//! A note beside the crossings names it first. From that moment on it is left out wherever the river is read, so it is
//! there whole or it is gone, wherever the power goes; what was interrupted is finished by the next save on that river
//! and by the next erasing. The note holds an id, and nobody's words.

use super::atomic::{self, Fingerprint, SaveError, Saved};
use super::beside::{Side, side_of};
use super::disk::{Disk, Real};
use super::lock::Lock;
use super::seal::Seal;
use super::shelf::{ShelfError, Shelves, crossing_files, plain, take_lock};
use super::text_file::{closed, read};
use crate::ledger::is_about;
use crate::session::{FORMAT, Record, Stage};
use crate::text::clean_path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Name of the note. No crossing can have it.
pub(super) const NOTE: &str = "to-forget.ron";

/// The agreements of a river that are on their way out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    format: u32,
    agreements: Vec<String>,
}

/// Everything that has to be written so that agreements are gone from a river.
#[derive(Debug)]
pub struct Erasure {
    note: PathBuf,
    /// The note as text; None where it lies there already.
    told: Option<Zeroizing<Vec<u8>>>,
    files: Vec<Rewrite>,
}

/// A crossing to be written anew, or one whose older copies still have to go.
#[derive(Debug)]
struct Rewrite {
    path: PathBuf,
    anew: Option<(Zeroizing<Vec<u8>>, u64, Fingerprint)>,
}

/// Why an erasing stopped. Up to the note everything is as it was; after it the agreements are gone from every list,
/// and what is left of them on the disk goes with the next try.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// The disk said no.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// Somebody else changed a crossing in between.
    #[error("{} was changed by somebody else", clean_path(.0))]
    Changed(PathBuf),
}

impl Erasure {
    /// Plans how to leave one agreement out of the river of this folder, together with those that were being left out
    /// already. Nothing is written, and nothing happens to files that don't tell of them.
    ///
    /// # Errors
    /// When a crossing can't be read, or one under way has brought the agreement along.
    pub fn planned(seal: &dyn Seal, folder: &Path, agreement: &str) -> Result<Self, ShelfError> {
        let mut agreements = leaving(seal, folder);
        let known = agreements.iter().any(|known| known == agreement);
        if !known {
            agreements.push(agreement.to_owned());
        }
        let erasure = Self::of(seal, folder, &agreements)?;
        let note = Note {
            format: FORMAT,
            agreements,
        };
        if known {
            return Ok(erasure);
        }
        let damaged = || ShelfError::Damaged {
            path: erasure.note.clone(),
        };
        let told = Some(closed(seal, &note).ok_or_else(damaged)?);
        Ok(Self { told, ..erasure })
    }

    fn of(seal: &dyn Seal, folder: &Path, agreements: &[String]) -> Result<Self, ShelfError> {
        let copied = copied(seal, folder, agreements);
        let mut files = Vec::new();
        for path in crossing_files(folder) {
            let (mut record, seen) = read::<Record>(seal, &path)?;
            let tells = leave_out(&mut record, agreements);
            match (record.landed(), tells) {
                (None, true) => return Err(ShelfError::Brought(record.header.id)),
                (Some(_), true) => {
                    record.rev += 1;
                    record.format = FORMAT;
                    let damaged = || ShelfError::Damaged { path: path.clone() };
                    let bytes = closed(seal, &record).ok_or_else(damaged)?;
                    let anew = Some((bytes, record.rev, seen));
                    files.push(Rewrite { path, anew });
                }
                // Written anew already, and stopped before its older copies were gone; or only a copy tells of it.
                (Some(_), false) if path.file_name().is_some_and(|name| copied.contains(name)) => {
                    files.push(Rewrite { path, anew: None });
                }
                _ => {}
            }
        }
        let note = folder.join(NOTE);
        Ok(Self {
            note,
            told: None,
            files,
        })
    }

    /// Does what was planned: the note, then file after file with its older copies, and the note goes last. The locks
    /// of the crossings are the caller's to hold.
    ///
    /// # Errors
    /// When the disk says no, or a crossing isn't the one that was planned with.
    pub fn carry_out<D: Disk>(&self, disk: &D) -> Result<(), Stopped> {
        if let Some(told) = &self.told {
            atomic::save(disk, &self.note, told, 1, None)?;
        }
        for file in &self.files {
            if let Some((bytes, rev, seen)) = &file.anew
                && let Saved::Conflict { .. } =
                    atomic::save(disk, &file.path, bytes, *rev, Some(*seen))?
            {
                return Err(Stopped::Changed(file.path.clone()));
            }
            atomic::melt(disk, &file.path)?;
        }
        Ok(atomic::erase(disk, &self.note)?)
    }

    fn locks(&self) -> Result<Vec<Option<Lock>>, ShelfError> {
        self.files
            .iter()
            .map(|file| take_lock(&file.path))
            .collect()
    }
}

impl Shelves {
    /// Erases one agreement from every crossing of its river, older copies included. Words about it that were kept as
    /// something else stay.
    ///
    /// # Errors
    /// When there is none of this id, a crossing of its river can't be read or is open elsewhere, a crossing under way
    /// has brought it along, or the disk says no.
    pub(super) fn forget_agreement(&self, id: &str) -> Result<(), ShelfError> {
        let unknown = || ShelfError::Unknown(id.to_owned());
        let folder = self.folder_of_agreement(id).ok_or_else(unknown)?;
        // All of it or nothing: a crossing that is open elsewhere keeps the agreement whole.
        let _locks = Erasure::planned(self.seal(), &folder, id)?.locks()?;
        let erasure = Erasure::planned(self.seal(), &folder, id)?;
        finish(&erasure)?;
        self.sweep(None);
        Ok(())
    }

    /// The river that knows of an agreement, if there is one.
    pub(super) fn folder_of_agreement(&self, id: &str) -> Option<PathBuf> {
        let (crossing, place) = id.split_once('.')?;
        if !plain(crossing) || !place.split('.').all(plain) {
            return None;
        }
        let tells = |folder: &PathBuf| {
            if leaving(self.seal(), folder)
                .iter()
                .any(|leaving| leaving == id)
            {
                return true;
            }
            let river = folder
                .file_name()
                .and_then(|name| self.river(name.to_str()?));
            river.is_some_and(|shelved| {
                let mut crossings = shelved.crossings.into_iter();
                crossings.any(|mut record| leave_out(&mut record, &[id.to_owned()]))
            })
        };
        // Most often it is the river of the crossing it is named after, unless that is lost.
        let near = self
            .path_of(crossing)
            .and_then(|path| Some(path.parent()?.to_owned()));
        near.into_iter().chain(self.folders()).find(tells)
    }
}

/// Finishes what was interrupted on a river. What another floe has open stays, and the next save tries again.
pub(super) fn finish_interrupted(seal: &dyn Seal, folder: &Path) {
    let agreements = leaving(seal, folder);
    if agreements.is_empty() {
        return;
    }
    let plan = || Erasure::of(seal, folder, &agreements);
    if let Ok(_locks) = plan().and_then(|erasure| erasure.locks())
        && let Ok(erasure) = plan()
    {
        let _ = finish(&erasure);
    }
}

fn finish(erasure: &Erasure) -> Result<(), ShelfError> {
    erasure.carry_out(&Real).map_err(|stopped| match stopped {
        Stopped::Changed(_) => ShelfError::Busy,
        Stopped::Save(error) => ShelfError::Disk {
            path: erasure.note.clone(),
            source: error
                .disk_said()
                .unwrap_or(std::io::ErrorKind::Other)
                .into(),
        },
    })
}

/// The agreements that are on their way out of the river of this folder.
pub(super) fn leaving(seal: &dyn Seal, folder: &Path) -> Vec<String> {
    let note = folder.join(NOTE);
    let read = read::<Note>(seal, &note);
    read.map(|(note, _)| note.agreements).unwrap_or_default()
}

/// The names in a folder that have copies beside them which tell of these agreements, or can't be read.
fn copied(seal: &dyn Seal, folder: &Path, agreements: &[String]) -> BTreeSet<OsString> {
    let names = Real.list(folder).unwrap_or_default();
    let copies = names.iter().filter_map(|name| {
        let (side, base) = side_of(name.to_str()?)?;
        let is_copy = matches!(side, Side::Temp | Side::Backup | Side::Conflict);
        let tells = || match read::<Record>(seal, &folder.join(name)) {
            Ok((mut record, _)) => leave_out(&mut record, agreements),
            Err(_) => true,
        };
        (is_copy && tells()).then(|| base.into())
    });
    copies.collect()
}

/// Leaves agreements out of a crossing: their versions, marks and turns. Whether there was anything of them.
pub(super) fn leave_out(record: &mut Record, agreements: &[String]) -> bool {
    let crossing = record.header.id.clone();
    let brought = record.header.brought.len();
    record
        .header
        .brought
        .retain(|brought| !agreements.contains(&brought.id));
    let mut left = record.header.brought.len() < brought;
    if let Stage::Landed { kept, .. } = &mut record.stage {
        let items = kept.len();
        kept.retain(|item| !agreements.iter().any(|id| is_about(&crossing, item, id)));
        left |= kept.len() < items;
    }
    left
}
