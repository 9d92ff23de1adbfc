//! The full screen in other languages: nothing of English shows, and wide letters hold the layout.

use crate::frame::{Frame, SIZES, SMALLEST};
use crate::keyboard::{Keyboard, answer, leading_on};
use crate::pseudo;
use crate::world::begun_in;
use floe::content::{Language, Pack, check, library};
use floe::flow::AskView;
use floe::runtime::{Guide as _, Sitting};
use floe::tui::theme::Ink;
use floe::words::KEYS;
use std::sync::Arc;
use unicode_width::UnicodeWidthStr as _;

/// What stands on keys, and a path.
const ANYWHERE: [&str; 8] = [
    "Ctrl+",
    "Enter",
    "Esc",
    "Tab",
    "Alt+",
    "Up/Down",
    "Space",
    "~/.local/share/floe",
];

fn pack(say: fn(&str) -> String) -> Arc<Pack> {
    let files = library::completed(pseudo::files(say), Language::ENGLISH);
    Arc::new(check::pack(&files, KEYS).unwrap())
}

/// Looks at every page of a whole crossing on which only numbers are written.
fn look_at_all(pack: Arc<Pack>, mut look: impl FnMut(&mut Keyboard<Sitting>)) {
    let mut keyboard = Keyboard::at(begun_in(pack, "crossing"), Ink::plain());
    let mut pages = 0;
    while keyboard.ended.is_none() && pages < 300 {
        look(&mut keyboard);
        let page = keyboard.guide.page();
        let keys = match page.ask {
            AskView::Line | AskView::Text | AskView::Blank { .. } => "44\r".to_owned(),
            _ => answer(&page, &mut leading_on),
        };
        keyboard.press(&keys);
        pages += 1;
    }
    assert!(pages > 60, "{pages}");
}

/// The rows with two letters side by side that belong to a sentence.
fn english(frame: &Frame) -> Vec<String> {
    let is_english = |row: &String| {
        let bare = ANYWHERE
            .iter()
            .fold(row.clone(), |row, key| row.replace(key, ""));
        let letters: Vec<bool> = bare.chars().map(|c| c.is_ascii_alphabetic()).collect();
        letters.windows(2).any(|two| two == [true, true])
    };
    frame
        .text()
        .lines()
        .map(str::to_owned)
        .filter(is_english)
        .collect()
}

#[test]
fn no_sentence_of_another_language_is_on_any_screen() {
    look_at_all(pack(pseudo::narrow), |keyboard| {
        for keys in ["", "\x1b", "?", "\x1b", "\x07", "\x1b"] {
            keyboard.press(keys);
            let frame = keyboard.frame(80, 24);
            assert_eq!(english(&frame), [""; 0], "{}", frame.text());
        }
    });
}

/// A prompt or a row without its blanks.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn wide_letters_stay_whole_and_inside_at_every_size() {
    look_at_all(pack(pseudo::wide), |keyboard| {
        for (columns, rows) in SIZES.into_iter().chain([SMALLEST, (41, 13), (59, 17)]) {
            let frame = keyboard.frame(columns, rows);
            assert_eq!(frame.is_sound(), Ok(()), "{}", frame.text());
            for y in 0..rows {
                for x in 0..columns {
                    let width = frame.buffer[(x, y)].symbol().width();
                    if width == 2 {
                        assert!(x + 1 < columns, "cut at {x}, {y}:\n{}", frame.text());
                        let behind = frame.buffer[(x + 1, y)].symbol();
                        assert_eq!(behind, " ", "covered at {x}, {y}:\n{}", frame.text());
                    }
                }
            }
        }
        let prompt = bare(&keyboard.guide.page().prompt);
        for (columns, rows) in SIZES {
            let frame = keyboard.frame(columns, rows);
            assert_eq!(bare(&frame.bold()), prompt, "{}", frame.text());
        }
    });
}
