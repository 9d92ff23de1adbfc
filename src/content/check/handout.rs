//! A page to take home has something under every title, and all of it fits on one sheet of paper.

use super::documents::{Document, Documents};
use super::report::Report;
use crate::content::schema::handout::{Handout, HandoutPart};
use crate::text::fold;

/// Rows of plain text that fit on a sheet of A4 or US Letter with its margins, six to an inch.
const ROWS: usize = 60;
/// Columns of a row, and of one that stands in a list.
const COLUMNS: usize = 72;
const LISTED: usize = 68;

pub(super) fn check(documents: &Documents<'_>, report: &mut Report) {
    let Some(Document { file, value }) = &documents.handout else {
        return;
    };
    let mut parts = value.parts.iter();
    let empty = parts.find(|part| part.lines.is_empty());
    let at = empty.map(|part| &part.title);
    if let Some(title) = at.or(value.parts.is_empty().then_some(&value.title)) {
        report.at(file, title, "nothing stands under this title", None);
    }
    let rows = rows(value);
    if rows > ROWS {
        let what = format!("this page is {rows} rows long, and {ROWS} fit on paper");
        let help = "people take one sheet home.".to_owned();
        report.at(file, &value.title, what, help);
    }
}

/// Rows of it as plain text.
fn rows(handout: &Handout) -> usize {
    let tall = |text: &str, columns| fold(text, columns).lines().count();
    let part = |part: &HandoutPart| {
        let lines = part
            .lines
            .iter()
            .map(|line| tall(&format!("- {}", **line), LISTED));
        1 + tall(&part.title, COLUMNS) + lines.sum::<usize>()
    };
    let parts: usize = handout.parts.iter().map(part).sum();
    tall(&handout.title, COLUMNS) + parts + 1 + tall(&handout.foot, COLUMNS)
}
