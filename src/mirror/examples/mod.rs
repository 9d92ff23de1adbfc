//! The examples of a lexicon and the voices of rehearsals, held against what it hears: for `floe check`, and for those
//! who write phrases. The mirror knows content, and content nothing of the mirror, so the two meet here.

mod held;
mod safety;
mod voices;

use super::ears::{Aside, Hearing, Says};
use super::{Mirror, Watch};
use crate::content::{
    Context,
    check::{self, Written, report::Report},
    diagnostic::{Diagnostic, quoted},
    lexicon::Family,
    located::Located,
    schema::lexicon as schema,
    source::File,
};
use held::{Examples, both, left, unheard};
use safety::dangerous;
use std::collections::BTreeSet;

const CONTEXTS: [Context; 5] = [
    Context::Say,
    Context::Own,
    Context::Apology,
    Context::Agreement,
    Context::Listen,
];

const NARROWER: &str =
    "say more exactly what is listened for, or leave these words alone with a `leave`.";

/// Every example that isn't so and every voice that would be questioned, in the order of files and lines. What is wrong with the files themselves is told by
/// `content::check`, and then there is nothing to try examples on.
#[must_use]
pub fn problems(files: &[File]) -> Vec<Diagnostic> {
    let mut report = Report::default();
    report.rule("examples");
    voices::questioned(files, &mut report);
    if let Ok(Some((written, lexicon))) = check::lexicon_as_written(files) {
        let mut trial = Trial {
            written: &written,
            mirror: Mirror::new(lexicon),
            report: &mut report,
        };
        trial.families();
        trial.leaves();
        trial.glints();
    }
    if let Ok(Some((safety, dangers))) = check::dangers_as_written(files) {
        dangerous(&safety, &Watch::new(dangers), &mut report);
    }
    report.sorted()
}

/// A lexicon, tried on its own examples.
struct Trial<'a> {
    written: &'a Written<'a>,
    mirror: Mirror,
    report: &'a mut Report,
}

impl Trial<'_> {
    fn families(&mut self) {
        let written = self.written;
        for (place, (file, family)) in written.families.iter().enumerate() {
            let order = &self.mirror.lexicon.order;
            let contexts = CONTEXTS.into_iter().filter(|on| {
                let families = order.get(on);
                families.is_some_and(|families| families.contains(&place))
            });
            let contexts: Vec<Context> = contexts.collect();
            if contexts.is_empty() {
                let what = "nobody listens for this family";
                let help = "name it in `order`, in mirror/classes.ron.".to_owned();
                self.report.at(file, &family.id, what, help);
                continue;
            }
            for (at, cue) in family.cues.iter().enumerate() {
                self.cue(file, cue, (place, at), &contexts);
            }
            for reframe in &family.reframes {
                self.silent(file, &reframe.to, &contexts, |_| true);
            }
        }
    }

    fn cue(&mut self, file: &File, cue: &schema::Cue, place: (usize, usize), on: &[Context]) {
        let on = on.iter().filter(|on| !cue.not_on.contains(on));
        let on: Vec<Context> = on.copied().collect();
        if on.is_empty() {
            let what = "nobody listens for this cue: `not_on` leaves nothing of where its family is asked for";
            self.report.at(file, &cue.id, what, None);
            return;
        }
        both(file, &cue.id, (&cue.fires, &cue.quiet), self.report);
        let own = |says: &Says| (says.family, says.cue) == place;
        let mut known = BTreeSet::new();
        for sentence in &cue.fires {
            let hearing = self.mirror.ears.hear(sentence);
            let heard = hearing.cues.iter().filter(|(says, at)| {
                own(says)
                    && on
                        .iter()
                        .any(|on| self.mirror.counts(&hearing, *says, at, *on))
            });
            let heard: Vec<usize> = heard.map(|(says, _)| says.pattern).collect();
            if heard.is_empty() {
                let what = "nothing of this cue is heard in this sentence";
                let overheard = self.mirror.ears.overhear(sentence).iter().any(own);
                let help = self.deafness(&hearing, place.0, overheard);
                self.report.at(file, sentence, what, help);
            }
            known.extend(heard);
        }
        unheard(file, &cue.says, (&cue.fires, "fires"), &known, self.report);
        for sentence in &cue.quiet {
            self.silent(file, sentence, &on, |says| says.family == place.0);
        }
    }

    /// Why a sentence is not heard, as far as that can be told.
    fn deafness(&self, hearing: &Hearing, family: usize, overheard: bool) -> String {
        if !overheard {
            return "none of its patterns is in there: mend the pattern, or the sentence."
                .to_owned();
        }
        let leaves = hearing.asides.iter().filter_map(|aside| match aside {
            Aside::Leave { leave, pattern } => Some((*leave, *pattern)),
            _ => None,
        });
        let mut by = leaves.filter(|(leave, _)| {
            let leave = self.mirror.lexicon.leave.get(*leave);
            leave.is_some_and(|leave| leave.by.contains(&family))
        });
        let left = by.next().and_then(|(leave, pattern)| {
            let (file, leave) = left_alone(self.written).nth(leave)?;
            Some((file, leave.says.get(pattern)?))
        });
        match left {
            Some((file, says)) => format!(
                "the words are there, but {} leaves them alone: {}.",
                file.name,
                quoted(says)
            ),
            None => {
                "the words are there, but `unless` or `not_asked` speaks against them.".to_owned()
            }
        }
    }

    fn leaves(&mut self) {
        let written = self.written;
        for (place, (file, leave)) in left_alone(written).enumerate() {
            let by = self.mirror.lexicon.leave.get(place);
            let by = by.map(|leave| leave.by.clone()).unwrap_or_default();
            let mut known = BTreeSet::new();
            for sentence in &leave.quiet {
                let asides = self.mirror.ears.hear(sentence).asides;
                let heard = asides.iter().filter_map(|aside| match aside {
                    Aside::Leave { leave, pattern } if *leave == place => Some(*pattern),
                    _ => None,
                });
                left(file, sentence, heard, &mut known, self.report);
                self.silent(file, sentence, &CONTEXTS, |says| by.contains(&says.family));
            }
            unheard(
                file,
                &leave.says,
                (&leave.quiet, "quiet"),
                &known,
                self.report,
            );
        }
    }

    fn glints(&mut self) {
        let Some((file, written)) = &self.written.glints else {
            return;
        };
        for (place, glint) in written.glints.iter().enumerate() {
            let patterns = |sentence: &str| {
                let asides = self.mirror.ears.hear(sentence).asides;
                let heard = asides.into_iter().filter_map(|aside| match aside {
                    Aside::Glint { glint, pattern } if glint == place => Some(pattern),
                    _ => None,
                });
                heard.collect()
            };
            let examples = Examples {
                id: &glint.id,
                says: &glint.says,
                fires: &glint.fires,
                quiet: &glint.quiet,
            };
            examples.hold(file, patterns, self.report);
        }
    }

    /// Nothing of these cues is noticed in a sentence.
    fn silent(
        &mut self,
        file: &File,
        sentence: &Located<String>,
        on: &[Context],
        which: impl Fn(&Says) -> bool,
    ) {
        let hearing = self.mirror.ears.hear(sentence);
        let mut heard = hearing.cues.iter().filter(|(says, at)| {
            which(says)
                && on
                    .iter()
                    .any(|on| self.mirror.counts(&hearing, *says, at, *on))
        });
        let Some((says, at)) = heard.next() else {
            return;
        };
        let from = hearing.tokens.get(at.start).map(|token| token.at.start);
        let to = hearing.tokens.get(at.end.saturating_sub(1));
        let words = from
            .zip(to)
            .and_then(|(from, to)| sentence.get(from..to.at.end));
        let family = self.mirror.families().get(says.family);
        let cue = family.and_then(|family: &Family| family.cues.get(says.cue));
        let id = |id: Option<&crate::content::Id>| id.map_or("", |id| id.as_str()).to_owned();
        let what = format!(
            "the cue {} of {} is heard in this sentence, in {}",
            quoted(&id(cue.map(|cue| &cue.id))),
            quoted(&id(family.map(|family| &family.id))),
            quoted(words.unwrap_or_default())
        );
        self.report.at(file, sentence, what, NARROWER.to_owned());
    }
}

/// What is left alone, in the order in which it stands in the lexicon.
fn left_alone<'a>(written: &'a Written<'a>) -> impl Iterator<Item = (&'a File, &'a schema::Leave)> {
    let (file, classes) = &written.classes;
    let everywhere = classes.leave.iter().map(move |leave| (*file, leave));
    let families = written.families.iter();
    everywhere.chain(
        families.flat_map(|(file, family)| family.leave.iter().map(move |leave| (*file, leave))),
    )
}
