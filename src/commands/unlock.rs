//! The way into a home. A sealed one asks for its passphrase before anything of people's is read or written.
//!
//! It asks in plain lines, also where the full screen comes next. There is one place that reads a secret, the same for
//! both front ends and for pipes; and no practice has been opened yet, so nothing inside a pack can look like this question.

#[cfg(feature = "seal")]
use super::asking::Asking;
use super::{Desk, Failure, manner};
use crate::cli::Command;
use crate::store::disk::Real;
use crate::store::keeping::{Phase, Stay};
use crate::store::lock::Busy;
use crate::store::seal::{Locked, Shared};
use crate::store::shelf::Shelves;
use crate::text::clean_path;
use crate::words::Key;
use std::io::{self, Write};

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
    /// That nothing is left.
    Emptiness,
}

impl Wants {
    fn of(command: Option<&Command>) -> Self {
        match command {
            Some(Command::Practise(how)) if how.list => Self::Nothing,
            Some(Command::Forget { all: true, .. }) => Self::Emptiness,
            Some(Command::Agreements { due: true, .. }) => Self::WordsUnasked,
            Some(Command::Rehearse(how)) if how.list => Self::Words,
            None | Some(Command::Practise(_) | Command::Rehearse(_) | Command::Resume { .. }) => {
                Self::Walk
            }
            Some(_) => Self::Words,
        }
    }
}

/// Goes into the home for a command; an open one is simply open. The exit code, where a signal came instead.
pub(super) fn enter(
    desk: &mut Desk,
    command: Option<&Command>,
    out: &mut dyn Write,
) -> Result<Option<u8>, Failure> {
    let (phase, stay) = stand(desk)?;
    desk.stay = Some(stay);
    let Some(phase) = phase else {
        return Ok(None);
    };
    let wants = Wants::of(command);
    match wants {
        // Whoever has lost the passphrase can still erase everything, the key as well.
        Wants::Nothing | Wants::Emptiness => {
            let home = desk.shelves.home().clone();
            if wants == Wants::Emptiness {
                desk.stay = None;
                let stay = Stay::alone(home.root()).map_err(|busy| elsewhere(desk, &busy))?;
                desk.stay = Some(stay);
            }
            desk.shelves = Shelves::sealed(home, Shared::of(Locked));
            Ok(None)
        }
        Wants::WordsUnasked => Err(Failure::new(desk.words(), Key::ErrSealedDue, &[])),
        Wants::Walk => {
            // Where the full screen can't be, it says so before it asks for anything.
            manner::is_in_lines(&desk.everywhere, desk.words())?;
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

/// Why one can't be alone in the home.
pub(super) fn elsewhere(desk: &Desk, busy: &Busy) -> Failure {
    match busy {
        Busy::Closed(error) => cannot_tell(desk, error),
        Busy::Held | Busy::Unsupported => Failure::new(desk.words(), Key::ErrOpenElsewhere, &[]),
    }
}

fn refused(desk: &Desk, busy: &Busy) -> Failure {
    match busy {
        Busy::Closed(error) => cannot_tell(desk, error),
        Busy::Held | Busy::Unsupported => Failure::new(desk.words(), Key::ErrSealingNow, &[]),
    }
}

pub(super) fn cannot_tell(desk: &Desk, error: &io::Error) -> Failure {
    let why = error.kind().to_string();
    let path = clean_path(desk.shelves.home().root());
    let blanks = [("path", path.as_str()), ("why", &why)];
    Failure::new(desk.words(), Key::ErrDisk, &blanks)
}

#[cfg(not(feature = "seal"))]
fn unlocked(desk: &mut Desk, _: Phase, _: &mut dyn Write) -> Result<Option<u8>, Failure> {
    Err(Failure::new(desk.words(), Key::ErrNoSealing, &[]))
}

/// Asks for the passphrase, finishes what was interrupted, and goes in.
#[cfg(feature = "seal")]
fn unlocked(desk: &mut Desk, phase: Phase, out: &mut dyn Write) -> Result<Option<u8>, Failure> {
    let is_alone = desk.stay.as_ref().is_some_and(Stay::is_alone);
    let mut asking = Asking::at(desk, out)?;
    let (identity, phase) = match asking.unlock(desk, phase, is_alone)? {
        Ok(open) => open,
        Err(code) => return Ok(Some(code)),
    };
    let reader = asking.reader;
    desk.reader.replace(Some(reader));
    let home = desk.shelves.home().clone();
    if is_alone {
        // From here on others may be in here as well.
        desk.stay = None;
        let stay = Stay::together(home.root()).map_err(|busy| refused(desk, &busy))?;
        desk.stay = Some(stay);
    }
    desk.shelves = match phase {
        Some(_) => Shelves::sealed(home, Shared::of(identity)),
        None => Shelves::of(home),
    };
    Ok(None)
}
