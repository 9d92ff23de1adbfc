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

/// Which view and which fate come next, so that all of them come.
#[derive(Default)]
struct Turns {
    views: usize,
    fates: usize,
}

/// What is said of one agreement on a visit.
fn looks(
    dice: &mut Dice,
    turns: &mut Turns,
    day: NaiveDate,
    id: &str,
    agreement: &str,
) -> Vec<(String, Deed)> {
    const FATES: [Fate; 6] = [
        Fate::Agreed,
        Fate::Completed,
        Fate::Agreed,
        Fate::Ended,
        Fate::Agreed,
        Fate::Differently,
    ];
    let mut deeds = Vec::new();
    for by in Seat::BOTH.into_iter().take(1 + dice.throw(2)) {
        turns.views += 1;
        let views = turns.views;
        let back = chrono::Days::new(dice.throw(20) as u64);
        deeds.push(Deed::Marked {
            by,
            view: View::ALL[views % View::ALL.len()],
            about: dice.one_in(2).then(|| day.checked_sub_days(back).unwrap()),
            wish: dice.one_in(3).then(|| format!("wish {views}")),
        });
    }
    if dice.one_in(2) {
        turns.fates += 1;
        deeds.push(Deed::Turned(FATES[turns.fates % FATES.len()]));
    }
    if dice.one_in(2) {
        deeds.push(Deed::Wrote {
            by: dice.seat(),
            text: format!("{agreement} as of {id}"),
            agreed: dice.one_in(2),
        });
    }
    let told = deeds.into_iter();
    told.map(|deed| (agreement.to_owned(), deed)).collect()
}

/// A year: forty crossings, sixty agreements, every mark and everything that can become of them.
pub(crate) fn year(seed: u64) -> Vec<Outing> {
    let mut dice = Dice::new(seed);
    let mut made: Vec<usize> = (0..OUTINGS).map(|at| 1 + at % 2).collect();
    dice.shuffle(&mut made);
    let mut day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let (mut known, mut turns) = (Vec::new(), Turns::default());
    let mut outings = Vec::new();
    for made in made {
        day = day
            .checked_add_days(chrono::Days::new(1 + dice.throw(15) as u64))
            .unwrap();
        // Ids say nothing about when.
        let id = floe::chance::short_id(dice.draw());
        let mut deeds = Vec::new();
        let mut looked_at: Vec<String> = known.clone();
        dice.shuffle(&mut looked_at);
        looked_at.truncate(5);
        for agreement in looked_at {
            deeds.extend(looks(&mut dice, &mut turns, day, &id, &agreement));
        }
        for place in 1..=made {
            let (agreement, text) = (format!("{id}.{place}"), format!("made on {id}, {place}"));
            deeds.push((
                agreement.clone(),
                Deed::Wrote {
                    by: dice.seat(),
                    text,
                    agreed: dice.one_in(2),
                },
            ));
            known.push(agreement);
        }
        let landed = Moment(day.and_hms_opt(20, 15, 0).unwrap());
        outings.push(Outing { id, landed, deeds });
    }
    assert_eq!(known.len(), AGREEMENTS);
    outings
}

impl Outing {
    fn item(&self, at: usize, agreement: &str, deed: &Deed, written: &mut usize) -> Item {
        match deed {
            Deed::Marked {
                by,
                view,
                about,
                wish,
            } => item(
                *by,
                ItemKind::Mark,
                format!("mark.{at}"),
                Substance::Mark(Mark {
                    of: agreement.to_owned(),
                    view: *view,
                    on: *about,
                    note: None,
                    shown: true,
                    wish: wish.clone(),
                }),
            ),
            Deed::Turned(to) => {
                let turn = Turn {
                    of: agreement.to_owned(),
                    to: *to,
                };
                item(
                    Seat::First,
                    ItemKind::Turn,
                    format!("turn.{at}"),
                    Substance::Turn(turn),
                )
            }
            Deed::Wrote { by, text, agreed } => {
                let place = agreement.strip_prefix(&format!("{}.", self.id));
                let id = match place {
                    Some("1") => "agreement".to_owned(),
                    Some(place) => format!("agreement.{place}"),
                    None => {
                        *written += 1;
                        format!("agreement.{written}")
                    }
                };
                let promise = Agreement {
                    kind: Promise::Do,
                    text: text.clone(),
                    status: if *agreed {
                        Status::Agreed
                    } else {
                        Status::Offered
                    },
                    of: place.is_none().then(|| agreement.to_owned()),
                    ..Agreement::default()
                };
                item(
                    *by,
                    ItemKind::Agreement,
                    id,
                    Substance::Agreement(Box::new(promise)),
                )
            }
        }
    }

    /// The file of this crossing, the kinds of its items in any order.
    pub(crate) fn record(&self, dice: &mut Dice) -> Record {
        let mut written = 2;
        let mut kept: Vec<Item> = Vec::new();
        for (at, (agreement, deed)) in self.deeds.iter().enumerate() {
            kept.push(self.item(at, agreement, deed, &mut written));
        }
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

pub(crate) fn item(seat: Seat, kind: ItemKind, id: String, substance: Substance) -> Item {
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
