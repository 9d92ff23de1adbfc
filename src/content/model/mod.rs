//! The checked shape: what the rest of floe reads. Every reference has been resolved to an id that exists.
//!
//! Only `check` builds these, so whoever holds a [`Pack`] need not doubt it.

mod beside;
pub mod lexicon;
mod own;
mod talk;

pub use super::catalogue::Catalogue;
pub use super::id::Id;
pub use super::schema::{
    By, Clause, Context, Keep, Lean, Meaning, Mirror, Mode, Path, Piece, Side, Standing, Sway,
    View, Whose,
};
pub use beside::{
    Detours, Group, Handout, HandoutPart, Help, Helpline, List, Offer, Plan, PlanPart, Story,
};
pub use own::Own;
use std::{collections::BTreeMap, sync::Arc};
pub use talk::Talk;

/// Everything a crossing needs from a folder of content.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Stable id of the pack.
    pub id: Id,
    /// The ids of all packs it was put together from, its own among them.
    pub known: Vec<Id>,
    /// Title.
    pub title: String,
    /// Language of its texts (BCP 47).
    pub language: String,
    /// Whose words these are.
    pub credits: Vec<String>,
    /// What can be practised, in order.
    pub offers: Vec<Offer>,
    /// What can be rehearsed, in order.
    pub scenarios: Vec<Offer>,
    /// Plans for whoever shows it to a room, the shortest first.
    pub plans: Vec<Plan>,
    /// A page to take home from a room; None where the pack was opened without it.
    pub handout: Option<Handout>,
    /// How a talk of one's own is built and played back.
    pub own: Option<Arc<Own>>,
    /// Practices and tracks by id; a track is a practice of its own here.
    pub practices: BTreeMap<Id, Arc<Practice>>,
    /// Words to pick from, by list.
    pub lists: BTreeMap<Id, List>,
    /// What can be opened from every step.
    pub detours: Arc<Detours>,
    /// The safety page.
    pub help: Help,
    /// The files of the mirror's lexicon, closed until somebody asks for the mirror.
    pub mirror: Arc<[super::source::File]>,
    /// What the program says, by key.
    pub words: Catalogue,
}

/// A flow: floes in order, each with its steps. A track has the floes its steps come from.
#[derive(Debug, Clone)]
pub struct Practice {
    /// Stable id.
    pub id: Id,
    /// The stages.
    pub floes: Vec<Floe>,
    /// Choices taken as made: ask and option.
    pub suppose: Vec<(Id, Id)>,
    /// The talk of a rehearsal, where the other person answers from a script.
    pub talk: Option<Talk>,
}

/// A stage.
#[derive(Debug, Clone)]
pub struct Floe {
    /// Stable id.
    pub id: Id,
    /// Title on the map.
    pub title: String,
    /// Title in the place line.
    pub short: String,
    /// What it is for.
    pub purpose: String,
    /// Which of the four it leans on.
    pub lean: Lean,
    /// Slips and the hand that helps.
    pub slips: Vec<(String, String)>,
    /// A line for somebody who shows it to a room.
    pub room: Option<String>,
    /// Floes that drift near when two have crossed this one.
    pub near: Vec<Id>,
    /// Which agreements it is walked for, on a return visit.
    pub path: Option<Path>,
    /// The steps walked in this practice.
    pub steps: Vec<Arc<Step>>,
}

/// A step with its asks.
#[derive(Debug, Clone)]
pub struct Step {
    /// Stable id.
    pub id: Id,
    /// Title.
    pub title: String,
    /// About how many minutes.
    pub minutes: f32,
    /// About how many minutes when two walk it.
    pub pair_minutes: f32,
    /// When it is walked.
    pub when: Condition,
    /// Why it is here.
    pub why: String,
    /// A nudge.
    pub hint: Option<String>,
    /// A worked example.
    pub example: Option<String>,
    /// Where the mirror may be asked.
    pub mirror: Mirror,
    /// The asks in order; at least one.
    pub asks: Vec<Ask>,
}

impl Step {
    /// Whether nothing of this step ever touches the disk: all of its asks are `keep: Never`.
    #[must_use]
    pub fn sealed(&self) -> bool {
        self.asks.iter().all(|ask| ask.keep == Keep::Never)
    }
}

/// One screen.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Stable id, unique in its practice.
    pub id: Id,
    /// What is asked of one person.
    pub prompt: String,
    /// What is asked when two share the keyboard.
    pub pair: Option<String>,
    /// How it is answered.
    pub kind: Kind,
    /// Who answers when two share the keyboard.
    pub by: By,
    /// Whether it is answered behind a curtain then.
    pub unseen: bool,
    /// Words in place of the step's number.
    pub part: Option<String>,
    /// What happens to the answer.
    pub keep: Keep,
    /// Whether it is a guess at the other.
    pub guess: bool,
    /// What the answer is to the crossing.
    pub is: Option<Meaning>,
    /// Name for the list at the landing.
    pub label: Option<String>,
    /// When it is asked.
    pub when: Condition,
    /// Earlier answers above the prompt.
    pub shows: Vec<Show>,
    /// Earlier answers side by side.
    pub panes: Vec<Show>,
    /// Sentences above the prompt.
    pub notes: Vec<(Condition, String)>,
    /// Whether these stand in one paragraph.
    pub run_on: bool,
    /// Said back once.
    pub says: Option<String>,
    /// What follows when answered.
    pub then: Option<Outcome>,
    /// So many of its first options come in an order of chance, which stays.
    pub loose: usize,
    /// What the ice does here: in a rehearsal the answers of the fiction move it.
    pub ice: Option<Sway>,
}

/// How an ask is answered; the authored kinds with their lists resolved.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Read, then go on.
    Show,
    /// One of several.
    Choice(Vec<Choice>),
    /// Yes or no: the two options are called "yes" and "no".
    Confirm {
        /// What follows a yes.
        yes: Option<Outcome>,
        /// What follows a no.
        no: Option<Outcome>,
    },
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// Words from a list, or one's own.
    Pick {
        /// The list.
        list: Id,
        /// How many at most.
        most: usize,
    },
    /// Named blanks.
    Slots(Vec<Slot>),
    /// Up to so many lines.
    List {
        /// How many at most.
        most: usize,
    },
    /// Two panes.
    TwoColumns {
        /// Left heading.
        left: String,
        /// Right heading.
        right: String,
    },
    /// A stretch of quiet.
    Pause {
        /// Seconds the light lasts.
        seconds: u16,
        /// Whether two people may light it up again.
        more: bool,
    },
    /// Put together from earlier answers.
    Compose(Vec<Part>),
    /// What is kept, what melts.
    Keep,
    /// Two keys, one for each person.
    Both {
        /// Going on without it, in words.
        no: String,
    },
    /// The size the ice has, drawn from what each chose unseen.
    Drawn {
        /// The ask that each answered.
        from: Id,
    },
    /// The lines that stand on both lists.
    Shared {
        /// The ask that each answered.
        from: Id,
    },
    /// The floes that have drifted near.
    Near,
    /// For each agreement that was brought along, one of several.
    EachAgreement(Vec<Choice>),
}

/// One thing to choose.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Stable id.
    pub id: Id,
    /// What people see.
    pub text: String,
    /// When it is offered.
    pub when: Condition,
    /// Said back once.
    pub says: Option<String>,
    /// What follows.
    pub then: Option<Outcome>,
}

/// A named blank.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Stable id, unique in its ask.
    pub id: Id,
    /// Words before the blank.
    pub label: String,
    /// What the words are to the crossing.
    pub is: Option<Meaning>,
}

/// Where an earlier answer is found: an ask, and one of its slots if named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The ask.
    pub ask: Id,
    /// The slot's place in the ask, from 0.
    pub field: Option<usize>,
}

/// A sentence of a composed text.
#[derive(Debug, Clone)]
pub struct Part {
    /// The answer used.
    pub from: Source,
    /// Words before it.
    pub lead: Option<String>,
    /// What stands there if it was passed.
    pub or: Option<String>,
}

/// Earlier answers above a prompt.
#[derive(Debug, Clone)]
pub struct Show {
    /// Words before it.
    pub label: Option<String>,
    /// The latest answered of these.
    pub from: Vec<Source>,
    /// Instead: a piece of the agreement the path is about.
    pub agreement: Option<Piece>,
    /// Whose.
    pub of: Option<Whose>,
}

/// What must hold; `Always` where authors wrote nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Holds.
    Always,
    /// This option was chosen, or this word picked.
    Chose(Id, Id),
    /// Answered.
    Answered(Id),
    /// Reached and passed.
    Passed(Id),
    /// On this side of what happened.
    Stance(Side),
    /// One person or two.
    Mode(Mode),
    /// Nothing was practised in this home before.
    FirstVisit,
    /// Saving is off.
    SavingOff,
    /// This holds of the agreement the path is about.
    Agreement(Standing),
    /// The opposite.
    Not(Box<Condition>),
    /// All of them.
    All(Vec<Condition>),
    /// One of them at least.
    Any(Vec<Condition>),
}

/// What follows an answer; authored outcomes with their targets resolved.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// On to this step.
    Go(Id),
    /// Round again from this step.
    Again {
        /// Where the round begins.
        step: Id,
        /// How many rounds at most.
        most: u8,
        /// Said when the last round is over.
        closing: String,
    },
    /// Change places, and once round from this step.
    Swap {
        /// Where the other's turn begins.
        step: Id,
        /// Said when both have had their turn.
        closing: String,
    },
    /// Go on as this track.
    Walk(Id),
    /// Say yes, for oneself, to crossing together.
    GoAhead,
    /// Tilt, and offer a moment to steady.
    Steady,
    /// Rest.
    Rest,
    /// Open the safety page.
    Safety,
    /// Switch saving on.
    SavingOn,
    /// Leave saving off.
    SavingOff,
    /// Out of the water, to the same step.
    Back,
    /// Out of the water, to the same step made smaller.
    Smaller,
    /// To the landing.
    Land,
    /// Mark everything to be kept.
    KeepAll,
    /// Mark what is kept by default.
    KeepUsual,
    /// Mark nothing.
    KeepNothing,
    /// Land now.
    Landed,
    /// Save and leave.
    Leave,
    /// Out of this story, to choose another one.
    Another,
}
