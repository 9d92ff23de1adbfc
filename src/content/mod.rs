//! Content: what authors write, checked into what the engine reads.
//!
//! `schema` is the authored shape, `model` the checked one, and only `check` turns the first into the
//! second, reporting every problem at once. `source` says where files come from: the bundled pack, or a folder.

mod bundled;
pub mod check;
pub mod diagnostic;
mod id;
pub mod library;
pub mod located;
pub mod model;
mod parse;
pub mod pattern;
pub mod phrases;
mod read;
pub mod schema;
pub mod source;
pub(crate) mod spread;
pub mod starter;
mod wording;

pub use model::*;

/// The newest version of the content format this floe reads.
pub const FORMAT: u32 = 1;
