//! The manifest: what it offers is there, and what is there is offered.

use super::{
    documents::{Document, Documents},
    report::Report,
    scope,
};
use crate::content::{
    diagnostic::quoted,
    schema::{Manifest, Outcome},
    source::Kind,
};
use std::collections::BTreeSet;

/// Looks at the offers of the first screen.
pub(super) fn check(
    manifest: &Document<'_, Manifest>,
    documents: &Documents<'_>,
    report: &mut Report,
) {
    let practices = documents.practices.iter().map(|one| &one.value.id);
    let tracks = documents.tracks.iter().map(|one| &one.value.id);
    let there: BTreeSet<&str> = practices.chain(tracks).map(|id| id.as_str()).collect();
    let offers = &manifest.value.practices;
    for offer in offers {
        let id = &offer.id;
        let unread = [Kind::Practice, Kind::Track]
            .iter()
            .any(|kind| documents.is_unread(*kind, id));
        if !there.contains(id.as_str()) && !unread {
            let what = format!("there is no practice or track called {}", quoted(id));
            report.no_such(
                manifest.file,
                id,
                what,
                "In this pack",
                there.iter().copied(),
            );
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
    if offers.is_empty() {
        let help = "Name at least one practice in practices.";
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
        if reached.contains(track.value.id.as_str()) {
            reached.insert(&track.value.of);
        }
    }
    let practices = documents
        .practices
        .iter()
        .map(|one| (one.file, &one.value.id));
    let tracks = documents.tracks.iter().map(|one| (one.file, &one.value.id));
    for (file, id) in practices.chain(tracks) {
        if !reached.contains(id.as_str()) {
            let what = format!("nothing leads to {}", quoted(id));
            report.at(file, id, what, "Offer it in pack.ron.".to_owned());
        }
    }
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
            "Such as en, sv or pt-BR.".to_owned(),
        );
    }
}
