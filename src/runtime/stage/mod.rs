//! Showing a room: a made-up story on a wall, steered by whoever shows it, from this terminal or a second one.
//!
//! A stage has no home. It knows no shelf, so there is nothing it could list, open or write; what is typed on it is
//! forgotten at once.

mod moves;
mod notes;
mod plan;
mod script;
mod show;
mod steered;
#[cfg(test)]
mod tests;
mod wall;

pub use moves::{Clock, Control, Move, TABLE};
pub use notes::{FORMAT, Notes, Section};
pub use show::Show;
pub use steered::Stage;
pub use wall::{Typed, Wall};
