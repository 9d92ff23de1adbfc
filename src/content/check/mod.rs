//! From what authors wrote to what the engine reads, with every problem reported at once.
//!
//! Each rule is a room of its own and looks at the authored shape, where every value still knows its
//! place. Only when no rule has anything to say is the checked shape built.

mod build;
mod documents;
mod report;

use super::{diagnostic::Diagnostic, model::Pack, source::File};
use documents::Documents;
use report::Report;

/// The checked pack, or everything that stands in its way. `keys` are the sentences the program itself
/// says: `words.ron` has to hold exactly these.
///
/// # Errors
/// Every problem found, in the order of files and lines.
pub fn pack(files: &[File], keys: &[&str]) -> Result<Pack, Vec<Diagnostic>> {
    let mut report = Report::default();
    let documents = Documents::read(files, &mut report);
    rules(&documents, keys, &mut report);
    match (build::pack(&documents), report.is_empty()) {
        (Some(pack), true) => Ok(pack),
        _ => Err(report.sorted()),
    }
}

/// Every problem of these files, in the order of files and lines.
#[must_use]
pub fn problems(files: &[File], keys: &[&str]) -> Vec<Diagnostic> {
    pack(files, keys).err().unwrap_or_default()
}

fn rules(_documents: &Documents<'_>, _keys: &[&str], _report: &mut Report) {}
