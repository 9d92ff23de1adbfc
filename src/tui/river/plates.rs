//! The plates in their two lanes, the near lane over the far one, and the tilting one over all.

use super::bed::Bed;
use super::chance::{below, bit};
use super::floes::Floe;
use super::grid::{Fill, Grid, Role};
use super::scene::Scene;
use super::slab::Slab;
use super::tilt::Tilt;

/// Draws every plate that hasn't drifted off.
pub(super) fn draw(grid: &mut Grid, bed: &Bed, scene: &Scene<'_>, floes: &[Floe], fill: Fill) {
    let mut order: Vec<(usize, &Floe)> = floes.iter().enumerate().skip(scene.skip).collect();
    order.sort_by_key(|(_, floe)| floe.y);
    let tilting = |i| scene.current() == Some(i) && scene.low_side().is_some();
    for &(i, floe) in order.iter().filter(|(i, _)| !tilting(*i)) {
        let current = scene.current() == Some(i);
        let soft = bed.thick == 1 && !current && bit(floe.r, 14);
        Slab {
            soft,
            ..slab(bed, floe)
        }
        .draw(grid, fill, bed.depth);
        if floe.wide > 6 && !current && fill == Fill::Strokes {
            let x = floe.x0 + 2 + below(floe.r, floe.wide - 4);
            grid.mark(x, floe.y + bed.thick - 1, '.', Role::Ice);
        }
    }
    if let Some(tilt) = tilt(bed, scene, floes) {
        tilt.draw(grid, fill, bed);
    }
}

/// The tilting plate, if the one people stand on tilts and hasn't drifted off.
pub(super) fn tilt(bed: &Bed, scene: &Scene<'_>, floes: &[Floe]) -> Option<Tilt> {
    let current = scene.current().filter(|i| *i >= scene.skip)?;
    Some(Tilt::of(bed, floes.get(current)?, scene.low_side()?))
}

/// A plate as it lies in the river.
pub(super) fn slab(bed: &Bed, floe: &Floe) -> Slab {
    Slab {
        a: floe.x0,
        b: floe.x1(),
        y: floe.y,
        thick: bed.thick,
        left: bed.half(floe.x0),
        right: bed.half(floe.x1()),
        soft: false,
        lid: true,
    }
}
