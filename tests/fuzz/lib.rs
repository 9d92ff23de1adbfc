//! What the fuzzer knocks at, and the world behind it, which is that of the tests of the screen.
//!
//! `cargo +nightly fuzz run --fuzz-dir tests/fuzz content tests/fuzz/corpus/content tests/fuzz/seeds/content`, and so for `session`,
//! `mirror` and `keys`. It is a package of its own, which nothing else builds.

#![allow(
    missing_docs,
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a fuzzer finds panics, and its world is shared with the tests of the screens"
)]

mod doors;
#[path = "../screens/frame.rs"]
mod frame;
#[path = "../screens/keyboard.rs"]
mod keyboard;
#[path = "../screens/world.rs"]
mod world;

pub fn content(bytes: &[u8]) {
    doors::content(bytes);
}

pub fn session(bytes: &[u8]) {
    doors::session(bytes);
}

pub fn mirror(bytes: &[u8]) {
    doors::mirror(bytes);
}

pub fn keys(bytes: &[u8]) {
    doors::keys(bytes);
}
