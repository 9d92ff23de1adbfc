//! The map: every floe, where one is, and what was passed over. Nothing on it counts or colours.

use super::Flow;
use super::walk::first_step;
use crate::content::Id;

/// A floe on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRow {
    /// Its id.
    pub floe: Id,
    /// Its title.
    pub title: String,
    /// The step one comes to when choosing it.
    pub step: Id,
    /// Whether one stands here.
    pub here: bool,
    /// Whether it lies behind and was never stood on.
    pub passed_over: bool,
}

impl Flow {
    /// The floes in order, near bank first.
    #[must_use]
    pub fn map(&self) -> Vec<MapRow> {
        let here = self.state.ground().map_or(usize::MAX, |(floe, _)| floe);
        let floes = self.practice().floes.iter().enumerate();
        floes
            .filter_map(|(at, floe)| {
                let visit = self.visit_of(at).filter(|_| self.is_path(at));
                if self.is_path(at) && visit.is_none() {
                    return None;
                }
                let both = self.is_path(at) && self.is_path(here);
                let mut steps = floe.steps.iter().filter(|step| self.walkable(step));
                Some(MapRow {
                    floe: floe.id.clone(),
                    title: floe.title.clone(),
                    step: first_step(self, floe, visit.map(|visit| visit.agreement))?,
                    here: at == here,
                    passed_over: at < here
                        && !both
                        && !steps.any(|step| self.state.seen.contains_key(&step.id)),
                })
            })
            .collect()
    }

    /// Whether the map leads anywhere yet: the private questions come first.
    #[must_use]
    pub fn map_is_open(&self) -> bool {
        !self.guarded() && !self.has_parted()
    }
}
