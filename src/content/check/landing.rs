//! The landing: every practice ends by asking what stays, and then lands.

use super::{
    documents::Document,
    report::Report,
    scope::{self, Scope},
};
use crate::content::{
    diagnostic::quoted,
    schema::{Ask, Floe, Kind, Outcome, Practice},
};

/// A practice asks once what stays, in its last floe, and lands after that.
pub(super) fn check(document: &Document<'_, Practice>, report: &mut Report) {
    let file = document.file;
    let keeping: Vec<(usize, &Ask)> = keeping(&document.value);
    let Some((floe, ask)) = keeping.first() else {
        let what = "this practice never asks what stays";
        let help = "one ask in the last floe has ask: Keep, and Landed follows it.";
        report.at(file, &document.value.id, what, help.to_owned());
        return;
    };
    for (_, again) in keeping.iter().skip(1) {
        let what = format!("what stays is asked already, at {}", quoted(&ask.id));
        report.at(file, &again.ask, what, None);
    }
    if floe + 1 != document.value.floes.len() {
        let help = "move it into the last floe.";
        report.at(
            file,
            &ask.ask,
            "what stays is asked at the landing",
            help.to_owned(),
        );
    } else if !lands(&document.value, ask) {
        let help = "let then: Landed follow it.";
        report.at(file, &ask.ask, "nobody lands after this", help.to_owned());
    }
}

/// The detours never end a crossing by themselves.
pub(super) fn check_detours(scope: &Scope<'_>, report: &mut Report) {
    for (_, ask) in scope
        .placed()
        .filter(|(_, ask)| matches!(ask.ask.value, Kind::Keep))
    {
        let what = "what stays is asked at the landing of a practice, not in a detour";
        report.at(scope.file, &ask.ask, what, None);
    }
}

/// Every ask for what stays, with the number of its floe.
fn keeping(practice: &Practice) -> Vec<(usize, &Ask)> {
    let floes = practice.floes.iter().enumerate();
    floes
        .flat_map(|(number, floe)| asks(floe).map(move |ask| (number, ask)))
        .filter(|(_, ask)| matches!(ask.ask.value, Kind::Keep))
        .collect()
}

fn lands(practice: &Practice, keep: &Ask) -> bool {
    let last = practice.floes.last().into_iter().flat_map(asks);
    let from_here = last.skip_while(|ask| !std::ptr::eq(*ask, keep));
    from_here
        .flat_map(scope::outcomes)
        .any(|outcome| outcome.value == Outcome::Landed)
}

fn asks(floe: &Floe) -> impl Iterator<Item = &Ask> {
    floe.steps.iter().flat_map(|step| &step.asks)
}
