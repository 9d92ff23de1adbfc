//! Plans for a room have parts, every part has time, and together they take as long as the plan says.

use super::{documents::Documents, report::Report};

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
