//! What the terminal can do, as far as it says so by itself: it is never asked.

use crate::runtime::env;
use std::io::{self, IsTerminal};

/// Fewest columns and rows the full screen draws on.
const SMALLEST: (u16, u16) = (40, 12);
/// As much of a terminal's name as is shown.
const LONGEST: usize = 40;

/// What is known of the terminal.
pub(super) struct Terminal {
    /// Its name, if it has one.
    pub(super) name: Option<String>,
    /// How many colours it says it has.
    pub(super) colours: u32,
    /// Columns and rows, if there is a terminal.
    pub(super) size: Option<(u16, u16)>,
    /// Whether the language settings ask for UTF-8.
    pub(super) is_utf8: bool,
    /// Whether lines are read from a terminal.
    pub(super) input: bool,
    /// Whether they are printed on one.
    pub(super) output: bool,
}

impl Terminal {
    pub(super) fn look() -> Self {
        let size = [
            rustix::termios::tcgetwinsize(io::stdout()),
            rustix::termios::tcgetwinsize(io::stdin()),
        ];
        let size = size.into_iter().find_map(Result::ok);
        Self {
            name: env::variable("TERM").and_then(|name| harmless(&name)),
            colours: colours(
                env::variable("COLORTERM").as_deref(),
                env::variable("TERM").as_deref(),
            ),
            size: size.map(|size| (size.ws_col, size.ws_row)),
            is_utf8: is_utf8(["LC_ALL", "LC_CTYPE", "LANG"].map(env::variable)),
            input: io::stdin().is_terminal(),
            output: io::stdout().is_terminal(),
        }
    }

    /// Whether the full screen can be drawn.
    pub(super) fn has_screen(&self) -> bool {
        let fits = |(columns, rows)| columns >= SMALLEST.0 && rows >= SMALLEST.1;
        cfg!(feature = "tui")
            && self.input
            && self.output
            && self.size.is_some_and(fits)
            && !env::has_plain_terminal()
    }
}

/// A terminal's name without anything that isn't part of one.
fn harmless(name: &str) -> Option<String> {
    let usual = |c: &char| c.is_ascii_alphanumeric() || "+-._".contains(*c);
    let name: String = name.chars().filter(usual).take(LONGEST).collect();
    (!name.is_empty()).then_some(name)
}

/// How many colours these two variables promise; sixteen where nobody knows.
fn colours(colorterm: Option<&str>, term: Option<&str>) -> u32 {
    match (colorterm, term) {
        (_, None | Some("" | "dumb" | "unknown")) => 0,
        (Some("truecolor" | "24bit"), _) => 1 << 24,
        (_, Some(term)) if term.contains("256color") => 256,
        _ => 16,
    }
}

/// The first of these that is set decides (POSIX: LC_ALL, LC_CTYPE, LANG).
fn is_utf8(settings: [Option<String>; 3]) -> bool {
    let mut set = settings
        .into_iter()
        .flatten()
        .filter(|value| !value.is_empty());
    set.next().is_some_and(|value| {
        let value = value.to_ascii_lowercase();
        value.contains("utf-8") || value.contains("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_setting_decides_about_letters() {
        let of = |all: &str, ctype: &str, lang: &str| {
            is_utf8([all, ctype, lang].map(|value| Some(value.to_owned())))
        };
        assert!(of("", "", "en_GB.UTF-8") && of("C.utf8", "C", "C"));
        assert!(!of("C", "", "en_GB.UTF-8") && !of("", "", "") && !is_utf8([None, None, None]));
    }

    #[test]
    fn a_name_that_could_steer_is_shown_without_it() {
        assert_eq!(
            harmless("xterm-256color").as_deref(),
            Some("xterm-256color")
        );
        assert_eq!(harmless("x\u{1b}]0;a\u{7}").as_deref(), Some("x0a"));
        assert_eq!(harmless("\u{1b}"), None);
    }
}
