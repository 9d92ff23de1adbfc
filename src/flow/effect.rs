//! What the engine asks of the world. The runtime performs these; the engine never does.

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
    /// The language mirror.
    Mirror,
    /// Every action and its key.
    Help,
    /// Safety, and where help is.
    Safety,
    /// What floe is and where it comes from.
    About,
}
