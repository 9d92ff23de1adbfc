//! The stage's end: it tells what stands in the notes now, and hears what those who follow ask for.

use super::{Lines, line};
use crate::runtime::Bell;
use crate::runtime::stage::{Move, Notes};
use crate::store::rooms::{Door, Rooms};
use std::collections::{BTreeMap, VecDeque};
use std::io::{self, Write as _};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Most terminals that follow one stage.
const FOLLOWERS: usize = 8;
/// Most moves that wait to be taken in; what comes on top of that is let go.
const WAITING: usize = 256;
/// The longest line of a move, in bytes.
const MOVE: usize = 64;
/// Somebody who hasn't read for so long has gone.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open room. Dropping it closes it.
pub struct Host {
    door: Option<Door>,
    rooms: Rooms,
    number: u16,
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    latest: Arc<str>,
    version: u64,
    closed: bool,
    asked: VecDeque<Move>,
    /// Those who follow, by a number of their own.
    there: BTreeMap<u64, UnixStream>,
    came: u64,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn gone(&self, who: u64) {
        if let Some(stream) = self.state().there.remove(&who) {
            // It may be closed already.
            let _ = stream.shutdown(Shutdown::Both);
        }
        self.changed.notify_all();
    }
}

impl Host {
    /// Opens a room. The bell rings whenever somebody asks for a move.
    pub fn open(rooms: &Rooms, bell: &Bell) -> io::Result<Self> {
        let (listener, door) = rooms.open()?;
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            changed: Condvar::new(),
        });
        let number = door.number;
        let (there, bell) = (Arc::clone(&shared), bell.clone());
        thread::Builder::new()
            .name("room".to_owned())
            .spawn(move || welcome(&listener, &there, &bell))?;
        Ok(Self {
            door: Some(door),
            rooms: rooms.clone(),
            number,
            shared,
        })
    }

    /// Its number, from 1.
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// Tells everybody who follows what stands in the notes now. It never waits for them.
    pub fn tell(&self, notes: &Notes) {
        let Ok(text) = serde_json::to_string(notes) else {
            return;
        };
        let mut state = self.shared.state();
        state.latest = (text + "\n").into();
        state.version += 1;
        drop(state);
        self.shared.changed.notify_all();
    }

    /// The next move somebody asked for.
    #[must_use]
    pub fn asked(&self) -> Option<Move> {
        self.shared.state().asked.pop_front()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let mut state = self.shared.state();
        state.closed = true;
        for stream in state.there.values() {
            let _ = stream.shutdown(Shutdown::Both);
        }
        drop(state);
        self.shared.changed.notify_all();
        // Whoever waits for somebody to come in is woken, and finds it closed.
        drop(self.rooms.enter(self.number));
        drop(self.door.take());
    }
}

/// Lets in whoever comes.
fn welcome(listener: &UnixListener, shared: &Arc<Shared>, bell: &Bell) {
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            // No descriptors are left: the next one may find some.
            thread::sleep(Duration::from_millis(100));
            continue;
        };
        if shared.state().closed {
            return;
        }
        // Who can't be let in finds the door shut, and may knock again.
        let _ = let_in(stream, shared, bell);
    }
}

fn let_in(stream: UnixStream, shared: &Arc<Shared>, bell: &Bell) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    let (hears, tells) = (stream.try_clone()?, stream.try_clone()?);
    let who = {
        let mut state = shared.state();
        if state.there.len() >= FOLLOWERS {
            return Ok(());
        }
        state.came += 1;
        let who = state.came;
        state.there.insert(who, stream);
        who
    };
    let (there, ring) = (Arc::clone(shared), bell.knock());
    let heard = thread::Builder::new()
        .name("room-hears".to_owned())
        .spawn(move || {
            hear(hears, &there, &ring);
            there.gone(who);
        });
    let there = Arc::clone(shared);
    let told = thread::Builder::new()
        .name("room-tells".to_owned())
        .spawn(move || {
            tell(tells, &there, who);
            there.gone(who);
        });
    if heard.is_err() || told.is_err() {
        shared.gone(who);
    }
    Ok(())
}

/// Takes in moves until whoever sends them goes, or sends something else.
fn hear(stream: UnixStream, shared: &Shared, ring: &dyn Fn()) {
    let mut lines = Lines::of(stream);
    while let Ok(Some(text)) = line(&mut lines, MOVE) {
        let Some(does) = Move::written(&text) else {
            continue;
        };
        let mut state = shared.state();
        if state.closed {
            return;
        }
        if state.asked.len() < WAITING {
            state.asked.push_back(does);
        }
        drop(state);
        ring();
    }
}

/// Sends what is the latest, whenever it has changed.
fn tell(mut stream: UnixStream, shared: &Shared, who: u64) {
    let mut seen = 0;
    loop {
        let mut state = shared.state();
        while state.version == seen && !state.closed && state.there.contains_key(&who) {
            state = shared
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
        if state.closed || !state.there.contains_key(&who) {
            return;
        }
        seen = state.version;
        let latest = Arc::clone(&state.latest);
        drop(state);
        if stream.write_all(latest.as_bytes()).is_err() {
            return;
        }
    }
}
