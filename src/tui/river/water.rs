//! The water: its fill, its short strokes, and the crumbs of ice that drift in it.

use super::bed::Bed;
use super::chance::{Chance, below, bit};
use super::grid::{Fill, Grid, Role};
use super::scene::{Scene, Side};

/// Fills the rows of water from edge to edge; the banks are laid over it.
pub(super) fn fill(grid: &mut Grid, bed: &Bed) {
    for y in bed.sky..bed.rows {
        for x in 0..bed.w {
            grid.lay(x, y, bed.depth.at(y));
        }
    }
}

/// Draws the strokes. They run outward from the middle, toward the reader, as `flow` grows.
pub(super) fn strokes(grid: &mut Grid, bed: &Bed, scene: &Scene<'_>) {
    let chance = Chance { seed: scene.seed };
    let flow = scene.flow.cast_signed();
    for y in bed.sky..bed.rows {
        let near = f64::from(y - bed.sky) / f64::from((bed.rows - bed.sky - 1).max(1));
        let run = flow.wrapping_add(y).div_euclid(4);
        for x in bed.edge(y) + 2..=bed.last_stroke(y) {
            let from = match bed.half(x) {
                Side::Left => x.wrapping_add(run),
                Side::Right => x.wrapping_sub(run),
            };
            let r = chance.at(from & 0xffff, 100 + y);
            if f64::from(r % 1000) < 240.0 - 90.0 * near {
                let lone = y >= bed.low() && (r >> 17).is_multiple_of(4);
                let ch = if lone { '_' } else { ripple(r, near) };
                grid.mark(x, y, ch, Role::WaterStroke);
            }
        }
    }
}

/// The glyph of a stroke: flat far away (`near` 0.0), waves close by (1.0).
pub(super) fn ripple(r: u32, near: f64) -> char {
    if f64::from((r >> 10) % 100) < 70.0 - 50.0 * near {
        '-'
    } else {
        '~'
    }
}

/// Draws the crumbs, one for every twelve columns. Moving water carries each of them one column along.
pub(super) fn crumbs(grid: &mut Grid, bed: &Bed, scene: &Scene<'_>, fill: Fill) {
    let chance = Chance { seed: scene.seed };
    let carried = i32::from(scene.flow > 3);
    for j in 0..bed.w / 12 {
        let r = chance.at(j, 200);
        let y = bed.sky + below(r, bed.rows - bed.sky);
        let room = bed.w - 2 * bed.edge(y) - 6;
        if room <= 0 {
            continue;
        }
        let x = bed.edge(y) + 3 + below(r >> 5, room);
        let x = match bed.half(x) {
            Side::Left => x - carried,
            Side::Right => x + carried,
        };
        let ch = match fill {
            Fill::Strokes if y < bed.low() => '.',
            Fill::Strokes => '=',
            Fill::Solid if bit(r, 12) => '▗',
            Fill::Solid => '▖',
        };
        grid.mark(x, y, ch, Role::Crumb);
    }
}
