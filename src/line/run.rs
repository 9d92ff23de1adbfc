//! The loop of line mode: print a page, read an answer, hand it in.

use super::print::{Printer, tag};
use super::read::{Echo, Read, Reader};
use crate::flow::{AskView, Cover, Page};
use crate::runtime::answer::{self, Meant};
use crate::runtime::{Act, Ended, Guide, Reaction};
use crate::text::clean_line;
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
        standing: None,
        long: false,
        trouble: None,
    };
    walk.say(Key::LineHelpNote, &[])?;
    walk.whole_page()?;
    loop {
        if let Some(outcome) = walk.turn()? {
            return Ok(outcome);
        }
    }
}

pub(super) struct Walk<'a> {
    pub(super) guide: &'a mut dyn Guide,
    reader: &'a mut Reader,
    pub(super) printer: Printer<'a>,
    /// The whole lines of the answer being written.
    so_far: String,
    /// The half-typed answer the page stood with when this line was begun.
    standing: Option<String>,
    /// The answer ends at a line with only a full stop.
    pub(super) long: bool,
    /// What was told last of saving that failed.
    trouble: Option<String>,
}

impl Walk<'_> {
    /// Reads one line and does what it says.
    fn turn(&mut self) -> io::Result<Option<Outcome>> {
        let page = self.guide.page();
        let echo = if page.cover != Cover::Open {
            Echo::Hidden
        } else {
            Echo::Shown
        };
        if self.so_far.is_empty() {
            self.standing = self.guide.half_typed();
        }
        let has_words = has_words(&page.ask);
        let Self {
            guide,
            reader,
            so_far,
            standing,
            long,
            ..
        } = self;
        let mut draft = |typed: &str| {
            if has_words {
                guide.draft(&half(so_far, standing.as_deref(), *long, typed));
            }
        };
        let read = reader.line(echo, &mut draft)?;
        match self.heard(read)? {
            Ok(line) => self.line(&page, &line),
            Err((outcome, typed)) => Ok(Some(self.close(&page, outcome, &typed))),
        }
    }

    /// A line as it may be shown again, or the end with what was typed before it.
    pub(super) fn heard(&mut self, read: Read) -> io::Result<Result<String, (Outcome, String)>> {
        Ok(match read {
            Read::Line(line) => {
                self.printer.row_ended(self.reader.is_terminal())?;
                if self.reader.was_cut() {
                    self.say(Key::Full, &[])?;
                }
                Ok(clean_line(&line).into_owned())
            }
            Read::End(typed) => Err((Outcome::InputEnded, typed)),
            Read::Signal(signal, typed) => Err((Outcome::Signal(signal), typed)),
        })
    }

    /// Reads a line that is no answer to the page.
    pub(super) fn listen(&mut self) -> io::Result<Result<String, (Outcome, String)>> {
        let read = self.reader.line(Echo::Shown, &mut |_| ())?;
        self.heard(read)
    }

    /// Saves what was typed, leaves, and says how to come back. Nobody may be there to read it any more.
    pub(super) fn close(&mut self, page: &Page, outcome: Outcome, typed: &str) -> Outcome {
        self.hand_in_draft(page, typed);
        self.guide.act(Act::Leave);
        let _ = self.printer.line("").and_then(|()| self.farewell());
        outcome
    }

    /// The words so far are kept, whatever is done next, and this line with them if it isn't an action.
    pub(super) fn hand_in_draft(&mut self, page: &Page, typed: &str) {
        let draft = half(&self.so_far, self.standing.as_deref(), self.long, typed);
        let known = self.guide.half_typed().unwrap_or_default();
        if has_words(&page.ask) && draft != known {
            self.guide.draft(&draft);
        }
    }

    fn farewell(&mut self) -> io::Result<()> {
        for sentence in self.guide.farewell() {
            self.printer.line(&sentence)?;
        }
        Ok(())
    }

    fn line(&mut self, page: &Page, line: &str) -> io::Result<Option<Outcome>> {
        if let Some(command) = self.command_in(line) {
            return self.command(page, command);
        }
        let line = words_in(line);
        if page.ask == AskView::Text || self.long {
            return self.more_words(page, line);
        }
        self.answer(page, line)
    }

    /// What stands behind the slash of an action. Among pasted lines only an action that exists is one.
    fn command_in<'l>(&self, line: &'l str) -> Option<&'l str> {
        let command = line.strip_prefix('/').filter(|l| !l.starts_with('/'))?;
        (!self.long || super::command::is_known(command)).then_some(command)
    }

    /// Hands in a whole answer; an empty one keeps what stands there, or passes.
    fn answer(&mut self, page: &Page, text: &str) -> io::Result<Option<Outcome>> {
        let standing = self.standing.take();
        let text = match &standing {
            Some(left) if text.trim().is_empty() && has_words(&page.ask) => left,
            _ => text,
        };
        if text.trim().is_empty() {
            let act = answer::empty(&page.ask, page.so_far.clone());
            return self.act(act);
        }
        match answer::read(&page.ask, text) {
            Meant::Acts(acts) if matches!(page.ask, AskView::Keep { .. }) => self.mark(acts),
            Meant::Acts(acts) => self.acts(acts),
            Meant::Misfit(key, blanks) => {
                // What doesn't fit now won't fit when it is kept by an empty line either.
                self.guide.draft("");
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
            self.reader.keep_unsaved();
            return Ok(None);
        }
        self.long = false;
        let text = std::mem::take(&mut self.so_far);
        let text = text.trim_end_matches('\n');
        if page.ask == AskView::Text {
            self.answer(page, text)
        } else {
            self.answer(page, &text.replace('\n', " "))
        }
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

    pub(super) fn act(&mut self, act: Act) -> io::Result<Option<Outcome>> {
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

    pub(super) fn say(&mut self, key: Key, blanks: &[(&str, &str)]) -> io::Result<()> {
        let sentence = self.guide.words().say(key, blanks);
        self.printer.line(&sentence)
    }

    pub(super) fn whole_page(&mut self) -> io::Result<()> {
        self.printer.anew();
        self.next_page()
    }

    fn next_page(&mut self) -> io::Result<()> {
        self.printer.page(self.guide)?;
        self.prompt().map(|_| ())
    }

    /// The words that stand there already, then the prompt.
    pub(super) fn prompt(&mut self) -> io::Result<Option<Outcome>> {
        let page = self.guide.page();
        let draft = self.guide.half_typed().filter(|_| has_words(&page.ask));
        if self.so_far.is_empty()
            && let Some(draft) = &draft
            && page.ask == AskView::Text
        {
            self.so_far.clone_from(draft);
        }
        if page.cover == Cover::Open
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
        self.trouble()?;
        self.printer.prompt(&tag(&page))?;
        Ok(None)
    }

    /// Says once that saving has failed, before more words are trusted to it.
    fn trouble(&mut self) -> io::Result<()> {
        let trouble = self.guide.trouble();
        if let Some(sentence) = &trouble
            && self.trouble != trouble
        {
            self.printer.line(sentence)?;
        }
        self.trouble = trouble;
        Ok(())
    }
}

/// Whether half an answer is worth keeping: not on a page that is only read, or whose numbers act at once.
const fn has_words(ask: &AskView) -> bool {
    !matches!(
        ask,
        AskView::Show
            | AskView::Quiet { .. }
            | AskView::Keep { .. }
            | AskView::Curtain { .. }
            | AskView::Both { .. }
    )
}

/// The words of a line: two slashes begin a text with one.
fn words_in(line: &str) -> &str {
    match line.strip_prefix('/') {
        Some(text) if text.starts_with('/') => text,
        _ => line,
    }
}

/// An answer as far as it has come: the whole lines and the half one. Half an action is no part of it, and
/// where nothing was typed yet, what stood there stands.
fn half(so_far: &str, standing: Option<&str>, long: bool, typed: &str) -> String {
    let typed = clean_line(typed);
    let is_action = !long && typed.starts_with('/') && !typed.starts_with("//");
    let words = if is_action { "" } else { words_in(&typed) };
    match (so_far, words) {
        ("", "") => standing.unwrap_or_default().to_owned(),
        ("", words) => words.to_owned(),
        (so_far, "") => so_far.to_owned(),
        (so_far, words) => format!("{so_far}\n{words}"),
    }
}
