//! What was kept, as pages to take along: Markdown, a web page, plain text, a calendar, JSON.
//!
//! ```text
//! river + crossings ──► Leaflet ──► Sheet (in words) ──► markdown, html, plain
//!                             └───────────────────────► calendar, json
//! ```
//!
//! A [`Leaflet`] is plain data, and the same crossings always give the same bytes: nothing here asks what day it is.

mod calendar;
mod html;
mod json;
mod leaflet;
mod markdown;
mod markup;
mod plain;
mod quiet_line;
mod sheet;

pub use calendar::calendar;
pub use html::{html, html_handout};
pub use json::{clauses, json};
pub use leaflet::{Leaflet, Next, Outing, Promised};
pub use markdown::markdown;
pub use plain::{plain, plain_handout};
