//! Where rules leave what they find.

use crate::content::{
    diagnostic::{self, Diagnostic},
    located::Located,
    source::File,
};
use std::collections::BTreeMap;

/// Most problems told of one file. An honest file has fewer; a hostile one gets a quick answer.
const MOST: usize = 100;
/// Most names listed after "there is no such name".
const NAMED: usize = 6;

/// The problems found so far.
#[derive(Default)]
pub(crate) struct Report {
    found: Vec<Diagnostic>,
    in_file: BTreeMap<String, usize>,
    /// The name of the rule that is asked now.
    rule: Option<&'static str>,
}

impl Report {
    /// A problem at a value.
    pub(crate) fn at<T>(
        &mut self,
        file: &File,
        value: &Located<T>,
        what: impl Into<String>,
        help: impl Into<Option<String>>,
    ) {
        if self.has_room(&file.name) {
            let span = value.span(&file.text);
            self.push(Diagnostic::at(file, span, what).with_help(help));
        }
    }

    /// A problem with a file as a whole, which may not exist.
    pub(super) fn file(
        &mut self,
        file: &str,
        what: impl Into<String>,
        help: impl Into<Option<String>>,
    ) {
        self.push(Diagnostic::of_file(file, what).with_help(help));
    }

    /// What is found from here on, a rule of this name finds.
    pub(crate) fn rule(&mut self, name: &'static str) -> &mut Self {
        self.rule = Some(name);
        self
    }

    /// A problem that was put into words elsewhere.
    pub(crate) fn push(&mut self, mut problem: Diagnostic) {
        if let Some(rule) = self.rule {
            problem.rule = rule;
        }
        let told = self.in_file.entry(problem.file.clone()).or_default();
        *told += 1;
        match (*told).cmp(&MOST) {
            std::cmp::Ordering::Less => self.found.push(problem),
            std::cmp::Ordering::Equal => {
                let more =
                    Diagnostic::of_file(&problem.file, "there are more problems in this file");
                self.found.push(more);
            }
            std::cmp::Ordering::Greater => {}
        }
    }

    /// Something points at a name that isn't there; `kinds` says in plain words what the names are.
    pub(super) fn no_such<'a>(
        &mut self,
        file: &File,
        name: &Located<String>,
        what: impl Into<String>,
        kinds: &str,
        names: impl IntoIterator<Item = &'a str>,
    ) {
        if self.has_room(&file.name) {
            let help = these(kinds, name, names);
            self.at(file, name, what, help);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, the manifest first, then by file and place.
    pub(crate) fn sorted(mut self) -> Vec<Diagnostic> {
        diagnostic::sort(&mut self.found);
        self.found
    }

    /// Whether one more problem of a file is told, so that nobody looks for help that nobody reads.
    pub(super) fn has_room(&self, file: &str) -> bool {
        self.in_file.get(file).is_none_or(|told| *told < MOST)
    }
}

/// The names there are, and the one that may have been meant.
fn these<'a>(kinds: &str, name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let names: Vec<&str> = names.into_iter().collect();
    if names.is_empty() {
        return None;
    }
    let listed: Vec<String> = names
        .iter()
        .take(NAMED)
        .map(|name| diagnostic::legible(name, 40))
        .collect();
    let more = match names.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let meant = diagnostic::closest(name, names)
        .map(|close| format!(" Did you mean {}?", diagnostic::quoted(close)));
    Some(format!(
        "{kinds}: {}{more}.{}",
        listed.join(", "),
        meant.unwrap_or_default()
    ))
}
