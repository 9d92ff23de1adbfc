//! Which sets of words a word belongs to.

use std::collections::HashMap;

/// A word as a lexicon gives it: whole, or its beginning, or its end.
pub(super) type WordId = u32;
/// A set of such words.
pub(super) type SetId = u32;

/// The words of a lexicon, and the sets they are in.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    whole: HashMap<String, WordId>,
    begins: Parts,
    ends: Parts,
    /// For each word its sets, in order.
    sets: Vec<Vec<SetId>>,
    known: HashMap<Vec<WordId>, SetId>,
}

/// Beginnings or ends of words, by their letters.
#[derive(Debug, Clone, Default)]
struct Parts {
    words: HashMap<String, WordId>,
    /// A bit for each length there is, in bytes; the last is for all that are longer.
    lengths: u64,
}

impl Parts {
    fn get(&self, part: &str) -> Option<WordId> {
        let there = self.lengths & length(part) != 0;
        there.then(|| self.words.get(part).copied()).flatten()
    }
}

fn length(part: &str) -> u64 {
    1 << part.len().min(63)
}

impl Vocabulary {
    /// Whether any phrase has this very word.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.whole.contains_key(word)
    }

    pub(super) fn whole(&mut self, word: &str) -> WordId {
        entered(&mut self.whole, &mut self.sets, word)
    }

    pub(super) fn beginning(&mut self, part: &str) -> WordId {
        self.begins.lengths |= length(part);
        entered(&mut self.begins.words, &mut self.sets, part)
    }

    pub(super) fn end(&mut self, part: &str) -> WordId {
        self.ends.lengths |= length(part);
        entered(&mut self.ends.words, &mut self.sets, part)
    }

    /// The set of these words; the same words are the same set.
    pub(super) fn set(&mut self, mut words: Vec<WordId>) -> SetId {
        words.sort_unstable();
        words.dedup();
        if let Some(set) = self.known.get(&words) {
            return *set;
        }
        let set = number(self.known.len());
        for word in &words {
            if let Some(sets) = self.sets.get_mut(*word as usize) {
                sets.push(set);
            }
        }
        self.known.insert(words, set);
        set
    }

    /// How many sets there are.
    pub(super) fn sets(&self) -> usize {
        self.known.len()
    }

    /// Adds the sets a word belongs to, in order.
    pub(super) fn sets_of(&self, word: &str, all: &mut Vec<SetId>) {
        let from = all.len();
        let mut add = |id: Option<WordId>| {
            let sets = id.and_then(|id| self.sets.get(id as usize));
            all.extend(sets.into_iter().flatten());
        };
        add(self.whole.get(word).copied());
        if self.begins.lengths != 0 || self.ends.lengths != 0 {
            for (at, _) in word.char_indices().skip(1) {
                let (head, tail) = word.split_at(at);
                add(self.begins.get(head));
                add(self.ends.get(tail));
            }
            add(self.begins.get(word));
        }
        let mut own = all.split_off(from);
        own.sort_unstable();
        own.dedup();
        all.append(&mut own);
    }
}

fn entered(table: &mut HashMap<String, WordId>, sets: &mut Vec<Vec<SetId>>, word: &str) -> WordId {
    if let Some(id) = table.get(word) {
        return *id;
    }
    let id = number(sets.len());
    sets.push(Vec::new());
    table.insert(word.to_owned(), id);
    id
}

/// A number for the next of so many; a lexicon has far fewer than there are numbers.
pub(super) fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
