//! `doctor` in words: first what there is, then what looks wrong.

use super::{Report, place};
use crate::session::{FORMAT, OWN_FORMAT};
use crate::store::checkup::Checkup;
use crate::store::home::Home;
use crate::store::keeping::Phase;
use crate::words::{Key, Words};
use std::io::{self, Write};

/// A mebibyte, in bytes.
const MIB: u64 = 1024 * 1024;

pub(super) fn say(report: &Report, words: Words<'_>, out: &mut dyn Write) -> io::Result<()> {
    for line in program(report, words) {
        writeln!(out, "{line}")?;
    }
    if let Ok((home, seen)) = &report.home {
        writeln!(out)?;
        for line in of_home(home, seen, words) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out)?;
    for line in of_terminal(report, words) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    if report.findings.is_empty() {
        return writeln!(out, "{}", words.say(Key::DoctorFine, &[]));
    }
    writeln!(out, "{}", words.say(Key::DoctorWrong, &[]))?;
    report.findings.iter().try_for_each(|finding| {
        writeln!(out, "\n- {}", finding.what)?;
        writeln!(out, "  {}", finding.next)
    })
}

fn yes(words: Words<'_>, is_so: bool) -> String {
    words.say(if is_so { Key::Yes } else { Key::No }, &[])
}

fn program(report: &Report, words: Words<'_>) -> Vec<String> {
    let (format, own) = (FORMAT.to_string(), OWN_FORMAT.to_string());
    let (screen, sealing) = (cfg!(feature = "tui"), cfg!(feature = "seal"));
    let mut lines = vec![
        words.say(
            Key::DoctorFloe,
            &[
                ("version", env!("CARGO_PKG_VERSION")),
                ("format", &format),
                ("own", &own),
            ],
        ),
        words.say(
            Key::DoctorParts,
            &[
                ("screen", &yes(words, screen)),
                ("sealing", &yes(words, sealing)),
            ],
        ),
    ];
    if let Some(pack) = &report.pack {
        let from = report.pack_folder.as_deref().map(place::shown);
        let key = if from.is_some() {
            Key::DoctorPackFrom
        } else {
            Key::DoctorPack
        };
        let path = from.unwrap_or_default();
        let blanks = [
            ("id", pack.id.as_str()),
            ("language", &pack.language),
            ("path", &path),
        ];
        lines.push(words.say(key, &blanks));
    }
    if report.packs.0 > 0 {
        let n = report.packs.0.to_string();
        lines.push(words.say(Key::DoctorPacks, &[("n", &n)]));
    }
    lines.push(match report.settings.as_slice() {
        [] => words.say(Key::DoctorSettingsNone, &[]),
        names => words.say(Key::DoctorSettings, &[("names", &names.join(", "))]),
    });
    lines
}

fn of_home(home: &Home, seen: &Checkup, words: Words<'_>) -> Vec<String> {
    let path = place::shown(home.root());
    let there = if seen.is_there || seen.unusable.is_some() {
        Key::DoctorHome
    } else {
        Key::DoctorHomeNone
    };
    let mut lines = vec![words.say(there, &[("path", &path)])];
    if seen.is_there {
        let kept = match seen.phase {
            None => Key::DoctorKeptOpen,
            Some(Phase::Sealed) => Key::DoctorKeptSealed,
            Some(Phase::Sealing | Phase::Unsealing) => Key::DoctorKeptHalf,
        };
        lines.push(words.say(kept, &[]));
    }
    if seen.is_turning {
        lines.push(words.say(Key::DoctorTurning, &[]));
    }
    if let Some(space) = seen.space {
        let space = (space / MIB).to_string();
        lines.push(words.say(Key::DoctorSpace, &[("n", &space)]));
    }
    for open in &seen.open {
        let process = open.by.process.map(|process| process.to_string());
        let key = match process {
            Some(_) => Key::DoctorOpenBy,
            None => Key::DoctorOpen,
        };
        let process = process.unwrap_or_default();
        lines.push(words.say(key, &[("file", &open.file), ("process", &process)]));
    }
    if seen.others > 0 {
        lines.push(words.say(Key::DoctorOthers, &[("n", &seen.others.to_string())]));
    }
    lines
}

fn of_terminal(report: &Report, words: Words<'_>) -> Vec<String> {
    let terminal = &report.terminal;
    let mut lines = vec![match &terminal.name {
        Some(name) => words.say(
            Key::DoctorTerminal,
            &[("name", name), ("n", &terminal.colours.to_string())],
        ),
        None => words.say(Key::DoctorTerminalNone, &[]),
    }];
    if let Some((columns, rows)) = terminal.size {
        let (columns, rows) = (columns.to_string(), rows.to_string());
        lines.push(words.say(Key::DoctorSize, &[("w", &columns), ("h", &rows)]));
    }
    let letters = if terminal.is_utf8 {
        Key::DoctorLetters
    } else {
        Key::DoctorLettersNot
    };
    lines.push(words.say(letters, &[]));
    let ends = [terminal.input, terminal.output].map(|is_so| yes(words, is_so));
    let [input, output] = ends.each_ref().map(String::as_str);
    lines.push(words.say(Key::DoctorEnds, &[("input", input), ("output", output)]));
    let screen = if terminal.has_screen() {
        Key::DoctorScreen
    } else {
        Key::DoctorScreenNot
    };
    lines.push(words.say(screen, &[]));
    lines
}
