//! The language mirror: shows people their own words, when they ask.
//!
//! Text, context and lexicon in, observations out; nothing is kept, counted or graded, and that nothing was noticed
//! says nothing. The lexicon is written in phrases that a facilitator can read (`content/pattern.rs`);
//! what of them a text has words for ([`excerpt`]) is heard in one reading, in time linear in its words.

#[cfg(test)]
mod bounds;
mod ears;
pub mod examples;
mod excerpt;
mod glossary;
mod reading;
mod reflection;
#[cfg(test)]
mod tests;
mod words;

pub use reflection::{Observation, Reflection};

use crate::content::{
    Context, Id, Pack,
    lexicon::{Cue, Dangers, Family, Lexicon},
    library,
    phrases::Phrase,
    source::File,
};
use ears::{Aside, Ears, Hearing, Listener, Says, is_asked};
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;
use words::Token;

/// The mirror of one language.
#[derive(Debug, Clone)]
pub struct Mirror {
    lexicon: Lexicon,
    ears: Ears,
    /// The files that may hold words about somebody's safety, and these once they were needed.
    files: Arc<[File]>,
    hush: OnceCell<Option<Watch>>,
}

impl Mirror {
    /// The mirror of a lexicon.
    #[must_use]
    pub fn new(mut lexicon: Lexicon) -> Self {
        let phrases = std::mem::take(&mut lexicon.phrases);
        Self {
            ears: Ears::new(&lexicon, phrases),
            lexicon,
            files: Arc::new([]),
            hush: OnceCell::new(),
        }
    }

    /// The mirror of a pack; `None` if it has no lexicon, or one of another language than its own.
    #[must_use]
    pub fn of(pack: &Pack) -> Option<Self> {
        let mirror = Self::of_files(&pack.mirror)?;
        let spoken = pack.language.split('-').next();
        let typed = mirror.lexicon.spelling.language.split('-').next();
        (spoken == typed).then_some(mirror)
    }

    /// The mirror of these files; `None` if they have no lexicon.
    #[must_use]
    pub fn of_files(files: &Arc<[File]>) -> Option<Self> {
        let mirror = Self::new(library::lexicon(files)?);
        Some(Self {
            files: Arc::clone(files),
            ..mirror
        })
    }

    /// What there is to see in a text. Words that may be about somebody's safety aren't asked about.
    #[must_use]
    pub fn look(&self, text: &str, on: Context) -> Reflection {
        let seen = self.seen(text, on);
        match seen.cues.is_empty() || !self.hushes(text) {
            true => seen,
            false => Reflection::new(text, Vec::new(), None, &[]),
        }
    }

    fn hushes(&self, text: &str) -> bool {
        let read = || library::dangers(&self.files).map(Watch::new);
        let hush = self.hush.get_or_init(read).as_ref();
        hush.is_some_and(|watch| !watch.hears(text).is_empty())
    }

    fn seen(&self, text: &str, on: Context) -> Reflection {
        let mut hearing = self.ears.hear(text);
        let order = self.lexicon.order.get(&on).map_or(&[][..], Vec::as_slice);
        let mut cues = std::mem::take(&mut hearing.cues);
        cues.retain(|(says, at)| self.counts(&hearing, *says, at, on));
        // Of what a family hears in one place, what begins first counts, of that the longest, of that the first cue.
        cues.sort_by_key(|(says, at)| (at.start, std::cmp::Reverse(at.end), says.cue));
        let mut taken = vec![0; self.lexicon.families.len()];
        let mut seen = Vec::new();
        for (says, at) in cues {
            let Some(free) = taken.get_mut(says.family) else {
                continue;
            };
            if at.start >= *free {
                *free = at.end;
                seen.extend(self.observed(text, &hearing.tokens, &at, says));
            }
        }
        let has = |at: usize| {
            let is = |aside: &Aside| matches!(aside, Aside::Glint { glint, .. } if *glint == at);
            hearing.asides.iter().any(is)
        };
        let glints = self.lexicon.glints.iter().enumerate();
        let mut glints = glints.filter(|(at, glint)| glint.on.contains(&on) && has(*at));
        let glint = glints.next().map(|(_, glint)| glint.line.clone());
        Reflection::new(text, seen, glint, order)
    }

    /// Whether what a cue heard counts in this context.
    fn counts(&self, hearing: &Hearing, says: Says, at: &Range<usize>, on: Context) -> bool {
        let Says { family, cue, .. } = says;
        let unless = Aside::Unless { family, cue };
        self.cue(says).is_some_and(|listens| {
            self.listens(says, on)
                && !(listens.not_asked && is_asked(&hearing.tokens, at.end))
                && !hearing.asides.contains(&unless)
        })
    }

    /// Whether a cue is listened for in this context.
    fn listens(&self, says: Says, on: Context) -> bool {
        let order = self.lexicon.order.get(&on);
        order.is_some_and(|order| order.contains(&says.family))
            && self.cue(says).is_some_and(|cue| !cue.not_on.contains(&on))
    }

    /// The families of the lexicon.
    #[must_use]
    pub fn families(&self) -> &[Family] {
        &self.lexicon.families
    }

    fn cue(&self, says: Says) -> Option<&Cue> {
        self.lexicon.families.get(says.family)?.cues.get(says.cue)
    }

    fn observed(
        &self,
        text: &str,
        tokens: &[Token],
        at: &Range<usize>,
        says: Says,
    ) -> Option<Observation> {
        let family = self.lexicon.families.get(says.family)?;
        let cue = family.cues.get(says.cue)?;
        let span = tokens.get(at.start)?.at.start..tokens.get(at.end.checked_sub(1)?)?.at.end;
        let ask = family.asks.get(says.cue % family.asks.len().max(1))?;
        text.get(span.clone())?;
        Some(Observation {
            family: family.id.clone(),
            place: says.family,
            cue: cue.id.clone(),
            span,
            ask: ask.clone(),
            reframe: family
                .reframes
                .get(says.cue % family.reframes.len().max(1))
                .cloned(),
            promises: family.promises,
            of_other: cue.of_other,
        })
    }
}

/// Listens for words that may be about somebody's safety.
#[derive(Debug, Clone)]
pub struct Watch {
    listener: Listener,
    kinds: Vec<Id>,
    /// What is listened for, each by its kind and its place there.
    says: Vec<((usize, usize), Phrase)>,
    leave: Vec<Phrase>,
}

impl Watch {
    /// The watch of these words.
    #[must_use]
    pub fn new(dangers: Dangers) -> Self {
        let mut says = Vec::new();
        for (kind, (_, phrases)) in dangers.kinds.iter().enumerate() {
            says.extend(
                (0..)
                    .map(|place| (kind, place))
                    .zip(phrases.iter().copied()),
            );
        }
        Self {
            listener: Listener::new(dangers.phrases, &dangers.spelling),
            kinds: dangers.kinds.into_iter().map(|(id, _)| id).collect(),
            says,
            leave: dangers.leave,
        }
    }

    /// Which kinds of danger a text may speak of. It is no detector: that it finds nothing means nothing.
    #[must_use]
    pub fn hears(&self, text: &str) -> Vec<Id> {
        let Overheard { says, .. } = self.hear(text);
        let kinds = self.kinds.iter().enumerate();
        let kinds = kinds.filter(|(at, _)| says.iter().any(|(kind, _)| kind == at));
        kinds.map(|(_, id)| id.clone()).collect()
    }

    /// Which patterns are heard in a text.
    fn hear(&self, text: &str) -> Overheard {
        let words = self.listener.words(text);
        let mut cutter = self.listener.cutter(&words);
        let leave = cutter.rules(self.leave.iter().copied());
        let says = cutter.rules(self.says.iter().map(|(_, phrase)| *phrase));
        let excerpt = cutter.finished();
        let mut reading = self.listener.reading(&words, &excerpt);
        let left = reading.listen(&leave, |_, _| true);
        let apart = |at: &Range<usize>| {
            let mut left = left.iter();
            left.all(|left| at.end <= left.at.start || left.at.end <= at.start)
        };
        let heard = reading.listen(&says, |_, at| apart(&at));
        let says = heard.iter().filter_map(|heard| self.says.get(heard.phrase));
        Overheard {
            says: says.map(|(says, _)| *says).collect(),
            leave: left.iter().map(|heard| heard.phrase).collect(),
        }
    }
}

/// What a watch heard.
struct Overheard {
    /// Kinds and patterns.
    says: Vec<(usize, usize)>,
    /// Patterns of what is left alone.
    leave: Vec<usize>,
}
