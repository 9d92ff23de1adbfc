//! Patterns with their classes put in place.

use super::{Entries, File, Located, Report};
use crate::content::{
    diagnostic::quoted,
    model::lexicon::{Phrase, Piece},
    pattern::{self, Misread, Part, Sequence, Spelled},
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most pieces of one pattern once its classes are in place.
const LARGEST: usize = 4_000;
/// Most pieces of everything that is listened for.
const LARGEST_LEXICON: usize = 80_000;
/// Most classes inside each other.
const DEEPEST: usize = 24;

/// The classes known so far, and how much room is left.
#[derive(Clone)]
pub(super) struct Phrases {
    classes: BTreeMap<String, Class>,
    room: usize,
}

impl Default for Phrases {
    fn default() -> Self {
        Self {
            classes: BTreeMap::new(),
            room: LARGEST_LEXICON,
        }
    }
}

#[derive(Clone)]
struct Class {
    phrase: Arc<Phrase>,
    size: usize,
    /// How many classes stand inside each other here, itself included.
    depth: usize,
}

impl Phrases {
    /// Adds the classes of a file. A class may name those above it.
    pub(super) fn add(&mut self, file: &File, written: &Entries<String>, report: &mut Report) {
        for (name, pattern) in &written.0 {
            let mut size = 0;
            let mut phrase = self.phrase(file, pattern, &mut size, report);
            let depth = 1 + self.depth(pattern);
            if depth > DEEPEST {
                let what = "too many classes inside each other";
                let help = format!("{DEEPEST} is the most.");
                report.at(file, pattern, what, help);
                phrase = Phrase::new();
            }
            let class = Class {
                phrase: Arc::new(phrase),
                size,
                depth: depth.min(DEEPEST),
            };
            if self.classes.insert(name.value.clone(), class).is_some() {
                let what = format!("the class {} is here twice", quoted(name));
                report.at(file, name, what, None);
            }
        }
    }

    /// How deep the classes are that a pattern names.
    fn depth(&self, pattern: &str) -> usize {
        let name = |c: char| c.is_alphanumeric() || c == '_';
        let named = pattern.split('@').skip(1);
        let named = named.filter_map(|rest| rest.split(|c| !name(c)).next());
        let classes = named.filter_map(|name| self.classes.get(name));
        classes.map(|class| class.depth).max().unwrap_or_default()
    }

    /// These classes, and those of one family beside them.
    pub(super) fn with(
        &self,
        file: &File,
        own: Option<&Entries<String>>,
        report: &mut Report,
    ) -> Self {
        let mut both = self.clone();
        if let Some(own) = own {
            both.add(file, own, report);
        }
        both
    }

    /// These patterns.
    pub(super) fn all(
        &mut self,
        file: &File,
        patterns: &[Located<String>],
        report: &mut Report,
    ) -> Vec<Phrase> {
        let mut all = Vec::new();
        for pattern in patterns {
            let mut size = 0;
            all.push(self.phrase(file, pattern, &mut size, report));
            match self.room.checked_sub(size) {
                Some(room) => self.room = room,
                None => report.at(file, pattern, "there is too much in this lexicon", None),
            }
        }
        all
    }

    fn phrase(
        &self,
        file: &File,
        pattern: &Located<String>,
        size: &mut usize,
        report: &mut Report,
    ) -> Phrase {
        let read = match pattern::read(pattern) {
            Ok(read) => read,
            Err(misread) => {
                let (what, help) = told(&misread);
                report.at(file, pattern, what, help.to_owned());
                return Vec::new();
            }
        };
        let place = Place {
            file,
            pattern,
            phrases: self,
        };
        let phrase = read
            .into_iter()
            .map(|one| place.sequence(one, size, report));
        let phrase = phrase.collect();
        if *size > LARGEST {
            let what = "this pattern is too large once its classes are in place";
            let help = format!("it comes to {size} pieces; {LARGEST} is the most.");
            report.at(file, pattern, what, help);
            return Vec::new();
        }
        phrase
    }
}

/// Where a pattern stands.
struct Place<'a> {
    file: &'a File,
    pattern: &'a Located<String>,
    phrases: &'a Phrases,
}

impl Place<'_> {
    fn sequence(&self, mut parts: Sequence, size: &mut usize, report: &mut Report) -> Vec<Piece> {
        // Words that stand for each other are one step to whoever listens, however many there are.
        if let [Part::Word(words)] = parts.as_mut_slice() {
            *size = size.saturating_add(words.iter().map(hyphens).sum());
            return vec![Piece::Word(std::mem::take(words))];
        }
        let pieces = parts.into_iter().map(|part| self.piece(part, size, report));
        pieces.collect()
    }

    fn piece(&self, part: Part, size: &mut usize, report: &mut Report) -> Piece {
        *size = size.saturating_add(match &part {
            Part::Gap(words) => usize::from(*words),
            // A word with hyphens is as long as the words in it.
            Part::Word(words) => 1 + words.iter().map(hyphens).sum::<usize>(),
            _ => 1,
        });
        match part {
            Part::Word(words) => Piece::Word(words),
            Part::Class(name) => match self.phrases.classes.get(&name) {
                Some(class) => {
                    *size = size.saturating_add(class.size);
                    Piece::Phrase(Arc::clone(&class.phrase))
                }
                None => {
                    let what = format!("there is no class called {}", quoted(&name));
                    let names = self.phrases.classes.keys().map(String::as_str);
                    report.no_such(self.file, self.pattern, what, "classes above it", names);
                    Piece::Any
                }
            },
            Part::OneOf(all) => {
                let all = all.into_iter().map(|one| self.sequence(one, size, report));
                Piece::Phrase(Arc::new(all.collect()))
            }
            Part::Any => Piece::Any,
            Part::Gap(words) => Piece::Gap(words),
            Part::Rest => Piece::Rest,
            Part::Comma => Piece::Comma,
            Part::Edge(edge) => Piece::Edge(edge),
            Part::Maybe(part) => Piece::Maybe(Box::new(self.piece(*part, size, report))),
            Part::Repeated(part) => Piece::Repeated(Box::new(self.piece(*part, size, report))),
        }
    }
}

fn hyphens(word: &Spelled) -> usize {
    match word {
        Spelled::Whole(word) => word.matches('-').count(),
        Spelled::Begins(_) | Spelled::Ends(_) => 0,
    }
}

fn told(misread: &Misread) -> (String, &'static str) {
    match misread {
        Misread::Empty => (
            "there are no words in this pattern, or in a part of it".to_owned(),
            "words stand on both sides of every |.",
        ),
        Misread::Unpaired => (
            "a parenthesis has no other half".to_owned(),
            "every ( needs its ).",
        ),
        Misread::TooDeep => (
            "too many parentheses inside each other".to_owned(),
            "give the inner part a name in `classes`.",
        ),
        Misread::TooLong => (
            format!("this pattern has more than {} parts", pattern::LONGEST),
            "make two of it.",
        ),
        Misread::Dangling(sign) => (
            format!("there is no word before this {sign}"),
            "? and * follow a word, a @class or a parenthesis.",
        ),
        Misread::Unclear(piece) => (
            format!("{} is no word", quoted(piece)),
            "words, a/b, apolog-, -ly, @class, ( | ), .., ..3, ..., _, a comma, ^, ^^ and $ can stand here.",
        ),
        Misread::Gap(gap) => (
            format!("{} is no gap", quoted(gap)),
            "a gap is .. or ..1 to ..12 words.",
        ),
    }
}
