//! One drawn frame: its cells as text, and what has to hold in every frame.

use floe::runtime::Guide;
use floe::tui::Ui;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};

/// The sizes people see in the design.
pub(crate) const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 18)];

/// The smallest screen that shows a page.
pub(crate) const SMALLEST: (u16, u16) = (40, 12);

/// A drawn screen.
pub(crate) struct Frame {
    pub(crate) buffer: Buffer,
    pub(crate) cursor: Position,
}

impl Frame {
    /// Draws a screen of this size.
    pub(crate) fn of(ui: &mut Ui, guide: &dyn Guide, columns: u16, rows: u16) -> Self {
        let area = Rect::new(0, 0, columns, rows);
        let mut buffer = Buffer::empty(area);
        let cursor = ui.draw(guide, area, &mut buffer);
        Self { buffer, cursor }
    }

    fn width(&self) -> u16 {
        self.buffer.area.width
    }

    fn height(&self) -> u16 {
        self.buffer.area.height
    }

    fn cell(&self, x: u16, y: u16) -> &Cell {
        &self.buffer[(x, y)]
    }

    /// A row's characters, without the spaces at its end.
    pub(crate) fn row(&self, y: u16) -> String {
        let cells = (0..self.width()).map(|x| self.cell(x, y).symbol());
        cells.collect::<String>().trim_end().to_owned()
    }

    /// All rows.
    pub(crate) fn text(&self) -> String {
        let rows: Vec<String> = (0..self.height()).map(|y| self.row(y)).collect();
        rows.join("\n").trim_end().to_owned() + "\n"
    }

    /// The column of text: its left edge and its width.
    pub(crate) fn column(&self) -> (u16, u16) {
        let width = 66.min(self.width().saturating_sub(6));
        ((self.width() - width) / 2, width)
    }

    /// The first row below the river: its rows reach beyond the column, and an empty one ends it.
    pub(crate) fn river(&self) -> u16 {
        let (left, width) = self.column();
        let outside = |x: u16| (x < left && x + 2 != left) || x >= left + width;
        let reaches =
            |y: &u16| (0..self.width()).any(|x| outside(x) && *self.cell(x, *y) != Cell::EMPTY);
        match (0..self.height()).rev().find(reaches) {
            Some(last) => (last..self.height())
                .find(|y| self.row(*y).is_empty())
                .unwrap_or(self.height()),
            None => 0,
        }
    }

    /// The rows with the mark in this column.
    pub(crate) fn marks(&self, column: u16) -> Vec<u16> {
        let is_mark = |y: &u16| self.cell(column, *y).symbol() == ">";
        (self.river()..self.height()).filter(is_mark).collect()
    }

    /// The bold words below the river, as one line.
    pub(crate) fn bold(&self) -> String {
        let (left, _) = self.column();
        let mut bold = String::new();
        for y in self.river()..self.height() {
            for x in left..self.width() {
                let cell = self.cell(x, y);
                if cell.modifier.contains(Modifier::BOLD) {
                    bold.push_str(cell.symbol());
                }
            }
            bold.push(' ');
        }
        squeezed(&bold)
    }

    /// The underlined words, as one line.
    pub(crate) fn underlined(&self) -> String {
        let cells = self.buffer.content.iter().enumerate();
        let mut words = String::new();
        for (at, cell) in cells {
            if cell.modifier.contains(Modifier::UNDERLINED) {
                words.push_str(cell.symbol());
            }
            if at % usize::from(self.width()) == 0 {
                words.push(' ');
            }
        }
        squeezed(&words)
    }

    /// What holds in every frame, whatever stands on it.
    pub(crate) fn is_sound(&self) -> Result<(), String> {
        let area = self.buffer.area;
        if !area.contains(self.cursor) {
            return Err(format!("the cursor is outside, at {}", self.cursor));
        }
        for (at, cell) in self.buffer.content.iter().enumerate() {
            if !(cell.modifier - Modifier::BOLD - Modifier::UNDERLINED).is_empty() {
                return Err(format!("{:?} at cell {at}", cell.modifier));
            }
        }
        Ok(())
    }

    /// Whether every cell has the terminal's own colours.
    pub(crate) fn is_colourless(&self) -> bool {
        self.are_colourless(0, 0)
    }

    /// Whether every cell from a row on, left of a column, has the terminal's own colours.
    fn are_colourless(&self, from: u16, spared: u16) -> bool {
        (from..self.height()).all(|y| {
            (0..self.width() - spared).all(|x| {
                let cell = self.cell(x, y);
                cell.fg == Color::Reset && cell.bg == Color::Reset
            })
        })
    }

    /// What holds in every frame that shows a page, or something in its place.
    pub(crate) fn shows_one_thing_to_act_on(&self) -> Result<(), String> {
        let (left, _) = self.column();
        let marks = self.marks(left - 2);
        if marks != [self.cursor.y] {
            return Err(format!("marks in {marks:?}, cursor at {}", self.cursor));
        }
        if self.cursor.x < left {
            return Err(format!("the cursor is in the margin, at {}", self.cursor));
        }
        if !self.row(self.height() - 1).contains("Ctrl+X hide") {
            return Err("no way to hide".to_owned());
        }
        let river = self.river();
        if river > self.height().saturating_sub(9) {
            return Err(format!("a river of {river} rows"));
        }
        if !self.are_colourless(river, 0) {
            return Err("coloured words".to_owned());
        }
        Ok(())
    }
}

/// Words with one space between.
pub(crate) fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
