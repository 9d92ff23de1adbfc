//! The colours an ink gives to the parts of the river. They touch the river only; text never takes a colour from here.

use crate::content::theme::{Paint, Paints};
use ratatui::style::Color;

/// A colour for each part of the river; None is the terminal's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Palette {
    pub(crate) ice: Option<Color>,
    pub(crate) edge: Option<Color>,
    pub(crate) crumb: Option<Color>,
    pub(crate) figure: Option<Color>,
    /// Figures that stand on ice instead of water or page.
    pub(crate) figure_on_ice: Option<Color>,
    pub(crate) stroke: Option<Color>,
    /// Six steps, from far to near.
    pub(crate) water: [Option<Color>; 6],
    pub(crate) light: Option<Color>,
    pub(crate) ground_near: Option<Color>,
    pub(crate) ground_far: Option<Color>,
    pub(crate) tree: Option<Color>,
    pub(crate) reed: Option<Color>,
    /// The ground of a wall that is read from the back of a room.
    pub(crate) wall: Option<Color>,
    /// The letters on it.
    pub(crate) letters: Option<Color>,
}

impl Palette {
    /// The colours a theme names.
    pub(crate) fn of(paints: &Paints) -> Self {
        let colour = |paint: Option<Paint>| paint.map(mixed);
        Self {
            ice: colour(paints.ice),
            edge: colour(paints.edge),
            crumb: colour(paints.crumb),
            figure: colour(paints.figure),
            figure_on_ice: colour(paints.figure_on_ice),
            stroke: colour(paints.stroke),
            water: paints
                .water
                .map_or([None; 6], |steps| steps.0.map(|step| Some(mixed(step)))),
            light: colour(paints.light),
            ground_near: colour(paints.ground_near),
            ground_far: colour(paints.ground_far),
            tree: colour(paints.tree),
            reed: colour(paints.reed),
            wall: colour(paints.wall),
            letters: colour(paints.letters),
        }
    }
}

/// A colour as the terminal is told of it. The sixteen have names there, which terminals without 256 know too.
const fn mixed(paint: Paint) -> Color {
    match paint {
        Paint::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
        Paint::Index(index) => Color::Indexed(index),
        Paint::Sixteen(at) => match at {
            0 => Color::Black,
            1 => Color::Red,
            2 => Color::Green,
            3 => Color::Yellow,
            4 => Color::Blue,
            5 => Color::Magenta,
            6 => Color::Cyan,
            7 => Color::Gray,
            8 => Color::DarkGray,
            9 => Color::LightRed,
            10 => Color::LightGreen,
            11 => Color::LightYellow,
            12 => Color::LightBlue,
            13 => Color::LightMagenta,
            14 => Color::LightCyan,
            _ => Color::White,
        },
    }
}
