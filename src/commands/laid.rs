//! Which packs a command reads, and in which order: floe's own, then those in the data folder by their names, then the one of
//! `--pack`. What a later one has under an id stands in the place of what earlier ones have.

use super::{Failure, covered};
use crate::cli::{Command, Everywhere};
use crate::content::{Language, Pack, library, source::File, stack::Stack};
use crate::store::found_packs::found;
use crate::store::home::Home;
use crate::store::pack_files;
use crate::text::{clean_line, clean_path};
use crate::words::{KEYS, Words};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// The packs of a command, put together.
pub(super) struct Laid {
    /// All of them; None where there is nothing but floe's own words.
    pub(super) pack: Option<Arc<Pack>>,
    /// How many of those in the data folder can't be used.
    pub(super) aside: usize,
}

/// Whether a command reads the packs in the data folder. A room is shown nothing out of a home, nor given a page out of it; what
/// is printed for those who install floe is the same everywhere; and whoever tries out a pack walks that one.
pub(super) fn looks(command: Option<&Command>) -> bool {
    match command {
        Some(Command::Export(how)) => !how.handout,
        Some(Command::Practise(how)) => !how.watch,
        Some(
            Command::Stage(_)
            | Command::Notes { .. }
            | Command::Pack(_)
            | Command::Completions { .. }
            | Command::Man,
        ) => false,
        _ => true,
    }
}

/// Reads the packs of a command, those in the data folder only if it looks there. One in the data folder that can't be used is left out; one that was named is refused.
///
/// # Errors
/// When the one that was named can't be used; what of it can't be read is printed before.
pub(super) fn laid(
    everywhere: &Everywhere,
    looks: bool,
    language: Language,
    out: &mut dyn Write,
) -> Result<Laid, Failure> {
    let named = everywhere.pack.as_deref();
    let top = named
        .map(|folder| read(folder, language, out))
        .transpose()?;
    let tag = library::spoken(top.as_deref().unwrap_or_default(), language);
    let (lying, unread) = match looks {
        true => lying(everywhere, &tag),
        false => (Vec::new(), 0),
    };
    if lying.is_empty() && top.is_none() {
        return Ok(Laid {
            pack: None,
            aside: unread,
        });
    }
    let (stack, refused) = piled(&tag, &lying)?;
    let (Some(folder), Some(files)) = (named, top) else {
        return Ok(Laid {
            pack: Some(Arc::new(stack.into_pack())),
            aside: unread + refused,
        });
    };
    let (pack, aside) = match stack.topped(&files, KEYS) {
        // The one that was named goes before those that only lie there.
        Err(_) if refused < lying.len() => {
            let (bottom, _) = piled(&tag, &[])?;
            (bottom.topped(&files, KEYS), unread + lying.len())
        }
        topped => (topped, unread + refused),
    };
    let pack = pack.map_err(|problems| unusable(folder, problems.len(), language))?;
    Ok(Laid {
        pack: Some(Arc::new(pack)),
        aside,
    })
}

/// The packs in the data folder that speak this language, and how many can't be read. Where there is no data folder, or
/// none that can be used, there are no packs in it.
fn lying(everywhere: &Everywhere, tag: &str) -> (Vec<Vec<File>>, usize) {
    let home = Home::locate(everywhere.home.clone());
    let found = home.map(|home| found(&home)).unwrap_or_default();
    let all = found.len();
    let read = found.into_iter().filter_map(|one| one.files.ok());
    let read: Vec<_> = read
        .filter_map(|files| Some((library::written_in(&files)?, files)))
        .collect();
    let unread = all - read.len();
    let speaks = |(own, _): &(String, _)| Language::is_same(own, tag);
    let lying = read.into_iter().filter(speaks);
    (lying.map(|(_, files)| files).collect(), unread)
}

/// These packs over floe's own, and how many of them don't go with those below.
fn piled(tag: &str, packs: &[Vec<File>]) -> Result<(Stack, usize), Failure> {
    let stack = Stack::in_language(tag);
    let mut stack = stack.map_err(|problems| Failure::wordless(problems.len()))?;
    let mut lay = |files: &&Vec<File>| stack.lay(files, KEYS).is_err();
    let refused = packs.iter().filter(&mut lay).count();
    Ok((stack, refused))
}

/// The files of the pack that was named.
fn read(folder: &Path, language: Language, out: &mut dyn Write) -> Result<Vec<File>, Failure> {
    pack_files::folder(folder).map_err(|unread| {
        for problem in &unread {
            // Whoever reads standard output only still gets the two lines on standard error.
            let _ = writeln!(out, "{}", clean_line(&problem.to_string()));
        }
        unusable(folder, unread.len(), language)
    })
}

fn unusable(folder: &Path, problems: usize, language: Language) -> Failure {
    match covered(language) {
        Ok(cover) => Failure::pack(Words::of(&cover), problems, &clean_path(folder)),
        Err(failure) => failure,
    }
}
