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
        on_screen::stage(everywhere, open, how.play).map_err(failed)?
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
        on_screen::notes(everywhere, follow, words).map_err(failed)?
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
    use super::{Bell, Everywhere, Follower, Outcome, Stage, Words};
    use crate::tui::{Left, Screen};
    use std::io;

    pub(super) fn stage(
        everywhere: &Everywhere,
        open: impl FnOnce(&Bell) -> Stage,
        play: bool,
    ) -> io::Result<Outcome> {
        let mut screen = screen(everywhere)?;
        let bell = screen.bell();
        let mut stage = open(&bell);
        screen.show_stage(&mut stage, play).map(outcome)
    }

    pub(super) fn notes(
        everywhere: &Everywhere,
        follow: impl FnOnce(&Bell) -> io::Result<Follower>,
        words: Words<'_>,
    ) -> io::Result<Outcome> {
        let mut screen = screen(everywhere)?;
        let bell = screen.bell();
        let follower = follow(&bell)?;
        screen.show_notes(&follower, words).map(outcome)
    }

    /// A wall is read from the back of a room, so it has a ground of its own wherever the terminal has the colours.
    fn screen(everywhere: &Everywhere) -> io::Result<Screen> {
        let theme = everywhere.theme.as_deref().or(Some("night"));
        Screen::open(look(everywhere, theme))
    }

    fn outcome(left: Left) -> Outcome {
        match left {
            Left::Ended(ended) => Outcome::Ended(ended),
            Left::Signal(signal) => Outcome::Signal(signal),
        }
    }
}

#[cfg(not(feature = "tui"))]
mod on_screen {
    //! There is no full screen in this floe, so nobody comes here.

    use super::{Bell, Everywhere, Follower, Outcome, Stage, Words};
    use std::io;

    pub(super) fn stage(
        _: &Everywhere,
        _: impl FnOnce(&Bell) -> Stage,
        _: bool,
    ) -> io::Result<Outcome> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(super) fn notes(
        _: &Everywhere,
        _: impl FnOnce(&Bell) -> io::Result<Follower>,
        _: Words<'_>,
    ) -> io::Result<Outcome> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
