//! The loop of line mode: print a page, read an answer, hand it in.

use super::asking::tag;
use super::half::{half, has_words, words_in};
use super::light::burns_on;
use super::print::Printer;
use super::read::{Echo, Read, Reader};
use crate::flow::{AskView, Cover, Page, PageKey, Reply};
use crate::runtime::answer::{self, Meant};
use crate::runtime::{Act, Ended, Guide, Reaction};
use crate::text::clean_line;
use crate::words::Key;
use std::io::{self, Write};
use zeroize::Zeroizing;

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
    walk(guide, reader, false, out)
}

/// The same; whether pages change from outside.
pub(super) fn walk(
    guide: &mut dyn Guide,
    reader: &mut Reader,
    watches: bool,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut walk = Walk {
        guide,
        reader,
        printer: Printer::new(out),
        so_far: String::new(),
        standing: None,
        long: false,
        light: None,
        trouble: None,
        watches,
        goes_on: false,
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
    pub(super) reader: &'a mut Reader,
    pub(super) printer: Printer<'a>,
    /// The whole lines of the answer being written.
    pub(super) so_far: String,
    /// The half-typed answer the page stood with when this line was begun.
    pub(super) standing: Option<String>,
    /// The answer ends at a line with only a full stop.
    pub(super) long: bool,
    /// The quiet page on which the light was lit last.
    pub(super) light: Option<PageKey>,
    /// What was told last of saving that failed.
    trouble: Option<String>,
    /// Pages change from outside.
    watches: bool,
    /// This line was begun before the page was printed once more.
    pub(super) goes_on: bool,
}

impl Walk<'_> {
    /// Reads one line and does what it says.
    fn turn(&mut self) -> io::Result<Option<Outcome>> {
        let page = self.guide.page();
        let goes_on = std::mem::take(&mut self.goes_on);
        if self.so_far.is_empty() && !goes_on {
            self.standing = self.guide.half_typed();
        }
        let has_words = has_words(&page.ask);
        let burns = burns_on(self.light.as_ref(), &page);
        if self.watches && !burns {
            // A light that was left isn't told of.
            self.reader.ring_after(&[]);
        }
        let hears = burns || self.watches;
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
                let draft = Zeroizing::new(half(so_far, standing.as_deref(), *long, typed));
                guide.draft(&draft);
            }
        };
        let read = reader.line_or_ring(echo_on(&page), hears, &mut draft)?;
        match read {
            Read::Rang(left) => return self.rang(&page, left),
            Read::Knocked => return self.knocked(&page).map(|()| None),
            _ => {}
        }
        match self.heard(read)? {
            Ok(line) => self.line(&page, &Zeroizing::new(line)),
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
                Ok(clean_line(&Zeroizing::new(line)).into_owned())
            }
            Read::Rang(_) | Read::Knocked => Ok(String::new()),
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
        match page.ask {
            AskView::Curtain { .. } => self.curtain(page, line),
            AskView::Both { pressed, .. } => self.both(pressed, line),
            AskView::Quiet { more: true, .. } => self.quiet(line),
            AskView::Text => self.more_words(page, line),
            _ if self.long => self.more_words(page, line),
            _ => self.answer(page, line),
        }
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
        match answer::read(&page.ask, text, self.guide.words()) {
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
        let text = Zeroizing::new(std::mem::take(&mut self.so_far));
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
        let picks = matches!(act, Act::Reply(Reply::Picked(_)));
        let mut reaction = self.guide.act(act);
        if picks && let Some(same) = once_more(&self.guide.page()) {
            reaction = self.guide.act(same);
        }
        self.react(reaction)
    }

    pub(super) fn react(&mut self, reaction: Reaction) -> io::Result<Option<Outcome>> {
        self.so_far.clear();
        self.long = false;
        if let Some(key) = reaction.told {
            self.say(key, &[])?;
        }
        self.look_for_light(reaction.quiet);
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
        let draft = self.guide.half_typed();
        self.prompt_behind(&page, draft).map(|()| None)
    }

    /// The same, behind these words.
    pub(super) fn prompt_behind(&mut self, page: &Page, draft: Option<String>) -> io::Result<()> {
        let draft = draft.filter(|_| has_words(&page.ask));
        if page.cover == Cover::Open {
            self.what_stands(page, draft)?;
        } else {
            self.that_something_stands(page, draft.is_some())?;
        }
        self.trouble()?;
        self.printer.prompt(&tag(page))
    }

    fn what_stands(&mut self, page: &Page, draft: Option<String>) -> io::Result<()> {
        if self.so_far.is_empty()
            && let Some(draft) = &draft
            && page.ask == AskView::Text
        {
            self.so_far.clone_from(draft);
        }
        if !self.long
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
        Ok(())
    }

    /// On a page for one of two nothing that was written is printed back, only that it is there. New words are
    /// added to the lines of this answer, and take the place of an older one.
    fn that_something_stands(&mut self, page: &Page, has_draft: bool) -> io::Result<()> {
        let words = self.guide.words();
        if self.long {
            Ok(())
        } else if !self.so_far.is_empty() {
            let hidden = words.say(Key::Hidden, &[]);
            self.printer.so_far(&hidden, Key::SoFarAdded, words)
        } else if has_draft || answer::stands(page) {
            self.say(Key::HiddenBefore, &[])
        } else {
            Ok(())
        }
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

/// Whether what is typed on a page may be seen. At a curtain nothing may: words typed too early were meant for
/// the page before it.
pub(super) const fn echo_on(page: &Page) -> Echo {
    match (page.cover, &page.ask) {
        (Cover::Open, AskView::Curtain { .. }) | (Cover::Behind | Cover::Hidden, _) => Echo::Hidden,
        (Cover::Open, _) => Echo::Shown,
    }
}

/// What keeps the picked words of a covered page as they are, where floe asks about one of them: the question
/// would stay on the screen and tell the other what was picked.
fn once_more(page: &Page) -> Option<Act> {
    match &page.ask {
        AskView::Pick { picked, near, .. } if page.cover != Cover::Open && !near.is_empty() => {
            Some(Act::Reply(Reply::Picked(picked.clone())))
        }
        _ => None,
    }
}
