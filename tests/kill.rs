//! Kills a program in the middle of its saves, two hundred times, and looks at what it leaves.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use floe::store::atomic::{self, Fingerprint, MAX_BYTES, Saved, backup_of};
use floe::store::beside::{self, Side, lock_of};
use floe::store::disk::{Disk, FILE_MODE, FOLDER_MODE, Real};
use floe::store::home::{Home, Swept};
use floe::store::lock::Lock;

/// Where the program to be killed keeps its home; without it, it does nothing.
const FOLDER: &str = "FLOE_TEST_KILL_FOLDER";
const ROUNDS: u64 = 200;

/// A version that shows its number in every line, so that a mixture or a piece is seen.
fn version(rev: u64) -> Vec<u8> {
    format!("{rev}\n").repeat(4000).into_bytes()
}

/// The number of a whole version; `None` for anything else.
fn number_of(bytes: &[u8]) -> Option<u64> {
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    let rev = std::str::from_utf8(line).ok()?.parse().ok()?;
    (version(rev) == bytes).then_some(rev)
}

fn temps_beside(path: &Path) -> usize {
    let all = beside::all_of(&Real, path).unwrap_or_default();
    all.iter().filter(|(side, _)| *side == Side::Temp).count()
}

fn mode(path: &Path) -> u32 {
    path.symlink_metadata()
        .map_or(0, |meta| meta.permissions().mode() & 0o7777)
}

/// One write, so that a line is told whole or not at all.
fn say(line: &str) {
    drop(std::io::stderr().write_all(format!("{line}\n").as_bytes()));
}

/// Not a test of its own: it saves without end, and is run by the one below.
#[test]
fn a_program_that_saves_until_it_is_killed() {
    #[allow(
        clippy::disallowed_methods,
        reason = "the only way to tell the started test where to work"
    )]
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    rustix::process::umask(
        rustix::fs::Mode::RWXU | rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO,
    );
    let home = Home::at(PathBuf::from(folder));
    let path = home.ensure_folder("kb7").unwrap().join("a.ron");
    let lock = Lock::take(&lock_of(&path)).expect("the killed holder has freed the lock");
    assert_eq!(home.sweep(&[&lock]).left, 0);
    assert_eq!(temps_beside(&path), 0, "swept by the next start");
    let mut now = Real.read(&path, MAX_BYTES).unwrap_or_default();
    let mut rev = number_of(&now).unwrap_or(0);
    say("ready");
    loop {
        rev += 1;
        let seen = Some(Fingerprint::of(&now)).filter(|_| !now.is_empty());
        now = version(rev);
        assert_eq!(
            atomic::save(&Real, &path, &now, rev, seen).unwrap(),
            Saved::Durable
        );
        say(&rev.to_string());
    }
}

#[allow(clippy::panic, reason = "what the started program said is the finding")]
fn start(folder: &Path) -> (Child, BufReader<std::process::ChildStderr>) {
    let mut child = Command::new(std::env::current_exe().unwrap_or_default())
        .args([
            "--exact",
            "a_program_that_saves_until_it_is_killed",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("cannot start: {error}"));
    let said = child.stderr.take().map(BufReader::new);
    let mut said = said.unwrap_or_else(|| panic!("no pipe"));
    let mut line = String::new();
    said.read_line(&mut line).unwrap_or_default();
    if line != "ready\n" {
        said.read_to_string(&mut line).unwrap_or_default();
        panic!("did not start: {line}");
    }
    (child, said)
}

#[test]
fn two_hundred_kills_tear_nothing_and_take_nothing_back() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("home");
    let path = root.join("kb7").join("a.ron");
    let (mut acknowledged, mut stale) = (0, 0);
    for round in 0..ROUNDS {
        let (mut child, mut said) = start(&root);
        // Spread over several saves and over every part of one.
        std::thread::sleep(Duration::from_micros(round * 7919 % 40_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut rest = String::new();
        said.read_to_string(&mut rest).unwrap();
        let last = rest
            .lines()
            .last()
            .map_or(acknowledged, |line| line.parse().expect(&rest));
        assert!(
            last >= acknowledged,
            "round {round}: {last} after {acknowledged}"
        );
        acknowledged = last;
        if let Ok(bytes) = Real.read(&path, MAX_BYTES) {
            let found = number_of(&bytes).unwrap_or_else(|| panic!("round {round}: torn"));
            assert!(
                found >= acknowledged,
                "round {round}: {found}, acknowledged {acknowledged}"
            );
            acknowledged = found;
            assert_eq!(mode(&path), FILE_MODE);
        } else {
            assert_eq!(acknowledged, 0, "round {round}: missing");
        }
        if let Ok(bytes) = Real.read(&backup_of(&path), MAX_BYTES) {
            let backup = number_of(&bytes).unwrap_or_else(|| panic!("round {round}: torn backup"));
            assert!(
                backup <= acknowledged && backup + 1 >= acknowledged,
                "round {round}"
            );
        }
        stale += temps_beside(&path);
    }
    assert!(
        acknowledged > ROUNDS && stale > 0,
        "{acknowledged} saves, {stale} temporary files"
    );
    assert_eq!(
        (mode(&root), mode(path.parent().unwrap())),
        (FOLDER_MODE, FOLDER_MODE)
    );
    let lock = Lock::take(&lock_of(&path)).unwrap();
    let left = temps_beside(&path);
    assert_eq!(
        Home::at(&root).sweep(&[&lock]),
        Swept {
            removed: left,
            left: 0
        }
    );
    assert_eq!(temps_beside(&path), 0);
}

#[test]
fn a_torn_version_is_known_as_one() {
    let whole = version(41);
    assert_eq!(number_of(&whole), Some(41));
    assert_eq!(number_of(&[]), None);
    assert_eq!(number_of(&whole[..whole.len() - 1]), None);
    assert_eq!(
        number_of(&[&version(42)[..99], &whole[99..]].concat()),
        None
    );
}
