//! `access.md` tells the truth about itself, and what it says of line mode, of ASCII and of the documents is held here.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, in its smaller parts as well"
)]

#[path = "support/mod.rs"]
mod support;
#[path = "support/table.rs"]
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use support::{Ran, finish, floe, run};
use table::{gone, is_number, numbers, rows, tests};
use tempfile::tempdir;

const ACCESS: &str = include_str!("access.md");
const README: &str = include_str!("../README.md");
/// What is asked for, and what line mode promises.
const COUNTS: [(char, usize); 2] = [('A', 34), ('P', 12)];

#[test]
fn every_requirement_has_its_row_in_order() {
    for (letter, count) in COUNTS {
        let rows = rows(ACCESS, |cell| is_number(letter, cell)).into_iter();
        let there: Vec<_> = rows.map(|(number, _)| number).collect();
        assert_eq!(there, numbers(letter, count));
    }
}

#[test]
fn every_row_names_a_test_or_a_dated_reason() {
    for (letter, _) in COUNTS {
        for (number, row) in rows(ACCESS, |cell| is_number(letter, cell)) {
            let has_reason = row.contains("Not true: 20") || row.contains("Not tried: 20");
            assert!(has_reason || !tests(row).is_empty(), "{number}: {row}");
        }
    }
}

#[test]
fn every_test_it_names_is_there() {
    let named = tests(ACCESS).len();
    assert!(named > 60, "{named}");
    assert_eq!(gone(ACCESS), []);
}

/// The beginning of a short practice in lines, with these surroundings.
fn begun(words: &[&str], surroundings: &[(&str, &str)]) -> Ran {
    let home = tempdir().unwrap();
    let mut command = floe(home.path());
    command.args([
        "practise",
        "one_agreement",
        "--me",
        "Sam",
        "--other",
        "Noor",
    ]);
    command.args(["--line", "--no-save"]).args(words);
    command.envs(surroundings.iter().copied());
    // The private questions, then whatever comes, and the map, the help and the mirror.
    finish(
        command,
        "a\n1\n1\n1\n1\n1\n/help\n/map\n\n/safety\n/mirror\n/pause\n\n\n\n\n\n\n",
    )
}

/// The first sign of floe's that isn't ASCII.
fn other(text: &str) -> Option<char> {
    text.chars().find(|sign| !sign.is_ascii())
}

#[test]
fn in_ascii_nothing_else_is_printed_in_any_language() {
    for language in ["en", "es", "de"] {
        let usual = begun(&["--lang", language], &[]).out;
        assert_eq!(other(&usual).is_some(), language != "en", "{usual}");
        let flag = begun(&["--lang", language, "--ascii"], &[]).out;
        let locale = begun(&["--lang", language], &[("LC_ALL", "C")]).out;
        assert_eq!(other(&flag), None, "{flag}");
        assert_eq!(flag, locale);
    }
    let locale = begun(&[], &[("LANG", "de_DE.ISO-8859-1")]).out;
    assert!(locale.contains("fuer "), "{locale}");
    assert_eq!(other(&locale), None, "{locale}");
    let utf8 = begun(&[], &[("LANG", "de_DE.UTF-8")]).out;
    assert!(other(&utf8).is_some(), "{utf8}");
}

#[test]
fn in_ascii_what_people_wrote_stays_as_they_wrote_it() {
    let home = tempdir().unwrap();
    let mut command = floe(home.path());
    command.args(["practise", "one_agreement", "--line", "--ascii"]);
    command.args(["--me", "J\u{fc}rgen", "--other", "Noor", "--lang", "de"]);
    let ran = finish(command, "\u{201e}Gr\u{fc}\u{df}e\u{201c}\n/back\n");
    assert!(ran.out.contains("J\u{fc}rgen"), "{}", ran.out);
    assert!(
        ran.out.contains("\u{201e}Gr\u{fc}\u{df}e\u{201c}"),
        "{}",
        ran.out
    );
}

#[test]
fn files_are_written_with_all_their_letters() {
    let home = tempdir().unwrap();
    let copy = home.path().join("copy");
    let to = copy.to_str().unwrap();
    let ran = run(
        home.path(),
        &["pack", "copy", to, "--lang", "de", "--ascii"],
        "",
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    let words = fs::read_to_string(copy.join("words.ron")).unwrap();
    assert!(other(&words).is_some());
}

#[test]
fn line_mode_is_named_where_people_begin() {
    let home = tempdir().unwrap();
    let help = run(home.path(), &["--help"], "").out;
    assert!(
        help.contains("--line") && help.contains("--ascii"),
        "{help}"
    );
    for way in ["`--line`", "`FLOE_LINE=1`", "`ACCESSIBLE=1`"] {
        assert!(README.contains(way), "{way}");
    }
    let mut command = floe(home.path());
    command.env("ACCESSIBLE", "1");
    let ran = finish(command, "");
    assert!(ran.out.starts_with("/help at any prompt"), "{}", ran.out);
}

#[test]
fn line_mode_says_how_to_answer_before_it_asks() {
    let home = tempdir().unwrap();
    let words = [
        "practise",
        "before_a_talk",
        "--line",
        "--me",
        "Sam",
        "--other",
        "Noor",
    ];
    let answers = format!("a\n1\n1\n1\n1\n1\n{}", "\n".repeat(30));
    let ran = run(home.path(), &words, &answers);
    let (before, _) = ran.out.split_once("\n[choose any] > ").unwrap();
    let how = before.lines().last().unwrap();
    assert!(how.starts_with("Answer with numbers"), "{how}");
    let pair = [
        "practise", "--pair", "--line", "--me", "Sam", "--other", "Noor",
    ];
    let hidden = run(home.path(), &pair, "a\n\n\n\n1\n1\n1\n1\n").out;
    let told = hidden
        .matches("isn't shown, and isn't printed again")
        .count();
    assert!(
        hidden.matches("[hidden ").count() > 1 && told == 1,
        "{hidden}"
    );
}

#[test]
fn help_says_the_question_again() {
    let home = tempdir().unwrap();
    let words = ["practise", "just_the_sorry", "--line", "--no-save"];
    let said = run(home.path(), &words, "/help\n").out;
    let question = "\nWhat would you like to mend, in a few words?\n[line] > ";
    assert_eq!(said.matches(question).count(), 2, "{said}");
}

/// Every file under a folder, but for what is built.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .filter(|path| !path.ends_with("target") && !path.ends_with(".git"))
        .flat_map(|path| match path.is_dir() && !path.is_symlink() {
            true => files(&path),
            false => vec![path],
        })
        .collect()
}

#[test]
fn what_moves_or_sounds_has_a_transcript_and_floe_never_rings() {
    let all = files(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(all.len() > 300, "{}", all.len());
    for file in &all {
        let kind = file
            .extension()
            .and_then(|kind| kind.to_str())
            .unwrap_or_default();
        if ["cast", "gif", "mp4", "webm", "mp3", "ogg"].contains(&kind) {
            assert!(file.with_extension("txt").exists(), "{}", file.display());
        }
    }
    let rings = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap_or_default();
        // What a test writes into floe isn't what floe writes.
        let said = text
            .split("#[cfg(test)]")
            .next()
            .unwrap_or_default()
            .to_owned();
        ["\\x07", "\\u{7}", "\\u{07}"]
            .iter()
            .any(|bell| said.contains(bell))
    };
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let ringing: Vec<_> = files(&source).into_iter().filter(rings).collect();
    assert_eq!(ringing, Vec::<PathBuf>::new());
}

#[test]
fn readme_claims_no_more_than_was_tried() {
    assert!(README.contains("not yet tested with people who use them"));
    for reader in ["NVDA", "VoiceOver", "Orca", "braille"] {
        assert!(README.contains(reader), "{reader}");
    }
    let pictures = README.split("![").skip(1);
    for picture in pictures {
        assert!(!picture.starts_with(']'), "a picture has words");
    }
}
