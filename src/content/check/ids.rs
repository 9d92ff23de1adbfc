//! Ids: well formed, the same as the file's name, and never twice where that would be read two ways.

use super::{documents::Documents, report::Report};
use crate::content::{
    diagnostic::{legible, quoted},
    located::Located,
    schema::{Floe, Kind, List, Step},
    source::File,
};
use std::collections::{BTreeMap, btree_map::Entry};

/// Longest id, in characters: it stands in file names and in saved crossings.
const LONGEST: usize = 40;

/// Looks at every id of the pack.
pub(super) fn check(documents: &Documents<'_>, report: &mut Report) {
    if let Some(manifest) = &documents.manifest {
        form(manifest.file, &manifest.value.id, report);
        let mut offers = Names::new("offers");
        for offer in &manifest.value.practices {
            offers.add(manifest.file, &offer.id, report);
        }
    }
    let mut walks = Names::new("practices or tracks");
    for practice in &documents.practices {
        named_as_its_file(practice.file, &practice.value.id, report);
        walks.add(practice.file, &practice.value.id, report);
        let mut names = Walked::with_detours(documents, &mut Report::default());
        let mut floes = Names::new("floes");
        for floe in &practice.value.floes {
            form(practice.file, &floe.id, report);
            floes.add(practice.file, &floe.id, report);
            names.add_floe(practice.file, floe, report);
        }
    }
    Walked::with_detours(documents, report);
    for track in &documents.tracks {
        named_as_its_file(track.file, &track.value.id, report);
        walks.add(track.file, &track.value.id, report);
    }
    for scenario in &documents.scenarios {
        named_as_its_file(scenario.file, &scenario.value.id, report);
        walks.add(scenario.file, &scenario.value.id, report);
    }
    let mut plans = Names::new("plans");
    for plan in &documents.plans {
        named_as_its_file(plan.file, &plan.value.id, report);
        plans.add(plan.file, &plan.value.id, report);
    }
    if let Some(own) = &documents.own {
        let mut names = Walked::with_detours(documents, &mut Report::default());
        names.add_floe(own.file, &own.value.build, report);
    }
    for list in &documents.lists {
        named_as_its_file(list.file, &list.value.id, report);
        groups(list.file, &list.value, report);
    }
}

/// Names of one kind that have to differ, each with the place it was first seen.
struct Names<'a> {
    kind: &'static str,
    seen: BTreeMap<&'a str, (&'a File, &'a Located<String>)>,
}

impl<'a> Names<'a> {
    fn new(kind: &'static str) -> Self {
        let seen = BTreeMap::new();
        Self { kind, seen }
    }

    fn add(&mut self, file: &'a File, id: &'a Located<String>, report: &mut Report) {
        match self.seen.entry(id) {
            Entry::Vacant(free) => {
                free.insert((file, id));
            }
            Entry::Occupied(taken) => {
                let (first, place) = taken.get();
                let line = line(first, place);
                let elsewhere = if first.name == file.name {
                    String::new()
                } else {
                    format!("{}, ", legible(&first.name, LONGEST * 2))
                };
                let what = format!("there are two {} called {}", self.kind, quoted(id));
                report.at(
                    file,
                    id,
                    what,
                    format!("the first one stands in {elsewhere}line {line}."),
                );
            }
        }
    }
}

/// The steps and asks of a practice, together with the detours every practice has.
struct Walked<'a> {
    steps: Names<'a>,
    asks: Names<'a>,
}

impl<'a> Walked<'a> {
    fn with_detours(documents: &'a Documents<'a>, report: &mut Report) -> Self {
        let mut walked = Self {
            steps: Names::new("steps"),
            asks: Names::new("asks"),
        };
        if let Some(detours) = &documents.detours {
            for step in detours.value.steps() {
                walked.add(detours.file, step, report);
            }
        }
        walked
    }

    fn add_floe(&mut self, file: &'a File, floe: &'a Floe, report: &mut Report) {
        for step in &floe.steps {
            self.add(file, step, report);
        }
    }

    fn add(&mut self, file: &'a File, step: &'a Step, report: &mut Report) {
        form(file, &step.id, report);
        self.steps.add(file, &step.id, report);
        for ask in &step.asks {
            form(file, &ask.id, report);
            self.asks.add(file, &ask.id, report);
            match &ask.ask.value {
                Kind::Choice(options) | Kind::EachAgreement(options) => {
                    inside(
                        file,
                        "options",
                        options.iter().map(|option| &option.id),
                        report,
                    );
                }
                Kind::Slots(slots) => {
                    inside(file, "slots", slots.iter().map(|slot| &slot.id), report)
                }
                _ => {}
            }
        }
    }
}

fn groups(file: &File, list: &List, report: &mut Report) {
    inside(
        file,
        "groups",
        list.groups.iter().map(|group| &group.id),
        report,
    );
}

/// Ids that live inside one ask or list.
fn inside<'a>(
    file: &'a File,
    kind: &'static str,
    ids: impl Iterator<Item = &'a Located<String>>,
    report: &mut Report,
) {
    let mut names = Names::new(kind);
    for id in ids {
        form(file, id, report);
        names.add(file, id, report);
    }
}

fn named_as_its_file(file: &File, id: &Located<String>, report: &mut Report) {
    if is_well_formed(id) && **id != file.stem() {
        let what = format!(
            "this is called {}, and its file {}",
            quoted(id),
            quoted(file.stem())
        );
        report.at(
            file,
            id,
            what,
            "give both the same name: saved crossings look for it.".to_owned(),
        );
    } else {
        form(file, id, report);
    }
}

fn form(file: &File, id: &Located<String>, report: &mut Report) {
    if is_well_formed(id) {
        return;
    }
    let what = format!("{} isn't a name floe can use", quoted(id));
    let rule = format!("names are made of a to z, 0 to 9 and _, at most {LONGEST} of them.");
    let better = well_formed(id).map(|better| format!(" {} would be one.", quoted(&better)));
    report.at(file, id, what, rule + &better.unwrap_or_default());
}

fn is_well_formed(id: &str) -> bool {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    !id.is_empty() && id.len() <= LONGEST && id.chars().all(good)
}

/// The nearest good name, if there is one.
fn well_formed(id: &str) -> Option<String> {
    let lower = id.trim().to_lowercase();
    let name: String = lower
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .take(LONGEST)
        .collect();
    (name.chars().any(|c| c.is_ascii_alphanumeric())).then_some(name)
}

fn line(file: &File, value: &Located<String>) -> usize {
    let before = value
        .span(&file.text)
        .and_then(|span| file.text.get(..span.start));
    before.unwrap_or_default().matches('\n').count() + 1
}
