//! What is said of a rehearsal: its texts, what it is made of, and what the mirror asks of the voices that give back.

use super::pack::{edited, golden};
use floe::content::{check, library};
use floe::mirror::examples;
use floe::words::KEYS;

const DEPOSIT: &str = "scenarios/the_deposit.ron";
const THIRD: &str = "scenarios/third_late_payment.ron";
const AROUND: &str = "rehearsal.ron";
const OWN: &str = "own.ron";

/// What is said of the bundled pack with one passage replaced.
fn told(edits: &[(&str, &str, &str)]) -> String {
    let one = |edit: &(&str, &str, &str)| {
        let files = edited(
            library::bundled_files(floe::content::Language::ENGLISH),
            *edit,
        );
        let mut problems = check::problems(&files, KEYS);
        problems.extend(examples::problems(&files));
        let told: Vec<String> = problems.iter().map(|one| one.render("")).collect();
        let told = match told.is_empty() {
            true => "(nothing)\n".to_owned(),
            false => told.join("\n"),
        };
        let shortly = |text: &str| text.chars().take(60).collect::<String>();
        format!("#### {} -> {}\n\n{told}", shortly(edit.1), shortly(edit.2))
    };
    edits.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_mirror_has_no_question_to_a_voice_that_gives_back() {
    let bundled = examples::problems(&library::bundled_files(floe::content::Language::ENGLISH));
    let told_of: String = bundled
        .iter()
        .map(|one| one.render("content/en/"))
        .collect();
    assert!(bundled.is_empty(), "{told_of}");
    golden!(
        "voices",
        told(&[
            (
                DEPOSIT,
                "You haven't got it. I guess that was hard to say to me.",
                "You haven't got it. You should have said so."
            ),
            // The other voices may be asked about.
            (
                DEPOSIT,
                "You had six for a guitar.",
                "You should have thought of that before the guitar."
            ),
        ])
    );
}

#[test]
fn texts_of_a_talk_can_be_read_and_their_blanks_filled() {
    let long = "word ".repeat(50);
    golden!(
        "talks",
        told(&[
            (DEPOSIT, "Here comes the lecture.", " "),
            (DEPOSIT, "You're not my mum.", &long),
            (DEPOSIT, "You're not my mum.", "You're not {name}."),
            (
                DEPOSIT,
                "title: \"The deposit\"",
                "title: \"The deposit and the guitar\""
            ),
            (THIRD, "you: \"Tomas\"", "you: \"Maximilian\""),
            (
                AROUND,
                "{contains} Would you like to begin?",
                "Would you like to begin?"
            ),
            (AROUND, "How it landed: {lands}", "How it landed: {land}"),
            (
                AROUND,
                "label: \"When I'd stop:\"),\n                            (id: \"along\"",
                "label: \"When I'd stop\"),\n                            (id: \"along\""
            ),
            (OWN, "Who answers: {them}", "Who answers"),
            (OWN, "\"{doubted}\\\"\"", "\"{doubt}\\\"\""),
        ])
    );
}

#[test]
fn a_talk_has_every_voice_and_something_to_stay_with() {
    golden!(
        "turns",
        told(&[
            (
                DEPOSIT,
                "(style: Fix, say: \"Set up a standing order",
                "(style: Rush, say: \"Set up a standing order"
            ),
            (
                DEPOSIT,
                "later: (after: 1, reply: \"\\\"Thirty. Friday",
                "later: (after: 5, reply: \"\\\"Thirty. Friday"
            ),
        ])
    );
}

#[test]
fn a_plan_takes_as_long_as_its_parts() {
    let plan = "plans/twenty.ron";
    for (from, to, said) in [
        (
            "minutes: 20,",
            "minutes: 25,",
            "the parts of this plan take 20 minutes together",
        ),
        ("minutes: 1,", "minutes: 0,", "this part takes no time"),
        ("id: \"twenty\"", "id: \"thirty\"", "its file \"twenty\""),
        ("says: \"What would you say?\"", "says: \"\"", "empty"),
        (
            "title: \"Rewind, and stay\"",
            "name: \"Rewind, and stay\"",
            "name",
        ),
        (
            "crossing/sorry",
            "crossing/sory",
            "\"crossing\" has no floe called \"sory\"",
        ),
        ("crossing/sorry", "sorry", "names no floe of a practice"),
    ] {
        let told = told(&[(plan, from, to)]);
        assert!(told.contains(said) && told.contains(plan), "{told}");
    }
    let room = "room: \"Put an impossible promise and a doable statement on the wall. Which is nicer to hear? Which could you bet on?\",";
    let told_of = told(&[("practices/crossing.ron", room, "")]);
    assert!(
        told_of.contains("no line for a room") && told_of.contains(plan),
        "{told_of}"
    );
    for (from, to) in [
        ("Twenty minutes", "A short one"),
        // A pack of one's own may have other practices.
        ("crossing/sorry", "ford/sorry"),
    ] {
        assert!(told(&[(plan, from, to)]).contains("(nothing)"));
    }
}

#[test]
fn a_page_to_take_home_says_something_and_fits_on_paper() {
    let page = "handout.ron";
    let line = "\"One thing, small enough for a bad day: who, what, when, and until when.\",";
    let many = line.repeat(6);
    for (from, to, said) in [
        (
            "\"Attention: what",
            "],),(title:\"Five\",lines:[],),(title:\"Six\",lines:[\"Attention: what",
            "nothing stands under this title",
        ),
        (line, many.as_str(), "62 rows long, and 60 fit on paper"),
        ("title: \"Giving back\"", "title: \"\"", "empty"),
        ("foot:", "feet:", "feet"),
    ] {
        let told = told(&[(page, from, to)]);
        assert!(told.contains(said) && told.contains(page), "{told}");
    }
    let fits = line.repeat(5);
    assert!(told(&[(page, line, &fits)]).contains("(nothing)"));
}
