//! The river's bed: which rows are sky, water and lanes, and how far the banks reach in each row.

use super::grid::Role;
use super::scene::{Scene, Side};

/// The measures every layer of the picture shares.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bed {
    pub(super) w: i32,
    pub(super) rows: i32,
    /// The first row of water; the row above it carries the banks' line.
    pub(super) sky: i32,
    /// The row of the first lane.
    pub(super) top: i32,
    /// Rows a plate is thick.
    pub(super) thick: i32,
    pub(super) depth: Depth,
    far_bank: bool,
    /// Columns the far bank has gone off to the right.
    pub(super) far_off: i32,
}

/// How the fill of the water deepens toward the reader.
#[derive(Debug, Clone, Copy)]
pub(super) struct Depth {
    /// The first row of water.
    pub(super) from: i32,
    /// Rows over which the six steps are spread.
    pub(super) rows: i32,
}

impl Depth {
    /// The water in row `y`: six steps from far to near.
    pub(super) fn at(self, y: i32) -> Role {
        let step = ((y - self.from) * 6 / self.rows.max(1)).clamp(0, 5);
        Role::Water(u8::try_from(step).unwrap_or_default())
    }
}

impl Bed {
    /// Fewer rows than this can't hold a river.
    pub(super) const LEAST_ROWS: u16 = 3;

    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let rows = i32::from(scene.rows);
        let (sky, far, thick) = match rows {
            ..=4 => (1, 0, 1),
            5 | 6 => (1, 1, 1),
            7 => (1, 2, 1),
            8 => (1, 1, 2),
            _ => (2, 1, 2),
        };
        Self {
            w: i32::from(scene.w),
            rows,
            sky,
            top: sky + far,
            thick,
            depth: Depth {
                from: sky,
                rows: rows - sky,
            },
            far_bank: !scene.no_far_bank,
            far_off: scene.far_off.into(),
        }
    }

    /// The first row of open water in front of the plates.
    pub(super) const fn low(&self) -> i32 {
        self.top + 2 * self.thick
    }

    /// The row of a lane's upper edge of ice.
    pub(super) const fn lane(&self, lane: usize) -> i32 {
        if lane == 0 {
            self.top
        } else {
            self.top + self.thick
        }
    }

    /// Columns of ground in row `y`, on either side.
    pub(super) fn edge(&self, y: i32) -> i32 {
        (self.w / 11).max(4) + (self.rows - 1 - y)
    }

    /// The last column that water strokes may take in row `y`.
    pub(super) fn last_stroke(&self, y: i32) -> i32 {
        if self.far_bank {
            (self.w - self.edge(y) - 3 + self.far_off).min(self.w - 1)
        } else {
            self.w - 1
        }
    }

    /// Which half of the picture a column is in.
    pub(super) const fn half(&self, x: i32) -> Side {
        if 2 * x < self.w {
            Side::Left
        } else {
            Side::Right
        }
    }

    /// The middle of the people who stand on the near bank.
    pub(super) fn near_stand(&self) -> i32 {
        self.edge(self.sky) / 2 + 1
    }

    /// The middle of the people who stand on the far bank.
    pub(super) fn far_stand(&self) -> i32 {
        self.w - self.edge(self.sky) / 2 - 2
    }
}
