//! A return visit: the paths its marks open, and the agreement each of them is about.
//!
//! Floes with a path aren't walked in the order they stand in. Where the walk comes to the first of them, the
//! agenda leads on: path after path, and for each a round of its own, so that answers about different agreements
//! stand beside each other. After the last path the walk goes on behind them all.

use super::Flow;
use super::place::{Place, Spot};
use super::state::{Ending, Given};
use crate::content::{Id, Path};
use crate::words::{Key, Words};

/// Most agreements whose paths are walked on one visit.
const MOST: usize = 3;

/// A path that is walked for an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Visit {
    /// The agreement's place among those that were brought along.
    pub(super) agreement: usize,
    /// The floe.
    pub(super) floe: usize,
}

/// Where the agreement at hand comes from.
impl Flow {
    /// Which agreement the page is about, whatever lies open over it.
    pub(super) fn about(&self) -> Option<usize> {
        self.about_at(self.state.below())
    }

    /// Which agreement a place is about: that of its path, or the one this screen asks about.
    pub(super) fn about_at(&self, place: Place) -> Option<usize> {
        let Spot::Floe { floe, step } = place.spot else {
            return None;
        };
        if let Some(agreement) = self.path_at(place) {
            return Some(agreement);
        }
        let floe = self.practice().floes.get(floe)?;
        let ask = floe.steps.get(step)?.asks.get(place.ask)?;
        super::marks::asks_of_each(ask).then_some(place.field)
    }

    /// Which agreement the path of a place is about. Whether something is asked is decided by this alone.
    pub(super) fn path_at(&self, place: Place) -> Option<usize> {
        Some(self.visit_at(place)?.agreement)
    }

    /// The path a place belongs to.
    pub(super) fn visit_at(&self, place: Place) -> Option<Visit> {
        match place.spot {
            Spot::Floe { floe, .. } if self.is_path(floe) => {
                self.state.visits.get(&place.round).copied()
            }
            _ => None,
        }
    }

    /// Whether a floe is walked only for an agreement.
    pub(super) fn is_path(&self, floe: usize) -> bool {
        let floe = self.practice().floes.get(floe);
        floe.is_some_and(|floe| floe.path.is_some())
    }

    /// Whether an answer counts where a path is about this agreement: not if it is about another one.
    pub(super) fn tells_of(&self, given: &Given, about: Option<usize>) -> bool {
        given.about.is_none() || about.is_none() || given.about == about
    }

    /// Notes where one stands now: whose promise a path is about has the floor as it begins.
    pub(super) fn note_visit(&mut self) {
        let place = self.state.place;
        let Spot::Floe { floe, .. } = place.spot else {
            return;
        };
        let visit = self.visit_at(place);
        match visit {
            Some(visit) if visit.floe != floe => {
                self.state.strayed.insert((visit, floe));
            }
            Some(_) => {}
            None => self.note_far(floe),
        }
        if self.state.visit != visit {
            self.state.visit = visit;
            let brought = visit.and_then(|visit| self.header.brought.get(visit.agreement));
            if let Some(brought) = brought.filter(|_| self.is_pair()) {
                self.state.floor = brought.by;
            }
        }
    }

    fn note_far(&mut self, floe: usize) {
        let floes = &self.practice().floes;
        let landing = floes.last().map(|floe| &floe.id);
        let here = floes.get(floe).map(|floe| &floe.id);
        if here != landing {
            self.state.far = here.cloned();
        }
    }

    /// The last floe they were on before the landing; the paths of a return visit don't count.
    #[must_use]
    pub fn far(&self) -> Option<Id> {
        self.state.far.clone()
    }
}

/// The agenda.
impl Flow {
    /// The paths to walk, in order.
    pub(super) fn agenda(&self) -> Vec<Visit> {
        let open = self.open_agreements();
        let first = open.into_iter().take(MOST);
        first.flat_map(|(_, visits)| visits).collect()
    }

    /// The agreements with open paths: one that was kept to begin with, then the heaviest first.
    fn open_agreements(&self) -> Vec<(u8, Vec<Visit>)> {
        let all = 0..self.header.brought.len();
        let mut open: Vec<_> = all
            .filter_map(|agreement| {
                let paths = self.open_paths(agreement);
                let weight = paths.iter().map(|path| weight(*path)).min()?;
                let floes = paths.iter().filter_map(|path| self.floe_of(*path));
                let visits: Vec<_> = floes.map(|floe| Visit { agreement, floe }).collect();
                (!visits.is_empty()).then_some((weight, visits))
            })
            .collect();
        open.sort_by_key(|(weight, _)| *weight);
        let kept = open.iter().position(|(of, _)| *of == weight(Path::Kept));
        if let Some(kept) = kept {
            let first = open.remove(kept);
            open.insert(0, first);
        }
        open
    }

    fn floe_of(&self, path: Path) -> Option<usize> {
        let mut floes = self.practice().floes.iter();
        floes.position(|floe| floe.path == Some(path))
    }

    /// Goes on past the end of a floe where no step follows by itself: along the agenda, then behind all paths.
    pub(super) fn past_floe(&mut self) {
        let here = self.state.place;
        let Spot::Floe { floe, .. } = here.spot else {
            return self.finish(Ending::Open);
        };
        let floes = self.practice().floes.len();
        let Some(last) = (floe..floes).rev().find(|at| self.is_path(*at)) else {
            return self.finish(Ending::Open);
        };
        self.say_that_others_wait(here);
        for visit in self.visits_after(here) {
            let round = self.round_of(visit);
            let place = Place::at(Spot::End, round);
            if let Some(next) = self.first_in_floe(visit.floe, 0, place) {
                return self.go(self.seated(next));
            }
        }
        let behind = Place::at(Spot::End, self.state.plain);
        match self.first_in_floe(last + 1, 0, behind) {
            Some(next) => {
                self.go(self.seated(next));
                if self.visit_at(here).is_none() {
                    self.drift(here.spot);
                }
            }
            None => self.finish(Ending::Open),
        }
    }

    /// What of the agenda follows a place.
    fn visits_after(&self, here: Place) -> Vec<Visit> {
        let agenda = self.agenda();
        let done = match self.visit_at(here) {
            None => 0,
            Some(visit) => match agenda.iter().position(|other| *other == visit) {
                Some(at) => at + 1,
                // The marks were changed meanwhile: on to what wasn't walked yet.
                None => {
                    let known = |other: &Visit| self.state.visits.values().any(|v| v == other);
                    let fresh = agenda.iter().position(|other| !known(other));
                    fresh.unwrap_or(agenda.len())
                }
            },
        };
        // What another path of the same agreement has led to already isn't walked again.
        let led_to = |visit: &Visit| {
            let mut strayed = self.state.strayed.iter();
            strayed.any(|(from, floe)| {
                from.agreement == visit.agreement && from != visit && *floe == visit.floe
            })
        };
        let rest = agenda.into_iter().skip(done);
        // Nor is anything that has ended.
        rest.filter(|visit| !led_to(visit) && !self.is_over(visit.agreement))
            .collect()
    }

    /// Said once, where the paths begin.
    fn say_that_others_wait(&mut self, here: Place) {
        let waiting = self.open_agreements().len() > MOST;
        if waiting && self.visit_at(here).is_none() {
            let others = Words::of(&self.pack).say(Key::VisitOthers, &[]);
            let said = self.state.notice.take();
            let said = said.map(|said| format!("{said} {others}"));
            self.state.notice = Some(said.unwrap_or(others));
        }
    }

    /// The round a path is walked in: the one it had before, or a new one.
    fn round_of(&mut self, visit: Visit) -> u16 {
        let known = self.state.visits.iter().find(|(_, other)| **other == visit);
        if let Some((round, _)) = known {
            return *round;
        }
        self.state.rounds = self.state.rounds.saturating_add(1);
        self.state.visits.insert(self.state.rounds, visit);
        self.state.rounds
    }

    /// A new round at a step of a path is about the same agreement.
    pub(super) fn name_round(&mut self, round: u16, floe: usize) {
        let visit = self.visit_at(self.state.below());
        if let Some(visit) = visit.filter(|_| self.is_path(floe)) {
            self.state.visits.insert(round, visit);
        }
    }
}

/// Ways that don't follow the agenda.
impl Flow {
    /// The round in which a step is stood on where an answer leads there: the one in which it was stood on last, but
    /// on a path one of the same visit. None for a path from elsewhere.
    pub(super) fn round_of_step(&self, floe: usize, id: &Id) -> Option<u16> {
        let seen = self.state.seen.get(id).copied();
        if !self.is_path(floe) {
            return Some(seen.unwrap_or(self.state.plain));
        }
        let here = self.state.below();
        let visit = self.visit_at(here)?;
        let same = seen.filter(|round| self.state.visits.get(round) == Some(&visit));
        Some(same.unwrap_or(here.round))
    }

    /// The path one comes to when choosing a floe: the one that leads here now, else one of the same agreement.
    pub(super) fn visit_of(&self, floe: usize) -> Option<Visit> {
        let here = self.visit_at(self.state.below());
        let stands = self.state.ground().is_some_and(|(at, _)| at == floe);
        if stands && here.is_some() {
            return here;
        }
        let same = |visit: &Visit| here.is_some_and(|here| here.agreement == visit.agreement);
        let agenda = self.agenda().into_iter();
        let open = agenda.filter(|visit| visit.floe == floe);
        open.min_by_key(|visit| !same(visit))
    }

    /// Whether the map leads to a step: onto a path only if it is open.
    pub(super) fn may_jump(&self, step: &Id) -> bool {
        let found = self.find_step(step);
        found.is_some_and(|(floe, _)| !self.is_path(floe) || self.visit_of(floe).is_some())
    }

    /// Jumps to a step, if the map leads there.
    pub(super) fn jump_to(&mut self, id: &Id) -> bool {
        let Some((floe, step)) = self.find_step(id) else {
            return false;
        };
        if self.is_turn_of_talk(id) && self.state.seen.contains_key(id) {
            return self.go_round(id);
        }
        let here = self.visit_at(self.state.below());
        let round = match self.visit_of(floe).filter(|_| self.is_path(floe)) {
            Some(visit) if Some(visit) != here => Some(self.round_of(visit)),
            _ => self.round_of_step(floe, id),
        };
        round.is_some_and(|round| self.go_onto(floe, step, round))
    }
}

/// What front ends draw of it.
impl Flow {
    /// The floes in the order they are walked in on this visit, each path with what it is walked for.
    pub(super) fn walked_floes(&self) -> Vec<(usize, Option<Visit>)> {
        let floes = 0..self.practice().floes.len();
        let paths = floes.clone().find(|floe| self.is_path(*floe));
        let mut walked = Vec::new();
        for floe in floes {
            if Some(floe) == paths {
                let agenda = self.agenda().into_iter();
                walked.extend(agenda.map(|visit| (visit.floe, Some(visit))));
            }
            if !self.is_path(floe) {
                walked.push((floe, None));
            }
        }
        walked
    }

    /// The number of a floe, from 1. All paths are one stage: how many there are is known only to the marks.
    pub(super) fn stage_of(&self, floe: usize) -> usize {
        let plain = (0..floe).filter(|at| !self.is_path(*at)).count();
        let paths = (0..floe).any(|at| self.is_path(at)) && !self.is_path(floe);
        plain + usize::from(paths && !self.header.brought.is_empty()) + 1
    }

    /// How many stages there are.
    pub(super) fn stages(&self) -> usize {
        self.stage_of(self.practice().floes.len()) - 1
    }
}

/// What comes first on the agenda: the heaviest. An agreement weighs what its heaviest path does.
const fn weight(path: Path) -> u8 {
    match path {
        Path::Broken => 0,
        Path::Differently => 1,
        Path::Part => 2,
        Path::Change => 3,
        // Both yield to anything that somebody marked.
        Path::Kept => 4,
        Path::Offer | Path::Anew => 5,
    }
}
