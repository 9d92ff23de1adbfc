//! The light of a quiet stretch, in words: on a terminal it is told when half of it is left and when it is low.
//! Nothing ends by itself, and out of a pipe nobody waits for it.

use super::run::{Outcome, Walk};
use crate::flow::{AskView, Page, PageKey, Reply};
use crate::runtime::Act;
use crate::words::Key;
use std::io;
use std::time::Duration;

impl Walk<'_> {
    /// The light burns on the page that is open now, for so many seconds more of all it has.
    pub(super) fn lit(&mut self, seconds: u16, all: u16) {
        let page = self.guide.page();
        let [left, half] = [seconds, seconds.saturating_sub(all / 2)];
        let [left, half] = [left, half].map(|seconds| Duration::from_secs(seconds.into()));
        // A breath is too short to be told the half of it.
        if matches!(page.ask, AskView::Quiet { more: true, .. }) && !half.is_zero() {
            self.reader.ring_after(&[half, left]);
        } else {
            self.reader.ring_after(&[left]);
        }
        self.light = Some(page.key);
    }

    /// Whoever comes to a quiet page finds a light there, and whoever leaves it leaves the light.
    pub(super) fn look_for_light(&mut self, seconds: Option<u16>) {
        let page = self.guide.page();
        match (seconds, page.ask) {
            (Some(left), AskView::Quiet { seconds: all, .. }) => self.lit(left, all),
            _ => self.light = self.light.take().filter(|lit| *lit == page.key),
        }
    }

    /// The bell rang with so many rings to come: one sentence in a row of its own, then the prompt as it was.
    pub(super) fn rang(&mut self, page: &Page, left: usize) -> io::Result<Option<Outcome>> {
        let key = match page.ask {
            _ if left > 0 => Key::LightHalf,
            AskView::Quiet { more: true, .. } => Key::LightLow,
            _ => Key::QuietOver,
        };
        if left == 0 {
            self.guide.act(Act::Elapsed);
        }
        self.printer.row_ended(false)?;
        self.say(key, &[])?;
        let outcome = self.prompt()?;
        self.reader.show_again(super::run::echo_on(page));
        Ok(outcome)
    }

    /// A quiet stretch that can be lit up again: that's all for now, or one more minute.
    pub(super) fn quiet(&mut self, line: &str) -> io::Result<Option<Outcome>> {
        match line.trim().trim_end_matches('.') {
            "" => self.act(Act::Pass),
            "1" => self.act(Act::Reply(Reply::Went)),
            "2" => {
                if let Some(seconds) = self.guide.act(Act::Light).quiet {
                    self.lit(seconds, seconds);
                }
                self.say(Key::LightMost, &[])?;
                self.prompt()
            }
            _ => {
                self.say(Key::WrongNumber, &[("n", "2")])?;
                self.prompt()
            }
        }
    }
}

/// Whether the light that was lit burns on this page.
pub(super) fn burns_on(light: Option<&PageKey>, page: &Page) -> bool {
    matches!(page.ask, AskView::Quiet { .. }) && light == Some(&page.key)
}
