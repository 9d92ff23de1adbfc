//! The light of a quiet stretch, in words: told on a terminal, never waited for, and never the end of anything.

use crate::ford::{FORD, begin, reach};
use crate::support::walker::Walker;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::tempdir;

/// The same river with a light of two seconds.
fn short(folder: &Path) -> String {
    for file in [
        "pack.ron",
        "detours.ron",
        "practices/crossing.ron",
        "lists/feelings.ron",
    ] {
        let text = std::fs::read_to_string(Path::new(FORD).join(file)).unwrap();
        let text = text
            .replace("seconds: 120", "seconds: 2")
            .replace("seconds: 10", "seconds: 2");
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder.to_str().unwrap().to_owned()
}

/// Waits until this was told, however early that was.
fn told(walker: &Walker, what: &str) {
    let start = Instant::now();
    while !walker.all().contains(what) {
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{}",
            walker.all()
        );
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn on_a_terminal_it_is_told_twice_and_what_was_typed_stays() {
    let (home, pack) = (tempdir().unwrap(), tempdir().unwrap());
    let pack = short(pack.path());
    let mut walker = Walker::terminal(home.path(), &begin(&pack));
    let turn = reach(&mut walker, "listens, nobody types.");
    assert_eq!(turn.tag, "choose 1-2");
    let from = walker.all().len();
    walker.keys("2");
    let half = "2\r\nHalf of the light is left.\r\n[choose 1-2] > 2";
    walker.see(half);
    let low = "\r\nThe light is low. Is that all for now, or is there more?\r\n[choose 1-2] > 2";
    walker.see(low);
    assert_eq!(walker.all()[from..], [half, low].concat());
    // Nothing ends by itself.
    std::thread::sleep(Duration::from_millis(1500));
    assert_eq!(walker.all()[from..], [half, low].concat());
    let more = walker.say("");
    assert!(
        more.text
            .ends_with("\nMost of the light is there.\n[choose 1-2] > ")
    );
    let on = walker.say("");
    assert_eq!(on.tag, "line");
    walker.end();
}

#[test]
fn a_breath_is_told_when_it_is_over() {
    let (home, pack) = (tempdir().unwrap(), tempdir().unwrap());
    let pack = short(pack.path());
    let mut walker = Walker::terminal(home.path(), &begin(&pack));
    reach(&mut walker, "Who talks first?");
    walker.say("/wobbly");
    walker.say("1");
    let breath = walker.say("/wobbly");
    assert_eq!(breath.tag, "enter");
    told(
        &walker,
        "\r\nThe light is low. Go on when you're ready.\r\n[enter] > ",
    );
    assert!(!walker.all().contains("Half of"));
    walker.ask();
    let back = walker.say("");
    assert!(back.text.contains("Who talks first?"), "{back:?}");
    walker.end();
}

#[test]
fn out_of_a_pipe_nobody_waits_for_it() {
    let (home, pack) = (tempdir().unwrap(), tempdir().unwrap());
    let pack = short(pack.path());
    let mut walker = Walker::piped(home.path(), &begin(&pack));
    reach(&mut walker, "listens, nobody types.");
    let from = walker.all().len();
    std::thread::sleep(Duration::from_millis(2500));
    assert_eq!(walker.all().len(), from);
    let on = walker.say("1");
    assert_eq!(on.tag, "line");
    assert!(!walker.end().out.contains("light"));
}
