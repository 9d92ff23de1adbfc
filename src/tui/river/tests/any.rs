//! Whatever the scene: the size is the one asked for, only the agreed characters appear, nothing panics.

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::super::{Fill, Grid, IceShape, Role, Scene, Side, Upright, draw, strip};

const STROKES: &str = " _/\\-~=.,'^io";
const SOLID: &str = " _/\\-~,'^io▟▙▛▜▗▖▘▝";

fn ice() -> impl Strategy<Value = IceShape> {
    let side = || prop_oneof![Just(Side::Left), Just(Side::Right)];
    prop_oneof![
        Just(IceShape::Steady),
        side().prop_map(IceShape::Tilt),
        side().prop_map(IceShape::Water),
        Just(IceShape::Bank),
    ]
}

fn scene() -> impl Strategy<Value = Scene<'static>> {
    let place = || prop_oneof![8 => 0..12_usize, 1 => any::<usize>()];
    let size = (1..=500_u16, 0..=20_u16, any::<u32>(), place());
    let people = (place(), proptest::option::of(place()), any::<f32>(), ice());
    let mood = (any::<u8>(), any::<u8>(), any::<u32>(), any::<u8>());
    let words = prop_oneof![
        Just(""),
        Just("home"),
        Just("wieder Leute um mich herum, irgendwann"),
        Just("冰の川")
    ];
    let rest = (
        proptest::option::of(any::<f32>()),
        words,
        (0..=40_u16, any::<bool>()),
        place(),
    );
    (size, people, mood, rest).prop_map(
        |(
            (w, rows, seed, n),
            (at, to, f, ice),
            (hand, seats, flow, clip),
            (light, far_words, (far_off, no_far_bank), skip),
        )| {
            Scene {
                w,
                rows,
                seed,
                n,
                at,
                to,
                f,
                ice,
                arm: hand % 5,
                pulled: hand / 5 % 4,
                lean: hand % 2 == 1,
                seats,
                flow,
                clip,
                light,
                far_words,
                far_off,
                no_far_bank,
                skip,
            }
        },
    )
}

/// Strokes lie on the page; solid cells lie on water, ice or ground below the banks' line.
fn check(grid: &Grid, w: u16, rows: u16, fill: Fill) {
    assert_eq!((grid.width(), grid.height()), (w, rows));
    assert_eq!(grid.rows().count(), usize::from(rows));
    assert!(grid.rows().all(|row| row.len() == usize::from(w)));
    let allowed = match fill {
        Fill::Strokes => STROKES,
        Fill::Solid => SOLID,
    };
    for cell in grid.rows().flatten() {
        assert!(allowed.contains(cell.ch), "{:?}", cell.ch);
        assert!(fill == Fill::Solid || cell.under == Role::None);
        assert_eq!(
            cell.bold(),
            matches!(cell.ch, 'i' | 'o') || (cell.bold() && "_/\\".contains(cell.ch))
        );
    }
    if let Some(words) = &grid.words {
        assert!(usize::from(words.x) + words.text.width() <= usize::from(w));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_scene_is_drawn(scene in scene()) {
        for fill in [Fill::Strokes, Fill::Solid] {
            let grid = draw(&scene, fill);
            check(&grid, scene.w, scene.rows, fill);
            prop_assert_eq!(draw(&scene, fill), grid);
        }
    }

    #[test]
    fn nobody_is_lost(scene in scene()) {
        let scene = Scene { w: scene.w.max(60), rows: scene.rows.clamp(3, 14), n: scene.n.min(9), skip: 0, to: None, ..scene };
        let at = scene.at.min(scene.n + 1);
        for fill in [Fill::Strokes, Fill::Solid] {
            let grid = draw(&Scene { at, ..scene }, fill);
            let people = grid.rows().flatten().filter(|cell| matches!(cell.ch, 'i' | 'o')).count();
            prop_assert_eq!(people, usize::from(scene.seats.min(2)), "\n{}", grid);
        }
    }

    #[test]
    fn any_map_is_drawn(
        (w, rows, per, seed) in (0..=200_u16, 0..=120_u16, any::<u16>(), any::<u32>()),
        (n, at, seats) in (any::<usize>(), any::<usize>(), any::<u8>()),
    ) {
        for n in [n, n % 10] {
            for fill in [Fill::Strokes, Fill::Solid] {
                let map = Upright { w, rows, per, seed, n, at, seats };
                let strip = strip(&map, fill);
                prop_assert_eq!((strip.grid.width(), strip.grid.height()), (w, rows));
                prop_assert_eq!(strip.names.len(), n.min(Scene::MOST) + 2);
                prop_assert!(strip.names.is_sorted_by(|a, b| a > b));
            }
        }
    }
}
