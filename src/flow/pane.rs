//! Pages of reading beside a step: why, hint, example, words, safety, about.

use super::{Flow, Pane};
use crate::content::{Kind, List};
use crate::words::{Key, Words};
use chrono::{Months, NaiveDate};

/// A page of reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaneView {
    /// Its title.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

impl Flow {
    /// The page of reading for this step, as of a day: helplines nobody confirmed within a year aren't shown as certain.
    #[must_use]
    pub fn pane(&self, pane: Pane, today: NaiveDate) -> PaneView {
        let words = Words::of(&self.pack);
        let drawer = self.page().drawer;
        let nothing = || words.say(Key::NothingHere, &[]);
        let one = |text: Option<String>| vec![text.unwrap_or_else(nothing)];
        let (title, paragraphs) = match pane {
            Pane::Why => (Key::Why, one(drawer.why)),
            Pane::Hint => (Key::Hint, one(drawer.hint)),
            Pane::Example => (Key::Example, one(drawer.example)),
            Pane::Words => (Key::WordsTitle, self.word_lists()),
            Pane::Safety => (Key::Safety, self.safety(today)),
            Pane::About => (Key::About, about_page(&self.pack)),
            Pane::Help => (Key::Help, words.paragraphs(Key::HelpText)),
            Pane::Light => (Key::LightTitle, vec![words.say(Key::LightNone, &[])]),
        };
        PaneView {
            title: words.say(title, &[]),
            paragraphs,
        }
    }

    /// The list of this page if it has one, else every list.
    fn word_lists(&self) -> Vec<String> {
        let here = self.current_ask().and_then(|ask| match ask.kind {
            Kind::Pick { list, .. } => self.pack.lists.get(&list),
            _ => None,
        });
        let lists: Vec<&List> =
            here.map_or_else(|| self.pack.lists.values().collect(), |list| vec![list]);
        let groups = lists.into_iter().flat_map(|list| &list.groups);
        groups
            .map(|group| {
                format!(
                    "{} ({}): {}",
                    group.title,
                    group.about,
                    group.words.join(", ")
                )
            })
            .collect()
    }

    fn safety(&self, today: NaiveDate) -> Vec<String> {
        safety_page(&self.pack, today)
    }
}

/// What floe is, and whose words these are.
#[must_use]
pub fn about_page(pack: &crate::content::Pack) -> Vec<String> {
    let mut paragraphs = Words::of(pack).paragraphs(Key::FirstStart);
    paragraphs.extend(pack.credits.iter().cloned());
    paragraphs
}

/// The safety page as of a day. A helpline is named only if somebody confirmed it within the year before.
#[must_use]
pub fn safety_page(pack: &crate::content::Pack, today: NaiveDate) -> Vec<String> {
    let help = &pack.help;
    let mut paragraphs = help.safety.clone();
    let year_ago = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let fresh =
        |line: &&crate::content::Helpline| line.checked_on.is_some_and(|day| day >= year_ago);
    let lines: Vec<_> = help.lines.iter().filter(fresh).collect();
    if lines.is_empty() {
        paragraphs.push(help.unconfirmed.clone());
    }
    paragraphs.extend(
        lines
            .iter()
            .map(|line| format!("{}: {}, {}", line.place, line.name, line.reach)),
    );
    paragraphs
}
