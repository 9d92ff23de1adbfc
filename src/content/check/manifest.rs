//! The manifest: what it offers is there, and what is there is offered.

use super::{
    documents::{Document, Documents},
    report::Report,
    scope,
};
use crate::content::{
    diagnostic::quoted,
    schema::{Manifest, Outcome},
    source::{File, Kind},
};
use std::collections::BTreeSet;

/// Looks at the offers of the first screen.
pub(super) fn check(
    manifest: &Document<'_, Manifest>,
    documents: &Documents<'_>,
    report: &mut Report,
) {
    let offers = &manifest.value.practices;
    for offer in offers {
        let id = &offer.id;
        let there = documents.practice(id).is_some() || documents.track(id).is_some();
        let unread = |kind| documents.is_unread(kind, id);
        if !there && !unread(Kind::Practice) && !unread(Kind::Track) {
            let what = format!("there is no practice or track called {}", quoted(id));
            report.no_such(manifest.file, id, what, "there are", walks(documents));
        }
        if offer.minutes.value == 0 {
            report.at(
                manifest.file,
                &offer.minutes,
                "nothing takes no time at all",
                None,
            );
        }
    }
    if offers.is_empty() && documents.holds_nothing_else() {
        let help = "name at least one practice in practices.";
        report.at(
            manifest.file,
            &manifest.value.id,
            "this pack offers nothing",
            help.to_owned(),
        );
    }
    language(manifest, report);
    unoffered(manifest, documents, report);
}

/// The practices and tracks there are, those that aren't lent first.
fn walks<'a>(documents: &'a Documents<'_>) -> Vec<&'a str> {
    let practices = documents.practices.iter();
    let practices = practices.map(|one| (one.file.is_lent(), one.value.id.as_str()));
    let tracks = documents.tracks.iter();
    let tracks = tracks.map(|one| (one.file.is_lent(), one.value.id.as_str()));
    let mut walks: Vec<_> = practices.chain(tracks).collect();
    walks.sort_by_key(|(is_lent, _)| *is_lent);
    walks.into_iter().map(|(_, id)| id).collect()
}

/// A practice is offered by itself or through a track, a track by itself or by walking on along it.
fn unoffered(manifest: &Document<'_, Manifest>, documents: &Documents<'_>, report: &mut Report) {
    let mut reached: BTreeSet<&str> = manifest
        .value
        .practices
        .iter()
        .map(|offer| offer.id.as_str())
        .collect();
    let floes = documents
        .practices
        .iter()
        .flat_map(|practice| &practice.value.floes);
    let asks = floes
        .flat_map(|floe| &floe.steps)
        .flat_map(|step| &step.asks);
    reached.extend(
        asks.flat_map(scope::outcomes)
            .filter_map(|outcome| match &outcome.value {
                Outcome::Walk(track) => Some(track.as_str()),
                _ => None,
            }),
    );
    for track in &documents.tracks {
        if names_of(track.file, &track.value.id).any(|name| reached.contains(name)) {
            reached.insert(&track.value.of);
        }
    }
    let practices = documents
        .practices
        .iter()
        .map(|one| (one.file, &one.value.id));
    let tracks = documents.tracks.iter().map(|one| (one.file, &one.value.id));
    // What is lent for its sentences can be left unused.
    for (file, id) in practices.chain(tracks).filter(|(file, _)| !file.lent) {
        if !names_of(file, id).any(|name| reached.contains(name)) {
            let what = format!("nothing leads to {}", quoted(id));
            report.at(file, id, what, "offer it in pack.ron.".to_owned());
        }
    }
}

/// What a file may be called by; that both are the same is looked at elsewhere.
fn names_of<'a>(file: &'a File, id: &'a str) -> impl Iterator<Item = &'a str> {
    [id, file.stem()].into_iter()
}

fn language(manifest: &Document<'_, Manifest>, report: &mut Report) {
    let tag = &manifest.value.language;
    let part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    if !tag.split('-').all(part) {
        let what = format!("{} isn't a language tag", quoted(tag));
        report.at(
            manifest.file,
            tag,
            what,
            "such as en, sv or pt-BR.".to_owned(),
        );
    }
}
