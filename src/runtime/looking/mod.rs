//! The mirror laid over the page somebody writes on. It yields pages like any other, so both front ends show it;
//! nothing of it is an event and nothing of it is kept but the words that stand when it closes.

mod carry;
mod excerpt;
mod habits;
mod pages;
mod sits;

pub(super) use habits::Looks;

use crate::content::Context;
use crate::flow::{AskView, Page, PageKey, Reply};
use crate::mirror::Observation;
use crate::session::Seat;
use crate::text::clean;
use crate::words::Words;
use carry::Carry;
use habits::{Habits, Way};
use zeroize::Zeroizing;

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
        let is_carried = self.other == self.smaller(words);
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
        self.other = self.smaller(words);
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
