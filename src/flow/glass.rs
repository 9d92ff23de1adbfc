//! The language mirror, as far as a page knows of it: whether it can be asked here, and what it shows.
//!
//! The engine only tells where it may be asked and what was said before. Looking is the runtime's, and nothing of
//! it is an event.

use super::Flow;
use super::page::Cover;
use crate::content::{Ask, Context, Id, Keep, Kind, Meaning, Step};
use crate::session::{Reply, Seat};
use std::ops::Range;

/// The mirror on a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Glass {
    /// It can't be asked here.
    #[default]
    None,
    /// The one whose page it is has put it away; asked for, it offers to be taken out.
    Away,
    /// It can be asked.
    Near,
    /// It is open, with somebody's own words in it if it shows them here.
    Open(Option<Marked>),
}

/// Somebody's own words, with the phrases a question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The words.
    pub text: String,
    /// The phrases, in bytes of the text, the first one first; they don't overlap.
    pub marks: Vec<Range<usize>>,
}

impl Marked {
    /// The words with brackets around the phrases, and where the phrases stand there with their brackets.
    #[must_use]
    pub fn bracketed(&self) -> (String, Vec<Range<usize>>) {
        let mut text = String::with_capacity(self.text.len() + 2 * self.marks.len());
        let mut marks = Vec::new();
        let mut from = 0;
        for mark in &self.marks {
            let before = self.text.get(from..mark.start);
            let (Some(before), Some(phrase)) = (before, self.text.get(mark.clone())) else {
                continue;
            };
            text.push_str(before);
            let start = text.len();
            text.push('[');
            text.push_str(phrase);
            text.push(']');
            marks.push(start..text.len());
            from = mark.end;
        }
        text.push_str(self.text.get(from..).unwrap_or_default());
        (text, marks)
    }
}

impl Flow {
    /// How the mirror would read what is written on this page; None where it can't be asked: where nothing is
    /// written, what is written is raw or hidden, or the page belongs to both of two.
    #[must_use]
    pub fn mirror_here(&self) -> Option<Context> {
        let step = self.step_at(self.state.place)?;
        let ask = step.asks.get(self.state.place.ask)?;
        let is_open = self.curtain().is_none();
        self.reads(&step, ask).filter(|_| is_open)
    }

    /// The same where no curtain hangs before it.
    fn reads(&self, step: &Step, ask: &Ask) -> Option<Context> {
        let context = step.mirror.context()?;
        let is_written = takes_words(&ask.kind) && ask.keep != Keep::Never;
        let is_own = !self.is_pair() || self.seat().is_some();
        (is_written && is_own && self.cover(ask) != Cover::Hidden).then_some(context)
    }

    pub(super) fn glass(&self, step: &Step, ask: &Ask) -> Glass {
        self.reads(step, ask).map_or(Glass::None, |_| Glass::Near)
    }

    /// Whether the only one at the keyboard has said that something was done to them, and nothing else.
    #[must_use]
    pub fn is_hurt(&self) -> bool {
        let hurt = |option: &Id| *option == "theirs";
        let floes = self.practice().floes.iter();
        let mut asks = floes
            .flat_map(|floe| &floe.steps)
            .flat_map(|step| &step.asks);
        let asked = asks.find(|ask| ask.is == Some(Meaning::Stance));
        let mut given = self.state.given.iter().rev();
        let said = asked.and_then(|asked| given.find(|given| given.ask == asked.id));
        match said.map(|given| given.reply.as_ref()) {
            Some(Some(Reply::Chose(option))) => hurt(option),
            Some(_) => false,
            None => {
                let mut suppose = self.practice().suppose.iter();
                suppose.any(|(ask, option)| *ask == "stance" && hurt(option))
            }
        }
    }

    /// What may matter to the other, as somebody guessed on this crossing, where this page may show it.
    #[must_use]
    pub fn matters(&self, of: Option<Seat>) -> Option<String> {
        self.meant_of(Meaning::Matters, of)
    }

    /// What somebody understood from listening, where this page may show it.
    #[must_use]
    pub fn understood(&self, of: Option<Seat>) -> Option<String> {
        self.meant_of(Meaning::Understood, of)
    }
}

/// Whether it is answered in words of one's own.
const fn takes_words(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Line
            | Kind::Text
            | Kind::Compose(_)
            | Kind::Slots(_)
            | Kind::List { .. }
            | Kind::TwoColumns { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_in_brackets_wherever_they_are() {
        let text = "Né, I'll never lie. Never.".to_owned();
        let never = text.find("never").unwrap_or_default();
        let last = text.find("Never").unwrap_or_default();
        let marked = Marked {
            marks: vec![never..never + 5, last..last + 6],
            text,
        };
        let (text, marks) = marked.bracketed();
        assert_eq!(text, "Né, I'll [never] lie. [Never.]");
        let phrases: Vec<_> = marks.into_iter().map(|mark| text.get(mark)).collect();
        assert_eq!(phrases, [Some("[never]"), Some("[Never.]")]);
    }

    #[test]
    fn a_mark_that_is_no_part_of_the_text_is_left_out() {
        let marked = Marked {
            text: "né".to_owned(),
            marks: vec![2..9, 2..3],
        };
        assert_eq!(marked.bracketed().0, "né");
    }
}
