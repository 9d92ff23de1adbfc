//! Homes that are found in another way, and the copies others have made in them.

use super::files::left;
use crate::support::{finish, run, surroundings};
use std::fs;
use std::process::Command;
use tempfile::tempdir;

#[test]
fn without_home_the_account_is_asked_or_the_other_variables_are() {
    let dir = tempdir().unwrap();
    let (_, path) = left(&dir.path().join("floe"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_floe"));
    command.env_remove("HOME").env_remove("FLOE_HOME");
    command
        .env("XDG_DATA_HOME", dir.path())
        .args(["rivers", "--json"]);
    let ran = finish(command, "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    let id = path.file_stem().unwrap().to_str().unwrap();
    assert!(ran.out.contains(id), "{ran:?}");
    for (name, value) in [("HOME", ""), ("XDG_DATA_HOME", "here/and/there")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_floe"));
        for (name, value) in surroundings() {
            command.env(name, value);
        }
        command
            .env(name, value)
            .args(["doctor", "--json"])
            .env_remove("FLOE_HOME");
        let ran = finish(command, "");
        assert!(ran.code < 2 && ran.err.is_empty(), "{name}: {ran:?}");
        assert!(
            ran.out.contains("\"path\": \"/") || ran.out.contains("\"path\": \"~"),
            "{name}: {ran:?}"
        );
    }
}

#[test]
fn copies_others_made_are_told_of_in_one_line_and_go_with_what_they_are_copies_of() {
    const SAID: &str = "Another version of a file lies here too. floe doctor says which.";
    let home = tempdir().unwrap();
    let (one, path) = left(home.path());
    let (two, _) = left(home.path());
    assert!(!run(home.path(), &["rivers"], "").out.contains(SAID));
    for name in [
        format!("{one}.sync-conflict-20260101-120000-ABCDEFG.ron"),
        format!("{one} (Sam's conflicted copy 2026-01-01).ron"),
        format!("{one} (1).ron"),
        format!("{one} copy.ron"),
        format!("{one}.ron~"),
        format!(".{one}.ron.swp"),
        format!("~${one}.ron"),
        format!(".{one}.ron.icloud"),
    ] {
        let copy = path.with_file_name(&name);
        fs::write(&copy, "ZQCOPY").unwrap();
        let ran = run(home.path(), &["rivers"], "");
        assert_eq!(ran.code, 0, "{name}: {ran:?}");
        assert_eq!(ran.out.matches(SAID).count(), 1, "{name}: {}", ran.out);
        assert!(
            !ran.out.contains(&name),
            "a name others made up may say something"
        );
        let ran = run(home.path(), &["doctor"], "");
        assert!(ran.out.contains("second versions"), "{name}: {}", ran.out);
        assert_eq!(fs::read_to_string(&copy).unwrap(), "ZQCOPY", "{name}");
        fs::remove_file(&copy).unwrap();
        // What is left of the other crossing stays.
        let copies = [&one, &two].map(|id| path.with_file_name(name.replace(&one, id)));
        for copy in &copies {
            fs::write(copy, "ZQCOPY").unwrap();
        }
        let (other, _) = left(home.path());
        let theirs = path.with_file_name(name.replace(&one, &other));
        fs::write(&theirs, "ZQCOPY").unwrap();
        assert_eq!(run(home.path(), &["forget", &other, "--yes"], "").code, 0);
        assert!(
            !theirs.exists(),
            "{name}: forgotten with what it is a copy of"
        );
        assert!(copies.iter().all(|copy| copy.exists()), "{name}");
        copies
            .iter()
            .for_each(|copy| fs::remove_file(copy).unwrap());
    }
}
