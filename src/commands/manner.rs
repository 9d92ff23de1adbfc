//! How a guide is walked: in plain lines or on the full screen, whichever was asked for and can be.

use super::{Desk, Failure};
use crate::cli::Everywhere;
#[cfg(feature = "tui")]
use crate::content::theme::{self, Theme};
use crate::line::{self, Outcome, read::Reader};
use crate::runtime::{Bell, Guide, env, signals::Signals};
use crate::words::{Key, Words};
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

/// Lines or screen, opened once for the whole run.
pub(crate) enum Manner {
    /// Plain lines.
    Lines(Box<Reader>),
    /// The full screen.
    #[cfg(feature = "tui")]
    Screen(Box<crate::tui::Screen>),
}

/// Whether plain lines were asked for, or are all there can be. Without a terminal on both ends the full screen
/// refuses.
pub(super) fn is_in_lines(everywhere: &Everywhere, words: Words<'_>) -> Result<bool, Failure> {
    if everywhere.line || env::wants_lines() || cfg!(not(feature = "tui")) {
        return Ok(true);
    }
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(Failure::usage(words, Key::ErrNoTerminal, &[]));
    }
    Ok(env::has_plain_terminal())
}

/// What reads lines; the one that has read some already, if there is one.
pub(super) fn reader(desk: &Desk) -> Result<Reader, Failure> {
    if let Some(reader) = desk.reader.take() {
        return Ok(reader);
    }
    fresh_reader(desk.words())
}

/// What reads lines, where nothing has been read yet.
pub(super) fn fresh_reader(words: Words<'_>) -> Result<Reader, Failure> {
    let reader = Signals::listen().and_then(|signals| Reader::stdin(Arc::new(signals)));
    reader.map_err(|error| Failure::out(words, &error))
}

/// Whether no colour is wanted.
#[cfg(feature = "tui")]
fn is_plain(everywhere: &Everywhere) -> bool {
    use crate::cli::When;
    let color = everywhere.color;
    color == When::Never || (color == When::Auto && env::no_color())
}

/// How the screen is to look.
#[cfg(feature = "tui")]
pub(super) fn look(
    words: Words<'_>,
    everywhere: &Everywhere,
    theme: Option<&str>,
) -> Result<crate::tui::Look, Failure> {
    use super::tongue;
    use crate::tui::{Colours, Look};
    let plain = is_plain(everywhere);
    let colours = Colours::told(
        env::variable("COLORTERM").as_deref(),
        env::variable("TERM").as_deref(),
    );
    let [usual, asked] = [None, theme].map(|name| themed(words, name));
    // Whoever wants no colour wants it calm.
    let motion = !everywhere.no_motion && !env::no_color();
    let look = |themes| Look::asked(themes, plain, motion, colours);
    let (asked, usual) = (asked?, usual?);
    Ok(match tongue::is_in_ascii(everywhere.ascii) {
        // What is solid can't be drawn in ASCII, and strokes can.
        true if asked.draws == theme::Draws::Solid => look([&usual, &usual]).in_ascii(),
        true => look([&asked, &usual]).in_ascii(),
        false => look([&asked, &usual]),
    })
}

#[cfg(feature = "tui")]
impl From<crate::tui::Left> for Outcome {
    fn from(left: crate::tui::Left) -> Self {
        match left {
            crate::tui::Left::Ended(ended) => Self::Ended(ended),
            crate::tui::Left::Signal(signal) => Self::Signal(signal),
        }
    }
}

/// How a wall is to look: without colour nothing is typed on it either.
#[cfg(feature = "tui")]
fn of_wall(words: Words<'_>, everywhere: &Everywhere) -> Result<crate::tui::Look, Failure> {
    let theme = everywhere.theme.as_deref().or(Some("night"));
    let look = look(words, everywhere, theme)?;
    Ok(crate::tui::Look {
        motion: look.motion && !is_plain(everywhere),
        ..look
    })
}

impl Manner {
    /// Opens what was asked for.
    pub(crate) fn open(desk: &Desk) -> Result<Self, Failure> {
        if is_in_lines(&desk.everywhere, desk.words())? {
            return Ok(Self::Lines(Box::new(reader(desk)?)));
        }
        // It has the terminal, which is to be the screen's.
        drop(desk.reader.take());
        Self::screen(desk)
    }

    #[cfg(feature = "tui")]
    fn screen(desk: &Desk) -> Result<Self, Failure> {
        let theme = desk.everywhere.theme.as_deref();
        let look = look(desk.words(), &desk.everywhere, theme)?;
        let screen =
            crate::tui::Screen::open(look).map_err(|error| Failure::out(desk.words(), &error))?;
        Ok(Self::Screen(Box::new(screen)))
    }

    #[cfg(not(feature = "tui"))]
    fn screen(desk: &Desk) -> Result<Self, Failure> {
        Err(Failure::usage(desk.words(), Key::ErrNoTerminal, &[]))
    }

    /// For a stage or the notes beside one, which have no home. A wall is read from the back of a room, so it has a
    /// ground of its own wherever the terminal has the colours.
    pub(super) fn of_room(everywhere: &Everywhere, words: Words<'_>) -> Result<Self, Failure> {
        if is_in_lines(everywhere, words)? {
            return Ok(Self::Lines(Box::new(fresh_reader(words)?)));
        }
        Self::wall(everywhere, words)
    }

    #[cfg(feature = "tui")]
    fn wall(everywhere: &Everywhere, words: Words<'_>) -> Result<Self, Failure> {
        let screen = crate::tui::Screen::open(of_wall(words, everywhere)?);
        let screen = screen.map_err(|error| Failure::out(words, &error))?;
        Ok(Self::Screen(Box::new(screen)))
    }

    #[cfg(not(feature = "tui"))]
    fn wall(_: &Everywhere, words: Words<'_>) -> Result<Self, Failure> {
        Err(Failure::usage(words, Key::ErrNoTerminal, &[]))
    }

    /// The same terminal for a stage: nothing that stood on the screen is left there, and what was typed ahead is.
    #[cfg(feature = "tui")]
    pub(super) fn for_room(
        self,
        everywhere: &Everywhere,
        words: Words<'_>,
    ) -> Result<Self, Failure> {
        let Self::Screen(mut screen) = self else {
            return Ok(self);
        };
        let cleared = screen.clear_for(of_wall(words, everywhere)?);
        cleared.map_err(|error| Failure::out(words, &error))?;
        Ok(Self::Screen(screen))
    }

    /// The same for a stage. What was typed ahead is taken along.
    #[cfg(not(feature = "tui"))]
    pub(super) fn for_room(self, _: &Everywhere, _: Words<'_>) -> Result<Self, Failure> {
        Ok(self)
    }

    /// Rings when a save is through, so that the screen can say so.
    pub(crate) fn bell(&self) -> Bell {
        match self {
            Self::Lines(_) => Bell::default(),
            #[cfg(feature = "tui")]
            Self::Screen(screen) => screen.bell(),
        }
    }

    /// Walks a guide to its end.
    pub(crate) fn walk(
        &mut self,
        desk: &Desk,
        guide: &mut dyn Guide,
        out: &mut dyn Write,
    ) -> Result<Outcome, Failure> {
        let outcome = match self {
            Self::Lines(reader) => line::run(guide, reader, out),
            #[cfg(feature = "tui")]
            Self::Screen(screen) => screen.walk(guide).map(Outcome::from),
        };
        walked(outcome, desk, guide)
    }

    /// The same, with pages that change when the bell rings.
    pub(crate) fn watch(
        &mut self,
        desk: &Desk,
        guide: &mut dyn Guide,
        bell: &Bell,
        out: &mut dyn Write,
    ) -> Result<Outcome, Failure> {
        let outcome = match self {
            Self::Lines(reader) => line::watch(guide, reader, bell, out),
            // It hears the bell in any case.
            #[cfg(feature = "tui")]
            Self::Screen(screen) => screen.walk(guide).map(Outcome::from),
        };
        walked(outcome, desk, guide)
    }

    /// Ends the full screen, and says there what line mode has said already.
    pub(crate) fn close(self, guide: &dyn Guide, outcome: &Outcome, out: &mut dyn Write) -> u8 {
        match self {
            Self::Lines(_) => {}
            #[cfg(feature = "tui")]
            Self::Screen(screen) => {
                let silent = screen.was_hidden();
                drop(screen);
                if !silent {
                    for sentence in guide.farewell() {
                        // The terminal may be gone; the words are safe either way.
                        let _ = writeln!(out, "{sentence}");
                    }
                }
            }
        }
        let _ = out;
        code(outcome, guide)
    }
}

/// How a walk ended. Whatever could not be printed or read: what was written is saved before anything is said.
fn walked(
    outcome: io::Result<Outcome>,
    desk: &Desk,
    guide: &mut dyn Guide,
) -> Result<Outcome, Failure> {
    outcome.map_err(|error| {
        guide.act(crate::runtime::Act::Leave);
        Failure::out(desk.words(), &error)
    })
}

/// The exit code of an end by a signal.
pub(super) fn by_signal(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(1)
}

/// The theme of this name, or the usual one.
#[cfg(feature = "tui")]
fn themed(words: Words<'_>, name: Option<&str>) -> Result<Theme, Failure> {
    let name = name.or_else(|| theme::names().next()).unwrap_or_default();
    theme::named(name).ok_or_else(|| {
        let there = theme::names().collect::<Vec<_>>().join(", ");
        Failure::usage(words, Key::ErrNoTheme, &[("name", name), ("names", &there)])
    })
}

fn code(outcome: &Outcome, guide: &dyn Guide) -> u8 {
    match outcome {
        Outcome::Signal(signal) => by_signal(*signal),
        Outcome::Ended(_) | Outcome::InputEnded => u8::from(guide.trouble().is_some()),
    }
}
