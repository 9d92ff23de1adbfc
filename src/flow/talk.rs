//! The map of a rehearsed talk: which voice was tried at which turn, and where the talk went another way.

use super::Flow;
use super::state::Given;
use crate::content::{Id, Keep, Talk};
use crate::session::{Item, Reply};
use crate::words::{Key, Words};

/// The map of a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TalkView {
    /// How many turns the talk has.
    pub turns: usize,
    /// The ways it went, the first one first.
    pub ways: Vec<TalkWay>,
}

/// One way a talk went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TalkWay {
    /// The turn it begins at, from 0; before that it is the way above it.
    pub from: usize,
    /// What was tried at each turn from there, in a word or two.
    pub said: Vec<String>,
    /// Whether one is on this way now.
    pub here: bool,
    /// The way in a sentence.
    pub told: String,
}

impl Flow {
    /// The map of the talk so far; None outside rehearsals, and before anything was said.
    #[must_use]
    pub fn talk(&self) -> Option<TalkView> {
        let talk = self.practice().talk.as_ref()?;
        let mut rounds: Vec<u16> = self.state.given.iter().map(|given| given.round).collect();
        rounds.sort_unstable();
        rounds.dedup();
        let here = self.state.plain;
        let ways = rounds.into_iter().filter_map(|round| {
            let from =
                (0..talk.turns.len()).find(|turn| self.tried(talk, *turn, round).is_some())?;
            let turns = (from..talk.turns.len()).map_while(|turn| self.tried(talk, turn, round));
            let said: Vec<String> = turns.collect();
            Some(TalkWay {
                from,
                told: self.told_way(from, &said),
                said,
                here: round == here,
            })
        });
        let ways: Vec<_> = ways.collect();
        (!ways.is_empty()).then_some(TalkView {
            turns: talk.turns.len(),
            ways,
        })
    }

    fn told_way(&self, from: usize, said: &[String]) -> String {
        let words = Words::of(&self.pack);
        let turns = said.iter().zip(from + 1..);
        let turns = turns
            .map(|(said, n)| words.say(Key::TalkTurn, &[("n", &n.to_string()), ("said", said)]));
        let turns = turns.collect::<Vec<_>>().join(", ");
        match from {
            0 => words.say(Key::TalkFirst, &[("turns", &turns)]),
            _ => words.say(Key::TalkAgain, &[("turns", &turns)]),
        }
    }

    /// What was tried at a turn in a round.
    fn tried(&self, talk: &Talk, turn: usize, round: u16) -> Option<String> {
        let step = talk.turns.get(turn)?;
        let given = |what: &str| {
            let ask = Id::new(&format!("{step}_{what}"));
            let mut given = self.state.given.iter();
            given.find(|given: &&Given| given.ask == ask && given.round == round)
        };
        let tried = given("try")?;
        let name = match &tried.reply {
            Some(Reply::Chose(option)) if *option == "mine" => {
                return given("taken").map(|_| talk.own_line.clone());
            }
            Some(Reply::Chose(option)) => talk.voices.iter().find(|(voice, _)| voice == option),
            _ => None,
        };
        Some(name.map_or_else(|| talk.waited.clone(), |(_, name)| name.clone()))
    }

    /// Whether something said at this step counts where one is. A turn that is taken another way begins anew: what was
    /// said there before stands on the map, and isn't this time's answer.
    pub(super) fn said_this_time(&self, step: &Id, given: &Given) -> bool {
        let here = self.step_at(self.state.below());
        let same_turn = here.is_some_and(|here| here.id == *step) && self.is_turn_of_talk(step);
        !same_turn || given.round == self.state.below().round
    }

    /// Whether the words given to an ask stay out of a draft: of a rehearsal only what was offered to be kept waits for
    /// another day, and what somebody has marked.
    pub(super) fn waits_for_nobody(&self, ask: &Id) -> bool {
        if self.practice().talk.is_none() {
            return false;
        }
        let found = self.find_ask(ask);
        let private = found.and_then(|(step, at)| Some(step.asks.get(at)?.keep != Keep::Ask));
        let of_ask = |item: &Item| item.id.split('#').next() == Some(ask.as_str());
        let mut items = self.items().into_iter();
        private.unwrap_or(false) && !items.any(|item| of_ask(&item) && self.keeps(&item))
    }

    /// Whether this step is a turn of a talk: one goes back to it another way.
    pub(super) fn is_turn_of_talk(&self, step: &Id) -> bool {
        let talk = self.practice().talk.as_ref();
        talk.is_some_and(|talk| talk.turns.contains(step))
    }
}
