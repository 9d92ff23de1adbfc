//! The lexicon of the mirror: every name resolved, every pattern read, nothing too large.

mod phrases;
mod spelling;

use super::report::Report;
use crate::content::{
    diagnostic::Diagnostic,
    located::{Entries, Located},
    model::{Id, lexicon as model},
    read,
    schema::lexicon as schema,
    source::{File, Kind},
};
use phrases::Reader;
use serde::de::DeserializeOwned;
use spelling::spelled;
use std::collections::BTreeMap;

/// The lexicon among these files; `None` if there is none.
///
/// # Errors
/// Every problem of it.
pub fn lexicon(files: &[File]) -> Result<Option<model::Lexicon>, Vec<Diagnostic>> {
    let both = lexicon_as_written(files)?;
    Ok(both.map(|(_, lexicon)| lexicon))
}

/// The lexicon among these files, and beside it how it is written, with its examples.
pub(crate) fn lexicon_as_written(
    files: &[File],
) -> Result<Option<(Written<'_>, model::Lexicon)>, Vec<Diagnostic>> {
    let mut report = Report::default();
    let both = Written::read(files, &mut report).map(|written| {
        let lexicon = written.build(&mut report);
        (written, lexicon)
    });
    match report.is_empty() {
        true => Ok(both),
        false => Err(report.sorted()),
    }
}

/// What may be about somebody's safety, among these files; `None` if there is nothing.
///
/// # Errors
/// Every problem of it.
pub fn dangers(files: &[File]) -> Result<Option<model::Dangers>, Vec<Diagnostic>> {
    let both = dangers_as_written(files)?;
    Ok(both.map(|(_, dangers)| dangers))
}

/// A file and what stands in it.
pub(crate) type Document<'a, T> = (&'a File, T);

/// What may be about somebody's safety, and beside it how it is written, with its examples.
pub(crate) fn dangers_as_written(
    files: &[File],
) -> Result<Option<(Document<'_, schema::Safety>, model::Dangers)>, Vec<Diagnostic>> {
    let mut report = Report::default();
    let spelling = one(
        files,
        "spelling",
        |d: &schema::Spelling| &d.format,
        &mut report,
    );
    let safety = one(files, "safety", |d: &schema::Safety| &d.format, &mut report);
    let built = spelling.zip(safety).map(|(spelling, (file, safety))| {
        let mut reader = Reader::new();
        reader.begin(file, Some(&safety.classes), &mut report);
        let mut kinds = Vec::new();
        for kind in &safety.kinds {
            let says = reader.all(file, &kind.says, &mut report);
            kinds.push((Id::new(&kind.id), says));
        }
        let mut leave = Vec::new();
        for left in &safety.leave {
            leave.extend(reader.all(file, &left.says, &mut report));
        }
        let dangers = model::Dangers {
            kinds,
            leave,
            phrases: reader.phrases,
            spelling: spelled(&spelling, &mut report),
        };
        ((file, safety), dangers)
    });
    match report.is_empty() {
        true => Ok(built),
        false => Err(report.sorted()),
    }
}

/// Every problem of both.
pub(super) fn check(files: &[File], report: &mut Report) {
    let problems = [lexicon(files).err(), dangers(files).err()];
    // Both read the spelling; what is wrong with it is told once.
    let mut told = Vec::new();
    for problem in problems.into_iter().flatten().flatten() {
        if !told.contains(&problem) {
            report.push(problem.clone());
            told.push(problem);
        }
    }
}

/// The files of a lexicon as they are written.
pub(crate) struct Written<'a> {
    spelling: Document<'a, schema::Spelling>,
    pub(crate) classes: Document<'a, schema::Classes>,
    pub(crate) glints: Option<Document<'a, schema::Glints>>,
    /// As they stand in the lexicon.
    pub(crate) families: Vec<Document<'a, schema::Family>>,
}

impl<'a> Written<'a> {
    fn read(files: &'a [File], report: &mut Report) -> Option<Self> {
        let spelling = one(files, "spelling", |d: &schema::Spelling| &d.format, report);
        let classes = one(files, "classes", |d: &schema::Classes| &d.format, report);
        let glints = one(files, "glints", |d: &schema::Glints| &d.format, report);
        let mut families = Vec::new();
        for file in files.iter().filter(|file| is_family(file)) {
            match read::document(file, |d: &schema::Family| &d.format) {
                Ok(family) => families.push((file, family)),
                Err(problem) => report.push(problem),
            }
        }
        families.sort_by(|one, other| one.0.name.cmp(&other.0.name));
        if let Some((file, family)) = families.get(model::Lexicon::FAMILIES) {
            let most = model::Lexicon::FAMILIES;
            report.at(
                file,
                &family.id,
                format!("a lexicon has at most {most} families"),
                None,
            );
        }
        Some(Self {
            spelling: spelling?,
            classes: classes?,
            glints,
            families,
        })
    }

    fn build(&self, report: &mut Report) -> model::Lexicon {
        let (file, classes) = &self.classes;
        let mut reader = Reader::new();
        reader.share(file, &classes.classes, report);
        let mut leave = Vec::new();
        for left in &classes.leave {
            leave.push(model::Leave {
                says: reader.all(file, &left.says, report),
                by: self.by(file, &left.only, report),
            });
        }
        let mut families = Vec::new();
        for (place, (file, family)) in self.families.iter().enumerate() {
            reader.begin(file, family.classes.as_ref(), report);
            families.push(of_family(file, family, &mut reader, report));
            for left in &family.leave {
                let by = match left.only.is_empty() {
                    true => vec![place],
                    false => self.by(file, &left.only, report),
                };
                let says = reader.all(file, &left.says, report);
                leave.push(model::Leave { says, by });
            }
        }
        model::Lexicon {
            spelling: spelled(&self.spelling, report),
            order: self.order(report),
            families,
            leave,
            glints: self.glints(&mut reader, report),
            phrases: reader.phrases,
        }
    }

    fn glints(&self, reader: &mut Reader, report: &mut Report) -> Vec<model::Glint> {
        let Some((file, written)) = &self.glints else {
            return Vec::new();
        };
        reader.begin(file, None, report);
        let glints = written.glints.iter().map(|glint| model::Glint {
            id: Id::new(&glint.id),
            line: glint.line.value.clone(),
            on: glint.on.clone(),
            says: reader.all(file, &glint.says, report),
        });
        glints.collect()
    }

    /// Which families these names mean; all of them if there are none.
    fn by(&self, file: &File, names: &[Located<String>], report: &mut Report) -> Vec<usize> {
        if names.is_empty() {
            return (0..self.families.len()).collect();
        }
        names
            .iter()
            .filter_map(|name| self.place(file, name, report))
            .collect()
    }

    fn place(&self, file: &File, name: &Located<String>, report: &mut Report) -> Option<usize> {
        let place = self
            .families
            .iter()
            .position(|(_, family)| family.id.value == name.value);
        if place.is_none() {
            let what = format!(
                "there is no family called {}",
                crate::content::diagnostic::quoted(name)
            );
            let names = self.families.iter().map(|(_, family)| family.id.as_str());
            report.no_such(file, name, what, "families", names);
        }
        place
    }

    fn order(&self, report: &mut Report) -> BTreeMap<schema::Context, Vec<usize>> {
        let (file, classes) = &self.classes;
        let mut all = BTreeMap::new();
        for order in &classes.order {
            let families = order
                .families
                .iter()
                .filter_map(|name| self.place(file, name, report))
                .collect();
            if all.insert(order.on.value, families).is_some() {
                report.at(file, &order.on, "this context is here twice", None);
            }
        }
        all
    }
}

fn of_family(
    file: &File,
    family: &schema::Family,
    reader: &mut Reader,
    report: &mut Report,
) -> model::Family {
    if family.asks.is_empty() {
        let help = "give it at least one question.".to_owned();
        report.at(file, &family.id, "this family asks nothing", help);
    }
    let text = |text: &Located<String>| text.value.clone();
    let reframes = family.reframes.iter();
    let cues = family.cues.iter();
    model::Family {
        id: Id::new(&family.id),
        title: text(&family.title),
        why: text(&family.why),
        promises: family.promises,
        asks: family.asks.iter().map(text).collect(),
        reframes: reframes
            .map(|one| (text(&one.from), text(&one.to)))
            .collect(),
        cues: cues.map(|cue| of_cue(file, cue, reader, report)).collect(),
    }
}

fn of_cue(file: &File, cue: &schema::Cue, reader: &mut Reader, report: &mut Report) -> model::Cue {
    if cue.says.is_empty() {
        report.at(file, &cue.id, "this cue listens for nothing", None);
    }
    model::Cue {
        id: Id::new(&cue.id),
        says: reader.all(file, &cue.says, report),
        unless: reader.all(file, &cue.unless, report),
        not_asked: cue.not_asked,
        not_on: cue.not_on.clone(),
        of_other: cue.of_other,
    }
}

/// The one file of this name.
fn one<'a, T: DeserializeOwned>(
    files: &'a [File],
    stem: &str,
    format: impl FnOnce(&T) -> &Located<u32>,
    report: &mut Report,
) -> Option<(&'a File, T)> {
    let file = files
        .iter()
        .find(|file| file.kind() == Some(Kind::Mirror) && file.stem() == stem)?;
    match read::document(file, format) {
        Ok(value) => Some((file, value)),
        Err(problem) => {
            report.push(problem);
            None
        }
    }
}

fn is_family(file: &File) -> bool {
    file.kind() == Some(Kind::Mirror)
        && !matches!(file.stem(), "spelling" | "classes" | "glints" | "safety")
}
