//! What every single pattern of a lexicon hears in a text.
//!
//! First what is left alone is heard and set aside (refusals, limits, owned guesses, what others said), then the
//! cues among the rest.

use super::excerpt::{Cutter, Excerpt};
use super::glossary::{Glossary, Said};
use super::reading::Reading;
use super::words::{Kind, Token};
use crate::content::lexicon::{Lexicon, Spelling};
use crate::content::phrases::{Phrase, Phrases};
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

/// Phrases that can be listened for: with a text, what of them can be in it.
#[derive(Debug, Clone)]
pub(super) struct Listener {
    phrases: Phrases,
    glossary: Glossary,
}

/// A text, and what is said in it.
pub(super) struct Words {
    pub(super) tokens: Vec<Token>,
    said: Said,
}

impl Listener {
    pub(super) fn new(phrases: Phrases, spelling: &Spelling) -> Self {
        Self {
            glossary: Glossary::new(spelling, &phrases.words),
            phrases,
        }
    }

    pub(super) fn words(&self, text: &str) -> Words {
        let tokens = self.glossary.tokens(text, &self.phrases.words);
        Words {
            said: self.glossary.said(&tokens, &self.phrases.words),
            tokens,
        }
    }

    pub(super) fn cutter<'a>(&'a self, words: &'a Words) -> Cutter<'a> {
        Cutter::new(&self.phrases, &words.said)
    }

    pub(super) fn reading<'a>(&self, words: &Words, excerpt: &'a Excerpt) -> Reading<'a> {
        Reading::new(excerpt, &words.said, &words.tokens, &self.glossary.speller)
    }
}

/// A lexicon that can be listened with.
#[derive(Debug, Clone)]
pub(super) struct Ears {
    listener: Listener,
    /// What is left alone, what speaks against a cue, and glints.
    asides: Vec<(Aside, Phrase)>,
    /// For each leave, the families that leave its words alone, as bits.
    deaf: Vec<u16>,
    /// The cues.
    says: Vec<(Says, Phrase)>,
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
    /// Ears for what a lexicon listens for; `phrases` are its own.
    pub(super) fn new(lexicon: &Lexicon, phrases: Phrases) -> Self {
        let mut says = Vec::new();
        let mut asides = Vec::new();
        for (family, one) in lexicon.families.iter().enumerate() {
            for (cue, listens) in one.cues.iter().enumerate() {
                says.extend(numbered(&listens.says, |pattern| Says {
                    family,
                    cue,
                    pattern,
                }));
                asides.extend(numbered(&listens.unless, |_| Aside::Unless { family, cue }));
            }
        }
        for (leave, left) in lexicon.leave.iter().enumerate() {
            asides.extend(numbered(&left.says, |pattern| Aside::Leave {
                leave,
                pattern,
            }));
        }
        for (glint, listens) in lexicon.glints.iter().enumerate() {
            asides.extend(numbered(&listens.says, |pattern| Aside::Glint {
                glint,
                pattern,
            }));
        }
        let by = |by: &[usize]| by.iter().fold(0, |bits, family| bits | bit(*family));
        Self {
            listener: Listener::new(phrases, &lexicon.spelling),
            asides,
            deaf: lexicon.leave.iter().map(|leave| by(&leave.by)).collect(),
            says,
        }
    }

    /// What is heard in a text.
    pub(super) fn hear(&self, text: &str) -> Hearing {
        let words = self.listener.words(text);
        let mut cutter = self.listener.cutter(&words);
        let first = cutter.rules(self.asides.iter().map(|(_, phrase)| *phrase));
        let second = cutter.rules(self.says.iter().map(|(_, phrase)| *phrase));
        let excerpt = cutter.finished();
        let mut reading = self.listener.reading(&words, &excerpt);
        let mut deaf = vec![0_u16; words.tokens.len()];
        let mut asides = Vec::new();
        for heard in reading.listen(&first, |_, _| true) {
            let Some((aside, _)) = self.asides.get(heard.phrase) else {
                continue;
            };
            asides.push(*aside);
            if let Aside::Leave { leave, .. } = aside {
                let bits = self.deaf.get(*leave).copied().unwrap_or_default();
                for token in deaf.get_mut(heard.at).into_iter().flatten() {
                    *token |= bits;
                }
            }
        }
        let open = |phrase: usize, at: Range<usize>| {
            let says = self.says.get(phrase);
            let bit = says.map_or(0, |(says, _)| bit(says.family));
            let tokens = deaf.get(at).unwrap_or_default();
            tokens.iter().all(|deaf| deaf & bit == 0)
        };
        let cues = reading.listen(&second, open).into_iter();
        let cues = cues.filter_map(|heard| Some((self.says.get(heard.phrase)?.0, heard.at)));
        Hearing {
            cues: cues.collect(),
            asides,
            tokens: words.tokens,
        }
    }

    /// How many tokens a text has, how much there is to try at each, and how often something was tried.
    #[cfg(test)]
    pub(super) fn work(&self, text: &str) -> (usize, usize, usize) {
        let words = self.listener.words(text);
        let mut cutter = self.listener.cutter(&words);
        let rules = cutter.rules(self.says.iter().map(|(_, phrase)| *phrase));
        let excerpt = cutter.finished();
        let mut reading = self.listener.reading(&words, &excerpt);
        reading.listen(&rules, |_, _| true);
        (words.tokens.len(), excerpt.size(), reading.tried)
    }

    /// Every cue that would be heard if nothing were left alone.
    pub(super) fn overhear(&self, text: &str) -> Vec<Says> {
        let words = self.listener.words(text);
        let mut cutter = self.listener.cutter(&words);
        let rules = cutter.rules(self.says.iter().map(|(_, phrase)| *phrase));
        let excerpt = cutter.finished();
        let heard = self
            .listener
            .reading(&words, &excerpt)
            .listen(&rules, |_, _| true);
        let says = heard.iter().filter_map(|heard| self.says.get(heard.phrase));
        says.map(|(says, _)| *says).collect()
    }
}

/// Phrases, each with its name.
fn numbered<'a, P>(
    says: &'a [Phrase],
    name: impl Fn(usize) -> P + 'a,
) -> impl Iterator<Item = (P, Phrase)> + 'a {
    let says = says.iter().enumerate();
    says.map(move |(pattern, phrase)| (name(pattern), *phrase))
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
