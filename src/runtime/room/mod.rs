//! Two terminals in one room: the stage tells its notes, and whoever follows sends moves back.
//!
//! Both speak in lines through a socket for their owner alone: notes as JSON one way, moves by their names the other.
//! Whatever waits there waits on a thread of its own, so neither terminal ever waits for the other.

mod follow;
mod host;
#[cfg(test)]
mod tests;

pub use follow::Follower;
pub use host::Host;

use std::io::{self, Read as _};
use std::os::unix::net::UnixStream;

/// Reads a line of at most so many bytes; None at the end, or where one is longer.
fn line(from: &mut Lines, longest: usize) -> io::Result<Option<String>> {
    loop {
        if let Some(end) = from.ahead.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = from.ahead.drain(..=end).collect();
            let line = String::from_utf8_lossy(&line);
            return Ok(Some(line.trim_end().to_owned()));
        }
        if from.ahead.len() > longest {
            return Ok(None);
        }
        let mut chunk = [0; 4096];
        match from.stream.read(&mut chunk) {
            Ok(0) => return Ok(None),
            Ok(length) => from
                .ahead
                .extend_from_slice(chunk.get(..length).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Lines out of a socket.
struct Lines {
    stream: UnixStream,
    ahead: Vec<u8>,
}

impl Lines {
    const fn of(stream: UnixStream) -> Self {
        Self {
            stream,
            ahead: Vec::new(),
        }
    }
}
