//! The house rules, held: who may import whom, where files and clocks are touched, where sentences live.
//!
//! The sources are read as tokens, with comments and test modules left out. Every breach is told at once.

#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, in its smaller parts as well"
)]

#[path = "architecture/paths.rs"]
mod paths;
#[path = "architecture/purity.rs"]
mod purity;
#[path = "architecture/reader.rs"]
mod reader;
#[path = "architecture/rooms.rs"]
mod rooms;
#[path = "architecture/shape.rs"]
mod shape;
#[path = "architecture/shown.rs"]
mod shown;
#[path = "architecture/speech.rs"]
mod speech;

use reader::Source;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// One place where a rule is broken.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Breach {
    path: String,
    line: usize,
    rule: &'static str,
    what: String,
}

impl Breach {
    fn new(source: &Source, line: usize, rule: &'static str, what: impl Into<String>) -> Self {
        Self {
            path: source.path.clone(),
            line,
            rule,
            what: what.into(),
        }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            line,
            rule,
            what,
        } = self;
        write!(f, "{path}:{line}: {what}\n    rule: {rule}")
    }
}

/// Looks at one file and tells what is wrong with it.
type Rule = fn(&Source) -> Vec<Breach>;

const RULES: &[Rule] = &[
    rooms::arrows,
    rooms::lib_is_a_map,
    purity::screen_only_in_tui,
    purity::pure_rooms,
    purity::now_only_in_env,
    purity::writes_only_in_store,
    purity::terminal_modes,
    purity::colours_only_in_the_palette,
    purity::no_panics,
    purity::watched_alone,
    shown::cells_are_written_in_one_place,
    shown::paths_are_cleaned,
    shape::opens_with_its_purpose,
    shape::short_files,
    shape::telling_names,
    shape::exceptions_have_reasons,
    speech::sentences_live_in_content,
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of these folders, by path.
fn rust_files(folders: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<Source> {
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(root()).unwrap().to_str().unwrap();
        Source::new(name, &fs::read_to_string(path).unwrap())
    };
    let mut sources: Vec<Source> = rust_files(&["src", "tests", "benches"])
        .iter()
        .map(read)
        .collect();
    let test_modules: Vec<String> = sources.iter().flat_map(Source::test_modules).collect();
    for source in &mut sources {
        let within = |stem: &String| {
            source
                .path
                .strip_prefix(stem)
                .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        };
        source.is_test |= test_modules.iter().any(within);
    }
    sources
}

#[test]
fn the_house_rules_hold() {
    let sources = sources();
    assert!(sources.len() > 80, "the sources were not found");
    let mut breaches: Vec<Breach> = sources
        .iter()
        .flat_map(|source| RULES.iter().flat_map(|rule| rule(source)))
        .collect();
    breaches.sort();
    let told: Vec<String> = breaches.iter().map(ToString::to_string).collect();
    assert!(
        told.is_empty(),
        "{} breaches:\n{}",
        told.len(),
        told.join("\n")
    );
}

#[test]
fn the_lints_that_hold_the_other_rules_are_on() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let clippy = fs::read_to_string(root().join("clippy.toml")).unwrap();
    let missing = shape::missing_lints(&manifest, &clippy);
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn no_exception_outlives_its_cause() {
    let sources = sources();
    let stale = speech::unused_exceptions(&sources);
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}
