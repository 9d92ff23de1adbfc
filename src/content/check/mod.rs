//! From what authors wrote to what the engine reads, with every problem reported at once.
//!
//! Each rule is a room of its own and looks at the authored shape, where every value still knows its
//! place. Only when no rule has anything to say is the checked shape built.

mod amounts;
mod borrow;
mod build;
mod documents;
mod flow;
mod handout;
mod ids;
mod landing;
mod leaks;
mod lexicon;
mod lists;
mod manifest;
mod meanings;
mod melting;
mod own;
mod pair;
mod plans;
mod references;
pub(crate) mod report;
mod scenarios;
mod scope;
mod sentences;
mod stage;
mod texts;
mod tracks;
mod visit;

use super::{
    catalogue::{self, Catalogue},
    diagnostic::Diagnostic,
    exchange::settled,
    located::without_places,
    model::Pack,
    read,
    schema::scenario::Scenario,
    source::{File, Kind},
};
use documents::Documents;
pub(crate) use lexicon::{Document, Written, dangers_as_written, lexicon_as_written};
pub use lexicon::{dangers, lexicon};
use report::Report;
use scope::Scope;

/// The checked pack, or everything that stands in its way. `keys` are the sentences the program itself
/// says: `words.ron` has to hold exactly these.
///
/// # Errors
/// Every problem found, in the order of files and lines.
pub fn pack(files: &[File], keys: &[&str]) -> Result<Pack, Vec<Diagnostic>> {
    let mut report = Report::default();
    sentences::check(files, report.rule("sentences"));
    let words = Catalogue::of(files);
    let files = settled(files);
    let documents = Documents::read(&files, report.rule("reading"));
    rules(&documents, keys, &mut report);
    lexicon::check(&files, report.rule("mirror"));
    match (build::pack(&documents, words), report.is_empty()) {
        (Some(pack), true) => Ok(pack),
        _ => Err(report.sorted()),
    }
}

/// The pack as it is written, for files that were checked before: no rule is asked.
///
/// # Errors
/// What cannot be read at all.
pub(super) fn known_to_be_good(mut files: Vec<File>) -> Result<Pack, Vec<Diagnostic>> {
    let mut report = Report::default();
    // What the program says is found, and nothing more: most of it is never said.
    let words = Catalogue::of(&files);
    files.retain(|file| !catalogue::holds(file));
    let files = settled(&files);
    let documents = without_places(|| Documents::read(&files, &mut report));
    build::pack(&documents, words).ok_or_else(|| report.sorted())
}

/// Every problem of these files, in the order of files and lines.
#[must_use]
pub fn problems(files: &[File], keys: &[&str]) -> Vec<Diagnostic> {
    pack(files, keys).err().unwrap_or_default()
}

/// The scenarios among these files as they are written, with their places. What can't be read is told by [`pack`].
pub(crate) fn scenarios_as_written(files: &[File]) -> Vec<(File, Scenario)> {
    let scenarios = settled(files).into_owned().into_iter();
    let scenarios = scenarios.filter(|file| file.kind() == Some(Kind::Scenario));
    let read = |file: File| {
        let written = read::document(&file, |d: &Scenario| &d.format).ok()?;
        Some((file, written))
    };
    scenarios.filter_map(read).collect()
}

fn rules(documents: &Documents<'_>, keys: &[&str], report: &mut Report) {
    ids::check(documents, report.rule("ids"));
    amounts::check(documents, report.rule("amounts"));
    texts::check(documents, report.rule("texts"));
    if let Some(manifest) = &documents.manifest {
        manifest::check(manifest, documents, report.rule("offers"));
    }
    for practice in &documents.practices {
        asks(&Scope::of_practice(practice, documents), documents, report);
        landing::check(practice, report.rule("landing"));
        pair::near(practice, report.rule("pair"));
        borrow::check(practice, documents, report.rule("borrow"));
        visit::check(practice, report.rule("visit"));
    }
    if let Some(detours) = &documents.detours {
        let scope = Scope::of_detours(detours);
        asks(&scope, documents, report);
        landing::check_detours(&scope, report.rule("landing"));
        pair::detours(detours, report.rule("pair"));
        visit::detours(detours, report.rule("visit"));
    }
    for track in &documents.tracks {
        tracks::check(track, documents, report.rule("tracks"));
    }
    if let Some(rehearsal) = &documents.rehearsal {
        asks(&Scope::of_rehearsal(rehearsal), documents, report);
    }
    if let Some(own) = &documents.own {
        asks(&Scope::of_own(own), documents, report);
        own::check(own, documents, report.rule("own"));
    }
    scenarios::check(documents, report.rule("scenarios"));
    plans::check(documents, report.rule("plans"));
    handout::check(documents, report.rule("handout"));
    for list in &documents.lists {
        lists::check(list, report.rule("lists"));
    }
    if let Some(words) = &documents.words {
        lists::words(words, keys, report.rule("words"));
    }
    if let Some(help) = &documents.help {
        lists::help(help, report.rule("help"));
    }
}

/// The rules about asks, which hold in practices and in detours alike.
fn asks(scope: &Scope<'_>, documents: &Documents<'_>, report: &mut Report) {
    references::check(scope, documents, report.rule("references"));
    flow::check(scope, report.rule("flow"));
    melting::check(scope, report.rule("melting"));
    meanings::check(scope, documents, report.rule("meanings"));
    pair::check(scope, documents, report.rule("pair"));
    leaks::check(scope, report.rule("leaks"));
}
