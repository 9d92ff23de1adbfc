//! Everything that points at something by name, and whether it is there.

use super::{
    documents::Documents,
    report::Report,
    scope::{self, Asked, Leaf, Scope},
};
use crate::content::{
    diagnostic::quoted,
    located::Located,
    schema::{Ask, Kind, List, Outcome},
    source,
};

/// Looks at everything a practice or the detours point at.
pub(super) fn check(scope: &Scope<'_>, documents: &Documents<'_>, report: &mut Report) {
    for condition in scope.conditions() {
        for leaf in scope::leaves(condition.value) {
            read(scope, documents, &leaf, report);
        }
    }
    for source in scope.sources() {
        shown(scope, source.value, report);
    }
    for outcome in scope.outcomes() {
        target(scope, documents, outcome.value, report);
    }
    for (_, ask) in scope.placed() {
        if let Kind::Pick { list, .. } = &ask.ask.value {
            picked_from(scope, documents, list, report);
        }
    }
}

/// A condition's ask, and the option it waits for.
pub(super) fn read(
    scope: &Scope<'_>,
    documents: &Documents<'_>,
    leaf: &Leaf<'_>,
    report: &mut Report,
) {
    let Some(asked) = ask(scope, leaf.ask, report) else {
        return;
    };
    let Some(option) = leaf.option else { return };
    let offered: Vec<&str> = match (scope::options(asked.ask), &asked.ask.ask.value) {
        (Some(options), _) => options,
        (None, Kind::Pick { list, .. }) => match documents.list(list) {
            Some(list) => words(list).collect(),
            None => return,
        },
        (None, _) => {
            let what = format!(
                "nothing is chosen at {}: it is answered in one's own words, or not at all",
                quoted(leaf.ask)
            );
            report.at(
                scope.file,
                leaf.ask,
                what,
                "conditions read choices, never words. Answered and Passed read any ask."
                    .to_owned(),
            );
            return;
        }
    };
    if !offered.contains(&option.as_str()) {
        let what = format!(
            "{} cannot be chosen at {}",
            quoted(option),
            quoted(leaf.ask)
        );
        report.no_such(
            scope.file,
            option,
            what,
            "what can be chosen there",
            offered,
        );
    }
}

fn ask<'a>(scope: &Scope<'a>, id: &Located<String>, report: &mut Report) -> Option<Asked<'a>> {
    let found = scope.asks.get(id.as_str()).copied();
    if found.is_none() && scope.complete {
        let what = format!("there is no ask called {}", quoted(id));
        report.no_such(
            scope.file,
            id,
            what,
            "asks here",
            scope.asks.keys().copied(),
        );
    }
    found
}

/// An earlier answer above a prompt or in a composed text: `ask`, or `ask/slot`.
fn shown(scope: &Scope<'_>, source: &Located<String>, report: &mut Report) {
    let (id, slot) = source
        .split_once('/')
        .map_or((source.as_str(), None), |(id, slot)| (id, Some(slot)));
    let Some(asked) = scope.asks.get(id) else {
        if scope.complete {
            let what = format!("there is no ask called {}", quoted(id));
            report.no_such(
                scope.file,
                source,
                what,
                "asks here",
                scope.asks.keys().copied(),
            );
        }
        return;
    };
    if let Some(slot) = slot {
        slot_of(scope, asked.ask, slot, source, report);
    } else if matches!(
        asked.ask.ask.value,
        Kind::Show | Kind::Pause { .. } | Kind::Keep | Kind::Both { .. } | Kind::Near
    ) {
        let what = format!(
            "nobody writes or chooses anything at {}, so there is nothing to show",
            quoted(id)
        );
        report.at(scope.file, source, what, None);
    }
}

fn slot_of(
    scope: &Scope<'_>,
    ask: &Ask,
    slot: &str,
    source: &Located<String>,
    report: &mut Report,
) {
    let Kind::Slots(slots) = &ask.ask.value else {
        let what = format!("{} has no slots", quoted(&ask.id));
        report.at(
            scope.file,
            source,
            what,
            format!("its whole answer is {}.", quoted(&ask.id)),
        );
        return;
    };
    if slots.iter().all(|named| *named.id != slot) {
        let what = format!("{} has no slot called {}", quoted(&ask.id), quoted(slot));
        let names: Vec<String> = slots
            .iter()
            .map(|named| format!("{}/{}", *ask.id, *named.id))
            .collect();
        report.no_such(
            scope.file,
            source,
            what,
            "its slots",
            names.iter().map(String::as_str),
        );
    }
}

fn target(scope: &Scope<'_>, documents: &Documents<'_>, outcome: &Outcome, report: &mut Report) {
    match outcome {
        Outcome::Go(step) | Outcome::Again { step, .. } | Outcome::Swap { step, .. }
            if scope.step(step).is_none()
                && !scope.borrowed.iter().any(|lent| lent.id == *step) =>
        {
            let what = format!("there is no step called {}", quoted(step));
            let steps = scope.steps.iter().map(|step| step.id.as_str());
            report.no_such(scope.file, step, what, "steps here", steps);
        }
        Outcome::Walk(track) => walked(scope, documents, track, report),
        _ => {}
    }
}

fn walked(scope: &Scope<'_>, documents: &Documents<'_>, id: &Located<String>, report: &mut Report) {
    match documents.track(id) {
        Some(track)
            if !scope.detours
                && *track.value.of != scope.file.stem()
                && documents.practice(&track.value.of).is_some() =>
        {
            let what = format!(
                "the track {} walks the steps of another practice, {}",
                quoted(id),
                quoted(&track.value.of)
            );
            report.at(
                scope.file,
                id,
                what,
                "a walk goes on in this practice, along fewer of its steps.".to_owned(),
            );
        }
        // Another practice can be gone on with as well.
        None if documents.practice(id).is_some() && *scope.file.stem() != **id => {}
        None if !documents.is_unread(source::Kind::Track, id) => {
            let what = format!("there is no track called {}", quoted(id));
            let tracks = documents.tracks.iter().map(|track| track.value.id.as_str());
            report.no_such(scope.file, id, what, "tracks in this pack", tracks);
        }
        _ => {}
    }
}

fn picked_from(
    scope: &Scope<'_>,
    documents: &Documents<'_>,
    id: &Located<String>,
    report: &mut Report,
) {
    if documents.list(id).is_none() && !documents.is_unread(source::Kind::List, id) {
        let what = format!("there is no word list called {}", quoted(id));
        let lists = documents.lists.iter().map(|list| list.value.id.as_str());
        report.no_such(scope.file, id, what, "lists in this pack", lists);
    }
}

/// Every word of a list.
pub(super) fn words(list: &List) -> impl Iterator<Item = &str> {
    list.groups
        .iter()
        .flat_map(|group| &group.words)
        .map(|word| word.as_str())
}
