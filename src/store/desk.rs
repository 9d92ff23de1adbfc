//! One crossing's place on the shelf while it is under way: its file, its lock, and the thread that saves it.

use super::atomic::{SaveError, Saved};
use super::damaged::set_aside;
use super::disk::{Real, reason};
use super::keeping::Stay;
use super::leave_out::finish_interrupted;
use super::lock::Lock;
use super::saver::{Older, Report, SaveJob, Saver};
use super::shelf::{Opened, ShelfError, Shelves, river_file, take_lock};
use super::text_file::{read, written};
use crate::session::{FORMAT, Record, River};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long leaving waits for a disk that doesn't answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// How the last save of the crossing went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was handed over yet.
    #[default]
    Idle,
    /// A save is on its way.
    Saving,
    /// The last one is durable.
    Saved,
    /// In its place, but not confirmed by the disk.
    Unconfirmed,
    /// Somebody else changed the file; ours lies beside it.
    Beside,
    /// It failed, and why.
    Failed(String),
}

/// Called on the saving thread when a save is through.
pub type Knock = Box<dyn Fn() + Send>;

/// One crossing's place on the shelf.
pub struct Desk {
    shelves: Shelves,
    saver: Option<Saver>,
    standing: Arc<Mutex<Standing>>,
    path: Option<PathBuf>,
    river: Option<River>,
    /// Held while the crossing is open, at the latest from the first save on.
    lock: Option<Lock>,
    /// Nobody seals or unseals the home while it is there.
    stay: Option<Stay>,
    /// Something was saved, and what killed runs left is swept.
    has_settled_in: bool,
}

impl Desk {
    /// A place for a crossing that has no file yet. Nothing touches the disk before the first save.
    #[must_use]
    pub fn fresh(shelves: Shelves, knock: Option<Knock>) -> Self {
        let standing = Arc::new(Mutex::new(Standing::Idle));
        let told = Arc::clone(&standing);
        let tell = move |report: Report| {
            *told.lock().unwrap_or_else(PoisonError::into_inner) = standing_of(&report);
            if let Some(knock) = &knock {
                knock();
            }
        };
        let saver = Saver::start(Real, Box::new(shelves.seal().clone()), tell).ok();
        Self {
            shelves,
            saver,
            standing,
            path: None,
            river: None,
            lock: None,
            stay: None,
            has_settled_in: false,
        }
    }

    /// The place of a crossing that was taken from the shelf.
    #[must_use]
    pub fn reopened(shelves: Shelves, opened: &mut Opened, knock: Option<Knock>) -> Self {
        let mut desk = Self::fresh(shelves, knock);
        if let Some(saver) = &desk.saver {
            saver.seen(&opened.path, opened.fingerprint);
        }
        desk.path = Some(opened.path.clone());
        desk.river = Some(opened.river.clone());
        desk.lock = opened.lock.take();
        desk
    }

    /// The shelves this place is on.
    #[must_use]
    pub fn shelves(&self) -> &Shelves {
        &self.shelves
    }

    /// How the last save went.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.standing
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Hands a version over to be saved. What fails is told by [`Desk::standing`].
    pub fn keep(&mut self, record: &Record, river: &River, older: Older) {
        if let Err(why) = self.hand_over(record, river, older) {
            self.set(Standing::Failed(why));
        }
    }

    fn hand_over(&mut self, record: &Record, river: &River, older: Older) -> Result<(), String> {
        let path = match &self.path {
            Some(path) => path.clone(),
            None => self.make_room(record, river)?,
        };
        self.settle_in(&path)?;
        let saver = self.saver.as_ref().ok_or("no saving thread")?;
        let unwritable = "it can't be written down";
        if self.river.as_ref() != Some(river)
            && let Some(folder) = path.parent()
        {
            let bytes = written(&River {
                format: FORMAT,
                ..river.clone()
            })
            .ok_or(unwritable)?;
            let path = river_file(folder);
            if self.may_write_river(&path)? {
                let job = SaveJob {
                    path,
                    bytes,
                    rev: record.rev,
                    older: Older::Melt,
                };
                saver.submit(job).map_err(|ended| ended.to_string())?;
            }
            self.river = Some(river.clone());
        }
        let bytes = written(record).ok_or(unwritable)?;
        self.set(Standing::Saving);
        let saver = self.saver.as_ref().ok_or("no saving thread")?;
        saver
            .submit(SaveJob {
                path,
                bytes,
                rev: record.rev,
                older,
            })
            .map_err(|ended| ended.to_string())
    }

    /// Whether a river's own file may be written: never over one of a newer floe, and over one that can't be read only
    /// once that is set aside.
    fn may_write_river(&self, path: &Path) -> Result<bool, String> {
        match read::<River>(self.shelves.seal(), path) {
            Err(ShelfError::Newer { .. }) => Ok(false),
            Err(ShelfError::Damaged { .. }) => match set_aside(&Real, path) {
                Ok(_) => Ok(true),
                Err(error) => Err(reason(&error)),
            },
            _ => Ok(true),
        }
    }

    /// Makes the river's folder for the crossing's file-to-be.
    fn make_room(&mut self, record: &Record, river: &River) -> Result<PathBuf, String> {
        let folder = self
            .shelves
            .home()
            .ensure_folder(&river.id)
            .map_err(|error| error.to_string())?;
        Ok(folder.join(format!("{}.ron", record.header.id)))
    }

    /// Before the first save: takes the lock, if it isn't held yet, and removes what killed runs left.
    fn settle_in(&mut self, path: &Path) -> Result<(), String> {
        if self.has_settled_in {
            return Ok(());
        }
        let stay = self.shelves.stay();
        self.stay = Some(stay.map_err(|turned| turned.to_string())?);
        if self.lock.is_none() {
            self.lock = take_lock(path).map_err(|error| error.to_string())?;
        }
        self.shelves.sweep(self.lock.as_ref());
        if let Some(folder) = path.parent() {
            finish_interrupted(self.shelves.seal(), folder);
        }
        self.path = Some(path.to_owned());
        self.has_settled_in = true;
        Ok(())
    }

    /// Erases what was saved of this crossing, and its river if it was its only one.
    pub fn remove(&mut self, id: &str) {
        self.settle();
        self.lock = None;
        self.has_settled_in = false;
        self.path = None;
        self.river = None;
        if let Err(error) = self.shelves.forget(id) {
            self.set(Standing::Failed(error.to_string()));
        }
    }

    /// Waits until everything handed over is saved or refused.
    pub fn settle(&mut self) -> bool {
        self.saver
            .as_ref()
            .is_none_or(|saver| saver.flush(PATIENCE))
    }

    /// Where the files lie.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        let own = self.path.as_deref().and_then(Path::parent);
        own.map_or_else(|| self.shelves.home().root().to_owned(), Path::to_owned)
    }

    fn set(&self, standing: Standing) {
        *self.standing.lock().unwrap_or_else(PoisonError::into_inner) = standing;
    }
}

impl Drop for Desk {
    /// What was handed over is saved first, unless the disk never answers, and then the first rows are noted down.
    fn drop(&mut self) {
        let saved = self
            .saver
            .take()
            .is_some_and(|saver| saver.finish(PATIENCE));
        if saved && self.has_settled_in {
            self.shelves.note_down();
        }
    }
}

fn standing_of(report: &Report) -> Standing {
    match &report.outcome {
        Ok(Saved::Durable) => Standing::Saved,
        Ok(Saved::Unconfirmed) => Standing::Unconfirmed,
        Ok(Saved::Conflict { .. }) => Standing::Beside,
        Err(error) => Standing::Failed(why(error)),
    }
}

/// The shortest honest reason.
fn why(error: &SaveError) -> String {
    match error {
        SaveError::Disk { source, .. } => reason(source),
        other => other.to_string(),
    }
}
