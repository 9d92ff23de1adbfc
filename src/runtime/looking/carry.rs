//! A promise made so small that it can be carried: four blanks and what is said with them (design: the doable
//! statement). What is asked of the other becomes a request with room for a no.

use super::Looking;
use super::excerpt::sentence;
use crate::flow::Sibling;
use crate::runtime::sitting::Sitting;
use crate::text::following;
use crate::words::{Key, Words};
use zeroize::Zeroizing;

/// How many blanks it has.
pub(super) const BLANKS: usize = 4;

/// What was filled in so far.
#[derive(Default)]
pub(super) struct Carry {
    blanks: [Zeroizing<String>; BLANKS],
    /// What was known from listening stands in its blank.
    is_filled: bool,
    /// The last blank somebody has come to: what was known isn't said before they have seen it.
    reached: usize,
}

/// The words before each blank, and what is said with it; of the last two together a sentence of its own.
struct Sentences {
    labels: [Key; BLANKS],
    hope: Key,
    slip: Key,
    know: Key,
    know_so: Key,
    end: Option<Key>,
}

const OWN: Sentences = Sentences {
    labels: [
        Key::MirrorHope,
        Key::MirrorSlip,
        Key::MirrorKnow,
        Key::MirrorSoThat,
    ],
    hope: Key::MirrorHopeSaid,
    slip: Key::MirrorSlipSaid,
    know: Key::MirrorKnowSaid,
    know_so: Key::MirrorKnowSoSaid,
    end: None,
};

const OF_OTHER: Sentences = Sentences {
    labels: [
        Key::MirrorHopeOf,
        Key::MirrorSlipOf,
        Key::MirrorKnowOf,
        Key::MirrorSoThat,
    ],
    hope: Key::MirrorHopeOfSaid,
    slip: Key::MirrorSlipOfSaid,
    know: Key::MirrorKnowOfSaid,
    know_so: Key::MirrorKnowSoOfSaid,
    end: Some(Key::MirrorNoIsFine),
};

const fn sentences(of_other: bool) -> &'static Sentences {
    if of_other { &OF_OTHER } else { &OWN }
}

impl Carry {
    /// Somebody fills a blank.
    pub(super) fn type_in(&mut self, at: usize, text: &str) {
        if let Some(blank) = self.blanks.get_mut(at) {
            text.clone_into(blank);
            self.reached = self.reached.max(at);
        }
    }

    fn know(&mut self, so_that: String) {
        let [.., last] = &mut self.blanks;
        *last = Zeroizing::new(so_that);
    }

    pub(super) fn empty(&mut self) {
        *self = Self::default();
    }

    /// The blanks as a page shows them.
    pub(super) fn siblings(&self, of_other: bool, words: Words<'_>) -> Vec<Sibling> {
        let labels = sentences(of_other).labels.into_iter();
        let sibling = |(label, text): (Key, &Zeroizing<String>)| Sibling {
            label: words.say(label, &[]),
            text: (!text.is_empty()).then(|| text.to_string()),
        };
        labels.zip(&self.blanks).map(sibling).collect()
    }

    pub(super) fn at(&self, at: usize) -> Option<String> {
        let blank = self.blanks.get(at).filter(|blank| !blank.is_empty());
        blank.map(|blank| blank.to_string())
    }

    /// What the filled blanks come to; empty if none is.
    pub(super) fn said(&self, of_other: bool, words: Words<'_>) -> Zeroizing<String> {
        let of = sentences(of_other);
        let mut said = self.blanks.each_ref().map(|blank| end_off(blank));
        let labels = of.labels.map(|label| words.say(label, &[]));
        for (blank, label) in said.iter_mut().zip(&labels) {
            *blank = following(label, blank);
        }
        let unseen = said.iter_mut().skip(self.reached + 1);
        unseen.for_each(|blank| *blank = "");
        let [hope, slip, know, so] = said;
        let say = |key, text: &str| (!text.is_empty()).then(|| words.say(key, &[("text", text)]));
        let last = match (know.is_empty(), so.is_empty()) {
            (false, false) => Some(words.say(of.know_so, &[("text", know), ("more", so)])),
            (true, false) => Some(words.say(Key::MirrorSoThatSaid, &[("more", so)])),
            (_, true) => say(of.know, know),
        };
        let mut said: Vec<String> = [say(of.hope, hope), say(of.slip, slip), last]
            .into_iter()
            .flatten()
            .collect();
        if !said.is_empty() {
            said.extend(of.end.map(|end| words.say(end, &[])));
        }
        Zeroizing::new(said.join(" "))
    }
}

/// A blank without the end of a sentence, which follows it.
fn end_off(blank: &str) -> &str {
    blank
        .trim()
        .trim_end_matches(['.', ',', ';', '?', '!'])
        .trim_end()
}

impl Looking {
    /// Whether it is a promise that can be made smaller: in an apology or an agreement, or asked of the other.
    pub(super) fn carries(&self) -> bool {
        use crate::content::Context;
        let here = matches!(self.context, Context::Apology | Context::Agreement);
        let cue = self.cues.first();
        self.whole && cue.is_some_and(|cue| cue.promises && (here || cue.of_other))
    }

    /// The words with what can be carried in place of the sentence that promised more; empty if no blank is filled.
    pub(super) fn smaller(&self, words: Words<'_>) -> Zeroizing<String> {
        let said = self.carry.said(self.is_of_other(), words);
        let Some(cue) = self.cues.first().filter(|_| !said.is_empty()) else {
            return said;
        };
        let at = sentence(&self.words, &cue.span);
        let before = self.words.get(..at.start).unwrap_or_default();
        let after = self.words.get(at.end..).unwrap_or_default();
        Zeroizing::new([before, &said, after].concat())
    }

    pub(super) fn is_of_other(&self) -> bool {
        self.cues.first().is_some_and(|cue| cue.of_other)
    }
}

impl Sitting {
    /// What the crossing knows from listening stands in its blank already, until somebody changes it.
    pub(super) fn fill_carry(&mut self) {
        let Some(looking) = &mut self.looks.open else {
            return;
        };
        if std::mem::replace(&mut looking.carry.is_filled, true) || looking.is_of_other() {
            return;
        }
        if let Some(needs) = self.flow.matters(looking.seat) {
            let words = Words::of(self.flow.pack());
            let so = words.say(Key::MirrorLookAfter, &[("needs", &needs)]);
            looking.carry.know(so);
        }
    }

    /// The blanks as far as they are filled are the other version.
    pub(super) fn carry_so_far(&mut self) {
        let words = Words::of(self.flow.pack());
        if let Some(looking) = &mut self.looks.open {
            looking.other = looking.smaller(words);
        }
    }
}
