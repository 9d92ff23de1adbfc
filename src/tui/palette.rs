//! The colours of the filled inks. They touch the river only; text never takes a colour from here.

use ratatui::style::Color;

/// The colours one filled ink gives to the roles of the river.
#[derive(Debug)]
pub(crate) struct Palette {
    pub(crate) ice: Color,
    pub(crate) edge: Color,
    pub(crate) crumb: Color,
    pub(crate) figure: Color,
    /// Figures that stand on ice instead of water or page.
    pub(crate) figure_on_ice: Color,
    pub(crate) stroke: Color,
    /// Six steps, from far to near.
    pub(crate) water: [Color; 6],
    pub(crate) light: Color,
    pub(crate) ground_near: Color,
    pub(crate) ground_far: Color,
    pub(crate) tree: Color,
    pub(crate) reed: Color,
}

const fn rgb(hex: u32) -> Color {
    Color::from_u32(hex)
}

const fn index(value: u8) -> Color {
    Color::Indexed(value)
}

/// Dark water, 24 bit.
pub(crate) const NIGHT: Palette = Palette {
    ice: rgb(0xc7d5dc),
    edge: rgb(0x4d6b79),
    crumb: rgb(0x9fb3bd),
    figure: rgb(0xf4f4ee),
    figure_on_ice: rgb(0x1c2a30),
    stroke: rgb(0x4f7f93),
    water: [
        rgb(0x10222b),
        rgb(0x132a35),
        rgb(0x16313e),
        rgb(0x193847),
        rgb(0x1c3f50),
        rgb(0x1f4558),
    ],
    light: rgb(0xe6c06a),
    ground_near: rgb(0x34322d),
    ground_far: rgb(0x2b2f2a),
    tree: rgb(0x7fa07f),
    reed: rgb(0x8d867a),
};

/// Pale water, 24 bit.
pub(crate) const DAY: Palette = Palette {
    ice: rgb(0xffffff),
    edge: rgb(0x4f7689),
    crumb: rgb(0xffffff),
    figure: rgb(0x1c1c1c),
    figure_on_ice: rgb(0x1c1c1c),
    stroke: rgb(0x557d92),
    water: [
        rgb(0xc9dce5),
        rgb(0xbfd5e0),
        rgb(0xb5ceda),
        rgb(0xabc7d5),
        rgb(0xa1c0d0),
        rgb(0x97b9cb),
    ],
    light: rgb(0x6e4b00),
    ground_near: rgb(0xcfc8ba),
    ground_far: rgb(0xc6ccbb),
    tree: rgb(0x3f6643),
    reed: rgb(0x6e6657),
};

/// Dark water for terminals with 256 colours.
pub(crate) const NIGHT256: Palette = Palette {
    ice: index(188),
    edge: index(60),
    crumb: index(249),
    figure: index(255),
    figure_on_ice: index(235),
    stroke: index(67),
    water: [
        index(234),
        index(234),
        index(235),
        index(235),
        index(236),
        index(236),
    ],
    light: index(179),
    ground_near: index(239),
    ground_far: index(239),
    tree: index(108),
    reed: index(102),
};

/// Pale water for terminals with 256 colours.
pub(crate) const DAY256: Palette = Palette {
    ice: index(231),
    edge: index(66),
    crumb: index(231),
    figure: index(234),
    figure_on_ice: index(234),
    stroke: index(67),
    water: [
        index(253),
        index(253),
        index(252),
        index(252),
        index(251),
        index(250),
    ],
    light: index(94),
    ground_near: index(247),
    ground_far: index(247),
    tree: index(65),
    reed: index(242),
};
