//! Sentences a person reads live in `content/`, so that they can be read, bettered and translated in one place.

use crate::Breach;
use crate::reader::{Kind, Source, attribute};

/// Rooms that speak to those who write content, in diagnostics that stand beside the checks they belong to.
const FOR_AUTHORS: &[&str] = &["src/content", "src/mirror/examples"];

/// Literals that have to stand in Rust: the file, how they begin, and why.
const EXCEPTIONS: &[(&str, &[&str], &str)] = &[
    (
        "src/commands/asking.rs",
        &["[yes or no]"],
        "the tag of a prompt, the same in every language",
    ),
    (
        "src/commands/check.rs",
        &["No problems in", "{} in {files}. Nothing"],
        "the sum below diagnostics for authors, which are English like the diagnostics themselves",
    ),
    (
        "src/commands/coverage.rs",
        &[
            "{file}: the whole file",
            "{}: {} files; left in other words",
        ],
        "a list for people who write languages, beside diagnostics that are English too",
    ),
    (
        "src/commands/failure.rs",
        &["{shown}: {problems} problem(s)"],
        "said when the content can't be used, so its sentences aren't at hand",
    ),
    (
        "src/main.rs",
        &["floe stopped at a bug", "What was saved is safe"],
        "said at a bug of floe's own, when nothing else of it may be leant on",
    ),
    (
        "src/store/atomic.rs",
        &[
            "look at the present",
            "create a new file",
            "write the new file",
            "bring the new file",
            "keep a backup",
            "put the new file",
            "remove the older copies",
        ],
        "part of an error's message for engineers",
    ),
    (
        "src/store/desk.rs",
        &["no saving thread", "it can't be written"],
        "reasons for engineers, like the messages of the errors beside them",
    ),
    (
        "src/store/disk.rs",
        &["not a regular file"],
        "the message of an error of the system's kind",
    ),
];

/// Literals that read like a sentence stand in content.
pub(crate) fn sentences_live_in_content(source: &Source) -> Vec<Breach> {
    const RULE: &str =
        "sentences a person reads live in content/ (exceptions in tests/architecture/speech.rs)";
    if source.is_test || source.is_under(FOR_AUTHORS) {
        return Vec::new();
    }
    let excepted = |text: &str| {
        let mut own = EXCEPTIONS.iter().filter(|(path, ..)| *path == source.path);
        own.any(|(_, starts, _)| starts.iter().any(|start| text.starts_with(start)))
    };
    let mut breaches = Vec::new();
    for (line, text) in literals(source) {
        if is_a_sentence(text) && !excepted(text) {
            breaches.push(Breach::new(source, line, RULE, format!("{text:?}")));
        }
    }
    breaches
}

/// The exceptions that no longer except anything.
pub(crate) fn unused_exceptions(sources: &[Source]) -> Vec<String> {
    let is_used = |path: &str, start: &str| {
        let mut files = sources.iter().filter(|source| source.path == path);
        files.any(|source| {
            literals(source).any(|(_, text)| is_a_sentence(text) && text.starts_with(start))
        })
    };
    let mut unused = Vec::new();
    for (path, starts, _) in EXCEPTIONS {
        let stale = starts.iter().filter(|start| !is_used(path, start));
        unused.extend(stale.map(|start| format!("{path}: {start:?}")));
    }
    unused
}

/// Every text literal outside attributes, with its line. Attributes hold messages for engineers and lint reasons.
fn literals(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let mut behind = 0;
    source
        .tokens
        .iter()
        .enumerate()
        .filter_map(move |(at, token)| {
            if at >= behind {
                behind = attribute(&source.tokens, at).unwrap_or(behind);
            }
            match &token.kind {
                Kind::Text(text) if at >= behind => Some((token.line, text.as_str())),
                _ => None,
            }
        })
}

/// Three words in a row, or two that begin large and end like a sentence. Blanks and signs are no words.
fn is_a_sentence(text: &str) -> bool {
    let is_word = |piece: &&str| {
        let bare = piece.trim_matches(|c: char| c.is_ascii_punctuation() && c != '{' && c != '}');
        bare.chars().any(char::is_alphabetic)
            && bare
                .chars()
                .all(|c| c.is_alphabetic() || c == '\'' || c == '-')
    };
    let words = text.split_whitespace().filter(is_word).count();
    let begins_large = text.starts_with(char::is_uppercase);
    let ends = text.trim_end().ends_with(['.', '?', '!']);
    words >= 3 || words >= 2 && begins_large && ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caught(path: &str, text: &str) -> usize {
        sentences_live_in_content(&Source::new(path, text)).len()
    }

    #[test]
    fn a_sentence_in_rust_is_caught() {
        for text in [
            "fn f() { say(\"Nothing was saved.\") }",
            "fn f() { say(\"not saved yet\") }",
            "fn f() { format!(\"{name} is in the water\") }",
            "const A: &str = r\"Are you sure?\";",
            "fn f() { say(\"Press Enter,\\n  then wait\") }",
        ] {
            assert_eq!(caught("src/line/a.rs", text), 1, "{text}");
            assert_eq!(caught("src/content/a.rs", text), 0, "{text}");
            assert_eq!(caught("tests/a.rs", text), 0, "{text}");
        }
    }

    #[test]
    fn names_formats_and_messages_for_engineers_are_fine() {
        for text in [
            "fn f() { say(\"{number}. {mark}, {}: {}\") }",
            "fn f() { say(\"[hidden words] > \") }",
            "fn f() { say(\"yes or\", \"river.ron\", \"%Y-%m-%d\") }",
            "#[error(\"another floe has this crossing open\")] struct A;",
            "#[expect(a, reason = \"one place where the time is asked for\")] fn f() {}",
            "#[cfg(test)] mod tests { fn f() { assert!(a, \"This went wrong here.\") } }",
            "/// Says what is the matter.\nfn f() {}",
        ] {
            assert_eq!(caught("src/line/a.rs", text), 0, "{text}");
        }
    }
}
