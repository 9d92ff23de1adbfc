//! The end of whoever follows: it finds the stage, keeps the latest notes, and comes back by itself when it was lost.

use super::{Lines, line};
use crate::runtime::Bell;
use crate::runtime::env::Stopwatch;
use crate::runtime::stage::{FORMAT, Move, Notes, Section};
use crate::store::rooms::Rooms;
use crate::text::clean_line;
use std::io::{self, Write as _};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// The longest line of notes, in bytes.
const NOTES: usize = 1 << 17;
/// How long to wait before looking for a stage once more.
const AGAIN: Duration = Duration::from_millis(250);
/// A stage that takes no move for so long isn't there.
const PATIENCE: Duration = Duration::from_secs(1);

/// Follows a stage. Dropping it lets go of it.
pub struct Follower(Arc<Mutex<Seen>>);

#[derive(Default)]
struct Seen {
    /// The latest notes, and how long they have been here.
    notes: Option<(Notes, Stopwatch)>,
    /// The way back.
    to: Option<UnixStream>,
    /// A stage was there before.
    before: bool,
    ends: bool,
}

fn seen(shared: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Follower {
    /// Begins to follow the room of this number, or the first one there is. The bell rings when there are new notes,
    /// and when the stage has gone.
    pub fn of(rooms: Rooms, number: Option<u16>, bell: &Bell) -> io::Result<Self> {
        let shared = Arc::new(Mutex::new(Seen::default()));
        let (there, ring) = (Arc::clone(&shared), bell.knock());
        thread::Builder::new()
            .name("notes".to_owned())
            .spawn(move || {
                let mut number = number;
                while !seen(&there).ends {
                    number = number.or_else(|| rooms.list().first().copied());
                    if let Some(stream) = number.and_then(|number| rooms.enter(number).ok()) {
                        follow(stream, &there, &ring);
                        let mut seen = seen(&there);
                        (seen.notes, seen.to) = (None, None);
                        drop(seen);
                        ring();
                    }
                    thread::sleep(AGAIN);
                }
            })?;
        Ok(Self(shared))
    }

    /// Where the story of a room is, for a list of rooms; None if nobody answers soon.
    #[must_use]
    pub fn look_into(rooms: &Rooms, number: u16) -> Option<String> {
        let stream = rooms.enter(number).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        let text = line(&mut Lines::of(stream), NOTES).ok()??;
        read(&text).map(|notes| notes.place)
    }

    /// The latest notes with the seconds they have been here; None while there is no stage.
    #[must_use]
    pub fn notes(&self) -> Option<(Notes, u64)> {
        let seen = seen(&self.0);
        let (notes, since) = seen.notes.as_ref()?;
        Some((notes.clone(), since.elapsed().as_secs()))
    }

    /// Whether a stage was there before.
    #[must_use]
    pub fn had_one(&self) -> bool {
        seen(&self.0).before
    }

    /// Asks the stage for a move; false if there is none to ask.
    pub fn ask(&self, does: Move) -> bool {
        let to = seen(&self.0).to.as_ref().and_then(|to| to.try_clone().ok());
        to.is_some_and(|mut to| to.write_all(format!("{does}\n").as_bytes()).is_ok())
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        let mut seen = seen(&self.0);
        seen.ends = true;
        if let Some(to) = seen.to.take() {
            // It may be closed already.
            let _ = to.shutdown(Shutdown::Both);
        }
    }
}

/// Takes in notes until the stage goes, or says something else.
fn follow(stream: UnixStream, shared: &Mutex<Seen>, ring: &dyn Fn()) {
    let to = stream.try_clone();
    let Ok(to) = to.and_then(|to| to.set_write_timeout(Some(PATIENCE)).map(|()| to)) else {
        return;
    };
    {
        let mut seen = seen(shared);
        if seen.ends {
            return;
        }
        seen.to = Some(to);
    }
    let mut lines = Lines::of(stream);
    while let Ok(Some(text)) = line(&mut lines, NOTES) {
        let Some(notes) = read(&text) else {
            return;
        };
        let mut seen = seen(shared);
        if seen.ends {
            return;
        }
        seen.notes = Some((notes, Stopwatch::start()));
        seen.before = true;
        drop(seen);
        ring();
    }
}

/// Notes of our own version, cleaned like everything that comes from outside.
fn read(text: &str) -> Option<Notes> {
    let notes: Notes = serde_json::from_str(text).ok()?;
    let clean = |text: &String| clean_line(text).into_owned();
    let section = |section: &Section| Section {
        title: clean(&section.title),
        lines: section.lines.iter().map(clean).collect(),
    };
    (notes.format == FORMAT).then(|| Notes {
        place: clean(&notes.place),
        told: notes.told.as_ref().map(clean),
        sections: notes.sections.iter().map(section).collect(),
        ..notes
    })
}
