//! Disks that are full or can't be written, and what a machine may limit: the old version stays, and it is said.

use crate::left::{AFTER, Left, RESUME, behind, is_here};
use crate::support::{Ran, finish};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

const MOUNTS: [&str; 4] = ["unshare", "-rm", "sh", "-c"];
const CAN_MOUNT: &str = "mount -t tmpfs -o size=64k none /mnt";

/// It was said, at the end too, and is no success; the version from before stands.
fn is_said(left: &Left, ran: &Ran, what: &str) {
    assert_eq!(left.judge(ran, what), [""; 0]);
    assert!(
        ran.out.contains("What you wrote last couldn't be saved"),
        "{what}: {ran:?}"
    );
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

#[test]
fn in_a_home_that_belongs_to_nobody_here_it_is_told() {
    let left = Left::new();
    let nobody = [
        "setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
    ];
    let is_root = rustix::process::geteuid().is_root();
    if is_root && !is_here(&[&nobody[..], &["test", "-x", env!("CARGO_BIN_EXE_floe")]].concat()) {
        return;
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
    let ran = finish(behind(before, &left.home, &RESUME), AFTER);
    for folder in &folders {
        fs::set_permissions(folder, Permissions::from_mode(0o700)).unwrap();
    }
    assert_eq!(left.judge(&ran, "no permission"), [""; 0]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(!left.has_after());
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
