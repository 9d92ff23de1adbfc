//! What authors write: the shape of every content file, before anything in it is checked.
//!
//! `content/README.md` explains this format by one annotated example, and a test holds the two together.
//! Texts may contain `{me}` and `{other}`, which become the names of this crossing. Every value that
//! points somewhere, or that something else points at, is [`Located`], so that a problem can be shown
//! with its line and a caret. Missing fields take the defaults written here.

use super::located::{Entries, Located};
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
    /// The steps in order.
    pub steps: Vec<Step>,
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

/// One screen: one thing to say, choose or do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Stable id, unique in the practice; conditions and `shows` point at it.
    pub id: Located<String>,
    /// What is asked: at most three short sentences.
    pub prompt: Located<String>,
    /// The prompt when two people share the keyboard; the first one if absent.
    #[serde(default)]
    pub pair: Option<Located<String>>,
    /// How it is answered.
    pub ask: Located<Kind>,
    /// A few words for this screen in place of the step's number ("Which, the second of four.").
    #[serde(default)]
    pub part: Option<Located<String>>,
    /// What happens to the answer at the landing.
    #[serde(default)]
    pub keep: Keep,
    /// The other person's words or wishes, imagined: always called a guess.
    #[serde(default)]
    pub guess: bool,
    /// What the answer is to the crossing, if floe itself has a use for it.
    #[serde(default)]
    pub is: Option<Meaning>,
    /// A short name for the list at the landing ("the camera").
    #[serde(default)]
    pub label: Option<Located<String>>,
    /// When it is asked; whenever its step is walked if absent.
    #[serde(default)]
    pub when: Option<Located<Condition>>,
    /// Earlier answers shown above the prompt.
    #[serde(default)]
    pub shows: Vec<Show>,
    /// Sentences shown above the prompt when their condition holds.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// What floe says back once, after words were given.
    #[serde(default)]
    pub says: Option<Located<String>>,
    /// What follows after words were given; the next ask if absent.
    #[serde(default)]
    pub then: Option<Located<Outcome>>,
}

/// How an ask is answered. Every kind can be passed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Kind {
    /// Nothing to say: read, then go on.
    Show,
    /// One of several.
    Choice(Vec<Choice>),
    /// Yes or no, chosen as "yes" and "no".
    Confirm {
        /// What follows a yes.
        #[serde(default)]
        yes: Option<Located<Outcome>>,
        /// What follows a no.
        #[serde(default)]
        no: Option<Located<Outcome>>,
    },
    /// One line of words.
    Line,
    /// Several lines of words.
    Text,
    /// Up to `most` words from a list, or one's own.
    Pick {
        /// Id of a list in `lists/`.
        list: Located<String>,
        /// How many at most.
        most: Located<u8>,
    },
    /// Named blanks, filled in one after another.
    Slots(Vec<Slot>),
    /// Up to so many lines; an empty one ends it.
    List {
        /// How many at most.
        most: Located<u8>,
    },
    /// Two panes side by side.
    TwoColumns {
        /// Heading of the left pane.
        left: Located<String>,
        /// Heading of the right pane.
        right: Located<String>,
    },
    /// A stretch of quiet; it never ends by itself.
    Pause {
        /// How long the light lasts, in seconds.
        seconds: Located<u16>,
    },
    /// A text put together from earlier answers, which can be changed.
    Compose(Vec<Part>),
    /// The list at the landing: what is kept, what melts.
    Keep,
}

/// One thing to choose.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable id, unique in its ask.
    pub id: Located<String>,
    /// What people see.
    pub text: Located<String>,
    /// What floe says back once.
    #[serde(default)]
    pub says: Option<Located<String>>,
    /// What follows; the next ask if absent.
    #[serde(default)]
    pub then: Option<Located<Outcome>>,
}

/// A named blank.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Stable id, unique in its ask.
    pub id: Located<String>,
    /// The words before the blank.
    pub label: Located<String>,
    /// What the words are to the crossing.
    #[serde(default)]
    pub is: Option<Meaning>,
}

/// A sentence of a composed text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The ask, or `ask/slot`, whose answer is used.
    pub from: Located<String>,
    /// Words put before it.
    #[serde(default)]
    pub lead: Option<Located<String>>,
    /// What stands there if that was passed; nothing if absent.
    #[serde(default)]
    pub or: Option<Located<String>>,
}

/// Earlier answers above a prompt: the latest one given among `from`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Words before it; it stands in quotes by itself if absent.
    #[serde(default)]
    pub label: Option<Located<String>>,
    /// Asks, or `ask/slot`.
    pub from: Vec<Located<String>>,
}

/// A sentence that appears when something holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// When it appears.
    pub when: Located<Condition>,
    /// The sentence.
    pub text: Located<String>,
}

/// What happens to an answer (product: "What is kept").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Keep {
    /// Not on disk even half-typed; leaves memory when its step is left.
    Never,
    /// Saved, listed to its writer alone, melts by default.
    Private,
    /// Saved as a draft; the landing asks.
    #[default]
    Ask,
}

/// What an answer is to the crossing, where floe itself has a use for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Meaning {
    /// The river's title.
    Title,
    /// The name of the person at the keyboard.
    Me,
    /// The name of the other person.
    Other,
    /// On which side of what happened the person stands: options mine, theirs, both, unsure.
    Stance,
    /// Which of the four to lean on: options attention, courage, kindness, together.
    Lean,
    /// The words on the far bank.
    FarBank,
    /// What the person would like to hear when they slip.
    HandLine,
    /// Somebody who would be glad to see this mend.
    Supporter,
    /// A memory of what happened.
    Memory,
    /// A thank-you.
    Thanks,
    /// The sentence to take along.
    Carry,
    /// When to look again: a date (2026-12-05) or plain words.
    LookAgain,
    /// A part of the agreement made on this crossing.
    Agreement(Clause),
    /// What follows a hand.
    Hand,
}

/// A part of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Clause {
    /// Do or don't: options do, dont.
    Kind,
    /// What is promised.
    Text,
    /// What happens instead of a thing left undone.
    Instead,
    /// Who does it.
    Who,
    /// By when, or whenever what happens.
    When,
    /// Until which day.
    Until,
    /// How both would see it.
    SeenBy,
    /// What it looks after.
    LooksAfter,
    /// If this, then that.
    IfThen,
    /// How and by when to ask for a change.
    ChangeBy,
    /// How soon to tell when it broke.
    TellBy,
    /// Whether no was free: options yes, no, unsure.
    FreeNo,
    /// Whether it is offered: options offer, later.
    Offer,
}

/// What must hold. Conditions read choices and answered or passed, never words.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Condition {
    /// This option was chosen (or this word picked) at this ask.
    Chose(Located<String>, Located<String>),
    /// This ask was answered.
    Answered(Located<String>),
    /// This ask was reached and passed.
    Passed(Located<String>),
    /// The person stands on this side: `Mine` holds for mine, both and unsure, `Theirs` likewise.
    Stance(Side),
    /// One person, or two at one keyboard.
    Mode(Mode),
    /// Nothing was practised in this home before.
    FirstVisit,
    /// Saving is off for this crossing.
    SavingOff,
    /// The opposite.
    Not(Box<Condition>),
    /// All of them.
    All(Vec<Condition>),
    /// One of them at least.
    Any(Vec<Condition>),
}

/// A side of what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Side {
    /// Something I did landed on them.
    Mine,
    /// Something they did landed on me.
    Theirs,
}

/// Who is at the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// One person.
    Solo,
    /// Two people.
    Pair,
}

/// What follows an answer.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Outcome {
    /// On to this step.
    Go(Located<String>),
    /// Round again from this step, at most so many times; then on, with the closing sentence.
    Again {
        /// Where the round begins.
        step: Located<String>,
        /// How many rounds at most.
        most: Located<u8>,
        /// Said when the last round is over.
        closing: Located<String>,
    },
    /// Go on as this shorter track.
    Walk(Located<String>),
    /// Tilt the ice, and offer a moment to steady.
    Steady,
    /// Rest, with a time to come back.
    Rest,
    /// Open the safety page.
    Safety,
    /// Switch saving on.
    SavingOn,
    /// Leave saving off.
    SavingOff,
    /// Out of the water: back to the same step.
    Back,
    /// Out of the water: back to the same step, made smaller.
    Smaller,
    /// To the landing, early.
    Land,
    /// Mark everything to be kept.
    KeepAll,
    /// Mark what is kept by default.
    KeepUsual,
    /// Mark nothing to be kept.
    KeepNothing,
    /// Land now: keep what is marked, let the rest melt.
    Landed,
    /// Save and leave.
    Leave,
}

/// `lists/ID.ron`: words to pick from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Version of the format.
    pub format: Located<u32>,
    /// Stable id, the same as the file's name.
    pub id: Located<String>,
    /// The groups in order.
    pub groups: Vec<Group>,
    /// Words that tell a story, and what may lie under them in this list.
    #[serde(default)]
    pub stories: Vec<Story>,
}

/// A group of words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Stable id.
    pub id: Located<String>,
    /// Title.
    pub title: Located<String>,
    /// What it is about, in a few words.
    pub about: Located<String>,
    /// The words.
    pub words: Vec<Located<String>>,
}

/// A word that tells what happened rather than how it feels.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The word.
    pub word: Located<String>,
    /// Words of this list that are often near it.
    pub near: Vec<Located<String>>,
}

/// `detours.ron`: what can be opened from every step, and returns to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detours {
    /// Version of the format.
    pub format: Located<u32>,
    /// Somebody is in the water.
    pub hand: Step,
    /// A moment to steady.
    pub steady: Step,
    /// A rest, with a time to come back.
    pub pause: Step,
    /// A thank-you, pinned to the moment.
    pub thanks: Step,
}

/// `help.ron`: the safety page, and where help is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// Version of the format.
    pub format: Located<u32>,
    /// The safety page, a paragraph each.
    pub safety: Vec<Located<String>>,
    /// What stands in place of numbers that were not confirmed within a year.
    pub unconfirmed: Located<String>,
    /// Lines that can be called.
    pub lines: Vec<Helpline>,
}

/// A place to call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Helpline {
    /// Country or region, in words.
    pub place: Located<String>,
    /// Its name.
    pub name: Located<String>,
    /// How to reach it.
    pub reach: Located<String>,
    /// The day it was last confirmed (2026-11-23); none if nobody has.
    #[serde(default)]
    pub checked_on: Option<Located<String>>,
}

/// `words.ron`: every sentence the program itself says, by key.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Version of the format.
    pub format: Located<u32>,
    /// Key and sentence.
    pub words: Located<Entries<String>>,
}
