//! The field people write in: text, cursor, undo and the rows it is shown in.
//!
//! Keys are not known here: [`Editor::perform`] takes a [`Command`], and [`Editor::render`] draws what
//! an area has room for.

mod boundary;
mod command;
mod history;
mod layout;
mod render;

use std::ops::Range;

use zeroize::{Zeroize, Zeroizing};

use crate::text;
pub use command::{Command, Outcome};
use history::{Change, History, Kind};
use layout::{Layout, Splice};

/// How many bytes of text a field takes unless told otherwise: 64 KiB.
pub const LIMIT: usize = 64 * 1024;

/// A text field with soft wrap, undo and a limit in bytes.
///
/// The cursor is a byte offset and always between graphemes. Dropping a field wipes what was written
/// in it.
pub struct Editor {
    text: Zeroizing<String>,
    cursor: usize,
    /// The column that moves up and down aim for.
    goal: Option<usize>,
    history: History,
    layout: Layout,
    /// The first visual row shown.
    top: usize,
    /// Rows of the area drawn into last.
    height: usize,
    single_line: bool,
    hidden: bool,
    limit: usize,
}

impl Editor {
    /// An empty field for any number of lines.
    pub fn multi_line() -> Self {
        Self {
            text: Zeroizing::default(),
            cursor: 0,
            goal: None,
            history: History::default(),
            layout: Layout::new("", usize::MAX),
            top: 0,
            height: 1,
            single_line: false,
            hidden: false,
            limit: LIMIT,
        }
    }

    /// An empty field for one line, which still wraps where the area is narrow.
    pub fn single_line() -> Self {
        Self {
            single_line: true,
            ..Self::multi_line()
        }
    }

    /// Sets how many bytes of text the field takes; words that are there already are never cut.
    #[must_use]
    pub fn with_limit(mut self, bytes: usize) -> Self {
        self.limit = bytes;
        self
    }

    /// Draws nothing of what is written; the caller says in its place that it is hidden.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    /// Replaces everything by cleaned text, with the cursor at its end and nothing to undo.
    pub fn set_text(&mut self, text: &str) {
        self.forget();
        let clean = self.cleaned(text);
        self.make_room(clean.len());
        self.text.push_str(&clean);
        self.cursor = self.text.len();
        self.layout = Layout::new(&self.text, self.layout.width());
    }

    /// What is written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor is, in bytes from the start.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether what is written is not to be seen.
    pub fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// Carries out one command.
    pub fn perform(&mut self, command: Command<'_>) -> Outcome {
        let (text, at) = (self.text.as_str(), self.cursor);
        let row = self.layout.row_of(at);
        match command {
            Command::Insert(c) => self.insert(c.encode_utf8(&mut [0; 4]), Kind::Typed),
            Command::Paste(text) => self.insert(text, Kind::Whole),
            Command::Newline if self.single_line => Outcome::Idle,
            Command::Newline => self.insert("\n", Kind::Typed),
            Command::Backspace => self.erase(boundary::previous(text, at)..at, Kind::ErasedLeft),
            Command::Delete => self.erase(at..boundary::next(text, at), Kind::ErasedRight),
            Command::DeleteWordLeft => self.erase(boundary::word_left(text, at)..at, Kind::Whole),
            Command::DeleteWordRight => self.erase(at..boundary::word_right(text, at), Kind::Whole),
            Command::KillToStart => self.erase(self.layout.row(text, row).start..at, Kind::Whole),
            // The space at a row's end goes too, unless it is all that is left: words would join.
            Command::KillToEnd if at == self.layout.last_stop(text, row) => Outcome::Idle,
            Command::KillToEnd => self.erase(at..self.layout.row(text, row).end, Kind::Whole),
            Command::Left => self.go(boundary::previous(text, at)),
            Command::Right => self.go(boundary::next(text, at)),
            Command::WordLeft => self.go(boundary::word_left(text, at)),
            Command::WordRight => self.go(boundary::word_right(text, at)),
            Command::Up => self.go_by_rows(-1),
            Command::Down => self.go_by_rows(1),
            Command::PageUp => self.go_by_rows(-self.page()),
            Command::PageDown => self.go_by_rows(self.page()),
            Command::Home => self.go(self.layout.row(text, row).start),
            Command::End => self.go(self.layout.last_stop(text, row)),
            Command::First => self.go(0),
            Command::Last => self.go(text.len()),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
        }
    }

    /// Wipes the text and everything that could bring it back, and leaves an empty field.
    pub fn forget(&mut self) {
        self.text.zeroize();
        self.history = History::default();
        self.layout = Layout::new("", self.layout.width());
        (self.cursor, self.goal, self.top) = (0, None, 0);
    }

    fn cleaned(&self, raw: &str) -> Zeroizing<String> {
        let before = self.text.get(..self.cursor).unwrap_or_default();
        let lines = Zeroizing::new(text::clean_after(before, raw).into_owned());
        if self.single_line && lines.contains('\n') {
            Zeroizing::new(lines.replace('\n', " "))
        } else {
            lines
        }
    }

    fn insert(&mut self, raw: &str, kind: Kind) -> Outcome {
        let clean = self.cleaned(raw);
        let room = self.limit.saturating_sub(self.text.len());
        let fitting = boundary::fitting(&clean, room);
        if !fitting.is_empty() {
            self.replace(self.cursor..self.cursor, fitting, kind);
        }
        match fitting.len() {
            fits if fits < clean.len() => Outcome::Full,
            0 => Outcome::Idle,
            _ => Outcome::Changed,
        }
    }

    fn erase(&mut self, range: Range<usize>, kind: Kind) -> Outcome {
        if range.is_empty() {
            return Outcome::Idle;
        }
        self.replace(range, "", kind);
        Outcome::Changed
    }

    fn replace(&mut self, range: Range<usize>, with: &str, kind: Kind) {
        let removed = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let change = Change {
            at: range.start,
            removed: Zeroizing::new(removed),
            inserted: Zeroizing::new(with.to_owned()),
            cursor: self.cursor,
        };
        self.history.record(change, kind);
        self.splice(range, with);
    }

    /// Makes room at once for all that may come, so that growing leaves no copies of words behind.
    fn make_room(&mut self, bytes: usize) {
        let more = self.limit.max(bytes).saturating_sub(self.text.len());
        self.text.reserve_exact(more);
    }

    /// Changes the text; the cursor goes behind what came in, past signs that joined up with it.
    fn splice(&mut self, range: Range<usize>, with: &str) {
        let change = Splice {
            at: range.start,
            removed: range.len(),
            inserted: with.len(),
        };
        self.make_room(0);
        self.text.replace_range(range, with);
        self.layout.follow(&self.text, change);
        self.cursor = boundary::at_or_after(&self.text, change.at + change.inserted);
        self.goal = None;
    }

    fn undo(&mut self) -> Outcome {
        let Some((range, with, cursor)) = self.history.undo() else {
            return Outcome::Idle;
        };
        self.splice(range, &with);
        self.cursor = cursor;
        Outcome::Changed
    }

    fn redo(&mut self) -> Outcome {
        let Some((range, with)) = self.history.redo() else {
            return Outcome::Idle;
        };
        self.splice(range, &with);
        Outcome::Changed
    }

    fn go(&mut self, to: usize) -> Outcome {
        self.goal = None;
        self.move_to(to)
    }

    fn go_by_rows(&mut self, rows: isize) -> Outcome {
        let row = self.layout.row_of(self.cursor);
        let target = row.saturating_add_signed(rows).min(self.layout.len() - 1);
        let goal = self
            .goal
            .unwrap_or_else(|| self.layout.column_of(&self.text, self.cursor));
        self.goal = Some(goal);
        self.move_to(match target {
            _ if target != row => self.layout.stop_at(&self.text, target, goal),
            _ if rows < 0 => 0,
            _ => self.text.len(),
        })
    }

    fn move_to(&mut self, to: usize) -> Outcome {
        self.history.close_group();
        if std::mem::replace(&mut self.cursor, to) == to {
            Outcome::Idle
        } else {
            Outcome::Moved
        }
    }

    fn page(&self) -> isize {
        self.height
            .saturating_sub(1)
            .max(1)
            .try_into()
            .unwrap_or(isize::MAX)
    }
}
