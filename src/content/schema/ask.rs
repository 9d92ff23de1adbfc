//! What is asked on a step, and how it is answered.

use super::super::located::Located;
use super::{By, Condition, Outcome, Piece, Whose};
use serde::Deserialize;

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
    /// Who answers when two share the keyboard.
    #[serde(default)]
    pub by: By,
    /// Answered behind a curtain when two share the keyboard; what is asked of each always is.
    #[serde(default)]
    pub unseen: bool,
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
    /// Earlier answers side by side, one pane each, with nothing marked.
    #[serde(default)]
    pub panes: Vec<Show>,
    /// Sentences shown above the prompt when their condition holds.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// What floe says back once, after words were given. What was answered behind a curtain is never answered back.
    #[serde(default)]
    pub says: Option<Located<String>>,
    /// What follows after words were given, or after both keys were pressed; the next ask if absent.
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
        /// Whether two people may light it up again, a minute at a time. It lasts as long as they chose for a turn.
        #[serde(default)]
        more: bool,
    },
    /// A text put together from earlier answers, which can be changed.
    Compose(Vec<Part>),
    /// The list at the landing: what is kept, what melts.
    Keep,
    /// Two keys, one for each person. Only both together lead to what follows.
    Both {
        /// What stands there for going on without it.
        no: Located<String>,
    },
    /// The size the ice has: one of the options of an ask that each answered unseen, drawn by chance, and
    /// never larger than the smaller of the two.
    Drawn {
        /// That ask; its options stand from the largest to the smallest.
        from: Located<String>,
    },
    /// The lines that stand on both lists of an ask that each answered unseen. The others are wiped.
    Shared {
        /// That ask.
        from: Located<String>,
    },
    /// The floes that have drifted near, and the way on.
    Near,
    /// For each agreement that was brought along, one of several; a screen each.
    EachAgreement(Vec<Choice>),
}

/// One thing to choose.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable id, unique in its ask.
    pub id: Located<String>,
    /// What people see.
    pub text: Located<String>,
    /// When it is offered; always if absent.
    #[serde(default)]
    pub when: Option<Located<Condition>>,
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
    #[serde(default)]
    pub from: Vec<Located<String>>,
    /// Instead: a piece of the agreement this path is about.
    #[serde(default)]
    pub agreement: Option<Piece>,
    /// Whose answer, when two share the keyboard; on the page of one person their own if absent.
    #[serde(default)]
    pub of: Option<Whose>,
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
    /// A card for a talk to come: slots with names that end in a colon.
    Card,
    /// When to look again: a date (2026-12-05) or plain words.
    LookAgain,
    /// A part of the agreement made on this crossing.
    Agreement(Clause),
    /// What follows a hand.
    Hand,
    /// Who has the floor: options first, second.
    Floor,
    /// How long a turn is, in minutes: options are numbers.
    Turn,
    /// What the watchman of distrust says; it stays in sight.
    Watchman,
    /// How each agreement is seen: `EachAgreement` with options kept, part, broken, change, differently, not_yet.
    Mark,
    /// Whether a mark is shown to the other: options show, own. `EachAgreement`, or one for all marks.
    ShowMark,
    /// Words beside the mark of the agreement this path is about.
    Note,
    /// What becomes of it: options agreed, completed, ended, differently change it, any other option doesn't.
    Became,
    /// A wish to change it, left for the next visit.
    Wish,
    /// What may matter to the other, guessed.
    Matters,
    /// What was understood from listening.
    Understood,
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
    /// Whether it lets one into what is the other's: phone, money, home, papers. Options yes, no, unsure.
    Access,
    /// What that is for.
    Purpose,
}
