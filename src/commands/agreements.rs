//! `floe agreements`: what was offered and agreed on every river, and what became of it.
//!
//! Whoever runs the command may read the files of this home, and so all that stands in them. One thing is held
//! back all the same: on a river that two have crossed together only those marks are listed that were shown to
//! the other.

use super::rivers::titled;
use super::{Desk, Failure, json, mending};
use crate::ledger::{Entry, Marked};
use crate::runtime::env::{Clock as _, Wall};
use crate::session::River;
use crate::store::shelf::{Listing, Shelved};
use crate::words::{Key, Words};
use chrono::NaiveDate;
use std::io::{self, Write};

/// The agreements of a river, as they are listed.
pub(super) struct Book {
    pub(super) river: River,
    /// The day to look again.
    pub(super) look_again: Option<NaiveDate>,
    pub(super) lines: Vec<BookLine>,
}

/// An agreement, as it is listed.
pub(super) struct BookLine {
    pub(super) entry: Entry,
    /// Its next day, past ones included until they are answered.
    pub(super) next: Option<NaiveDate>,
}

pub(super) fn run(
    desk: &Desk,
    due: bool,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words = desk.words();
    let Listing { rivers, troubles } = desk.listing()?;
    let mut books: Vec<Book> = rivers.into_iter().map(Book::of).collect();
    if due {
        let today = Wall.now().day();
        books.retain_mut(|book| book.keep_due(today));
    } else {
        books.retain(|book| !book.lines.is_empty());
    }
    let written = match (as_json, books.is_empty() && !due) {
        (true, _) => writeln!(out, "{}", json::agreements(&books)),
        (false, true) => writeln!(out, "{}", words.say(Key::NoAgreements, &[])),
        (false, false) => books.iter().try_for_each(|book| book.tell(words, out)),
    };
    written.map_err(|error| Failure::out(words, &error))?;
    // What could not be read is told after everything that could.
    match troubles.first() {
        Some(trouble) => Err(mending::failure(desk, trouble)),
        None => Ok(0),
    }
}

impl Book {
    fn of(shelved: Shelved) -> Self {
        let (looked, of_two) = (shelved.looked(), shelved.is_of_two());
        let line = |mut entry: Entry| {
            entry.marks.retain(|marked| !of_two || marked.mark.shown);
            let next = entry.next(looked);
            BookLine { entry, next }
        };
        Self {
            look_again: shelved.look_again(),
            lines: shelved.ledger().entries.into_iter().map(line).collect(),
            river: shelved.river,
        }
    }

    /// Keeps those a day of which has come; where it is time to look at the river again, all that aren't over.
    /// Whether anything has come.
    fn keep_due(&mut self, today: NaiveDate) -> bool {
        let has_come = |day: Option<NaiveDate>| day.is_some_and(|day| day <= today);
        self.look_again = self.look_again.filter(|day| *day <= today);
        let all = self.look_again.is_some();
        self.lines
            .retain(|line| has_come(line.next) || (all && line.entry.over.is_none()));
        all || !self.lines.is_empty()
    }

    fn tell(&self, words: Words<'_>, out: &mut dyn Write) -> io::Result<()> {
        let seats = self.river.seats.join(", ");
        let title = titled(words, &self.river);
        let line = format!("{}  {title}  {seats}", self.river.id);
        writeln!(out, "{}", line.trim_end())?;
        if let Some(day) = self.look_again {
            let day = day.to_string();
            writeln!(
                out,
                "    {}",
                words.say(Key::BankLookAgain, &[("day", &day)])
            )?;
        }
        let mut lines = self.lines.iter();
        lines.try_for_each(|line| line.tell(words, &self.river, out))
    }
}

impl BookLine {
    fn tell(&self, words: Words<'_>, river: &River, out: &mut dyn Write) -> io::Result<()> {
        let Some(version) = self.entry.standing() else {
            return Ok(());
        };
        let agreement = &version.agreement;
        let life = words.say(Key::of_life(self.entry.life()), &[]);
        writeln!(
            out,
            "    {}  {life}: {}",
            self.entry.id,
            on_one_line(&agreement.text)
        )?;
        let next = self.next.map(|day| day.to_string());
        let clauses = [
            (Key::ClauseWho, &agreement.who),
            (Key::ClauseWhen, &agreement.when),
            (Key::ClauseUntil, &agreement.until),
            (Key::AgreementNext, &next),
        ];
        for (key, text) in clauses {
            if let Some(text) = text {
                writeln!(
                    out,
                    "        {}: {}",
                    words.say(key, &[]),
                    on_one_line(text)
                )?;
            }
        }
        let mut marks = self.entry.marks.iter();
        marks.try_for_each(|marked| writeln!(out, "        {}", mark(words, river, marked)))
    }
}

/// A mark: its day, how it is seen, whose it is where that is known by name, and the words beside it.
fn mark(words: Words<'_>, river: &River, marked: &Marked) -> String {
    let view = words.say(Key::of_view(marked.mark.view), &[]);
    let by = river.seats.get(marked.by as usize);
    let by = by.map(|name| format!(" ({name})")).unwrap_or_default();
    let note = marked.mark.note.as_deref().map(on_one_line);
    let note = note.map(|note| format!(": {note}")).unwrap_or_default();
    format!("{}  {view}{by}{note}", marked.on)
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
