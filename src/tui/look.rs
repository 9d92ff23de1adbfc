//! How the screen is to look: its ink, and whether anything may move.

use super::theme::Ink;
use crate::content::theme::Theme;

/// How the screen is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The river's ink. Words stand in the terminal's own colours, whatever it is.
    pub ink: Ink,
    /// Whether the river may move for a moment, and the light go out cell by cell.
    pub motion: bool,
}

impl Look {
    /// The look somebody asked for, as far as their terminal can show it: where a theme has no colours for it, the usual
    /// one is drawn. The terminal is never asked for its colours.
    #[must_use]
    pub fn asked(themes: [&Theme; 2], plain: bool, motion: bool, colours: Colours) -> Self {
        let mut inks = themes.iter().filter_map(|theme| Ink::of(theme, colours));
        let ink = inks.next().filter(|_| !plain).unwrap_or_else(Ink::plain);
        Self { ink, motion }
    }

    /// The same, with nothing drawn but by signs of ASCII.
    #[must_use]
    pub fn in_ascii(self) -> Self {
        Self {
            ink: self.ink.in_ascii(),
            ..self
        }
    }
}

/// How many colours a terminal says it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// Sixteen, or nobody knows.
    Few,
    /// 256.
    Some256,
    /// 24 bits.
    Millions,
}

impl Colours {
    /// What `COLORTERM` and `TERM` say.
    #[must_use]
    pub fn told(colorterm: Option<&str>, term: Option<&str>) -> Self {
        match (colorterm, term) {
            (Some("truecolor" | "24bit"), _) => Self::Millions,
            (_, Some(term)) if term.contains("256color") => Self::Some256,
            _ => Self::Few,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::theme;
    use crate::tui::theme::ink;

    #[test]
    fn colour_is_used_only_where_it_is_asked_for_and_there() {
        let [pen, night] = ["pen", "night"].map(|name| theme::named(name).expect("a theme"));
        let asked = |plain, colours| Look::asked([&night, &pen], plain, true, colours).ink;
        assert_eq!(
            asked(false, Colours::Millions),
            ink("night", Colours::Millions)
        );
        assert_eq!(
            asked(false, Colours::Some256),
            ink("night", Colours::Some256)
        );
        assert_eq!(asked(false, Colours::Few), ink("pen", Colours::Few));
        assert_eq!(asked(true, Colours::Millions), Ink::plain());
    }
}
