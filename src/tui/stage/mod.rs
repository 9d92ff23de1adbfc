//! The wall of a room and the notes beside it, on the full screen: what stands there, and what keys do.

mod big;
mod font;
mod notes;
mod wall;

pub(super) use notes::Beside;
pub(super) use wall::OnWall;

use super::keys::{Bound, bound};
use super::ui::Asked;
use crate::runtime::stage::Move;
use crate::runtime::{Action, Ended};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::Rect;
use std::time::Duration;

/// Something the full screen shows that nobody writes on.
pub(super) trait Scene {
    /// Draws it.
    fn draw(&mut self, area: Rect, buffer: &mut Buffer);
    /// Does what a key means.
    fn press(&mut self, pressed: Pressed);
    /// The bell rang: something happened elsewhere.
    fn rang(&mut self);
    /// Does what has come due.
    fn due(&mut self);
    /// In how long it changes by itself.
    fn wakes(&self) -> Option<Duration>;
}

/// What a key means there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pressed {
    /// A move of the show.
    Does(Move),
    /// Opens or closes the notes and the keys.
    Notes,
    /// A screen that says nothing, or back from it.
    Hide,
    /// Up or down by so many rows.
    Scroll(isize),
    /// Nothing.
    Nothing,
}

/// What a key means: leaving and the shell are the loop's, the rest is the scene's. The keys of the small remotes people
/// hold are there too.
pub(super) fn meaning(event: &KeyEvent) -> Result<Pressed, Asked> {
    if event.kind == KeyEventKind::Release {
        return Ok(Pressed::Nothing);
    }
    let plain = (event.modifiers - KeyModifiers::SHIFT).is_empty();
    match (event.code, bound(event)) {
        (_, Some(Bound::Do(Action::Leave))) => Err(Asked {
            ends: Some(Ended::Left),
            suspends: false,
        }),
        (_, Some(Bound::Suspend)) => Err(Asked {
            ends: None,
            suspends: true,
        }),
        (_, Some(Bound::Hide)) => Ok(Pressed::Hide),
        (_, Some(Bound::Menu | Bound::Do(Action::Help))) => Ok(Pressed::Notes),
        (KeyCode::Enter | KeyCode::Right | KeyCode::PageDown, _) => Ok(Pressed::Does(Move::Next)),
        (KeyCode::Backspace | KeyCode::Left | KeyCode::PageUp, _) => {
            Ok(Pressed::Does(Move::Rewind))
        }
        (KeyCode::Up, _) => Ok(Pressed::Scroll(-1)),
        (KeyCode::Down, _) => Ok(Pressed::Scroll(1)),
        (KeyCode::Char('n' | 'N' | '?'), _) if plain => Ok(Pressed::Notes),
        (KeyCode::Char(key), _) if plain => {
            Ok(Move::of_key(key).map_or(Pressed::Nothing, Pressed::Does))
        }
        _ => Ok(Pressed::Nothing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::stage::TABLE;

    fn press(code: KeyCode, with: KeyModifiers) -> Result<Pressed, Asked> {
        meaning(&KeyEvent::new(code, with))
    }

    #[test]
    fn every_move_has_its_key_here() {
        for control in TABLE {
            let key = press(KeyCode::Char(control.key), KeyModifiers::NONE);
            assert_eq!(key, Ok(Pressed::Does(control.does)));
        }
    }

    #[test]
    fn no_letter_leaves_and_nothing_with_ctrl_is_a_move() {
        for letter in 'a'..='z' {
            let plain = press(KeyCode::Char(letter), KeyModifiers::NONE);
            assert!(plain.is_ok(), "{letter}");
            let ctrl = press(KeyCode::Char(letter), KeyModifiers::CONTROL);
            assert!(!matches!(ctrl, Ok(Pressed::Does(_))), "{letter}");
        }
        let left = press(KeyCode::Char('q'), KeyModifiers::CONTROL).unwrap_err();
        assert_eq!(left.ends, Some(Ended::Left));
    }
}
