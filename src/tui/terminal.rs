//! Entering and leaving the full screen. Nobody else touches the terminal's modes.
//!
//! Leaving may happen twice, from anywhere, the panic hook included, and never panics.
//!
//! Nobody gives the terminal back where floe is killed outright. A parent that only waits and does that was measured: a
//! start of 1 ms takes 2, and it holds 0.14 MiB of its own (2 MiB with what is shared). That is cheap; what isn't is that
//! signals, pauses and exit codes have to go through it in both directions (behind one that only waits, 3 of 30 tests on
//! pseudo-terminals fail), that whoever kills by name kills both, and that it can't wipe the words where a terminal has
//! no other screen. So floe promises less, and README says what to type.

use super::backend::Quiet;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::crossterm::{cursor, execute, style};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use rustix::process::getpgrp;
use rustix::termios::tcgetpgrp;
use std::io::{self, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// The terminal.
pub(super) type Tty = Terminal<Quiet<Stdout>>;

/// The largest screen drawn, in columns and rows; some terminals report nonsense while they start.
const LARGEST: (u16, u16) = (1000, 500);

static ENTERED: AtomicBool = AtomicBool::new(false);
/// The terminal is to tell whether its window is the one in front.
static FOCUS: AtomicBool = AtomicBool::new(false);

/// Takes the terminal for the full screen.
pub(super) fn open() -> io::Result<Tty> {
    enter()?;
    let area = area();
    let options = TerminalOptions {
        viewport: Viewport::Fixed(area),
    };
    Terminal::with_options(Quiet::new(io::stdout(), area.as_size()), options)
}

/// Draws every cell again, on a terminal of which nothing is known any more.
pub(super) fn redraw(tty: &mut Tty) -> io::Result<()> {
    let area = area();
    tty.backend_mut().anew(area.as_size());
    tty.resize(area)
}

/// The screen as it is now.
pub(super) fn area() -> Rect {
    let (w, h) = size().unwrap_or((80, 24));
    Rect::new(0, 0, w.min(LARGEST.0), h.min(LARGEST.1))
}

/// Whether the terminal is ours to take; a job in the background is stopped when it tries.
pub(super) fn is_in_front() -> bool {
    !tcgetpgrp(io::stdin()).is_ok_and(|front| front != getpgrp())
}

/// Takes the terminal, for the first time or again.
pub(super) fn enter() -> io::Result<()> {
    // Under NO_COLOR crossterm would reset bold with every colour it leaves out; our plain ink has no colour to leave out.
    style::force_color_output(true);
    // Somebody may have changed the modes since; they are set only once unless they were given back.
    disable_raw_mode()?;
    enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    if FOCUS.load(Ordering::SeqCst) {
        execute!(io::stdout(), EnableFocusChange)?;
    }
    Ok(())
}

/// Asks the terminal to tell whether its window is the one in front, until it is given back.
pub(super) fn ask_for_focus() -> io::Result<()> {
    if FOCUS.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    execute!(io::stdout(), EnableFocusChange)
}

/// Gives the terminal back as it was. Does nothing if it was given back already.
pub fn leave() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        if FOCUS.load(Ordering::SeqCst) {
            let _ = execute!(out, DisableFocusChange);
        }
        // There is nobody to tell if the terminal has gone.
        let _ = execute!(
            out,
            style::ResetColor,
            cursor::Show,
            DisableBracketedPaste,
            LeaveAlternateScreen
        );
        let _ = out.flush();
        let _ = disable_raw_mode();
    }
}

/// Draws an empty frame, so that no word stays where the alternate screen is switched off, then leaves.
pub(super) fn wipe_and_leave(tty: &mut Tty) {
    if ENTERED.load(Ordering::SeqCst) {
        let _ = tty.draw(|_| ());
    }
    leave();
}
