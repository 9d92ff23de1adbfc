//! The light of a quiet stretch: how much of it is left at a moment, and when it dims next.

use std::time::Duration;

/// It never dims more often.
const OFTEN: Duration = Duration::from_secs(1);

/// Without motion it dims in so many steps.
const STILL: f32 = 4.0;

/// A light that burns. Moments are counted from when the screen was opened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Light {
    /// When it was lit.
    lit: Duration,
    lasts: Duration,
    /// How much of it there was then, from 0 to 1.
    from: f32,
}

/// In what steps it dims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dims {
    /// One after the other of so many cells goes out.
    Cells(usize),
    /// In four steps, for those who want nothing to move.
    Still,
}

impl Light {
    /// A light of this share that goes out in so many seconds.
    pub(super) fn new(now: Duration, seconds: u16, from: f32) -> Self {
        Self {
            lit: now,
            lasts: Duration::from_secs(seconds.into()),
            from: from.clamp(0.0, 1.0),
        }
    }

    /// When it has gone out.
    pub(super) fn ends(&self) -> Duration {
        self.lit + self.lasts
    }

    /// How much of it is left, from 0 to 1.
    pub(super) fn left(&self, now: Duration, dims: Dims) -> f32 {
        if now >= self.ends() {
            return 0.0;
        }
        let gone = self.step(dims) * self.steps_gone(now, dims);
        self.from * (1.0 - gone.as_secs_f32() / self.lasts.as_secs_f32())
    }

    /// When it dims next, or goes out.
    pub(super) fn next(&self, now: Duration, dims: Dims) -> Duration {
        let next = self.lit + self.step(dims) * (self.steps_gone(now, dims) + 1);
        next.min(self.ends())
    }

    fn steps_gone(&self, now: Duration, dims: Dims) -> u32 {
        let gone = now.saturating_sub(self.lit).as_nanos() / self.step(dims).as_nanos().max(1);
        u32::try_from(gone).unwrap_or(u32::MAX / 2)
    }

    /// How long it stays as it is: evenly over the whole time.
    fn step(&self, dims: Dims) -> Duration {
        let steps = match dims {
            #[expect(clippy::cast_precision_loss, reason = "some hundred cells")]
            Dims::Cells(cells) => cells as f32 * self.from,
            Dims::Still => (STILL * self.from).ceil(),
        };
        self.lasts.div_f32(steps.max(1.0)).max(OFTEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn secs(secs: u64) -> Duration {
        Duration::from_secs(secs)
    }

    fn near(one: f32, other: f32) -> bool {
        (one - other).abs() < 0.001
    }

    #[test]
    fn it_dims_by_one_cell_at_a_time_evenly_over_the_turn() {
        let light = Light::new(secs(10), 180, 1.0);
        let dims = Dims::Cells(90);
        assert!(near(light.left(secs(10), dims), 1.0));
        assert_eq!(light.next(secs(10), dims), secs(12));
        assert!(near(light.left(secs(11), dims), 1.0), "not yet");
        assert!(near(light.left(secs(12), dims), 89.0 / 90.0));
        assert!(near(light.left(secs(100), dims), 0.5));
        assert_eq!(light.next(secs(189), dims), light.ends());
        assert!(near(light.left(secs(190), dims), 0.0));
    }

    #[test]
    fn it_never_dims_more_often_than_once_a_second() {
        let light = Light::new(secs(0), 60, 1.0);
        assert_eq!(light.next(secs(0), Dims::Cells(600)), secs(1));
        assert!(near(light.left(secs(30), Dims::Cells(600)), 0.5));
    }

    #[test]
    fn without_motion_it_dims_four_times() {
        let light = Light::new(secs(0), 180, 1.0);
        let times: Vec<_> = [0, 44, 45, 90, 135, 179, 180]
            .map(|at| light.left(secs(at), Dims::Still))
            .into();
        assert_eq!(times, [1.0, 1.0, 0.75, 0.5, 0.25, 0.25, 0.0]);
    }

    #[test]
    fn what_was_left_of_it_dims_as_fast_as_before() {
        let light = Light::new(secs(0), 60, 1.0 / 3.0);
        assert!(near(light.left(secs(0), Dims::Cells(90)), 1.0 / 3.0));
        assert_eq!(light.next(secs(0), Dims::Cells(90)), secs(2));
        assert!(near(light.left(secs(30), Dims::Cells(90)), 1.0 / 6.0));
    }
}
