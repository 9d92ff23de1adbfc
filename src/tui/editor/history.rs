//! What was changed, so that it can be taken back and done again, a word at a time.

use std::collections::VecDeque;
use std::ops::Range;

use zeroize::Zeroizing;

/// Bytes that may be remembered; beyond them the oldest changes are forgotten.
const BUDGET: usize = 1024 * 1024;

/// One change of a text: at byte `at`, `removed` gave way to `inserted`.
pub(super) struct Change {
    pub(super) at: usize,
    pub(super) removed: Zeroizing<String>,
    pub(super) inserted: Zeroizing<String>,
    /// Where the cursor stood before.
    pub(super) cursor: usize,
}

/// How a change came about, which decides whether it joins the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Typed: joins until the next word begins.
    Typed,
    /// Erased leftwards: joins until a word's beginning was erased.
    ErasedLeft,
    /// Erased rightwards: joins until the next word begins.
    ErasedRight,
    /// Pasted or cut in one go: stands alone.
    Whole,
}

/// Changes that can be taken back, and changes taken back that can be done again.
#[derive(Default)]
pub(super) struct History {
    done: VecDeque<Change>,
    undone: Vec<Change>,
    /// What the next change may join; nothing once the cursor went elsewhere.
    open: Option<Kind>,
    weight: usize,
}

impl Change {
    fn weight(&self) -> usize {
        size_of::<Self>() + self.removed.len() + self.inserted.len()
    }

    /// Takes in a change that goes on where this one ended; false if it doesn't.
    fn join(&mut self, next: &Self, kind: Kind) -> bool {
        let ends_word = |text: &str| text.ends_with(char::is_whitespace);
        let starts_word = |text: &str| !text.starts_with(char::is_whitespace);
        match kind {
            Kind::Typed => {
                let follows = next.removed.is_empty() && self.at + self.inserted.len() == next.at;
                let same_word = !(ends_word(&self.inserted) && starts_word(&next.inserted));
                follows && same_word && put(&mut self.inserted, usize::MAX, &next.inserted)
            }
            Kind::ErasedLeft => {
                let follows = next.at + next.removed.len() == self.at;
                let same_word = !(starts_word(&self.removed) && ends_word(&next.removed));
                let joins = follows && same_word && put(&mut self.removed, 0, &next.removed);
                if joins {
                    self.at = next.at;
                }
                joins
            }
            Kind::ErasedRight => {
                let follows = next.at == self.at;
                let same_word = !(ends_word(&self.removed) && starts_word(&next.removed));
                follows && same_word && put(&mut self.removed, usize::MAX, &next.removed)
            }
            Kind::Whole => false,
        }
    }
}

impl History {
    /// Remembers a change just made; what had been taken back can't be done again after it.
    pub(super) fn record(&mut self, change: Change, kind: Kind) {
        self.weight -= self
            .undone
            .drain(..)
            .map(|gone| gone.weight())
            .sum::<usize>();
        let open = self.open.replace(kind) == Some(kind);
        let joined = self
            .done
            .back_mut()
            .is_some_and(|last| open && last.join(&change, kind));
        if joined {
            self.weight += change.removed.len() + change.inserted.len();
        } else {
            self.weight += change.weight();
            self.done.push_back(change);
        }
        while self.weight > BUDGET
            && let Some(oldest) = self.done.pop_front()
        {
            self.weight -= oldest.weight();
        }
    }

    /// Lets the next change begin a new group.
    pub(super) fn close_group(&mut self) {
        self.open = None;
    }

    /// What to put where in order to take the last change back, and where the cursor was before it.
    pub(super) fn undo(&mut self) -> Option<(Range<usize>, Zeroizing<String>, usize)> {
        self.close_group();
        let change = self.done.pop_back()?;
        let range = change.at..change.at + change.inserted.len();
        let step = (range, change.removed.clone(), change.cursor);
        self.undone.push(change);
        Some(step)
    }

    /// What to put where in order to do again what was taken back last.
    pub(super) fn redo(&mut self) -> Option<(Range<usize>, Zeroizing<String>)> {
        self.close_group();
        let change = self.undone.pop()?;
        let range = change.at..change.at + change.removed.len();
        let step = (range, change.inserted.clone());
        self.done.push_back(change);
        Some(step)
    }
}

/// Puts text into a string at `at` or its end; a string that outgrows its place is wiped there.
fn put(string: &mut Zeroizing<String>, at: usize, more: &str) -> bool {
    let len = string.len() + more.len();
    if len > string.capacity() {
        let mut roomier = String::with_capacity(len * 2);
        roomier.push_str(string);
        *string = Zeroizing::new(roomier);
    }
    let at = at.min(string.len());
    string.insert_str(at, more);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(at: usize, removed: &str, inserted: &str) -> Change {
        Change {
            at,
            removed: Zeroizing::new(removed.to_owned()),
            inserted: Zeroizing::new(inserted.to_owned()),
            cursor: at,
        }
    }

    fn groups(history: &History) -> Vec<(&str, &str)> {
        history
            .done
            .iter()
            .map(|change| (change.removed.as_str(), change.inserted.as_str()))
            .collect()
    }

    #[test]
    fn typing_is_grouped_by_word() {
        let mut history = History::default();
        for (at, c) in "I am here".char_indices() {
            history.record(change(at, "", &c.to_string()), Kind::Typed);
        }
        assert_eq!(groups(&history), [("", "I "), ("", "am "), ("", "here")]);
    }

    #[test]
    fn erasing_is_grouped_by_word_in_both_directions() {
        let mut left = History::default();
        for (at, c) in "am here".char_indices().rev() {
            left.record(change(at, &c.to_string(), ""), Kind::ErasedLeft);
        }
        assert_eq!(groups(&left), [("here", ""), ("am ", "")]);
        let mut right = History::default();
        for c in "am here".chars() {
            right.record(change(3, &c.to_string(), ""), Kind::ErasedRight);
        }
        assert_eq!(groups(&right), [("am ", ""), ("here", "")]);
    }

    #[test]
    fn a_new_place_a_paste_and_another_kind_open_a_group() {
        let mut history = History::default();
        history.record(change(0, "", "a"), Kind::Typed);
        history.close_group();
        history.record(change(1, "", "b"), Kind::Typed);
        history.record(change(9, "", "c"), Kind::Typed);
        history.record(change(10, "", "pasted"), Kind::Whole);
        history.record(change(16, "", "pasted"), Kind::Whole);
        history.record(change(22, "", "d"), Kind::Typed);
        assert_eq!(groups(&history).len(), 6);
    }

    #[test]
    fn a_new_change_ends_what_could_be_done_again() {
        let mut history = History::default();
        history.record(change(0, "", "a"), Kind::Whole);
        assert!(history.undo().is_some() && history.undo().is_none());
        history.record(change(0, "", "b"), Kind::Whole);
        assert!(history.redo().is_none());
        assert_eq!(history.weight, change(0, "", "b").weight());
    }

    #[test]
    fn the_oldest_changes_make_room() {
        let mut history = History::default();
        let big = "x".repeat(60_000);
        for _ in 0..100 {
            history.record(change(0, &big, &big), Kind::Whole);
        }
        assert!(
            history.weight <= BUDGET && history.done.len() == 8,
            "{}",
            history.done.len()
        );
    }
}
