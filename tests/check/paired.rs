//! What is only for two people: whose page it is, what comes of unseen answers, and what one mustn't learn of the other.

use crate::pack::{STREAM, each, edited, golden, good, said, together};

#[test]
fn whose_page_it_is() {
    golden!(
        "pair_pages",
        each(&[
            (STREAM, "by: Listener, unseen", "by: InWater, unseen"),
            (STREAM, "by: Listener, unseen", "unseen"),
            (STREAM, "is: Floor,", "is: Floor, by: Each,"),
            (
                STREAM,
                "by: Each, is: Watchman, ask: Line",
                "by: Each, is: Watchman, ask: Pick(list: \"feelings\", most: 1)"
            ),
            (
                STREAM,
                "id: \"second\", text: \"{other}\"",
                "id: \"other\", text: \"{other}\""
            ),
            (
                STREAM,
                "id: \"5\", text: \"five\"",
                "id: \"long\", text: \"five\""
            ),
            (
                STREAM,
                "id: \"5\", text: \"five\"",
                "id: \"90\", text: \"five\""
            ),
            (STREAM, "pair_minutes: 2", "pair_minutes: 0"),
            (STREAM, "near: [\"far\"]", "near: [\"fat\", \"bank\"]"),
            (STREAM, "near: [\"far\"]", "near: [\"far\", \"far\"]"),
            (STREAM, "Swap(step: \"turns\"", "Swap(step: \"turn\""),
            (STREAM, "Swap(step: \"turns\"", "Swap(step: \"landing\""),
            (STREAM, "from: [\"feel\"]", "from: [\"places\"]"),
            (
                STREAM,
                "prompt: \"{speaker} talks.\"",
                "prompt: \"{floe} talks.\""
            ),
            (STREAM, "no: \"go on\"", "no: \"\""),
            (
                STREAM,
                "closing: \"Both have talked.\"",
                "closing: \"{both} have talked.\""
            ),
            (
                STREAM,
                "label: \"{me}'s\"",
                "label: \"what {me} is guarding these days\""
            ),
            (
                STREAM,
                "Chose(\"talks\", \"first\")",
                "Chose(\"talks\", \"firts\")"
            ),
        ])
    );
}

#[test]
fn what_opens_for_two() {
    golden!(
        "pair_detours",
        each(&[
            ("detours.ron", "ask: Both(no: \"stay here\")", "ask: Show"),
            ("detours.ron", "ask: Near", "ask: Show"),
            (STREAM, "ask: Pause(seconds: 60, more: true)", "ask: Near"),
            (
                "detours.ron",
                "prompt: \"What would you tell it?\"",
                "prompt: \"What would you tell it?\", by: OnIce"
            ),
            (
                "detours.ron",
                "prompt: \"What would you tell it?\"",
                "prompt: \"What would you tell it, on {floe}?\""
            ),
        ])
    );
}

#[test]
fn what_comes_of_unseen_answers() {
    golden!(
        "pair_unseen",
        each(&[
            (STREAM, "Drawn(from: \"size\")", "Drawn(from: \"sise\")"),
            (STREAM, "Drawn(from: \"size\")", "Drawn(from: \"helpers\")"),
            (
                STREAM,
                "Shared(from: \"helpers\")",
                "Shared(from: \"size\")"
            ),
            (
                STREAM,
                "prompt: \"How much can the ice carry?\", by: Each,",
                "prompt: \"How much can the ice carry?\","
            ),
            (
                STREAM,
                "by: Each, keep: Never, ask: List(most: 4)",
                "by: Each, ask: List(most: 4)"
            ),
            (
                STREAM,
                "keep: Never, ask: List(most: 4)),",
                "keep: Never, ask: List(most: 4)), (id: \"early\", prompt: \"This much.\", keep: Never, ask: Drawn(from: \"size\")),"
            ),
        ])
    );
}

#[test]
fn going_ahead() {
    golden!(
        "pair_go_ahead",
        each(&[
            (
                STREAM,
                "prompt: \"Would you go with {other} today?\", by: Each, keep: Never",
                "prompt: \"Would you go with {other} today?\", by: Each"
            ),
            (
                STREAM,
                "prompt: \"Would you go with {other} today?\", by: Each,",
                "prompt: \"Would you go with {other} today?\","
            ),
            (
                STREAM,
                "why: \"Each says so alone.\",\n                    asks: [",
                "why: \"Each says so alone.\",\n                    asks: [(id: \"greeting\", prompt: \"Hello.\", by: Each, keep: Never, ask: Show),"
            ),
            (
                "detours.ron",
                "text: \"leave\", then: Leave",
                "text: \"leave\", then: GoAhead"
            ),
        ])
    );
}

/// The fear of one person, asked of each and for their eyes only, and something that would tell it.
fn told(edit: (&str, &str, &str)) -> String {
    let private = (
        STREAM,
        "by: Each, is: Watchman, ask: Line",
        "by: Each, keep: Private, ask: Choice([(id: \"no\", text: \"no\"), (id: \"yes\", text: \"yes\")])",
    );
    let shown = (
        STREAM,
        "(label: \"{me}'s\", from: [\"guards\"], of: Me),\n                                (label: \"{other}'s\", from: [\"guards\"], of: Other),",
        "",
    );
    let (_, from, to) = edit;
    let pack = edited(edited(good(), private), shown);
    format!("#### {from} -> {to}\n\n{}", said(&edited(pack, edit)))
}

#[test]
fn what_one_answers_alone_is_never_told() {
    let light = "id: \"light\",";
    let edits = [
        // On a page of both, on a page of one, in a note, and for a whole step.
        (light, "id: \"light\", when: Chose(\"guards\", \"yes\"),"),
        (
            "id: \"heard\",",
            "id: \"heard\", when: Not(Passed(\"guards\")),",
        ),
        (
            light,
            "id: \"light\", notes: [(when: Answered(\"guards\"), text: \"Somebody is afraid.\")],",
        ),
        (
            "Any([Chose(\"door\", \"wade\"), Not(Answered(\"door\"))])",
            "Any([Chose(\"guards\", \"yes\"), Not(Answered(\"door\"))])",
        ),
        // Shown to both.
        (
            "panes: [\n                                \n",
            "panes: [(label: \"{me}\", from: [\"guards\"], of: Me),\n",
        ),
        // Asked of both whatever was answered, or alone, it tells nothing.
        (
            light,
            "id: \"light\", when: Any([Mode(Pair), Chose(\"guards\", \"yes\")]),",
        ),
        (
            light,
            "id: \"light\", when: All([Mode(Solo), Not(Chose(\"guards\", \"yes\"))]),",
        ),
    ];
    let told = edits.map(|(from, to)| told((STREAM, from, to)));
    // Shown by floe itself.
    let watchman = "by: Each, is: Watchman, ask: Line";
    let own = "by: Each, keep: Private, is: Watchman, ask: Line";
    let used = each(&[(STREAM, watchman, own)]);
    golden!("pair_leaks", format!("{}\n{used}", told.join("\n")));
}

#[test]
fn where_one_stands_is_never_told() {
    let stands = |more: (&'static str, &'static str, &'static str)| {
        together(&[
            (
                STREAM,
                "is: Floor,\n                            ask: Choice([(id: \"first\", text: \"{me}\"), (id: \"second\", text: \"{other}\")]),",
                "by: Each, keep: Private, is: Stance,\n                            ask: Choice([(id: \"mine\", text: \"I did\"), (id: \"theirs\", text: \"they did\")]),",
            ),
            (STREAM, ", when: Chose(\"talks\", \"first\")", ""),
            more,
        ])
    };
    let heard = "id: \"heard\",";
    let unowned = (STREAM, "from: [\"guards\"], of: Me", "from: [\"guards\"]");
    let all = [
        stands((STREAM, heard, "id: \"heard\", when: Stance(Mine),")),
        stands((
            STREAM,
            "id: \"light\",",
            "id: \"light\", when: Stance(Mine),",
        )),
        together(&[unowned]),
    ];
    golden!("pair_stance", all.join("####\n\n"));
}
