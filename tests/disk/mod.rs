//! A disk in memory that fails on request, tears what it writes and loses power.
//!
//! What a program sees (cached) and what the device holds (durable) are kept apart: content moves
//! over when its file is synced, names when their folder is. A failed sync drops the cached content,
//! as Linux does, so that a second sync of the same file would lie.

pub(crate) mod audit;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use floe::store::disk::{Disk, FILE_MODE, Kind, Meta};

type Names = BTreeMap<PathBuf, u64>;

/// A change of names that the device may not have yet.
#[derive(Clone, Debug)]
enum Change {
    Add(PathBuf, u64),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
}

/// One call that fails.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fault {
    /// Which call, counted from one.
    pub(crate) at: usize,
    /// What it answers.
    pub(crate) kind: ErrorKind,
    /// Whether it does its work all the same, as over a network whose answer is lost.
    pub(crate) late: bool,
}

/// What a power cut makes of content that was written and not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unsynced {
    Lost,
    Torn,
    Arrived,
}

#[derive(Clone, Debug, Default)]
struct Content {
    cached: Vec<u8>,
    durable: Vec<u8>,
}

#[derive(Clone, Debug, Default)]
struct State {
    next: u64,
    contents: BTreeMap<u64, Content>,
    names: Names,
    durable_names: Names,
    pending: Vec<Change>,
    calls: Vec<&'static str>,
    fault: Option<Fault>,
    cut_at: Option<usize>,
    has_no_links: bool,
}

/// The disk; clones are the same disk, [`Model::fork`] makes another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model(Arc<Mutex<State>>);

impl Model {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A disk of its own in the same state, with no calls counted and nothing set to fail.
    pub(crate) fn fork(&self) -> Self {
        let mut state = self.state().clone();
        state.calls.clear();
        (state.fault, state.cut_at) = (None, None);
        Self(Arc::new(Mutex::new(state)))
    }

    /// A disk whose file system knows no second names.
    pub(crate) fn without_links(self) -> Self {
        self.state().has_no_links = true;
        self
    }

    /// Lets one call fail.
    pub(crate) fn failing(self, fault: Fault) -> Self {
        self.state().fault = Some(fault);
        self
    }

    /// Cuts the power in the middle of a call: that one and all after it do nothing.
    pub(crate) fn cut_at(self, call: usize) -> Self {
        self.state().cut_at = Some(call);
        self
    }

    /// The calls so far, by name.
    pub(crate) fn calls(&self) -> Vec<&'static str> {
        self.state().calls.clone()
    }

    /// What a program would read, without counting as a call.
    pub(crate) fn peek(&self, path: &Path) -> Option<Vec<u8>> {
        let state = self.state();
        state
            .names
            .get(path)
            .map(|file| state.contents[file].cached.clone())
    }

    /// All files with what a program would read in them.
    pub(crate) fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let state = self.state();
        state
            .names
            .iter()
            .map(|(path, file)| (path.clone(), state.contents[file].cached.clone()))
            .collect()
    }

    /// Puts a file there as another program would, whole and durable.
    pub(crate) fn plant(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        let file = state.new_file();
        let content = Content {
            cached: bytes.to_vec(),
            durable: bytes.to_vec(),
        };
        state.contents.insert(file, content);
        state.names.insert(path.to_owned(), file);
        state.durable_names.insert(path.to_owned(), file);
    }

    /// Every disk a power cut may leave now: each number of pending changes of names that may have
    /// arrived, with each fate of unsynced content.
    pub(crate) fn after_power_cut(&self) -> Vec<Self> {
        let state = self.state();
        let mut left = Vec::new();
        for arrived in 0..=state.pending.len() {
            let mut names = state.durable_names.clone();
            state.pending[..arrived]
                .iter()
                .for_each(|change| apply(&mut names, change));
            for fate in [Unsynced::Lost, Unsynced::Torn, Unsynced::Arrived] {
                left.push(state.found_after(names.clone(), fate));
            }
        }
        left
    }

    /// Counts a call and performs it, unless it is set to fail.
    fn call<T>(
        &self,
        name: &'static str,
        work: impl FnOnce(&mut State) -> io::Result<T>,
    ) -> io::Result<T> {
        let mut state = self.state();
        state.calls.push(name);
        if state.is_dead() {
            return Err(io::Error::other("power cut"));
        }
        let calls = state.calls.len();
        match state.fault.filter(|fault| fault.at == calls) {
            Some(fault) => {
                if fault.late {
                    drop(work(&mut state));
                }
                Err(fault.kind.into())
            }
            None => work(&mut state),
        }
    }
}

impl State {
    fn is_dead(&self) -> bool {
        self.cut_at.is_some_and(|call| self.calls.len() >= call)
    }

    fn new_file(&mut self) -> u64 {
        self.next += 1;
        self.contents.insert(self.next, Content::default());
        self.next
    }

    fn content(&mut self, file: u64) -> &mut Content {
        self.contents.entry(file).or_default()
    }

    fn find(&self, path: &Path) -> io::Result<u64> {
        self.names
            .get(path)
            .copied()
            .ok_or(ErrorKind::NotFound.into())
    }

    fn add(&mut self, path: &Path, file: u64) -> io::Result<()> {
        if self.names.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        self.change(Change::Add(path.to_owned(), file));
        Ok(())
    }

    fn change(&mut self, change: Change) {
        apply(&mut self.names, &change);
        self.pending.push(change);
    }

    fn found_after(&self, names: Names, fate: Unsynced) -> Model {
        let mut contents = self.contents.clone();
        for content in contents.values_mut() {
            let survives = match fate {
                Unsynced::Arrived => content.cached.clone(),
                Unsynced::Torn if content.cached != content.durable => {
                    content.cached[..content.cached.len() / 2].to_vec()
                }
                Unsynced::Torn | Unsynced::Lost => content.durable.clone(),
            };
            *content = Content {
                cached: survives.clone(),
                durable: survives,
            };
        }
        let has_no_links = self.has_no_links;
        let state = Self {
            next: self.next,
            contents,
            names: names.clone(),
            durable_names: names,
            has_no_links,
            ..Self::default()
        };
        Model(Arc::new(Mutex::new(state)))
    }
}

fn apply(names: &mut Names, change: &Change) {
    match change {
        Change::Add(path, file) => drop(names.insert(path.clone(), *file)),
        // Between two names of one file a rename does nothing, and both stay.
        Change::Rename(from, to) if names.get(from) == names.get(to) => {}
        Change::Rename(from, to) => {
            if let Some(file) = names.remove(from) {
                names.insert(to.clone(), file);
            }
        }
        Change::Remove(path) => drop(names.remove(path)),
    }
}

impl Disk for Model {
    type File = u64;

    fn create_new(&self, path: &Path) -> io::Result<u64> {
        self.call("create", |state| {
            let file = state.new_file();
            state.add(path, file).map(|()| file)
        })
    }

    fn write(&self, file: &mut u64, bytes: &[u8]) -> io::Result<()> {
        let (half, rest) = bytes.split_at(bytes.len() / 2);
        let append =
            |state: &mut State, part: &[u8]| state.content(*file).cached.extend_from_slice(part);
        {
            // A write that fails, or that the power cut meets, has done half its work.
            let mut state = self.state();
            if !state.is_dead() {
                append(&mut state, half);
            }
        }
        self.call("write", |state| {
            append(state, rest);
            Ok(())
        })
    }

    fn sync(&self, file: &u64) -> io::Result<()> {
        let synced = self.call("sync", |state| {
            let content = state.content(*file);
            content.durable.clone_from(&content.cached);
            Ok(())
        });
        let mut state = self.state();
        if synced.is_err() && !state.is_dead() {
            let content = state.content(*file);
            content.cached.clone_from(&content.durable);
        }
        synced
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename", |state| {
            state.find(from)?;
            state.change(Change::Rename(from.to_owned(), to.to_owned()));
            Ok(())
        })
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("link", |state| {
            if state.has_no_links {
                return Err(ErrorKind::PermissionDenied.into());
            }
            let file = state.find(from)?;
            state.add(to, file)
        })
    }

    fn sync_dir(&self, _: &Path) -> io::Result<()> {
        self.call("sync_dir", |state| {
            state.durable_names = state.names.clone();
            state.pending.clear();
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call("remove", |state| {
            state.find(path)?;
            state.change(Change::Remove(path.to_owned()));
            Ok(())
        })
    }

    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>> {
        self.call("read", |state| {
            let bytes = state.contents[&state.find(path)?].cached.clone();
            if bytes.len() as u64 > cap {
                Err(ErrorKind::FileTooLarge.into())
            } else {
                Ok(bytes)
            }
        })
    }

    fn metadata(&self, path: &Path) -> io::Result<Meta> {
        self.call("metadata", |state| {
            state.find(path)?;
            Ok(Meta {
                kind: Kind::File,
                uid: 0,
                mode: FILE_MODE,
            })
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.call("list", |state| {
            let here = state
                .names
                .keys()
                .filter(|path| path.parent() == Some(folder));
            Ok(here
                .filter_map(|path| path.file_name())
                .map(OsString::from)
                .collect())
        })
    }

    fn create_dir(&self, _: &Path) -> io::Result<()> {
        self.call("create_dir", |_| Ok(()))
    }
}
