//! Saving on a thread of its own, so that a slow disk never holds up a key or a drawing.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use zeroize::Zeroizing;

use super::atomic::{self, Fingerprint, SaveError, Saved};
use super::disk::Disk;
use super::seal::Seal;

/// What becomes of older copies of a file when a new version is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Older {
    /// The version before stays as the backup.
    Keep,
    /// Backup and conflict copies go, for a version that leaves words out on purpose.
    Melt,
    /// The same, and what was set aside because it couldn't be read: for a landing.
    MeltAll,
}

/// One version of one file, to be saved.
#[derive(Debug)]
pub struct SaveJob {
    /// Where.
    pub path: PathBuf,
    /// The bytes as a person could read them; sealed on the way, and wiped from memory afterwards.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Counts the versions of this file; a later version has a higher one.
    pub rev: u64,
    /// What becomes of the copies.
    pub older: Older,
}

/// How one save went.
#[derive(Debug)]
pub struct Report {
    /// The path of the job.
    pub path: PathBuf,
    /// The version it is about. Lower ones that were waiting have been replaced by it.
    pub rev: u64,
    /// What came of it.
    pub outcome: Result<Saved, SaveError>,
}

/// The saving thread has ended and takes no more jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the saving thread has ended")]
pub struct Ended;

/// Saves jobs in order on a thread of its own. Dropping it saves what is waiting first.
#[derive(Debug)]
pub struct Saver {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<SaveJob>,
    tracks: HashMap<PathBuf, Track>,
    is_saving: bool,
    is_closing: bool,
    has_ended: bool,
}

/// What is known of a file: where our version of it goes, and what was last seen there.
#[derive(Clone, Debug)]
struct Track {
    target: PathBuf,
    seen: Option<Fingerprint>,
}

impl Saver {
    /// Starts the thread. `tell` is called on it after every save.
    pub fn start<D>(
        disk: D,
        seal: Box<dyn Seal>,
        tell: impl FnMut(Report) + Send + 'static,
    ) -> io::Result<Self>
    where
        D: Disk + Send + 'static,
    {
        let shared = Arc::new(Shared::default());
        let ours = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("saver".to_owned())
            .spawn(move || {
                let _ends = Ending(&ours);
                work(&ours, &disk, seal.as_ref(), tell);
            })?;
        Ok(Self {
            shared,
            thread: Some(thread),
        })
    }

    /// Tells which version of a file was read, so that one changed by somebody else since then is
    /// not written over. To be called before the first job for that file.
    pub fn seen(&self, path: &Path, fingerprint: Fingerprint) {
        let track = Track {
            target: path.to_owned(),
            seen: Some(fingerprint),
        };
        self.shared.lock().tracks.insert(path.to_owned(), track);
    }

    /// Hands a job over without waiting. It takes the place of one for the same path that is still
    /// waiting, unless that one is a later version.
    pub fn submit(&self, job: SaveJob) -> Result<(), Ended> {
        let mut state = self.shared.lock();
        if state.has_ended {
            return Err(Ended);
        }
        match state
            .waiting
            .iter_mut()
            .find(|waiting| waiting.path == job.path)
        {
            Some(waiting) if waiting.rev > job.rev => {}
            Some(waiting) => {
                // What was to melt with the replaced version still melts.
                let older = waiting.older.max(job.older);
                *waiting = SaveJob { older, ..job };
            }
            None => state.waiting.push_back(job),
        }
        self.shared.changed.notify_all();
        Ok(())
    }

    /// Waits until everything submitted has been saved or refused and told; `false` after the
    /// time given, or when the thread has ended with work undone.
    #[must_use]
    pub fn flush(&self, timeout: Duration) -> bool {
        let state = self.shared.lock();
        let is_busy = |state: &mut State| !state.is_idle() && !state.has_ended;
        let waited = self
            .shared
            .changed
            .wait_timeout_while(state, timeout, is_busy);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.is_idle()
    }

    /// As [`Saver::flush`], then ends. After the time given the thread is left to itself, so that a
    /// disk that never answers cannot keep the program from ending.
    #[must_use]
    pub fn finish(mut self, timeout: Duration) -> bool {
        let is_done = self.flush(timeout);
        if !is_done {
            self.thread = None;
        }
        is_done
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.shared.lock().is_closing = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing left to say.
            drop(thread.join());
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the next job; `None` when there will be no more.
    fn next(&self) -> Option<(SaveJob, Track)> {
        let has_none = |state: &mut State| state.waiting.is_empty() && !state.is_closing;
        let waited = self.changed.wait_while(self.lock(), has_none);
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        let job = state.waiting.pop_front()?;
        state.is_saving = true;
        let track = state.tracks.get(&job.path).cloned();
        let track = track.unwrap_or_else(|| Track {
            target: job.path.clone(),
            seen: None,
        });
        Some((job, track))
    }
}

impl State {
    fn is_idle(&self) -> bool {
        self.waiting.is_empty() && !self.is_saving
    }
}

/// Says that the thread has ended, also when it panicked.
struct Ending<'a>(&'a Shared);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.lock().has_ended = true;
        self.0.changed.notify_all();
    }
}

fn work<D: Disk>(shared: &Shared, disk: &D, seal: &dyn Seal, mut tell: impl FnMut(Report)) {
    while let Some((job, mut track)) = shared.next() {
        let outcome = perform(disk, seal, &job, &mut track);
        shared.lock().tracks.insert(job.path.clone(), track);
        tell(Report {
            path: job.path,
            rev: job.rev,
            outcome,
        });
        shared.lock().is_saving = false;
        shared.changed.notify_all();
    }
}

fn perform<D: Disk>(
    disk: &D,
    seal: &dyn Seal,
    job: &SaveJob,
    track: &mut Track,
) -> Result<Saved, SaveError> {
    let bytes = seal.close(&job.bytes)?;
    let saved = atomic::save(disk, &track.target, &bytes, job.rev, track.seen)?;
    if let Saved::Conflict { beside, .. } = &saved {
        // From here on our version lives there, or every save would leave one more copy.
        track.target.clone_from(beside);
    }
    track.seen = Some(Fingerprint::of(&bytes));
    match job.older {
        Older::Keep => {}
        Older::Melt => atomic::melt(disk, &track.target)?,
        Older::MeltAll => atomic::melt_all(disk, &track.target)?,
    }
    Ok(saved)
}
