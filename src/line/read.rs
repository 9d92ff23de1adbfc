//! One line at a time from a terminal or a pipe, through one call that also hears signals.
//!
//! The reader sleeps until a key or a signal comes. It keeps no clock but two: a half-typed line
//! is handed out for saving a second after the first key that wasn't, and on a terminal it can be
//! asked to ring after a while.

use std::borrow::Cow;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::isatty;
use signal_hook::consts::SIGCONT;
use zeroize::{Zeroize as _, Zeroizing};

use super::pipe::Piped;
use super::tty::{self, Terminal};
use crate::runtime::signals::Signals;

/// The longest line in bytes (1 MiB); what comes after that and before the newline is dropped.
pub const LONGEST: usize = 1 << 20;

/// The longest that typed words go unsaved.
const UNSAVED: Duration = Duration::from_secs(1);

/// How long the rest of a key (an arrow key is three bytes) may be on its way.
const HALF_A_KEY: Duration = Duration::from_millis(500);

/// Bytes taken from the kernel at once.
const CHUNK: usize = 4096;

/// Whether what is typed may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Echo {
    /// The terminal shows it.
    Shown,
    /// The terminal shows nothing but the newline at the end.
    Hidden,
}

/// What came of waiting for a line. On a terminal only a `Line` leaves the cursor on a new row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// A whole line without its line end.
    Line(String),
    /// The input has ended; what had been typed before it did.
    End(String),
    /// A signal, by its number, that asks floe to end; what had been typed before it came.
    Signal(i32, String),
    /// The bell rang; so many rings are still to come. What has been typed of the line stays.
    Rang(usize),
    /// Somebody knocked. What has been typed of the line stays as well.
    Knocked,
}

/// What one more byte makes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The line isn't over yet.
    More,
    /// The line is whole.
    Line,
    /// The person ended the input.
    End,
    /// The person wants the shell back for a while.
    Suspend,
}

/// Reads lines. Make one for the whole run: it holds what was typed ahead.
///
/// While one reads from a terminal, the terminal's settings are floe's; dropping it gives them
/// back, and so does [`restore`](super::tty::restore). Two at a time on terminals aren't meant.
pub struct Reader {
    input: OwnedFd,
    signals: Arc<Signals>,
    source: Source,
    ahead: Vec<u8>,
    heard: Option<Instant>,
    /// When words that nobody has saved yet are to be.
    due: Option<Instant>,
    /// The line before belongs to an answer that isn't saved either.
    owed: bool,
    /// When to ring, the last time first.
    rings: Vec<Instant>,
    /// Where somebody else may knock, a byte each time.
    door: Option<OwnedFd>,
    knocked: bool,
    ended: bool,
    cut: bool,
}

enum Source {
    Terminal(Terminal),
    Pipe(Piped),
}

impl Reader {
    /// Reads from standard input.
    pub fn stdin(signals: Arc<Signals>) -> io::Result<Self> {
        Self::new(io::stdin().as_fd().try_clone_to_owned()?, signals)
    }

    /// Reads from a terminal, a pipe or a file; fails when a terminal refuses its settings.
    pub fn new(input: OwnedFd, signals: Arc<Signals>) -> io::Result<Self> {
        let source = if isatty(&input) {
            Source::Terminal(Terminal::open(input.as_fd())?)
        } else {
            Source::Pipe(Piped::default())
        };
        Ok(Self {
            input,
            signals,
            source,
            ahead: Vec::new(),
            heard: None,
            due: None,
            owed: false,
            rings: Vec::new(),
            door: None,
            knocked: false,
            ended: false,
            cut: false,
        })
    }

    /// Whether the last line was longer than [`LONGEST`] and lost its end.
    pub fn was_cut(&self) -> bool {
        self.cut
    }

    /// Whether one types on a terminal, where Enter ends the row.
    pub fn is_terminal(&self) -> bool {
        matches!(self.source, Source::Terminal(_))
    }

    /// The line just read is part of an answer that goes on: it is to be saved as soon as a half one.
    pub fn keep_unsaved(&mut self) {
        self.owed = true;
    }

    /// Rings after each of these times from now, the shortest first, whenever a line is waited for
    /// that hears it; what was set before is forgotten. Only on a terminal: nobody waits at a pipe.
    pub fn ring_after(&mut self, times: &[Duration]) {
        let now = Instant::now();
        let times = times.iter().rev().filter(|_| self.is_terminal());
        self.rings = times.map(|time| now + *time).collect();
    }

    /// From now on a byte in this pipe ends the wait for a line that hears the bell, at a pipe as well.
    pub fn knocked_at(&mut self, door: OwnedFd) {
        self.door = Some(door);
    }

    /// Wipes the line so far: what it was to answer is asked no more.
    pub fn forget(&mut self) {
        if let Source::Terminal(terminal) = &mut self.source {
            terminal.forget();
        }
    }

    /// Shows the line so far once more, behind a prompt that was printed anew.
    pub fn show_again(&self, echo: Echo) {
        if let (Source::Terminal(terminal), Echo::Shown) = (&self.source, echo) {
            terminal.show_again();
        }
    }

    /// Waits for one line, however long that takes.
    pub fn line(&mut self, echo: Echo, on_pause: &mut dyn FnMut(&str)) -> io::Result<Read> {
        self.line_or_ring(echo, false, on_pause)
    }

    /// Waits for one line, or, if the bell is to be heard, until it rings.
    ///
    /// `on_pause` is called with the line so far a second after the first key it hasn't seen, and
    /// before the job is stopped by Ctrl-Z. Fails only when reading does; a terminal that has gone
    /// is the end of the input.
    pub fn line_or_ring(
        &mut self,
        echo: Echo,
        hears: bool,
        on_pause: &mut dyn FnMut(&str),
    ) -> io::Result<Read> {
        let mut saved = self.source.edits();
        let mut owed = std::mem::take(&mut self.owed);
        self.due = self.due.filter(|_| owed);
        let mut was_away = false;
        loop {
            while let Some(signal) = self.signals.take() {
                if signal != SIGCONT {
                    return Ok(Read::Signal(signal, self.last_words(echo)));
                }
                was_away = true;
            }
            if was_away {
                if self.is_called_away()? {
                    continue;
                }
                was_away = false;
                self.ended |= self.source.resume(&self.input, echo).is_err();
            }
            match self.take_up(echo) {
                Step::Line => return Ok(Read::Line(self.take())),
                Step::End => return Ok(Read::End(self.take())),
                Step::More if self.ended => return Ok(Read::End(self.take())),
                step => {
                    let unsaved = owed || self.source.edits() != saved;
                    if unsaved && (step == Step::Suspend || overdue(&mut self.due)) {
                        on_pause(&self.source.text());
                        (saved, owed, self.due) = (self.source.edits(), false, None);
                    }
                    if step == Step::Suspend {
                        self.source.suspend(&self.signals)?;
                        was_away = true;
                        continue;
                    }
                    let knocked = hears && std::mem::take(&mut self.knocked);
                    let rang = if hears && !knocked { self.rang() } else { None };
                    let heard = rang.map(Read::Rang);
                    if let Some(heard) = heard.or(knocked.then_some(Read::Knocked)) {
                        self.owed = owed || self.source.edits() != saved;
                        return Ok(heard);
                    }
                }
            }
            let ring = self.rings.last().copied().filter(|_| hears);
            self.wait(self.due.into_iter().chain(ring).min(), hears)?;
        }
    }

    /// How many rings are still to come, if the time of one has. Of several that are late one is heard.
    fn rang(&mut self) -> Option<usize> {
        let now = Instant::now();
        let all = self.rings.len();
        self.rings.retain(|ring| *ring > now);
        (self.rings.len() < all).then_some(self.rings.len())
    }

    /// The line at the end of everything. The words just before a Ctrl-C may still be unread.
    fn last_words(&mut self, echo: Echo) -> String {
        if !tty::in_background(&self.input) {
            self.ended |= self.wait(Some(Instant::now()), false).is_err();
        }
        self.take_up(echo);
        self.take()
    }

    /// Takes up what has come, to the end of a line.
    fn take_up(&mut self, echo: Echo) -> Step {
        let (taken, step) = self.source.take_up(&self.ahead, echo);
        if taken == self.ahead.len() {
            // It may have been hidden.
            self.ahead.zeroize();
        } else {
            self.ahead.drain(..taken);
        }
        step
    }

    fn take(&mut self) -> String {
        let (text, cut) = self.source.take();
        self.cut = cut;
        text
    }

    /// Whether a signal comes in the background, where touching the terminal stops the job and the
    /// signal would wait. Shells end a stopped job with two signals, and either may come first.
    fn is_called_away(&self) -> io::Result<bool> {
        Ok(tty::in_background(&self.input) && self.signals.comes_within(tty::MOMENT)?)
    }

    /// Sleeps until there are bytes, a signal or a knock that is heard, or until it is time to save.
    fn wait(&mut self, until: Option<Instant>, hears: bool) -> io::Result<()> {
        let left = until.map(|due| due.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        let door = self.door.as_ref().filter(|_| hears);
        let mut ready = vec![
            PollFd::new(&self.input, PollFlags::IN),
            PollFd::new(&*self.signals, PollFlags::IN),
        ];
        ready.extend(door.map(|door| PollFd::new(door, PollFlags::IN)));
        match poll(&mut ready, left.as_ref()) {
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        // A hang-up isn't "readable", but reading is how one learns of it.
        let is_ready = |at: usize| ready.get(at).is_some_and(|one| !one.revents().is_empty());
        let [input, signals, knocks] = [0, 1, 2].map(is_ready);
        if knocks && let Some(door) = &self.door {
            // However often somebody has knocked, it is one knock.
            rustix::io::read(door, &mut [0; CHUNK])?;
            self.knocked = true;
        }
        if signals || !input || self.is_called_away()? {
            return Ok(());
        }
        let mut chunk = Zeroizing::new([0; CHUNK]);
        match rustix::io::read(&self.input, chunk.as_mut_slice()) {
            Ok(0) | Err(Errno::IO) => self.ended = true,
            Ok(length) => self.hear(chunk.get(..length).unwrap_or_default()),
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    fn hear(&mut self, bytes: &[u8]) {
        let now = Instant::now();
        let before = self.heard.replace(now);
        if before.is_some_and(|before| now.duration_since(before) > HALF_A_KEY) {
            self.source.forget_half_a_key();
        }
        self.ahead.extend_from_slice(bytes);
    }
}

/// Whether it is time to save; sets the time when none is set.
fn overdue(due: &mut Option<Instant>) -> bool {
    let now = Instant::now();
    *due.get_or_insert(now + UNSAVED) <= now
}

impl Source {
    fn take_up(&mut self, bytes: &[u8], echo: Echo) -> (usize, Step) {
        match self {
            Self::Terminal(terminal) => terminal.take_up(bytes, echo),
            Self::Pipe(piped) => piped.take_up(bytes),
        }
    }

    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Terminal(terminal) => terminal.typed().text().into(),
            Self::Pipe(piped) => piped.text(),
        }
    }

    fn edits(&self) -> u64 {
        match self {
            Self::Terminal(terminal) => terminal.typed().edits(),
            Self::Pipe(piped) => piped.edits(),
        }
    }

    fn take(&mut self) -> (String, bool) {
        match self {
            Self::Terminal(terminal) => terminal.typed_mut().take(),
            Self::Pipe(piped) => piped.take(),
        }
    }

    fn forget_half_a_key(&mut self) {
        if let Self::Terminal(terminal) = self {
            terminal.typed_mut().forget_half_a_key();
        }
    }

    fn resume(&mut self, tty: &OwnedFd, echo: Echo) -> io::Result<()> {
        match self {
            Self::Terminal(terminal) => terminal.resume(tty.as_fd(), echo),
            Self::Pipe(_) => Ok(()),
        }
    }

    fn suspend(&mut self, signals: &Signals) -> io::Result<()> {
        match self {
            Self::Terminal(terminal) => terminal.suspend(signals),
            Self::Pipe(_) => Ok(()),
        }
    }
}
