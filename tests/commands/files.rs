//! What lies in the home: permissions, damage, newer formats, two at once, and erasing.

use crate::support::answers::{fluent, past_the_private_questions, walk};
use crate::support::walker::Walker;
use crate::support::{finish, floe, folder, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::tempdir;

const PROMISE: [&str; 7] = [
    "practise",
    "one_agreement",
    "--line",
    "--me",
    "Sam",
    "--other",
    "Noor",
];
const RESUME: [&str; 2] = ["resume", "--line"];

/// A crossing left on its way.
pub(crate) fn left(home: &Path) -> (String, PathBuf) {
    let before = folder::crossings(home);
    let mut walker = Walker::piped(home, &PROMISE);
    past_the_private_questions(&mut walker);
    walker.say("some words");
    walker.say("more words");
    assert_eq!(walker.end().code, 0);
    let new = folder::crossings(home)
        .into_iter()
        .find(|path| !before.contains(path));
    let path = new.unwrap();
    (path.file_stem().unwrap().to_str().unwrap().to_owned(), path)
}

#[test]
fn folders_and_files_are_their_owners_alone_whatever_the_umask() {
    for umask in ["000", "077", "777"] {
        let dir = tempdir().unwrap();
        let home = dir.path().join("deep/home");
        let mut command = Command::new("sh");
        let script = format!(
            "umask {umask}; exec '{}' --home '{}' practise one_agreement --line --me S --other N",
            env!("CARGO_BIN_EXE_floe"),
            home.display()
        );
        command.args(["-c", &script]);
        let ran = finish(command, "river\n1\n1\n1\n1\n1\nwords\nmore\nhalf");
        assert_eq!(ran.code, 0, "{umask}: {}", ran.err);
        let paths = folder::files(&home);
        assert!(paths.len() >= 3, "{paths:?}");
        for path in &paths {
            assert_eq!(folder::mode(path), 0o600, "{umask}: {path:?}");
            assert_eq!(
                folder::mode(path.parent().unwrap()),
                0o700,
                "{umask}: {path:?}"
            );
        }
        assert_eq!(folder::mode(&home), 0o700);
    }
}

#[test]
fn a_home_may_have_any_name_and_may_come_from_the_surroundings() {
    let dir = tempdir().unwrap();
    for name in ["two words", "h\u{f6}hle \u{4f60}", "a\nb"] {
        let home = dir.path().join(name);
        left(&home);
        assert_eq!(folder::crossings(&home).len(), 1, "{name:?}");
    }
    let home = dir.path().join("named");
    left(&home);
    let mut command = Command::new(env!("CARGO_BIN_EXE_floe"));
    command.env("FLOE_HOME", &home).args(["rivers", "--json"]);
    assert!(finish(command, "").out.contains("\"Noor\""));
}

#[test]
fn nothing_private_lies_in_names_arguments_or_the_surroundings() {
    let home = tempdir().unwrap();
    let (_, path) = left(home.path());
    let below = path
        .strip_prefix(home.path())
        .unwrap()
        .to_string_lossy()
        .into_owned();
    assert!(
        below
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "/.".contains(c))
    );
    assert_eq!(below.len(), "abcdefg/abcdefg.ron".len());
}

#[test]
fn a_damaged_file_is_refused_untouched_and_the_rest_is_listed() {
    for damage in [
        &b""[..],
        b"(format: 1, rev",
        b"\0\0\0\0\0\0",
        b"\xff\xfegarbage",
        b"(format: 1)",
    ] {
        let home = tempdir().unwrap();
        let (good, _) = left(home.path());
        let (bad, path) = left(home.path());
        fs::write(&path, damage).unwrap();
        for args in [
            &["resume", &bad, "--line"][..],
            &["show", &bad],
            &["show", &bad, "--json"],
            &["rivers"],
            &["rivers", "--json"],
        ] {
            let ran = run(home.path(), args, "");
            assert_eq!(ran.code, 1, "{args:?}");
            assert_eq!(ran.err.lines().count(), 2, "{args:?}: {}", ran.err);
            assert!(ran.err.contains("can't be read"), "{args:?}: {}", ran.err);
            assert_eq!(ran.out.contains(&good), args[0] == "rivers", "{args:?}");
            assert_eq!(fs::read(&path).unwrap(), damage, "{args:?}");
        }
        let other = run(home.path(), &RESUME, "");
        assert_eq!(
            other.code, 0,
            "the last one that can be read goes on: {}",
            other.err
        );
        assert_eq!(run(home.path(), &["forget", &bad, "--yes"], "").code, 0);
        assert!(!path.exists());
    }
}

#[test]
fn a_file_of_a_newer_floe_is_refused_and_untouched() {
    let home = tempdir().unwrap();
    let (id, path) = left(home.path());
    let newer = fs::read_to_string(&path)
        .unwrap()
        .replacen("format: 2", "format: 99", 1);
    let newer = newer.replacen("rev:", "unheard_of: [1, 2], rev:", 1);
    fs::write(&path, &newer).unwrap();
    for args in [&["resume", &id, "--line"][..], &["show", &id], &["rivers"]] {
        let ran = run(home.path(), args, "words\n");
        assert_eq!(ran.code, 1, "{args:?}");
        assert!(ran.err.contains("newer floe"), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn control_characters_planted_in_a_file_are_never_printed() {
    let home = tempdir().unwrap();
    let (id, path) = left(home.path());
    let planted = fs::read_to_string(&path).unwrap();
    let planted = planted.replace("some words", r"some\u{1b}]0;x\u{7}words");
    fs::write(&path, planted).unwrap();
    let river = path.with_file_name("river.ron");
    let told = fs::read_to_string(&river)
        .unwrap()
        .replace("Noor", "No\u{9b}or");
    fs::write(&river, told).unwrap();
    for (args, input) in [
        (&["rivers"][..], ""),
        (&["rivers", "--json"], ""),
        (&["show", &id], ""),
        (&["resume", "--line"], "/back\n/back\n"),
    ] {
        let ran = run(home.path(), args, input);
        let odd = ran.out.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(odd, None, "{args:?}: {}", ran.out);
    }
}

#[test]
fn a_crossing_open_elsewhere_is_refused_and_free_again_when_its_holder_is_killed() {
    let home = tempdir().unwrap();
    let (id, _) = left(home.path());
    let mut holder = Walker::piped(home.path(), &RESUME);
    holder.ask();
    for args in [
        &["resume", "--line"][..],
        &["forget", &id, "--yes"],
        &["forget", "--all", "--yes"],
    ] {
        let ran = run(home.path(), args, "");
        assert_eq!(ran.code, 1, "{args:?}");
        assert!(
            ran.err.contains("Another floe has this crossing open."),
            "{}",
            ran.err
        );
        assert_eq!(ran.err.lines().count(), 2);
    }
    holder.kill();
    assert_eq!(run(home.path(), &RESUME, "").code, 0);
}

#[test]
fn a_new_crossing_is_locked_too() {
    let home = tempdir().unwrap();
    let mut holder = Walker::piped(home.path(), &PROMISE);
    past_the_private_questions(&mut holder);
    holder.say("words");
    while folder::crossings(home.path()).is_empty() {
        std::thread::yield_now();
    }
    let ran = run(home.path(), &RESUME, "");
    assert!(
        ran.err.contains("Another floe has this crossing open."),
        "{}",
        ran.err
    );
    holder.end();
}

#[test]
fn what_killed_runs_left_half_written_is_swept_by_the_next_one_that_saves() {
    let home = tempdir().unwrap();
    let (id, path) = left(home.path());
    let stale = path.with_file_name(format!(".{id}.ron.4194303-7.tmp"));
    for args in [&RESUME[..], &PROMISE] {
        fs::write(&stale, "ZQSTALE").unwrap();
        assert_eq!(run(home.path(), &["rivers"], "").code, 0);
        assert!(stale.exists(), "reading changes nothing");
        let mut walker = Walker::piped(home.path(), args);
        if args == PROMISE {
            past_the_private_questions(&mut walker);
        }
        walker.end();
        assert!(!folder::holds(home.path(), "ZQSTALE"), "{args:?}");
    }
    let victim = home.path().join("victim");
    fs::write(&victim, "not ours").unwrap();
    std::os::unix::fs::symlink(&victim, &stale).unwrap();
    run(home.path(), &RESUME, "");
    assert_eq!(fs::read_to_string(&victim).unwrap(), "not ours");
}

#[test]
fn forgetting_asks_for_a_typed_word() {
    let home = tempdir().unwrap();
    let (id, path) = left(home.path());
    for typed in ["", "\n", "y\n", "yes\n", "Forget it\n"] {
        let ran = run(home.path(), &["forget", &id], typed);
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains("Kept as it was."), "{}", ran.out);
        assert!(ran.out.contains(&id) && path.exists());
    }
    let ran = run(home.path(), &["forget", &id], "forget\n");
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("Forgotten here."));
    assert!(!home.path().join("river").exists() && folder::files(home.path()).is_empty());
}

#[test]
fn forgetting_takes_rivers_crossings_or_everything_and_leaves_no_file() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let (one, path) = left(&home);
    let (two, _) = left(&home);
    fs::write(path.with_file_name(format!("{one}.ron.damaged-1")), "old").unwrap();
    fs::write(path.with_file_name(format!("{one}.conflict-3.ron")), "old").unwrap();
    assert_eq!(run(&home, &["forget", &one, "--yes"], "").code, 0);
    let rest = folder::files(&home);
    assert!(
        rest.iter()
            .all(|path| !path.to_string_lossy().contains(&one)),
        "{rest:?}"
    );
    assert!(
        run(&home, &["rivers"], "").out.contains(&two),
        "the other crossing stays"
    );

    let river = path
        .parent()
        .unwrap()
        .file_name()
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    assert_eq!(run(&home, &["forget", &river, "--yes"], "").code, 0);
    assert!(folder::files(&home).is_empty());

    left(&home);
    left(&home);
    assert_eq!(run(&home, &["forget", "--all", "--yes"], "").code, 0);
    assert!(!home.exists(), "{:?}", folder::files(&home));
    let ran = run(&home, &["forget", "--all"], "");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "No rivers yet. floe practise begins one.\n")
    );
}

#[test]
fn a_landed_crossing_is_not_taken_up_again() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &PROMISE);
    walk(&mut walker, fluent("w"), |_| false);
    walker.ends();
    let (id, before) = folder::only_crossing(home.path());
    let ran = run(home.path(), &["resume", &id, "--line"], "words\n");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("has landed"), "{}", ran.err);
    assert_eq!(folder::only_crossing(home.path()).1, before);
}

#[test]
fn nothing_is_written_outside_the_home() {
    let dir = tempdir().unwrap();
    let mut command = floe(&dir.path().join("home"));
    command.current_dir(dir.path()).args(PROMISE);
    for name in [
        "HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
        "TMPDIR",
    ] {
        command.env(name, dir.path().join("elsewhere"));
    }
    let ran = finish(command, "river\n1\n1\n1\n1\n1\nZQWORDS\nhalf");
    assert_eq!(ran.code, 0);
    let entries: Vec<_> = fs::read_dir(dir.path())
        .unwrap()
        .flatten()
        .map(|e| e.file_name())
        .collect();
    assert_eq!(entries, ["home"]);
    assert!(folder::holds(&dir.path().join("home"), "ZQWORDS"));
}
