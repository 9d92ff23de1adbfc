//! The loop of the full screen: what happened comes through one channel, is taken in, then drawn once.
//!
//! Keys, signals and the hang-up of the terminal each have a thread of their own: a read that never returns
//! must not keep the others from being heard. Nothing wakes while nothing happens.

use super::look::Look;
use super::terminal::{self, Tty};
use super::ui::{Asked, Ui};
use crate::runtime::signals::Signals;
use crate::runtime::{Act, Bell, Ended, Guide};
use ratatui::crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The longest that typed words go unsaved.
const UNSAVED: Duration = Duration::from_secs(1);

/// What is queued is taken in for so long before it is drawn.
const GATHER: Duration = Duration::from_millis(30);

/// The light of a quiet stretch dims in so many steps.
const STEPS: u32 = 4;

/// How a walk on the screen came to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// By what was answered.
    Ended(Ended),
    /// A signal came, or the terminal went; everything is saved.
    Signal(i32),
}

/// Something that happened.
enum Happened {
    Terminal(Event),
    Signal(i32),
    Gone,
    Saved,
}

/// The full screen. Dropping it gives the terminal back, wiped of words.
pub struct Screen {
    tty: Tty,
    look: Look,
    happened: Receiver<Happened>,
    sender: Sender<Happened>,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When there is none, or it can't be taken.
    pub fn open(look: Look) -> io::Result<Self> {
        let (sender, happened) = channel();
        listen(&sender)?;
        Ok(Self {
            tty: terminal::open()?,
            look,
            happened,
            sender,
        })
    }

    /// Rings when a save is through, so that the screen can say so.
    #[must_use]
    pub fn bell(&self) -> Bell {
        let bell = Bell::default();
        let sender = self.sender.clone();
        bell.hang(move || {
            // Whoever listens may have ended; then there is nothing to say either.
            let _ = sender.send(Happened::Saved);
        });
        bell
    }

    /// Walks a guide until it ends, a signal comes or the terminal goes.
    ///
    /// # Errors
    /// When nothing can be drawn any more; what was typed has been handed over by then.
    pub fn walk(&mut self, guide: &mut dyn Guide) -> io::Result<Left> {
        let mut walk = Walk {
            ui: Ui::new(self.look, guide),
            unsaved_since: None,
            quiet: None,
        };
        loop {
            walk.draw(&mut self.tty, guide)?;
            let Some(first) = self.wait(walk.wakes()) else {
                walk.wake(guide);
                continue;
            };
            let since = Instant::now();
            let mut next = Some(first);
            while let Some(happened) = next {
                if let Some(left) = walk.take(happened, &mut self.tty, guide)? {
                    return Ok(left);
                }
                next = self
                    .happened
                    .try_recv()
                    .ok()
                    .filter(|_| since.elapsed() < GATHER);
            }
        }
    }

    /// Waits for something to happen, at most until a moment.
    fn wait(&self, until: Option<Instant>) -> Option<Happened> {
        match until {
            None => self.happened.recv().ok(),
            Some(until) => {
                let left = until.saturating_duration_since(Instant::now());
                self.happened.recv_timeout(left).ok()
            }
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        terminal::wipe_and_leave(&mut self.tty);
    }
}

/// The light of a quiet stretch: when it began, and how long each of its steps lasts.
struct Quiet {
    since: Instant,
    step: Duration,
    gone: u32,
}

struct Walk {
    ui: Ui,
    unsaved_since: Option<Instant>,
    quiet: Option<Quiet>,
}

impl Walk {
    fn draw(&mut self, tty: &mut Tty, guide: &dyn Guide) -> io::Result<()> {
        let ui = &mut self.ui;
        tty.draw(|frame| {
            let area = frame.area();
            let cursor = ui.draw(guide, area, frame.buffer_mut());
            frame.set_cursor_position(cursor);
        })?;
        Ok(())
    }

    /// The next moment at which something changes by itself.
    fn wakes(&self) -> Option<Instant> {
        let draft = self.unsaved_since.map(|since| since + UNSAVED);
        let light = self
            .quiet
            .as_ref()
            .map(|quiet| quiet.since + quiet.step * (quiet.gone + 1));
        [draft, light].into_iter().flatten().min()
    }

    fn wake(&mut self, guide: &mut dyn Guide) {
        let now = Instant::now();
        if self
            .unsaved_since
            .is_some_and(|since| now >= since + UNSAVED)
        {
            self.ui.save_draft(guide);
            self.unsaved_since = None;
        }
        if let Some(quiet) = &mut self.quiet
            && now >= quiet.since + quiet.step * (quiet.gone + 1)
        {
            quiet.gone += 1;
            #[expect(clippy::cast_precision_loss, reason = "four steps at most")]
            self.ui.dim(1.0 - quiet.gone as f32 / STEPS as f32);
            if quiet.gone == STEPS {
                self.quiet = None;
                guide.act(Act::Elapsed);
                self.ui.sync(guide);
            }
        }
    }

    fn take(
        &mut self,
        happened: Happened,
        tty: &mut Tty,
        guide: &mut dyn Guide,
    ) -> io::Result<Option<Left>> {
        match happened {
            Happened::Terminal(Event::Key(key)) => {
                let asked = self.ui.key(&key, guide);
                self.note_unsaved();
                return self.asked(asked, tty);
            }
            Happened::Terminal(Event::Paste(text)) => {
                self.ui.paste(&text);
                self.note_unsaved();
            }
            Happened::Terminal(Event::Resize(..)) => terminal::redraw(tty)?,
            Happened::Terminal(_) => {}
            Happened::Saved => self.ui.sync(guide),
            Happened::Signal(signal) if signal == signal_hook::consts::SIGCONT => {
                terminal::redraw(tty)?
            }
            Happened::Signal(signal) => return Ok(Some(self.close(Left::Signal(signal), guide))),
            Happened::Gone => {
                return Ok(Some(
                    self.close(Left::Signal(signal_hook::consts::SIGHUP), guide),
                ));
            }
        }
        Ok(None)
    }

    fn asked(&mut self, asked: Asked, tty: &mut Tty) -> io::Result<Option<Left>> {
        if asked.suspends {
            terminal::wipe_and_leave(tty);
            kill_current_process_group(Signal::TSTP)?;
            terminal::enter()?;
            terminal::redraw(tty)?;
        }
        if let Some(seconds) = asked.quiet {
            let step = Duration::from_secs(seconds.into()) / STEPS;
            self.quiet = Some(Quiet {
                since: Instant::now(),
                step,
                gone: 0,
            });
        } else if !self.ui.is_quiet() {
            self.quiet = None;
        }
        Ok(asked.ends.map(Left::Ended))
    }

    /// Saves what is open, whatever the reason for leaving.
    fn close(&mut self, left: Left, guide: &mut dyn Guide) -> Left {
        self.ui.save_draft(guide);
        guide.act(Act::Leave);
        left
    }

    fn note_unsaved(&mut self) {
        self.unsaved_since = match (self.ui.is_unsaved(), self.unsaved_since) {
            (true, None) => Some(Instant::now()),
            (true, since) => since,
            (false, _) => None,
        };
    }
}

/// Starts the three threads that listen.
fn listen(sender: &Sender<Happened>) -> io::Result<()> {
    let signals = Signals::listen()?;
    let to = sender.clone();
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            while let Ok(signal) = signals.wait() {
                if to.send(Happened::Signal(signal)).is_err() {
                    break;
                }
            }
        })?;
    let to = sender.clone();
    thread::Builder::new()
        .name("hang-up".to_owned())
        .spawn(move || {
            if hung_up() {
                // Nobody is left to hear it if this fails.
                let _ = to.send(Happened::Gone);
            }
        })?;
    let to = sender.clone();
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || {
            while let Ok(event) = event::read() {
                if to.send(Happened::Terminal(event)).is_err() {
                    break;
                }
            }
        })?;
    Ok(())
}

/// Waits until the terminal is gone. Asked for no events, poll tells of nothing else.
fn hung_up() -> bool {
    let terminal = io::stdin();
    loop {
        let mut fds = [PollFd::new(&terminal, PollFlags::empty())];
        match poll(&mut fds, None) {
            Err(Errno::INTR) => {}
            Err(_) => return false,
            Ok(_) => return true,
        }
    }
}
