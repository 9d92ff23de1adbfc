//! What whoever shows a room can do, from either terminal: one table of names, keys and sentences.
//!
//! A move is written the same way in line mode and between the two terminals: `freeze`, `jump 3`, `timer down 20`.

use crate::words::Key;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Most minutes a timer counts down from.
const LONGEST: u16 = 600;

/// Something whoever shows a room does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// On to what comes next.
    Next,
    /// Stops the story where it is, or lets it go on.
    Freeze,
    /// Asks the room what it would do.
    Ask,
    /// Somebody has tried a line of their own.
    Tried,
    /// All four answers at once, after a free try.
    Landings,
    /// Says one of the voices, from 0.
    Say(usize),
    /// One turn back.
    Rewind,
    /// What goes on inside the other.
    Inner,
    /// Puts whoever answers into the water.
    Slip,
    /// Changes seats.
    Swap,
    /// A hint for whoever answers.
    Whisper,
    /// To a turn, from 1; while a story is chosen, to a story.
    Jump(usize),
    /// Another way of counting time.
    Clock(Clock),
    /// The next way of counting time.
    NextClock,
    /// Back to the list of stories.
    Another,
    /// Follows the next plan, or none.
    Plan,
    /// On to the next part of the plan.
    Part,
}

/// How time is counted beside the notes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clock {
    /// Not at all.
    #[default]
    Silent,
    /// Upwards from now.
    Up,
    /// Downwards from so many minutes.
    Down(u16),
    /// Upwards from the beginning of each exercise.
    Each,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Control {
    /// What it does.
    pub does: Move,
    /// Its name in line mode, behind a slash.
    pub name: &'static str,
    /// Its key on the full screen.
    pub key: char,
    /// What it is, in a sentence.
    pub label: Key,
}

const fn row(does: Move, name: &'static str, key: char, label: Key) -> Control {
    Control {
        does,
        name,
        key,
        label,
    }
}

/// Every move, in the order of help. A jump and a way of counting stand for their kind.
pub const TABLE: &[Control] = &[
    row(Move::Next, "next", ' ', Key::StageDoNext),
    row(Move::Freeze, "freeze", 'f', Key::StageDoFreeze),
    row(Move::Ask, "what", 'w', Key::StageDoAsk),
    row(Move::Tried, "tried", 't', Key::StageDoTried),
    row(Move::Landings, "landings", 'l', Key::StageDoLandings),
    row(Move::Say(0), "a", 'a', Key::StageDoSay),
    row(Move::Say(1), "b", 'b', Key::StageDoSay),
    row(Move::Say(2), "c", 'c', Key::StageDoSay),
    row(Move::Say(3), "d", 'd', Key::StageDoSay),
    row(Move::Rewind, "rewind", 'r', Key::StageDoRewind),
    row(Move::Inner, "inner", 'i', Key::StageDoInner),
    row(Move::Slip, "slip", 'p', Key::StageDoSlip),
    row(Move::Swap, "swap", 's', Key::StageDoSwap),
    row(Move::Whisper, "whisper", 'h', Key::StageDoWhisper),
    row(Move::Jump(1), "jump 1", '1', Key::StageDoJump),
    row(Move::NextClock, "timer", 'k', Key::StageDoTimer),
    row(Move::Another, "another", 'o', Key::StageDoAnother),
    row(Move::Plan, "plan", 'v', Key::StageDoPlan),
    row(Move::Part, "part", 'g', Key::StageDoPart),
];

impl Move {
    /// The move a key of the full screen stands for.
    #[must_use]
    pub fn of_key(key: char) -> Option<Self> {
        match key.to_digit(10) {
            Some(0) => None,
            Some(digit) => usize::try_from(digit).ok().map(Self::Jump),
            None => {
                let key = key.to_ascii_lowercase();
                let row = TABLE.iter().find(|row| row.key == key);
                row.map(|row| row.does)
            }
        }
    }

    /// The move written like this; None if there is none of that name.
    #[must_use]
    pub fn written(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let (name, rest) = text.split_once(' ').unwrap_or((&text, ""));
        let rest = rest.trim();
        match name {
            "jump" => {
                let to = rest.parse().ok().filter(|to| (1..=99).contains(to));
                to.map(Self::Jump)
            }
            "timer" if !rest.is_empty() => Clock::written(rest).map(Self::Clock),
            _ => TABLE
                .iter()
                .find(|row| row.name == text)
                .map(|row| row.does),
        }
    }
}

impl fmt::Display for Move {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Jump(to) => write!(f, "jump {to}"),
            Self::Clock(clock) => write!(f, "timer {clock}"),
            _ => {
                let row = TABLE.iter().find(|row| row.does == *self);
                f.write_str(row.map_or("", |row| row.name))
            }
        }
    }
}

impl Clock {
    fn written(text: &str) -> Option<Self> {
        let (name, minutes) = text.split_once(' ').unwrap_or((text, ""));
        match (name, minutes.trim()) {
            ("silent", "") => Some(Self::Silent),
            ("up", "") => Some(Self::Up),
            ("each", "") => Some(Self::Each),
            ("down", minutes) => {
                let minutes = minutes.parse().ok();
                let minutes = minutes.filter(|minutes| (1..=LONGEST).contains(minutes));
                minutes.map(Self::Down)
            }
            _ => None,
        }
    }

    /// The way that comes after it, for those who have one key for it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Silent => Self::Up,
            Self::Up => Self::Down(20),
            Self::Down(_) => Self::Each,
            Self::Each => Self::Silent,
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Silent => f.write_str("silent"),
            Self::Up => f.write_str("up"),
            Self::Down(minutes) => write!(f, "down {minutes}"),
            Self::Each => f.write_str("each"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_has_a_key_and_a_name_of_its_own_that_lead_to_it() {
        for (at, row) in TABLE.iter().enumerate() {
            assert_eq!(Move::of_key(row.key), Some(row.does), "{row:?}");
            assert_eq!(Move::written(row.name), Some(row.does), "{row:?}");
            assert_eq!(Move::written(&row.does.to_string()), Some(row.does));
            let later = TABLE.iter().skip(at + 1);
            assert!(later.clone().all(|other| other.key != row.key), "{row:?}");
            assert!(later.clone().all(|other| other.name != row.name), "{row:?}");
        }
    }

    #[test]
    fn every_way_of_counting_is_read_as_it_is_written() {
        for clock in [Clock::Silent, Clock::Up, Clock::Down(7), Clock::Each] {
            let written = Move::Clock(clock).to_string();
            assert_eq!(Move::written(&written), Some(Move::Clock(clock)));
        }
        let mut clock = Clock::Silent;
        for _ in 0..4 {
            clock = clock.next();
        }
        assert_eq!(clock, Clock::Silent, "once around");
    }

    #[test]
    fn what_is_no_move_is_none() {
        for text in [
            "",
            "jump",
            "jump 0",
            "jump 100",
            "jump -1",
            "timer down",
            "timer down 0",
            "timer down 601",
            "timer up 3",
            "e",
            "resume",
            "rivers",
        ] {
            assert_eq!(Move::written(text), None, "{text}");
        }
        assert_eq!(Move::of_key('0'), None);
        assert_eq!(Move::of_key('9'), Some(Move::Jump(9)));
    }
}
