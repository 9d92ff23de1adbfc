//! `floe export ID --as FORM`: what was kept, written to take along. Nothing in floe's own folder changes.

use super::failure::why;
use super::{Desk, Failure, mending};
use crate::cli::{Everywhere, Export, Form};
use crate::content::Pack;
use crate::export::{Leaflet, calendar, html, html_handout, json, markdown, plain, plain_handout};
use crate::store::atomic::{Fingerprint, SaveError, Saved, save};
use crate::store::disk::{Disk as _, Real};
use crate::store::home::Home;
use crate::text::clean_path;
use crate::words::{Key, Words};
use std::fs::canonicalize;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What a page for a room is called where nobody says otherwise.
const HANDOUT: &str = "floe-handout";

pub(super) fn run(desk: &Desk, how: &Export, out: &mut dyn Write) -> Result<u8, Failure> {
    let words = desk.words();
    let id = how.id.as_deref().unwrap_or_default();
    let listing = desk.listing()?;
    let found = listing.rivers.iter().find_map(|shelved| {
        let (river, crossings) = (&shelved.river, &shelved.crossings);
        if river.id == id {
            return Some(Leaflet::of_river(river, crossings));
        }
        Leaflet::of_crossing(river, crossings, id)
    });
    let trouble = listing.troubles.iter().find(|trouble| trouble.is_about(id));
    let Some(leaflet) = found else {
        return Err(match trouble {
            Some(trouble) => mending::failure(desk, trouble),
            None => Failure::new(words, Key::ErrUnknownId, &[("id", id)]),
        });
    };
    let text = written(desk, &leaflet, how.form)?;
    hand_over(words, how, id, &text, Some(desk.shelves.home().root()), out)?;
    // What could not be read of a river is told after what could.
    trouble.map_or(Ok(0), |trouble| Err(mending::failure(desk, trouble)))
}

/// A page to take home from a room. It needs no home and looks into none; like every page it isn't put into one either.
pub(super) fn handout(
    everywhere: &Everywhere,
    cover: &Pack,
    how: &Export,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words = Words::of(cover);
    let text = match how.form {
        Form::Html => html_handout(cover),
        Form::Txt => plain_handout(cover),
        Form::Md | Form::Ics | Form::Json => None,
    };
    let text = text.ok_or_else(|| Failure::usage(words, Key::ErrHandout, &[]))?;
    let home = Home::locate(everywhere.home.clone()).ok();
    hand_over(
        words,
        how,
        HANDOUT,
        &text,
        home.as_ref().map(Home::root),
        out,
    )?;
    Ok(0)
}

/// Prints a text, or puts it into a file and says where that is.
fn hand_over(
    words: Words<'_>,
    how: &Export,
    name: &str,
    text: &str,
    home: Option<&Path>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let failed = |error| Failure::out(words, &error);
    if how.out.as_deref() == Some(Path::new("-")) {
        return out.write_all(text.as_bytes()).map_err(failed);
    }
    let usual = || PathBuf::from(format!("{name}.{}", ending(how.form)));
    let path = how.out.clone().unwrap_or_else(usual);
    let path = put(words, home, &path, text.as_bytes())?;
    let said = words.say(Key::Exported, &[("path", &clean_path(&path))]);
    writeln!(out, "{said}").map_err(failed)
}

fn written(desk: &Desk, leaflet: &Leaflet, form: Form) -> Result<String, Failure> {
    let pack = &desk.cover;
    match form {
        Form::Md => Ok(markdown(leaflet, pack)),
        Form::Html => Ok(html(leaflet, pack)),
        Form::Txt => Ok(plain(leaflet, pack)),
        Form::Json => Ok(format!("{}\n", json(leaflet))),
        Form::Ics => calendar(leaflet, pack)
            .ok_or_else(|| Failure::new(desk.words(), Key::ErrNoDays, &[("id", &leaflet.id)])),
    }
}

const fn ending(form: Form) -> &'static str {
    match form {
        Form::Md => "md",
        Form::Html => "html",
        Form::Txt => "txt",
        Form::Ics => "ics",
        Form::Json => "json",
    }
}

/// Writes a new file for its owner alone, and says where it is. What is there already stays.
fn put(
    words: Words<'_>,
    home: Option<&Path>,
    path: &Path,
    bytes: &[u8],
) -> Result<PathBuf, Failure> {
    let shown = clean_path(path);
    let refused = |key| Failure::new(words, key, &[("path", &shown)]);
    let disk = |kind: ErrorKind| {
        let why = why(words, kind);
        Failure::new(words, Key::ErrDisk, &[("path", &shown), ("why", &why)])
    };
    match Real.metadata(path) {
        Ok(_) => return Err(refused(Key::ErrThere)),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(disk(error.kind())),
    }
    if home.is_some_and(|home| is_within(path, home)) {
        return Err(refused(Key::ErrInHome));
    }
    // Whatever comes to stand there in this very moment is somebody else's, and ours goes beside it.
    let ours = Some(Fingerprint::of(bytes));
    match save(&Real, path, bytes, 1, ours) {
        Ok(Saved::Durable | Saved::Unconfirmed) => Ok(path.to_owned()),
        Ok(Saved::Conflict { beside, .. }) => Ok(beside),
        Err(SaveError::TooLarge(_)) => Err(disk(ErrorKind::FileTooLarge)),
        Err(error) => Err(disk(error.disk_said().unwrap_or(ErrorKind::Other))),
    }
}

/// Whether a file would lie somewhere in this folder, links followed.
fn is_within(path: &Path, folder: &Path) -> bool {
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    match (canonicalize(parent), canonicalize(folder)) {
        (Ok(parent), Ok(folder)) => parent.starts_with(folder),
        _ => false,
    }
}
