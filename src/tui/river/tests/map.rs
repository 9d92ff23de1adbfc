//! The upright map in its three sizes.

use super::super::{Fill, Strip, Upright, columns, rows_per_floe, strip};

/// The map of a screen: its size and the rows the strip gets.
fn map(screen: (u16, u16), rows: u16, fill: Fill) -> Strip {
    let (w, per) = (columns(screen.0), rows_per_floe(screen.1));
    strip(
        &Upright {
            w,
            rows,
            per,
            seed: 7,
            n: 9,
            at: 3,
            seats: 2,
        },
        fill,
    )
}

fn same(strip: &Strip, rows: &[&str]) {
    let drawn = strip.grid.to_string();
    let lines: Vec<&str> = drawn.lines().map(str::trim_end).collect();
    assert_eq!(lines, rows);
}

#[test]
fn small() {
    let strip = map((60, 18), 14, Fill::Strokes);
    assert_eq!(strip.names, [12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    same(
        &strip,
        &[
            r"",
            r"___________^^^^__^",
            r"  /_____/",
            r"          \___\",
            r" /_____/",
            r"           \___\",
            r"  /___/",
            r"          \____\ ~",
            r" /_i_i__/",
            r"          \____\",
            r"  /_____/ ~   -",
            r"__________________",
            r"        '       '",
            r"",
        ],
    );
}

#[test]
fn middle() {
    let strip = map((80, 24), 23, Fill::Strokes);
    assert_eq!(strip.names, [21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1]);
    same(
        &strip,
        &[
            r"",
            r"___^____^^^_____^____^",
            r"   _______  --    --~",
            r"  /______/ -       ~",
            r"             _____   -",
            r"      ~   -  \____\",
            r"  _______",
            r" /______/ -   - -~",
            r"              _____",
            r"            - \____\",
            r"   _____  ~   -",
            r"  /____/     -",
            r"        -    ______",
            r"             \_____\",
            r"  __i_i___    ~-    ~",
            r" /_______/",
            r"         ~   ______",
            r"  -       ~~ \_____\",
            r"   _______  ~    ~",
            r"  /______/    ~  ~   ~",
            r"______________________",
            r"    '   '",
            r"",
        ],
    );
}

#[test]
fn middle_solid() {
    let strip = map((80, 24), 23, Fill::Solid);
    same(
        &strip,
        &[
            r"        ^^      ^",
            r"   ^      ^          ^",
            r"            --    --~",
            r"  ▟______▛ -       ~",
            r"                     -",
            r"      ~   -  ▜____▙",
            r"",
            r" ▟______▛ -   - -~",
            r"",
            r"            - ▜____▙",
            r"          ~   -",
            r"  ▟____▛     -",
            r"        -",
            r"             ▜_____▙",
            r"    i i       ~-    ~",
            r" ▟_______▛",
            r"         ~",
            r"  -       ~~ ▜_____▙",
            r"            ~    ~",
            r"  ▟______▛    ~  ~   ~",
            r"~ --    ~     ~~     ~",
            r"    '   '",
            r"",
        ],
    );
}

#[test]
fn large() {
    let strip = map((120, 40), 32, Fill::Strokes);
    assert_eq!(strip.names, [30, 28, 25, 22, 19, 16, 13, 10, 7, 4, 1]);
    same(
        &strip,
        &[
            r"",
            r"___________^^_^__^^______^^__^_^^_^^",
            r"    ____________  --~        - -",
            r" ~ /           /   ~  - -     -",
            r"  /___________/      -   ~-",
            r"      ~   -        - __________   -",
            r"                     \         \  -",
            r"          -   - -~    \_________\",
            r"   ____________     -       -  -",
            r"  /           /         ~ ~-     -",
            r" /___________/            -      - ~",
            r"             -        __________",
            r"        -    ~        \         \ ~",
            r"                 ~     \_________\ ~",
            r" -  __________ -    ~       -      -",
            r"   /         /              -    ~ -",
            r"  /_________/         ~    -       -",
            r"  -       ~~ ~   ~   ___________",
            r"            ~    ~   \          \ ~",
            r"   ~ ~~       ~  -    \__________\",
            r"~  ___i_i_______     ~     ~     ~",
            r"  /            /  ~",
            r" /____________/   -~~~  ~     ~",
            r"       ~~            ___________",
            r"    ~           -    \          \  ~",
            r"              -~      \__________\",
            r"    ____________    ~   ~   ~    -",
            r" - /           /  ~ ~",
            r"  /___________/    ~            ~  ~",
            r"____________________________________",
            r"        ,       '         '",
            r"",
        ],
    );
}

#[test]
fn small_solid() {
    let strip = map((60, 18), 14, Fill::Solid);
    same(
        &strip,
        &[
            r"           ^  ^",
            r"           ^^^   ^",
            r"  ▟_____▛",
            r"          ▜___▙",
            r" ▟_____▛",
            r"           ▜___▙",
            r"  ▟___▛",
            r"          ▜____▙ ~",
            r" ▟_i_i__▛",
            r"          ▜____▙",
            r"  ▟_____▛ ~   -",
            r"             ~",
            r"        '       '",
            r"",
        ],
    );
}
