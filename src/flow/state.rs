//! Everything that replaying the events rebuilds.

use super::page::Ice;
use super::place::{Place, Spot};
use super::visit::Visit;
use crate::content::{Id, Practice};
use crate::session::{Detour, Reply, Seat, Sight};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An answer, or a pass.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Given {
    pub(super) ask: Id,
    pub(super) field: usize,
    pub(super) round: u16,
    pub(super) seat: Seat,
    pub(super) sight: Sight,
    /// None: passed.
    pub(super) reply: Option<Reply>,
    /// The step it was given on; for thanks, the moment they are pinned to.
    pub(super) step: Id,
    /// Whose turn it was, where each has one: both answers stand beside each other.
    pub(super) turn: Option<Seat>,
    /// Which of the agreements that were brought along it is about.
    pub(super) about: Option<usize>,
    /// Grows with every answer; tells what was written since the keyboard changed hands.
    pub(super) order: u64,
}

/// Which items are kept before anybody marks one by one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Bulk {
    All,
    #[default]
    Usual,
    Nothing,
}

/// How a crossing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Landed: what was kept is written, the rest has melted.
    Landed,
    /// The last step was passed without landing.
    Open,
    /// Today this runs one person at a time. Nothing is remembered, not even why.
    Apart,
}

/// Where a detour returns to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Return {
    pub(super) place: Place,
    pub(super) trail: usize,
    /// Where the turns began that it was opened in.
    pub(super) turns: Option<Place>,
}

/// Everything that replaying the events rebuilds.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) practice: Arc<Practice>,
    pub(super) place: Place,
    pub(super) trail: Vec<Place>,
    pub(super) away: Vec<Return>,
    pub(super) given: Vec<Given>,
    /// Every step that was stood on, and the round it was stood on last.
    pub(super) seen: BTreeMap<Id, u16>,
    pub(super) rounds: u16,
    /// The latest round that isn't about one agreement alone.
    pub(super) plain: u16,
    /// What each of the other rounds is walked for.
    pub(super) visits: BTreeMap<u16, Visit>,
    /// The path one stood on last; None off the paths.
    pub(super) visit: Option<Visit>,
    /// Floes that were stood on while another path had led there.
    pub(super) strayed: BTreeSet<(Visit, usize)>,
    /// The last floe that was stood on before the landing, paths apart.
    pub(super) far: Option<Id>,
    pub(super) again: BTreeMap<(Id, Option<Visit>), u8>,
    pub(super) opened: BTreeMap<Detour, u16>,
    pub(super) ice: Ice,
    /// What each person said of the whole list, and of single items.
    pub(super) bulk: BTreeMap<Seat, Bulk>,
    pub(super) marks: BTreeMap<(Seat, String), bool>,
    /// Said once, above the next page.
    pub(super) notice: Option<String>,
    /// Words near a story-word that was just given, and where it was given.
    pub(super) near: Option<(Place, Vec<String>)>,
    /// The place where the sealed step one is in was entered.
    pub(super) sealed: Option<Place>,
    /// What was chosen about saving in the private questions: None if it wasn't asked.
    pub(super) saving_asked: Option<bool>,
    /// The step is taken again, made smaller.
    pub(super) smaller: bool,
    /// The page before was for one person, and the other is looking away still.
    pub(super) look_up: bool,
    /// The light of this quiet stretch went out. Not remembered.
    pub(super) elapsed: bool,
    pub(super) ending: Option<Ending>,
    /// Who has taken the keyboard behind a curtain.
    pub(super) keys: Option<Seat>,
    /// How many answers there were when it was taken.
    pub(super) taken: u64,
    pub(super) answers: u64,
    /// Where the turns of each began.
    pub(super) turns: Option<Place>,
    /// Who has the floor.
    pub(super) floor: Seat,
    /// Who has pressed their key, where two are needed.
    pub(super) pressed: Option<Seat>,
    /// The step both are asked to jump to.
    pub(super) jump: Option<Id>,
    /// The floe that was just crossed, while others drift near, and every one after which they did.
    pub(super) crossed: Option<usize>,
    pub(super) drifted: BTreeSet<usize>,
    /// What the answers of a sealed step came to, until floe has said it.
    pub(super) unseen: Unseen,
}

/// What is left, in memory only, of answers that each gave unseen and that have melted.
#[derive(Debug, Clone, Default)]
pub(super) struct Unseen {
    /// Who has said yes to crossing together.
    pub(super) go_ahead: BTreeMap<Seat, bool>,
    /// How small the smaller of two choices was, counted from the largest.
    pub(super) smaller: BTreeMap<Id, usize>,
    /// The lines of the first list.
    pub(super) lines: BTreeMap<Id, Vec<String>>,
    /// The lines on both.
    pub(super) shared: BTreeMap<Id, Vec<String>>,
}

impl State {
    pub(super) fn new(practice: Arc<Practice>) -> Self {
        Self {
            practice,
            place: Place::at(Spot::Floe { floe: 0, step: 0 }, 0),
            trail: Vec::new(),
            away: Vec::new(),
            given: Vec::new(),
            seen: BTreeMap::new(),
            rounds: 0,
            plain: 0,
            visits: BTreeMap::new(),
            visit: None,
            strayed: BTreeSet::new(),
            far: None,
            again: BTreeMap::new(),
            opened: BTreeMap::new(),
            ice: Ice::Steady,
            bulk: BTreeMap::new(),
            marks: BTreeMap::new(),
            notice: None,
            near: None,
            sealed: None,
            saving_asked: None,
            smaller: false,
            look_up: false,
            elapsed: false,
            ending: None,
            keys: None,
            taken: 0,
            answers: 0,
            turns: None,
            floor: Seat::First,
            pressed: None,
            jump: None,
            crossed: None,
            drifted: BTreeSet::new(),
            unseen: Unseen::default(),
        }
    }

    /// The place under all detours.
    pub(super) fn below(&self) -> Place {
        self.away.first().map_or(self.place, |back| back.place)
    }

    /// The floe and step under all detours; None at the end.
    pub(super) fn ground(&self) -> Option<(usize, usize)> {
        match self.below().spot {
            Spot::Floe { floe, step } => Some((floe, step)),
            Spot::Detour(_) | Spot::End => None,
        }
    }

    /// The detour that is open, innermost first.
    pub(super) fn detour(&self) -> Option<Detour> {
        match self.place.spot {
            Spot::Detour(detour) => Some(detour),
            Spot::Floe { .. } | Spot::End => None,
        }
    }
}
