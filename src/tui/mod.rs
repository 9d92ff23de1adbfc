//! The full screen: what stands on it and in which ink.

mod backend;
mod cells;
mod clip;
mod curtain;
mod draw;
pub mod editor;
mod field;
mod held;
mod keys;
mod light;
mod look;
mod motion;
mod over;
pub mod palette;
mod pick;
mod pressed;
pub mod river;
mod run;
mod stage;
mod terminal;
pub mod theme;
mod ui;
mod unseen;
mod wipe;

pub use keys::{Bound, TABLE, name};
pub use look::{Colours, Look};
pub use run::{Left, Screen};
pub use terminal::leave;
pub use ui::{Asked, Ui};
