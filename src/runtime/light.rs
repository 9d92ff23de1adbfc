//! The light of quiet stretches: how long it burns, and what is left of it for people who step away and come back.

use crate::flow::{PageKey, PaneView};
use crate::time::Moment;
use crate::words::{Key, Words};
use std::collections::HashMap;

/// The light that burns now, and those that wait on pages somebody stepped away from.
#[derive(Default)]
pub(super) struct Lights {
    /// When the one that burns will have gone out.
    until: Option<Moment>,
    /// Seconds left of the others.
    waiting: HashMap<PageKey, u16>,
}

impl Lights {
    /// A light burns for so many seconds.
    pub(super) fn burn(&mut self, seconds: u16, now: Moment) {
        self.until = Some(now.later(seconds));
    }

    /// Somebody went on from it.
    pub(super) fn end(&mut self) {
        self.until = None;
    }

    /// Somebody stepped away from a page: its light waits for them.
    pub(super) fn wait(&mut self, on: &PageKey, now: Moment) {
        if let Some(until) = self.until.take() {
            let left = until.seconds_after(now);
            let left = u16::try_from(left).unwrap_or(u16::MAX);
            self.waiting.insert(on.clone(), left);
        }
    }

    /// The seconds left of the light of a page, if somebody stepped away from it.
    pub(super) fn take_up(&mut self, on: &PageKey) -> Option<u16> {
        self.waiting.remove(on)
    }

    /// How much of the light is left, for somebody who asks; None if none burns.
    pub(super) fn told(&self, now: Moment, words: Words<'_>) -> Option<PaneView> {
        let seconds = self.until?.seconds_after(now);
        let left = match seconds {
            0 => words.say(Key::LightLow, &[]),
            1..=60 => words.say(Key::LightSeconds, &[]),
            _ => {
                let minutes = seconds.div_ceil(60).to_string();
                words.say(Key::LightMinutes, &[("n", &minutes)])
            }
        };
        Some(PaneView {
            title: words.say(Key::LightTitle, &[]),
            paragraphs: vec![left],
        })
    }
}
