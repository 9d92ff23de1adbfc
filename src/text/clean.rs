//! The one boundary where text from outside becomes text that may be shown.

use std::borrow::Cow;
use std::iter;
use std::path::Path;

use unicode_width::UnicodeWidthChar;

use super::width::is_halfwidth_sound_mark;

/// More marks than this on one letter only smear over the rows around it.
const MARKS_PER_BASE: usize = 4;

/// Makes text from outside safe to show, keeping its lines.
///
/// Line ends of every kind become `\n`, a tab a space; other control and bidi control characters
/// become U+FFFD, so that something is seen to have been there; tag characters and U+FEFF go; a base
/// keeps at most four marks. Cleaning twice changes nothing more.
pub fn clean(text: &str) -> Cow<'_, str> {
    clean_after("", text)
}

/// Like [`clean`], for a place that has one line: every line end becomes a space.
pub fn clean_line(text: &str) -> Cow<'_, str> {
    match clean(text) {
        lines if !lines.contains('\n') => lines,
        lines => Cow::Owned(lines.replace('\n', " ")),
    }
}

/// A path as it may be shown, in one line; U+FFFD stands for what isn't text.
pub fn clean_path(path: &Path) -> String {
    clean_line(&path.to_string_lossy()).into_owned()
}

/// Cleans text that goes behind other text, so that marks typed one by one count together.
pub(crate) fn clean_after<'a>(before: &str, text: &'a str) -> Cow<'a, str> {
    if text
        .bytes()
        .all(|byte| byte == b'\n' || matches!(byte, b' '..=b'~'))
    {
        return Cow::Borrowed(text);
    }
    let marks = before.chars().rev().take_while(|c| is_mark(*c)).count();
    if cleaned(marks, text).eq(text.chars()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(cleaned(marks, text).collect())
    }
}

fn cleaned(mut marks: usize, text: &str) -> impl Iterator<Item = char> + '_ {
    let mut chars = text.chars().peekable();
    iter::from_fn(move || {
        loop {
            let shown = match chars.next()? {
                '\r' => {
                    chars.next_if_eq(&'\n');
                    '\n'
                }
                '\n' | '\u{2028}' | '\u{2029}' => '\n',
                '\t' => ' ',
                '\u{feff}' | '\u{e0000}'..='\u{e007f}' => continue,
                c if c.is_control() || is_bidi_control(c) => char::REPLACEMENT_CHARACTER,
                c => c,
            };
            marks = if is_mark(shown) { marks + 1 } else { 0 };
            if marks <= MARKS_PER_BASE {
                return Some(shown);
            }
        }
    })
}

/// Characters that reorder what stands around them; right-to-left letters are not among them.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character takes no cell of its own: combining marks, joiners, selectors.
fn is_mark(c: char) -> bool {
    c.width() == Some(0) && !is_halfwidth_sound_mark(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn line_ends_become_one_kind_and_tabs_spaces() {
        assert_eq!(
            clean("a\r\nb\rc\nd\te\u{2028}f\u{2029}g\r\r\n"),
            "a\nb\nc\nd e\nf\ng\n\n"
        );
        assert_eq!(clean_line("a\r\nb\rc\nd\te"), "a b c d e");
    }

    #[test]
    fn controls_are_seen_and_powerless() {
        assert_eq!(
            clean("\x1b]52;c;AA\x07 \u{9b}2J \x7f\0"),
            "\u{fffd}]52;c;AA\u{fffd} \u{fffd}2J \u{fffd}\u{fffd}"
        );
    }

    #[test]
    fn bidi_controls_are_seen_and_right_to_left_letters_stay() {
        assert_eq!(
            clean("a\u{202e}b\u{2066}c\u{200f}d\u{61c}"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}"
        );
        assert_eq!(clean("سلام שלום"), "سلام שלום");
    }

    #[test]
    fn unseen_carriers_go() {
        assert_eq!(clean("\u{feff}a\u{feff}\u{e0041}\u{e007f}b"), "ab");
    }

    #[test]
    fn a_base_keeps_four_marks() {
        let zalgo = format!("z{}y\u{301}", "\u{301}".repeat(100_000));
        assert_eq!(clean(&zalgo), "z\u{301}\u{301}\u{301}\u{301}y\u{301}");
        assert_eq!(
            clean(&format!("a{}\u{feff}\u{302}", "\u{301}".repeat(4))),
            "a\u{301}\u{301}\u{301}\u{301}"
        );
        assert_eq!(
            clean_after("a\u{301}\u{301}\u{301}", "\u{302}\u{303}b"),
            "\u{302}b"
        );
    }

    #[test]
    fn ordinary_text_is_borrowed_whole() {
        for text in ["", "plain\nlines", "naïve café", "👩‍❤️‍💋‍👨 🇸🇪 1️⃣", "क्षि 각", "ｶﾞﾞﾞﾞﾞﾞﾞ"]
        {
            assert!(
                matches!(clean(text), Cow::Borrowed(same) if same == text),
                "{text}"
            );
        }
    }

    fn anything() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(
            "\r\n\t\x1b\u{85}\u{202e}\u{feff}\u{e0041}\u{301}\u{200d}\u{fe0f}\u{2028}a "
                .chars()
                .collect::<Vec<_>>(),
        );
        prop::collection::vec(prop_oneof![odd, any::<char>()], 0..40).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in anything()) {
            let once = clean(&text).into_owned();
            prop_assert!(clean(&once) == once, "{once:?}");
            let line = clean_line(&text).into_owned();
            prop_assert!(clean_line(&line) == line, "{line:?}");
            prop_assert!(!once.chars().any(|c| (c.is_control() && c != '\n') || is_bidi_control(c)));
            prop_assert!(!line.contains('\n'));
        }
    }
}
