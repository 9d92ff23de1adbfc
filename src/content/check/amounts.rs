//! Amounts: nothing that is there to be filled stands empty, and no number makes its step meaningless.

use super::{
    documents::{Document, Documents},
    report::Report,
};
use crate::content::{
    located::Located,
    schema::{Ask, Kind, Outcome, Step},
    source::File,
};

/// Longest time a step or a stretch of quiet may take: an hour and a half, in minutes.
const LONGEST: f32 = 90.0;

/// Looks at every practice and at the detours.
pub(super) fn check(documents: &Documents<'_>, report: &mut Report) {
    for Document { file, value } in &documents.practices {
        filled(
            file,
            &value.id,
            &value.floes,
            "there are no floes in this practice",
            report,
        );
        for floe in &value.floes {
            if floe.borrow.is_empty() {
                let what = "there are no steps on this floe";
                filled(file, &floe.id, &floe.steps, what, report);
            }
            for walked in &floe.steps {
                step(file, walked, report);
            }
        }
    }
    for Document { file, value } in &documents.tracks {
        filled(
            file,
            &value.id,
            &value.steps,
            "there are no steps in this track",
            report,
        );
    }
    if let Some(Document { file, value }) = &documents.detours {
        for walked in value.steps() {
            step(file, walked, report);
        }
    }
}

fn filled<T, U>(file: &File, at: &Located<T>, all: &[U], what: &str, report: &mut Report) {
    if all.is_empty() {
        report.at(file, at, what, None);
    }
}

fn step(file: &File, step: &Step, report: &mut Report) {
    for minutes in [&step.minutes].into_iter().chain(&step.pair_minutes) {
        if !(minutes.value > 0.0 && minutes.value <= LONGEST) {
            let what = "a step takes some time, and not hours";
            let help =
                format!("say about how many minutes, up to {LONGEST}: 0.5 is half a minute.");
            report.at(file, minutes, what, help);
        }
    }
    filled(
        file,
        &step.id,
        &step.asks,
        "nothing is asked in this step",
        report,
    );
    for asked in &step.asks {
        ask(file, asked, report);
    }
}

fn ask(file: &File, ask: &Ask, report: &mut Report) {
    let shown = ask.shows.iter().chain(&ask.panes);
    for show in shown.filter(|show| show.agreement.is_none()) {
        filled(
            file,
            &ask.id,
            &show.from,
            "something here is shown from no ask",
            report,
        );
    }
    for outcome in super::scope::outcomes(ask) {
        if let Outcome::Again { most, .. } = &outcome.value {
            some(file, most, "a round of which there is none", report);
        }
    }
    match &ask.ask.value {
        Kind::Choice(options) | Kind::EachAgreement(options) => filled(
            file,
            &ask.ask,
            options,
            "there is nothing to choose here",
            report,
        ),
        Kind::Slots(slots) => filled(file, &ask.ask, slots, "there are no slots here", report),
        Kind::Compose(parts) => filled(
            file,
            &ask.ask,
            parts,
            "this text is made of nothing",
            report,
        ),
        Kind::Pick { most, .. } => some(file, most, "nothing can be picked here", report),
        Kind::List { most } => some(file, most, "no line can be written here", report),
        Kind::Pause { seconds, .. } if f32::from(seconds.value) > LONGEST * 60.0 => {
            let help = format!("up to {} fit.", LONGEST * 60.0);
            report.at(file, seconds, "this stretch of quiet lasts for hours", help);
        }
        Kind::Pause { seconds, .. } if seconds.value == 0 => {
            report.at(file, seconds, "this stretch of quiet is over at once", None);
        }
        _ => {}
    }
}

fn some(file: &File, most: &Located<u8>, what: &str, report: &mut Report) {
    if most.value == 0 {
        report.at(file, most, what, "1 is the least.".to_owned());
    }
}
