//! Phrase patterns: how a lexicon writes what people say, word by word.
//!
//! ```text
//! you always/never          words; a slash between words of which any one will do
//! apolog-  -ly              a word that begins or ends so
//! you @soften* never        @name is a class of the lexicon; * any number of times; ? perhaps once
//! (not once | never once)   one of several phrases
//! you .. again  you ..3 it  up to six words between, or up to three, over commas too
//! i wonder ...              everything up to the end of the sentence
//! _                         any one word
//! sorry , but               there may be a comma; elsewhere phrases don't reach over one
//! ^ why  ^^ you  never $    at the start of a clause, of a sentence; at the end of a clause
//! ```
//!
//! A phrase never reaches over the end of a sentence, or into what stands between quotation marks.

use super::phrases::{Phrase, Phrases, Step};
use std::borrow::Cow;

/// Words a plain `..` reaches over.
const GAP: u8 = 6;
/// Most words a gap may reach over.
const WIDEST: u8 = 12;
/// Deepest nesting of parentheses.
const DEEPEST: usize = 6;
/// Longest pattern, in parts.
pub const LONGEST: usize = 1200;

/// A place between words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// The start of a clause.
    Clause,
    /// The start of a sentence.
    Sentence,
    /// The end of a clause.
    End,
}

/// Why a pattern could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// There is nothing in it.
    Empty,
    /// A parenthesis without its other half.
    Unpaired,
    /// More parentheses inside each other than six.
    TooDeep,
    /// More parts than [`LONGEST`].
    TooLong,
    /// Nothing to repeat stands before this.
    Dangling(char),
    /// No word, and none of the signs.
    Unclear(String),
    /// A gap wider than twelve words, or of none.
    Gap(String),
}

/// Reads a pattern: sequences with `|` between them.
///
/// `classes` tells the class of a name. What it costs to listen for is added to `size`: a step for each part, for each
/// word of a gap, and none for words that stand for each other; classes are not counted.
///
/// # Errors
/// What cannot be read. Then nothing was added.
pub fn read(
    text: &str,
    into: &mut Phrases,
    size: &mut usize,
    classes: impl FnMut(&str) -> Phrase,
) -> Result<Phrase, Misread> {
    let begin = into.steps.len();
    let mut reader = Reader {
        pieces: Pieces(text),
        piece: None,
        parts: 0,
        size,
        into,
        classes,
    };
    reader.pass();
    let read = match reader.alternatives(0) {
        Ok(()) if reader.piece.is_some() => Err(Misread::Unpaired),
        read => read,
    };
    if let Err(misread) = read {
        into.steps.truncate(begin);
        return Err(misread);
    }
    Ok(Phrase(begin))
}

/// The pieces of a pattern: signs that stand alone, and between them whatever no blank parts.
struct Pieces<'a>(&'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let alone = |byte: u8| matches!(byte, b'(' | b')' | b'|' | b'?' | b'*' | b',');
        let rest = self.0.trim_ascii_start();
        let ends = |byte: u8| alone(byte) || byte.is_ascii_whitespace();
        let length = rest.bytes().position(ends).unwrap_or(rest.len());
        // At a sign it is that sign.
        let (piece, rest) = rest.split_at_checked(length.max(1))?;
        self.0 = rest;
        Some(piece)
    }
}

struct Reader<'a, C> {
    pieces: Pieces<'a>,
    /// The one that comes next.
    piece: Option<&'a str>,
    parts: usize,
    size: &'a mut usize,
    into: &'a mut Phrases,
    classes: C,
}

impl<C: FnMut(&str) -> Phrase> Reader<'_, C> {
    fn pass(&mut self) {
        self.piece = self.pieces.next();
    }

    fn takes(&mut self, piece: &str) -> bool {
        let there = self.piece == Some(piece);
        if there {
            self.pass();
        }
        there
    }

    /// Writes a step down that holds what `inner` writes after it.
    fn holding(
        &mut self,
        step: fn(u32) -> Step,
        inner: impl FnOnce(&mut Self) -> Result<(), Misread>,
    ) -> Result<(), Misread> {
        let at = self.into.steps.len();
        self.into.steps.push(step(0));
        inner(self)?;
        let holds = u32::try_from(self.into.steps.len() - at - 1).unwrap_or(u32::MAX);
        if let Some(written) = self.into.steps.get_mut(at) {
            *written = step(holds);
        }
        Ok(())
    }

    fn alternatives(&mut self, depth: usize) -> Result<(), Misread> {
        if depth > DEEPEST {
            return Err(Misread::TooDeep);
        }
        self.holding(Step::OneOf, |own| {
            loop {
                own.holding(Step::Way, |own| own.sequence(depth))?;
                if !own.takes("|") {
                    return Ok(());
                }
            }
        })
    }

    fn sequence(&mut self, depth: usize) -> Result<(), Misread> {
        // Where the last part begins, if it can be repeated.
        let mut before = None;
        let begin = self.into.steps.len();
        let mut parts = 0;
        while let Some(piece) = self.piece.filter(|piece| !matches!(*piece, "|" | ")")) {
            self.pass();
            self.parts += 1;
            if self.parts > LONGEST {
                return Err(Misread::TooLong);
            }
            let at = self.into.steps.len();
            match piece {
                "(" => {
                    self.alternatives(depth + 1)?;
                    if !self.takes(")") {
                        return Err(Misread::Unpaired);
                    }
                }
                "?" | "*" => {
                    let (sign, step) = match piece {
                        "?" => ('?', Step::Maybe),
                        _ => ('*', Step::Repeated),
                    };
                    let part = before.take().ok_or(Misread::Dangling(sign))?;
                    self.into.steps.insert(part, step);
                    *self.size += 1;
                    continue;
                }
                other => self.part(other)?,
            }
            parts += 1;
            *self.size += 1;
            let written = self.into.steps.get(at);
            before = matches!(
                written,
                Some(Step::Words(_) | Step::Class(_) | Step::OneOf(_) | Step::Any)
            )
            .then_some(at);
        }
        match (parts, self.into.steps.get(begin)) {
            (0, _) => return Err(Misread::Empty),
            // Words that stand for each other are one step to whoever listens, however many there are.
            (1, Some(Step::Words(_))) => *self.size -= 1,
            _ => {}
        }
        Ok(())
    }

    fn part(&mut self, piece: &str) -> Result<(), Misread> {
        let step = match piece {
            "_" => Step::Any,
            "," => Step::Comma,
            "^" => Step::Edge(Edge::Clause),
            "^^" => Step::Edge(Edge::Sentence),
            "$" => Step::Edge(Edge::End),
            ".." => self.gap(GAP),
            "..." => Step::Rest,
            _ => {
                if let Some(words) = piece.strip_prefix("..") {
                    let words = words.parse().ok().filter(|n| (1..=WIDEST).contains(n));
                    self.gap(words.ok_or_else(|| Misread::Gap(piece.to_owned()))?)
                } else if let Some(name) = piece.strip_prefix('@') {
                    let in_name = |c: char| c.is_alphanumeric() || c == '_';
                    if name.is_empty() || !name.chars().all(in_name) {
                        return Err(Misread::Unclear(piece.to_owned()));
                    }
                    Step::Class((self.classes)(name))
                } else {
                    return self.words(piece);
                }
            }
        };
        self.into.steps.push(step);
        Ok(())
    }

    fn gap(&mut self, words: u8) -> Step {
        *self.size += usize::from(words);
        Step::Gap(words)
    }

    fn words(&mut self, piece: &str) -> Result<(), Misread> {
        self.holding(Step::Words, |own| {
            for word in piece.split('/') {
                let word = spelled(word).ok_or_else(|| Misread::Unclear(piece.to_owned()))?;
                // A word with hyphens is as long as the words in it.
                if let Cow::Owned(word) = &word {
                    *own.size += word.trim_matches('-').matches('-').count();
                }
                let word = own.into.words.enter(&word);
                own.into.steps.push(Step::Word(word));
            }
            Ok(())
        })
    }
}

/// A word as it is looked up.
fn spelled(word: &str) -> Option<Cow<'_, str>> {
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Some(Cow::Borrowed(word));
    }
    let word = word.to_lowercase();
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '-');
    let inner = word.trim_matches('-');
    let part = word.starts_with('-') || word.ends_with('-');
    let whole = word.starts_with('-') && word.ends_with('-');
    let good = match part {
        true => !whole && inner.chars().all(char::is_alphanumeric),
        false => word.chars().all(in_word),
    };
    (good && !inner.is_empty()).then_some(Cow::Owned(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pattern as it was read, in parentheses throughout; the class `soft` is the phrase 7.
    fn shown(text: &str) -> Result<String, Misread> {
        let mut phrases = Phrases::default();
        let phrase = read(text, &mut phrases, &mut 0, |_| Phrase(7))?;
        let mut shown = String::new();
        let mut open = Vec::new();
        for (at, step) in phrases.from(phrase).iter().enumerate() {
            while open.last() == Some(&at) {
                open.pop();
                shown.push(')');
            }
            let mut holds = |sign: &str, steps: u32| {
                open.push(at + 1 + steps as usize);
                format!("{sign}(")
            };
            let step = match *step {
                Step::OneOf(steps) => holds("one", steps),
                Step::Way(steps) => holds("", steps),
                Step::Words(steps) => holds("w", steps),
                Step::Word(word) => {
                    let mut words = phrases.words.iter();
                    words
                        .find(|(_, id)| *id == word)
                        .expect("a word")
                        .0
                        .to_owned()
                }
                Step::Class(class) => format!("@{}", class.0),
                other => format!("{other:?}"),
            };
            if !shown.is_empty() && !shown.ends_with('(') {
                shown.push(' ');
            }
            shown.push_str(&step);
        }
        shown.push_str(&")".repeat(open.len()));
        Ok(shown)
    }

    #[test]
    fn signs_stand_for_what_they_say() {
        for (pattern, steps) in [
            (
                "^ You @soft* always/never ..3 it?",
                "one((Edge(Clause) w(you) Repeated @7 w(always never) Gap(3) Maybe w(it)))",
            ),
            (
                "apolog- -ly, (a b|c)* ...",
                "one((w(apolog-) w(-ly) Comma Repeated one((w(a) w(b)) (w(c))) Rest))",
            ),
            ("a | b _ $", "one((w(a)) (w(b) Any Edge(End)))"),
            (
                "don't (a | (b)?) ^^ ..",
                "one((w(don't) one((w(a)) (Maybe one((w(b))))) Edge(Sentence) Gap(6)))",
            ),
        ] {
            assert_eq!(shown(pattern).as_deref(), Ok(steps), "{pattern}");
        }
    }

    #[test]
    fn what_it_costs_to_listen_is_counted() {
        for (pattern, cost) in [
            ("a/b/c", 0),
            ("a | b | (c | d) e", 2),
            ("a ..3 b*", 7),
            ("self-made man", 3),
        ] {
            let mut size = 0;
            read(pattern, &mut Phrases::default(), &mut size, |_| Phrase(0)).expect("a pattern");
            assert_eq!(size, cost, "{pattern}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        for (text, problem) in [
            ("", Misread::Empty),
            ("a | ", Misread::Empty),
            ("(a", Misread::Unpaired),
            ("a)", Misread::Unpaired),
            ("* a", Misread::Dangling('*')),
            ("a?? b", Misread::Dangling('?')),
            ("..? a", Misread::Dangling('?')),
            ("you ..99 it", Misread::Gap("..99".to_owned())),
            ("you [a]", Misread::Unclear("[a]".to_owned())),
            ("-a-", Misread::Unclear("-a-".to_owned())),
            ("@", Misread::Unclear("@".to_owned())),
            ("a//b", Misread::Unclear("a//b".to_owned())),
        ] {
            assert_eq!(shown(text), Err(problem), "{text}");
        }
        assert_eq!(shown(&"(".repeat(20)), Err(Misread::TooDeep));
        assert_eq!(shown(&"a ".repeat(2000)), Err(Misread::TooLong));
    }
}
