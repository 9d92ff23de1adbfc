//! Building the page: where one is, what was said, what is asked, what stands there already.

use super::glass::Glass;
use super::page::{AskView, Cover, Drawer, Ice, Page, PageKey, Scene, Shown, Whereabouts};
use super::place::Spot;
use super::state::Ending;
use super::{Flow, Saving};
use crate::content::{Ask, By, Id, Keep, Kind, Meaning, Mode, Show, Step};
use crate::session::{Detour, LETTING_GO, Seat, Sight};
use crate::words::{Key, Words, fill};

impl Flow {
    /// What a person sees and is asked now.
    #[must_use]
    pub fn page(&self) -> Page {
        match (self.step_at(self.state.place), self.current_ask()) {
            (Some(step), Some(_)) if self.curtain().is_some() => self.curtain_page(&step),
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
                seat: self.is_covered().then(|| self.seat()).flatten(),
            },
            at: self.whereabouts(),
            part: ask
                .part
                .as_ref()
                .map(|part| self.named(part))
                .or_else(|| self.state.detour().map(|_| step.title.clone())),
            title: step.title.clone(),
            name: self.name_here(),
            names: self.both_names(),
            seat: self.seat(),
            ice: self.state.ice,
            scene: self.scene(),
            notice: self.notice(),
            notes: self.notes(ask),
            shows: self.shows(ask),
            panes: self.panes(ask),
            prompt: self.named(prompt),
            ask: self.ask_view(ask),
            so_far: self.so_far(ask),
            cover: self.cover(ask),
            melts: ask.keep == Keep::Never,
            sight: if ask.keep == Keep::Ask {
                Sight::Open
            } else {
                Sight::Own
            },
            foot: Vec::new(),
            edge: self.edge(),
            way: self.way(),
            drawer: self.drawer(step),
            glass: self.glass(step, ask),
            problem: Vec::new(),
            river: None,
            talk: self.talk().filter(|_| ask.id == "what_if"),
        }
    }

    fn end_page(&self) -> Page {
        let words = Words::of(&self.pack);
        let (prompt, foot) = match self.state.ending {
            Some(Ending::Landed) => (Key::Landed, self.kept_lines()),
            Some(Ending::Apart) => (Key::Apart, vec![words.say(Key::ApartHow, &[])]),
            _ if self.saving == Saving::On => (Key::LeftOpen, Vec::new()),
            _ => (Key::LeftUnsaved, Vec::new()),
        };
        Page {
            key: PageKey {
                ask: Id::new(""),
                field: 0,
                round: 0,
                seat: None,
            },
            at: None,
            part: None,
            title: String::new(),
            name: self.name_here(),
            names: self.both_names(),
            seat: None,
            ice: Ice::Steady,
            // What melted isn't shown any more, not on the far bank either.
            scene: Scene {
                far_words: None,
                ..self.scene()
            },
            notice: self.state.notice.clone(),
            notes: Vec::new(),
            shows: Vec::new(),
            panes: Vec::new(),
            prompt: words.say(prompt, &[]),
            ask: AskView::Show,
            so_far: None,
            cover: Cover::Open,
            melts: false,
            sight: Sight::Open,
            foot,
            edge: Vec::new(),
            way: None,
            drawer: Drawer::default(),
            glass: Glass::None,
            problem: Vec::new(),
            river: None,
            talk: None,
        }
    }

    /// What was kept, an item a line, in one paragraph.
    fn kept_lines(&self) -> Vec<String> {
        let line = |item: &crate::session::Item| {
            let label = self.item_label(item.kind, item.label.as_deref());
            format!("{label}: {}", self.in_words(item).replace('\n', " / "))
        };
        let kept = self.kept();
        // Of two, one's own words aren't read out to both.
        let told = kept.iter().filter(|item| item.shared || !self.is_pair());
        let lines: Vec<_> = told.map(line).collect();
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
            floe: self.stage_of(at),
            floes: self.stages(),
            title: floe.short.clone(),
            floe_id: floe.id.clone(),
            step: walkable(step_at) + 1,
            steps: walkable(floe.steps.len()).max(walkable(step_at) + 1),
            step_id: step.id.clone(),
        })
    }

    pub(super) fn scene(&self) -> Scene {
        let places = self.stages().max(2);
        let at = self.state.ground().map_or(places - 1, |(floe, _)| {
            (self.stage_of(floe) - 1).min(places - 1)
        });
        let seats = if self.header.mode == Mode::Pair { 2 } else { 1 };
        Scene {
            seed: self.header.seed,
            places,
            at,
            seats,
            reach: self.reaches(),
            far_words: self.meant(Meaning::FarBank),
            far_bank: self.header.practice != LETTING_GO,
        }
    }

    pub(super) fn notice(&self) -> Option<String> {
        let smaller = || {
            self.state
                .smaller
                .then(|| Words::of(&self.pack).say(Key::Smaller, &[]))
        };
        let look_up = || {
            let calls = self.state.look_up && !self.is_covered();
            calls.then(|| Words::of(&self.pack).say(Key::LookUp, &[]))
        };
        self.state
            .notice
            .as_ref()
            .map(|notice| self.named(notice))
            .or_else(smaller)
            .or_else(look_up)
    }

    fn notes(&self, ask: &Ask) -> Vec<String> {
        let holding = ask.notes.iter().filter(|(when, _)| self.holds(when));
        let notes: Vec<String> = holding.map(|(_, note)| self.named(note)).collect();
        match ask.run_on && !notes.is_empty() {
            true => vec![notes.join(" ")],
            false => notes,
        }
    }

    /// Whether the one on the ice reaches out on this page.
    fn reaches(&self) -> bool {
        let by = self.current_ask().map(|ask| ask.by);
        self.is_pair() && self.state.detour() == Some(Detour::Hand) && by == Some(By::OnIce)
    }

    fn shows(&self, ask: &Ask) -> Vec<Shown> {
        let came = self.what_came(ask).map(|text| Shown {
            label: None,
            text,
            guess: false,
            own: false,
        });
        let earlier = ask.shows.iter().filter_map(|show| self.shown(show));
        let mut shown: Vec<_> = earlier.chain(came).collect();
        let reach = match self.is_pair() {
            true => self.reaches(),
            false => matches!(ask.kind, Kind::Line),
        };
        if self.state.detour() == Some(Detour::Hand) && reach {
            shown.extend(
                [Meaning::HandLine, Meaning::Supporter]
                    .into_iter()
                    .filter_map(|meaning| self.hand_line(meaning)),
            );
        }
        shown
    }

    /// Earlier answers side by side. A pane stays where nothing was answered, and says so.
    fn panes(&self, ask: &Ask) -> Vec<Shown> {
        let words = Words::of(&self.pack);
        let answered = |show: &Show| self.shown(show).is_some();
        if !ask.panes.iter().any(answered) {
            return Vec::new();
        }
        let pane = |show: &Show| {
            self.shown(show).unwrap_or_else(|| Shown {
                label: show.label.as_ref().map(|label| self.named(label)),
                text: words.say(Key::PaneEmpty, &[]),
                guess: false,
                own: false,
            })
        };
        ask.panes.iter().map(pane).collect()
    }

    /// The latest of the answers that are to be shown.
    fn shown(&self, show: &Show) -> Option<Shown> {
        if let Some(piece) = show.agreement {
            return self.shown_piece(show, piece);
        }
        let of = show.of.map(|whose| self.whose(whose));
        let latest = show.from.iter().filter_map(|from| {
            let given = self.latest(from, of)?;
            Some((given.order, from))
        });
        let (_, from) = latest.max_by_key(|(order, _)| *order)?;
        let (step, at) = self.find_ask(&from.ask)?;
        let source = step.asks.get(at)?;
        Some(Shown {
            label: show.label.as_ref().map(|label| self.named(label)),
            text: self.words_from(from, of)?,
            guess: source.guess && !self.is_pair(),
            own: self.is_covered() && source.unseen,
        })
    }

    /// In the hand, the line the person wished to hear stands word for word, and who would be glad.
    fn hand_line(&self, meaning: Meaning) -> Option<Shown> {
        Some(Shown {
            label: None,
            text: self.meant_of(meaning, self.fallen())?,
            guess: false,
            own: false,
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

    /// The name of the person at the keyboard, of two the first one's, if it is known.
    #[must_use]
    pub fn me(&self) -> Option<String> {
        self.name_of(Seat::First)
    }

    /// The name of the other person, if it is known.
    #[must_use]
    pub fn other(&self) -> Option<String> {
        self.name_of(Seat::Second)
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

    /// For whom the page is: one person, or both.
    fn name_here(&self) -> Option<String> {
        match (self.is_pair(), self.seat()) {
            (false, _) => self.me(),
            (true, Some(seat)) => Some(self.called(seat)),
            (true, None) => {
                let [first, second] = Seat::BOTH.map(|seat| self.name_of(seat));
                let blanks = [("first", &*first?), ("second", &*second?)];
                Some(Words::of(&self.pack).say(Key::BothNames, &blanks))
            }
        }
    }

    pub(super) fn named(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let me = self.seat().unwrap_or_default();
        let floor = self.state.floor;
        let [me, other, speaker, listener] =
            [me, me.other(), floor, floor.other()].map(|seat| self.called(seat));
        let floe = self.jump_title().unwrap_or_default();
        let agreement = self.promise_at_hand().unwrap_or_default();
        let names = [
            ("me", &*me),
            ("other", &other),
            ("speaker", &speaker),
            ("listener", &listener),
            ("floe", &floe),
            ("agreement", &agreement),
        ];
        fill(text, &names)
    }

    /// A person's name, or the words for somebody who gave none.
    #[must_use]
    pub fn called(&self, seat: Seat) -> String {
        let nameless = match seat {
            Seat::First => Key::NamelessMe,
            Seat::Second => Key::NamelessOther,
        };
        let name = self.name_of(seat);
        name.unwrap_or_else(|| Words::of(&self.pack).say(nameless, &[]))
    }

    /// What both are called, the first seat first.
    pub(super) fn both_names(&self) -> [String; 2] {
        Seat::BOTH.map(|seat| self.called(seat))
    }

    /// Whether the page is the last one.
    #[must_use]
    pub fn at_end(&self) -> bool {
        self.state.place.spot == Spot::End
    }
}
