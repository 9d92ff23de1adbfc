//! The terminal in line mode: its settings, taken and given back, and our own echo.
//!
//! The kernel keeps only 4096 bytes of a line and forgets the rest, so floe edits lines by itself:
//! the kernel's editing and echo are off from the first prompt to the last. Echo can therefore
//! never be on when a hidden prompt appears, and keys typed ahead are never thrown away.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::fs::{OFlags, fcntl_getfl};
use rustix::io::retry_on_intr;
use rustix::process::{Signal, getpgrp, kill_current_process_group};
use rustix::termios::{
    InputModes, LocalModes, OptionalActions, SpecialCodeIndex, Termios, isatty, tcgetattr,
    tcgetpgrp, tcsetattr,
};
use zeroize::Zeroize as _;

use super::read::{Echo, Step};
use super::typed::{CTRL_D, Typed};
use crate::runtime::signals::Signals;

/// What the kernel takes for "no key does this".
const NO_KEY: u8 = if cfg!(any(target_os = "linux", target_os = "android")) {
    0
} else {
    0xff
};

/// How long a signal may take to reach us.
pub(super) const MOMENT: Duration = Duration::from_millis(50);

/// The terminal that is ours at the moment and its settings before that.
static BEFORE: Mutex<Option<(OwnedFd, Termios)>> = Mutex::new(None);

fn before() -> MutexGuard<'static, Option<(OwnedFd, Termios)>> {
    BEFORE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives the terminal back as it was found. May be called at any time, from any thread, a panic
/// hook among them, and any number of times; where nothing was taken it does nothing.
pub fn restore() {
    let Some((tty, settings)) = before().take() else {
        return;
    };
    // In the background the terminal is the shell's already.
    if !in_background(&tty) {
        // Nobody is left to tell: if this fails, the terminal has gone.
        let _ = set(&tty, &settings);
    }
}

/// Whether another job has the terminal, so that to touch it would only stop this one.
pub(super) fn in_background(tty: impl AsFd) -> bool {
    tcgetpgrp(tty).is_ok_and(|front| front != getpgrp())
}

/// Takes the terminal over, or does so again after somebody else had it, and returns whether
/// people see there what they type.
fn take_over(tty: BorrowedFd<'_>) -> io::Result<bool> {
    let mut before = before();
    let (_, settings) = match &mut *before {
        Some(known) => known,
        unknown => unknown.insert((tty.try_clone_to_owned()?, tcgetattr(tty)?)),
    };
    set(tty, &for_lines(settings))?;
    Ok(settings.local_modes.contains(LocalModes::ECHO))
}

/// Never flushes: what people typed ahead of the prompt is theirs.
fn set(tty: impl AsFd, settings: &Termios) -> io::Result<()> {
    Ok(retry_on_intr(|| {
        tcsetattr(&tty, OptionalActions::Now, settings)
    })?)
}

/// These settings with every key handed over as it comes; only Ctrl-C and Ctrl-\ still signal.
fn for_lines(settings: &Termios) -> Termios {
    let mut ours = settings.clone();
    ours.local_modes -= LocalModes::ICANON | LocalModes::ECHO | LocalModes::IEXTEN;
    // Ctrl-C must not throw away the words before it.
    ours.local_modes |= LocalModes::NOFLSH;
    // Return and newline are told apart, so that a pasted CR LF is one line end.
    ours.input_modes -=
        InputModes::ICRNL | InputModes::INLCR | InputModes::IGNCR | InputModes::ISTRIP;
    ours.special_codes[SpecialCodeIndex::VMIN] = 1;
    ours.special_codes[SpecialCodeIndex::VTIME] = 0;
    ours.special_codes[SpecialCodeIndex::VSUSP] = NO_KEY;
    ours
}

/// A terminal to type on. Dropping it restores the settings.
pub(super) struct Terminal {
    typed: Typed,
    screen: Option<OwnedFd>,
    echoes: bool,
    /// How many bytes were typed before the terminal was ours.
    early: u64,
}

impl Terminal {
    /// Takes the terminal over.
    pub(super) fn open(tty: BorrowedFd<'_>) -> io::Result<Self> {
        let echoes = take_over(tty)?;
        Ok(Self {
            typed: Typed::default(),
            screen: screen(tty),
            echoes,
            early: rustix::io::ioctl_fionread(tty).unwrap_or(0),
        })
    }

    pub(super) fn typed(&self) -> &Typed {
        &self.typed
    }

    pub(super) fn typed_mut(&mut self) -> &mut Typed {
        &mut self.typed
    }

    /// Takes up bytes to the end of the line, shows them if they may be seen, and returns how many
    /// there were.
    pub(super) fn take_up(&mut self, bytes: &[u8], echo: Echo) -> (usize, Step) {
        let mut shown = String::new();
        let mut taken = 0;
        let mut step = Step::More;
        for &byte in bytes {
            taken += 1;
            step = self.typed.press(self.as_typed(byte), &mut shown);
            self.early = self.early.saturating_sub(1);
            if step != Step::More {
                break;
            }
        }
        match echo {
            Echo::Shown => self.show(&shown),
            Echo::Hidden => shown.zeroize(),
        }
        if step == Step::Line {
            self.show("\n");
        }
        (taken, step)
    }

    /// Before the terminal was ours the kernel made a Ctrl-D into a zero byte.
    fn as_typed(&self, byte: u8) -> u8 {
        if self.early > 0 && byte == 0 {
            CTRL_D
        } else {
            byte
        }
    }

    /// Stops the whole job, as Ctrl-Z does elsewhere, and returns when it goes on.
    pub(super) fn suspend(&self, signals: &Signals) -> io::Result<()> {
        self.show("\n");
        restore();
        kill_current_process_group(Signal::TSTP)?;
        // The stop may come a moment later than the call returns; going on is a signal too.
        signals.comes_within(MOMENT)?;
        Ok(())
    }

    /// Takes the terminal again after the job was stopped, whoever stopped it. In the background
    /// this stops the job once more, until the shell lends it the terminal.
    pub(super) fn resume(&mut self, tty: BorrowedFd<'_>, echo: Echo) -> io::Result<()> {
        self.echoes = take_over(tty)?;
        if echo == Echo::Shown {
            self.show_again();
        }
        Ok(())
    }

    /// Wipes the line so far.
    pub(super) fn forget(&mut self) {
        self.typed.take().0.zeroize();
    }

    /// Shows the line so far.
    pub(super) fn show_again(&self) {
        self.show(self.typed.text());
    }

    /// Writes to the screen. That it can't is no reason to end: a terminal that has gone ends the
    /// input too.
    fn show(&self, text: &str) {
        let Some(screen) = self.screen.as_ref().filter(|_| self.echoes) else {
            return;
        };
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            match retry_on_intr(|| rustix::io::write(screen, rest)) {
                Ok(written) => rest = rest.get(written..).unwrap_or_default(),
                Err(_) => return,
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

/// Where an echo belongs: the terminal that is typed on, even when standard output is elsewhere.
fn screen(tty: BorrowedFd<'_>) -> Option<OwnedFd> {
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let writable = |fd: &BorrowedFd<'_>| {
        fcntl_getfl(fd).is_ok_and(|flags| flags & OFlags::RWMODE != OFlags::RDONLY)
    };
    [tty, stdout.as_fd(), stderr.as_fd()]
        .into_iter()
        .filter(|fd| isatty(fd))
        .find(writable)
        .and_then(|fd| fd.try_clone_to_owned().ok())
}
