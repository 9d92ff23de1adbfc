//! What a person sees and is asked now, in terms that no front end owns.

use super::glass::Glass;
use super::talk::TalkView;
use crate::content::Id;
use crate::session::{ItemKind, Seat, Sight};

/// One page. Line mode prints it; the full screen lays it out.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Which ask this is; front ends compare it to know whether they still show the same one.
    pub key: PageKey,
    /// Where in the practice; None off the ground (detours say `part` instead) and at the end.
    pub at: Option<Whereabouts>,
    /// A few words in place of the step's number.
    pub part: Option<String>,
    /// The step's title.
    pub title: String,
    /// For whom it is, by name.
    pub name: Option<String>,
    /// What both are called, the first seat first; for one person the second is whom they practise for.
    pub names: [String; 2],
    /// Whose page it is; None if it belongs to both.
    pub seat: Option<Seat>,
    /// How the ice is.
    pub ice: Ice,
    /// What the river's drawing needs to know.
    pub scene: Scene,
    /// Said back once after what was done last.
    pub notice: Option<String>,
    /// Sentences that hold here.
    pub notes: Vec<String>,
    /// Earlier answers.
    pub shows: Vec<Shown>,
    /// Earlier answers side by side, all of the same weight.
    pub panes: Vec<Shown>,
    /// The ask itself.
    pub prompt: String,
    /// How it is answered.
    pub ask: AskView,
    /// What stands there already, from before or put together; an empty answer accepts it.
    pub so_far: Option<String>,
    /// Who may see what is typed.
    pub cover: Cover,
    /// Never on disk, not even half-typed.
    pub melts: bool,
    /// Who may read what is answered here.
    pub sight: Sight,
    /// Sentences to be read once, below the answer.
    pub foot: Vec<String>,
    /// What stays in sight at the edge of the page: the watchmen of distrust.
    pub edge: Vec<String>,
    /// How far it is, in words; only for two.
    pub way: Option<String>,
    /// What can be opened beside it.
    pub drawer: Drawer,
    /// Whether the mirror can be asked here, or what it shows.
    pub glass: Glass,
    /// What is wrong with the pack, for whoever writes it while they walk: above the ask stands this and nothing else.
    pub problem: Vec<String>,
    /// A river, on the page that is about it.
    pub river: Option<RiverView>,
    /// The map of a rehearsed talk, where it is asked whether to go back.
    pub talk: Option<TalkView>,
}

/// Identity of a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageKey {
    /// The ask; the empty name at the end.
    pub ask: Id,
    /// Which blank of it.
    pub field: usize,
    /// The round.
    pub round: u16,
    /// Whose page it is, where each has their own.
    pub seat: Option<Seat>,
}

/// Who may see what is typed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cover {
    /// Everybody at the keyboard.
    #[default]
    Open,
    /// Its writer, behind a curtain. It will be shown later; nothing of it may stay where the other could see
    /// it, so what can't be taken off the screen again isn't echoed.
    Behind,
    /// Nobody: it isn't echoed.
    Hidden,
}

/// "Floe 4 of 11: Listening. Step 2 of 9."
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    /// Number of the floe, from 1.
    pub floe: usize,
    /// How many floes.
    pub floes: usize,
    /// Short title of the floe.
    pub title: String,
    /// Id of the floe.
    pub floe_id: Id,
    /// Number of the step, from 1.
    pub step: usize,
    /// How many steps the floe has in this mode.
    pub steps: usize,
    /// Id of the step.
    pub step_id: Id,
}

/// How the ice is. Only people change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ice {
    /// The slab lies level.
    Steady,
    /// It tilts under somebody.
    Tilting(Seat),
    /// Somebody is in the water.
    Water(Seat),
    /// Both fell, and both rest on the near bank.
    Banks,
}

/// What the river's drawing needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    /// Where the drawing gets its shape from.
    pub seed: u32,
    /// How many places there are, both banks included.
    pub places: usize,
    /// Where the figures stand: 0 the near bank, `places - 1` the far one.
    pub at: usize,
    /// How many figures.
    pub seats: u8,
    /// Whether the one on the ice reaches for the one in the water.
    pub reach: bool,
    /// The words on the far bank.
    pub far_words: Option<String>,
    /// Whether there is a far bank; where it was let go, they stand on firm ground.
    pub far_bank: bool,
}

/// A river: when somebody was on it, and what was agreed there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiverView {
    /// The year as a line, for those who look.
    pub year: YearView,
    /// Its outings in sentences, the newest first.
    pub told: Vec<String>,
    /// What to say behind the last of them when they are too many.
    pub earlier: String,
    /// Its booked days in sentences, the earliest first.
    pub to_come: Vec<String>,
    /// The agreements, the newest first.
    pub agreements: Vec<AgreementView>,
}

impl RiverView {
    /// No more rows of a kind stand on the page at once.
    pub const MOST: usize = 5;
}

/// A year as a line. Every place on it is a day, counted from the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearView {
    /// How many days it has.
    pub days: u16,
    /// Where today lies.
    pub today: u16,
    /// Where the outings lie, the earliest first, and whether two were on them.
    pub outings: Vec<(u16, bool)>,
    /// Where booked days lie, the earliest first.
    pub booked: Vec<u16>,
    /// Where months begin, with their short names.
    pub months: Vec<(u16, String)>,
}

/// An agreement in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementView {
    /// How it stands, in a word or two.
    pub stands: String,
    /// The promise.
    pub text: String,
    /// The day that belongs to it, in words.
    pub day: String,
}

/// An earlier answer above the prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Words before it.
    pub label: Option<String>,
    /// The answer.
    pub text: String,
    /// Whether it is a guess at the other.
    pub guess: bool,
    /// Whether it is for the one whose page this is, and is never printed where it would stay.
    pub own: bool,
}

/// How an ask is answered.
#[derive(Debug, Clone, PartialEq)]
pub enum AskView {
    /// Read, then go on.
    Show,
    /// One of several.
    Choice {
        /// The options.
        options: Vec<Offered>,
        /// What was chosen before.
        chosen: Option<usize>,
    },
    /// Yes or no.
    Confirm {
        /// What was chosen before.
        chosen: Option<bool>,
    },
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// Words from a list, or one's own.
    Pick {
        /// The groups.
        groups: Vec<PickGroup>,
        /// How many at most.
        most: usize,
        /// What was picked before.
        picked: Vec<String>,
        /// Words often near a story-word that was just given.
        near: Vec<String>,
    },
    /// One blank among several.
    Blank {
        /// All of them, with what stands there.
        blanks: Vec<Sibling>,
        /// Which one is asked now.
        at: usize,
    },
    /// A stretch of quiet.
    Quiet {
        /// Seconds the light lasts.
        seconds: u16,
        /// Whether it has gone out.
        over: bool,
        /// Whether it can be lit up again.
        more: bool,
    },
    /// The next page is only for one person, who opens it.
    Curtain {
        /// Who takes the keyboard.
        seat: Seat,
        /// Their name.
        to: String,
    },
    /// Two keys, one for each.
    Both {
        /// Their names, the first seat's first.
        names: [String; 2],
        /// Who has pressed already.
        pressed: Option<Seat>,
        /// Going on without it, in words.
        no: String,
    },
    /// What is kept, what melts.
    Keep {
        /// The items.
        items: Vec<ItemView>,
    },
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its id.
    pub id: Id,
    /// What people see.
    pub text: String,
    /// A few words beside it.
    pub note: Option<String>,
}

/// A group of words to pick from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickGroup {
    /// Title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// The words.
    pub words: Vec<String>,
}

/// A blank and what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sibling {
    /// The words before it.
    pub label: String,
    /// What stands there.
    pub text: Option<String>,
}

/// An item of the list at the landing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemView {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: ItemKind,
    /// Its short name.
    pub label: String,
    /// The thing itself, in words.
    pub text: String,
    /// Whether it is to be kept, as far as the one whose page this is says so.
    pub keep: bool,
    /// Whose yes is missing, by name.
    pub missing: Option<String>,
    /// Whether it is for the one whose page this is, and is never printed where it would stay.
    pub own: bool,
}

/// What can be opened beside a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawer {
    /// Why the step is here.
    pub why: Option<String>,
    /// A nudge.
    pub hint: Option<String>,
    /// A worked example.
    pub example: Option<String>,
}
