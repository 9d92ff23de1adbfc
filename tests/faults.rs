//! `faults.md` tells the truth about itself: every fault has a row, and every test it names is there.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/table.rs"]
mod table;

use table::{gone, numbers, rows, tests};

const FAULTS: &str = include_str!("faults.md");
const README: &str = include_str!("../README.md");
/// So many faults are numbered.
const COUNT: usize = 76;

fn is_number(cell: &str) -> bool {
    table::is_number('F', cell)
}

#[test]
fn every_fault_has_its_row_in_order() {
    let rows = rows(FAULTS, is_number).into_iter();
    let there: Vec<_> = rows.map(|(number, _)| number).collect();
    assert_eq!(there, numbers('F', COUNT));
}

#[test]
fn every_row_names_a_test_or_a_reason() {
    for (number, row) in rows(FAULTS, is_number) {
        let says_why = ["missing", "not true of floe", "not tried", "by the model"];
        let has_reason = says_why.iter().any(|why| row.contains(why));
        assert!(has_reason || !tests(row).is_empty(), "{number}: {row}");
    }
}

#[test]
fn every_test_it_names_is_there() {
    let named = tests(FAULTS).len();
    assert!(named > 100, "{named}");
    assert_eq!(gone(FAULTS), []);
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
    let held = rows(FAULTS, |cell| {
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
