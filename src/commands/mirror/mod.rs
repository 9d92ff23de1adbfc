//! `floe mirror [FILE|-]`: the language mirror over the lines of any text. What comes in goes to standard output and
//! nowhere else.

mod drawn;
mod json;
mod lines;

use super::Failure;
use super::failure::why;
use crate::cli::{self, Page};
use crate::content::{Context, Pack};
use crate::mirror::{Mirror, Reflection};
use crate::text;
use crate::words::{Key, Words};
use lines::{LONGEST, Line, Lines};
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal as _, Write};
use std::path::Path;

/// What stands for standard input where a file is named.
const STANDARD: &str = "-";

pub(super) fn run(cover: &Pack, how: &cli::Mirror, out: &mut dyn Write) -> Result<u8, Failure> {
    let words = Words::of(cover);
    let named = how
        .file
        .as_deref()
        .filter(|path| *path != Path::new(STANDARD));
    let unread = |error: &io::Error| {
        let shown = named.map_or(STANDARD.into(), Path::to_string_lossy);
        let why = why(words, error.kind());
        let blanks = [("path", &*text::clean_line(&shown)), ("why", &why)];
        Failure::new(words, Key::ErrUnread, &blanks)
    };
    let input: Box<dyn BufRead> = match named {
        Some(path) => Box::new(BufReader::new(
            File::open(path).map_err(|error| unread(&error))?,
        )),
        None => {
            if io::stdin().is_terminal() {
                aside(words, Key::MirrorTyping, &[]);
            }
            Box::new(io::stdin().lock())
        }
    };
    let glass = Glass {
        words,
        // A pack in a language without a lexicon has its lines shown with nothing beside them.
        mirror: Mirror::of(cover),
        on: context(how.on),
        json: how.json,
    };
    match glass.over(Lines::of(input), out) {
        Ok(()) => Ok(0),
        Err(Stopped::Reading(error)) => Err(unread(&error)),
        // Who reads along has seen enough.
        Err(Stopped::Writing(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(0),
        Err(Stopped::Writing(error)) => Err(Failure::out(words, &error)),
    }
}

/// Why a text was not looked at to its end.
enum Stopped {
    Reading(io::Error),
    Writing(io::Error),
}

/// A mirror, and how what it shows is told.
struct Glass<'a> {
    words: Words<'a>,
    mirror: Option<Mirror>,
    on: Context,
    json: bool,
}

impl Glass<'_> {
    /// Looks at every line. Each is told as soon as it was read, so that a pipe doesn't wait.
    fn over(&self, mut lines: Lines<Box<dyn BufRead>>, out: &mut dyn Write) -> Result<(), Stopped> {
        let mut number = 0;
        let (mut cut, mut replaced, mut silent) = (false, false, true);
        while let Some(line) = lines.next().map_err(Stopped::Reading)? {
            number += 1;
            if line.cut && !std::mem::replace(&mut cut, true) {
                let most = LONGEST.to_string();
                aside(self.words, Key::MirrorCut, &[("n", &most)]);
            }
            if line.replaced && !std::mem::replace(&mut replaced, true) {
                aside(self.words, Key::MirrorReplaced, &[]);
            }
            if let Some(told) = self.told(number, &line) {
                silent = false;
                let written = out.write_all(told.as_bytes()).and_then(|()| out.flush());
                written.map_err(Stopped::Writing)?;
            }
        }
        if silent && !self.json {
            let sentence = self.words.say(Key::MirrorSilent, &[]);
            writeln!(out, "{sentence}").map_err(Stopped::Writing)?;
        }
        Ok(())
    }

    /// What there is to tell of a line: of every one to programs, to people of those in which something was noticed.
    fn told(&self, number: usize, line: &Line) -> Option<String> {
        let seen = self.mirror.as_ref();
        let seen = seen.map(|mirror| mirror.look(&line.text, self.on));
        if self.json {
            return Some(json::line(number, &line.text, seen.as_ref()));
        }
        let has_something = |seen: &Reflection| seen.glint.is_some() || !seen.cues.is_empty();
        let seen = seen.filter(has_something)?;
        let at = self
            .words
            .say(Key::MirrorLine, &[("n", &number.to_string())]);
        let families = self.mirror.as_ref().map_or(&[][..], Mirror::families);
        Some(drawn::line(&at, &line.text, &seen, families))
    }
}

/// A sentence beside what is asked for: nobody may be listening, and that is no failure.
fn aside(words: Words<'_>, key: Key, blanks: &[(&str, &str)]) {
    let _ = writeln!(io::stderr(), "{}", words.say(key, blanks));
}

const fn context(page: Page) -> Context {
    match page {
        Page::Say => Context::Say,
        Page::Own => Context::Own,
        Page::Apology => Context::Apology,
        Page::Agreement => Context::Agreement,
        Page::Listen => Context::Listen,
    }
}
