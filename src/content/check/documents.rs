//! All files of a pack in their authored shape, with those that could not be read set apart.

use super::report::Report;
use crate::content::{
    diagnostic::{self, Diagnostic},
    located::Located,
    read,
    schema::handout::Handout,
    schema::own::Own,
    schema::plan::Plan,
    schema::scenario::{Rehearsal, Scenario},
    schema::{Detours, Help, List, Manifest, Practice, Step, Track, Words},
    source::{File, Kind},
};
use serde::de::DeserializeOwned;

/// A file that was read.
pub(super) struct Document<'a, T> {
    pub(super) file: &'a File,
    pub(super) value: T,
}

impl<T> Document<'_, T> {
    /// Whether a name means this file. Where id and file name differ, which is told elsewhere, both do.
    fn is_called(&self, id: &str, name: &str) -> bool {
        id == name || self.file.stem() == name
    }
}

/// The pack as written.
#[derive(Default)]
pub(super) struct Documents<'a> {
    pub(super) manifest: Option<Document<'a, Manifest>>,
    pub(super) words: Option<Document<'a, Words>>,
    pub(super) help: Option<Document<'a, Help>>,
    pub(super) detours: Option<Document<'a, Detours>>,
    pub(super) practices: Vec<Document<'a, Practice>>,
    pub(super) tracks: Vec<Document<'a, Track>>,
    pub(super) lists: Vec<Document<'a, List>>,
    pub(super) rehearsal: Option<Document<'a, Rehearsal>>,
    pub(super) own: Option<Document<'a, Own>>,
    pub(super) scenarios: Vec<Document<'a, Scenario>>,
    pub(super) plans: Vec<Document<'a, Plan>>,
    pub(super) handout: Option<Document<'a, Handout>>,
    /// The files of the lexicon, which are read apart.
    pub(super) mirror: Vec<&'a File>,
    /// Whether there is a file beside the manifest that isn't lent, or a sentence in other words.
    holds_more: bool,
    /// Files that are there but could not be read: nothing is said about what points at them.
    unread: Vec<&'a File>,
}

/// The files every pack has, and what each holds.
const NEEDED: [(&str, Kind, &str); 4] = [
    (
        "pack.ron",
        Kind::Manifest,
        "it names the pack and what can be practised.",
    ),
    (
        "words.ron",
        Kind::Words,
        "it holds the sentences the program itself says.",
    ),
    ("help.ron", Kind::Help, "it holds the safety page."),
    (
        "detours.ron",
        Kind::Detours,
        "it holds what opens from every step: the hand, a rest, a thank-you.",
    ),
];

/// Other files that stand in the folder of a pack itself.
const BESIDE: [&str; 3] = ["rehearsal.ron", "own.ron", "handout.ron"];

/// The folders of a pack.
const FOLDERS: [&str; 7] = [
    "practices",
    "tracks",
    "lists",
    "mirror",
    "scenarios",
    "plans",
    SENTENCES,
];

/// The folder whose files exchange sentences of others.
const SENTENCES: &str = "sentences";

/// Where a file that stands where floe reads none may belong.
fn where_to(name: &str) -> String {
    let files = || NEEDED.map(|(name, ..)| name).into_iter().chain(BESIDE);
    let meant = match name.split_once('/') {
        None => diagnostic::closest(name, files()).map(str::to_owned),
        Some((SENTENCES, whole)) if File::new(whole, "").kind().is_some() => {
            return format!("{whole} is written whole, in its own place.");
        }
        Some((folder, rest)) => {
            let close = diagnostic::closest(folder, FOLDERS);
            close
                .map(|close| format!("{close}/{rest}"))
                .filter(|close| close != name)
        }
    };
    meant.map_or_else(
        || {
            let files: Vec<_> = files().collect();
            format!(
                "it reads {}, and what stands in {}.",
                files.join(", "),
                FOLDERS.join(", ")
            )
        },
        |close| format!("did you mean {}?", diagnostic::legible(&close, 80)),
    )
}

impl<'a> Documents<'a> {
    /// Reads every file; what cannot be read goes into the report.
    pub(super) fn read(files: &'a [File], report: &mut Report) -> Self {
        let mut all = Self::default();
        let mut files: Vec<&File> = files.iter().collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let is_own = |file: &&File| !file.is_lent() && file.kind() != Some(Kind::Manifest);
        all.holds_more = files.iter().any(is_own);
        for file in files {
            if let Err(problem) = all.add(file) {
                all.unread.push(file);
                report.push(problem);
            }
        }
        for (name, kind, what_for) in NEEDED {
            if !all.has(kind) {
                report.file(name, "this file is missing", what_for.to_owned());
            }
        }
        all
    }

    fn add(&mut self, file: &'a File) -> Result<(), Diagnostic> {
        match file.kind() {
            Some(Kind::Manifest) => self.manifest = Some(document(file, |d: &Manifest| &d.format)?),
            Some(Kind::Words) => self.words = Some(document(file, |d: &Words| &d.format)?),
            Some(Kind::Help) => self.help = Some(document(file, |d: &Help| &d.format)?),
            Some(Kind::Detours) => self.detours = Some(document(file, |d: &Detours| &d.format)?),
            Some(Kind::Practice) => self
                .practices
                .push(document(file, |d: &Practice| &d.format)?),
            Some(Kind::Track) => self.tracks.push(document(file, |d: &Track| &d.format)?),
            Some(Kind::List) => self.lists.push(document(file, |d: &List| &d.format)?),
            Some(Kind::Rehearsal) => {
                self.rehearsal = Some(document(file, |d: &Rehearsal| &d.format)?);
            }
            Some(Kind::Own) => self.own = Some(document(file, |d: &Own| &d.format)?),
            Some(Kind::Scenario) => self
                .scenarios
                .push(document(file, |d: &Scenario| &d.format)?),
            Some(Kind::Plan) => self.plans.push(document(file, |d: &Plan| &d.format)?),
            Some(Kind::Handout) => self.handout = Some(document(file, |d: &Handout| &d.format)?),
            // The lexicon is read apart, when somebody asks for the mirror.
            Some(Kind::Mirror) => self.mirror.push(file),
            // They stand in the files they belong to.
            Some(Kind::Sentences) => {}
            None => {
                let help = where_to(&file.name);
                return Err(
                    Diagnostic::of_file(&file.name, "floe reads no file of this name")
                        .with_help(help),
                );
            }
        }
        Ok(())
    }

    /// Whether a pack that offers no practice brings nothing else either.
    pub(super) fn holds_nothing_else(&self) -> bool {
        let practices = self.practices.iter().map(|one| one.file);
        let mut walks = practices.chain(self.tracks.iter().map(|one| one.file));
        !self.holds_more || walks.any(|file| !file.is_lent())
    }

    fn has(&self, kind: Kind) -> bool {
        let read = match kind {
            Kind::Manifest => self.manifest.is_some(),
            Kind::Words => self.words.is_some(),
            Kind::Help => self.help.is_some(),
            Kind::Detours => self.detours.is_some(),
            Kind::Practice
            | Kind::Track
            | Kind::List
            | Kind::Mirror
            | Kind::Rehearsal
            | Kind::Own
            | Kind::Scenario
            | Kind::Plan
            | Kind::Handout
            | Kind::Sentences => true,
        };
        read || self.unread.iter().any(|file| file.kind() == Some(kind))
    }

    /// Whether a file of this kind is there under this id but could not be read.
    pub(super) fn is_unread(&self, kind: Kind, id: &str) -> bool {
        self.unread
            .iter()
            .any(|file| file.kind() == Some(kind) && file.stem() == id)
    }

    /// Whether any file of this kind is there but could not be read.
    pub(super) fn has_unread(&self, kind: Kind) -> bool {
        self.unread.iter().any(|file| file.kind() == Some(kind))
    }

    pub(super) fn practice(&self, id: &str) -> Option<&Document<'a, Practice>> {
        let mut practices = self.practices.iter();
        practices.find(|one| one.is_called(&one.value.id, id))
    }

    pub(super) fn track(&self, id: &str) -> Option<&Document<'a, Track>> {
        let mut tracks = self.tracks.iter();
        tracks.find(|one| one.is_called(&one.value.id, id))
    }

    pub(super) fn list(&self, id: &str) -> Option<&List> {
        let mut lists = self.lists.iter();
        let found = lists.find(|one| one.is_called(&one.value.id, id));
        found.map(|list| &list.value)
    }
}

impl Detours {
    /// All of them, in a fixed order.
    pub(super) fn steps(&self) -> [&Step; 8] {
        let Self {
            format: _,
            hand,
            steady,
            pause,
            thanks,
            banks,
            jump,
            drift,
            watchman,
        } = self;
        [hand, steady, pause, thanks, banks, jump, drift, watchman]
    }
}

fn document<T: DeserializeOwned>(
    file: &File,
    format: impl FnOnce(&T) -> &Located<u32>,
) -> Result<Document<'_, T>, Diagnostic> {
    let value = read::document(file, format)?;
    Ok(Document { file, value })
}
