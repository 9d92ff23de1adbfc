//! When the river moves on this screen: after somebody did something, for a moment, where it may.

use super::clip::{Clip, Moves, Shot, Still};
use super::ui::Ui;
use crate::flow::AskView;
use std::time::Duration;

impl Ui {
    /// Begins the clip that leads from a picture to the page's, if anything may move on it. Where a light burns, that is
    /// the motion; a curtain has none.
    pub(super) fn moves_from(&mut self, from: Still) {
        let moves = Moves::between(&from, &Still::of(&self.page));
        self.begin(from, moves);
    }

    /// Begins what a screen opens with: the water settles, and a far bank that is let go goes now.
    pub(super) fn moves_in(&mut self) {
        let is_first = matches!(&self.page.at, Some(at) if at.floe == 1 && at.step == 1);
        let moves = if is_first && !self.page.scene.far_bank {
            Moves::LetGo
        } else {
            Moves::Settle
        };
        self.begin(Still::of(&self.page), moves);
    }

    fn begin(&mut self, from: Still, moves: Moves) {
        let rests = matches!(
            self.page.ask,
            AskView::Quiet { .. } | AskView::Curtain { .. }
        );
        let may = self.look.motion && !self.away && !rests && !self.is_hidden();
        self.clip = may.then(|| Clip::new(from, moves, self.now));
    }

    /// The frame of the clip that is due; None while the picture lies still.
    pub(super) fn shot(&self) -> Option<Shot> {
        self.clip.as_ref().and_then(|clip| clip.shot(self.now))
    }

    /// When the next frame is due, where there is a river to be seen.
    pub(super) fn next_frame(&self) -> Option<Duration> {
        let clip = self.clip.as_ref().filter(|_| self.river.is_some())?;
        clip.next(self.now)
    }

    /// Whether the window is the one in front. In another nothing moves, and a clip is over.
    pub fn in_front(&mut self, is: bool) {
        self.away = !is;
        if self.away {
            self.clip = None;
        }
    }

    /// Nothing moves on this screen any more: the line to it is slow.
    pub fn lie_still(&mut self) {
        self.look.motion = false;
        self.clip = None;
    }
}
