//! The good pack, small edits of it, and what is said about them.

use floe::content::{check, source::File};
use std::path::Path;

/// What the program would say, in these tests.
pub(crate) const KEYS: &[&str] = &["place", "saved"];
pub(crate) const STREAM: &str = "practices/stream.ron";

/// Every `.ron` file of a folder.
pub(crate) fn files(folder: &Path) -> Vec<File> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(open) = folders.pop() {
        for entry in std::fs::read_dir(open).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "ron") {
                let name = path.strip_prefix(folder).expect("inside").display();
                let text = std::fs::read_to_string(&path).expect("text");
                files.push(File::new(name.to_string(), text));
            }
        }
    }
    files
}

pub(crate) fn good() -> Vec<File> {
    files(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/check/good"
    )))
}

/// The good pack with one passage of a file replaced; `from` stands in it exactly once.
pub(crate) fn edited(mut files: Vec<File>, (name, from, to): (&str, &str, &str)) -> Vec<File> {
    let file = files
        .iter_mut()
        .find(|file| file.name == name)
        .expect("a file of the good pack");
    assert_eq!(file.text.matches(from).count(), 1, "{from:?} in {name}");
    file.text = file.text.replace(from, to).into();
    files
}

pub(crate) fn said(files: &[File]) -> String {
    let problems = check::problems(files, KEYS);
    let told: Vec<_> = problems
        .iter()
        .map(|problem| problem.render("pack/"))
        .collect();
    if told.is_empty() {
        "(nothing)\n".to_owned()
    } else {
        told.join("\n")
    }
}

/// What is said about each of these edits, made one at a time.
pub(crate) fn each(edits: &[(&str, &str, &str)]) -> String {
    let one = |edit: &(&str, &str, &str)| {
        let (_, from, to) = edit;
        format!("#### {from} -> {to}\n\n{}", said(&edited(good(), *edit)))
    };
    edits.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// What is said about all of these edits made together.
pub(crate) fn together(edits: &[(&str, &str, &str)]) -> String {
    said(
        &edits
            .iter()
            .fold(good(), |files, edit| edited(files, *edit)),
    )
}

/// What is said, held by a file beside this one.
macro_rules! golden {
    ($name:literal, $told:expr) => {
        insta::with_settings!({ snapshot_path => ".", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $told);
        });
    };
}

pub(crate) use golden;
