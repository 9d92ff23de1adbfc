//! What every single pattern of a lexicon hears in a text.
//!
//! First what is left alone is heard and set aside (refusals, limits, owned guesses, what others said), then the
//! cues among the rest.

use super::grammar::{Builder, Grammar};
use super::machine::{Heard, Machine, Rule};
use super::reading::Reading;
use super::words::{Kind, Speller, Token};
use crate::content::lexicon::{Lexicon, Phrase};
use std::ops::Range;

/// A pattern of a cue, by places in the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Says {
    pub(super) family: usize,
    pub(super) cue: usize,
    pub(super) pattern: usize,
}

/// A pattern that is heard before the cues, by places in the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aside {
    /// Words that are left alone.
    Leave { leave: usize, pattern: usize },
    /// Something that speaks against a cue.
    Unless { family: usize, cue: usize },
    /// A glint.
    Glint { glint: usize, pattern: usize },
}

/// A lexicon that can be listened with.
#[derive(Debug, Clone)]
pub(super) struct Ears {
    speller: Speller,
    grammar: Grammar,
    /// What is left alone, what speaks against a cue, and glints.
    first: Machine,
    asides: Vec<Aside>,
    /// For each leave, the families that leave its words alone.
    deaf: Vec<u16>,
    /// The cues.
    second: Machine,
    says: Vec<Says>,
}

/// A text that was listened to.
pub(super) struct Hearing {
    pub(super) tokens: Vec<Token>,
    /// What was heard before the cues.
    pub(super) asides: Vec<Aside>,
    /// Which cues were heard among the words that their families don't leave alone, and where, in tokens.
    pub(super) cues: Vec<(Says, Range<usize>)>,
}

impl Ears {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let speller = Speller::new(&lexicon.spelling);
        let mut said = Patterns::default();
        let mut aside = Patterns::default();
        for (family, one) in lexicon.families.iter().enumerate() {
            for (cue, listens) in one.cues.iter().enumerate() {
                said.add(&listens.says, bit(family), |pattern| Says {
                    family,
                    cue,
                    pattern,
                });
                aside.add(&listens.unless, 0, |_| Aside::Unless { family, cue });
            }
        }
        for (leave, left) in lexicon.leave.iter().enumerate() {
            aside.add(&left.says, 0, |pattern| Aside::Leave { leave, pattern });
        }
        for (glint, listens) in lexicon.glints.iter().enumerate() {
            aside.add(&listens.says, 0, |pattern| Aside::Glint { glint, pattern });
        }
        let by = |by: &[usize]| by.iter().fold(0, |bits, family| bits | bit(*family));
        let mut builder = Builder::new(&speller);
        Self {
            first: Machine::new(&mut builder, aside.rules),
            asides: aside.places,
            deaf: lexicon.leave.iter().map(|leave| by(&leave.by)).collect(),
            second: Machine::new(&mut builder, said.rules),
            says: said.places,
            grammar: builder.finished(),
            speller,
        }
    }

    /// What is heard in a text.
    pub(super) fn hear(&self, text: &str) -> Hearing {
        let tokens = self.tokens(text);
        let mut reading = Reading::new(&self.grammar, &self.speller, &tokens);
        let mut deaf = vec![0_u16; tokens.len()];
        let mut asides = Vec::new();
        for Heard { rule, at } in self.first.listen(&mut reading, &[]) {
            let Some(aside) = self.asides.get(rule) else {
                continue;
            };
            asides.push(*aside);
            if let Aside::Leave { leave, .. } = aside {
                let bits = self.deaf.get(*leave).copied().unwrap_or_default();
                for token in deaf.get_mut(at).into_iter().flatten() {
                    *token |= bits;
                }
            }
        }
        Hearing {
            cues: self.cues(&mut reading, &deaf),
            asides,
            tokens,
        }
    }

    /// How many tokens a text has, how much there is to try at each, and how often something was tried.
    #[cfg(test)]
    pub(super) fn work(&self, text: &str) -> (usize, usize, usize) {
        let tokens = self.tokens(text);
        let mut reading = Reading::new(&self.grammar, &self.speller, &tokens);
        self.first.listen(&mut reading, &[]);
        self.second.listen(&mut reading, &[]);
        let size = self.grammar.size() + self.first.size() + self.second.size();
        (tokens.len(), size, reading.tried)
    }

    /// Every cue that would be heard if nothing were left alone.
    pub(super) fn overhear(&self, text: &str) -> Vec<Says> {
        let tokens = self.tokens(text);
        let mut reading = Reading::new(&self.grammar, &self.speller, &tokens);
        let cues = self.cues(&mut reading, &[]);
        cues.into_iter().map(|(says, _)| says).collect()
    }

    fn cues(&self, reading: &mut Reading<'_>, deaf: &[u16]) -> Vec<(Says, Range<usize>)> {
        let heard = self.second.listen(reading, deaf).into_iter();
        heard
            .filter_map(|heard| Some((*self.says.get(heard.rule)?, heard.at)))
            .collect()
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        let knows = |word: &str| self.grammar.vocabulary.knows(word);
        self.speller.tokens(text, knows)
    }
}

/// Patterns on their way into a machine; each is a rule of its own.
struct Patterns<'a, P> {
    rules: Vec<(Rule, &'a Phrase)>,
    places: Vec<P>,
}

impl<P> Default for Patterns<'_, P> {
    fn default() -> Self {
        Self {
            rules: Vec::new(),
            places: Vec::new(),
        }
    }
}

impl<'a, P> Patterns<'a, P> {
    fn add(&mut self, says: &'a [Phrase], bit: u16, place: impl Fn(usize) -> P) {
        for (pattern, phrase) in says.iter().enumerate() {
            let number = self.places.len();
            self.rules.push((Rule { number, bit }, phrase));
            self.places.push(place(pattern));
        }
    }
}

fn bit(family: usize) -> u16 {
    u32::try_from(family)
        .ok()
        .and_then(|family| 1_u16.checked_shl(family))
        .unwrap_or(0)
}

/// Whether the sentence that goes on at `from` ends with a question mark.
pub(super) fn is_asked(tokens: &[Token], from: usize) -> bool {
    let rest = tokens.get(from..).unwrap_or_default();
    let end = rest.iter().find_map(|token| match token.kind {
        Kind::Stop { asked } => Some(asked),
        _ => None,
    });
    end == Some(true)
}
