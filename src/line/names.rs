//! What the two at the keyboard are called, as pages tell it one by one.

use crate::flow::{AskView, Page};
use crate::session::Seat;
use crate::words::{Key, Words};

/// Names by seat, as far as a page has told them.
#[derive(Debug, Default)]
pub(super) struct Names([Option<String>; 2]);

impl Names {
    /// Takes up the names a page tells.
    pub(super) fn learn(&mut self, page: &Page, words: Words<'_>) {
        match (&page.ask, page.seat, &page.name) {
            (AskView::Both { names, .. }, ..) => self.0 = names.clone().map(Some),
            (AskView::Curtain { seat, to }, ..) => self.know(*seat, to),
            (_, Some(seat), Some(name)) => self.know(seat, name),
            (_, None, Some(both)) if page.scene.seats > 1 => {
                if let Some([first, second]) = apart(both, words) {
                    self.know(Seat::First, first);
                    self.know(Seat::Second, second);
                }
            }
            _ => {}
        }
    }

    fn know(&mut self, seat: Seat, name: &str) {
        let [first, second] = &mut self.0;
        let known = match seat {
            Seat::First => first,
            Seat::Second => second,
        };
        *known = Some(name.to_owned());
    }

    /// What a person is called, or the words for somebody who gave no name.
    pub(super) fn of(&self, seat: Seat, words: Words<'_>) -> String {
        let [first, second] = &self.0;
        let (known, nameless) = match seat {
            Seat::First => (first, Key::NamelessMe),
            Seat::Second => (second, Key::NamelessOther),
        };
        known.clone().unwrap_or_else(|| words.say(nameless, &[]))
    }
}

/// The two names of a page that is for both, unless one of them reads like two.
fn apart<'a>(both: &'a str, words: Words<'_>) -> Option<[&'a str; 2]> {
    const MARK: &str = "\0";
    let form = words.say(Key::BothNames, &[("first", MARK), ("second", MARK)]);
    let mut form = form.split(MARK);
    let (before, between, after) = (form.next()?, form.next()?, form.next()?);
    let both = both.strip_prefix(before)?.strip_suffix(after)?;
    let mut names = both.split(between);
    let two = [names.next()?, names.next()?];
    names.next().is_none().then_some(two)
}
