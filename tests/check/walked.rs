//! What a walk through the steps would come to.

use crate::pack::{STREAM, each, edited, golden, good, said, together};

#[test]
fn references() {
    golden!(
        "references",
        each(&[
            (STREAM, "list: \"feelings\"", "list: \"feelingz\""),
            (
                STREAM,
                "Chose(\"afraid\", \"yes\")",
                "Chose(\"afraid\", \"maybe\")"
            ),
            (
                STREAM,
                "Chose(\"feel\", \"on edge\")",
                "Chose(\"feel\", \"on the edge\")"
            ),
            (
                STREAM,
                "Chose(\"feel\", \"on edge\")",
                "Chose(\"feeel\", \"on edge\")"
            ),
            (
                STREAM,
                "Chose(\"feel\", \"on edge\")",
                "Chose(\"name\", \"on edge\")"
            ),
            (STREAM, "from: [\"feel\"]", "from: [\"fell\"]"),
            (STREAM, "sentence/felt", "sentence/feelt"),
            (STREAM, "sentence/felt", "feel/felt"),
            (STREAM, "from: [\"feel\"]", "from: [\"feet\"]"),
            (STREAM, "Again(step: \"weather\"", "Again(step: \"wether\""),
            (STREAM, "Walk(\"hop\")", "Walk(\"hoop\")"),
        ])
    );
}

#[test]
fn flow() {
    golden!(
        "flow",
        each(&[
            // A condition and something shown that come too early.
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, when: Chose(\"door\", \"wade\"), ask: Line"
            ),
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, when: All([FirstVisit, Answered(\"feel\")]), ask: Line"
            ),
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, when: Any([]), ask: Line"
            ),
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, when: Not(Answered(\"feel\")), ask: Line"
            ),
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, shows: [(from: [\"sentence/seen\"])], ask: Line"
            ),
            // The same, where a round leads back.
            (
                STREAM,
                "ask: Pick(",
                "when: Not(Not(Chose(\"more\", \"yes\"))), ask: Pick("
            ),
            // No way out.
            (
                STREAM,
                "(id: \"no\", text: \"no\"),\n                            ]),\n                        ),\n                    ],\n                ),\n                (\n                    id: \"landing\"",
                "(id: \"no\", text: \"no\", then: Go(\"arrive\")),\n                            ]),\n                        ),\n                    ],\n                ),\n                (\n                    id: \"landing\""
            ),
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, ask: Show, then: Go(\"safe\")"
            ),
            (
                STREAM,
                "yes: SavingOn, no: SavingOff",
                "yes: Go(\"safe\"), no: Go(\"safe\")"
            ),
            // A round that leads on, and one of which there is none.
            (
                STREAM,
                "is: Me, ask: Line",
                "is: Me, ask: Line, then: Again(step: \"weather\", most: 1, closing: \"On we go.\")"
            ),
            (STREAM, "most: 2", "most: 0"),
            // A step that every way goes around.
            (STREAM, "is: Me, ask: Line", "is: Me, ask: Show, then: Land"),
        ])
    );
}

#[test]
fn what_melts_is_not_read_elsewhere() {
    golden!(
        "melting",
        each(&[
            (
                STREAM,
                "Chose(\"feel\", \"on edge\")",
                "Chose(\"afraid\", \"yes\")"
            ),
            (
                STREAM,
                "text: \"in one hop\"",
                "text: \"in one hop, {other}\""
            ),
            (
                STREAM,
                "prompt: \"Should anything be saved?\", keep: Never",
                "prompt: \"Should anything be saved?\""
            ),
            (STREAM, "from: [\"feel\"]", "from: [\"saving\"]"),
            (STREAM, "label: \"the sentence\",", "keep: Never,"),
        ])
    );
}

#[test]
fn meanings() {
    golden!(
        "meanings",
        together(&[
            (
                STREAM,
                "id: \"door\", prompt: \"How do you go, {me}?\",",
                "id: \"door\", prompt: \"How do you go, {me}?\", is: Stance,"
            ),
            (STREAM, "is: Carry,", "is: Me,"),
            (
                STREAM,
                "id: \"seen\", label",
                "is: Agreement(FreeNo), id: \"seen\", label"
            ),
            (
                STREAM,
                "prompt: \"What's it like in you?\"",
                "prompt: \"What's it like in you?\", is: Lean"
            ),
            ("detours.ron", "(id: \"together\"", "(id: \"teamwork\""),
        ])
    );
}

#[test]
fn landing() {
    golden!(
        "landing",
        each(&[
            (STREAM, "ask: Keep, then: Landed", "ask: Keep"),
            (STREAM, "ask: Keep, then: Landed", "ask: Show, then: Landed"),
            (STREAM, "is: Me, ask: Line", "is: Me, ask: Keep"),
            (
                "detours.ron",
                "is: Thanks, ask: Line",
                "is: Thanks, ask: Keep"
            ),
        ])
    );
}

#[test]
fn tracks() {
    golden!(
        "tracks",
        each(&[
            ("tracks/hop.ron", "of: \"stream\"", "of: \"steam\""),
            (
                "tracks/hop.ron",
                "\"weather\", ",
                "\"wether\", \"landing\", "
            ),
            ("tracks/hop.ron", ", \"landing\"", ""),
            ("tracks/hop.ron", "\"door\", \"wade\"", "\"door\", \"swim\""),
            ("tracks/hop.ron", "\"door\", \"wade\"", "\"name\", \"wade\""),
        ])
    );
    let waiting = edited(
        good(),
        (
            STREAM,
            "Any([Chose(\"door\", \"wade\"), Not(Answered(\"door\"))])",
            "Chose(\"door\", \"wade\")",
        ),
    );
    golden!(
        "tracks_waiting",
        said(&edited(
            waiting,
            ("tracks/hop.ron", "suppose: [(\"door\", \"wade\")],", "")
        ))
    );
}
