//! Names, paths and surroundings that try to steer the terminal: they are told of, and steer nothing.

use crate::support::{Ran, finish, floe, run, surroundings};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::Command;
use tempfile::tempdir;

/// A window title, a question to the terminal, a control of eight bits, a turned line, a second line, and a byte
/// that is no text.
const SLY: &[u8] = b"s\x1b]0;own\x07\x1b[6n\xc2\x9b31m\xe2\x80\xae\nl\ry\xff";
/// The same as text.
const SLY_TEXT: &str = "s\x1b]0;own\x07\x1b[6n\u{9b}31m\u{202e}\nl\ry";

/// Characters that steer a terminal or turn the words around them.
fn steers(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn tells_plainly(what: &str, ran: &Ran) {
    for told in [&ran.out, &ran.err] {
        assert!(!told.contains(steers), "{what}: {told:?}");
    }
    let lines = ran.err.lines().count();
    assert!(
        [0, 2].contains(&lines),
        "{what}: {lines} lines: {:?}",
        ran.err
    );
}

#[test]
fn what_stands_on_the_command_line_steers_nothing() {
    let home = tempdir().unwrap();
    for args in [
        &["show", SLY_TEXT][..],
        &["resume", SLY_TEXT, "--line"],
        &["forget", SLY_TEXT, "--yes"],
        &["forget", SLY_TEXT],
        &["export", SLY_TEXT, "--as", "md"],
        &["export", "kb7", "--as", SLY_TEXT],
        &["practise", SLY_TEXT, "--line"],
        &["practise", "--river", SLY_TEXT, "--line"],
        &["practise", "--me", SLY_TEXT, "--other", SLY_TEXT, "--line"],
        &["rehearse", SLY_TEXT, "--line"],
        &["mirror", SLY_TEXT],
        &["mirror", "--in", SLY_TEXT],
        &["check", SLY_TEXT],
        &["--pack", SLY_TEXT, "rivers"],
        &["--color", SLY_TEXT, "rivers"],
        &[SLY_TEXT],
        &[&format!("--{SLY_TEXT}")],
    ] {
        tells_plainly(&format!("{args:?}"), &run(home.path(), args, "\n/leave\n"));
    }
}

#[test]
fn a_home_of_any_name_is_told_of_plainly() {
    let around = tempdir().unwrap();
    let home = around.path().join(OsStr::from_bytes(SLY));
    let walked = run(
        &home,
        &["practise", "--line"],
        "\n\n1\n1\n1\n1\n1\n\n\n/leave\n",
    );
    tells_plainly("practise", &walked);
    tells_plainly("resume", &run(&home, &["resume", "--line"], ""));
    for args in [
        &["rivers"][..],
        &["agreements"],
        &["seal", "--line"],
        &["unseal"],
    ] {
        tells_plainly(&format!("{args:?}"), &run(&home, args, ""));
    }
    let file = around.path().join("file");
    fs::write(&file, "").unwrap();
    for bad in [file.join(OsStr::from_bytes(SLY)), planted(around.path())] {
        for args in [
            &["rivers"][..],
            &["practise", "--line"],
            &["forget", "--all", "--yes"],
        ] {
            tells_plainly(&format!("{args:?}"), &run(&bad, args, ""));
        }
    }
}

/// A file of a sly name where a home should be.
fn planted(around: &Path) -> std::path::PathBuf {
    let path = around.join(OsStr::from_bytes(b"f\x1b[31m\n\xff"));
    fs::write(&path, "").unwrap();
    path
}

#[test]
fn a_pack_of_any_name_is_told_of_plainly() {
    let around = tempdir().unwrap();
    let home = tempdir().unwrap();
    let pack = around.path().join(OsStr::from_bytes(SLY));
    fs::create_dir_all(pack.join("lists")).unwrap();
    fs::write(pack.join("pack.ron"), "(format: 1").unwrap();
    fs::write(
        pack.join("lists")
            .join(OsStr::from_bytes(b"l\x1b[31m\n\xff.ron")),
        "(",
    )
    .unwrap();
    let checked = |pack: &Path| {
        let mut command = floe(home.path());
        command.arg("check").arg(pack);
        finish(command, "")
    };
    let walked = |pack: &Path| {
        let mut command = floe(home.path());
        command.args(["practise", "--line", "--pack"]).arg(pack);
        finish(command, "")
    };
    tells_plainly("check", &checked(&pack));
    tells_plainly("--pack", &walked(&pack));
    fs::write(
        pack.join(OsStr::from_bytes(b"words\x1b[31m\n.ron")),
        b"\xff",
    )
    .unwrap();
    tells_plainly("check", &checked(&pack));
    tells_plainly("--pack", &walked(&pack));
}

#[test]
fn nothing_of_the_surroundings_steers() {
    let set = |command: &mut Command| {
        for name in [
            "FLOE_HOME",
            "FLOE_LINE",
            "ACCESSIBLE",
            "LANG",
            "LC_ALL",
            "TERM",
            "NO_COLOR",
            "HOME",
        ] {
            command.env(name, OsStr::from_bytes(SLY));
        }
        command.env(
            "XDG_DATA_HOME",
            Path::new("/nonexistent").join(OsStr::from_bytes(SLY)),
        );
    };
    for args in [
        &["--help"][..],
        &["-h"],
        &["practise", "--help"],
        &["--version"],
        &["rivers"],
        &["practise", "--list"],
        &["nonsense"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_floe"));
        command.envs(surroundings());
        set(&mut command);
        command.args(args).current_dir("/");
        let ran = finish(command, "");
        tells_plainly(&format!("{args:?}"), &ran);
        assert!(
            !ran.out.contains("0;own"),
            "{args:?} tells of the surroundings: {}",
            ran.out
        );
    }
}

#[test]
fn what_an_export_is_called_steers_nothing() {
    let home = tempdir().unwrap();
    let around = tempdir().unwrap();
    crate::planted::river(
        home.path(),
        "kb7",
        "Solo",
        &[("crossing", &crate::planted::landed(1, "None", &[]))],
    );
    for folder in [b"".as_slice(), b"no\x1b[31m\nwhere/"] {
        let mut name = folder.to_vec();
        name.extend_from_slice(SLY);
        let mut command = floe(home.path());
        command.args(["export", "kb7", "--as", "md", "-o"]);
        command.arg(around.path().join(OsStr::from_bytes(&name)));
        tells_plainly("export", &finish(command, ""));
    }
}
