//! Which of the words that patterns write stand in a text, however both are typed.

use super::words::{Speller, Token};
use crate::content::lexicon::Spelling;
use crate::content::phrases::{WordId, Words};
use std::collections::HashMap;

/// The words of a lexicon, as texts are read.
#[derive(Debug, Clone)]
pub(super) struct Glossary {
    pub(super) speller: Speller,
    /// Words that are read as another one, by that.
    same: HashMap<String, Vec<WordId>>,
    /// Words that are read as several.
    rows: Vec<(WordId, Vec<String>)>,
    begins: Parts,
    ends: Parts,
}

/// Beginnings or ends of words, by their letters.
#[derive(Debug, Clone, Default)]
struct Parts {
    words: HashMap<String, WordId>,
    /// A bit for each length there is, in bytes; the last is for all that are longer.
    lengths: u64,
}

impl Parts {
    fn add(&mut self, part: &str, word: WordId) {
        self.lengths |= length(part);
        self.words.insert(part.to_owned(), word);
    }

    fn get(&self, part: &str) -> Option<WordId> {
        let there = self.lengths & length(part) != 0;
        there.then(|| self.words.get(part).copied()).flatten()
    }
}

fn length(part: &str) -> u64 {
    1 << part.len().min(63)
}

/// The words of a text, each told by a number of its own.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// For each token its word, if it is one.
    pub(super) tokens: Vec<Option<u32>>,
    /// How many different words there are.
    pub(super) words: usize,
    /// For each word of patterns the place in `has` behind which it stands; 0 if it isn't in the text.
    found: Vec<u32>,
    has: Vec<Has>,
}

/// How a word of patterns is in a text.
#[derive(Debug)]
pub(super) enum Has {
    /// As any one of these words.
    Any(Vec<u32>),
    /// As these words in a row.
    Row(Vec<u32>),
}

impl Glossary {
    pub(super) fn new(spelling: &Spelling, words: &Words) -> Self {
        let mut all = Self {
            speller: Speller::new(spelling),
            same: HashMap::new(),
            rows: Vec::new(),
            begins: Parts::default(),
            ends: Parts::default(),
        };
        for (word, id) in words.iter() {
            if let Some(part) = word.strip_suffix('-') {
                all.begins.add(part, id);
            } else if let Some(part) = word.strip_prefix('-') {
                all.ends.add(part, id);
            } else if !all.speller.stands_for_itself(word) {
                all.enter(word, id);
            }
        }
        all
    }

    /// A word that is read as something else than it is written.
    fn enter(&mut self, word: &str, id: WordId) {
        let parts = word.split('-').filter(|part| !part.is_empty());
        let mut read: Vec<String> = parts
            .flat_map(|part| self.speller.spelled(part, |_| true))
            .collect();
        match (read.len(), read.pop()) {
            (1, Some(one)) => self.same.entry(one).or_default().push(id),
            (_, Some(last)) => {
                read.push(last);
                self.rows.push((id, read));
            }
            (_, None) => {}
        }
    }

    /// A text as words and what stands between them.
    pub(super) fn tokens(&self, text: &str, words: &Words) -> Vec<Token> {
        let knows = |word: &str| words.number(word).is_some() || self.same.contains_key(word);
        self.speller.tokens(text, knows)
    }

    /// What is said in a text.
    pub(super) fn said(&self, tokens: &[Token], words: &Words) -> Said {
        let mut said = Said {
            found: vec![0; words.len()],
            ..Said::default()
        };
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        for token in tokens {
            let number = token.word().map(|word| {
                *numbers.entry(word).or_insert_with(|| {
                    let number = small(said.words);
                    said.words += 1;
                    self.mark(word, number, words, &mut said);
                    number
                })
            });
            said.tokens.push(number);
        }
        for (id, row) in &self.rows {
            let row: Option<Vec<u32>> = row
                .iter()
                .map(|word| numbers.get(word.as_str()).copied())
                .collect();
            if let Some(row) = row {
                said.add(*id, Has::Row(row));
            }
        }
        said
    }

    /// Every word of patterns that a word of a text is.
    fn mark(&self, word: &str, number: u32, words: &Words, said: &mut Said) {
        let whole = words.number(word).into_iter();
        for id in whole.chain(self.same.get(word).into_iter().flatten().copied()) {
            said.any(id, number);
        }
        for (at, _) in word.char_indices().skip(1) {
            let (head, tail) = word.split_at(at);
            let parts = [self.begins.get(head), self.ends.get(tail)];
            for id in parts.into_iter().flatten() {
                said.any(id, number);
            }
        }
        if let Some(id) = self.begins.get(word) {
            said.any(id, number);
        }
    }
}

impl Said {
    /// How a word of patterns is in the text.
    pub(super) fn get(&self, word: WordId) -> Option<&Has> {
        let found = self.found.get(word as usize).copied().unwrap_or_default();
        self.has.get((found as usize).checked_sub(1)?)
    }

    fn any(&mut self, word: WordId, number: u32) {
        let found = self.found.get(word as usize).copied().unwrap_or_default();
        let at = (found as usize).checked_sub(1);
        match at.and_then(|at| self.has.get_mut(at)) {
            Some(Has::Any(all)) => all.push(number),
            _ => self.add(word, Has::Any(vec![number])),
        }
    }

    fn add(&mut self, word: WordId, has: Has) {
        self.has.push(has);
        if let Some(found) = self.found.get_mut(word as usize) {
            *found = small(self.has.len());
        }
    }
}

/// A number of few; a text or a lexicon has far fewer than there are numbers.
pub(super) fn small(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
