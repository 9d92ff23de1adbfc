//! The language mirror: shows people their own words, when they ask.
//!
//! Text, context and lexicon in, observations out; nothing is kept, counted or graded, and that nothing was noticed
//! says nothing. The lexicon is written in phrases that a facilitator can read (`content/pattern.rs`);
//! [`machine`] reads a text once for all of them, in time linear in its words.
//!
//! First what is left alone is heard and set aside (refusals, limits, owned guesses, what others said), then the
//! cues among the rest.

mod machine;
mod reflection;
#[cfg(test)]
mod tests;
mod words;

pub use reflection::{Observation, Reflection};

use crate::content::{
    Context, Id,
    lexicon::{Cue, Dangers, Family, Lexicon},
};
use machine::{Heard, Machine, Rule};
use words::{Kind, Speller, Token};

/// The mirror of one language.
#[derive(Debug, Clone)]
pub struct Mirror {
    lexicon: Lexicon,
    speller: Speller,
    /// What is left alone, what speaks against a cue, and glints.
    first: Machine,
    /// The cues.
    second: Machine,
    cues: Vec<Place>,
    aside: Vec<Aside>,
}

/// A cue of a family, by their places in the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    family: usize,
    cue: usize,
}

/// What is heard before the cues.
#[derive(Debug, Clone, Copy)]
enum Aside {
    /// Words that families of these bits leave alone.
    Leave(u16),
    /// Something that speaks against a cue.
    Unless(Place),
    /// A glint.
    Glint(usize),
}

impl Mirror {
    /// The mirror of a lexicon.
    #[must_use]
    pub fn new(lexicon: Lexicon) -> Self {
        let speller = Speller::new(&lexicon.spelling);
        let mut cues = Vec::new();
        let mut said = Vec::new();
        let mut aside = Vec::new();
        let mut asides = Vec::new();
        for (family, one) in lexicon.families.iter().enumerate() {
            for (cue, listens) in one.cues.iter().enumerate() {
                let place = Place { family, cue };
                said.push((
                    Rule {
                        number: cues.len(),
                        bit: bit(family),
                    },
                    listens.says.as_slice(),
                ));
                cues.push(place);
                asides.push((
                    Rule {
                        number: aside.len(),
                        bit: 0,
                    },
                    listens.unless.as_slice(),
                ));
                aside.push(Aside::Unless(place));
            }
        }
        for leave in &lexicon.leave {
            let bits = leave.by.iter().fold(0, |bits, family| bits | bit(*family));
            asides.push((
                Rule {
                    number: aside.len(),
                    bit: 0,
                },
                leave.says.as_slice(),
            ));
            aside.push(Aside::Leave(bits));
        }
        for (at, glint) in lexicon.glints.iter().enumerate() {
            asides.push((
                Rule {
                    number: aside.len(),
                    bit: 0,
                },
                glint.says.as_slice(),
            ));
            aside.push(Aside::Glint(at));
        }
        let first = Machine::new(&speller, asides);
        let second = Machine::new(&speller, said);
        Self {
            speller,
            first,
            second,
            cues,
            aside,
            lexicon,
        }
    }

    /// What there is to see in a text.
    #[must_use]
    pub fn look(&self, text: &str, on: Context) -> Reflection {
        let knows = |word: &str| self.first.knows(word) || self.second.knows(word);
        let tokens = self.speller.tokens(text, knows);
        let mut deaf = vec![0_u16; tokens.len()];
        let mut against = Vec::new();
        let mut glints = Vec::new();
        for Heard { rule, at } in self.first.listen(&tokens, &self.speller, &[]) {
            match self.aside.get(rule) {
                Some(Aside::Leave(bits)) => {
                    for token in deaf.get_mut(at).into_iter().flatten() {
                        *token |= bits;
                    }
                }
                Some(Aside::Unless(place)) => against.push(*place),
                Some(Aside::Glint(glint)) => glints.push(*glint),
                None => {}
            }
        }
        let order = self.lexicon.order.get(&on).map_or(&[][..], Vec::as_slice);
        let mut heard = self.second.listen(&tokens, &self.speller, &deaf);
        heard.retain(|heard| {
            let place = self.cues.get(heard.rule);
            let cue = place.and_then(|place| self.cue(*place).map(|cue| (place, cue)));
            let Some((place, cue)) = cue else {
                return false;
            };
            let here = order.contains(&place.family) && !cue.not_on.contains(&on);
            let asked = cue.not_asked && is_asked(&tokens, heard.at.end);
            here && !asked && !against.contains(place)
        });
        // Of what a family hears in one place, what begins first counts, and of that the longest.
        heard.sort_by_key(|heard| (heard.at.start, std::cmp::Reverse(heard.at.end)));
        let mut taken = vec![0; self.lexicon.families.len()];
        let mut cues = Vec::new();
        for heard in heard {
            let Some(place) = self.cues.get(heard.rule) else {
                continue;
            };
            let Some(free) = taken.get_mut(place.family) else {
                continue;
            };
            if heard.at.start < *free {
                continue;
            }
            *free = heard.at.end;
            cues.extend(self.observed(text, &tokens, &heard, *place));
        }
        let glint = self.lexicon.glints.iter().enumerate();
        let mut glint = glint.filter(|(at, glint)| glint.on.contains(&on) && glints.contains(at));
        let glint = glint.next().map(|(_, glint)| glint.line.clone());
        Reflection::new(text, cues, glint, order)
    }

    /// The families of the lexicon.
    #[must_use]
    pub fn families(&self) -> &[Family] {
        &self.lexicon.families
    }

    fn cue(&self, place: Place) -> Option<&Cue> {
        self.lexicon.families.get(place.family)?.cues.get(place.cue)
    }

    fn observed(
        &self,
        text: &str,
        tokens: &[Token],
        heard: &Heard,
        place: Place,
    ) -> Option<Observation> {
        let family = self.lexicon.families.get(place.family)?;
        let cue = family.cues.get(place.cue)?;
        let span =
            tokens.get(heard.at.start)?.at.start..tokens.get(heard.at.end.checked_sub(1)?)?.at.end;
        let ask = family.asks.get(place.cue % family.asks.len().max(1))?;
        text.get(span.clone())?;
        Some(Observation {
            family: family.id.clone(),
            place: place.family,
            cue: cue.id.clone(),
            span,
            ask: ask.clone(),
            reframe: family
                .reframes
                .get(place.cue % family.reframes.len().max(1))
                .cloned(),
            promises: family.promises,
        })
    }
}

/// Listens for words that may be about somebody's safety.
#[derive(Debug, Clone)]
pub struct Watch {
    kinds: Vec<Id>,
    speller: Speller,
    leave: Machine,
    kept: Machine,
}

impl Watch {
    /// The watch of these words.
    #[must_use]
    pub fn new(dangers: &Dangers) -> Self {
        let speller = Speller::new(&dangers.spelling);
        let rule = |number| Rule { number, bit: 1 };
        let kinds = dangers.kinds.iter().enumerate();
        let said = kinds.map(|(at, (_, says))| (rule(at), says.as_slice()));
        Self {
            kept: Machine::new(&speller, said),
            leave: Machine::new(&speller, [(rule(0), dangers.leave.as_slice())]),
            kinds: dangers.kinds.iter().map(|(id, _)| id.clone()).collect(),
            speller,
        }
    }

    /// Which kinds of danger a text may speak of. It is no detector: that it finds nothing means nothing.
    #[must_use]
    pub fn hears(&self, text: &str) -> Vec<Id> {
        let knows = |word: &str| self.kept.knows(word) || self.leave.knows(word);
        let tokens = self.speller.tokens(text, knows);
        let mut deaf = vec![0; tokens.len()];
        for Heard { at, .. } in self.leave.listen(&tokens, &self.speller, &[]) {
            deaf.get_mut(at)
                .into_iter()
                .flatten()
                .for_each(|token| *token = 1);
        }
        let heard = self.kept.listen(&tokens, &self.speller, &deaf);
        let kinds = self.kinds.iter().enumerate();
        let kinds = kinds.filter(|(at, _)| heard.iter().any(|heard| heard.rule == *at));
        kinds.map(|(_, id)| id.clone()).collect()
    }
}

fn bit(family: usize) -> u16 {
    u32::try_from(family)
        .ok()
        .and_then(|family| 1_u16.checked_shl(family))
        .unwrap_or(0)
}

/// Whether the sentence that goes on at `from` ends with a question mark.
fn is_asked(tokens: &[Token], from: usize) -> bool {
    let rest = tokens.get(from..).unwrap_or_default();
    let end = rest.iter().find_map(|token| match token.kind {
        Kind::Stop { asked } => Some(asked),
        _ => None,
    });
    end == Some(true)
}
