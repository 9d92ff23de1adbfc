//! However it ends, the words are saved, the screen is wiped and the terminal is given back.

use crate::homes::Home;
use crate::session::{Session, signal};
use crate::world::bank;
use floe::flow::{MapRow, Page, Pane, PaneView};
use floe::runtime::{Act, Bank, Guide, Reaction};
use floe::tui::theme::Ink;
use floe::tui::{Look, Screen};
use floe::words::Words;
use portable_pty::CommandBuilder;
use std::fs::File;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

const WORDS: &str = "ZQXMARK half a thought";

/// On a page with half a thought written on it.
fn half_written() -> (Home, Session) {
    let home = Home::at_a_text();
    let mut session = Session::floe(&home, &["resume"]);
    session.see("Esc menu");
    session.send(WORDS);
    session.see(WORDS);
    (home, session)
}

#[test]
fn keys_and_signals_save_wipe_and_give_the_terminal_back() {
    let keys = [("\x11", 0), ("\x03", 0)];
    let signals = [("-HUP", 129), ("-INT", 130), ("-QUIT", 131), ("-TERM", 143)];
    for (how, code) in keys.into_iter().chain(signals) {
        let (home, mut session) = half_written();
        if how.starts_with('-') {
            session.signal(how);
        } else {
            session.send(how);
        }
        let ended = session.ends();
        assert_eq!(ended.code, code, "{how:?}: {}", ended.left);
        assert!(home.holds(WORDS), "{how:?}");
        assert_eq!(ended.last_frame().trim(), "", "{how:?}");
        assert!(
            ended.left.contains("floe resume"),
            "{how:?}: {}",
            ended.left
        );
        assert!(!ended.left.contains("ZQX"), "{how:?}");
    }
}

#[test]
fn what_is_half_typed_survives_a_kill() {
    let (home, session) = half_written();
    let typed = Instant::now();
    session.until("words on the disk", || home.holds(WORDS));
    assert!(
        typed.elapsed() < Duration::from_millis(2500),
        "{:?}",
        typed.elapsed()
    );
    session.signal("-KILL");
    drop(session);
    let mut session = Session::floe(&home, &["resume"]);
    session.see(WORDS);
    session.send(", and its end\r");
    session.until("the answer", || home.holds("half a thought, and its end"));
    session.send("\x11");
    session.ends().well();
}

/// The window of the next test: a terminal that is there until its words are saved, and then no more.
#[test]
fn window() {
    let Ok(process) = std::env::var("PROCESS") else {
        return;
    };
    let (home, session) = half_written();
    session.until("words on the disk", || home.holds(WORDS));
    let told = format!("{}\n{}", session.process(), home.path().display());
    std::fs::write(process, told).unwrap();
    // Nothing is tidied up: it is as if the window had gone.
    signal(std::process::id(), "-KILL");
}

#[test]
fn a_terminal_that_has_gone_ends_it_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let told = folder.path().join("told");
    let window = Command::new(std::env::current_exe().unwrap())
        .args(["leaving::window", "--exact"])
        .env("PROCESS", &told)
        .output();
    assert!(!window.unwrap().status.success());
    let gone = Instant::now();
    let told = std::fs::read_to_string(told).unwrap();
    let (process, home) = told.split_once('\n').unwrap();
    // A process that has ended and that nobody waits for is still listed, as a zombie.
    let runs = || {
        let state = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        !state.is_empty() && !state.contains(") Z ")
    };
    while runs() {
        assert!(gone.elapsed() < Duration::from_secs(2), "it still runs");
        thread::sleep(Duration::from_millis(5));
    }
    std::fs::remove_dir_all(home).unwrap();
}

#[test]
fn control_z_gives_the_shell_a_sane_terminal_and_fg_goes_on() {
    let home = Home::at_a_text();
    let script = "set -m; \"$FLOE\" resume; echo stopped; read key; fg; echo over";
    let mut session = Session::script(&home, script);
    session.see("Esc menu");
    session.send("half");
    session.see("> half");
    session.send("\x1a");
    session.see("stopped");
    assert!(session.is_as_found());
    assert!(home.holds("half"), "saved before it stops");
    assert!(!session.screen().contains("half"));
    session.send("\r");
    session.see("> half");
    session.until("our settings", || !session.is_as_found());
    session.send(" more");
    session.see("> half more");
    session.send("\x11");
    session.see("over");
    assert_eq!(session.ends().well().last_frame().trim(), "");
}

#[test]
fn a_stopped_job_can_be_ended_without_being_stopped_again() {
    let home = Home::at_a_text();
    let script = "set -m; \"$FLOE\" resume; echo stopped; read key; kill -TERM %1; kill -CONT %1; wait; echo over";
    let mut session = Session::script(&home, script);
    session.see("Esc menu");
    session.send("half\x1a");
    session.see("stopped");
    session.send("\r");
    session.see("over");
    let ended = session.ends().well();
    assert!(
        ended.left.contains("stopped"),
        "the shell's lines stay: {}",
        ended.left
    );
    assert!(home.holds("half"));
}

#[test]
fn where_no_shell_could_take_over_control_z_changes_nothing() {
    let (_home, mut session) = half_written();
    session.send("\x1a more");
    session.see("half a thought more");
    session.send("\x11");
    session.ends().well();
}

#[test]
fn going_on_after_a_stop_from_outside_draws_everything_again() {
    let (_home, mut session) = half_written();
    let before = session.screen();
    session.signal("-STOP");
    session.scribble();
    let sane = Command::new("stty")
        .arg("sane")
        .stdin(File::open(session.name()).unwrap())
        .status();
    assert!(sane.unwrap().success());
    session.signal("-CONT");
    session.until("the whole page again", || session.screen() == before);
    session.until("our settings", || !session.is_as_found());
    session.send(" more");
    session.see("half a thought more");
    session.send("\x11");
    session.ends().well();
}

#[test]
fn a_screen_that_says_nothing_asks_before_anything_comes_back() {
    let (home, mut session) = half_written();
    session.send("\x18");
    session.until("nothing", || session.screen().trim().is_empty());
    session.until("words on the disk", || home.holds(WORDS));
    session.send("hello\x1b");
    session.until("one line", || session.screen().trim().lines().count() == 1);
    assert!(session.screen().contains("Enter for yes"));
    session.send("\r");
    session.see(WORDS);
    session.send("\x18x\x11");
    assert_eq!(session.ends().well().last_frame().trim(), "");
}

#[test]
fn at_rest_not_a_byte_is_written() {
    let (home, session) = half_written();
    session.until("words on the disk", || home.holds(WORDS));
    let before = session.settled();
    thread::sleep(Duration::from_secs(2));
    assert_eq!(session.settled(), before);
}

#[test]
fn without_colour_there_is_no_colour_but_bold() {
    let home = Home::at_a_text();
    let colours = |surroundings: &[(&str, &str)], words: &[&str]| {
        let mut session = Session::with(&home, words, surroundings);
        session.see("Esc menu");
        session.settled();
        session.send("\x11");
        let bytes = session.ends().well().bytes;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(text.contains("\x1b[1m"), "the ask is bold");
        let codes = text
            .split("\x1b[")
            .skip(1)
            .filter_map(|code| code.split_once('m'));
        let codes = codes
            .map(|(code, _)| code)
            .filter(|code| code.chars().all(|c| c.is_ascii_digit() || c == ';'));
        let coloured =
            |code: &&str| code.starts_with(['3', '4']) && code.len() > 1 && *code != "39";
        codes.filter(coloured).count()
    };
    assert!(colours(&[], &["resume"]) > 0);
    assert_eq!(colours(&[("NO_COLOR", "1")], &["resume"]), 0);
    assert_eq!(colours(&[], &["resume", "--color", "never"]), 0);
    let night = &["resume", "--theme", "night"];
    assert!(colours(&[("COLORTERM", "truecolor")], night) > 20);
}

/// The child of the next test: the screen over a guide with a bug in it, and a hook like the program's.
#[test]
fn buggy() {
    if std::env::var("BUGGY").is_err() {
        return;
    }
    std::panic::set_hook(Box::new(|_| {
        floe::tui::leave();
        floe::tui::leave();
        std::process::exit(101);
    }));
    let look = Look {
        ink: Ink::plain(),
        motion: false,
    };
    let mut screen = Screen::open(look).unwrap();
    let _ = screen.walk(&mut Buggy(bank(&["After Sunday lunch"])));
}

#[test]
fn a_bug_gives_the_terminal_back_too() {
    let home = Home::new();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["leaving::buggy", "--exact", "--nocapture"]);
    let mut session = Session::start(&home, command, &[("BUGGY", "yes")]);
    session.see("After Sunday lunch");
    session.send("\r");
    let ended = session.ends();
    assert_eq!(ended.code, 101);
    assert!(!ended.left.contains("After Sunday lunch"), "{}", ended.left);
}

/// A bank that can't stand being answered.
struct Buggy(Bank);

impl Guide for Buggy {
    fn act(&mut self, act: Act) -> Reaction {
        panic!("{act:?}");
    }

    fn page(&self) -> Page {
        self.0.page()
    }

    fn draft(&mut self, text: &str) {
        self.0.draft(text);
    }

    fn half_typed(&self) -> Option<String> {
        self.0.half_typed()
    }

    fn pane(&self, pane: Pane) -> PaneView {
        self.0.pane(pane)
    }

    fn map(&self) -> Option<Vec<MapRow>> {
        self.0.map()
    }

    fn status(&self) -> String {
        self.0.status()
    }

    fn farewell(&self) -> Vec<String> {
        self.0.farewell()
    }

    fn words(&self) -> Words<'_> {
        self.0.words()
    }
}
