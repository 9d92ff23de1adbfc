//! The world behind the engine: a clock, chance, a shelf, signals, and the hands that carry out effects.
//! Both front ends talk to a [`Guide`] and know nothing else of it.

mod action;
pub mod answer;
mod ashore;
mod bank;
mod bare;
mod bell;
mod built;
mod drafts;
pub mod dumps;
pub mod env;
mod guide;
mod light;
mod looking;
mod mending;
mod on_disk;
mod river;
pub mod room;
mod saving;
pub mod signals;
mod sitting;
pub mod stage;
#[cfg(test)]
mod tests;
mod two;
mod watch;
mod ways;
mod workshop;

pub use action::Action;
pub use bank::{Bank, ForTwo, Opens, Rehearsals, RiverLine};
pub use bell::Bell;
pub use built::Built;
pub use guide::{Act, Door, Ended, Guide, Reaction};
pub use mending::{Mending, written_on};
pub use on_disk::OnDisk;
pub use river::{Agreed, DayOf, RiverPage};
pub use sitting::Sitting;
pub use workshop::Workshop;
