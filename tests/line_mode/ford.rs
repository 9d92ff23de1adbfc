//! A short river for two in a pack of its own, so that its words can be held one by one.

use crate::support::answers::fluent;
use crate::support::folder;
use crate::support::walker::{Asked, Walker};
use std::path::Path;

pub(crate) const FORD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/line_mode/ford");

const TWO: [&str; 7] = [
    "practise", "--pair", "--line", "--me", "Sam", "--other", "Noor",
];

/// Sam and Noor begin, with the words of this folder.
pub(crate) fn begin(pack: &str) -> Vec<&str> {
    [&["--pack", pack], &TWO[..]].concat()
}

/// They take it up again.
pub(crate) fn resume() -> Vec<&'static str> {
    vec!["--pack", FORD, "resume", "--line"]
}

/// Answers whatever is asked until this is.
pub(crate) fn reach(walker: &mut Walker, what: &str) -> Asked {
    let mut answer = fluent("w");
    let mut asked = walker.ask();
    while !asked.text.contains(what) {
        let reply = answer(&asked);
        asked = walker.say(&reply);
    }
    asked
}

/// Types lines, each at the question that follows the one before.
pub(crate) fn say(walker: &mut Walker, lines: &[&str]) -> Asked {
    let asked = lines.iter().map(|line| walker.say(line)).last();
    asked.unwrap()
}

/// What a terminal has shown from a place on, without the folders of this run.
pub(crate) fn shown(walker: &Walker, from: usize, home: &Path) -> String {
    let text = walker.all()[from..].replace('\r', "");
    let mut text = text.replace(home.to_str().unwrap(), "HOME");
    for path in folder::crossings(home) {
        let id = path.file_stem().unwrap().to_str().unwrap();
        let river = path.parent().unwrap().file_name().unwrap();
        text = text.replace(id, "ID");
        text = text.replace(river.to_str().unwrap(), "RIVER");
    }
    text
}
