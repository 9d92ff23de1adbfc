//! The river that moves, on a real pseudo-terminal: it plays, then the line is silent.

use crate::homes::Home;
use crate::session::Session;
use std::thread;
use std::time::{Duration, Instant};

/// Longer than the pause between two frames.
const PAUSE: Duration = Duration::from_millis(1_500);

const ASKS: &[u8] = b"\x1b[?1004h";
const ASKS_NO_MORE: &[u8] = b"\x1b[?1004l";

fn count(session: &Session) -> usize {
    session.seen(|seen| seen.bytes.len())
}

fn times(session: &Session, what: &[u8]) -> usize {
    session.seen(|seen| {
        let windows = seen.bytes.windows(what.len());
        windows.filter(|window| *window == what).count()
    })
}

/// Waits for the end of what moves, and tells how many bytes came meanwhile.
fn played(session: &Session) -> usize {
    let (before, start) = (count(session), Instant::now());
    let mut bytes = before;
    loop {
        thread::sleep(PAUSE);
        if count(session) == bytes {
            return bytes - before;
        }
        assert!(start.elapsed() < 4 * crate::session::SOON, "it never ends");
        bytes = count(session);
    }
}

fn is_silent(session: &Session) {
    let before = count(session);
    thread::sleep(Duration::from_secs(2));
    assert_eq!(count(session) - before, 0, "bytes at rest");
}

/// On a text of a crossing, with the first frame drawn.
fn at_a_text(words: &[&str], surroundings: &[(&str, &str)]) -> (Home, Session) {
    let home = Home::at_a_text();
    let words: Vec<&str> = [words, &["resume"]].concat();
    let session = Session::moving(&home, &words, surroundings);
    session.see("What happened, in the order");
    (home, session)
}

#[test]
fn a_clip_plays_and_then_there_is_silence() {
    let (_home, mut session) = at_a_text(&[], &[]);
    let bytes = played(&session);
    assert!((200..20_000).contains(&bytes), "{bytes} bytes");
    is_silent(&session);
    session.send("w");
    session.see("> w");
    let typed = count(&session);
    thread::sleep(PAUSE);
    // Once it is saved, that is said.
    assert!(count(&session) - typed < 100, "a letter moves nothing");
    is_silent(&session);
    assert_eq!(times(&session, ASKS), 1);
    session.send("\x11");
    let left = session.ends().well();
    let gives_back = |what: &[u8]| left.bytes.windows(what.len()).rposition(|at| at == what);
    assert!(gives_back(ASKS_NO_MORE) > gives_back(ASKS));
}

#[test]
fn a_window_behind_another_lies_still() {
    let (_home, mut session) = at_a_text(&[], &[]);
    session.send("\x1b[O");
    thread::sleep(Duration::from_millis(300));
    is_silent(&session);
    session.send("\x1b[I");
    is_silent(&session);
    session.send("\x11");
    session.ends().well();
}

#[test]
fn without_motion_a_page_is_one_frame() {
    for (words, surroundings) in [
        (&["--no-motion"] as &[_], &[] as &[_]),
        (&[], &[("NO_COLOR", "1")]),
    ] {
        let (_home, mut session) = at_a_text(words, surroundings);
        thread::sleep(Duration::from_millis(300));
        is_silent(&session);
        // A frame as long as a page is marked as one.
        assert_eq!(times(&session, b"\x1b[?2026h"), 1);
        assert_eq!(times(&session, ASKS), 0);
        session.send("\x11");
        session.ends().well();
    }
}

#[test]
fn an_end_by_a_signal_gives_the_focus_back_too() {
    let (_home, session) = at_a_text(&[], &[]);
    session.until("asking", || times(&session, ASKS) == 1);
    session.signal("-TERM");
    session.until("giving back", || times(&session, ASKS_NO_MORE) == 1);
}
