//! A line in the mirror as people read it: the line, signs under the words that were noticed, and what may be asked.

use crate::content::lexicon::Family;
use crate::mirror::{Observation, Reflection};
use crate::text::{clean_line, fold, width, wrap};
use std::fmt::Write as _;
use std::ops::Range;

/// Columns of a row of words.
const WIDE: usize = 72;
/// What stands before a row.
const INDENT: &str = "    ";
/// Rows of a line that are always shown whole.
const SHORT: usize = 3;
/// Stands for rows that are left out.
const LEFT_OUT: &str = "...";
/// Neighbours have different signs under them, so that their edges are seen.
const SIGNS: [&str; 2] = ["^", "~"];

/// Everything there is to say of a line; `at` tells which one it is. Ends with an empty line.
pub(super) fn line(at: &str, text: &str, seen: &Reflection, families: &[Family]) -> String {
    let mut out = format!("{at}\n");
    let shown = Shown::new(text, &seen.cues);
    shown.draw(&mut out);
    if let Some(glint) = &seen.glint {
        said(&mut out, "", glint);
    }
    for asked in asked(text, &seen.cues) {
        let family = families.iter().find(|family| family.id == asked.family);
        let title = family.map_or("", |family| family.title.as_str());
        said(
            &mut out,
            "",
            &format!("{title}: {}", asked.words.join(", ")),
        );
        said(&mut out, "  ", asked.ask);
    }
    out.push('\n');
    out
}

fn said(out: &mut String, indent: &str, sentence: &str) {
    let width = WIDE - indent.len();
    for row in fold(&clean_line(sentence), width).lines() {
        let _ = writeln!(out, "{INDENT}{indent}{row}");
    }
}

/// A question, and the words it is about.
struct Asked<'a> {
    family: &'a str,
    ask: &'a str,
    words: Vec<String>,
}

/// The questions in the order of the line, each once.
fn asked<'a>(text: &str, cues: &'a [Observation]) -> Vec<Asked<'a>> {
    let mut all: Vec<Asked<'_>> = Vec::new();
    for cue in cues {
        let words = text.get(cue.span.clone()).unwrap_or_default();
        let words = format!("\"{words}\"");
        let same = |asked: &&mut Asked<'_>| cue.family == asked.family && asked.ask == cue.ask;
        match all.iter_mut().find(same) {
            Some(asked) if asked.words.contains(&words) => {}
            Some(asked) => asked.words.push(words),
            None => all.push(Asked {
                family: cue.family.as_str(),
                ask: &cue.ask,
                words: vec![words],
            }),
        }
    }
    all
}

/// A line as a terminal may show it, with the places of what was noticed in it.
struct Shown {
    text: String,
    /// Places in `text`; each layer is a row of signs in which nothing overlaps.
    layers: Vec<Vec<Range<usize>>>,
}

impl Shown {
    fn new(text: &str, cues: &[Observation]) -> Self {
        // Cleaning moves places, so it is done piece by piece between them.
        let edges = cues.iter().flat_map(|cue| [cue.span.start, cue.span.end]);
        let mut edges: Vec<usize> = edges.collect();
        edges.sort_unstable();
        edges.dedup();
        let mut clean = String::new();
        let mut moved = Vec::with_capacity(edges.len());
        let mut from = 0;
        for edge in &edges {
            clean.push_str(&clean_line(text.get(from..*edge).unwrap_or_default()));
            moved.push(clean.len());
            from = *edge;
        }
        clean.push_str(&clean_line(text.get(from..).unwrap_or_default()));
        let place = |edge: usize| {
            let at = edges.binary_search(&edge).ok();
            at.and_then(|at| moved.get(at)).copied().unwrap_or_default()
        };
        let mut layers: Vec<Vec<Range<usize>>> = Vec::new();
        for cue in cues {
            let mark = place(cue.span.start)..place(cue.span.end);
            let room = |layer: &&mut Vec<Range<usize>>| {
                layer.last().is_none_or(|last| last.end <= mark.start)
            };
            match layers.iter_mut().find(room) {
                Some(layer) => layer.push(mark),
                None => layers.push(vec![mark]),
            }
        }
        Self {
            text: clean,
            layers,
        }
    }

    /// The rows that have something under them, with a row before and after; all of a short line.
    fn draw(&self, out: &mut String) {
        let rows = wrap(&self.text, WIDE);
        let signs: Vec<Vec<String>> = rows.iter().map(|row| self.signs(row)).collect();
        let marked = |at: usize| signs.get(at).is_some_and(|signs| !signs.is_empty());
        let near = |at: usize| (at.saturating_sub(1)..=at + 1).any(marked);
        let mut left_out = false;
        for (at, (row, signs)) in rows.iter().zip(&signs).enumerate() {
            if rows.len() > SHORT && !near(at) {
                if !std::mem::replace(&mut left_out, true) {
                    let _ = writeln!(out, "{INDENT}{LEFT_OUT}");
                }
                continue;
            }
            left_out = false;
            let words = self.text.get(row.clone()).unwrap_or_default();
            for row in std::iter::once(words).chain(signs.iter().map(String::as_str)) {
                let _ = writeln!(out, "{}", format!("{INDENT}{row}").trim_end());
            }
        }
    }

    /// The signs under a row.
    fn signs(&self, row: &Range<usize>) -> Vec<String> {
        let columns = |from: usize, to: usize| width(self.text.get(from..to).unwrap_or_default());
        let mut all = Vec::new();
        for layer in &self.layers {
            let mut signs = String::new();
            let first = layer.partition_point(|mark| mark.end <= row.start);
            let here = layer.iter().enumerate().skip(first);
            for (at, mark) in here.take_while(|(_, mark)| mark.start < row.end) {
                let (start, end) = (mark.start.max(row.start), mark.end.min(row.end));
                let under = self.text.get(start..end).unwrap_or_default().trim_end();
                let before = columns(row.start, start).saturating_sub(signs.len());
                let sign = SIGNS.get(at % SIGNS.len()).copied().unwrap_or_default();
                signs.push_str(&" ".repeat(before));
                signs.push_str(&sign.repeat(width(under).max(1)));
            }
            if !signs.is_empty() {
                all.push(signs);
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Context, check, source::File};
    use crate::mirror::Mirror;

    const SPELLING: &str = r#"(format: 1, language: "en", endings: {}, words: {}, openers: "")"#;
    const CLASSES: &str = r#"(format: 1, classes: {}, leave: [],
        order: [(on: Say, families: ["never", "sorry"])])"#;
    const GLINTS: &str = r#"(format: 1, glints: [(id: "thanks", line: "You gave thanks.", on: [Say],
        says: ["thank you"], fires: ["Thank you."], quiet: ["Tank you."])])"#;
    const NEVER: &str = r#"(format: 1, id: "never", title: "Never", why: "W.", asks: ["Which day was it?", "Who?"],
        reframes: [], cues: [
            (id: "you", says: ["you .. never"], fires: ["You never."], quiet: ["Never."]),
            (id: "we", says: ["we never"], fires: ["We never."], quiet: ["Never."])])"#;
    const SORRY: &str = r#"(format: 1, id: "sorry", title: "Sorry if", why: "W.", asks: ["What did you do?"],
        reframes: [], cues: [
            (id: "if", says: ["sorry ..2 if you", "冰 如果"], fires: ["Sorry if you 冰 如果"], quiet: ["Sorry."])])"#;

    fn told(text: &str) -> String {
        let files = [
            ("spelling", SPELLING),
            ("classes", CLASSES),
            ("glints", GLINTS),
            ("never", NEVER),
            ("sorry", SORRY),
        ];
        let files = files.map(|(name, text)| File::new(format!("mirror/{name}.ron"), text));
        let lexicon = check::lexicon(&files).expect("good").expect("one");
        let mirror = Mirror::new(lexicon);
        let seen = mirror.look(text, Context::Say);
        line("Line 1", text, &seen, mirror.families())
    }

    #[test]
    fn signs_stand_under_the_words_and_the_questions_behind() {
        let expected = "Line 1
    Thank you. We never, we never, and you just never.
               ^^^^^^^^  ~~~~~~~~      ^^^^^^^^^^^^^^
    You gave thanks.
    Never: \"We never\", \"we never\"
      Who?
    Never: \"you just never\"
      Which day was it?

";
        let text = "Thank you. We never, we never, and you just never.";
        assert_eq!(told(text), expected);
    }

    #[test]
    fn what_overlaps_has_rows_of_its_own() {
        let told = told("Sorry if you never.");
        let expected = "    Sorry if you never.\n    ^^^^^^^^^^^^\n             ^^^^^^^^^\n";
        assert!(told.contains(expected), "{told}");
    }

    #[test]
    fn signs_line_up_under_wide_letters_tabs_and_what_has_no_width() {
        for (text, expected) in [
            (
                "你好 you\tnever",
                "    你好 you never\n         ^^^^^^^^^\n",
            ),
            (
                "冰 如果 you never",
                "    冰 如果 you never\n    ^^^^^^^ ~~~~~~~~~\n",
            ),
            (
                "e\u{301}👨‍👩‍👧 you never",
                "    e\u{301}👨‍👩‍👧 you never\n        ^^^^^^^^^\n",
            ),
            (
                "\u{feff}\u{1b}[1m you never",
                "    \u{fffd}[1m you never\n         ^^^^^^^^^\n",
            ),
            ("a\rb you never", "    a b you never\n        ^^^^^^^^^\n"),
        ] {
            let told = told(text);
            assert!(told.contains(expected), "{text:?}:\n{told}");
        }
    }

    #[test]
    fn of_a_long_line_the_rows_around_the_words_are_shown() {
        let fill = "The lake was calm and the children slept. ".repeat(10);
        let told = told(&format!(
            "{fill}Still I was in the boat, and you never {fill}"
        ));
        let expected = "Line 1
    ...
    calm and the children slept. The lake was calm and the children slept.
    Still I was in the boat, and you never The lake was calm and the
                                 ^^^^^^^^^
    children slept. The lake was calm and the children slept. The lake was
    ...
    Never: \"you never\"
      Which day was it?

";
        assert_eq!(told, expected);
    }

    #[test]
    fn words_that_are_parted_by_a_row_have_signs_in_both() {
        let told = told(&format!(
            "{} you just keep away from me never",
            "x".repeat(60)
        ));
        let expected = format!(
            "    {} you just\n    {}^^^^^^^^\n    keep away from me never\n    {}\n",
            "x".repeat(60),
            " ".repeat(61),
            "^".repeat(23)
        );
        assert!(told.contains(&expected), "{told}");
    }
}
