//! One crossing as a film strip of 80 x 5 cells, in strokes and in solid cells.

use super::super::{Fill, IceShape, Scene, Side};
use super::{SCENE, same};

/// Both people, five rows.
const PAIR: Scene<'static> = Scene { seats: 2, ..SCENE };

#[test]
fn near_bank_in_strokes() {
    same(
        &Scene { at: 0, ..PAIR },
        Fill::Strokes,
        &[
            r",,___i_i___                                      people round again  _______^^__",
            r"          /  ___   ___     ~     -    ____    .~ _____    -    ____  \",
            r"         /  /__/  /__/    ___   ____ /____\ ___  \____\ _____  \___\  \",
            r"        /   ~ -~.~   ~   /__/  /___/        \__\        \____\  ~      \",
            r"       /                            ~~                     ~      =   ~ \",
        ],
    );
}

#[test]
fn steady_in_strokes() {
    same(
        &Scene { at: 3, ..PAIR },
        Fill::Strokes,
        &[
            r",,_________                                      people round again  _______^^__",
            r"          /  ___  ___      ~     -  -  . ____  ~  ~ ____  -   . ___  \",
            r"         /  /__/ /__/   ___i_i___  ____  \___\ ___  \___\ ____  \__\  \",
            r"        /   ~ -~.~   ~ /________/ /___/        \__\       \___\ ~      \",
            r"       /                            ~~                     ~      =   ~ \",
        ],
    );
}

#[test]
fn steady_in_solid() {
    same(
        &Scene { at: 3, ..PAIR },
        Fill::Solid,
        &[
            r",,                                               people round again         ^^",
            r"          ▛ ~     ~ ~      ~     -  -  ▗ -    ▗~  ~-  ~   -   ▗~     ▜",
            r"         ▛  ▗__▘ ▗__▘      i i   -  ~--  ▜___▙      ▝___▖ - - ~ ▝__▖  ▜",
            r"        ▛   ~ -~▖~   ~ ▟________▛ ▟___▛        ▝__▖       ▝___▖ ~      ▜",
            r"       ▛                            ~~                     ~      ▗   ~ ▜",
        ],
    );
}

#[test]
fn jump_begins_in_strokes() {
    same(
        &Scene {
            at: 3,
            to: Some(4),
            f: 0.375,
            ..PAIR
        },
        Fill::Strokes,
        &[
            r",,_________                                      people round again  _______^^__",
            r"          /  ___  ___      ~    i   -  . ____  ~  ~ ____  -   . ___  \",
            r"         /  /__/ /__/   _i____   ______  \___\ ___  \___\ ____  \__\  \",
            r"        /   ~ -~.~   ~ /__.__/  /___._/        \__\       \___\ ~      \",
            r"       /                            ~~                     ~      =   ~ \",
        ],
    );
}

#[test]
fn jump_begins_in_solid() {
    same(
        &Scene {
            at: 3,
            to: Some(4),
            f: 0.375,
            ..PAIR
        },
        Fill::Solid,
        &[
            r",,                                               people round again         ^^",
            r"          ▛ ~     ~ ~      ~    i   -  ▗ -    ▗~  ~-  ~   -   ▗~     ▜",
            r"         ▛  ▗__▘ ▗__▘    i -     -  ~--  ▜___▙      ▝___▖ - - ~ ▝__▖  ▜",
            r"        ▛   ~ -~▖~   ~ ▗_____▘  ▟_____▛        ▝__▖       ▝___▖ ~      ▜",
            r"       ▛                            ~~                     ~      ▗   ~ ▜",
        ],
    );
}

#[test]
fn jump_ends_in_strokes() {
    same(
        &Scene {
            at: 3,
            to: Some(4),
            f: 0.75,
            ..PAIR
        },
        Fill::Strokes,
        &[
            r",,_________                                      people round again  _______^^__",
            r"          /  ___  ___      ~ i   -  -   ____  .~  ~ ____  -   . ___  \",
            r"         /  /__/ /__/   ____   ____i___ \___\  ___  \___\ ____  \__\  \",
            r"        /   ~ -~.~   ~ /___/  /__.____/        \__\       \___\ ~      \",
            r"       /                            ~~                     ~      =   ~ \",
        ],
    );
}

#[test]
fn landed_in_strokes() {
    same(
        &Scene { at: 4, ..PAIR },
        Fill::Strokes,
        &[
            r",,_________                                      people round again  _______^^__",
            r"          /  ___  ___      ~     -  -   ____  .~  ~ ____  -   . ___  \",
            r"         /  /__/ /__/   ___   ___i_i___ \___\  ___  \___\ ____  \__\  \",
            r"        /   ~ -~.~   ~ /__/  /________/        \__\       \___\ ~      \",
            r"       /                            ~~                     ~      =   ~ \",
        ],
    );
}

#[test]
fn tilt_in_strokes() {
    same(
        &Scene {
            at: 4,
            ice: IceShape::Tilt(Side::Right),
            ..PAIR
        },
        Fill::Strokes,
        &[
            r",,_________                                      people round again  _______^^__",
            r"          /  ___  ___      ~     -  -   ____  .~  ~ ____  -   . ___  \",
            r"         /  /__/ /__/   ___   __i_  ~-- \___\  ___  \___\ ____  \__\  \",
            r"        /   ~ -~.~   ~ /__/  /___ \_i__        \__\       \___\ ~      \",
            r"       /                         \___~/                    ~      =   ~ \",
        ],
    );
}

#[test]
fn tilt_in_solid() {
    same(
        &Scene {
            at: 4,
            ice: IceShape::Tilt(Side::Right),
            ..PAIR
        },
        Fill::Solid,
        &[
            r",,                                               people round again         ^^",
            r"          ▛ ~     ~ ~      ~     -  -  ▗ -    ▗~  ~-  ~   -   ▗~     ▜",
            r"         ▛  ▗__▘ ▗__▘     ~-    i   ~-- ▜___▙       ▝___▖ - - ~ ▝__▖  ▜",
            r"        ▛   ~ -~▖~   ~ ▗__▘  ▟____▙▖i          ▝__▖       ▝___▖ ~      ▜",
            r"       ▛                        ▝▜___~▛                    ~      ▗   ~ ▜",
        ],
    );
}

#[test]
fn water_in_strokes() {
    same(
        &Scene {
            at: 4,
            ice: IceShape::Water(Side::Right),
            ..PAIR
        },
        Fill::Strokes,
        &[
            r",,_________                                      people round again  _______^^__",
            r"          /  ___  ___      ~     -  -   ____  .~  ~ ____  -   . ___  \",
            r"         /  /__/ /__/   ___   ____  ~-- \___\  ___  \___\ ____  \__\  \",
            r"        /   ~ -~.~   ~ /__/  /___ \__i_        \__\       \___\ ~      \",
            r"       /                         \___~/ -o-                ~      =   ~ \",
        ],
    );
}

#[test]
fn reach_in_strokes() {
    same(
        &Scene {
            at: 4,
            ice: IceShape::Water(Side::Right),
            arm: Scene::ARM,
            ..PAIR
        },
        Fill::Strokes,
        &[
            r",,_________                                      people round again  _______^^__",
            r"          /  ___  ___      ~     -  -   ____  .~  ~ ____  -   . ___  \",
            r"         /  /__/ /__/   ___   ____  ~-- \___\  ___  \___\ ____  \__\  \",
            r"        /   ~ -~.~   ~ /__/  /___ \__i__\      \__\       \___\ ~      \",
            r"       /                         \___~/ -o-                ~      =   ~ \",
        ],
    );
}

#[test]
fn reach_in_solid() {
    same(
        &Scene {
            at: 4,
            ice: IceShape::Water(Side::Right),
            arm: Scene::ARM,
            ..PAIR
        },
        Fill::Solid,
        &[
            r",,                                               people round again         ^^",
            r"          ▛ ~     ~ ~      ~     -  -  ▗ -    ▗~  ~-  ~   -   ▗~     ▜",
            r"         ▛  ▗__▘ ▗__▘     ~-     -  ~-- ▜___▙       ▝___▖ - - ~ ▝__▖  ▜",
            r"        ▛   ~ -~▖~   ~ ▗__▘  ▟____▙▖ i__\      ▝__▖       ▝___▖ ~      ▜",
            r"       ▛                        ▝▜___~▛ -o-                ~      ▗   ~ ▜",
        ],
    );
}

#[test]
fn rest_in_strokes() {
    same(
        &Scene {
            at: 4,
            ice: IceShape::Bank,
            ..PAIR
        },
        Fill::Strokes,
        &[
            r",,__i___i__                                      people round again  _______^^__",
            r"          /  ___  ___      ~     -  -   ____  .~  ~ ____  -   . ___  \",
            r"         /  /__/ /__/   ___   _________ \___\  ___  \___\ ____  \__\  \",
            r"        /   ~ -~.~   ~ /__/  /________/        \__\       \___\ ~      \",
            r"       /                            ~~                     ~      =   ~ \",
        ],
    );
}

#[test]
fn far_bank_in_strokes() {
    same(
        &Scene { at: 10, ..PAIR },
        Fill::Strokes,
        &[
            r",,_________                                      people round again  ___i_i_^^__",
            r"          /  ___   ___     ~     -    ____    .~ _____    -    ____  \",
            r"         /  /__/  /__/    ___   ____ /____\ ___  \____\ _____  \___\  \",
            r"        /   ~ -~.~   ~   /__/  /___/        \__\        \____\  ~      \",
            r"       /                            ~~                     ~      =   ~ \",
        ],
    );
}
