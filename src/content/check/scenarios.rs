//! Rehearsals: every voice is there, every answer can come, and there is something to stay with.

use super::{documents::Document, documents::Documents, report::Report};
use crate::content::schema::scenario::{Scenario, Style, Sway, Turn};

/// Fewest and most turns of a talk.
const TURNS: std::ops::RangeInclusive<usize> = 2..=6;

pub(super) fn check(documents: &Documents<'_>, report: &mut Report) {
    for scenario in &documents.scenarios {
        if documents.rehearsal.is_none() {
            let help = "rehearsal.ron holds the sentences around every scenario.".to_owned();
            report.at(
                scenario.file,
                &scenario.value.id,
                "there is no rehearsal.ron",
                help,
            );
        }
        check_one(scenario, report);
    }
}

fn check_one(scenario: &Document<'_, Scenario>, report: &mut Report) {
    let Document { file, value } = scenario;
    if !TURNS.contains(&value.turns.len()) {
        let what = format!("this talk has {} turns", value.turns.len());
        let help = format!("{} to {} can be walked.", TURNS.start(), TURNS.end());
        report.at(file, &value.id, what, help);
    }
    for (at, turn) in value.turns.iter().enumerate() {
        voices(scenario, turn, report);
        replies(scenario, at, turn, report);
        doubt(scenario, turn, report);
        inner(scenario, turn, report);
    }
    let voices = value.turns.iter().flat_map(|turn| &turn.voices);
    if voices.filter(|voice| voice.later.is_some()).count() == 0 {
        let help = "give at least one voice a `later` reply.".to_owned();
        report.at(
            file,
            &value.id,
            "staying changes nothing in this talk",
            help,
        );
    }
}

/// Each of the four voices speaks once in a turn.
fn voices(scenario: &Document<'_, Scenario>, turn: &Turn, report: &mut Report) {
    for style in Style::ALL {
        let mut of_style = turn
            .voices
            .iter()
            .filter(|voice| voice.style.value == style);
        match (of_style.next(), of_style.next()) {
            (None, _) => {
                let what = format!("the voice {style:?} is missing in this turn");
                report.at(scenario.file, &turn.cue, what, None);
            }
            (Some(_), Some(twice)) => {
                let what = format!("the voice {style:?} speaks twice in this turn");
                report.at(scenario.file, &twice.style, what, None);
            }
            (Some(_), None) => {}
        }
    }
}

/// A later reply can come, and so can the first one.
fn replies(scenario: &Document<'_, Scenario>, at: usize, turn: &Turn, report: &mut Report) {
    for later in turn.voices.iter().filter_map(|voice| voice.later.as_ref()) {
        let after = usize::from(later.after.value);
        let (what, help) = if after == 0 {
            (
                "the reply before this one never comes",
                "count the turns given back from 1.".to_owned(),
            )
        } else if after > at {
            let before = format!("{at} turns lie before this one.");
            ("this reply never comes", before)
        } else {
            continue;
        };
        report.at(scenario.file, &later.after, what, help);
    }
}

/// Something is doubted in every turn.
fn doubt(scenario: &Document<'_, Scenario>, turn: &Turn, report: &mut Report) {
    if turn.voices.iter().all(|voice| voice.ice == Sway::Steady) {
        let help = "what is sincere is doubted at first: let the ice tilt.".to_owned();
        report.at(
            scenario.file,
            &turn.cue,
            "nothing is doubted in this turn",
            help,
        );
    }
}

fn inner(scenario: &Document<'_, Scenario>, turn: &Turn, report: &mut Report) {
    if turn.inner.feelings.is_empty() || turn.inner.needs.is_empty() {
        let help = "name at least one feeling and one thing that matters.".to_owned();
        report.at(
            scenario.file,
            &turn.inner.thought,
            "there is little to see inside them",
            help,
        );
    }
}
