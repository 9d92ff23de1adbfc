//! Return visits: paths that something opens, and pages that know which agreement they are about.

use super::{documents::Document, report::Report, scope};
use crate::content::{
    diagnostic::quoted,
    located::Located,
    schema::{
        Ask, By, Clause, Condition, Detours, Floe, Kind, Meaning, Outcome, Path, Practice,
        Standing, Step,
    },
    source::File,
};

/// Options that change what becomes of an agreement.
const FATES: [&str; 4] = ["agreed", "completed", "ended", "differently"];

/// Looks at the paths of a practice, and at what every page says of agreements.
pub(super) fn check(document: &Document<'_, Practice>, report: &mut Report) {
    let Document { file, value } = document;
    let floes = &value.floes;
    for (at, floe) in floes.iter().enumerate() {
        if let Some(path) = floe.path {
            let place = (at, path);
            stands(file, floes, place, report);
            opens(file, floes, place, report);
        }
        drifts(file, floes, floe, report);
        for step in &floe.steps {
            about(file, step, floe.path.is_some(), report);
            for ask in &step.asks {
                leads(file, floes, floe, ask, report);
            }
        }
    }
}

/// The detours open anywhere, so nothing in them knows of an agreement.
pub(super) fn detours(document: &Document<'_, Detours>, report: &mut Report) {
    for step in document.value.steps() {
        about(document.file, step, false, report);
        for ask in &step.asks {
            if matches!(&*ask.ask, Kind::EachAgreement(_)) {
                let what = "agreements are asked about in a practice, not in a detour";
                report.at(document.file, &ask.ask, what, None);
            }
        }
    }
}

/// Where the floe of a path stands: with the others, between the marks and the landing.
fn stands(file: &File, floes: &[Floe], (at, path): (usize, Path), report: &mut Report) {
    let Some(floe) = floes.get(at) else { return };
    let id = &floe.id;
    let before = floes.get(..at).unwrap_or_default();
    if let Some(other) = before.iter().find(|other| other.path == Some(path)) {
        let what = format!("the path {path:?} leads to {} already", quoted(&other.id));
        report.at(file, id, what, None);
    }
    let gap = before.last().is_some_and(|last| last.path.is_none())
        && before.iter().any(|other| other.path.is_some());
    if at == 0 || at + 1 == floes.len() {
        let what = "a path leads from the marks to the landing, and this floe is at the end";
        let help = "put a floe without a path before the paths, and one behind them.";
        report.at(file, id, what, help.to_owned());
    } else if gap {
        let what = "another floe stands between this path and those before it";
        let help = "let all paths stand together: what follows them is walked when they are over.";
        report.at(file, id, what, help.to_owned());
    }
}

/// Whether anything leads onto a path.
fn opens(file: &File, floes: &[Floe], (at, path): (usize, Path), report: &mut Report) {
    let Some(floe) = floes.get(at) else { return };
    if path == Path::Anew {
        let here = |step: &str| stands_on(floe, step);
        let others = floes.iter().filter(|other| other.path.is_some());
        let mut asks = others.filter(|other| other.id != floe.id).flat_map(asks);
        let reached = asks.any(|ask| {
            let outcomes = scope::outcomes(ask).into_iter();
            let mut targets = outcomes.filter_map(|outcome| scope::step_target(outcome));
            targets.any(here)
        });
        if !reached {
            let what = "no other path leads here, and no mark does";
            let help = "let an answer on another path lead here: then: Go(...).";
            report.at(file, &floe.id, what, help.to_owned());
        }
        return;
    }
    let before = floes.get(..at).unwrap_or_default().iter();
    let marked = before
        .flat_map(asks)
        .any(|ask| ask.is == Some(Meaning::Mark));
    if !marked {
        let what = "nothing opens this path: no agreement is marked before it";
        let help = "let a floe before it ask EachAgreement([...]), is: Mark.";
        report.at(file, &floe.id, what, help.to_owned());
    }
}

/// Nobody drifts onto a path.
fn drifts(file: &File, floes: &[Floe], floe: &Floe, report: &mut Report) {
    for near in &floe.near {
        let there = floes.iter().find(|other| other.id == *near);
        if there.is_some_and(|there| there.path.is_some()) {
            let what = format!(
                "{} is walked for an agreement, and none is at hand",
                quoted(near)
            );
            let help = "name floes without a path.";
            report.at(file, near, what, help.to_owned());
        }
    }
}

/// Onto a path lead only the marks, and other paths.
fn leads(file: &File, floes: &[Floe], from: &Floe, ask: &Ask, report: &mut Report) {
    for outcome in scope::outcomes(ask) {
        let (Outcome::Go(step) | Outcome::Again { step, .. } | Outcome::Swap { step, .. }) =
            &outcome.value
        else {
            continue;
        };
        let mut paths = floes.iter().filter(|floe| floe.path.is_some());
        if from.path.is_none() && paths.any(|floe| stands_on(floe, step)) {
            let what = format!(
                "{} stands on a path, and only marks lead there",
                quoted(step)
            );
            report.at(file, step, what, None);
        }
    }
}

fn stands_on(floe: &Floe, step: &str) -> bool {
    let mut own = floe.steps.iter().map(|step| step.id.as_str());
    own.any(|id| id == step) || floe.borrow.iter().any(|id| id.as_str() == step)
}

fn asks(floe: &Floe) -> impl Iterator<Item = &Ask> {
    floe.steps.iter().flat_map(|step| &step.asks)
}

/// What a step says of the agreement at hand: there has to be one.
fn about(file: &File, step: &Step, path: bool, report: &mut Report) {
    let mut conditions: Vec<(&Located<Condition>, bool)> =
        step.when.iter().map(|when| (when, path)).collect();
    for ask in &step.asks {
        let mut at_hand = path;
        conditions.extend(ask.when.iter().map(|when| (when, path)));
        if let Kind::EachAgreement(options) = &*ask.ask {
            at_hand = true;
            each(file, ask, path, report);
            conditions.extend(
                options
                    .iter()
                    .filter_map(|option| Some((option.when.as_ref()?, true))),
            );
        }
        if let Kind::Choice(options) = &*ask.ask {
            let offered = options.iter().filter_map(|option| option.when.as_ref());
            conditions.extend(offered.map(|when| (when, path)));
        }
        conditions.extend(ask.notes.iter().map(|note| (&note.when, at_hand)));
        shows(file, ask, at_hand, report);
        means(file, ask, path, report);
    }
    for (condition, at_hand) in conditions {
        if !at_hand && standings(condition).any(|standing| standing != Standing::Any) {
            let what = "this never holds: no agreement is at hand here";
            let help = "Agreement(Any) holds wherever one was brought along. The others are for floes with a path, and for the notes of EachAgreement.";
            report.at(file, condition, what, help.to_owned());
        }
    }
}

/// An ask that is put for each agreement.
fn each(file: &File, ask: &Ask, path: bool, report: &mut Report) {
    if path {
        let what = "a path is about one agreement, and this asks about each";
        let help = "ask it on a floe before the paths.";
        report.at(file, &ask.ask, what, help.to_owned());
    }
    let Kind::EachAgreement(options) = &*ask.ask else {
        return;
    };
    for then in options.iter().filter_map(|option| option.then.as_ref()) {
        let what = "other agreements have to be asked about before anything follows";
        let help = "what follows the last one stands beside the ask, as its then.";
        report.at(file, then, what, help.to_owned());
    }
}

fn shows(file: &File, ask: &Ask, at_hand: bool, report: &mut Report) {
    let pieces = ask.shows.iter().chain(&ask.panes);
    for show in pieces.filter(|show| show.agreement.is_some()) {
        if let Some(from) = show.from.first() {
            let what = "this shows an agreement, and an answer besides";
            let help = "leave out one of the two.";
            report.at(file, from, what, help.to_owned());
        }
        if !at_hand {
            let what = format!("no agreement is at hand at {}", quoted(&ask.id));
            let help = "show one on a floe with a path, or where EachAgreement asks.";
            report.at(file, &ask.id, what, help.to_owned());
        }
    }
}

/// What floe has a use for only where an agreement is at hand.
fn means(file: &File, ask: &Ask, path: bool, report: &mut Report) {
    let id = &ask.id;
    let is_each = matches!(&*ask.ask, Kind::EachAgreement(_));
    let is_choice = matches!(&*ask.ask, Kind::Choice(_));
    let is_words = matches!(
        &*ask.ask,
        Kind::Line | Kind::Text | Kind::Slots(_) | Kind::Compose(_)
    );
    match ask.is {
        Some(Meaning::Note | Meaning::Became | Meaning::Wish) if !path => {
            let what = format!("no agreement is at hand at {}", quoted(id));
            let help = "ask it on a floe with a path.";
            report.at(file, id, what, help.to_owned());
        }
        Some(Meaning::Mark) if !is_each => {
            let what = format!(
                "{} marks agreements, and each of them is marked",
                quoted(id)
            );
            let help = "make it EachAgreement([...]).";
            report.at(file, &ask.ask, what, help.to_owned());
        }
        Some(Meaning::ShowMark) if !is_each && !is_choice => {
            let what = format!("what {} is has to be chosen", quoted(id));
            let help = "make it a Choice for all marks, or EachAgreement for one after the other.";
            report.at(file, &ask.ask, what, help.to_owned());
        }
        Some(Meaning::Note | Meaning::Wish | Meaning::Agreement(Clause::Purpose)) if !is_words => {
            let what = format!("{} is told in words, and has none", quoted(id));
            report.at(file, &ask.ask, what, "make it a Line or a Text.".to_owned());
        }
        Some(Meaning::Became) => becomes(file, ask, report),
        _ => {}
    }
}

/// What becomes of an agreement is chosen, and by both where there are two.
fn becomes(file: &File, ask: &Ask, report: &mut Report) {
    let options = match &*ask.ask {
        Kind::Choice(options) => options.as_slice(),
        _ => &[],
    };
    let known = |id: &str| FATES.contains(&id);
    if !options.iter().any(|option| known(&option.id)) {
        let what = format!("nothing can become of an agreement at {}", quoted(&ask.id));
        let help = format!(
            "make it a Choice; the options {} change an agreement, all others let it stand.",
            FATES.join(", ")
        );
        report.at(file, &ask.ask, what, help);
    }
    if !matches!(ask.by, By::Each | By::Together) {
        let what = format!(
            "one person alone changes nothing, and {} is asked of one",
            quoted(&ask.id)
        );
        let help = format!("give {} by: Each.", quoted(&ask.id));
        report.at(file, &ask.id, what, help);
    }
}

/// Everything a condition waits for in the agreement at hand, at any depth.
fn standings(condition: &Condition) -> Box<dyn Iterator<Item = Standing> + '_> {
    match condition {
        Condition::Agreement(standing) => Box::new(std::iter::once(*standing)),
        Condition::Not(inner) => standings(inner),
        Condition::All(inner) | Condition::Any(inner) => Box::new(inner.iter().flat_map(standings)),
        _ => Box::new(std::iter::empty()),
    }
}
