//! Kills a crossing on a terminal sixty times, at moments nobody chose: no file is ever torn, and every time
//! it goes on where it was.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and it plants files as it needs them"
)]

#[path = "support/mod.rs"]
mod support;

use std::path::Path;
use std::time::Duration;
use support::answers::{fluent, option, past_the_private_questions};
use support::walker::{Asked, Walker};
use support::{folder, run};
use tempfile::tempdir;

const ROUNDS: u64 = 60;
const PRACTISE: [&str; 6] = ["practise", "--line", "--me", "Sam", "--other", "Noor"];
const RESUME: [&str; 2] = ["resume", "--line"];

/// Moments from 0 to 40 milliseconds, the same ones in every run.
fn moments() -> impl Iterator<Item = Duration> {
    let mut seed = 7_u64;
    std::iter::repeat_with(move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Duration::from_micros((seed >> 33) % 40_000)
    })
}

/// Everything in the home is whole: the lists can be made, and nothing in them is refused.
fn is_whole(home: &Path) {
    let ran = run(home, &["rivers", "--json"], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(folder::crossings(home).len(), 1);
}

/// How many events a crossing has on disk.
fn events(home: &Path) -> usize {
    let (_, text) = folder::only_crossing(home);
    text.matches("Answered(").count() + text.matches("Passed(").count()
}

#[test]
fn sixty_kills_tear_nothing_and_every_crossing_goes_on() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &PRACTISE);
    past_the_private_questions(&mut walker);
    walker.say("/why");
    walker.end();
    let mut longest = 0;
    for (round, moment) in (0..ROUNDS).zip(moments()) {
        let mut walker = Walker::terminal(home.path(), &RESUME);
        let mut answer = fluent("w");
        let mut asked: Asked = walker.ask();
        let known = events(home.path());
        assert!(
            known >= longest,
            "round {round}: {known} answers of {longest}"
        );
        longest = known;
        // At the end of the way one looks at the list again and again.
        let mut reply = |asked: &Asked| {
            option(asked, "look at the list again").unwrap_or_else(|| answer(asked))
        };
        for _ in 0..round % 2 {
            let reply = reply(&asked);
            asked = walker.say(&reply);
        }
        let last = reply(&asked);
        walker.line(&last);
        std::thread::sleep(moment);
        walker.kill();
        is_whole(home.path());
    }
    assert!(
        longest > 20,
        "{longest} answers were saved between the kills"
    );
    let mut walker = Walker::terminal(home.path(), &RESUME);
    walker.ask();
    assert_eq!(walker.end().code, 0);
    let temps = folder::files(home.path());
    assert!(
        temps
            .iter()
            .all(|path| !path.to_string_lossy().ends_with(".tmp")),
        "{temps:?}"
    );
}
