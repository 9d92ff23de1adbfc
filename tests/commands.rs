//! The commands as other programs call them: exit codes, the two lines of an error, the shapes of the JSON,
//! and the files they leave or take away.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and it plants files as it needs them"
)]

#[path = "support/mod.rs"]
mod support;

#[path = "commands/agreements.rs"]
mod agreements;
#[path = "commands/checked.rs"]
mod checked;
#[path = "commands/coming_back.rs"]
mod coming_back;
#[path = "commands/doctor.rs"]
mod doctor;
#[path = "commands/files.rs"]
mod files;
#[path = "commands/first_format.rs"]
mod first_format;
#[path = "commands/first_rows.rs"]
mod first_rows;
#[path = "commands/for_a_room.rs"]
mod for_a_room;
#[path = "commands/found.rs"]
mod found;
#[path = "commands/gate.rs"]
mod gate;
#[path = "commands/handout.rs"]
mod handout;
#[path = "commands/hostile.rs"]
mod hostile;
#[path = "commands/laid.rs"]
mod laid;
#[path = "commands/mended.rs"]
mod mended;
#[path = "commands/mirror.rs"]
mod mirror;
#[path = "commands/output.rs"]
mod output;
#[path = "commands/own_talk.rs"]
mod own_talk;
#[path = "commands/packs.rs"]
mod packs;
#[path = "commands/pair.rs"]
mod pair;
#[path = "commands/planted.rs"]
mod planted;
#[path = "commands/shapes.rs"]
mod shapes;
#[path = "commands/spoken.rs"]
mod spoken;
#[path = "commands/steering.rs"]
mod steering;
#[path = "commands/tongues.rs"]
mod tongues;
