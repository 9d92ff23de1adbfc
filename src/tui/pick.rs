//! Picking words: groups that open under the mark, a search over all of them, and words of one's own.

use crate::flow::{PickGroup, Reply};
use crate::runtime::Act;
use zeroize::Zeroize;

/// Picking words.
pub(super) struct Picker {
    pub(super) groups: Vec<PickGroup>,
    pub(super) most: usize,
    pub(super) picked: Vec<String>,
    /// Words often near a story-word that was just given.
    pub(super) near: Vec<String>,
    /// The group under the mark.
    pub(super) group: usize,
    /// The word under the cursor; None: the group itself.
    pub(super) word: Option<usize>,
    /// The search; empty while nobody searches.
    pub(super) typed: String,
    /// Which of the words found is under the cursor.
    pub(super) found: usize,
}

impl Drop for Picker {
    fn drop(&mut self) {
        self.typed.zeroize();
        self.picked.zeroize();
    }
}

/// What came of a pick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Picked {
    /// It is picked, or no longer.
    Done,
    /// There is no room for one more.
    TooMany,
    /// There was nothing under the cursor.
    Nothing,
}

impl Picker {
    pub(super) fn new(
        groups: Vec<PickGroup>,
        most: usize,
        picked: Vec<String>,
        near: Vec<String>,
    ) -> Self {
        Self {
            groups,
            most,
            picked,
            near,
            group: 0,
            word: None,
            typed: String::new(),
            found: 0,
        }
    }

    /// The same, with the words that were picked when it was left half-way: words, or numbers of the whole list.
    pub(super) fn taken_up(
        left: Option<&str>,
        groups: Vec<PickGroup>,
        most: usize,
        picked: Vec<String>,
        near: Vec<String>,
    ) -> Self {
        let mut picker = Self::new(groups, most, picked, near);
        if let Some(left) = left {
            let pieces = left
                .split(',')
                .map(str::trim)
                .filter(|piece| !piece.is_empty());
            picker.picked = pieces
                .flat_map(|piece| picker.meant(piece))
                .take(most)
                .collect();
        }
        picker
    }

    fn meant(&self, piece: &str) -> Vec<String> {
        let numbers: Result<Vec<usize>, _> = piece.split_whitespace().map(str::parse).collect();
        let Ok(numbers) = numbers else {
            return vec![piece.to_owned()];
        };
        let word = |number: usize| {
            let mut all = self.groups.iter().flat_map(|group| &group.words);
            all.nth(number.checked_sub(1)?).cloned()
        };
        numbers.into_iter().filter_map(word).collect()
    }

    /// What is picked and what is being typed, as one line.
    pub(super) fn written(&self) -> String {
        let typed = Some(self.typed.trim().to_owned()).filter(|typed| !typed.is_empty());
        self.picked
            .iter()
            .cloned()
            .chain(typed)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// What going on hands in.
    pub(super) fn act(&self) -> Act {
        if self.picked.is_empty() {
            Act::Pass
        } else {
            Act::Reply(Reply::Picked(self.picked.clone()))
        }
    }

    /// The words that contain what is typed, those beginning with it first.
    pub(super) fn matches(&self) -> Vec<(usize, &str)> {
        let typed = self.typed.trim().to_lowercase();
        if typed.is_empty() {
            return Vec::new();
        }
        let all = self
            .groups
            .iter()
            .enumerate()
            .flat_map(|(at, group)| group.words.iter().map(move |word| (at, word.as_str())));
        let mut found: Vec<_> = all
            .filter(|(_, word)| word.to_lowercase().contains(&typed))
            .collect();
        found.sort_by_key(|(_, word)| !word.to_lowercase().starts_with(&typed));
        found
    }

    /// The word the next pick takes: one that was found, one's own, or the one under the cursor.
    pub(super) fn under_cursor(&self) -> Option<String> {
        if !self.typed.trim().is_empty() {
            let found = self
                .matches()
                .get(self.found)
                .map(|(_, word)| (*word).to_owned());
            return Some(found.unwrap_or_else(|| self.typed.trim().to_owned()));
        }
        let words = &self.groups.get(self.group)?.words;
        words.get(self.word?).cloned()
    }

    /// Picks the word under the cursor, or lets it go again.
    pub(super) fn toggle(&mut self) -> Picked {
        if self.typed.trim().is_empty() && self.word.is_none() {
            // On a group the first pick opens it.
            self.word = Some(0);
            return Picked::Nothing;
        }
        let Some(word) = self.under_cursor() else {
            return Picked::Nothing;
        };
        if let Some(at) = self.picked.iter().position(|picked| *picked == word) {
            self.picked.remove(at);
        } else if self.picked.len() >= self.most {
            return Picked::TooMany;
        } else {
            self.picked.push(word);
        }
        self.typed.clear();
        self.found = 0;
        Picked::Done
    }

    /// Whether a space belongs to what is typed: it may still become words of one's own. It picks where somebody went
    /// to a word that was found, or has typed so much of its beginning that the next letter would go on with it.
    pub(super) fn takes_space(&self) -> bool {
        let typed = self.typed.trim().to_lowercase();
        if typed.is_empty() || self.found > 0 {
            return false;
        }
        let matches = self.matches();
        let Some((_, word)) = matches.first() else {
            return true;
        };
        let word = word.to_lowercase();
        let rest = word.strip_prefix(&typed);
        typed.chars().nth(1).is_none() || rest.is_none_or(|rest| rest.starts_with(' '))
    }

    pub(super) fn typed(&mut self, c: char) {
        self.typed.push(c);
        self.found = 0;
    }

    pub(super) fn erase(&mut self) {
        self.typed.pop();
        self.found = 0;
    }

    /// Through the words of a group, then on to the next group.
    pub(super) fn across(&mut self, by: isize) {
        if !self.typed.is_empty() {
            self.down(by);
            return;
        }
        let words = self
            .groups
            .get(self.group)
            .map_or(0, |group| group.words.len());
        match self.word {
            None if by > 0 => self.word = Some(0),
            None => self.down(-1),
            Some(0) if by < 0 => self.word = None,
            Some(at) if by > 0 && at + 1 >= words => self.down(1),
            Some(at) => self.word = Some(at.saturating_add_signed(by)),
        }
    }

    /// Through the groups, or through what was found.
    pub(super) fn down(&mut self, by: isize) {
        if self.typed.is_empty() {
            self.group = self
                .group
                .saturating_add_signed(by)
                .min(self.groups.len().saturating_sub(1));
            self.word = None;
        } else {
            let last = self.matches().len().saturating_sub(1);
            self.found = self.found.saturating_add_signed(by).min(last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picker() -> Picker {
        let group = |title: &str, words: &[&str]| PickGroup {
            title: title.to_owned(),
            about: String::new(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        };
        Picker::new(
            vec![
                group("Cold", &["afraid", "uneasy"]),
                group("Raw", &["hurt"]),
            ],
            2,
            Vec::new(),
            Vec::new(),
        )
    }

    #[test]
    fn a_search_picks_what_it_finds_and_else_ones_own_word() {
        let mut picker = picker();
        "hu".chars().for_each(|c| picker.typed(c));
        assert_eq!(picker.toggle(), Picked::Done);
        "like a stone".chars().for_each(|c| picker.typed(c));
        assert!(picker.takes_space());
        assert_eq!(picker.toggle(), Picked::Done);
        assert_eq!(picker.picked, ["hurt", "like a stone"]);
        picker.across(1);
        assert_eq!(picker.toggle(), Picked::TooMany);
    }

    #[test]
    fn what_was_picked_is_taken_up_again() {
        let mut picker = picker();
        picker.picked = vec!["hurt".to_owned(), "like a stone".to_owned()];
        let again = |left: &str| {
            Picker::taken_up(Some(left), picker.groups.clone(), 2, Vec::new(), Vec::new())
                .picked
                .clone()
        };
        assert_eq!(again(&picker.written()), picker.picked);
        assert_eq!(again("1 3"), ["afraid", "hurt"]);
    }

    #[test]
    fn a_space_belongs_to_ones_own_words_until_a_word_is_plainly_meant() {
        let words = ["a say in it", "acknowledgement", "homesick"].map(str::to_owned);
        let group = PickGroup {
            title: String::new(),
            about: String::new(),
            words: words.to_vec(),
        };
        let takes = |typed: &str, found: usize| {
            let mut picker = Picker::new(vec![group.clone()], 2, Vec::new(), Vec::new());
            typed.chars().for_each(|c| picker.typed(c));
            picker.found = found;
            picker.takes_space()
        };
        for own in ["a", "a say", "sick", "sick to my", "like a stone"] {
            assert!(takes(own, 0), "{own}");
        }
        for meant in ["", "ack", "a sa", "home"] {
            assert!(!takes(meant, 0), "{meant}");
        }
        assert!(!takes("a", 1), "somebody went to it");
    }

    #[test]
    fn arrows_go_through_words_and_then_groups() {
        let mut picker = picker();
        assert_eq!(picker.under_cursor(), None);
        picker.across(1);
        assert_eq!(picker.under_cursor().as_deref(), Some("afraid"));
        picker.across(1);
        picker.across(1);
        assert_eq!((picker.group, picker.word), (1, None));
        picker.across(-1);
        assert_eq!((picker.group, picker.word), (0, None));
    }
}
