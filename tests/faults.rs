//! `faults.md` tells the truth about itself: every fault has a row, and every test it names is there.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

const FAULTS: &str = include_str!("faults.md");
const README: &str = include_str!("../README.md");
/// So many faults are numbered.
const COUNT: usize = 76;

/// The cells of every row of a table whose first cell passes.
fn rows(is_it: impl Fn(&str) -> bool) -> Vec<(&'static str, &'static str)> {
    let lines = FAULTS.lines().filter_map(|line| line.strip_prefix("| "));
    let cells = lines.filter_map(|line| line.trim_end_matches(" |").split_once(" | "));
    cells.filter(|(first, _)| is_it(first)).collect()
}

fn is_number(cell: &str) -> bool {
    cell.strip_prefix('F')
        .is_some_and(|number| number.parse::<usize>().is_ok())
}

/// What is named as a test in a text: the file and the function.
fn tests(text: &'static str) -> Vec<(&'static str, &'static str)> {
    let spans = text.split('`').skip(1).step_by(2);
    spans.filter_map(|span| span.split_once("::")).collect()
}

/// Whether a file has this function, with the mark of a test above it.
fn is_test(file: &str, name: &str) -> bool {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(path).unwrap_or_default();
    let Some((before, _)) = text.split_once(&format!("fn {name}(")) else {
        return false;
    };
    // Between the mark and the name stand attributes, and in a property test a comment.
    let mut above = before.lines().rev().take(8);
    above.any(|line| line.trim() == "#[test]")
}

#[test]
fn every_fault_has_its_row_in_order() {
    let numbers: Vec<_> = rows(is_number)
        .into_iter()
        .map(|(number, _)| number)
        .collect();
    let all: Vec<_> = (1..=COUNT).map(|number| format!("F{number}")).collect();
    assert_eq!(numbers, all);
}

#[test]
fn every_row_names_a_test_or_a_reason() {
    for (number, row) in rows(is_number) {
        let says_why = ["missing", "not true of floe", "not tried", "by the model"];
        let has_reason = says_why.iter().any(|why| row.contains(why));
        assert!(has_reason || !tests(row).is_empty(), "{number}: {row}");
    }
}

#[test]
fn every_test_it_names_is_there() {
    let named = tests(FAULTS);
    assert!(named.len() > 100, "{}", named.len());
    let gone: Vec<_> = named
        .into_iter()
        .filter(|(file, name)| !is_test(file, name))
        .collect();
    assert!(gone.is_empty(), "{gone:#?}");
}

#[test]
fn every_promise_of_the_readme_has_its_tests_and_none_else_is_listed() {
    let (_, promises) = README.split_once("## What floe promises").unwrap();
    let (promises, _) = promises.split_once("\n## ").unwrap();
    let promised: Vec<_> = promises
        .lines()
        .filter_map(|line| line.strip_prefix("- **")?.split_once("**"))
        .map(|(promise, _)| promise.trim_end_matches('.'))
        .collect();
    let (_, table) = FAULTS.split_once("## What README promises").unwrap();
    let held = rows(|cell| {
        !is_number(cell) && cell != "promise" && table.contains(&format!("| {cell} |"))
    });
    let listed: Vec<_> = held.iter().map(|(promise, _)| *promise).collect();
    assert_eq!(promised, listed);
    for (promise, held) in held {
        let holds = |word: &str| is_number(word.trim_end_matches(','));
        assert!(
            !tests(held).is_empty() || held.split(' ').any(holds),
            "{promise}"
        );
    }
}
