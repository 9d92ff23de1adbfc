//! A crossing as it is remembered: who sits where, what happened, and what was kept of it.
//!
//! A crossing under way is a header and its events; replaying them gives the very same page. A landed
//! crossing is a header and the items its people kept: its events are gone and it is not replayed.

mod agreement;
mod event;
mod header;
mod item;
mod outing;
mod record;

pub use agreement::{Agreement, Brought, Fate, Mark, Promise, Status, Turn};
pub use event::{Detour, Event, Reply};
pub use header::{Alone, Header, River, Seat, Sight};
pub use item::{Item, ItemKind, Substance};
pub use outing::{Course, LETTING_GO, Outing, Year};
pub use record::{FORMAT, HalfTyped, RETURN, Record, Stage};
