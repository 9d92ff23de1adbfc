//! `floe pack list`: the packs there are, what each brings, and whether it can be used.

use super::doctor::place;
use super::{Failure, check};
use crate::cli::Everywhere;
use crate::content::{
    Language, Pack, coverage::sentences_of, library, library::Named, source::File, source::Kind,
    stack::Stack,
};
use crate::store::found_packs::{Found, folder, found};
use crate::store::home::Home;
use crate::store::pack_files::Unread;
use crate::text::clean_line;
use crate::words::{KEYS, Key, Words};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;

/// A pack in the data folder, and what became of it.
pub(super) struct Row {
    found: Found,
    stand: Stand,
    /// What it says of itself; None where that can't be read.
    named: Option<Named>,
    adds: Counts,
    replaces: Counts,
    /// How many files of those below no longer fit, and are left out.
    dropped: usize,
}

impl Row {
    /// Whether it can't be used together with the others.
    pub(super) const fn is_left_out(&self) -> bool {
        !matches!(self.stand, Stand::Whole | Stand::Tongue(_) | Stand::Strange)
    }
}

/// What became of a pack.
#[derive(Clone, Copy)]
enum Stand {
    /// It is used.
    Whole,
    /// It is used with another language.
    Tongue(Language),
    /// It can be named, and isn't used by itself: floe doesn't speak its language.
    Strange,
    /// It is whole, and doesn't go together with those above it.
    Clash,
    /// So many problems are in it.
    Broken(usize),
    /// Nothing says what it is.
    Nameless,
    /// It is no folder.
    NoFolder,
}

/// How many there are of what, by the sentence and the name in JSON.
type Counts = BTreeMap<Sort, usize>;

/// What stands in a pack.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Practices,
    Rehearsals,
    Plans,
    Lists,
    Mirror,
    Pages,
    Sentences,
}

impl Sort {
    fn of(file: &File) -> Option<Self> {
        Some(match file.kind()? {
            Kind::Manifest => return None,
            Kind::Practice | Kind::Track => Self::Practices,
            Kind::Scenario => Self::Rehearsals,
            Kind::Plan => Self::Plans,
            Kind::List => Self::Lists,
            Kind::Mirror => Self::Mirror,
            Kind::Words | Kind::Help | Kind::Detours => Self::Pages,
            Kind::Rehearsal | Kind::Own | Kind::Handout => Self::Pages,
            Kind::Sentences => Self::Sentences,
        })
    }

    const fn named(self) -> (&'static str, Key) {
        match self {
            Self::Practices => ("practices", Key::PackPractices),
            Self::Rehearsals => ("rehearsals", Key::PackRehearsals),
            Self::Plans => ("plans", Key::PackPlans),
            Self::Lists => ("lists", Key::PackLists),
            Self::Mirror => ("mirror", Key::PackMirror),
            Self::Pages => ("pages", Key::PackPages),
            Self::Sentences => ("sentences", Key::PackSentences),
        }
    }
}

pub(super) fn run(
    everywhere: &Everywhere,
    cover: &Pack,
    language: Language,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words = Words::of(cover);
    let home = Home::locate(everywhere.home.clone());
    let home = home.map_err(|error| Failure::home(words, &error))?;
    let rows = rows(found(&home), language)?;
    let written = if as_json {
        let list: Vec<_> = std::iter::once(own(cover))
            .chain(rows.iter().map(row))
            .collect();
        writeln!(out, "{:#}", Value::Array(list))
    } else {
        let told = told(&rows, &home, words).join("\n\n");
        writeln!(out, "{told}")
    };
    written.map_err(|error| Failure::out(words, &error))?;
    Ok(0)
}

/// Lays every pack over those of its language, as a walk would.
pub(super) fn rows(found: Vec<Found>, language: Language) -> Result<Vec<Row>, Failure> {
    let mut stacks: BTreeMap<String, Stack> = BTreeMap::new();
    let mut rows = Vec::new();
    for found in found {
        let files = found.files.as_deref().unwrap_or_default();
        let tag = library::spoken(files, language);
        let own_language = tag.split('-').next().unwrap_or_default().to_lowercase();
        let stack = match stacks.entry(own_language) {
            std::collections::btree_map::Entry::Occupied(there) => there.into_mut(),
            std::collections::btree_map::Entry::Vacant(free) => {
                let stack = Stack::in_language(&tag);
                free.insert(stack.map_err(|problems| Failure::wordless(problems.len()))?)
            }
        };
        let (adds, replaces) = counted(files, stack);
        let mut dropped = 0;
        let stand = match &found.files {
            Err(unread) => unreadable(unread),
            Ok(files) => match stack.lay(files, KEYS).map(|gone| dropped = gone.len()) {
                Ok(()) if Language::is_same(&tag, language.code()) => Stand::Whole,
                Ok(()) => Language::of(&tag).map_or(Stand::Strange, Stand::Tongue),
                Err(_) => match check::of_pack(files, KEYS, language).0.len() {
                    0 => Stand::Clash,
                    problems => Stand::Broken(problems),
                },
            },
        };
        rows.push(Row {
            stand,
            named: named(files),
            adds,
            replaces,
            dropped,
            found,
        });
    }
    Ok(rows)
}

/// What a pack says of itself, as it may be shown.
fn named(files: &[File]) -> Option<Named> {
    let clean = |text: String| clean_line(&text).into_owned();
    library::named(files).map(|named| Named {
        id: clean(named.id),
        title: clean(named.title),
        version: named.version.map(clean),
        language: clean(named.language),
    })
}

fn unreadable(unread: &[Unread]) -> Stand {
    match unread {
        [Unread::Nameless(_)] => Stand::Nameless,
        [Unread::NotAFolder(_)] => Stand::NoFolder,
        unread => Stand::Broken(unread.len()),
    }
}

/// What files add to those below them, and what they have in their place.
fn counted(files: &[File], below: &Stack) -> (Counts, Counts) {
    let (mut adds, mut replaces) = (Counts::new(), Counts::new());
    for file in files {
        let Some(sort) = Sort::of(file) else {
            continue;
        };
        let exchanged = (sort == Sort::Sentences).then(|| sentences_of(file).len());
        let is_there = exchanged.is_some() || below.has(&file.name);
        let counts = if is_there { &mut replaces } else { &mut adds };
        *counts.entry(sort).or_default() += exchanged.unwrap_or(1);
    }
    (adds, replaces)
}

fn told(rows: &[Row], home: &Home, words: Words<'_>) -> Vec<String> {
    let codes: Vec<&str> = Language::all().map(Language::code).collect();
    let blanks = [
        ("version", env!("CARGO_PKG_VERSION")),
        ("languages", &codes.join(", ")),
    ];
    let mut told = vec![words.say(Key::PackListOwn, &blanks)];
    if rows.is_empty() {
        let path = place::shown(&folder(home));
        told.push(words.say(Key::PackListNone, &[("path", &path)]));
    }
    told.extend(rows.iter().map(|row| paragraph(row, words)));
    told
}

/// A pack in a few lines, the first with its name.
fn paragraph(row: &Row, words: Words<'_>) -> String {
    let mut lines = vec![heading(row, words)];
    for (key, counts) in [
        (Key::PackListAdds, &row.adds),
        (Key::PackListReplaces, &row.replaces),
    ] {
        let count =
            |(sort, n): (&Sort, &usize)| words.say(sort.named().1, &[("n", &n.to_string())]);
        let counts: Vec<String> = counts.iter().map(count).collect();
        if !counts.is_empty() {
            lines.push(words.say(key, &[("what", &counts.join(", "))]));
        }
    }
    if row.dropped > 0 {
        let n = row.dropped.to_string();
        lines.push(words.say(Key::PackListDrops, &[("n", &n)]));
    }
    lines.extend(standing(row, words).lines().map(str::to_owned));
    lines.push(place::shown(&row.found.path));
    lines.join("\n    ")
}

fn heading(row: &Row, words: Words<'_>) -> String {
    let Some(named) = &row.named else {
        return row.found.name.clone();
    };
    let key = match named.version {
        Some(_) => Key::PackListVersion,
        None => Key::PackListPack,
    };
    let blanks = [
        ("name", row.found.name.as_str()),
        ("title", &named.title),
        ("version", named.version.as_deref().unwrap_or_default()),
        ("language", &named.language),
    ];
    words.say(key, &blanks)
}

/// What became of it, and what to do next.
fn standing(row: &Row, words: Words<'_>) -> String {
    let typed = place::typed(&row.found.path, "");
    let with =
        |key, n: &str, code: &str| words.say(key, &[("n", n), ("code", code), ("typed", &typed)]);
    match row.stand {
        Stand::Whole => with(Key::PackListWhole, "", ""),
        Stand::Tongue(language) => with(Key::PackListTongue, "", language.code()),
        Stand::Strange => with(Key::PackListStrange, "", ""),
        Stand::Clash => with(Key::PackListClash, "", ""),
        Stand::Broken(n) => with(Key::PackListBroken, &n.to_string(), ""),
        Stand::Nameless => with(Key::PackListNameless, "", ""),
        Stand::NoFolder => with(Key::PackListNoFolder, "", ""),
    }
}

fn own(cover: &Pack) -> Value {
    let codes: Vec<&str> = Language::all().map(Language::code).collect();
    json!({
        "name": cover.id.as_str(),
        "from": "floe",
        "id": cover.id.as_str(),
        "title": cover.title,
        "version": env!("CARGO_PKG_VERSION"),
        "languages": codes,
        "path": null,
        "stands": "whole",
        "problems": 0,
        "adds": {},
        "replaces": {},
        "leaves_out": 0,
    })
}

fn row(row: &Row) -> Value {
    let (stands, problems) = match row.stand {
        Stand::Whole => ("whole", 0),
        Stand::Tongue(_) | Stand::Strange => ("other_language", 0),
        Stand::Clash => ("clash", 0),
        Stand::Broken(n) => ("broken", n),
        Stand::Nameless => ("nameless", 1),
        Stand::NoFolder => ("no_folder", 1),
    };
    let counts = |counts: &Counts| -> Value {
        let counts = counts
            .iter()
            .map(|(sort, n)| (sort.named().0.to_owned(), json!(n)));
        Value::Object(counts.collect())
    };
    let named = row.named.as_ref();
    json!({
        "name": row.found.name,
        "from": "home",
        "id": named.map(|named| named.id.as_str()),
        "title": named.map(|named| named.title.as_str()),
        "version": named.and_then(|named| named.version.as_deref()),
        "languages": named.map(|named| [named.language.as_str()]).into_iter().flatten().collect::<Vec<_>>(),
        "path": place::shown(&row.found.path),
        "stands": stands,
        "problems": problems,
        "adds": counts(&row.adds),
        "replaces": counts(&row.replaces),
        "leaves_out": row.dropped,
    })
}
