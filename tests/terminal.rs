//! The full screen on real pseudo-terminals: what it saves, what it shows, and how it leaves.

#![cfg(all(unix, feature = "tui"))]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "a test fails by panicking, and shares its keyboard with the tests of the screens"
)]

#[path = "terminal/crossing.rs"]
mod crossing;
#[path = "terminal/floods.rs"]
mod floods;
#[path = "screens/frame.rs"]
mod frame;
#[path = "terminal/homes.rs"]
mod homes;
#[path = "screens/keyboard.rs"]
mod keyboard;
#[path = "terminal/leaving.rs"]
mod leaving;
#[path = "terminal/mending.rs"]
mod mending;
#[path = "terminal/moving.rs"]
mod moving;
#[path = "terminal/pair.rs"]
mod pair;
#[path = "terminal/session.rs"]
mod session;
#[path = "terminal/stage.rs"]
mod stage;
#[path = "terminal/stage_from_bank.rs"]
mod stage_from_bank;
#[path = "terminal/twin.rs"]
mod twin;
#[path = "terminal/typing.rs"]
mod typing;
#[path = "terminal/workshop.rs"]
mod workshop;
#[path = "screens/world.rs"]
mod world;
