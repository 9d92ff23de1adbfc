//! Cuts phrases down to what is said in a text.

use super::super::glossary::{Has, Said, small};
use super::{Begins, Excerpt, Part, PartId, Rule, Rules, Sequence};
use crate::content::phrases::{Phrase, Phrases, Step};
use crate::content::spread::Spread;
use std::collections::HashMap;

/// What is left of something.
enum Left {
    /// It can't be there.
    Gone,
    /// It may be left out, and can't be there.
    Nothing,
    Part(PartId),
    Way(Sequence),
}

/// Cuts phrases down to what is said in a text.
pub(in super::super) struct Cutter<'a> {
    phrases: &'a Phrases,
    said: &'a Said,
    excerpt: Excerpt,
    /// What is left of phrases with names.
    named: HashMap<Phrase, Option<PartId>, Spread>,
    /// Words, ways and parts that are being gathered.
    words: Vec<u64>,
    ways: Vec<Sequence>,
    parts: Vec<PartId>,
}

impl<'a> Cutter<'a> {
    pub(in super::super) fn new(phrases: &'a Phrases, said: &'a Said) -> Self {
        Self {
            phrases,
            said,
            excerpt: Excerpt {
                parts: Vec::new(),
                words: Vec::new(),
                wide: said.words.div_ceil(64).max(1),
                begins: Vec::new(),
                ways: Vec::new(),
                sequences: Vec::new(),
            },
            named: HashMap::default(),
            words: Vec::new(),
            ways: Vec::new(),
            parts: Vec::new(),
        }
    }

    pub(in super::super) fn finished(self) -> Excerpt {
        self.excerpt
    }

    /// What is left of these phrases, each numbered by its place.
    pub(in super::super) fn rules(&mut self, phrases: impl Iterator<Item = Phrase>) -> Rules {
        let mut rules = Rules {
            by_word: vec![Vec::new(); self.said.words],
            ..Rules::default()
        };
        for (number, phrase) in phrases.enumerate() {
            let (left, _) = self.next(self.phrases.from(phrase));
            let ways = match left {
                Left::Gone | Left::Nothing => continue,
                Left::Way(way) => vec![way],
                Left::Part(part) => match self.excerpt.parts.get(part as usize) {
                    Some(Part::OneOf(ways)) => self.excerpt.ways(ways).to_vec(),
                    _ => vec![self.sequence(&[part])],
                },
            };
            for way in ways {
                self.rule(number, way, &mut rules);
            }
        }
        rules
    }

    fn rule(&mut self, number: usize, way: Sequence, rules: &mut Rules) {
        let base = self.blank();
        let begins = self.begin_with(&way, base);
        let rule = small(rules.all.len());
        let parts = self.excerpt.sequence(&way).iter().skip(1).copied();
        let words = |part: &PartId| {
            let words = self.excerpt.begun_with(*part).iter();
            words.map(|bits| bits.count_ones()).sum::<u32>()
        };
        rules.all.push(Rule {
            phrase: number,
            seldom: parts
                .filter(|part| self.excerpt.has_to_be(*part))
                .min_by_key(words),
            way,
        });
        if begins.any {
            rules.by_any.push(rule);
        } else {
            for (block, bits) in self.words.iter().skip(base).enumerate() {
                let mut bits = *bits;
                while bits != 0 {
                    let word = block * 64 + bits.trailing_zeros() as usize;
                    if let Some(by_word) = rules.by_word.get_mut(word) {
                        by_word.push(rule);
                    }
                    bits &= bits - 1;
                }
            }
        }
        self.words.truncate(base);
    }

    /// What is left of the next part, and the steps behind it.
    fn next<'s>(&mut self, steps: &'s [Step]) -> (Left, &'s [Step]) {
        let Some((step, rest)) = steps.split_first() else {
            return (Left::Gone, steps);
        };
        let held = |steps: u32| rest.split_at_checked(steps as usize).unwrap_or((rest, &[]));
        let plain = |own: &mut Self, part: Part, begins: Begins| {
            let base = own.blank();
            (Left::Part(own.enter(part, base, begins)), rest)
        };
        let (any, empty) = (true, true);
        match *step {
            Step::OneOf(steps) => {
                let (ways, rest) = held(steps);
                (self.one_of(ways), rest)
            }
            Step::Way(steps) => {
                let (parts, rest) = held(steps);
                (self.way(parts).map_or(Left::Gone, Left::Way), rest)
            }
            Step::Words(steps) => {
                let (words, rest) = held(steps);
                let (base, ways) = (self.blank(), self.ways.len());
                self.mark(words, base);
                (self.either(base, ways), rest)
            }
            Step::Class(phrase) => (self.named(phrase), rest),
            Step::Maybe | Step::Repeated => {
                let (left, rest) = self.next(rest);
                (self.optional(*step, left), rest)
            }
            Step::Word(_) => (Left::Gone, rest),
            Step::Any => plain(self, Part::Any, Begins { any, empty: false }),
            Step::Gap(words) => plain(self, Part::Gap(words), Begins { any, empty }),
            Step::Rest => plain(self, Part::Rest, Begins { any, empty }),
            Step::Comma => plain(self, Part::Comma, Begins { any: false, empty }),
            Step::Edge(edge) => plain(self, Part::Edge(edge), Begins { any: false, empty }),
        }
    }

    fn optional(&mut self, step: Step, left: Left) -> Left {
        let Some(inner) = self.whole(left) else {
            return Left::Nothing;
        };
        let base = self.blank();
        let begins = self.add_firsts(inner, base);
        let part = match step {
            Step::Maybe => Part::Maybe(inner),
            _ => Part::Repeated(inner),
        };
        let empty = Begins {
            empty: true,
            ..begins
        };
        Left::Part(self.enter(part, base, empty))
    }

    /// What is left of a phrase with a name, found once.
    fn named(&mut self, phrase: Phrase) -> Left {
        let known = self.named.get(&phrase).copied();
        let part = known.unwrap_or_else(|| {
            let (left, _) = self.next(self.phrases.from(phrase));
            let part = self.whole(left);
            self.named.insert(phrase, part);
            part
        });
        match part.map(|part| (part, self.excerpt.parts.get(part as usize))) {
            None => Left::Gone,
            // What is one way anyway needs no parentheses.
            Some((_, Some(Part::OneOf(ways)))) if ways.len() == 1 => {
                let ways = self.excerpt.ways(ways);
                ways.first().cloned().map_or(Left::Gone, Left::Way)
            }
            Some((part, _)) => Left::Part(part),
        }
    }

    /// What is left, as one part.
    fn whole(&mut self, left: Left) -> Option<PartId> {
        match left {
            Left::Gone | Left::Nothing => None,
            Left::Part(part) => Some(part),
            Left::Way(way) => {
                let ways = self.ways.len();
                self.ways.push(way);
                Some(self.choice(ways))
            }
        }
    }

    fn one_of(&mut self, mut steps: &[Step]) -> Left {
        let (base, ways) = (self.blank(), self.ways.len());
        while let Some((Step::Way(length), rest)) = steps.split_first() {
            let (parts, rest) = rest
                .split_at_checked(*length as usize)
                .unwrap_or((rest, &[]));
            match parts.split_first() {
                Some((Step::Words(words), words_only)) if words_only.len() == *words as usize => {
                    self.mark(words_only, base);
                }
                _ => {
                    let way = self.way(parts);
                    self.ways.extend(way);
                }
            }
            steps = rest;
        }
        self.either(base, ways)
    }

    fn way(&mut self, mut steps: &[Step]) -> Option<Sequence> {
        let base = self.parts.len();
        while !steps.is_empty() {
            let (left, rest) = self.next(steps);
            match left {
                Left::Gone => {
                    self.parts.truncate(base);
                    return None;
                }
                Left::Nothing => {}
                Left::Part(part) => self.parts.push(part),
                Left::Way(way) => self.parts.extend(self.excerpt.sequence(&way)),
            }
            steps = rest;
        }
        let parts = self.parts.split_off(base);
        Some(self.sequence(&parts))
    }

    /// Marks those words that are there; those that are several become ways.
    fn mark(&mut self, words: &[Step], base: usize) {
        for word in words {
            let Step::Word(word) = word else {
                continue;
            };
            match self.said.get(*word) {
                None => {}
                Some(Has::Any(words)) => {
                    for word in words {
                        self.set(base, *word);
                    }
                }
                Some(Has::Row(words)) => {
                    let mut row = Vec::with_capacity(words.len());
                    for word in words {
                        let base = self.blank();
                        self.set(base, *word);
                        row.push(self.enter(Part::Word, base, Begins::default()));
                    }
                    let row = self.sequence(&row);
                    self.ways.push(row);
                }
            }
        }
    }

    fn set(&mut self, base: usize, word: u32) {
        if let Some(bits) = self.words.get_mut(base + word as usize / 64) {
            *bits |= 1 << (word % 64);
        }
    }

    /// What is left of a choice between the words and the ways gathered from here on.
    fn either(&mut self, base: usize, ways: usize) -> Left {
        let words = self.words.iter().skip(base).any(|bits| *bits != 0);
        match (words, self.ways.len() - ways) {
            (true, 0) => return Left::Part(self.enter(Part::Word, base, Begins::default())),
            (true, _) => {
                let word = self.enter(Part::Word, base, Begins::default());
                let word = self.sequence(&[word]);
                self.ways.push(word);
            }
            (false, _) => self.words.truncate(base),
        }
        match self.ways.len() - ways {
            0 => Left::Gone,
            1 => self.ways.pop().map_or(Left::Gone, Left::Way),
            _ => Left::Part(self.choice(ways)),
        }
    }

    /// The part for a choice between the ways gathered from here on.
    fn choice(&mut self, ways: usize) -> PartId {
        let ways = self.ways.split_off(ways);
        let base = self.blank();
        let mut begins = Begins::default();
        for way in &ways {
            let own = self.begin_with(way, base);
            begins.any |= own.any;
            begins.empty |= own.empty;
        }
        let from = small(self.excerpt.ways.len());
        self.excerpt.ways.extend(ways);
        let to = small(self.excerpt.ways.len());
        self.enter(Part::OneOf(from..to), base, begins)
    }

    fn sequence(&mut self, parts: &[PartId]) -> Sequence {
        let from = small(self.excerpt.sequences.len());
        self.excerpt.sequences.extend(parts);
        from..small(self.excerpt.sequences.len())
    }

    /// Adds what a sequence can begin with to the words gathered from `base` on.
    fn begin_with(&mut self, sequence: &Sequence, base: usize) -> Begins {
        let mut all = Begins {
            any: false,
            empty: true,
        };
        for at in sequence.clone() {
            let Some(part) = self.excerpt.sequences.get(at as usize).copied() else {
                break;
            };
            let own = self.add_firsts(part, base);
            all.any |= own.any;
            if !own.empty {
                all.empty = false;
                break;
            }
        }
        all
    }

    fn add_firsts(&mut self, part: PartId, base: usize) -> Begins {
        let own = self.excerpt.begun_with(part);
        for (all, own) in self.words.iter_mut().skip(base).zip(own) {
            *all |= own;
        }
        self.excerpt
            .begins
            .get(part as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Room for words to be gathered in, from the place this tells.
    fn blank(&mut self) -> usize {
        let base = self.words.len();
        self.words.resize(base + self.excerpt.wide, 0);
        base
    }

    /// Adds a part that can begin with the words gathered from `base` on.
    fn enter(&mut self, part: Part, base: usize, begins: Begins) -> PartId {
        let own = self
            .words
            .get(base..base + self.excerpt.wide)
            .unwrap_or_default();
        self.excerpt.words.extend(own);
        self.words.truncate(base);
        self.excerpt.begins.push(begins);
        self.excerpt.parts.push(part);
        small(self.excerpt.parts.len() - 1)
    }
}
