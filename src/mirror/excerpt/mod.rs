//! What of the phrases of a lexicon can be in a text at all: everything with a word that isn't there is left out.
//!
//! A lexicon has thousands of words and a text has a few, so hardly anything remains to be tried.

mod cutter;

pub(super) use cutter::Cutter;

use crate::content::pattern::Edge;
use std::ops::Range;

/// A part, by its number.
pub(super) type PartId = u32;
/// Parts one after the other, by where they stand.
pub(super) type Sequence = Range<u32>;

/// A part of a phrase.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// One of the words it can begin with.
    Word,
    /// Any word.
    Any,
    /// Up to so many words, and commas among them.
    Gap(u8),
    /// Everything up to the end of the sentence.
    Rest,
    /// A comma, perhaps.
    Comma,
    /// Nothing: it holds at certain places only.
    Edge(Edge),
    /// This, perhaps.
    Maybe(PartId),
    /// This, any number of times.
    Repeated(PartId),
    /// One of these ways.
    OneOf(Range<u32>),
}

/// What something can begin with, beside certain words.
#[derive(Debug, Clone, Copy, Default)]
struct Begins {
    /// Any word.
    any: bool,
    /// It can be nothing at all.
    empty: bool,
}

/// The parts that can be in a text.
#[derive(Debug)]
pub(super) struct Excerpt {
    parts: Vec<Part>,
    /// For each part the words it can begin with, as so many blocks of bits.
    words: Vec<u64>,
    pub(super) wide: usize,
    begins: Vec<Begins>,
    ways: Vec<Sequence>,
    sequences: Vec<PartId>,
}

/// Sequences to listen for.
#[derive(Debug, Default)]
pub(super) struct Rules {
    all: Vec<Rule>,
    /// For each word of the text, those that can begin with it.
    by_word: Vec<Vec<u32>>,
    /// Those that can begin with any word.
    by_any: Vec<u32>,
}

/// A sequence to listen for.
#[derive(Debug)]
pub(super) struct Rule {
    /// The number of its phrase.
    pub(super) phrase: usize,
    pub(super) way: Sequence,
    /// Of what has to come behind its beginning, what fewest words can begin.
    seldom: Option<PartId>,
}

impl Rules {
    /// What can begin with a word.
    pub(super) fn begun_by(&self, word: u32) -> impl Iterator<Item = &Rule> {
        let by_word = self.by_word.get(word as usize).into_iter().flatten();
        let rules = self.by_any.iter().chain(by_word);
        rules.filter_map(|rule| self.all.get(*rule as usize))
    }
}

impl Excerpt {
    /// A part, if the word here can begin it.
    pub(super) fn begun(&self, part: PartId, word: Option<u32>) -> Option<&Part> {
        let begins = self.begins.get(part as usize)?;
        let can = begins.empty
            || word.is_some_and(|word| {
                let block = part as usize * self.wide + word as usize / 64;
                let bits = self.words.get(block).copied().unwrap_or_default();
                begins.any || bits >> (word % 64) & 1 == 1
            });
        can.then(|| self.parts.get(part as usize)).flatten()
    }

    /// Whether what is seldom there in a rule can be among these words.
    pub(super) fn may_be(&self, rule: &Rule, words: &[u64]) -> bool {
        rule.seldom.is_none_or(|part| self.is_among(part, words))
    }

    /// Whether all that has to be in a sequence can be among these words.
    pub(super) fn can_be(&self, sequence: &Sequence, words: &[u64]) -> bool {
        // What comes later is seldom there; what comes first is, or nobody would ask.
        let mut parts = self.sequence(sequence).iter().rev();
        parts.all(|part| !self.has_to_be(*part) || self.is_among(*part, words))
    }

    /// Whether a part is there only if certain words are.
    fn has_to_be(&self, part: PartId) -> bool {
        let begins = self.begins.get(part as usize);
        begins.is_some_and(|begins| !begins.any && !begins.empty)
    }

    fn is_among(&self, part: PartId, words: &[u64]) -> bool {
        let own = self.begun_with(part).iter();
        own.zip(words).any(|(own, words)| own & words != 0)
    }

    /// The words a part can begin with.
    fn begun_with(&self, part: PartId) -> &[u64] {
        let from = part as usize * self.wide;
        self.words.get(from..from + self.wide).unwrap_or_default()
    }

    /// Whether a part is any words up to somewhere.
    pub(super) fn is_gap(&self, part: PartId) -> bool {
        matches!(
            self.parts.get(part as usize),
            Some(Part::Gap(_) | Part::Rest)
        )
    }

    pub(super) fn ways(&self, ways: &Range<u32>) -> &[Sequence] {
        let range = ways.start as usize..ways.end as usize;
        self.ways.get(range).unwrap_or_default()
    }

    pub(super) fn sequence(&self, sequence: &Sequence) -> &[PartId] {
        let range = sequence.start as usize..sequence.end as usize;
        self.sequences.get(range).unwrap_or_default()
    }

    /// How much there is of it: parts, and places in their sequences.
    #[cfg(test)]
    pub(super) fn size(&self) -> usize {
        let gap = |part: &Part| match part {
            Part::Gap(words) => usize::from(*words),
            _ => 0,
        };
        let gaps: usize = self.parts.iter().map(gap).sum();
        self.parts.len() + self.sequences.len() + self.ways.len() + gaps
    }
}
