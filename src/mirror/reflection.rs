//! What the mirror shows.

use crate::content::Id;
use std::ops::Range;

/// A text in the mirror.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reflection {
    /// Something that is there already; at most one.
    pub glint: Option<String>,
    /// What was noticed, from the start of the text to its end.
    pub cues: Vec<Observation>,
    /// Families in the order in which they come first here.
    order: Vec<usize>,
}

/// One thing that was noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Its family.
    pub family: Id,
    pub(super) place: usize,
    /// Which cue of the family it was.
    pub cue: Id,
    /// Which bytes of the text, as it was typed.
    pub span: Range<usize>,
    /// The question.
    pub ask: String,
    /// The same said another way, in an example: as it was said, as it could be.
    pub reframe: Option<(String, String)>,
    /// Whether it is about a promise too big to carry.
    pub promises: bool,
    /// Whether it is asked of the other.
    pub of_other: bool,
}

impl Observation {
    /// Where it stands in the text, counted in characters.
    #[must_use]
    pub fn characters(&self, text: &str) -> Range<usize> {
        let count = |end: usize| text.get(..end).unwrap_or_default().chars().count();
        count(self.span.start)..count(self.span.end)
    }
}

impl Reflection {
    pub(super) fn new(
        text: &str,
        mut cues: Vec<Observation>,
        glint: Option<String>,
        order: &[usize],
    ) -> Self {
        debug_assert!(cues.iter().all(|cue| text.get(cue.span.clone()).is_some()));
        cues.sort_by_key(|cue| (cue.span.start, cue.span.end, cue.place));
        Self {
            glint,
            cues,
            order: order.to_vec(),
        }
    }

    /// The foremost cues, one of a family and not more than `most`, leaving out families that were set aside.
    #[must_use]
    pub fn foremost(&self, most: usize, aside: &[Id]) -> Vec<&Observation> {
        let of = |place: &usize| self.cues.iter().find(|cue| cue.place == *place);
        let found = self.order.iter().filter_map(of);
        found
            .filter(|cue| !aside.contains(&cue.family))
            .take(most)
            .collect()
    }
}
