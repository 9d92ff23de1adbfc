//! Whatever the river tells by colour can be told apart: contrast as WCAG computes it, in the palettes people really have.
#![allow(clippy::expect_used, reason = "a test speaks by failing")]

use floe::content::theme::{self, Draws, Paint, Paints};

/// The sixteen colours as some terminals set them.
const SIXTEEN: [(&str, [u32; 16]); 4] = [
    (
        "xterm",
        [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    ),
    (
        "Solarized",
        [
            0x07_3642, 0xdc_322f, 0x85_9900, 0xb5_8900, 0x26_8bd2, 0xd3_3682, 0x2a_a198, 0xee_e8d5,
            0x00_2b36, 0xcb_4b16, 0x58_6e75, 0x65_7b83, 0x83_9496, 0x6c_71c4, 0x93_a1a1, 0xfd_f6e3,
        ],
    ),
    (
        "Campbell",
        [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
            0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
    ),
    (
        "macOS",
        [
            0x00_0000, 0x99_0000, 0x00_a600, 0x99_9900, 0x00_00b2, 0xb2_00b2, 0x00_a6b2, 0xbf_bfbf,
            0x66_6666, 0xe5_0000, 0x00_d900, 0xe5_e500, 0x00_00ff, 0xe5_00e5, 0x00_e5e5, 0xe5_e5e5,
        ],
    ),
];

/// Red, green and blue of a colour, in a palette of sixteen.
fn mixed(paint: Paint, sixteen: &[u32; 16]) -> [u8; 3] {
    let of = |value: u32| {
        let [_, red, green, blue] = value.to_be_bytes();
        [red, green, blue]
    };
    let level = |at: u8| if at == 0 { 0 } else { 55 + 40 * at };
    match paint {
        Paint::Rgb(red, green, blue) => [red, green, blue],
        Paint::Sixteen(at) | Paint::Index(at @ 0..16) => of(sixteen[usize::from(at)]),
        Paint::Index(at @ 16..232) => {
            let at = at - 16;
            [level(at / 36), level(at / 6 % 6), level(at % 6)]
        }
        Paint::Index(at) => [8 + 10 * (at - 232); 3],
    }
}

/// The relative luminance of a colour (WCAG 2.2).
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// How far apart everything lies that tells something, the closest last.
fn told(paints: &Paints, sixteen: &[u32; 16]) -> Vec<(&'static str, f64)> {
    let of = |paint: Option<Paint>| mixed(paint.expect("a filled theme colours it"), sixteen);
    let ice = of(paints.ice);
    let edge = contrast(of(paints.edge), ice);
    let mut all = vec![("a figure on ice", contrast(of(paints.figure_on_ice), ice))];
    for step in paints.water.expect("a filled theme colours its water").0 {
        let water = mixed(step, sixteen);
        all.push(("a figure on water", contrast(of(paints.figure), water)));
        all.push(("light on water", contrast(of(paints.light), water)));
        // Ice is told from water by itself or by its front edge.
        all.push(("ice on water", contrast(ice, water).max(edge)));
    }
    all
}

#[test]
fn what_the_river_tells_can_be_told_apart_in_every_theme() {
    let mut looked = 0;
    for name in theme::names() {
        let theme = theme::named(name).expect("a theme");
        if theme.draws == Draws::Strokes {
            // Strokes stand in the terminal's own colours; the two they have are decoration.
            continue;
        }
        let all = [&theme.millions, &theme.some, &theme.few];
        for paints in all.into_iter().flatten() {
            for (terminal, sixteen) in &SIXTEEN {
                let [wall, letters] = [paints.wall, paints.letters]
                    .map(|paint| mixed(paint.expect("a filled theme colours its wall"), sixteen));
                let ratio = contrast(wall, letters);
                assert!(ratio >= 7.0, "{name}, {terminal}: the wall has {ratio:.2}");
            }
        }
        let needed = if name == "contrast" { 7.0 } else { 4.5 };
        let all = [&theme.millions, &theme.some, &theme.few];
        for paints in all.into_iter().flatten() {
            for (terminal, sixteen) in &SIXTEEN {
                for (what, ratio) in told(paints, sixteen) {
                    assert!(ratio >= needed, "{name}, {terminal}: {what} has {ratio:.2}");
                    looked += 1;
                }
            }
        }
    }
    assert!(looked > 500, "{looked}");
}

#[test]
fn contrast_is_what_wcag_says_it_is() {
    let near = |ratio: f64, says: f64| (ratio - says).abs() < 0.05;
    assert!(near(contrast([0; 3], [255; 3]), 21.0));
    assert!(near(contrast([0x77; 3], [255; 3]), 4.48));
    assert_eq!(mixed(Paint::Index(188), &SIXTEEN[0].1), [215; 3]);
    assert_eq!(mixed(Paint::Index(67), &SIXTEEN[0].1), [95, 135, 175]);
}
