//! Text as a terminal shows it: cleaned of what could steer it, measured in cells, wrapped by word.
//!
//! Everything that comes from outside (packs, saved files, pasted words, file names, error messages)
//! passes [`clean`] or [`clean_line`] once, where it comes in. What is drawn afterwards needs no
//! second look.

mod clean;
mod follow;
mod graphemes;
mod width;
mod wrap;

#[cfg(feature = "tui")]
pub(crate) use clean::clean_after;
pub use clean::{clean, clean_line, clean_path};
pub use follow::following;
#[cfg(feature = "tui")]
pub(crate) use graphemes::graphemes;
pub use width::width;
#[cfg(feature = "tui")]
pub(crate) use width::width_of_grapheme;
#[cfg(feature = "tui")]
pub(crate) use wrap::{breaks_afresh_behind, rows_from};
pub use wrap::{fold, wrap};
