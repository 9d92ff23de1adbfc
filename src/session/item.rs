//! What a crossing leaves behind: the items listed at the landing.

use super::{Agreement, Mark, Seat, Turn};
use crate::content::Id;
use serde::{Deserialize, Serialize};

/// One thing that can be kept or melt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Stable within its crossing.
    pub id: String,
    /// The step it was written on.
    pub step: Id,
    /// Who wrote it; the first of them if both did.
    pub seat: Seat,
    /// Whether it belongs to both.
    #[serde(default)]
    pub shared: bool,
    /// What it is.
    pub kind: ItemKind,
    /// A short name, from the content.
    #[serde(default)]
    pub label: Option<String>,
    /// The thing itself.
    pub substance: Substance,
}

/// What an item is; the kind decides what happens to it unless its people choose otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// An agreement, or one to offer.
    Agreement,
    /// What becomes of an agreement.
    Turn,
    /// How somebody sees an agreement.
    Mark,
    /// A thank-you.
    Thanks,
    /// When to look again.
    LookAgain,
    /// The sentence to take along.
    Carry,
    /// A card for a talk to come: a line for each part of it, its name and a colon before the words.
    Card,
    /// A memory of what happened.
    Memory,
    /// Words imagined for the other.
    Guess,
    /// What helped in a hand.
    Hand,
    /// Any other words.
    Words,
    /// Something chosen or picked.
    Chosen,
}

impl ItemKind {
    /// Every kind, in the order of the list at the landing.
    pub const ALL: [Self; 12] = [
        Self::Agreement,
        Self::Turn,
        Self::Mark,
        Self::Thanks,
        Self::LookAgain,
        Self::Carry,
        Self::Card,
        Self::Memory,
        Self::Guess,
        Self::Hand,
        Self::Words,
        Self::Chosen,
    ];

    /// Whether it is kept unless somebody chooses otherwise (product: "What is kept").
    #[must_use]
    pub const fn kept_by_default(self) -> bool {
        matches!(
            self,
            Self::Agreement
                | Self::Turn
                | Self::Mark
                | Self::Thanks
                | Self::LookAgain
                | Self::Carry
                | Self::Card
                | Self::Memory
        )
    }

    /// The stable name used in JSON and as the key of its word in content.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Turn => "turn",
            Self::Mark => "mark",
            Self::Thanks => "thanks",
            Self::LookAgain => "look_again",
            Self::Carry => "carry",
            Self::Card => "card",
            Self::Memory => "memory",
            Self::Guess => "guess",
            Self::Hand => "hand",
            Self::Words => "words",
            Self::Chosen => "chosen",
        }
    }
}

/// The thing itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Substance {
    /// Words, as they were written.
    Text(String),
    /// Words that were chosen or picked.
    Chosen(Vec<String>),
    /// An agreement, or a new version of one.
    Agreement(Box<Agreement>),
    /// How somebody sees an agreement.
    Mark(Mark),
    /// What becomes of one.
    Turn(Turn),
}
