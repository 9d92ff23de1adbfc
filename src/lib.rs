//! floe: a guided practice in the terminal.
