//! Line mode as other programs and people meet it: every sentence of its contract, held from outside.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and it plants files as it needs them"
)]

#[path = "support/mod.rs"]
mod support;

#[path = "line_mode/ashore.rs"]
mod ashore;
#[path = "line_mode/crossings.rs"]
mod crossings;
#[path = "line_mode/drafts.rs"]
mod drafts;
#[path = "line_mode/ford.rs"]
mod ford;
#[path = "line_mode/form.rs"]
mod form;
#[path = "line_mode/go_ahead.rs"]
mod go_ahead;
#[path = "line_mode/leaving.rs"]
mod leaving;
#[path = "line_mode/light.rs"]
mod light;
#[path = "line_mode/looking.rs"]
mod looking;
#[path = "line_mode/nothing_kept.rs"]
mod nothing_kept;
#[path = "line_mode/prompts.rs"]
mod prompts;
#[path = "line_mode/two.rs"]
mod two;
#[path = "line_mode/unseen.rs"]
mod unseen;
#[path = "line_mode/workshop.rs"]
mod workshop;
