//! `floe check --coverage`: which sentences a language or a pack leaves in the words of another.

use crate::content::{
    Language,
    coverage::{Missing, missing},
    library,
    source::File,
};
use crate::store::pack_files;
use crate::text::{clean_line, clean_path};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Lists what each of these leaves, be they languages or folders of packs, and all languages if there are none. Answers
/// how many folders can't be read.
///
/// # Errors
/// When `out` cannot be written to.
pub(super) fn tell(
    asked: &[PathBuf],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let english = library::bundled_files(Language::ENGLISH);
    let mut unread = 0;
    let all = Language::all().filter(|one| *one != Language::ENGLISH);
    let all: Vec<PathBuf> = all.map(|one| one.code().into()).collect();
    for one in if asked.is_empty() { &all } else { asked } {
        let speaks = one.to_str().and_then(Language::of);
        let (files, base) = match speaks.filter(|_| !one.is_dir()) {
            Some(language) => (library::own_files(language), english.clone()),
            None => match pack_files::folder(one) {
                Ok(files) => {
                    let base = library::lent_to(&files, language);
                    (files, base)
                }
                Err(problems) => {
                    unread += problems.len();
                    for problem in problems {
                        writeln!(out, "{}", clean_line(&problem.to_string()))?;
                    }
                    continue;
                }
            },
        };
        list(one, &files, &missing(&files, &base), out)?;
    }
    Ok(unread)
}

/// What is missing by file and id, and how much of it.
fn list(one: &Path, files: &[File], missing: &[Missing], out: &mut dyn Write) -> io::Result<()> {
    for Missing { file, ids } in missing {
        match ids.len() {
            0 => writeln!(out, "{file}: the whole file")?,
            n => writeln!(out, "{file}: {n}")?,
        }
        for id in ids {
            writeln!(out, "    {id}")?;
        }
    }
    let sentences: usize = missing.iter().map(|one| one.ids.len()).sum();
    let whole = missing.iter().filter(|one| one.ids.is_empty()).count();
    writeln!(
        out,
        "{}: {} files; left in other words: {sentences} sentences, {whole} whole files.",
        clean_path(one),
        files.len()
    )
}
