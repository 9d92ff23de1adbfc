//! floe: a guided practice in the terminal.

pub mod text;
#[cfg(feature = "tui")]
pub mod tui;
