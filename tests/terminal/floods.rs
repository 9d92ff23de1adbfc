//! More than anybody types: pastes of five megabytes on the screen and in lines, and sizes no screen has.

use crate::homes::Home;
use crate::session::Session;
use std::time::{Duration, Instant};

/// Five megabytes of one line.
fn bomb() -> String {
    "bomb ".repeat(1 << 20)
}

/// Much longer than it takes on a busy machine without optimisation, much shorter than per-key work would.
const ANSWERS: Duration = Duration::from_secs(9);

#[test]
fn a_paste_of_five_megabytes_is_cut_on_the_screen_and_said_to_be() {
    let home = Home::at_a_text();
    let mut session = Session::floe(&home, &["resume"]);
    session.see("What happened, in the order");
    let start = Instant::now();
    session.send(format!("\x1b[200~{}\x1b[201~", bomb()));
    session.see("That is as much as one answer holds");
    assert!(start.elapsed() < ANSWERS, "{:?}", start.elapsed());
    session.until("it on the disk", || home.holds("bomb bomb"));
    session.send("\x1f");
    session.until("all of it gone", || !session.screen().contains("bomb"));
    session.send("\x11");
    session.ends().well();
}

#[test]
fn one_line_of_five_megabytes_is_cut_on_a_terminal_in_lines_and_said_to_be() {
    let home = Home::at_a_text();
    let mut session = Session::floe(&home, &["resume", "--line"]);
    session.see("[words] >");
    let start = Instant::now();
    session.send(format!("{}\r", bomb()));
    session.see("That is as much as one answer holds");
    assert!(start.elapsed() < ANSWERS, "{:?}", start.elapsed());
    session.send("\r/leave\r");
    session.ends().well();
    assert!(home.holds("bomb bomb"));
}

#[test]
fn one_line_of_five_megabytes_out_of_a_pipe_is_cut_and_said_to_be() {
    let home = Home::at_a_text();
    let start = Instant::now();
    let told = home.lines(&["resume"], &format!("{}\n\n/leave\n", bomb()));
    assert!(start.elapsed() < ANSWERS, "{:?}", start.elapsed());
    assert!(
        told.contains("That is as much as one answer holds"),
        "{}",
        told.len()
    );
    assert!(home.holds("bomb bomb"));
}

#[test]
fn sizes_that_no_screen_has_lose_nothing() {
    let home = Home::at_a_text();
    let mut session = Session::floe(&home, &["resume"]);
    session.see("What happened, in the order");
    session.send("words of mine");
    session.see("> words of mine");
    for (columns, rows) in [
        (1, 1),
        (0, 0),
        (500, 200),
        (u16::MAX, 1),
        (1, u16::MAX),
        (u16::MAX, u16::MAX),
        (2, 200),
    ] {
        session.tell_size(columns, rows);
        // Drawn, and not only heard of.
        session.settled();
        assert!(!session.is_over(), "{columns}x{rows}");
    }
    session.resize(80, 24);
    session.until("the page", || session.screen().contains("> words of mine"));
    session.send("\x11");
    session.ends().well();
    assert!(home.holds("words of mine"));
}
