//! Half an answer: the words of a line, and what of it is worth keeping.

use crate::flow::AskView;
use crate::text::clean_line;

/// Whether half an answer is worth keeping: not on a page that is only read, or whose numbers act at once.
pub(super) const fn has_words(ask: &AskView) -> bool {
    !matches!(
        ask,
        AskView::Show
            | AskView::Quiet { .. }
            | AskView::Keep { .. }
            | AskView::Curtain { .. }
            | AskView::Both { .. }
    )
}

/// The words of a line: two slashes begin a text with one.
pub(super) fn words_in(line: &str) -> &str {
    match line.strip_prefix('/') {
        Some(text) if text.starts_with('/') => text,
        _ => line,
    }
}

/// An answer as far as it has come: the whole lines and the half one. Half an action is no part of it, and
/// where nothing was typed yet, what stood there stands.
pub(super) fn half(so_far: &str, standing: Option<&str>, long: bool, typed: &str) -> String {
    let typed = clean_line(typed);
    let is_action = !long && typed.starts_with('/') && !typed.starts_with("//");
    let words = if is_action { "" } else { words_in(&typed) };
    match (so_far, words) {
        ("", "") => standing.unwrap_or_default().to_owned(),
        ("", words) => words.to_owned(),
        (so_far, "") => so_far.to_owned(),
        (so_far, words) => format!("{so_far}\n{words}"),
    }
}
