//! What was read from patterns: every phrase of a lexicon, one after the other.

use super::pattern::Edge;
use super::spread::Spread;
use std::collections::HashMap;

/// A word as patterns write it, by its number: `never`, `apolog-`, `-ly`.
pub type WordId = u32;

/// A phrase, by the place of its first step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Phrase(pub(super) usize);

/// One step of a phrase. Those that hold others tell how many of the steps after them they hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Any one of the ways in these steps.
    OneOf(u32),
    /// Everything in these steps, in this order.
    Way(u32),
    /// Any one of the words in these steps.
    Words(u32),
    /// This word; stands in `Words` only.
    Word(WordId),
    /// A phrase that has a name.
    Class(Phrase),
    /// Any one word.
    Any,
    /// Up to so many words, and commas among them.
    Gap(u8),
    /// Everything up to the end of the sentence.
    Rest,
    /// A comma, perhaps.
    Comma,
    /// Nothing: it holds at certain places only.
    Edge(Edge),
    /// What comes next, perhaps.
    Maybe,
    /// What comes next, any number of times.
    Repeated,
}

/// Every phrase of a lexicon.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    /// The words of all of them.
    pub words: Words,
    pub(super) steps: Vec<Step>,
}

impl Phrases {
    /// None yet, and room for those of a whole language.
    pub(super) fn with_room() -> Self {
        Self {
            words: Words(HashMap::with_capacity_and_hasher(
                1 << 14,
                Spread::default(),
            )),
            steps: Vec::with_capacity(1 << 17),
        }
    }

    /// The steps of a phrase; what follows the last of them belongs to others.
    #[must_use]
    pub fn from(&self, phrase: Phrase) -> &[Step] {
        let steps = self.steps.get(phrase.0..).unwrap_or_default();
        let holds = match steps.first() {
            Some(Step::OneOf(holds)) => *holds as usize,
            _ => 0,
        };
        steps.get(..=holds).unwrap_or_default()
    }
}

/// The words of patterns by their numbers, as they are written.
#[derive(Debug, Clone, Default)]
pub struct Words(HashMap<Box<str>, WordId, Spread>);

impl Words {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of a word.
    #[must_use]
    pub fn number(&self, word: &str) -> Option<WordId> {
        self.0.get(word).copied()
    }

    /// Each of them with its number, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, WordId)> {
        self.0.iter().map(|(word, number)| (&**word, *number))
    }

    pub(super) fn enter(&mut self, word: &str) -> WordId {
        if let Some(number) = self.number(word) {
            return number;
        }
        let number = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(word.into(), number);
        number
    }
}
