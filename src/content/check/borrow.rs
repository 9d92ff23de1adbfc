//! Steps that are walked in more than one practice: one practice has them, others borrow them.
//!
//! A borrowed step is looked at where it stands. Here only its name is, and whether it fits beside the steps of the
//! practice that borrows it. What it reads of its own practice simply doesn't hold elsewhere.

use super::{
    documents::{Document, Documents},
    report::Report,
};
use crate::content::{
    diagnostic::quoted,
    id::Id,
    model,
    schema::{Practice, Step},
    source,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Looks at every name a practice borrows by.
pub(super) fn check(
    document: &Document<'_, Practice>,
    documents: &Documents<'_>,
    report: &mut Report,
) {
    let own = || steps_of(&document.value);
    let mut steps: BTreeSet<&str> = own().map(|step| step.id.as_str()).collect();
    let mut asks: BTreeSet<&str> = own()
        .flat_map(|step| &step.asks)
        .map(|ask| ask.id.as_str())
        .collect();
    for name in document.value.floes.iter().flat_map(|floe| &floe.borrow) {
        let Some(step) = lent(document, documents, name) else {
            if steps.contains(name.as_str()) {
                let what = format!("the step {} stands in this practice", quoted(name));
                let help = "steps are borrowed from other practices.";
                report.at(document.file, name, what, help.to_owned());
            } else if !documents.has_unread(source::Kind::Practice) {
                let what = format!("no other practice has a step called {}", quoted(name));
                let others = others(document, documents).flat_map(steps_of);
                let names = others.map(|step| step.id.as_str());
                report.no_such(document.file, name, what, "their steps", names);
            }
            continue;
        };
        if !steps.insert(&step.id) {
            let what = format!("the step {} is walked here already", quoted(name));
            report.at(document.file, name, what, None);
            continue;
        }
        for ask in &step.asks {
            if !asks.insert(&ask.id) {
                let what = format!(
                    "the step {} asks {}, and so does another one here",
                    quoted(name),
                    quoted(&ask.id)
                );
                let help = "give the ask of this practice another name.";
                report.at(document.file, name, what, help.to_owned());
            }
        }
    }
}

/// The steps a practice borrows, as far as they are there.
pub(super) fn steps<'a>(
    document: &'a Document<'a, Practice>,
    documents: &'a Documents<'a>,
) -> Vec<&'a Step> {
    let names = document.value.floes.iter().flat_map(|floe| &floe.borrow);
    names
        .filter_map(|name| lent(document, documents, name))
        .collect()
}

/// Puts borrowed steps behind the steps of their floes: the very same ones.
pub(super) fn lend(documents: &Documents<'_>, practices: &mut BTreeMap<Id, Arc<model::Practice>>) {
    let written: BTreeMap<_, _> = documents
        .practices
        .iter()
        .map(|document| (document.value.id.as_str(), document))
        .collect();
    let lenders = practices.clone();
    for (id, practice) in practices.iter_mut() {
        let Some(document) = written.get(id.as_str()) else {
            continue;
        };
        let floes = document.value.floes.iter().enumerate();
        for (at, floe) in floes.filter(|(_, floe)| !floe.borrow.is_empty()) {
            let lent = floe.borrow.iter().filter_map(|name| {
                let others = lenders.iter().filter(|(other, _)| *other != id);
                let mut steps = others
                    .flat_map(|(_, other)| &other.floes)
                    .flat_map(|f| &f.steps);
                steps.find(|step| step.id == name.as_str()).cloned()
            });
            let lent: Vec<_> = lent.collect();
            if let Some(floe) = Arc::make_mut(practice).floes.get_mut(at) {
                floe.steps.extend(lent);
            }
        }
    }
}

/// A step of another practice.
fn lent<'a>(
    document: &Document<'_, Practice>,
    documents: &'a Documents<'_>,
    name: &str,
) -> Option<&'a Step> {
    let mut steps = others(document, documents).flat_map(steps_of);
    steps.find(|step| *step.id == name)
}

/// The other practices, by id.
fn others<'a>(
    document: &Document<'_, Practice>,
    documents: &'a Documents<'_>,
) -> impl Iterator<Item = &'a Practice> {
    let own = document.file.name.clone();
    let mut others: Vec<_> = documents
        .practices
        .iter()
        .filter(|other| other.file.name != own)
        .map(|other| &other.value)
        .collect();
    others.sort_by(|one, other| one.id.as_str().cmp(&other.id));
    others.into_iter()
}

fn steps_of(practice: &Practice) -> impl Iterator<Item = &Step> {
    practice.floes.iter().flat_map(|floe| &floe.steps)
}
