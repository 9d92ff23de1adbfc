//! A floe that was built without sealing, in front of a sealed home: it says so in two lines and touches nothing.
//!
//! `cargo test --no-default-features --test without_seal` builds that floe.
#![cfg(not(feature = "seal"))]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and plants files as it needs them"
)]

#[path = "support/mod.rs"]
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::{folder, run};
use tempfile::{TempDir, tempdir};

const SEALED: &[u8] = b"age-encryption.org/v1\nnothing anybody can read here";

/// A home as `floe seal` leaves it, or as it is on the way there or back.
fn home(key: &str) -> (TempDir, PathBuf) {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    fs::create_dir_all(home.join("kb7")).unwrap();
    for name in [key, "identity.age.bak", "kb7/river.ron", "kb7/m2hd4vt.ron"] {
        fs::write(home.join(name), SEALED).unwrap();
    }
    (dir, home)
}

fn files(home: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).unwrap();
        (path, bytes)
    };
    folder::files(home).into_iter().map(read).collect()
}

#[test]
fn a_sealed_home_is_refused_in_words_and_left_as_it_is() {
    for key in ["identity.age", "sealing.age", "unsealing.age"] {
        let (_dir, home) = home(key);
        let before = files(&home);
        for args in [
            &["--line"][..],
            &["practise", "--line"],
            &["resume", "--line"],
            &["rivers"],
            &["agreements"],
            &["show", "m2hd4vt"],
            &["export", "m2hd4vt", "--as", "md"],
            &["forget", "m2hd4vt", "--yes"],
            &["seal"],
            &["unseal"],
        ] {
            let ran = run(&home, args, "a passphrase\na passphrase\n");
            assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{args:?}: {ran:?}");
            assert_eq!(ran.err.lines().count(), 2, "{args:?}: {ran:?}");
            assert!(
                ran.err.contains("built without sealing"),
                "{args:?}: {ran:?}"
            );
            assert_eq!(files(&home), before, "{key}, {args:?}");
        }
    }
}

#[test]
fn what_is_due_is_not_told_and_everything_can_be_erased() {
    let (_dir, home) = home("identity.age");
    let due = run(&home, &["agreements", "--due"], "");
    assert_eq!((due.code, due.err.lines().count()), (1, 2), "{due:?}");
    let erased = run(&home, &["forget", "--all", "--yes"], "");
    assert_eq!(erased.code, 0, "{erased:?}");
    assert!(
        folder::files(&home)
            .iter()
            .all(|path| fs::read(path).unwrap() != SEALED)
    );
}
