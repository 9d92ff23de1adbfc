//! floe: a guided practice in the terminal.

pub mod line;
pub mod runtime;
