//! One steady plate of ice: a leaning outline in strokes, or a filled shape with quadrants at its ends.

use super::bed::Depth;
use super::grid::{Fill, Grid, Role};
use super::scene::Side;

/// A plate as it is drawn. Columns are those of its lowest row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slab {
    pub(super) a: i32,
    pub(super) b: i32,
    /// The row of its upper edge of ice.
    pub(super) y: i32,
    pub(super) thick: i32,
    /// The half of the picture its left end is in; ends lean toward the middle.
    pub(super) left: Side,
    /// The half of the picture its right end is in.
    pub(super) right: Side,
    /// Rounder ends when filled.
    pub(super) soft: bool,
    /// Whether strokes close it with an edge in the row above.
    pub(super) lid: bool,
}

impl Side {
    /// The outline of an end in this half of the picture.
    pub(super) const fn stroke(self) -> char {
        match self {
            Self::Left => '/',
            Self::Right => '\\',
        }
    }

    /// Columns an end moves for each row it lies higher.
    pub(super) const fn lean(self) -> i32 {
        match self {
            Self::Left => 1,
            Self::Right => -1,
        }
    }

    /// The filled left end of a plate.
    pub(super) const fn left_end(self, soft: bool) -> char {
        match (self, soft) {
            (Self::Left, false) => '▟',
            (Self::Left, true) => '▗',
            (Self::Right, false) => '▜',
            (Self::Right, true) => '▝',
        }
    }

    /// The filled right end of a plate.
    pub(super) const fn right_end(self, soft: bool) -> char {
        match (self, soft) {
            (Self::Left, false) => '▛',
            (Self::Left, true) => '▘',
            (Self::Right, false) => '▙',
            (Self::Right, true) => '▖',
        }
    }
}

impl Slab {
    /// The ends of the row that lies `k` rows above the lowest.
    pub(super) const fn ends(&self, k: i32) -> (i32, i32) {
        (
            self.a + k * self.left.lean(),
            self.b + k * self.right.lean(),
        )
    }

    /// The columns of the edge above the highest row, in strokes.
    pub(super) fn lid_span(&self) -> (i32, i32) {
        let (a, b) = self.ends(self.thick - 1);
        (
            a + i32::from(self.left == Side::Left),
            b - i32::from(self.right == Side::Right),
        )
    }

    /// Draws the plate and calms the water around it.
    pub(super) fn draw(&self, grid: &mut Grid, fill: Fill, depth: Depth) {
        for k in 0..self.thick {
            let y = self.y + self.thick - 1 - k;
            let (a, b) = self.ends(k);
            grid.calm(a - 1, y);
            grid.calm(b + 1, y);
            body(grid, fill, y, (a, b), k == 0);
            let (left, right, under) = match fill {
                Fill::Strokes => (self.left.stroke(), self.right.stroke(), Role::None),
                Fill::Solid => (
                    self.left.left_end(self.soft),
                    self.right.right_end(self.soft),
                    depth.at(y),
                ),
            };
            grid.put(a, y, left, Role::Ice, under);
            grid.put(b, y, right, Role::Ice, under);
        }
        if self.lid && fill == Fill::Strokes {
            let (a, b) = self.ends(self.thick - 1);
            grid.calm_row(a - 1, b + 1, self.y - 1);
            let (from, to) = self.lid_span();
            line(grid, self.y - 1, from, to);
        }
    }
}

/// One row of ice between and including two ends; the lowest row carries the front edge.
pub(super) fn body(grid: &mut Grid, fill: Fill, y: i32, (a, b): (i32, i32), lowest: bool) {
    let ch = if lowest { '_' } else { ' ' };
    let (role, under) = match fill {
        Fill::Strokes => (Role::Ice, Role::None),
        Fill::Solid if lowest => (Role::Edge, Role::Ice),
        Fill::Solid => (Role::None, Role::Ice),
    };
    for x in a..=b {
        grid.put(x, y, ch, role, under);
    }
}

/// An edge of ice in strokes, both ends included.
pub(super) fn line(grid: &mut Grid, y: i32, from: i32, to: i32) {
    for x in from..=to {
        grid.mark(x, y, '_', Role::Ice);
    }
}
