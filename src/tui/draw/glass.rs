//! Somebody's own words in the mirror, with the phrase a question is about in brackets and underlined.

use super::text::{self, plain};
use crate::flow::Glass;
use crate::text::{width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::ops::Range;

/// Draws the words at the top of an area, as far as there is room, and tells how many rows they and the empty one
/// after them took. Where not all fit, the rows from the phrase on are shown, and all of the words come back, to be
/// read by themselves.
pub(super) fn draw(
    glass: &Glass,
    area: Rect,
    room: usize,
    buffer: &mut Buffer,
) -> (u16, Option<String>) {
    let Glass::Open(Some(looked)) = glass else {
        return (0, None);
    };
    let (words, marks) = looked.bracketed();
    let rows = wrap(&words, usize::from(area.width));
    let room = room.saturating_sub(1);
    let marked = |row: &Range<usize>| marks.iter().any(|mark| mark.start < row.end);
    let first = rows.iter().position(marked).unwrap_or(0);
    let from = first.min(rows.len().saturating_sub(room));
    let mut y = area.y;
    for row in rows.iter().skip(from).take(room) {
        let line = words.get(row.clone()).unwrap_or_default();
        text::row(buffer, area, y, line.trim_end(), plain());
        for mark in &marks {
            underline(&words, row, mark, Rect { y, ..area }, buffer);
        }
        y += 1;
    }
    let taken = if y == area.y { 0 } else { y + 1 - area.y };
    (taken, (rows.len() > room).then_some(words))
}

/// Underlines what of a mark stands in a row, without its brackets.
fn underline(words: &str, row: &Range<usize>, mark: &Range<usize>, at: Rect, buffer: &mut Buffer) {
    let start = row.start.max(mark.start + 1);
    let end = row.end.min(mark.end.saturating_sub(1));
    let (Some(before), Some(phrase)) = (words.get(row.start..start), words.get(start..end)) else {
        return;
    };
    let columns = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
    let x = at.x.saturating_add(columns(before)).min(at.right());
    let cells = Rect {
        x,
        width: columns(phrase.trim_end()).min(at.right() - x),
        height: 1,
        ..at
    };
    let style = Style::new().add_modifier(Modifier::UNDERLINED);
    buffer.set_style(cells.intersection(buffer.area), style);
}
