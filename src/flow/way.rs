//! How far two people have come, in words and never in numbers: the plan of the practice, read from where they are.

use super::Flow;
use crate::words::{Key, Words};

impl Flow {
    /// About how far it is, for two who have a plan of three quarters of an hour, or more.
    pub(super) fn way(&self) -> Option<String> {
        let (at, step_at) = self.state.ground().filter(|_| self.is_pair())?;
        let (mut before, mut all) = (0.0, 0.0);
        for (f, floe) in self.practice().floes.iter().enumerate() {
            for (s, step) in floe.steps.iter().enumerate() {
                if self.walkable(step) {
                    all += step.pair_minutes;
                    before += if (f, s) < (at, step_at) {
                        step.pair_minutes
                    } else {
                        0.0
                    };
                }
            }
        }
        let key = match before / f32::max(all, 1.0) {
            share if share < 0.12 => Key::WayBegin,
            share if share < 0.37 => Key::WayQuarter,
            share if share < 0.62 => Key::WayHalf,
            share if share < 0.85 => Key::WayMost,
            _ => Key::WayEnd,
        };
        Some(Words::of(&self.pack).say(key, &[]))
    }
}
