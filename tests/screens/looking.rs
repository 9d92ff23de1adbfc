//! The mirror on the full screen: what it looks like, and on whose page it opens.

use crate::frame::{SIZES, SMALLEST, squeezed};
use crate::keyboard::{Keyboard, leading_on};
use crate::pictures::hold;
use crate::world::{begun, begun_together};
use floe::flow::{AskView, Cover, Glass, Page};
use floe::runtime::{Guide, Sitting};
use floe::tui::theme::Ink;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

const WORDS: &str =
    "I told Leila something that was yours to tell. And I will never do that again.";

/// In front of the page where somebody names what they did.
fn at_act() -> Keyboard<Sitting> {
    let mut keyboard = Keyboard::at(begun("just_the_sorry").0, Ink::plain());
    keyboard.until("act");
    keyboard
}

/// Looking at words there.
fn looking(words: &str) -> Keyboard<Sitting> {
    let mut keyboard = at_act();
    keyboard.press(words);
    keyboard.press("\x19");
    keyboard
}

fn sound(keyboard: &mut Keyboard<Sitting>) {
    for (columns, rows) in SIZES.into_iter().chain([SMALLEST, (59, 17)]) {
        let frame = keyboard.frame(columns, rows);
        frame.is_sound().unwrap();
        frame.shows_one_thing_to_act_on().unwrap();
    }
}

#[test]
fn pictures_of_the_mirror() {
    for (name, keys) in [
        ("mirror", ""),
        ("mirror_example", "4\r"),
        ("mirror_ways", "6\r"),
        ("mirror_carry", "3\rtell you the same day\r"),
        ("mirror_carry_known", "3\rtell you the same day\r\r\r"),
        ("mirror_carried", "3\rtell you the same day\r\r\r\r"),
        ("mirror_mend", "1\r"),
        (
            "mirror_versions",
            "1\r\x7f\x7f\x7f\x7f\x7f\x7f and I intend to tell you.\r",
        ),
    ] {
        let mut keyboard = looking(WORDS);
        keyboard.press(keys);
        assert!(
            matches!(keyboard.guide.page().glass, Glass::Open(_)),
            "{name}"
        );
        sound(&mut keyboard);
        hold(name, &mut keyboard);
    }
}

#[test]
fn the_phrase_is_in_brackets_and_underlined_at_every_size() {
    let mut keyboard = looking(WORDS);
    for (columns, rows) in SIZES {
        let frame = keyboard.frame(columns, rows);
        let underlined = squeezed(&frame.underlined());
        assert!(underlined.starts_with("I will never"), "{}", frame.text());
        let text = squeezed(&frame.text());
        assert!(text.contains("[I will never"), "{text}");
    }
}

#[test]
fn where_there_is_no_room_for_the_words_they_are_read_with_tab() {
    let mut keyboard = looking(WORDS);
    let (columns, rows) = SMALLEST;
    let frame = keyboard.frame(columns, rows).text();
    assert!(!frame.contains("Leila"), "{frame}");
    keyboard.press("\t");
    let frame = keyboard.frame(columns, rows).text();
    assert!(frame.contains("Leila"), "{frame}");
}

#[test]
fn where_there_is_nothing_to_ask_the_screen_says_nothing() {
    let mut keyboard = at_act();
    keyboard.press("I told Leila.");
    keyboard.ui.save_draft(&mut keyboard.guide);
    let before = keyboard.frame(80, 24).text();
    keyboard.press("\x19");
    assert_eq!(keyboard.frame(80, 24).text(), before);
}

#[test]
fn what_was_mended_is_taken_back_by_the_key_that_takes_back_typing() {
    let mut keyboard = looking(WORDS);
    let undo = |keyboard: &mut Keyboard<Sitting>| {
        let event = KeyEvent::new(KeyCode::Char('_'), KeyModifiers::CONTROL);
        keyboard.ui.key(&event, &mut keyboard.guide);
    };
    keyboard.press("1\r\x15");
    undo(&mut keyboard);
    let frame = keyboard.frame(80, 24).text();
    assert!(
        frame.contains("that again."),
        "undone as in any field: {frame}"
    );
    keyboard.press("\x15I intend not to.\r1\r");
    assert_eq!(keyboard.guide.page().key.ask, *"act");
    let mended = keyboard.frame(80, 24).text();
    assert!(mended.contains("not to."), "{mended}");
    undo(&mut keyboard);
    let frame = keyboard.frame(80, 24).text();
    assert!(frame.contains("that again."), "{frame}");
    assert!(!frame.contains("not to."), "{frame}");
}

#[test]
fn hidden_and_back_one_still_looks_and_leaving_keeps_the_words() {
    let (sitting, handed) = begun("just_the_sorry");
    let mut keyboard = Keyboard::at(sitting, Ink::plain());
    keyboard.until("act");
    keyboard.press(WORDS);
    keyboard.press("\x191\r ZQXMARK\x18");
    assert_eq!(keyboard.frame(80, 24).text().trim(), "");
    keyboard.press("b\r");
    assert!(keyboard.frame(80, 24).text().contains("ZQXMARK"));
    keyboard.press("\x11");
    assert!(keyboard.ended.is_some());
    let last = format!("{:?}", handed.borrow().last());
    assert!(last.contains(WORDS) && last.contains("ZQXMARK"), "{last}");
}

#[test]
fn the_drawer_names_the_mirror_only_to_those_who_have_it_out() {
    let named =
        |keyboard: &mut Keyboard<Sitting>| keyboard.frame(80, 24).text().contains("Ctrl+Y  mirror");
    let mut keyboard = looking(WORDS);
    keyboard.press("6\r3\r");
    assert!(!named(&mut keyboard), "{}", keyboard.frame(80, 24).text());
    keyboard.press("\x191\r2\r");
    assert_eq!(keyboard.guide.page().key.ask, *"act");
    assert!(named(&mut keyboard), "{}", keyboard.frame(80, 24).text());
}

/// Whether the mirror may be asked on a page, or is open.
fn has_mirror(page: &Page) -> bool {
    page.glass != Glass::None
}

#[test]
fn where_two_sit_it_opens_only_over_what_one_of_them_writes_and_may_see() {
    let mut keyboard = Keyboard::at(begun_together("crossing").0, Ink::plain());
    let mut seen = [0, 0];
    for _ in 0..400 {
        let page = keyboard.guide.page();
        if has_mirror(&page) {
            let key = &page.key;
            assert!(page.seat.is_some(), "{key:?} belongs to both");
            assert!(
                page.cover != Cover::Hidden && !page.melts,
                "{key:?} is hidden"
            );
            assert_eq!(page.glass, Glass::Away, "{key:?}: each takes it out alone");
            let words = matches!(
                page.ask,
                AskView::Line | AskView::Text | AskView::Blank { .. }
            );
            assert!(words, "{key:?}");
            seen[usize::from(page.cover == Cover::Behind)] += 1;
        }
        keyboard.answer(&mut leading_on);
        if keyboard.ended.is_some() {
            break;
        }
    }
    assert!(seen.iter().all(|pages| *pages > 3), "{seen:?}");
}

#[test]
fn behind_a_curtain_the_writer_sees_their_words_again_and_the_other_has_their_own_mirror() {
    let mut keyboard = Keyboard::at(begun_together("crossing").0, Ink::plain());
    keyboard.until("mirror_meant");
    keyboard.press("You never listen.\x191\r");
    let frame = keyboard.frame(80, 24).text();
    assert!(frame.contains("[You never"), "{frame}");
    keyboard.press("1\r!\r1\r");
    assert_eq!(keyboard.guide.page().key.ask, *"mirror_meant");
    let frame = keyboard.frame(80, 24).text();
    assert!(frame.contains("You never listen.!"), "{frame}");
    assert!(frame.contains("Ctrl+Y  mirror"), "{frame}");
    keyboard.press("\r");
    let curtain = keyboard.frame(80, 24).text();
    assert!(!curtain.contains("never"), "{curtain}");
    assert!(!curtain.contains("Ctrl+Y"), "{curtain}");
    keyboard.take();
    let page = keyboard.guide.page();
    assert_eq!(page.key.ask, *"mirror_heard");
    assert_eq!(page.glass, Glass::Away, "the other has not taken it out");
}

#[test]
fn words_from_before_a_curtain_are_not_looked_at() {
    let mut keyboard = Keyboard::at(begun_together("crossing").0, Ink::plain());
    keyboard.until("mirror_meant");
    keyboard.press("You never listen.\x0f");
    keyboard.press("\x02");
    keyboard.take();
    keyboard.press("\x19");
    let frame = squeezed(&keyboard.frame(80, 24).text());
    assert!(frame.contains("the mirror stays closed too"), "{frame}");
    assert!(!frame.contains("never"), "{frame}");
}

#[test]
fn on_the_way_of_the_one_who_hurts_it_is_away_until_taken_out() {
    let mut keyboard = Keyboard::at(begun("im_the_one_hurting").0, Ink::plain());
    let mut pages = 0;
    while keyboard.ended.is_none() {
        let page = keyboard.guide.page();
        pages += usize::from(has_mirror(&page));
        assert_ne!(page.glass, Glass::Near, "{:?}", page.key);
        keyboard.answer(&mut leading_on);
    }
    assert!(pages > 3, "{pages}");
}
