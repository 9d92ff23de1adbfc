//! floe: a guided practice in the terminal.

#[cfg(feature = "tui")]
pub mod tui;
