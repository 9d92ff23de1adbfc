//! A crossing as its file would hold it.

use super::walker::pack;
use floe::flow::{Event, Flow, PageKey};
use floe::session::{FORMAT, HalfTyped, Record, Stage};

/// The events as a file would hold them.
pub(crate) fn events(flow: &Flow) -> Vec<Event> {
    match flow.stage(&[]) {
        Stage::Crossing { events, .. } => events,
        Stage::Landed { .. } => panic!("a flow never writes the landed stage"),
    }
}

/// The text of a crossing's file.
pub(crate) fn written(flow: &Flow, typed: &str) -> String {
    let record = Record {
        format: FORMAT,
        rev: 1,
        header: flow.header().clone(),
        stage: flow.stage(&half_typed(flow, typed)),
    };
    ron::ser::to_string_pretty(&record, ron::ser::PrettyConfig::new()).unwrap()
}

/// Words half-typed on the current page, handed in whether they may be written or not.
fn half_typed(flow: &Flow, text: &str) -> Vec<HalfTyped> {
    let PageKey {
        ask,
        field,
        round,
        seat,
    } = flow.page().key;
    let draft = HalfTyped {
        ask,
        field,
        round,
        seat,
        text: text.to_owned(),
    };
    Some(draft)
        .filter(|draft| !draft.text.is_empty())
        .into_iter()
        .collect()
}

/// Takes a crossing up again from what a file would hold.
pub(crate) fn resumed(flow: &Flow) -> Flow {
    let record: Record = ron::from_str(&written(flow, "")).unwrap();
    let Stage::Crossing { events, .. } = record.stage else {
        panic!("a flow never writes the landed stage");
    };
    assert_eq!(
        events,
        self::events(flow),
        "the record changed on its way through text"
    );
    assert_eq!(record.header, *flow.header());
    Flow::resume(pack(), record.header, &events).unwrap()
}
