//! The way into a home. A sealed one asks for its passphrase before anything of people's is read or written.

use super::{Desk, Failure, manner};
use crate::cli::Command;
use crate::line::read::{Echo, Read, Reader};
use crate::store::disk::Real;
use crate::store::keeping::{Phase, Stay};
use crate::store::lock::Busy;
use crate::store::seal::{Locked, Shared};
use crate::store::shelf::Shelves;
use crate::words::{Key, Words};
use std::io::{self, Write};
use zeroize::Zeroizing;

/// What came of going in.
pub(super) enum Entered {
    /// All of it can be read.
    In(Desk),
    /// Somebody turned round, or a signal came; the exit code.
    Left(u8),
}

/// What a command wants of a home.
#[derive(PartialEq, Eq)]
enum Wants {
    /// To walk, in lines or on the full screen.
    Walk,
    /// People's words, which are printed where other programs may read them.
    Words,
    /// Words, but nobody is there to be asked.
    WordsUnasked,
    /// No words.
    Nothing,
}

impl Wants {
    fn of(command: Option<&Command>) -> Self {
        match command {
            Some(Command::Practise(how)) if how.list => Self::Nothing,
            // Whoever has lost the passphrase can still erase everything.
            Some(Command::Forget { all: true, .. }) => Self::Nothing,
            Some(Command::Agreements { due: true, .. }) => Self::WordsUnasked,
            Some(Command::Rehearse(how)) if how.list => Self::Words,
            None | Some(Command::Practise(_) | Command::Rehearse(_) | Command::Resume { .. }) => {
                Self::Walk
            }
            Some(_) => Self::Words,
        }
    }
}

/// Goes into the home for a command. An open one is simply open.
pub(super) fn enter(
    mut desk: Desk,
    command: Option<&Command>,
    out: &mut dyn Write,
) -> Result<Entered, Failure> {
    let (phase, stay) = stand(&desk)?;
    desk.stay = Some(stay);
    let Some(phase) = phase else {
        return Ok(Entered::In(desk));
    };
    match Wants::of(command) {
        Wants::Nothing => {
            let home = desk.shelves.home().clone();
            desk.shelves = Shelves::sealed(home, Shared::of(Locked));
            Ok(Entered::In(desk))
        }
        Wants::WordsUnasked => Err(Failure::new(desk.words(), Key::ErrSealedDue, &[])),
        Wants::Walk => {
            // Where the full screen can't be, it says so before it asks for anything.
            manner::is_in_lines(&desk)?;
            unlocked(desk, phase, out)
        }
        Wants::Words => unlocked(desk, phase, &mut io::stderr()),
    }
}

/// How the home is kept, and a place in it: alone where something was interrupted that is to be finished.
fn stand(desk: &Desk) -> Result<(Option<Phase>, Stay), Failure> {
    let root = desk.shelves.home().root();
    let together = || Stay::together(root).map_err(|busy| refused(desk, &busy));
    let stay = together()?;
    let phase = Phase::of(&Real, root).map_err(|error| cannot_tell(desk, &error))?;
    if !matches!(phase, Some(Phase::Sealing | Phase::Unsealing)) {
        return Ok((phase, stay));
    }
    drop(stay);
    let stay = Stay::alone(root).or_else(|_| together())?;
    let phase = Phase::of(&Real, root).map_err(|error| cannot_tell(desk, &error))?;
    Ok((phase, stay))
}

pub(super) fn refused(desk: &Desk, busy: &Busy) -> Failure {
    match busy {
        Busy::Closed(error) => cannot_tell(desk, error),
        Busy::Held | Busy::Unsupported => Failure::new(desk.words(), Key::ErrSealingNow, &[]),
    }
}

pub(super) fn cannot_tell(desk: &Desk, error: &io::Error) -> Failure {
    let why = error.kind().to_string();
    let path = desk.shelves.home().root().display().to_string();
    let blanks = [("path", path.as_str()), ("why", &why)];
    Failure::new(desk.words(), Key::ErrDisk, &blanks)
}

#[cfg(not(feature = "seal"))]
fn unlocked(desk: Desk, _: Phase, _: &mut dyn Write) -> Result<Entered, Failure> {
    Err(Failure::new(desk.words(), Key::ErrNoSealing, &[]))
}

/// Asks for the passphrase, finishes what was interrupted, and goes in.
#[cfg(feature = "seal")]
fn unlocked(mut desk: Desk, phase: Phase, out: &mut dyn Write) -> Result<Entered, Failure> {
    let is_alone = desk.stay.as_ref().is_some_and(Stay::is_alone);
    let mut asking = Asking::at(&desk, out)?;
    let (identity, phase) = match asking.unlock(&desk, phase, is_alone)? {
        Ok(open) => open,
        Err(code) => return Ok(Entered::Left(code)),
    };
    let reader = asking.reader;
    desk.reader.replace(Some(reader));
    let home = desk.shelves.home().clone();
    // From here on others may be in here as well.
    desk.stay = None;
    let stay = Stay::together(home.root()).map_err(|busy| refused(&desk, &busy))?;
    desk.stay = Some(stay);
    desk.shelves = match phase {
        Some(_) => Shelves::sealed(home, Shared::of(identity)),
        None => Shelves::of(home),
    };
    Ok(Entered::In(desk))
}

/// What somebody answered.
pub(super) enum Heard {
    /// A line.
    Line(Zeroizing<String>),
    /// Nothing more will come.
    Ended,
    /// A signal came; the exit code.
    Signal(u8),
}

/// Questions in plain lines, outside of every page.
pub(super) struct Asking<'a> {
    words: Words<'a>,
    pub(super) reader: Reader,
    out: &'a mut dyn Write,
}

impl<'a> Asking<'a> {
    pub(super) fn at(desk: &'a Desk, out: &'a mut dyn Write) -> Result<Self, Failure> {
        Ok(Self {
            words: desk.words(),
            reader: manner::reader(desk)?,
            out,
        })
    }

    /// Says a sentence.
    pub(super) fn say(&mut self, key: Key, blanks: &[(&str, &str)]) -> Result<(), Failure> {
        let said = writeln!(self.out, "{}", self.words.say(key, blanks));
        said.map_err(|error| Failure::out(self.words, &error))
    }

    pub(super) fn failure(&self, key: Key) -> Failure {
        Failure::new(self.words, key, &[])
    }

    /// A line nobody sees.
    pub(super) fn hidden(&mut self) -> Result<Heard, Failure> {
        self.prompted("[hidden line]", Echo::Hidden)
    }

    /// Yes or no, until it is one of them; nothing is no. An exit code where a signal came.
    pub(super) fn yes_or_no(&mut self) -> Result<Result<bool, u8>, Failure> {
        loop {
            let line = match self.prompted("[yes or no]", Echo::Shown)? {
                Heard::Line(line) => line.trim().to_lowercase(),
                Heard::Ended => return Ok(Ok(false)),
                Heard::Signal(code) => return Ok(Err(code)),
            };
            let [yes, no] = [Key::Yes, Key::No].map(|key| self.words.say(key, &[]));
            let is = |word: &str| !line.is_empty() && word.starts_with(line.as_str());
            match (is(&yes), is(&no)) {
                (true, _) => return Ok(Ok(true)),
                (_, true) => return Ok(Ok(false)),
                _ => {}
            }
        }
    }

    fn prompted(&mut self, tag: &str, echo: Echo) -> Result<Heard, Failure> {
        let failed = |error: io::Error| Failure::out(self.words, &error);
        write!(self.out, "{tag} > ")
            .and_then(|()| self.out.flush())
            .map_err(failed)?;
        let read = self.reader.line(echo, &mut |_| {}).map_err(failed)?;
        // On a terminal Enter has ended the row of the prompt; out of a pipe nothing has.
        if !(self.reader.is_terminal() && matches!(read, Read::Line(_))) {
            writeln!(self.out).map_err(failed)?;
        }
        Ok(match read {
            Read::Line(line) => Heard::Line(Zeroizing::new(line)),
            Read::End(line) if !line.is_empty() => Heard::Line(Zeroizing::new(line)),
            Read::End(_) | Read::Rang(_) => Heard::Ended,
            Read::Signal(signal, typed) => {
                drop(Zeroizing::new(typed));
                Heard::Signal(u8::try_from(128 + signal).unwrap_or(1))
            }
        })
    }
}

#[cfg(feature = "seal")]
mod key {
    use super::{Asking, Desk, Failure, Heard};
    use crate::store::disk::Real;
    use crate::store::identity::{Identity, unlock};
    use crate::store::keeping::Phase;
    use crate::store::seal::SealError;
    use crate::store::turning;
    use crate::words::Key;

    /// How often somebody at a terminal may try.
    const TRIES: usize = 3;

    impl Asking<'_> {
        /// Asks for the passphrase of a home and finishes what was interrupted there; says how it is kept now. An exit
        /// code where somebody leaves instead. What another floe may be working on is finished by that one.
        pub(in crate::commands) fn unlock(
            &mut self,
            desk: &Desk,
            phase: Phase,
            is_alone: bool,
        ) -> Result<Result<(Identity, Option<Phase>), u8>, Failure> {
            let root = desk.shelves.home().root();
            self.say(Key::UnlockAsk, &[])?;
            // What comes through a pipe is one passphrase and then answers.
            let tries = if self.reader.is_terminal() { TRIES } else { 1 };
            for left in (0..tries).rev() {
                let passphrase = match self.hidden()? {
                    Heard::Line(line) => line,
                    Heard::Ended => break,
                    Heard::Signal(code) => return Ok(Err(code)),
                };
                match unlock(&Real, root, phase, &passphrase) {
                    Ok(identity) => {
                        let phase = self.finished(desk, &identity, phase, is_alone)?;
                        return Ok(Ok((identity, phase)));
                    }
                    Err(SealError::TooCostly) => {
                        let path = phase.key_in(root).display().to_string();
                        let blanks = [("path", path.as_str())];
                        return Err(Failure::new(desk.words(), Key::ErrTooCostly, &blanks));
                    }
                    Err(_) if left > 0 => self.say(Key::UnlockAgain, &[])?,
                    Err(_) => {}
                }
            }
            Err(Failure::new(desk.words(), Key::ErrLocked, &[]))
        }

        /// Goes on with a sealing or unsealing that was interrupted, if nobody else is here.
        fn finished(
            &mut self,
            desk: &Desk,
            identity: &Identity,
            phase: Phase,
            is_alone: bool,
        ) -> Result<Option<Phase>, Failure> {
            let root = desk.shelves.home().root();
            if is_alone
                && phase != Phase::Sealed
                && let Err(stopped) = turning::finish(&Real, root, identity, phase)
            {
                let path = stopped.path.display().to_string();
                let blanks = [("path", path.as_str()), ("why", &stopped.reason())];
                self.say(Key::SealingWaits, &blanks)?;
            }
            let now = Phase::of(&Real, root);
            now.map_err(|error| super::cannot_tell(desk, &error))
        }
    }
}
