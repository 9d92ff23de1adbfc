//! `floe export` from outside: where the file lands, who can open it, what is refused, and that the home stays as it was.

use crate::shelf;
use crate::support::{Ran, finish, floe, folder};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

const FORMS: [&str; 5] = ["md", "html", "txt", "ics", "json"];

/// A home with every river, and an empty folder to stand in.
fn ready() -> (TempDir, TempDir) {
    let (home, here) = (tempdir().unwrap(), tempdir().unwrap());
    for shelf in [
        shelf::a_year_of_two(),
        shelf::alone(),
        shelf::empty(),
        shelf::hostile(),
    ] {
        shelf.lay(home.path());
    }
    (home, here)
}

fn export(home: &Path, here: &Path, args: &[&str]) -> Ran {
    let mut command = floe(home);
    command.current_dir(here).arg("export").args(args);
    finish(command, "")
}

/// Every file with its bytes and permissions.
fn everything(home: &Path) -> BTreeMap<PathBuf, (Vec<u8>, u32)> {
    let files = folder::files(home).into_iter();
    files
        .map(|path| {
            let (bytes, mode) = (fs::read(&path).unwrap(), folder::mode(&path));
            (path, (bytes, mode))
        })
        .collect()
}

/// Two lines: what happened, and what to do next.
fn refused(ran: &Ran, says: &str) {
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    assert!(ran.err.contains(says), "{}", ran.err);
}

#[test]
fn a_file_is_named_after_the_id_and_its_owners_alone() {
    let (home, here) = ready();
    for form in FORMS {
        for id in ["k3wq8ze", "p7c2xrn", "h0h0h0h"] {
            let ran = export(home.path(), here.path(), &[id, "--as", form]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{form}");
            assert!(ran.out.contains(&format!("{id}.{form}")), "{}", ran.out);
            assert_eq!(
                folder::mode(&here.path().join(format!("{id}.{form}"))),
                0o600
            );
        }
    }
    // Nothing but what was asked for: no backups, no half-written files.
    assert_eq!(folder::files(here.path()).len(), 3 * FORMS.len());
}

#[test]
fn the_home_stays_byte_for_byte_as_it_was() {
    let (home, here) = ready();
    let before = everything(home.path());
    for form in FORMS {
        for id in [
            "k3wq8ze", "p7c2xrn", "w5n2bqx", "e0e0e0e", "h0h0h0h", "unknown",
        ] {
            export(home.path(), here.path(), &[id, "--as", form]);
            export(home.path(), here.path(), &[id, "--as", form, "-o", "-"]);
        }
    }
    assert_eq!(everything(home.path()), before);
}

#[test]
fn printed_it_is_the_same_as_in_a_file_and_nothing_else() {
    let (home, here) = ready();
    for form in FORMS {
        let printed = export(
            home.path(),
            here.path(),
            &["k3wq8ze", "--as", form, "-o", "-"],
        );
        assert_eq!((printed.code, printed.err.as_str()), (0, ""));
        assert_eq!(folder::files(here.path()), Vec::<PathBuf>::new());
        let name = format!("taken-along.{form}");
        export(
            home.path(),
            here.path(),
            &["k3wq8ze", "--as", form, "-o", &name],
        );
        let file = here.path().join(name);
        assert_eq!(fs::read_to_string(&file).unwrap(), printed.out);
        fs::remove_file(file).unwrap();
    }
}

#[test]
fn what_is_there_already_is_left_alone() {
    let (home, here) = ready();
    let file = here.path().join("k3wq8ze.md");
    fs::write(&file, "somebody's").unwrap();
    std::os::unix::fs::symlink(here.path().join("nowhere"), here.path().join("link")).unwrap();
    for args in [
        &["k3wq8ze", "--as", "md"][..],
        &["k3wq8ze", "--as", "md", "-o", "link"],
        &["k3wq8ze", "--as", "md", "-o", "."],
    ] {
        refused(&export(home.path(), here.path(), args), "is there already");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "somebody's");
    assert!(!here.path().join("nowhere").exists());
    assert_eq!(folder::files(here.path()).len(), 2);
}

#[test]
fn nothing_is_written_among_floes_own_files() {
    let (home, here) = ready();
    let before = everything(home.path());
    refused(
        &export(home.path(), home.path(), &["k3wq8ze", "--as", "md"]),
        "among floe's own files",
    );
    let into = home.path().join("k3wq8ze/new1234.ron");
    let into = into.to_str().unwrap();
    refused(
        &export(
            home.path(),
            here.path(),
            &["k3wq8ze", "--as", "md", "-o", into],
        ),
        "among floe's own files",
    );
    assert_eq!(everything(home.path()), before);
}

#[test]
fn what_cannot_be_done_is_said_in_two_lines() {
    let (home, here) = ready();
    let ask = |args: &[&str]| export(home.path(), here.path(), args);
    refused(&ask(&["unknown", "--as", "md"]), "unknown");
    refused(&ask(&["e0e0e0e", "--as", "ics"]), "No day is named");
    refused(
        &ask(&["k3wq8ze", "--as", "md", "-o", "gone/a.md"]),
        "gone/a.md",
    );
    let usage = ask(&["k3wq8ze"]);
    assert_eq!(
        (usage.code, usage.err.lines().count()),
        (2, 2),
        "{}",
        usage.err
    );
    let usage = ask(&["k3wq8ze", "--as", "pdf"]);
    assert_eq!(
        (usage.code, usage.err.lines().count()),
        (2, 2),
        "{}",
        usage.err
    );
    assert_eq!(folder::files(here.path()), Vec::<PathBuf>::new());
}

#[test]
fn what_cannot_be_read_is_told_after_what_can_was_written() {
    let (home, here) = ready();
    fs::write(home.path().join("k3wq8ze/a1a1a1a.ron"), "(format").unwrap();
    let ran = export(home.path(), here.path(), &["k3wq8ze", "--as", "md"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("a1a1a1a.ron"), "{}", ran.err);
    let page = fs::read_to_string(here.path().join("k3wq8ze.md")).unwrap();
    assert!(page.contains("18 April 2026") && !page.contains("20 March 2026"));
}
