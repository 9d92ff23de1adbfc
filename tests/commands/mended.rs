//! Files that can't be read: what can be had in their place is offered, in lines and by name, and the damaged file stays.

use super::files::left;
use crate::support::answers::{fluent, walk};
use crate::support::walker::Walker;
use crate::support::{folder, run};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

/// A crossing under way that was gone on with once, so that the version before lies beside it.
fn left_twice(home: &Path) -> (String, PathBuf) {
    let (id, path) = left(home);
    assert_eq!(run(home, &["resume", &id, "--line"], "").code, 0);
    assert!(path.with_extension("ron.bak").exists());
    (id, path)
}

/// A crossing under way whose file is damaged: its id, its file, and the version before.
fn torn(damage: &str) -> (TempDir, String, PathBuf, Vec<u8>) {
    let home = tempdir().unwrap();
    let (id, path) = left_twice(home.path());
    let before = fs::read(path.with_extension("ron.bak")).unwrap();
    fs::write(&path, damage).unwrap();
    (home, id, path, before)
}

fn aside(path: &Path) -> PathBuf {
    path.with_extension("ron.damaged-1")
}

#[test]
fn resuming_offers_the_version_before_and_goes_on_with_it() {
    let (home, id, path, _) = torn("(format: 1, rev");
    let ran = run(home.path(), &["resume", &id, "--line"], "1\n");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.out.contains("1. Open the version before, from "),
        "{}",
        ran.out
    );
    let name = format!("{id}.ron.damaged-1");
    assert!(
        ran.out.contains(&name),
        "it says where the damaged one goes: {}",
        ran.out
    );
    assert!(
        ran.out.contains("To come back to this very page"),
        "{}",
        ran.out
    );
    assert_eq!(fs::read_to_string(aside(&path)).unwrap(), "(format: 1, rev");
    assert!(fs::read_to_string(&path).unwrap().contains("some words"));
    assert_eq!(run(home.path(), &["rivers"], "").code, 0);
}

#[test]
fn showing_offers_it_where_lines_are_asked_for_and_names_the_command_where_not() {
    let (home, id, path, before) = torn("\0\0\0");
    let ran = run(home.path(), &["show", &id], "1\n");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let command = format!("floe show {id} --line --home {}", home.path().display());
    assert!(ran.err.contains("The version before, from "), "{}", ran.err);
    assert!(ran.err.trim_end().ends_with(&command), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    let ran = run(home.path(), &["show", &id, "--line", "--json"], "1\n");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "JSON asks nothing");
    assert_eq!(fs::read(&path).unwrap(), b"\0\0\0");

    let ran = run(home.path(), &["show", &id, "--line"], "1\n");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("under way"), "{}", ran.out);
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read(aside(&path)).unwrap(), b"\0\0\0");
    assert_eq!(folder::mode(&path), 0o600);
}

#[test]
fn left_as_it_is_nothing_changes() {
    for answer in ["2\n", "\n", "/back\n", ""] {
        let (home, id, path, before) = torn("damaged");
        let ran = run(home.path(), &["resume", &id, "--line"], answer);
        assert_eq!(ran.code, 1, "{answer:?}: {ran:?}");
        assert_eq!(ran.err.lines().count(), 2, "{answer:?}: {}", ran.err);
        assert_eq!(fs::read(&path).unwrap(), b"damaged", "{answer:?}");
        assert_eq!(fs::read(path.with_extension("ron.bak")).unwrap(), before);
        assert!(!aside(&path).exists(), "{answer:?}");
    }
}

#[test]
fn where_nothing_can_be_had_nothing_is_asked() {
    let (home, id, path, _) = torn("damaged");
    fs::write(path.with_extension("ron.bak"), "damaged as well").unwrap();
    let ran = run(home.path(), &["resume", &id, "--line"], "1\n");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
    assert!(
        ran.err.contains("nothing here can be opened in its place"),
        "{}",
        ran.err
    );
    assert_eq!(fs::read(&path).unwrap(), b"damaged");
}

#[test]
fn a_crossing_open_elsewhere_is_mended_by_nobody_else() {
    let home = tempdir().unwrap();
    let (id, path) = left_twice(home.path());
    let mut holder = Walker::piped(home.path(), &["resume", "--line"]);
    holder.ask();
    fs::write(&path, "damaged").unwrap();
    let ran = run(home.path(), &["show", &id, "--line"], "1\n2\n");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(
        ran.out.contains("Another floe has this crossing open."),
        "{}",
        ran.out
    );
    assert_eq!(fs::read(&path).unwrap(), b"damaged");
    holder.kill();
}

#[test]
fn of_a_crossing_under_way_what_happened_before_one_bad_record_goes_on() {
    let home = tempdir().unwrap();
    let (id, path) = left_twice(home.path());
    fs::remove_file(path.with_extension("ron.bak")).unwrap();
    let whole = fs::read_to_string(&path).unwrap();
    let damaged = whole.replace("Words(\"more words\")", "Wrds(\"more words\")");
    assert_ne!(whole, damaged);
    fs::write(&path, &damaged).unwrap();
    let ran = run(home.path(), &["resume", &id, "--line"], "");
    assert!(
        ran.err.contains("Some of it can be had all the same"),
        "{}",
        ran.err
    );
    let ran = run(home.path(), &["resume", &id, "--line"], "1\n");
    assert!(
        ran.out.contains("1. Open as much of it as can be read"),
        "{}",
        ran.out
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    let now = fs::read_to_string(&path).unwrap();
    assert!(
        now.contains("some words") && !now.contains("more words"),
        "{now}"
    );
    assert_eq!(fs::read_to_string(aside(&path)).unwrap(), damaged);
}

#[test]
fn of_a_landed_crossing_everything_but_one_bad_record_is_shown_again() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(
        home.path(),
        &[
            "practise",
            "one_agreement",
            "--line",
            "--me",
            "Sam",
            "--other",
            "Noor",
        ],
    );
    walk(&mut walker, fluent("kept words"), |_| false);
    walker.ends();
    let (id, whole) = folder::only_crossing(home.path());
    let shown = run(home.path(), &["show", &id], "").out;
    let path = folder::crossings(home.path()).remove(0);
    let damaged = whole.replacen("kind: thanks", "kind: thx", 1);
    assert_ne!(whole, damaged);
    fs::write(&path, &damaged).unwrap();
    let ran = run(home.path(), &["show", &id, "--line"], "1\n");
    assert_eq!(ran.code, 0, "{ran:?}");
    let left = shown.lines().filter(|line| !ran.out.contains(line));
    assert!(left.clone().count() >= 1, "the damaged record is not there");
    assert!(
        left.clone()
            .all(|line| line.contains("thanks") || line.starts_with("        ")),
        "{shown}\n{}",
        ran.out
    );
    assert!(
        run(home.path(), &["agreements"], "")
            .out
            .contains("kept words")
    );
    assert_eq!(fs::read_to_string(aside(&path)).unwrap(), damaged);
}

#[test]
fn a_rivers_own_file_is_told_of_and_told_again_from_its_crossings() {
    let home = tempdir().unwrap();
    let (_, path) = left(home.path());
    let own = path.with_file_name("river.ron");
    let river = path
        .parent()
        .unwrap()
        .file_name()
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    fs::write(&own, "damaged").unwrap();
    let ran = run(home.path(), &["rivers"], "");
    assert!(ran.out.contains(&river) && ran.code == 1, "{ran:?}");
    assert!(ran.err.contains("river.ron can't be read"), "{}", ran.err);
    let ran = run(home.path(), &["show", &river, "--line"], "1\n");
    assert!(
        ran.out
            .contains("1. Call it again what its crossings call it"),
        "{}",
        ran.out
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(fs::read_to_string(&own).unwrap().contains("Noor"));
    assert_eq!(fs::read(aside(&own)).unwrap(), b"damaged");
}

#[test]
fn no_save_writes_over_a_rivers_file_that_cant_be_read_or_is_newer() {
    for (own, is_newer) in [("damaged", false), ("(format: 99, id: \"x\")", true)] {
        let home = tempdir().unwrap();
        let (_, path) = left(home.path());
        let file = path.with_file_name("river.ron");
        fs::write(&file, own).unwrap();
        // Another crossing of the same river gives it its name again.
        let river = path
            .parent()
            .unwrap()
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        let args = [
            "practise",
            "one_agreement",
            "--line",
            "--river",
            &river,
            "--me",
            "Kim",
            "--other",
            "Noor",
        ];
        let ran = run(home.path(), &args, "1\n1\n1\n1\n1\n1\nwords\n");
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_eq!(folder::crossings(home.path()).len(), 2, "{ran:?}");
        let kept = if is_newer { file.clone() } else { aside(&file) };
        assert_eq!(fs::read_to_string(kept).unwrap(), own);
    }
}

#[test]
fn a_field_nobody_knows_is_no_field_to_be_dropped() {
    for (at, with) in [
        ("rev:", "unheard_of: 1, rev:"),
        ("seed:", "unheard_of: 1, seed:"),
        ("events:", "unheard_of: 1, events:"),
        ("seat: First,", "unheard_of: 1, seat: First,"),
    ] {
        let home = tempdir().unwrap();
        let (id, path) = left_twice(home.path());
        let known = fs::read_to_string(&path).unwrap();
        let unknown = known.replacen(at, with, 1);
        assert_ne!(known, unknown, "{at}");
        fs::write(&path, &unknown).unwrap();
        let ran = run(home.path(), &["resume", &id, "--line"], "");
        assert_eq!(ran.code, 1, "{at}: {ran:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), unknown, "{at}");
        let ran = run(home.path(), &["resume", &id, "--line"], "1\nlater words\n");
        assert_eq!(ran.code, 0, "{at}: {ran:?}");
        assert_eq!(fs::read_to_string(aside(&path)).unwrap(), unknown, "{at}");
    }
    let home = tempdir().unwrap();
    let (_, path) = left(home.path());
    let own = path.with_file_name("river.ron");
    let known = fs::read_to_string(&own).unwrap();
    fs::write(&own, known.replacen("title:", "unheard_of: 1, title:", 1)).unwrap();
    assert!(
        run(home.path(), &["rivers"], "")
            .err
            .contains("river.ron can't be read")
    );
}

#[test]
fn a_river_nothing_of_which_can_be_read_is_found_on_the_bank_and_by_its_id() {
    let home = tempdir().unwrap();
    let (id, path) = left_twice(home.path());
    let river = path.parent().unwrap().file_name().unwrap();
    let river = river.to_str().unwrap().to_owned();
    for file in [&path, &path.with_file_name("river.ron")] {
        fs::write(file, "damaged").unwrap();
    }
    let ran = run(home.path(), &["practise", "--line", "--river", &river], "");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(
        ran.err.contains(&format!("{id}.ron can't be read")),
        "{}",
        ran.err
    );
    // The river, what can't be read, the version before; then the river's own file, told again.
    let ran = run(home.path(), &["--line"], "1\n1\n1\n1\n1\n1\n");
    assert!(ran.out.contains("can't be read just now"), "{}", ran.out);
    assert!(
        ran.out.contains("1. Open the version before, from "),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("1. Call it again what its crossings call it"),
        "{}",
        ran.out
    );
    assert_eq!(run(home.path(), &["rivers"], "").code, 0);
    assert_eq!(fs::read(aside(&path)).unwrap(), b"damaged");
}

#[test]
fn a_landing_takes_away_what_was_set_aside() {
    let (home, id, path, _) = torn("ZQTORN");
    assert_eq!(run(home.path(), &["show", &id, "--line"], "1\n").code, 0);
    assert!(aside(&path).exists());
    let mut walker = Walker::piped(home.path(), &["resume", "--line"]);
    walk(&mut walker, fluent("kept words"), |_| false);
    walker.ends();
    assert!(run(home.path(), &["rivers"], "").out.contains("landed on"));
    assert!(!folder::holds(home.path(), "ZQTORN"));
}
