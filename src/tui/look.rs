//! How the screen is to look: its ink, and whether anything may move.

use super::theme::Ink;

/// How the screen is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The river's ink. Words stand in the terminal's own colours, whatever it is.
    pub ink: Ink,
    /// Whether the light may dim by steps.
    pub motion: bool,
}

impl Look {
    /// The look somebody asked for, as far as their terminal can show it. It is never asked for its colours.
    #[must_use]
    pub fn asked(theme: Option<&str>, plain: bool, motion: bool, colours: Colours) -> Self {
        let ink = match (plain, theme, colours) {
            (true, _, _) => Ink::Plain,
            (_, Some("night"), Colours::Millions) => Ink::Night,
            (_, Some("day"), Colours::Millions) => Ink::Day,
            (_, Some("night"), Colours::Some256) => Ink::Night256,
            (_, Some("day"), Colours::Some256) => Ink::Day256,
            _ => Ink::Pen,
        };
        Self { ink, motion }
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

    #[test]
    fn colour_is_used_only_where_it_is_asked_for_and_there() {
        let asked = |theme, plain, colours| Look::asked(theme, plain, true, colours).ink;
        assert_eq!(asked(None, false, Colours::Millions), Ink::Pen);
        assert_eq!(asked(Some("night"), false, Colours::Millions), Ink::Night);
        assert_eq!(asked(Some("day"), false, Colours::Some256), Ink::Day256);
        assert_eq!(asked(Some("night"), false, Colours::Few), Ink::Pen);
        assert_eq!(asked(Some("night"), true, Colours::Millions), Ink::Plain);
    }
}
