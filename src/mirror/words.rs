//! A text as words: how people type, brought to how the lexicon is written. Every word keeps its place.

use crate::content::lexicon::Spelling;
use crate::content::spread::Spread;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// One thing read from a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// The bytes of the text it was read from. Words that were one are at the same place.
    pub(super) at: Range<usize>,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, in lower case.
    Word(String),
    /// A comma, a colon, a dash, a parenthesis: phrases reach over it only where they say so.
    Comma,
    /// The end of a sentence, and whether it was a question.
    Stop {
        /// It was.
        asked: bool,
    },
    /// Words between quotation marks: somebody else's.
    Quote,
}

/// Longest run between single quotation marks that is taken for a quotation, in characters.
const QUOTED: usize = 400;
/// The same between double ones.
const LONG_QUOTED: usize = 2_000;
/// Most endings of one word: "shouldn't've" has two.
const ENDINGS: usize = 3;

/// How words are typed, ready to be used.
#[derive(Debug, Clone, Default)]
pub(super) struct Speller {
    words: HashMap<String, Vec<String>, Spread>,
    endings: Vec<(String, Vec<String>)>,
    /// Those of them that are letters alone.
    bare: Vec<(String, Vec<String>)>,
    openers: HashSet<String>,
}

impl Speller {
    pub(super) fn new(spelling: &Spelling) -> Self {
        let parts = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        let words = spelling.words.iter();
        let endings = spelling.endings.iter();
        let endings: Vec<_> = endings.map(|(end, to)| (end.clone(), parts(to))).collect();
        let bare = endings.iter().filter(|(end, _)| !end.contains('\''));
        Self {
            bare: bare.cloned().collect(),
            words: words.map(|(word, to)| (word.clone(), parts(to))).collect(),
            endings,
            openers: spelling.openers.iter().cloned().collect(),
        }
    }

    /// Whether a clause begins after this word.
    pub(super) fn opens(&self, word: &str) -> bool {
        self.openers.contains(word)
    }

    /// Whether a word is read as it is written.
    pub(super) fn stands_for_itself(&self, word: &str) -> bool {
        let plain = |byte: u8| byte.is_ascii_alphanumeric();
        let ends = |(ending, _): &(String, _)| word.ends_with(ending.as_str());
        word.bytes().all(plain)
            && !self.words.contains_key(word)
            && !self.bare.iter().any(ends)
            && !drawn_out(word)
    }

    /// The words a typed word stands for. `knows` tells the words of the lexicon, to see through "sooooo".
    pub(super) fn spelled(&self, typed: &str, knows: impl Fn(&str) -> bool) -> Vec<String> {
        let mut stem = typed;
        let mut behind: Vec<&[String]> = Vec::new();
        while !self.words.contains_key(stem) && behind.len() < ENDINGS {
            let mut endings = self.endings.iter();
            let cut = endings.find_map(|(ending, words)| {
                let rest = stem.strip_suffix(ending.as_str())?;
                (!rest.is_empty() && !ending.is_empty()).then_some((rest, words))
            });
            let Some((rest, words)) = cut else {
                break;
            };
            stem = rest;
            behind.push(words);
        }
        let mut all = self.stem(stem, knows);
        all.extend(behind.iter().rev().copied().flatten().cloned());
        all
    }

    /// The words that a word without endings stands for.
    fn stem(&self, typed: &str, knows: impl Fn(&str) -> bool) -> Vec<String> {
        if let Some(words) = self.words.get(typed) {
            return words.clone();
        }
        if knows(typed) || !drawn_out(typed) {
            return vec![typed.to_owned()];
        }
        let short = |most| squeezed(typed, most);
        let found = [2, 1]
            .into_iter()
            .map(short)
            .find(|word| knows(word) || self.words.contains_key(word.as_str()));
        let short = found.unwrap_or_else(|| short(1));
        self.words
            .get(&short)
            .cloned()
            .unwrap_or_else(|| vec![short])
    }

    /// A text as words and what stands between them.
    pub(super) fn tokens(&self, text: &str, knows: impl Fn(&str) -> bool) -> Vec<Token> {
        let mut tokens = Vec::new();
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let mut at = 0;
        while let Some(&(start, c)) = chars.get(at) {
            let rest = chars.get(at..).unwrap_or_default();
            let before = at.checked_sub(1).and_then(|at| chars.get(at));
            let (length, kind) = if is_word(c) {
                (word_length(rest), None)
            } else if let Some(length) = quoted(rest, before.map(|(_, c)| *c)) {
                (length, Some(Kind::Quote))
            } else {
                (1, between(rest, before.map(|(_, c)| *c)))
            };
            let end = chars.get(at + length).map_or(text.len(), |(end, _)| *end);
            if is_word(c) {
                let typed: String = rest.iter().take(length).map(|(_, c)| plain(*c)).collect();
                for word in self.spelled(&typed.to_lowercase(), &knows) {
                    let kind = Kind::Word(word);
                    tokens.push(Token {
                        kind,
                        at: start..end,
                    });
                }
            } else if let Some(kind) = kind
                && !(kind == Kind::Comma && tokens.last().is_some_and(Token::is_break))
            {
                tokens.push(Token {
                    kind,
                    at: start..end,
                });
            }
            at += length.max(1);
        }
        tokens
    }
}

impl Token {
    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    fn is_break(&self) -> bool {
        matches!(self.kind, Kind::Comma | Kind::Stop { .. })
    }
}

fn is_word(c: char) -> bool {
    // Marks that stand on the letter before them belong to it.
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// Letters of one word, an apostrophe between two of them included.
fn word_length(chars: &[(usize, char)]) -> usize {
    let mut length = 0;
    while let Some((_, c)) = chars.get(length) {
        let next = chars.get(length + 1).is_some_and(|(_, c)| is_word(*c));
        let inside = is_word(*c) || (plain(*c) == '\'' && next);
        if !inside {
            break;
        }
        length += 1;
    }
    length
}

/// Every apostrophe there is, as the plain one.
fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{b4}' | '`' => '\'',
        other => other,
    }
}

/// What a sign between words is.
fn between(chars: &[(usize, char)], before: Option<char>) -> Option<Kind> {
    let (_, c) = chars.first()?;
    let after = chars.get(1).map(|(_, c)| *c);
    match c {
        '&' => Some(Kind::Word("and".to_owned())),
        // "9.30", and a pause of three dots.
        '.' if after.is_some_and(|c| c.is_numeric()) && before.is_some_and(char::is_numeric) => {
            None
        }
        '.' if after == Some('.') || before == Some('.') => Some(Kind::Comma),
        '.' | '!' | '\n' | '\u{3002}' => Some(Kind::Stop { asked: false }),
        '?' | '\u{ff1f}' => Some(Kind::Stop { asked: true }),
        ',' | ';' | ':' | '(' | ')' | '[' | ']' | '\u{2026}' | '\u{2013}' | '\u{2014}' => {
            Some(Kind::Comma)
        }
        // A hyphen inside a word parts it, a dash between words is a pause.
        '-' if before.is_none_or(char::is_whitespace) || after.is_none_or(char::is_whitespace) => {
            Some(Kind::Comma)
        }
        _ => None,
    }
}

/// How many characters a quotation of two words or more has that begins here, its marks included.
fn quoted(chars: &[(usize, char)], before: Option<char>) -> Option<usize> {
    let (_, open) = chars.first()?;
    let apart = before.is_none_or(|c| !is_word(c));
    let close: &[char] = match open {
        '"' => &['"', '\u{201d}'],
        '\u{201c}' => &['\u{201d}', '\u{201c}', '"'],
        '\u{ab}' => &['\u{bb}'],
        '\u{201e}' => &['\u{201c}', '\u{201d}'],
        '\'' | '\u{2018}' if apart => &['\'', '\u{2019}'],
        _ => return None,
    };
    let single = close.contains(&'\'');
    let ends = |at: usize| {
        let after = chars.get(at + 1).is_none_or(|(_, c)| !is_word(*c));
        chars.get(at).is_some_and(|(_, c)| close.contains(c)) && (!single || after)
    };
    let most = if single { QUOTED } else { LONG_QUOTED };
    let end = (1..chars.len().min(most)).find(|at| ends(*at))?;
    let inside = chars.get(1..end)?;
    let words = inside.iter().filter(|(_, c)| c.is_whitespace()).count();
    (words > 0).then_some(end + 1)
}

/// Whether a letter stands three times in a row.
fn drawn_out(word: &str) -> bool {
    let next = word.chars().skip(1);
    let after = word.chars().skip(2);
    let mut three = word.chars().zip(next).zip(after);
    three.any(|((a, b), c)| a == b && b == c && a.is_alphabetic())
}

/// The word with at most so many equal letters in a row where there were three or more.
fn squeezed(word: &str, most: usize) -> String {
    let chars: Vec<char> = word.chars().collect();
    let mut short = String::new();
    for run in chars.chunk_by(|a, b| a == b) {
        let length = if run.len() > 2 { most } else { run.len() };
        short.extend(run.iter().take(length));
    }
    short
}
