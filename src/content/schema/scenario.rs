//! Rehearsals: scenarios in which the other person answers from a script, and the sentences around them.

use super::super::located::Located;
use super::Floe;
use serde::Deserialize;

/// `scenarios/ID.ron`: somebody else's river, to practise on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Version of the format.
    pub format: Located<u32>,
    /// Stable id, the same as the file's name.
    pub id: Located<String>,
    /// Title people see.
    pub title: Located<String>,
    /// On which side one stands, in a short sentence.
    pub side: Located<String>,
    /// What it holds that may be too close to home today.
    pub contains: Located<String>,
    /// About how long, in minutes.
    pub minutes: Located<u16>,
    /// Who one is.
    pub you: Located<String>,
    /// Who answers.
    pub them: Located<String>,
    /// What happened before.
    pub before: Located<String>,
    /// What somebody who loves both would say when one has fallen in.
    pub supporter: Located<String>,
    /// The turns of the talk.
    pub turns: Vec<Turn>,
    /// How it closes when something was given back at least twice.
    pub close_stayed: Located<String>,
    /// How it closes otherwise.
    pub close_else: Located<String>,
}

/// One turn: they speak, one answers, they answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// What they say, with what can be seen of them.
    pub cue: Located<String>,
    /// What goes on inside them.
    pub inner: Inner,
    /// Four ways of answering, one of each style.
    pub voices: Vec<Voice>,
}

/// What goes on inside somebody.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inner {
    /// What they feel.
    pub feelings: Vec<Located<String>>,
    /// What matters to them.
    pub needs: Vec<Located<String>>,
    /// The thought they don't say.
    pub thought: Located<String>,
}

/// One way of answering.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// Which voice speaks.
    pub style: Located<Style>,
    /// What it says.
    pub say: Located<String>,
    /// What they answer.
    pub reply: Located<String>,
    /// What the ice does.
    pub ice: Sway,
    /// How it landed, in one sentence.
    pub lands: Located<String>,
    /// What they answer once enough was given back before.
    #[serde(default)]
    pub later: Option<Later>,
}

/// What they answer once enough was given back before.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Later {
    /// How many turns have to have been given back before this one.
    pub after: Located<u8>,
    /// What they answer.
    pub reply: Located<String>,
    /// What the ice does.
    pub ice: Sway,
    /// How it landed; as before if absent.
    #[serde(default)]
    pub lands: Option<Located<String>>,
}

/// The four voices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Style {
    /// Explains oneself.
    Defend,
    /// Offers something to do.
    Fix,
    /// Hurries to sorry, or smooths it over.
    Rush,
    /// Gives back what was heard.
    GiveBack,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Defend, Self::Fix, Self::Rush, Self::GiveBack];

    /// Its id among the options of an ask.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Defend => "defend",
            Self::Fix => "fix",
            Self::Rush => "rush",
            Self::GiveBack => "give_back",
        }
    }
}

/// What the ice does when somebody of the fiction has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Sway {
    /// It lies level.
    Steady,
    /// It tilts.
    Tilt,
    /// One falls in.
    Slip,
}

/// `rehearsal.ron`: what stands around every scenario. `{n}`, `{turns}`, `{contains}` and their like are filled in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rehearsal {
    /// Version of the format.
    pub format: Located<u32>,
    /// Before the first turn.
    pub arrive: Arrive,
    /// At every turn.
    pub turn: Asked,
    /// After the last turn.
    pub close: Close,
    /// What follows, as on every practice.
    pub after: Floe,
}

/// Sentences before the first turn.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrive {
    /// Title.
    pub title: Located<String>,
    /// Why it is here.
    pub why: Located<String>,
    /// Words before what the scenario holds: `{contains}`.
    pub contains: Located<String>,
    /// To go on.
    pub begin: Located<String>,
    /// To choose another.
    pub another: Located<String>,
    /// On which side one stands, and what happened: `{side}`, `{before}`.
    pub before: Located<String>,
    /// Who one is and who answers: `{me}`, `{other}`.
    pub who: Located<String>,
}

/// Sentences of a turn.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Title: `{n}`, `{turns}`.
    pub title: Located<String>,
    /// In place of the step's number: `{n}`, `{turns}`.
    pub part: Located<String>,
    /// Why it is here.
    pub why: Located<String>,
    /// A nudge.
    pub hint: Located<String>,
    /// Asks for one's own line.
    pub own: Located<String>,
    /// Asks which voice is nearest to it.
    pub near: Located<String>,
    /// Before one's own words, so that they are told from theirs.
    pub you: Located<String>,
    /// None of them.
    pub none: Located<String>,
    /// Asks for a voice to try.
    pub attempt: Located<String>,
    /// One's own line, as it was written.
    pub mine: Located<String>,
    /// Asks how they may take one's own line.
    pub taken: Located<String>,
    /// One's own line in a word or two, on the map of the talk.
    pub own_short: Located<String>,
    /// Their answer to one's own line was one's own guess.
    pub own_taken: Located<String>,
    /// How it landed: `{lands}`.
    pub landed: Located<String>,
    /// The names of the voices.
    pub voices: Voices,
    /// Nothing was said.
    pub waits: Located<String>,
    /// The same in a word or two, on the map of the talk.
    pub waited: Located<String>,
    /// In the water: `{supporter}`.
    pub hand: Located<String>,
    /// What now.
    pub then: Located<String>,
    /// On to the next turn.
    pub on: Located<String>,
    /// Look inside them.
    pub inside: Located<String>,
    /// The same turn once more, another way.
    pub again: Located<String>,
    /// What goes on inside them: `{feelings}`, `{needs}`, `{thought}`.
    pub inner: Located<String>,
}

/// How the voices are called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voices {
    /// Explains oneself.
    pub defend: Called,
    /// Offers something to do.
    pub fix: Called,
    /// Hurries to sorry.
    pub rush: Called,
    /// Gives back what was heard.
    pub give_back: Called,
}

impl Voices {
    /// How the voice of a style is called.
    #[must_use]
    pub const fn of(&self, style: Style) -> &Called {
        match style {
            Style::Defend => &self.defend,
            Style::Fix => &self.fix,
            Style::Rush => &self.rush,
            Style::GiveBack => &self.give_back,
        }
    }
}

/// How a voice is called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Called {
    /// In a word or two, on the map of the talk.
    pub short: Located<String>,
    /// In a sentence, once it has spoken.
    pub said: Located<String>,
    /// At the end, if it spoke once, twice, and more often than that.
    pub told: [Located<String>; 3],
}

/// Sentences after the last turn.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// Title.
    pub title: Located<String>,
    /// Why it is here.
    pub why: Located<String>,
    /// Somebody who gave back what they heard at least twice has stayed.
    pub stayed: Located<String>,
    /// What if: asks whether to go back to a turn.
    pub what_if: Located<String>,
    /// Back to a turn: `{n}`, `{cue}`.
    pub back: Located<String>,
    /// On to the end.
    pub on: Located<String>,
}
