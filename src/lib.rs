//! floe: a guided practice in the terminal.
pub mod store;
