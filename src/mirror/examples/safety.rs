//! The examples of words that may be about somebody's safety.

use super::super::Watch;
use super::NARROWER;
use super::held::{Examples, left, unheard};
use crate::content::{
    check::{Document, report::Report},
    schema::lexicon::Safety,
};
use std::collections::BTreeSet;

/// Words that may be about somebody's safety.
pub(super) fn dangerous((file, safety): &Document<'_, Safety>, watch: &Watch, report: &mut Report) {
    for (place, kind) in safety.kinds.iter().enumerate() {
        let patterns = |sentence: &str| {
            let says = watch.hear(sentence).says.into_iter();
            says.filter(|(kind, _)| *kind == place)
                .map(|(_, pattern)| pattern)
                .collect()
        };
        let examples = Examples {
            id: &kind.id,
            says: &kind.says,
            fires: &kind.fires,
            quiet: &kind.quiet,
        };
        examples.hold(file, patterns, report);
    }
    let mut before = 0;
    for leave in &safety.leave {
        let own = before..before + leave.says.len();
        before = own.end;
        let mut known = BTreeSet::new();
        for sentence in &leave.quiet {
            let heard = watch.hear(sentence);
            let patterns = heard.leave.into_iter().filter(|at| own.contains(at));
            left(
                file,
                sentence,
                patterns.map(|at| at - own.start),
                &mut known,
                report,
            );
            if !heard.says.is_empty() {
                let what = "something is heard in this sentence all the same";
                report.at(file, sentence, what, NARROWER.to_owned());
            }
        }
        unheard(file, &leave.says, (&leave.quiet, "quiet"), &known, report);
    }
}
