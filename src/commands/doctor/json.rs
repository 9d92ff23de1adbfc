//! `doctor --json`: what the text holds, for other programs.

use super::findings::Finding;
use super::{Report, place};
use crate::session::{FORMAT, OWN_FORMAT};
use crate::store::checkup::Open;
use crate::store::keeping::Phase;
use serde_json::{Value, json};

pub(super) fn of(report: &Report) -> Value {
    let terminal = &report.terminal;
    json!({
        "floe": {
            "version": env!("CARGO_PKG_VERSION"),
            "format": FORMAT,
            "own_talk_format": OWN_FORMAT,
            "screen": cfg!(feature = "tui"),
            "sealing": cfg!(feature = "seal"),
        },
        "pack": report.pack.as_ref().map(|pack| json!({
            "id": pack.id,
            "language": pack.language,
            "from": report.pack_folder.as_deref().map(place::shown),
        })),
        "packs": { "found": report.packs.0, "left_out": report.packs.1 },
        "settings": report.settings,
        "home": home(report),
        "terminal": {
            "name": terminal.name,
            "colours": terminal.colours,
            "columns": terminal.size.map(|(columns, _)| columns),
            "rows": terminal.size.map(|(_, rows)| rows),
            "utf8": terminal.is_utf8,
            "input": terminal.input,
            "output": terminal.output,
            "screen": terminal.has_screen(),
        },
        "wrong": report.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn home(report: &Report) -> Option<Value> {
    let (home, seen) = report.home.as_ref().ok()?;
    let open = |open: &Open| json!({ "file": open.file, "process": open.by.process });
    Some(json!({
        "path": place::shown(home.root()),
        "there": seen.is_there,
        "kept": kept(seen.phase),
        "space": seen.space,
        "open": seen.open.iter().map(open).collect::<Vec<_>>(),
        "others": seen.others,
    }))
}

fn kept(phase: Option<Phase>) -> &'static str {
    match phase {
        None => "open",
        Some(Phase::Sealed) => "sealed",
        Some(Phase::Sealing) => "sealing",
        Some(Phase::Unsealing) => "unsealing",
    }
}

fn finding(finding: &Finding) -> Value {
    json!({
        "kind": finding.kind,
        "files": finding.files,
        "what": finding.what,
        "next": finding.next,
    })
}
