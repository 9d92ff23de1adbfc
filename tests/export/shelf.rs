//! Rivers to export: a year that two people crossed, one person alone, one with nothing kept, one full of hostile words.

use floe::content::{Id, Mode, View};
use floe::session::{
    Agreement, FORMAT, Fate, Header, Item, ItemKind, Mark, Promise, Record, River, Seat, Stage,
    Status, Substance, Turn,
};
use floe::time::Moment;
use serde::Serialize;
use std::io::Write as _;
use std::path::Path;

/// A river with its crossings.
pub(crate) struct Shelf {
    pub(crate) river: River,
    pub(crate) crossings: Vec<Record>,
}

impl Shelf {
    pub(crate) fn new(id: &str, title: &str, seats: &[&str]) -> Self {
        let river = River {
            format: FORMAT,
            id: id.to_owned(),
            title: title.to_owned(),
            seats: seats.iter().map(|name| (*name).to_owned()).collect(),
        };
        Self {
            river,
            crossings: Vec::new(),
        }
    }

    /// One more crossing: a day like `2026-06-21`, at half past seven in the evening.
    pub(crate) fn cross(&mut self, id: &str, mode: Mode, day: &str, stage: Stage) {
        let names = &self.river.seats;
        let header = Header {
            id: id.to_owned(),
            river: Some(self.river.id.clone()),
            title: Some(self.river.title.clone()),
            me: names.first().cloned(),
            other: names.get(1).cloned(),
            practice: Id::new("crossing"),
            pack: Id::new("floe"),
            language: "en".to_owned(),
            mode,
            started: at(day, "19:30"),
            first_visit: false,
            seed: 7,
            brought: Vec::new(),
        };
        self.crossings.push(Record {
            format: FORMAT,
            rev: 1,
            header,
            stage,
        });
    }

    /// Lays it into a home.
    pub(crate) fn lay(&self, home: &Path) {
        let folder = home.join(&self.river.id);
        std::fs::create_dir_all(&folder).unwrap();
        put(&folder.join("river.ron"), &self.river);
        for record in &self.crossings {
            put(&folder.join(format!("{}.ron", record.header.id)), record);
        }
    }
}

fn put(path: &Path, value: &impl Serialize) {
    let mut file = std::fs::File::create(path).unwrap();
    file.write_all(ron::ser::to_string(value).unwrap().as_bytes())
        .unwrap();
}

pub(crate) fn at(day: &str, hour: &str) -> Moment {
    Moment(format!("{day}T{hour}:00").parse().unwrap())
}

pub(crate) fn landed(day: &str, next: Option<&str>, kept: Vec<Item>) -> Stage {
    Stage::Landed {
        ended: at(day, "20:15"),
        kept,
        next: next.map(|day| day.parse().unwrap()),
        far: None,
    }
}

pub(crate) fn under_way() -> Stage {
    Stage::Crossing {
        place: None,
        events: Vec::new(),
        drafts: Vec::new(),
    }
}

pub(crate) fn item(id: &str, kind: ItemKind, seat: Seat, substance: Substance) -> Item {
    Item {
        id: id.to_owned(),
        step: Id::new("a_step"),
        seat,
        shared: false,
        kind,
        label: None,
        substance,
    }
}

pub(crate) fn both(item: Item) -> Item {
    Item {
        shared: true,
        ..item
    }
}

pub(crate) fn words(kind: ItemKind, text: &str) -> Item {
    item(text, kind, Seat::First, Substance::Text(text.to_owned()))
}

pub(crate) fn promise(number: usize, agreement: Agreement) -> Item {
    let id = match number {
        1 => "agreement".to_owned(),
        number => format!("agreement.{number}"),
    };
    let substance = Substance::Agreement(Box::new(agreement));
    item(&id, ItemKind::Agreement, Seat::First, substance)
}

pub(crate) fn mark(seat: Seat, of: &str, view: View, note: Option<&str>, shown: bool) -> Item {
    let mark = Mark {
        of: of.to_owned(),
        view,
        on: None,
        note: note.map(str::to_owned),
        shown,
        wish: None,
    };
    item("mark.1", ItemKind::Mark, seat, Substance::Mark(mark))
}

fn turn(of: &str, to: Fate) -> Item {
    let turn = Turn {
        of: of.to_owned(),
        to,
        version: None,
    };
    item("turn.1", ItemKind::Turn, Seat::First, Substance::Turn(turn))
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn ask_noor() -> Agreement {
    Agreement {
        kind: Promise::Dont,
        text: "I won't talk about Noor's health with anyone.".to_owned(),
        instead: some("I say: ask Noor."),
        who: some("Sam"),
        when: some("whenever Leila or Marek ask"),
        until: some("Tuesday, 2026-06-30"),
        seen_by: some("Noor hears from me the same evening that somebody asked."),
        looks_after: vec!["privacy".to_owned(), "ease".to_owned()],
        if_then: some("If Leila says 'how is she really?', then I leave the room."),
        change_by: some("ask before 2026-05-31"),
        tell_by: some("the same day"),
        free_no: some("yes"),
        purpose: None,
        status: Status::Agreed,
        of: None,
    }
}

/// What the first visit left: agreements, thanks, a line, a day.
fn first_visit() -> Vec<Item> {
    let tell = Agreement {
        text: "I tell you before you ask.".to_owned(),
        ..Agreement::default()
    };
    vec![
        both(promise(1, ask_noor())),
        both(promise(2, tell)),
        both(words(
            ItemKind::Thanks,
            "For telling me it meant nothing yet.\nAnd for staying at the table.",
        )),
        words(ItemKind::Thanks, "SECRET thanks of one"),
        both(words(
            ItemKind::Carry,
            "I told them, and then I lied to you.",
        )),
        both(words(ItemKind::LookAgain, "2026-02-21, after breakfast")),
    ]
}

/// What the second left: marks of both, one of them unshown, what became of an agreement, a memory.
fn second_visit() -> Vec<Item> {
    vec![
        mark(
            Seat::Second,
            "p7c2xrn.1",
            View::Part,
            Some("Leila rang. I heard it two days late."),
            true,
        ),
        mark(Seat::First, "p7c2xrn.1", View::Kept, None, true),
        mark(
            Seat::First,
            "p7c2xrn.2",
            View::Broken,
            Some("SECRET note"),
            false,
        ),
        both(turn("p7c2xrn.2", Fate::Completed)),
        both(words(
            ItemKind::Memory,
            "We laughed on Thursday, for the first time since March.",
        )),
    ]
}

/// Sam and Noor, from July to June, with private words of either that are nobody else's.
pub(crate) fn a_year_of_two() -> Shelf {
    let mut shelf = Shelf::new("k3wq8ze", "After Sunday lunch", &["Sam", "Noor"]);
    shelf.cross(
        "m2hd4vt",
        Mode::Solo,
        "2025-08-11",
        landed(
            "2025-08-11",
            None,
            vec![words(ItemKind::Words, "SECRET alone")],
        ),
    );
    let stage = landed("2026-02-07", Some("2026-02-21"), first_visit());
    shelf.cross("p7c2xrn", Mode::Pair, "2026-02-07", stage);
    let stage = landed("2026-02-21", None, second_visit());
    shelf.cross("q9r4twe", Mode::Pair, "2026-02-21", stage);
    for (id, day) in [
        ("a1a1a1a", "2026-03-20"),
        ("b2b2b2b", "2026-04-04"),
        ("c3c3c3c", "2026-04-18"),
    ] {
        shelf.cross(id, Mode::Pair, day, landed(day, None, Vec::new()));
    }
    let smaller = Agreement {
        text: "Nothing about health, in any words.".to_owned(),
        of: some("p7c2xrn.1"),
        status: Status::Offered,
        ..ask_noor()
    };
    let last = vec![
        both(promise(1, smaller)),
        both(words(ItemKind::LookAgain, "Saturday, 2026-06-14")),
    ];
    let stage = landed("2026-05-16", Some("2026-06-14"), last);
    shelf.cross("z8y7x6w", Mode::Pair, "2026-05-16", stage);
    shelf.cross("d4d4d4d", Mode::Pair, "2026-05-30", under_way());
    shelf
}

/// One person, who writes for themself and may read all of it.
pub(crate) fn alone() -> Shelf {
    let mut shelf = Shelf::new("w5n2bqx", "", &["Sam", "Noor"]);
    let kept = vec![
        promise(
            1,
            Agreement {
                text: "I ask before I tell a story of ours.".to_owned(),
                ..Agreement::default()
            },
        ),
        words(ItemKind::Guess, "Is it being believed that matters most?"),
        item(
            "weather",
            ItemKind::Chosen,
            Seat::First,
            Substance::Chosen(vec!["afraid".to_owned(), "hopeful".to_owned()]),
        ),
    ];
    let stage = landed("2026-01-09", Some("2026-01-23"), kept);
    shelf.cross("f6g7h8j", Mode::Solo, "2026-01-09", stage);
    let mut seen = mark(
        Seat::First,
        "f6g7h8j.1",
        View::Change,
        Some("Harder at work."),
        false,
    );
    if let Substance::Mark(mark) = &mut seen.substance {
        mark.wish = some("only stories with names in them");
    }
    let stage = landed("2026-01-23", None, vec![seen]);
    shelf.cross("k9l8m7n", Mode::Solo, "2026-01-23", stage);
    shelf
}

/// A river on which nothing was kept.
/// A story that was rehearsed, and the card that came of it.
pub(crate) fn rehearsed() -> Shelf {
    let mut shelf = Shelf::new("d3p0s1t", "The deposit", &["Wen", "Marcus"]);
    let text = "How I'd begin: I'd like to talk about February: the four hundred.\nWhat I'd give back: You've been walking round me, and that's heavy?\nWhen I'd stop: At nine o'clock.";
    let card = Item {
        label: some("the card"),
        ..words(ItemKind::Card, text)
    };
    shelf.cross(
        "c4rdtst",
        Mode::Solo,
        "2026-11-21",
        landed("2026-11-21", None, vec![card]),
    );
    shelf
}

pub(crate) fn empty() -> Shelf {
    let mut shelf = Shelf::new("e0e0e0e", "Only water", &["Sam"]);
    let stage = landed("2026-01-09", None, Vec::new());
    shelf.cross("e1e1e1e", Mode::Solo, "2026-01-09", stage);
    shelf
}

/// Words that would be something else if they could.
pub(crate) const HOSTILE: &[&str] = &[
    "</p></section><script>alert(1)</script><img src=x onerror=alert(2)>",
    "\"><svg onload=alert(3)> & &lt; &#60; ' onfocus='x",
    "]]><!-- --> <?php <style>*{display:none}</style>",
    "# Title\n## Two\n- list\n1. one\n> quote\n---\n===\n```\ncode\n\t tab",
    "[a](javascript:alert(4)) ![b](http://x.example/p.png) <http://x.example> | a | b | `c` *d* _e_ ~~f~~ $g$",
    "2026-07-01\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:owned;,\\",
    "bidi \u{202e}desrever\u{2066} \u{200f}end\u{feff}",
    "controls \u{0}\u{1b}]52;c;AA\u{7}\u{9b}2J \u{7f} \u{2028}line\u{2029}",
    "z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} 👩‍❤️‍💋‍👨 שלום سلام 漢字",
];

/// A river whose every word is hostile, titles and names included.
pub(crate) fn hostile() -> Shelf {
    let mut shelf = Shelf::new("h0h0h0h", HOSTILE[0], &[HOSTILE[1], HOSTILE[4]]);
    let mut kept = Vec::new();
    for (at, text) in HOSTILE.iter().enumerate() {
        let text = (*text).to_owned();
        kept.push(promise(
            at + 1,
            Agreement {
                text: text.clone(),
                when: Some(text.clone()),
                until: Some(format!("2026-07-02 {text}")),
                looks_after: vec![text.clone(), text.clone()],
                purpose: Some(text.clone()),
                ..Agreement::default()
            },
        ));
        let mut thanks = words(ItemKind::Thanks, &text);
        thanks.label = Some(text.clone());
        kept.push(thanks);
    }
    let stage = landed("2026-01-09", Some("2026-06-14"), kept);
    shelf.cross("h1h1h1h", Mode::Solo, "2026-01-09", stage);
    let marks = HOSTILE
        .iter()
        .map(|text| mark(Seat::First, "h1h1h1h.1", View::Kept, Some(text), false));
    let stage = landed("2026-01-23", Some("2026-06-14"), marks.collect());
    shelf.cross("h2h2h2h", Mode::Solo, "2026-01-23", stage);
    shelf
}
