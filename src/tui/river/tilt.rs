//! A plate that tilts: cut in the middle, the half on the low side one row lower.

use super::bed::Bed;
use super::floes::Floe;
use super::grid::{Fill, Grid, Role};
use super::plates;
use super::scene::Side;
use super::slab::{Slab, body, line};

/// A tilting plate and the joint its halves are cut along.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tilt {
    slab: Slab,
    /// The middle column, where the cut is.
    m: i32,
    quarter: i32,
    low: Side,
    /// The lean of the joint's upper rows.
    half: Side,
}

impl Tilt {
    /// Tilts a plate. If its low half would leave the picture the whole plate is drawn one row higher.
    pub(super) fn of(bed: &Bed, floe: &Floe, low: Side) -> Self {
        let sinks = floe.y + bed.thick >= bed.rows;
        Self {
            slab: Slab {
                y: floe.y - i32::from(sinks),
                ..plates::slab(bed, floe)
            },
            m: floe.middle(),
            quarter: floe.wide / 4,
            low,
            half: bed.half(floe.middle()),
        }
    }

    /// The row the low half ends in.
    pub(super) const fn low_row(&self) -> i32 {
        self.slab.y + self.slab.thick
    }

    /// The outermost column of the low half.
    pub(super) const fn low_end(&self) -> i32 {
        match self.low {
            Side::Left => self.slab.a,
            Side::Right => self.slab.b,
        }
    }

    /// One column toward the low side.
    pub(super) const fn outward(&self) -> i32 {
        -self.low.lean()
    }

    /// Where a figure stands on the left and on the right half.
    pub(super) fn stands(&self) -> [(i32, i32); 2] {
        let row = |side| {
            if side == self.low {
                self.slab.y
            } else {
                self.slab.y - 1
            }
        };
        [
            (self.slab.a + self.quarter + 1, row(Side::Left)),
            (self.slab.b - self.quarter, row(Side::Right)),
        ]
    }

    /// Where they stand when both lean in: beside the joint, each on their own half.
    pub(super) fn joined(&self) -> [(i32, i32); 2] {
        let [(_, left), (_, right)] = self.stands();
        [(self.m - 2, left), (self.m + 1, right)]
    }

    /// Where the other one stands while somebody is in the water: close to the low end.
    pub(super) const fn edge_stand(&self) -> (i32, i32) {
        (self.low_end() - self.outward(), self.slab.y)
    }

    /// Draws both halves, the joint, and the water over the low corner.
    pub(super) fn draw(&self, grid: &mut Grid, fill: Fill, bed: &Bed) {
        for k in -1..self.slab.thick {
            let (a, b) = self.slab.ends(k.max(0));
            grid.calm_row(a - 1, b + 1, self.row(k));
        }
        for k in -1..self.slab.thick {
            self.halves(grid, fill, bed, k);
        }
        let under = match fill {
            Fill::Strokes => {
                self.edges(grid);
                Role::None
            }
            Fill::Solid => {
                self.joint_ends(grid, bed);
                Role::Ice
            }
        };
        let corner = self.low_end() - self.outward();
        grid.put(corner, self.low_row(), '~', Role::WaterStroke, under);
    }

    /// The row that lies `k` rows above the lowest row of the high half.
    const fn row(&self, k: i32) -> i32 {
        self.slab.y + self.slab.thick - 1 - k
    }

    /// The column of the joint in that row; -1 is the low half's last row.
    const fn joint(&self, k: i32) -> i32 {
        let (upper, last) = match self.low {
            Side::Left => (self.m - 1, self.m),
            Side::Right => (self.m, self.m - 1),
        };
        if k < 0 {
            last
        } else {
            upper + k * self.half.lean()
        }
    }

    /// The outer columns of the high and of the low half, `k` rows above the lowest of each.
    const fn outer(&self, k: i32) -> (i32, i32) {
        let (a, b) = self.slab.ends(k);
        match self.low {
            Side::Left => (b, a),
            Side::Right => (a, b),
        }
    }

    /// What both halves have in one row, without edges.
    fn halves(&self, grid: &mut Grid, fill: Fill, bed: &Bed, k: i32) {
        let (y, joint, out) = (self.row(k), self.joint(k), self.outward());
        let (high, low) = (self.outer(k).0, self.outer(k + 1).1);
        let solid = fill == Fill::Solid;
        if k >= 0 {
            body(grid, fill, y, span(joint, high, -out), solid && k == 0);
            self.end(grid, fill, bed, (high, y));
        }
        if k + 1 < self.slab.thick {
            body(grid, fill, y, span(joint, low, out), solid && k < 0);
            self.end(grid, fill, bed, (low, y));
        }
        if fill == Fill::Strokes {
            let stroke = match self.low {
                Side::Left => '/',
                Side::Right => '\\',
            };
            grid.mark(joint, y, stroke, Role::Ice);
        }
    }

    /// The end of a row at an outer column of the plate.
    fn end(&self, grid: &mut Grid, fill: Fill, bed: &Bed, (x, y): (i32, i32)) {
        let left = x < self.m;
        let side = if left {
            self.slab.left
        } else {
            self.slab.right
        };
        match fill {
            Fill::Strokes => grid.mark(x, y, side.stroke(), Role::Ice),
            Fill::Solid => {
                let ch = if left {
                    side.left_end(false)
                } else {
                    side.right_end(false)
                };
                grid.put(x, y, ch, Role::Ice, bed.depth.at(y));
            }
        }
    }

    /// The edges above and in front of both halves, in strokes.
    fn edges(&self, grid: &mut Grid) {
        let (y, out, top) = (self.slab.y, self.outward(), self.slab.thick - 1);
        let (a, b) = self.slab.lid_span();
        let (high_lid, low_lid) = match self.low {
            Side::Left => (b, a),
            Side::Right => (a, b),
        };
        let (high, low) = self.outer(0);
        let joint = self.joint(top);
        let (from, to) = span(joint + out, self.outer(top).0 - out, -out);
        grid.calm_row(from, to, y - 1);
        let mut edge = |y, (from, to)| line(grid, y, from, to);
        edge(y - 1, span(joint - out, high_lid, -out));
        edge(y, span(joint + out, low_lid, out));
        edge(self.row(0), span(self.joint(0) - 2 * out, high + out, -out));
        edge(self.low_row(), span(self.joint(-1) + out, low - out, out));
    }

    /// The rounded ends of the joint, filled.
    fn joint_ends(&self, grid: &mut Grid, bed: &Bed) {
        let out = self.outward();
        let (upper, lower) = match self.low {
            Side::Left => (['▟', '▗'], ['▛', '▘']),
            Side::Right => (['▙', '▖'], ['▜', '▝']),
        };
        let mut put = |x, y, ch| grid.put(x, y, ch, Role::Ice, bed.depth.at(y));
        let (joint, y) = (self.joint(self.slab.thick - 1), self.slab.y);
        put(joint, y, upper[0]);
        put(joint + out, y, upper[1]);
        let (joint, y) = (self.joint(-1), self.low_row());
        put(joint, y, lower[0]);
        put(joint - out, y, lower[1]);
    }
}

/// The columns from one to another in a direction, in order; none if the other lies the wrong way.
fn span(from: i32, to: i32, direction: i32) -> (i32, i32) {
    if (to - from) * direction < 0 {
        (0, -1)
    } else {
        (from.min(to), from.max(to))
    }
}
