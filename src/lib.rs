//! floe: a guided practice in the terminal.

pub mod commands;
pub mod content;
pub mod store;
