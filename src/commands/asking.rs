//! Questions in plain lines outside of every page: the passphrase of a home, and a yes or no.

use super::unlock::cannot_tell;
use super::{Desk, Failure, manner};
use crate::line::read::{Echo, Read, Reader};
use crate::store::disk::Real;
use crate::store::identity::{Identity, unlock};
use crate::store::keeping::Phase;
use crate::store::seal::SealError;
use crate::store::turning;
use crate::text::clean_path;
use crate::words::{Key, Words};
use std::io::{self, Write};
use zeroize::Zeroizing;

/// How often somebody at a terminal may try.
const TRIES: usize = 3;

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
                Heard::Line(line) => line,
                Heard::Ended => return Ok(Ok(false)),
                Heard::Signal(code) => return Ok(Err(code)),
            };
            if let Some(said) = self.words.yes_or_no(&line) {
                return Ok(Ok(said));
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
            Read::End(_) | Read::Rang(_) | Read::Knocked => Heard::Ended,
            Read::Signal(signal, typed) => {
                drop(Zeroizing::new(typed));
                Heard::Signal(u8::try_from(128 + signal).unwrap_or(1))
            }
        })
    }
}

impl Asking<'_> {
    /// Asks for the passphrase of a home and finishes what was interrupted there; says how it is kept now. An exit
    /// code where somebody leaves instead. What another floe may be working on is finished by that one.
    pub(super) fn unlock(
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
                    let path = clean_path(&phase.key_in(root));
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
            let path = clean_path(&stopped.path);
            let blanks = [("path", path.as_str()), ("why", &stopped.reason())];
            self.say(Key::SealingWaits, &blanks)?;
        }
        let now = Phase::of(&Real, root);
        now.map_err(|error| cannot_tell(desk, &error))
    }
}
