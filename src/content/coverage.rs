//! What a language, or a pack, leaves in the words of another.

use super::sentences::sentences;
use super::source::{File, Kind};
use std::collections::BTreeSet;

/// A file that would hold more, or that isn't there at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The file.
    pub file: String,
    /// The ids of its sentences; none where it is replaced as a whole.
    pub ids: Vec<String>,
}

/// Every sentence of a file, by its id and as it is written there, with its quotes.
#[must_use]
pub fn sentences_of(file: &File) -> Vec<(String, &str)> {
    let found = sentences(&file.text).into_iter();
    found
        .filter_map(|one| Some((one.id, file.text.get(one.at)?)))
        .collect()
}

/// What `own` leaves as it is in `base`, in the order of `base`. The mirror counts as one.
#[must_use]
pub fn missing(own: &[File], base: &[File]) -> Vec<Missing> {
    let mut missing: Vec<Missing> = base
        .iter()
        .filter(|file| own.iter().all(|one| one.name != file.name))
        .filter_map(|file| of(file, own))
        .collect();
    if own.iter().all(|file| file.kind() != Some(Kind::Mirror)) {
        missing.push(Missing::whole("mirror"));
    }
    missing
}

fn of(file: &File, own: &[File]) -> Option<Missing> {
    let told = File::new(format!("sentences/{}", file.name), "");
    match (told.exchanges(), file.kind()) {
        (Some(_), _) => {}
        // A track has no sentences.
        (None, Some(Kind::Mirror | Kind::Track)) => return None,
        (None, _) => return Some(Missing::whole(&file.name)),
    }
    let written = own.iter().find(|one| one.name == told.name);
    let written = written.map(|one| sentences(&one.text)).unwrap_or_default();
    let written: BTreeSet<String> = written.into_iter().map(|one| one.id).collect();
    let ids = sentences(&file.text).into_iter().map(|one| one.id);
    let ids: Vec<String> = ids.filter(|id| !written.contains(id)).collect();
    (!ids.is_empty()).then_some(Missing {
        file: told.name,
        ids,
    })
}

impl Missing {
    fn whole(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            ids: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_in_other_words_is_listed() {
        let base = [
            File::new("words.ron", "(words: {\"a\": \"one\", \"b\": \"two\"})"),
            File::new("own.ron", "(title: \"T\")"),
            File::new("tracks/a.ron", "(steps: [\"s\"])"),
            File::new("help.ron", "()"),
            File::new("lists/feelings.ron", "()"),
            File::new("mirror/vague.ron", "()"),
        ];
        let own = [
            File::new("sentences/words.ron", "(sentences: {\"b\": \"dos\"})"),
            File::new("sentences/own.ron", "(sentences: {\"title\": \"T\"})"),
            File::new("lists/feelings.ron", "()"),
        ];
        let told: Vec<String> = missing(&own, &base)
            .iter()
            .map(|one| format!("{} {:?}", one.file, one.ids))
            .collect();
        let expected = ["sentences/words.ron [\"a\"]", "help.ron []", "mirror []"];
        assert_eq!(told, expected);
    }
}
