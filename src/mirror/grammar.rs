//! Phrases as parts, each of which is there once however often it is used.

use super::vocabulary::{SetId, Vocabulary, WordId, number};
use super::words::Speller;
use crate::content::lexicon::{Phrase, Piece};
use crate::content::pattern::{Edge, Spelled};
use std::collections::HashMap;
use std::sync::Arc;

/// A part, by its number.
pub(super) type PartId = u32;

/// A part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// A word of this set.
    Word(SetId),
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
    /// One of these sequences.
    OneOf(Choice),
}

/// Sequences of which any one will do, parted by how they begin.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Choice {
    /// Those that begin with a word of a set, by set: the set, and what comes then.
    pub(super) by_word: Vec<(SetId, Vec<PartId>)>,
    /// The others.
    pub(super) others: Vec<Vec<PartId>>,
}

/// With what a part can begin.
#[derive(Debug, Clone, Default)]
pub(super) struct Firsts {
    /// A word of these sets.
    pub(super) sets: Vec<SetId>,
    /// Any word.
    pub(super) any: bool,
    /// It can be nothing at all.
    pub(super) empty: bool,
}

/// The parts of all phrases of a lexicon.
#[derive(Debug, Clone, Default)]
pub(super) struct Grammar {
    pub(super) vocabulary: Vocabulary,
    parts: Vec<Part>,
}

impl Grammar {
    pub(super) fn part(&self, part: PartId) -> Option<&Part> {
        self.parts.get(part as usize)
    }

    /// How much there is of it: parts, and places in their sequences.
    #[cfg(test)]
    pub(super) fn size(&self) -> usize {
        let size = |part: &Part| match part {
            Part::OneOf(choice) => {
                let words = choice.by_word.iter().map(|(_, then)| then.len() + 1);
                1 + words
                    .chain(choice.others.iter().map(Vec::len))
                    .sum::<usize>()
            }
            Part::Gap(words) => 1 + usize::from(*words),
            _ => 1,
        };
        self.parts.iter().map(size).sum()
    }
}

/// Turns phrases into parts.
pub(super) struct Builder<'a> {
    speller: &'a Speller,
    grammar: Grammar,
    known: HashMap<Part, PartId>,
    firsts: Vec<Firsts>,
    /// Words as they are written in phrases, as they are read in texts.
    spelled: HashMap<&'a str, Vec<WordId>>,
    /// Phrases that several others share, by where they live.
    shared: HashMap<*const Phrase, PartId>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(speller: &'a Speller) -> Self {
        Self {
            speller,
            grammar: Grammar::default(),
            known: HashMap::new(),
            firsts: Vec::new(),
            spelled: HashMap::new(),
            shared: HashMap::new(),
        }
    }

    pub(super) fn finished(self) -> Grammar {
        self.grammar
    }

    pub(super) fn part(&self, part: PartId) -> Option<&Part> {
        self.grammar.part(part)
    }

    /// A phrase as sequences; all its single words are one of them.
    pub(super) fn sequences(&mut self, phrase: &'a Phrase) -> Vec<Vec<PartId>> {
        let (set, mut others) = self.folded(phrase);
        if let Some(set) = set {
            others.push(vec![self.enter(Part::Word(set))]);
        }
        others
    }

    /// With what a sequence can begin.
    pub(super) fn firsts(&self, sequence: &[PartId]) -> Firsts {
        let mut all = Firsts {
            empty: true,
            ..Firsts::default()
        };
        for part in sequence {
            let Some(own) = self.firsts.get(*part as usize) else {
                break;
            };
            all.sets.extend(&own.sets);
            all.any |= own.any;
            if !own.empty {
                all.empty = false;
                break;
            }
        }
        all
    }

    fn enter(&mut self, part: Part) -> PartId {
        if let Some(id) = self.known.get(&part) {
            return *id;
        }
        let id = number(self.grammar.parts.len());
        self.firsts.push(self.firsts_of(&part));
        self.grammar.parts.push(part.clone());
        self.known.insert(part, id);
        id
    }

    fn firsts_of(&self, part: &Part) -> Firsts {
        let mut firsts = Firsts::default();
        match part {
            Part::Word(set) => firsts.sets.push(*set),
            Part::Any => firsts.any = true,
            Part::Gap(_) | Part::Rest => (firsts.any, firsts.empty) = (true, true),
            Part::Comma | Part::Edge(_) => firsts.empty = true,
            Part::Maybe(inner) | Part::Repeated(inner) => {
                firsts = self.firsts(&[*inner]);
                firsts.empty = true;
            }
            Part::OneOf(choice) => {
                firsts
                    .sets
                    .extend(choice.by_word.iter().map(|(set, _)| *set));
                for other in &choice.others {
                    let own = self.firsts(other);
                    firsts.sets.extend(own.sets);
                    firsts.any |= own.any;
                    firsts.empty |= own.empty;
                }
                firsts.sets.sort_unstable();
                firsts.sets.dedup();
            }
        }
        firsts
    }

    fn sequence(&mut self, pieces: &'a [Piece]) -> Vec<PartId> {
        let mut sequence = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let part = self.piece(piece);
            // What is one sequence anyway needs no parentheses, so that phrases share their beginnings.
            match self.only_sequence(part) {
                Some(only) => sequence.extend(only),
                None => sequence.push(part),
            }
        }
        sequence
    }

    fn piece(&mut self, piece: &'a Piece) -> PartId {
        let part = match piece {
            Piece::Word(words) => {
                let (mut singles, mut others) = (Vec::new(), Vec::new());
                self.words(words, &mut singles, &mut others);
                return self.one_of(singles, others);
            }
            Piece::Phrase(phrase) => {
                let key = Arc::as_ptr(phrase);
                if let Some(part) = self.shared.get(&key) {
                    return *part;
                }
                let (set, others) = self.folded(phrase);
                let part = self.either(set, others);
                self.shared.insert(key, part);
                return part;
            }
            Piece::Any => Part::Any,
            Piece::Gap(words) => Part::Gap(*words),
            Piece::Rest => Part::Rest,
            Piece::Comma => Part::Comma,
            Piece::Edge(edge) => Part::Edge(*edge),
            Piece::Maybe(inner) => Part::Maybe(self.piece(inner)),
            Piece::Repeated(inner) => Part::Repeated(self.piece(inner)),
        };
        self.enter(part)
    }

    fn one_of(&mut self, singles: Vec<WordId>, others: Vec<Vec<PartId>>) -> PartId {
        let set = (!singles.is_empty()).then(|| self.grammar.vocabulary.set(singles));
        self.either(set, others)
    }

    fn either(&mut self, set: Option<SetId>, sequences: Vec<Vec<PartId>>) -> PartId {
        match (set, sequences.as_slice()) {
            (Some(set), []) => return self.enter(Part::Word(set)),
            (None, [one]) if one.len() == 1 => return one.first().copied().unwrap_or_default(),
            _ => {}
        }
        let mut by_word: Vec<_> = set.map(|set| (set, Vec::new())).into_iter().collect();
        let mut others = Vec::new();
        for sequence in sequences {
            let first = sequence.first().and_then(|part| self.part(*part));
            match (first, sequence.split_first()) {
                (Some(Part::Word(set)), Some((_, then))) => by_word.push((*set, then.to_vec())),
                _ => others.push(sequence),
            }
        }
        by_word.sort_unstable();
        by_word.dedup();
        self.enter(Part::OneOf(Choice { by_word, others }))
    }

    /// The sequence of a choice that is none.
    fn only_sequence(&self, part: PartId) -> Option<Vec<PartId>> {
        let Some(Part::OneOf(choice)) = self.part(part) else {
            return None;
        };
        match (choice.by_word.as_slice(), choice.others.as_slice()) {
            ([(set, then)], []) => {
                let word = self.known.get(&Part::Word(*set))?;
                Some(std::iter::once(*word).chain(then.iter().copied()).collect())
            }
            ([], [only]) => Some(only.clone()),
            _ => None,
        }
    }

    /// Parts a phrase into single words, which become one set, and the rest.
    fn folded(&mut self, phrase: &'a Phrase) -> (Option<SetId>, Vec<Vec<PartId>>) {
        let (mut singles, mut others) = (Vec::new(), Vec::new());
        self.fold(phrase, &mut singles, &mut others);
        let set = (!singles.is_empty()).then(|| self.grammar.vocabulary.set(singles));
        (set, others)
    }

    fn fold(
        &mut self,
        phrase: &'a Phrase,
        singles: &mut Vec<WordId>,
        others: &mut Vec<Vec<PartId>>,
    ) {
        for sequence in phrase {
            match sequence.as_slice() {
                [Piece::Word(words)] => self.words(words, singles, others),
                [Piece::Phrase(inner)] => self.fold(inner, singles, others),
                pieces => others.push(self.sequence(pieces)),
            }
        }
    }

    fn words(
        &mut self,
        words: &'a [Spelled],
        singles: &mut Vec<WordId>,
        others: &mut Vec<Vec<PartId>>,
    ) {
        for word in words {
            match word {
                Spelled::Begins(part) => singles.push(self.grammar.vocabulary.beginning(part)),
                Spelled::Ends(part) => singles.push(self.grammar.vocabulary.end(part)),
                Spelled::Whole(word) => match self.read(word).as_slice() {
                    [one] => singles.push(*one),
                    several => {
                        let several = several.to_vec();
                        others.push(self.in_a_row(&several));
                    }
                },
            }
        }
    }

    fn in_a_row(&mut self, words: &[WordId]) -> Vec<PartId> {
        let words = words.iter().map(|word| {
            let set = self.grammar.vocabulary.set(vec![*word]);
            self.enter(Part::Word(set))
        });
        words.collect()
    }

    /// A word of the lexicon as texts are read: one, or the several it stands for.
    fn read(&mut self, written: &'a str) -> &Vec<WordId> {
        let (speller, vocabulary) = (self.speller, &mut self.grammar.vocabulary);
        self.spelled.entry(written).or_insert_with(|| {
            let parts = written.split('-').filter(|part| !part.is_empty());
            let words = parts.flat_map(|part| speller.spelled(part, |_| true));
            words.map(|word| vocabulary.whole(&word)).collect()
        })
    }
}
