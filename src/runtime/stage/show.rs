//! The show itself: moves go in, and what stands on the wall follows. No clock, no files, nobody's own words.

use super::moves::{Clock, Move};
use super::script::{Script, Site};
use crate::content::{Id, Pack};
use crate::time::Moment;
use crate::words::{Key, Words};
use std::sync::Arc;

/// A show: a story of the pack, what of it stands on the wall, and how time is counted.
#[derive(Debug, Clone)]
pub struct Show {
    pub(super) pack: Arc<Pack>,
    seed: u32,
    started: Moment,
    pub(super) script: Option<Script>,
    pub(super) over: Over,
    pub(super) frozen: bool,
    /// Somebody has tried a line of their own in this turn.
    pub(super) tried: bool,
    /// Those who play have changed seats.
    pub(super) swapped: bool,
    /// The answer to the last move, for whoever holds the keys.
    pub(super) told: Option<Key>,
    /// What time it is, in seconds since the show was opened.
    pub(super) now: u64,
    pub(super) clock: Clock,
    /// When the timer was set, and when this exercise began.
    pub(super) since: u64,
    pub(super) exercise: u64,
    /// The plan that is followed, and the part of it.
    pub(super) plan: Option<(usize, usize)>,
}

/// Voices in a turn.
const VOICES: usize = 4;

/// What stands on the wall in place of the story's own sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Over {
    Nothing,
    /// What would you do?
    Question,
    /// The voice that was just said; the answer comes next.
    Said(String),
    Landings,
    Inside,
    Whisper,
    /// Whoever answers is in the water, and then what somebody says who loves both.
    Slip {
        reached: bool,
    },
    Seats,
}

impl Show {
    /// Opens a show at the list of stories, or in one of them. None if the pack has none of this id.
    #[must_use]
    pub fn open(pack: Arc<Pack>, story: Option<&Id>, seed: u32, started: Moment) -> Option<Self> {
        let mut show = Self {
            pack,
            seed,
            started,
            script: None,
            over: Over::Nothing,
            frozen: false,
            tried: false,
            swapped: false,
            told: None,
            now: 0,
            clock: Clock::Silent,
            since: 0,
            exercise: 0,
            plan: None,
        };
        if let Some(story) = story {
            let mut offers = show.pack.scenarios.iter();
            let at = offers.position(|offer| offer.id == *story)?;
            show.begin(at);
            show.script.as_ref()?;
        }
        Some(show)
    }

    /// Tells what time it is, in seconds since the show was opened.
    pub fn at(&mut self, seconds: u64) {
        self.now = seconds;
    }

    pub(super) fn words(&self) -> Words<'_> {
        Words::of(&self.pack)
    }

    /// Takes in a move. One that has no place here changes nothing and says why.
    pub fn take(&mut self, does: Move) {
        self.told = None;
        match does {
            Move::Clock(clock) => self.count(clock),
            Move::NextClock => self.count(self.clock.next()),
            Move::Another => self.leave_story(),
            Move::Plan => self.next_plan(),
            Move::Part => self.next_part(),
            Move::Jump(to) => self.jump(to),
            _ if self.script.is_none() => self.told = Some(Key::StageChooseFirst),
            Move::Next if self.frozen => self.frozen = false,
            Move::Next => self.next(),
            Move::Freeze => self.frozen = !self.frozen,
            Move::Say(_) | Move::Slip if self.frozen => self.told = Some(Key::StageIsFrozen),
            Move::Rewind => self.rewind(),
            _ if self.turn().is_none() => self.told = Some(Key::StageOnlyInTurn),
            Move::Say(voice) => self.say(voice),
            Move::Ask => self.cover(Over::Question),
            Move::Tried => {
                self.tried = true;
                self.told = Some(Key::StageTriedNow);
            }
            Move::Landings if !self.tried => self.told = Some(Key::StageTryFirst),
            Move::Landings => self.cover(Over::Landings),
            Move::Inner => self.cover(Over::Inside),
            Move::Whisper => self.cover(Over::Whisper),
            Move::Slip => self.over = Over::Slip { reached: false },
            Move::Swap => {
                self.swapped = !self.swapped;
                self.over = Over::Seats;
            }
        }
    }

    /// What a show that plays by itself does next; None at its end. A voice speaks in every turn, another one each time.
    #[must_use]
    pub fn by_itself(&self) -> Option<Move> {
        match (&self.over, self.site()) {
            (_, None) => Some(Move::Jump(1)),
            (_, Some(Site::End)) => None,
            (Over::Question, Some(Site::Cue(turn))) => Some(Move::Say(turn % VOICES)),
            _ => Some(Move::Next),
        }
    }

    fn count(&mut self, clock: Clock) {
        self.clock = clock;
        self.since = self.now;
    }

    fn begin(&mut self, at: usize) {
        let offer = self.pack.scenarios.get(at);
        let begun =
            offer.and_then(|offer| Script::begin(&self.pack, offer, self.seed, self.started));
        if begun.is_none() {
            self.told = Some(Key::StageNoSuch);
            return;
        }
        self.script = begun;
        self.swapped = false;
        self.arrive();
    }

    fn leave_story(&mut self) {
        self.script = None;
        self.arrive();
    }

    /// On another page nothing of the one before stands any more.
    fn arrive(&mut self) {
        self.over = Over::Nothing;
        self.frozen = false;
        self.tried = false;
        // With a plan, its parts are the exercises.
        if self.plan.is_none() {
            self.exercise = self.now;
        }
    }

    /// Lays something over the sentence; the same again takes it away.
    fn cover(&mut self, over: Over) {
        self.over = if self.over == over {
            Over::Nothing
        } else {
            over
        };
    }

    pub(super) fn site(&self) -> Option<Site> {
        self.script.as_ref().map(Script::site)
    }

    pub(super) fn turn(&self) -> Option<usize> {
        self.site()?.turn()
    }

    fn next(&mut self) {
        match (&self.over, self.site()) {
            (Over::Said(_) | Over::Slip { reached: true }, _) => self.over = Over::Nothing,
            (Over::Slip { reached: false }, _) => self.over = Over::Slip { reached: true },
            (Over::Inside | Over::Whisper | Over::Seats, _) => self.over = Over::Nothing,
            (Over::Nothing, Some(Site::Cue(_))) => self.over = Over::Question,
            (Over::Question, _) if self.tried => self.over = Over::Landings,
            (Over::Landings, Some(Site::Cue(turn))) => {
                if let Some(script) = &mut self.script {
                    script.forward();
                    if script.site() == Site::Waits(turn) {
                        script.forward();
                    }
                }
                self.arrive();
            }
            _ => self.forward(),
        }
    }

    fn forward(&mut self) {
        let turn = self.turn();
        let moved = self.script.as_mut().is_some_and(Script::forward);
        if !moved {
            self.told = Some(Key::StageIsOver);
        }
        self.over = Over::Nothing;
        if self.turn() != turn {
            self.arrive();
        }
    }

    fn say(&mut self, voice: usize) {
        let says = self.script.as_mut().and_then(|script| script.say(voice));
        match says {
            Some(says) => self.over = Over::Said(says),
            None => self.told = Some(Key::StageNoSuch),
        }
    }

    /// Back to where they speak in this turn; from there, to the turn before.
    fn rewind(&mut self) {
        let Some(script) = &mut self.script else {
            return;
        };
        let turn = match script.site() {
            Site::Cue(turn) if self.over == Over::Nothing => turn.checked_sub(1),
            Site::Holds | Site::Who => None,
            Site::Close | Site::After | Site::End => script.turns().checked_sub(1),
            site => site.turn(),
        };
        match turn {
            Some(turn) => {
                script.back_to(turn);
                self.arrive();
            }
            None => self.told = Some(Key::StageNoTurnBefore),
        }
    }

    fn jump(&mut self, to: usize) {
        let Some(at) = to.checked_sub(1) else {
            return;
        };
        let Some(script) = &mut self.script else {
            return self.begin(at);
        };
        if at >= script.turns() {
            self.told = Some(Key::StageNoSuch);
            return;
        }
        match script.site() {
            Site::Holds | Site::Who => script.on_to(at),
            site if site.turn().is_some_and(|turn| turn < at) => script.on_to(at),
            _ => script.back_to(at),
        }
        self.arrive();
    }
}
