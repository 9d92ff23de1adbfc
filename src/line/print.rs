//! A page as plain lines: no colour, no cursor movement, no boxes, one option a line.

use super::asking::tag;
use crate::content::Id;
use crate::flow::{AskView, Glass, Ice, Page, PaneView, Shown, Whereabouts};
use crate::runtime::Guide;
use crate::words::{Key, Words};
use std::borrow::Cow;
use std::io::{self, Write};

/// Prints pages, remembering what was said so that nothing is said twice.
pub(super) struct Printer<'a> {
    out: &'a mut dyn Write,
    last: Option<Page>,
    /// What was said of the ice last, and whether somebody reached out.
    pub(super) scene: (Ice, bool),
    /// It was said that there is no far bank.
    pub(super) let_go: bool,
    /// For whom it was said to be last.
    whom: Option<String>,
    /// Where one was when it was said last how far that is.
    way: Option<Whereabouts>,
    /// What stood at the edge when it was said last, and on which floe that was.
    edge: (Vec<String>, Option<Id>),
    /// The line printed last is empty.
    gap: bool,
    /// Nothing has ended the row of the last prompt yet.
    row_is_open: bool,
    /// It was said what becomes of what is typed unseen.
    hides: bool,
}

impl<'a> Printer<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self {
            out,
            last: None,
            scene: (Ice::Steady, false),
            let_go: false,
            whom: None,
            way: None,
            edge: (Vec::new(), None),
            gap: false,
            row_is_open: false,
            hides: false,
        }
    }

    /// Prints a page, or of a page that was printed before only what changed.
    pub(super) fn page(&mut self, guide: &dyn Guide) -> io::Result<()> {
        let page = guide.page();
        let words = guide.words();
        self.line("")?;
        self.picture(&page, words)?;
        let last = self.last.take();
        if !last.as_ref().is_some_and(|last| is_next_blank(last, &page)) {
            self.heading(&page, last.as_ref(), words)?;
        }
        self.answers(&page, words)?;
        self.last = Some(page);
        Ok(())
    }

    /// Forgets what was printed, so that the next page is printed whole.
    pub(super) fn anew(&mut self) {
        self.last = None;
        self.scene = (Ice::Steady, false);
    }

    fn heading(&mut self, page: &Page, last: Option<&Page>, words: Words<'_>) -> io::Result<()> {
        if let Some(notice) = &page.notice {
            self.line(notice)?;
            self.line("")?;
        }
        let placed = self.place(page, last, words)?;
        if is_end(page) {
            // What has come of it all is said before it is listed.
            self.line(&page.prompt)?;
            return self.above(page, words);
        }
        self.above(page, words)?;
        let said = page.problem.len()
            + page.notes.len()
            + page.shows.len()
            + page.panes.len()
            + page.foot.len();
        let looks = matches!(page.glass, Glass::Open(_));
        let beside = page.river.is_some() || page.talk.is_some();
        if placed || said > 0 || looks || beside {
            self.line("")?;
        }
        self.line(&page.prompt)?;
        self.how(page, words)
    }

    /// What is to be known before answering.
    fn above(&mut self, page: &Page, words: Words<'_>) -> io::Result<()> {
        if let Glass::Open(Some(looked)) = &page.glass {
            self.line(&looked.bracketed().0)?;
        }
        for note in page.problem.iter().chain(&page.notes) {
            self.line(note)?;
        }
        for shown in &page.shows {
            self.shown(shown, is_end(page), words)?;
        }
        for pane in &page.panes {
            self.side(pane, words)?;
        }
        if let Some(river) = &page.river {
            self.river(river, words)?;
        }
        for way in page.talk.iter().flat_map(|talk| &talk.ways) {
            self.line(&way.told)?;
        }
        for foot in &page.foot {
            self.line("")?;
            self.line(foot)?;
        }
        Ok(())
    }

    /// What becomes of the words, and how they end.
    fn how(&mut self, page: &Page, words: Words<'_>) -> io::Result<()> {
        let is_words = matches!(
            page.ask,
            AskView::Line | AskView::Text | AskView::Blank { .. }
        );
        if page.melts && is_words {
            self.line(&words.say(Key::Melts, &[]))?;
        }
        if page.ask == AskView::Text {
            self.line(&words.say(Key::HowWords, &[]))?;
        }
        let hides = tag(page).starts_with("[hidden");
        if hides && !std::mem::replace(&mut self.hides, true) {
            self.line(&words.say(Key::HowHidden, &[]))?;
        }
        Ok(())
    }

    /// Where one is, who it is for and what stays in sight there, as far as that has changed; whether
    /// anything had.
    fn place(&mut self, page: &Page, last: Option<&Page>, words: Words<'_>) -> io::Result<bool> {
        let moved = last.is_none_or(|last| last.at != page.at || last.part != page.part);
        if page.at.is_none() && page.part.is_none() {
            return self.river_named(page, last);
        }
        if moved {
            match (&page.part, &page.at) {
                // A question that begins with its place says it once.
                (Some(part), _) if page.prompt.starts_with(part.as_str()) => {}
                (Some(part), _) => self.line(part)?,
                (None, Some(at)) => self.step(at, page.way.as_deref(), words)?,
                (None, None) => {}
            }
        }
        let whose = page.name.as_ref();
        let whose = whose.filter(|name| moved || self.is_handed_on(page, name));
        if let Some(name) = whose {
            self.whom = Some(name.clone());
            self.line(&words.say(Key::ForName, &[("name", name)]))?;
        }
        let edge = self.edge(page)?;
        Ok(moved || whose.is_some() || edge)
    }

    /// Whether another one of two is meant than before.
    fn is_handed_on(&self, page: &Page, name: &str) -> bool {
        page.scene.seats > 1 && self.whom.as_deref() != Some(name)
    }

    /// The place as a line; on a new step with how far that is, for those who have a plan.
    fn step(&mut self, at: &Whereabouts, way: Option<&str>, words: Words<'_>) -> io::Result<()> {
        let [floe, floes, step, steps] =
            [at.floe, at.floes, at.step, at.steps].map(|n| n.to_string());
        let blanks = [
            ("floe", &*floe),
            ("floes", &floes),
            ("title", &at.title),
            ("step", &step),
            ("steps", &steps),
        ];
        let place = words.say(Key::Place, &blanks);
        let is_new = self.way.as_ref() != Some(at);
        self.way = Some(at.clone());
        match way.filter(|_| is_new) {
            Some(way) => self.line(&format!("{place} ({way})")),
            None => self.line(&place),
        }
    }

    /// What stays in sight: when it first appears or has changed, and once more on each new floe; not where
    /// several answers are read side by side, and not on the way between two floes.
    fn edge(&mut self, page: &Page) -> io::Result<bool> {
        let floe = page.at.as_ref().map(|at| at.floe_id.clone());
        let told = self.edge == (page.edge.clone(), floe.clone());
        if page.edge.is_empty() || told || page.part.is_some() || !page.panes.is_empty() {
            return Ok(false);
        }
        for line in &page.edge {
            self.line(line)?;
        }
        self.edge = (page.edge.clone(), floe);
        Ok(true)
    }

    /// An earlier answer. In a list of what was kept every label is a name; elsewhere it may be the beginning
    /// of a sentence.
    fn shown(&mut self, shown: &Shown, in_list: bool, words: Words<'_>) -> io::Result<()> {
        let guess = guessed(shown, words);
        let text = readable(shown, words);
        match &shown.label {
            Some(label) => match label.strip_suffix(':') {
                Some(name) => self.line(&format!("{name}{guess}: {text}")),
                None if in_list => self.line(&format!("{label}{guess}: {text}")),
                None => self.line(&format!("{label}{guess} {text}")),
            },
            None if shown.own => self.line(&text),
            None => self.line(&format!("\"{text}\"{guess}")),
        }
    }

    /// One of several answers that stand side by side on the screen: here one below the other, a heading and
    /// the text, all alike.
    fn side(&mut self, pane: &Shown, words: Words<'_>) -> io::Result<()> {
        if !self.gap {
            self.line("")?;
        }
        if let Some(label) = &pane.label {
            self.line(&format!("{label}{}", guessed(pane, words)))?;
        }
        let text = readable(pane, words);
        if text.is_empty() {
            return Ok(());
        }
        self.line(&text)
    }

    /// What stands there so far.
    pub(super) fn so_far(&mut self, text: &str, how: Key, words: Words<'_>) -> io::Result<()> {
        self.line(&words.say(Key::SoFar, &[]))?;
        self.line(text)?;
        self.line(&words.say(how, &[]))
    }

    /// A page of reading.
    pub(super) fn pane(&mut self, pane: &PaneView) -> io::Result<()> {
        self.line("")?;
        self.line(&format!("{}.", pane.title))?;
        for paragraph in &pane.paragraphs {
            self.line(paragraph)?;
        }
        Ok(())
    }

    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        self.gap = text.is_empty();
        for line in text.split('\n') {
            writeln!(self.out, "{}", untagged(line))?;
        }
        Ok(())
    }

    /// A line was read. On a terminal its Enter has ended the row of the prompt; out of a pipe nothing has.
    pub(super) fn row_ended(&mut self, by_enter: bool) -> io::Result<()> {
        if std::mem::take(&mut self.row_is_open) && !by_enter {
            self.line("")?;
        }
        Ok(())
    }

    /// The one line that is printed last before anything is read. Its words are the same in every language.
    pub(super) fn prompt(&mut self, tag: &str) -> io::Result<()> {
        self.row_is_open = true;
        write!(self.out, "{tag} > ")?;
        self.out.flush()
    }
}

/// A line that looks like a prompt gets round brackets: whoever listens, or reads for another program, has to know when
/// floe is asking, whatever stands in people's words.
fn untagged(line: &str) -> Cow<'_, str> {
    let inside = line.trim_start().strip_prefix('[');
    match inside.and_then(|inside| inside.split_once("] >")) {
        Some((inside, behind)) => Cow::Owned(format!("({inside}) >{behind}")),
        None => Cow::Borrowed(line),
    }
}

/// Whether a page asks for one more blank of what the page before it asks.
fn is_next_blank(last: &Page, page: &Page) -> bool {
    let (before, now) = (&last.key, &page.key);
    let same = before.ask == now.ask && before.round == now.round && before.seat == now.seat;
    same && before.field != now.field && last.at == page.at
}

/// The page behind the last step.
fn is_end(page: &Page) -> bool {
    page.key.ask.as_str().is_empty()
}

fn guessed(shown: &Shown, words: Words<'_>) -> String {
    if shown.guess {
        format!(" ({})", words.say(Key::Guess, &[]))
    } else {
        String::new()
    }
}

/// The answer, unless it is for one person alone: what is printed stays, and the other one reads it too.
fn readable(shown: &Shown, words: Words<'_>) -> String {
    if shown.own {
        words.say(Key::Hidden, &[])
    } else {
        shown.text.clone()
    }
}
