//! The JSON of an export: what the other formats hold, for programs. Its shape is part of floe's promise.

use super::leaflet::{Leaflet, Outing, Promised};
use crate::ledger::Version;
use crate::session::{Agreement, Item, Substance};
use serde_json::{Map, Value, json};

/// The leaflet as JSON.
#[must_use]
pub fn json(leaflet: &Leaflet) -> Value {
    let outings = leaflet.outings.iter().map(outing);
    let agreements = leaflet.agreements.iter();
    json!({
        "id": leaflet.id,
        "river": leaflet.river,
        "title": leaflet.title,
        "seats": leaflet.names,
        "next": leaflet.next.as_ref().map(|next| next.day),
        "crossings": outings.collect::<Vec<_>>(),
        "agreements": agreements.filter_map(|promised| agreed(leaflet, promised)).collect::<Vec<_>>(),
    })
}

fn outing(outing: &Outing) -> Value {
    json!({
        "id": outing.id,
        "practice": outing.practice.as_str(),
        "mode": if outing.together { "pair" } else { "solo" },
        "started": outing.started,
        "ended": outing.ended,
        "kept": outing.kept.iter().filter_map(item).collect::<Vec<_>>(),
    })
}

/// What was kept, without what the agreements say.
fn item(item: &Item) -> Option<Value> {
    let (name, said) = match &item.substance {
        Substance::Text(text) => ("text", json!(text)),
        Substance::Chosen(chosen) => ("chosen", json!(chosen)),
        Substance::Agreement(_) | Substance::Mark(_) | Substance::Turn(_) => return None,
    };
    let seat = if item.shared {
        "both"
    } else {
        item.seat.name()
    };
    Some(json!({
        "step": item.step.as_str(),
        "seat": seat,
        "kind": item.kind.name(),
        "label": item.label,
        name: said,
    }))
}

fn agreed(leaflet: &Leaflet, promised: &Promised) -> Option<Value> {
    let entry = &promised.entry;
    let standing = entry.standing()?;
    let offered = entry.offered();
    let is_before = |version: &&Version| *version != standing && Some(*version) != offered;
    let marks = entry.marks.iter().map(|marked| {
        let mark = &marked.mark;
        let wish = mark.wish.as_ref().filter(|_| !leaflet.of_two);
        json!({
            "date": marked.on,
            "by": marked.by.name(),
            "view": mark.view.name(),
            "note": mark.note,
            "wish": wish,
        })
    });
    let mut told = clauses(&standing.agreement);
    let about = json!({
        "id": entry.id,
        "river": leaflet.river,
        "by": entry.by.name(),
        "status": promised.life.name(),
        "over": entry.over.map(|(day, _)| day),
        "offered": offered.map(dated),
        "before": entry.versions.iter().filter(is_before).map(dated).collect::<Vec<_>>(),
        "marks": marks.collect::<Vec<_>>(),
    });
    if let Value::Object(about) = about {
        told.extend(about);
    }
    Some(Value::Object(told))
}

/// A version, with the day it was written.
fn dated(version: &Version) -> Value {
    let mut told = clauses(&version.agreement);
    told.insert("written".to_owned(), json!(version.at.day()));
    Value::Object(told)
}

/// What an agreement says, a clause each.
#[must_use]
pub fn clauses(agreement: &Agreement) -> Map<String, Value> {
    let clauses = json!({
        "kind": agreement.kind.name(),
        "text": agreement.text,
        "instead": agreement.instead,
        "who": agreement.who,
        "when": agreement.when,
        "until": agreement.until,
        "seen_by": agreement.seen_by,
        "looks_after": agreement.looks_after,
        "if_then": agreement.if_then,
        "change_by": agreement.change_by,
        "tell_by": agreement.tell_by,
        "purpose": agreement.purpose,
    });
    match clauses {
        Value::Object(clauses) => clauses,
        _ => Map::new(),
    }
}
