//! The first screen: rivers, and the ways in. It speaks in pages like a crossing does, so that both front ends
//! show it without knowing it.

use super::bare;
use super::guide::{Act, Door, Ended, Guide, Reaction};
use super::river::RiverPage;
use crate::content::{Id, Mode, Offer, Pack};
use crate::flow::{AskView, MapRow, Page, Pane, PaneView, Reply};
use crate::session::{LETTING_GO, RETURN};
use crate::words::{Key, Words};
use chrono::NaiveDate;
use std::sync::Arc;

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
    /// The next day that asks somebody to come back, past ones included until they are answered.
    pub next: Option<NaiveDate>,
}

/// Reads what is behind a river's page: its id, and for whom. Two people are shown nothing that one of them crossed
/// alone.
pub type Opens = Box<dyn Fn(&str, Mode) -> RiverPage>;

/// Reads what can be rehearsed.
pub type Rehearsals = Box<dyn Fn() -> Vec<Offer>>;

/// What the bank holds for two people at one keyboard. Nothing that one of them crossed alone is in it.
pub struct ForTwo {
    /// The rivers they have crossed together, as far as they did, newest first.
    pub rivers: Vec<RiverLine>,
    /// Reads which practices ask each of two first; called when they want to cross.
    pub practices: Box<dyn Fn() -> Vec<Id>>,
}

/// Where on the bank one is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum At {
    Ways,
    AllRivers,
    /// The rivers of two people, and the way to a new one.
    Together,
    Title,
    River(usize),
    /// What was kept of a river.
    Kept(usize),
    /// Its outings, one by one.
    Outings(usize),
    /// How it is forgotten.
    Forget(usize),
    /// What can be rehearsed.
    Rehearsals(Vec<Offer>),
    Practices {
        offered: Vec<Id>,
        river: Option<usize>,
        title: Option<String>,
    },
}

/// The first screen.
pub struct Bank {
    pub(super) pack: Arc<Pack>,
    pub(super) rivers: Vec<RiverLine>,
    pub(super) two: Option<ForTwo>,
    opens: Opens,
    rehearsals: Rehearsals,
    /// The river that was opened last.
    pub(super) opened: RiverPage,
    /// Who is to cross, as far as it was said.
    pub(super) mode: Mode,
    pub(super) at: At,
    typed: String,
    pub(super) today: NaiveDate,
    first_visit: bool,
    /// What else is to be said where one comes in.
    note: Option<String>,
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
            two: None,
            opens: Box::new(|_, _| RiverPage::default()),
            rehearsals: Box::new(Vec::new),
            opened: RiverPage::default(),
            mode: Mode::Solo,
            at,
            typed: String::new(),
            today,
            first_visit,
            note: None,
        }
    }

    /// The same bank, with a line where one comes in.
    #[must_use]
    pub fn noting(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }

    /// The same bank, where two people can cross as well.
    #[must_use]
    pub fn for_two(self, two: ForTwo) -> Self {
        Self {
            two: Some(two),
            ..self
        }
    }

    /// The same bank, where hard talks can be rehearsed.
    #[must_use]
    pub fn rehearsing(self, rehearsals: Rehearsals) -> Self {
        Self { rehearsals, ..self }
    }

    /// The same bank, open where it is chosen what to rehearse.
    #[must_use]
    pub fn at_rehearsals(mut self) -> Self {
        self.at = At::Rehearsals((self.rehearsals)());
        self
    }

    /// The same bank, where a river can be opened.
    #[must_use]
    pub fn opening(self, opens: Opens) -> Self {
        Self { opens, ..self }
    }

    fn prompt(&self) -> Key {
        match self.at {
            At::Title => Key::BankMend,
            At::Ways | At::AllRivers | At::Together => Key::BankBegin,
            At::River(_) | At::Kept(_) | At::Outings(_) | At::Forget(_) => Key::RiverWhat,
            At::Practices { .. } => Key::WhichPractice,
            At::Rehearsals(_) => Key::WhichRehearsal,
        }
    }

    fn chosen(&mut self, option: &str) -> Reaction {
        match (self.at.clone(), option) {
            (
                At::Practices {
                    offered,
                    river,
                    title,
                },
                practice,
            ) if offered.iter().any(|id| *id == practice) => {
                return self.through(Id::new(practice), river, title);
            }
            (At::Rehearsals(offers), story) if offers.iter().any(|offer| offer.id == story) => {
                return self.through(Id::new(story), None, None);
            }
            (_, "rehearse") if self.mode == Mode::Solo => {
                self.at = At::Rehearsals((self.rehearsals)())
            }
            (_, "room") if self.mode == Mode::Solo => {
                return Reaction::ended(Ended::Through(Door::Stage));
            }
            (_, "leave") => return Reaction::ended(Ended::Left),
            (_, "bank") => return self.home(),
            (At::River(at), "kept") => self.at = At::Kept(at),
            (At::River(at), "outings") => self.at = At::Outings(at),
            (At::River(at), "forget") => self.at = At::Forget(at),
            (At::River(at), "return") => return self.through(Id::new(RETURN), Some(at), None),
            (At::River(at), "let_go") => return self.through(Id::new(LETTING_GO), Some(at), None),
            (At::Kept(at) | At::Outings(at) | At::Forget(at), "river") => self.at = At::River(at),
            (_, "more") => self.at = At::AllRivers,
            (_, "alone") => self.at = At::Title,
            (At::Practices { title, .. }, "together") => {
                self.mode = Mode::Pair;
                return self.practise(None, title);
            }
            (at, "together") => {
                self.mode = Mode::Pair;
                self.typed.clear();
                let anew = at == At::Together || self.rivers().is_empty();
                self.at = if anew { At::Title } else { At::Together };
            }
            (At::River(at), "go_on") => {
                let river = self.rivers().get(at);
                if let Some((crossing, _)) = river.and_then(|river| river.under_way.clone()) {
                    return Reaction::ended(Ended::Through(Door::Resume(crossing)));
                }
            }
            (At::River(at), "unread") => {
                let river = self.rivers().get(at).map(|river| river.id.clone());
                return Reaction::ended(Ended::Through(Door::Unread(river.unwrap_or_default())));
            }
            (At::River(at), "anew") => return self.practise(Some(at), None),
            (_, "due") => return self.come_back(),
            (_, river) => match river.strip_prefix("river").and_then(|at| at.parse().ok()) {
                Some(at) => self.open(at),
                None => self.at = At::Ways,
            },
        }
        Reaction::default()
    }

    fn open(&mut self, at: usize) {
        let river = self.rivers().get(at).map(|river| river.id.clone());
        self.opened = river.map_or_else(RiverPage::default, |id| (self.opens)(&id, self.mode));
        self.at = At::River(at);
    }

    /// To see what became of the river whose day came first; where that can't be walked, its page is open at least.
    fn come_back(&mut self) -> Reaction {
        let Some(at) = self.due() else {
            return Reaction::default();
        };
        self.open(at);
        if self.opened.returns {
            return self.through(Id::new(RETURN), Some(at), None);
        }
        Reaction::default()
    }

    /// On to the practices there are; where there is only one for two, into it.
    fn practise(&mut self, river: Option<usize>, title: Option<String>) -> Reaction {
        let offers = self.pack.offers.iter().filter(|offer| !offer.for_two);
        let offers = offers.map(|offer| offer.id.clone());
        let mut offered: Vec<Id> = match (self.mode, &self.two) {
            (Mode::Pair, Some(two)) => (two.practices)(),
            _ => offers.collect(),
        };
        // These begin on the page of the river they are about.
        offered.retain(|id| *id != RETURN && *id != LETTING_GO);
        match (self.mode, offered.as_slice()) {
            (Mode::Pair, []) => Reaction::told(Key::ErrNotForTwo),
            (Mode::Pair, [only]) => self.through(only.clone(), river, title),
            _ => {
                self.at = At::Practices {
                    offered,
                    river,
                    title,
                };
                Reaction::default()
            }
        }
    }

    fn through(&self, practice: Id, river: Option<usize>, title: Option<String>) -> Reaction {
        let river = river.and_then(|at| self.rivers().get(at));
        Reaction::ended(Ended::Through(Door::Practise {
            mode: self.mode,
            practice,
            river: river.map(|river| river.id.clone()),
            title,
        }))
    }

    fn titled(&mut self, title: String) -> Reaction {
        self.typed.clear();
        self.practise(None, Some(title))
    }

    /// Where one comes in.
    fn home(&mut self) -> Reaction {
        self.mode = Mode::Solo;
        self.at = if self.rivers.is_empty() {
            At::Title
        } else {
            At::Ways
        };
        Reaction::default()
    }

    fn back(&mut self) -> Reaction {
        let before = self.at.clone();
        if let At::Kept(at) | At::Outings(at) | At::Forget(at) = before {
            self.at = At::River(at);
            return Reaction::default();
        }
        let reaction = self.home();
        if self.at == before {
            return Reaction::told(Key::NoBack);
        }
        reaction
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
            title: self.title().unwrap_or_default(),
            name: self.names(),
            scene: self.scene(),
            foot: match self.at {
                At::Title | At::Ways => {
                    let key = if first {
                        Key::FirstStart
                    } else {
                        Key::ShortStart
                    };
                    let start = words.paragraphs(key).into_iter();
                    start.chain(self.note.clone()).collect()
                }
                _ => self.reading(),
            },
            river: self.river_view(),
            ..bare::page(self.prompt(), ask, words)
        }
    }

    fn act(&mut self, act: Act) -> Reaction {
        match (&self.at, act) {
            (At::Title, Act::Reply(Reply::Words(title))) => self.titled(title.trim().to_owned()),
            (At::Title, Act::Pass) => self.titled(String::new()),
            (_, Act::Reply(Reply::Chose(option))) => self.chosen(option.as_str()),
            // Passing the first screen walks on with what most people come for.
            (At::Practices { offered, .. }, Act::Pass) => {
                let first = offered.first().map(Id::to_string);
                first.map_or_else(Reaction::default, |first| self.chosen(&first))
            }
            (_, Act::Back | Act::Undo) => self.back(),
            (_, Act::Leave | Act::Pass) => Reaction::ended(Ended::Left),
            _ => Reaction::told(Key::NothingHere),
        }
    }

    fn draft(&mut self, text: &str) {
        if self.at == At::Title {
            text.clone_into(&mut self.typed);
        }
    }

    fn half_typed(&self) -> Option<String> {
        (self.at == At::Title && !self.typed.is_empty()).then(|| self.typed.clone())
    }

    fn pane(&self, pane: Pane) -> PaneView {
        bare::pane(pane, &self.pack, self.today)
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
