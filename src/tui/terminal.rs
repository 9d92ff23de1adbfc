//! Entering and leaving the full screen. Nobody else touches the terminal's modes.
//!
//! Leaving may happen twice, from anywhere, the panic hook included, and never panics.

use super::backend::Quiet;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::crossterm::{cursor, execute, style};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::io::{self, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// The terminal.
pub(super) type Tty = Terminal<Quiet<Stdout>>;

/// The largest screen drawn, in columns and rows; some terminals report nonsense while they start.
const LARGEST: (u16, u16) = (1000, 500);

static ENTERED: AtomicBool = AtomicBool::new(false);

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

/// Takes the terminal again after it was given back.
pub(super) fn enter() -> io::Result<()> {
    // Under NO_COLOR crossterm would reset bold with every colour it leaves out; our plain ink has no colour to leave out.
    style::force_color_output(true);
    enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)
}

/// Gives the terminal back as it was. Does nothing if it was given back already.
pub fn leave() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
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
    let _ = tty.draw(|_| ());
    leave();
}
