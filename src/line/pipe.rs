//! A line out of a pipe or a file: bytes up to the newline, of any length up to the limit.

use std::borrow::Cow;
use std::mem;

use super::read::{LONGEST, Step};

/// The bytes since the last newline.
#[derive(Debug, Default)]
pub(super) struct Piped {
    bytes: Vec<u8>,
    cut: bool,
}

impl Piped {
    /// What has come of the line, with U+FFFD for what isn't UTF-8.
    pub(super) fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// Grows with every change of the text, within one line.
    pub(super) fn edits(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// Takes up bytes to the end of the line and returns how many there were.
    pub(super) fn take_up(&mut self, bytes: &[u8]) -> (usize, Step) {
        let (line, taken, step) = match bytes.iter().position(|byte| *byte == b'\n') {
            Some(end) => (bytes.get(..end), end + 1, Step::Line),
            None => (Some(bytes), bytes.len(), Step::More),
        };
        let line = line.unwrap_or_default();
        let room = LONGEST - self.bytes.len();
        self.cut |= line.len() > room;
        self.bytes.extend(line.iter().take(room));
        if step == Step::Line && !self.cut {
            self.bytes.pop_if(|last| *last == b'\r');
        }
        (taken, step)
    }

    /// Hands the line over with whether its end was dropped, and begins an empty one.
    pub(super) fn take(&mut self) -> (String, bool) {
        let text = String::from_utf8(mem::take(&mut self.bytes))
            .unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned());
        (text, mem::take(&mut self.cut))
    }
}
