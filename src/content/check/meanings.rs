//! What answers are to the crossing: options floe knows by name, and things there is only one of.

use super::{
    documents::Documents,
    report::Report,
    scope::{self, Scope},
};
use crate::content::{
    diagnostic::quoted,
    located::Located,
    schema::{Ask, Clause, Kind, Meaning},
};

/// What a crossing has only one of.
const ONLY_ONE: [Meaning; 7] = [
    Meaning::Mark,
    Meaning::Title,
    Meaning::Me,
    Meaning::Other,
    Meaning::Stance,
    Meaning::Carry,
    Meaning::Card,
];

/// Looks at every meaning of a practice, which has those of the detours too, or of the detours.
pub(super) fn check(scope: &Scope<'_>, documents: &Documents<'_>, report: &mut Report) {
    let mut seen: Vec<(Meaning, &str)> = Vec::new();
    if !scope.detours {
        let detours = documents
            .detours
            .iter()
            .flat_map(|detours| detours.value.steps());
        let detours = detours.chain(scope.borrowed.iter().copied());
        seen.extend(
            detours
                .flat_map(|step| &step.asks)
                .flat_map(meant)
                .map(|(meaning, id)| (meaning, id.as_str())),
        );
    }
    for (_, ask) in scope.placed() {
        for (meaning, id) in meant(ask) {
            let first = seen.iter().find(|(other, _)| *other == meaning);
            if let Some((_, first)) = first.filter(|_| ONLY_ONE.contains(&meaning)) {
                let what = format!(
                    "a crossing has only one {meaning:?}, and {} is it already",
                    quoted(first)
                );
                report.at(scope.file, id, what, None);
            }
            seen.push((meaning, id));
        }
        if ask.is == Some(Meaning::Card) {
            card(scope, ask, report);
        }
        if ask.is == Some(Meaning::Turn) {
            turn(scope, ask, report);
        }
        if let Some(known) = ask.is.and_then(options_of) {
            chosen(scope, ask, known, report);
        }
        if let Kind::Slots(slots) = &ask.ask.value {
            for slot in slots {
                if let Some(known) = slot.is.and_then(options_of) {
                    not_chosen(scope, &slot.id, known, report);
                }
            }
        }
    }
}

/// What an ask and its slots are, each with the id to point at.
pub(super) fn meant(ask: &Ask) -> Vec<(Meaning, &Located<String>)> {
    let mut found: Vec<_> = ask
        .is
        .map(|meaning| (meaning, &ask.id))
        .into_iter()
        .collect();
    if let Kind::Slots(slots) = &ask.ask.value {
        found.extend(slots.iter().filter_map(|slot| Some((slot.is?, &slot.id))));
    }
    found
}

/// The options floe knows by name; `None` for what is told in words.
fn options_of(meaning: Meaning) -> Option<&'static [&'static str]> {
    match meaning {
        Meaning::Stance => Some(&["mine", "theirs", "both", "unsure"]),
        Meaning::Lean => Some(&["attention", "courage", "kindness", "together"]),
        Meaning::Floor => Some(&["first", "second"]),
        Meaning::Agreement(Clause::Kind) => Some(&["do", "dont"]),
        Meaning::Mark => Some(&["kept", "part", "broken", "change", "differently", "not_yet"]),
        Meaning::ShowMark => Some(&["show", "one_by_one", "own"]),
        Meaning::Agreement(Clause::FreeNo | Clause::Access) => Some(&["yes", "no", "unsure"]),
        Meaning::Agreement(Clause::Offer) => Some(&["offer", "later", "let_go"]),
        _ => None,
    }
}

fn chosen(scope: &Scope<'_>, ask: &Ask, known: &[&str], report: &mut Report) {
    let (Kind::Choice(options) | Kind::EachAgreement(options)) = &ask.ask.value else {
        if scope::options(ask)
            .is_none_or(|options| options.iter().any(|option| !known.contains(option)))
        {
            not_chosen(scope, &ask.id, known, report);
        }
        return;
    };
    for option in options
        .iter()
        .filter(|option| !known.contains(&option.id.as_str()))
    {
        let what = format!(
            "floe knows no option {} for what {} is",
            quoted(&option.id),
            quoted(&ask.id)
        );
        report.no_such(
            scope.file,
            &option.id,
            what,
            "it knows",
            known.iter().copied(),
        );
    }
}

fn not_chosen(scope: &Scope<'_>, id: &Located<String>, known: &[&str], report: &mut Report) {
    let what = format!("what {} is has to be chosen", quoted(id));
    report.at(
        scope.file,
        id,
        what,
        format!("make it a Choice of {}.", known.join(", ")),
    );
}

/// Longest turn, in minutes.
const LONGEST_TURN: u16 = 30;

/// What a card is made of: each part is named, and the name ends where the words begin.
fn card(scope: &Scope<'_>, ask: &Ask, report: &mut Report) {
    let Kind::Slots(slots) = &ask.ask.value else {
        let help = "make it Slots, one for each part of the card.".to_owned();
        report.at(scope.file, &ask.id, "a card is made of parts", help);
        return;
    };
    for slot in slots.iter().filter(|slot| !slot.label.ends_with(':')) {
        let what = "on the card nothing tells this name from the words after it";
        let help = "end it with a colon.".to_owned();
        report.at(scope.file, &slot.label, what, help);
    }
}

/// How long a turn is: options that are minutes.
fn turn(scope: &Scope<'_>, ask: &Ask, report: &mut Report) {
    let help = || format!("its options are minutes, such as \"3\", up to {LONGEST_TURN}.");
    let Kind::Choice(options) = &ask.ask.value else {
        let what = format!("how long a turn is has to be chosen at {}", quoted(&ask.id));
        report.at(scope.file, &ask.ask, what, help());
        return;
    };
    for option in options {
        let minutes = option.id.parse::<u16>();
        if !minutes.is_ok_and(|minutes| (1..=LONGEST_TURN).contains(&minutes)) {
            let what = format!("{} isn't the length of a turn", quoted(&option.id));
            report.at(scope.file, &option.id, what, help());
        }
    }
}
