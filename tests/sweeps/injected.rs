//! Every call to the system fails once, in every way, and the program is killed at every one of them.

use crate::left::{AFTER, Left, PRACTISE, RESUME, behind, is_here};
use crate::support::{Ran, finish};
use std::fs;

const STRACE: [&str; 5] = ["strace", "-qq", "-e", "trace=none", "true"];
/// The calls that change a disk or look at it, under the names they have on different machines.
const CALLS: [&str; 10] = [
    "openat",
    "write",
    "?fsync,?fdatasync",
    "?rename,?renameat,?renameat2",
    "?unlink,?unlinkat",
    "?mkdir,?mkdirat",
    "?link,?linkat",
    "?fchmod,?fchmodat",
    "getdents64",
    "flock",
];
/// What a disk may answer to any of them.
const ERRORS: [&str; 4] = ["EIO", "ENOSPC", "EACCES", "EROFS"];
/// What it may answer to some.
const SPECIAL: [(&str, &str); 7] = [
    ("openat", "EMFILE"),
    ("write", "EDQUOT"),
    ("write", "EFBIG"),
    ("?rename,?renameat,?renameat2", "EXDEV"),
    ("?rename,?renameat,?renameat2", "EBUSY"),
    ("?link,?linkat", "EPERM"),
    ("flock", "ENOLCK"),
];
/// More calls of a kind than a crossing makes in one thread.
const MANY: usize = 200;

/// Runs the crossing with the call of this number, counted in each thread, answered so; None when there is no such call.
fn run(
    left: &Left,
    calls: &str,
    answer: &str,
    number: usize,
    args: &[&str],
    input: &str,
) -> Option<Ran> {
    let trace = left.dir.path().join("trace");
    let (trace_of, inject) = (
        format!("trace={calls}"),
        format!("inject={calls}:{answer}:when={number}"),
    );
    let strace = [
        "strace",
        "-f",
        "-qq",
        "-o",
        trace.to_str().unwrap(),
        "-e",
        &trace_of,
        "-e",
        &inject,
    ];
    let ran = finish(behind(&strace, &left.home, args), input);
    let told = fs::read_to_string(trace).unwrap_or_default();
    (ran.code == 137 || told.contains("(INJECTED)")).then_some(ran)
}

/// Lets the calls of these kinds fail one after the other, up to a number; what was broken, and how many runs it took.
fn sweep(kinds: &[(&str, &str)], up_to: usize) -> (Vec<String>, usize) {
    let (mut broken, mut runs) = (Vec::new(), 0);
    for (calls, answer) in kinds {
        for number in 1..=up_to {
            let left = Left::new();
            let Some(ran) = run(&left, calls, answer, number, &RESUME, AFTER) else {
                break;
            };
            runs += 1;
            broken.extend(left.judge(&ran, &format!("{answer} from {calls} {number}")));
        }
    }
    (broken, runs)
}

fn errors() -> Vec<(&'static str, String)> {
    let usual = CALLS
        .iter()
        .flat_map(|calls| ERRORS.map(|error| (*calls, format!("error={error}"))));
    let special = SPECIAL
        .iter()
        .map(|(calls, error)| (*calls, format!("error={error}")));
    usual.chain(special).collect()
}

fn kinds<'a>(errors: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    errors
        .iter()
        .map(|(calls, answer)| (*calls, answer.as_str()))
        .collect()
}

#[test]
fn a_call_that_fails_loses_nothing_and_is_never_called_saved() {
    if !is_here(&STRACE) {
        return;
    }
    let errors = [
        ("?fsync,?fdatasync", "error=EIO"),
        ("?rename,?renameat,?renameat2", "error=EXDEV"),
        ("write", "error=ENOSPC"),
        ("flock", "error=ENOLCK"),
        ("?link,?linkat", "error=EPERM"),
    ];
    let (broken, runs) = sweep(&errors, 3);
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(runs > 8, "{runs}");
}

#[test]
fn where_no_sync_ever_succeeds_nothing_is_called_saved() {
    if !is_here(&STRACE) {
        return;
    }
    let left = Left::new();
    let answer = "error=EIO:when=1+";
    let inject = format!("inject=?fsync,?fdatasync:{answer}");
    let strace = [
        "strace",
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        "trace=?fsync,?fdatasync",
        "-e",
        &inject,
    ];
    let ran = finish(behind(&strace, &left.home, &RESUME), AFTER);
    assert_eq!(left.judge(&ran, answer), [""; 0]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(!ran.out.contains("uncategorized"), "{ran:?}");
    assert!(
        ran.out.contains("What you wrote last couldn't be saved"),
        "{ran:?}"
    );
}

#[test]
fn a_kill_in_the_middle_of_a_call_leaves_the_old_or_the_new() {
    if !is_here(&STRACE) {
        return;
    }
    let (broken, runs) = sweep(
        &[
            ("?fsync,?fdatasync", "signal=KILL"),
            ("?rename,?renameat,?renameat2", "signal=KILL"),
            ("write", "signal=KILL"),
        ],
        5,
    );
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(runs > 6, "{runs}");
}

#[test]
#[ignore = "minutes: every call with every error"]
fn every_call_with_every_error() {
    if !is_here(&STRACE) {
        return;
    }
    let errors = errors();
    let (broken, runs) = sweep(&kinds(&errors), MANY);
    eprintln!("{runs} runs with an injected error");
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(runs > 200, "{runs}");
}

#[test]
#[ignore = "a minute: a kill at every call"]
fn a_kill_at_every_call() {
    if !is_here(&STRACE) {
        return;
    }
    let kills: Vec<_> = CALLS.iter().map(|calls| (*calls, "signal=KILL")).collect();
    let (broken, runs) = sweep(&kills, MANY);
    eprintln!("{runs} runs that were killed");
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(runs > 60, "{runs}");
}

#[test]
#[ignore = "a minute: every call of a first save with every error"]
fn a_home_that_can_not_be_made_is_never_called_saved() {
    if !is_here(&STRACE) {
        return;
    }
    let (mut broken, mut runs) = (Vec::new(), 0);
    let begin = "river\n1\n1\n1\n1\n1\nAFTER one\n";
    for calls in [
        "?mkdir,?mkdirat",
        "?fsync,?fdatasync",
        "?rename,?renameat,?renameat2",
        "?fchmod,?fchmodat",
        "write",
    ] {
        for error in ERRORS {
            for number in 1..MANY {
                let left = Left::empty();
                let Some(ran) = run(
                    &left,
                    calls,
                    &format!("error={error}"),
                    number,
                    &PRACTISE,
                    begin,
                ) else {
                    break;
                };
                runs += 1;
                let is_said = ran.code == 0 && ran.out.contains("To come back to this very page");
                if ran.err.contains("a bug of its own") || is_said && !left.has_after() {
                    broken.push(format!(
                        "{error} from {calls} {number}: exit {}, {}",
                        ran.code, ran.err
                    ));
                }
            }
        }
    }
    eprintln!("{runs} first saves with an injected error");
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(runs > 40, "{runs}");
}
