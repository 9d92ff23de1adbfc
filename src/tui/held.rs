//! A key that has turned a page and is still held down turns no other one. Whoever leans on Enter gets no further than
//! the page they saw and perhaps one more, and what that one took can be taken back.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::time::{Duration, Instant};

/// A key that is held comes again sooner than this: desktops repeat every 25 to 40 milliseconds, consoles every 92.
/// Nobody reads a page in less.
pub(super) const REPEATS: Duration = Duration::from_millis(120);

/// The key that came last, and what it has done.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Held {
    last: Option<(KeyCode, KeyModifiers, Instant)>,
    turned: bool,
}

impl Held {
    /// Whether a key that comes now is one that was held down since it turned a page; it does nothing then.
    pub(super) fn is_still(&mut self, key: &KeyEvent, now: Instant) -> bool {
        let repeats = self.last.is_some_and(|(code, modifiers, at)| {
            (code, modifiers) == (key.code, key.modifiers) && now < at + REPEATS
        });
        self.last = Some((key.code, key.modifiers, now));
        self.turned &= repeats;
        self.turned
    }

    /// The key that came last has turned the page.
    pub(super) fn turned(&mut self) {
        self.turned = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTER: KeyEvent = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
    const LETTER: KeyEvent = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);

    #[test]
    fn a_key_that_turned_a_page_does_nothing_until_it_was_let_go() {
        let (mut held, start) = (Held::default(), Instant::now());
        let at = |ms| start + Duration::from_millis(ms);
        assert!(!held.is_still(&ENTER, at(0)));
        held.turned();
        for repeat in 1..100 {
            assert!(held.is_still(&ENTER, at(33 * repeat)), "{repeat}");
        }
        assert!(!held.is_still(&ENTER, at(33 * 99 + 120)), "pressed anew");
    }

    #[test]
    fn another_key_or_a_page_that_stays_holds_nothing_back() {
        let (mut held, start) = (Held::default(), Instant::now());
        assert!(!held.is_still(&LETTER, start));
        assert!(!held.is_still(&LETTER, start), "letters may be held");
        assert!(!held.is_still(&ENTER, start));
        held.turned();
        assert!(!held.is_still(&LETTER, start), "it is for the next page");
        assert!(!held.is_still(&ENTER, start), "and this ends it");
    }
}
