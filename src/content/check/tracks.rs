//! Tracks: steps that exist, in a walk that makes sense without the others.

use super::{
    documents::{Document, Documents},
    flow, references,
    report::Report,
    scope::{self, Leaf, Scope},
};
use crate::content::{
    diagnostic::quoted,
    located::Located,
    schema::{Kind, Step, Track},
    source,
};
use std::collections::BTreeSet;

/// Looks at one track.
pub(super) fn check(track: &Document<'_, Track>, documents: &Documents<'_>, report: &mut Report) {
    let Some(practice) = documents.practice(&track.value.of) else {
        if !documents.is_unread(source::Kind::Practice, &track.value.of) {
            let what = format!("there is no practice called {}", quoted(&track.value.of));
            let practices = documents
                .practices
                .iter()
                .map(|practice| practice.value.id.as_str());
            report.no_such(
                track.file,
                &track.value.of,
                what,
                "practices in this pack",
                practices,
            );
        }
        return;
    };
    let scope = Scope {
        file: track.file,
        ..Scope::of_practice(practice, documents)
    };
    for (ask, option) in &track.value.suppose {
        references::read(
            &scope,
            documents,
            &Leaf {
                ask,
                option: Some(option),
            },
            report,
        );
    }
    let walk = walk(track, &scope, report);
    dead_steps(track, &scope, &walk, report);
    let lands = |step: &Step| {
        step.asks
            .iter()
            .any(|ask| matches!(ask.ask.value, Kind::Keep))
    };
    let practice_lands = scope.steps.iter().any(|step| lands(step));
    if practice_lands && !walk.iter().any(|(_, step)| lands(step)) {
        let help = "let it end with the step of its practice that asks what stays.";
        report.at(
            track.file,
            &track.value.id,
            "this track never lands",
            help.to_owned(),
        );
    }
}

/// The steps of the track that exist, each with the name it was called by.
fn walk<'a>(
    track: &'a Document<'_, Track>,
    scope: &Scope<'a>,
    report: &mut Report,
) -> Vec<(&'a Located<String>, &'a Step)> {
    let mut walk = Vec::new();
    let mut seen = BTreeSet::new();
    for name in &track.value.steps {
        let Some(step) = scope.step(name).and_then(|number| scope.steps.get(number)) else {
            let what = format!(
                "{} has no step called {}",
                quoted(&track.value.of),
                quoted(name)
            );
            let steps = scope.steps.iter().map(|step| step.id.as_str());
            report.no_such(track.file, name, what, "its steps", steps);
            continue;
        };
        if !seen.insert(name.as_str()) {
            report.at(
                track.file,
                name,
                format!("{} is walked already", quoted(name)),
                None,
            );
            continue;
        }
        walk.push((name, *step));
    }
    walk
}

/// Steps that wait for an ask this track neither walks before them nor supposes.
fn dead_steps(
    track: &Document<'_, Track>,
    scope: &Scope<'_>,
    walk: &[(&Located<String>, &Step)],
    report: &mut Report,
) {
    let mut known: BTreeSet<&str> = track
        .value
        .suppose
        .iter()
        .map(|(ask, _)| ask.as_str())
        .collect();
    // Asks of the detours may come any time, and names that don't exist were told of elsewhere.
    let elsewhere = |ask: &str| {
        scope
            .asks
            .get(ask)
            .is_none_or(|asked| asked.place.is_none())
    };
    for (number, (name, step)) in walk.iter().enumerate() {
        if leads_back_over(walk, number) {
            known.extend(walk.iter().flat_map(|(_, step)| ids(step)));
        }
        let waits = step
            .when
            .as_ref()
            .and_then(|when| flow::hopeless(when, &|ask| known.contains(ask) || elsewhere(ask)));
        if let Some(waits) = waits.filter(|waits| !waits.is_empty()) {
            let what = format!(
                "nobody comes to {} here: it waits for {}",
                quoted(name),
                quoted(waits)
            );
            let help = format!(
                "walk the step with {} before it, or suppose an answer: ({}, ...).",
                quoted(waits),
                quoted(waits)
            );
            report.at(track.file, *name, what, help);
        }
        known.extend(ids(step));
    }
}

/// Whether this step or a later one of the walk leads back to this one or an earlier one.
fn leads_back_over(walk: &[(&Located<String>, &Step)], number: usize) -> bool {
    let before: Vec<&str> = walk
        .iter()
        .take(number + 1)
        .map(|(name, _)| name.as_str())
        .collect();
    let later = walk.iter().skip(number).flat_map(|(_, step)| &step.asks);
    later
        .flat_map(scope::outcomes)
        .filter_map(|outcome| scope::step_target(outcome))
        .any(|step| before.contains(&step))
}

fn ids(step: &Step) -> impl Iterator<Item = &str> {
    step.asks.iter().map(|ask| ask.id.as_str())
}
