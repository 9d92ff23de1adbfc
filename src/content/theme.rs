//! How the river is coloured: the files of `content/themes`, and those people write themselves.
//!
//! A theme says nothing of words: text stands in the terminal's own colours, whatever the river looks like. It names colours
//! for up to three kinds of terminals, and a terminal that has more takes what there is for fewer.

use super::{
    diagnostic::{Diagnostic, closest, quoted},
    located::Located,
    read,
    source::File,
};
use serde::Deserialize;

macro_rules! themes {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../content/themes/", $name, ".ron")))),+]
    };
}

/// Name and text of every bundled theme; the first is the usual one.
const BUNDLED: &[(&str, &str)] = themes!["pen", "night", "day", "contrast", "sixteen"];

/// A theme as it is written: `themes/ID.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Version of the format.
    pub format: Located<u32>,
    /// Its name.
    pub id: Located<String>,
    /// With strokes, or with filled cells.
    pub draws: Draws,
    /// The colours for terminals with 24 bits of them.
    #[serde(default)]
    pub millions: Option<Paints>,
    /// The colours for terminals with 256 of them.
    #[serde(default)]
    pub some: Option<Paints>,
    /// The colours for all other terminals.
    #[serde(default)]
    pub few: Option<Paints>,
}

/// How shapes are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Draws {
    /// With the twelve strokes of the pen.
    Strokes,
    /// With filled cells.
    Solid,
}

/// The colour of each part of the river; a part without one takes the terminal's own.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Paints {
    /// Ice.
    pub ice: Option<Paint>,
    /// The front edge of filled ice.
    pub edge: Option<Paint>,
    /// Crumbs of ice.
    pub crumb: Option<Paint>,
    /// Figures on water; on the page they are drawn as text is.
    pub figure: Option<Paint>,
    /// Figures on filled ice.
    pub figure_on_ice: Option<Paint>,
    /// Strokes of water.
    pub stroke: Option<Paint>,
    /// Filled water, six steps from far to near.
    pub water: Option<Steps>,
    /// Light on the water while somebody listens.
    pub light: Option<Paint>,
    /// The ground of the near bank.
    pub ground_near: Option<Paint>,
    /// The ground of the far bank.
    pub ground_far: Option<Paint>,
    /// Trees.
    pub tree: Option<Paint>,
    /// Reeds.
    pub reed: Option<Paint>,
    /// The ground of a wall that is read from the back of a room, when a room is shown something.
    pub wall: Option<Paint>,
    /// The letters on it.
    pub letters: Option<Paint>,
}

/// The six steps of filled water, from far to near.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "Vec<Paint>")]
pub struct Steps(pub [Paint; 6]);

impl TryFrom<Vec<Paint>> for Steps {
    type Error = String;

    fn try_from(steps: Vec<Paint>) -> Result<Self, String> {
        let count = steps.len();
        let steps = steps.try_into().map(Self);
        steps.map_err(|_| format!("water takes 6 colours, from far to near, and has {count}"))
    }
}

/// A colour: `"#c7d5dc"`, a number from `"0"` to `"255"`, or one of the sixteen by name, such as `"bright cyan"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Paint {
    /// One of the sixteen, which the terminal's owner has set.
    Sixteen(u8),
    /// One of 256.
    Index(u8),
    /// Red, green and blue.
    Rgb(u8, u8, u8),
}

/// The names of the first eight of the sixteen; with "bright" before them, of the others.
const NAMES: [&str; 8] = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
];

impl TryFrom<String> for Paint {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let named = |name: &str| {
            let at = NAMES.iter().position(|known| *known == name)?;
            u8::try_from(at).ok()
        };
        if let Some(hex) = text.strip_prefix('#')
            && hex.len() == 6
            && let Ok(value) = u32::from_str_radix(hex, 16)
        {
            let [_, red, green, blue] = value.to_be_bytes();
            return Ok(Self::Rgb(red, green, blue));
        }
        if let Ok(index) = text.parse() {
            return Ok(Self::Index(index));
        }
        let bright = text.strip_prefix("bright ").and_then(named);
        let sixteen = bright.map(|at| at + 8).or_else(|| named(&text));
        sixteen.map(Self::Sixteen).ok_or_else(|| {
            format!(
                "{} is no colour; #c7d5dc is one, 188, and bright cyan",
                quoted(&text)
            )
        })
    }
}

/// The names of the bundled themes, the usual one first.
pub fn names() -> impl Iterator<Item = &'static str> {
    BUNDLED.iter().map(|(name, _)| *name)
}

/// The bundled theme of this name.
#[must_use]
pub fn named(name: &str) -> Option<Theme> {
    let (name, text) = BUNDLED.iter().find(|(known, _)| *known == name)?;
    read(&File::new(format!("themes/{name}.ron"), *text)).ok()
}

/// The name somebody may have meant.
#[must_use]
pub fn meant(name: &str) -> Option<&'static str> {
    closest(name, names())
}

/// Reads a theme.
///
/// # Errors
/// What is wrong with it, and where.
pub fn read(file: &File) -> Result<Theme, Diagnostic> {
    read::document(file, |theme: &Theme| &theme.format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_theme_can_be_read_and_has_the_name_of_its_file() {
        for (name, text) in BUNDLED {
            let theme = read(&File::new(format!("themes/{name}.ron"), *text));
            let theme = theme.unwrap_or_else(|problem| panic!("{}", problem.render("")));
            assert_eq!(theme.id.value, *name);
        }
        assert!(named("nigth").is_none());
        assert_eq!(meant("nigth"), Some("night"));
    }

    #[test]
    fn colours_are_named_numbered_or_mixed() {
        let paint = |text: &str| Paint::try_from(text.to_owned());
        assert_eq!(paint("#c7d5dc"), Ok(Paint::Rgb(0xc7, 0xd5, 0xdc)));
        assert_eq!(paint("188"), Ok(Paint::Index(188)));
        assert_eq!(paint("cyan"), Ok(Paint::Sixteen(6)));
        assert_eq!(paint("bright cyan"), Ok(Paint::Sixteen(14)));
        for odd in ["256", "#c7d5d", "bright", "Cyan", "", "#é00000"] {
            assert!(paint(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn a_wrong_colour_is_told_with_its_place() {
        let text = "(format: 1, id: \"a\", draws: Solid, few: (\n    ice: \"icy\"))";
        let problem = read(&File::new("themes/a.ron", text)).expect_err("no colour");
        let told = problem.render("");
        assert!(told.starts_with("themes/a.ron:2:"), "{told}");
        assert!(told.contains("icy"), "{told}");
    }
}
