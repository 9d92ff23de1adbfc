//! How far two people have come, in words and never in numbers: the plan of the practice, read from where they are.

use super::Flow;
use crate::words::{Key, Words};

impl Flow {
    /// About how far it is, for two who have a plan of three quarters of an hour, or more.
    pub(super) fn way(&self) -> Option<String> {
        let (at, step_at) = self.state.ground().filter(|_| self.is_pair())?;
        let walked = self.walked_floes();
        let visit = self.visit_at(self.state.below());
        let here = (visit.map_or(at, |visit| visit.floe), visit);
        let here = walked.iter().position(|floe| *floe == here).unwrap_or(0);
        let (mut before, mut all) = (0.0, 0.0);
        for (f, (floe, _)) in walked.iter().enumerate() {
            let steps = self.practice().floes.get(*floe).map(|floe| &floe.steps);
            for (s, step) in steps.into_iter().flatten().enumerate() {
                if self.walkable(step) {
                    all += step.pair_minutes;
                    before += if (f, s) < (here, step_at) {
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
