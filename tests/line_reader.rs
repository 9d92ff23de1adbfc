//! The line reader on real pseudo-terminals.
//!
//! The program under test is this test binary itself: `child` does nothing unless it is started
//! again with `ASKS` set, and then reads one line for each word of it. What it read goes to a file,
//! so that the terminal's bytes are the reader's alone.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, and its child learns its part from the environment"
)]

#[path = "line_reader/session.rs"]
mod session;

use std::fs::File;
use std::io::{self, Write as _};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use floe::line::read::{Echo, Read, Reader};
use floe::line::tty;
use floe::runtime::signals::Signals;
use session::{PROMPT, SELF, Session, line, signal};

const INTERRUPT: i32 = 2;
const QUIT: i32 = 3;
const HANGUP: i32 = 1;
const TERMINATE: i32 = 15;

#[test]
fn child() {
    let (Ok(asks), Ok(told)) = (std::env::var("ASKS"), std::env::var("TOLD")) else {
        return;
    };
    let told = Mutex::new(File::create(told).unwrap());
    let tell = |what: String| writeln!(told.lock().unwrap(), "{what}").unwrap();
    tell(format!("Process {}", std::process::id()));
    let signals = Arc::new(Signals::listen().unwrap());
    let mut reader = Reader::stdin(signals).unwrap();
    for ask in asks.split(' ') {
        if ask == "crash" {
            std::panic::set_hook(Box::new(|_| {
                tty::restore();
                tty::restore();
                std::process::abort();
            }));
            panic!("on purpose");
        }
        write!(io::stdout(), "{PROMPT}").unwrap();
        io::stdout().flush().unwrap();
        if ask == "late" {
            thread::sleep(Duration::from_millis(300));
        }
        let echo = if ask == "hidden" {
            Echo::Hidden
        } else {
            Echo::Shown
        };
        let mut pause = |half: &str| tell(format!("Pause({half:?})"));
        if ask == "rung" {
            let times = [300, 600].map(Duration::from_millis);
            reader.ring_after(&times);
            while let Read::Rang(left) = reader.line_or_ring(echo, true, &mut pause).unwrap() {
                write!(io::stdout(), "\nrang {left}\n{PROMPT}").unwrap();
                io::stdout().flush().unwrap();
                reader.show_again(echo);
            }
            continue;
        }
        let read = reader.line(echo, &mut pause);
        tell(format!("{:?}", read.unwrap()));
    }
    drop(reader);
    tell("Over".to_owned());
}

#[test]
fn a_line_longer_than_the_kernel_keeps_arrives_whole() {
    for length in [6_001, 20_000] {
        let mut session = Session::asked("shown");
        let text = "å".repeat(length / 2) + &"x".repeat(length - length / 2);
        session.send(format!("{text}\r"));
        session.hear(&line(&text));
        assert!(session.ends().contains(&text), "and is shown whole");
    }
}

#[test]
fn hidden_words_never_come_back_but_their_newline_does() {
    let mut session = Session::asked("shown hidden");
    assert!(!session.is_as_found(), "echo is off before any prompt");
    session.send("open\r");
    session.hear(&line("open"));
    session.send("ZQX你\x7f\x7fXMARK\x15ZQXMARK\x1b[Aer\r");
    session.hear(&line("ZQXMARKer"));
    let seen = session.ends();
    let after = seen.split("open\r\nask> ").nth(1).unwrap();
    assert!(after.starts_with("\r\n"), "{after:?}");
    assert!(!seen.contains('Q') && !seen.contains("MARK") && !seen.contains('\x08'));
}

#[test]
fn signals_hand_over_the_words_and_the_terminal_is_given_back() {
    for ask in ["shown", "hidden"] {
        for (name, number) in [("-TERM", TERMINATE), ("-HUP", HANGUP), ("-QUIT", QUIT)] {
            let mut session = Session::asked(ask);
            session.send("half a l");
            session.until("the keys to be read", || {
                session.seen().contains("half a l") || session.told().contains("Pause")
            });
            session.signal(name);
            session.hear(&format!(
                "{:?}",
                Read::Signal(number, "half a l".to_owned())
            ));
            session.ends();
        }
    }
}

#[test]
fn control_c_keeps_the_words_typed_just_before_it() {
    for ask in ["shown", "hidden", "late"] {
        let mut session = Session::asked(ask);
        session.send("half\x03");
        session.hear(&format!("{:?}", Read::Signal(INTERRUPT, "half".to_owned())));
        session.ends();
    }
}

#[test]
fn control_d_hands_over_what_is_there_and_then_ends() {
    let mut session = Session::asked("shown shown");
    session.send("some\x04\x04");
    session.hear(&line("some"));
    session.hear(&format!("{:?}", Read::End(String::new())));
    session.ends();
}

#[test]
fn a_panic_hook_gives_the_terminal_back() {
    let mut session = Session::asked("shown crash");
    session.send("x\r");
    session.ends();
}

#[test]
fn nothing_typed_ahead_is_lost() {
    let exec = format!("exec {SELF}");
    let mut session = Session::script("shown hidden shown shown", &exec, "early\rbird\rha");
    session.see("ask> ha");
    session.send("lf\rlast\r");
    for text in ["early", "bird", "half", "last"] {
        session.hear(&line(text));
    }
    session.ends();
    let session = Session::script("shown shown", &exec, "early\r\x04");
    session.hear(&line("early"));
    session.hear(&format!("{:?}", Read::End(String::new())));
    session.ends();
}

#[test]
fn backspace_takes_a_wide_letter_back_from_the_screen() {
    let mut session = Session::asked("shown");
    session.send("你好\x7f\r");
    session.hear(&line("你"));
    assert!(session.ends().contains("ask> 你好\x08 \x08\x08 \x08\r\n"));
}

#[test]
fn return_and_newline_pasted_together_are_one_enter() {
    let mut session = Session::asked("shown shown shown");
    session.send("a\r\nb\nc\r");
    for text in ["a", "b", "c"] {
        session.hear(&line(text));
    }
    session.ends();
}

#[test]
fn half_a_key_blocks_nothing_and_is_forgotten() {
    for half in [&b"abc\x1b["[..], b"abc\x1b", b"abc\xe4\xbd"] {
        let mut session = Session::asked("shown");
        session.send(half);
        session.hear("Pause(\"abc\")");
        session.signal("-TERM");
        session.hear(&format!("{:?}", Read::Signal(TERMINATE, "abc".to_owned())));
        session.ends();
    }
    let mut session = Session::asked("shown");
    session.send("\x1b");
    thread::sleep(Duration::from_millis(700));
    session.send("Oh\x1b");
    session.see("Oh");
    session.send("[Dno\r");
    session.hear(&line("Ohno"));
    session.ends();
}

#[test]
fn half_a_line_is_handed_out_a_second_after_its_first_key() {
    let mut session = Session::asked("shown");
    let start = Instant::now();
    let mut sent = 0;
    while !session.told().contains("Pause") {
        assert!(
            start.elapsed() < Duration::from_millis(1700),
            "typing on put it off"
        );
        session.send("k");
        sent += 1;
        thread::sleep(Duration::from_millis(50));
    }
    assert!(start.elapsed() > Duration::from_millis(900), "too early");
    let told = session.told();
    let half = told.matches('k').count();
    assert!(half == sent || half + 1 == sent, "{told}");
    session.send("\r");
    session.hear(&line(&"k".repeat(sent)));
    session.ends();
}

#[test]
fn the_bell_leaves_the_words_so_far_as_they_are_and_puts_off_no_save() {
    let mut session = Session::asked("rung shown");
    let start = Instant::now();
    session.send("ha");
    session.see("ask> ha\r\nrang 1\r\nask> ha\r\nrang 0\r\nask> ha");
    session.hear("Pause(\"ha\")");
    assert!(start.elapsed() < Duration::from_millis(1700), "it is saved");
    session.send("lf\r");
    session.see("ask> half\r\nask> ");
    session.send("next\r");
    session.hear(&line("next"));
    assert_eq!(session.ends().matches("rang").count(), 2);
}

#[test]
fn of_rings_that_are_late_one_is_heard() {
    let script = format!("set -m; {SELF}; echo stopped; sleep 1; fg");
    let mut session = Session::script("rung", &script, "");
    session.see(PROMPT);
    session.send("\x1a");
    session.see("rang 0\r\nask> ");
    session.send("\r");
    assert!(!session.ends().contains("rang 1"));
}

#[cfg(target_os = "linux")]
#[test]
fn an_idle_reader_sleeps() {
    let mut session = Session::asked("shown");
    session.send("half");
    session.hear("Pause(\"half\")");
    let threads = format!("/proc/{}/task", session.process());
    let woken = || -> Vec<String> {
        let threads = std::fs::read_dir(&threads).unwrap();
        let spent = threads.map(|thread| thread.unwrap().path().join("schedstat"));
        spent
            .map(|spent| std::fs::read_to_string(spent).unwrap())
            .collect()
    };
    thread::sleep(Duration::from_millis(100));
    let before = woken();
    thread::sleep(Duration::from_millis(1300));
    assert_eq!(woken(), before);
    session.send("\r");
    session.hear(&line("half"));
    session.ends();
}

#[test]
fn control_z_gives_the_shell_a_sane_terminal_and_goes_on() {
    let script = format!("set -m; {SELF}; echo stopped; read key; fg");
    let mut session = Session::script("shown", &script, "");
    session.see(PROMPT);
    session.send("half\x1a");
    session.see("stopped");
    session.hear("Pause(\"half\")");
    assert!(session.is_as_found());
    session.send("\r");
    session.until("our settings", || !session.is_as_found());
    session.until("the words again", || {
        session.seen().matches("half").count() == 2
    });
    session.send(" more\r");
    session.hear(&line("half more"));
    session.hear("Over");
    session.ends();
}

#[test]
fn where_no_shell_could_take_over_control_z_changes_nothing() {
    let mut session = Session::asked("shown");
    session.send("half\x1a");
    session.see("half\r\nhalf");
    session.send(" more\r");
    session.hear(&line("half more"));
    session.ends();
}

#[test]
fn going_on_after_a_stop_from_outside_takes_the_terminal_again() {
    let mut session = Session::asked("shown");
    let ours = session.settings();
    let name = session.name();
    let sane = Command::new("stty")
        .arg("sane")
        .stdin(File::open(name).unwrap())
        .status();
    assert!(sane.unwrap().success());
    assert_ne!(session.settings(), ours);
    session.signal("-CONT");
    session.until("our settings", || session.settings() == ours);
    session.send("on\r");
    session.hear(&line("on"));
    session.ends();
}

#[test]
fn the_echo_goes_where_the_keys_come_from_unless_echo_was_off() {
    let elsewhere = format!("{SELF} 2>&1 | cat >/dev/null");
    let mut session = Session::script("shown", &elsewhere, "");
    session.until("our settings", || !session.is_as_found());
    session.send("here\r");
    session.hear(&line("here"));
    assert!(session.ends().contains("here\r\n"));
    let mut session = Session::script("shown", &format!("stty -echo; {SELF}; stty echo"), "");
    session.see(PROMPT);
    session.send("quiet\r");
    session.hear(&line("quiet"));
    assert!(!session.ends().contains("quiet"));
}

#[test]
fn a_stopped_job_can_be_ended_without_being_stopped_again() {
    let stop = format!("found=$(stty -g); set -m; {SELF}; stty $found; echo stopped; ");
    let script = stop + "read go; kill -TERM %1; kill -CONT %1; sleep 0.3; read key; read key";
    for from_outside in [false, true] {
        let mut session = Session::script("shown", &script, "");
        session.see(PROMPT);
        session.send("half");
        session.see("half");
        if from_outside {
            let process = session.told().split_whitespace().nth(1).unwrap().parse();
            signal(process.unwrap(), "-TSTP");
        } else {
            session.send("\x1a");
        }
        session.see("stopped");
        // The second line is the shell's too: reading any of it would stop the job as well.
        session.send("go\rkey\r");
        session.hear(&format!("{:?}", Read::Signal(TERMINATE, "half".to_owned())));
        session.hear("Over");
        session.send("\r");
        session.ends();
    }
}

/// The window of the next test: a terminal that is there until somebody types, and then no more.
#[test]
fn window() {
    let Ok(folder) = std::env::var("WINDOW") else {
        return;
    };
    let script = std::env::var("SCRIPT").unwrap();
    let mut session = Session::open(folder.into(), "shown", &script, "");
    session.see(PROMPT);
    session.send("half");
    session.hear("Pause(\"half\")");
    signal(std::process::id(), "-KILL");
}

#[test]
fn a_terminal_that_has_gone_ends_the_input_at_once() {
    // With a shell's hang-up signal and without: another session hears none.
    for script in [format!("exec {SELF}"), format!("setsid -w {SELF}")] {
        let folder = tempfile::tempdir().unwrap();
        let window = Command::new(std::env::current_exe().unwrap())
            .args(["window", "--exact"])
            .env("WINDOW", folder.path())
            .env("SCRIPT", script)
            .output();
        assert!(!window.unwrap().status.success());
        let gone = Instant::now();
        let told = || std::fs::read_to_string(folder.path().join("told")).unwrap();
        while !told().contains("\"half\")\nOver") {
            assert!(gone.elapsed() < Duration::from_secs(1), "{}", told());
            thread::sleep(Duration::from_millis(5));
        }
    }
}
