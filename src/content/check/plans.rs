//! Plans for a room: they have parts, every part has time, and together they take as long as the plan says. The floe a part is
//! about has a line for a room.

use super::{documents::Documents, report::Report};
use crate::content::{diagnostic::quoted, located::Located, source::File};

/// Longest time a plan may take, in minutes: a working day.
const LONGEST: u16 = 480;

pub(super) fn check(documents: &Documents<'_>, report: &mut Report) {
    for plan in &documents.plans {
        let written = &plan.value;
        if written.parts.is_empty() {
            report.at(
                plan.file,
                &written.id,
                "there are no parts in this plan",
                None,
            );
        }
        for part in &written.parts {
            if part.minutes.value == 0 {
                let help = "give it a minute at least.".to_owned();
                report.at(plan.file, &part.minutes, "this part takes no time", help);
            }
            if let Some(named) = &part.floe {
                floe(plan.file, named, documents, report);
            }
        }
        let minutes = written
            .parts
            .iter()
            .map(|part| u32::from(part.minutes.value));
        let all: u32 = minutes.sum();
        if all != u32::from(written.minutes.value) || written.minutes.value > LONGEST {
            let what = format!("the parts of this plan take {all} minutes together");
            let help = format!("say as many here, {LONGEST} at most.");
            report.at(plan.file, &written.minutes, what, help);
        }
    }
}

/// A plan comes with floe and may outlive a practice that a pack leaves out, so that one isn't missed.
fn floe(file: &File, named: &Located<String>, documents: &Documents<'_>, report: &mut Report) {
    let Some((practice, floe)) = named.split_once('/') else {
        let help = "name its practice first, such as \"crossing/sorry\".".to_owned();
        report.at(file, named, "this names no floe of a practice", help);
        return;
    };
    let Some(walked) = documents.practice(practice) else {
        return;
    };
    let mut floes = walked.value.floes.iter();
    match floes.find(|other| other.id.as_str() == floe) {
        None => {
            let what = format!("{} has no floe called {}", quoted(practice), quoted(floe));
            let ids = walked.value.floes.iter().map(|floe| floe.id.as_str());
            report.no_such(file, named, what, "its floes", ids);
        }
        Some(floe) if floe.room.is_none() => {
            let help = "give it one, `room`, or name another floe.".to_owned();
            report.at(file, named, "this floe has no line for a room", help);
        }
        Some(_) => {}
    }
}
