//! Two people at one keyboard: whose page it is, who has taken the keyboard, and what the other may see.
//!
//! Alone, no page belongs to a seat and nothing is ever covered.

use super::Flow;
use super::page::{Cover, Ice};
use super::place::Place;
use super::state::Given;
use crate::content::Sway;
use crate::content::{Ask, By, Clause, Id, Keep, Kind, Meaning, Mode, Whose};
use crate::session::{Reply, Seat};

impl Flow {
    pub(super) fn is_pair(&self) -> bool {
        self.header.mode == Mode::Pair
    }

    /// Whose page this is; None if it belongs to both, or to the only one.
    #[must_use]
    pub fn seat(&self) -> Option<Seat> {
        self.seat_at(self.state.place)
    }

    /// Who sits alone at the keyboard, behind a curtain.
    #[must_use]
    pub fn keys(&self) -> Option<Seat> {
        self.state.keys
    }

    pub(super) fn seat_at(&self, place: Place) -> Option<Seat> {
        if !self.is_pair() {
            return None;
        }
        let floor = self.state.floor;
        match self.ask_at(place)?.by {
            By::Together => None,
            By::Each => Some(place.seat.unwrap_or_default()),
            By::Speaker => Some(floor),
            By::Listener => Some(floor.other()),
            By::InWater => self.fallen(),
            By::OnIce => self.fallen().map(Seat::other),
        }
    }

    /// Who is in the water, if one of them is.
    pub(super) fn fallen(&self) -> Option<Seat> {
        match self.state.ice {
            Ice::Water(seat) => Some(seat),
            Ice::Steady | Ice::Tilting(_) | Ice::Banks => None,
        }
    }

    /// Whether the page is for one person while the other looks away.
    pub(super) fn is_covered(&self) -> bool {
        self.is_pair() && self.current_ask().is_some_and(|ask| ask.unseen)
    }

    /// Who is to take the keyboard before anything of the page is shown.
    pub(super) fn curtain(&self) -> Option<Seat> {
        let seat = self.seat().unwrap_or_default();
        (self.is_covered() && self.state.keys != Some(seat)).then_some(seat)
    }

    pub(super) fn cover(&self, ask: &Ask) -> Cover {
        match (self.is_pair() && ask.unseen, ask.keep) {
            (false, _) => Cover::Open,
            (true, Keep::Ask) => Cover::Behind,
            (true, Keep::Private | Keep::Never) => Cover::Hidden,
        }
    }

    /// They take the keyboard: what was seen before is out of reach from here.
    pub(super) fn take_keys(&mut self, seat: Seat) -> bool {
        if self.curtain() != Some(seat) {
            return false;
        }
        self.state.keys = Some(seat);
        self.state.taken = self.state.answers;
        // What was said to both stood on the curtain.
        self.state.notice = None;
        self.forget_trail();
        true
    }

    /// Stands at a place. Whoever had the keyboard alone has given it back if the page isn't theirs any more.
    pub(super) fn stand(&mut self, place: Place) {
        self.state.place = place;
        self.sway();
        self.note_visit();
        self.drop_key();
        let theirs = self.is_covered() && self.state.keys == self.seat();
        if self.state.keys.is_some() && !theirs {
            self.state.keys = None;
            self.state.look_up = true;
            self.forget_trail();
        }
    }

    fn forget_trail(&mut self) {
        self.state.trail.clear();
        for back in &mut self.state.away {
            back.trail = 0;
        }
    }

    /// The seat meant, as seen from this page.
    pub(super) fn whose(&self, whose: Whose) -> Seat {
        let me = self.seat().unwrap_or_default();
        match whose {
            Whose::Me => me,
            Whose::Other => me.other(),
            Whose::Speaker => self.state.floor,
            Whose::Listener => self.state.floor.other(),
        }
    }

    /// Whether an answer may be seen on this page: what was written unseen for its writer alone only by them, while the
    /// other looks away.
    pub(super) fn may_see(&self, ask: &Ask, given: &Given) -> bool {
        let mark = ask.is == Some(Meaning::Mark) && given.turn.is_some();
        if self.is_pair() && mark {
            let own = self.is_covered() && self.seat() == given.turn;
            return own || self.is_shown(given);
        }
        let kept_apart = self.is_pair() && ask.unseen && ask.keep != Keep::Ask;
        !kept_apart || (self.is_covered() && self.seat() == Some(given.seat))
    }

    /// What a person called themself.
    #[must_use]
    pub fn name_of(&self, seat: Seat) -> Option<String> {
        if let Some(talk) = &self.practice().talk {
            let [me, other] = &talk.cast;
            let name = if seat == Seat::First { me } else { other };
            return Some(name.clone()).filter(|name| !name.is_empty());
        }
        let (known, meaning) = match seat {
            Seat::First => (&self.header.me, Meaning::Me),
            Seat::Second => (&self.header.other, Meaning::Other),
        };
        known.clone().or_else(|| self.meant(meaning))
    }

    /// In a rehearsal the answers of the fiction move the ice.
    fn sway(&mut self) {
        let ask = self.current_ask();
        if let Some(sway) = ask.and_then(|ask| ask.ice) {
            self.state.ice = match sway {
                Sway::Steady => Ice::Steady,
                Sway::Tilt => Ice::Tilting(Seat::First),
                Sway::Slip => Ice::Water(Seat::First),
            };
        }
    }

    /// What this answer does to the crossing besides being an answer.
    pub(super) fn note_floor(&mut self, ask: &Ask, reply: &Reply) {
        if ask.is == Some(Meaning::Floor)
            && let Reply::Chose(option) = reply
        {
            self.state.floor = if *option == "second" {
                Seat::Second
            } else {
                Seat::First
            };
        }
    }

    /// The light is lit up again, for a minute.
    pub(super) fn light_up(&mut self) -> Vec<super::Effect> {
        let more = self.is_pair()
            && matches!(
                self.current_ask().map(|ask| ask.kind),
                Some(Kind::Pause { more: true, .. })
            );
        if !more {
            return Vec::new();
        }
        self.state.elapsed = false;
        vec![super::Effect::Deadline { seconds: 60 }]
    }

    /// Seconds of a turn, where they chose how long it is.
    pub(super) fn turn_seconds(&self) -> Option<u16> {
        let mut given = self.state.given.iter().rev();
        given.find_map(|given| match &given.reply {
            Some(Reply::Chose(minutes))
                if self.meaning_of(&given.ask, given.field) == Some(Meaning::Turn) =>
            {
                minutes.as_str().parse::<u16>().ok()?.checked_mul(60)
            }
            _ => None,
        })
    }

    /// The answer to an ask as somebody sees it. To what each was asked there are two: for a person their own
    /// counts, for both of them the more careful one, which stands later among the options.
    pub(super) fn read(&self, ask: &Id, eyes: Option<Seat>) -> Option<&Given> {
        self.read_of(ask, eyes, self.about())
    }

    /// The same, where a path is about this agreement.
    pub(super) fn read_of(
        &self,
        ask: &Id,
        eyes: Option<Seat>,
        about: Option<usize>,
    ) -> Option<&Given> {
        let mut latest = self
            .state
            .given
            .iter()
            .rev()
            .filter(|given| given.ask == *ask && self.tells_of(given, about));
        let newest = latest.clone().next()?;
        match (newest.turn, eyes) {
            (None, _) => Some(newest),
            (Some(_), Some(eyes)) => latest.find(|given| given.turn == Some(eyes)),
            (Some(_), None) => latest
                .filter(|given| given.round == newest.round)
                .max_by_key(|given| self.care(given)),
        }
    }

    /// How careful an answer is: its place among the options. Passing is as careful as the last of them; only that a
    /// no isn't free counts for more, whoever said it.
    pub(super) fn care(&self, given: &Given) -> usize {
        let passed = usize::MAX - 1;
        let Some(Reply::Chose(option)) = &given.reply else {
            return passed;
        };
        let free_no = Some(Meaning::Agreement(Clause::FreeNo));
        if *option == "no" && self.meaning_of(&given.ask, given.field) == free_no {
            return usize::MAX;
        }
        let place = || {
            let (step, at) = self.find_ask(&given.ask)?;
            match &step.asks.get(at)?.kind {
                Kind::Choice(options) | Kind::EachAgreement(options) => {
                    options.iter().position(|choice| choice.id == *option)
                }
                Kind::Confirm { .. } => Some(usize::from(*option == "no")),
                _ => None,
            }
        };
        place().unwrap_or(passed)
    }
}
