//! Sentences that stand in the place of others: a language, or a pack, exchanges them by id and leaves the rest as it is.
//!
//! The text of a file is put together anew, with every sentence as it was written elsewhere, and then read like any
//! other. Where a problem is found in an exchanged sentence, it is told with the place it came from.

use super::sentences::{Sentence, sentences};
use super::source::File;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A sentence that was written in another file.
#[derive(Debug, Clone)]
pub(super) struct Exchanged {
    /// Where it stands now.
    at: Range<usize>,
    /// The file it was written in.
    from: Arc<File>,
    /// Where it was written.
    there: usize,
}

/// The file that a stretch of a text was written in, and where in it.
pub(super) fn origin(file: &File, at: Range<usize>) -> (&File, Range<usize>) {
    let behind = file.exchanged.partition_point(|one| one.at.end < at.end);
    match file.exchanged.get(behind) {
        Some(one) if one.at.start <= at.start => {
            let moved = |place: usize| place - one.at.start + one.there;
            (&one.from, moved(at.start)..moved(at.end))
        }
        _ => (file, at),
    }
}

/// The files with every sentence in its place. Those that only exchange sentences are gone.
pub(super) fn settled(files: &[File]) -> Cow<'_, [File]> {
    let is_exchange = |file: &&File| file.exchanges().is_some();
    if !files.iter().any(|file| is_exchange(&file)) {
        return Cow::Borrowed(files);
    }
    let settle = |file: &File| {
        let mut all = files.iter();
        let told = all.find(|one| one.exchanges() == Some(&file.name));
        told.map_or_else(|| file.clone(), |told| with(file, told))
    };
    files
        .iter()
        .filter(|file| !is_exchange(file))
        .map(settle)
        .collect()
}

/// A file with the sentences of another.
fn with(file: &File, told: &File) -> File {
    let from = Arc::new(told.clone());
    let written = sentences(&told.text).into_iter();
    let written: HashMap<String, Range<usize>> = written.map(|one| (one.id, one.at)).collect();
    let mut text = String::with_capacity(file.text.len() + told.text.len() / 4);
    let mut exchanged = Vec::new();
    let mut done = 0;
    for Sentence { id, at } in sentences(&file.text) {
        let Some(there) = written.get(&id) else {
            continue;
        };
        text.push_str(file.text.get(done..at.start).unwrap_or_default());
        let start = text.len();
        text.push_str(told.text.get(there.clone()).unwrap_or_default());
        exchanged.push(Exchanged {
            at: start..text.len(),
            from: Arc::clone(&from),
            there: there.start,
        });
        done = at.end;
    }
    text.push_str(file.text.get(done..).unwrap_or_default());
    File {
        text: text.into(),
        exchanged,
        ..file.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack() -> Vec<File> {
        vec![
            File::new(
                "words.ron",
                "(words: {\"a\": \"one\", \"b\": \"two\", \"c\": \"three\"})",
            ),
            File::new(
                "sentences/words.ron",
                "(sentences: {\"c\": r\"tres\", \"a\": \"un\u{f3}\", \"x\": \"-\"})",
            ),
            File::new("help.ron", "()"),
        ]
    }

    #[test]
    fn sentences_stand_in_the_place_of_others() {
        let pack = pack();
        let settled = settled(&pack);
        let texts: Vec<&str> = settled.iter().map(|file| &*file.text).collect();
        assert_eq!(
            texts,
            [
                "(words: {\"a\": \"un\u{f3}\", \"b\": \"two\", \"c\": r\"tres\"})",
                "()"
            ]
        );
    }

    #[test]
    fn what_was_exchanged_knows_where_it_was_written() {
        let pack = pack();
        let settled = settled(&pack);
        let place = |what: &str| {
            let at = settled[0].text.find(what).expect("it is there");
            let (file, at) = origin(&settled[0], at..at + what.len());
            (
                file.name.as_str(),
                file.text.get(at).expect("whole characters").to_owned(),
            )
        };
        let there = "sentences/words.ron";
        assert_eq!(place("\"un\u{f3}\""), (there, "\"un\u{f3}\"".to_owned()));
        assert_eq!(place("tres"), (there, "tres".to_owned()));
        assert_eq!(place("\"two\""), ("words.ron", "\"two\"".to_owned()));
        assert_eq!(place("\"un\u{f3}\", \"b\"").0, "words.ron");
        assert_eq!(place("\"c\"").0, "words.ron");
    }
}
