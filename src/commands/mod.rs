//! One file a command. Each does its work or says in two lines what happened and what to do next.

mod bank;
mod check;
mod failure;
mod forget;
mod json;
mod manner;
mod practise;
mod resume;
mod rivers;
mod show;

pub use failure::Failure;

use crate::cli::{Cli, Command, Everywhere};
use crate::content::{Pack, library, source::File};
use crate::store::{home::Home, pack_files, shelf::Shelves};
use crate::words::{KEYS, Words};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// What every command has at hand.
pub(crate) struct Desk {
    everywhere: Everywhere,
    pack: Arc<Pack>,
    shelves: Shelves,
}

impl Desk {
    fn words(&self) -> Words<'_> {
        Words::of(&self.pack)
    }
}

/// Carries out what was asked, and answers the exit code (product: "Exit codes").
///
/// # Errors
/// Two lines for people, and an exit code.
pub fn run(cli: Cli, out: &mut dyn Write) -> Result<u8, Failure> {
    let Cli {
        everywhere,
        command,
    } = cli;
    if let Some(Command::Check { paths }) = &command {
        let found = check::check(paths, KEYS, out);
        let found = found.map_err(|_| Failure::pack(0, "floe"))?;
        return Ok(u8::from(found > 0));
    }
    let pack = Arc::new(load(everywhere.pack.as_deref(), out)?);
    let home = Home::locate(everywhere.home.clone())
        .map_err(|error| Failure::home(Words::of(&pack), &error))?;
    let desk = Desk {
        everywhere,
        pack,
        shelves: Shelves::of(home),
    };
    match command {
        None => bank::run(&desk, out),
        Some(Command::Practise(how)) => practise::run(&desk, how, out),
        Some(Command::Resume { id }) => resume::run(&desk, id, out),
        Some(Command::Rivers { json }) => rivers::run(&desk, json, out),
        Some(Command::Show { id, json }) => show::run(&desk, &id, json, out),
        Some(Command::Forget { ids, all, yes }) => forget::run(&desk, &ids, all, yes, out),
        Some(Command::Check { .. }) => Ok(0),
    }
}

/// The pack that is walked with: a folder's, completed with what it lacks, or the bundled one.
fn load(folder: Option<&Path>, out: &mut dyn Write) -> Result<Pack, Failure> {
    let Some(folder) = folder else {
        return library::bundled(KEYS).map_err(|problems| Failure::pack(problems.len(), "floe"));
    };
    let shown = folder.display().to_string();
    let files: Vec<File> = pack_files::folder(folder).map_err(|unread| {
        for problem in &unread {
            // Whoever reads standard output only still gets the two lines on standard error.
            let _ = writeln!(out, "{problem}");
        }
        Failure::pack(unread.len(), &shown)
    })?;
    crate::content::check::pack(&library::completed(files), KEYS)
        .map_err(|problems| Failure::pack(problems.len(), &shown))
}
