//! The ledger of a river against a model that knows nothing of files: examples for every way an agreement can stand,
//! and whole scripted years with lost files and power cuts.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and it plants files as it needs them"
)]

#[allow(dead_code, reason = "the audit of single saves is for other tests")]
#[path = "disk/mod.rs"]
mod disk;
#[path = "ledger/lives.rs"]
mod lives;
#[path = "ledger/model.rs"]
mod model;
#[path = "ledger/story.rs"]
mod story;
#[path = "ledger/year.rs"]
mod year;
