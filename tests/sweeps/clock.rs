//! Clocks that jump: what is saved goes by its own count and not by the time.

use crate::left::{AFTER, Left, RESUME, behind, is_here};
use crate::support::answers::{fluent, walk};
use crate::support::walker::Walker;
use crate::support::{finish, folder, run};
use std::fs;
use std::process::Command;

/// Put before the system's own library, it moves the wall clock by so many seconds, and to and fro if asked to.
const SHIM: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
int clock_gettime(clockid_t id, struct timespec *t) {
    static int (*own)(clockid_t, struct timespec *);
    static int calls;
    if (!own) own = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int done = own(id, t);
    if (id == CLOCK_REALTIME) {
        long by = atol(getenv("CLOCK_SHIFT"));
        t->tv_sec += (getenv("CLOCK_SWINGS") && calls++ % 2) ? -by : by;
    }
    return done;
}
"#;

/// Compiles the shim into the folder of a home; None where that can't be done.
fn shim(left: &Left) -> Option<String> {
    if !cfg!(target_os = "linux") || !is_here(&["cc", "--version"]) {
        return None;
    }
    let (source, library) = (
        left.dir.path().join("shim.c"),
        left.dir.path().join("shim.so"),
    );
    fs::write(&source, SHIM).unwrap();
    let made = Command::new("cc")
        .args(["-shared", "-fPIC", "-o"])
        .args([&library, &source])
        .arg("-ldl")
        .status();
    assert!(made.unwrap().success());
    Some(library.to_str().unwrap().to_owned())
}

/// Days from the clock of this machine, in seconds.
const DAY: i64 = 86_400;
const JUMPS: [i64; 5] = [-DAY, DAY, -40 * 365 * DAY, -80 * 365 * DAY, 200 * 365 * DAY];

#[test]
fn whatever_the_clock_says_words_are_saved_in_their_order() {
    for jump in JUMPS {
        for swings in [false, true] {
            let left = Left::new();
            let Some(shim) = shim(&left) else { return };
            let mut floe = behind(&["env"], &left.home, &RESUME);
            floe.env("LD_PRELOAD", shim)
                .env("CLOCK_SHIFT", jump.to_string());
            if swings {
                floe.env("CLOCK_SWINGS", "1");
            }
            let ran = finish(floe, AFTER);
            let what = format!("{jump} seconds, to and fro: {swings}");
            assert_eq!(left.judge(&ran, &what), [""; 0]);
            assert_eq!(ran.code, 0, "{what}: {ran:?}");
            assert!(left.has_after(), "{what}");
        }
    }
}

#[test]
fn the_clock_of_these_tests_does_jump() {
    let left = Left::empty();
    let Some(shim) = shim(&left) else { return };
    let mut floe = behind(&["env"], &left.home, &crate::left::PRACTISE);
    floe.env("LD_PRELOAD", shim)
        .env("CLOCK_SHIFT", (200 * 365 * DAY).to_string());
    assert_eq!(finish(floe, "river\n1\n1\n1\n1\n1\nwords\n").code, 0);
    let (_, text) = folder::only_crossing(&left.home);
    assert!(text.contains("started: \"22"), "{text}");
}

#[test]
fn a_crossing_from_tomorrow_goes_on_and_lands_today() {
    let left = Left::new();
    let file = left.file();
    let today = fs::read_to_string(&file).unwrap();
    let at = today.find("started: \"").unwrap() + "started: \"".len();
    let tomorrow = format!("{}9999{}", &today[..at], &today[at + 4..]);
    fs::write(&file, tomorrow).unwrap();
    let mut walker = Walker::piped(&left.home, &RESUME);
    walk(&mut walker, fluent("AFTER "), |_| false);
    let ran = walker.ends();
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let id = file.file_stem().unwrap().to_str().unwrap().to_owned();
    let shown = run(&left.home, &["show", &id, "--json"], "");
    assert!(shown.out.contains("\"started\":\"9999"), "{shown:?}");
    assert!(!shown.out.contains("\"ended\":null"), "{shown:?}");
    for command in [
        &["rivers"][..],
        &["agreements"],
        &["show", &id],
        &["export", &id, "--as", "html", "-o", "-"],
    ] {
        let ran = run(&left.home, command, "");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{command:?}");
    }
}
