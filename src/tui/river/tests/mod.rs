//! The river against pictures that were agreed on, and against anything at all.

mod any;
mod film;
mod large;
mod map;
mod motion;
mod screens;

use super::{Fill, Scene, draw};

/// One person on the third plate of nine.
const SCENE: Scene<'static> = Scene {
    w: 80,
    rows: 5,
    seed: 7,
    n: 9,
    at: 3,
    to: None,
    f: 0.0,
    ice: super::IceShape::Steady,
    arm: 0,
    pulled: 0,
    lean: false,
    seats: 1,
    flow: 0,
    clip: 0,
    light: None,
    far_words: "people round again",
    far_off: 0,
    no_far_bank: false,
    skip: 0,
};

/// The picture's characters are exactly these rows; spaces at their ends are left out.
fn same(scene: &Scene<'_>, fill: Fill, rows: &[&str]) {
    let drawn = draw(scene, fill).to_string();
    let lines: Vec<&str> = drawn.lines().map(str::trim_end).collect();
    assert_eq!(lines, rows, "\n{drawn}");
}
