//! `floe pack new DIR` and `floe pack copy DIR`: words of floe's in a folder, for somebody to change.

use super::failure::why;
use super::{Failure, pack_list};
use crate::cli::{Everywhere, Packs};
use crate::content::{Language, Pack, library, source::File, starter};
use crate::store::new_pack::{self, NotWritten};
use crate::text::clean_path;
use crate::words::{Key, Words};
use std::io::Write;
use std::path::Path;

pub(super) fn run(
    everywhere: &Everywhere,
    cover: &Pack,
    language: Language,
    what: &Packs,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words = Words::of(cover);
    let (folder, files, said) = match what {
        Packs::New { folder } => (folder, starter::files(), Key::PackNew),
        Packs::Copy { folder } => (folder, library::lent_to(&[], language), Key::PackCopied),
        Packs::List { json } => return pack_list::run(everywhere, cover, language, *json, out),
    };
    write(words, folder, files)?;
    let told = words.say(said, &[("path", &clean_path(folder))]);
    writeln!(out, "{told}").map_err(|error| Failure::out(words, &error))?;
    Ok(0)
}

/// Writes a pack with the guide beside it.
fn write(words: Words<'_>, folder: &Path, mut files: Vec<File>) -> Result<(), Failure> {
    files.extend(starter::GUIDES.map(|(name, guide)| File::new(name, guide)));
    new_pack::write(folder, &files).map_err(|error| match error {
        NotWritten::Taken(path) => {
            Failure::new(words, Key::ErrPackTaken, &[("path", &clean_path(&path))])
        }
        NotWritten::Refused { path, kind } => {
            let blanks = [("path", &*clean_path(&path)), ("why", &why(words, kind))];
            Failure::new(words, Key::ErrPackRefused, &blanks)
        }
    })
}
