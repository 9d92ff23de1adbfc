//! The river while it moves: when it does, when it must not, and what it looks like on the way.

use crate::frame::SIZES;
use crate::keyboard::{Keyboard, leading_on};
use crate::pictures::hold;
use crate::world::{begun, begun_together, letting_go};
use floe::runtime::{Guide, Sitting};
use floe::tui::Look;
use floe::tui::theme::Ink;

/// Longer than anything moves.
const LONG: u64 = 20_000;

fn look(motion: bool) -> Look {
    let ink = Ink::plain();
    Look { ink, motion }
}

/// On the page of this ask, where things may move or not; as a terminal does, it draws every page.
fn on(ask: &str, motion: bool) -> Keyboard<Sitting> {
    let (sitting, _) = begun("crossing");
    let mut keyboard = Keyboard::looking(sitting, look(motion));
    keyboard.frame(80, 24);
    keyboard.until(ask);
    keyboard.frame(80, 24);
    keyboard
}

fn is_at_rest<G: Guide>(keyboard: &Keyboard<G>) -> bool {
    keyboard.ui.wakes().is_none()
}

#[test]
fn a_clip_ends_by_itself_on_the_picture_that_lies_still() {
    for ask in ["title", "relation", "give_back", "weather"] {
        let mut moving = on(ask, true);
        let mut still = on(ask, false);
        assert!(!is_at_rest(&moving), "{ask}");
        assert!(is_at_rest(&still), "{ask}");
        moving.wait(LONG);
        assert!(is_at_rest(&moving), "{ask}");
        for (columns, rows) in SIZES {
            let pictures = [&mut moving, &mut still].map(|k| k.frame(columns, rows).text());
            assert_eq!(pictures[0], pictures[1], "{ask}");
        }
    }
}

#[test]
fn it_moves_in_between() {
    let mut keyboard = on("give_back", true);
    let mut pictures = Vec::new();
    for _ in 0..24 {
        pictures.push(keyboard.frame(120, 40).text());
        keyboard.wait(250);
    }
    pictures.dedup();
    assert!(pictures.len() > 4, "{} pictures", pictures.len());
}

#[test]
fn any_key_ends_it_at_its_last_frame() {
    for key in ["a", "\x1b", "\t", "\x07", "←"] {
        let [moving, still] = [true, false].map(|motion| {
            let mut keyboard = on("give_back", motion);
            keyboard.wait(600);
            keyboard.press(key);
            assert!(is_at_rest(&keyboard), "{key:?}");
            keyboard.frame(80, 24).text()
        });
        assert_eq!(moving, still, "{key:?}");
    }
}

#[test]
fn a_paste_ends_it() {
    let mut keyboard = on("give_back", true);
    keyboard.ui.paste("words of mine");
    assert!(is_at_rest(&keyboard));
}

#[test]
fn behind_another_window_nothing_moves() {
    let mut keyboard = on("relation", true);
    keyboard.ui.in_front(false);
    assert!(is_at_rest(&keyboard), "it stops");
    keyboard.press("1\r");
    assert!(is_at_rest(&keyboard), "and begins nothing");
    keyboard.ui.in_front(true);
    assert!(is_at_rest(&keyboard), "and coming back is no step");
    keyboard.press("1\r");
    keyboard.frame(80, 24);
    assert!(!is_at_rest(&keyboard), "the next step is");
}

#[test]
fn over_a_slow_line_nothing_moves_any_more() {
    let mut keyboard = on("relation", true);
    keyboard.ui.lie_still();
    assert!(is_at_rest(&keyboard));
    keyboard.press("1\r");
    keyboard.frame(80, 24);
    assert!(is_at_rest(&keyboard));
}

#[test]
fn the_hidden_screen_lies_still() {
    let mut keyboard = on("relation", true);
    keyboard.press("\x18");
    keyboard.frame(80, 24);
    assert!(is_at_rest(&keyboard));
    keyboard.press("a");
    keyboard.frame(80, 24);
    assert!(is_at_rest(&keyboard));
}

#[test]
fn a_jump_on_the_way() {
    let (sitting, _) = begun_together("crossing");
    let mut keyboard = Keyboard::looking(sitting, look(true));
    for _ in 0..400 {
        keyboard.frame(80, 24);
        if keyboard.guide.page().scene.at == 2 {
            break;
        }
        keyboard.answer(&mut leading_on);
    }
    keyboard.wait(400);
    hold("moving_jump", &mut keyboard);
    let on_the_way = keyboard.frame(80, 24).text();
    keyboard.wait(LONG);
    assert_ne!(on_the_way, keyboard.frame(80, 24).text());
}

#[test]
fn a_hand_on_the_way() {
    let mut keyboard = on("give_back", true);
    keyboard.press("\x0f\r");
    keyboard.wait(LONG);
    keyboard.press("2\r");
    keyboard.wait(500);
    hold("moving_fall", &mut keyboard);
    keyboard.wait(500);
    hold("moving_hand", &mut keyboard);
}

#[test]
fn the_far_bank_on_its_way() {
    let mut keyboard = Keyboard::looking(letting_go(), look(true));
    keyboard.frame(80, 24);
    keyboard.wait(1_800);
    hold("moving_far_bank", &mut keyboard);
}
