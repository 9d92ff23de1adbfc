//! What is taken along: every format over the same rivers, what stands in it, and what never does.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and it plants files as it needs them"
)]

#[path = "export/calendars.rs"]
mod calendars;
#[path = "export/command.rs"]
mod command;
#[path = "export/markup.rs"]
mod markup;
#[path = "export/pages.rs"]
mod pages;
#[path = "export/shelf.rs"]
mod shelf;
#[path = "support/mod.rs"]
mod support;
