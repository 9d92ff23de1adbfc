//! What may move from one frame to the next, and what has to come back.

use super::super::{Fill, Grid, IceShape, Scene, Side, draw};
use super::SCENE;

/// The most cells that may change from one frame to the next.
const LIMIT: usize = 120;

fn changed(a: &Grid, b: &Grid) -> usize {
    a.rows()
        .flatten()
        .zip(b.rows().flatten())
        .filter(|(a, b)| a != b)
        .count()
}

/// Two sizes, three seeds, every place.
fn everywhere(mut check: impl FnMut(Scene<'static>, Fill)) {
    for (w, rows) in [(80, 5), (120, 9)] {
        for seed in [7, 11, 2026] {
            for at in 0..=10 {
                for fill in [Fill::Strokes, Fill::Solid] {
                    check(
                        Scene {
                            w,
                            rows,
                            seed,
                            at,
                            seats: 2,
                            ..SCENE
                        },
                        fill,
                    );
                }
            }
        }
    }
}

fn stays_calm(frames: impl Iterator<Item = Scene<'static>>, fill: Fill) {
    let grids: Vec<Grid> = frames.map(|scene| draw(&scene, fill)).collect();
    for pair in grids.windows(2) {
        assert!(
            changed(&pair[0], &pair[1]) <= LIMIT,
            "\n{}\n{}",
            pair[0],
            pair[1]
        );
    }
}

#[test]
fn settling_is_calm_and_plates_come_back() {
    everywhere(|scene, fill| {
        stays_calm(
            (0..=16).map(|j| Scene {
                flow: u32::from(j),
                clip: j,
                ..scene
            }),
            fill,
        );
        assert_eq!(draw(&Scene { clip: 16, ..scene }, fill), draw(&scene, fill));
    });
}

#[test]
fn a_jump_is_calm_and_ends_on_the_next_floe() {
    everywhere(|scene, fill| {
        let next = scene.at + 1;
        let jump = (0..=8_u8).map(|j| Scene {
            to: Some(next),
            f: f32::from(j) / 8.0,
            ..scene
        });
        let landed = Scene { at: next, ..scene };
        stays_calm(std::iter::once(scene).chain(jump).chain([landed]), fill);
    });
}

#[test]
fn the_hand_is_calm() {
    everywhere(|scene, fill| {
        for side in [Side::Left, Side::Right] {
            let water = Scene {
                ice: IceShape::Water(side),
                ..scene
            };
            let tilt = Scene {
                ice: IceShape::Tilt(side),
                ..scene
            };
            let reach = Scene {
                arm: Scene::ARM,
                ..water
            };
            stays_calm([scene, tilt, water, reach, tilt, scene].into_iter(), fill);
        }
    });
}

#[test]
fn plates_do_sway_and_water_does_flow() {
    let still = draw(&SCENE, Fill::Strokes);
    let sways = (1..16).any(|clip| draw(&Scene { clip, ..SCENE }, Fill::Strokes) != still);
    let flows = draw(&Scene { flow: 4, ..SCENE }, Fill::Strokes) != still;
    assert!(sways && flows);
}
