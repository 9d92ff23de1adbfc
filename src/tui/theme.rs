//! The inks: how a part of the river becomes a style. Text stands in the terminal's own colours in every ink.

use ratatui::style::Style;

use super::look::Colours;
use super::palette::Palette;
use super::river::{Cell, Fill, Role};
use crate::content::theme::{Draws, Theme};

/// The ink a screen is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    fill: Fill,
    palette: Palette,
    /// Nothing but signs of ASCII.
    in_ascii: bool,
}

impl Ink {
    /// Strokes without any colour.
    #[must_use]
    pub fn plain() -> Self {
        Self {
            fill: Fill::Strokes,
            palette: Palette::default(),
            in_ascii: false,
        }
    }

    /// The same in strokes, which are ASCII, and with large letters drawn from signs of it.
    #[must_use]
    pub(super) const fn in_ascii(self) -> Self {
        Self {
            fill: Fill::Strokes,
            in_ascii: true,
            ..self
        }
    }

    /// Whether nothing is drawn but by signs of ASCII.
    #[must_use]
    pub(super) const fn is_in_ascii(self) -> bool {
        self.in_ascii
    }

    /// The ink of a theme on a terminal with so many colours; None if the theme has none for so few.
    #[must_use]
    pub fn of(theme: &Theme, colours: Colours) -> Option<Self> {
        let few = theme.few.as_ref();
        let some = theme.some.as_ref().or(few);
        let paints = match colours {
            Colours::Millions => theme.millions.as_ref().or(some),
            Colours::Some256 => some,
            Colours::Few => few,
        };
        paints.map(|paints| Self {
            fill: match theme.draws {
                Draws::Strokes => Fill::Strokes,
                Draws::Solid => Fill::Solid,
            },
            palette: Palette::of(paints),
            in_ascii: false,
        })
    }

    /// How this ink draws the river's shapes: with strokes, or as solid cells.
    #[must_use]
    pub const fn fill(self) -> Fill {
        self.fill
    }

    /// The style of a mark in this role. The ground under it is left alone.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let style = Style {
            fg: self.colour(role),
            ..Style::new()
        };
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
        if self.fill == Fill::Strokes {
            return style;
        }
        style.bg = self.colour(cell.under);
        if cell.role == Role::Figure && cell.under == Role::Ice {
            style.fg = self.palette.figure_on_ice.or(style.fg);
        }
        // What the page looks like nobody knows, so a figure that stands on it is drawn as text is.
        if cell.role == Role::Figure && style.bg.is_none() {
            style.fg = None;
        }
        style
    }

    /// The style of a wall that is read from afar; the terminal's own where the theme has none. Turned over, ground and
    /// letters change places.
    #[must_use]
    pub const fn wall(self, turned: bool) -> Style {
        let (ground, letters) = (self.palette.wall, self.palette.letters);
        let (bg, fg) = if turned {
            (letters, ground)
        } else {
            (ground, letters)
        };
        Style {
            fg,
            bg,
            ..Style::new()
        }
    }

    fn colour(self, role: Role) -> Option<ratatui::style::Color> {
        let palette = &self.palette;
        match role {
            Role::None | Role::Words | Role::Bank => None,
            Role::Ice => palette.ice,
            Role::Edge => palette.edge,
            Role::Crumb => palette.crumb,
            Role::Figure => palette.figure,
            Role::WaterStroke => palette.stroke,
            Role::Water(step) => palette.water.get(usize::from(step)).copied().flatten(),
            Role::Light => palette.light,
            Role::GroundNear => palette.ground_near,
            Role::GroundFar => palette.ground_far,
            Role::Tree => palette.tree,
            Role::Reed => palette.reed,
        }
    }
}

/// The ink of a bundled theme, for tests.
#[cfg(test)]
pub(crate) fn ink(name: &str, colours: Colours) -> Ink {
    let theme = crate::content::theme::named(name).expect("a theme");
    Ink::of(&theme, colours).expect("an ink")
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier};

    use super::*;
    use crate::content::theme;

    /// Every ink there is, by the name of its theme.
    fn inks() -> Vec<(&'static str, Ink)> {
        let mut inks = vec![("plain", Ink::plain())];
        for name in theme::names() {
            let theme = theme::named(name).expect("a theme");
            let all = [Colours::Few, Colours::Some256, Colours::Millions];
            inks.extend(
                all.iter()
                    .filter_map(|colours| Some((name, Ink::of(&theme, *colours)?))),
            );
        }
        inks
    }

    #[test]
    fn words_and_banks_take_the_terminals_own_colours_in_every_ink() {
        for (name, ink) in inks() {
            for role in [Role::Words, Role::Bank, Role::None] {
                assert_eq!(ink.style(role), Style::new(), "{name} {role:?}");
            }
        }
    }

    #[test]
    fn figures_are_bold_in_every_ink_and_nothing_else_is() {
        let others = [
            Role::Ice,
            Role::Light,
            Role::WaterStroke,
            Role::Tree,
            Role::Words,
        ];
        for (name, ink) in inks() {
            let figure = ink.style(Role::Figure).add_modifier;
            assert!(figure.contains(Modifier::BOLD), "{name}");
            for role in others {
                assert!(ink.style(role).add_modifier.is_empty(), "{name} {role:?}");
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
        let (plain, pen) = (Ink::plain(), ink("pen", Colours::Millions));
        for role in roles {
            assert_eq!(plain.style(role).fg, None);
            assert_eq!(pen.style(role).fg, None);
        }
        assert_eq!(plain.style(Role::WaterStroke).fg, None);
        assert_eq!(pen.style(Role::WaterStroke).fg, Some(Color::Cyan));
        assert_eq!(pen.style(Role::Tree).fg, Some(Color::Green));
    }

    #[test]
    fn a_figure_on_the_page_takes_the_terminals_own_colour() {
        let on_the_page = Cell {
            ch: 'i',
            role: Role::Figure,
            under: Role::None,
        };
        for (name, ink) in inks() {
            let style = ink.cell(&on_the_page);
            assert_eq!((style.fg, style.bg), (None, None), "{name}");
        }
    }

    #[test]
    fn a_figure_on_ice_is_darker_than_one_on_water() {
        let on = |under| Cell {
            ch: 'i',
            role: Role::Figure,
            under,
        };
        let night = ink("night", Colours::Millions);
        let (ice, water) = (night.cell(&on(Role::Ice)), night.cell(&on(Role::Water(0))));
        assert_eq!(ice.fg, Some(Color::Rgb(0x1c, 0x2a, 0x30)));
        assert_eq!(water.fg, Some(Color::Rgb(0xf4, 0xf4, 0xee)));
        assert_eq!(water.bg, Some(Color::Rgb(0x10, 0x22, 0x2b)));
        assert_eq!(ink("pen", Colours::Few).cell(&on(Role::Water(0))).bg, None);
    }
}
