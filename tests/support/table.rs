//! Reads the tables that name the tests of what floe is held to, such as `faults.md`.

#![allow(
    dead_code,
    reason = "each of the test files that share this room uses its own part of it"
)]

use std::fs;
use std::path::Path;

/// The cells of every row of a table whose first cell passes: the first one, and the others as they stand.
pub(crate) fn rows(
    table: &'static str,
    is_it: impl Fn(&str) -> bool,
) -> Vec<(&'static str, &'static str)> {
    let lines = table.lines().filter_map(|line| line.strip_prefix("| "));
    let cells = lines.filter_map(|line| line.trim_end_matches(" |").split_once(" | "));
    cells.filter(|(first, _)| is_it(first)).collect()
}

/// Whether a cell is a number behind this letter.
pub(crate) fn is_number(letter: char, cell: &str) -> bool {
    cell.strip_prefix(letter)
        .is_some_and(|number| number.parse::<usize>().is_ok())
}

/// Every number from 1 on, as the rows have them.
pub(crate) fn numbers(letter: char, count: usize) -> Vec<String> {
    (1..=count)
        .map(|number| format!("{letter}{number}"))
        .collect()
}

/// What is named as a test in a text: the file and the function.
pub(crate) fn tests(text: &'static str) -> Vec<(&'static str, &'static str)> {
    let spans = text.split('`').skip(1).step_by(2);
    spans.filter_map(|span| span.split_once("::")).collect()
}

/// The tests a text names that aren't there.
pub(crate) fn gone(text: &'static str) -> Vec<(&'static str, &'static str)> {
    let named = tests(text).into_iter();
    named.filter(|(file, name)| !is_test(file, name)).collect()
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
