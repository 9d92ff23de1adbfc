//! What was answered apart: no page may turn up, stay away or change by it where the other could see that.
//!
//! In line mode every page stays above the next one, so this holds for the pages behind a curtain too.

use super::{meanings::meant, report::Report, scope::Scope};
use crate::content::{
    diagnostic::quoted,
    located::Located,
    schema::{Ask, By, Condition, Keep, Kind, Meaning, Mode, Show},
};

const HELP: &str = "whoever sees whether this page comes learns what was answered. Ask it of both, whatever \
    was answered: Any([Mode(Pair), ...]), or of one alone: Mode(Solo).";

const SAY_SO: &str = "keep: Ask lets it be shown. Say so where it is asked.";

/// Looks at everything that reads or shows an answer which its writer alone may see.
pub(super) fn check(scope: &Scope<'_>, report: &mut Report) {
    let stance = scope
        .placed()
        .any(|(_, ask)| ask.is == Some(Meaning::Stance) && is_apart(ask));
    for (number, step) in scope.steps.iter().enumerate() {
        let walked = step.when.as_ref().map(|when| In::of(when, Mode::Pair));
        if walked.as_ref().is_some_and(In::never) {
            continue;
        }
        let asks: Vec<&Ask> = step.asks.iter().filter(|ask| asked(ask)).collect();
        let own = asks.iter().any(|ask| ask.by != By::Together);
        let conditions = step.when.iter().map(|when| (when, own)).chain(
            asks.iter()
                .flat_map(|ask| conditions(ask).map(|when| (when, ask.by != By::Together))),
        );
        for (when, own) in conditions {
            let read = In::of(when, Mode::Pair);
            for id in &read.asks {
                told(scope, id, report);
            }
            if read.stance && stance && own {
                let what =
                    "where each of two stands was answered unseen, and this page would tell it";
                report.at(scope.file, when, what, HELP.to_owned());
            }
        }
        for ask in asks {
            shown(scope, number, ask, report);
            used(scope, ask, report);
        }
    }
}

/// What floe itself shows, or calls somebody by, on pages of both.
const USED: [Meaning; 7] = [
    Meaning::Title,
    Meaning::Me,
    Meaning::Other,
    Meaning::HandLine,
    Meaning::Supporter,
    Meaning::LookAgain,
    Meaning::Watchman,
];

fn used(scope: &Scope<'_>, ask: &Ask, report: &mut Report) {
    let used = meant(ask).into_iter();
    for (meaning, id) in used.filter(|(meaning, _)| USED.contains(meaning) && is_apart(ask)) {
        let what = format!(
            "{} is for its writer's eyes only, and floe shows a {meaning:?} to both",
            quoted(id)
        );
        report.at(scope.file, id, what, SAY_SO.to_owned());
    }
}

/// Whether an ask can come up when two share the keyboard.
fn asked(ask: &Ask) -> bool {
    let when = ask.when.as_ref().map(|when| In::of(when, Mode::Pair));
    !when.as_ref().is_some_and(In::never)
}

/// Everything an ask, its notes and its options wait for.
fn conditions(ask: &Ask) -> impl Iterator<Item = &Located<Condition>> {
    let options = match &ask.ask.value {
        Kind::Choice(options) | Kind::EachAgreement(options) => options.as_slice(),
        _ => &[],
    };
    let offered = options.iter().filter_map(|option| option.when.as_ref());
    let noted = ask.notes.iter().map(|note| &note.when);
    ask.when.iter().chain(noted).chain(offered)
}

/// Answered by one person behind a curtain, and for their eyes only.
fn is_apart(ask: &Ask) -> bool {
    (ask.by == By::Each || ask.unseen) && ask.keep != Keep::Ask
}

fn told(scope: &Scope<'_>, id: &Located<String>, report: &mut Report) {
    let Some(asked) = scope.asks.get(id.as_str()) else {
        return;
    };
    // Whether it is an agreement is for both to know, whoever said no to it.
    let clause = matches!(asked.ask.is, Some(Meaning::Agreement(_)));
    // What each marks is the other's to see only if they show it, and no page knows whether they did.
    let mark = asked.ask.is == Some(Meaning::Mark) && asked.ask.by == By::Each;
    if (is_apart(asked.ask) || mark) && !clause {
        let what = format!(
            "{} is for its writer's eyes only, and this would tell what was answered",
            quoted(id)
        );
        report.at(scope.file, id, what, HELP.to_owned());
    }
}

/// What a page for two shows: an answer that each gave is somebody's, and may be meant for them alone.
fn shown(scope: &Scope<'_>, step: usize, ask: &Ask, report: &mut Report) {
    let step = scope.steps.get(step).and_then(|step| step.when.as_ref());
    let alone = |when: Option<&Located<Condition>>| {
        when.is_some_and(|when| In::of(when, Mode::Solo).never())
    };
    let pair_only = alone(step) || alone(ask.when.as_ref());
    if ask.by == By::Each || !pair_only {
        return;
    }
    for show in ask.shows.iter().chain(&ask.panes) {
        for from in &show.from {
            let id = from.split('/').next().unwrap_or_default();
            if let Some(source) = scope.asks.get(id) {
                seen(scope, ask, show, (from, source.ask), report);
            }
        }
    }
}

fn seen(
    scope: &Scope<'_>,
    ask: &Ask,
    show: &Show,
    (from, source): (&Located<String>, &Ask),
    report: &mut Report,
) {
    let writers_page = ask.unseen && ask.by == source.by && source.by != By::Together;
    if is_apart(source) && !writers_page {
        let what = format!(
            "{} is for its writer's eyes only, and is never shown to both",
            quoted(&source.id)
        );
        report.at(scope.file, from, what, SAY_SO.to_owned());
    } else if source.by == By::Each && show.of.is_none() && ask.by == By::Together {
        let what = format!(
            "each answered {}, and nothing says whose is meant",
            quoted(&source.id)
        );
        let help = "of: Me is the first one's on a page of both, of: Other the second one's.";
        report.at(scope.file, from, what, help.to_owned());
    }
}

/// What is left of a condition in one mode.
#[derive(Default)]
pub(super) struct In<'a> {
    /// Whether it holds; `None` if that depends on answers.
    holds: Option<bool>,
    /// The asks it still reads.
    asks: Vec<&'a Located<String>>,
    /// Whether it still reads where somebody stands.
    stance: bool,
}

impl<'a> In<'a> {
    pub(super) fn of(condition: &'a Condition, mode: Mode) -> Self {
        match condition {
            Condition::Mode(wanted) => Self::known(*wanted == mode),
            Condition::Not(inner) => {
                let inner = Self::of(inner, mode);
                Self {
                    holds: inner.holds.map(|holds| !holds),
                    ..inner
                }
            }
            Condition::All(inner) => Self::joined(inner, mode, false),
            Condition::Any(inner) => Self::joined(inner, mode, true),
            Condition::Chose(ask, _) | Condition::Answered(ask) | Condition::Passed(ask) => Self {
                asks: vec![ask],
                ..Self::default()
            },
            Condition::Stance(_) => Self {
                stance: true,
                ..Self::default()
            },
            Condition::FirstVisit | Condition::SavingOff | Condition::Agreement(_) => {
                Self::default()
            }
        }
    }

    /// Whether it holds in no case.
    pub(super) fn never(&self) -> bool {
        self.holds == Some(false)
    }

    fn known(holds: bool) -> Self {
        Self {
            holds: Some(holds),
            ..Self::default()
        }
    }

    /// Some conditions together; `settles` is what a single one of them settles.
    fn joined(all: &'a [Condition], mode: Mode, settles: bool) -> Self {
        let mut joined = Self::known(!settles);
        for one in all.iter().map(|one| Self::of(one, mode)) {
            match one.holds {
                Some(holds) if holds == settles => return Self::known(settles),
                Some(_) => {}
                None => {
                    joined.holds = None;
                    joined.asks.extend(one.asks);
                    joined.stance |= one.stance;
                }
            }
        }
        joined
    }
}
