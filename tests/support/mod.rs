//! Drives floe from outside, the way other programs and people do: through pipes, and on a pseudo-terminal.

#![allow(
    dead_code,
    reason = "each of the test files that share this room uses its own part of it"
)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

pub(crate) mod answers;
pub(crate) mod folder;
pub(crate) mod pseudo;
pub(crate) mod walker;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// A finished run.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The exit code; 128 and the signal's number when a signal ended it.
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The program with this home and nothing from the surroundings that could steer it.
pub(crate) fn floe(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_floe"));
    for (name, value) in surroundings() {
        command.env(name, value);
    }
    for name in STEERING {
        command.env_remove(name);
    }
    command.arg("--home").arg(home);
    command
}

/// What every run finds around it.
pub(crate) fn surroundings() -> [(&'static str, &'static str); 4] {
    [
        ("HOME", "/nonexistent"),
        ("XDG_DATA_HOME", "/nonexistent/data"),
        ("TERM", "xterm-256color"),
        ("TZ", "UTC"),
    ]
}

/// Variables that floe listens to.
pub(crate) const STEERING: [&str; 8] = [
    "FLOE_HOME",
    "FLOE_LINE",
    "ACCESSIBLE",
    "NO_COLOR",
    "LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "LC_CTYPE",
];

/// Runs floe through pipes: all of `input` at once, then the end.
pub(crate) fn run(home: &Path, args: &[&str], input: &str) -> Ran {
    let mut command = floe(home);
    command.args(args);
    finish(command, input)
}

/// Runs a prepared command the same way.
pub(crate) fn finish(mut command: Command, input: &str) -> Ran {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut keys = child.stdin.take().unwrap();
    let input = input.to_owned();
    // A program that has ended reads no more, and that is its right.
    let typing = std::thread::spawn(move || drop(keys.write_all(input.as_bytes())));
    let done = child.wait_with_output().unwrap();
    typing.join().unwrap();
    Ran {
        code: code(done.status),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

pub(crate) fn code(status: std::process::ExitStatus) -> i32 {
    use std::os::unix::process::ExitStatusExt as _;
    status
        .code()
        .unwrap_or_else(|| 128 + status.signal().unwrap())
}
