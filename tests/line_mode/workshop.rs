//! A pack that is written while it is walked, in plain lines: read again at every save, on the same step.

use crate::support::folder;
use crate::support::walker::Walker;
use crate::support::{Ran, run};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::{TempDir, tempdir};

const PEBBLE: &str = include_str!("../../content/starter/practices/pebble.ron");
const MANIFEST: &str = include_str!("../../content/starter/pack.ron");
const ASKED: &str = "What's the pebble? Say it as badly as you like.";

/// The small pack in a folder of its own.
struct Pack(TempDir);

impl Pack {
    fn new() -> Self {
        let folder = tempdir().unwrap();
        std::fs::create_dir(folder.path().join("practices")).unwrap();
        std::fs::write(folder.path().join("pack.ron"), MANIFEST).unwrap();
        let pack = Self(folder);
        pack.save(PEBBLE);
        pack
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("practices/pebble.ron")
    }

    /// As editors save: a new file takes the place of the old one.
    fn save(&self, text: &str) {
        let next = self.0.path().join("practices/pebble.next");
        std::fs::write(&next, text).unwrap();
        std::fs::rename(next, self.file()).unwrap();
    }

    fn words(&self) -> [&str; 6] {
        let folder = self.0.path().to_str().unwrap();
        ["--pack", folder, "practise", "pebble", "--watch", "--line"]
    }

    /// What was printed, without where it was.
    fn shown(&self, text: &str) -> String {
        let folder = self.0.path().to_str().unwrap();
        text.replace('\r', "").replace(folder, "PACK")
    }
}

fn changed(from: &str, to: &str) -> String {
    assert!(PEBBLE.contains(from), "{from}");
    PEBBLE.replace(from, to)
}

/// The practice without its second step.
fn without_raw() -> String {
    let start = PEBBLE
        .find("                (\n                    id: \"raw\"")
        .unwrap();
    let end = PEBBLE
        .find("                (\n                    id: \"size\"")
        .unwrap();
    let text = format!("{}{}", &PEBBLE[..start], &PEBBLE[end..]);
    text.replace("Again(step: \"raw\"", "Again(step: \"who\"")
}

fn is_untouched(home: &Path) -> bool {
    folder::files(home).is_empty()
}

#[test]
fn it_is_read_again_between_two_lines() {
    let (home, pack) = (tempdir().unwrap(), Pack::new());
    let mut walker = Walker::piped(home.path(), &pack.words());
    walker.ask();
    walker.say("Bo");
    walker.line("the first line");
    walker.see("\n");
    pack.save(&changed(ASKED, "What is the pebble, in other words?"));
    walker.ask();
    pack.save(&changed("hint: \"Nobody", "hnt: \"Nobody"));
    walker.ask();
    pack.save(PEBBLE);
    walker.ask();
    walker.line("the second line");
    walker.say("");
    walker.say("/back");
    pack.save(&without_raw());
    walker.ask();
    let ran = walker.end();
    assert!(is_untouched(home.path()), "something was saved");
    insta::with_settings!({ snapshot_path => "transcripts", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("a_pack_is_written", pack.shown(&ran.out));
    });
}

/// Waits until the line begun stands behind a new prompt for so many times.
fn shown_again(walker: &Walker, times: usize) {
    let start = Instant::now();
    while walker.all().matches("[words] > half a").count() < times {
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{}",
            walker.all()
        );
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn half_a_line_stays_as_it_was_typed() {
    let (home, pack) = (tempdir().unwrap(), Pack::new());
    let mut walker = Walker::terminal(home.path(), &pack.words());
    walker.ask();
    walker.say("Bo");
    walker.line("a whole line");
    walker.keys("half a");
    walker.see("half a");
    pack.save(&changed(ASKED, "What is it in other words?"));
    walker.see("What is it in other words?");
    shown_again(&walker, 1);
    // Longer than words go unsaved, so that they are handed over once more meanwhile.
    std::thread::sleep(Duration::from_millis(1300));
    pack.save(PEBBLE);
    shown_again(&walker, 2);
    let shown = walker.all();
    assert_eq!(shown.matches("So far:\r\na whole line\r\n").count(), 2);
    let from = walker.all().len();
    walker.keys(" line\n");
    walker.say("");
    let after = walker.all()[from..].replace('\r', "");
    assert!(after.starts_with(" line\n"), "{after}");
    let back = walker.say("/back");
    walker.end();
    assert!(back.text.contains(ASKED), "{}", back.text);
    // It melts when the page is left.
    assert!(!back.text.contains("half a"), "{}", back.text);
}

#[test]
fn where_the_practice_is_gone_it_goes_on_as_it_was() {
    let (home, pack) = (tempdir().unwrap(), Pack::new());
    let mut walker = Walker::piped(home.path(), &pack.words());
    walker.ask();
    let other = |text: &str| text.replace("id: \"pebble\", ", "id: \"stone\", ");
    std::fs::write(pack.0.path().join("practices/stone.ron"), other(PEBBLE)).unwrap();
    std::fs::remove_file(pack.file()).unwrap();
    let manifest = MANIFEST.replace("id: \"pebble\"", "id: \"stone\"");
    std::fs::write(pack.0.path().join("pack.ron"), manifest).unwrap();
    walker.see("The practice pebble isn't in the pack any more.");
    walker.ask();
    let next = walker.say("Bo");
    assert!(next.text.contains(ASKED), "{}", next.text);
    walker.end();
}

#[test]
fn watching_takes_a_folder() {
    let home = tempdir().unwrap();
    let Ran { out, err, code } = run(home.path(), &["practise", "--watch", "--line"], "");
    assert_eq!((out.as_str(), code), ("", 2));
    assert_eq!(
        err,
        "Nothing says which folder to watch.\nName it: floe --pack DIR practise --watch\n"
    );
    assert!(is_untouched(home.path()));
}
