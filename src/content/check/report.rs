//! Where rules leave what they find.

use crate::content::{
    diagnostic::{self, Diagnostic},
    located::Located,
    source::File,
};

/// The problems found so far.
#[derive(Default)]
pub(super) struct Report(Vec<Diagnostic>);

impl Report {
    /// A problem at a value.
    pub(super) fn at<T>(
        &mut self,
        file: &File,
        value: &Located<T>,
        what: impl Into<String>,
        help: impl Into<Option<String>>,
    ) {
        let span = value.span(&file.text);
        self.push(Diagnostic::at(file, span, what).with_help(help));
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

    /// A problem that was put into words elsewhere.
    pub(super) fn push(&mut self, problem: Diagnostic) {
        self.0.push(problem);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, by file and place; the manifest first.
    pub(super) fn sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by(|a, b| {
            let key = |d: &Diagnostic| {
                let place = d.place.as_ref().map(|place| (place.line, place.column));
                (d.file != "pack.ron", d.file.clone(), place)
            };
            key(a).cmp(&key(b))
        });
        self.0
    }
}

/// "Did you mean ...", if a name is close enough; else the names there are, `kinds` of which they are.
pub(super) fn or_these<'a>(
    kinds: &str,
    name: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    const NAMED: usize = 6;
    let names: Vec<&str> = names.into_iter().collect();
    if names.is_empty() {
        return None;
    }
    let listed = names
        .iter()
        .take(NAMED)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    let more = match names.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let meant = diagnostic::closest(name, names)
        .map(|close| format!(" Did you mean {}?", diagnostic::quoted(close)));
    Some(format!(
        "{kinds}: {}{more}.{}",
        diagnostic::legible(&listed, 200),
        meant.unwrap_or_default()
    ))
}
