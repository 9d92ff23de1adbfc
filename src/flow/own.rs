//! A talk of one's own: read from the answers it was built with, and laid into the blanks of its playing back.

use super::Flow;
use super::state::Given;
use crate::content::{Id, Own, Pack, Practice, Talk};
use crate::session::{Answer, OWN_FORMAT, OwnTalk, Reply};
use crate::words::{Key, Words, fill};
use std::sync::Arc;

impl Flow {
    /// The talk that was built on this walk; None as long as nobody says anything first.
    #[must_use]
    pub fn own_talk(&self) -> Option<OwnTalk> {
        let answer = |way: &str| {
            let mut lines = self.built_lines(way).into_iter();
            Answer {
                says: lines.next(),
                again: lines.collect(),
                feels: self.built_words(&format!("{way}_feels")),
                matters: self.built_words(&format!("{way}_matters")),
            }
        };
        let [doubted, heard, hurried] = Own::WAYS.map(answer);
        Some(OwnTalk {
            format: OWN_FORMAT,
            them: self.built_line("them"),
            place: self.built_line("place"),
            you: self.built_line("you"),
            opening: self.built_line("opening")?,
            doubted,
            heard,
            hurried,
        })
    }

    /// Whether the talk that was built is to be kept.
    #[must_use]
    pub fn keeps_own_talk(&self) -> bool {
        matches!(self.built("keep"), Some(Reply::Chose(option)) if *option == "keep")
    }

    /// Whether this is a talk somebody built: who is in it is never written down beside it.
    #[must_use]
    pub fn is_own_talk(&self) -> bool {
        self.practice().talk.as_ref().is_some_and(|talk| talk.own)
    }

    fn built(&self, what: &str) -> Option<&Reply> {
        self.read(&Id::new(&format!("own_{what}")), None)?
            .reply
            .as_ref()
    }

    fn built_line(&self, what: &str) -> Option<String> {
        match self.built(what)? {
            Reply::Words(words) => Some(unquoted(words)).filter(|words| !words.is_empty()),
            _ => None,
        }
    }

    /// The lines of a list, in order.
    fn built_lines(&self, what: &str) -> Vec<String> {
        let ask = Id::new(&format!("own_{what}"));
        let mut given: Vec<_> = self
            .state
            .given
            .iter()
            .filter(|given| given.ask == ask)
            .collect();
        given.sort_by_key(|given| given.field);
        let line = |given: &Given| match given.reply.as_ref()? {
            Reply::Words(words) => Some(unquoted(words)).filter(|words| !words.is_empty()),
            _ => None,
        };
        given.into_iter().filter_map(line).collect()
    }

    fn built_words(&self, what: &str) -> Vec<String> {
        match self.built(what) {
            Some(Reply::Picked(words)) => words.clone(),
            _ => Vec::new(),
        }
    }
}

/// The words of the quotation marks: floe puts its own around them.
fn unquoted(words: &str) -> String {
    let words = words.trim();
    let inner = words
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    let inner = inner.filter(|inner| !inner.contains('"'));
    inner.unwrap_or(words).trim().to_owned()
}

/// The pack with the building of a talk in it; None if it has no talks of one's own.
#[must_use]
pub fn building(pack: &Pack) -> Option<Pack> {
    let build = Arc::clone(&pack.own.as_ref()?.build);
    Some(with(pack, build))
}

/// The pack with this talk in it, to be played back; without one its words are missing, and all else is there.
#[must_use]
pub fn playing(pack: &Pack, talk: Option<&OwnTalk>) -> Option<Pack> {
    let own = pack.own.as_ref()?;
    let blanks = match talk {
        Some(talk) => blanks(talk),
        // Whatever was chosen in it can be chosen without it.
        None => BLANKS.map(|name| (name, own.melted.clone())).to_vec(),
    };
    let them = talk.and_then(|talk| talk.them.clone());
    let cast = [
        // Nobody asked what one is called oneself.
        String::new(),
        them.unwrap_or_else(|| Words::of(pack).say(Key::NamelessOther, &[])),
    ];
    let mut practice = Practice::clone(&own.talk);
    lay_in(&mut practice, &blanks);
    let given = |(name, _): &(&str, String)| (Id::new(&format!("own_{name}")), Id::new("given"));
    practice.suppose = blanks.iter().map(given).collect();
    practice.talk = practice.talk.map(|talk| Talk { cast, ..talk });
    Some(with(pack, Arc::new(practice)))
}

fn with(pack: &Pack, practice: Arc<Practice>) -> Pack {
    let mut pack = pack.clone();
    pack.practices.insert(practice.id.clone(), practice);
    pack
}

/// The blanks in the notes of a talk.
const BLANKS: [&str; 19] = [
    "them",
    "place",
    "you",
    "opening",
    "doubted",
    "doubted_2",
    "doubted_3",
    "doubted_feels",
    "doubted_matters",
    "heard",
    "heard_2",
    "heard_3",
    "heard_feels",
    "heard_matters",
    "hurried",
    "hurried_2",
    "hurried_3",
    "hurried_feels",
    "hurried_matters",
];

/// What was written while a talk was built, by the name of its blank.
fn blanks(talk: &OwnTalk) -> Vec<(&'static str, String)> {
    let answer = |answer: &Answer| {
        let list = |words: &[String]| Some(words.join(", "));
        let mut lines = answer.says.iter().chain(&answer.again).cloned();
        [
            lines.next(),
            lines.next(),
            lines.next(),
            list(&answer.feels),
            list(&answer.matters),
        ]
    };
    let known = [&talk.them, &talk.place, &talk.you].map(Clone::clone);
    let answers = [&talk.doubted, &talk.heard, &talk.hurried];
    let words = known.into_iter().chain([Some(talk.opening.clone())]);
    let words = words.chain(answers.into_iter().flat_map(answer));
    let written = BLANKS.into_iter().zip(words).filter_map(|(name, words)| {
        let words = words.filter(|words| !words.trim().is_empty())?;
        Some((name, words))
    });
    written.collect()
}

/// Their words stand in notes alone.
fn lay_in(practice: &mut Practice, blanks: &[(&str, String)]) {
    let blanks: Vec<(&str, &str)> = blanks
        .iter()
        .map(|(name, words)| (*name, &**words))
        .collect();
    for step in practice.floes.iter_mut().flat_map(|floe| &mut floe.steps) {
        for ask in &mut Arc::make_mut(step).asks {
            for (_, note) in &mut ask.notes {
                *note = fill(note, &blanks);
            }
        }
    }
}
