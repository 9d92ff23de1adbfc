//! A text being read with a grammar: how far every part reaches from every place, found once.

use super::grammar::{Choice, Grammar, Part, PartId};
use super::machine::REACH;
use super::vocabulary::SetId;
use super::words::{Kind, Speller, Token};
use crate::content::pattern::Edge;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::{Range, RangeInclusive};

/// A text and what is known of it so far.
pub(super) struct Reading<'a> {
    grammar: &'a Grammar,
    speller: &'a Speller,
    tokens: &'a [Token],
    /// The sets of all words, one after the other, and for each token which of them are its own.
    sets: Vec<SetId>,
    own: Vec<Own>,
    /// The sets of all words once more, as bits.
    bits: Vec<u64>,
    /// Where parts end that were tried before, and which of these are whose.
    ends: Vec<u32>,
    known: HashMap<u64, (u32, u32), BuildHasherDefault<Spread>>,
    /// How often anything was tried.
    #[cfg(test)]
    pub(super) tried: usize,
}

/// Sets in a block of bits.
const BITS: usize = 64;

/// The sets of a word: which of them all, and where its bits begin if it has any.
#[derive(Debug, Clone, Default)]
struct Own {
    sets: Range<usize>,
    bits: Option<usize>,
}

/// Writes sets down as bits, `wide` blocks of them.
fn marked(all: &mut Vec<u64>, sets: &[SetId], wide: usize) -> Option<usize> {
    let from = all.len();
    if sets.is_empty() {
        return None;
    }
    all.resize(from + wide, 0);
    for set in sets {
        if let Some(bits) = all.get_mut(from + *set as usize / BITS) {
            *bits |= 1 << (*set as usize % BITS);
        }
    }
    Some(from)
}

/// Where a part may end, in tokens.
pub(super) enum Ends {
    /// Nowhere.
    Nowhere,
    /// Anywhere from here to there.
    Over(RangeInclusive<usize>),
    /// In these of the known places.
    Known(Range<usize>),
}

impl Ends {
    const fn at(end: usize) -> Self {
        Self::Over(end..=end)
    }

    /// Numbers to ask for each of them by.
    pub(super) fn indices(&self) -> Range<usize> {
        match self {
            Self::Nowhere => 0..0,
            Self::Over(ends) => *ends.start()..*ends.end() + 1,
            Self::Known(range) => range.clone(),
        }
    }
}

/// Parts and places are small numbers, spread well enough by one multiplication.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0 ^ value)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29);
    }
}

impl<'a> Reading<'a> {
    pub(super) fn new(grammar: &'a Grammar, speller: &'a Speller, tokens: &'a [Token]) -> Self {
        let wide = grammar.vocabulary.sets().div_ceil(BITS);
        let mut sets = Vec::new();
        let mut bits = Vec::new();
        let mut before: HashMap<&str, Own> = HashMap::new();
        let mut own = Vec::with_capacity(tokens.len());
        for token in tokens {
            let Some(word) = token.word() else {
                own.push(Own::default());
                continue;
            };
            let new = || {
                let from = sets.len();
                grammar.vocabulary.sets_of(word, &mut sets);
                let mine = sets.get(from..).unwrap_or_default();
                Own {
                    bits: marked(&mut bits, mine, wide),
                    sets: from..sets.len(),
                }
            };
            own.push(before.entry(word).or_insert_with(new).clone());
        }
        Self {
            grammar,
            speller,
            tokens,
            sets,
            bits,
            own,
            ends: Vec::new(),
            known: HashMap::default(),
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
        let own = self.own.get(at).map(|own| own.sets.clone());
        self.sets.get(own.unwrap_or_default()).unwrap_or_default()
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
            Ends::Known(_) => self.ends.get(index).map_or(usize::MAX, |end| *end as usize),
            _ => index,
        }
    }

    fn is_in(&self, at: usize, set: SetId) -> bool {
        let (block, bit) = (set as usize / BITS, set as usize % BITS);
        let own = self.own.get(at).and_then(|own| own.bits);
        own.and_then(|own| self.bits.get(own + block))
            .is_some_and(|bits| bits >> bit & 1 == 1)
    }

    /// Where a part ends that begins here.
    pub(super) fn ends(&mut self, part: PartId, at: usize) -> Ends {
        #[cfg(test)]
        {
            self.tried += 1;
        }
        let grammar = self.grammar;
        let one = |is: bool, end: usize| if is { Ends::at(end) } else { Ends::Nowhere };
        match grammar.part(part) {
            None => Ends::Nowhere,
            Some(Part::Word(set)) => one(self.is_in(at, *set), at + 1),
            Some(Part::Any) => one(self.is_word(at), at + 1),
            Some(Part::Edge(edge)) => one(self.holds(*edge, at), at),
            Some(Part::Comma) => Ends::Over(at..=at + usize::from(self.is_comma(at))),
            Some(Part::Gap(words)) => self.over(at, usize::from(*words)),
            Some(Part::Rest) => self.over(at, REACH),
            Some(Part::Maybe(inner)) => match self.ends(*inner, at) {
                Ends::Nowhere => Ends::at(at),
                _ => self.once(part, at, |own, found| {
                    found.push(place(at));
                    own.reach(*inner, at, found);
                }),
            },
            Some(Part::Repeated(inner)) => match self.ends(*inner, at) {
                Ends::Nowhere => Ends::at(at),
                _ => self.once(part, at, |own, found| own.again(*inner, at, found)),
            },
            Some(Part::OneOf(choice)) => {
                if choice.others.is_empty() && !self.is_begun(choice, at) {
                    return Ends::Nowhere;
                }
                self.once(part, at, |own, found| own.any_of(choice, at, found))
            }
        }
    }

    /// Where a part ends, found the first time it is asked for.
    fn once(
        &mut self,
        part: PartId,
        at: usize,
        find: impl FnOnce(&mut Self, &mut Vec<u32>),
    ) -> Ends {
        let key = (u64::from(part) << 32) | u64::from(place(at));
        let (from, to) = match self.known.get(&key) {
            Some(known) => *known,
            None => {
                let mut found = Vec::new();
                find(self, &mut found);
                found.sort_unstable();
                found.dedup();
                let from = place(self.ends.len());
                self.ends.extend(found);
                let range = (from, place(self.ends.len()));
                self.known.insert(key, range);
                range
            }
        };
        match from < to {
            true => Ends::Known(from as usize..to as usize),
            false => Ends::Nowhere,
        }
    }

    /// Whether any sequence of a choice begins with the word here.
    fn is_begun(&self, choice: &Choice, at: usize) -> bool {
        let mut by_word = choice.by_word.iter();
        !self.sets(at).is_empty() && by_word.any(|(set, _)| self.is_in(at, *set))
    }

    fn any_of(&mut self, choice: &'a Choice, at: usize, found: &mut Vec<u32>) {
        for (set, then) in &choice.by_word {
            if self.is_in(at, *set) {
                self.along(then, at + 1, found);
            }
        }
        for sequence in &choice.others {
            self.along(sequence, at, found);
        }
    }

    /// Adds where something ends that is there any number of times.
    fn again(&mut self, part: PartId, at: usize, found: &mut Vec<u32>) {
        let mut known = [false; REACH + 1];
        let mut next = Some(0);
        let mut more = Vec::new();
        while let Some(over) = next {
            found.push(place(at + over));
            self.reach(part, at + over, &mut more);
            for end in more.drain(..) {
                // What is empty goes nowhere.
                let over_more = (end as usize).checked_sub(at).filter(|more| *more > over);
                if let Some(known) = over_more.and_then(|more| known.get_mut(more)) {
                    *known = true;
                }
            }
            next = (over + 1..=REACH).find(|over| known.get(*over) == Some(&true));
        }
    }

    /// Every place up to so many words further, and behind the commas among them.
    fn over(&self, at: usize, words: usize) -> Ends {
        let mut left = words;
        let mut end = at;
        while (self.is_word(end) && left > 0) || self.is_comma(end) {
            left -= usize::from(self.is_word(end));
            end += 1;
        }
        Ends::Over(at..=end)
    }

    fn reach(&mut self, part: PartId, at: usize, found: &mut Vec<u32>) {
        let ends = self.ends(part, at);
        found.extend(ends.indices().map(|index| place(self.end(&ends, index))));
    }

    /// Adds where a sequence ends.
    fn along(&mut self, sequence: &[PartId], at: usize, found: &mut Vec<u32>) {
        let mut at = at;
        let mut parts = sequence.iter();
        // Mostly there is one way on, or none.
        let ends = loop {
            let Some(part) = parts.next() else {
                found.push(place(at));
                return;
            };
            let ends = self.ends(*part, at);
            let indices = ends.indices();
            match indices.len() {
                0 => return,
                1 => at = self.end(&ends, indices.start),
                _ => break ends,
            }
        };
        let here = ends.indices().map(|index| place(self.end(&ends, index)));
        let mut here: Vec<u32> = here.collect();
        for part in parts {
            let mut next = Vec::new();
            for from in here {
                self.reach(*part, from as usize, &mut next);
            }
            next.sort_unstable();
            next.dedup();
            here = next;
        }
        found.extend(here);
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
