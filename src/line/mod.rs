//! Line mode: the practice as plain lines, one question and one answer after the other, for screen
//! readers, pipes and people who like it that way.

mod anew;
mod ashore;
mod asking;
mod command;
mod half;
mod light;
mod looking;
mod picture;
mod print;
pub mod read;
mod run;
pub mod show;
mod together;
pub mod tty;

mod pipe;
mod typed;

pub use anew::watch;
pub use run::{Outcome, run};
