//! Two people at one keyboard: who answers what is asked, and whose answer is shown.

use serde::Deserialize;

/// Who answers when two share the keyboard. Alone, everything is answered by the one who is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum By {
    /// Both, in the open; either of them types.
    #[default]
    Together,
    /// Each on a turn of their own, behind a curtain.
    Each,
    /// The one who has the floor: who talks, doubts, says sorry or offers.
    Speaker,
    /// The other one.
    Listener,
    /// The one in the water.
    InWater,
    /// The one on the ice, who reaches.
    OnIce,
}

/// Whose answer is shown. On a page of both, `Me` is the first of them and `Other` the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Whose {
    /// Of the one whose page it is.
    Me,
    /// Of the other one.
    Other,
    /// Of the one who has the floor.
    Speaker,
    /// Of the one who listens.
    Listener,
}
