//! The mirror in line mode: it is handed the lines typed so far, and stays closed where nothing may be printed back.

use super::half::half;
use super::run::{Outcome, Walk};
use crate::flow::{Cover, Glass, Page};
use crate::runtime::{Act, Action};
use crate::words::Key;
use std::io;
use zeroize::Zeroizing;

impl Walk<'_> {
    /// Looks at what is written here: the lines so far with what stands behind the action, else what stood there.
    pub(super) fn mirror(&mut self, page: &Page, rest: &str) -> io::Result<Option<Outcome>> {
        let closed = if matches!(page.glass, Glass::Open(_)) {
            Some(Key::NothingHere)
        } else if !Action::Mirror.is_offered(page) {
            Some(Key::MirrorNotHere)
        } else if page.cover != Cover::Open {
            Some(Key::MirrorCovered)
        } else {
            None
        };
        let written = half(&self.so_far, self.standing.as_deref(), true, rest);
        let mut words = Zeroizing::new(written);
        if words.trim().is_empty() {
            page.so_far
                .as_deref()
                .unwrap_or_default()
                .clone_into(&mut words);
        }
        let nothing = words.trim().is_empty().then_some(Key::MirrorNoWordsLine);
        match closed.or(nothing) {
            Some(key) => {
                self.say(key, &[])?;
                self.prompt()
            }
            None => {
                let reaction = self.guide.act(Act::Mirror(words.to_string()));
                let stays = self.guide.page().key == page.key;
                match reaction.told.filter(|_| stays) {
                    Some(key) => {
                        // They wait on their page, all of them, and stand there again now.
                        self.so_far.clear();
                        self.say(key, &[])?;
                        self.prompt()
                    }
                    None => self.react(reaction),
                }
            }
        }
    }
}
