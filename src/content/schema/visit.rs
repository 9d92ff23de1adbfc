//! A return visit: how each sees what became of an agreement, and which floe that opens.

use serde::{Deserialize, Serialize};

/// How one person sees what became of an agreement (design: domain 2.7). All of them look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// It was kept.
    Kept,
    /// A part of it was.
    Part,
    /// It broke.
    Broken,
    /// It is to be changed.
    Change,
    /// The two remember it differently.
    Differently,
    /// It is too early to say.
    NotYet,
}

impl View {
    /// Every one of them.
    pub const ALL: [Self; 6] = [
        Self::Kept,
        Self::Part,
        Self::Broken,
        Self::Change,
        Self::Differently,
        Self::NotYet,
    ];

    /// Its stable name: the id of its option in content, and its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Part => "part",
            Self::Broken => "broken",
            Self::Change => "change",
            Self::Differently => "differently",
            Self::NotYet => "not_yet",
        }
    }
}

/// What makes a floe of a return visit walked: once for every agreement of which it holds, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Path {
    /// It is an offer that still waits for a yes. Comes before what its mark opens.
    Offer,
    /// It was marked as kept.
    Kept,
    /// It was marked as kept in part.
    Part,
    /// It was marked as broken.
    Broken,
    /// It was marked as one to change, or a wish to change it was left before.
    Change,
    /// It was marked as remembered differently.
    Differently,
    /// Never opened by a mark: the other paths lead here to write it anew.
    Anew,
}

/// Something that holds of the agreement a path is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Standing {
    /// Anywhere: at least one agreement was brought along.
    Any,
    /// It waits for a yes.
    Offered,
    /// The one who has the floor promised it; alone, the person who is here.
    Mine,
    /// The other one promised it.
    Theirs,
    /// A wish to change it was left on an earlier visit.
    Wished,
    /// It was marked as broken on two earlier visits, and nobody was pointed to help for it yet.
    BrokenTwice,
}

/// A piece of the agreement a path is about, for showing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Piece {
    /// What is promised, as it stands.
    Text,
    /// What happens instead.
    Instead,
    /// Until which day.
    Until,
    /// How both would see it.
    SeenBy,
    /// What it looks after.
    LooksAfter,
    /// If this, then that.
    IfThen,
    /// A new version that waits for two yeses.
    Offered,
    /// The wish to change it.
    Wish,
}
