//! The way through a practice: steps nobody can come to, rounds nobody can leave.

use super::{
    report::Report,
    scope::{self, Place, Scope},
};
use crate::content::{
    diagnostic::quoted,
    located::Located,
    schema::{Ask, Condition, Kind, Outcome},
};

/// Looks at where every answer leads, and whether every condition can hold.
pub(super) fn check(scope: &Scope<'_>, report: &mut Report) {
    let rounds = Rounds::of(scope);
    for reading in scope.conditions() {
        if let Some(waits) = hopeless(reading.value, &|leaf| {
            rounds.can_be_read(scope, leaf, reading.at)
        }) {
            never(scope, reading.value, waits, report);
        }
    }
    for source in scope.sources() {
        let id = source.value.split('/').next().unwrap_or_default();
        if !rounds.can_be_read(scope, id, source.at) {
            let what = format!(
                "{} is asked only later, so there is nothing to show yet",
                quoted(id)
            );
            report.at(scope.file, source.value, what, None);
        }
    }
    let mut closed = Vec::new();
    for (at, ask) in scope.placed() {
        if is_closed(scope, at, ask) {
            let what = format!("every way from {} leads back", quoted(&ask.id));
            report.at(
                scope.file,
                &ask.id,
                what,
                "let one answer go on.".to_owned(),
            );
            closed.push(at);
        }
        for outcome in scope::outcomes(ask) {
            round_forward(scope, at, outcome, report);
        }
    }
    if !scope.detours {
        led_past(scope, &closed, report);
    }
}

/// Whether a condition can never hold; if so, which ask it waits for in vain (empty: it waits for nothing).
///
/// `can_be_read` says whether an ask may have been reached. What stands under `Not` holds without it.
pub(super) fn hopeless<'a>(
    condition: &'a Condition,
    can_be_read: &dyn Fn(&str) -> bool,
) -> Option<&'a str> {
    match condition {
        Condition::Chose(ask, _) | Condition::Answered(ask) | Condition::Passed(ask) => {
            (!can_be_read(ask)).then_some(ask.as_str())
        }
        Condition::All(inner) => inner.iter().find_map(|one| hopeless(one, can_be_read)),
        Condition::Any(inner) => {
            let mut first = None;
            for one in inner {
                let waits = hopeless(one, can_be_read)?;
                first = first.or(Some(waits));
            }
            Some(first.unwrap_or_default())
        }
        Condition::Not(inner) => match &**inner {
            Condition::Not(twice) => hopeless(twice, can_be_read),
            Condition::All(none) if none.is_empty() => Some(""),
            _ => None,
        },
        Condition::Stance(_)
        | Condition::Mode(_)
        | Condition::FirstVisit
        | Condition::SavingOff
        | Condition::Agreement(_) => None,
    }
}

fn never(scope: &Scope<'_>, condition: &Located<Condition>, waits: &str, report: &mut Report) {
    let (what, help) = if waits.is_empty() {
        (
            "this never holds: there is nothing in it that could".to_owned(),
            None,
        )
    } else {
        let what = format!("this never holds: {} is asked only later", quoted(waits));
        let help = format!(
            "move {} up, or let a round lead back from behind it.",
            quoted(waits)
        );
        (what, Some(help))
    };
    report.at(scope.file, condition, what, help);
}

/// Where the way leads back.
struct Rounds(Vec<(Place, usize)>);

impl Rounds {
    fn of(scope: &Scope<'_>) -> Self {
        let back = scope.outcomes().into_iter().filter_map(|outcome| {
            let to = leads_back(scope, outcome.at, outcome.value)?;
            Some((outcome.at, scope.start(to).ask))
        });
        Self(back.collect())
    }

    /// Whether an ask may have been reached before this place. Asks that don't exist count as read:
    /// another rule has spoken of them.
    fn can_be_read(&self, scope: &Scope<'_>, ask: &str, at: Place) -> bool {
        let Some(place) = scope.asks.get(ask).and_then(|asked| asked.place) else {
            return true;
        };
        if scope.detours && place.step != at.step {
            return true;
        }
        // How far back one can come from there, by rounds that may overlap.
        let mut earliest = place.ask + 1;
        loop {
            let back = self.0.iter().filter(|(from, _)| from.ask + 1 >= earliest);
            match back.map(|(_, to)| *to).min() {
                Some(to) if to < earliest => earliest = to,
                _ => return at.ask >= earliest,
            }
        }
    }
}

/// The step an outcome leads back to: its own, or an earlier one.
fn leads_back(scope: &Scope<'_>, at: Place, outcome: &Outcome) -> Option<usize> {
    match outcome {
        Outcome::Go(step) | Outcome::Again { step, .. } | Outcome::Swap { step, .. } => {
            scope.step(step).filter(|step| *step <= at.step)
        }
        _ => None,
    }
}

/// Whether every answer leads back. Passing would lead on, but nobody should have to find that out.
fn is_closed(scope: &Scope<'_>, at: Place, ask: &Ask) -> bool {
    let back = |outcome: &Located<Outcome>| leads_back(scope, at, outcome).is_some();
    let always = |outcome: &Option<Located<Outcome>>| {
        outcome.as_ref().or(ask.then.as_ref()).is_some_and(back)
    };
    match &ask.ask.value {
        Kind::Show => always(&None),
        Kind::Choice(options) => {
            !options.is_empty() && options.iter().all(|option| always(&option.then))
        }
        Kind::Confirm { yes, no } => always(yes) && always(no),
        _ => false,
    }
}

fn round_forward(scope: &Scope<'_>, at: Place, outcome: &Located<Outcome>, report: &mut Report) {
    let (Outcome::Again { step, .. } | Outcome::Swap { step, .. }) = &outcome.value else {
        return;
    };
    if scope.step(step).is_some_and(|to| to > at.step) {
        let what = format!("a round leads back, and {} comes later", quoted(step));
        report.at(
            scope.file,
            step,
            what,
            format!("Go({}) leads on.", quoted(step)),
        );
    }
}

/// Steps that every way goes around: something before them always goes elsewhere. `closed` are places
/// that only lead back; that was told, and here they are taken to lead on.
fn led_past(scope: &Scope<'_>, closed: &[Place], report: &mut Report) {
    let reached = reached(scope, closed);
    let mut before = true;
    for (number, step) in scope.steps.iter().enumerate() {
        let asks = reached
            .iter()
            .skip(scope.start(number).ask)
            .take(step.asks.len());
        let seen = step.asks.is_empty() || asks.into_iter().any(|seen| *seen);
        if !seen && before {
            let what = format!("nobody comes to the step {}", quoted(&step.id));
            let help = "every way before it goes around it.";
            report.at(scope.file, &step.id, what, help.to_owned());
        }
        before = seen;
    }
}

/// Which asks somebody can come to, from the first one on.
fn reached(scope: &Scope<'_>, closed: &[Place]) -> Vec<bool> {
    let asks: Vec<(Place, &Ask)> = scope.placed().collect();
    let landing = asks
        .iter()
        .find(|(_, ask)| matches!(ask.ask.value, Kind::Keep));
    let landing = landing.map(|(at, _)| scope.start(at.step).ask);
    let mut reached = vec![false; asks.len()];
    let mut open = vec![0];
    while let Some(here) = open.pop() {
        match reached.get_mut(here) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        let Some((at, ask)) = asks.get(here) else {
            continue;
        };
        if leads_on(scope, *at, ask) || closed.contains(at) {
            open.push(here + 1);
        }
        for outcome in scope::outcomes(ask) {
            open.extend(match &outcome.value {
                Outcome::Go(step) => scope.step(step).map(|step| scope.start(step).ask),
                Outcome::Land => landing,
                Outcome::Landed | Outcome::Leave | Outcome::Walk(_) => None,
                _ => Some(here + 1),
            });
        }
    }
    reached
}

/// Whether one can come from an ask to the next without an outcome: it can be passed, or isn't asked at
/// all. What is only shown is simply read.
fn leads_on(scope: &Scope<'_>, at: Place, ask: &Ask) -> bool {
    let step = scope.steps.get(at.step);
    let conditional = ask.when.is_some() || step.is_some_and(|step| step.when.is_some());
    let read_only = matches!(ask.ask.value, Kind::Show | Kind::Keep);
    conditional || !read_only || ask.then.is_none()
}
