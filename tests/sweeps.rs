//! Whole runs of the program where the disk, the machine or the clock goes wrong, and where people's words are looked
//! for afterwards in every place they must not be.
//!
//! What a machine lacks the tool for is skipped, with the reason printed. What takes long is ignored by `cargo test`;
//! CONTRIBUTING.md names the command that runs it.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, plants files as it needs them, and says what it skips"
)]

#[path = "support/mod.rs"]
mod support;

#[path = "sweeps/bug.rs"]
mod bug;
#[path = "sweeps/clock.rs"]
mod clock;
#[path = "sweeps/injected.rs"]
mod injected;
#[path = "sweeps/left.rs"]
mod left;
#[path = "sweeps/limits.rs"]
mod limits;
#[cfg(feature = "seal")]
#[path = "sweeps/marker.rs"]
mod marker;
#[path = "sweeps/others.rs"]
mod others;
#[path = "../src/main.rs"]
#[allow(dead_code, reason = "only its watch for bugs is tried here")]
mod program;
