//! What a bug of floe's own says: where it was, and none of the words it was about.

use std::path::Path;
use std::process::Command;

const MARKER: &str = "ZQXMARKERZQX";

/// Not a test of its own: the program's own watch over bugs, and two of them about somebody's words.
#[test]
fn a_bug_about_words() {
    let Ok(kind) = std::env::var("FLOE_TEST_BUG") else {
        return;
    };
    crate::program::watch_for_bugs();
    let words = format!("\u{e4}{MARKER}");
    match kind.as_str() {
        "cut" => drop(words[1..].to_owned()),
        "refused" => {
            let refused: Result<u8, String> = std::hint::black_box(Err(words));
            refused.unwrap();
        }
        _ => panic!("{words}"),
    }
}

#[test]
fn a_bug_says_where_it_was_and_never_with_which_words() {
    for kind in ["cut", "refused", "told"] {
        let folder = tempfile::tempdir().unwrap();
        let done = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "bug::a_bug_about_words",
                "--nocapture",
                "--test-threads=1",
            ])
            .env("FLOE_TEST_BUG", kind)
            .env("RUST_BACKTRACE", "full")
            .current_dir(folder.path())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
        assert!(!done.status.success());
        assert!(
            told.contains("a bug of its own") && told.contains("bug.rs:"),
            "{kind}: {told}"
        );
        assert!(told.contains("floe resume"), "{kind}: {told}");
        assert!(!told.contains(MARKER), "{kind}: {told}");
        assert!(is_empty(folder.path()), "{kind}");
    }
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().next().is_none()
}
