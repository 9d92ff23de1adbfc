//! A line in the mirror as JSON; its shape is part of floe's promise (product: "`mirror --json`").

use crate::mirror::{Observation, Reflection};
use crate::text;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Write as _;

/// A line, and what was noticed in it.
#[derive(Serialize)]
struct Seen<'a> {
    /// Its number, from 1.
    line: usize,
    text: &'a str,
    cues: Vec<Cue<'a>>,
    glint: Option<&'a str>,
}

/// One thing that was noticed; places count characters of the line.
#[derive(Serialize)]
struct Cue<'a> {
    family: String,
    start: usize,
    end: usize,
    text: &'a str,
    ask: &'a str,
}

/// A line as one object, with its line feed.
pub(super) fn line(number: usize, text: &str, seen: Option<&Reflection>) -> String {
    let cues = seen.into_iter().flat_map(|seen| &seen.cues);
    let seen = Seen {
        line: number,
        text,
        cues: cues.map(|one| cue(text, one)).collect(),
        glint: seen.and_then(|seen| seen.glint.as_deref()),
    };
    // Numbers and texts can always be written.
    let told = serde_json::to_string(&seen).unwrap_or_default();
    powerless(&told) + "\n"
}

fn cue<'a>(text: &'a str, seen: &'a Observation) -> Cue<'a> {
    let at = seen.characters(text);
    Cue {
        // As other programs know families: "sorry-if".
        family: seen.family.as_str().replace('_', "-"),
        start: at.start,
        end: at.end,
        text: text.get(seen.span.clone()).unwrap_or_default(),
        ask: &seen.ask,
    }
}

/// The same JSON with what could steer a terminal spelled as `\u009b`.
fn powerless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        let mut own = [0; 4];
        if matches!(text::clean(c.encode_utf8(&mut own)), Cow::Borrowed(_)) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_comes_back_and_nothing_in_it_steers_a_terminal() {
        let text = "a\"\\\u{1b}[31m\u{9b}2J\u{202e}\u{e0041}\u{2028}é冰😀\t";
        let told = line(7, text, None);
        assert!(told.ends_with(",\"cues\":[],\"glint\":null}\n"), "{told}");
        let plain = told.trim_end();
        assert_eq!(text::clean(plain), plain);
        let read: serde_json::Value = serde_json::from_str(plain).expect("JSON");
        assert_eq!(read["text"], text);
        assert_eq!(read["line"], 7);
    }
}
