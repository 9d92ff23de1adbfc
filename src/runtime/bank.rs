//! The first screen: rivers, and the ways in. It speaks in pages like a crossing does, so that both front ends
//! show it without knowing it.

use super::guide::{Act, Door, Ended, Guide, Reaction};
use crate::content::{Id, Mode, Pack};
use crate::flow::{
    AskView, Cover, Drawer, Ice, MapRow, Offered, Page, PageKey, Pane, PaneView, Reply, Scene,
    about_page, safety_page,
};
use crate::session::Sight;
use crate::words::{Key, Words};
use chrono::NaiveDate;
use std::sync::Arc;

/// Rivers shown before "(2 more)".
const SHOWN: usize = 3;

/// A river as the bank lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiverLine {
    /// Its id.
    pub id: String,
    /// Its title; empty if nobody gave it one.
    pub title: String,
    /// The crossing under way, with the title of its floe.
    pub under_way: Option<(String, String)>,
    /// When it was crossed last.
    pub last: Option<NaiveDate>,
    /// When to look again.
    pub next: Option<NaiveDate>,
    /// What was kept, an item a line.
    pub kept: Vec<String>,
}

/// Where on the bank one is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum At {
    Ways,
    AllRivers,
    Title,
    River(usize),
    /// What was kept of a river.
    Kept(usize),
    Practices {
        river: Option<usize>,
        title: Option<String>,
    },
}

/// The first screen.
pub struct Bank {
    pack: Arc<Pack>,
    rivers: Vec<RiverLine>,
    at: At,
    typed: String,
    today: NaiveDate,
    first_visit: bool,
}

impl Bank {
    /// The bank of a home with these rivers, newest first.
    #[must_use]
    pub fn new(
        pack: Arc<Pack>,
        rivers: Vec<RiverLine>,
        today: NaiveDate,
        first_visit: bool,
    ) -> Self {
        let at = if rivers.is_empty() {
            At::Title
        } else {
            At::Ways
        };
        Self {
            pack,
            rivers,
            at,
            typed: String::new(),
            today,
            first_visit,
        }
    }

    fn options(&self) -> Vec<Offered> {
        match &self.at {
            At::Title => Vec::new(),
            At::Ways => self.ways(SHOWN),
            At::AllRivers => self.ways(self.rivers.len()),
            At::River(at) => {
                let under_way = self
                    .rivers
                    .get(*at)
                    .is_some_and(|river| river.under_way.is_some());
                let go_on = under_way.then(|| self.option("go_on", Key::RiverGoOn));
                let has_kept = self
                    .rivers
                    .get(*at)
                    .is_some_and(|river| !river.kept.is_empty());
                let kept = has_kept.then(|| self.option("kept", Key::RiverKept));
                let rest = [
                    self.option("anew", Key::RiverAnew),
                    self.option("bank", Key::RiverBack),
                ];
                go_on.into_iter().chain(kept).chain(rest).collect()
            }
            At::Kept(_) => vec![self.option("bank", Key::RiverBack)],
            At::Practices { .. } => {
                let mut options: Vec<_> = self
                    .pack
                    .offers
                    .iter()
                    .map(|offer| self.practice(offer))
                    .collect();
                if !self.rivers.is_empty() {
                    options.push(self.option("bank", Key::RiverBack));
                }
                options
            }
        }
    }

    fn ways(&self, shown: usize) -> Vec<Offered> {
        let words = self.words();
        let mut options: Vec<_> = self
            .rivers
            .iter()
            .take(shown)
            .enumerate()
            .map(|(at, river)| self.river_line(at, river))
            .collect();
        if self.rivers.len() > shown {
            let n = (self.rivers.len() - shown).to_string();
            options.push(Offered {
                id: Id::new("more"),
                text: words.say(Key::More, &[("n", &n)]),
                note: None,
            });
        }
        let note = Some(words.say(Key::BankAloneAbout, &[]));
        options.push(Offered {
            note,
            ..self.option("alone", Key::BankAlone)
        });
        options.push(self.option("leave", Key::BankLeave));
        options
    }

    fn option(&self, id: &str, text: Key) -> Offered {
        Offered {
            id: Id::new(id),
            text: self.words().say(text, &[]),
            note: None,
        }
    }

    fn practice(&self, offer: &crate::content::Offer) -> Offered {
        let minutes = self
            .words()
            .say(Key::Minutes, &[("n", &offer.minutes.to_string())]);
        Offered {
            id: offer.id.clone(),
            text: format!("{}, {minutes}", offer.title),
            note: Some(offer.about.clone()),
        }
    }

    /// The river one looks at.
    fn title(&self) -> Option<String> {
        match self.at {
            At::River(at) | At::Kept(at) => self.rivers.get(at).map(|river| self.titled_as(river)),
            _ => None,
        }
    }

    fn titled_as(&self, river: &RiverLine) -> String {
        if river.title.is_empty() {
            self.words().say(Key::RiverUntitled, &[])
        } else {
            river.title.clone()
        }
    }

    fn river_line(&self, at: usize, river: &RiverLine) -> Offered {
        let words = self.words();
        let day = |day: Option<NaiveDate>| {
            day.map(|day| words.day(day, self.today))
                .unwrap_or_default()
        };
        let note = match (&river.under_way, river.next) {
            (Some((_, floe)), _) => words.say(
                Key::BankWasAt,
                &[("title", floe), ("day", &day(river.last))],
            ),
            (None, Some(_)) => words.say(Key::BankLookAgain, &[("day", &day(river.next))]),
            (None, None) => words.say(Key::BankRests, &[("day", &day(river.last))]),
        };
        Offered {
            id: Id::new(&format!("river{at}")),
            text: self.titled_as(river),
            note: Some(note),
        }
    }

    fn prompt(&self) -> Key {
        match self.at {
            At::Title => Key::BankMend,
            At::Ways | At::AllRivers => Key::BankBegin,
            At::River(_) | At::Kept(_) => Key::RiverWhat,
            At::Practices { .. } => Key::WhichPractice,
        }
    }

    fn chosen(&mut self, option: &str) -> Reaction {
        match (self.at.clone(), option) {
            (At::Practices { river, title }, practice) if self.offers(practice) => {
                let river = river
                    .and_then(|at| self.rivers.get(at))
                    .map(|river| river.id.clone());
                let practice = Id::new(practice);
                return Reaction::ended(Ended::Through(Door::Practise {
                    mode: Mode::Solo,
                    practice,
                    river,
                    title,
                }));
            }
            (_, "leave") => return Reaction::ended(Ended::Left),
            (At::River(at), "kept") => self.at = At::Kept(at),
            (_, "bank") => self.at = At::Ways,
            (_, "more") => self.at = At::AllRivers,
            (_, "alone") => self.at = At::Title,
            (At::River(at), "go_on") => {
                let under_way = self
                    .rivers
                    .get(at)
                    .and_then(|river| river.under_way.clone());
                if let Some((crossing, _)) = under_way {
                    return Reaction::ended(Ended::Through(Door::Resume(crossing)));
                }
            }
            (At::River(at), "anew") => {
                self.at = At::Practices {
                    river: Some(at),
                    title: None,
                }
            }
            (_, river) => {
                let at = river.strip_prefix("river").and_then(|at| at.parse().ok());
                self.at = at.map_or(At::Ways, At::River);
            }
        }
        Reaction::default()
    }

    fn offers(&self, practice: &str) -> bool {
        self.pack.offers.iter().any(|offer| offer.id == practice)
    }

    fn titled(&mut self, title: Option<String>) -> Reaction {
        self.typed.clear();
        self.at = At::Practices { river: None, title };
        Reaction::default()
    }

    fn back(&mut self) -> Reaction {
        let home = if self.rivers.is_empty() {
            At::Title
        } else {
            At::Ways
        };
        if self.at == home {
            return Reaction::told(Key::NoBack);
        }
        self.at = home;
        Reaction::default()
    }
}

impl Guide for Bank {
    fn page(&self) -> Page {
        let words = self.words();
        let options = self.options();
        let first = matches!(self.at, At::Title) && self.first_visit;
        let ask = match self.at {
            At::Title => AskView::Line,
            _ => AskView::Choice {
                options,
                chosen: None,
            },
        };
        Page {
            key: PageKey {
                ask: Id::new(self.prompt().name()),
                field: 0,
                round: 0,
                seat: None,
            },
            at: None,
            part: None,
            title: String::new(),
            name: None,
            names: Default::default(),
            seat: None,
            ice: Ice::Steady,
            scene: Scene {
                seed: 7,
                places: 11,
                at: 0,
                seats: 2,
                reach: false,
                far_words: None,
            },
            notice: None,
            notes: self.title().into_iter().collect(),
            shows: Vec::new(),
            panes: Vec::new(),
            prompt: words.say(self.prompt(), &[]),
            ask,
            so_far: None,
            cover: Cover::Open,
            melts: false,
            sight: Sight::Open,
            foot: match self.at {
                At::Title if first => words.paragraphs(Key::FirstStart),
                At::Title | At::Ways => words.paragraphs(Key::ShortStart),
                At::Kept(at) => self
                    .rivers
                    .get(at)
                    .map(|river| river.kept.clone())
                    .unwrap_or_default(),
                _ => Vec::new(),
            },
            edge: Vec::new(),
            way: None,
            drawer: Drawer::default(),
        }
    }

    fn act(&mut self, act: Act) -> Reaction {
        match (&self.at, act) {
            (At::Title, Act::Reply(Reply::Words(title))) => {
                self.titled(Some(title.trim().to_owned()))
            }
            (At::Title, Act::Pass) => self.titled(Some(String::new())),
            (_, Act::Reply(Reply::Chose(option))) => self.chosen(option.as_str()),
            // Passing the first screen walks on with what most people come for.
            (At::Practices { .. }, Act::Pass) => {
                let first = self.pack.offers.first().map(|offer| offer.id.to_string());
                first.map_or_else(Reaction::default, |first| self.chosen(&first))
            }
            (_, Act::Back | Act::Undo) => self.back(),
            (_, Act::Leave | Act::Pass) => Reaction::ended(Ended::Left),
            _ => Reaction::told(Key::NothingHere),
        }
    }

    fn draft(&mut self, text: &str) {
        text.clone_into(&mut self.typed);
    }

    fn half_typed(&self) -> Option<String> {
        (self.at == At::Title && !self.typed.is_empty()).then(|| self.typed.clone())
    }

    fn pane(&self, pane: Pane) -> PaneView {
        let words = self.words();
        let (title, paragraphs) = match pane {
            Pane::Safety => (Key::Safety, safety_page(&self.pack, self.today)),
            Pane::About => (Key::About, about_page(&self.pack)),
            Pane::Help => (Key::Help, words.paragraphs(Key::HelpText)),
            _ => (Key::Help, vec![words.say(Key::NothingHere, &[])]),
        };
        PaneView {
            title: words.say(title, &[]),
            paragraphs,
        }
    }

    fn map(&self) -> Option<Vec<MapRow>> {
        None
    }

    fn status(&self) -> String {
        String::new()
    }

    fn farewell(&self) -> Vec<String> {
        Vec::new()
    }

    fn words(&self) -> Words<'_> {
        Words::of(&self.pack)
    }
}
