//! Building the page: where one is, what was said, what is asked, what stands there already.

use super::landing::in_words;
use super::page::{AskView, Drawer, Ice, Page, PageKey, Scene, Shown, Whereabouts};
use super::place::Spot;
use super::state::Ending;
use super::{Flow, Saving};
use crate::content::{Ask, Id, Keep, Kind, Meaning, Mode, Step};
use crate::session::{Detour, ItemKind, Sight};
use crate::words::{Key, Words, fill};

impl Flow {
    /// What a person sees and is asked now.
    #[must_use]
    pub fn page(&self) -> Page {
        match (self.step_at(self.state.place), self.current_ask()) {
            (Some(step), Some(ask)) => self.ask_page(&step, &ask),
            _ => self.end_page(),
        }
    }

    fn ask_page(&self, step: &Step, ask: &Ask) -> Page {
        let place = self.state.place;
        let prompt = match (self.header.mode, &ask.pair) {
            (Mode::Pair, Some(pair)) => pair,
            _ => &ask.prompt,
        };
        Page {
            key: PageKey {
                ask: ask.id.clone(),
                field: place.field,
                round: place.round,
            },
            at: self.whereabouts(),
            part: ask
                .part
                .clone()
                .or_else(|| self.state.detour().map(|_| step.title.clone())),
            title: step.title.clone(),
            name: self.name_here(),
            ice: self.state.ice,
            scene: self.scene(),
            notice: self.notice(),
            notes: self.notes(ask),
            shows: self.shows(ask),
            prompt: self.named(prompt),
            ask: self.ask_view(ask),
            so_far: self.so_far(ask),
            hidden: false,
            melts: ask.keep == Keep::Never,
            sight: if ask.keep == Keep::Ask {
                Sight::Open
            } else {
                Sight::Own
            },
            foot: Vec::new(),
            drawer: self.drawer(step),
        }
    }

    fn end_page(&self) -> Page {
        let words = Words::of(&self.pack);
        let (prompt, foot) = match self.state.ending {
            Some(Ending::Landed) => (Key::Landed, self.kept_lines()),
            _ if self.saving == Saving::On => (Key::LeftOpen, Vec::new()),
            _ => (Key::LeftUnsaved, Vec::new()),
        };
        Page {
            key: PageKey {
                ask: Id::new(""),
                field: 0,
                round: 0,
            },
            at: None,
            part: None,
            title: String::new(),
            name: self.name_here(),
            ice: Ice::Steady,
            // What melted isn't shown any more, not on the far bank either.
            scene: Scene {
                far_words: None,
                ..self.scene()
            },
            notice: self.state.notice.clone(),
            notes: Vec::new(),
            shows: Vec::new(),
            prompt: words.say(prompt, &[]),
            ask: AskView::Show,
            so_far: None,
            hidden: false,
            melts: false,
            sight: Sight::Open,
            foot,
            drawer: Drawer::default(),
        }
    }

    /// What was kept, an item a line, in one paragraph.
    fn kept_lines(&self) -> Vec<String> {
        let line = |item: &crate::session::Item| {
            let label = self.item_label(item.kind, item.label.as_deref());
            format!("{label}: {}", in_words(item).replace('\n', " / "))
        };
        let lines: Vec<_> = self.kept().iter().map(line).collect();
        if lines.is_empty() {
            Vec::new()
        } else {
            vec![lines.join("\n")]
        }
    }

    fn whereabouts(&self) -> Option<Whereabouts> {
        let (at, step_at) = self.state.ground()?;
        let floes = &self.practice().floes;
        let floe = floes.get(at)?;
        let step = floe.steps.get(step_at)?;
        let walkable = |upto: usize| {
            floe.steps
                .iter()
                .take(upto)
                .filter(|step| self.walkable(step))
                .count()
        };
        Some(Whereabouts {
            floe: at + 1,
            floes: floes.len(),
            title: floe.short.clone(),
            floe_id: floe.id.clone(),
            step: walkable(step_at) + 1,
            steps: walkable(floe.steps.len()).max(walkable(step_at) + 1),
            step_id: step.id.clone(),
        })
    }

    fn scene(&self) -> Scene {
        let places = self.practice().floes.len().max(2);
        let at = self
            .state
            .ground()
            .map_or(places - 1, |(floe, _)| floe.min(places - 1));
        let seats = if self.header.mode == Mode::Pair { 2 } else { 1 };
        Scene {
            seed: self.header.seed,
            places,
            at,
            seats,
            far_words: self.meant(Meaning::FarBank),
        }
    }

    fn notice(&self) -> Option<String> {
        let smaller = || {
            self.state
                .smaller
                .then(|| Words::of(&self.pack).say(Key::Smaller, &[]))
        };
        self.state
            .notice
            .as_ref()
            .map(|notice| self.named(notice))
            .or_else(smaller)
    }

    fn notes(&self, ask: &Ask) -> Vec<String> {
        ask.notes
            .iter()
            .filter(|(when, _)| self.holds(when))
            .map(|(_, note)| self.named(note))
            .collect()
    }

    fn shows(&self, ask: &Ask) -> Vec<Shown> {
        let mut shown: Vec<_> = ask
            .shows
            .iter()
            .filter_map(|show| {
                let latest = show.from.iter().filter_map(|from| {
                    let given = self.latest(from)?;
                    let order = self.state.given.iter().position(|other| other == given)?;
                    Some((order, from))
                });
                let (_, from) = latest.max_by_key(|(order, _)| *order)?;
                let guess = self
                    .find_ask(&from.ask)
                    .is_some_and(|(step, at)| step.asks.get(at).is_some_and(|a| a.guess));
                let label = show.label.as_ref().map(|label| self.named(label));
                Some(Shown {
                    label,
                    text: self.words_from(from)?,
                    guess,
                })
            })
            .collect();
        if self.state.detour() == Some(Detour::Hand) && matches!(ask.kind, Kind::Line) {
            shown.extend(
                [Meaning::HandLine, Meaning::Supporter]
                    .into_iter()
                    .filter_map(|meaning| self.hand_line(meaning)),
            );
        }
        shown
    }

    /// In the hand, the line the person wished to hear stands word for word, and who would be glad.
    fn hand_line(&self, meaning: Meaning) -> Option<Shown> {
        Some(Shown {
            label: None,
            text: self.meant(meaning)?,
            guess: false,
        })
    }

    fn drawer(&self, step: &Step) -> Drawer {
        let named = |text: &Option<String>| text.as_ref().map(|text| self.named(text));
        let first = self.state.place.ask == 0;
        let hint = if first && self.state.detour() == Some(Detour::Hand) {
            self.slip_hint()
        } else {
            None
        };
        Drawer {
            why: Some(self.named(&step.why)),
            hint: hint.or_else(|| named(&step.hint)),
            example: named(&step.example),
        }
    }

    /// In the hand, the hint tells how people slip on this floe, and what helps.
    fn slip_hint(&self) -> Option<String> {
        let (floe, _) = self.state.ground()?;
        let slips = &self.practice().floes.get(floe)?.slips;
        let lines: Vec<_> = slips
            .iter()
            .map(|(slip, hand)| format!("{slip} {hand}"))
            .collect();
        (!lines.is_empty()).then(|| self.named(&lines.join("\n")))
    }

    /// The name of the person at the keyboard, if it is known.
    #[must_use]
    pub fn me(&self) -> Option<String> {
        self.header.me.clone().or_else(|| self.meant(Meaning::Me))
    }

    /// The name of the other person, if it is known.
    #[must_use]
    pub fn other(&self) -> Option<String> {
        self.header
            .other
            .clone()
            .or_else(|| self.meant(Meaning::Other))
    }

    /// The river's title, if somebody gave it one.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.header
            .title
            .clone()
            .or_else(|| self.meant(Meaning::Title))
    }

    /// When to look again, in the words it was given in.
    #[must_use]
    pub fn look_again(&self) -> Option<String> {
        self.meant(Meaning::LookAgain)
    }

    fn name_here(&self) -> Option<String> {
        self.me()
    }

    pub(super) fn named(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let words = Words::of(&self.pack);
        let me = self.me().unwrap_or_else(|| words.say(Key::NamelessMe, &[]));
        let other = self
            .other()
            .unwrap_or_else(|| words.say(Key::NamelessOther, &[]));
        fill(text, &[("me", &me), ("other", &other)])
    }

    /// Whether the page is the last one.
    #[must_use]
    pub fn at_end(&self) -> bool {
        self.state.place.spot == Spot::End
    }
}

/// The word for a kind of item.
#[must_use]
pub const fn item_word(kind: ItemKind) -> Key {
    match kind {
        ItemKind::Agreement => Key::ItemAgreement,
        ItemKind::Thanks => Key::ItemThanks,
        ItemKind::LookAgain => Key::ItemLookAgain,
        ItemKind::Carry => Key::ItemCarry,
        ItemKind::Memory => Key::ItemMemory,
        ItemKind::Guess => Key::ItemGuess,
        ItemKind::Hand => Key::ItemHand,
        ItemKind::Words => Key::ItemWords,
        ItemKind::Chosen => Key::ItemChosen,
    }
}
