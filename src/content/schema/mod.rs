//! What authors write: the shape of every content file, before anything in it is checked.
//!
//! `content/README.md` explains this format by one annotated example, and a test holds the two together.
//! Texts may contain `{me}` and `{other}`, which become the names of this crossing, and for two people
//! `{speaker}` and `{listener}`. Every value that
//! points somewhere, or that something else points at, is [`Located`], so that a problem can be shown
//! with its line and a caret. Missing fields take the defaults written here.
//!
//! * here: the pack, its practices and tracks, floes and steps
//! * `ask`: what is asked on a step, and how it is answered
//! * `ways`: conditions, and what follows an answer
//! * `pair`: who answers when two share the keyboard, and whose answer is shown
//! * `visit`: what became of agreements, on a return visit
//! * `lexicon`: what the language mirror listens for
//! * `scenario`: rehearsals
//! * `own`: talks of one's own
//! * `handout`: a page to take home
//! * `beside`: lists, detours, the safety page, sentences, and sentences in other words

mod ask;
mod beside;
pub mod handout;
pub mod lexicon;
pub mod own;
mod pair;
pub mod plan;
pub mod scenario;
mod visit;
mod ways;

pub use ask::{Ask, Choice, Clause, Keep, Kind, Meaning, Note, Part, Show, Slot};
pub use beside::{Detours, Group, Help, Helpline, List, Sentences, Story, Words};
pub use lexicon::Context;
pub use pair::{By, Whose};
pub use scenario::Sway;
pub use visit::{Path, Piece, Standing, View};
pub use ways::{Condition, Mode, Outcome, Side};

use super::located::Located;
use serde::{Deserialize, Serialize};

/// `pack.ron`: who made this pack, and what the first screen offers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the format; this floe knows [`super::FORMAT`].
    pub format: Located<u32>,
    /// Stable id of the pack.
    pub id: Located<String>,
    /// Title in plain words.
    pub title: Located<String>,
    /// Your own count of versions, such as `"1.2"`, for people who get it from you.
    #[serde(default)]
    pub version: Option<Located<String>>,
    /// Language of every text in the pack, as a BCP 47 tag such as `en`.
    pub language: Located<String>,
    /// Whose words these are, one line each.
    pub credits: Vec<Located<String>>,
    /// What can be practised, in the order people see; each lives in `practices/ID.ron` or `tracks/ID.ron`.
    pub practices: Vec<Offer>,
}

/// One line of the first screen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Id of a practice or a track.
    pub id: Located<String>,
    /// Title people see.
    pub title: Located<String>,
    /// For whom, in one sentence.
    pub about: Located<String>,
    /// About how long, in minutes.
    pub minutes: Located<u16>,
    /// Whether two people walk it, and never one.
    #[serde(default)]
    pub for_two: bool,
}

/// `practices/ID.ron`: a whole flow.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// Version of the format.
    pub format: Located<u32>,
    /// Stable id, the same as the file's name.
    pub id: Located<String>,
    /// The stages, near bank first, landing last.
    pub floes: Vec<Floe>,
}

/// `tracks/ID.ron`: a shorter walk over the steps of a practice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// Version of the format.
    pub format: Located<u32>,
    /// Stable id, the same as the file's name.
    pub id: Located<String>,
    /// The practice whose steps are walked.
    pub of: Located<String>,
    /// The steps, in the order of this walk.
    pub steps: Vec<Located<String>>,
    /// Choices taken as made, so that conditions hold without their question: `("door", "give")`.
    #[serde(default)]
    pub suppose: Vec<(Located<String>, Located<String>)>,
}

/// A stage of a practice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floe {
    /// Stable id.
    pub id: Located<String>,
    /// Full title, on the map.
    pub title: Located<String>,
    /// Short title, in the line that says where one is; the full one if absent.
    #[serde(default)]
    pub short: Option<Located<String>>,
    /// What this stage is for, in one sentence.
    pub purpose: Located<String>,
    /// Which of the four it leans on.
    pub lean: Lean,
    /// Ways people slip here, and the hand that helps.
    #[serde(default)]
    pub slips: Vec<Slip>,
    /// A line for somebody who shows this to a room.
    #[serde(default)]
    pub room: Option<Located<String>>,
    /// Floes that drift near when two have crossed this one: they may jump there, or stay on their way.
    #[serde(default)]
    pub near: Vec<Located<String>>,
    /// On a return visit: which agreements this floe is walked for, one after the other.
    #[serde(default)]
    pub path: Option<Path>,
    /// The steps in order.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Steps of other practices that are walked after these.
    #[serde(default)]
    pub borrow: Vec<Located<String>>,
}

/// The four that carry a crossing (seed: attentiveness, courage, compassion, teamwork).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lean {
    /// Attention.
    Attention,
    /// Courage.
    Courage,
    /// Kindness.
    Kindness,
    /// Working together.
    Together,
}

/// A way to slip, and the hand that follows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// What happens.
    pub slip: Located<String>,
    /// What helps.
    pub hand: Located<String>,
}

/// One small stretch of a floe: one or a few asks that belong together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Stable id; saved crossings use it.
    pub id: Located<String>,
    /// Title.
    pub title: Located<String>,
    /// About how long, in minutes.
    pub minutes: Located<f32>,
    /// About how long when two walk it; the same if absent.
    #[serde(default)]
    pub pair_minutes: Option<Located<f32>>,
    /// When it is walked; always if absent.
    #[serde(default)]
    pub when: Option<Located<Condition>>,
    /// Why it is here, shown when asked for.
    pub why: Located<String>,
    /// A nudge, shown when asked for.
    #[serde(default)]
    pub hint: Option<Located<String>>,
    /// A worked example, shown when asked for.
    #[serde(default)]
    pub example: Option<Located<String>>,
    /// In which context the language mirror may be asked here.
    #[serde(default)]
    pub mirror: Mirror,
    /// What is asked, one screen each.
    pub asks: Vec<Ask>,
}

/// Where the mirror may be opened, and how it reads the words there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Mirror {
    /// Never on this step.
    #[default]
    None,
    /// Never: raw words stay unread.
    Raw,
    /// Words about oneself.
    Own,
    /// Words to the other.
    Say,
    /// Words while listening.
    Listen,
    /// An apology.
    Apology,
    /// An agreement.
    Agreement,
}

impl Mirror {
    /// How the mirror reads words here; None where it stays closed.
    #[must_use]
    pub const fn context(self) -> Option<Context> {
        match self {
            Self::None | Self::Raw => None,
            Self::Own => Some(Context::Own),
            Self::Say => Some(Context::Say),
            Self::Listen => Some(Context::Listen),
            Self::Apology => Some(Context::Apology),
            Self::Agreement => Some(Context::Agreement),
        }
    }
}
