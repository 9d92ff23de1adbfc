//! Files that exchange sentences: every id is one of the file they name, and the blanks stay.

use super::report::Report;
use crate::content::{
    diagnostic::{self, Diagnostic, quoted},
    located::Located,
    parse, read,
    schema::Sentences,
    sentences::{Sentence, sentences},
    source::{File, Kind},
};
use std::collections::{BTreeMap, BTreeSet};

/// Most names looked at for one that may have been meant.
const NEAR: usize = 500;

/// Looks at every file of this kind.
pub(super) fn check(files: &[File], report: &mut Report) {
    let exchanges = files.iter();
    for file in exchanges.filter(|file| file.kind() == Some(Kind::Sentences)) {
        let base = files
            .iter()
            .find(|base| Some(&*base.name) == file.exchanges());
        match (base, read::document(file, |d: &Sentences| &d.format)) {
            (_, Err(problem)) => report.push(problem),
            (None, Ok(_)) => report.push(nothing_to_exchange(file, files)),
            (Some(base), Ok(written)) => exchanged(file, &written, base, report),
        }
    }
}

fn nothing_to_exchange(file: &File, files: &[File]) -> Diagnostic {
    let name = file.exchanges().unwrap_or_default();
    let what = format!("there is no {name} whose sentences these could be");
    let names = files.iter().map(|file| &*file.name);
    let meant = diagnostic::closest(name, names.filter(|other| !other.starts_with("sentences/")));
    let help = meant.map(|close| format!("did you mean sentences/{close}?"));
    Diagnostic::of_file(&file.name, what).with_help(help)
}

fn exchanged(file: &File, written: &Sentences, base: &File, report: &mut Report) {
    let known = sentences(&base.text).into_iter();
    let known: BTreeMap<String, Sentence> = known.map(|one| (one.id.clone(), one)).collect();
    let mut seen = BTreeSet::new();
    for (id, text) in &written.sentences.0 {
        let Some(original) = known.get(id.as_str()) else {
            unknown(file, id, base, &known, report);
            continue;
        };
        if !seen.insert(id.as_str()) {
            let what = format!("there are two sentences called {}", quoted(id));
            report.at(file, id, what, None);
        }
        let original = base.text.get(original.at.clone()).unwrap_or_default();
        let original: String = parse::values(original).unwrap_or_default();
        if blanks(&original) != blanks(text) {
            let what = "the blanks in it aren't those of the sentence it stands for";
            report.at(file, text, what, in_words(&blanks(&original)));
        }
    }
}

fn unknown(
    file: &File,
    id: &Located<String>,
    base: &File,
    known: &BTreeMap<String, Sentence>,
    report: &mut Report,
) {
    let what = format!("{} has no sentence called {}", base.name, quoted(id));
    if !report.has_room(&file.name) {
        return;
    }
    // Names that begin alike are looked at first: a file has a thousand, and one that means harm many more.
    let first = id.split('.').next().unwrap_or_default();
    let names = || known.keys().map(String::as_str);
    let alike = names().filter(|name| name.split('.').next() == Some(first));
    let meant = diagnostic::closest(id, alike.take(NEAR))
        .or_else(|| diagnostic::closest(id, names().take(NEAR)));
    let help = meant.map_or_else(
        || "an id is the way to the sentence, its parts joined by dots.".to_owned(),
        |close| format!("did you mean {}?", quoted(close)),
    );
    report.at(file, id, what, help);
}

fn in_words(blanks: &BTreeSet<&str>) -> String {
    match blanks.is_empty() {
        true => "there is none.".to_owned(),
        false => {
            let blanks: Vec<String> = blanks.iter().map(|name| format!("{{{name}}}")).collect();
            format!("{}, each of them, in any order.", blanks.join(" "))
        }
    }
}

/// The names in braces.
fn blanks(text: &str) -> BTreeSet<&str> {
    let mut parts = text.split('{');
    parts.next();
    let is_name = |name: &&str| {
        name.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    parts
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
        .filter(is_name)
        .collect()
}
