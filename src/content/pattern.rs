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

/// Words a plain `..` reaches over.
const GAP: u8 = 6;
/// Most words a gap may reach over.
const WIDEST: u8 = 12;
/// Deepest nesting of parentheses.
const DEEPEST: usize = 6;
/// Longest pattern, in parts.
pub const LONGEST: usize = 1200;

/// A sequence of parts, all of which have to be there in this order.
pub type Sequence = Vec<Part>;

/// One part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// One word: any of these.
    Word(Vec<Spelled>),
    /// A class of the lexicon, by name.
    Class(String),
    /// Any one of these sequences.
    OneOf(Vec<Sequence>),
    /// Any one word.
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
    Maybe(Box<Part>),
    /// This, any number of times.
    Repeated(Box<Part>),
}

/// How a word is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spelled {
    /// All of it.
    Whole(String),
    /// Its beginning.
    Begins(String),
    /// Its end.
    Ends(String),
}

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

/// Reads alternatives: sequences with `|` between them.
///
/// # Errors
/// What cannot be read.
pub fn read(text: &str) -> Result<Vec<Sequence>, Misread> {
    let mut reader = Reader {
        pieces: pieces(text),
        at: 0,
        parts: 0,
    };
    let read = reader.alternatives(0)?;
    match reader.at < reader.pieces.len() {
        true => Err(Misread::Unpaired),
        false => Ok(read),
    }
}

/// The pieces of a pattern: parentheses, bars and repeat signs stand alone, the rest is parted by blanks.
fn pieces(text: &str) -> Vec<&str> {
    let alone = |c: char| matches!(c, '(' | ')' | '|' | '?' | '*' | ',');
    // Split behind signs and blanks, so that a sign ends the piece it follows.
    let ended = text.split_inclusive(|c: char| alone(c) || c.is_whitespace());
    let mut pieces = Vec::new();
    for piece in ended {
        let piece = piece.trim_end();
        let word = piece.trim_end_matches(alone);
        let sign = piece.get(word.len()..).unwrap_or_default();
        pieces.extend([word, sign].into_iter().filter(|piece| !piece.is_empty()));
    }
    pieces
}

struct Reader<'a> {
    pieces: Vec<&'a str>,
    at: usize,
    parts: usize,
}

impl Reader<'_> {
    fn alternatives(&mut self, depth: usize) -> Result<Vec<Sequence>, Misread> {
        if depth > DEEPEST {
            return Err(Misread::TooDeep);
        }
        let mut all = vec![self.sequence(depth)?];
        while self.takes("|") {
            all.push(self.sequence(depth)?);
        }
        Ok(all)
    }

    fn takes(&mut self, piece: &str) -> bool {
        let there = self.pieces.get(self.at).is_some_and(|here| *here == piece);
        self.at += usize::from(there);
        there
    }

    fn sequence(&mut self, depth: usize) -> Result<Sequence, Misread> {
        let mut sequence = Vec::new();
        while let Some(piece) = self.pieces.get(self.at).copied() {
            if piece == "|" || piece == ")" {
                break;
            }
            self.at += 1;
            self.parts += 1;
            if self.parts > LONGEST {
                return Err(Misread::TooLong);
            }
            let part = match piece {
                "(" => {
                    let inner = self.alternatives(depth + 1)?;
                    if !self.takes(")") {
                        return Err(Misread::Unpaired);
                    }
                    Part::OneOf(inner)
                }
                "?" | "*" => {
                    let sign = if piece == "?" { '?' } else { '*' };
                    let before = sequence.pop().ok_or(Misread::Dangling(sign))?;
                    repeated(before, sign)?
                }
                other => part(other)?,
            };
            sequence.push(part);
        }
        if sequence.is_empty() {
            return Err(Misread::Empty);
        }
        Ok(sequence)
    }
}

fn repeated(before: Part, sign: char) -> Result<Part, Misread> {
    match (before, sign) {
        (part @ (Part::Word(_) | Part::Class(_) | Part::OneOf(_) | Part::Any), '?') => {
            Ok(Part::Maybe(Box::new(part)))
        }
        (part @ (Part::Word(_) | Part::Class(_) | Part::OneOf(_) | Part::Any), _) => {
            Ok(Part::Repeated(Box::new(part)))
        }
        _ => Err(Misread::Dangling(sign)),
    }
}

fn part(piece: &str) -> Result<Part, Misread> {
    Ok(match piece {
        "_" => Part::Any,
        "," => Part::Comma,
        "^" => Part::Edge(Edge::Clause),
        "^^" => Part::Edge(Edge::Sentence),
        "$" => Part::Edge(Edge::End),
        ".." => Part::Gap(GAP),
        "..." => Part::Rest,
        _ => {
            if let Some(words) = piece.strip_prefix("..") {
                let words = words.parse().ok().filter(|n| (1..=WIDEST).contains(n));
                return words
                    .map(Part::Gap)
                    .ok_or_else(|| Misread::Gap(piece.to_owned()));
            }
            if let Some(name) = piece.strip_prefix('@') {
                return class(name).ok_or_else(|| Misread::Unclear(piece.to_owned()));
            }
            let words = piece.split('/').map(spelled);
            let words: Option<Vec<_>> = words.collect();
            Part::Word(words.ok_or_else(|| Misread::Unclear(piece.to_owned()))?)
        }
    })
}

fn class(name: &str) -> Option<Part> {
    let good = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    good.then(|| Part::Class(name.to_owned()))
}

fn spelled(word: &str) -> Option<Spelled> {
    let word = word.to_lowercase();
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '-');
    let inner = word.trim_matches('-');
    if inner.is_empty() || !word.chars().all(in_word) {
        return None;
    }
    let plain = inner.chars().all(char::is_alphanumeric);
    Some(match (word.starts_with('-'), word.ends_with('-')) {
        (false, false) => Spelled::Whole(word),
        (false, true) if plain => Spelled::Begins(inner.to_owned()),
        (true, false) if plain => Spelled::Ends(inner.to_owned()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Sequence {
        let mut read = read(text).expect("a pattern");
        assert_eq!(read.len(), 1, "{text}");
        read.remove(0)
    }

    fn whole(words: &[&str]) -> Part {
        Part::Word(
            words
                .iter()
                .map(|word| Spelled::Whole((*word).to_owned()))
                .collect(),
        )
    }

    #[test]
    fn signs_stand_for_what_they_say() {
        assert_eq!(
            one("^ You @soften* always/never ..3 it?"),
            vec![
                Part::Edge(Edge::Clause),
                whole(&["you"]),
                Part::Repeated(Box::new(Part::Class("soften".to_owned()))),
                whole(&["always", "never"]),
                Part::Gap(3),
                Part::Maybe(Box::new(whole(&["it"]))),
            ]
        );
        assert_eq!(
            one("apolog- -ly, (a b|c)"),
            vec![
                Part::Word(vec![Spelled::Begins("apolog".to_owned())]),
                Part::Word(vec![Spelled::Ends("ly".to_owned())]),
                Part::Comma,
                Part::OneOf(vec![
                    vec![whole(&["a"]), whole(&["b"])],
                    vec![whole(&["c"])]
                ]),
            ]
        );
        assert_eq!(read("a | b c").expect("a pattern").len(), 2);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        for (text, problem) in [
            ("", Misread::Empty),
            ("a | ", Misread::Empty),
            ("(a", Misread::Unpaired),
            ("a)", Misread::Unpaired),
            ("* a", Misread::Dangling('*')),
            ("..? a", Misread::Dangling('?')),
            ("you ..99 it", Misread::Gap("..99".to_owned())),
            ("you [a]", Misread::Unclear("[a]".to_owned())),
            ("@", Misread::Unclear("@".to_owned())),
            ("a//b", Misread::Unclear("a//b".to_owned())),
        ] {
            assert_eq!(read(text), Err(problem), "{text}");
        }
        assert_eq!(read(&"(".repeat(20)), Err(Misread::TooDeep));
        assert_eq!(read(&"a ".repeat(2000)), Err(Misread::TooLong));
    }
}
