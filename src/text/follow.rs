//! Words that follow others in one sentence.

/// The words as they follow a lead: without their first one where the lead has just said it.
#[must_use]
pub fn following<'a>(lead: &str, words: &'a str) -> &'a str {
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let last = lead.split_whitespace().next_back();
    let repeats = last.is_some_and(|last| last.to_lowercase() == first.to_lowercase());
    if repeats && !rest.trim().is_empty() {
        rest.trim_start()
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::following;

    #[test]
    fn nothing_is_said_twice_where_two_pieces_meet() {
        assert_eq!(following("All of it so that we", "we can rest"), "can rest");
        assert_eq!(following("I'd like", "Like before"), "before");
        assert_eq!(following("so that we ", "weave"), "weave");
        assert_eq!(following("so that we", "can rest"), "can rest");
        assert_eq!(following("so that we", "we"), "we");
        assert_eq!(following("", "we can"), "we can");
    }
}
