//! A page as plain lines: no colour, no cursor movement, no boxes, one option a line.

use crate::flow::{AskView, Ice, ItemView, Page, PaneView, PickGroup, Shown, Sibling};
use crate::runtime::Guide;
use crate::words::{Key, Words};
use std::io::{self, Write};

/// Prints pages, remembering what was said so that nothing is said twice.
pub(super) struct Printer<'a> {
    out: &'a mut dyn Write,
    last: Option<Page>,
    /// The page printed before was on the same step.
    same_step: bool,
}

impl<'a> Printer<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self {
            out,
            last: None,
            same_step: false,
        }
    }

    /// Prints a page, or of a page that was printed before only what changed.
    pub(super) fn page(&mut self, guide: &dyn Guide) -> io::Result<()> {
        let page = guide.page();
        let words = guide.words();
        let same_ask = self
            .last
            .as_ref()
            .is_some_and(|last| last.key.ask == page.key.ask && last.at == page.at);
        self.same_step = self
            .last
            .as_ref()
            .is_some_and(|last| last.at == page.at && last.part == page.part);
        self.line("")?;
        self.ice(&page, words)?;
        if !same_ask || self.last.as_ref().is_some_and(|last| last.key == page.key) {
            self.heading(&page, words)?;
        }
        self.answers(&page.ask, words)?;
        self.last = Some(page);
        Ok(())
    }

    /// Forgets what was printed, so that the next page is printed whole.
    pub(super) fn anew(&mut self) {
        self.last = None;
    }

    fn heading(&mut self, page: &Page, words: Words<'_>) -> io::Result<()> {
        if let Some(notice) = &page.notice {
            self.line(notice)?;
            self.line("")?;
        }
        if !self.same_step {
            self.place(page, words)?;
        }
        for note in &page.notes {
            self.line(note)?;
        }
        for shown in &page.shows {
            self.shown(shown, words)?;
        }
        for foot in &page.foot {
            self.line("")?;
            self.line(foot)?;
        }
        self.line("")?;
        self.line(&page.prompt)?;
        if page.melts
            && matches!(
                page.ask,
                AskView::Line | AskView::Text | AskView::Blank { .. }
            )
        {
            self.line(&words.say(Key::Melts, &[]))?;
        }
        if page.ask == AskView::Text {
            self.line(&words.say(Key::HowWords, &[]))?;
        }
        Ok(())
    }

    /// Where one is, and who it is for.
    fn place(&mut self, page: &Page, words: Words<'_>) -> io::Result<()> {
        match (&page.part, &page.at) {
            (Some(part), _) => self.line(part)?,
            (None, Some(at)) => {
                let [floe, floes, step, steps] =
                    [at.floe, at.floes, at.step, at.steps].map(|n| n.to_string());
                let blanks = [
                    ("floe", &*floe),
                    ("floes", &floes),
                    ("title", &at.title),
                    ("step", &step),
                    ("steps", &steps),
                ];
                self.line(&words.say(Key::Place, &blanks))?;
            }
            (None, None) => {}
        }
        if let Some(name) = &page.name {
            self.line(&words.say(Key::ForName, &[("name", name)]))?;
        }
        Ok(())
    }

    /// The picture's words, once, when they change.
    fn ice(&mut self, page: &Page, words: Words<'_>) -> io::Result<()> {
        let before = self.last.as_ref().map_or(Ice::Steady, |last| last.ice);
        let name = page
            .name
            .clone()
            .unwrap_or_else(|| words.say(Key::NamelessMe, &[]));
        match (before, page.ice) {
            (was, is) if was == is => Ok(()),
            (_, Ice::Tilting(_)) => {
                self.line(&words.say(Key::IceTilts, &[("name", &name)]))?;
                self.line(&words.say(Key::LeanIn, &[]))
            }
            (_, Ice::Water(_)) => self.line(&words.say(Key::IceWater, &[("name", &name)])),
            (_, Ice::Steady) => match &page.at {
                Some(at) => {
                    let [floe, floes] = [at.floe, at.floes].map(|n| n.to_string());
                    let blanks = [("floe", &*floe), ("floes", &floes), ("title", &at.title)];
                    self.line(&words.say(Key::IceSteady, &blanks))
                }
                None => Ok(()),
            },
        }
    }

    fn shown(&mut self, shown: &Shown, words: Words<'_>) -> io::Result<()> {
        let guess = if shown.guess {
            format!(" ({})", words.say(Key::Guess, &[]))
        } else {
            String::new()
        };
        match &shown.label {
            Some(label) => self.line(&format!("{label}{guess} {}", shown.text)),
            None => self.line(&format!("\"{}\"{guess}", shown.text)),
        }
    }

    fn answers(&mut self, ask: &AskView, words: Words<'_>) -> io::Result<()> {
        match ask {
            AskView::Choice { options, .. } => {
                for (number, option) in options.iter().enumerate() {
                    let note = option
                        .note
                        .as_ref()
                        .map(|note| format!(": {note}"))
                        .unwrap_or_default();
                    self.line(&format!("{}. {}{note}", number + 1, option.text))?;
                }
                Ok(())
            }
            AskView::Pick {
                groups,
                picked,
                near,
                ..
            } => self.pick(groups, picked, near, words),
            AskView::Blank { blanks, at } => self.blank(blanks.get(*at)),
            AskView::Quiet { .. } => self.line(&words.say(Key::QuietHow, &[])),
            AskView::Keep { items } => self.keep(items, words),
            AskView::Show | AskView::Confirm { .. } | AskView::Line | AskView::Text => Ok(()),
        }
    }

    fn blank(&mut self, blank: Option<&Sibling>) -> io::Result<()> {
        blank.map_or(Ok(()), |blank| self.line(&blank.label))
    }

    fn pick(
        &mut self,
        groups: &[PickGroup],
        picked: &[String],
        near: &[String],
        words: Words<'_>,
    ) -> io::Result<()> {
        if !picked.is_empty() {
            self.line(&words.say(Key::Picked, &[("words", &picked.join(", "))]))?;
        }
        if !near.is_empty() {
            self.line(&words.say(Key::StoryWord, &[]))?;
            return self.line(&words.say(Key::StoryNear, &[("words", &near.join(", "))]));
        }
        let mut number = 0;
        for group in groups {
            self.line(&format!("{}: {}", group.title, group.about))?;
            for word in &group.words {
                number += 1;
                self.line(&format!("{number}. {word}"))?;
            }
        }
        Ok(())
    }

    fn keep(&mut self, items: &[ItemView], words: Words<'_>) -> io::Result<()> {
        for (number, item) in items.iter().enumerate() {
            self.item(number + 1, item, words)?;
        }
        self.line(&words.say(Key::KeepHow, &[]))
    }

    /// One item of the landing's list.
    pub(super) fn item(
        &mut self,
        number: usize,
        item: &ItemView,
        words: Words<'_>,
    ) -> io::Result<()> {
        let mark = words.say(if item.keep { Key::Keep } else { Key::Melt }, &[]);
        self.line(&format!(
            "{number}. {mark}, {}: {}",
            item.label,
            item.text.replace('\n', " / ")
        ))
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
        writeln!(self.out, "{text}")
    }

    /// The one line that is printed last before anything is read. Its words are the same in every language.
    pub(super) fn prompt(&mut self, tag: &str) -> io::Result<()> {
        write!(self.out, "{tag} > ")?;
        self.out.flush()
    }
}

/// How a page is answered, as other programs read it (product: "Line mode").
pub(super) fn tag(page: &Page) -> String {
    let hidden = if page.hidden { "hidden " } else { "" };
    match &page.ask {
        AskView::Show | AskView::Quiet { .. } => "[enter]".to_owned(),
        AskView::Choice { options, .. } => format!("[{hidden}choose 1-{}]", options.len()),
        AskView::Confirm { .. } => format!("[{hidden}yes or no]"),
        AskView::Line | AskView::Blank { .. } => format!("[{hidden}line]"),
        AskView::Text => format!("[{hidden}words]"),
        AskView::Pick { .. } | AskView::Keep { .. } => format!("[{hidden}choose any]"),
    }
}
