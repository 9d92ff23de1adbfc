//! Line mode: the practice as plain lines, one question and one answer after the other, for screen
//! readers, pipes and people who like it that way.

pub mod read;
pub mod tty;

mod pipe;
mod typed;
