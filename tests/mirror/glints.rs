//! A glint is shown where the thing is there, and nowhere else.

use floe::content::lexicon::Lexicon;
use floe::content::{Context, library};
use floe::mirror::Mirror;
use floe::store::pack_files;
use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Debug, Deserialize)]
struct Written {
    glints: Vec<Glint>,
}

#[derive(Debug, Deserialize)]
struct Glint {
    id: String,
    line: String,
    on: Vec<Context>,
    fires: Vec<String>,
    quiet: Vec<String>,
}

const EVERYWHERE: [Context; 5] = [
    Context::Say,
    Context::Own,
    Context::Apology,
    Context::Agreement,
    Context::Listen,
];

fn english() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en")
}

fn lexicon() -> Lexicon {
    let files = pack_files::folder(&english()).expect("files");
    library::lexicon(&files).expect("a lexicon")
}

fn written() -> Vec<Glint> {
    let text = std::fs::read_to_string(english().join("mirror/glints.ron")).expect("glints");
    let written: Written = ron::from_str(&text).expect("glints");
    written.glints
}

/// A mirror with this glint alone.
fn alone(lexicon: &Lexicon, id: &str) -> Mirror {
    let mut only = lexicon.clone();
    only.glints.retain(|glint| glint.id == *id);
    only.families.clear();
    only.leave.clear();
    only.order.clear();
    Mirror::new(only)
}

#[test]
fn each_glint_shows_in_its_contexts_and_nowhere_else() {
    let lexicon = lexicon();
    let mut wrong = Vec::new();
    for glint in written() {
        let mirror = alone(&lexicon, &glint.id);
        for on in EVERYWHERE {
            for text in &glint.fires {
                let expected = glint.on.contains(&on).then(|| glint.line.clone());
                if mirror.look(text, on).glint != expected {
                    wrong.push(format!("{} on {on:?}: {text}", glint.id));
                }
            }
            for text in &glint.quiet {
                if mirror.look(text, on).glint.is_some() {
                    wrong.push(format!("{} isn't there on {on:?}: {text}", glint.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_phrase_of_a_glint_is_there_for_a_sentence() {
    let lexicon = lexicon();
    let mut idle = Vec::new();
    for glint in written() {
        let place = lexicon.glints.iter().position(|one| one.id == *glint.id);
        let place = place.expect("the same glint");
        for at in 0..lexicon.glints[place].says.len() {
            let mut only = lexicon.clone();
            only.glints[place].says = vec![lexicon.glints[place].says[at]];
            let mirror = alone(&only, &glint.id);
            let shows = |text: &String| mirror.look(text, glint.on[0]).glint.is_some();
            if !glint.fires.iter().any(shows) {
                idle.push(format!("{}, phrase {}", glint.id, at + 1));
            }
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn there_are_the_nine_and_the_foremost_is_shown() {
    let ids: Vec<String> = written().into_iter().map(|glint| glint.id).collect();
    assert_eq!(
        ids,
        [
            "own_part",
            "asked",
            "gave_back",
            "one_day",
            "said_when",
            "bad_day",
            "meaning",
            "room_for_no",
            "thanks"
        ]
    );
    let mirror = Mirror::new(lexicon());
    let both = "I told Leila something of yours. You can say no.";
    let shown = mirror.look(both, Context::Apology).glint;
    assert_eq!(shown.as_deref(), Some("You named your own part."));
}
