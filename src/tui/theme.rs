//! The inks: how a role of the river becomes a style. Text stands in the terminal's own colours in every ink.

use ratatui::style::{Color, Style};

use super::palette::{self, Palette};
use super::river::{Cell, Fill, Role};

/// The ink a screen is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// ASCII strokes without any colour.
    Plain,
    /// ASCII strokes with two of the sixteen colours.
    #[default]
    Pen,
    /// Filled cells, dark water, 24 bit.
    Night,
    /// Filled cells, pale water, 24 bit.
    Day,
    /// Night in 256 colours.
    Night256,
    /// Day in 256 colours.
    Day256,
}

impl Ink {
    /// How this ink draws the river's shapes: with strokes, or as solid cells.
    #[must_use]
    pub const fn fill(self) -> Fill {
        match self {
            Self::Plain | Self::Pen => Fill::Strokes,
            Self::Night | Self::Day | Self::Night256 | Self::Day256 => Fill::Solid,
        }
    }

    /// The style of a mark in this role. The ground under it is left alone.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let style = match (self.palette(), self) {
            (Some(palette), _) => foreground(palette, role),
            (None, Self::Pen) => pen(role),
            (None, _) => None,
        }
        .map_or_else(Style::new, |colour| Style::new().fg(colour));
        if role == Role::Figure {
            style.bold()
        } else {
            style
        }
    }

    /// The style of a whole cell: its mark and what lies under it.
    #[must_use]
    pub fn cell(self, cell: &Cell) -> Style {
        let mut style = self.style(cell.role);
        if let Some(palette) = self.palette() {
            if cell.role == Role::Figure && cell.under == Role::Ice {
                style = style.fg(palette.figure_on_ice);
            }
            if let Some(ground) = foreground(palette, cell.under) {
                style = style.bg(ground);
            }
        }
        style
    }

    const fn palette(self) -> Option<&'static Palette> {
        match self {
            Self::Plain | Self::Pen => None,
            Self::Night => Some(&palette::NIGHT),
            Self::Day => Some(&palette::DAY),
            Self::Night256 => Some(&palette::NIGHT256),
            Self::Day256 => Some(&palette::DAY256),
        }
    }
}

/// The pen's two colours are decoration: on some pages they are too weak to carry meaning.
const fn pen(role: Role) -> Option<Color> {
    match role {
        Role::WaterStroke => Some(Color::Cyan),
        Role::Tree => Some(Color::Green),
        _ => None,
    }
}

fn foreground(palette: &Palette, role: Role) -> Option<Color> {
    match role {
        Role::None | Role::Words | Role::Bank => None,
        Role::Ice => Some(palette.ice),
        Role::Edge => Some(palette.edge),
        Role::Crumb => Some(palette.crumb),
        Role::Figure => Some(palette.figure),
        Role::WaterStroke => Some(palette.stroke),
        Role::Water(step) => palette.water.get(usize::from(step)).copied(),
        Role::Light => Some(palette.light),
        Role::GroundNear => Some(palette.ground_near),
        Role::GroundFar => Some(palette.ground_far),
        Role::Tree => Some(palette.tree),
        Role::Reed => Some(palette.reed),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::*;

    const INKS: [Ink; 6] = [
        Ink::Plain,
        Ink::Pen,
        Ink::Night,
        Ink::Day,
        Ink::Night256,
        Ink::Day256,
    ];

    #[test]
    fn words_and_banks_take_the_terminals_own_colours_in_every_ink() {
        for ink in INKS {
            for role in [Role::Words, Role::Bank, Role::None] {
                assert_eq!(ink.style(role), Style::new(), "{ink:?} {role:?}");
            }
        }
    }

    #[test]
    fn figures_are_bold_in_every_ink_and_nothing_else_is() {
        for ink in INKS {
            assert!(
                ink.style(Role::Figure)
                    .add_modifier
                    .contains(Modifier::BOLD)
            );
            for role in [
                Role::Ice,
                Role::Light,
                Role::WaterStroke,
                Role::Tree,
                Role::Words,
            ] {
                assert!(ink.style(role).add_modifier.is_empty(), "{ink:?} {role:?}");
            }
        }
    }

    #[test]
    fn plain_has_no_colour_and_pen_colours_water_and_trees_only() {
        let roles = [
            Role::Ice,
            Role::Light,
            Role::Figure,
            Role::Reed,
            Role::Water(3),
        ];
        for role in roles {
            assert_eq!(Ink::Plain.style(role).fg, None);
            assert_eq!(Ink::Pen.style(role).fg, None);
        }
        assert_eq!(Ink::Plain.style(Role::WaterStroke).fg, None);
        assert_eq!(Ink::Pen.style(Role::WaterStroke).fg, Some(Color::Cyan));
        assert_eq!(Ink::Pen.style(Role::Tree).fg, Some(Color::Green));
    }

    #[test]
    fn a_figure_on_ice_is_darker_than_one_on_water() {
        let on = |under| Cell {
            ch: 'i',
            role: Role::Figure,
            under,
        };
        assert_eq!(
            Ink::Night.cell(&on(Role::Ice)).fg,
            Some(palette::NIGHT.figure_on_ice)
        );
        assert_eq!(
            Ink::Night.cell(&on(Role::Water(0))).fg,
            Some(palette::NIGHT.figure)
        );
        assert_eq!(
            Ink::Night.cell(&on(Role::Water(0))).bg,
            Some(palette::NIGHT.water[0])
        );
        assert_eq!(Ink::Pen.cell(&on(Role::Water(0))).bg, None);
    }
}
