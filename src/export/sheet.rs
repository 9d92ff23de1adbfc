//! A leaflet in words: titles, sections and what stands in them. How they are set is each format's own business.

use super::leaflet::{Leaflet, Outing, Promised};
use super::quiet_line::QuietLine;
use crate::content::Pack;
use crate::ledger::{Marked, Version};
use crate::session::{Agreement, Item, ItemKind, Seat, Substance};
use crate::text::{clean, clean_line};
use crate::words::{Key, Words};
use chrono::NaiveDate;

/// A leaflet in words. All of them may be shown: nothing in them can steer a terminal.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Language of floe's own words (BCP 47).
    pub(super) language: String,
    /// What this is, without a word of anybody's.
    pub(super) what: String,
    /// The river's title.
    pub(super) title: String,
    /// Their names, in a phrase.
    pub(super) names: Option<String>,
    /// The outings of a year; None for a single crossing.
    pub(super) line: Option<QuietLine>,
    /// What was kept.
    pub(super) sections: Vec<Section>,
    /// What this page is, once more, at its end.
    pub(super) foot: String,
}

/// What stands under one heading.
#[derive(Debug)]
pub(super) struct Section {
    /// The heading; None where the page's own says it.
    pub(super) title: Option<String>,
    /// What stands there; at least one.
    pub(super) pieces: Vec<Piece>,
    /// How they are set.
    pub(super) form: Form,
}

/// How what stands under a heading is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One after another.
    Pieces,
    /// A list, a line each.
    List,
    /// A card for a pocket: each part under its name.
    Card,
}

/// One thing that was kept.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// The heading of an agreement: its own words, in one line.
    pub(super) head: Option<String>,
    /// A few words about it: its short name, whose it is.
    pub(super) about: Option<String>,
    /// People's words, line by line.
    pub(super) lines: Vec<String>,
    /// What is said of it, each under its name.
    pub(super) facts: Vec<Fact>,
    /// What belongs to it under a title of its own: how it went, other versions.
    pub(super) groups: Vec<Group>,
}

/// Something that belongs to an agreement.
#[derive(Debug)]
pub(super) struct Group {
    /// Its title.
    pub(super) title: String,
    /// The words of another version, in one line.
    pub(super) line: Option<String>,
    /// What is said there.
    pub(super) facts: Vec<Fact>,
}

/// Something under a name.
#[derive(Debug)]
pub(super) struct Fact {
    /// The name.
    pub(super) label: String,
    /// What is said; at least one line.
    pub(super) lines: Vec<String>,
}

impl Fact {
    fn new(label: String, text: &str) -> Self {
        let lines = rows(text);
        Self { label, lines }
    }
}

impl Sheet {
    /// The leaflet in the words of a pack.
    pub(super) fn of(leaflet: &Leaflet, pack: &Pack) -> Self {
        let words = Words::of(pack);
        // A card is for the talk itself, where whose story it was practised on is of no use.
        let is_card = !leaflet.whole && leaflet.items().any(|item| item.kind == ItemKind::Card);
        let title = match leaflet.title.trim() {
            _ if is_card => words.say(Key::LeafletCard, &[]),
            "" => words.say(Key::RiverUntitled, &[]),
            title => clean_line(title).into_owned(),
        };
        let writer = Writer {
            leaflet,
            pack,
            words,
        };
        let line = leaflet.whole.then(|| QuietLine::of(leaflet, words));
        Self {
            language: pack.language.clone(),
            what: words.say(Key::LeafletWhat, &[]),
            title,
            names: writer.names().filter(|_| !is_card),
            line: line.flatten(),
            sections: writer.sections(is_card),
            foot: words.say(Key::LeafletFoot, &[]),
        }
    }
}

/// A day with its year, whatever year it is read in.
pub(super) fn dated(words: Words<'_>, day: NaiveDate) -> String {
    words.day(day, NaiveDate::MIN)
}

struct Writer<'a> {
    leaflet: &'a Leaflet,
    pack: &'a Pack,
    words: Words<'a>,
}

impl Writer<'_> {
    fn say(&self, key: Key) -> String {
        self.words.say(key, &[])
    }

    fn name(&self, seat: Seat) -> Option<String> {
        let name = self.leaflet.name(seat)?;
        Some(clean_line(name).into_owned())
    }

    fn names(&self) -> Option<String> {
        match Seat::BOTH.map(|seat| self.name(seat)) {
            [Some(first), Some(second)] => {
                let blanks = [("first", first.as_str()), ("second", &second)];
                Some(self.words.say(Key::BothNames, &blanks))
            }
            [first, second] => first.or(second),
        }
    }

    fn sections(&self, is_card: bool) -> Vec<Section> {
        let agreements = self.leaflet.agreements.iter();
        let agreements = agreements.filter_map(|promised| self.agreement(promised));
        let outings = self
            .leaflet
            .outings
            .iter()
            .map(|outing| self.outing(outing));
        let kinds = |kinds: &[ItemKind]| -> Vec<Piece> {
            let items = self
                .leaflet
                .items()
                .filter(|item| kinds.contains(&item.kind));
            items.filter_map(|item| self.item(item)).collect()
        };
        let rest = [
            ItemKind::Guess,
            ItemKind::Hand,
            ItemKind::Words,
            ItemKind::Chosen,
        ];
        let cards = self
            .leaflet
            .items()
            .filter(|item| item.kind == ItemKind::Card);
        let mut sections = vec![
            (Key::LeafletCard, cards.filter_map(card).collect()),
            (Key::LeafletAgreements, agreements.collect()),
            (Key::LeafletThanks, kinds(&[ItemKind::Thanks])),
            (Key::LeafletCarry, kinds(&[ItemKind::Carry])),
            (Key::LeafletMemories, kinds(&[ItemKind::Memory])),
            (Key::LeafletRest, kinds(&rest)),
            (Key::LeafletLook, self.look(kinds(&[ItemKind::LookAgain]))),
        ];
        if sections.iter().all(|(_, pieces)| pieces.is_empty()) {
            let nothing = rows(&self.say(Key::LeafletNothing));
            let piece = Piece {
                lines: nothing,
                ..Piece::default()
            };
            sections = vec![(Key::LeafletWhat, vec![piece])];
        }
        if !is_card {
            sections.push((Key::LeafletOutings, outings.collect()));
        }
        sections.retain(|(_, pieces): &(Key, Vec<Piece>)| !pieces.is_empty());
        let section = |(key, pieces)| Section {
            title: (!is_card || key != Key::LeafletCard).then(|| self.say(key)),
            form: match key {
                Key::LeafletOutings => Form::List,
                Key::LeafletCard => Form::Card,
                _ => Form::Pieces,
            },
            pieces,
        };
        sections.into_iter().map(section).collect()
    }

    /// The words the day to look again was given in, the latest only; before them the day itself.
    fn look(&self, mut given: Vec<Piece>) -> Vec<Piece> {
        let mut piece = given.pop().unwrap_or_default();
        if let Some(next) = &self.leaflet.next {
            piece.lines.insert(0, dated(self.words, next.day));
        }
        piece.about = None;
        if piece.lines.is_empty() {
            return Vec::new();
        }
        vec![piece]
    }

    fn outing(&self, outing: &Outing) -> Piece {
        let day = dated(self.words, outing.started.date());
        let offer = self
            .pack
            .offers
            .iter()
            .find(|offer| offer.id == outing.practice);
        let title = offer.map_or(outing.practice.as_str(), |offer| &offer.title);
        let key = match (outing.together, outing.ended) {
            (_, None) => Key::LeafletUnderWay,
            (true, _) => Key::LeafletTogether,
            (false, _) => Key::LeafletAlone,
        };
        let said = self.words.say(key, &[("day", &day), ("title", title)]);
        Piece {
            lines: rows(&said),
            ..Piece::default()
        }
    }

    /// Words that were kept; an agreement and what is said of it stand elsewhere.
    fn item(&self, item: &Item) -> Option<Piece> {
        let lines = match &item.substance {
            Substance::Text(text) => rows(text),
            Substance::Chosen(chosen) => rows(&chosen.join(", ")),
            Substance::Agreement(_) | Substance::Mark(_) | Substance::Turn(_) => return None,
        };
        // Under a heading of its own kind, the kind needn't be said again.
        let told = matches!(item.kind, ItemKind::Guess | ItemKind::Hand);
        let label = item.label.clone();
        let label = label.or_else(|| told.then(|| self.say(Key::of_item(item.kind))));
        let by = self.leaflet.of_two && !item.shared;
        let name = self.name(item.seat).filter(|_| by);
        let about: Vec<String> = label.into_iter().chain(name).collect();
        let about = clean_line(&about.join(", ")).into_owned();
        Some(Piece {
            about: (!about.is_empty()).then_some(about),
            lines,
            ..Piece::default()
        })
    }

    fn agreement(&self, promised: &Promised) -> Option<Piece> {
        let entry = &promised.entry;
        let standing = entry.standing()?;
        let life = self.say(Key::of_life(promised.life));
        let life = match entry.over {
            Some((day, _)) => {
                let blanks = [("word", life.as_str()), ("day", &dated(self.words, day))];
                self.words.say(Key::LeafletOver, &blanks)
            }
            None => life,
        };
        let mut facts = vec![Fact::new(self.say(Key::LeafletStands), &life)];
        let name = self.name(entry.by).filter(|_| self.leaflet.of_two);
        facts.extend(name.map(|name| Fact::new(self.say(Key::LeafletWhose), &name)));
        facts.extend(self.clauses(&standing.agreement));
        let marks: Vec<Fact> = entry.marks.iter().map(|marked| self.mark(marked)).collect();
        let marks = (!marks.is_empty()).then(|| Group {
            title: self.say(Key::ItemMark),
            line: None,
            facts: marks,
        });
        let others = entry.versions.iter().filter(|version| *version != standing);
        let others = others.map(|version| {
            let is_offered = Some(version) == entry.offered();
            self.other_version(version, is_offered)
        });
        Some(Piece {
            head: Some(one_line(&standing.agreement.text)),
            facts,
            groups: marks.into_iter().chain(others).collect(),
            ..Piece::default()
        })
    }

    /// A version that doesn't stand: one that waits, or one from before.
    fn other_version(&self, version: &Version, is_offered: bool) -> Group {
        let key = if is_offered {
            Key::LeafletOffered
        } else {
            Key::LeafletBefore
        };
        let day = dated(self.words, version.at.day());
        Group {
            title: self.words.say(key, &[("day", &day)]),
            line: Some(one_line(&version.agreement.text)),
            facts: self.clauses(&version.agreement).collect(),
        }
    }

    /// The clauses that were filled, under their names.
    fn clauses(&self, agreement: &Agreement) -> impl Iterator<Item = Fact> {
        let cares = (!agreement.looks_after.is_empty()).then(|| agreement.looks_after.join(", "));
        let named = [
            (Key::ClauseInstead, agreement.instead.clone()),
            (Key::ClauseWho, agreement.who.clone()),
            (Key::ClauseWhen, agreement.when.clone()),
            (Key::ClauseUntil, agreement.until.clone()),
            (Key::ClauseSeenBy, agreement.seen_by.clone()),
            (Key::ClauseLooksAfter, cares),
            (Key::ClauseIfThen, agreement.if_then.clone()),
            (Key::ClauseChangeBy, agreement.change_by.clone()),
            (Key::ClauseTellBy, agreement.tell_by.clone()),
            (Key::ClausePurpose, agreement.purpose.clone()),
        ];
        let fact = |(key, text): (Key, Option<String>)| Some(Fact::new(self.say(key), &text?));
        named.into_iter().filter_map(fact)
    }

    /// A mark. Alone its words and its wish are one's own; of two, what was shown is the mark and its note.
    fn mark(&self, marked: &Marked) -> Fact {
        let day = dated(self.words, marked.on);
        let name = self.name(marked.by).filter(|_| self.leaflet.of_two);
        let label = match name {
            Some(name) => {
                let blanks = [("day", day.as_str()), ("name", &name)];
                self.words.say(Key::LeafletMarkBy, &blanks)
            }
            None => day,
        };
        let mark = &marked.mark;
        let mut lines = vec![self.say(Key::of_view(mark.view))];
        lines.extend(mark.note.iter().flat_map(|note| rows(note)));
        let wish = mark.wish.as_ref().filter(|_| !self.leaflet.of_two);
        lines.extend(wish.map(|wish| {
            let wish = clean_line(wish);
            self.words.say(Key::LeafletWish, &[("wish", &wish)])
        }));
        Fact { label, lines }
    }
}

/// A card, part by part: the name of a part stands before the first colon of its line.
fn card(item: &Item) -> Option<Piece> {
    let Substance::Text(text) = &item.substance else {
        return None;
    };
    let part = |row: String| match row.split_once(": ") {
        Some((name, words)) => Fact::new(name.to_owned(), words),
        None => Fact::new(String::new(), &row),
    };
    Some(Piece {
        facts: rows(text).into_iter().map(part).collect(),
        ..Piece::default()
    })
}

/// The lines of a text that may be shown; empty ones go.
fn rows(text: &str) -> Vec<String> {
    let text = clean(text);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

fn one_line(text: &str) -> String {
    rows(text).join(" ")
}
