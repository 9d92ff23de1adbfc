//! What was kept, as pages to take along: Markdown, a web page, plain text, a calendar, JSON.
//!
//! ```text
//! river + crossings ──► Leaflet ──► Sheet (in words) ──► markdown, html, plain
//!                             └───────────────────────► calendar, json
//! pack ─────────────────────────────────────────────► handout
//! ```
//!
//! A [`Leaflet`] is plain data, and the same crossings always give the same bytes: nothing here asks what day it is.

mod calendar;
mod handout;
mod html;
mod json;
mod leaflet;
mod markdown;
mod markup;
mod plain;
mod quiet_line;
mod sheet;

pub use calendar::calendar;
pub use handout::{html_handout, plain_handout};
pub use html::html;
pub use json::{clauses, json};
pub use leaflet::{Leaflet, Next, Outing, Promised};
pub use markdown::markdown;
pub use plain::plain;
