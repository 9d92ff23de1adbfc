//! Keys by the thousand, pastes of any kind, noise, and a window that is never of one size.

use crate::homes::Home;
use crate::session::{SOON, Session};
use std::time::{Duration, Instant};

/// On the page of the camera, which takes several lines.
fn at_a_text() -> (Home, Session) {
    let home = Home::at_a_text();
    let session = Session::floe(&home, &["resume"]);
    session.see("What happened, in the order");
    (home, session)
}

/// A generator of noise (xorshift), the same on every run.
struct Noise(u64);

impl Noise {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

/// Leaves with Ctrl+Q, as often as it takes: an escape before it may have swallowed the first.
fn leaves(mut session: Session) {
    let start = Instant::now();
    while !session.is_over() && start.elapsed() < SOON {
        session.send("\x11");
        std::thread::sleep(Duration::from_millis(50));
    }
    session.ends().well();
}

#[test]
fn noise_leaves_it_alive() {
    for seed in [1, 2, 3, 5, 8] {
        let (_home, mut session) = at_a_text();
        let mut noise = Noise(0x9e37_79b9_7f4a_7c15 ^ seed);
        let bytes = std::iter::repeat_with(|| noise.next(256) as u8);
        // Without the two keys that leave, so that it meets all the rest, and once with them.
        let bytes = bytes.filter(|byte| seed == 8 || ![0x03, 0x11].contains(byte));
        let bytes: Vec<u8> = bytes.take(8_000).collect();
        for part in bytes.chunks(500) {
            session.send(part);
        }
        leaves(session);
    }
}

#[test]
fn a_storm_of_sizes_ends_on_the_same_page() {
    let (_home, mut session) = at_a_text();
    session.send("words of mine");
    session.see("words of mine");
    let mut noise = Noise(4_711);
    for _ in 0..200 {
        let (columns, rows) = (1 + noise.next(240), 1 + noise.next(80));
        session.tell_size(columns as u16, rows as u16);
        if noise.next(4) == 0 {
            std::thread::sleep(Duration::from_millis(noise.next(20)));
        }
    }
    session.tell_size(1, 1);
    session.resize(80, 24);
    let drawn = |session: &Session| {
        let screen = session.screen();
        screen.contains("> words of mine") && screen.contains("Ctrl+X hide")
    };
    session.until("the page", || drawn(&session));
    session.settled();
    let before = session.screen();
    session.send("\x1b");
    session.see("save and leave");
    session.send("\x1b");
    session.until("the page again, without a trace", || {
        session.screen() == before
    });
    session.send("\x11");
    session.ends().well();
}

#[test]
fn a_paste_is_one_edit_and_never_a_key() {
    let (home, mut session) = at_a_text();
    session.send("mine: ");
    session.see("mine:");
    let line = "Pasted line with \t tab, \x07 bell \x1b[31m red \x11\x03\x18\x1a\x7f and \u{202e}turned.\r\n";
    let pasted = line.repeat(1_000_000 / line.len());
    session.send(format!("\x1b[200~{pasted}\x1b[201~"));
    session.see("That is as much as one answer holds");
    session.see("What happened, in the order");
    session.until("the paste on the disk", || home.holds("Pasted line"));
    for control in [
        "\x07", "\x1b[31m", "\x11", "\x7f", "\u{202e}", "\\u{7}", "\\u{1b}",
    ] {
        assert!(!home.holds(control), "{control:?}");
    }
    session.send("\x1f");
    session.until("all of it gone", || !session.screen().contains("Pasted"));
    session.see("> mine:");
    session.send("\x11");
    session.ends().well();
}

#[test]
fn what_follows_an_end_inside_a_paste_is_still_no_command() {
    let (home, mut session) = at_a_text();
    session.send("\x1b[200~first\x1b[201~\rsecond\x11\rthird\x1b[201~");
    session.see("third");
    session.see("What happened, in the order");
    session.until("all of it on the disk", || home.holds("third"));
    session.send("\x11");
    session.ends().well();
}

#[test]
fn twenty_thousand_keys_all_arrive() {
    let (home, mut session) = at_a_text();
    let text: String = (0..20_000 / 8)
        .map(|number| format!("k{number:06} "))
        .collect();
    for part in text.as_bytes().chunks(4_000) {
        session.send(part);
    }
    session.see("k002499");
    session.until("all of it on the disk", || home.holds(text.trim_end()));
    session.send("\x11");
    session.ends().well();
}

#[test]
fn a_key_held_down_turns_one_page() {
    let page = |session: &Session| {
        session.settled();
        // The first row says when it was saved.
        let screen = session.screen();
        screen
            .lines()
            .skip(1)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (_home, mut session) = at_a_text();
    session.send("words of mine\r");
    session.until("another page", || !session.screen().contains("of mine"));
    let next = page(&session);
    session.send("\x11");
    session.ends().well();
    for (times, every) in [(40, 33), (12, 92)] {
        let (_home, mut session) = at_a_text();
        session.send("words of mine");
        session.see("> words of mine");
        session.hold("\r", times, Duration::from_millis(every));
        assert_eq!(page(&session), next, "every {every} ms");
        session.send("\r");
        session.until("the page behind it", || page(&session) != next);
        session.send("\x11");
        session.ends().well();
    }
}

#[test]
fn half_a_key_keeps_nothing_from_being_saved() {
    for half in ["\x1b[", "\x1b[200~", "\x1bO"] {
        let (home, mut session) = at_a_text();
        session.send(format!("words before{half}"));
        session.until("words on the disk", || home.holds("words before"));
        session.signal("-TERM");
        assert_eq!(session.ends().code, 143);
    }
}

#[test]
fn mice_and_focus_are_no_keys() {
    let (_home, mut session) = at_a_text();
    session.send("mine");
    session.see("> mine");
    let before = session.screen();
    for at in 1..60 {
        session.send(format!("\x1b[<0;{at};{at}M\x1b[<0;{at};{at}m\x1b[I\x1b[O"));
    }
    session.settled();
    assert_eq!(session.screen(), before);
    session.send("\x11");
    let bytes = session.ends().well().bytes;
    assert!(!String::from_utf8_lossy(&bytes).contains("\x1b[?100"));
}
