//! The talk of a rehearsal: who speaks, in which turns, and what the voices are called.

use super::Id;

/// The talk of a rehearsal.
#[derive(Debug, Clone)]
pub struct Talk {
    /// Who one is in the story, and who answers.
    pub cast: [String; 2],
    /// The steps of its turns.
    pub turns: Vec<Id>,
    /// The voices by their options, each in a word or two.
    pub voices: Vec<(Id, String)>,
    /// Nothing was said, in a word or two.
    pub waited: String,
    /// One's own line was said, in a word or two.
    pub own_line: String,
    /// Whether it was built from somebody real: who is in it is never written down beside it.
    pub own: bool,
}
