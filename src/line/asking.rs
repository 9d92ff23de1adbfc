//! How a page is answered: the options, one a line, and the tag of the prompt.

use super::print::Printer;
use crate::flow::{AskView, Cover, ItemView, Offered, Page, PickGroup, Sibling};
use crate::session::Seat;
use crate::words::{Key, Words};
use std::io;

impl Printer<'_> {
    pub(super) fn answers(&mut self, page: &Page, words: Words<'_>) -> io::Result<()> {
        let covered = page.cover != Cover::Open;
        match &page.ask {
            AskView::Choice { options, .. } => self.options(options),
            AskView::Pick {
                groups,
                picked,
                near,
                ..
            } => match (covered, near.is_empty()) {
                (false, true) => {
                    self.picked(picked, words)?;
                    self.groups(groups, words)
                }
                (false, false) => {
                    self.picked(picked, words)?;
                    self.near(near, words)
                }
                // What was picked can be told from what is near it.
                (true, _) => self.groups(groups, words),
            },
            AskView::Blank { blanks, at } => self.blank(blanks.get(*at)),
            AskView::Quiet { over, more, .. } => self.quiet(*over, *more, words),
            AskView::Keep { items } => self.keep(items, words),
            AskView::Both { names, pressed, no } => self.key(names, *pressed, no, words),
            AskView::Curtain { .. } => Ok(()),
            AskView::Show | AskView::Confirm { .. } | AskView::Line | AskView::Text => Ok(()),
        }
    }

    fn options(&mut self, options: &[Offered]) -> io::Result<()> {
        for (number, option) in options.iter().enumerate() {
            let note = option.note.as_ref();
            let note = note.map(|note| format!(": {note}")).unwrap_or_default();
            self.line(&format!("{}. {}{note}", number + 1, option.text))?;
        }
        Ok(())
    }

    fn blank(&mut self, blank: Option<&Sibling>) -> io::Result<()> {
        blank.map_or(Ok(()), |blank| self.line(&blank.label))
    }

    fn picked(&mut self, picked: &[String], words: Words<'_>) -> io::Result<()> {
        if picked.is_empty() {
            return Ok(());
        }
        self.line(&words.say(Key::Picked, &[("words", &picked.join(", "))]))
    }

    fn near(&mut self, near: &[String], words: Words<'_>) -> io::Result<()> {
        self.line(&words.say(Key::StoryWord, &[]))?;
        self.line(&words.say(Key::StoryNear, &[("words", &near.join(", "))]))
    }

    /// Every word there is; how they are picked is said behind them, where it is still remembered.
    fn groups(&mut self, groups: &[PickGroup], words: Words<'_>) -> io::Result<()> {
        let mut number = 0;
        for group in groups {
            self.line(&format!("{}: {}", group.title, group.about))?;
            for word in &group.words {
                number += 1;
                self.line(&format!("{number}. {word}"))?;
            }
        }
        self.line(&words.say(Key::HowPick, &[]))
    }

    /// How a quiet stretch ends: when somebody says so.
    fn quiet(&mut self, over: bool, more: bool, words: Words<'_>) -> io::Result<()> {
        match (over, more) {
            (false, false) => self.line(&words.say(Key::QuietHow, &[])),
            (true, false) => self.line(&words.say(Key::QuietOver, &[])),
            (over, true) => {
                if over {
                    self.line(&words.say(Key::LightLow, &[]))?;
                }
                for (number, key) in [(1, Key::QuietAll), (2, Key::QuietMore)] {
                    self.line(&format!("{number}. {}", words.say(key, &[])))?;
                }
                Ok(())
            }
        }
    }

    /// Whose key Enter is, where it takes both.
    pub(super) fn key(
        &mut self,
        names: &[String; 2],
        pressed: Option<Seat>,
        no: &str,
        words: Words<'_>,
    ) -> io::Result<()> {
        let [first, second] = names;
        let (waits, next) = match pressed {
            None => (None, first),
            Some(Seat::First) => (Some(first), second),
            Some(Seat::Second) => (Some(second), first),
        };
        if let Some(waits) = waits {
            let blanks = [("name", waits.as_str()), ("other", next)];
            self.line(&words.say(Key::BothWaits, &blanks))?;
        }
        self.line(&words.say(Key::BothLine, &[("name", next), ("no", no)]))
    }

    fn keep(&mut self, items: &[ItemView], words: Words<'_>) -> io::Result<()> {
        for (number, item) in items.iter().enumerate() {
            self.item(number + 1, item, words)?;
        }
        self.line(&words.say(Key::KeepHow, &[]))
    }

    /// One item of the landing's list.
    fn item(&mut self, number: usize, item: &ItemView, words: Words<'_>) -> io::Result<()> {
        let mark = words.say(if item.keep { Key::Keep } else { Key::Melt }, &[]);
        let missing = item.missing.as_ref();
        let missing = missing.map(|key| format!(", {key}")).unwrap_or_default();
        let text = if item.own {
            words.say(Key::Hidden, &[])
        } else {
            item.text.replace('\n', " / ")
        };
        self.line(&format!(
            "{number}. {mark}{missing}, {}: {text}",
            item.label
        ))
    }
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
        AskView::Curtain { to, .. } => ["[hand to ", to, ", enter]"].concat(),
        AskView::Both {
            names: [first, second],
            ..
        } => ["[both ", first, " and ", second, ", enter]"].concat(),
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
                AskView::Keep { items: Vec::new() },
                "[choose any]",
                "[hidden choose any]",
            ),
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

    #[test]
    fn what_two_people_do_has_a_tag_with_their_names() {
        let curtain = AskView::Curtain {
            seat: Seat::Second,
            to: "Noor".to_owned(),
        };
        assert_eq!(tag_of(&curtain, false), "[hand to Noor, enter]");
        let both = |pressed| AskView::Both {
            names: ["Sam".to_owned(), "Noor".to_owned()],
            pressed,
            no: String::new(),
        };
        for pressed in [None, Some(Seat::First), Some(Seat::Second)] {
            assert_eq!(tag_of(&both(pressed), false), "[both Sam and Noor, enter]");
        }
        let quiet = AskView::Quiet {
            seconds: 180,
            over: false,
            more: true,
        };
        assert_eq!(tag_of(&quiet, false), "[choose 1-2]");
    }
}
