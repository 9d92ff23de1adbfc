//! `floe check [PATH...]`: every problem in content, at file:line:col, for the people who write it.

use crate::{
    content::{check, diagnostic::Diagnostic, library, source::File},
    store::pack_files,
};
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Checks these packs, or the bundled one if there is no path, and writes down what it finds. A path is a
/// pack's folder or one file of it. `keys` are the sentences the program itself says. Answers how many
/// problems there are.
///
/// # Errors
/// When `out` cannot be written to.
pub(super) fn check(paths: &[PathBuf], keys: &[&str], out: &mut dyn Write) -> io::Result<usize> {
    let mut tally = Tally::default();
    if paths.is_empty() {
        let files = library::bundled_files();
        tally.add(&files, &check::problems(&files, keys), "", out)?;
    }
    for path in paths {
        match of_path(path, keys) {
            Ok(Checked {
                files,
                problems,
                shown,
            }) => tally.add(&files, &problems, &shown, out)?,
            Err(unread) => {
                tally.problems += unread.len();
                for problem in unread {
                    writeln!(out, "{problem}\n")?;
                }
            }
        }
    }
    writeln!(out, "{}", tally.sum())?;
    Ok(tally.problems)
}

/// What was looked at, and what there is to say of it.
struct Checked {
    files: Vec<File>,
    problems: Vec<Diagnostic>,
    /// What goes before the path of a file in the pack.
    shown: String,
}

fn of_path(path: &Path, keys: &[&str]) -> Result<Checked, Vec<pack_files::Unread>> {
    let folder = pack_of(path);
    let mut files = pack_files::folder(folder)?;
    let mut problems = check::problems(&library::completed(files.clone()), keys);
    let shown = match folder.to_str() {
        Some("." | "") => String::new(),
        _ => format!("{}/", folder.display().to_string().trim_end_matches('/')),
    };
    // What is lent from the bundled pack is not the author's to mend.
    problems.retain(|problem| {
        files.iter().any(|own| own.name == problem.file) || problem.place.is_none()
    });
    if folder != path {
        let asked = path
            .strip_prefix(folder)
            .unwrap_or(path)
            .to_string_lossy()
            .into_owned();
        files.retain(|file| file.name == asked);
        problems.retain(|problem| problem.file == asked);
    }
    Ok(Checked {
        files,
        problems,
        shown,
    })
}

/// The folder of the pack a file belongs to: the nearest one above it with a `pack.ron`.
fn pack_of(path: &Path) -> &Path {
    if path.is_dir() {
        return path;
    }
    let above = path.ancestors().skip(1).take(2);
    let is_pack = |folder: &&Path| folder.join("pack.ron").is_file();
    above.into_iter().find(is_pack).unwrap_or(path)
}

#[derive(Default)]
struct Tally {
    files: usize,
    problems: usize,
}

impl Tally {
    fn add(
        &mut self,
        files: &[File],
        problems: &[Diagnostic],
        shown: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.files += files.len();
        self.problems += problems.len();
        for problem in problems {
            writeln!(out, "{}", problem.render(shown))?;
        }
        Ok(())
    }

    fn sum(&self) -> String {
        let count = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
        let files = count(self.files, "file");
        match self.problems {
            0 => format!("No problems in {files}."),
            n => format!("{} in {files}. Nothing was changed.", count(n, "problem")),
        }
    }
}
