//! The same loop for a wall and for the notes beside it: nobody writes there, so nothing is saved.

use super::{Happened, Left, Screen, stop};
use crate::runtime::env::Stopwatch;
use crate::runtime::room::Follower;
use crate::runtime::stage::Stage;
use crate::tui::stage::{Beside, OnWall, Scene, meaning};
use crate::tui::terminal;
use crate::words::Words;
use ratatui::crossterm::event::Event;
use std::io;
use std::time::Instant;

impl Screen {
    /// Shows a stage until somebody leaves, a signal comes or the terminal goes. One that plays by itself does so until
    /// somebody takes over.
    ///
    /// # Errors
    /// When nothing can be drawn any more.
    pub fn show_stage(&mut self, stage: &mut Stage, plays: bool) -> io::Result<Left> {
        let look = self.look;
        self.show(&mut OnWall {
            stage,
            look,
            notes: None,
            hidden: false,
            plays: plays.then(Stopwatch::start),
        })
    }

    /// Shows the notes beside a stage, in the same way.
    ///
    /// # Errors
    /// When nothing can be drawn any more.
    pub fn show_notes(&mut self, follower: &Follower, words: Words<'_>) -> io::Result<Left> {
        self.show(&mut Beside {
            follower,
            words,
            scroll: 0,
            hidden: false,
        })
    }

    fn show(&mut self, scene: &mut dyn Scene) -> io::Result<Left> {
        // Somebody may have asked for something before the bell was heard.
        scene.rang();
        let mut behind = false;
        loop {
            if !behind {
                self.tty.draw(|frame| {
                    let area = frame.area();
                    scene.draw(area, frame.buffer_mut());
                })?;
            }
            // Nothing moves for nobody.
            let wakes = scene.wakes().filter(|_| !behind);
            let until = wakes.map(|wakes| Instant::now() + wakes);
            let mut next = self.wait(until);
            if next.is_none() {
                scene.due();
            }
            while let Some(happened) = next {
                match happened {
                    Happened::Terminal(Event::Key(key)) => match meaning(&key) {
                        Ok(pressed) => scene.press(pressed),
                        Err(asked) => {
                            if let Some(ended) = asked.ends {
                                return Ok(Left::Ended(ended));
                            }
                            terminal::wipe_and_leave(&mut self.tty);
                            stop()?;
                            behind = self.take_again()?;
                        }
                    },
                    Happened::Terminal(Event::Resize(..)) => terminal::redraw(&mut self.tty)?,
                    Happened::Terminal(_) => {}
                    Happened::Saved => scene.rang(),
                    Happened::Signal(signal) if signal == signal_hook::consts::SIGCONT => {
                        behind = self.take_again()?;
                    }
                    Happened::Signal(signal) => return Ok(Left::Signal(signal)),
                    Happened::Gone => return Ok(Left::Signal(signal_hook::consts::SIGHUP)),
                }
                next = self.happened.try_recv().ok();
            }
        }
    }

    /// Takes the terminal again, once it is ours to take; true while it isn't.
    fn take_again(&mut self) -> io::Result<bool> {
        if !terminal::is_in_front() {
            return Ok(true);
        }
        terminal::enter()?;
        terminal::redraw(&mut self.tty)?;
        Ok(false)
    }
}
