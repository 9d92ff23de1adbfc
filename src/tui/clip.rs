//! What moves for a moment after somebody did something: which picture it comes from, which of its frames is due,
//! and when the next one is. A clip ends by itself, on the picture as it lies still.

use crate::flow::{Ice, Page, Scene};
use crate::session::Seat;
use std::time::Duration;
use zeroize::Zeroize;

/// No two frames are closer to each other.
const LEAST: Duration = Duration::from_millis(125);

/// The frames in which water and plates settle; they end every clip.
const SETTLES: u32 = 15;
/// How long each of those stays.
const SETTLING: Duration = Duration::from_millis(250);

/// The river of a page, lying still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Still {
    pub(super) scene: Scene,
    pub(super) ice: Ice,
}

impl Still {
    pub(super) fn of(page: &Page) -> Self {
        Self {
            scene: page.scene.clone(),
            ice: page.ice,
        }
    }
}

impl Drop for Still {
    /// The words over the far bank are somebody's.
    fn drop(&mut self) {
        self.scene.far_words.zeroize();
    }
}

/// What happens between two pictures, before the water settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moves {
    /// Nothing: water breathes, plates sway.
    Settle,
    /// To the floe beside this one.
    Jump,
    /// To a bank, or from it: there is ground to walk on.
    Shore,
    /// The ice tilts, and they stand apart.
    Tilt,
    /// They lean in, and the ice lies level.
    Level,
    /// The ice tilts, and somebody falls.
    Fall(Seat),
    /// Somebody slips from ice that tilts already.
    Slip,
    /// An arm is held out.
    Reach,
    /// Somebody is pulled out.
    Out(Seat),
    /// The far bank goes.
    LetGo,
}

impl Moves {
    /// What leads from one picture to another.
    pub(super) fn between(from: &Still, to: &Still) -> Self {
        let (before, after) = (&from.scene, &to.scene);
        let shape = |scene: &Scene| (scene.seed, scene.places, scene.seats, scene.far_bank);
        if shape(before) != shape(after) {
            return Self::Settle;
        }
        if before.at.abs_diff(after.at) == 1 {
            let ends = [before.at, after.at];
            let last = after.places.saturating_sub(1);
            return if ends.contains(&0) || ends.contains(&last) {
                Self::Shore
            } else {
                Self::Jump
            };
        }
        match (from.ice, to.ice) {
            _ if before.at != after.at => Self::Settle,
            (Ice::Steady, Ice::Tilting(_)) => Self::Tilt,
            (Ice::Tilting(_), Ice::Steady) => Self::Level,
            (Ice::Steady, Ice::Water(seat)) => Self::Fall(seat),
            (Ice::Tilting(one), Ice::Water(other)) if one == other => Self::Slip,
            (Ice::Water(one), Ice::Water(other)) if one == other => {
                if after.reach && !before.reach {
                    Self::Reach
                } else {
                    Self::Settle
                }
            }
            (Ice::Water(seat), Ice::Steady) => Self::Out(seat),
            _ => Self::Settle,
        }
    }

    /// How many frames it takes, and how long each of them stays.
    pub(super) const fn pace(self) -> (u32, Duration) {
        match self {
            Self::Settle => (0, LEAST),
            Self::Jump => (8, LEAST),
            Self::Shore => (12, LEAST),
            Self::Tilt | Self::Level => (1, Duration::from_millis(400)),
            Self::Slip | Self::Reach => (2, Duration::from_millis(400)),
            Self::Out(_) => (3, Duration::from_millis(400)),
            Self::Fall(_) => (4, Duration::from_millis(400)),
            Self::LetGo => (16, SETTLING),
        }
    }
}

/// A frame of a clip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shot {
    /// Of what leads from one picture to the other, counted from 0.
    Moving(u32),
    /// Of what follows, counted from 1.
    Settling(u32),
}

/// A clip that runs. Moments are counted from when the screen was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clip {
    /// Where it comes from. Where it goes to is the page's own picture.
    pub(super) from: Still,
    pub(super) moves: Moves,
    began: Duration,
}

impl Clip {
    /// One that begins now.
    pub(super) const fn new(from: Still, moves: Moves, now: Duration) -> Self {
        Self {
            from,
            moves,
            began: now,
        }
    }

    /// The frame that is due; None once the picture lies still.
    pub(super) fn shot(&self, now: Duration) -> Option<Shot> {
        let (frames, each) = self.moves.pace();
        let passed = now.saturating_sub(self.began);
        let moving = each * frames;
        if passed < moving {
            return Some(Shot::Moving(whole(passed, each)));
        }
        let settling = whole(passed - moving, SETTLING) + 1;
        (settling <= SETTLES).then_some(Shot::Settling(settling))
    }

    /// When the next frame is due, or the picture lies still; None if it does already. However late the last frame
    /// came, the next one keeps its distance.
    pub(super) fn next(&self, now: Duration) -> Option<Duration> {
        let (frames, each) = self.moves.pace();
        let settles = self.began + each * frames;
        let next = match self.shot(now)? {
            Shot::Moving(frame) => self.began + each * (frame + 1),
            Shot::Settling(frame) => settles + SETTLING * frame,
        };
        Some(next.max(now + LEAST))
    }
}

/// How often a length fits into another.
fn whole(passed: Duration, each: Duration) -> u32 {
    u32::try_from(passed.as_nanos() / each.as_nanos().max(1)).unwrap_or(u32::MAX - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EVERY: [Moves; 10] = [
        Moves::Settle,
        Moves::Jump,
        Moves::Shore,
        Moves::Tilt,
        Moves::Level,
        Moves::Fall(Seat::First),
        Moves::Slip,
        Moves::Reach,
        Moves::Out(Seat::Second),
        Moves::LetGo,
    ];

    fn on(at: usize, ice: Ice) -> Still {
        let scene = Scene {
            seed: 7,
            places: 11,
            at,
            seats: 2,
            reach: false,
            far_words: None,
            far_bank: true,
        };
        Still { scene, ice }
    }

    fn reaching(ice: Ice) -> Still {
        let mut still = on(3, ice);
        still.scene.reach = true;
        still
    }

    /// What is drawn, and when, by somebody who is late by these milliseconds each time.
    fn played(moves: Moves, late: impl IntoIterator<Item = u64>) -> Vec<(Duration, Option<Shot>)> {
        let opened = Duration::from_secs(5);
        let clip = Clip::new(on(3, Ice::Steady), moves, opened);
        let mut drawn = vec![(opened, clip.shot(opened))];
        let mut late = late.into_iter();
        let mut now = opened;
        while let Some(next) = clip.next(now) {
            now = next + Duration::from_millis(late.next().unwrap_or(0));
            drawn.push((now, clip.shot(now)));
        }
        drawn
    }

    #[test]
    fn every_frame_is_seen_once_and_then_the_picture_lies_still() {
        for moves in EVERY {
            let (frames, each) = moves.pace();
            let moving = (0..frames).map(|frame| Some(Shot::Moving(frame)));
            let settling = (1..=SETTLES).map(|frame| Some(Shot::Settling(frame)));
            let due: Vec<_> = moving.chain(settling).chain([None]).collect();
            let drawn = played(moves, []);
            let shots: Vec<_> = drawn.iter().map(|(_, shot)| *shot).collect();
            assert_eq!(shots, due, "{moves:?}");
            let took = drawn.last().unwrap().0 - drawn[0].0;
            assert_eq!(took, each * frames + SETTLING * SETTLES, "{moves:?}");
            assert!(took < Duration::from_secs(9), "{moves:?} takes {took:?}");
        }
    }

    proptest! {
        #[test]
        fn never_more_than_eight_frames_a_second_and_always_an_end(
            moves in prop::sample::select(EVERY.to_vec()),
            late in prop::collection::vec(0..900_u64, 0..60),
        ) {
            let drawn = played(moves, late);
            for frames in drawn.windows(9) {
                prop_assert!(frames[8].0 - frames[0].0 >= Duration::from_secs(1));
            }
            prop_assert_eq!(drawn.last().unwrap().1, None);
            prop_assert!(drawn.iter().rev().skip(1).all(|(_, shot)| shot.is_some()));
        }
    }

    #[test]
    fn a_change_of_the_picture_says_what_moves() {
        use Ice::{Banks, Steady, Tilting, Water};
        let (first, second) = (Seat::First, Seat::Second);
        for (from, to, moves) in [
            (on(3, Steady), on(3, Steady), Moves::Settle),
            (on(3, Steady), on(4, Steady), Moves::Jump),
            (on(4, Steady), on(3, Steady), Moves::Jump),
            (on(0, Steady), on(1, Steady), Moves::Shore),
            (on(9, Steady), on(10, Steady), Moves::Shore),
            (on(3, Steady), on(6, Steady), Moves::Settle),
            (on(3, Steady), on(3, Tilting(first)), Moves::Tilt),
            (on(3, Tilting(first)), on(3, Steady), Moves::Level),
            (on(3, Steady), on(3, Water(second)), Moves::Fall(second)),
            (on(3, Tilting(first)), on(3, Water(first)), Moves::Slip),
            (on(3, Water(first)), reaching(Water(first)), Moves::Reach),
            (reaching(Water(first)), on(3, Steady), Moves::Out(first)),
            (on(3, Water(first)), on(3, Water(second)), Moves::Settle),
            (on(3, Tilting(first)), on(3, Banks), Moves::Settle),
        ] {
            assert_eq!(Moves::between(&from, &to), moves, "{from:?} to {to:?}");
        }
        let mut other = on(4, Steady);
        other.scene.seed = 8;
        let moves = Moves::between(&on(3, Steady), &other);
        assert_eq!(moves, Moves::Settle, "another river");
    }
}
