//! The real program is killed while it seals a home, and while it takes the seal off: every file is whole, the next start
//! that has the passphrase goes on, and then no file is left as it was before.

use crate::asking::{are_sealed, home, words};
use crate::support::{finish, floe, folder, run};
use crate::{PASSPHRASE, sealed_as_it_is};
use floe::store::disk::Real;
use floe::store::keeping::Phase;
use floe::store::seal::is_sealed;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Calls behind which something is different on the disk.
const CALLS: [&str; 3] = [
    "?rename,?renameat,?renameat2",
    "?unlink,?unlinkat",
    "?fsync,?fdatasync",
];
/// More of them than sealing these files takes.
const MANY: usize = 60;

type Files = Vec<(PathBuf, Vec<u8>)>;

fn has_strace() -> bool {
    let mut tried = Command::new("strace");
    tried.args(["-qq", "-e", "trace=none", "true"]);
    let works = tried.stdin(Stdio::null()).output();
    let works = works.is_ok_and(|done| done.status.success());
    if !works {
        eprintln!("skipped: strace does not work here");
    }
    works
}

/// Runs floe until its call of this number; whether it came so far, and was killed there.
fn is_killed(home: &Path, args: &[&str], input: &str, calls: &str, number: usize) -> bool {
    let floe = floe(home);
    let mut strace = Command::new("strace");
    strace
        .args(["-f", "-qq", "-o", "/dev/null", "-e"])
        .arg(format!("trace={calls}"))
        .arg("-e")
        .arg(format!("inject={calls}:signal=KILL:when={number}"))
        .arg(floe.get_program())
        .args(floe.get_args())
        .args(args);
    for (name, value) in floe.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    finish(strace, input).code == 137
}

/// What is wrong with a home right after a kill: each file is what it was, or sealed.
fn torn(before: &Files) -> Vec<&PathBuf> {
    let is_torn = |(path, bytes): &&(PathBuf, Vec<u8>)| {
        let now = fs::read(path).unwrap_or_default();
        now != *bytes && !is_sealed(&now)
    };
    before
        .iter()
        .filter(is_torn)
        .map(|(path, _)| path)
        .collect()
}

/// The next start goes on: then all of it is sealed or none, and with the seal off every file is what it was.
fn goes_on(home: &Path, before: &Files, what: &str) {
    assert_eq!(torn(before), Vec::<&PathBuf>::new(), "{what}");
    let phase = || Phase::of(&Real, home).unwrap();
    let began = phase();
    let ran = run(home, &["rivers"], PASSPHRASE);
    assert_eq!(ran.code, 0, "{what}: {ran:?}");
    assert!(ran.out.contains("Noor"), "{what}: {ran:?}");
    match phase() {
        Some(Phase::Sealed) => {
            assert!(are_sealed(home), "{what}");
            assert!(!folder::holds(home, "Noor"), "{what}");
            let ran = run(home, &["unseal"], PASSPHRASE);
            assert_eq!(ran.code, 0, "{what}: {ran:?}");
        }
        left => assert_eq!(
            (left, began == Some(Phase::Sealing)),
            (None, false),
            "{what}"
        ),
    }
    for (path, bytes) in before {
        assert!(fs::read(path).unwrap() == *bytes, "{what}: {path:?}");
    }
}

#[test]
fn killed_while_it_seals() {
    if !has_strace() {
        return;
    }
    let twice = format!("{PASSPHRASE}\n{PASSPHRASE}\n");
    // The key takes its time, as it does for people, so a few places have to do.
    for (calls, number) in [(CALLS[0], 1), (CALLS[0], 3), (CALLS[0], 6), (CALLS[2], 2)] {
        let (_dir, home) = home();
        let before = words(&home);
        let what = format!("{calls} {number}");
        assert!(is_killed(&home, &["seal"], &twice, calls, number), "{what}");
        goes_on(&home, &before, &what);
    }
}

#[test]
fn killed_at_every_call_while_the_seal_is_taken_off() {
    if !has_strace() {
        return;
    }
    let mut kills = 0;
    for calls in CALLS {
        for number in 1..MANY {
            let (_dir, home) = home();
            let before = words(&home);
            sealed_as_it_is(&home);
            let what = format!("{calls} {number}");
            if !is_killed(&home, &["unseal"], PASSPHRASE, calls, number) {
                break;
            }
            kills += 1;
            goes_on(&home, &before, &what);
        }
    }
    assert!(kills > 20, "{kills}");
}
