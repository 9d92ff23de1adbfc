//! What people take for one sign, one after another.

use unicode_segmentation::UnicodeSegmentation as _;

/// The graphemes of a text, each with its first byte.
///
/// They are those of Unicode (UAX#29). Most of what is written here is plain letters, and between two of ASCII there is
/// always an end, but within the line end of two; so they are told without asking.
pub(crate) fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { text, at: 0 }
}

/// The rest of a text, by the grapheme.
#[derive(Debug, Clone)]
pub(crate) struct Graphemes<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let at = self.at;
        let rest = self.text.get(at..)?;
        let grapheme = match rest.as_bytes() {
            [] => return None,
            [first, second, ..] if first.is_ascii() && second.is_ascii() && *first != b'\r' => {
                rest.get(..1)
            }
            [_] => Some(rest),
            // Where one ends, the next begins afresh, whatever stood before.
            _ => rest.graphemes(true).next(),
        }?;
        self.at += grapheme.len();
        Some((at, grapheme))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn they_are_those_of_unicode(parts in prop::collection::vec(
            prop_oneof![
                ".{0,3}",
                prop::sample::select(vec![
                    "a", " ", "\r", "\n", "\u{301}", "\u{1f1f8}", "\u{1f1ea}", "\u{200d}", "\u{1f469}", "\u{fe0f}",
                    "\u{915}", "\u{94d}", "\u{937}", "\u{1112}", "\u{1161}", "\u{600}",
                ]).prop_map(str::to_owned),
            ], 0..24,
        )) {
            let text = parts.concat();
            let known: Vec<_> = text.grapheme_indices(true).collect();
            prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), known);
        }
    }
}
