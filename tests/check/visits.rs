//! Return visits: what opens a path, what is borrowed, and where an agreement is at hand.

use crate::pack::{edited, golden, good, said};
use floe::content::{check, source::File};
use std::sync::Arc;

const BACK: &str = "practices/back.ron";

/// A small return visit beside the good pack's practice.
const VISIT: &str = r#"(
    format: 1,
    id: "back",
    floes: [
        (
            id: "again", title: "Back again", purpose: "Arrive.", lean: Attention,
            steps: [
                (
                    id: "marks", title: "How it went", minutes: 1, why: "It begins there.", when: Agreement(Any),
                    asks: [
                        (
                            id: "mark", prompt: "{agreement}: how did it go?", by: Each, is: Mark,
                            shows: [(label: "Until:", agreement: Until)],
                            notes: [(when: Agreement(Wished), text: "There was a wish.")],
                            ask: EachAgreement([
                                (id: "kept", text: "kept"),
                                (id: "broken", text: "broken", says: "That can be looked at."),
                            ]),
                        ),
                        (
                            id: "shown", prompt: "Which may {other} see?", by: Each, is: ShowMark, when: Mode(Pair),
                            ask: Choice([(id: "show", text: "all"), (id: "own", text: "none")]),
                        ),
                    ],
                ),
            ],
        ),
        (
            id: "held", title: "It held", purpose: "See what it took.", lean: Kindness, path: Kept,
            steps: [
                (
                    id: "took", title: "What it took", minutes: 1, why: "It took something.", when: Agreement(Mine),
                    asks: [
                        (id: "took", prompt: "What did {agreement} take?", is: Note, ask: Line),
                        (
                            id: "goes_on", prompt: "Does it go on?", by: Each, is: Became,
                            ask: Choice([
                                (id: "change", text: "changed", then: Go("weather")),
                                (id: "completed", text: "it ends here"),
                            ]),
                        ),
                        (id: "wish", prompt: "A wish for it?", is: Wish, ask: Line),
                    ],
                ),
            ],
        ),
        (id: "anew", title: "Anew", purpose: "Write it.", lean: Together, path: Anew, borrow: ["weather"]),
        (
            id: "home", title: "Home", purpose: "Land.", lean: Kindness,
            steps: [
                (
                    id: "stays", title: "What stays", minutes: 1, why: "You choose.",
                    asks: [(id: "stay", prompt: "What stays?", ask: Keep, then: Landed)],
                ),
            ],
        ),
    ],
)"#;

fn visiting() -> Vec<File> {
    let hop = "about: \"Only the listening.\", minutes: 2),";
    let offer = "(id: \"back\", title: \"Back\", about: \"Again.\", minutes: 9),";
    let offered = format!("{hop}\n        {offer}");
    let mut files = edited(good(), ("pack.ron", hop, &offered));
    files.push(File::new(BACK, VISIT));
    files
}

/// What is said about each of these edits of the visit, made one at a time.
fn each(edits: &[(&str, &str)]) -> String {
    let one = |(from, to): &(&str, &str)| {
        let told = said(&edited(visiting(), (BACK, from, to)));
        format!("#### {from} -> {to}\n\n{told}")
    };
    edits.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_visit_has_no_problems_and_borrows_the_very_same_step() {
    assert_eq!(said(&visiting()), "(nothing)\n");
    let pack = check::pack(&visiting(), crate::pack::KEYS).expect("no problems");
    let of = |practice: &str| {
        let floes = pack.practices[practice].floes.iter();
        let mut steps = floes.flat_map(|floe| &floe.steps);
        steps.find(|step| step.id == "weather").cloned()
    };
    let [lent, own] = ["back", "stream"].map(|practice| of(practice).expect("it is there"));
    assert!(Arc::ptr_eq(&lent, &own));
}

#[test]
fn what_opens_a_path() {
    golden!(
        "visit_paths",
        each(&[
            ("is: Mark,", "is: Watchman,"),
            ("lean: Attention,", "lean: Attention, path: Broken,"),
            (
                "lean: Kindness,\n            steps: [\n                (\n                    id: \"stays\"",
                "lean: Kindness, path: Part,\n            steps: [\n                (\n                    id: \"stays\""
            ),
            ("path: Anew,", "path: Kept,"),
            (
                "(id: \"anew\", title",
                "(id: \"between\", title: \"Between\", purpose: \"Rest.\", lean: Kindness, borrow: [\"safe\"]), (id: \"anew\", title"
            ),
            ("then: Go(\"weather\")", "says: \"Soon.\""),
            ("lean: Attention,", "lean: Attention, near: [\"held\"],"),
            (
                "(id: \"own\", text: \"none\")",
                "(id: \"own\", text: \"none\", then: Go(\"took\"))"
            ),
        ])
    );
}

#[test]
fn what_is_borrowed() {
    golden!(
        "visit_borrowed",
        each(&[
            ("borrow: [\"weather\"]", "borrow: [\"wether\"]"),
            ("borrow: [\"weather\"]", "borrow: [\"weather\", \"took\"]"),
            (
                "borrow: [\"weather\"]",
                "borrow: [\"weather\", \"weather\"]"
            ),
            ("(id: \"wish\", prompt", "(id: \"feel\", prompt"),
            ("then: Go(\"weather\")", "then: Go(\"wether\")"),
            (
                "(id: \"wish\", prompt: \"A wish for it?\", is: Wish",
                "(id: \"wish\", prompt: \"A wish?\", is: Carry"
            ),
        ])
    );
}

#[test]
fn where_an_agreement_is_at_hand() {
    golden!(
        "visit_at_hand",
        each(&[
            (
                "prompt: \"Which may {other} see?\"",
                "prompt: \"May {other} see {agreement}?\""
            ),
            ("when: Agreement(Any)", "when: Agreement(Mine)"),
            (
                "when: Mode(Pair),",
                "when: All([Mode(Pair), Not(Agreement(Offered))]),"
            ),
            (
                "(id: \"stay\", prompt: \"What stays?\",",
                "(id: \"stay\", prompt: \"What stays?\", shows: [(agreement: Text)],"
            ),
            (
                "(label: \"Until:\", agreement: Until)",
                "(agreement: Until, from: [\"shown\"])"
            ),
            (
                "(label: \"Until:\", agreement: Until)",
                "(label: \"Until:\")"
            ),
            (
                "(id: \"own\", text: \"none\")]),",
                "(id: \"own\", text: \"none\")])), (id: \"early\", prompt: \"Any words?\", is: Note, ask: Line,"
            ),
        ])
    );
}

#[test]
fn what_answers_are_to_an_agreement() {
    golden!(
        "visit_meanings",
        each(&[
            ("id: \"broken\"", "id: \"brocken\""),
            ("says: \"That can be looked at.\"", "then: Land"),
            ("ask: EachAgreement([", "ask: Choice(["),
            (
                "id: \"own\", text: \"none\"",
                "id: \"none\", text: \"none\""
            ),
            (
                "ask: Choice([(id: \"show\", text: \"all\"), (id: \"own\", text: \"none\")])",
                "ask: Line"
            ),
            ("is: Wish, ask: Line", "is: Wish, ask: Confirm()"),
            (
                "is: Wish, ask: Line",
                "is: Agreement(Purpose), ask: Confirm()"
            ),
            ("is: Wish, ask: Line", "is: Agreement(Access), ask: Line"),
            ("(id: \"completed\", text", "(id: \"over\", text"),
            ("by: Each, is: Became", "by: Speaker, is: Became"),
            (
                "is: Wish, ask: Line",
                "ask: EachAgreement([(id: \"yes\", text: \"yes\")])"
            ),
            (
                "is: Wish, ask: Line",
                "is: Wish, when: Chose(\"mark\", \"kept\"), ask: Line"
            ),
            (
                "is: Wish, ask: Line",
                "is: Wish, when: Chose(\"goes_on\", \"ended\"), ask: Line"
            ),
        ])
    );
    let detour = (
        "detours.ron",
        "ask: Near",
        "ask: EachAgreement([(id: \"yes\", text: \"yes\")])",
    );
    golden!("visit_detours", said(&edited(visiting(), detour)));
}
