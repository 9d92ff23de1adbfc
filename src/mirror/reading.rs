//! A text being read with a grammar: how far every part reaches from every place, found once.

use super::grammar::{Grammar, Part, PartId};
use super::machine::REACH;
use super::vocabulary::SetId;
use super::words::{Kind, Speller, Token};
use crate::content::pattern::Edge;
use std::collections::HashMap;
use std::ops::Range;

/// A text and what is known of it so far.
pub(super) struct Reading<'a> {
    grammar: &'a Grammar,
    speller: &'a Speller,
    tokens: &'a [Token],
    /// The sets of all words, one after the other, and for each token which of them are its own.
    sets: Vec<SetId>,
    own: Vec<Range<usize>>,
    /// Where parts end that were tried before, and which of these are whose.
    ends: Vec<u32>,
    known: HashMap<(PartId, u32), Range<usize>>,
    /// How often anything was tried.
    #[cfg(test)]
    pub(super) tried: usize,
}

/// Where a part may end, in tokens.
pub(super) enum Ends {
    /// Nowhere.
    Nowhere,
    /// In one place.
    At(usize),
    /// In several: these of the known ones.
    Known(Range<usize>),
}

impl Ends {
    pub(super) fn indices(&self) -> Range<usize> {
        match self {
            Self::Nowhere => 0..0,
            Self::At(_) => 0..1,
            Self::Known(range) => range.clone(),
        }
    }
}

impl<'a> Reading<'a> {
    pub(super) fn new(grammar: &'a Grammar, speller: &'a Speller, tokens: &'a [Token]) -> Self {
        let mut sets = Vec::new();
        let mut before: HashMap<&str, Range<usize>> = HashMap::new();
        let mut own = Vec::with_capacity(tokens.len());
        for token in tokens {
            let range = token.word().map(|word| {
                let new = || {
                    let from = sets.len();
                    grammar.vocabulary.sets_of(word, &mut sets);
                    from..sets.len()
                };
                before.entry(word).or_insert_with(new).clone()
            });
            own.push(range.unwrap_or_default());
        }
        Self {
            grammar,
            speller,
            tokens,
            sets,
            own,
            ends: Vec::new(),
            known: HashMap::new(),
            #[cfg(test)]
            tried: 0,
        }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The sets the word at a place belongs to, in order.
    pub(super) fn sets(&self, at: usize) -> &[SetId] {
        let own = self.own.get(at).cloned().unwrap_or_default();
        self.sets.get(own).unwrap_or_default()
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.word().is_some())
    }

    fn is_comma(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Comma)
    }

    /// Whether the sentence goes on with this token.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        self.is_word(at) || self.is_comma(at)
    }

    /// Where clauses and sentences begin and end.
    pub(super) fn holds(&self, edge: Edge, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let parts = |token: &Token| token.word().is_none_or(|word| self.speller.opens(word));
        match edge {
            Edge::Sentence => before.is_none_or(|token| matches!(token.kind, Kind::Stop { .. })),
            Edge::Clause => before.is_none_or(parts),
            Edge::End => self.tokens.get(at).is_none_or(parts),
        }
    }

    /// One of the places where a part ends.
    pub(super) fn end(&self, ends: &Ends, index: usize) -> usize {
        match ends {
            Ends::At(end) => *end,
            _ => self.ends.get(index).map_or(usize::MAX, |end| *end as usize),
        }
    }

    /// Where a part ends that begins here.
    pub(super) fn ends(&mut self, part: PartId, at: usize) -> Ends {
        #[cfg(test)]
        {
            self.tried += 1;
        }
        let grammar = self.grammar;
        let one = |is: bool, end: usize| if is { Ends::At(end) } else { Ends::Nowhere };
        let Some(what) = grammar.part(part) else {
            return Ends::Nowhere;
        };
        match what {
            Part::Word(set) => one(self.sets(at).binary_search(set).is_ok(), at + 1),
            Part::Any => one(self.is_word(at), at + 1),
            Part::Edge(edge) => one(self.holds(*edge, at), at),
            Part::Comma if !self.is_comma(at) => Ends::At(at),
            _ => {
                let place = u32::try_from(at).unwrap_or(u32::MAX);
                if let Some(known) = self.known.get(&(part, place)) {
                    return Ends::Known(known.clone());
                }
                let mut found = self.found(what, at);
                found.sort_unstable();
                found.dedup();
                let from = self.ends.len();
                self.ends.extend(found);
                let range = from..self.ends.len();
                self.known.insert((part, place), range.clone());
                Ends::Known(range)
            }
        }
    }

    /// Where a part ends that is more than a word.
    fn found(&mut self, part: &'a Part, at: usize) -> Vec<u32> {
        let mut found = Vec::new();
        match part {
            Part::Word(_) | Part::Any | Part::Edge(_) => {}
            Part::Comma => found.extend([place(at), place(at + 1)]),
            Part::Gap(words) => found = self.over(at, usize::from(*words)),
            Part::Rest => found = self.over(at, REACH),
            Part::Maybe(inner) => {
                found.push(place(at));
                self.reach(*inner, at, &mut found);
            }
            Part::Repeated(inner) => {
                found.push(place(at));
                let mut next = 0;
                while let Some(from) = found.get(next).copied() {
                    next += 1;
                    let mut more = Vec::new();
                    self.reach(*inner, from as usize, &mut more);
                    more.retain(|end| (*end as usize) <= at + REACH && !found.contains(end));
                    found.extend(more);
                }
            }
            Part::OneOf(set, others) => {
                if set.is_some_and(|set| self.sets(at).binary_search(&set).is_ok()) {
                    found.push(place(at + 1));
                }
                for sequence in others {
                    self.along(sequence, at, &mut found);
                }
            }
        }
        found
    }

    /// Every place up to so many words further, and behind the commas among them.
    fn over(&self, at: usize, words: usize) -> Vec<u32> {
        let mut found = vec![place(at)];
        let mut left = words;
        for end in at.. {
            if self.is_word(end) && left > 0 {
                left -= 1;
            } else if !self.is_comma(end) {
                break;
            }
            found.push(place(end + 1));
        }
        found
    }

    fn reach(&mut self, part: PartId, at: usize, found: &mut Vec<u32>) {
        let ends = self.ends(part, at);
        for index in ends.indices() {
            found.push(place(self.end(&ends, index)));
        }
    }

    /// Adds where a sequence ends.
    fn along(&mut self, sequence: &[PartId], at: usize, found: &mut Vec<u32>) {
        let mut here = vec![place(at)];
        for part in sequence {
            let mut next = Vec::new();
            for from in &here {
                self.reach(*part, *from as usize, &mut next);
            }
            next.sort_unstable();
            next.dedup();
            if next.is_empty() {
                return;
            }
            here = next;
        }
        found.extend(here);
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
