//! Content: what authors write, checked into what the engine reads.
//!
//! `schema` is the authored shape, `model` the checked one, and only `check` turns the first into the
//! second, reporting every problem at once. `source` holds the files, be they bundled or from a folder, and `exchange`
//! puts the sentences of a language, or of a pack, in the place of others.

mod bundled;
mod catalogue;
pub mod check;
pub mod coverage;
pub mod diagnostic;
mod exchange;
mod id;
mod language;
mod letters;
pub mod library;
pub mod located;
pub mod model;
mod parse;
pub mod pattern;
pub mod phrases;
mod read;
pub mod schema;
mod sentences;
pub mod source;
pub(crate) mod spread;
pub mod stack;
pub mod starter;
pub mod theme;
mod wording;

pub use language::Language;
pub use model::*;

/// The newest version of the content format this floe reads.
pub const FORMAT: u32 = 1;
