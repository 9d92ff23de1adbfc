//! `floe doctor`: what it tells, that it tells nothing about people, and that it leaves everything as it was.

use crate::files::left;
use crate::support::walker::Walker;
use crate::support::{Ran, finish, floe, folder, run};
use serde_json::Value;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;
use tempfile::tempdir;

fn json(home: &Path) -> Value {
    serde_json::from_str(&run(home, &["doctor", "--json"], "").out).unwrap()
}

/// What looks wrong, each with its files.
fn wrong(home: &Path) -> Vec<(String, Vec<String>)> {
    let told = json(home)["wrong"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let files = |value: &Value| value.as_array().unwrap().iter().map(text).collect();
    let one = |told: &Value| (text(&told["kind"]), files(&told["files"]));
    told.iter().map(one).collect()
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// A file of floe's own mode.
fn put(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    mode(path, 0o600);
}

fn traces(home: &Path) -> Vec<(PathBuf, Vec<u8>, u32, SystemTime)> {
    let trace = |path: PathBuf| {
        let changed = fs::symlink_metadata(&path).unwrap().modified().unwrap();
        let bytes = fs::read(&path).unwrap_or_default();
        let mode = folder::mode(&path);
        (path, bytes, mode, changed)
    };
    let folders = fs::read_dir(home).into_iter().flatten().flatten();
    let folders = folders
        .map(|entry| entry.path())
        .filter(|path| path.is_dir());
    let paths = folder::files(home).into_iter().chain(folders);
    paths.chain([home.to_owned()]).map(trace).collect()
}

#[test]
fn a_home_nothing_is_wrong_with_is_told_of_and_left_as_it_was() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let ran = run(&home, &["doctor"], "");
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.contains("Nothing is kept yet."), "{}", ran.out);
    assert!(!home.exists());
    left(&home);
    let before = traces(&home);
    let ran = run(&home, &["doctor"], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.ends_with("Nothing looks wrong.\n"), "{}", ran.out);
    let told = json(&home);
    assert_eq!(told["home"]["kept"], "open");
    assert_eq!(told["floe"]["version"], env!("CARGO_PKG_VERSION"));
    assert!(told["home"]["space"].as_u64().unwrap() > 0);
    assert_eq!(traces(&home), before);
}

#[test]
fn whatever_is_wrong_is_told_with_its_file_and_left_as_it_was() {
    type Plant = fn(&Path, &str);
    let plants: [(&str, &str, Plant); 10] = [
        ("damaged", "ID.ron", |path, _| put(path, "(format: 2, rev")),
        ("damaged", "ID.ron", |path, _| {
            put(path, &"[".repeat(100_000))
        }),
        ("newer", "ID.ron", |path, _| put(path, "(format: 99)")),
        ("set_aside", "ID.ron.damaged-1", |path, name| {
            put(&path.with_file_name(name), "?");
        }),
        ("copies", "ID.conflict-7.ron", |path, name| {
            put(&path.with_file_name(name), "?");
        }),
        ("copies", "ID*", |path, _| {
            let stem = path.file_stem().unwrap().to_str().unwrap();
            let name = format!("{stem} (conflicted copy of ZQmum).ron");
            put(&path.with_file_name(name), "?");
        }),
        ("leftover", ".ID.ron.4194303-7.tmp", |path, name| {
            put(&path.with_file_name(name), "ZQhalf");
        }),
        ("too_large", "ID.ron", |path, _| {
            let file = fs::OpenOptions::new().write(true).open(path).unwrap();
            file.set_len(1 << 30).unwrap();
        }),
        ("not_a_file", "ID.ron", |path, _| {
            fs::rename(path, path.with_file_name("elsewhere")).unwrap();
            symlink(path.with_file_name("elsewhere"), path).unwrap();
        }),
        ("no_key", "ID.ron", |path, _| {
            put(path, "age-encryption.org/v1\n-> X25519 a");
        }),
    ];
    for (kind, name, plant) in plants {
        let dir = tempdir().unwrap();
        let home = dir.path().join("home");
        let (id, path) = left(&home);
        // What it said would not be true any more, which is another test's matter.
        fs::remove_file(home.join("index.ron")).unwrap();
        let name = name.replace("ID", &id);
        plant(&path, &name);
        let river = path.parent().unwrap().file_name().unwrap();
        let file = format!("{}/{name}", river.to_str().unwrap());
        let before = traces(&home);
        assert_eq!(
            wrong(&home),
            [(kind.to_owned(), vec![file.clone()])],
            "{kind}"
        );
        let ran = run(&home, &["doctor"], "");
        assert_eq!(ran.code, 1, "{kind}");
        assert!(ran.out.contains(&file), "{kind}: {}", ran.out);
        assert_eq!(traces(&home), before, "{kind}");
    }
}

/// Runs doctor in an account of its own, with the home in it.
fn in_account(account: &Path, args: &[&str]) -> Ran {
    let mut command = floe(&account.join("data/floe"));
    command.env("HOME", account).args(args);
    finish(command, "")
}

/// Does what doctor says, in a shell.
fn obey(account: &Path, begins: &str) {
    let said = in_account(account, &["doctor"]).out;
    let mut lines = said
        .lines()
        .filter_map(|line| Some(line.split_once(begins)?.1));
    let typed = format!("{begins}{}", lines.next().unwrap());
    let mut shell = Command::new("sh");
    shell.env("HOME", account).args(["-c", &typed]);
    assert!(shell.status().unwrap().success(), "{typed}");
}

#[test]
fn permissions_are_put_right_by_what_it_says_to_type() {
    let account = tempdir().unwrap();
    let home = account.path().join("data/floe");
    let (_, path) = left(&home);
    let copy = path.with_file_name("river (conflicted copy of ZQ mum).ron");
    put(&copy, "?");
    for (path, bits) in [
        (&home, 0o755),
        (&path, 0o644),
        (&copy, 0o604),
        (&path.with_extension("ron.lock"), 0o640),
    ] {
        mode(path, bits);
    }
    obey(account.path(), "chmod go= ");
    assert_eq!(folder::mode(&home), 0o700);
    for path in folder::files(&home) {
        assert_eq!(folder::mode(&path), 0o600, "{path:?}");
    }
    mode(&home, 0o777);
    let ran = in_account(account.path(), &["doctor"]);
    assert!(ran.out.contains("Anybody on this computer"), "{}", ran.out);
    obey(account.path(), "chmod go= ");
    assert_eq!(folder::mode(&home), 0o700);
}

#[test]
fn a_list_that_is_not_true_is_noticed_and_made_anew() {
    let account = tempdir().unwrap();
    let home = account.path().join("data/floe");
    let (_, path) = left(&home);
    // Written over in place, so that its folder looks as it did.
    let text = fs::read_to_string(&path).unwrap();
    let year = text.split_once("started: \"").unwrap().1.get(..4).unwrap();
    fs::write(&path, text.replace(&format!("\"{year}-"), "\"2001-")).unwrap();
    let ran = in_account(account.path(), &["doctor"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    obey(account.path(), "rm ");
    assert!(!home.join("index.ron").exists());
    let ran = in_account(account.path(), &["doctor"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
}

#[test]
fn nothing_about_people_is_in_it() {
    let dir = tempdir().unwrap();
    let account = dir.path().join("ZQaccount");
    let home = account.join("data/floe");
    let mut walker = floe(&home);
    walker.args(["practise", "one_agreement", "--line", "--me", "ZQSam"]);
    walker.args(["--other", "ZQNoor"]);
    finish(walker, "ZQriver\n1\n1\n1\n1\n1\nZQwords\nmore\nZQhalf");
    assert!(folder::holds(&home, "ZQNoor") && folder::holds(&home, "ZQwords"));
    let path = folder::crossings(&home).remove(0);
    let river = path.parent().unwrap();
    for name in [
        "ZQnotes.txt",
        "river (conflicted copy of ZQmum).ron",
        "ZQ.ron.bak",
    ] {
        put(&river.join(name), "ZQ");
    }
    put(&river.join("river.ron"), "(format: 2, title: ZQRIVER, \"ZQ");
    put(&home.join("ZQletter.ron"), "ZQ");
    fs::create_dir(home.join("ZQfolder")).unwrap();
    put(&home.join("own-talks"), "ZQ");
    for args in [&["doctor"][..], &["doctor", "--json"]] {
        let ran = in_account(&account, args);
        assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{}", ran.out);
        assert!(!ran.out.contains("ZQ"), "{}", ran.out);
        assert!(ran.out.contains("~/data/floe"), "{}", ran.out);
    }
    let told = in_account(&account, &["doctor", "--json"]).out;
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["home"]["others"], 5);
}

#[test]
fn what_is_open_elsewhere_is_told_with_its_process() {
    let home = tempdir().unwrap();
    let (id, path) = left(home.path());
    assert_eq!(json(home.path())["home"]["open"], serde_json::json!([]));
    let mut holder = Walker::piped(home.path(), &["resume", "--line"]);
    holder.ask();
    let open = json(home.path())["home"]["open"].clone();
    let river = path.parent().unwrap().file_name().unwrap();
    let file = format!("{}/{id}.ron", river.to_str().unwrap());
    assert_eq!(open[0]["file"], file);
    let process = &open[0]["process"];
    assert!(
        process.is_null() || *process == holder.process(),
        "{process}"
    );
    holder.kill();
    assert_eq!(json(home.path())["home"]["open"], serde_json::json!([]));
    assert_eq!(run(home.path(), &["resume", "--line"], "").code, 0);
}

#[test]
fn a_terminal_is_looked_at_and_never_asked() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let walker = Walker::terminal(&home, &["doctor"]);
    let ran = walker.ends();
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'), "{:?}", ran.out);
    assert!(ran.out.contains("80 columns, 24 rows"), "{}", ran.out);
    if cfg!(feature = "tui") {
        assert!(
            ran.out.contains("The full screen works here."),
            "{}",
            ran.out
        );
    }
    let mut command = floe(&home);
    command.env("TERM", "x\u{1b}]0;a\u{7}").arg("doctor");
    let ran = finish(command, "");
    assert!(!ran.out.contains(['\u{1b}', '\u{7}']), "{:?}", ran.out);
}

#[test]
fn a_pack_that_cannot_be_used_is_told_of() {
    let home = tempdir().unwrap();
    let ran = run(home.path(), &["doctor", "--pack", "/nonexistent/pack"], "");
    assert_eq!(ran.code, 1);
    assert!(
        ran.out.contains("floe check ~/pack"),
        "the account's folder is /nonexistent: {}",
        ran.out
    );
}
