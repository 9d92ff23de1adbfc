//! Reading an answer: what a typed line means on a page. Both front ends read it alike.

use super::guide::Act;
use crate::flow::{AskView, ItemView, Page, PickGroup, Reply};
use crate::words::{Key, Words};

/// What a typed line means.
#[derive(Debug, PartialEq)]
pub enum Meant {
    /// Do this.
    Acts(Vec<Act>),
    /// It doesn't fit: say this, with these blanks, and ask again.
    Misfit(Key, Vec<(&'static str, String)>),
}

impl Meant {
    fn reply(reply: Reply) -> Self {
        Self::Acts(vec![Act::Reply(reply)])
    }
}

/// Reads one line as the answer to an ask, a yes or a no in these words. The line is not empty and no action.
#[must_use]
pub fn read(ask: &AskView, line: &str, words: Words<'_>) -> Meant {
    match ask {
        AskView::Show | AskView::Quiet { .. } | AskView::Curtain { .. } | AskView::Both { .. } => {
            Meant::reply(Reply::Went)
        }
        AskView::Choice { options, .. } => {
            match number(line, options.len()).and_then(|at| options.get(at)) {
                Some(option) => Meant::reply(Reply::Chose(option.id.clone())),
                None => Meant::Misfit(Key::WrongNumber, vec![("n", options.len().to_string())]),
            }
        }
        // Where a yes and a no are numbered, their numbers are as good.
        AskView::Confirm { .. } => {
            let said = match line.trim() {
                "1" => Some(true),
                "2" => Some(false),
                said => words.yes_or_no(said),
            };
            match said {
                Some(true) => Meant::reply(Reply::Chose(crate::content::Id::new("yes"))),
                Some(false) => Meant::reply(Reply::Chose(crate::content::Id::new("no"))),
                None => Meant::Misfit(Key::WrongYesNo, Vec::new()),
            }
        }
        AskView::Line | AskView::Text | AskView::Blank { .. } => {
            Meant::reply(Reply::Words(line.to_owned()))
        }
        AskView::Pick { groups, most, .. } => pick(groups, *most, line),
        AskView::Keep { items } => keep(items, line),
    }
}

/// An empty line: what stands there is kept, and where nothing stands the ask is passed.
#[must_use]
pub fn empty(ask: &AskView, so_far: Option<String>) -> Act {
    match ask {
        AskView::Curtain { .. } => Act::Take,
        AskView::Both { pressed, .. } => {
            Act::Press(pressed.map_or(crate::session::Seat::First, crate::session::Seat::other))
        }
        AskView::Show | AskView::Quiet { .. } | AskView::Keep { .. } => Act::Reply(Reply::Went),
        AskView::Choice { options, chosen } => match chosen.and_then(|at| options.get(at)) {
            Some(option) => Act::Reply(Reply::Chose(option.id.clone())),
            None => Act::Pass,
        },
        AskView::Confirm { chosen: Some(yes) } => {
            Act::Reply(Reply::Chose(crate::content::Id::new(if *yes {
                "yes"
            } else {
                "no"
            })))
        }
        AskView::Pick { picked, .. } if !picked.is_empty() => {
            Act::Reply(Reply::Picked(picked.clone()))
        }
        AskView::Line | AskView::Text | AskView::Blank { .. } => {
            so_far.map_or(Act::Pass, |text| Act::Reply(Reply::Words(text)))
        }
        AskView::Confirm { chosen: None } | AskView::Pick { .. } => Act::Pass,
    }
}

/// Whether something stands there from before, that an empty line keeps.
#[must_use]
pub fn stands(page: &Page) -> bool {
    match &page.ask {
        AskView::Choice { chosen, .. } => chosen.is_some(),
        AskView::Confirm { chosen } => chosen.is_some(),
        AskView::Pick { picked, .. } => !picked.is_empty(),
        _ => page.so_far.is_some(),
    }
}

/// A number of a list, counted from 1, as a place counted from 0.
fn number(text: &str, of: usize) -> Option<usize> {
    let number: usize = text.trim().trim_end_matches('.').parse().ok()?;
    (1..=of).contains(&number).then(|| number - 1)
}

/// Numbers with commas or spaces; a word that isn't listed is one's own.
fn pick(groups: &[PickGroup], most: usize, line: &str) -> Meant {
    let listed: Vec<&String> = groups.iter().flat_map(|group| &group.words).collect();
    let mut picked: Vec<String> = Vec::new();
    for piece in line.split(',') {
        let tokens: Vec<&str> = piece.split_whitespace().collect();
        let numbers = tokens
            .iter()
            .take_while(|token| token.chars().all(|c| c.is_ascii_digit()))
            .count();
        for token in tokens.iter().take(numbers) {
            match number(token, listed.len()).and_then(|at| listed.get(at)) {
                Some(word) => picked.push((*word).clone()),
                None => {
                    return Meant::Misfit(Key::WrongNumber, vec![("n", listed.len().to_string())]);
                }
            }
        }
        let own = tokens.get(numbers..).unwrap_or_default().join(" ");
        let small = own.to_lowercase();
        let known = listed.iter().find(|word| word.to_lowercase() == small);
        picked.extend(
            known
                .map(|word| (*word).clone())
                .or_else(|| (!own.is_empty()).then_some(own)),
        );
    }
    let mut seen = std::collections::BTreeSet::new();
    picked.retain(|word| seen.insert(word.clone()));
    if picked.len() > most {
        return Meant::Misfit(Key::TooMany, vec![("most", most.to_string())]);
    }
    if picked.is_empty() {
        Meant::Acts(vec![Act::Pass])
    } else {
        Meant::reply(Reply::Picked(picked))
    }
}

/// Numbers of items: each changes from keep to melt or back.
fn keep(items: &[ItemView], line: &str) -> Meant {
    let mut marks = Vec::new();
    for token in line
        .split([',', ' '])
        .filter(|token| !token.trim().is_empty())
    {
        match number(token, items.len()).and_then(|at| items.get(at)) {
            Some(item) => marks.push(Act::Mark(item.id.clone(), !item.keep)),
            None => return Meant::Misfit(Key::WrongNumber, vec![("n", items.len().to_string())]),
        }
    }
    Meant::Acts(marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups() -> Vec<PickGroup> {
        let group = |title: &str, words: &[&str]| PickGroup {
            title: title.to_owned(),
            about: String::new(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        };
        vec![
            group("Cold", &["afraid", "full of dread"]),
            group("Raw", &["hurt", "\u{e4}ngstlich"]),
        ]
    }

    fn picked(line: &str) -> Meant {
        pick(&groups(), 3, line)
    }

    fn words(words: &[&str]) -> Meant {
        Meant::reply(Reply::Picked(
            words.iter().map(|word| (*word).to_owned()).collect(),
        ))
    }

    #[test]
    fn numbers_and_own_words_mix() {
        assert_eq!(picked("1 3"), words(&["afraid", "hurt"]));
        assert_eq!(picked("1, 3"), words(&["afraid", "hurt"]));
        assert_eq!(
            picked("2 like a stone"),
            words(&["full of dread", "like a stone"])
        );
        assert_eq!(picked("Hurt, homesick"), words(&["hurt", "homesick"]));
        assert_eq!(picked("\u{c4}ngstlich"), words(&["\u{e4}ngstlich"]));
        assert_eq!(picked("1, 1"), words(&["afraid"]));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        assert_eq!(
            picked("5"),
            Meant::Misfit(Key::WrongNumber, vec![("n", "4".to_owned())])
        );
        assert_eq!(
            picked("1,2,3,x"),
            Meant::Misfit(Key::TooMany, vec![("most", "3".to_owned())])
        );
        assert_eq!(number("0", 3), None);
        assert_eq!(number("2.", 3), Some(1));
    }
}
