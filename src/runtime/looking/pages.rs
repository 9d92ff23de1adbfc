//! The pages of the mirror.

use super::excerpt::around;
use super::habits::Way;
use super::{At, Looking};
use crate::content::Id;
use crate::flow::{AskView, Cover, Drawer, Flow, Glass, Marked, Offered, Page, PageKey, Shown};
use crate::runtime::sitting::Sitting;
use crate::session::Seat;
use crate::words::{Key, Words};

impl Sitting {
    /// A page as it stands beside the mirror, or the mirror over it.
    pub(in super::super) fn mirrored(&self, page: Page) -> Page {
        if let Some(looking) = &self.looks.open {
            return looking.page(page, &self.flow, self.way(looking.seat));
        }
        let glass = match page.glass {
            Glass::Near if self.way(page.seat) == Way::Away => Glass::Away,
            ref glass => glass.clone(),
        };
        let is_shown = page.cover == Cover::Behind && self.looks.is_fresh(&page.key);
        let words = is_shown.then(|| self.drafts.on(&page.key)).flatten();
        Page {
            glass,
            so_far: words.or_else(|| page.so_far.clone()),
            ..page
        }
    }
}

/// What stands on a page of the mirror.
struct Sheet {
    prompt: String,
    ask: AskView,
    so_far: Option<String>,
    notes: Vec<String>,
    shows: Vec<Shown>,
    panes: Vec<Shown>,
    looked: Option<Marked>,
    foot: Vec<String>,
}

impl Looking {
    /// The mirror over the page beneath it.
    fn page(&self, beneath: Page, flow: &Flow, way: Way) -> Page {
        let words = Words::of(flow.pack());
        let sheet = self.sheet(flow, way, words);
        let title = if self.gently {
            Key::MirrorTitleGently
        } else {
            Key::MirrorTitle
        };
        Page {
            key: self.key(),
            part: Some(words.say(title, &[])),
            notice: None,
            notes: sheet.notes,
            shows: sheet.shows,
            panes: sheet.panes,
            prompt: sheet.prompt,
            ask: sheet.ask,
            so_far: sheet.so_far,
            foot: sheet.foot,
            edge: Vec::new(),
            way: None,
            drawer: Drawer::default(),
            glass: Glass::Open(sheet.looked),
            river: None,
            ..beneath
        }
    }

    fn key(&self) -> PageKey {
        let (name, field) = match self.at {
            At::Away => (Key::MirrorIsAway, 0),
            At::Asks => (Key::MirrorTitle, 0),
            At::Example => (Key::MirrorAnExample, 0),
            At::Mends => (Key::MirrorMends, 0),
            At::Carries(at) => (Key::MirrorCarries, at),
            At::Versions => (Key::MirrorWhich, 0),
            At::Ways => (Key::MirrorWhen, 0),
        };
        PageKey {
            ask: Id::new(name.name()),
            field,
            round: self.round,
            seat: self.on.seat,
        }
    }

    fn sheet(&self, flow: &Flow, way: Way, words: Words<'_>) -> Sheet {
        match self.at {
            At::Away => Sheet::choice(Key::MirrorIsAway, &AWAY, words),
            At::Asks => self.asks(words),
            At::Example => self.example(words),
            At::Mends => Sheet {
                so_far: Some(match self.other.is_empty() {
                    true => self.words.to_string(),
                    false => self.other.to_string(),
                }),
                notes: self
                    .cues
                    .first()
                    .map(|cue| cue.ask.clone())
                    .into_iter()
                    .collect(),
                ..Sheet::of(words.say(Key::MirrorMends, &[]), self.field())
            },
            At::Carries(at) => self.carries_at(at, flow, words),
            At::Versions => Sheet {
                panes: vec![
                    side(Key::MirrorFirst, self.words.trim_end(), words),
                    side(Key::MirrorNew, self.other.trim_end(), words),
                ],
                ..Sheet::choice(Key::MirrorWhich, &VERSIONS, words)
            },
            At::Ways => self.ways(flow, way, words),
        }
    }

    fn field(&self) -> AskView {
        if self.one_line {
            AskView::Line
        } else {
            AskView::Text
        }
    }

    /// A question, or what is there already where nothing is asked.
    fn asks(&self, words: Words<'_>) -> Sheet {
        let cue = self.cues.first();
        let (prompt, notes) = match cue {
            Some(cue) => (cue.ask.clone(), self.glint.iter().cloned().collect()),
            None => (self.glint.clone().unwrap_or_default(), Vec::new()),
        };
        let carry = match self.is_of_other() {
            true => Key::MirrorCarryOf,
            false => Key::MirrorCarry,
        };
        let options = [
            ("mend", Key::MirrorMend, true),
            ("keep", Key::MirrorKeep, true),
            ("carry", carry, self.carries()),
            (
                "example",
                Key::MirrorExample,
                cue.is_some_and(|cue| cue.reframe.is_some()),
            ),
            ("not_today", Key::MirrorNotToday, cue.is_some()),
            ("ways", Key::MirrorWays, true),
        ];
        let options = options.into_iter().filter(|(.., offered)| *offered);
        let options = options.map(|(id, text, _)| offered(id, text, words));
        let is_first = self.is_first && self.round == 0;
        let foot = is_first.then(|| words.say(Key::MirrorOnlyWords, &[]));
        Sheet {
            notes,
            looked: Some(around(&self.words, cue.map(|cue| &cue.span))),
            foot: foot.into_iter().collect(),
            ..Sheet::of(prompt, choice(options.collect(), None))
        }
    }

    fn example(&self, words: Words<'_>) -> Sheet {
        let reframe = self.cues.first().and_then(|cue| cue.reframe.as_ref());
        let panes = reframe.map(|(from, to)| {
            let to = side(Key::MirrorSaidToo, to, words);
            vec![side(Key::MirrorSaid, from, words), to]
        });
        Sheet {
            panes: panes.unwrap_or_default(),
            ..Sheet::of(words.say(Key::MirrorAnExample, &[]), AskView::Show)
        }
    }

    /// A blank of what can be carried, with what the crossing knows from listening.
    fn carries_at(&self, at: usize, flow: &Flow, words: Words<'_>) -> Sheet {
        let of_other = self.is_of_other();
        let prompt = match of_other {
            true => Key::MirrorCarriesOf,
            false => Key::MirrorCarries,
        };
        let other = flow.called(self.seat.map_or(Seat::Second, Seat::other));
        let show = |label, text: Option<String>| {
            text.filter(|_| !of_other).map(|text| Shown {
                label: Some(words.say(label, &[("other", &other)])),
                text,
                guess: false,
                own: false,
            })
        };
        let known = [
            show(Key::MirrorMatters, flow.matters(self.seat)),
            show(Key::MirrorUnderstood, flow.understood(self.seat)),
        ];
        let blanks = self.carry.siblings(of_other, words);
        Sheet {
            so_far: self.carry.at(at),
            shows: known.into_iter().flatten().collect(),
            ..Sheet::of(words.say(prompt, &[]), AskView::Blank { blanks, at })
        }
    }

    /// When it comes: gently only for one person alone.
    fn ways(&self, flow: &Flow, way: Way, words: Words<'_>) -> Sheet {
        let solo = flow.header().mode == crate::content::Mode::Solo;
        let all = [
            (Way::Asked, Key::MirrorWhenAsked),
            (Way::Gently, Key::MirrorWhenGently),
            (Way::Away, Key::MirrorWhenNever),
        ];
        let here = all
            .into_iter()
            .filter(|(way, _)| solo || *way != Way::Gently);
        let here: Vec<_> = here.collect();
        let chosen = here.iter().position(|(other, _)| *other == way);
        let options = here
            .into_iter()
            .map(|(way, text)| offered(way.name(), text, words));
        let ask = choice(options.collect(), chosen);
        Sheet::of(words.say(Key::MirrorWhen, &[]), ask)
    }
}

const AWAY: [(&str, Key); 2] = [("out", Key::MirrorTakeOut), ("away", Key::MirrorLeaveAway)];

const VERSIONS: [(&str, Key); 3] = [
    ("new", Key::MirrorTakeNew),
    ("first", Key::MirrorTakeFirst),
    ("both", Key::MirrorTakeBoth),
];

impl Sheet {
    fn of(prompt: String, ask: AskView) -> Self {
        Self {
            prompt,
            ask,
            so_far: None,
            notes: Vec::new(),
            shows: Vec::new(),
            panes: Vec::new(),
            looked: None,
            foot: Vec::new(),
        }
    }

    fn choice(prompt: Key, options: &[(&str, Key)], words: Words<'_>) -> Self {
        let options = options.iter().map(|(id, text)| offered(id, *text, words));
        Self::of(words.say(prompt, &[]), choice(options.collect(), None))
    }
}

fn choice(options: Vec<Offered>, chosen: Option<usize>) -> AskView {
    AskView::Choice { options, chosen }
}

fn offered(id: &str, text: Key, words: Words<'_>) -> Offered {
    Offered {
        id: Id::new(id),
        text: words.say(text, &[]),
        note: None,
    }
}

fn side(label: Key, text: &str, words: Words<'_>) -> Shown {
    Shown {
        label: Some(words.say(label, &[])),
        text: text.to_owned(),
        guess: false,
        own: false,
    }
}
