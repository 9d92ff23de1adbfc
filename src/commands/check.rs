//! `floe check [PATH...]`: every problem in content, at file:line:col, for the people who write it.

use super::json;
use crate::{
    content::{
        Language, check,
        diagnostic::{self, Diagnostic},
        library,
        source::File,
        stack,
    },
    mirror::examples,
    store::pack_files::{self, SENTENCES},
    text::{clean_line, clean_path},
};
use serde_json::Value;
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

/// What goes before the path of a file of floe's own.
const LENT: &str = "floe's own ";

/// Checks these packs, or the bundled one if there is no path, and writes down what it finds. A path is a
/// pack's folder or one file of it. `keys` are the sentences the program itself says, in `language` where a pack has none
/// of its own. Answers how many problems there are.
///
/// # Errors
/// When `out` cannot be written to.
pub(super) fn check(
    paths: &[PathBuf],
    keys: &[&str],
    language: Language,
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let seen = seen(paths, keys, language);
    let found = |one: &Seen| match one {
        Ok(checked) => checked.problems.len(),
        Err(unread) => unread.len(),
    };
    let problems = seen.iter().map(found).sum();
    if as_json {
        let told: Vec<Value> = seen.iter().flat_map(as_values).collect();
        writeln!(out, "{:#}", Value::Array(told))?;
    } else {
        for one in &seen {
            tell(one, out)?;
        }
        let files = seen.iter().flatten().map(|checked| checked.files.len());
        writeln!(out, "{}", sum(files.sum(), problems))?;
    }
    Ok(problems)
}

/// What was looked at, or why it could not be read.
type Seen = Result<Checked, Vec<pack_files::Unread>>;

fn seen(paths: &[PathBuf], keys: &[&str], language: Language) -> Vec<Seen> {
    if paths.is_empty() {
        let files = library::bundled_files(language);
        return vec![Ok(Checked {
            problems: problems(&files, keys),
            files,
            dropped: Vec::new(),
            shown: String::new(),
        })];
    }
    let paths = paths.iter();
    paths.map(|path| of_path(path, keys, language)).collect()
}

fn tell(seen: &Seen, out: &mut dyn Write) -> io::Result<()> {
    match seen {
        Ok(checked) => {
            for problem in &checked.problems {
                writeln!(out, "{}", problem.render(checked.before(problem)))?;
            }
            let mut dropped = checked.dropped.iter();
            dropped.try_for_each(|one| writeln!(out, "{}", one.render(LENT)))
        }
        Err(unread) => unread
            .iter()
            .try_for_each(|problem| writeln!(out, "{}\n", clean_line(&problem.to_string()))),
    }
}

/// The same for other programs.
fn as_values(seen: &Seen) -> Vec<Value> {
    match seen {
        Ok(checked) => {
            let problems = checked.problems.iter();
            let problems = problems.map(|one| json::problem(checked.before(one), one, true));
            let dropped = checked.dropped.iter();
            problems
                .chain(dropped.map(|one| json::problem(LENT, one, false)))
                .collect()
        }
        Err(unread) => unread.iter().map(json::unread).collect(),
    }
}

/// Everything there is to say of these files: how they are written, and what their lexicon hears.
fn problems(files: &[File], keys: &[&str]) -> Vec<Diagnostic> {
    let mut problems = check::problems(files, keys);
    problems.extend(examples::problems(files));
    diagnostic::sort(&mut problems);
    problems
}

/// Everything there is to say of a pack's files over floe's own, and why some of floe's own no longer fit beside them.
pub(super) fn of_pack(
    files: &[File],
    keys: &[&str],
    language: Language,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let fit = stack::fit(library::completed(files.to_vec(), language), keys);
    let mut problems = examples::problems(&fit.files);
    // What floe's own lexicon hears is tried where it is written.
    problems.retain(|problem| is_among(files, problem));
    problems.extend(fit.pack.err().unwrap_or_default());
    diagnostic::sort(&mut problems);
    (problems, fit.dropped)
}

fn is_among(files: &[File], problem: &Diagnostic) -> bool {
    files.iter().any(|own| own.name == problem.file)
}

/// What was looked at, and what there is to say of it.
struct Checked {
    files: Vec<File>,
    problems: Vec<Diagnostic>,
    /// Why files of floe's own are left out beside it.
    dropped: Vec<Diagnostic>,
    /// What goes before the path of a file in the pack.
    shown: String,
}

fn of_path(
    path: &Path,
    keys: &[&str],
    language: Language,
) -> Result<Checked, Vec<pack_files::Unread>> {
    let folder = pack_of(path);
    let mut files = pack_files::folder(folder)?;
    let (mut problems, mut dropped) = of_pack(&files, keys, language);
    if !problems.is_empty() {
        // Where something is still to be mended, this may only follow from it.
        dropped.clear();
    }
    let shown = match folder.to_str() {
        Some("." | "") => String::new(),
        _ => format!("{}/", clean_path(folder).trim_end_matches('/')),
    };
    if folder != path {
        let asked = path
            .strip_prefix(folder)
            .unwrap_or(path)
            .to_string_lossy()
            .into_owned();
        files.retain(|file| file.name == asked);
        if files.is_empty() {
            return Err(vec![pack_files::Unread::NotAFolder(path.to_owned())]);
        }
        problems.retain(|problem| problem.file == asked);
        dropped.clear();
    }
    Ok(Checked {
        files,
        problems,
        dropped,
        shown,
    })
}

/// The folder of the pack a file belongs to: the nearest one above it with a `pack.ron`, or with exchanged sentences.
fn pack_of(path: &Path) -> &Path {
    if path.is_dir() {
        return path;
    }
    let is_pack =
        |folder: &&Path| folder.join("pack.ron").is_file() || folder.join(SENTENCES).is_dir();
    let mut above = path.ancestors().skip(1).take(3);
    match above.find(is_pack) {
        Some(here) if here.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => path,
    }
}

impl Checked {
    /// What goes before the path of a file in which there is a problem: one that ought to be there is missing in the pack,
    /// any other that isn't in it is lent.
    fn before(&self, problem: &Diagnostic) -> &str {
        let is_lent = problem.place.is_some() && !is_among(&self.files, problem);
        if is_lent { LENT } else { &self.shown }
    }
}

fn sum(files: usize, problems: usize) -> String {
    let count = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let files = count(files, "file");
    match problems {
        0 => format!("No problems in {files}."),
        n => format!("{} in {files}. Nothing was changed.", count(n, "problem")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACK: &str = r#"(format: 1, id: "p", title: "P", language: "en", credits: [],
    practices: [(id: "gone", title: "Gone", about: "Nothing.", minutes: 1)])
"#;

    fn pack() -> tempfile::TempDir {
        let pack = tempfile::tempdir().expect("a folder");
        put(pack.path(), "pack.ron", PACK);
        std::fs::create_dir(pack.path().join("lists")).expect("a folder");
        put(
            pack.path(),
            "lists/a.ron",
            "(format: 1, id: \"a\", groups: [])\n",
        );
        pack
    }

    fn put(folder: &Path, name: &str, text: &str) {
        let mut file = std::fs::File::create(folder.join(name)).expect("a file");
        file.write_all(text.as_bytes()).expect("room");
    }

    fn said(path: &Path, folder: &Path) -> (usize, String) {
        let mut out = Vec::new();
        let keys: Vec<&str> = crate::words::KEYS.to_vec();
        let found = check(
            &[path.to_owned()],
            &keys,
            Language::ENGLISH,
            false,
            &mut out,
        )
        .expect("room");
        let told = String::from_utf8(out).expect("text");
        (
            found,
            told.replace(&folder.display().to_string(), "my-pack"),
        )
    }

    #[test]
    fn a_folder_is_told_of_whole() {
        let pack = pack();
        let (found, told) = said(pack.path(), pack.path());
        let expected = r#"my-pack/pack.ron:2:22: there is no practice or track called "gone"

  1 |    (format: 1, id: "p", title: "P", language: "en", credits: [],
  2 |        practices: [(id: "gone", title: "Gone", about: "Nothing.", ...
    |                         ^^^^^^

  there are: crossing, gift, letting_go, return, before_a_talk, im_the_one_hurting and 2 more.

my-pack/lists/a.ron:1:17: there is nothing to pick in this list

  1 |    (format: 1, id: "a", groups: [])
    |                    ^^^

2 problems in 2 files. Nothing was changed.
"#;
        assert_eq!((found, told.as_str()), (2, expected));
    }

    #[test]
    fn a_file_is_told_of_as_part_of_its_pack() {
        let pack = pack();
        let (found, told) = said(&pack.path().join("lists/a.ron"), pack.path());
        assert_eq!(found, 1);
        assert!(told.starts_with("my-pack/lists/a.ron:1:17: "), "{told}");
        assert!(
            told.ends_with("1 problem in 1 file. Nothing was changed.\n"),
            "{told}"
        );
    }

    #[test]
    fn what_is_no_pack_is_a_problem_too() {
        let pack = pack();
        let (found, told) = said(&pack.path().join("nowhere"), pack.path());
        assert_eq!(found, 1, "{told}");
        assert!(told.starts_with("my-pack/nowhere: "), "{told}");
        let mut help = std::fs::File::create(pack.path().join("help.ron")).expect("a file");
        help.write_all(b"\n\xff").expect("room");
        let (found, told) = said(pack.path(), pack.path());
        assert_eq!(
            (found, told.as_str()),
            (
                1,
                "my-pack/help.ron:2: not UTF-8 text\n\n1 problem in 0 files. Nothing was changed.\n"
            )
        );
    }
}
