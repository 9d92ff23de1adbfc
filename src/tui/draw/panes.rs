//! Earlier answers side by side, equal in everything; below one another where the column is narrow.

use super::text;
use crate::flow::Shown;
use crate::text::width;

/// Narrower columns stack them.
const SIDE_BY_SIDE: u16 = 66;

/// The most that stand side by side.
const MOST: usize = 3;

/// The panes as lines of a column, every one of them given as many rows as the others. True if something was cut.
pub(super) fn lines(panes: &[Shown], column: u16, room: usize) -> (Vec<String>, bool) {
    if panes.is_empty() {
        return (Vec::new(), false);
    }
    let all = if column < SIDE_BY_SIDE || panes.len() > MOST {
        stacked(panes, column, usize::MAX)
    } else {
        side_by_side(panes, column)
    };
    if all.len() <= room {
        return (all, false);
    }
    let cut = if column < SIDE_BY_SIDE || panes.len() > MOST {
        stacked(panes, column, room / panes.len().max(1))
    } else {
        all
    };
    (cut.into_iter().take(room).collect(), true)
}

/// Columns of equal width, their headings on one row.
fn side_by_side(panes: &[Shown], column: u16) -> Vec<String> {
    let count = u16::try_from(panes.len()).unwrap_or(u16::MAX).max(1);
    let gap = if count > 2 { 3 } else { 4 };
    let wide = column.saturating_sub(gap * (count - 1)) / count;
    let heading = |shown: &Shown| shown.label.clone().unwrap_or_default();
    let heads: Vec<String> = panes.iter().map(heading).collect();
    let texts: Vec<String> = panes.iter().map(|shown| shown.text.clone()).collect();
    let mut lines = beside_each_other(&heads, wide, gap);
    lines.push(String::new());
    lines.extend(beside_each_other(&texts, wide, gap));
    lines
}

fn beside_each_other(texts: &[String], wide: u16, gap: u16) -> Vec<String> {
    let columns: Vec<Vec<&str>> = texts.iter().map(|text| text::rows(text, wide)).collect();
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let row = |y: usize| {
        let mut line = String::new();
        for (x, rows) in columns.iter().enumerate() {
            let to = x * usize::from(wide + gap);
            line.push_str(&" ".repeat(to.saturating_sub(width(&line))));
            line.push_str(rows.get(y).copied().unwrap_or_default());
        }
        line
    };
    (0..tallest).map(row).collect()
}

/// Labels on the left, texts beside them, each in so many rows at most.
fn stacked(panes: &[Shown], column: u16, most: usize) -> Vec<String> {
    let labels = || {
        panes
            .iter()
            .map(|shown| shown.label.as_deref().unwrap_or_default())
    };
    let longest = labels().map(width).max().unwrap_or(0);
    let indent = (longest + 2).min(usize::from(column) / 2);
    let wide = column.saturating_sub(u16::try_from(indent).unwrap_or(column));
    let mut lines = Vec::new();
    for (label, shown) in labels().zip(panes) {
        let heads = text::rows(
            label,
            u16::try_from(indent).unwrap_or(column).saturating_sub(1),
        );
        let texts = text::cut(&shown.text, wide, most.max(1));
        let tallest = heads.len().max(texts.len());
        lines.extend((0..tallest).map(|y| {
            let head = heads.get(y).copied().unwrap_or_default();
            let text = texts.get(y).map_or("", String::as_str);
            let gap = " ".repeat(indent.saturating_sub(width(head)));
            format!("{head}{gap}{text}").trim_end().to_owned()
        }));
    }
    lines
}

/// A pane to be read by itself.
pub(super) fn in_words(shown: &Shown) -> String {
    let label = shown.label.as_deref().unwrap_or_default();
    format!("{label}\n{}", shown.text)
}
