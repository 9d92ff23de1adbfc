//! The mirror laid over the page somebody writes on. It yields pages like any other, so both front ends show it;
//! nothing of it is an event and nothing of it is kept but the words that stand when it closes.

mod carry;
mod excerpt;
mod habits;
mod pages;

pub(super) use habits::Looks;

use super::guide::{Act, Reaction};
use super::sitting::Sitting;
use crate::content::{Context, Mode};
use crate::flow::{AskView, Page, PageKey, Reply};
use crate::mirror::Observation;
use crate::session::Seat;
use crate::text::clean;
use crate::words::{Key, Words};
use carry::Carry;
use habits::{Habits, Mended, Way};
use zeroize::Zeroizing;

/// The most questions of one look.
const QUESTIONS: usize = 2;

/// Somebody looks at their own words.
pub(super) struct Looking {
    /// The page the words belong to.
    on: PageKey,
    seat: Option<Seat>,
    context: Context,
    /// The answer is one line.
    one_line: bool,
    /// The words stand by themselves, not in a blank of a sentence.
    whole: bool,
    /// The words were handed in, and go on when this is over.
    gently: bool,
    /// The words as they came.
    words: Zeroizing<String>,
    /// Another version of them; empty if there is none.
    other: Zeroizing<String>,
    at: At,
    glint: Option<String>,
    /// What is still to be asked about, the foremost first.
    cues: Vec<Observation>,
    /// Which question it is.
    round: u16,
    carry: Carry,
    /// It is the first look of this sitting.
    is_first: bool,
}

/// What the mirror shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// It is put away, and may be taken out.
    Away,
    /// A question.
    Asks,
    /// Somebody else's sentence, said two ways.
    Example,
    /// The words, to be mended.
    Mends,
    /// One of the blanks of what can be carried.
    Carries(usize),
    /// Both versions.
    Versions,
    /// When it comes.
    Ways,
}

/// What an answer in the mirror came to.
enum Came {
    /// The mirror stays.
    Stays,
    /// It closes without a choice.
    Closes,
    /// These words were chosen.
    Chosen(Zeroizing<String>),
    /// It was taken out.
    TakenOut,
    /// It was put away.
    PutAway,
}

impl Looking {
    fn new(page: &Page, seat: Option<Seat>, context: Context, words: &str) -> Self {
        Self {
            on: page.key.clone(),
            seat,
            context,
            one_line: page.ask != AskView::Text,
            whole: matches!(page.ask, AskView::Line | AskView::Text),
            gently: false,
            words: Zeroizing::new(words.to_owned()),
            other: Zeroizing::default(),
            at: At::Asks,
            glint: None,
            cues: Vec::new(),
            round: 0,
            carry: Carry::default(),
            is_first: false,
        }
    }

    /// What a choice, words, or going on mean.
    fn answer(&mut self, reply: &Reply, habits: &mut Habits, words: Words<'_>) -> Came {
        match (self.at, reply) {
            (At::Away, Reply::Chose(id)) if *id == "out" => Came::TakenOut,
            (At::Away, Reply::Chose(_)) => Came::Closes,
            (At::Asks, Reply::Chose(id)) => self.chose(id.as_str(), habits, words),
            (At::Example, _) => self.show(At::Asks),
            (At::Mends, Reply::Words(mended)) => {
                clean(mended).as_ref().clone_into(&mut self.other);
                self.compare()
            }
            (At::Carries(at), Reply::Words(blank)) => self.carried(at, &clean(blank), words),
            (At::Versions, Reply::Chose(id)) => Came::Chosen(match id.as_str() {
                "new" => self.other.clone(),
                "both" => self.both(),
                _ => self.words.clone(),
            }),
            (At::Ways, Reply::Chose(id)) => {
                let way = Way::named(id.as_str());
                habits.way = Some(way);
                match way {
                    Way::Away => Came::PutAway,
                    Way::Asked | Way::Gently => self.show(At::Asks),
                }
            }
            _ => Came::Stays,
        }
    }

    /// Going on without an answer leaves everything as it is.
    fn pass(&mut self, words: Words<'_>) -> Came {
        match self.at {
            At::Asks => self.keep(),
            At::Carries(at) => self.carried(at, "", words),
            _ => self.back(),
        }
    }

    fn back(&mut self) -> Came {
        match self.at {
            At::Away | At::Asks => Came::Closes,
            At::Versions => self.show(At::Mends),
            At::Carries(at) if at > 0 => self.show(At::Carries(at - 1)),
            At::Example | At::Mends | At::Carries(_) | At::Ways => self.show(At::Asks),
        }
    }

    fn show(&mut self, at: At) -> Came {
        self.at = at;
        Came::Stays
    }

    fn chose(&mut self, option: &str, habits: &mut Habits, words: Words<'_>) -> Came {
        let is_carried = self.other == self.carry.said(self.is_of_other(), words);
        match option {
            // What was mended isn't dropped for what can be carried without being asked about.
            "carry" if !is_carried => self.show(At::Versions),
            "mend" => self.show(At::Mends),
            "carry" => self.show(At::Carries(0)),
            "example" => self.show(At::Example),
            "ways" => self.show(At::Ways),
            "not_today" => {
                if let Some(cue) = self.cues.first() {
                    habits.aside.push(cue.family.clone());
                }
                self.keep()
            }
            _ => self.keep(),
        }
    }

    /// The question was answered by leaving the words as they are: the next one, if there is one. A version somebody
    /// began isn't dropped without being asked about.
    fn keep(&mut self) -> Came {
        if !self.other.is_empty() {
            return self.show(At::Versions);
        }
        self.glint = None;
        if self.cues.len() < 2 {
            return Came::Chosen(self.words.clone());
        }
        self.cues.remove(0);
        self.carry.empty();
        self.round += 1;
        Came::Stays
    }

    /// A blank was filled, or left empty: on to the next one, and after the last to both versions.
    fn carried(&mut self, at: usize, blank: &str, words: Words<'_>) -> Came {
        self.carry.type_in(at, blank);
        self.other = self.carry.said(self.is_of_other(), words);
        match at + 1 {
            next if next < carry::BLANKS => self.show(At::Carries(next)),
            _ => self.compare(),
        }
    }

    /// Both versions side by side, if there are two.
    fn compare(&mut self) -> Came {
        if self.other.trim().is_empty() || self.other == self.words {
            self.other = Zeroizing::default();
            return self.show(At::Asks);
        }
        self.show(At::Versions)
    }

    /// One below the other; where there is one line, one behind the other.
    fn both(&self) -> Zeroizing<String> {
        let between = if self.one_line { ' ' } else { '\n' };
        Zeroizing::new(
            [self.words.trim_end(), self.other.as_str()].join(between.encode_utf8(&mut [0; 4])),
        )
    }

    /// What would stand there if it closed now: nothing that was typed is dropped without a choice.
    fn so_far(&self) -> Zeroizing<String> {
        if self.other.trim().is_empty() || self.other == self.words {
            self.words.clone()
        } else {
            self.both()
        }
    }

    /// Takes in what is being typed. False where nothing is.
    fn typed(&mut self, text: &str) -> bool {
        match self.at {
            At::Mends => text.clone_into(&mut self.other),
            At::Carries(at) => self.carry.type_in(at, text),
            At::Away | At::Asks | At::Example | At::Versions | At::Ways => return false,
        }
        true
    }
}

impl Sitting {
    /// Somebody asks the mirror about words of their own.
    pub(super) fn look(&mut self, words: &str) -> Reaction {
        let page = self.flow.page();
        let Some(context) = self.flow.mirror_here() else {
            return Reaction::told(Key::MirrorNotHere);
        };
        let words = Zeroizing::new(clean(words).into_owned());
        if words.trim().is_empty() {
            return Reaction::told(Key::MirrorNoWords);
        }
        let seat = self.flow.seat();
        let mut looking = Looking::new(&page, seat, context, &words);
        if self.way(seat) == Way::Away {
            self.note(&page, &words);
            looking.at = At::Away;
            self.looks.open = Some(looking);
            return Reaction::default();
        }
        self.reflect(looking)
    }

    /// What was just handed in, for those who wished it. None: there is nothing to ask, and it goes on.
    pub(super) fn look_gently(&mut self, reply: &Reply) -> Option<Reaction> {
        let Reply::Words(words) = reply else {
            return None;
        };
        let solo = self.flow.header().mode == Mode::Solo;
        let context = self.flow.mirror_here()?;
        let habits = self.looks.habits(None);
        let is_new = habits.seen.as_deref() != Some(words);
        if !solo || self.way(None) != Way::Gently || !is_new {
            return None;
        }
        let words = Zeroizing::new(clean(words).into_owned());
        let mut looking = Looking::new(&self.flow.page(), None, context, &words);
        looking.gently = true;
        self.looks.habits_mut(None).seen = Some(words);
        let reaction = self.reflect(looking);
        self.looks.open.is_some().then_some(reaction)
    }

    /// Opens the mirror if there is anything in it. What is there already is named only to those who asked.
    fn reflect(&mut self, mut looking: Looking) -> Reaction {
        let pack = std::sync::Arc::clone(self.flow.pack());
        let Some(mirror) = self.looks.mirror(&pack) else {
            return Reaction::told(Key::MirrorNone);
        };
        let reflection = mirror.look(&looking.words, looking.context);
        let aside = &self.looks.habits(looking.seat).aside;
        let cues = reflection.foremost(QUESTIONS, aside);
        looking.cues = cues.into_iter().cloned().collect();
        looking.glint = reflection.glint.clone().filter(|_| !looking.gently);
        if looking.cues.is_empty() && looking.glint.is_none() {
            return Reaction::told(Key::MirrorQuiet);
        }
        looking.at = At::Asks;
        looking.is_first = !std::mem::replace(&mut self.looks.said, true);
        let page = self.flow.page();
        self.note(&page, &looking.words);
        self.looks.open = Some(looking);
        Reaction::default()
    }

    /// What an act does in the mirror; None if it is for the page beneath, where the words wait.
    pub(super) fn in_mirror(&mut self, act: &Act) -> Option<Reaction> {
        let looking = self.looks.open.as_mut()?;
        let habits = self.looks.seats.get_mut(habits::place(looking.seat))?;
        let words = Words::of(self.flow.pack());
        let came = match act {
            Act::Reply(reply) => looking.answer(reply, habits, words),
            Act::Pass => looking.pass(words),
            Act::Back | Act::Undo => looking.back(),
            Act::Mirror(_) => return Some(Reaction::told(Key::MirrorNotHere)),
            Act::Take | Act::Press(_) | Act::Mark(..) | Act::Light | Act::Elapsed => Came::Stays,
            // It is still open when somebody comes back from the shell.
            Act::Leave => return None,
            Act::Open(_) | Act::Thanks(_) | Act::Wobble | Act::Jump(_) => {
                self.close_mirror(None);
                return None;
            }
        };
        if looking.at == At::Carries(0) {
            self.fill_carry();
        }
        Some(match came {
            Came::Stays => {
                self.note_so_far();
                Reaction::default()
            }
            Came::Closes => self.close_mirror(None),
            Came::Chosen(words) => self.close_mirror(Some(words)),
            Came::TakenOut => self.take_out(),
            Came::PutAway => Reaction {
                told: Some(Key::MirrorIsPutAway),
                ..self.close_mirror(None)
            },
        })
    }

    /// The words as they stand now wait on their page, or go on if they were handed in.
    fn close_mirror(&mut self, chosen: Option<Zeroizing<String>>) -> Reaction {
        let Some(looking) = self.looks.open.take() else {
            return Reaction::default();
        };
        let goes_on = looking.gently && chosen.is_some();
        let words = chosen.unwrap_or_else(|| looking.so_far());
        if goes_on {
            return self.answer(Reply::Words(words.to_string()));
        }
        self.note(&self.flow.page(), &words);
        self.looks.mended = (words != looking.words).then(|| Mended {
            on: looking.on.clone(),
            before: looking.words.clone(),
            after: words,
        });
        self.looks.fresh = Some(looking.on.clone());
        Reaction::default()
    }

    fn take_out(&mut self) -> Reaction {
        let Some(looking) = self.looks.open.take() else {
            return Reaction::default();
        };
        self.looks.habits_mut(looking.seat).way = Some(Way::Asked);
        self.reflect(looking)
    }

    /// Remembers words on their page, unless they stand there already.
    fn note(&mut self, page: &Page, words: &str) {
        let stands = self.drafts.on(&page.key).or_else(|| page.so_far.clone());
        let stands = stands.map(Zeroizing::new);
        let is_new = stands.is_none_or(|stands| stands.as_str() != words);
        if is_new && self.drafts.write(page.key.clone(), words) && self.flow.may_draft() {
            self.save();
        }
    }

    /// Takes in what is typed in the mirror: all of it is saved with the words it belongs to.
    pub(super) fn typed_in_mirror(&mut self, text: &str) {
        let Some(looking) = &mut self.looks.open else {
            return;
        };
        if !looking.typed(text) {
            return;
        }
        if let At::Carries(_) = looking.at {
            self.carry_so_far();
        }
        self.note_so_far();
    }

    /// What would stand there if the mirror closed now is remembered.
    fn note_so_far(&mut self) {
        if let Some(so_far) = self.looks.open.as_ref().map(Looking::so_far) {
            self.note(&self.flow.page(), &so_far);
        }
    }

    /// Takes back what the mirror changed on this page, if nothing was done there since.
    pub(super) fn unmend(&mut self) -> Option<Reaction> {
        let mended = self.looks.mended.take()?;
        let page = self.flow.page();
        let stands = self.drafts.on(&page.key).map(Zeroizing::new);
        if page.key != mended.on || stands.as_deref() != Some(&*mended.after) {
            return None;
        }
        self.note(&page, &mended.before);
        Some(Reaction {
            told: Some(Key::Undone),
            anew: true,
            ..Reaction::default()
        })
    }

    /// When the mirror comes, for a person. Where two sit it is away until each takes it out: that it is there
    /// would tell what one of them said alone.
    pub(super) fn way(&self, seat: Option<Seat>) -> Way {
        let hurt = || self.flow.header().mode == Mode::Pair || self.flow.is_hurt();
        let chosen = self.looks.habits(seat).way;
        chosen.unwrap_or_else(|| if hurt() { Way::Away } else { Way::Asked })
    }
}
