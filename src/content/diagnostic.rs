//! A problem in a content file, shown with its place, its line and a caret.

use super::exchange::origin;
use super::source::File;
use crate::text;
use std::{fmt::Write, ops::Range};

/// Widest text quoted from a file, in characters.
const QUOTED: usize = 80;
/// Widest stretch of a source line shown, in characters: 80 columns less the margin with its number.
const SHOWN: usize = 66;
/// The same beside a page, whose column is narrower.
const SHOWN_BRIEFLY: usize = 42;
/// How many characters stay before a caret when the start of a long line has to go.
const BEFORE_CARET: usize = 24;
/// Stands where something was cut.
const CUT: &str = "...";
/// Lines shown before the one with the problem.
const LINES_BEFORE: usize = 2;

/// The name of the first rule of all: a file can be read as what it is to be.
const READING: &str = "reading";

/// One problem, written for the author of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file's path inside its pack.
    pub file: String,
    /// Where in the file; `None` when it is about the file as a whole.
    pub place: Option<Box<Place>>,
    /// What is wrong, in one plain sentence without its full stop.
    pub what: String,
    /// What to do next, if there is something to say.
    pub help: Option<String>,
    /// The stable name of the rule that found it.
    pub rule: &'static str,
}

/// A place in a file, with the lines around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// Up to two lines before, then the line itself.
    whole: Excerpt,
    /// The line itself.
    brief: Excerpt,
}

/// The lines around a place, with carets under it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Excerpt {
    /// Each legible and cut to fit.
    lines: Vec<String>,
    /// Columns before the first caret under the last line.
    before: usize,
    /// Columns of carets; at least one.
    carets: usize,
}

impl Diagnostic {
    /// A problem with a whole file.
    pub(super) fn of_file(file: &str, what: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            place: None,
            what: what.into(),
            help: None,
            rule: READING,
        }
    }

    /// A problem at these bytes of a file; in an exchanged sentence it is a problem of the file that one was written in.
    pub(super) fn at(file: &File, span: Option<Range<usize>>, what: impl Into<String>) -> Self {
        let Some(span) = span else {
            return Self::of_file(&file.name, what);
        };
        let (file, span) = origin(file, span);
        Self {
            place: Place::new(&file.text, span).map(Box::new),
            ..Self::of_file(&file.name, what)
        }
    }

    /// The same problem, with what to do about it.
    pub(super) fn with_help(self, help: impl Into<Option<String>>) -> Self {
        Self {
            help: help.into(),
            ..self
        }
    }

    /// The whole text, ending with a line feed. `folder` goes before the file's path (`my-pack/`, or nothing).
    #[must_use]
    pub fn render(&self, folder: &str) -> String {
        let mut out = self.head(folder);
        if let Some(place) = &self.place {
            out.push('\n');
            place.whole.draw(place.line, &mut out);
        }
        if let Some(help) = &self.help {
            let _ = writeln!(out, "\n  {help}");
        }
        out
    }

    /// The same in few rows, for a page it stands on beside other things: the line itself and none before it.
    #[must_use]
    pub fn brief(&self, folder: &str) -> String {
        let mut out = self.head(folder);
        if let Some(place) = &self.place {
            place.brief.draw(place.line, &mut out);
        }
        out.push_str(self.help.as_deref().unwrap_or_default());
        out.truncate(out.trim_end().len());
        out
    }

    /// Where it is and what is wrong, in one line.
    fn head(&self, folder: &str) -> String {
        let mut out = legible(&format!("{folder}{}", self.file), usize::MAX);
        if let Some(place) = &self.place {
            let _ = write!(out, ":{}:{}", place.line, place.column);
        }
        let _ = writeln!(out, ": {}", self.what);
        out
    }
}

/// Puts problems in order: the manifest's first, then by file and place.
pub fn sort(problems: &mut [Diagnostic]) {
    problems.sort_by_cached_key(|problem| {
        let place = problem.place.as_ref();
        let place = place.map_or((usize::MAX, 0), |place| (place.line, place.column));
        (problem.file != "pack.ron", problem.file.clone(), place)
    });
}

impl Place {
    fn new(text: &str, span: Range<usize>) -> Option<Self> {
        // A problem noticed at the very end belongs to the last line that has something on it.
        let start = span.start.min(text.trim_end().len().saturating_sub(1));
        let start = (0..=start).rev().find(|at| text.is_char_boundary(*at))?;
        let head = text.get(..start)?;
        let above = head.matches('\n').count();
        let column = head.rsplit('\n').next()?.chars().count();
        let marked = text.get(start..span.end.max(start))?.lines().next();
        let marked = marked.unwrap_or_default().trim_end().chars().count().max(1);

        let excerpt =
            |lines, shown| Excerpt::of(text, above, lines, column..column + marked, shown);
        Some(Self {
            line: above + 1,
            column: column + 1,
            whole: excerpt(LINES_BEFORE, SHOWN)?,
            brief: excerpt(0, SHOWN_BRIEFLY)?,
        })
    }
}

impl Excerpt {
    /// The line with so many lines above it, and some before it; carets under these characters, and so many shown.
    fn of(
        text: &str,
        above: usize,
        lines_before: usize,
        marked: Range<usize>,
        shown: usize,
    ) -> Option<Self> {
        let (column, marked) = (marked.start, marked.len());
        let first = above.saturating_sub(lines_before);
        let lines: Vec<&str> = text.lines().skip(first).take(above - first + 1).collect();
        let (own, context) = lines.split_last()?;
        let indents = lines
            .iter()
            .filter(|line| !line.trim().is_empty())
            .map(|line| indentation(line));
        let indent = indents.min().unwrap_or_default();
        // The end of a long line is cut; its start goes too when the carets would be cut with the end.
        let too_far = column.saturating_sub(indent) + marked.min(BEFORE_CARET) > shown;
        let from = if too_far {
            column.saturating_sub(BEFORE_CARET)
        } else {
            indent
        };
        let before = column.saturating_sub(from) + lead(own, from).len();
        let own = window(own, from, shown);

        let context = context.iter().map(|line| window(line, indent, shown));
        let mut lines: Vec<String> = context.collect();
        let carets = width_of(&own, before + marked) - width_of(&own, before);
        let before = width_of(&own, before);
        lines.push(own);
        Some(Self {
            lines,
            before,
            carets: carets.max(1),
        })
    }

    /// Draws it; its last line has this number.
    fn draw(&self, last: usize, out: &mut String) {
        let first = last + 1 - self.lines.len();
        let digits = last.to_string().len();
        for (number, line) in (first..).zip(&self.lines) {
            let _ = writeln!(
                out,
                "{}",
                format!("  {number:>digits$} |    {line}").trim_end()
            );
        }
        let _ = writeln!(
            out,
            "  {:digits$} |    {:before$}{}",
            "",
            "",
            "^".repeat(self.carets),
            before = self.before
        );
    }
}

fn indentation(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).count()
}

/// The part of a line that is shown, from the `from`th character on.
fn window(line: &str, from: usize, shown: usize) -> String {
    let rest: String = line.chars().skip(from).collect();
    let lead = lead(line, from);
    format!("{lead}{}", legible(&rest, shown - lead.len()))
}

/// What stands before the shown part, if more than blanks was left out there.
fn lead(line: &str, from: usize) -> &'static str {
    let left_out = line.chars().take(from).any(|c| !c.is_whitespace());
    if left_out { CUT } else { "" }
}

/// Columns of the first `count` characters.
fn width_of(text: &str, count: usize) -> usize {
    text::width(&text.chars().take(count).collect::<String>())
}

/// Text from a file as it may be shown in one line, cut after `most` characters.
pub(super) fn legible(text: &str, most: usize) -> String {
    let clean = text::clean_line(text);
    if clean.chars().nth(most).is_none() {
        return clean.into_owned();
    }
    let kept = clean.chars().take(most.saturating_sub(CUT.len()));
    kept.chain(CUT.chars()).collect()
}

/// A short text from a file in straight quotes.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", legible(text, QUOTED))
}

/// Which of the names is so close to `name` that it may have been meant.
pub(super) fn closest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = name.chars().count().div_ceil(3);
    names
        .into_iter()
        .map(|other| (distance(name, other), other))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, other)| other)
}

/// The letters of a text that has two.
fn two(text: &str) -> Option<(char, char)> {
    let mut letters = text.chars();
    let pair = (letters.next()?, letters.next()?);
    letters.next().is_none().then_some(pair)
}

/// How many letters differ, are missing or too many (Levenshtein); two in each other's place are one. Where names differ over more than 60, they are
/// never close.
fn distance(a: &str, b: &str) -> usize {
    const LONGEST: usize = 60;
    let (a, b) = without_what_is_alike(a, b);
    let b: Vec<char> = b.chars().collect();
    if let ([x, y], Some((z, w))) = (&b[..], two(a))
        && (*x, *y) == (w, z)
    {
        return 1;
    }
    if b.len() > LONGEST || a.len() > LONGEST * 4 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let next = (left + 1)
                .min(*cell + 1)
                .min(diagonal + usize::from(x != *y));
            diagonal = *cell;
            *cell = next;
            left = next;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

/// Two names from their first different letter to their last one.
fn without_what_is_alike<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    let alike = |(x, y): &(char, char)| x == y;
    let length = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        let pairs = pairs.take_while(alike);
        pairs.map(|(x, _)| x.len_utf8()).sum::<usize>()
    };
    let head = length(&mut a.chars().zip(b.chars()));
    let cut = |text: &'a str| text.get(head..).unwrap_or_default();
    let (a, b) = (cut(a), cut(b));
    let tail = length(&mut a.chars().rev().zip(b.chars().rev()));
    let cut = |text: &'a str| text.get(..text.len() - tail).unwrap_or_default();
    (cut(a), cut(b))
}
