//! The page was changed from outside while a line was waited for: it is printed once more, and what was typed stays.

use super::half::{half, has_words};
use super::read::Reader;
use super::run::{Outcome, Walk, echo_on, walk};
use crate::flow::Page;
use crate::runtime::{Bell, Guide};
use crate::words::Key;
use std::io::{self, Write};

/// Walks a guide as [`run`](super::run) does, with pages that change when the bell rings.
///
/// # Errors
/// When nothing can be read or printed any more.
pub fn watch(
    guide: &mut dyn Guide,
    reader: &mut Reader,
    bell: &Bell,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    hear(bell, reader)?;
    walk(guide, reader, true, out)
}

/// From now on the bell ends the wait for a line that hears it.
pub(super) fn hear(bell: &Bell, reader: &mut Reader) -> io::Result<()> {
    let (door, hammer) = io::pipe()?;
    reader.knocked_at(door.into());
    bell.hang(move || {
        // Nobody may be waiting any more.
        let _ = (&hammer).write(&[1]);
    });
    Ok(())
}

impl Walk<'_> {
    /// Somebody knocked: what is new is said in a row of its own and the page printed, with the line as far as it has
    /// come.
    pub(super) fn knocked(&mut self, page: &Page) -> io::Result<()> {
        self.goes_on = true;
        let is_begun = has_words(&page.ask) && !self.so_far.is_empty();
        let typed = is_begun.then(|| half(&self.so_far, self.standing.as_deref(), self.long, ""));
        let Some(reaction) = self.guide.look_up(typed.as_deref()) else {
            return Ok(());
        };
        self.printer.row_ended(false)?;
        let now = self.guide.page();
        if now.key != page.key {
            self.so_far.clear();
            self.long = false;
            self.standing = self.guide.half_typed();
        }
        if reaction.told == Some(Key::WorkshopBefore) {
            self.reader.forget();
        }
        if let Some(key) = reaction.told {
            self.say(key, &[])?;
        }
        self.look_for_light(None);
        self.printer.anew();
        self.printer.page(self.guide)?;
        let lines = Some(self.so_far.clone()).filter(|lines| !lines.is_empty());
        let stands = lines.or_else(|| self.standing.clone());
        self.prompt_behind(&now, stands)?;
        self.reader.show_again(echo_on(&now));
        Ok(())
    }
}
