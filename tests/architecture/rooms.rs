//! Who may import whom. Arrows lead downwards only, so no two rooms import each other.

use crate::reader::Source;
use crate::{Breach, paths};

/// The rooms from top to bottom, each with what it may import. `content::Id` allows that name alone.
const ROOMS: &[(&str, &[&str])] = &[
    (
        "main",
        &[
            "commands",
            "cli",
            "line::tty::restore",
            "runtime::dumps",
            "runtime::signals",
            "tui::leave",
        ],
    ),
    (
        "commands",
        &[
            "cli",
            "line::run",
            "line::watch",
            "line::Outcome",
            "line::read",
            "line::show",
            "tui::Screen",
            "tui::Look",
            "tui::Colours",
            "tui::Left",
            "export",
            "runtime",
            "store",
            "flow",
            "words",
            "session",
            "ledger",
            "mirror",
            "content",
            "text",
            "time",
            "chance",
        ],
    ),
    ("cli", &[]),
    // A page names the ids of its answers and the seat it is for.
    (
        "line",
        &[
            "runtime",
            "flow",
            "words",
            "text",
            "content::Id",
            "session::Seat",
        ],
    ),
    (
        "tui",
        &[
            "runtime",
            "flow",
            "words",
            "text",
            "content::Id",
            "content::theme",
            "session::Seat",
        ],
    ),
    ("export", &["words", "session", "ledger", "content", "text"]),
    (
        "runtime",
        &[
            "store", "flow", "words", "mirror", "session", "content", "text", "time", "chance",
        ],
    ),
    // A pack's folder is read where all files are read, and handed over as texts.
    (
        "store",
        &["session", "ledger", "time", "text", "content::source"],
    ),
    (
        "flow",
        &[
            "words", "mirror", "session", "ledger", "content", "text", "time", "chance",
        ],
    ),
    ("words", &["session", "ledger", "content"]),
    ("mirror", &["content", "text"]),
    ("ledger", &["session", "content::View", "time"]),
    (
        "session",
        &[
            "content::Id",
            "content::Mode",
            "content::View",
            "time",
            "chance",
        ],
    ),
    ("content", &["text"]),
    ("text", &[]),
    ("time", &[]),
    ("chance", &[]),
];

/// Imports only what its room may import.
pub(crate) fn arrows(source: &Source) -> Vec<Breach> {
    const RULE: &str = "arrows between rooms lead downwards only (tests/architecture/rooms.rs)";
    if source.is_test || source.room() == "lib" {
        return Vec::new();
    }
    let room = source.room();
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![Breach::new(
            source,
            1,
            RULE,
            format!("the room `{room}` has no place among the others"),
        )];
    };
    let may = |path: &[String]| {
        allowed.iter().any(|arrow| {
            let arrow: Vec<&str> = arrow.split("::").collect();
            // The bare room is imported for the sake of a name in it, which is looked at where it is used.
            path.iter().zip(&arrow).all(|(own, part)| own == part)
                && (path.len() == 1 || path.len() >= arrow.len())
        })
    };
    let mut breaches = Vec::new();
    for named in paths::of(source) {
        if let [root, path @ ..] = named.parts.as_slice()
            && root == "crate"
            && let Some(to) = path.first()
            && to != room
            && !may(path)
        {
            let what = format!("`{room}` names `{}`", path.join("::"));
            breaches.push(Breach::new(source, named.line, RULE, what));
        }
    }
    breaches
}

/// The library's root lists its rooms and does nothing itself.
pub(crate) fn lib_is_a_map(source: &Source) -> Vec<Breach> {
    const RULE: &str = "src/lib.rs is a map: modules and nothing else";
    let does =
        |word: &str| ["fn", "struct", "enum", "trait", "impl", "const", "static"].contains(&word);
    let mut doing = source
        .tokens
        .iter()
        .filter(|token| token.word().is_some_and(does));
    match (source.path.as_str(), doing.next()) {
        ("src/lib.rs", Some(token)) => vec![Breach::new(
            source,
            token.line,
            RULE,
            "something else than a module",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(path: &str, text: &str) -> Vec<(usize, String)> {
        let found = arrows(&Source::new(path, text));
        found
            .into_iter()
            .map(|breach| (breach.line, breach.what))
            .collect()
    }

    #[test]
    fn an_arrow_upwards_is_caught_however_it_is_written() {
        for text in [
            "use crate::runtime::Act;",
            "use crate::{content::Id, runtime::Act};",
            "fn f() -> crate::runtime::Act {}",
            "use super::super::runtime::Act;",
            "pub(crate) use crate::runtime as r;",
            "pub use crate::runtime::*;",
        ] {
            assert_eq!(breaches("src/flow/a.rs", text).len(), 1, "{text}");
        }
        let told = breaches("src/flow/a.rs", "\nuse crate::runtime::Act;");
        assert_eq!(told, [(2, "`flow` names `runtime::Act`".to_owned())]);
    }

    #[test]
    fn an_arrow_downwards_and_a_neighbour_are_fine() {
        assert_eq!(
            breaches(
                "src/flow/a.rs",
                "use crate::content::Id; use super::page::Page; use std::fmt;"
            ),
            []
        );
        assert_eq!(
            breaches(
                "src/flow/a.rs",
                "#[cfg(test)] mod tests { use crate::runtime::Act; }"
            ),
            []
        );
    }

    #[test]
    fn where_one_name_is_allowed_others_are_not() {
        assert_eq!(breaches("src/line/a.rs", "use crate::content::Id;"), []);
        assert_eq!(
            breaches("src/line/a.rs", "use crate::content::Pack;").len(),
            1
        );
        assert_eq!(breaches("src/line/a.rs", "use crate::content::*;").len(), 1);
        assert_eq!(
            breaches(
                "src/line/a.rs",
                "use crate::content; fn f() { content::library::bundled() }"
            )
            .len(),
            1
        );
        assert_eq!(
            breaches("src/line/a.rs", "use crate::tui::Screen;").len(),
            1
        );
        assert_eq!(
            breaches(
                "src/commands/a.rs",
                "use crate::line; fn f() { line::run() }"
            ),
            []
        );
        assert_eq!(
            breaches("src/commands/a.rs", "use crate::line::print::Printer;").len(),
            1
        );
    }

    #[test]
    fn a_room_nobody_placed_is_caught() {
        assert_eq!(breaches("src/network/mod.rs", "").len(), 1);
    }

    #[test]
    fn the_arrows_themselves_lead_downwards() {
        let place = |room: &str| ROOMS.iter().position(|(name, _)| *name == room);
        for (room, allowed) in ROOMS {
            for arrow in *allowed {
                let to = arrow.split("::").next().unwrap_or_default();
                assert!(place(to) > place(room), "{room} → {to}");
            }
        }
    }

    #[test]
    fn a_root_that_does_something_is_caught() {
        let caught = |path, text| lib_is_a_map(&Source::new(path, text)).len();
        assert_eq!(
            caught(
                "src/lib.rs",
                "pub mod a; #[cfg(feature = \"tui\")] pub mod tui;"
            ),
            0
        );
        assert_eq!(caught("src/lib.rs", "pub mod a; pub fn b() {}"), 1);
        assert_eq!(caught("src/a.rs", "pub fn b() {}"), 0);
    }
}
