//! The notes of whoever shows a room: what stands on the wall, what comes next, a line for the room, and the time.
//!
//! They are data, so that a second terminal can be handed them as they are.

use super::moves::{Clock, Move};
use super::script::{Script, Site};
use super::show::{Over, Show};
use crate::words::{Key, Words};
use serde::{Deserialize, Serialize};

/// The version of the notes two terminals hand each other.
pub const FORMAT: u32 = 1;

/// The notes as they stand now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notes {
    /// The version of this shape.
    pub format: u32,
    /// Where the story is.
    pub place: String,
    /// The answer to the last move.
    pub told: Option<String>,
    /// What there is to know, in order.
    pub sections: Vec<Section>,
    /// Seconds since the show was opened.
    pub elapsed: u64,
    /// How time is counted.
    pub clock: Clock,
    /// When the timer was set, in the same seconds.
    pub since: u64,
    /// When this exercise began.
    pub exercise: u64,
    /// How long it is to take, in minutes, where a plan says so.
    pub minutes: Option<u16>,
}

/// One thing to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// What it is.
    pub title: String,
    /// The thing itself.
    pub lines: Vec<String>,
}

impl Notes {
    /// How long it has been, and what the timer says, so many seconds after these notes were taken.
    #[must_use]
    pub fn time(&self, later: u64, words: Words<'_>) -> String {
        let now = self.elapsed.saturating_add(later);
        let minutes = (now / 60).to_string();
        let mut told = words.say(Key::StageElapsed, &[("n", &minutes)]);
        let since = now.saturating_sub(self.since);
        let timer = match self.clock {
            Clock::Silent => return told,
            Clock::Up => (Key::StageTimerUp, since),
            Clock::Each => {
                let begun = now.saturating_sub(self.exercise);
                match self.minutes {
                    Some(minutes) => down(minutes, begun),
                    None => (Key::StageTimerEach, begun),
                }
            }
            Clock::Down(minutes) => down(minutes, since),
        };
        let (key, seconds) = timer;
        let shown = format!("{}:{:02}", seconds / 60, seconds % 60);
        told.push_str("   ");
        told.push_str(&words.say(key, &[("time", &shown)]));
        told
    }

    /// Whether what [`Self::time`] says changes from second to second.
    #[must_use]
    pub fn ticks(&self, later: u64) -> bool {
        let now = self.elapsed.saturating_add(later);
        let (minutes, since) = match (self.clock, self.minutes) {
            (Clock::Silent, _) => return false,
            (Clock::Up, _) | (Clock::Each, None) => return true,
            (Clock::Each, Some(minutes)) => (minutes, self.exercise),
            (Clock::Down(minutes), _) => (minutes, self.since),
        };
        now.saturating_sub(since) < u64::from(minutes) * 60
    }
}

/// What is left of so many minutes, after so many seconds.
fn down(minutes: u16, seconds: u64) -> (Key, u64) {
    match (u64::from(minutes) * 60).saturating_sub(seconds) {
        0 => (Key::StageTimerOver, 0),
        left => (Key::StageTimerDown, left),
    }
}

impl Show {
    /// The notes as they stand now.
    #[must_use]
    pub fn notes(&self) -> Notes {
        let words = self.words();
        Notes {
            format: FORMAT,
            place: self.place(),
            told: self.told.map(|key| words.say(key, &[])),
            sections: self.sections(),
            elapsed: self.now,
            clock: self.clock,
            since: self.since,
            exercise: self.exercise,
            minutes: self.minutes(),
        }
    }

    fn place(&self) -> String {
        let words = self.words();
        let Some(script) = &self.script else {
            return words.say(Key::StageNoStory, &[]);
        };
        let turns = script.turns().to_string();
        let title = [("title", script.title.as_str()), ("turns", &turns)];
        match self.turn() {
            Some(turn) => {
                let n = (turn + 1).to_string();
                words.say(Key::StagePlaceTurn, &[&title[..], &[("n", &n)]].concat())
            }
            None => words.say(Key::StagePlace, &title),
        }
    }

    fn sections(&self) -> Vec<Section> {
        let words = self.words();
        let section = |title: Key, lines: Vec<String>| Section {
            title: words.say(title, &[]),
            lines,
        };
        let mut sections = vec![section(Key::StageOnWall, lines_of(self))];
        sections.extend(self.planned());
        let Some(script) = &self.script else {
            sections.push(section(
                Key::StageForRoom,
                vec![words.say(Key::StageRoomChoose, &[])],
            ));
            return sections;
        };
        if script.site() == Site::Who {
            sections.push(section(Key::StageReadAloud, script.page().notes.clone()));
        }
        sections.push(section(Key::StageForRoom, vec![self.for_room(script)]));
        let mut next = self.clone();
        next.take(Move::Next);
        if next.told.is_none() {
            sections.push(section(Key::StageNext, lines_of(&next)));
        }
        let inside = script.inside();
        if !inside.is_empty() && self.over != Over::Inside {
            sections.push(section(Key::StageInsideHidden, inside));
        }
        let voices = script.landings().into_iter().zip('a'..);
        let voices: Vec<String> = voices
            .map(|(landing, letter)| format!("{letter}. {} {}", landing.says, landing.reply))
            .collect();
        if !voices.is_empty() {
            sections.push(section(Key::StageVoices, voices));
        }
        sections.push(section(Key::StageSitting, vec![self.seats(script)]));
        sections
    }

    /// Who plays whom.
    fn seats(&self, script: &Script) -> String {
        let [me, other] = script.cast();
        let (first, second) = if self.swapped {
            (other, me)
        } else {
            (me, other)
        };
        let blanks = [("first", first), ("second", second)];
        self.words().say(Key::StageWhoSits, &blanks)
    }

    /// Something whoever shows it can say to the room.
    fn for_room(&self, script: &Script) -> String {
        let key = match (&self.over, script.site()) {
            _ if self.frozen => Key::StageRoomFrozen,
            (Over::Question, _) => Key::StageRoomQuestion,
            (Over::Said(_), _) => Key::StageRoomSaid,
            (Over::Landings, _) => Key::StageRoomLandings,
            (Over::Slip { .. }, _) | (Over::Nothing, Site::Hand(_)) => Key::StageRoomSlip,
            (Over::Inside, _) => Key::StageRoomInside,
            (_, Site::Holds) => Key::StageRoomHolds,
            (_, Site::Who) => Key::StageRoomWho,
            (_, Site::Cue(_)) => Key::StageRoomCue,
            (_, Site::Reply(_) | Site::Hand(_)) => Key::StageRoomReply,
            (_, Site::Waits(_)) => Key::StageRoomWaits,
            (_, Site::Close) => Key::StageRoomClose,
            (_, Site::After) => Key::StageRoomAfter,
            (_, Site::End) => Key::StageRoomEnd,
        };
        let [me, other] = script.cast();
        self.words().say(key, &[("me", me), ("other", other)])
    }
}

/// What stands on a wall, in lines, with who says it.
fn lines_of(show: &Show) -> Vec<String> {
    let wall = show.wall();
    let mut lines: Vec<String> = wall.frozen.into_iter().collect();
    let mut says = wall.says.into_iter();
    match wall.label {
        Some(label) if wall.is_list => {
            lines.push(label);
        }
        Some(label) => {
            let first = says.next().unwrap_or_default();
            lines.push(format!("{}: {first}", label.trim_end_matches(':')));
        }
        None => {}
    }
    lines.extend(says);
    lines.extend(wall.ice);
    lines
}
