//! What is looked at in every text: its names in braces, what can't be seen in it, how many sentences it has.

use crate::text::clean;

/// The first name in braces that is neither a person's nor known here; a brace alone counts as one.
pub(super) fn unknown_name<'a>(text: &'a str, known: &[&str]) -> Option<&'a str> {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        if before.contains('}') {
            return Some("}");
        }
        match after.split_once('}') {
            Some(("me" | "other" | "speaker" | "listener", after)) => rest = after,
            Some((name, after)) if known.contains(&name) => rest = after,
            Some((name, _)) => return Some(name),
            None => return Some("{"),
        }
    }
    rest.contains('}').then_some("}")
}

/// The first character that may not be shown as it stands.
pub(super) fn hidden(text: &str) -> Option<char> {
    let stays = |c: &char| {
        let mut bytes = [0; 4];
        let alone: &str = c.encode_utf8(&mut bytes);
        clean(alone) == alone
    };
    text.chars().find(|c| !stays(c))
}

/// How many sentences a text has: it ends in a mark, or simply ends. Three dots go on.
pub(super) fn sentences(text: &str) -> usize {
    let marks: &[char] = &['.', '!', '?', '\u{2026}'];
    let ends = |word: &str| {
        let word = word.trim_end_matches(['"', '\'', ')', '\u{201d}', '\u{2019}']);
        word.ends_with(marks) && !word.ends_with("...") && !word.ends_with('\u{2026}')
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let closed = words.iter().filter(|word| ends(word)).count();
    closed + usize::from(words.last().is_some_and(|word| !ends(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_in_marks_and_dots_go_on() {
        assert_eq!(sentences("One. Two? \"Three!\" and four"), 4);
        assert_eq!(sentences("When you ... then I felt ..."), 1);
        assert_eq!(sentences("At 10.30, version 2.1."), 1);
        assert_eq!(sentences(""), 0);
    }

    #[test]
    fn only_names_floe_knows_stand_in_braces() {
        for known in ["{me}, what did {other} say?", "{speaker}, then {listener}"] {
            assert_eq!(unknown_name(known, &[]), None);
        }
        assert_eq!(unknown_name("To {floe}?", &["floe"]), None);
        assert_eq!(unknown_name("To {floe}?", &[]), Some("floe"));
        assert_eq!(
            unknown_name("It said {agreement}", &["floe", "agreement"]),
            None
        );
        assert_eq!(unknown_name("{agreement}", &[]), Some("agreement"));
        assert_eq!(unknown_name("Hello {you}", &[]), Some("you"));
        assert_eq!(unknown_name("Hello {me", &[]), Some("{"));
        assert_eq!(unknown_name("Hello me}", &[]), Some("}"));
        assert_eq!(unknown_name("} {me}", &[]), Some("}"));
    }
}
