//! What stands on the wall: one sentence that matters, of a made-up story, and nothing private.

use super::script::{Script, Site};
use super::show::{Over, Show};
use crate::flow::Ice;
use crate::words::Key;
use std::time::Duration;
use unicode_segmentation::UnicodeSegmentation as _;

/// To see that something new stands there.
const ARRIVING: Duration = Duration::from_secs(2);
/// To read a word.
const A_WORD: Duration = Duration::from_millis(350);

/// While a sentence is typed, letters come so far apart: eight times a second.
const LETTERS: Duration = Duration::from_millis(125);

/// The page the room sees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wall {
    /// That it is a made-up story, and which.
    pub fiction: String,
    /// Who speaks, or what the sentence is.
    pub label: Option<String>,
    /// The sentence; several only where they replace it.
    pub says: Vec<String>,
    /// Whether the lines are options, each with its letter or number.
    pub is_list: bool,
    /// Said while it is frozen.
    pub frozen: Option<String>,
    /// How the ice is, where it isn't steady.
    pub ice: Option<String>,
}

/// How far a sentence has come that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    /// Letters that stand there.
    pub letters: usize,
    /// In how long more of them do.
    pub next: Duration,
}

impl Wall {
    /// How long it takes to read, for somebody who reads it aloud to themself.
    #[must_use]
    pub fn reading(&self) -> Duration {
        ARRIVING + self.saying()
    }

    fn saying(&self) -> Duration {
        let words = self.says.iter().flat_map(|says| says.split_whitespace());
        let words = u32::try_from(words.count()).unwrap_or(u32::MAX);
        A_WORD.saturating_mul(words)
    }

    /// How much of what somebody says is typed so long after they began, where it is typed at reading speed. None once
    /// all of it is; what nobody says stands there at once.
    #[must_use]
    pub fn typed(&self, stood: Duration) -> Option<Typed> {
        let ([sentence], Some(_), false) = (&self.says[..], &self.label, self.is_list) else {
            return None;
        };
        let (all, saying) = (sentence.graphemes(true).count(), self.saying());
        let frames = stood.as_millis() / LETTERS.as_millis() + 1;
        let frames_in_all = saying.as_millis().div_ceil(LETTERS.as_millis());
        let letters = usize::try_from(frames).unwrap_or(all).saturating_mul(all)
            / usize::try_from(frames_in_all).unwrap_or(all).max(1);
        (letters < all).then(|| Typed {
            letters,
            next: LETTERS.saturating_sub(Duration::from_millis(
                u64::try_from(stood.as_millis() % LETTERS.as_millis()).unwrap_or_default(),
            )),
        })
    }
}

impl Show {
    /// What stands on the wall now.
    #[must_use]
    pub fn wall(&self) -> Wall {
        let words = self.words();
        let Some(script) = &self.script else {
            let offers = self.pack.scenarios.iter().zip(1..);
            return Wall {
                fiction: words.say(Key::StageFictions, &[]),
                label: Some(words.say(Key::StageChoose, &[])),
                says: offers
                    .map(|(offer, n)| format!("{n}. {}", offer.title))
                    .collect(),
                is_list: true,
                ..Wall::default()
            };
        };
        let (label, says) = self.sentence(script);
        Wall {
            fiction: words.say(Key::StageFiction, &[("title", &script.title)]),
            label,
            says,
            is_list: self.over == Over::Landings,
            frozen: self.frozen.then(|| words.say(Key::StageFrozen, &[])),
            ice: self.ice(script),
        }
    }

    /// Who says what.
    fn sentence(&self, script: &Script) -> (Option<String>, Vec<String>) {
        let words = self.words();
        let [me, other] = script.cast();
        let named = [("me", me), ("other", other)];
        let say = |key| words.say(key, &named);
        let by = |name: &str| Some(name.to_owned());
        match &self.over {
            Over::Question => (None, vec![say(Key::StageQuestion)]),
            Over::Said(voice) => (by(me), vec![voice.clone()]),
            Over::Inside => (Some(say(Key::StageInside)), script.inside()),
            Over::Whisper => {
                let hint = script.hint().unwrap_or_default();
                (Some(say(Key::StageWhisper)), vec![hint])
            }
            Over::Landings => {
                let landings = script.landings().into_iter().zip('a'..);
                let lines =
                    landings.map(|(landing, letter)| format!("{letter}. {}", landing.reply));
                (by(other), lines.collect())
            }
            Over::Slip { reached: false } => {
                (None, vec![words.say(Key::IceWater, &[("name", me)])])
            }
            Over::Slip { reached: true } => (None, vec![script.supporter()]),
            Over::Seats => (None, vec![say(Key::StageSeats)]),
            Over::Nothing => match script.site() {
                Site::Cue(_) => (by(other), vec![script.cue()]),
                Site::Reply(_) => (by(other), vec![script.answered()]),
                Site::Hand(_) => (None, vec![script.supporter()]),
                Site::End => (None, vec![say(Key::StageEnd)]),
                Site::Holds | Site::Who | Site::Waits(_) | Site::Close | Site::After => {
                    (None, vec![script.page().prompt.clone()])
                }
            },
        }
    }

    fn ice(&self, script: &Script) -> Option<String> {
        let [me, _] = script.cast();
        let planted = matches!(self.over, Over::Slip { .. });
        let key = match script.ice() {
            // The voice hasn't been heard yet, and a slip that was planted is said in letters as large as can be.
            _ if matches!(self.over, Over::Said(_) | Over::Slip { reached: false }) => return None,
            _ if planted => Key::IceWater,
            Ice::Steady => return None,
            Ice::Tilting(_) => Key::IceTilts,
            Ice::Water(_) | Ice::Banks => Key::IceWater,
        };
        Some(self.words().say(key, &[("name", me)]))
    }
}
