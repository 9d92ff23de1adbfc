//! The curtain between two people's pages, and what stays at the edge of all later ones.

use super::Flow;
use super::glass::Glass;
use super::page::{AskView, Cover, Drawer, Page, PageKey};
use crate::content::{Id, Meaning, Step};
use crate::session::{Seat, Sight};
use crate::words::{Key, Words};

impl Flow {
    /// Says who comes next and what they will do. Nothing of the page before stands on it, and nothing of the next.
    pub(super) fn curtain_page(&self, step: &Step) -> Page {
        let words = Words::of(&self.pack);
        let seat = self.seat().unwrap_or_default();
        let (name, other) = (self.called(seat), self.called(seat.other()));
        let blanks = [("name", &*name), ("other", &other), ("title", &step.title)];
        let say = |key| words.say(key, &blanks);
        let mut scene = self.scene();
        scene.far_words = None;
        Page {
            key: PageKey {
                ask: Id::new("curtain"),
                field: 0,
                round: self.state.place.round,
                seat: Some(seat),
            },
            at: None,
            part: None,
            title: String::new(),
            name: None,
            names: self.both_names(),
            seat: Some(seat),
            ice: self.state.ice,
            scene,
            notice: self.notice().filter(|_| self.state.notice.is_some()),
            notes: vec![
                say(Key::CurtainTo),
                say(self.curtain_hand(seat)),
                say(Key::CurtainWhat),
            ],
            shows: Vec::new(),
            panes: Vec::new(),
            prompt: say(Key::CurtainPress),
            ask: AskView::Curtain { seat, to: name },
            so_far: None,
            cover: Cover::Open,
            melts: false,
            sight: Sight::Open,
            foot: Vec::new(),
            edge: Vec::new(),
            way: None,
            drawer: Drawer::default(),
            glass: Glass::None,
            problem: Vec::new(),
            river: None,
            talk: None,
        }
    }

    /// What the other is told: nothing was written yet, or it is out of sight, or it has melted.
    fn curtain_hand(&self, seat: Seat) -> Key {
        let began = self.state.turns.and_then(|turns| self.step_at(turns));
        match (seat, began) {
            (Seat::First, _) | (_, None) => Key::CurtainAway,
            (Seat::Second, Some(step)) if step.sealed() => Key::CurtainMelted,
            (Seat::Second, Some(_)) => Key::CurtainHand,
        }
    }

    /// What each one's distrust is guarding, once both have let it speak. It is never crossed off.
    pub(super) fn edge(&self) -> Vec<String> {
        if !self.is_pair() || self.is_covered() || !self.both_watchmen_spoke() {
            return Vec::new();
        }
        let words = Words::of(&self.pack);
        let line = |seat: Seat| {
            let text = self.meant_of(Meaning::Watchman, Some(seat))?;
            let text = text.replace('\n', " / ");
            let blanks = [("name", &*self.called(seat)), ("text", &text)];
            Some(words.say(Key::EdgeWatchman, &blanks))
        };
        Seat::BOTH.into_iter().filter_map(line).collect()
    }

    /// Whether the other has answered or passed too, since one of them let theirs speak.
    fn both_watchmen_spoke(&self) -> bool {
        let mut given = self.state.given.iter().rev();
        let latest =
            given.find(|given| self.meaning_of(&given.ask, given.field) == Some(Meaning::Watchman));
        latest.is_some_and(|given| {
            let spoke = |seat| self.given_at(&given.ask, given.field, given.round, Some(seat));
            given.turn.is_none() || Seat::BOTH.into_iter().all(|seat| spoke(seat).is_some())
        })
    }
}
