//! Answers that melt: what `keep: Never` forbids others to read, so that nothing of it can come back.
//!
//! Such an answer is nowhere once its step is left, and a crossing that is resumed never knew it.

use super::{
    report::Report,
    scope::{self, Asked, Place, Scope},
};
use crate::content::{
    diagnostic::quoted,
    schema::{Ask, Keep, Kind},
};

/// Looks at everything that reads an answer which melts.
pub(super) fn check(scope: &Scope<'_>, report: &mut Report) {
    for condition in scope.conditions() {
        for leaf in scope::leaves(condition.value) {
            let Some((place, _)) = melts(scope, leaf.ask) else {
                continue;
            };
            if place.step != condition.at.step {
                let what = format!(
                    "{} has melted by then, and cannot be read",
                    quoted(leaf.ask)
                );
                report.at(
                    scope.file,
                    leaf.ask,
                    what,
                    "what is never kept can be read only inside its own step.".to_owned(),
                );
            } else if !sealed(scope, place.step) {
                let what = format!(
                    "{} melts, and this step is saved: after a break the condition could not be read",
                    quoted(leaf.ask)
                );
                report.at(scope.file, leaf.ask, what, "give every ask of this step keep: Never, or move the others to a step of their own.".to_owned());
            }
        }
    }
    for source in scope.sources() {
        let id = source.value.split('/').next().unwrap_or_default();
        if melts(scope, id).is_some_and(|(place, _)| place.step != source.at.step) {
            let what = format!("{} has melted by then, and cannot be shown", quoted(id));
            report.at(
                scope.file,
                source.value,
                what,
                "what is never kept can be shown only inside its own step.".to_owned(),
            );
        }
    }
    for (_, ask) in scope.placed() {
        composed(scope, ask, report);
    }
}

/// A composed text that is saved would save the words in it.
fn composed(scope: &Scope<'_>, ask: &Ask, report: &mut Report) {
    let Kind::Compose(parts) = &ask.ask.value else {
        return;
    };
    if ask.keep == Keep::Never {
        return;
    }
    for part in parts {
        let id = part.from.split('/').next().unwrap_or_default();
        if melts(scope, id).is_some() {
            let what = format!(
                "{} melts, and this text made of it would be saved",
                quoted(id)
            );
            report.at(
                scope.file,
                &part.from,
                what,
                format!("give {} keep: Never too.", quoted(&ask.id)),
            );
        }
    }
}

fn melts<'a>(scope: &Scope<'a>, id: &str) -> Option<(Place, &'a Ask)> {
    match scope.asks.get(id) {
        Some(Asked {
            ask,
            place: Some(place),
        }) if ask.keep == Keep::Never => Some((*place, ask)),
        _ => None,
    }
}

fn sealed(scope: &Scope<'_>, step: usize) -> bool {
    let step = scope.steps.get(step);
    step.is_some_and(|step| step.asks.iter().all(|ask| ask.keep == Keep::Never))
}
