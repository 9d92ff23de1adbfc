//! What lies in somebody's home is nothing for a room: neither on its wall nor on the page it takes home.

use crate::support::run;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

/// What the pack in this home calls its story and its page.
const OWN: &str = "Of our own";

/// A home with a pack of a story and a page to take home.
fn home() -> (TempDir, PathBuf) {
    let dir = tempdir().unwrap();
    let lies = dir.path().join("packs/ours");
    fs::create_dir_all(lies.join("scenarios")).unwrap();
    let manifest =
        "(format: 1, id: \"ours\", title: \"Ours\", language: \"en\", credits: [], practices: [])";
    fs::write(lies.join("pack.ron"), manifest).unwrap();
    let renamed = [
        ("id: \"the_deposit\"", "id: \"ours\""),
        ("title: \"The deposit\"", "title: \"Of our own\""),
    ];
    put(
        &lies,
        "scenarios/the_deposit.ron",
        "scenarios/ours.ron",
        &renamed,
    );
    put(
        &lies,
        "handout.ron",
        "handout.ron",
        &[("Crossing on broken ice", OWN)],
    );
    (dir, lies)
}

/// A file of floe's own with these changes.
fn put(pack: &Path, name: &str, to: &str, changes: &[(&str, &str)]) {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en");
    let mut text = fs::read_to_string(own.join(name)).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    fs::write(pack.join(to), text).unwrap();
}

/// What is printed to this input.
fn said(home: &Path, args: &[&str], input: &str) -> String {
    let ran = run(home, args, input);
    assert_eq!((ran.code, &*ran.err), (0, ""), "{args:?}");
    ran.out
}

#[test]
fn its_stories_are_not_shown_from_the_bank() {
    let (dir, _) = home();
    let home = dir.path();
    assert!(
        said(home, &["rehearse", "--list"], "").contains(OWN),
        "it is used"
    );
    let practices = said(home, &["--line"], "the late rent\n");
    let room = practices.lines().find_map(|line| {
        let (number, option) = line.split_once(". ")?;
        option.starts_with("Show a room").then_some(number)
    });
    let input = format!("the late rent\n{}\n", room.unwrap());
    let shown = said(home, &["--line"], &input);
    let (_, stage) = shown.split_once("Made-up stories.").unwrap();
    assert!(
        stage.contains("The deposit") && !stage.contains(OWN),
        "{stage}"
    );
}

#[test]
fn its_page_is_not_given_out_and_none_is_put_into_it() {
    let (dir, lies) = home();
    let home = dir.path();
    let page = ["export", "--handout", "--as", "txt", "-o"];
    let text = said(home, &[&page[..], &["-"]].concat(), "");
    assert!(
        text.contains("Crossing on broken ice") && !text.contains(OWN),
        "{text}"
    );
    let named = ["--pack", lies.to_str().unwrap()];
    let text = said(home, &[&named[..], &page, &["-"]].concat(), "");
    assert!(text.contains(OWN), "a pack that was named is meant");
    let inside = home.join("page.txt");
    let ran = run(home, &[&page[..], &[inside.to_str().unwrap()]].concat(), "");
    assert!(ran.code == 1 && !inside.exists(), "{}", ran.err);
}
