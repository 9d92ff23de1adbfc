//! A sitting with its mirror: opening it, what is done in it, and what stands on the page when it closes.

use super::habits::{self, Mended, Way};
use super::{At, Came, Looking};
use crate::content::Mode;
use crate::flow::{Page, Reply};
use crate::runtime::guide::{Act, Reaction};
use crate::runtime::sitting::Sitting;
use crate::session::Seat;
use crate::text::clean;
use crate::words::{Key, Words};
use zeroize::Zeroizing;

/// The most questions of one look.
const QUESTIONS: usize = 2;

impl Sitting {
    /// Somebody asks the mirror about words of their own.
    pub(in super::super) fn look(&mut self, words: &str) -> Reaction {
        let page = self.flow.page();
        let Some(context) = self.flow.mirror_here() else {
            return Reaction::told(Key::MirrorNotHere);
        };
        let words = Zeroizing::new(clean(words).into_owned());
        if words.trim().is_empty() {
            return Reaction::told(Key::MirrorNoWords);
        }
        self.note(&page, &words);
        let seat = self.flow.seat();
        let mut looking = Looking::new(&page, seat, context, &words);
        if self.way(seat) == Way::Away {
            looking.at = At::Away;
            self.looks.open = Some(looking);
            return Reaction::default();
        }
        self.reflect(looking)
    }

    /// What was just handed in, for those who wished it. None: there is nothing to ask, and it goes on.
    pub(in super::super) fn look_gently(&mut self, reply: &Reply) -> Option<Reaction> {
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
    pub(in super::super) fn in_mirror(&mut self, act: &Act) -> Option<Reaction> {
        let looking = self.looks.open.as_mut()?;
        let habits = self.looks.seats.get_mut(habits::place(looking.seat))?;
        let words = Words::of(self.flow.pack());
        let came = match act {
            Act::Reply(reply) => looking.answer(reply, habits, words),
            Act::Pass => looking.pass(words),
            Act::Back | Act::Undo => looking.back(),
            Act::Mirror(_) => return Some(Reaction::told(Key::NothingHere)),
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
        let is_chosen = chosen.is_some();
        let goes_on = looking.gently && is_chosen;
        let words = chosen.unwrap_or_else(|| looking.so_far());
        if goes_on {
            return self.answer(Reply::Words(words.to_string()));
        }
        self.note(&self.flow.page(), &words);
        if is_chosen {
            // Handed in, they aren't asked about once more.
            self.looks.habits_mut(looking.seat).seen = Some(words.clone());
        }
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
    pub(in super::super) fn typed_in_mirror(&mut self, text: &str) {
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
    pub(in super::super) fn unmend(&mut self) -> Option<Reaction> {
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
