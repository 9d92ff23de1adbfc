//! When a curtain takes a key: one that was meant for the page before, or is still held down, opens nothing.

use super::held::REPEATS;
use std::time::Duration;

/// For so long after it was drawn, and after a key that came too soon, it takes none.
const CLOSED: Duration = Duration::from_millis(300);

/// A curtain in front of somebody. Moments are counted from when the screen was opened.
#[derive(Default)]
pub(super) struct Curtain {
    /// Since when it waits for quiet; None until it was drawn.
    since: Option<Duration>,
    /// When Enter was pressed.
    pressed: Option<Duration>,
}

impl Curtain {
    /// It stands on the screen.
    pub(super) fn drawn(&mut self, now: Duration) {
        self.since.get_or_insert(now);
    }

    /// Whether it takes a key that comes now. If not, the wait begins anew.
    pub(super) fn takes(&mut self, now: Duration) -> bool {
        let held = self.pressed.take().is_some();
        let is_quiet = self.since.is_some_and(|since| now >= since + CLOSED);
        if self.since.is_some() && (held || !is_quiet) {
            self.since = Some(now);
        }
        is_quiet && !held
    }

    /// Somebody wants it open. It opens unless the key turns out to be a held one.
    pub(super) fn press(&mut self, now: Duration) {
        self.pressed = Some(now);
    }

    /// When it opens: a key that has stayed alone for so long was pressed on purpose. None if nobody has pressed.
    pub(super) fn opens(&self) -> Option<Duration> {
        self.pressed.map(|pressed| pressed + REPEATS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn it_takes_no_key_before_it_was_drawn_and_for_a_while_after() {
        let mut curtain = Curtain::default();
        assert!(!curtain.takes(ms(5_000)), "nobody has seen it yet");
        curtain.drawn(ms(5_000));
        curtain.drawn(ms(5_200));
        assert!(!curtain.takes(ms(5_299)));
        assert!(!curtain.takes(ms(5_598)), "the wait began anew");
        assert!(curtain.takes(ms(5_898)));
    }

    #[test]
    fn a_key_that_stays_alone_opens_it_and_a_held_one_does_not() {
        let mut curtain = Curtain::default();
        curtain.drawn(ms(0));
        assert!(curtain.takes(ms(500)));
        curtain.press(ms(500));
        assert_eq!(curtain.opens(), Some(ms(620)));
        assert!(!curtain.takes(ms(533)), "held");
        assert_eq!(curtain.opens(), None);
        for repeat in 0..100 {
            assert!(!curtain.takes(ms(566 + 33 * repeat)));
        }
    }
}
