//! A page as plain lines: no colour, no cursor movement, no boxes, one option a line.

use crate::flow::{AskView, Cover, Ice, ItemView, Page, PaneView, PickGroup, Shown, Sibling};
use crate::runtime::Guide;
use crate::words::{Key, Words};
use std::io::{self, Write};

/// Prints pages, remembering what was said so that nothing is said twice.
pub(super) struct Printer<'a> {
    out: &'a mut dyn Write,
    last: Option<Page>,
    /// The page printed before was on the same step.
    same_step: bool,
    /// Nothing has ended the row of the last prompt yet.
    row_is_open: bool,
}

impl<'a> Printer<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self {
            out,
            last: None,
            same_step: false,
            row_is_open: false,
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
        if is_end(page) {
            // What has come of it all is said before it is listed.
            self.line(&page.prompt)?;
            return self.above(page, words);
        }
        self.above(page, words)?;
        let is_first_line =
            self.same_step && page.notes.len() + page.shows.len() + page.foot.len() == 0;
        if !is_first_line {
            self.line("")?;
        }
        self.line(&page.prompt)?;
        self.how(page, words)
    }

    /// What is to be known before answering.
    fn above(&mut self, page: &Page, words: Words<'_>) -> io::Result<()> {
        for note in &page.notes {
            self.line(note)?;
        }
        for shown in &page.shows {
            self.shown(shown, is_end(page), words)?;
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
            // The end is for whoever reads it.
            (None, None) => return Ok(()),
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
            (_, Ice::Banks) => self.line(&words.say(Key::IceBanks, &[])),
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

    /// An earlier answer. In a list of what was kept every label is a name; elsewhere it may be the beginning
    /// of a sentence.
    fn shown(&mut self, shown: &Shown, in_list: bool, words: Words<'_>) -> io::Result<()> {
        let guess = if shown.guess {
            format!(" ({})", words.say(Key::Guess, &[]))
        } else {
            String::new()
        };
        let text = &shown.text;
        match &shown.label {
            Some(label) => match label.strip_suffix(':') {
                Some(name) => self.line(&format!("{name}{guess}: {text}")),
                None if in_list => self.line(&format!("{label}{guess}: {text}")),
                None => self.line(&format!("{label}{guess} {text}")),
            },
            None => self.line(&format!("\"{text}\"{guess}")),
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
            AskView::Curtain { .. } | AskView::Both { .. } => Ok(()),
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

/// The page behind the last step.
fn is_end(page: &Page) -> bool {
    page.key.ask.as_str().is_empty()
}

/// How a page is answered, as other programs read it (product: "Line mode").
pub(super) fn tag(page: &Page) -> String {
    tag_of(&page.ask, page.cover != Cover::Open)
}

fn tag_of(ask: &AskView, hidden: bool) -> String {
    let hidden = if hidden { "hidden " } else { "" };
    match ask {
        AskView::Show | AskView::Quiet { more: false, .. } => "[enter]".to_owned(),
        AskView::Quiet { more: true, .. } => "[choose 1-2]".to_owned(),
        AskView::Curtain { to, .. } => format!("[hand to {to}, enter]"),
        AskView::Both {
            names: [first, second],
            ..
        } => {
            format!("[both {first} and {second}, enter]")
        }
        AskView::Choice { options, .. } => format!("[{hidden}choose 1-{}]", options.len()),
        AskView::Confirm { .. } => format!("[{hidden}yes or no]"),
        AskView::Line | AskView::Blank { .. } => format!("[{hidden}line]"),
        AskView::Text => format!("[{hidden}words]"),
        AskView::Pick { .. } | AskView::Keep { .. } => format!("[{hidden}choose any]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Id;
    use crate::flow::Offered;

    #[test]
    fn every_way_of_answering_has_the_tag_other_programs_know() {
        let option = Offered {
            id: Id::new("a"),
            text: String::new(),
            note: None,
        };
        let pick = AskView::Pick {
            groups: Vec::new(),
            most: 3,
            picked: Vec::new(),
            near: Vec::new(),
        };
        let choice = AskView::Choice {
            options: vec![option.clone(), option],
            chosen: None,
        };
        for (ask, open, hidden) in [
            (AskView::Show, "[enter]", "[enter]"),
            (AskView::Line, "[line]", "[hidden line]"),
            (AskView::Text, "[words]", "[hidden words]"),
            (choice, "[choose 1-2]", "[hidden choose 1-2]"),
            (pick, "[choose any]", "[hidden choose any]"),
            (
                AskView::Confirm { chosen: None },
                "[yes or no]",
                "[hidden yes or no]",
            ),
        ] {
            assert_eq!(tag_of(&ask, false), open);
            assert_eq!(tag_of(&ask, true), hidden);
        }
    }
}
