//! The mirror over the lines of a text: what people and programs read, odd bytes, pipes, and that nothing of it is kept.

use crate::support::{Ran, code, finish, floe, folder, run};
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Stdio};
use tempfile::tempdir;

/// A pack that listens for two things, in its own words.
const NEVER: &str = r#"(format: 1, id: "absolute", title: "Never", why: "W.", asks: ["Which day was it?"],
    reframes: [(from: "You never.", to: "On Sunday.")], cues: [
        (id: "you", says: ["you never"], fires: ["You never."], quiet: ["Never."])])"#;
const SORRY: &str = r#"(format: 1, id: "sorry_if", title: "Sorry if", why: "W.", asks: ["What did you do?"],
    reframes: [(from: "Sorry if.", to: "Sorry.")], cues: [
        (id: "if", says: ["sorry if"], fires: ["Sorry if."], quiet: ["Sorry."])])"#;

/// A family that hears nothing.
const DEAF: &str =
    r#"(format: 1, id: "NAME", title: "T", why: "W.", asks: ["A?"], reframes: [], cues: [])"#;

/// The bundled pack, with these two families in place of its own.
fn pack(folder: &Path) {
    for file in floe::content::library::bundled_files(floe::content::Language::ENGLISH) {
        let path = folder.join(&file.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, file.text.as_bytes()).unwrap();
    }
    let lexicon = folder.join("mirror");
    for entry in lexicon.read_dir().unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let text = match name {
            "spelling" | "classes" | "glints" | "safety" => continue,
            "absolute" => NEVER.to_owned(),
            "sorry_if" => SORRY.to_owned(),
            other => DEAF.replace("NAME", other),
        };
        std::fs::write(&path, text).unwrap();
    }
}

/// Looks at a text in that pack's mirror, through a pipe.
fn looked(args: &[&str], input: &[u8]) -> Ran {
    let dir = tempdir().unwrap();
    pack(dir.path());
    let home = dir.path().join("home");
    let mut command = floe(&home);
    command
        .arg("--pack")
        .arg(dir.path())
        .arg("mirror")
        .args(args);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut keys = child.stdin.take().unwrap();
    let input = input.to_owned();
    let typing = std::thread::spawn(move || drop(keys.write_all(&input)));
    let done = child.wait_with_output().unwrap();
    typing.join().unwrap();
    assert!(!home.exists(), "nothing is kept");
    Ran {
        code: code(done.status),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

/// The lines of JSON a text comes to.
fn objects(input: &[u8]) -> Vec<Value> {
    let ran = looked(&["--json"], input);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let lines = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    lines.collect()
}

#[test]
fn people_read_the_lines_in_which_something_was_noticed() {
    let ran = looked(
        &[],
        b"Dear Noor,\n\nyou never called.\nI'm sorry if that hurt.\n",
    );
    let expected = r#"Line 3
    you never called.
    ^^^^^^^^^
    Never: "you never"
      Which day was it?

Line 4
    I'm sorry if that hurt.
        ^^^^^^^^
    Sorry if: "sorry if"
      What did you do?

"#;
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (0, expected, "")
    );
}

#[test]
fn silence_is_said_to_mean_nothing_and_only_to_people() {
    for input in ["", "\n", "Dear Noor,\n"] {
        let ran = looked(&["-"], input.as_bytes());
        let says = "The mirror has no question here, and its silence means nothing.\n";
        assert_eq!(
            (ran.code, ran.out.as_str(), ran.err.as_str()),
            (0, says, "")
        );
    }
    assert_eq!(looked(&["--json"], b"").out, "");
}

#[test]
fn every_line_is_an_object_with_its_fields_in_order() {
    let ran = looked(
        &["--json"],
        "Dear Noor,\r\n\r\nöh 冰 I'm sorry if you never".as_bytes(),
    );
    let expected = r#"{"line":1,"text":"Dear Noor,","cues":[],"glint":null}
{"line":2,"text":"","cues":[],"glint":null}
{"line":3,"text":"öh 冰 I'm sorry if you never","cues":[{"family":"sorry-if","start":9,"end":17,"text":"sorry if","ask":"What did you do?"},{"family":"absolute","start":18,"end":27,"text":"you never","ask":"Which day was it?"}],"glint":null}
"#;
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (0, expected, "")
    );
}

#[test]
fn what_words_are_for_decides_what_is_noticed() {
    let home = tempdir().unwrap();
    let noticed = |page: &str| {
        let ran = run(
            home.path(),
            &["mirror", "--json", "--in", page],
            "You never listen.",
        );
        ran.out.contains("\"absolute\"")
    };
    assert!(noticed("say") && noticed("apology") && noticed("listen"));
    assert!(!noticed("own") && !noticed("agreement"));
    let ran = run(home.path(), &["mirror", "--in", "raw"], "");
    assert_eq!((ran.code, ran.err.lines().count()), (2, 2), "{}", ran.err);
}

#[test]
fn odd_bytes_are_read_on_and_told_once() {
    let ran = looked(
        &["--json"],
        b"\xef\xbb\xbfyou never\na\xff\xfe\nb\xff you\0never\nyou never\x1b[2J\xc2\x9b\n",
    );
    assert_eq!(ran.code, 0);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.contains("not UTF-8"), "{}", ran.err);
    let lines: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["cues"][0]["start"], 0);
    assert_eq!(lines[1]["text"], "a\u{fffd}\u{fffd}");
    assert_eq!(lines[2]["text"], "b\u{fffd} you\0never");
    assert_eq!(lines[3]["text"], "you never\u{1b}[2J\u{9b}");
    for args in [&[][..], &["--json"]] {
        let ran = looked(args, "you never\u{1b}[2J\u{9b}\u{202e}\n".as_bytes());
        let steers = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!ran.out.contains(steers), "{:?}", ran.out);
    }
}

#[test]
fn of_a_huge_line_the_beginning_is_looked_at_and_that_is_told_once() {
    let mut text = b"you never ".to_vec();
    text.extend(b"word, ".repeat(2_000_000));
    text.extend(b"\nyou never\n");
    text.extend(b"x".repeat(100_000));
    let lines = objects(&text);
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["text"].as_str().unwrap().len(), 65_536);
    assert_eq!(lines[0]["cues"][0]["end"], 9);
    assert_eq!(lines[1]["cues"][0]["end"], 9);
    let ran = looked(&[], &text);
    assert_eq!((ran.code, ran.err.lines().count()), (0, 1), "{}", ran.err);
    assert!(ran.err.contains("65536 characters"), "{}", ran.err);
}

#[test]
fn what_can_not_be_read_is_told_in_two_lines() {
    let home = tempdir().unwrap();
    let gone = home.path().join("gone\u{1b}[2J.txt");
    for path in [home.path(), &gone] {
        let ran = run(home.path(), &["mirror", path.to_str().unwrap()], "");
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
        assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
    }
}

#[test]
fn a_file_is_looked_at_like_a_pipe_and_left_alone() {
    let home = tempdir().unwrap();
    let letter = home.path().join("letter.txt");
    std::fs::write(&letter, "You never listen.\n").unwrap();
    let named = run(
        home.path(),
        &["mirror", "--json", letter.to_str().unwrap()],
        "",
    );
    let piped = run(home.path(), &["mirror", "--json"], "You never listen.\n");
    assert_eq!((named.code, &named.out), (0, &piped.out));
    assert_eq!(folder::files(home.path()), std::slice::from_ref(&letter));
    assert_eq!(
        std::fs::read_to_string(letter).unwrap(),
        "You never listen.\n"
    );
}

#[test]
fn it_needs_no_home() {
    let home = tempdir().unwrap();
    let mut command = floe(home.path());
    command
        .arg("mirror")
        .env_remove("HOME")
        .env_remove("XDG_DATA_HOME");
    let ran = finish(command, "Dear Noor,");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(folder::files(home.path()).is_empty());
}

fn open(pack: &Path, args: &[&str]) -> Child {
    let mut command = floe(&pack.join("home"));
    command.arg("--pack").arg(pack).arg("mirror").args(args);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    command.stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn a_line_is_answered_before_the_next_is_written() {
    let dir = tempdir().unwrap();
    pack(dir.path());
    let mut child = open(dir.path(), &["--json"]);
    let mut keys = child.stdin.take().unwrap();
    let mut told = BufReader::new(child.stdout.take().unwrap());
    for number in 1..4 {
        writeln!(keys, "you never {number}").unwrap();
        let mut line = String::new();
        told.read_line(&mut line).unwrap();
        assert!(line.starts_with(&format!("{{\"line\":{number},")), "{line}");
    }
    drop(keys);
    assert!(child.wait().unwrap().success());
}

#[test]
fn who_stops_reading_ends_it_quietly() {
    let dir = tempdir().unwrap();
    pack(dir.path());
    for args in [&[][..], &["--json"]] {
        let mut child = open(dir.path(), args);
        let mut keys = child.stdin.take().unwrap();
        // Until it no longer reads either.
        let typing = std::thread::spawn(move || while keys.write_all(b"you never\n").is_ok() {});
        let mut told = child.stdout.take().unwrap();
        told.read_exact(&mut [0; 10]).unwrap();
        drop(told);
        let done = child.wait_with_output().unwrap();
        typing.join().unwrap();
        assert_eq!(code(done.status), 0);
        assert_eq!(String::from_utf8(done.stderr).unwrap(), "");
    }
    let mut command = floe(&dir.path().join("home"));
    command
        .arg("mirror")
        .stdin(Stdio::null())
        .stderr(Stdio::piped());
    command.stdout(
        std::fs::File::options()
            .write(true)
            .open("/dev/full")
            .unwrap(),
    );
    let done = command.output().unwrap();
    assert_eq!(code(done.status), 1);
    assert_eq!(String::from_utf8(done.stderr).unwrap().lines().count(), 2);
}
