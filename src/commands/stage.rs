//! `floe stage` and `floe notes`: a room is shown a made-up story, and a second terminal follows it.
//!
//! Neither has a home. A `--home` that is given stays unread: there is nothing in these two that could look into it.

use super::manner::{by_signal, fresh_reader, is_in_lines};
use super::{Failure, practise};
use crate::cli::{Everywhere, Stage as How};
use crate::content::{Id, Pack};
use crate::line::{self, Outcome};
use crate::runtime::Bell;
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
    let story = how.scenario.as_deref().map(Id::new);
    let seed = u32::try_from(Os.draw() & u64::from(u32::MAX)).unwrap_or(7);
    let show = Show::open(Arc::clone(pack), story.as_ref(), seed, Wall.now());
    let Some(show) = show else {
        let id = how.scenario.as_deref().unwrap_or_default();
        return Err(Failure::usage(words, Key::ErrNoStory, &[("id", id)]));
    };
    let open = |bell: &Bell| Stage::open(show, &rooms(), bell);
    let failed = |error: io::Error| Failure::out(words, &error);
    let outcome = if is_in_lines(everywhere, words)? {
        let (mut reader, bell) = (fresh_reader(words)?, Bell::default());
        let mut stage = open(&bell);
        if how.play {
            line::show::played(&mut stage, out).map_err(failed)?;
        }
        line::show::stage(&mut stage, &mut reader, &bell, out).map_err(failed)?
    } else {
        on_screen::stage(words, everywhere, open, how.play)?
    };
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
    let lines = is_in_lines(everywhere, words)?;
    let rooms = rooms();
    if room.is_none() {
        let open = rooms.list();
        if let [first, _, ..] = open[..] {
            return Err(which(words, &rooms, &open, first, out));
        }
    }
    let failed = |error: io::Error| Failure::out(words, &error);
    let follow = |bell: &Bell| Follower::of(rooms.clone(), room, bell);
    let outcome = if lines {
        let (mut reader, bell) = (fresh_reader(words)?, Bell::default());
        let follower = follow(&bell).map_err(failed)?;
        line::show::notes(&follower, words, &mut reader, &bell, out).map_err(failed)?
    } else {
        on_screen::notes(words, everywhere, follow)?
    };
    Ok(ended(&outcome, None, words, out))
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

#[cfg(feature = "tui")]
mod on_screen {
    //! Both on the full screen.

    use super::super::manner::look;
    use super::{Bell, Everywhere, Failure, Follower, Outcome, Stage, Words};
    use crate::tui::{Left, Screen};
    use std::io;

    pub(super) fn stage(
        words: Words<'_>,
        everywhere: &Everywhere,
        open: impl FnOnce(&Bell) -> Stage,
        play: bool,
    ) -> Result<Outcome, Failure> {
        let mut screen = screen(words, everywhere)?;
        let bell = screen.bell();
        let mut stage = open(&bell);
        outcome(words, screen.show_stage(&mut stage, play))
    }

    pub(super) fn notes(
        words: Words<'_>,
        everywhere: &Everywhere,
        follow: impl FnOnce(&Bell) -> io::Result<Follower>,
    ) -> Result<Outcome, Failure> {
        let mut screen = screen(words, everywhere)?;
        let bell = screen.bell();
        let follower = follow(&bell).map_err(|error| Failure::out(words, &error))?;
        outcome(words, screen.show_notes(&follower, words))
    }

    /// A wall is read from the back of a room, so it has a ground of its own wherever the terminal has the colours.
    fn screen(words: Words<'_>, everywhere: &Everywhere) -> Result<Screen, Failure> {
        let theme = everywhere.theme.as_deref().or(Some("night"));
        let look = look(words, everywhere, theme)?;
        Screen::open(look).map_err(|error| Failure::out(words, &error))
    }

    fn outcome(words: Words<'_>, left: io::Result<Left>) -> Result<Outcome, Failure> {
        match left {
            Ok(Left::Ended(ended)) => Ok(Outcome::Ended(ended)),
            Ok(Left::Signal(signal)) => Ok(Outcome::Signal(signal)),
            Err(error) => Err(Failure::out(words, &error)),
        }
    }
}

#[cfg(not(feature = "tui"))]
mod on_screen {
    //! There is no full screen in this floe, so nobody comes here.

    use super::{Bell, Everywhere, Failure, Follower, Key, Outcome, Stage, Words};
    use std::io;

    pub(super) fn stage(
        words: Words<'_>,
        _: &Everywhere,
        _: impl FnOnce(&Bell) -> Stage,
        _: bool,
    ) -> Result<Outcome, Failure> {
        Err(Failure::usage(words, Key::ErrNoTerminal, &[]))
    }

    pub(super) fn notes(
        words: Words<'_>,
        _: &Everywhere,
        _: impl FnOnce(&Bell) -> io::Result<Follower>,
    ) -> Result<Outcome, Failure> {
        Err(Failure::usage(words, Key::ErrNoTerminal, &[]))
    }
}
