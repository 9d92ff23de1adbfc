//! Authored shape to checked shape, value by value. Runs only over content no rule has objected to.

mod ask;
mod beside;

use super::{borrow, documents::Documents, own, stage};
use crate::content::{
    located::Located,
    model::{self, Id},
    schema,
};
use ask::{ask, when};
use beside::{handout, help, list, offer, plans, scenario};
use std::{collections::BTreeMap, sync::Arc};

/// The pack, with what the program says; `None` when one of its needed files is not there.
pub(super) fn pack(documents: &Documents<'_>, words: model::Catalogue) -> Option<model::Pack> {
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
        known: vec![id(&manifest.id)],
        title: text(&manifest.title),
        language: text(&manifest.language),
        credits: texts(&manifest.credits),
        scenarios: documents
            .scenarios
            .iter()
            .map(|document| scenario(&document.value))
            .collect(),
        handout: documents.handout.as_ref().map(handout),
        plans: plans(documents.plans.iter().map(|document| &document.value)),
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
        words,
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
        room: floe.room.as_ref().map(text),
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

pub(in crate::content::check) fn id(written: &Located<String>) -> Id {
    Id::new(written)
}

pub(in crate::content::check) fn text(written: &Located<String>) -> String {
    written.value.clone()
}

fn texts(written: &[Located<String>]) -> Vec<String> {
    written.iter().map(text).collect()
}

fn maybe(written: &Option<Located<String>>) -> Option<String> {
    written.as_ref().map(text)
}
