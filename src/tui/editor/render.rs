//! Draws the visible slice of a field.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Editor;
use crate::text::{graphemes, width_of_grapheme};
use crate::tui::cells;

impl Editor {
    /// How many rows the text takes in an area of this many columns.
    pub fn rows(&mut self, columns: u16) -> usize {
        self.fit(columns);
        self.layout.len()
    }

    /// Draws the rows around the cursor and gives the cell for the terminal's cursor, always inside
    /// the area.
    ///
    /// `marks` are styles for byte ranges, a later one on top of an earlier one. One row above and
    /// one below the cursor stay visible where there are such rows and the area has three. A hidden
    /// field draws nothing.
    pub fn render(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        marks: &[(Range<usize>, Style)],
    ) -> Position {
        let shown = area.intersection(buffer.area);
        if self.hidden || shown.is_empty() {
            return area.as_position();
        }
        self.fit(shown.width);
        let row = self.scroll(shown.height.into());
        for (y, row) in (shown.top()..shown.bottom()).zip(self.top..self.layout.len()) {
            self.draw_row(
                row,
                Rect {
                    y,
                    height: 1,
                    ..shown
                },
                buffer,
                marks,
            );
        }
        let column = self.layout.column_of(&self.text, self.cursor);
        let within =
            |offset: usize, length: u16| u16::try_from(offset).unwrap_or(length).min(length - 1);
        Position::new(
            shown.x + within(column, shown.width),
            shown.y + within(row - self.top, shown.height),
        )
    }

    /// Wraps for an area; its last column stays free for the cursor behind a full row.
    fn fit(&mut self, columns: u16) {
        if !self.hidden {
            self.layout
                .fit(&self.text, usize::from(columns).saturating_sub(1).max(1));
        }
    }

    /// Moves the view as little as needed and gives the cursor's row.
    fn scroll(&mut self, height: usize) -> usize {
        let last = self.layout.len() - 1;
        let row = self.layout.row_of(self.cursor);
        let margin = usize::from(height >= 3);
        let lowest = ((row + margin).min(last) + 1).saturating_sub(height);
        let highest = row.saturating_sub(margin);
        self.height = height;
        self.top = self
            .top
            .min((last + 1).saturating_sub(height))
            .clamp(lowest, highest);
        row
    }

    fn draw_row(
        &self,
        row: usize,
        area: Rect,
        buffer: &mut Buffer,
        marks: &[(Range<usize>, Style)],
    ) {
        let bytes = self.layout.row(&self.text, row);
        let mut x = area.x;
        for (at, grapheme) in graphemes(self.text.get(bytes.clone()).unwrap_or_default()) {
            let room = width_of_grapheme(grapheme);
            if room > usize::from(area.right() - x) {
                break;
            }
            let start = bytes.start + at;
            let touches =
                |mark: &Range<usize>| mark.start < start + grapheme.len() && start < mark.end;
            let marked = marks.iter().filter(|(range, _)| touches(range));
            let style = marked.fold(Style::new(), |style, (_, mark)| style.patch(*mark));
            x = cells::write(buffer, Position::new(x, area.y), grapheme, room, style);
        }
    }
}
