//! Two people at one keyboard: whose page it is, what comes of unseen answers, what takes two keys.

use super::{
    documents::{Document, Documents},
    report::Report,
    scope::{self, Place, Scope},
};
use crate::content::{
    diagnostic::quoted,
    schema::{Ask, By, Detours, Keep, Kind, Meaning, Outcome, Practice, Step},
};

/// Looks at every ask of a practice or of the detours.
pub(super) fn check(scope: &Scope<'_>, documents: &Documents<'_>, report: &mut Report) {
    for (at, ask) in scope.placed() {
        whose(scope, at, ask, report);
        spoken_of(scope, ask, report);
        came_of(scope, at, ask, report);
        drifting(scope, documents, at, ask, report);
    }
    for step in &scope.steps {
        go_ahead(scope, step, report);
    }
}

/// Who answers: somebody in the water only in the hand, and unseen only one of the two.
fn whose(scope: &Scope<'_>, at: Place, ask: &Ask, report: &mut Report) {
    // The hand is the first of the detours.
    let in_hand = scope.detours && at.step == 0;
    if matches!(ask.by, By::InWater | By::OnIce) && !in_hand {
        let what = format!("nobody is in the water at {}", quoted(&ask.id));
        let help = "InWater and OnIce are for the hand. Elsewhere there are Together, Each, Speaker and Listener.";
        report.at(scope.file, &ask.id, what, help.to_owned());
    }
    if ask.unseen && ask.by == By::Together {
        let what = format!("nothing says who answers {} unseen", quoted(&ask.id));
        let help = "say it with by: Each, by: Speaker or by: Listener.";
        report.at(scope.file, &ask.id, what, help.to_owned());
    }
}

/// What one person can't say for both, and what each has of their own.
fn spoken_of(scope: &Scope<'_>, ask: &Ask, report: &mut Report) {
    match ask.is {
        Some(Meaning::Floor | Meaning::Turn) if ask.by == By::Each => {
            let what = format!(
                "{} holds for both, and each is asked alone",
                quoted(&ask.id)
            );
            let help = "leave out by: Each, so that they choose it together.";
            report.at(scope.file, &ask.id, what, help.to_owned());
        }
        Some(Meaning::Watchman) if !matches!(ask.ask.value, Kind::Line | Kind::Text) => {
            let what = format!(
                "a watchman speaks in words, and {} has none",
                quoted(&ask.id)
            );
            let help = "make it a Line or a Text.";
            report.at(scope.file, &ask.ask, what, help.to_owned());
        }
        _ => {}
    }
}

/// What two unseen answers come to: they were given before, by each, in a step of which nothing is kept.
fn came_of(scope: &Scope<'_>, at: Place, ask: &Ask, report: &mut Report) {
    let (from, kind, fits): (_, _, fn(&Kind) -> bool) = match &ask.ask.value {
        Kind::Drawn { from } => (from, "a Choice, from the largest to the smallest", |kind| {
            matches!(kind, Kind::Choice(_))
        }),
        Kind::Shared { from } => (from, "a List", |kind| matches!(kind, Kind::List { .. })),
        _ => return,
    };
    let Some(source) = scope.asks.get(from.as_str()) else {
        if scope.complete {
            let what = format!("there is no ask called {}", quoted(from));
            let asks = scope.asks.keys().copied();
            report.no_such(scope.file, from, what, "asks here", asks);
        }
        return;
    };
    let step = source.place.and_then(|place| scope.steps.get(place.step));
    let before = source.place.is_some_and(|place| place.step < at.step);
    let (what, help) = if !fits(&source.ask.ask) {
        let what = format!("nothing can come of {} here", quoted(from));
        (what, format!("it has to be {kind}."))
    } else if source.ask.by != By::Each {
        let what = format!(
            "{} is asked of both, so nobody answers it unseen",
            quoted(from)
        );
        (what, format!("give {} by: Each.", quoted(from)))
    } else if !step.is_some_and(|step| is_sealed(step)) {
        let what = format!(
            "{} melts once it has come to this, and its step is saved",
            quoted(from)
        );
        let help = "give every ask of that step keep: Never.".to_owned();
        (what, help)
    } else if !before {
        let what = format!("{} hasn't been left by then", quoted(from));
        let help = "let this stand on a later step.".to_owned();
        (what, help)
    } else {
        return;
    };
    report.at(scope.file, from, what, help);
}

fn is_sealed(step: &Step) -> bool {
    step.asks.iter().all(|ask| ask.keep == Keep::Never)
}

/// The private part before two cross: nothing of it is kept, each is asked, and a yes to all of it is possible.
fn go_ahead(scope: &Scope<'_>, step: &Step, report: &mut Report) {
    let leads = |ask: &Ask| {
        scope::outcomes(ask)
            .into_iter()
            .any(|outcome| outcome.value == Outcome::GoAhead)
    };
    let Some(first) = step.asks.iter().find(|ask| leads(ask)) else {
        return;
    };
    if scope.detours {
        let what = "two people are asked whether they go on in a practice, not in a detour";
        report.at(scope.file, &first.id, what, None);
        return;
    }
    if !is_sealed(step) {
        let what = format!(
            "whether they go on is never kept, and the step {} is saved",
            quoted(&step.id)
        );
        let help = "give every ask of this step keep: Never.";
        report.at(scope.file, &first.id, what, help.to_owned());
    }
    for ask in &step.asks {
        if ask.by != By::Each {
            let what = format!(
                "each says alone whether they go on, and {} is asked of both",
                quoted(&ask.id)
            );
            let help = format!("give {} by: Each.", quoted(&ask.id));
            report.at(scope.file, &ask.id, what, help);
        }
        if !leads(ask) || !matches!(ask.ask.value, Kind::Choice(_)) {
            let what = format!(
                "no answer to {} goes ahead, so nobody could ever cross",
                quoted(&ask.id)
            );
            let help = "make it a Choice, and give the options that go on then: GoAhead.";
            report.at(scope.file, &ask.id, what, help.to_owned());
        }
    }
}

/// The floes that drift near.
pub(super) fn near(document: &Document<'_, Practice>, report: &mut Report) {
    let floes = &document.value.floes;
    for floe in floes {
        for (number, near) in floe.near.iter().enumerate() {
            let there = floes.iter().any(|other| *other.id == **near);
            let twice = floe.near.iter().take(number).any(|other| **other == **near);
            if !there {
                let what = format!("there is no floe called {}", quoted(near));
                let names = floes.iter().map(|floe| floe.id.as_str());
                report.no_such(document.file, near, what, "floes here", names);
            } else if *floe.id == **near {
                let what = format!("{} is the floe they come from", quoted(near));
                report.at(document.file, near, what, "name the others.".to_owned());
            } else if twice {
                let what = format!("{} has drifted near already", quoted(near));
                report.at(document.file, near, what, None);
            }
        }
    }
}

/// What two keys and drifting floes are for: each stands where floe looks for it, and nowhere else.
pub(super) fn detours(document: &Document<'_, Detours>, report: &mut Report) {
    let Detours { jump, drift, .. } = &document.value;
    let both = |ask: &Ask| matches!(ask.ask.value, Kind::Both { .. });
    let near = |ask: &Ask| matches!(ask.ask.value, Kind::Near);
    if !jump.asks.iter().any(both) {
        let what = "both jump, or nobody: this asks for no key";
        let help = "let it ask: Both(no: \"stay here\").";
        report.at(document.file, &jump.id, what, help.to_owned());
    }
    if !drift.asks.iter().any(near) {
        let what = "no floe is named here";
        report.at(
            document.file,
            &drift.id,
            what,
            "let it ask: Near.".to_owned(),
        );
    }
}

/// Floes are near only in the detour that opens when they drift.
fn drifting(
    scope: &Scope<'_>,
    documents: &Documents<'_>,
    at: Place,
    ask: &Ask,
    report: &mut Report,
) {
    let drift = documents.detours.as_ref().map(|all| &all.value.drift.id);
    let here = scope.steps.get(at.step).map(|step| &step.id);
    if matches!(ask.ask.value, Kind::Near) && !(scope.detours && here == drift) {
        let what = "no floe is near here";
        let help = "Near is for the detour drift. Go leads to a step.";
        report.at(scope.file, &ask.ask, what, help.to_owned());
    }
}
