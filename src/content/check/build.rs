//! Authored shape to checked shape, value by value. Runs only over content no rule has objected to.

use super::{borrow, documents::Documents, own, stage};
use crate::content::{
    located::Located,
    model::{self, By, Id},
    schema,
};
use std::{collections::BTreeMap, sync::Arc};

/// The pack; `None` when one of its needed files is not there.
pub(super) fn pack(documents: &Documents<'_>) -> Option<model::Pack> {
    let manifest = &documents.manifest.as_ref()?.value;
    let detours = &documents.detours.as_ref()?.value;
    let shared = Fields::of(detours.steps());
    let [hand, steady, pause, thanks, banks, jump, drift, watchman] =
        detours.steps().map(|written| step(written, &shared));
    let mut practices = BTreeMap::new();
    for document in &documents.practices {
        let built = practice(&document.value, &shared);
        practices.insert(built.id.clone(), Arc::new(built));
    }
    borrow::lend(documents, &mut practices);
    if let Some(around) = &documents.rehearsal {
        for scenario in &documents.scenarios {
            let mut fields = shared.clone();
            fields.add(&around.value.after.steps);
            let after = floe(&around.value.after, &fields);
            let built = stage::practice(&scenario.value, &around.value, after);
            practices.insert(built.id.clone(), Arc::new(built));
        }
    }
    for document in &documents.tracks {
        let whole = practices.get(document.value.of.as_str())?;
        let built = track(&document.value, whole);
        practices.insert(built.id.clone(), Arc::new(built));
    }
    Some(model::Pack {
        id: id(&manifest.id),
        title: text(&manifest.title),
        language: text(&manifest.language),
        credits: texts(&manifest.credits),
        scenarios: documents
            .scenarios
            .iter()
            .map(|document| scenario(&document.value))
            .collect(),
        own: own_talk(documents, &shared),
        offers: manifest.practices.iter().map(offer).collect(),
        practices,
        lists: documents
            .lists
            .iter()
            .map(|d| (id(&d.value.id), list(&d.value)))
            .collect(),
        detours: Arc::new(model::Detours {
            hand,
            steady,
            pause,
            thanks,
            banks,
            jump,
            drift,
            watchman,
        }),
        help: help(&documents.help.as_ref()?.value),
        mirror: documents.mirror.iter().copied().cloned().collect(),
        words: words(&documents.words.as_ref()?.value),
    })
}

/// How a talk of one's own is built and played back, where what follows it is there too.
fn own_talk(documents: &Documents<'_>, shared: &Fields<'_>) -> Option<Arc<model::Own>> {
    let (written, around) = documents.own.as_ref().zip(documents.rehearsal.as_ref())?;
    let mut fields = shared.clone();
    fields.add(&around.value.after.steps);
    let build = floe(&written.value.build, &fields);
    let after = floe(&around.value.after, &fields);
    Some(Arc::new(own::own(
        &written.value,
        &around.value,
        build,
        after,
    )))
}

/// Which slots each ask has, to find a slot's place by its name.
#[derive(Clone, Default)]
struct Fields<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Fields<'a> {
    fn of(steps: impl IntoIterator<Item = &'a schema::Step>) -> Self {
        let mut fields = Self::default();
        fields.add(steps);
        fields
    }

    fn add(&mut self, steps: impl IntoIterator<Item = &'a schema::Step>) {
        for ask in steps.into_iter().flat_map(|step| &step.asks) {
            if let schema::Kind::Slots(slots) = &*ask.ask {
                let names = slots.iter().map(|slot| slot.id.as_str()).collect();
                self.0.insert(&ask.id, names);
            }
        }
    }

    fn source(&self, from: &str) -> model::Source {
        let (ask, slot) = from
            .split_once('/')
            .map_or((from, None), |(ask, slot)| (ask, Some(slot)));
        let field = slot.and_then(|slot| self.0.get(ask)?.iter().position(|name| *name == slot));
        model::Source {
            ask: Id::new(ask),
            field,
        }
    }
}

fn practice(written: &schema::Practice, shared: &Fields<'_>) -> model::Practice {
    let mut fields = shared.clone();
    fields.add(written.floes.iter().flat_map(|floe| &floe.steps));
    let floes = written.floes.iter().map(|written| floe(written, &fields));
    model::Practice {
        id: id(&written.id),
        floes: floes.collect(),
        suppose: Vec::new(),
        talk: None,
    }
}

fn floe(floe: &schema::Floe, fields: &Fields<'_>) -> model::Floe {
    model::Floe {
        id: id(&floe.id),
        title: text(&floe.title),
        short: text(floe.short.as_ref().unwrap_or(&floe.title)),
        purpose: text(&floe.purpose),
        lean: floe.lean,
        slips: floe
            .slips
            .iter()
            .map(|slip| (text(&slip.slip), text(&slip.hand)))
            .collect(),
        near: floe.near.iter().map(id).collect(),
        path: floe.path,
        steps: floe
            .steps
            .iter()
            .map(|written| step(written, fields))
            .collect(),
    }
}

/// The steps of a track in its own order. A track that returns to a floe has that floe twice.
fn track(written: &schema::Track, whole: &model::Practice) -> model::Practice {
    let mut floes: Vec<model::Floe> = Vec::new();
    for name in &written.steps {
        let found = whole.floes.iter().find_map(|floe| {
            let step = floe.steps.iter().find(|step| step.id == name.as_str())?;
            Some((floe, step))
        });
        let Some((floe, step)) = found else { continue };
        match floes.last_mut().filter(|last| last.id == floe.id) {
            Some(last) => last.steps.push(Arc::clone(step)),
            None => floes.push(model::Floe {
                steps: vec![Arc::clone(step)],
                ..floe.clone()
            }),
        }
    }
    model::Practice {
        id: id(&written.id),
        floes,
        suppose: written
            .suppose
            .iter()
            .map(|(ask, option)| (id(ask), id(option)))
            .collect(),
        talk: None,
    }
}

fn step(written: &schema::Step, fields: &Fields<'_>) -> Arc<model::Step> {
    Arc::new(model::Step {
        id: id(&written.id),
        title: text(&written.title),
        minutes: written.minutes.value,
        pair_minutes: written
            .pair_minutes
            .as_ref()
            .unwrap_or(&written.minutes)
            .value,
        when: when(written.when.as_ref()),
        why: text(&written.why),
        hint: maybe(&written.hint),
        example: maybe(&written.example),
        mirror: written.mirror,
        asks: written
            .asks
            .iter()
            .map(|written| ask(written, fields))
            .collect(),
    })
}

fn ask(written: &schema::Ask, fields: &Fields<'_>) -> model::Ask {
    model::Ask {
        id: id(&written.id),
        prompt: text(&written.prompt),
        pair: maybe(&written.pair),
        kind: kind(&written.ask, fields),
        by: written.by,
        unseen: written.unseen || written.by == By::Each,
        part: maybe(&written.part),
        keep: written.keep,
        guess: written.guess,
        is: written.is,
        label: maybe(&written.label),
        when: when(written.when.as_ref()),
        shows: shows(&written.shows, fields),
        panes: shows(&written.panes, fields),
        notes: written
            .notes
            .iter()
            .map(|note| (condition(&note.when), text(&note.text)))
            .collect(),
        says: maybe(&written.says),
        then: written.then.as_ref().map(outcome),
        loose: 0,
        ice: None,
    }
}

fn shows(written: &[schema::Show], fields: &Fields<'_>) -> Vec<model::Show> {
    let show = |show: &schema::Show| model::Show {
        label: maybe(&show.label),
        from: show.from.iter().map(|from| fields.source(from)).collect(),
        agreement: show.agreement,
        of: show.of,
    };
    written.iter().map(show).collect()
}

fn kind(written: &schema::Kind, fields: &Fields<'_>) -> model::Kind {
    match written {
        schema::Kind::Show => model::Kind::Show,
        schema::Kind::Choice(options) => model::Kind::Choice(options.iter().map(choice).collect()),
        schema::Kind::Confirm { yes, no } => model::Kind::Confirm {
            yes: yes.as_ref().map(outcome),
            no: no.as_ref().map(outcome),
        },
        schema::Kind::Line => model::Kind::Line,
        schema::Kind::Text => model::Kind::Text,
        schema::Kind::Pick { list, most } => model::Kind::Pick {
            list: id(list),
            most: most.value.into(),
        },
        schema::Kind::Slots(slots) => model::Kind::Slots(
            slots
                .iter()
                .map(|slot| model::Slot {
                    id: id(&slot.id),
                    label: text(&slot.label),
                    is: slot.is,
                })
                .collect(),
        ),
        schema::Kind::List { most } => model::Kind::List {
            most: most.value.into(),
        },
        schema::Kind::TwoColumns { left, right } => model::Kind::TwoColumns {
            left: text(left),
            right: text(right),
        },
        schema::Kind::Pause { seconds, more } => model::Kind::Pause {
            seconds: seconds.value,
            more: *more,
        },
        schema::Kind::Compose(parts) => model::Kind::Compose(
            parts
                .iter()
                .map(|part| model::Part {
                    from: fields.source(&part.from),
                    lead: maybe(&part.lead),
                    or: maybe(&part.or),
                })
                .collect(),
        ),
        schema::Kind::Keep => model::Kind::Keep,
        schema::Kind::Both { no } => model::Kind::Both { no: text(no) },
        schema::Kind::Drawn { from } => model::Kind::Drawn { from: id(from) },
        schema::Kind::Shared { from } => model::Kind::Shared { from: id(from) },
        schema::Kind::Near => model::Kind::Near,
        schema::Kind::EachAgreement(options) => {
            model::Kind::EachAgreement(options.iter().map(choice).collect())
        }
    }
}

fn choice(written: &schema::Choice) -> model::Choice {
    model::Choice {
        id: id(&written.id),
        text: text(&written.text),
        when: when(written.when.as_ref()),
        says: maybe(&written.says),
        then: written.then.as_ref().map(outcome),
    }
}

fn when(written: Option<&Located<schema::Condition>>) -> model::Condition {
    written.map_or(model::Condition::Always, |written| condition(written))
}

fn condition(written: &schema::Condition) -> model::Condition {
    use model::Condition as To;
    use schema::Condition as From;
    let all = |conditions: &[From]| conditions.iter().map(condition).collect();
    match written {
        From::Chose(ask, option) => To::Chose(id(ask), id(option)),
        From::Answered(ask) => To::Answered(id(ask)),
        From::Passed(ask) => To::Passed(id(ask)),
        From::Stance(side) => To::Stance(*side),
        From::Mode(mode) => To::Mode(*mode),
        From::FirstVisit => To::FirstVisit,
        From::SavingOff => To::SavingOff,
        From::Agreement(standing) => To::Agreement(*standing),
        From::Not(inner) => To::Not(Box::new(condition(inner))),
        From::All(inner) => To::All(all(inner)),
        From::Any(inner) => To::Any(all(inner)),
    }
}

fn outcome(written: &Located<schema::Outcome>) -> model::Outcome {
    use model::Outcome as To;
    use schema::Outcome as From;
    match &written.value {
        From::Go(step) => To::Go(id(step)),
        From::Again {
            step,
            most,
            closing,
        } => To::Again {
            step: id(step),
            most: most.value,
            closing: text(closing),
        },
        From::Swap { step, closing } => To::Swap {
            step: id(step),
            closing: text(closing),
        },
        From::Walk(track) => To::Walk(id(track)),
        From::GoAhead => To::GoAhead,
        From::Steady => To::Steady,
        From::Rest => To::Rest,
        From::Safety => To::Safety,
        From::SavingOn => To::SavingOn,
        From::SavingOff => To::SavingOff,
        From::Back => To::Back,
        From::Smaller => To::Smaller,
        From::Land => To::Land,
        From::KeepAll => To::KeepAll,
        From::KeepUsual => To::KeepUsual,
        From::KeepNothing => To::KeepNothing,
        From::Landed => To::Landed,
        From::Leave => To::Leave,
    }
}

fn offer(written: &schema::Offer) -> model::Offer {
    model::Offer {
        id: id(&written.id),
        title: text(&written.title),
        about: text(&written.about),
        minutes: written.minutes.value,
    }
}

fn scenario(written: &schema::scenario::Scenario) -> model::Offer {
    model::Offer {
        id: id(&written.id),
        title: text(&written.title),
        about: text(&written.side),
        minutes: written.minutes.value,
    }
}

fn list(written: &schema::List) -> model::List {
    model::List {
        id: id(&written.id),
        groups: written
            .groups
            .iter()
            .map(|group| model::Group {
                id: id(&group.id),
                title: text(&group.title),
                about: text(&group.about),
                words: texts(&group.words),
            })
            .collect(),
        stories: written
            .stories
            .iter()
            .map(|story| model::Story {
                word: text(&story.word),
                near: texts(&story.near),
            })
            .collect(),
    }
}

fn help(written: &schema::Help) -> model::Help {
    model::Help {
        safety: texts(&written.safety),
        unconfirmed: text(&written.unconfirmed),
        lines: written
            .lines
            .iter()
            .map(|line| model::Helpline {
                place: text(&line.place),
                name: text(&line.name),
                reach: text(&line.reach),
                checked_on: line.checked_on.as_ref().and_then(|day| day.parse().ok()),
            })
            .collect(),
    }
}

fn words(written: &schema::Words) -> BTreeMap<String, String> {
    let entries = written.words.0.iter();
    entries
        .map(|(key, sentence)| (text(key), text(sentence)))
        .collect()
}

pub(super) fn id(written: &Located<String>) -> Id {
    Id::new(written)
}

pub(super) fn text(written: &Located<String>) -> String {
    written.value.clone()
}

fn texts(written: &[Located<String>]) -> Vec<String> {
    written.iter().map(text).collect()
}

fn maybe(written: &Option<Located<String>>) -> Option<String> {
    written.as_ref().map(text)
}
