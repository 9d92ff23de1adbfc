//! `floe stage` and `floe notes`: a room is shown a made-up story, and a second terminal follows it.
//!
//! Neither has a home. A `--home` that is given stays unread: there is nothing in these two that could look into it.

use super::manner::{Manner, by_signal, is_in_lines};
use super::{Failure, practise};
use crate::cli::{Everywhere, Stage as How};
use crate::content::{Id, Pack};
use crate::line::{self, Outcome};
use crate::runtime::env::{Clock as _, Entropy as _, Os, Wall, variable};
use crate::runtime::room::Follower;
use crate::runtime::stage::{Show, Stage};
use crate::store::rooms::Rooms;
use crate::text::clean_line;
use crate::words::{Key, Words};
use std::io::{self, Write};
use std::sync::Arc;

pub(super) fn run(
    everywhere: &Everywhere,
    pack: &Arc<Pack>,
    how: &How,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words = Words::of(pack);
    if how.list {
        return practise::list(words, &pack.scenarios, how.json, out);
    }
    let show = opened(pack, how)?;
    let manner = Manner::of_room(everywhere, words)?;
    on(manner, show, how.play, words, out)
}

/// On from the bank, on the same terminal, with the stories on the wall. It doesn't lead back: a list of somebody's
/// rivers is nothing a room is to see.
pub(super) fn go_on(
    manner: Manner,
    everywhere: &Everywhere,
    pack: &Arc<Pack>,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words = Words::of(pack);
    let show = opened(pack, &How::default())?;
    let manner = manner.for_room(everywhere, words)?;
    on(manner, show, false, words, out)
}

fn opened(pack: &Arc<Pack>, how: &How) -> Result<Show, Failure> {
    let story = how.scenario.as_deref().map(Id::new);
    let seed = u32::try_from(Os.draw() & u64::from(u32::MAX)).unwrap_or(7);
    let show = Show::open(Arc::clone(pack), story.as_ref(), seed, Wall.now());
    show.ok_or_else(|| {
        let id = how.scenario.as_deref().unwrap_or_default();
        Failure::usage(Words::of(pack), Key::ErrNoStory, &[("id", id)])
    })
}

/// Shows it until somebody leaves.
fn on(
    manner: Manner,
    show: Show,
    plays: bool,
    words: Words<'_>,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let failed = |error: io::Error| Failure::out(words, &error);
    let bell = manner.bell();
    let mut stage = Stage::open(show, &rooms(), &bell);
    let outcome = match manner {
        Manner::Lines(mut reader) => {
            if plays {
                line::show::played(&mut stage, out).map_err(failed)?;
            }
            line::show::stage(&mut stage, &mut reader, &bell, out)
        }
        #[cfg(feature = "tui")]
        Manner::Screen(mut screen) => screen.show_stage(&mut stage, plays).map(Outcome::from),
    };
    let outcome = outcome.map_err(failed)?;
    Ok(ended(&outcome, Some(Key::StageFarewell), words, out))
}

/// Follows a stage.
pub(super) fn notes(
    everywhere: &Everywhere,
    pack: &Pack,
    room: Option<u16>,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words = Words::of(pack);
    let failed = |error: io::Error| Failure::out(words, &error);
    // A terminal that is missing is told before anything else.
    is_in_lines(everywhere, words)?;
    let rooms = rooms();
    if room.is_none() {
        let open = rooms.list();
        if let [first, _, ..] = open[..] {
            return Err(which(words, &rooms, &open, first, out));
        }
    }
    let manner = Manner::of_room(everywhere, words)?;
    let bell = manner.bell();
    let follower = Follower::of(rooms, room, &bell).map_err(failed)?;
    let outcome = match manner {
        Manner::Lines(mut reader) => line::show::notes(&follower, words, &mut reader, &bell, out),
        #[cfg(feature = "tui")]
        Manner::Screen(mut screen) => screen.show_notes(&follower, words).map(Outcome::from),
    };
    Ok(ended(&outcome.map_err(failed)?, None, words, out))
}

/// Where terminals find each other.
fn rooms() -> Rooms {
    let runtime = variable("XDG_RUNTIME_DIR");
    Rooms::usual(runtime.as_deref(), variable("TMPDIR").as_deref())
}

/// Lists the rooms that are open, each with the story on its wall.
fn which(
    words: Words<'_>,
    rooms: &Rooms,
    open: &[u16],
    first: u16,
    out: &mut dyn Write,
) -> Failure {
    let mut lines = vec![words.say(Key::StageNotesWhich, &[])];
    lines.extend(open.iter().map(|number| {
        let place = Follower::look_into(rooms, *number).unwrap_or_default();
        let n = number.to_string();
        let blanks = [("n", &*n), ("place", &*place)];
        clean_line(&words.say(Key::StageNotesRoom, &blanks)).into_owned()
    }));
    for line in lines {
        // The two lines on standard error say the same to whoever can't read these.
        let _ = writeln!(out, "{line}");
    }
    Failure::usage(words, Key::ErrWhichRoom, &[("n", &first.to_string())])
}

fn ended(outcome: &Outcome, farewell: Option<Key>, words: Words<'_>, out: &mut dyn Write) -> u8 {
    if let Some(key) = farewell {
        // The terminal may be gone; nothing is lost with it.
        let _ = writeln!(out, "{}", words.say(key, &[]));
    }
    match outcome {
        Outcome::Signal(signal) => by_signal(*signal),
        Outcome::Ended(_) | Outcome::InputEnded => 0,
    }
}
