//! For people with large letters, with one hand, with a voice that types for them: what holds on every page.

use crate::frame::{Frame, SIZES, SMALLEST, squeezed};
use crate::keyboard::{Keyboard, leading_on};
use crate::world::{bank, begun, begun_together};
use floe::flow::{AskView, Cover};
use floe::runtime::{Guide as _, Sitting};
use floe::tui::editor::Command as Edit;
use floe::tui::theme::Ink;
use floe::tui::{Bound, TABLE};
use ratatui::crossterm::event::KeyCode;

/// Looks at every page of one person's crossing and of two people's.
fn look_at_all(mut look: impl FnMut(&mut Keyboard<Sitting>)) {
    for sitting in [begun("crossing").0, begun_together("crossing").0] {
        let mut keyboard = Keyboard::at(sitting, Ink::plain());
        for _ in 0..300 {
            look(&mut keyboard);
            keyboard.answer(&mut leading_on);
            if keyboard.ended.is_some() {
                break;
            }
        }
    }
}

/// The row of the mark, and the last row of the ask above it.
fn mark_and_ask(frame: &Frame) -> Option<(u16, u16)> {
    let (left, _) = frame.column();
    let mark = *frame.marks(left - 2).first()?;
    let is_bold = |y: &u16| {
        let cell = &frame.buffer[(left, *y)];
        cell.modifier == ratatui::style::Modifier::BOLD && cell.symbol() != " "
    };
    let ask = (frame.river()..mark).rev().find(is_bold)?;
    Some((mark, ask))
}

#[test]
fn in_large_letters_what_can_be_answered_is_on_the_screen_or_one_key_away() {
    let mut times = [0, 0];
    look_at_all(|keyboard| {
        let page = keyboard.guide.page();
        let AskView::Choice { options, .. } = &page.ask else {
            return;
        };
        let (columns, rows) = SMALLEST;
        let frame = keyboard.frame(columns, rows);
        let text = squeezed(&frame.text());
        let first = &options[0].text;
        let begins: String = first.chars().take(16).collect();
        let is_open = page.cover == Cover::Open;
        times[usize::from(is_open)] += 1;
        let is_read = !is_open && text.contains("(more: Tab)");
        assert!(is_read || text.contains(begins.trim()), "{}", frame.text());
        if is_open && options.len() > 1 && !text.contains(&options[options.len() - 1].text) {
            assert!(text.contains("more)"), "{}", frame.text());
        }
    });
    assert!(times.iter().all(|times| *times > 5), "{times:?}");
}

#[test]
fn in_large_letters_no_word_to_pick_is_cut() {
    let mut keyboard = Keyboard::at(begun("crossing").0, Ink::plain());
    let mut looked = 0;
    for _ in 0..300 {
        let page = keyboard.guide.page();
        if let AskView::Pick { groups, .. } = &page.ask {
            let (columns, rows) = SMALLEST;
            for _ in 0..groups.len() {
                keyboard.press("↓→");
                let frame = keyboard.frame(columns, rows);
                let text = frame.text();
                let (_, behind) = text.split_once('[').unwrap();
                let (word, _) = behind.split_once(']').unwrap_or_else(|| panic!("{text}"));
                let known = groups
                    .iter()
                    .any(|group| group.words.iter().any(|one| one == word));
                assert!(known, "{text}");
                looked += 1;
            }
            keyboard.press(&"↑".repeat(groups.len()));
        }
        keyboard.answer(&mut leading_on);
        if keyboard.ended.is_some() {
            break;
        }
    }
    assert!(looked > 8, "{looked}");
}

#[test]
fn where_one_writes_is_near_what_is_asked() {
    let mut times = 0;
    look_at_all(|keyboard| {
        let page = keyboard.guide.page();
        if !matches!(page.ask, AskView::Line | AskView::Text) {
            return;
        }
        for (columns, rows) in SIZES.into_iter().chain([SMALLEST]) {
            let frame = keyboard.frame(columns, rows);
            if let Some((mark, ask)) = mark_and_ask(&frame) {
                assert!(mark - ask <= 3, "{}", frame.text());
                times += 1;
            }
        }
    });
    assert!(times > 50, "{times}");
}

#[test]
fn no_sign_typed_into_a_text_is_a_command() {
    let mut times = 0;
    look_at_all(|keyboard| {
        let page = keyboard.guide.page();
        let is_text = matches!(page.ask, AskView::Line | AskView::Text);
        if !is_text || page.cover != Cover::Open || page.so_far.is_some() {
            return;
        }
        times += 1;
        let signs = "!/?:.hjklqxn0129-jk";
        // A key that was held down to come here is let go first.
        keyboard.wait(1000);
        keyboard.press(signs);
        let text = keyboard.frame(200, 40).text();
        assert_eq!(keyboard.guide.page().key, page.key);
        assert!(text.contains(signs), "{text}");
        let dictated = "spoken, all at once; \u{fc}ber";
        keyboard.ui.paste(dictated);
        assert!(keyboard.frame(200, 40).text().contains(dictated));
        keyboard.press("\x05\x15");
    });
    assert!(times > 10, "{times}");
}

/// Editing that has no key of its own without Alt, and the keys that come to the same.
const OTHERWISE: [(Edit<'static>, &[Edit<'static>]); 1] = [(
    Edit::DeleteWordRight,
    &[Edit::WordRight, Edit::DeleteWordLeft],
)];

#[test]
fn nothing_needs_alt_a_function_key_or_esc() {
    let is_plain = |bound: Bound| {
        let rows = TABLE.iter().filter(|(_, other)| *other == bound);
        let mut chords = rows.flat_map(|(chords, _)| chords.iter());
        chords.any(|chord| !chord.alt && !matches!(chord.code, KeyCode::F(_) | KeyCode::Esc))
    };
    for (_, bound) in TABLE {
        let otherwise = OTHERWISE
            .iter()
            .find(|(edit, _)| Bound::Edit(*edit) == *bound);
        match otherwise {
            Some((_, edits)) => {
                assert!(edits.iter().all(|edit| is_plain(Bound::Edit(*edit))));
            }
            None => assert!(is_plain(*bound), "{bound:?}"),
        }
    }
}

#[test]
fn every_key_of_a_screen_is_in_its_help_and_line_mode_too() {
    let mut keyboard = Keyboard::at(begun("crossing").0, Ink::plain());
    keyboard.until("camera");
    keyboard.press("\x07");
    let help = keyboard.frame(100, 120).text();
    for (chords, bound) in TABLE {
        let told = !matches!(bound, Bound::Edit(_) | Bound::Suspend | Bound::BackTab);
        let KeyCode::Char(letter) = chords[0].code else {
            continue;
        };
        let name = format!("Ctrl+{}", letter.to_ascii_uppercase());
        assert!(!told || help.contains(&name), "{name}\n{help}");
    }
    assert!(help.contains("floe --line"), "{help}");
}

#[test]
fn the_first_screen_names_line_mode_or_the_key_that_reads_it() {
    for titles in [&[][..], &["After Sunday lunch"]] {
        let mut keyboard = Keyboard::at(bank(titles), Ink::plain());
        for (columns, rows) in SIZES.into_iter().chain([SMALLEST]) {
            if !keyboard.frame(columns, rows).text().contains("floe --line") {
                let more = keyboard.frame(columns, rows).text();
                keyboard.press(if more.contains("(more: Tab)") {
                    "\t"
                } else {
                    "\x07"
                });
                keyboard.press(&"↓".repeat(60));
                let read = keyboard.frame(columns, rows).text();
                assert!(read.contains("floe --line"), "{columns}x{rows}\n{read}");
                keyboard.press("\x1b");
            }
        }
    }
}
