//! The floor: the least a program on a terminal can do. It takes the terminal, paints a line, echoes each key and leaves.

use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use std::io::{Read as _, Write as _};

/// What it was called with, when this program is to be the floor and not the one that measures.
pub(crate) const CALLED: &str = "--floor";

/// Leaves with Ctrl+Q, as floe does.
const LEAVE: u8 = 0x11;

pub(crate) fn run() -> std::io::Result<()> {
    let (mut keys, mut screen) = (std::io::stdin().lock(), std::io::stdout().lock());
    let found = tcgetattr(&keys)?;
    let mut raw = found.clone();
    raw.make_raw();
    tcsetattr(&keys, OptionalActions::Now, &raw)?;
    screen.write_all(b"\x1b[?1049hThe floor.\r\n")?;
    screen.flush()?;
    let mut key = [0; 4096];
    'keys: loop {
        let length = keys.read(&mut key)?;
        for key in key.iter().take(length) {
            if *key == LEAVE {
                break 'keys;
            }
            screen.write_all(&[*key])?;
        }
        screen.flush()?;
        if length == 0 {
            break;
        }
    }
    screen.write_all(b"\x1b[?1049l")?;
    screen.flush()?;
    tcsetattr(&keys, OptionalActions::Flush, &found)?;
    Ok(())
}
