//! A page to take home from a room that was shown floe.

use super::super::located::Located;
use serde::Deserialize;

/// `handout.ron`: one page, made from the pack.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handout {
    /// Version of the format.
    pub format: Located<u32>,
    /// Title of the page.
    pub title: Located<String>,
    /// The parts in order; all of them fit on one page of paper.
    pub parts: Vec<HandoutPart>,
    /// What stands below, small.
    pub foot: Located<String>,
}

/// A part of the page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandoutPart {
    /// Title.
    pub title: Located<String>,
    /// What it says, a line each; at least one.
    pub lines: Vec<Located<String>>,
}
