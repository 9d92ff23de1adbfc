//! What stands on a river's page above its ask: the quiet line, then the agreements, a row each.

use super::text::{self, bold, plain};
use super::year;
use crate::flow::{AgreementView, RiverView};
use crate::text::width;
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows of the line with its months.
const LINE: u16 = 2;

/// The gap between columns.
const GAP: u16 = 2;

/// The least of an agreement's words, before its day is left out.
const WORDS: u16 = 24;

/// Draws as much as has room, with an empty row after it, and tells the row after that.
pub(super) fn draw(river: &RiverView, area: Rect, buffer: &mut Buffer, words: Words<'_>) -> u16 {
    let all = u16::try_from(river.agreements.len()).unwrap_or(u16::MAX);
    let most = u16::try_from(RiverView::MOST).unwrap_or(u16::MAX);
    let wanted = if all > most { most + 1 } else { all };
    if area.height < LINE + 1 {
        return area.y;
    }
    let spare = area.height - LINE - 1;
    // With room to spare an empty row lies above the line and below it; with little, neither.
    let above = u16::from(spare > wanted + 1);
    let between = u16::from(wanted > 0 && spare > 2);
    let rows = wanted.min(spare - above.min(spare) - between);
    let mut y = area.y + above;
    strokes(river, area, y, buffer);
    y += LINE + if rows > 0 { between } else { 0 };
    // Of several the newest one stands there, where there is room for no more.
    let shown = if all > rows && rows > 1 {
        rows - 1
    } else {
        rows
    };
    agreements(river, usize::from(shown), Rect { y, ..area }, buffer);
    if all > shown && rows > shown {
        let more = words.say(Key::More, &[("n", &(all - shown).to_string())]);
        text::row(buffer, area, y + shown, &more, plain());
    }
    y + rows + 1
}

/// The year and its months; people stand out from the line as they do on the river.
fn strokes(river: &RiverView, area: Rect, y: u16, buffer: &mut Buffer) {
    let line = year::line(&river.year, area.width);
    text::row(buffer, area, y, &line, plain());
    for (x, c) in (area.x..).zip(line.chars()) {
        if c == 'i'
            && let Some(cell) = buffer.cell_mut((x, y))
        {
            cell.set_style(bold());
        }
    }
    let months = year::months(&river.year, area.width);
    text::row(buffer, area, y + 1, &months, plain());
}

/// How each stands, its words, and its day at the right.
fn agreements(river: &RiverView, shown: usize, area: Rect, buffer: &mut Buffer) {
    let rows = || river.agreements.iter().take(shown);
    let widest = |of: fn(&AgreementView) -> &str| {
        let widths = rows().map(|agreement| width(of(agreement)));
        u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX)
    };
    let stands = widest(|agreement| &agreement.stands).min(area.width / 3);
    let day = widest(|agreement| &agreement.day);
    // In a narrow column the words come before the day.
    let has_room = area.width >= stands + day + 2 * GAP + WORDS;
    let day = if has_room { day } else { 0 };
    let column = |x: u16, width: u16| Rect {
        x: area.x + x.min(area.width),
        width,
        ..area
    };
    let taken = stands + GAP + if has_room { day + GAP } else { 0 };
    let text_column = column(stands + GAP, area.width.saturating_sub(taken));
    for (agreement, y) in rows().zip(area.y..) {
        let fitted =
            |words: &str, width: u16| text::cut(&words.replace('\n', " / "), width, 1).concat();
        let left = fitted(&agreement.stands, stands);
        text::row(buffer, column(0, stands), y, &left, plain());
        let promise = fitted(&agreement.text, text_column.width);
        text::row(buffer, text_column, y, &promise, plain());
        if has_room {
            text::row_right(buffer, area, y, &agreement.day);
        }
    }
}
