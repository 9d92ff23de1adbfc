//! A whole crossing, through keys and through lines.

use crate::homes::Home;
use crate::keyboard::{Keyboard, answer, leading_on};
use crate::session::Session;
use crate::world::begun;
use floe::flow::{AskView, Page};
use floe::runtime::{Guide, Sitting};
use floe::tui::theme::Ink;

/// Somebody's answer to a page: as keys on the screen, and as lines.
struct Answer {
    keys: String,
    lines: String,
}

fn answered(page: &Page) -> Answer {
    let keys = match page.key.ask.as_str() {
        "land" => "3\r".to_owned(),
        _ => answer(page, &mut once_only),
    };
    let words = keys.trim_end_matches('\r');
    let lines = match &page.ask {
        AskView::Show
        | AskView::Quiet { .. }
        | AskView::Keep { .. }
        | AskView::Curtain { .. }
        | AskView::Both { .. } => "\n".to_owned(),
        AskView::Confirm { .. } => "yes\n".to_owned(),
        AskView::Choice { .. } | AskView::Line | AskView::Blank { .. } => format!("{words}\n"),
        AskView::Text => format!("{words}\n\n"),
        AskView::Pick { groups, .. } => {
            let second = &groups[1].words;
            format!("{}, {}\n", second[0], second[2])
        }
    };
    Answer { keys, lines }
}

/// Leads on, and where one could go round again, not a second time.
fn once_only(page: &Page, options: &[floe::content::Id]) -> usize {
    let enough = ["enough", "no", "later", "on"];
    let stops = options.iter().position(|id| enough.contains(&id.as_str()));
    match page.key.ask.as_str() {
        "once_more" | "more_aloud" => stops.unwrap_or(options.len() - 1),
        _ => leading_on(page, options),
    }
}

/// Walks the crossing in memory; on every page, says where one is and how it is answered.
fn walk(mut on: impl FnMut(&mut Keyboard<Sitting>, &Answer) -> bool) {
    let (sitting, _) = begun("crossing");
    let mut keyboard = Keyboard::at(sitting, Ink::plain());
    for _ in 0..300 {
        let answer = answered(&keyboard.guide.page());
        if !on(&mut keyboard, &answer) {
            return;
        }
        keyboard.press(&answer.keys);
        if keyboard.ended.is_some() {
            return;
        }
    }
    panic!("no end");
}

/// The lines that lead to this ask.
pub(crate) fn lines_to(ask: &str) -> String {
    let mut lines = String::new();
    walk(|keyboard, answer| {
        let goes_on = keyboard.guide.page().key.ask != *ask;
        if goes_on {
            lines.push_str(&answer.lines);
        }
        goes_on
    });
    lines
}

/// A key as a terminal sends it.
fn bytes(keys: &str) -> String {
    keys.replace('↑', "\x1b[A")
        .replace('↓', "\x1b[B")
        .replace('→', "\x1b[C")
        .replace('←', "\x1b[D")
}

#[test]
fn through_keys_and_through_lines_it_leaves_the_same() {
    let home = Home::new();
    let mut session = Session::floe(&home, &["practise"]);
    let mut lines = String::new();
    let mut pages = 0;
    walk(|keyboard, answer| {
        let frame = keyboard.frame(80, 24);
        // Below the caption, which tells the time, the terminal shows cell by cell what was drawn.
        let from = frame.river() + 2;
        let expected: Vec<String> = (from..24).map(|y| frame.row(y)).collect();
        if keyboard.guide.page().at.is_some() {
            session.until(&frame.text(), || {
                session.seen(|seen| {
                    let screen = seen.screen.screen();
                    let rows = screen.rows(0, 80).skip(from.into());
                    let cursor = screen.cursor_position();
                    rows.map(|row| row.trim_end().to_owned())
                        .eq(expected.iter().cloned())
                        && cursor == (frame.cursor.y, frame.cursor.x)
                })
            });
        } else {
            session.see("You've landed");
        }
        session.send(bytes(&answer.keys));
        lines.push_str(&answer.lines);
        pages += 1;
        true
    });
    assert!(pages > 100, "{pages}");
    session.ends().well();
    let in_lines = Home::new();
    in_lines.lines(&["practise"], &lines);
    assert_eq!(home.kept(), in_lines.kept());
    assert!(
        home.kept()["kept"]
            .as_array()
            .is_some_and(|kept| kept.len() > 3)
    );
}

#[test]
fn the_bank_leads_to_a_crossing_and_back_to_it() {
    let home = Home::new();
    let mut session = Session::floe(&home, &[]);
    session.see("What would you like to mend");
    session.send("After Sunday lunch\r");
    session.see("Which way across");
    session.send("\r");
    session.see("Floe 1 of 11");
    session.send("\x11");
    assert!(
        session
            .ends()
            .well()
            .left
            .contains("Nothing of this was saved")
    );
    let home = Home::at_a_text();
    let mut session = Session::floe(&home, &[]);
    session.see("> After Sunday lunch");
    session.send("\r");
    session.see("> Go on where you were");
    session.send("\r");
    session.see("What happened, in the order");
    session.send("\x11");
    assert!(session.ends().well().left.contains("floe resume"));
}
