//! The full screen as people see it: drawn from keys and a crossing in memory, held cell by cell.

#![cfg(feature = "tui")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, in its smaller parts as well"
)]

#[path = "screens/access.rs"]
mod access;
#[path = "screens/every_page.rs"]
mod every_page;
#[path = "screens/frame.rs"]
mod frame;
#[path = "screens/keyboard.rs"]
mod keyboard;
#[path = "screens/looking.rs"]
mod looking;
#[path = "screens/moving.rs"]
mod moving;
#[path = "screens/parity.rs"]
mod parity;
#[path = "screens/pictures.rs"]
mod pictures;
#[path = "support/pseudo.rs"]
mod pseudo;
#[path = "screens/tongues.rs"]
mod tongues;
#[path = "screens/world.rs"]
mod world;
