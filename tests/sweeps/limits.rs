//! Disks that are full or can't be written, and what a machine may limit: the old version stays, and it is said.

use crate::left::{AFTER, Left, PRACTISE, RESUME, behind, is_here};
use crate::support::{Ran, finish};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

const MOUNTS: [&str; 4] = ["unshare", "-rm", "sh", "-c"];
const CAN_MOUNT: &str = "mount -t tmpfs -o size=64k none /mnt";

/// It was said, at the end too, and is no success; the version from before stands.
fn is_said(left: &Left, ran: &Ran, what: &str) {
    assert_eq!(left.judge(ran, what), [""; 0]);
    assert!(
        ran.out.contains("What you wrote last couldn't be saved"),
        "{what}: {ran:?}"
    );
    let elsewhere = "Another folder can be named when floe starts: floe --home DIR";
    assert!(ran.out.contains(elsewhere), "{what}: {ran:?}");
    assert_eq!(ran.code, 1, "{what}");
    assert!(!left.has_after(), "{what}");
}

/// Runs the crossing after a shell has done something.
fn after(left: &Left, script: &str) -> Ran {
    let script = format!("{script}; exec \"$@\"");
    finish(
        behind(&["sh", "-c", &script, "sh"], &left.home, &RESUME),
        AFTER,
    )
}

#[test]
fn where_files_may_not_grow_it_is_told_and_ends_nothing() {
    let left = Left::new();
    let ran = after(&left, "ulimit -f 1");
    is_said(&left, &ran, "a limit on the size of files");
}

#[test]
fn with_few_files_to_open_nothing_is_lost() {
    for few in 4..24 {
        let left = Left::new();
        let ran = after(&left, &format!("ulimit -n {few}"));
        assert_eq!(left.judge(&ran, &format!("{few} descriptors")), [""; 0]);
        assert!(ran.code < 128, "{few} descriptors: {ran:?}");
    }
}

#[test]
fn with_little_memory_the_version_before_stands() {
    let mut ended = Vec::new();
    for megabytes in [3, 6, 10, 14, 18, 24, 32, 64, 512] {
        let left = Left::new();
        let ran = after(&left, &format!("ulimit -v {}", megabytes * 1024));
        assert_eq!(left.judge(&ran, &format!("{megabytes} MiB")), [""; 0]);
        ended.push(ran.code);
    }
    assert!(
        ended.iter().any(|code| *code != 0),
        "memory was never short: {ended:?}"
    );
    assert_eq!(ended.last(), Some(&0));
}

#[test]
fn on_a_disk_that_may_only_be_read_it_is_told() {
    if !is_here(&[&MOUNTS[..], &[CAN_MOUNT]].concat()) {
        return;
    }
    let left = Left::new();
    let script = format!(
        "mount --bind '{0}' '{0}' && mount -o remount,ro,bind '{0}' && exec \"$@\"",
        left.home.display()
    );
    let ran = finish(
        behind(
            &[&MOUNTS[..], &[&script, "sh"]].concat(),
            &left.home,
            &RESUME,
        ),
        AFTER,
    );
    assert_eq!(left.judge(&ran, "a disk that may only be read"), [""; 0]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(!ran.out.contains("To come back"), "{ran:?}");
    assert!(!left.has_after());
}

/// Runs commands, each with its input, where nothing may be written; None where that can't be tried here.
fn unwritable(left: &Left, home: &Path, runs: &[(&[&str], &str)]) -> Option<Vec<Ran>> {
    let nobody = [
        "setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
    ];
    let is_root = rustix::process::geteuid().is_root();
    if is_root && !is_here(&[&nobody[..], &["test", "-x", env!("CARGO_BIN_EXE_floe")]].concat()) {
        return None;
    }
    let folders = [
        left.dir.path().to_owned(),
        left.home.clone(),
        left.file().parent().unwrap().to_owned(),
    ];
    for folder in &folders {
        fs::set_permissions(folder, Permissions::from_mode(0o555)).unwrap();
    }
    let before: &[&str] = if is_root { &nobody } else { &["env"] };
    let ran = runs
        .iter()
        .map(|(args, input)| finish(behind(before, home, args), input));
    let ran = ran.collect();
    for folder in &folders {
        fs::set_permissions(folder, Permissions::from_mode(0o700)).unwrap();
    }
    Some(ran)
}

#[test]
fn in_a_home_that_belongs_to_nobody_here_it_is_told() {
    let left = Left::new();
    let Some(ran) = unwritable(&left, &left.home, &[(&RESUME, AFTER)]) else {
        return;
    };
    assert_eq!(left.judge(&ran[0], "no permission"), [""; 0]);
    assert_eq!(ran[0].code, 1, "{ran:?}");
    assert!(ran[0].err.contains("floe --home DIR"), "{ran:?}");
    assert!(!left.has_after());
}

#[test]
fn where_nothing_can_be_written_that_is_said_before_anything_is() {
    const SAID: &str = "Nothing can be saved in ";
    let left = Left::new();
    let with_words = "river\n1\n1\n1\n1\n1\nAFTER one\n";
    for home in [left.home.clone(), left.home.join("not/yet/there")] {
        let unsaved = [&PRACTISE[..], &["--no-save"]].concat();
        let runs = [(&PRACTISE[..], ""), (&PRACTISE, with_words), (&unsaved, "")];
        let Some(ran) = unwritable(&left, &home, &runs) else {
            return;
        };
        let (before, _) = ran[0].out.split_once("] >").unwrap();
        assert!(
            before.contains(SAID) && before.contains("floe --home DIR"),
            "{ran:?}"
        );
        assert!(
            ran[1].out.contains("What you wrote last couldn't be saved"),
            "{ran:?}"
        );
        assert_eq!(ran[1].code, 1, "{ran:?}");
        assert!(
            !ran[2].out.contains(SAID),
            "nothing was to be saved: {ran:?}"
        );
    }
    assert!(!left.has_after());
    let fine = finish(behind(&["env"], &left.home, &PRACTISE), "");
    assert!(!fine.out.contains(SAID), "{fine:?}");
}

/// A small disk of its own that is full at first; with `frees`, room comes while the crossing is open. What lies on it
/// at the end comes back.
fn full(frees: bool) -> (Left, Ran) {
    let left = Left::new();
    let free = if frees { "rm /mnt/fill;" } else { "" };
    let script = format!(
        "home='{}'; mount -t tmpfs -o size=96k none /mnt && cp -a \"$home\" /mnt/home || exit 99
        dd if=/dev/zero of=/mnt/fill bs=1k count=200 2>/dev/null
        (echo AFTER one; sleep 1; {free} echo /why; sleep 1) | \"$@\"
        code=$?; rm -f /mnt/fill; rm -r \"$home\"; cp -a /mnt/home \"$home\"; exit $code",
        left.home.display()
    );
    let in_there = behind(
        &[&MOUNTS[..], &[&script, "sh"]].concat(),
        "/mnt/home".as_ref(),
        &RESUME,
    );
    let ran = finish(in_there, "");
    (left, ran)
}

#[test]
fn on_a_full_disk_it_is_told_and_with_room_again_it_is_saved() {
    if !is_here(&[&MOUNTS[..], &[CAN_MOUNT]].concat()) {
        return;
    }
    let (left, ran) = full(false);
    is_said(&left, &ran, "a full disk");
    let told = ran
        .out
        .matches("There is room for 0 KiB more in /mnt/home/");
    assert_eq!(told.count(), 2, "when it fails and at the end: {ran:?}");
    let (left, ran) = full(true);
    assert!(
        ran.out.contains("What you wrote last isn't saved"),
        "{ran:?}"
    );
    assert_eq!(left.judge(&ran, "a disk with room again"), [""; 0]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(left.has_after());
}

#[test]
fn nothing_is_asked_of_any_network() {
    let left = Left::new();
    let trace = left.dir.path().join("trace");
    let strace = [
        "strace",
        "-f",
        "-qq",
        "-o",
        trace.to_str().unwrap(),
        "-e",
        "trace=socket,connect,bind,listen",
    ];
    if !is_here(&["strace", "-qq", "-e", "trace=none", "true"]) {
        return;
    }
    for (args, input) in [
        (&RESUME[..], AFTER),
        (&["rivers"], ""),
        (&["mirror"], "You never listen.\n"),
        (&["check"], ""),
    ] {
        let ran = finish(behind(&strace, &left.home, args), input);
        assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
        assert_eq!(fs::read_to_string(&trace).unwrap(), "", "{args:?}");
    }
}
