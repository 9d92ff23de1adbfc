//! What is said of a lexicon whose examples aren't so, and of one that can't be built.

use super::pack::{edited, files, golden};
use floe::content::{check, diagnostic::Diagnostic, source::File};
use floe::mirror::examples;
use std::path::Path;

fn lexicon() -> Vec<File> {
    files(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/check/lexicon"
    )))
}

/// Every problem of these files: how they are written, and then what they hear.
fn problems(files: &[File]) -> Vec<Diagnostic> {
    let written = [check::lexicon(files).err(), check::dangers(files).err()];
    let mut all: Vec<Diagnostic> = written.into_iter().flatten().flatten().collect();
    all.extend(examples::problems(files));
    // The spelling is read for both, and told of once by `floe check`.
    all.dedup();
    all
}

fn told(edits: &[(&str, &str, &str)]) -> String {
    let one = |(name, from, to): &(&str, &str, &str)| {
        let name = format!("mirror/{name}.ron");
        let problems = problems(&edited(lexicon(), (&name, from, to)));
        let told: Vec<String> = problems.iter().map(|one| one.render("")).collect();
        let told = match told.is_empty() {
            true => "(nothing)\n".to_owned(),
            false => told.join("\n"),
        };
        format!("#### {from} -> {to}\n\n{told}")
    };
    edits.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_good_lexicon_has_no_problems() {
    let problems = problems(&lexicon());
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn the_bundled_lexicon_hears_what_it_says() {
    let problems = examples::problems(&floe::content::library::bundled_files(
        floe::content::Language::ENGLISH,
    ));
    let told: String = problems
        .iter()
        .map(|one| one.render("content/en/"))
        .collect();
    assert!(problems.is_empty(), "{told}");
}

#[test]
fn a_cue_is_heard_where_it_says_and_nowhere_else() {
    golden!(
        "heard_cues",
        told(&[
            // A pattern without its sentence, and a sentence without its pattern.
            ("never", "\"U just always lie.\"", "\"You never lie.\""),
            ("never", "\"You never call.\", \"U", "\"You call.\", \"U"),
            (
                "never",
                "\"You never call.\", \"U",
                "\"You're never here, call.\", \"U"
            ),
            // Left alone, spoken against, asked.
            (
                "never",
                "\"You never call.\", \"U",
                "\"I won't say you never call.\", \"U"
            ),
            (
                "never",
                "[\"We never talk.\"]",
                "[\"On Sundays we never talk.\"]"
            ),
            (
                "never",
                "[\"We never talk.\"]",
                "[\"Why do we never talk?\"]"
            ),
            // A look-alike that is one, also of another cue.
            (
                "never",
                "[\"Never mind.\"]",
                "[\"Never mind, you never do.\"]"
            ),
            (
                "never",
                "[\"Never mind.\"]",
                "[\"Never mind, we never do.\"]"
            ),
            // Where the cue isn't listened for it may be silent or not.
            (
                "never",
                "[\"We never talk on Sundays.\",",
                "[\"Sorry if we never talk, on Sundays.\","
            ),
            (
                "never",
                "fires: [\"You never call.\", \"U just always lie.\"]",
                "fires: []"
            ),
            ("never", "quiet: [\"Never mind.\"]", "quiet: []"),
            ("never", "not_on: [Apology]", "not_on: [Apology, Say]"),
            (
                "classes",
                "families: [\"never\", \"sorry\"]),",
                "families: [\"sorry\"]),"
            ),
            ("classes", "\"sorry\", \"never\"", "\"sorry\""),
        ])
    );
}

#[test]
fn what_is_left_alone_is_needed_and_works() {
    golden!(
        "heard_leaves",
        told(&[
            (
                "classes",
                "\"i will not ...\"]",
                "\"i will not ...\", \"go away\"]"
            ),
            (
                "classes",
                "\"I won't say you always lie.\"]",
                "\"I will say you lie.\"]"
            ),
            (
                "classes",
                "\"I won't say you always lie.\"]",
                "\"You always say I won't.\"]"
            ),
            // Only the families it is for are silent.
            ("classes", "only: [\"sorry\"]", "only: [\"never\"]"),
            (
                "classes",
                "only: [\"sorry\"]",
                "only: [\"never\", \"sorry\"]"
            ),
            (
                "never",
                "quiet: [\"You're always welcome here.\"]",
                "quiet: []"
            ),
        ])
    );
}

#[test]
fn the_rest_is_held_to_its_word_too() {
    golden!(
        "heard_rest",
        told(&[
            (
                "never",
                "\"On Sunday I waited.\"",
                "\"On Sunday I waited, and you never called.\""
            ),
            ("never", "\"On Sunday I waited.\"", "\"Sorry if I waited.\""),
            ("glints", "\"Thanks for coming.\"", "\"Thanks.\""),
            ("glints", "\"No, thanks.\"", "\"No, thank you.\""),
            ("glints", "quiet: [\"No, thanks.\"]", "quiet: []"),
            ("safety", "\"He might hit me.\"", "\"He might help me.\""),
            (
                "safety",
                "\"Afraid of heights.\"",
                "\"Not afraid of you. Afraid of him.\""
            ),
            (
                "safety",
                "\"I'm not afraid of him.\"",
                "\"I'm afraid of him.\""
            ),
            (
                "safety",
                "\"I'm not afraid of him.\"",
                "\"I'm afraid of her, not afraid of him.\""
            ),
        ])
    );
}

#[test]
fn what_is_typed_leads_to_words() {
    golden!(
        "heard_spelling",
        told(&[
            ("spelling", "\"u\": \"you\"", "\"u\": \"\""),
            ("spelling", "\"u\": \"you\"", "\"u\": \"im\""),
            ("spelling", "\"u\": \"you\"", "\"U r\": \"you are\""),
            ("spelling", "\"u\": \"you\"", "\"im\": \"i be\""),
            ("spelling", "\"u\": \"you\"", "\"u\": \"a b c d e f g\""),
            ("spelling", "\"'s\": \"is\"", "\"\": \"is\""),
        ])
    );
}

/// The lexicon with these classes, and these patterns in a cue.
fn with(classes: &str, says: &str) -> Vec<File> {
    let classes = (
        "mirror/classes.ron",
        "\"soft\": ",
        format!("{classes}\"soft\": "),
    );
    let says = (
        "mirror/sorry.ron",
        "says: [\"sorry ..3 if\"]",
        format!("says: [{says}]"),
    );
    [classes, says]
        .into_iter()
        .fold(lexicon(), |files, (name, from, to)| {
            edited(files, (name, from, &to))
        })
}

fn first(files: &[File]) -> String {
    let first = problems(files).into_iter().next();
    first.map_or_else(|| "(nothing)".to_owned(), |first| first.what)
}

#[test]
fn classes_that_grow_into_each_other_are_stopped() {
    let doubled: String = (1..60)
        .map(|n| format!("\"c{n}\": \"@c{} @c{}\",", n - 1, n - 1))
        .collect();
    let told = first(&with(
        &format!("\"c0\": \"a b\",{doubled}"),
        "\"sorry @c59\"",
    ));
    assert_eq!(
        told,
        "this pattern is too large once its classes are in place"
    );
    let deep: String = (1..9_000)
        .map(|n| format!("\"c{n}\": \"@c{}\",", n - 1))
        .collect();
    let told = first(&with(&format!("\"c0\": \"a\",{deep}"), "\"sorry @c8999\""));
    assert_eq!(told, "too many classes inside each other");
    let hyphens = format!("\"c0\": \"{}b\",", "a-".repeat(60_000));
    let told = first(&with(&hyphens, "\"sorry @c0\""));
    assert_eq!(
        told,
        "this pattern is too large once its classes are in place"
    );
}

#[test]
fn a_lexicon_as_large_as_may_be_is_tried_and_a_larger_one_is_not() {
    let words: Vec<String> = (0..500).map(|n| format!("w v{n}")).collect();
    let class = format!(
        "\"c0\": \"{}\", \"c1\": \"@c0 @c0 @c0\",",
        words.join(" | ")
    );
    let says = |times: usize| "\"sorry @c1\",".repeat(times);
    assert_eq!(
        first(&with(&class, &says(27))),
        "there is too much in this lexicon"
    );
    let told = first(&with(&class, &says(26)));
    assert_eq!(told, "none of the sentences in `fires` has this");
}

#[test]
fn phrases_that_could_be_nothing_are_heard_in_nothing() {
    let files = with("", "\"(a? b?)*\", \"sorry (a*)* if\", \"sorry ..3 if\"");
    let told: Vec<String> = problems(&files).into_iter().map(|one| one.what).collect();
    assert_eq!(told, ["none of the sentences in `fires` has this"]);
    // What is anything is heard in everything, also in what is to be left alone.
    let told = first(&with("", "\"(... | ..)*\""));
    assert!(
        told.starts_with("the cue \"if\" of \"sorry\" is heard"),
        "{told}"
    );
}
