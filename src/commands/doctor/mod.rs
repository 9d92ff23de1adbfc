//! `floe doctor`: where things are, what looks wrong and what to do, fit to be pasted where strangers read it. Nothing
//! is written, nobody is asked for anything, and no word, name or title of a person's is in it.

mod findings;
mod json;
pub(super) mod place;
mod said;
mod terminal;

use super::{Failure, pack_list};
use crate::cli::Everywhere;
use crate::content::{Language, Pack, library, stack::Stack};
use crate::runtime::env;
use crate::store::checkup::{Checkup, look};
use crate::store::found_packs::found;
use crate::store::home::{Home, HomeError};
use crate::store::pack_files;
use crate::words::{KEYS, Words};
use findings::Finding;
use std::io::Write;
use std::path::{Path, PathBuf};
use terminal::Terminal;

/// Everything there is to say.
struct Report {
    /// The folder of everything.
    home: Result<(Home, Checkup), HomeError>,
    /// The folder of the pack, if one was named.
    pack_folder: Option<PathBuf>,
    /// The pack, unless it can't be used.
    pack: Option<PackNames>,
    /// The packs that lie in the home, and how many of them can't be used.
    packs: (usize, usize),
    /// Which variables steer floe now.
    settings: Vec<&'static str>,
    terminal: Terminal,
    /// What looks wrong.
    findings: Vec<Finding>,
}

/// What a pack calls itself.
struct PackNames {
    id: String,
    language: String,
}

/// Variables floe listens to.
const SETTINGS: [&str; 4] = ["FLOE_HOME", "FLOE_LINE", "ACCESSIBLE", "NO_COLOR"];

pub(super) fn run(
    everywhere: &Everywhere,
    language: Language,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let cover = library::cover(language).map_err(|problems| Failure::wordless(problems.len()))?;
    let words = Words::of(&cover);
    let pack = match &everywhere.pack {
        None => Some(names(&cover)),
        Some(folder) => loaded(folder, language),
    };
    let home = Home::locate(everywhere.home.clone()).map(|home| {
        let seen = look(&home);
        (home, seen)
    });
    let set = |name: &&str| env::variable(name).is_some_and(|value| !value.is_empty());
    let mut report = Report {
        home,
        pack_folder: everywhere.pack.clone(),
        pack,
        packs: packs(everywhere, language)?,
        settings: SETTINGS.into_iter().filter(set).collect(),
        terminal: Terminal::look(),
        findings: Vec::new(),
    };
    report.findings = findings::of(&report, words);
    let written = if as_json {
        writeln!(out, "{:#}", json::of(&report))
    } else {
        said::say(&report, words, out)
    };
    written.map_err(|error| Failure::out(words, &error))?;
    Ok(u8::from(!report.findings.is_empty()))
}

/// How many packs lie in the home, and how many of those no language can use.
fn packs(everywhere: &Everywhere, language: Language) -> Result<(usize, usize), Failure> {
    let Ok(home) = Home::locate(everywhere.home.clone()) else {
        return Ok((0, 0));
    };
    let rows = pack_list::rows(found(&home), language)?;
    let aside = rows.iter().filter(|row| row.is_left_out()).count();
    Ok((rows.len(), aside))
}

fn names(pack: &Pack) -> PackNames {
    PackNames {
        id: pack.id.to_string(),
        language: pack.language.clone(),
    }
}

/// A folder's pack, if it can be walked with.
fn loaded(folder: &Path, language: Language) -> Option<PackNames> {
    let files = pack_files::folder(folder).ok()?;
    let stack = Stack::in_language(&library::spoken(&files, language)).ok()?;
    let pack = stack.topped(&files, KEYS).ok()?;
    Some(names(&pack))
}
