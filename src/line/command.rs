//! Actions in line mode: what a line that begins with a slash does.

use super::read::Echo;
use super::run::{Outcome, Walk, echo_on};
use super::together::lone_key;
use crate::flow::{Page, Pane};
use crate::runtime::{Act, Action};
use crate::words::Key;
use std::io;

/// Whether the text behind a slash names an action.
pub(super) fn is_known(command: &str) -> bool {
    named(command).1.is_some()
}

/// The name behind the slash, its action, and what follows the name. A slash alone asks for help.
fn named(command: &str) -> (&str, Option<Action>, &str) {
    let (name, rest) = command
        .split_once(char::is_whitespace)
        .unwrap_or((command, ""));
    let action = if name.is_empty() {
        Some(Action::Help)
    } else {
        Action::named(&name.to_ascii_lowercase())
    };
    (name, action, rest.trim())
}

impl Walk<'_> {
    /// Does what a line with a slash says. The words so far stay, whatever that is.
    pub(super) fn command(&mut self, page: &Page, command: &str) -> io::Result<Option<Outcome>> {
        self.hand_in_draft(page, "");
        let (name, action, rest) = named(command);
        match action {
            None => {
                if echo_on(page) == Echo::Shown {
                    self.say(Key::UnknownAction, &[("name", name)])?;
                } else {
                    // It may be the beginning of what nobody else is to read.
                    self.say(Key::LineHelpNote, &[])?;
                }
                self.prompt()
            }
            Some(Action::Back | Action::Undo) if let Some(seat) = lone_key(page) => {
                self.press(seat)
            }
            Some(Action::Help) => {
                self.say(Key::LineHelp, &[])?;
                // Behind so many lines the question is said again, for those who hear them one by one.
                self.printer.line("")?;
                self.printer.line(&page.prompt)?;
                self.prompt()
            }
            Some(Action::Map) => self.map(page),
            Some(Action::Long) => {
                self.long = true;
                self.say(Key::LongHow, &[])?;
                self.prompt()
            }
            Some(Action::Thanks) if !rest.is_empty() => self.act(Act::Thanks(rest.to_owned())),
            Some(Action::Mirror) => self.mirror(page, rest),
            Some(action) => match (action.pane(), action.act(page)) {
                (Some(pane), _) => {
                    self.pane(pane)?;
                    self.prompt()
                }
                (None, Some(act)) => self.act(act),
                (None, None) => {
                    self.say(Key::NothingHere, &[])?;
                    self.prompt()
                }
            },
        }
    }

    /// Lists the floes; a number leads there, an empty line stays, and an action is an action here too.
    fn map(&mut self, page: &Page) -> io::Result<Option<Outcome>> {
        let Some(rows) = self.guide.map() else {
            self.say(Key::MapClosed, &[])?;
            return self.prompt();
        };
        self.say(Key::Map, &[])?;
        for (number, row) in rows.iter().enumerate() {
            let words = self.guide.words();
            let here = row.here.then(|| words.say(Key::MapHere, &[]));
            let passed = row.passed_over.then(|| words.say(Key::MapPassed, &[]));
            let said = here
                .or(passed)
                .map(|said| format!(" ({said})"))
                .unwrap_or_default();
            self.printer
                .line(&format!("{}. {}{said}", number + 1, row.title))?;
        }
        self.say(Key::MapChoose, &[])?;
        loop {
            self.printer.prompt(&format!("[choose 1-{}]", rows.len()))?;
            let line = match self.listen()? {
                Ok(line) => line,
                Err((outcome, _)) => return Ok(Some(self.close(page, outcome, ""))),
            };
            let line = line.trim();
            if let Some(command) = line.strip_prefix('/') {
                return self.command(page, command);
            }
            if line.is_empty() {
                self.whole_page()?;
                return Ok(None);
            }
            let number = line.parse::<usize>().ok();
            match number.and_then(|number| rows.get(number.wrapping_sub(1))) {
                Some(row) => return self.act(Act::Jump(row.step.clone())),
                None => self.say(Key::WrongNumber, &[("n", &rows.len().to_string())])?,
            }
        }
    }

    pub(super) fn pane(&mut self, pane: Pane) -> io::Result<()> {
        let view = self.guide.pane(pane);
        self.printer.pane(&view)
    }
}
