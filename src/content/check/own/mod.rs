//! A talk of one's own: what floe reads of its building is asked there, and it becomes a practice with blanks.
//!
//! It is played back like every rehearsal: a floe for each turn, with choices, conditions and rounds.

mod when;

use super::{
    build::text,
    documents::{Document, Documents},
    report::Report,
    stage::{again, ask, filled, mine, option, step, with_own_lines},
};
use crate::content::{
    diagnostic::quoted,
    model::{self, Choice, Condition, Id, Kind, Lean, Outcome, Sway},
    schema::{
        self,
        own::{Own, OwnReply},
        scenario::Rehearsal,
    },
};
use std::sync::Arc;
use when::{all, feels, given, matters, name, not, repeats, says, taken, tried, turn_id, unsaid};

/// How many turns are played back.
const TURNS: usize = 3;

/// Holds that everything is asked that a talk is made of.
pub(super) fn check(document: &Document<'_, Own>, documents: &Documents<'_>, report: &mut Report) {
    let Document { file, value } = document;
    if documents.rehearsal.is_none() {
        let help = "rehearsal.ron holds what follows every talk.".to_owned();
        report.at(file, &value.title, "there is no rehearsal.ron", help);
    }
    let asks = || value.build.steps.iter().flat_map(|step| &step.asks);
    let mut needed = |name: &str, fits: fn(&schema::Kind) -> bool, kind: &str| {
        let found = asks().find(|ask| *ask.id == name);
        if !found.is_some_and(|ask| fits(&ask.ask)) {
            let what = format!("{} is not asked here", quoted(name));
            let help = format!("a talk is made of it: ask it as {kind}.");
            report.at(file, &value.build.id, what, help);
        }
    };
    let line = |kind: &schema::Kind| matches!(kind, schema::Kind::Line | schema::Kind::Text);
    let pick = |kind: &schema::Kind| matches!(kind, schema::Kind::Pick { .. });
    for name in ["them", "place", "you", "opening"] {
        needed(&format!("own_{name}"), line, "a Line");
    }
    let lines = |kind: &schema::Kind| matches!(kind, schema::Kind::List { .. });
    for way in model::Own::WAYS {
        needed(&format!("own_{way}"), lines, "a List");
        for guess in ["feels", "matters"] {
            needed(&format!("own_{way}_{guess}"), pick, "a Pick");
        }
    }
    let choice = |kind: &schema::Kind| match kind {
        schema::Kind::Choice(options) => options.iter().any(|option| *option.id == "keep"),
        _ => false,
    };
    needed("own_keep", choice, "a Choice with the option keep");
    let taken = [model::Own::BUILD, model::Own::TALK];
    let practices = documents
        .practices
        .iter()
        .map(|one| (one.file, &one.value.id));
    let tracks = documents.tracks.iter().map(|one| (one.file, &one.value.id));
    let scenarios = documents
        .scenarios
        .iter()
        .map(|one| (one.file, &one.value.id));
    for (file, id) in practices.chain(tracks).chain(scenarios) {
        if taken.contains(&id.as_str()) {
            let what = format!("{} is what a talk of one's own is called", quoted(id));
            report.at(file, id, what, None);
        }
    }
}

/// Both walks of it.
pub(super) fn own(
    written: &Own,
    around: &Rehearsal,
    build: model::Floe,
    after: model::Floe,
) -> model::Own {
    let practice = |id: &str, floes, talk| {
        Arc::new(model::Practice {
            id: Id::new(id),
            floes,
            suppose: Vec::new(),
            talk,
        })
    };
    let play = Play { written, around };
    let mut floes = vec![play.floe(play.arrive())];
    floes.extend((0..TURNS).map(|at| play.floe(play.turn(at))));
    floes.push(play.floe(play.close()));
    let turns: Vec<Id> = (0..TURNS).map(|at| Id::new(&turn_id(at))).collect();
    floes.push(with_own_lines(after, &turns));
    model::Own {
        offer: model::Offer {
            id: Id::new(model::Own::BUILD),
            title: text(&written.title),
            about: text(&written.about),
            minutes: written.minutes.value,
            for_two: false,
        },
        river: text(&written.river),
        build: practice(model::Own::BUILD, vec![build], None),
        talk: practice(model::Own::TALK, floes, Some(play.talk())),
        melted: text(&written.turn.melted),
        kept: text(&written.kept),
        for_now: text(&written.for_now),
        not_kept: text(&written.not_kept),
    }
}

struct Play<'a> {
    written: &'a Own,
    around: &'a Rehearsal,
}

impl Play<'_> {
    fn floe(&self, step: model::Step) -> model::Floe {
        model::Floe {
            id: step.id.clone(),
            title: step.title.clone(),
            short: text(&self.written.build.title),
            purpose: text(&self.written.build.purpose),
            lean: Lean::Attention,
            slips: Vec::new(),
            room: None,
            near: Vec::new(),
            path: None,
            steps: vec![Arc::new(step)],
        }
    }

    /// Each way a line may be taken, with what the ice does then.
    fn ways(&self) -> [(&'static str, &OwnReply, Sway); 3] {
        let turn = &self.written.turn;
        let [doubted, heard, hurried] = model::Own::WAYS;
        [
            (doubted, &turn.doubted, Sway::Tilt),
            (heard, &turn.heard, Sway::Steady),
            (hurried, &turn.hurried, Sway::Slip),
        ]
    }

    fn talk(&self) -> model::Talk {
        model::Talk {
            // Who they are is known once the blanks are filled.
            cast: [String::new(), String::new()],
            turns: (0..TURNS).map(|at| Id::new(&turn_id(at))).collect(),
            voices: self
                .ways()
                .map(|(way, reply, _)| (Id::new(way), text(&reply.short)))
                .to_vec(),
            waited: text(&self.around.turn.waited),
            // In a talk of one's own every line is.
            own_line: String::new(),
            own: true,
        }
    }

    fn arrive(&self) -> model::Step {
        let (words, around) = (&self.written.arrive, &self.around.arrive);
        let leave = Choice {
            then: Some(Outcome::Leave),
            ..option("leave", &words.leave)
        };
        let options = vec![option("begin", &around.begin), leave];
        let known = [
            ("them", &words.them),
            ("you", &words.you),
            ("place", &words.place),
        ];
        let notes = known.map(|(name, sentence)| (given(name), text(sentence)));
        let asks = vec![model::Ask {
            notes: notes.to_vec(),
            ..ask("holds", &words.near, Kind::Choice(options))
        }];
        step("arrive", &around.title, &words.why, None, asks)
    }

    fn turn(&self, at: usize) -> model::Step {
        let words = &self.written.turn;
        let numbers = [("n", &*(at + 1).to_string()), ("turns", &TURNS.to_string())];
        let mut asks = self.answering(at);
        asks.extend(
            self.ways()
                .map(|(way, reply, ice)| self.reply(at, way, reply, ice)),
        );
        asks.push(self.waiting(at));
        asks.push(model::Ask {
            when: tried(at, "hurried"),
            // Still in the water.
            ice: None,
            ..ask(&name(at, "hand"), &words.hand, Kind::Show)
        });
        asks.push(self.then(at));
        asks.push(self.inside(at));
        for ask in &mut asks {
            ask.part = Some(filled(&words.part, &numbers));
        }
        let around = &self.around.turn;
        let title = filled(&around.title, &numbers);
        let hint = Some(text(&around.hint));
        step(&turn_id(at), &title, &words.why, hint, asks)
    }

    /// What they say: first their opening line, then what they answered last.
    fn cue(&self, at: usize) -> Vec<(Condition, String)> {
        let words = &self.written.turn;
        let Some(before) = at.checked_sub(1) else {
            return vec![(Condition::Always, text(&words.cue))];
        };
        let mut cues: Vec<_> = self
            .ways()
            .into_iter()
            .flat_map(|(way, reply, _)| self.answer(before, way, reply, &tried(before, way)))
            .collect();
        cues.push((unsaid(before), text(&words.cue)));
        cues.push((unsaid(before), text(&words.waiting)));
        cues
    }

    /// Their words at this turn, or that they say nothing to it.
    fn answer(
        &self,
        at: usize,
        way: &str,
        reply: &OwnReply,
        when: &Condition,
    ) -> Vec<(Condition, String)> {
        let line = |(line, words)| (all([when.clone(), says(at, way, line)]), text(words));
        let mut answer: Vec<_> = reply.says.iter().enumerate().map(line).collect();
        let silent = all([when.clone(), not(given(way))]);
        answer.push((silent, text(&self.written.turn.silent)));
        answer
    }

    /// One's own line first; then one's own judgement of how they'd take it.
    fn answering(&self, at: usize) -> Vec<model::Ask> {
        let words = &self.written.turn;
        let own = name(at, "own");
        let options = self
            .ways()
            .map(|(way, reply, _)| option(way, &reply.choose));
        vec![
            model::Ask {
                notes: self.cue(at),
                ..ask(&own, &self.around.turn.own, Kind::Text)
            },
            model::Ask {
                notes: self.cue(at),
                shows: vec![mine(&own, &self.around.turn.you)],
                ..ask(
                    &name(at, "try"),
                    &words.taken,
                    Kind::Choice(options.to_vec()),
                )
            },
        ]
    }

    fn reply(&self, at: usize, way: &str, reply: &OwnReply, ice: Sway) -> model::Ask {
        let mut notes = self.answer(at, way, reply, &Condition::Always);
        notes.push((repeats(at, way), text(&self.written.turn.repeated)));
        model::Ask {
            notes,
            ice: Some(ice),
            when: tried(at, way),
            ..ask(&name(at, way), &reply.said, Kind::Show)
        }
    }

    /// Nothing was said.
    fn waiting(&self, at: usize) -> model::Ask {
        model::Ask {
            when: unsaid(at),
            ..ask(&name(at, "waits"), &self.around.turn.waits, Kind::Show)
        }
    }

    fn then(&self, at: usize) -> model::Ask {
        let words = &self.around.turn;
        let guessed = self.ways().map(|(way, ..)| {
            let any = Condition::Any(vec![given(&feels(way)), given(&matters(way))]);
            all([tried(at, way), any])
        });
        let inside = Choice {
            when: Condition::Any(guessed.to_vec()),
            ..option("inside", &words.inside)
        };
        let back = Choice {
            then: Some(again(at)),
            ..option("again", &words.again)
        };
        let options = vec![option("on", &words.on), inside, back];
        ask(&name(at, "then"), &words.then, Kind::Choice(options))
    }

    fn inside(&self, at: usize) -> model::Ask {
        let guesses = |(way, reply, _): (&str, &OwnReply, Sway)| {
            let felt = all([tried(at, way), given(&feels(way))]);
            let mattered = all([tried(at, way), given(&matters(way))]);
            [(felt, text(&reply.feels)), (mattered, text(&reply.matters))]
        };
        model::Ask {
            when: Condition::Chose(Id::new(&name(at, "then")), Id::new("inside")),
            notes: self.ways().into_iter().flat_map(guesses).collect(),
            ..ask(&name(at, "inside"), &self.written.turn.inner, Kind::Show)
        }
    }

    fn close(&self) -> model::Step {
        let words = &self.around.close;
        let back = |at: usize| Choice {
            then: Some(again(at)),
            ..option(
                &turn_id(at),
                &filled(&self.written.close.back, &[("n", &(at + 1).to_string())]),
            )
        };
        let mut options = vec![option("on", &words.on)];
        options.extend((0..TURNS).map(back));
        let notes = self.ways().into_iter();
        let asks = vec![
            model::Ask {
                notes: notes.flat_map(|(way, reply, _)| told(way, reply)).collect(),
                run_on: true,
                ..ask("end", &self.written.close.end, Kind::Show)
            },
            ask("what_if", &words.what_if, Kind::Choice(options)),
        ];
        step("close", &words.title, &words.why, None, asks)
    }
}

/// How often it came, in plain words; nothing if it didn't.
fn told(way: &str, reply: &OwnReply) -> Vec<(Condition, String)> {
    let told = reply.told.iter().zip(1..);
    told.map(|(sentence, times)| {
        let least = taken(TURNS, way, times);
        let more = not(taken(TURNS, way, times + 1));
        match times < reply.told.len() {
            true => (all([least, more]), text(sentence)),
            false => (least, text(sentence)),
        }
    })
    .collect()
}
