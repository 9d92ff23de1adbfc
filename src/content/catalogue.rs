//! The sentences the program itself says, by key: found once, read when they are said.

use super::sentences::{Sentence, sentences};
use super::source::{File, Kind};
use super::{parse, spread::Spread};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// What the program says, by key. Most of it is never said in a sitting, so it stays as it was written until it is.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    texts: Vec<Cow<'static, str>>,
    found: HashMap<String, Place, Spread>,
}

/// The text a sentence stands in, and its bytes there.
#[derive(Debug, Clone)]
struct Place {
    text: usize,
    at: Range<usize>,
}

impl Catalogue {
    /// The sentences of `words.ron` among these files, and in their place those of the files that exchange them.
    pub(super) fn of<'a>(files: impl IntoIterator<Item = &'a File>) -> Self {
        let mut files: Vec<&File> = files.into_iter().filter(|file| holds(file)).collect();
        // What exchanges sentences comes behind what it exchanges.
        files.sort_by_key(|file| file.exchanges().is_some());
        let mut all = Self::default();
        for file in files {
            let text = all.texts.len();
            let found = sentences(&file.text).into_iter();
            let place = |Sentence { id, at }| (id, Place { text, at });
            all.found.extend(found.map(place));
            all.texts.push(file.text.clone());
        }
        all
    }

    /// The sentence of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<String> {
        let Place { text, at } = self.found.get(key)?;
        parse::values(self.texts.get(*text)?.get(at.clone())?).ok()
    }

    /// Every sentence by its key, all of them read.
    #[must_use]
    pub fn all(&self) -> BTreeMap<String, String> {
        let keys = self.found.keys();
        keys.filter_map(|key| Some((key.clone(), self.get(key)?)))
            .collect()
    }
}

/// Sentences told one by one, by their keys.
impl<const COUNT: usize> From<[(&str, &str); COUNT]> for Catalogue {
    fn from(all: [(&str, &str); COUNT]) -> Self {
        let told = all.map(|(key, sentence)| format!("{key:?}: {sentence:?},"));
        let text = format!("(format: 1, words: {{{}}})", told.concat());
        Self::of(&[File::new("words.ron", text)])
    }
}

/// Whether sentences of the program's stand in a file.
pub(super) fn holds(file: &File) -> bool {
    file.kind() == Some(Kind::Words) || file.exchanges() == Some("words.ron")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_found_as_they_are_read() {
        let files = [
            File::new(
                "sentences/words.ron",
                "(format: 1, sentences: {\"b\": \"zwei\"})",
            ),
            File::new(
                "sentences/help.ron",
                "(format: 1, sentences: {\"a\": \"none\"})",
            ),
            File::new(
                "words.ron",
                "(format: 1, words: {\n// one\n\"a\": r#\"\"one\"\"#, \"b\": \"two\", \"c\": \"a\\nb \\u{e4}\"})",
            ),
        ];
        let all = Catalogue::of(&files);
        let said = ["a", "b", "c", "d"].map(|key| all.get(key));
        let expected = [Some("\"one\""), Some("zwei"), Some("a\nb \u{e4}"), None];
        assert_eq!(said, expected.map(|one| one.map(str::to_owned)));
    }
}
