//! What holds of every pattern with sentences beside it, whoever listens for it.

use super::NARROWER;
use crate::content::{check::report::Report, diagnostic::quoted, located::Located, source::File};
use std::collections::BTreeSet;

/// Patterns with sentences for and against them.
pub(super) struct Examples<'a> {
    pub(super) id: &'a Located<String>,
    pub(super) says: &'a [Located<String>],
    pub(super) fires: &'a [Located<String>],
    pub(super) quiet: &'a [Located<String>],
}

impl Examples<'_> {
    /// Each sentence is heard, or not, as it says; `patterns` tells which ones are heard in a sentence.
    pub(super) fn hold(
        &self,
        file: &File,
        patterns: impl Fn(&str) -> Vec<usize>,
        report: &mut Report,
    ) {
        both(file, self.id, (self.fires, self.quiet), report);
        let mut known = BTreeSet::new();
        for sentence in self.fires {
            let heard = patterns(sentence);
            if heard.is_empty() {
                let what = "nothing of this is heard in this sentence";
                let help = "mend the pattern, or the sentence.".to_owned();
                report.at(file, sentence, what, help);
            }
            known.extend(heard);
        }
        unheard(file, self.says, (self.fires, "fires"), &known, report);
        for sentence in self.quiet {
            if let Some(heard) = patterns(sentence).first() {
                let says = self.says.get(*heard).map_or("", |says| says.as_str());
                let what = format!("{} is heard in this sentence", quoted(says));
                report.at(file, sentence, what, NARROWER.to_owned());
            }
        }
    }
}

/// There are sentences of both kinds.
pub(super) fn both(
    file: &File,
    id: &Located<String>,
    (fires, quiet): (&[Located<String>], &[Located<String>]),
    report: &mut Report,
) {
    if fires.is_empty() {
        let help = "add to `fires` what people say when they say this.".to_owned();
        report.at(
            file,
            id,
            "there is no sentence in which this is heard",
            help,
        );
    }
    if quiet.is_empty() {
        let what = "there is no sentence that looks like this and isn't";
        let help = "add to `quiet` what sounds alike and is meant otherwise.".to_owned();
        report.at(file, id, what, help);
    }
}

/// Every pattern is heard in one of its sentences.
pub(super) fn unheard(
    file: &File,
    says: &[Located<String>],
    (sentences, field): (&[Located<String>], &str),
    known: &BTreeSet<usize>,
    report: &mut Report,
) {
    // Where there are no sentences at all that is told once.
    if sentences.is_empty() && field == "fires" {
        return;
    }
    for (_, pattern) in says
        .iter()
        .enumerate()
        .filter(|(at, _)| !known.contains(at))
    {
        let what = format!("none of the sentences in `{field}` has this");
        let help = format!("add one to `{field}`, or take the pattern out.");
        report.at(file, pattern, what, help);
    }
}

/// A sentence of a leave has something that is left alone.
pub(super) fn left(
    file: &File,
    sentence: &Located<String>,
    heard: impl Iterator<Item = usize>,
    known: &mut BTreeSet<usize>,
    report: &mut Report,
) {
    let mut heard = heard.peekable();
    if heard.peek().is_none() {
        let what = "nothing that is left alone here is in this sentence";
        let help = "mend the pattern, or the sentence.".to_owned();
        report.at(file, sentence, what, help);
    }
    known.extend(heard);
}
