//! The people: where they stand, how they jump, and the one in the water.

use super::bed::Bed;
use super::floes::{Floe, whole};
use super::grid::{Fill, Grid, Role};
use super::plates;
use super::scene::{IceShape, Place, Scene, Side};
use super::tilt::Tilt;

/// Draws the figures, and the reach between them.
pub(super) fn draw(grid: &mut Grid, bed: &Bed, scene: &Scene<'_>, floes: &[Floe], fill: Fill) {
    if let Some(tilt) = plates::tilt(bed, scene, floes) {
        if matches!(scene.ice, IceShape::Water(_)) {
            in_the_water(grid, bed, scene, &tilt, fill);
        } else {
            on_the_tilt(grid, scene, &tilt);
        }
        return;
    }
    for seat in 0..scene.seats.min(2) {
        let spot = match (scene.ice, scene.to) {
            (IceShape::Bank, _) => Some((bed.near_stand() + apart(scene, seat, 2), bed.sky - 1)),
            (_, Some(to)) => jump(bed, scene, floes, seat, to),
            (_, None) => spot(bed, scene, floes, seat, scene.at),
        };
        if let Some((x, y)) = spot {
            stand(grid, x, y);
        }
    }
}

fn stand(grid: &mut Grid, x: i32, y: i32) {
    grid.calm(x - 1, y);
    grid.calm(x + 1, y);
    grid.mark(x, y, 'i', Role::Figure);
}

/// Two people stand apart, the first left; alone, one stands in the middle.
fn apart(scene: &Scene<'_>, seat: u8, by: i32) -> i32 {
    match (scene.seats, seat) {
        (0 | 1, _) => 0,
        (_, 0) => -by,
        _ => by,
    }
}

fn spot(bed: &Bed, scene: &Scene<'_>, floes: &[Floe], seat: u8, at: usize) -> Option<(i32, i32)> {
    let (middle, y) = match scene.place(at) {
        Place::NearBank => (bed.near_stand(), bed.sky - 1),
        Place::FarBank => (bed.far_stand(), bed.sky - 1),
        Place::Plate(index) => {
            let floe = floes.get(index)?;
            (floe.middle(), floe.y - 1)
        }
    };
    Some((middle + apart(scene, seat, 1), y))
}

/// Where a jumping figure is. Whoever is nearer leads, so that nobody passes through the other. On a bank there is ground
/// to walk on: they set out from the shore together, and whoever comes ashore first waits there for the other.
fn jump(bed: &Bed, scene: &Scene<'_>, floes: &[Floe], seat: u8, to: usize) -> Option<(i32, i32)> {
    const WALK: f64 = 1.0 / 3.0;
    let f = f64::from(scene.jump());
    let stands = spot(bed, scene, floes, seat, scene.at)?;
    let goes = spot(bed, scene, floes, seat, to)?;
    let apart = apart(scene, seat, 1);
    let [leaves, lands] = [scene.at, to].map(|at| shore(bed, scene, at).map(|x| x + apart));
    let off = leaves.map_or(0.0, |_| WALK);
    let on = lands.map_or(1.0, |_| 1.0 - WALK);
    let between = |a: i32, b: i32, part: f64| {
        whole(f64::from(a) + f64::from(b - a) * part.clamp(0.0, 1.0) + 0.5)
    };
    if let Some(shore) = leaves.filter(|_| f < off) {
        return Some((between(stands.0, shore, f / WALK), stands.1));
    }
    if let Some(shore) = lands.filter(|_| f > on) {
        return Some((between(shore, goes.0, (f - on) / WALK), goes.1));
    }
    let follows = scene.seats > 1 && (seat == 1) == (to < scene.at);
    let late = if follows { 0.6 } else { 0.0 };
    let done = (1.6 * (f - off) / (on - off) - late).clamp(0.0, 1.0);
    let over = between(leaves.unwrap_or(stands.0), lands.unwrap_or(goes.0), done);
    let row = if leaves.or(lands).is_some() {
        // From ground to ice is one step down.
        let on_ground = over <= bed.edge(bed.sky) || over >= bed.w - 1 - bed.edge(bed.sky);
        let [ground, ice] = [stands.1.min(goes.1), stands.1.max(goes.1)];
        if on_ground { ground } else { ice }
    } else if done > 0.2 && done < 0.8 {
        (stands.1.min(goes.1) - 1).max(0)
    } else if done < 0.5 {
        stands.1
    } else {
        goes.1
    };
    Some((over, row))
}

/// The column of a bank from which one jumps; None on a plate.
fn shore(bed: &Bed, scene: &Scene<'_>, at: usize) -> Option<i32> {
    match scene.place(at) {
        Place::NearBank => Some(bed.edge(bed.sky) - 1),
        Place::FarBank => Some(bed.w - bed.edge(bed.sky)),
        Place::Plate(_) => None,
    }
}

/// Alone, the one figure stands on the low half.
fn on_the_tilt(grid: &mut Grid, scene: &Scene<'_>, tilt: &Tilt) {
    let [left, right] = if scene.lean {
        tilt.joined()
    } else {
        tilt.stands()
    };
    let stands: &[(i32, i32)] = match (scene.seats, scene.low_side()) {
        (0, _) => &[],
        (1, Some(Side::Left)) => &[left],
        (1, _) => &[right],
        _ => &[left, right],
    };
    for &(x, y) in stands {
        stand(grid, x, y);
    }
}

/// A head in open water beyond the low end; the other one, if there is one, may reach out.
fn in_the_water(grid: &mut Grid, bed: &Bed, scene: &Scene<'_>, tilt: &Tilt, fill: Fill) {
    let (out, y) = (tilt.outward(), tilt.low_row());
    let under = match fill {
        Fill::Strokes => Role::None,
        Fill::Solid => bed.depth.at(y),
    };
    let pulled = i32::from(scene.pulled.min(2));
    for away in 1..=6 {
        grid.lay(tilt.low_end() + away * out, y, under);
    }
    if scene.seats > 0 {
        let head = tilt.low_end() + (3 - pulled) * out;
        grid.mark(head - 1, y, '-', Role::WaterStroke);
        grid.mark(head, y, 'o', Role::Figure);
        grid.mark(head + 1, y, '-', Role::WaterStroke);
    }
    if scene.seats > 1 {
        let (x, y) = tilt.edge_stand();
        stand(grid, x, y);
        let arm = i32::from(scene.arm.min(Scene::ARM));
        for cell in 1..=arm {
            let hand = if out > 0 { '\\' } else { '/' };
            let ch = if cell == arm { hand } else { '_' };
            grid.mark(x + cell * out, y, ch, Role::Figure);
        }
    }
}
