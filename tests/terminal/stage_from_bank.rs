//! A room is shown something from the bank: the home is left first, and nothing leads back to it.

use crate::session::Session;
use crate::stage::{PRIVATE, Run, everything, lived_in};
use std::path::Path;

/// Whether a floe has anything open in this folder.
fn holds(session: &Session, folder: &Path) -> bool {
    let open = std::fs::read_dir(format!("/proc/{}/fd", session.process())).unwrap();
    let mut paths = open.filter_map(|open| std::fs::read_link(open.unwrap().path()).ok());
    paths.any(|path| path.starts_with(folder))
}

#[test]
fn the_bank_leads_to_a_stage_that_has_left_the_home_and_not_back() {
    let (home, run) = (lived_in(), Run::new());
    let before = everything(home.path());
    let mut session = run.floe(&home, &[]);
    session.see("Where would you like to begin?");
    assert!(session.screen().contains("Sunday lunch"));
    assert!(holds(&session, home.path()), "the bank is in its home");
    while !session.screen().contains("> Show a room") {
        session.send("\x1b[B");
        session.settled();
    }
    let bank = session.settled();
    // Whatever is typed at once goes to the stage.
    session.send("\r1");
    session.see("A made-up story: After the messages.");
    assert!(!holds(&session, home.path()), "the stage is in a home");
    let hidden = session.seen(|seen| seen.screen.screen().hide_cursor());
    assert!(hidden, "nobody types on a wall");
    for key in (1..=0x7f_u8).filter(|key| ![0x03, 0x11, 0x1a, 0x1b].contains(key)) {
        session.send([key]);
    }
    session.settled();
    session.send("\x11");
    let ended = session.ends().well();
    let shown = String::from_utf8_lossy(&ended.bytes[bank..]).into_owned() + &ended.left;
    for private in PRIVATE {
        assert!(!shown.contains(private), "{private}");
    }
    assert!(ended.left.contains("Nothing of this was kept."));
    assert!(everything(home.path()) == before, "something was written");
    assert!(run.is_empty());
}

#[test]
fn in_plain_lines_what_is_typed_ahead_on_the_bank_goes_to_the_stage() {
    let home = lived_in();
    let before = everything(home.path());
    let bank = home.lines(&[], "");
    let room = bank.lines().find_map(|line| {
        let (number, option) = line.split_once(". ")?;
        option.starts_with("Show a room").then_some(number)
    });
    let input = format!("{}\n1\n/freeze\n/rivers\n", room.unwrap());
    let out = home.lines(&[], &input);
    let (_, stage) = out.split_once("Made-up stories.").unwrap();
    assert!(stage.contains("After the messages") && stage.contains("Frozen."));
    assert!(stage.contains("Nothing of this was kept."));
    for private in PRIVATE {
        assert!(!stage.contains(private), "{private}");
    }
    assert!(everything(home.path()) == before, "something was written");
}
