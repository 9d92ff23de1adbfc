//! The shape of files: what they open with, how long they are, what they are called, why they except themselves.

use crate::Breach;
use crate::reader::{Source, attribute};

/// The most lines a file may have.
const MOST_LINES: usize = 400;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "misc", "manager",
];

/// A file opens by saying what it is for.
pub(crate) fn opens_with_its_purpose(source: &Source) -> Vec<Breach> {
    const RULE: &str = "every file opens with `//!` and what the room is for";
    let opens = source.text.lines().next().unwrap_or_default();
    if opens
        .strip_prefix("//! ")
        .is_some_and(|purpose| !purpose.trim().is_empty())
    {
        return Vec::new();
    }
    vec![Breach::new(source, 1, RULE, format!("{opens:?}"))]
}

/// A file can be read in one sitting.
pub(crate) fn short_files(source: &Source) -> Vec<Breach> {
    const RULE: &str = "files have at most 400 lines";
    let lines = source.text.lines().count();
    if lines <= MOST_LINES {
        return Vec::new();
    }
    vec![Breach::new(source, lines, RULE, format!("{lines} lines"))]
}

/// A name says what is inside.
pub(crate) fn telling_names(source: &Source) -> Vec<Breach> {
    const RULE: &str = "no utils, helpers, common, misc or manager";
    let says_nothing = |name: &str| {
        name.to_lowercase()
            .split('_')
            .any(|part| EMPTY_NAMES.contains(&part))
    };
    let mut breaches = Vec::new();
    if source
        .path
        .trim_end_matches(".rs")
        .split('/')
        .any(says_nothing)
    {
        breaches.push(Breach::new(source, 1, RULE, source.path.clone()));
    }
    for pair in source.all.windows(2) {
        if pair[0].is_word("mod")
            && let Some(name) = pair[1].word()
            && says_nothing(name)
        {
            breaches.push(Breach::new(
                source,
                pair[1].line,
                RULE,
                format!("mod {name}"),
            ));
        }
    }
    breaches
}

/// Whoever steps around a lint says why.
pub(crate) fn exceptions_have_reasons(source: &Source) -> Vec<Breach> {
    const RULE: &str = "every #[allow] and #[expect] gives its reason";
    let mut breaches = Vec::new();
    for at in 0..source.all.len() {
        let Some(end) = attribute(&source.all, at) else {
            continue;
        };
        let inner = &source.all[at..end];
        let asks = |token: &crate::reader::Token| token.is_word("allow") || token.is_word("expect");
        let first = inner.iter().find(|token| token.word().is_some());
        let nested = first.is_some_and(|token| token.is_word("cfg_attr")) && inner.iter().any(asks);
        if (first.is_some_and(asks) || nested) && !inner.iter().any(|token| token.is_word("reason"))
        {
            breaches.push(Breach::new(source, source.all[at].line, RULE, "no reason"));
        }
    }
    breaches
}

/// The lints that hold what this test doesn't look at, and which of them are off.
pub(crate) fn missing_lints(manifest: &str, clippy: &str) -> Vec<String> {
    let lints = [
        "unsafe_code = \"forbid\"",
        "missing_docs = \"warn\"",
        "unwrap_used = \"warn\"",
        "expect_used = \"warn\"",
        "panic = \"warn\"",
        "string_slice = \"warn\"",
        "too_many_lines = \"warn\"",
        "allow_attributes_without_reason = \"warn\"",
    ];
    let mut missing: Vec<String> = lints
        .iter()
        .filter(|lint| !manifest.contains(*lint))
        .map(|lint| format!("Cargo.toml lacks {lint}"))
        .collect();
    if !clippy.contains("too-many-lines-threshold = 60") {
        missing.push("clippy.toml lets functions grow past 60 lines".to_owned());
    }
    let unexplained = clippy
        .lines()
        .filter(|line| line.contains("path =") && !line.contains("reason ="));
    missing.extend(unexplained.map(|line| format!("clippy.toml gives no reason: {}", line.trim())));
    for path in [
        "SystemTime::now",
        "Local::now",
        "env::var",
        "fs::write",
        "process::exit",
        "Cell::set_symbol",
    ] {
        if !clippy.contains(path) {
            missing.push(format!("clippy.toml allows {path}"));
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rule;

    fn caught(rule: Rule, path: &str, text: &str) -> usize {
        rule(&Source::new(path, text)).len()
    }

    #[test]
    fn a_file_that_does_not_say_what_it_is_for_is_caught() {
        let rule = opens_with_its_purpose;
        assert_eq!(caught(rule, "src/a.rs", "//! What it is for.\n"), 0);
        for text in [
            "",
            "//!\n//! Late.",
            "// A comment.",
            "use std::fmt;\n//! Late.",
        ] {
            assert_eq!(caught(rule, "src/a.rs", text), 1, "{text:?}");
        }
    }

    #[test]
    fn a_long_file_is_caught() {
        assert_eq!(caught(short_files, "src/a.rs", &"\n".repeat(400)), 0);
        assert_eq!(caught(short_files, "tests/a.rs", &"\n".repeat(401)), 1);
    }

    #[test]
    fn names_that_say_nothing_are_caught() {
        let rule = telling_names;
        for path in [
            "src/utils.rs",
            "src/tui/helpers/mod.rs",
            "tests/common/mod.rs",
            "src/session_manager.rs",
        ] {
            assert_eq!(caught(rule, path, ""), 1, "{path}");
        }
        assert_eq!(caught(rule, "src/a.rs", "mod misc { }"), 1);
        assert_eq!(caught(rule, "src/utility.rs", "mod commonplace;"), 0);
    }

    #[test]
    fn an_exception_without_a_reason_is_caught() {
        let rule = exceptions_have_reasons;
        for text in [
            "#[allow(dead_code)] fn f() {}",
            "#![allow(dead_code)]",
            "#[expect(clippy::panic)] fn f() {}",
            "#[cfg_attr(test, allow(dead_code))] fn f() {}",
            "#[cfg(test)] mod tests { #[allow(dead_code)] fn f() {} }",
        ] {
            assert_eq!(caught(rule, "tests/a.rs", text), 1, "{text}");
        }
        assert_eq!(
            caught(
                rule,
                "src/a.rs",
                "#[expect(a, reason = \"b\")] #[cfg(test)] fn f() {}"
            ),
            0
        );
    }

    #[test]
    fn a_lint_that_is_off_is_caught() {
        let found = missing_lints(
            "unsafe_code = \"forbid\"",
            "disallowed-methods = [\n{ path = \"std::env::var\" },\n]",
        );
        assert!(found.iter().any(|what| what.contains("too_many_lines")));
        assert!(found.iter().any(|what| what.contains("gives no reason")));
        assert!(found.iter().any(|what| what.contains("process::exit")));
        assert!(!found.iter().any(|what| what.contains("unsafe_code")));
    }
}
