//! The world behind the engine: a clock, chance, a shelf, signals, and the hands that carry out effects.
//! Both front ends talk to a [`Guide`] and know nothing else of it.

pub mod env;
mod guide;
pub mod signals;
mod sitting;

pub use guide::{Act, Door, Ended, Guide, Reaction};
pub use sitting::Sitting;
