//! The private part before two people go on together: whatever ends it but two yeses, the disk is as it was.

use crate::pair::{PAIR, is_private, past_the_go_ahead, together, until};
use crate::support::answers::option;
use crate::support::walker::Walker;
use crate::support::{Ran, folder};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::tempdir;

const RESUME: [&str; 2] = ["resume", "--line"];
/// How many questions each of two is asked.
const QUESTIONS: usize = 5;

/// Everything below a folder: names, content, permissions, and when it was changed.
type Traces = BTreeMap<PathBuf, (Option<Vec<u8>>, u32, SystemTime)>;

fn traces(folder: &Path) -> Traces {
    let mut found = Traces::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.clone(), trace(&path));
            }
        }
        if folder.exists() {
            found.insert(folder.clone(), trace(&folder));
        }
    }
    found
}

fn trace(path: &Path) -> (Option<Vec<u8>>, u32, SystemTime) {
    let changed = path.metadata().unwrap().modified().unwrap();
    (std::fs::read(path).ok(), folder::mode(path), changed)
}

/// How the private part ends.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// Somebody gives another answer to a question, counted over both.
    Answer(usize, &'static str),
    /// At a question one of them types this.
    Typed(usize, &'static str),
    /// At a question the input ends.
    End(usize),
    /// At a question a signal comes.
    Signal(usize, &'static str),
}

/// Walks into the private part and out of it this way.
fn left(home: &Path, args: &[&str], way: Way) -> Ran {
    let mut walker = Walker::terminal(home, args);
    let mut private = 0;
    loop {
        let asked = until(&mut walker, |asked| {
            is_private(asked) || asked.tag == "enter"
        });
        if !is_private(&asked) {
            walker.line("");
            return walker.ends();
        }
        let here = |at| private == at;
        match way {
            Way::Answer(at, text) if here(at) && text.is_empty() => walker.line(""),
            Way::Answer(at, text) if here(at) => {
                let number = option(&asked, text).unwrap();
                walker.line(&number);
            }
            Way::Typed(at, line) if here(at) => {
                walker.line(line);
                return walker.ends();
            }
            Way::End(at) if here(at) => {
                walker.keys("1");
                std::thread::sleep(std::time::Duration::from_millis(1200));
                walker.keys("\x15");
                return walker.end();
            }
            Way::Signal(at, signal) if here(at) => {
                walker.signal(signal);
                return walker.ends();
            }
            _ => walker.line(&together(&asked)),
        }
        private += 1;
    }
}

/// Every way but the one in which both say yes to everything.
fn ways() -> impl Iterator<Item = Way> {
    let last = [QUESTIONS - 1, 2 * QUESTIONS - 1];
    let others = (0..2 * QUESTIONS).flat_map(move |at| {
        let others: &[&str] = if last.contains(&at) {
            &["not today", "someone wants me to", "later", ""]
        } else {
            &["yes", "not sure", "rather not say", ""]
        };
        others.iter().map(move |other| Way::Answer(at, other))
    });
    let ends = [0, 7].into_iter().flat_map(|at| {
        [
            Way::Typed(at, "/leave"),
            Way::End(at),
            Way::Signal(at, "-TERM"),
            Way::Signal(at, "-INT"),
            Way::Signal(at, "-KILL"),
        ]
    });
    others.chain(ends)
}

#[test]
fn whatever_but_two_yeses_leaves_no_home_at_all() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let mut refusals = Vec::new();
    for way in ways() {
        let ran = left(&home, &PAIR, way);
        assert!(!home.exists(), "{way:?}");
        if let Way::Answer(..) = way {
            assert_eq!(ran.code, 0, "{way:?}");
            refusals.push(ran.out);
        }
    }
    refusals.dedup();
    assert_eq!(refusals.len(), 1, "every refusal prints the same bytes");
    assert!(refusals[0].contains("Today this runs one person at a time."));
}

#[test]
fn taken_up_again_whatever_but_two_yeses_leaves_the_home_as_it_was() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let mut walker = Walker::piped(&home, &PAIR);
    past_the_go_ahead(&mut walker);
    walker.end();
    let mut refusals = Vec::new();
    for has_lock in [true, false] {
        if !has_lock {
            // A home that was copied from elsewhere has no locks in it.
            let lock = folder::files(&home)
                .into_iter()
                .find(|path| path.to_string_lossy().ends_with(".lock"));
            std::fs::remove_file(lock.unwrap()).unwrap();
        }
        let before = traces(&home);
        for way in ways() {
            let ran = left(&home, &RESUME, way);
            assert!(traces(&home) == before, "{way:?}, lock: {has_lock}");
            if let Way::Answer(..) = way {
                assert_eq!(ran.code, 0, "{way:?}");
                refusals.push(ran.out);
            }
        }
    }
    refusals.dedup();
    assert_eq!(refusals.len(), 1, "every refusal prints the same bytes");
}

#[test]
fn two_yeses_save_again_and_hold_the_crossing() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let mut walker = Walker::piped(&home, &PAIR);
    let there = past_the_go_ahead(&mut walker);
    assert_eq!(walker.end().code, 0);
    let before = traces(&home);
    let mut holder = Walker::piped(&home, &RESUME);
    until(&mut holder, is_private);
    let ran = crate::support::run(&home, &RESUME, "");
    assert!(
        ran.err.contains("Another floe has this crossing open."),
        "{}",
        ran.err
    );
    holder.line("1");
    let here = past_nine_more(&mut holder);
    assert_eq!(here.tag, there.tag, "the page it was left on");
    assert_eq!(holder.end().code, 0);
    assert!(traces(&home) != before);
}

/// Says yes to the questions after the first.
fn past_nine_more(walker: &mut Walker) -> crate::support::walker::Asked {
    for _ in 1..2 * QUESTIONS {
        let asked = until(walker, is_private);
        walker.line(&together(&asked));
    }
    walker.ask()
}
