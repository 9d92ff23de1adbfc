//! Rivers planted in a home as files, without being walked.

use std::fs;
use std::path::Path;

/// A river with one crossing a stage, the first on 1 May 2026 and every further one a day later.
pub(crate) fn river(home: &Path, id: &str, mode: &str, stages: &[(&str, &str)]) {
    let folder = home.join(id);
    fs::create_dir_all(&folder).unwrap();
    let title =
        format!("(format: 2, id: \"{id}\", title: \"After {id}\", seats: [\"Sam\", \"Noor\"])");
    fs::write(folder.join("river.ron"), title).unwrap();
    for (at, (practice, stage)) in stages.iter().enumerate() {
        let crossing = format!("{id}c{}", at + 1);
        let day = at + 1;
        let text = format!(
            "(format: 2, rev: 1, header: (id: \"{crossing}\", river: Some(\"{id}\"), practice: \"{practice}\",
            pack: \"floe\", language: \"en\", mode: {mode}, started: \"2026-05-0{day}T10:00:00\", seed: 7), stage: {stage})"
        );
        fs::write(folder.join(format!("{crossing}.ron")), text).unwrap();
    }
}

pub(crate) fn landed(day: u8, next: &str, kept: &[&str]) -> String {
    let kept = kept.join(",\n");
    format!("Landed(ended: \"2026-05-0{day}T11:00:00\", next: {next}, kept: [{kept}])")
}

pub(crate) fn agreement(number: usize, fields: &str) -> String {
    let id = if number == 1 {
        String::new()
    } else {
        format!(".{number}")
    };
    format!(
        "(id: \"agreement{id}\", step: \"one_thing\", seat: First, kind: agreement, substance: Agreement(({fields})))"
    )
}

pub(crate) fn mark(seat: &str, fields: &str) -> String {
    format!(
        "(id: \"mark.1\", step: \"carrying\", seat: {seat}, kind: mark, substance: Mark(({fields})))"
    )
}
