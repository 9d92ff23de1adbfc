//! The JSON other programs read. Its shapes are part of floe's promise (product: "JSON shapes").

use super::agreements::{Book, BookLine};
use crate::content::diagnostic::Diagnostic;
use crate::content::{Mode, Offer};
use crate::export::clauses;
use crate::ledger::Marked;
use crate::session::{Agreement, Item, Record, Stage, Status, Substance};
use crate::store::pack_files::Unread;
use crate::store::shelf::Shelved;
use crate::text::{clean_line, clean_path};
use serde_json::{Value, json};

/// `practise --list --json`.
pub(super) fn offers(offers: &[Offer]) -> Value {
    offers
        .iter()
        .map(|offer| {
            json!({
                "id": offer.id.as_str(),
                "title": offer.title,
                "minutes": offer.minutes,
                "about": offer.about,
            })
        })
        .collect()
}

/// A problem as `check --json` tells it; or, where it is none of the pack's, why a file of floe's own no longer fits.
pub(super) fn problem(before: &str, found: &Diagnostic, is_problem: bool) -> Value {
    let place = found.place.as_ref();
    json!({
        "kind": if is_problem { "problem" } else { "left_out" },
        "path": clean_line(&format!("{before}{}", found.file)),
        "line": place.map(|place| place.line),
        "col": place.map(|place| place.column),
        "rule": found.rule,
        "message": found.what,
        "help": found.help,
    })
}

/// The same for what could not be read at all.
pub(super) fn unread(unread: &Unread) -> Value {
    let (path, line, why) = unread.parts();
    json!({
        "kind": "problem",
        "path": clean_path(path),
        "line": line,
        "col": null,
        "rule": "files",
        "message": clean_line(&why),
        "help": null,
    })
}

/// `rivers --json`.
pub(super) fn rivers(rivers: &[Shelved]) -> Value {
    let river = |shelved: &Shelved| {
        json!({
            "id": shelved.river.id,
            "title": shelved.river.title,
            "seats": shelved.river.seats,
            "next": shelved.look_again(),
            "crossings": shelved.crossings.iter().map(crossing).collect::<Vec<_>>(),
        })
    };
    rivers.iter().map(river).collect()
}

fn crossing(record: &Record) -> Value {
    let header = &record.header;
    let mode = match header.mode {
        Mode::Solo => "solo",
        Mode::Pair => "pair",
    };
    let (ended, place) = match &record.stage {
        Stage::Crossing { place, .. } => {
            let place = place
                .as_ref()
                .map(|(floe, step)| json!({ "floe": floe.as_str(), "step": step.as_str() }));
            (None, place)
        }
        Stage::Landed { ended, .. } => (Some(ended), None),
    };
    json!({
        "id": header.id,
        "practice": header.practice.as_str(),
        "mode": mode,
        "started": header.started,
        "ended": ended,
        "place": place,
    })
}

/// `show --json` of a crossing: what it is, and what was kept.
pub(super) fn kept(record: &Record) -> Value {
    let mut shown = crossing(record);
    let items = match &record.stage {
        Stage::Landed { kept, .. } => kept.iter().map(item).collect(),
        Stage::Crossing { .. } => Vec::new(),
    };
    if let Some(object) = shown.as_object_mut() {
        object.insert("kept".to_owned(), Value::Array(items));
    }
    shown
}

/// `show --json` of a river: the river, and what was kept of each crossing.
pub(super) fn kept_of_river(shelved: &Shelved) -> Value {
    json!({
        "id": shelved.river.id,
        "title": shelved.river.title,
        "seats": shelved.river.seats,
        "crossings": shelved.crossings.iter().map(kept).collect::<Vec<_>>(),
    })
}

/// `agreements --json`: the version that stands of each, and the marks.
pub(super) fn agreements(books: &[Book]) -> Value {
    let of_river = |book: &Book| {
        let id = book.river.id.clone();
        let lines = book.lines.iter();
        lines
            .filter_map(move |line| book_line(&id, line))
            .collect::<Vec<_>>()
    };
    books.iter().flat_map(of_river).collect()
}

fn book_line(river: &str, BookLine { entry, next }: &BookLine) -> Option<Value> {
    let agreement = &entry.standing()?.agreement;
    let mark = |marked: &Marked| {
        json!({
            "date": marked.on,
            "by": marked.by.name(),
            "view": marked.mark.view.name(),
            "note": marked.mark.note,
        })
    };
    Some(json!({
        "id": entry.id,
        "river": river,
        "kind": agreement.kind.name(),
        "text": agreement.text,
        "status": entry.life().name(),
        "who": agreement.who,
        "when": agreement.when,
        "until": agreement.until,
        "next": next,
        "marks": entry.marks.iter().map(mark).collect::<Vec<_>>(),
    }))
}

fn item(item: &Item) -> Value {
    let seat = if item.shared {
        "both"
    } else {
        item.seat.name()
    };
    let mut shown = json!({ "step": item.step.as_str(), "seat": seat, "kind": item.kind.name() });
    let substance = match &item.substance {
        Substance::Text(text) => json!({ "text": text }),
        Substance::Chosen(chosen) => json!({ "chosen": chosen }),
        Substance::Agreement(promise) => {
            json!({ "text": promise.text, "agreement": agreement(promise) })
        }
        Substance::Mark(mark) => {
            json!({ "of": mark.of, "view": mark.view.name() , "on": mark.on, "note": mark.note })
        }
        Substance::Turn(turn) => json!({ "of": turn.of, "to": turn.to.name() }),
    };
    if let (Value::Object(shown), Value::Object(substance)) = (&mut shown, substance) {
        shown.extend(substance);
    }
    shown
}

/// The clauses of an agreement, those that `show` prints in words.
fn agreement(agreement: &Agreement) -> Value {
    let status = match agreement.status {
        Status::Offered => "offered",
        Status::Agreed => "agreed",
    };
    let mut told = clauses(agreement);
    told.remove("text");
    told.insert("status".to_owned(), json!(status));
    Value::Object(told)
}
