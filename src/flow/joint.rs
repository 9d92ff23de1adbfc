//! What two people do only together: each has a key of their own, and nothing happens before both are pressed.

use super::Flow;
use super::page::Offered;
use super::walk::first_step;
use super::{Effect, Reply};
use crate::content::{Id, Kind};
use crate::session::{Detour, Seat, Sight};
use crate::words::{Key, Words};

impl Flow {
    /// Somebody pressed their key. It happens once the other's is pressed too.
    pub(super) fn press(&mut self, seat: Seat) -> Option<Vec<Effect>> {
        let ask = self.current_ask()?;
        if !matches!(ask.kind, Kind::Both { .. }) || self.curtain().is_some() {
            return None;
        }
        match self.state.pressed {
            Some(pressed) if pressed == seat => None,
            None => {
                self.state.pressed = Some(seat);
                Some(Vec::new())
            }
            Some(_) => {
                self.state.pressed = None;
                self.fresh()
                    .write_down(Seat::First, Sight::Open, &ask.id, Some(Reply::Went));
                if self.state.detour() == Some(Detour::Jump) {
                    self.jump_together();
                    return Some(Vec::new());
                }
                match &ask.then {
                    Some(outcome) => Some(self.follow(&ask.id, outcome)),
                    None => {
                        self.advance();
                        Some(Vec::new())
                    }
                }
            }
        }
    }

    /// Takes one's key back, as long as it is the only one.
    pub(super) fn release(&mut self, seat: Seat) -> bool {
        let mine = self.state.pressed == Some(seat);
        if mine {
            self.state.pressed = None;
        }
        mine
    }

    /// Asks both whether they jump to a step.
    pub(super) fn ask_to_jump(&mut self, step: &Id) -> bool {
        let opened =
            self.state.detour() == Some(Detour::Jump) || self.open(Seat::First, Detour::Jump);
        if opened {
            self.drop_key();
            self.state.jump = Some(step.clone());
        }
        opened
    }

    /// A key that is pressed alone falls away, and was never pressed.
    pub(super) fn drop_key(&mut self) {
        if let Some(seat) = self.state.pressed.take() {
            self.forget_press(seat);
        }
    }

    /// Takes the latest press of a seat out of what is remembered.
    pub(super) fn forget_press(&mut self, seat: Seat) {
        if let Some(at) = self.latest_press(seat) {
            self.log.remove(at);
        }
    }

    /// Where the key that is pressed alone stands in the log.
    pub(super) fn lone_press(&self) -> Option<usize> {
        self.latest_press(self.state.pressed?)
    }

    fn latest_press(&self, seat: Seat) -> Option<usize> {
        let pressed = super::Event::Pressed(seat);
        self.log.iter().rposition(|event| *event == pressed)
    }

    fn jump_together(&mut self) {
        let step = self.state.jump.take();
        self.leave_detours();
        if let Some(step) = step {
            self.jump_to(&step);
        }
    }

    /// Goes on from the floes that have drifted near: on the way, or to one of them if both say so.
    pub(super) fn choose_near(&mut self, floe: &Id) {
        let crossed = self.state.crossed.take();
        let near = crossed.and_then(|crossed| self.practice().floes.get(crossed).cloned());
        let near = near.filter(|crossed| crossed.near.contains(floe));
        let step = near.and_then(|_| self.first_step_of(floe));
        self.return_from_detour();
        if let Some(step) = step {
            self.ask_to_jump(&step);
        }
    }

    fn first_step_of(&self, floe: &Id) -> Option<Id> {
        let floe = self
            .practice()
            .floes
            .iter()
            .find(|other| other.id == *floe)?;
        first_step(self, floe, None)
    }

    /// The way on, then the floes that have drifted near.
    pub(super) fn near_floes(&self) -> Vec<Offered> {
        let floes = &self.practice().floes;
        let title = |id: &Id| {
            floes
                .iter()
                .find(|floe| floe.id == *id)
                .map(|floe| &floe.title)
        };
        let next = self.state.ground().and_then(|(floe, _)| floes.get(floe));
        let stay = next.map(|floe| Offered {
            id: Id::new("on"),
            text: Words::of(&self.pack).say(Key::DriftOn, &[("title", &floe.title)]),
            note: None,
        });
        let crossed = self.state.crossed.and_then(|crossed| floes.get(crossed));
        let near = crossed.into_iter().flat_map(|floe| &floe.near);
        let near = near.filter(|id| next.is_none_or(|next| next.id != **id));
        let near = near.filter_map(|id| {
            Some(Offered {
                id: id.clone(),
                text: title(id)?.clone(),
                note: None,
            })
        });
        stay.into_iter().chain(near).collect()
    }

    /// The title of the floe both are asked to jump to.
    pub(super) fn jump_title(&self) -> Option<String> {
        let (floe, _) = self.find_step(self.state.jump.as_ref()?)?;
        Some(self.practice().floes.get(floe)?.title.clone())
    }
}
