//! The fading light while somebody listens: an amount of strokes, the same with and without colour.

use super::bed::Bed;
use super::chance::Chance;
use super::grid::{Grid, Role};
use super::scene::Scene;

/// This many cells never go out.
const EMBERS: usize = 6;

/// Draws the cells that are still lit when `share` (0.0 to 1.0) of the light is left.
pub(super) fn draw(grid: &mut Grid, bed: &Bed, scene: &Scene<'_>, share: f32) {
    let cells = cells(bed, scene.seed);
    for (_, y, x) in cells.iter().take(lit(cells.len(), share)) {
        let ch = if (x + y) % 3 == 0 { '-' } else { '_' };
        grid.mark(*x, *y, ch, Role::Light);
    }
}

/// How many cells of a scene's light can go out.
#[must_use]
pub fn fading(scene: &Scene<'_>) -> usize {
    if scene.rows < Bed::LEAST_ROWS {
        return 0;
    }
    let cells = cells(&Bed::of(scene), scene.seed);
    cells.len().saturating_sub(EMBERS)
}

/// How many of `all` cells are lit: evenly from all of them down to the embers.
fn lit(all: usize, share: f32) -> usize {
    let fading = all.saturating_sub(EMBERS);
    let share = if share.is_finite() {
        f64::from(share.clamp(0.0, 1.0))
    } else {
        0.0
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of a few hundred cells"
    )]
    let left = (fading as f64 * share).round() as usize;
    all.min(EMBERS + left)
}

/// The cells of the light with their rank, the last to go out first.
fn cells(bed: &Bed, seed: u32) -> Vec<(f64, i32, i32)> {
    let chance = Chance { seed };
    let mut cells = Vec::new();
    for y in bed.sky..bed.rows {
        let near = f64::from(y - bed.sky + 1) / f64::from(bed.rows - bed.sky);
        let middle = (f64::from(bed.w) * (0.70 - 0.12 * near)).floor();
        let half = 3.0 + 0.16 * f64::from(bed.w) * near;
        for x in bed.edge(y) + 2..=bed.last_stroke(y) {
            let away = (f64::from(x) - middle).abs() / half;
            let r = chance.at(x, 300 + y);
            if away <= 1.0 && r % 100 < 48 {
                let rank = 0.6 * away + 0.5 * f64::from((r >> 8) % 1000) / 1000.0;
                cells.push((rank, y, x));
            }
        }
    }
    cells.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_light_fades_evenly_and_six_cells_stay() {
        assert_eq!(lit(119, 1.0), 119);
        assert_eq!(lit(119, 0.5), 63);
        assert_eq!(lit(119, 0.0), 6);
        assert_eq!(lit(4, 0.5), 4);
        assert_eq!(lit(119, f32::NAN), 6);
    }

    #[test]
    fn less_light_never_lights_a_new_cell() {
        let scene = Scene {
            w: 80,
            rows: 14,
            seed: 7,
            ..Scene::default()
        };
        let bed = Bed::of(&scene);
        let lit_at = |share| {
            let mut grid = Grid::new(80, 14);
            draw(&mut grid, &bed, &scene, share);
            grid
        };
        let (more, less) = (lit_at(0.6), lit_at(0.3));
        for (a, b) in more.rows().flatten().zip(less.rows().flatten()) {
            assert!(b.role != Role::Light || a == b);
        }
    }
}
