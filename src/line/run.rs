//! The loop of line mode: print a page, read an answer, hand it in.

use super::answer::{self, Meant};
use super::print::{Printer, tag};
use super::read::{Echo, Read, Reader};
use crate::flow::{AskView, Page, Pane};
use crate::runtime::{Act, Action, Ended, Guide, Reaction};
use crate::words::Key;
use std::io::{self, Write};

/// How line mode came to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// By what was answered.
    Ended(Ended),
    /// The input ended; everything is saved.
    InputEnded,
    /// A signal came, by its number; everything is saved.
    Signal(i32),
}

/// Walks a guide in plain lines until it ends, the input ends or a signal comes.
///
/// # Errors
/// When nothing can be read or printed any more.
pub fn run(guide: &mut dyn Guide, reader: &mut Reader, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut walk = Walk {
        guide,
        reader,
        printer: Printer::new(out),
        so_far: String::new(),
        long: false,
    };
    walk.whole_page()?;
    loop {
        if let Some(outcome) = walk.turn()? {
            return Ok(outcome);
        }
    }
}

struct Walk<'a> {
    guide: &'a mut dyn Guide,
    reader: &'a mut Reader,
    printer: Printer<'a>,
    /// The whole lines of the answer being written.
    so_far: String,
    /// The answer ends at a line with only a full stop.
    long: bool,
}

impl Walk<'_> {
    /// Reads one line and does what it says.
    fn turn(&mut self) -> io::Result<Option<Outcome>> {
        let page = self.guide.page();
        let echo = if page.hidden {
            Echo::Hidden
        } else {
            Echo::Shown
        };
        let Self {
            guide,
            reader,
            so_far,
            ..
        } = self;
        let read = reader.line(echo, &mut |typed| guide.draft(&joined(so_far, typed)))?;
        match read {
            Read::Line(line) => self.line(&page, &line),
            Read::End(typed) => {
                self.close(&typed)?;
                Ok(Some(Outcome::InputEnded))
            }
            Read::Signal(signal, typed) => {
                self.close(&typed)?;
                Ok(Some(Outcome::Signal(signal)))
            }
        }
    }

    fn close(&mut self, typed: &str) -> io::Result<()> {
        let text = joined(&self.so_far, typed);
        if !text.is_empty() {
            self.guide.draft(&text);
        }
        self.guide.act(Act::Leave);
        self.printer.line("")?;
        self.farewell()
    }

    fn farewell(&mut self) -> io::Result<()> {
        for sentence in self.guide.farewell() {
            self.printer.line(&sentence)?;
        }
        Ok(())
    }

    fn line(&mut self, page: &Page, line: &str) -> io::Result<Option<Outcome>> {
        if let Some(command) = line.strip_prefix('/')
            && !command.starts_with('/')
            && !self.long
        {
            return self.command(page, command);
        }
        let line = if self.long {
            line
        } else {
            line.strip_prefix('/')
                .filter(|l| l.starts_with('/'))
                .unwrap_or(line)
        };
        if page.ask == AskView::Text || self.long {
            return self.more_words(page, line);
        }
        if line.trim().is_empty() {
            let act = answer::empty(&page.ask, self.standing(page));
            return self.act(act);
        }
        match answer::read(&page.ask, line) {
            Meant::Acts(acts) if matches!(page.ask, AskView::Keep { .. }) => self.mark(acts),
            Meant::Acts(acts) => self.acts(acts),
            Meant::Misfit(key, blanks) => {
                let blanks: Vec<_> = blanks
                    .iter()
                    .map(|(name, value)| (*name, value.as_str()))
                    .collect();
                self.say(key, &blanks)?;
                self.prompt()
            }
        }
    }

    /// One more line of an answer of several, or its end.
    fn more_words(&mut self, page: &Page, line: &str) -> io::Result<Option<Outcome>> {
        let over = if self.long {
            line == "."
        } else {
            line.trim().is_empty()
        };
        if !over {
            if !self.so_far.is_empty() {
                self.so_far.push('\n');
            }
            self.so_far.push_str(line);
            return Ok(None);
        }
        self.long = false;
        let text = std::mem::take(&mut self.so_far);
        let text = text.trim_end_matches('\n');
        if text.is_empty() {
            let act = answer::empty(&page.ask, self.standing(page));
            return self.act(act);
        }
        let text = if page.ask == AskView::Text {
            text.to_owned()
        } else {
            text.replace('\n', " ")
        };
        match answer::read(&page.ask, &text) {
            Meant::Acts(acts) => self.acts(acts),
            Meant::Misfit(key, _) => {
                self.say(key, &[("n", ""), ("most", "")])?;
                self.prompt()
            }
        }
    }

    /// What an empty answer keeps: the half-typed words, else the answer from before.
    fn standing(&self, page: &Page) -> Option<String> {
        self.guide.half_typed().or_else(|| page.so_far.clone())
    }

    fn mark(&mut self, acts: Vec<Act>) -> io::Result<Option<Outcome>> {
        for act in acts {
            self.guide.act(act);
        }
        self.whole_page()?;
        Ok(None)
    }

    fn acts(&mut self, acts: Vec<Act>) -> io::Result<Option<Outcome>> {
        let mut outcome = None;
        for act in acts {
            outcome = outcome.or(self.act(act)?);
        }
        Ok(outcome)
    }

    fn act(&mut self, act: Act) -> io::Result<Option<Outcome>> {
        let reaction = self.guide.act(act);
        self.react(reaction)
    }

    fn react(&mut self, reaction: Reaction) -> io::Result<Option<Outcome>> {
        self.so_far.clear();
        self.long = false;
        if let Some(key) = reaction.told {
            self.say(key, &[])?;
        }
        if let Some(pane) = reaction.opens {
            self.pane(pane)?;
        }
        if let Some(ended) = reaction.ends {
            if ended == Ended::Left {
                self.farewell()?;
            }
            return Ok(Some(Outcome::Ended(ended)));
        }
        self.next_page()?;
        Ok(None)
    }

    fn command(&mut self, page: &Page, command: &str) -> io::Result<Option<Outcome>> {
        let (name, rest) = command
            .split_once(char::is_whitespace)
            .unwrap_or((command, ""));
        self.hand_in_draft();
        match Action::named(name) {
            None => {
                self.say(Key::UnknownAction, &[("name", name)])?;
                self.prompt()
            }
            Some(Action::Help) => {
                self.say(Key::LineHelp, &[])?;
                self.prompt()
            }
            Some(Action::Map) => self.map(),
            Some(Action::Long) => {
                self.long = true;
                self.say(Key::LongHow, &[])?;
                self.prompt()
            }
            Some(Action::Thanks) if !rest.trim().is_empty() => {
                self.act(Act::Thanks(rest.trim().to_owned()))
            }
            Some(action) => match (action.pane(), action.act(page)) {
                (Some(pane), _) => {
                    self.pane(pane)?;
                    self.prompt()
                }
                (None, Some(act)) => self.act(act),
                (None, None) => self.prompt(),
            },
        }
    }

    /// The words so far are kept whatever the action does.
    fn hand_in_draft(&mut self) {
        if !self.so_far.is_empty() {
            self.guide.draft(&self.so_far);
        }
    }

    /// Lists the floes; a number leads there, an empty line stays.
    fn map(&mut self) -> io::Result<Option<Outcome>> {
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
        self.printer.prompt(&format!("[choose 1-{}]", rows.len()))?;
        let line = match self.reader.line(Echo::Shown, &mut |_| ())? {
            Read::Line(line) => line,
            Read::End(_) => {
                self.close("")?;
                return Ok(Some(Outcome::InputEnded));
            }
            Read::Signal(signal, _) => {
                self.close("")?;
                return Ok(Some(Outcome::Signal(signal)));
            }
        };
        let chosen = line
            .trim()
            .parse::<usize>()
            .ok()
            .and_then(|number| rows.get(number.wrapping_sub(1)));
        match chosen {
            Some(row) => self.act(Act::Jump(row.step.clone())),
            None if line.trim().is_empty() => {
                self.whole_page()?;
                Ok(None)
            }
            None => {
                self.say(Key::WrongNumber, &[("n", &rows.len().to_string())])?;
                self.map()
            }
        }
    }

    fn pane(&mut self, pane: Pane) -> io::Result<()> {
        let view = self.guide.pane(pane);
        self.printer.pane(&view)
    }

    fn say(&mut self, key: Key, blanks: &[(&str, &str)]) -> io::Result<()> {
        let sentence = self.guide.words().say(key, blanks);
        self.printer.line(&sentence)
    }

    fn whole_page(&mut self) -> io::Result<()> {
        self.printer.anew();
        self.next_page()
    }

    fn next_page(&mut self) -> io::Result<()> {
        self.printer.page(self.guide)?;
        self.prompt().map(|_| ())
    }

    /// The words that stand there already, then the prompt.
    fn prompt(&mut self) -> io::Result<Option<Outcome>> {
        let page = self.guide.page();
        let draft = self.guide.half_typed();
        if self.so_far.is_empty()
            && let Some(draft) = &draft
            && page.ask == AskView::Text
        {
            self.so_far.clone_from(draft);
        }
        if !page.hidden
            && !self.long
            && let Some(text) = draft.or_else(|| page.so_far.clone())
        {
            let words = self.guide.words();
            let how = if self.so_far.is_empty() {
                Key::EmptyAccepts
            } else {
                Key::SoFarAdded
            };
            self.printer.so_far(&text, how, words)?;
        }
        self.printer.prompt(&tag(&page))?;
        Ok(None)
    }
}

/// The whole lines and the half one.
fn joined(so_far: &str, typed: &str) -> String {
    if so_far.is_empty() || typed.is_empty() {
        format!("{so_far}{typed}")
    } else {
        format!("{so_far}\n{typed}")
    }
}
