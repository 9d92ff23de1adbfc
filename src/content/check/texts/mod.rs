//! Texts: every one can be read on a narrow screen, and nothing invisible hides in it.

mod legible;
mod talks;
mod voice;

use super::{
    documents::{Document, Documents},
    report::Report,
};
use crate::{
    content::{
        diagnostic::quoted,
        located::Located,
        schema::{Ask, Floe, Help, Kind, List, Manifest, Outcome, Step},
        source::File,
    },
    text::width,
};
use legible::{hidden, sentences, unknown_name};
use voice::{Voice, looks_like_a_prompt};

/// The narrowest page has 54 columns. A word wider than this would be broken even beside a label.
const WORD: usize = 40;
/// Widest text that can wrap: more would fill a page of 80 by 24 and scroll.
const PROSE: usize = 1200;
/// Widest prompt: four rows of the narrowest page, three of a usual one.
const PROMPT: usize = 220;
/// Most sentences read before the first key.
const SENTENCES: usize = 3;
/// Titles stand in one row, on the map beside the floes.
const TITLE: usize = 40;
/// The line that says where one is: "Floe 11 of 11: ", this, and ". Step 10 of 10." in 54 columns.
const SHORT: usize = 23;
/// Says where one is by itself ("The hand. Which, the second of four."), before "saved 14:02".
const PART: usize = 40;
/// An option in one row of a usual page, two of the narrowest.
const OPTION: usize = 66;
/// The label of a slot, or before something shown, with its sentence beside or below.
const LABEL: usize = 40;
/// The name of an answer at the landing, between "keep" and the answer.
const NAME: usize = 18;
/// The title of a group of words, left of them.
const GROUP: usize = 24;
/// What a group is about, right of its title or below it.
const ABOUT: usize = 40;
/// The heading of one of two panes in 54 columns.
const PANE: usize = 25;

/// Looks at every text of the pack.
pub(super) fn check(documents: &Documents<'_>, report: &mut Report) {
    let voice = &Voice::of(documents);
    if let Some(Document { file, value }) = &documents.manifest {
        Texts::of(file, report, voice).manifest(value);
    }
    for Document { file, value } in &documents.practices {
        let mut texts = Texts::of(file, report, voice);
        value.floes.iter().for_each(|floe| texts.floe(floe));
    }
    if let Some(Document { file, value }) = &documents.own {
        Texts::of(file, report, voice).own(value);
    }
    if let Some(Document { file, value }) = &documents.rehearsal {
        Texts::of(file, report, voice).rehearsal(value);
    }
    for Document { file, value } in &documents.scenarios {
        let part = documents.rehearsal.as_ref();
        let part = part.map(|rehearsal| &*rehearsal.value.turn.part);
        Texts::of(file, report, voice).scenario(value, part.map(String::as_str));
    }
    if let Some(Document { file, value }) = &documents.handout {
        Texts::of(file, report, voice).handout(value);
    }
    for Document { file, value } in &documents.plans {
        Texts::of(file, report, voice).plan(value);
    }
    if let Some(Document { file, value }) = &documents.detours {
        let mut texts = Texts::of(file, report, voice);
        for step in value.steps() {
            texts.known = match *step.id == *value.jump.id {
                true => vec!["floe"],
                false => Vec::new(),
            };
            texts.step(step);
        }
    }
    for Document { file, value } in &documents.lists {
        Texts::of(file, report, voice).list(value);
    }
    if let Some(Document { file, value }) = &documents.help {
        Texts::of(file, report, voice).help(value);
    }
    if let Some(Document { file, value }) = &documents.words {
        let mut texts = Texts::of(file, report, voice);
        value
            .words
            .0
            .iter()
            .for_each(|(_, sentence)| texts.sentence(sentence));
    }
}

/// The texts of one file.
struct Texts<'a> {
    file: &'a File,
    report: &'a mut Report,
    /// Names that are known here besides those of people: `agreement` on a path and where each agreement is asked
    /// about, `floe` where both are asked whether they jump, and what a story fills in.
    known: Vec<&'static str>,
    /// What only floe says.
    voice: &'a Voice<'a>,
}

impl<'a> Texts<'a> {
    fn of(file: &'a File, report: &'a mut Report, voice: &'a Voice<'a>) -> Self {
        let known = Vec::new();
        Self {
            file,
            report,
            known,
            voice,
        }
    }

    fn manifest(&mut self, manifest: &Manifest) {
        self.line(&manifest.title, TITLE);
        if let Some(version) = &manifest.version {
            self.line(version, SHORT);
        }
        manifest.credits.iter().for_each(|line| self.prose(line));
        for offer in &manifest.practices {
            self.line(&offer.title, TITLE);
            self.prose(&offer.about);
        }
    }

    fn floe(&mut self, floe: &Floe) {
        self.line(&floe.title, TITLE);
        match &floe.short {
            Some(short) => self.line(short, SHORT),
            None if width(&floe.title) > SHORT && width(&floe.title) <= TITLE => {
                let what = format!(
                    "this title is {} columns wide, and {SHORT} fit in the line that says where one is",
                    width(&floe.title)
                );
                self.tell(
                    &floe.title,
                    what,
                    "give this floe a short title too: short: \"...\".",
                );
            }
            None => {}
        }
        self.prose(&floe.purpose);
        for slip in &floe.slips {
            self.prose(&slip.slip);
            self.prose(&slip.hand);
        }
        floe.room.iter().for_each(|text| self.prose(text));
        let agreement = floe.path.is_some().then_some("agreement");
        self.with(agreement, |texts| {
            floe.steps.iter().for_each(|step| texts.step(step));
        });
    }

    fn step(&mut self, step: &Step) {
        self.line(&step.title, TITLE);
        self.prose(&step.why);
        step.hint
            .iter()
            .chain(&step.example)
            .for_each(|text| self.prose(text));
        step.asks.iter().for_each(|ask| self.ask(ask));
    }

    fn ask(&mut self, ask: &Ask) {
        let of_each = matches!(&*ask.ask, Kind::EachAgreement(_)).then_some("agreement");
        self.with(of_each, |texts| texts.asked(ask));
    }

    fn asked(&mut self, ask: &Ask) {
        self.prompt(&ask.prompt);
        ask.pair.iter().for_each(|prompt| self.prompt(prompt));
        ask.part.iter().for_each(|part| self.line(part, PART));
        ask.label.iter().for_each(|name| self.line(name, NAME));
        ask.says.iter().for_each(|text| self.prose(text));
        ask.notes.iter().for_each(|note| self.prose(&note.text));
        for (shown, widest) in [(&ask.shows, LABEL), (&ask.panes, PANE)] {
            let labels = shown.iter().filter_map(|show| show.label.as_ref());
            labels.for_each(|label| self.line(label, widest));
        }
        self.kind(&ask.ask);
        for outcome in super::scope::outcomes(ask) {
            if let Outcome::Again { closing, .. } | Outcome::Swap { closing, .. } = &outcome.value {
                self.prose(closing);
            }
        }
    }

    /// Looks at texts in which these names are known too.
    fn with(
        &mut self,
        names: impl IntoIterator<Item = &'static str>,
        look: impl FnOnce(&mut Self),
    ) {
        let before = self.known.len();
        self.known.extend(names);
        look(self);
        self.known.truncate(before);
    }

    fn kind(&mut self, kind: &Kind) {
        match kind {
            Kind::Choice(options) | Kind::EachAgreement(options) => {
                for option in options {
                    self.line(&option.text, OPTION);
                    option.says.iter().for_each(|text| self.prose(text));
                }
            }
            Kind::Both { no } => self.line(no, OPTION),
            Kind::Slots(slots) => slots.iter().for_each(|slot| self.line(&slot.label, LABEL)),
            Kind::TwoColumns { left, right } => {
                self.line(left, PANE);
                self.line(right, PANE);
            }
            Kind::Compose(parts) => {
                for part in parts {
                    part.lead
                        .iter()
                        .chain(&part.or)
                        .for_each(|text| self.prose(text));
                }
            }
            _ => {}
        }
    }

    fn list(&mut self, list: &List) {
        for group in &list.groups {
            self.line(&group.title, GROUP);
            self.line(&group.about, ABOUT);
            group.words.iter().for_each(|word| self.line(word, WORD));
        }
        list.stories
            .iter()
            .for_each(|story| self.line(&story.word, WORD));
    }

    fn help(&mut self, help: &Help) {
        help.safety.iter().for_each(|text| self.prose(text));
        self.prose(&help.unconfirmed);
        for line in &help.lines {
            self.line(&line.place, TITLE);
            self.line(&line.name, TITLE);
            self.prose(&line.reach);
        }
    }

    /// A text that stands in one row.
    fn line(&mut self, text: &Located<String>, widest: usize) {
        if !self.reads_well(text) {
            return;
        }
        if text.contains('\n') {
            self.tell(
                text,
                "this breaks into several lines",
                "it stands in one row.",
            );
        } else if width(text) > widest {
            let what = format!(
                "this is {} columns wide, and {widest} fit here",
                width(text)
            );
            self.tell(text, what, "it stands in one row, on a narrow screen too.");
        }
    }

    /// What is asked.
    fn prompt(&mut self, text: &Located<String>) {
        if !self.reads_well(text) {
            return;
        }
        if sentences(text) > SENTENCES {
            let what = format!(
                "this prompt has {} sentences, and {SENTENCES} are read before the first key",
                sentences(text)
            );
            self.tell(
                text,
                what,
                "the others could be the hint, or an ask of their own.",
            );
        } else if width(text) > PROMPT {
            let what = format!(
                "this prompt is {} columns long, and {PROMPT} fit above an answer",
                width(text)
            );
            self.tell(
                text,
                what,
                "some of it could be the hint, or an ask of its own.",
            );
        }
    }

    /// A text that wraps.
    fn prose(&mut self, text: &Located<String>) {
        self.reads_well(text);
    }

    /// A sentence of the program, which has blanks of its own.
    fn sentence(&mut self, text: &Located<String>) {
        self.is_legible(text);
    }

    /// Whether nothing is wrong with a text so far; what is has been told.
    fn reads_well(&mut self, text: &Located<String>) -> bool {
        if let Some(name) = unknown_name(text, &self.known) {
            let what = format!("there is no name called {}", quoted(name));
            let help = match (name, self.known.as_slice()) {
                ("floe", _) => {
                    "{floe} becomes the floe to jump to, in the detour jump and nowhere else."
                        .to_owned()
                }
                ("agreement", _) => {
                    "{agreement} is what a path or EachAgreement is about.".to_owned()
                }
                (_, [] | ["floe" | "agreement"]) => {
                    "{me} and {other} become the names of the two people, {speaker} and {listener} those of two who take turns.".to_owned()
                }
                (_, known) => talks::filled_here(known),
            };
            self.tell(text, what, help);
            return false;
        }
        if let Some((what, help)) = self.voice.imitated(text) {
            self.tell(text, what, help);
            return false;
        }
        self.is_legible(text)
    }

    fn is_legible(&mut self, text: &Located<String>) -> bool {
        let hidden = hidden(text);
        let long = text.split_whitespace().find(|word| width(word) > WORD);
        if let Some(hidden) = hidden {
            let what = format!(
                "something invisible hides in this text (U+{:04X})",
                u32::from(hidden)
            );
            self.tell(text, what, "type the text anew, without it.");
        } else if text.trim().is_empty() {
            self.tell(
                text,
                "this text is empty",
                "write one, or leave the field out if floe lets you.",
            );
        } else if let Some(word) = long {
            let what = format!(
                "{} is {} columns wide, and {WORD} fit beside a label",
                quoted(word),
                width(word)
            );
            self.tell(text, what, "a space in it lets the line break.");
        } else if looks_like_a_prompt(text) {
            self.tell(
                text,
                "this looks like the line that asks for an answer in plain lines",
                "other programs go by it: round brackets are free.",
            );
        } else if width(text) > PROSE {
            let what = format!(
                "this text is {} columns long, and a page holds about {PROSE}",
                width(text)
            );
            self.tell(text, what, "two texts are easier to read.");
        } else {
            return true;
        }
        false
    }

    fn tell(&mut self, text: &Located<String>, what: impl Into<String>, help: impl Into<String>) {
        self.report.at(self.file, text, what, help.into());
    }
}
