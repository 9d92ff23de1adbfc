//! The loop of the full screen: what happened comes through one channel, is taken in, then drawn once.
//!
//! Keys, signals and the hang-up of the terminal each have a thread of their own: a read that never returns
//! must not keep the others from being heard. Nothing wakes while nothing happens.

mod scene;

use super::held::Held;
use super::look::Look;
use super::terminal::{self, Tty};
use super::ui::{Asked, Ui};
use crate::runtime::signals::Signals;
use crate::runtime::{Act, Bell, Ended, Guide};
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyModifiers};
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

/// Behind a frame that takes longer to be written, nothing moves any more.
const SLOW: Duration = Duration::from_millis(100);

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
    hidden: bool,
    held: Held,
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
            hidden: false,
            held: Held::default(),
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
        if self.look.motion {
            terminal::ask_for_focus()?;
        }
        let mut walk = Walk {
            ui: Ui::new(self.look, guide),
            opened: Instant::now(),
            unsaved_since: None,
            pasted: None,
            held: self.held,
            behind: false,
        };
        let left = self.turns(&mut walk, guide);
        // However it ended, what was typed is handed over.
        walk.ui.save_draft(guide);
        self.hidden = walk.ui.is_hidden();
        self.held = walk.held;
        // Over a line that was slow once, nothing moves on the next page either.
        self.look = walk.ui.look;
        left
    }

    /// Whether the screen was hidden when somebody left, so that nothing is said after it.
    #[must_use]
    pub fn was_hidden(&self) -> bool {
        self.hidden
    }

    /// Takes the terminal anew for something else, in another look; nothing that stood on it is left there. Keys that
    /// are waiting are not lost.
    ///
    /// # Errors
    /// When nothing can be drawn any more.
    pub fn clear_for(&mut self, look: Look) -> io::Result<()> {
        terminal::wipe_and_leave(&mut self.tty);
        self.look = look;
        terminal::enter()?;
        terminal::redraw(&mut self.tty)
    }

    fn turns(&mut self, walk: &mut Walk, guide: &mut dyn Guide) -> io::Result<Left> {
        loop {
            walk.draw(&mut self.tty, guide)?;
            let Some(first) = self.wait(walk.wakes()) else {
                if let Some(left) = walk.wake(&mut self.tty, guide)? {
                    return Ok(left);
                }
                continue;
            };
            let since = Instant::now();
            let mut next = Some(first);
            while let Some(happened) = next {
                if let Some(left) = walk.take(happened, &mut self.tty, guide)? {
                    return Ok(left);
                }
                // What is taken from the queue has to be taken in.
                let gathers = since.elapsed() < GATHER;
                next = gathers.then(|| self.happened.try_recv().ok()).flatten();
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

struct Walk {
    ui: Ui,
    /// From here on moments are counted.
    opened: Instant,
    unsaved_since: Option<Instant>,
    /// When the last of a paste came.
    pasted: Option<Instant>,
    held: Held,
    /// The shell has the terminal.
    behind: bool,
}

impl Walk {
    fn draw(&mut self, tty: &mut Tty, guide: &dyn Guide) -> io::Result<()> {
        if self.behind {
            return Ok(());
        }
        let ui = &mut self.ui;
        ui.at(self.opened.elapsed());
        tty.draw(|frame| {
            let area = frame.area();
            let cursor = ui.draw(guide, area, frame.buffer_mut());
            frame.set_cursor_position(cursor);
        })?;
        if tty.backend().took() > SLOW {
            ui.lie_still();
        }
        Ok(())
    }

    /// The next moment at which something changes by itself.
    fn wakes(&self) -> Option<Instant> {
        let draft = self.unsaved_since.map(|since| since + UNSAVED);
        let screen = self.ui.wakes().map(|wakes| self.opened + wakes);
        [draft, screen].into_iter().flatten().min()
    }

    fn wake(&mut self, tty: &mut Tty, guide: &mut dyn Guide) -> io::Result<Option<Left>> {
        let now = Instant::now();
        if self
            .unsaved_since
            .is_some_and(|since| now >= since + UNSAVED)
        {
            self.ui.save_draft(guide);
            self.unsaved_since = None;
        }
        self.ui.at(now - self.opened);
        let asked = self.ui.due(guide);
        self.asked(asked, tty, guide)
    }

    fn take(
        &mut self,
        happened: Happened,
        tty: &mut Tty,
        guide: &mut dyn Guide,
    ) -> io::Result<Option<Left>> {
        match happened {
            Happened::Terminal(Event::Key(key)) if self.is_of_a_paste() => {
                if let Some(text) = as_text(&key) {
                    self.paste(text.encode_utf8(&mut [0; 4]));
                }
            }
            Happened::Terminal(Event::Key(key)) if self.held.is_still(&key, Instant::now()) => {}
            Happened::Terminal(Event::Key(key)) => {
                self.ui.at(self.opened.elapsed());
                let before = self.ui.page.key.clone();
                let asked = self.ui.key(&key, guide);
                if asked.ends.is_some() || self.ui.page.key != before {
                    self.held.turned();
                }
                self.note_unsaved();
                return self.asked(asked, tty, guide);
            }
            Happened::Terminal(Event::Paste(text)) => self.paste(&text),
            Happened::Terminal(Event::FocusGained) => self.ui.in_front(true),
            Happened::Terminal(Event::FocusLost) => self.ui.in_front(false),
            Happened::Terminal(Event::Resize(..)) => terminal::redraw(tty)?,
            Happened::Terminal(_) => {}
            Happened::Saved => self.ui.look_up(guide),
            Happened::Signal(signal) if signal == signal_hook::consts::SIGCONT => {
                self.come_back(tty)?;
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

    fn paste(&mut self, text: &str) {
        self.ui.paste(text);
        self.note_unsaved();
        self.pasted = Some(Instant::now());
    }

    /// Whether a key came so soon after a paste that it must be the rest of it: text with the end of pastes in it
    /// would otherwise go on as keys. It stays text and commands nothing.
    fn is_of_a_paste(&self) -> bool {
        self.pasted.is_some_and(|last| last.elapsed() < GATHER)
    }

    /// Takes the terminal again, once it is ours to take, and draws everything.
    fn come_back(&mut self, tty: &mut Tty) -> io::Result<()> {
        self.behind = !terminal::is_in_front();
        if self.behind {
            return Ok(());
        }
        terminal::enter()?;
        terminal::redraw(tty)
    }

    fn asked(
        &mut self,
        asked: Asked,
        tty: &mut Tty,
        guide: &mut dyn Guide,
    ) -> io::Result<Option<Left>> {
        if asked.suspends {
            // Whoever is stopped saves no more, so it is saved before; the page stays where it is.
            guide.act(Act::Leave);
            terminal::wipe_and_leave(tty);
            stop()?;
            self.come_back(tty)?;
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

/// Gives the terminal back to the shell, until it hands it over again.
fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// The character a pasted key stands for; None if it would do something.
fn as_text(key: &KeyEvent) -> Option<char> {
    match key.code {
        KeyCode::Char(c) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => Some(c),
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some(' '),
        _ => None,
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
