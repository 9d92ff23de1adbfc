//! A scripted year on one river, told as what people did, and the files it would leave.

use chrono::NaiveDate;
use floe::content::{Id, Mode, View};
use floe::session::{
    Agreement, FORMAT, Fate, Header, Item, ItemKind, Mark, Promise, RETURN, Record, Seat, Stage,
    Status, Substance, Turn,
};
use floe::time::Moment;

/// Crossings in a year, and agreements made on them.
pub(crate) const OUTINGS: usize = 40;
pub(crate) const AGREEMENTS: usize = 60;

/// What somebody did with an agreement on a crossing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Deed {
    /// Said how they see it.
    Marked {
        by: Seat,
        view: View,
        about: Option<NaiveDate>,
        wish: Option<String>,
    },
    /// Said what becomes of it.
    Turned(Fate),
    /// Wrote it, for the first time or anew.
    Wrote {
        by: Seat,
        text: String,
        agreed: bool,
    },
}

/// One crossing: when it landed, and what was done with which agreement, by their ids.
#[derive(Debug, Clone)]
pub(crate) struct Outing {
    pub(crate) id: String,
    pub(crate) landed: Moment,
    pub(crate) deeds: Vec<(String, Deed)>,
}

/// The same numbers for the same seed.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    fn draw(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 29) ^ (self.0 << 35)
    }

    pub(crate) fn throw(&mut self, sides: usize) -> usize {
        usize::try_from(self.draw() & 0xffff_ffff).unwrap() % sides
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.throw(sides) == 0
    }

    fn seat(&mut self) -> Seat {
        Seat::BOTH[self.throw(2)]
    }

    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.throw(at + 1));
        }
    }
}

/// What has happened so far in a year.
struct Told {
    dice: Dice,
    known: Vec<String>,
    views: usize,
    fates: usize,
}

/// A year: forty crossings, sixty agreements, every mark and everything that can become of them.
pub(crate) fn year(seed: u64) -> Vec<Outing> {
    let mut told = Told {
        dice: Dice::new(seed),
        known: Vec::new(),
        views: 0,
        fates: 0,
    };
    let mut made: Vec<usize> = (0..OUTINGS).map(|at| 1 + at % 2).collect();
    told.dice.shuffle(&mut made);
    let mut day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let mut outings = Vec::new();
    for made in made {
        day = later(day, 1 + told.dice.throw(15));
        // Ids say nothing about when.
        let id = floe::chance::short_id(told.dice.draw());
        let mut deeds = told.looked_at(&id, day);
        for place in 1..=made {
            let agreement = format!("{id}.{place}");
            let text = format!("made on {id}, {place}");
            deeds.push((agreement.clone(), told.wrote(text)));
            told.known.push(agreement);
        }
        let landed = Moment(day.and_hms_opt(20, 15, 0).unwrap());
        outings.push(Outing { id, landed, deeds });
    }
    assert_eq!(told.known.len(), AGREEMENTS);
    outings
}

fn later(day: NaiveDate, days: usize) -> NaiveDate {
    day.checked_add_days(chrono::Days::new(days as u64))
        .unwrap()
}

fn earlier(day: NaiveDate, days: usize) -> NaiveDate {
    day.checked_sub_days(chrono::Days::new(days as u64))
        .unwrap()
}

impl Told {
    fn wrote(&mut self, text: String) -> Deed {
        Deed::Wrote {
            by: self.dice.seat(),
            text,
            agreed: self.dice.one_in(2),
        }
    }

    /// What is done on a crossing with agreements made before it.
    fn looked_at(&mut self, crossing: &str, day: NaiveDate) -> Vec<(String, Deed)> {
        let mut deeds = Vec::new();
        let mut agreements = self.known.clone();
        self.dice.shuffle(&mut agreements);
        agreements.truncate(5);
        for agreement in agreements {
            for by in Seat::BOTH.into_iter().take(1 + self.dice.throw(2)) {
                deeds.push((agreement.clone(), self.marked(by, day)));
            }
            if self.dice.one_in(2) {
                deeds.push((agreement.clone(), self.turned()));
            }
            if self.dice.one_in(2) {
                let text = format!("{agreement} as of {crossing}");
                deeds.push((agreement, self.wrote(text)));
            }
        }
        deeds
    }

    fn marked(&mut self, by: Seat, day: NaiveDate) -> Deed {
        self.views += 1;
        let about = earlier(day, self.dice.throw(20));
        Deed::Marked {
            by,
            view: View::ALL[self.views % View::ALL.len()],
            about: self.dice.one_in(2).then_some(about),
            wish: self.dice.one_in(3).then(|| format!("wish {}", self.views)),
        }
    }

    fn turned(&mut self) -> Deed {
        self.fates += 1;
        Deed::Turned(match self.fates % 6 {
            1 => Fate::Completed,
            3 => Fate::Ended,
            5 => Fate::Differently,
            _ => Fate::Agreed,
        })
    }
}

impl Outing {
    /// The file of this crossing, the kinds of its items in any order.
    pub(crate) fn record(&self, dice: &mut Dice) -> Record {
        let deeds = self.deeds.iter().enumerate();
        let mut kept: Vec<Item> = deeds
            .map(|(at, (agreement, deed))| self.item(at, agreement, deed))
            .collect();
        let mut kinds = [ItemKind::Mark, ItemKind::Turn, ItemKind::Agreement];
        dice.shuffle(&mut kinds);
        kept.sort_by_key(|item| kinds.iter().position(|kind| *kind == item.kind));
        let stage = Stage::Landed {
            ended: self.landed,
            kept,
            next: None,
            far: None,
        };
        self.at_stage(2, stage)
    }

    fn item(&self, at: usize, agreement: &str, deed: &Deed) -> Item {
        let of = agreement.to_owned();
        let (seat, kind, id, substance) = match deed {
            Deed::Marked {
                by,
                view,
                about,
                wish,
            } => {
                let mark = Mark {
                    of,
                    view: *view,
                    on: *about,
                    note: None,
                    shown: true,
                    wish: wish.clone(),
                };
                let id = format!("mark.{at}");
                (*by, ItemKind::Mark, id, Substance::Mark(mark))
            }
            Deed::Turned(to) => {
                let turn = Substance::Turn(Turn {
                    of,
                    to: *to,
                    version: None,
                });
                (Seat::First, ItemKind::Turn, format!("turn.{at}"), turn)
            }
            Deed::Wrote { by, text, agreed } => {
                let (id, of) = self.named(at, agreement);
                let promise = Agreement {
                    kind: Promise::Do,
                    text: text.clone(),
                    status: if *agreed {
                        Status::Agreed
                    } else {
                        Status::Offered
                    },
                    of,
                    ..Agreement::default()
                };
                let promise = Substance::Agreement(Box::new(promise));
                (*by, ItemKind::Agreement, id, promise)
            }
        };
        Item {
            id,
            step: Id::new("a_step"),
            seat,
            shared: false,
            kind,
            label: None,
            substance,
        }
    }

    /// The id of an agreement's item here, and which one it is a new version of.
    fn named(&self, at: usize, agreement: &str) -> (String, Option<String>) {
        match agreement.strip_prefix(&format!("{}.", self.id)) {
            Some("1") => ("agreement".to_owned(), None),
            Some(place) => (format!("agreement.{place}"), None),
            None => (format!("agreement.{}", at + 3), Some(agreement.to_owned())),
        }
    }

    /// The same crossing while it is under way.
    pub(crate) fn draft(&self) -> Record {
        let stage = Stage::Crossing {
            place: None,
            events: Vec::new(),
            drafts: Vec::new(),
        };
        self.at_stage(1, stage)
    }

    fn at_stage(&self, rev: u64, stage: Stage) -> Record {
        let header = Header {
            id: self.id.clone(),
            river: Some("k3wq8ze".to_owned()),
            title: None,
            me: None,
            other: None,
            practice: Id::new(RETURN),
            pack: Id::new("floe"),
            language: "en".to_owned(),
            mode: Mode::Pair,
            started: self.landed,
            first_visit: false,
            seed: 7,
            brought: Vec::new(),
        };
        Record {
            format: FORMAT,
            rev,
            header,
            stage,
        }
    }
}
