//! A line as it is being typed: what every byte from a terminal does to it, and what of that
//! the terminal is to show. Nothing here touches a terminal.

use std::mem;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::read::{LONGEST, Step};

pub(super) const CTRL_D: u8 = 0x04;
const CTRL_U: char = '\x15';
const CTRL_W: char = '\x17';
const CTRL_Z: char = '\x1a';
const ESCAPE: char = '\x1b';
const BACKSPACE: char = '\x08';
const DELETE: char = '\x7f';

/// Takes one cell back, the way the kernel does it in a line of its own.
const UNSHOW: &str = "\x08 \x08";

/// Bytes set aside for a line, so that a passphrase is not copied about while it grows.
const ROOM: usize = 1024;

/// The line so far and the keys that have only half arrived.
#[derive(Default)]
pub(super) struct Typed {
    text: String,
    edits: u64,
    cut: bool,
    half: Vec<u8>,
    escape: Escape,
    returned: bool,
}

impl Typed {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Grows with every change of the text.
    pub(super) fn edits(&self) -> u64 {
        self.edits
    }

    /// Hands the line over with whether its end was dropped, and begins an empty one.
    pub(super) fn take(&mut self) -> (String, bool) {
        let text = mem::replace(&mut self.text, String::with_capacity(ROOM));
        (text, mem::take(&mut self.cut))
    }

    /// Drops a key whose rest never came: Esc pressed alone must not eat the next letter.
    pub(super) fn forget_half_a_key(&mut self) {
        self.half.clear();
        self.escape = Escape::None;
        self.returned = false;
    }

    /// Takes one byte up and adds to `shown` what the terminal is to print for it.
    pub(super) fn press(&mut self, byte: u8, shown: &mut String) -> Step {
        self.half.push(byte);
        match str::from_utf8(&self.half) {
            Ok(whole) => {
                let key = whole.chars().next();
                self.half.clear();
                key.map_or(Step::More, |key| self.key(key, shown))
            }
            Err(broken) if broken.error_len().is_none() => Step::More,
            Err(_) => {
                let started = self.half.len() > 1;
                self.half.clear();
                let step = self.key(char::REPLACEMENT_CHARACTER, shown);
                // The byte that broke a letter off may begin a key of its own.
                if started {
                    self.press(byte, shown)
                } else {
                    step
                }
            }
        }
    }

    fn key(&mut self, key: char, shown: &mut String) -> Step {
        let Some(key) = self.escape.pass(key) else {
            return Step::More;
        };
        // A line pasted from elsewhere may end in both: that is one Enter.
        let returned = mem::replace(&mut self.returned, key == '\r');
        match key {
            '\n' if returned => {}
            '\r' | '\n' => return Step::Line,
            // As the kernel does: it hands over what is there, and nothing there is the end.
            _ if key == char::from(CTRL_D) && self.text.is_empty() => return Step::End,
            _ if key == char::from(CTRL_D) => return Step::Line,
            CTRL_Z => return Step::Suspend,
            BACKSPACE | DELETE => self.erase(self.last_grapheme(), shown),
            CTRL_W => self.erase(self.last_word(), shown),
            CTRL_U => self.erase(0, shown),
            '\t' => self.insert(' ', shown),
            _ if key.is_control() => {}
            _ => self.insert(key, shown),
        }
        Step::More
    }

    fn insert(&mut self, letter: char, shown: &mut String) {
        if self.text.len() + letter.len_utf8() > LONGEST {
            self.cut = true;
            return;
        }
        if self.text.capacity() == 0 {
            self.text.reserve(ROOM);
        }
        self.text.push(letter);
        self.edits += 1;
        shown.push(letter);
    }

    fn erase(&mut self, from: usize, shown: &mut String) {
        let Some(gone) = self.text.get(from..).filter(|gone| !gone.is_empty()) else {
            return;
        };
        shown.push_str(&UNSHOW.repeat(gone.width()));
        self.text.truncate(from);
        self.edits += 1;
        self.cut &= from > 0;
    }

    fn last_grapheme(&self) -> usize {
        let last = self.text.grapheme_indices(true).next_back();
        last.map_or(0, |(start, _)| start)
    }

    fn last_word(&self) -> usize {
        let mut letters = self.text.trim_end().char_indices();
        letters
            .rfind(|(_, letter)| letter.is_whitespace())
            .map_or(0, |(start, gap)| start + gap.len_utf8())
    }
}

/// How far into an escape sequence (an arrow key, say) the keys have come.
#[derive(Debug, Default, Clone, Copy)]
enum Escape {
    #[default]
    None,
    /// ESC has come.
    Begun,
    /// `ESC [` has come, which the Linux console follows with a second bracket for F1 to F5.
    Bracket,
    /// Parameters have come too; a letter ends it.
    Parameters,
    /// One more letter, whatever it is, ends it.
    Letter,
}

impl Escape {
    /// Swallows what belongs to a sequence and passes every other key on.
    fn pass(&mut self, key: char) -> Option<char> {
        let (next, passed) = match (*self, key) {
            (_, ESCAPE) => (Self::Begun, None),
            (Self::None, _) => (Self::None, Some(key)),
            (Self::Begun, '[') => (Self::Bracket, None),
            (Self::Begun, 'O') | (Self::Bracket, '[') => (Self::Letter, None),
            // No sequence holds a control character: Enter after half a sequence is Enter.
            (_, _) if key.is_control() => (Self::None, Some(key)),
            (Self::Begun | Self::Letter, _) => (Self::None, None),
            (Self::Bracket | Self::Parameters, ' '..='?') => (Self::Parameters, None),
            (Self::Bracket | Self::Parameters, '@'..='~') => (Self::None, None),
            (Self::Bracket | Self::Parameters, _) => (Self::None, Some(key)),
        };
        *self = next;
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types the bytes and returns the lines they make, what is left over, and all that was shown.
    fn typed(bytes: &[u8]) -> (Vec<String>, String, String) {
        let mut line = Typed::default();
        let (mut lines, mut shown) = (Vec::new(), String::new());
        for &byte in bytes {
            if line.press(byte, &mut shown) == Step::Line {
                lines.push(line.take().0);
            }
        }
        (lines, line.take().0, shown)
    }

    fn left(text: &str) -> String {
        typed(text.as_bytes()).1
    }

    #[test]
    fn letters_of_every_width_are_kept_and_shown_as_typed() {
        let (_, left, shown) = typed("Hej, 你好 👨‍👩‍👧 e\u{301}".as_bytes());
        assert_eq!(left, "Hej, 你好 👨‍👩‍👧 e\u{301}");
        assert_eq!(shown, left);
    }

    #[test]
    fn return_newline_and_both_at_once_each_end_one_line() {
        let (lines, left, _) = typed(b"a\rb\nc\r\nd\r\re");
        assert_eq!(lines, ["a", "b", "c", "d", ""]);
        assert_eq!(left, "e");
    }

    #[test]
    fn backspace_takes_what_is_seen_as_one_letter_and_its_cells() {
        for (letter, cells) in [("a", 1), ("你", 2), ("e\u{301}", 1), ("👨‍👩‍👧", 2), ("🇸🇪", 2)]
        {
            let (_, left, shown) = typed(format!("x{letter}\x7f").as_bytes());
            assert_eq!(left, "x", "{letter}");
            assert_eq!(shown, format!("x{letter}{}", UNSHOW.repeat(cells)));
        }
        assert_eq!(typed(b"\x7f\x08").2, "", "nothing to take back");
    }

    #[test]
    fn words_and_the_whole_line_can_be_taken_back() {
        assert_eq!(left("one two  \x17"), "one ");
        assert_eq!(left("one\x17"), "");
        assert_eq!(left("one\u{a0}två\x17"), "one\u{a0}");
        assert_eq!(left("one 你好\x15three"), "three");
        assert_eq!(
            typed("你a\x15".as_bytes()).2,
            format!("你a{}", UNSHOW.repeat(3))
        );
    }

    #[test]
    fn escape_sequences_are_swallowed_whole() {
        assert_eq!(left("a\x1b[Ab\x1bOPc\x1b[1;5Dd\x1b[3~e\x1b[[Af"), "abcdef");
        assert_eq!(left("\x1b[200~pasted\x1b[201~"), "pasted");
        assert_eq!(left("\x1båb"), "b", "Alt and a letter");
        assert_eq!(left("\x1b\x1b[Ab"), "b");
        assert_eq!(typed(b"a\x1b[\rb").0, ["a"], "Enter is Enter");
    }

    #[test]
    fn a_key_that_stays_half_can_be_forgotten() {
        let mut line = Typed::default();
        let mut shown = String::new();
        line.press(0x1b, &mut shown);
        line.forget_half_a_key();
        line.press(b'O', &mut shown);
        line.press(b'h', &mut shown);
        line.press(0xe4, &mut shown);
        line.forget_half_a_key();
        line.press(b'!', &mut shown);
        assert_eq!(line.text(), "Oh!");
    }

    #[test]
    fn control_characters_leave_no_trace_and_a_tab_is_a_space() {
        let (_, left, shown) = typed("a\x00\x01\x07b\tc\u{9b}\u{85}d".as_bytes());
        assert_eq!(left, "ab cd");
        assert_eq!(shown, "ab cd");
    }

    #[test]
    fn broken_utf8_becomes_the_replacement_and_eats_nothing() {
        assert_eq!(
            typed(b"a\xe4b\xff\xe4\xbdc").1,
            "a\u{fffd}b\u{fffd}\u{fffd}c"
        );
        assert_eq!(typed(b"a\xe4\rb").0, ["a\u{fffd}"]);
    }

    #[test]
    fn control_d_hands_over_what_is_there_and_ends_an_empty_line() {
        let mut line = Typed::default();
        let mut shown = String::new();
        assert_eq!(line.press(CTRL_D, &mut shown), Step::End);
        line.press(b'a', &mut shown);
        assert_eq!(line.press(CTRL_D, &mut shown), Step::Line);
        assert_eq!(line.take(), ("a".to_owned(), false));
        assert_eq!(line.press(0x1a, &mut shown), Step::Suspend);
    }

    #[test]
    fn the_longest_line_is_kept_up_to_its_limit_and_says_so() {
        let mut line = Typed::default();
        let mut shown = String::new();
        for _ in 0..LONGEST + 5 {
            line.press(b'a', &mut shown);
        }
        let (text, cut) = line.take();
        assert_eq!((text.len(), cut, shown.len()), (LONGEST, true, LONGEST));
        assert!(!line.take().1, "the next line is whole again");
    }

    #[test]
    fn only_a_change_of_the_text_counts_as_an_edit() {
        let mut line = Typed::default();
        for (key, edits) in [
            ("\x1b[A", 0),
            ("\x7f", 0),
            ("a", 1),
            ("\x7f", 2),
            ("\x15", 2),
        ] {
            for &byte in key.as_bytes() {
                line.press(byte, &mut String::new());
            }
            assert_eq!(line.edits(), edits, "{key:?}");
        }
    }
}
