//! A line out of a pipe or a file: bytes up to the newline, of any length up to the limit.

use std::borrow::Cow;
use std::mem;

use super::read::{LONGEST, Step};

/// Bytes set aside for a line, so that a passphrase is not copied about while it grows.
const ROOM: usize = 1024;

/// The bytes since the last newline.
#[derive(Default)]
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
        if self.bytes.capacity() == 0 {
            self.bytes.reserve(ROOM);
        }
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

#[cfg(test)]
mod tests {
    use std::io::{self, PipeReader, Write as _};
    use std::os::fd::OwnedFd;
    use std::sync::Arc;
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::SIGURG;
    use signal_hook::low_level::raise;

    use crate::line::read::{Echo, LONGEST, Read, Reader};
    use crate::runtime::signals::Signals;

    fn reader(input: PipeReader, signals: &[i32]) -> Reader {
        let signals = Signals::to(signals).unwrap();
        Reader::new(OwnedFd::from(input), Arc::new(signals)).unwrap()
    }

    /// A reader over a pipe into which these bytes were written.
    fn piped(bytes: &[u8], signals: &[i32]) -> Reader {
        let (input, mut output) = io::pipe().unwrap();
        let bytes = bytes.to_vec();
        thread::spawn(move || output.write_all(&bytes));
        reader(input, signals)
    }

    fn next(reader: &mut Reader) -> Read {
        reader.line(Echo::Shown, &mut |_| {}).unwrap()
    }

    #[test]
    fn a_pipe_gives_lines_of_every_kind_and_then_its_end() {
        let mut reader = piped(b"one\r\n\n\xfftwo\t\x1b[A\nr\rest", &[]);
        assert_eq!(next(&mut reader), Read::Line("one".to_owned()));
        assert_eq!(next(&mut reader), Read::Line(String::new()));
        assert_eq!(
            next(&mut reader),
            Read::Line("\u{fffd}two\t\x1b[A".to_owned())
        );
        assert_eq!(next(&mut reader), Read::End("r\rest".to_owned()));
        assert_eq!(next(&mut reader), Read::End(String::new()));
    }

    #[test]
    fn a_pipe_is_cut_only_at_the_limit_and_says_so() {
        let mut bytes = vec![b'a'; LONGEST];
        bytes.extend_from_slice(b"\nb");
        bytes.extend(vec![b'c'; LONGEST]);
        bytes.extend_from_slice(b"\nd\n");
        let mut reader = piped(&bytes, &[]);
        assert_eq!(next(&mut reader), Read::Line("a".repeat(LONGEST)));
        assert!(!reader.was_cut());
        let Read::Line(text) = next(&mut reader) else {
            panic!("no line")
        };
        assert_eq!((text.len(), reader.was_cut()), (LONGEST, true));
        assert_eq!(next(&mut reader), Read::Line("d".to_owned()));
        assert!(!reader.was_cut());
    }

    #[test]
    fn half_a_line_in_a_pipe_is_handed_out_too() {
        let (input, mut output) = io::pipe().unwrap();
        output.write_all(b"half").unwrap();
        let mut output = Some(output);
        let mut reader = reader(input, &[]);
        let mut halves = Vec::new();
        let read = reader.line(Echo::Hidden, &mut |half| {
            halves.push(half.to_owned());
            output = None;
        });
        assert_eq!(read.unwrap(), Read::End("half".to_owned()));
        assert_eq!(halves, ["half"]);
    }

    #[test]
    fn nobody_waits_for_a_bell_at_a_pipe() {
        let (input, mut output) = io::pipe().unwrap();
        let mut reader = reader(input, &[]);
        reader.ring_after(&[Duration::ZERO]);
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(50));
            output.write_all(b"a\n")
        });
        let read = reader.line_or_ring(Echo::Shown, true, &mut |_| {});
        assert_eq!(read.unwrap(), Read::Line("a".to_owned()));
    }

    #[test]
    fn a_signal_comes_between_lines_that_never_stop() {
        let mut reader = piped(b"a\nb\nc", &[SIGURG]);
        assert_eq!(next(&mut reader), Read::Line("a".to_owned()));
        raise(SIGURG).unwrap();
        assert_eq!(next(&mut reader), Read::Signal(SIGURG, "b".to_owned()));
        assert_eq!(next(&mut reader), Read::End("c".to_owned()));
    }
}
