//! Where the world may be touched: the screen, the clock, the disk, the terminal's modes, its colours.

use crate::Breach;
use crate::paths::{self, Named};
use crate::reader::{Kind, Source};

/// Rooms that are arithmetic from end to end.
const PURE: &[&str] = &[
    "text", "content", "mirror", "session", "flow", "ledger", "chance", "time", "words", "export",
];

/// What pure rooms don't name: files, surroundings, other processes and threads, the standard streams, clocks, chance.
const IMPURE: &str = "std::fs std::env std::process std::thread std::net std::io::stdin std::io::stdout \
    std::io::stderr std::time::SystemTime std::time::Instant chrono::Local chrono::Utc \
    std::hash::RandomState std::collections::hash_map::RandomState rand getrandom rustix signal_hook \
    etcetera";

const PRINTING: &[&str] = &["println", "print", "eprintln", "eprint", "dbg"];

/// Loops that wait for keys, with a stopwatch for how long.
const WAITS: &[&str] = &["src/line/read", "src/tui/run"];

const CLOCKS: &[&str] = &["SystemTime", "Instant", "Local", "Utc"];

const WRITES: &str = "std::fs::write std::fs::File::create std::fs::File::create_new std::fs::OpenOptions \
    std::fs::File::options std::fs::rename std::fs::copy std::fs::hard_link std::fs::remove_file \
    std::fs::remove_dir std::fs::remove_dir_all std::fs::create_dir std::fs::create_dir_all \
    std::fs::set_permissions std::fs::DirBuilder std::os::unix::fs::symlink rustix::fs::open \
    rustix::fs::openat rustix::fs::rename rustix::fs::renameat rustix::fs::unlink \
    rustix::fs::unlinkat rustix::fs::linkat rustix::fs::mkdir rustix::fs::mkdirat rustix::fs::chmod \
    rustix::fs::ftruncate";

const MODES: &[&str] = &[
    "enable_raw_mode",
    "disable_raw_mode",
    "EnterAlternateScreen",
    "LeaveAlternateScreen",
    "tcsetattr",
    "make_raw",
    "LocalModes",
];

const COLOURS: &[&str] = &[
    "Color",
    "Colors",
    "SetColors",
    "SetForegroundColor",
    "SetBackgroundColor",
];

/// Methods that colour a text or a style.
const COLOURING: &str = "fg bg black red green yellow blue magenta cyan gray dark_gray light_red light_green light_yellow \
    light_blue light_magenta light_cyan white on_black on_red on_green on_yellow on_blue on_magenta \
    on_cyan on_gray on_white";

/// The breaches of a rule that forbids some names in this file.
pub(crate) fn forbidden(
    source: &Source,
    rule: &'static str,
    is_bad: impl Fn(&Named) -> bool,
) -> Vec<Breach> {
    let shown = |it: Named| Breach::new(source, it.line, rule, format!("`{}`", it.shown()));
    let named = paths::of(source).into_iter().filter(is_bad);
    named.map(shown).collect()
}

/// The breaches of a rule that forbids some words in this file; `is_bad` sees the word and its index.
pub(crate) fn forbidden_words(
    source: &Source,
    rule: &'static str,
    is_bad: impl Fn(&str, usize) -> bool,
) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (at, token) in source.tokens.iter().enumerate() {
        if let Some(word) = token.word()
            && is_bad(word, at)
        {
            breaches.push(Breach::new(source, token.line, rule, format!("`{word}`")));
        }
    }
    breaches
}

fn is_macro(source: &Source, at: usize) -> bool {
    source.tokens.get(at + 1).is_some_and(|token| token.is('!'))
}

pub(crate) fn is_method(source: &Source, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| source.tokens.get(at));
    before.is_some_and(|token| token.is('.'))
        && source.tokens.get(at + 1).is_some_and(|token| token.is('('))
}

/// A text literal in this file that holds one of these.
fn literals(source: &Source, rule: &'static str, needles: &[&str]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for token in &source.tokens {
        if let Kind::Text(text) = &token.kind
            && needles.iter().any(|needle| text.contains(needle))
        {
            breaches.push(Breach::new(source, token.line, rule, format!("{text:?}")));
        }
    }
    breaches
}

/// `ratatui`, and `crossterm` through it, are names of `tui` alone.
pub(crate) fn screen_only_in_tui(source: &Source) -> Vec<Breach> {
    const RULE: &str = "ratatui lives under src/tui, and crossterm is named through it";
    if source.is_test {
        return Vec::new();
    }
    let outside = !source.is_under(&["src/tui"]);
    forbidden(source, RULE, |named| {
        named.is_in("crossterm") || outside && named.is_in("ratatui")
    })
}

/// Rooms of arithmetic name nothing of the world.
pub(crate) fn pure_rooms(source: &Source) -> Vec<Breach> {
    const RULE: &str =
        "pure rooms name no files, clocks, chance, threads or streams, and print nothing";
    if source.is_test || !PURE.contains(&source.room()) {
        return Vec::new();
    }
    let mut breaches = forbidden(source, RULE, |named| {
        IMPURE.split(' ').any(|path| named.is_in(path))
    });
    let prints = |word: &str, at| PRINTING.contains(&word) && is_macro(source, at);
    breaches.extend(forbidden_words(source, RULE, prints));
    breaches
}

/// What time it is, is asked for in one place. How long to wait for a key is the front ends' own business: the
/// stopwatch they hold for it says nothing of the day and never reaches what is kept.
pub(crate) fn now_only_in_env(source: &Source) -> Vec<Breach> {
    const RULE: &str = "only src/runtime/env.rs asks what time it is";
    if source.is_test || source.is_under(&["src/runtime/env"]) {
        return Vec::new();
    }
    let waits = source.is_under(WAITS);
    forbidden(source, RULE, |named| {
        let [.., clock, now] = named.parts.as_slice() else {
            return false;
        };
        now == "now" && CLOCKS.contains(&clock.as_str()) && !(waits && clock == "Instant")
    })
}

/// Files are written in one room.
pub(crate) fn writes_only_in_store(source: &Source) -> Vec<Breach> {
    const RULE: &str = "only src/store writes files, and the one writer of exports";
    if source.is_test || source.is_under(&["src/store", "src/export/writer"]) {
        return Vec::new();
    }
    forbidden(source, RULE, |named| {
        WRITES.split(' ').any(|path| named.is_in(path))
    })
}

/// Raw mode, echo and the second screen are switched in two places.
pub(crate) fn terminal_modes(source: &Source) -> Vec<Breach> {
    const RULE: &str = "only src/tui/terminal.rs and src/line/tty.rs change the terminal's modes";
    if source.is_test || source.is_under(&["src/tui/terminal", "src/line/tty"]) {
        return Vec::new();
    }
    let mut breaches = forbidden_words(source, RULE, |word, _| MODES.contains(&word));
    breaches.extend(literals(source, RULE, &["[?1049", "[?47"]));
    breaches
}

/// Colours are chosen in one place; everybody else names a role. The backend spells the chosen ones for the terminal.
pub(crate) fn colours_only_in_the_palette(source: &Source) -> Vec<Breach> {
    const RULE: &str = "only src/tui/theme.rs and src/tui/palette.rs name colours";
    if source.is_test || source.is_under(&["src/tui/theme", "src/tui/palette", "src/tui/backend"]) {
        return Vec::new();
    }
    let mut breaches = forbidden_words(source, RULE, |word, at| {
        COLOURS.contains(&word)
            || source.room() == "tui"
                && COLOURING.split(' ').any(|method| method == word)
                && is_method(source, at)
    });
    breaches.extend(literals(
        source,
        RULE,
        &["x1b[3", "x1b[4", "u{1b}[3", "u{1b}[4"],
    ));
    breaches
}

/// Nothing that can end the program by surprise.
pub(crate) fn no_panics(source: &Source) -> Vec<Breach> {
    const RULE: &str = "no unwrap, expect or panic outside tests";
    const CALLS: &[&str] = &["unwrap", "expect", "unwrap_err", "expect_err"];
    const MACROS: &[&str] = &["panic", "todo", "unimplemented", "unreachable"];
    if source.is_test {
        return Vec::new();
    }
    forbidden_words(source, RULE, |word, at| {
        CALLS.contains(&word) && is_method(source, at)
            || MACROS.contains(&word) && is_macro(source, at)
    })
}

/// What may be about somebody's safety is listened for in one place, beside one person: a pop-up beside the person
/// one fears is a danger of its own.
pub(crate) fn watched_alone(source: &Source) -> Vec<Breach> {
    const RULE: &str = "only src/runtime/watch.rs listens for danger, and only where the header says that one sits alone";
    let there = ["src/runtime/watch.rs", "src/runtime/sitting.rs"];
    if source.is_test || source.room() == "mirror" {
        return Vec::new();
    }
    forbidden(source, RULE, |named| {
        let listens = named.is_in("crate::mirror::Watch")
            || named.is_in("crate::content::library::dangers")
            || named.is_in("crate::session::Alone");
        let looks_out = named.is_in("crate::runtime::watch");
        (listens && source.path != there[0] && source.room() != "session")
            || (looks_out && !there.contains(&source.path.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rule;

    /// How often the rule catches something in this text of that file.
    fn caught(rule: Rule, path: &str, text: &str) -> usize {
        rule(&Source::new(path, text)).len()
    }

    #[test]
    fn the_screen_outside_tui_is_caught() {
        let rule = screen_only_in_tui;
        assert_eq!(
            caught(rule, "src/line/a.rs", "use ratatui::style::Style;"),
            1
        );
        assert_eq!(
            caught(rule, "src/line/a.rs", "fn f(a: &ratatui::Frame) {}"),
            1
        );
        assert_eq!(
            caught(
                rule,
                "src/tui/a.rs",
                "use ratatui::{Frame, crossterm::event::Event};"
            ),
            0
        );
        assert_eq!(
            caught(
                rule,
                "src/tui/a.rs",
                "use ratatui::crossterm; fn f() { crossterm::event::read() }"
            ),
            0
        );
        assert_eq!(
            caught(rule, "src/tui/a.rs", "use crossterm::event::Event;"),
            1
        );
    }

    #[test]
    fn a_watch_elsewhere_is_caught() {
        let rule = watched_alone;
        for text in [
            "use crate::mirror::Watch;",
            "use crate::mirror; fn f() { mirror::Watch::new(a) }",
            "use crate::content::library; fn f() { library::dangers(a) }",
            "use crate::session::{Alone, Seat};",
            "use crate::runtime::watch::Lookout;",
        ] {
            assert_eq!(caught(rule, "src/runtime/watch.rs", text), 0, "{text}");
            assert!(caught(rule, "src/runtime/two.rs", text) > 0, "{text}");
            assert!(caught(rule, "src/commands/a.rs", text) > 0, "{text}");
        }
    }

    #[test]
    fn the_world_in_a_pure_room_is_caught() {
        let rule = pure_rooms;
        for text in [
            "use std::fs;",
            "use std::{fmt, time::Instant};",
            "fn f() { std::env::var(a) }",
            "use std::io; fn f() { io::stdin() }",
            "fn f() { println!() }",
            "use std::hash::RandomState;",
        ] {
            assert!(caught(rule, "src/flow/a.rs", text) > 0, "{text}");
            assert_eq!(caught(rule, "src/runtime/a.rs", text), 0, "{text}");
        }
        assert_eq!(
            caught(
                rule,
                "src/flow/a.rs",
                "use std::{fmt, time::Duration, io::Write}; fn print() {}"
            ),
            0
        );
    }

    #[test]
    fn a_second_clock_is_caught() {
        let text =
            "use std::time::Instant; fn f() { Instant::now(); chrono::Local::now(); clock.now(); }";
        assert_eq!(caught(now_only_in_env, "src/tui/a.rs", text), 2);
        assert_eq!(caught(now_only_in_env, "src/runtime/env.rs", text), 0);
        assert_eq!(
            caught(now_only_in_env, "src/tui/run.rs", text),
            1,
            "the stopwatch is fine there, the day is not"
        );
    }

    #[test]
    fn a_write_outside_the_store_is_caught() {
        let rule = writes_only_in_store;
        for text in [
            "fn f() { std::fs::write(a, b) }",
            "use std::fs; fn f() { fs::File::create(a) }",
            "use std::fs::File; fn f() { File::create(a) }",
            "use std::fs::{self, OpenOptions};",
            "use std::fs::remove_file as gone;",
        ] {
            assert_eq!(caught(rule, "src/commands/a.rs", text), 1, "{text}");
            assert_eq!(caught(rule, "src/store/a.rs", text), 0, "{text}");
        }
        assert_eq!(
            caught(rule, "src/commands/a.rs", "fn f() { std::fs::read(a) }"),
            0
        );
    }

    #[test]
    fn a_third_hand_on_the_terminals_modes_is_caught() {
        let rule = terminal_modes;
        assert_eq!(
            caught(rule, "src/tui/run.rs", "fn f() { enable_raw_mode() }"),
            1
        );
        assert_eq!(
            caught(
                rule,
                "src/line/run.rs",
                "fn f() { write(\"\\x1b[?1049h\") }"
            ),
            1
        );
        assert_eq!(
            caught(rule, "src/tui/terminal.rs", "fn f() { enable_raw_mode() }"),
            0
        );
    }

    #[test]
    fn a_colour_outside_the_palette_is_caught() {
        let rule = colours_only_in_the_palette;
        assert_eq!(
            caught(rule, "src/tui/draw.rs", "use ratatui::style::Color;"),
            1
        );
        assert_eq!(
            caught(
                rule,
                "src/tui/draw.rs",
                "fn f() { style.fg(x); text.red() }"
            ),
            2
        );
        assert_eq!(
            caught(rule, "src/line/print.rs", "fn f() { write(\"\\x1b[31m\") }"),
            1
        );
        assert_eq!(
            caught(rule, "src/tui/theme.rs", "use ratatui::style::Color;"),
            0
        );
    }

    #[test]
    fn what_ends_the_program_by_surprise_is_caught() {
        let text =
            "fn f() { a.unwrap(); b.expect(\"c\"); panic!(); unreachable!(); d.unwrap_or(e) }";
        assert_eq!(caught(no_panics, "src/a.rs", text), 4);
        assert_eq!(
            caught(
                no_panics,
                "src/a.rs",
                "#[cfg(test)] mod tests { fn f() { a.unwrap() } }"
            ),
            0
        );
        assert_eq!(caught(no_panics, "tests/a.rs", text), 0);
    }
}
