//! A text as lines, in memory that doesn't grow with them.

use std::io::{self, BufRead};

/// Most characters of a line that are looked at.
pub(super) const LONGEST: usize = 65_536;
/// As many bytes hold them, whatever they are.
const ROOM: usize = LONGEST * 4;

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its characters, at most [`LONGEST`]; U+FFFD for what isn't UTF-8.
    pub(super) text: String,
    /// Whether there was more of it.
    pub(super) cut: bool,
    /// Whether some of it wasn't UTF-8.
    pub(super) replaced: bool,
}

/// The lines of a text. A byte order mark before the first is left out.
pub(super) struct Lines<R> {
    input: R,
    at_start: bool,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn of(input: R) -> Self {
        Self {
            input,
            at_start: true,
            ended: false,
        }
    }

    /// The next one; `None` after the last.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let mut any = false;
        let mut over = false;
        while !self.ended && !over {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            self.ended = chunk.is_empty();
            any |= !chunk.is_empty();
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let own = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or_default();
            // One more than there is room for tells that there was more; a line end of two bytes is one.
            let room = ROOM + 2 - bytes.len();
            bytes.extend(own.iter().take(room));
            over = end.is_some();
            let taken = own.len() + usize::from(over);
            self.input.consume(taken);
        }
        let at_start = std::mem::take(&mut self.at_start);
        Ok(any.then(|| line(bytes, at_start)))
    }
}

fn line(mut bytes: Vec<u8>, at_start: bool) -> Line {
    bytes.pop_if(|last| *last == b'\r');
    let more = bytes.len() > ROOM;
    bytes.truncate(ROOM);
    let misread = std::str::from_utf8(&bytes).err();
    // Half a character where the line was cut is no mistake of the text's.
    let replaced = misread.is_some_and(|error| !more || error.error_len().is_some());
    let mut text = String::from_utf8(bytes)
        .unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned());
    if at_start && text.starts_with('\u{feff}') {
        text.remove(0);
    }
    let end = text.char_indices().nth(LONGEST).map(|(end, _)| end);
    text.truncate(end.unwrap_or(text.len()));
    Line {
        text,
        cut: more || end.is_some(),
        replaced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<(String, bool, bool)> {
        // A small buffer, so that lines and line ends fall over its edges.
        let mut lines = Lines::of(io::BufReader::with_capacity(3, bytes));
        let mut all = Vec::new();
        while let Some(line) = lines.next().expect("bytes in memory") {
            all.push((line.text, line.cut, line.replaced));
        }
        assert!(lines.next().expect("bytes in memory").is_none());
        all
    }

    fn texts(bytes: &[u8]) -> Vec<String> {
        read(bytes).into_iter().map(|(text, ..)| text).collect()
    }

    #[test]
    fn line_ends_of_two_systems_and_a_mark_before_the_first_are_left_out() {
        assert_eq!(texts(b""), [""; 0]);
        assert_eq!(texts(b"\n"), [""]);
        assert_eq!(
            texts("\u{feff}one\r\n\r\ntwo\nthr\ree".as_bytes()),
            ["one", "", "two", "thr\ree"]
        );
        assert_eq!(texts("a\n\u{feff}b\n".as_bytes()), ["a", "\u{feff}b"]);
    }

    #[test]
    fn what_is_no_text_is_replaced_and_told() {
        assert_eq!(
            read(b"a\xffb\nc\0d\n\xe2\x82"),
            [
                ("a\u{fffd}b".to_owned(), false, true),
                ("c\0d".to_owned(), false, false),
                ("\u{fffd}".to_owned(), false, true)
            ]
        );
    }

    #[test]
    fn a_line_is_cut_at_the_limit_and_not_before() {
        for letter in ["a", "é", "冰", "😀"] {
            for end in ["", "\n", "\r\n"] {
                let whole = letter.repeat(LONGEST);
                let told = read(format!("{whole}{end}").as_bytes());
                assert_eq!(told, [(whole.clone(), false, false)], "{letter} {end:?}");
                let told = read(format!("{whole}{letter}{end}b").as_bytes());
                let first = told.first().expect("a line");
                assert_eq!(first, &(whole, true, false), "{letter} {end:?}");
                assert_eq!(told.len(), 1 + usize::from(!end.is_empty()));
            }
        }
    }

    #[test]
    fn a_huge_line_takes_no_more_room_than_the_limit() {
        let mut lines = Lines::of(io::BufReader::new(io::Read::take(
            io::repeat(b'a'),
            50_000_000,
        )));
        let line = lines.next().expect("bytes in memory").expect("a line");
        assert_eq!((line.text.len(), line.cut), (LONGEST, true));
        assert!(line.text.capacity() <= 2 * ROOM, "{}", line.text.capacity());
    }
}
