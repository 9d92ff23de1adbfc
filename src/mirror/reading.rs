//! A text being read: how far every part reaches from every place, found once.
//!
//! Every part of a phrase is tried at most once at a place, however many phrases have it. So the work is bounded by
//! places times parts (times [`REACH`], for what may go on for long), whatever the phrases and whatever the text.

use super::excerpt::{Excerpt, Part, PartId, Rules, Sequence};
use super::glossary::{Said, small};
use super::words::{Kind, Speller, Token};
use crate::content::pattern::Edge;
use crate::content::spread::Spread;
use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};

/// Most tokens over which what is repeated, or the rest of a sentence, reaches.
pub(super) const REACH: usize = 200;
/// Most things heard in one text. Only a lexicon that means harm has more.
const MOST: usize = 200_000;

/// Where a phrase was heard, in tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heard {
    /// The phrase, by its number.
    pub(super) phrase: usize,
    pub(super) at: Range<usize>,
}

/// A text and what is known of it so far.
pub(super) struct Reading<'a> {
    excerpt: &'a Excerpt,
    places: Vec<Place>,
    /// For each place the words from there to the end of the sentence, as the excerpt's blocks of bits.
    ahead: Vec<u64>,
    /// Where parts end that were tried before, and which of these are whose.
    ends: Vec<u32>,
    known: HashMap<u64, (u32, u32), Spread>,
    /// How often anything was tried.
    #[cfg(test)]
    pub(super) tried: usize,
}

/// What stands at a place, and what begins and ends before it.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    word: Option<u32>,
    comma: bool,
    clause: bool,
    sentence: bool,
    end: bool,
}

/// Where a part may end, in tokens.
enum Ends {
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
    fn indices(&self) -> Range<usize> {
        match self {
            Self::Nowhere => 0..0,
            Self::Over(ends) => *ends.start()..*ends.end() + 1,
            Self::Known(range) => range.clone(),
        }
    }
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        excerpt: &'a Excerpt,
        said: &Said,
        tokens: &[Token],
        speller: &Speller,
    ) -> Self {
        let parts = |token: Option<&Token>| {
            let word = token.map(Token::word);
            word.is_none_or(|word| word.is_none_or(|word| speller.opens(word)))
        };
        let places = (0..=tokens.len()).map(|at| {
            let here = tokens.get(at);
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            Place {
                word: said.tokens.get(at).copied().flatten(),
                comma: here.is_some_and(|token| token.kind == Kind::Comma),
                clause: parts(before),
                sentence: before.is_none_or(|token| matches!(token.kind, Kind::Stop { .. })),
                end: parts(here),
            }
        });
        Self {
            excerpt,
            ahead: ahead(excerpt, said, tokens),
            places: places.collect(),
            ends: Vec::new(),
            known: HashMap::default(),
            #[cfg(test)]
            tried: 0,
        }
    }

    /// What is heard: of each phrase, wherever it begins, the longest that is `open`.
    pub(super) fn listen(
        &mut self,
        rules: &Rules,
        open: impl Fn(usize, Range<usize>) -> bool,
    ) -> Vec<Heard> {
        let mut heard = Vec::new();
        let mut ends = Vec::new();
        for at in 0..self.places.len() {
            let Some(word) = self.place(at).word else {
                continue;
            };
            for rule in rules.begun_by(word) {
                if !self.excerpt.may_be(rule, self.ahead(at)) {
                    continue;
                }
                let phrase = rule.phrase;
                ends.clear();
                self.along(&rule.way, at, &mut ends);
                let ends = ends.iter().map(|end| *end as usize);
                let end = ends.filter(|end| *end > at && open(phrase, at..*end)).max();
                if let Some(end) = end.filter(|_| heard.len() < MOST) {
                    heard.push(Heard {
                        phrase,
                        at: at..end,
                    });
                }
            }
        }
        heard
    }

    /// The words from a place to the end of the sentence.
    fn ahead(&self, at: usize) -> &[u64] {
        let wide = self.excerpt.wide;
        self.ahead
            .get(at * wide..(at + 1) * wide)
            .unwrap_or_default()
    }

    fn place(&self, at: usize) -> Place {
        self.places.get(at).copied().unwrap_or_default()
    }

    /// Where clauses and sentences begin and end.
    fn holds(&self, edge: Edge, at: usize) -> bool {
        let place = self.place(at);
        match edge {
            Edge::Sentence => place.sentence,
            Edge::Clause => place.clause,
            Edge::End => place.end,
        }
    }

    /// One of the places where a part ends.
    fn end(&self, ends: &Ends, index: usize) -> usize {
        match ends {
            Ends::Known(_) => self.ends.get(index).map_or(usize::MAX, |end| *end as usize),
            _ => index,
        }
    }

    /// Where a part ends that begins here.
    fn ends(&mut self, part: PartId, at: usize) -> Ends {
        #[cfg(test)]
        {
            self.tried += 1;
        }
        let here = self.place(at);
        let one = |is: bool, end: usize| if is { Ends::at(end) } else { Ends::Nowhere };
        let excerpt = self.excerpt;
        match excerpt.begun(part, here.word) {
            None => Ends::Nowhere,
            Some(Part::Word | Part::Any) => Ends::at(at + 1),
            Some(Part::Edge(edge)) => one(self.holds(*edge, at), at),
            Some(Part::Comma) => Ends::Over(at..=at + usize::from(here.comma)),
            Some(Part::Gap(words)) => self.over(at, usize::from(*words)),
            Some(Part::Rest) => self.over(at, REACH),
            Some(Part::Maybe(inner)) => match self.ends(*inner, at) {
                Ends::Nowhere => Ends::at(at),
                _ => self.once(part, at, |own, found| {
                    found.push(small(at));
                    own.reach(*inner, at, found);
                }),
            },
            Some(Part::Repeated(inner)) => match self.ends(*inner, at) {
                Ends::Nowhere => Ends::at(at),
                _ => self.once(part, at, |own, found| own.again(*inner, at, found)),
            },
            Some(Part::OneOf(ways)) => self.once(part, at, |own, found| {
                for way in excerpt.ways(ways) {
                    own.along(way, at, found);
                }
            }),
        }
    }

    /// Where a part ends, found the first time it is asked for.
    fn once(
        &mut self,
        part: PartId,
        at: usize,
        find: impl FnOnce(&mut Self, &mut Vec<u32>),
    ) -> Ends {
        let key = (u64::from(part) << 32) | u64::from(small(at));
        let (from, to) = match self.known.get(&key) {
            Some(known) => *known,
            None => {
                let mut found = Vec::new();
                find(self, &mut found);
                found.sort_unstable();
                found.dedup();
                let from = small(self.ends.len());
                self.ends.extend(found);
                let range = (from, small(self.ends.len()));
                self.known.insert(key, range);
                range
            }
        };
        match from < to {
            true => Ends::Known(from as usize..to as usize),
            false => Ends::Nowhere,
        }
    }

    /// Adds where something ends that is there any number of times.
    fn again(&mut self, part: PartId, at: usize, found: &mut Vec<u32>) {
        let mut known = [false; REACH + 1];
        let mut next = Some(0);
        let mut more = Vec::new();
        while let Some(over) = next {
            found.push(small(at + over));
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
        loop {
            let here = self.place(end);
            if !(here.comma || (here.word.is_some() && left > 0)) {
                return Ends::Over(at..=end);
            }
            left -= usize::from(!here.comma);
            end += 1;
        }
    }

    fn reach(&mut self, part: PartId, at: usize, found: &mut Vec<u32>) {
        let ends = self.ends(part, at);
        found.extend(ends.indices().map(|index| small(self.end(&ends, index))));
    }

    /// Adds where a sequence ends.
    fn along(&mut self, sequence: &Sequence, at: usize, found: &mut Vec<u32>) {
        let excerpt = self.excerpt;
        if !excerpt.can_be(sequence, self.ahead(at)) {
            return;
        }
        let mut at = at;
        let mut parts = excerpt.sequence(sequence).iter();
        // Mostly there is one way on, or none.
        let ends = loop {
            let Some(part) = parts.next() else {
                found.push(small(at));
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
        let here = ends.indices().map(|index| small(self.end(&ends, index)));
        let mut here: Vec<u32> = here.collect();
        for part in parts {
            let mut next: Vec<u32> = Vec::new();
            for from in here {
                let ends = self.ends(*part, from as usize);
                let indices = ends.indices();
                // Gaps are long, and go on where the one before was: what that reached is known.
                let known = match excerpt.is_gap(*part) {
                    true => next.last().map_or(0, |end| *end as usize + 1),
                    false => 0,
                };
                let new = indices.start.max(known)..indices.end;
                next.extend(new.map(|index| small(self.end(&ends, index))));
            }
            next.sort_unstable();
            next.dedup();
            here = next;
        }
        found.extend(here);
    }
}

/// For each place the words from there to the end of the sentence.
fn ahead(excerpt: &Excerpt, said: &Said, tokens: &[Token]) -> Vec<u64> {
    let wide = excerpt.wide;
    let mut ahead = vec![0; (tokens.len() + 1) * wide];
    for (at, token) in tokens.iter().enumerate().rev() {
        if let Some((here, then)) = ahead
            .get_mut(at * wide..(at + 2) * wide)
            .and_then(|both| both.split_at_mut_checked(wide))
        {
            match said.tokens.get(at).copied().flatten() {
                Some(word) => {
                    here.copy_from_slice(then);
                    if let Some(bits) = here.get_mut(word as usize / 64) {
                        *bits |= 1 << (word % 64);
                    }
                }
                None if token.kind == Kind::Comma => here.copy_from_slice(then),
                None => {}
            }
        }
    }
    ahead
}
