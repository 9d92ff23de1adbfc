//! floe: a guided practice in the terminal.

pub mod chance;
pub mod cli;
pub mod commands;
pub mod content;
pub mod flow;
pub mod ledger;
pub mod line;
pub mod runtime;
pub mod session;
pub mod store;
pub mod text;
pub mod time;
#[cfg(feature = "tui")]
pub mod tui;
pub mod words;
