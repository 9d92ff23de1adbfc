//! Two people at one keyboard: who says something of themself, whose key was pressed, what chance brings them.

use super::guide::{Act, Reaction};
use super::sitting::Sitting;
use crate::content::{Id, Mode};
use crate::flow::{
    AskView, Detour, Drawer, Event, Flow, Glass, Ice, Offered, Page, PageKey, Reply,
};
use crate::session::Seat;
use crate::words::{Key, Words};

/// Something people say only of themselves. Floe can't see who presses a key, so it asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// "I'm in the water."
    Water,
    /// "I'm wobbly."
    Wobbly,
}

impl Who {
    /// The page that asks who it is. Nobody says it for the other.
    pub(super) fn page(self, flow: &Flow, page: Page) -> Page {
        let words = Words::of(flow.pack());
        let prompt = match self {
            Self::Water => Key::WhoWater,
            Self::Wobbly => Key::WhoWobbly,
        };
        let me = |seat: Seat| {
            let name = flow.called(seat);
            Offered {
                id: Id::new(option(seat)),
                text: words.say(Key::WhoMe, &[("name", &name)]),
                note: None,
            }
        };
        let nobody = Offered {
            id: Id::new("nobody"),
            text: words.say(Key::WhoNobody, &[]),
            note: None,
        };
        let dry = Seat::BOTH
            .into_iter()
            .filter(|seat| page.ice != Ice::Water(*seat));
        let options = dry.map(me).chain([nobody]).collect();
        let [first, second] = Seat::BOTH.map(|seat| flow.called(seat));
        let both = [("first", &*first), ("second", &second)];
        Page {
            key: PageKey {
                ask: Id::new(prompt.name()),
                field: 0,
                round: 0,
                seat: None,
            },
            name: Some(words.say(Key::BothNames, &both)),
            seat: None,
            notice: None,
            notes: Vec::new(),
            shows: Vec::new(),
            panes: Vec::new(),
            prompt: words.say(prompt, &[]),
            ask: AskView::Choice {
                options,
                chosen: None,
            },
            so_far: None,
            melts: false,
            foot: Vec::new(),
            drawer: Drawer::default(),
            glass: Glass::None,
            ..page
        }
    }

    const fn event(self, seat: Seat) -> Event {
        match self {
            Self::Water => Event::Opened(seat, Detour::Hand),
            Self::Wobbly => Event::Wobbled(seat),
        }
    }
}

const fn option(seat: Seat) -> &'static str {
    match seat {
        Seat::First => "first",
        Seat::Second => "second",
    }
}

impl Sitting {
    /// Somebody says something of themself. Alone, and behind a curtain, it is plain who.
    pub(super) fn of_oneself(&mut self, who: Who) -> Reaction {
        let flow = self.flow();
        let alone = (flow.header().mode == Mode::Solo).then_some(Seat::First);
        match alone.or(flow.keys()) {
            Some(seat) => self.or_nothing(who.event(seat)),
            None if flow.at_end() || !flow.map_is_open() => Reaction::told(Key::NothingHere),
            None => {
                self.who = Some(who);
                Reaction::default()
            }
        }
    }

    /// They said who it is, or that it is nobody. None: they did something else, which is done instead.
    pub(super) fn told_who(&mut self, who: Who, act: &Act) -> Option<Reaction> {
        match act {
            Act::Reply(Reply::Chose(id)) => {
                self.who = None;
                let seat = Seat::BOTH.into_iter().find(|seat| *id == option(*seat));
                Some(seat.map_or_else(Reaction::default, |seat| self.or_nothing(who.event(seat))))
            }
            Act::Pass | Act::Back | Act::Undo => {
                self.who = None;
                Some(Reaction::default())
            }
            // What is meant for the page beneath waits until it is seen again.
            Act::Reply(_) | Act::Take | Act::Press(_) | Act::Mark(..) => Some(Reaction::default()),
            Act::Light | Act::Elapsed => Some(Reaction::default()),
            Act::Leave => None,
            Act::Open(_) | Act::Thanks(_) | Act::Mirror(_) | Act::Wobble | Act::Jump(_) => {
                self.who = None;
                None
            }
        }
    }

    /// Somebody opens the curtain.
    pub(super) fn take_keyboard(&mut self) -> Reaction {
        match self.flow().page().ask {
            AskView::Curtain { seat, .. } => self.event(Event::Took(seat)),
            _ => Reaction::default(),
        }
    }

    /// A key of one person, where two are needed; pressed again it is taken back.
    pub(super) fn press(&mut self, seat: Seat) -> Reaction {
        match self.flow().page().ask {
            AskView::Both { pressed, .. } if pressed == Some(seat) => {
                self.take_back_key().unwrap_or_default()
            }
            AskView::Both { .. } => self.event(Event::Pressed(seat)),
            _ => Reaction::default(),
        }
    }

    /// A key that waits for the other's is the first thing that is taken back.
    pub(super) fn take_back_key(&mut self) -> Option<Reaction> {
        let AskView::Both { pressed, .. } = self.flow().page().ask else {
            return None;
        };
        self.event(Event::Released(pressed?));
        Some(Reaction::told(Key::BothTaken))
    }

    /// Draws: the first as often as all the others together, so that what comes proves nothing about anyone.
    pub(super) fn draw(&mut self, ask: &Id, options: &[Id]) {
        let chance = self.chance();
        let others = options.len().saturating_sub(1);
        let at = if others == 0 || chance.is_multiple_of(2) {
            0
        } else {
            1 + usize::try_from(chance / 2 % others as u64).unwrap_or(0)
        };
        if let Some(option) = options.get(at) {
            self.event(Event::Came {
                ask: ask.clone(),
                reply: Reply::Chose(option.clone()),
            });
        }
    }
}
