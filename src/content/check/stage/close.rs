//! After the last turn: what happened in plain words, and whether a turn is to be tried another way.

use super::parts::{ask, filled, option, shortened};
use super::when::{again, gave_back, tried_often, turn_id};
use super::{Stage, text};
use crate::content::{
    model::{self, Choice, Condition, Kind},
    schema::scenario::{Style, Turn},
};

/// How many turns have to be given back for the close of those who stayed.
const STAYED: usize = 2;

impl Stage<'_> {
    pub(super) fn close(&self) -> model::Step {
        let words = &self.around.close;
        let stayed = gave_back(self.written.turns.len(), STAYED);
        let mut notes = vec![(stayed.clone(), text(&words.stayed))];
        notes.extend(Style::ALL.iter().flat_map(|style| self.told(*style)));
        let otherwise = Condition::Not(Box::new(stayed.clone()));
        let back = |(at, turn): (usize, &Turn)| {
            let blanks = [
                ("n", &*(at + 1).to_string()),
                ("cue", &shortened(&turn.cue)),
            ];
            Choice {
                then: Some(again(at)),
                ..option(&turn_id(at), &filled(&words.back, &blanks))
            }
        };
        let mut options = vec![option("on", &words.on)];
        options.extend(self.written.turns.iter().enumerate().map(back));
        let asks = vec![
            model::Ask {
                when: stayed,
                notes: notes.clone(),
                run_on: true,
                ..ask("stayed", &self.written.close_stayed, Kind::Show)
            },
            model::Ask {
                when: otherwise,
                notes,
                run_on: true,
                ..ask("else", &self.written.close_else, Kind::Show)
            },
            ask("what_if", &words.what_if, Kind::Choice(options)),
        ];
        self.beside("close", &words.title, &words.why, asks)
    }

    /// How often a voice spoke, in plain words; nothing if it didn't.
    fn told(&self, style: Style) -> Vec<(Condition, String)> {
        let turns = self.written.turns.len();
        let told = self.around.turn.voices.of(style).told.iter().zip(1..);
        let most = self.around.turn.voices.of(style).told.len();
        told.map(|(sentence, times)| {
            let least = tried_often(style, turns, times);
            let more = Condition::Not(Box::new(tried_often(style, turns, times + 1)));
            match times < most {
                true => (Condition::All(vec![least, more]), text(sentence)),
                false => (least, text(sentence)),
            }
        })
        .collect()
    }
}
