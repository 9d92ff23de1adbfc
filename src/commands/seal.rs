//! `floe seal` and `floe unseal`: a passphrase over everything that is kept, or none. Both are walked in plain lines.

use super::{Desk, Failure};
use crate::words::Key;
use std::io::Write;

#[cfg(not(feature = "seal"))]
pub(super) fn run(desk: &Desk, _: &mut dyn Write) -> Result<u8, Failure> {
    Err(Failure::new(desk.words(), Key::ErrNoSealing, &[]))
}

#[cfg(not(feature = "seal"))]
pub(super) fn undo(desk: &Desk, out: &mut dyn Write) -> Result<u8, Failure> {
    run(desk, out)
}

#[cfg(feature = "seal")]
pub(super) use with_age::{run, undo};

#[cfg(feature = "seal")]
mod with_age {
    use super::{Desk, Failure, Key, Write};
    use crate::commands::asking::{Asking, Heard};
    use crate::commands::unlock::{cannot_tell, elsewhere};
    use crate::store::disk::Real;
    use crate::store::identity::{Cost, Identity};
    use crate::store::keeping::{Phase, Stay};
    use crate::store::lock::Busy;
    use crate::store::turning::{self, Stopped};
    use crate::text::clean_path;
    use zeroize::Zeroizing;

    /// How often two lines may differ.
    const TRIES: usize = 3;

    /// What somebody chose, or the exit code with which they left.
    type Chosen<T> = Result<T, u8>;

    /// Seals a home; one that is sealed already is offered another passphrase.
    pub(in crate::commands) fn run(desk: &Desk, out: &mut dyn Write) -> Result<u8, Failure> {
        let (stay, phase) = alone(desk)?;
        let home = clean_path(desk.shelves.home().root());
        let mut asking = Asking::at(desk, out)?;
        let phase = match phase {
            None => None,
            Some(phase) => match asking.unlock(desk, phase, true)? {
                Err(code) => return Ok(code),
                // What was interrupted is done now, and that is what was asked for.
                Ok((_, Some(Phase::Sealed))) if phase == Phase::Sealing => {
                    return done(desk, &mut asking);
                }
                Ok((identity, Some(Phase::Sealed))) => {
                    return change(desk, &mut asking, &identity);
                }
                Ok((_, phase)) => phase,
            },
        };
        if phase.is_some() {
            // What stands in the way was told.
            return Ok(1);
        }
        let passphrase = match twice(&mut asking, Key::SealWhat, &[("home", &home)])? {
            Ok(passphrase) => passphrase,
            Err(code) => return Ok(code),
        };
        let root = desk.shelves.home().ensure();
        let root = root.map_err(|error| Failure::home(desk.words(), &error))?;
        // The folder may only just have been made.
        drop(stay);
        let (_stay, phase) = alone(desk)?;
        if phase.is_some() {
            return Err(elsewhere(desk, &Busy::Held));
        }
        let identity = Identity::draw();
        let key = key_under(desk, &identity, &passphrase)?;
        turning::seal(&Real, root, &identity, &key).map_err(|error| stopped(desk, &error))?;
        done(desk, &mut asking)
    }

    /// Takes the seal off.
    pub(in crate::commands) fn undo(desk: &Desk, out: &mut dyn Write) -> Result<u8, Failure> {
        let (_stay, phase) = alone(desk)?;
        let root = desk.shelves.home().root();
        let mut asking = Asking::at(desk, out)?;
        let Some(phase) = phase else {
            asking.say(Key::UnsealOpen, &[])?;
            return Ok(0);
        };
        match asking.unlock(desk, phase, true)? {
            Err(code) => return Ok(code),
            Ok((identity, Some(Phase::Sealed))) => {
                let unsealed = turning::unseal(&Real, root, &identity);
                unsealed.map_err(|error| stopped(desk, &error))?;
            }
            Ok((_, Some(_))) => return Ok(1),
            // What was interrupted is done now.
            Ok((_, None)) => {}
        }
        desk.shelves.home().remove_if_empty();
        asking.say(Key::UnsealDone, &[])?;
        Ok(0)
    }

    /// Makes sure that nobody else is in the home, and says how it is kept.
    fn alone(desk: &Desk) -> Result<(Stay, Option<Phase>), Failure> {
        let home = desk.shelves.home();
        home.check()
            .map_err(|error| Failure::home(desk.words(), &error))?;
        let stay = Stay::alone(home.root()).map_err(|busy| elsewhere(desk, &busy))?;
        let phase = Phase::of(&Real, home.root()).map_err(|error| cannot_tell(desk, &error))?;
        Ok((stay, phase))
    }

    /// Another passphrase for the same key: no file is written but the key's own.
    fn change(desk: &Desk, asking: &mut Asking<'_>, identity: &Identity) -> Result<u8, Failure> {
        let root = desk.shelves.home().root();
        // What somebody has put here since, an old copy for instance.
        let sealed = turning::finish(&Real, root, identity, Phase::Sealed);
        sealed.map_err(|error| stopped(desk, &error))?;
        asking.say(Key::SealChange, &[])?;
        match asking.yes_or_no()? {
            Ok(true) => {}
            Ok(false) => {
                asking.say(Key::SealKept, &[])?;
                return Ok(0);
            }
            Err(code) => return Ok(code),
        }
        let passphrase = match twice(asking, Key::SealNew, &[])? {
            Ok(passphrase) => passphrase,
            Err(code) => return Ok(code),
        };
        let key = key_under(desk, identity, &passphrase)?;
        let changed = turning::change_key(&Real, root, &key);
        changed.map_err(|error| stopped(desk, &error))?;
        asking.say(Key::SealChanged, &[])?;
        Ok(0)
    }

    /// A new passphrase, given twice the same.
    fn twice(
        asking: &mut Asking<'_>,
        what: Key,
        blanks: &[(&str, &str)],
    ) -> Result<Chosen<Zeroizing<String>>, Failure> {
        asking.say(what, blanks)?;
        for left in (0..TRIES).rev() {
            let first = asking.hidden()?;
            let first = match first {
                Heard::Line(first) => first,
                Heard::Ended => break,
                Heard::Signal(code) => return Ok(Err(code)),
            };
            asking.say(Key::SealAgain, &[])?;
            match asking.hidden()? {
                Heard::Line(again) if *again == *first && !first.is_empty() => {
                    return Ok(Ok(first));
                }
                Heard::Line(_) if left > 0 => asking.say(Key::SealDiffer, &[])?,
                Heard::Line(_) | Heard::Ended => break,
                Heard::Signal(code) => return Ok(Err(code)),
            }
        }
        Err(asking.failure(Key::ErrNoPassphrase))
    }

    /// The file of a key under a passphrase, tried once before anything depends on it.
    fn key_under(desk: &Desk, identity: &Identity, passphrase: &str) -> Result<Vec<u8>, Failure> {
        let key = identity.under(passphrase, Cost::USUAL);
        let tried = key.and_then(|key| {
            let again = Identity::with(passphrase, &key)?;
            again.opens_for(identity).map(|()| key)
        });
        tried.map_err(|error| {
            let source = error.into();
            let path = Phase::Sealed.key_in(desk.shelves.home().root());
            stopped(desk, &Stopped { path, source })
        })
    }

    fn done(desk: &Desk, asking: &mut Asking<'_>) -> Result<u8, Failure> {
        asking.say(Key::SealDone, &[("home", &desk.home_flag())])?;
        Ok(0)
    }

    fn stopped(desk: &Desk, stopped: &Stopped) -> Failure {
        let path = clean_path(&stopped.path);
        let blanks = [("path", path.as_str()), ("why", &stopped.reason())];
        Failure::new(desk.words(), Key::ErrSealStopped, &blanks)
    }
}
