//! What the engine asks of the world. The runtime performs these; the engine never does.

use crate::content::Id;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Save the crossing: something worth keeping changed.
    Save,
    /// Remove what was saved of this crossing: saving was switched off.
    Unsave,
    /// Send [`Event::Elapsed`](super::Event::Elapsed) after so many seconds, if this page is still there.
    Deadline {
        /// Seconds from now.
        seconds: u16,
    },
    /// Draw one of these options by chance, the first one as often as all others together, and send it as
    /// [`Event::Came`](super::Event::Came) for the ask. Which of them were chosen unseen can't be told from it.
    Draw {
        /// The ask that shows it.
        ask: Id,
        /// The options that may come, the largest first; never empty.
        options: Vec<Id>,
    },
    /// Show a page of reading beside the step.
    Open(Pane),
    /// Save what is open, and leave.
    Leave,
    /// Rewrite the file as header and kept items.
    Land,
    /// There is nothing more to do here.
    End,
}

/// A page of reading that can be opened beside any step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// Why this step is here.
    Why,
    /// A nudge.
    Hint,
    /// A worked example.
    Example,
    /// Words for feelings and for what matters.
    Words,
    /// Every action and its key.
    Help,
    /// How much of the light is left, in minutes: only for those who ask.
    Light,
    /// Safety, and where help is.
    Safety,
    /// What floe is and where it comes from.
    About,
}
