//! Cells with a meaning: what the picture is before an ink gives it colours.

use std::fmt;

/// What a mark, or the ground under it, is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Nothing; the page shows.
    #[default]
    None,
    /// Ice: its strokes, or the fill of a plate.
    Ice,
    /// The front edge of filled ice.
    Edge,
    /// Small ice.
    Crumb,
    /// A person, an arm, a head in the water.
    Figure,
    /// A short stroke of water.
    WaterStroke,
    /// Filled water, six steps from 0 (far) to 5 (near).
    Water(u8),
    /// Light on the water.
    Light,
    /// Ground of the near bank.
    GroundNear,
    /// Ground of the far bank.
    GroundFar,
    /// A tree on the far bank.
    Tree,
    /// A reed on the near bank.
    Reed,
    /// Words of the far bank.
    Words,
    /// The line of a bank.
    Bank,
}

/// How shapes are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// ASCII outlines on the page (pen, plain).
    Strokes,
    /// Solid cells with quadrants at the ends (night, day).
    Solid,
}

/// One cell of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The mark, always one column wide.
    pub ch: char,
    /// What the mark is.
    pub role: Role,
    /// What lies under it; always [`Role::None`] in strokes.
    pub under: Role,
}

impl Cell {
    const BLANK: Self = Self {
        ch: ' ',
        role: Role::None,
        under: Role::None,
    };

    /// Whether the mark is bold. Only figures are.
    #[must_use]
    pub fn bold(&self) -> bool {
        self.role == Role::Figure
    }
}

/// Words in the first row. They are kept beside the cells because they may hold wide letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The column of the first letter.
    pub x: u16,
    /// The words, already cut to the room they have.
    pub text: String,
}

/// A picture of exactly `width` times `height` cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    width: u16,
    height: u16,
    cells: Vec<Cell>,
    /// Words of the far bank, if there is room for them.
    pub words: Option<Words>,
}

impl Grid {
    /// An empty picture.
    pub(super) fn new(width: u16, height: u16) -> Self {
        Self {
            width,
            height,
            cells: vec![Cell::BLANK; usize::from(width) * usize::from(height)],
            words: None,
        }
    }

    /// Columns.
    #[must_use]
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Rows.
    #[must_use]
    pub const fn height(&self) -> u16 {
        self.height
    }

    /// The rows from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunks(usize::from(self.width).max(1))
    }

    /// Puts a mark and leaves what lies under it. Outside the picture nothing happens.
    pub(super) fn mark(&mut self, x: i32, y: i32, ch: char, role: Role) {
        if let Some(cell) = self.at_mut(x, y) {
            (cell.ch, cell.role) = (ch, role);
        }
    }

    /// Puts a mark together with what lies under it.
    pub(super) fn put(&mut self, x: i32, y: i32, ch: char, role: Role, under: Role) {
        if let Some(cell) = self.at_mut(x, y) {
            *cell = Cell { ch, role, under };
        }
    }

    /// Lays ground and takes away the mark that stood there.
    pub(super) fn lay(&mut self, x: i32, y: i32, under: Role) {
        self.put(x, y, ' ', Role::None, under);
    }

    /// Takes away strokes of water, crumbs and light, so that a shape stands clear.
    pub(super) fn calm(&mut self, x: i32, y: i32) {
        if let Some(cell) = self.at_mut(x, y)
            && matches!(cell.role, Role::WaterStroke | Role::Crumb | Role::Light)
        {
            (cell.ch, cell.role) = (' ', Role::None);
        }
    }

    /// Calms a whole stretch of a row, both ends included.
    pub(super) fn calm_row(&mut self, from: i32, to: i32, y: i32) {
        for x in from..=to {
            self.calm(x, y);
        }
    }

    fn at_mut(&mut self, x: i32, y: i32) -> Option<&mut Cell> {
        let index = self.index(x, y)?;
        self.cells.get_mut(index)
    }

    fn index(&self, x: i32, y: i32) -> Option<usize> {
        let (x, y) = (u16::try_from(x).ok()?, u16::try_from(y).ok()?);
        (x < self.width && y < self.height)
            .then(|| usize::from(y) * usize::from(self.width) + usize::from(x))
    }
}

/// The characters alone, one line a row, with the words in their place.
impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (y, row) in self.rows().enumerate() {
            let words = self.words.as_ref().filter(|_| y == 0);
            let (start, text) = words.map_or((usize::MAX, ""), |w| (w.x.into(), w.text.as_str()));
            let room = unicode_width::UnicodeWidthStr::width(text);
            for (x, cell) in row.iter().enumerate() {
                if x == start {
                    f.write_str(text)?;
                } else if x < start || x - start >= room {
                    write!(f, "{}", cell.ch)?;
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
