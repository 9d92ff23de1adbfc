//! Sealing: what the key opens and refuses, how a home is turned file by file, and that nothing of a crossing in a sealed
//! home can be read without the passphrase.
#![cfg(feature = "seal")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test fails by panicking, plants files as it needs them, and says what it skips"
)]

#[allow(dead_code, reason = "the audit of single saves is for other tests")]
#[path = "disk/mod.rs"]
mod disk;
#[path = "support/mod.rs"]
mod support;

#[path = "sealing/asking.rs"]
mod asking;
#[path = "sealing/crossing.rs"]
mod crossing;
#[path = "sealing/doctor.rs"]
mod doctor;
#[path = "sealing/key.rs"]
mod key;
#[path = "sealing/killed.rs"]
mod killed;
#[path = "sealing/turning.rs"]
mod turning;

use floe::store::disk::Real;
use floe::store::home::Home;
use floe::store::identity::{Cost, Identity};
use floe::store::turning::seal;
use std::path::Path;

/// What the homes of these tests are sealed with.
const PASSPHRASE: &str = "two boats, one rope";

/// Little work, so that a test doesn't wait for it.
fn little() -> Cost {
    Cost::of(2).unwrap()
}

/// Seals a home as `floe seal` does, with little work.
fn sealed(home: &Path) {
    Home::at(home).ensure().unwrap();
    sealed_as_it_is(home);
}

/// The same for a home that has something in it.
fn sealed_as_it_is(home: &Path) {
    let identity = Identity::draw();
    let key = identity.under(PASSPHRASE, little()).unwrap();
    seal(&Real, home, &identity, &key).unwrap();
}
