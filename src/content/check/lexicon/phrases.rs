//! Patterns with their classes put in place.

use super::{Entries, File, Located, Report};
use crate::content::{
    diagnostic::quoted,
    pattern::{self, Misread},
    phrases::{Phrase, Phrases},
};
use std::collections::BTreeMap;

/// Most pieces of one pattern once its classes are in place.
const LARGEST: usize = 4_000;
/// Most pieces of everything that is listened for in one file.
const LARGEST_LEXICON: usize = 80_000;
/// Most classes inside each other.
const DEEPEST: usize = 24;

/// Patterns being read.
pub(super) struct Reader {
    pub(super) phrases: Phrases,
    /// Classes known everywhere, and those of the file that is read.
    shared: Classes,
    own: Classes,
    /// How many pieces there is room for in this file.
    room: usize,
}

type Classes = BTreeMap<String, Class>;

#[derive(Clone, Copy)]
struct Class {
    phrase: Phrase,
    size: usize,
    /// How many classes stand inside each other here, itself included.
    depth: usize,
}

impl Reader {
    pub(super) fn new() -> Self {
        Self {
            phrases: Phrases::with_room(),
            shared: Classes::new(),
            own: Classes::new(),
            room: LARGEST_LEXICON,
        }
    }

    /// Adds classes that every file may name.
    pub(super) fn share(&mut self, file: &File, written: &Entries<String>, report: &mut Report) {
        self.begin(file, Some(written), report);
        self.shared = std::mem::take(&mut self.own);
    }

    /// Goes on to another file, with classes of its own. A class may name those above it.
    pub(super) fn begin(
        &mut self,
        file: &File,
        written: Option<&Entries<String>>,
        report: &mut Report,
    ) {
        self.own.clear();
        self.room = LARGEST_LEXICON;
        for (name, pattern) in written.into_iter().flat_map(|written| &written.0) {
            let Some(mut class) = self.class(file, pattern, report) else {
                continue;
            };
            class.depth += 1;
            if class.depth > DEEPEST {
                let what = "too many classes inside each other";
                let help = format!("{DEEPEST} is the most.");
                report.at(file, pattern, what, help);
            }
            if self.find(name).is_some() {
                let what = format!("the class {} is here twice", quoted(name));
                report.at(file, name, what, None);
            }
            self.own.insert(name.value.clone(), class);
        }
    }

    fn find(&self, name: &str) -> Option<Class> {
        self.own
            .get(name)
            .or_else(|| self.shared.get(name))
            .copied()
    }

    /// These patterns. What could not be read is told, and left out.
    pub(super) fn all(
        &mut self,
        file: &File,
        patterns: &[Located<String>],
        report: &mut Report,
    ) -> Vec<Phrase> {
        let mut all = Vec::with_capacity(patterns.len());
        for pattern in patterns {
            let Some(read) = self.class(file, pattern, report) else {
                continue;
            };
            all.push(read.phrase);
            match self.room.checked_sub(read.size) {
                Some(left) => self.room = left,
                None => report.at(file, pattern, "there is too much in this lexicon", None),
            }
        }
        all
    }

    /// A pattern, how large it is once its classes are in place, and how deep they are.
    fn class(
        &mut self,
        file: &File,
        pattern: &Located<String>,
        report: &mut Report,
    ) -> Option<Class> {
        let (own, shared) = (&self.own, &self.shared);
        let (mut size, mut inner, mut depth) = (0, 0_usize, 0);
        let mut unknown = Vec::new();
        let named = |name: &str| match own.get(name).or_else(|| shared.get(name)) {
            Some(class) => {
                inner = inner.saturating_add(class.size);
                depth = depth.max(class.depth);
                class.phrase
            }
            None => {
                unknown.push(name.to_owned());
                Phrase::default()
            }
        };
        let read = pattern::read(pattern, &mut self.phrases, &mut size, named);
        let size = size.saturating_add(inner);
        for name in unknown {
            let what = format!("there is no class called {}", quoted(&name));
            let mut names: Vec<&str> = own
                .keys()
                .chain(shared.keys())
                .map(String::as_str)
                .collect();
            names.sort_unstable();
            report.no_such(file, pattern, what, "classes above it", names);
        }
        let told = match read {
            Ok(phrase) if size <= LARGEST => {
                return Some(Class {
                    phrase,
                    size,
                    depth,
                });
            }
            Ok(_) => (
                "this pattern is too large once its classes are in place".to_owned(),
                format!("it comes to {size} pieces; {LARGEST} is the most."),
            ),
            Err(misread) => {
                let (what, help) = told(&misread);
                (what, help.to_owned())
            }
        };
        report.at(file, pattern, told.0, told.1);
        None
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
