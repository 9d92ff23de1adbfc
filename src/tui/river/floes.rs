//! Where the plates lie: their lanes, widths and sway, all from the seed and the place people are at.

use super::bed::Bed;
use super::chance::{Chance, below, bit};
use super::scene::{Place, Scene};

/// A plate that has found its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Floe {
    /// The first column of its lowest row.
    pub(super) x0: i32,
    /// Columns, the same in all its rows.
    pub(super) wide: i32,
    /// The row of its upper edge of ice.
    pub(super) y: i32,
    lane: usize,
    /// Its own chance, for cracks, corners and sway.
    pub(super) r: u32,
}

impl Floe {
    /// The last column of its lowest row.
    pub(super) const fn x1(&self) -> i32 {
        self.x0 + self.wide - 1
    }

    /// The column people stand around.
    pub(super) const fn middle(&self) -> i32 {
        self.x0 + self.wide / 2
    }
}

/// The current plate is about twice as wide as the others.
const CURRENT: f64 = 2.1;

/// Lays all plates. Where the picture is too narrow for any, there are none.
pub(super) fn lay(bed: &Bed, scene: &Scene<'_>) -> Vec<Floe> {
    let left = bed.edge(bed.top) + if bed.w >= 70 { 2 } else { 1 };
    let span = bed.w - 2 * left;
    if span < 4 || scene.plates() == 0 {
        return Vec::new();
    }
    let chance = Chance { seed: scene.seed };
    let weights = weights(chance, scene);
    let lanes = lanes(chance, scene.plates(), f64::from(span));
    let unit = f64::from(span) / weights.iter().sum::<f64>();
    let mut x = f64::from(left);
    let mut floes: Vec<Floe> = Vec::with_capacity(weights.len());
    for (i, (&weight, &lane)) in weights.iter().zip(&lanes).enumerate() {
        let r = chance.at(count(i), 1);
        let crowded = (i > 0 && lanes.get(i - 1) == Some(&lane)) || lanes.get(i + 1) == Some(&lane);
        let ragged = weight < 1.9 && bit(r, 0);
        let room = unit * weight;
        let wide = (whole(room) - i32::from(ragged) - i32::from(crowded)).max(4);
        let x0 = whole(x + (room - f64::from(wide)) / 2.0 + 0.5);
        let before = floes.iter().rev().find(|floe| floe.lane == lane);
        let (x0, wide) = keep_between(bed, before, x0, wide);
        floes.push(Floe {
            x0,
            wide,
            y: bed.lane(lane),
            lane,
            r,
        });
        x += room;
    }
    sway(bed, scene, &mut floes);
    floes
}

/// Keeps a plate between the banks and one empty cell away from the one before it.
fn keep_between(bed: &Bed, before: Option<&Floe>, x0: i32, wide: i32) -> (i32, i32) {
    let last = bed.w - bed.edge(bed.top) - 2;
    let first = (bed.edge(bed.top) + 1).max(before.map_or(0, |floe| floe.x1() + 2));
    let x0 = x0.min(last - wide + 1).max(first);
    (x0, wide.min(last - x0 + 1).max(3))
}

/// How much of the river each plate takes. In a jump the two plates trade sizes.
fn weights(chance: Chance, scene: &Scene<'_>) -> Vec<f64> {
    let mut weights: Vec<f64> = (0..scene.plates())
        .map(|i| 0.80 + 0.45 * f64::from(chance.at(count(i), 2) % 100) / 100.0)
        .collect();
    let f = f64::from(scene.jump());
    let mut grow = |at, part: f64| {
        if let Place::Plate(index) = scene.place(at)
            && let Some(weight) = weights.get_mut(index)
        {
            *weight += (CURRENT - *weight) * part;
        }
    };
    match scene.to {
        None => grow(scene.at, 1.0),
        Some(to) if to == scene.at => grow(to, 1.0),
        Some(to) => {
            grow(scene.at, 1.0 - f);
            grow(to, f);
        }
    }
    weights
}

/// Plates take the two lanes in turn; where there is room some change, but never three in a row.
fn lanes(chance: Chance, plates: usize, span: f64) -> Vec<usize> {
    let roomy = span / (f64::from(count(plates)) + 1.1) >= 5.0;
    let mut lanes: Vec<usize> = Vec::with_capacity(plates);
    for i in 0..plates {
        let mut lane = i % 2;
        if roomy && chance.at(count(i), 3).is_multiple_of(3) {
            lane = 1 - lane;
        }
        if lanes.ends_with(&[lane, lane]) {
            lane = 1 - lane;
        }
        lanes.push(lane);
    }
    lanes
}

/// Where a plate is in each frame of the sway, in columns from its place.
const SWAY: [i32; 12] = [0, 1, 1, 1, 0, 0, -1, -1, -1, 0, 0, 0];

/// Moves plates that have three free cells on both sides. The one people stand on never sways.
fn sway(bed: &Bed, scene: &Scene<'_>, floes: &mut [Floe]) {
    if scene.clip == 0 {
        return;
    }
    let still = floes.to_vec();
    for i in 0..floes.len() {
        let Some(floe) = floes.get(i).copied() else {
            continue;
        };
        let late = below(floe.r >> 16, 4);
        let frame = usize::try_from(i32::from(scene.clip) - late).ok();
        let step = frame
            .and_then(|frame| SWAY.get(frame))
            .copied()
            .unwrap_or(0);
        let step = if bit(floe.r, 8) { step } else { -step };
        let moves = scene.current() != Some(i) && free_around(bed, &still, i);
        if moves
            && !nears(floes, &floe, step)
            && let Some(floe) = floes.get_mut(i)
        {
            floe.x0 += step;
        }
    }
}

/// Whether a step would let a plate touch one in the other lane, as those lie by now.
fn nears(floes: &[Floe], floe: &Floe, step: i32) -> bool {
    let apart = |floe: &Floe, other: &Floe| (other.x0 - floe.x1()).max(floe.x0 - other.x1());
    let stepped = Floe {
        x0: floe.x0 + step,
        ..*floe
    };
    let mut in_other_lane = floes.iter().filter(|other| other.lane != floe.lane);
    in_other_lane.any(|other| {
        let after = apart(&stepped, other);
        after < 2 && after < apart(floe, other)
    })
}

fn free_around(bed: &Bed, floes: &[Floe], i: usize) -> bool {
    let Some(floe) = floes.get(i) else {
        return false;
    };
    let in_lane = |other: &&Floe| other.lane == floe.lane;
    let before = floes.iter().take(i).rev().find(in_lane);
    let after = floes.iter().skip(i + 1).find(in_lane);
    let from = before.map_or(bed.edge(bed.top), Floe::x1);
    let to = after.map_or(bed.w - bed.edge(bed.top) - 1, |other| other.x0);
    floe.x0 - from > 3 && to - floe.x1() > 3
}

/// The number of a plate as chance takes it.
pub(super) fn count(i: usize) -> i32 {
    i32::try_from(i).unwrap_or(i32::MAX)
}

/// The whole column at or below a position.
#[allow(
    clippy::cast_possible_truncation,
    reason = "positions stay within a screen"
)]
pub(super) fn whole(position: f64) -> i32 {
    position.floor() as i32
}
