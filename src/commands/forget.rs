//! `floe forget`: erase rivers or crossings from this computer.

use super::{Desk, Failure};
use crate::words::Key;
use std::io::{self, BufRead, Write};

pub(super) fn run(
    desk: &Desk,
    ids: &[String],
    all: bool,
    yes: bool,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words = desk.words();
    let fail = |error: io::Error| Failure::out(words, &error);
    let shelf = |error| Failure::shelf(words, &error);
    let ids = if all {
        desk.shelves.ids().map_err(shelf)?
    } else {
        ids.to_vec()
    };
    if ids.is_empty() {
        writeln!(out, "{}", words.say(Key::NoRivers, &[])).map_err(fail)?;
        return Ok(0);
    }
    for id in &ids {
        desk.shelves.knows(id).map_err(shelf)?;
    }
    if !yes {
        let (what, word) = (ids.join(", "), words.say(Key::ForgetWord, &[]));
        writeln!(
            out,
            "{}",
            words.say(Key::ForgetAsk, &[("what", &what), ("word", &word)])
        )
        .map_err(fail)?;
        write!(out, "[line] > ")
            .and_then(|()| out.flush())
            .map_err(fail)?;
        let mut typed = String::new();
        io::stdin().lock().read_line(&mut typed).map_err(fail)?;
        if typed.trim() != word {
            writeln!(out, "{}", words.say(Key::ForgetStopped, &[])).map_err(fail)?;
            return Ok(0);
        }
    }
    for id in &ids {
        desk.shelves.forget(id).map_err(shelf)?;
    }
    writeln!(out, "{}", words.say(Key::Forgotten, &[])).map_err(fail)?;
    Ok(0)
}
