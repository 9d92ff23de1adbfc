//! What stands beside practices: offers, lists, the safety page, sentences.

use super::{id, text, texts};
use crate::content::check::documents::Document;
use crate::content::{id::Id, model, schema};

pub(super) fn offer(written: &schema::Offer) -> model::Offer {
    model::Offer {
        id: id(&written.id),
        title: text(&written.title),
        about: text(&written.about),
        minutes: written.minutes.value,
        for_two: written.for_two,
    }
}

pub(super) fn scenario(written: &schema::scenario::Scenario) -> model::Offer {
    model::Offer {
        id: id(&written.id),
        title: text(&written.title),
        // One chooses by what it is about, and by what one would rather not meet today.
        about: format!("{}. {}", written.side.value, written.contains.value),
        minutes: written.minutes.value,
        for_two: false,
    }
}

pub(super) fn handout(document: &Document<'_, schema::handout::Handout>) -> model::Handout {
    let written = &document.value;
    let part = |part: &schema::handout::HandoutPart| model::HandoutPart {
        title: text(&part.title),
        lines: part.lines.iter().map(text).collect(),
    };
    model::Handout {
        title: text(&written.title),
        parts: written.parts.iter().map(part).collect(),
        foot: text(&written.foot),
    }
}

pub(super) fn plans<'a>(written: impl Iterator<Item = &'a schema::plan::Plan>) -> Vec<model::Plan> {
    let part = |part: &schema::plan::Part| model::PlanPart {
        title: text(&part.title),
        minutes: part.minutes.value,
        does: text(&part.does),
        says: text(&part.says),
        floe: part.floe.as_ref().and_then(|floe| {
            let (practice, floe) = floe.split_once('/')?;
            Some((Id::new(practice), Id::new(floe)))
        }),
    };
    let plan = |plan: &schema::plan::Plan| model::Plan {
        id: id(&plan.id),
        title: text(&plan.title),
        about: text(&plan.about),
        minutes: plan.minutes.value,
        parts: plan.parts.iter().map(part).collect(),
    };
    let mut plans: Vec<_> = written.map(plan).collect();
    plans.sort_by_key(|plan| plan.minutes);
    plans
}

pub(super) fn list(written: &schema::List) -> model::List {
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

pub(super) fn help(written: &schema::Help) -> model::Help {
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
