//! The upright map: the river as a strip at the screen's right edge, the far bank above, a line for every floe's name.

use super::banks::reed;
use super::bed::Depth;
use super::chance::{Chance, below, bit};
use super::floes::count;
use super::grid::{Fill, Grid, Role};
use super::scene::{Scene, Side};
use super::slab::Slab;
use super::water::ripple;

/// What the upright map is drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Upright {
    /// Columns of the strip, see [`columns`].
    pub w: u16,
    /// Rows of the strip. The near bank takes what is left below the floes.
    pub rows: u16,
    /// Rows a floe takes, see [`rows_per_floe`]; kept within 1 to 3.
    pub per: u16,
    /// The seed of the crossing.
    pub seed: u32,
    /// Plates between the banks, at most [`Scene::MOST`].
    pub n: usize,
    /// Where the people are: 0 the near bank, `n + 1` the far bank.
    pub at: usize,
    /// Figures to draw, none to two.
    pub seats: u8,
}

/// The upright map and the rows its names belong in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The cells of the strip alone.
    pub grid: Grid,
    /// The row of each name: first the near bank, then the plates, last the far bank.
    pub names: Vec<u16>,
}

/// The strip's columns on a screen of a width.
#[must_use]
pub const fn columns(screen_width: u16) -> u16 {
    match screen_width {
        ..72 => 18,
        72..100 => 22,
        _ => 36,
    }
}

/// The rows a floe takes on a screen of a height.
#[must_use]
pub const fn rows_per_floe(screen_height: u16) -> u16 {
    match screen_height {
        ..24 => 1,
        24..36 => 2,
        _ => 3,
    }
}

/// Rows of the far bank.
const FAR: i32 = 2;

/// Draws the upright map.
#[must_use]
pub fn strip(map: &Upright, fill: Fill) -> Strip {
    let plan = Plan::of(map);
    let mut grid = Grid::new(map.w, map.rows);
    plan.water(&mut grid, fill);
    plan.far_bank(&mut grid, fill);
    plan.near_bank(&mut grid, fill);
    for i in 0..plan.n {
        plan.floe(&mut grid, fill, i);
    }
    plan.people(&mut grid, map.seats);
    let names = (0..=plan.n + 1)
        .map(|at| u16::try_from(plan.name_row(at)).unwrap_or(u16::MAX))
        .collect();
    Strip { grid, names }
}

struct Plan {
    w: i32,
    rows: i32,
    per: i32,
    n: usize,
    at: usize,
    chance: Chance,
    depth: Depth,
}

impl Plan {
    fn of(map: &Upright) -> Self {
        let n = map.n.min(Scene::MOST);
        let per = i32::from(map.per.clamp(1, 3));
        Self {
            w: map.w.into(),
            rows: map.rows.into(),
            per,
            n,
            at: map.at.min(n + 1),
            chance: Chance { seed: map.seed },
            depth: Depth {
                from: FAR,
                rows: per * count(n),
            },
        }
    }

    /// The row of the line in front of the near bank.
    fn shore(&self) -> i32 {
        FAR + self.depth.rows
    }

    /// The row a place is named in; plates count from one, the far bank comes last.
    fn name_row(&self, at: usize) -> i32 {
        match at {
            0 => self.shore() + 1,
            at if at <= self.n => self.shore() - 1 - self.per * (count(at) - 1),
            _ => 1,
        }
    }

    fn water(&self, grid: &mut Grid, fill: Fill) {
        for y in FAR..=self.shore() {
            let near = f64::from(y - FAR) / f64::from(self.depth.rows.max(1));
            for x in 0..self.w {
                if fill == Fill::Solid {
                    grid.lay(x, y, self.depth.at(y));
                }
                let r = self.chance.at(x, 400 + y);
                if r % 1000 < 150 {
                    grid.mark(x, y, ripple(r, near), Role::WaterStroke);
                }
            }
        }
    }

    /// Two rows of trees; strokes gather them on the line of the bank.
    fn far_bank(&self, grid: &mut Grid, fill: Fill) {
        for x in 0..self.w {
            match fill {
                Fill::Strokes => grid.mark(x, FAR - 1, '_', Role::Bank),
                Fill::Solid => (0..FAR).for_each(|y| grid.lay(x, y, Role::GroundFar)),
            }
        }
        for k in 0..self.w / 3 {
            let r = self.chance.at(k, 60);
            let behind = fill == Fill::Solid && !bit(r, 8);
            let y = if behind { FAR - 2 } else { FAR - 1 };
            grid.mark(below(r, self.w), y, '^', Role::Tree);
        }
    }

    fn near_bank(&self, grid: &mut Grid, fill: Fill) {
        for x in 0..self.w {
            if fill == Fill::Strokes {
                grid.mark(x, self.shore(), '_', Role::Bank);
                continue;
            }
            for y in self.shore() + 1..self.rows {
                grid.lay(x, y, Role::GroundNear);
            }
        }
        for k in 0..3 {
            let r = self.chance.at(k, 61);
            grid.mark(
                below(r, self.w),
                self.shore() + 1,
                reed(r, false),
                Role::Reed,
            );
        }
    }

    fn slab(&self, i: usize) -> Slab {
        let r = self.chance.at(count(i) + 1, 70);
        let current = self.at == i + 1;
        let least = match self.per {
            1 => 5,
            2 => 6,
            _ => 11,
        };
        let wide = least + below(r, 3) + if current { 3 } else { 0 };
        let side = if i.is_multiple_of(2) {
            Side::Left
        } else {
            Side::Right
        };
        let a = match side {
            Side::Left => 1 + i32::from(bit(r, 0)),
            Side::Right => self.w - 2 - i32::from(bit(r, 3)) - wide,
        };
        let thick = if self.per == 3 { 2 } else { 1 };
        Slab {
            a,
            b: a + wide - 1,
            y: self.name_row(i + 1) + 1 - thick,
            thick,
            left: side,
            right: side,
            soft: false,
            lid: self.per > 1,
        }
    }

    fn floe(&self, grid: &mut Grid, fill: Fill, i: usize) {
        let slab = self.slab(i);
        let (a, b) = slab.ends(slab.thick - 1);
        grid.calm_row(a - 1, b + 1, slab.y - 1);
        slab.draw(grid, fill, self.depth);
    }

    /// The people stand above their plate, or on it where a plate has one row only.
    fn people(&self, grid: &mut Grid, seats: u8) {
        let (middle, y) = match self.at {
            0 => (self.w / 2, self.shore()),
            at if at <= self.n => {
                let slab = self.slab(at - 1);
                let y = if slab.lid { slab.y - 1 } else { slab.y };
                (i32::midpoint(slab.a, slab.b), y)
            }
            _ => (self.w / 2, FAR - 1),
        };
        let stands: &[i32] = match seats {
            0 => &[],
            1 => &[0],
            _ => &[-1, 1],
        };
        for off in stands {
            grid.calm(middle + off - 1, y);
            grid.calm(middle + off + 1, y);
            grid.mark(middle + off, y, 'i', Role::Figure);
        }
    }
}
