//! Plans: what whoever shows floe to a room does, part by part.

use super::super::located::Located;
use serde::Deserialize;

/// `plans/ID.ron`: a plan for a room.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of the format.
    pub format: Located<u32>,
    /// Stable id, the same as the file's name.
    pub id: Located<String>,
    /// Title people see.
    pub title: Located<String>,
    /// For which room.
    pub about: Located<String>,
    /// How long it takes, in minutes: as long as its parts together.
    pub minutes: Located<u16>,
    /// The parts in order.
    pub parts: Vec<Part>,
}

/// A part of a plan.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Title.
    pub title: Located<String>,
    /// How long it takes, in minutes.
    pub minutes: Located<u16>,
    /// What is done.
    pub does: Located<String>,
    /// A line to say to the room.
    pub says: Located<String>,
    /// The floe it is about, as `practice/floe`: its line for a room stands in the notes. Nothing if absent, or where the
    /// pack has no such practice.
    #[serde(default)]
    pub floe: Option<Located<String>>,
}
