//! The river: from plain data to cells, and from cells to a screen. No engine, no clock, no chance but the seed's.

mod banks;
mod bed;
mod chance;
mod figures;
mod floes;
mod grid;
mod light;
mod paint;
mod plates;
mod scene;
mod slab;
mod strip;
#[cfg(test)]
mod tests;
mod tilt;
mod water;

pub use grid::{Cell, Fill, Grid, Role, Words};
pub use light::fading;
pub use paint::paint;
pub use scene::{IceShape, Scene, Side};
pub use strip::{Strip, Upright, columns, rows_per_floe, strip};

use bed::Bed;

/// Draws the river as seen from a little above: exactly `scene.w` times `scene.rows` cells.
#[must_use]
pub fn draw(scene: &Scene<'_>, fill: Fill) -> Grid {
    let mut grid = Grid::new(scene.w, scene.rows);
    if scene.rows < Bed::LEAST_ROWS {
        return grid;
    }
    let bed = Bed::of(scene);
    let floes = floes::lay(&bed, scene);
    if fill == Fill::Solid {
        water::fill(&mut grid, &bed);
    }
    if let Some(share) = scene.light {
        light::draw(&mut grid, &bed, scene, share);
    } else {
        water::strokes(&mut grid, &bed, scene);
        water::crumbs(&mut grid, &bed, scene, fill);
    }
    banks::draw(&mut grid, &bed, scene, fill);
    plates::draw(&mut grid, &bed, scene, &floes, fill);
    figures::draw(&mut grid, &bed, scene, &floes, fill);
    grid.words = banks::words(&bed, scene);
    grid
}
