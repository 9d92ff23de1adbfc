//! The river as single screens show it: other sizes, the hand, the bank that was let go.

use super::super::{Fill, IceShape, Scene, Side};
use super::{SCENE, same};

#[test]
fn first_step_of_one() {
    same(
        &SCENE,
        Fill::Strokes,
        &[
            r",,_________                                      people round again  _______^^__",
            r"          /  ___  ___      ~     -  -  . ____  ~  ~ ____  -   . ___  \",
            r"         /  /__/ /__/   ____i____  ____  \___\ ___  \___\ ____  \__\  \",
            r"        /   ~ -~.~   ~ /________/ /___/        \__\       \___\ ~      \",
            r"       /                            ~~                     ~      =   ~ \",
        ],
    );
}

#[test]
fn first_screen() {
    same(
        &Scene {
            rows: 6,
            at: 0,
            seats: 2,
            far_words: "",
            ..SCENE
        },
        Fill::Strokes,
        &[
            r"_,___i_i_,__                                                        __________^^",
            r"           /  ___   ___    ~     -    ____    -~ _____    -    ___  \",
            r"          /  /__/  /__/   ___   ____ /____\ ___  \____\ ____   \__\  \",
            r"         /  ~ -~-~   ~   /__/  /___/        \__\        \___\   ~     \",
            r"        /    ~                      ~~                     ~           \",
            r"       /     = _-        ~=          - - -     _                      ~ \",
        ],
    );
}

#[test]
fn narrow_first_screen() {
    same(
        &Scene {
            w: 60,
            rows: 3,
            at: 0,
            seats: 2,
            ..SCENE
        },
        Fill::Strokes,
        &[
            r"_,_i_i_  ___      ___        ___     ____        ___ _____^^",
            r"      / /__/ ___ /__/  ____ /___\___ \___\ ___   \__\\",
            r"     /      /__/  ~   /___/      \__\      \__\       \",
        ],
    );
}

#[test]
fn narrow_step() {
    same(
        &Scene {
            w: 60,
            rows: 3,
            ..SCENE
        },
        Fill::Strokes,
        &[
            r"_,_____ ___      ___i____     ___      ___       ___ _____^^",
            r"      //__/  ___/_______/  ___\__\ ___ \__\ ___  \__\\",
            r"     /      /__/  ~     . /__/     \__\     \__\      \",
        ],
    );
}

#[test]
fn narrow_step_solid() {
    same(
        &Scene {
            w: 60,
            rows: 3,
            ..SCENE
        },
        Fill::Solid,
        &[
            r" ,                  i                                     ^^",
            r"      ▛▗__▘ ~   ▟_______▛  ~  ▜__▙ ▗-  ▝__▖   -~ ▝__▖▜",
            r"     ▛      ▗__▘  ~     ▗ ▟__▛     ▝__▖     ▝__▖      ▜",
        ],
    );
}

#[test]
fn tilt_of_one_to_the_left() {
    same(
        &Scene {
            ice: IceShape::Tilt(Side::Left),
            ..SCENE
        },
        Fill::Strokes,
        &[
            r",,_________                                      people round again  _______^^__",
            r"          /  ___  ___      ~     -  -  . ____  ~  ~ ____  -   . ___  \",
            r"         /  /__/ /__/       _____  ____  \___\ ___  \___\ ____  \__\  \",
            r"        /   ~ -~.~   ~  __i/ ___/ /___/        \__\       \___\ ~      \",
            r"       /               /~___/       ~~                     ~      =   ~ \",
        ],
    );
}

#[test]
fn tilt_of_one_to_the_left_solid() {
    same(
        &Scene {
            ice: IceShape::Tilt(Side::Left),
            ..SCENE
        },
        Fill::Solid,
        &[
            r",,                                               people round again         ^^",
            r"          ▛ ~     ~ ~      ~     -  -  ▗ -    ▗~  ~-  ~   -   ▗~     ▜",
            r"         ▛  ▗__▘ ▗__▘     ~-     -  ~--  ▜___▙      ▝___▖ - - ~ ▝__▖  ▜",
            r"        ▛   ~ -~▖~   ~    i▟____▛ ▟___▛        ▝__▖       ▝___▖ ~      ▜",
            r"       ▛               ▟~___▛▘      ~~                     ~      ▗   ~ ▜",
        ],
    );
}

#[test]
fn hand_reaching_left() {
    same(
        &Scene {
            rows: 7,
            ice: IceShape::Water(Side::Left),
            arm: Scene::ARM,
            seats: 2,
            ..SCENE
        },
        Fill::Strokes,
        &[
            r",_________,__                                  people round again  __^_______^__",
            r"            /     ~ ..     ~     -  -    -    -~  ~-  ~   -    ~   \",
            r"           /  ___  ___    ~-     -  ~-- ____       ____   - -  ___  \",
            r"          /  /__/ /__/   ~  _____   ____\___\ ___  \___\ ____  \__\  \",
            r"         /   ~       /__i__/ ___/  /___/      \__\       \___\        \",
            r"        /      _-  -o- /~___/        - - -  =  _ =                     \",
            r"       /        _~                   _      _   _~     ~            ~   \",
        ],
    );
}

#[test]
fn hand_not_reaching_yet() {
    same(
        &Scene {
            rows: 7,
            ice: IceShape::Water(Side::Left),
            seats: 2,
            ..SCENE
        },
        Fill::Strokes,
        &[
            r",_________,__                                  people round again  __^_______^__",
            r"            /     ~ ..     ~     -  -    -    -~  ~-  ~   -    ~   \",
            r"           /  ___  ___    ~-     -  ~-- ____       ____   - -  ___  \",
            r"          /  /__/ /__/   ~  _____   ____\___\ ___  \___\ ____  \__\  \",
            r"         /   ~          i__/ ___/  /___/      \__\       \___\        \",
            r"        /      _-  -o- /~___/        - - -  =  _ =                     \",
            r"       /        _~                   _      _   _~     ~            ~   \",
        ],
    );
}

#[test]
fn far_bank_let_go() {
    same(
        &Scene {
            rows: 7,
            at: 0,
            no_far_bank: true,
            skip: 4,
            ..SCENE
        },
        Fill::Strokes,
        &[
            r",______i__,__",
            r"            /     ~ ..     ~     -  -    -    -~  ~-  ~   -    ~         - -  -~",
            r"           /      ~       ~-     -    ____       _____  ~ - -  ___          -",
            r"          / ~ -~-~   ~   ~   ~ -     /____\ ___  \____\ ____   \__\ ~    -",
            r"         /   ~                      .~      \__\        \___\         ~",
            r"        /      _-        --          - - -  =  _ =                    ~      ~",
            r"       /        _~                   _      _   _~     ~            ~    -",
        ],
    );
}

#[test]
fn far_bank_let_go_solid() {
    same(
        &Scene {
            rows: 7,
            at: 0,
            no_far_bank: true,
            skip: 4,
            ..SCENE
        },
        Fill::Solid,
        &[
            r",      i  ,",
            r"            ▛     ~ ▗▖     ~     -  -    -    -~  ~-  ~   -    ~         - -  -~",
            r"           ▛      ~       ~-     -  ~--   ~             ~ - - ~ ~ ~         -",
            r"          ▛ ~ -~-~   ~   ~   ~ -     ▟____▙      ▝____▖    -   ▝__▖ ~    -",
            r"         ▛   ~                      ▗~      ▝__▖        ▝___▖         ~",
            r"        ▛      _-        --          - - -  ▗  _ ▗                    ~      ~",
            r"       ▛        _~                   _      _   _~     ~            ~    -",
        ],
    );
}

#[test]
fn tilt_in_four_rows() {
    same(
        &Scene {
            rows: 4,
            at: 4,
            ice: IceShape::Tilt(Side::Left),
            seats: 2,
            ..SCENE
        },
        Fill::Strokes,
        &[
            r"_,'_______   ___  ___                   ____        ____        ___   ________^_",
            r"         /  /__/ /__/   ___       __i__ \___\  ___  \___\ ____  \__\  \",
            r"        /         ~    /__/   __i/ ___/   ~ .  \__\     ~ \___\ ~ ~    \",
            r"       /    ~ _ ~~   ~   ~   /~___/                      = ~    ~       \",
        ],
    );
}

#[test]
fn landing() {
    same(
        &Scene {
            rows: 4,
            at: 10,
            ..SCENE
        },
        Fill::Strokes,
        &[
            r"_,'_______   ___   ___                ____       _____         ____   ____i___^_",
            r"         /  /__/  /__/    ___   ____ /____\ ___  \____\ _____  \___\  \",
            r"        /         ~      /__/  /___/ ~-   ~ \__\ .      \____\  ~ ~    \",
            r"       /    ~ _ ~~   ~   ~   ~ _                         = ~    ~       \",
        ],
    );
}
