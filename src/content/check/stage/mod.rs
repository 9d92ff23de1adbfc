//! A scenario becomes a practice like any other: a floe for each turn, with choices, conditions and rounds.
//!
//! So a rehearsal has the engine, the undo, the line mode and the tests that every practice has. Which answer comes
//! depends on choices alone, never on words.

mod close;
mod parts;
mod when;

pub(super) use parts::{ask, filled, mine, option, step, with_own_lines};
pub(super) use when::{again, at_least};

use super::build::{id, text};
use crate::content::{
    located::Located,
    model::{self, Choice, Condition, Id, Kind, Lean, Outcome, Sway},
    schema::scenario::{Rehearsal, Scenario, Style, Turn, Voice},
};
use std::sync::Arc;
use when::{gave_back, guessed, spoken, tried, turn_id};

/// Between what they say and what is said of it.
const APART: &str = "\n\n";

/// The practice of a scenario.
pub(super) fn practice(
    written: &Scenario,
    around: &Rehearsal,
    after: model::Floe,
) -> model::Practice {
    let stage = Stage { written, around };
    let turns = written.turns.iter().enumerate();
    let mut floes = vec![stage.floe(stage.arrive())];
    floes.extend(turns.map(|(at, turn)| stage.floe(stage.turn(at, turn))));
    floes.push(stage.floe(stage.close()));
    let talk = stage.talk();
    floes.push(with_own_lines(after, &talk.turns));
    model::Practice {
        id: id(&written.id),
        floes,
        suppose: Vec::new(),
        talk: Some(talk),
    }
}

/// What they answer.
struct Answer<'a> {
    id: &'static str,
    reply: &'a Located<String>,
    lands: &'a Located<String>,
    ice: Sway,
}

struct Stage<'a> {
    written: &'a Scenario,
    around: &'a Rehearsal,
}

impl Stage<'_> {
    fn floe(&self, step: model::Step) -> model::Floe {
        model::Floe {
            id: step.id.clone(),
            title: step.title.clone(),
            short: text(&self.written.title),
            purpose: text(&self.written.side),
            lean: Lean::Attention,
            slips: Vec::new(),
            room: None,
            near: Vec::new(),
            path: None,
            steps: vec![Arc::new(step)],
        }
    }

    fn talk(&self) -> model::Talk {
        let words = &self.around.turn;
        let short = |style: Style| (Id::new(style.id()), text(&words.voices.of(style).short));
        let turns = 0..self.written.turns.len();
        model::Talk {
            cast: [text(&self.written.you), text(&self.written.them)],
            turns: turns.map(|at| Id::new(&turn_id(at))).collect(),
            voices: Style::ALL.map(short).to_vec(),
            waited: text(&words.waited),
            own_line: text(&words.own_short),
            own: false,
        }
    }

    fn arrive(&self) -> model::Step {
        let words = &self.around.arrive;
        let contains = filled(&words.contains, &[("contains", &self.written.contains)]);
        let another = Choice {
            then: Some(Outcome::Another),
            ..option("another", &words.another)
        };
        let begin = option("begin", &words.begin);
        let before = [
            ("side", &*self.written.side.value),
            ("before", &self.written.before),
        ];
        let asks = vec![
            ask("holds", &contains, Kind::Choice(vec![begin, another])),
            model::Ask {
                notes: vec![(Condition::Always, filled(&words.before, &before))],
                ..ask("who", &words.who, Kind::Show)
            },
        ];
        self.beside("arrive", &words.title, &words.why, asks)
    }

    fn turn(&self, at: usize, turn: &Turn) -> model::Step {
        let words = &self.around.turn;
        let numbers = [
            ("title", &*self.written.title.value),
            ("n", &*(at + 1).to_string()),
            ("turns", &self.written.turns.len().to_string()),
        ];
        let mut asks = self.answering(at, turn);
        for voice in &turn.voices {
            asks.extend(self.replies(at, voice));
        }
        asks.push(self.waiting(at));
        asks.push(self.hand(at, turn));
        asks.push(self.then(at));
        asks.push(self.inside(at, turn));
        asks.push(self.after_inside(at));
        let part = filled(&words.part, &numbers);
        for ask in &mut asks {
            ask.part = Some(part.clone());
        }
        let hint = text(&words.hint);
        let title = filled(&words.title, &numbers);
        step(&turn_id(at), &title, &words.why, Some(hint), asks)
    }

    /// A step before or after the turns. Its place is said by the names of the story and of the step.
    fn beside(
        &self,
        id: &str,
        title: &Located<String>,
        why: &str,
        mut asks: Vec<model::Ask>,
    ) -> model::Step {
        for ask in &mut asks {
            ask.part = Some(format!("{}. {}.", self.written.title.value, title.value));
        }
        step(id, title, why, None, asks)
    }

    /// One's own line first; then the voices, in an order of chance that stays.
    fn answering(&self, at: usize, turn: &Turn) -> Vec<model::Ask> {
        let words = &self.around.turn;
        let name = |what: &str| format!("{}_{what}", turn_id(at));
        let wrote = Condition::Answered(Id::new(&name("own")));
        let says = |voice: &Voice| option(voice.style.id(), &voice.say);
        let replies = |voice: &Voice| option(voice.style.id(), &voice.reply);
        let voices = || turn.voices.iter().map(says).collect::<Vec<_>>();
        let own = || vec![mine(&name("own"), &words.you)];
        let cue = || vec![(Condition::Always, text(&turn.cue))];
        let loose = turn.voices.len();
        let mut near = voices();
        near.push(option("none", &words.none));
        let mut attempt = voices();
        attempt.push(Choice {
            when: wrote.clone(),
            ..option("mine", &words.mine)
        });
        vec![
            model::Ask {
                notes: cue(),
                ..ask(&name("own"), &words.own, Kind::Text)
            },
            model::Ask {
                notes: cue(),
                shows: own(),
                when: wrote,
                loose,
                ..ask(&name("near"), &words.near, Kind::Choice(near))
            },
            model::Ask {
                notes: cue(),
                shows: own(),
                loose,
                ..ask(&name("try"), &words.attempt, Kind::Choice(attempt))
            },
            model::Ask {
                shows: own(),
                loose,
                when: tried(at, "mine"),
                ..ask(
                    &name("taken"),
                    &words.taken,
                    Kind::Choice(turn.voices.iter().map(replies).collect()),
                )
            },
        ]
    }

    /// What they answer to a voice: at first, and once enough was given back. Of one's own line nobody knows which
    /// voice it was, so nothing is said of it but that the answer was one's own guess.
    fn replies(&self, at: usize, voice: &Voice) -> Vec<model::Ask> {
        let first = Answer {
            id: "heard",
            reply: &voice.reply,
            lands: &voice.lands,
            ice: voice.ice,
        };
        let Some(later) = &voice.later else {
            return self.answers(at, voice, &first, None);
        };
        let stayed = gave_back(at, usize::from(later.after.value));
        let not_yet = Condition::Not(Box::new(stayed.clone()));
        let second = Answer {
            id: "later",
            reply: &later.reply,
            lands: later.lands.as_ref().unwrap_or(&voice.lands),
            ice: later.ice,
        };
        let mut asks = self.answers(at, voice, &first, Some(not_yet));
        asks.extend(self.answers(at, voice, &second, Some(stayed)));
        asks
    }

    /// An answer to a voice that was tried, and to one's own line.
    fn answers(
        &self,
        at: usize,
        voice: &Voice,
        answer: &Answer<'_>,
        when: Option<Condition>,
    ) -> Vec<model::Ask> {
        let words = &self.around.turn;
        let style = voice.style.value;
        let both = |heard: Condition| {
            let all = [heard].into_iter().chain(when.clone());
            Condition::All(all.collect())
        };
        let name = |whose: &str| format!("{}_{}_{}{whose}", turn_id(at), style.id(), answer.id);
        let said = format!("{} {}", words.you.value, voice.say.value);
        let landed = filled(&words.landed, &[("lands", answer.lands)]);
        // Their answer first, then how one's line landed, and only then which voice it was.
        let told = [&*answer.reply.value, &landed, &words.voices.of(style).said];
        vec![
            model::Ask {
                notes: vec![(Condition::Always, said)],
                ice: Some(answer.ice),
                when: both(tried(at, style.id())),
                ..ask(&name(""), &told.join(APART), Kind::Show)
            },
            model::Ask {
                shows: vec![mine(&format!("{}_own", turn_id(at)), &words.you)],
                prompt: [&*answer.reply.value, &words.own_taken.value].join(APART),
                // It may tilt; nobody falls in over a guess.
                ice: Some(match answer.ice {
                    Sway::Steady => Sway::Steady,
                    Sway::Tilt | Sway::Slip => Sway::Tilt,
                }),
                when: both(guessed(at, style)),
                ..ask(&name("_own"), "", Kind::Show)
            },
        ]
    }

    /// Nothing was said.
    fn waiting(&self, at: usize) -> model::Ask {
        let id = format!("{}_waits", turn_id(at));
        let said = Style::ALL.map(|style| spoken(at, style)).to_vec();
        let when = Condition::Not(Box::new(Condition::Any(said)));
        model::Ask {
            when,
            ..ask(&id, &self.around.turn.waits, Kind::Show)
        }
    }

    /// In the water: what somebody who loves both would say.
    fn hand(&self, at: usize, turn: &Turn) -> model::Ask {
        let id = format!("{}_hand", turn_id(at));
        let hand = filled(
            &self.around.turn.hand,
            &[("supporter", &self.written.supporter)],
        );
        let mut slips = Vec::new();
        for voice in &turn.voices {
            // With one's own line nobody falls in.
            let heard = tried(at, voice.style.value.id());
            let stayed = voice
                .later
                .as_ref()
                .map(|later| (gave_back(at, usize::from(later.after.value)), later.ice));
            match (voice.ice, stayed) {
                (Sway::Slip, Some((stayed, Sway::Steady | Sway::Tilt))) => {
                    slips.push(Condition::All(vec![
                        heard,
                        Condition::Not(Box::new(stayed)),
                    ]));
                }
                (Sway::Slip, _) => slips.push(heard),
                (_, Some((stayed, Sway::Slip))) => slips.push(Condition::All(vec![heard, stayed])),
                _ => {}
            }
        }
        model::Ask {
            when: Condition::Any(slips),
            // Still in the water.
            ice: None,
            ..ask(&id, &hand, Kind::Show)
        }
    }

    fn then(&self, at: usize) -> model::Ask {
        let words = &self.around.turn;
        let id = format!("{}_then", turn_id(at));
        let again = Choice {
            then: Some(again(at)),
            ..option("again", &words.again)
        };
        let options = vec![
            option("on", &words.on),
            option("inside", &words.inside),
            again,
            Choice {
                then: Some(Outcome::Another),
                ..option("another", &self.around.arrive.another)
            },
        ];
        ask(&id, &words.then, Kind::Choice(options))
    }

    /// What now, once one has looked inside.
    fn after_inside(&self, at: usize) -> model::Ask {
        let mut ask = self.then(at);
        ask.id = Id::new(&format!("{}_then_on", turn_id(at)));
        if let Kind::Choice(options) = &mut ask.kind {
            options.retain(|option| option.id != "inside");
        }
        let then = Id::new(&format!("{}_then", turn_id(at)));
        ask.when = Condition::Chose(then, Id::new("inside"));
        ask
    }

    fn inside(&self, at: usize, turn: &Turn) -> model::Ask {
        let id = format!("{}_inside", turn_id(at));
        let list =
            |words: &[Located<String>]| words.iter().map(text).collect::<Vec<_>>().join(", ");
        let inner = [
            ("feelings", &*list(&turn.inner.feelings)),
            ("needs", &list(&turn.inner.needs)),
            ("thought", &turn.inner.thought),
        ];
        let when = Condition::Chose(Id::new(&format!("{}_then", turn_id(at))), Id::new("inside"));
        model::Ask {
            when,
            ..ask(&id, &filled(&self.around.turn.inner, &inner), Kind::Show)
        }
    }
}
