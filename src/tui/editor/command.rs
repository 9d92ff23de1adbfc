//! What a field can be told to do, and what came of it.

/// What can be done in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command<'a> {
    /// Types one character.
    Insert(char),
    /// Puts in cleaned text as one edit; in a single line its line ends become spaces.
    Paste(&'a str),
    /// Begins a new line; does nothing in a single line.
    Newline,
    /// Erases the grapheme before the cursor.
    Backspace,
    /// Erases the grapheme behind the cursor.
    Delete,
    /// Erases back to the start of a word.
    DeleteWordLeft,
    /// Erases up to the end of a word.
    DeleteWordRight,
    /// Erases back to the start of the visual row.
    KillToStart,
    /// Erases up to the end of the visual row.
    KillToEnd,
    /// One grapheme back.
    Left,
    /// One grapheme on.
    Right,
    /// Back to the start of a word.
    WordLeft,
    /// On to the end of a word.
    WordRight,
    /// One visual row up, or to the text's start from the first.
    Up,
    /// One visual row down, or to the text's end from the last.
    Down,
    /// Up by what the area shows, less one row.
    PageUp,
    /// Down by what the area shows, less one row.
    PageDown,
    /// To the start of the visual row.
    Home,
    /// To the end of the visual row.
    End,
    /// To the start of the text.
    First,
    /// To the end of the text.
    Last,
    /// Takes back the last group of changes.
    Undo,
    /// Does again what was taken back last.
    Redo,
}

/// What a command came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing: there was nothing to erase, nowhere to go.
    Idle,
    /// The cursor moved, the text is the same.
    Moved,
    /// The text changed.
    Changed,
    /// The limit was met: what fitted was put in, the rest was left out and should be told of.
    Full,
}
