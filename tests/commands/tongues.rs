//! Languages from outside: the one asked for is spoken everywhere, and nothing of another shows through.

use crate::planted::{agreement, landed, river};
use crate::support::answers::{fluent, walk};
use crate::support::pseudo;
use crate::support::walker::{Asked, Walker};
use crate::support::{Ran, finish, floe, folder, run};
use floe::content::{Language, library};
use floe::words::{Key, Words};
use std::fs;
use std::path::Path;
use tempfile::{TempDir, tempdir};

/// Names without a letter that could be English.
const TOGETHER: [&str; 4] = ["--me", "\u{416}", "--other", "\u{42d}"];

/// Letters that stand for others, and back.
#[derive(Clone, Copy)]
struct Letters {
    say: fn(&str) -> String,
    back: fn(&str) -> String,
}

const NARROW: Letters = Letters {
    say: pseudo::narrow,
    back: pseudo::from_narrow,
};
const WIDE: Letters = Letters {
    say: pseudo::wide,
    back: pseudo::from_wide,
};

impl Letters {
    fn pack(self) -> TempDir {
        let folder = tempdir().unwrap();
        pseudo::write(&pseudo::files(self.say), folder.path());
        folder
    }
}

/// Walks to the end in a language made up, and answers all that was printed.
fn walked(letters: Letters, pack: &Path, home: &Path, words: &[&str]) -> String {
    let args = [&["--line", "--pack", pack.to_str().unwrap()], words].concat();
    let mut walker = Walker::piped(home, &args);
    let mut answer = fluent("4.");
    let read = |asked: &Asked| Asked {
        text: (letters.back)(&asked.text),
        tag: asked.tag.clone(),
    };
    walk(&mut walker, |asked| answer(&read(asked)), |_| false);
    let ran = walker.ends();
    assert_eq!((ran.code, &*ran.err), (0, ""), "{words:?}");
    ran.out
}

/// The lines with a letter that nobody typed, beside tags, ids and paths.
fn english<'a>(printed: &'a str, home: &Path, own: &[&str]) -> Vec<&'a str> {
    let mut ids: Vec<String> = folder::files(home)
        .iter()
        .flat_map(|path| path.strip_prefix(home).unwrap().iter())
        .map(|part| part.to_str().unwrap().trim_end_matches(".ron").to_owned())
        .collect();
    // One may be part of another.
    ids.sort_by_key(|id| std::cmp::Reverse(id.len()));
    let is_english = |line: &&str| {
        let mut line = line.replace(home.to_str().unwrap(), "");
        while let Some((before, (tag, after))) = line
            .split_once('[')
            .and_then(|(before, rest)| Some((before, rest.split_once("] > ")?)))
        {
            assert!(tag.len() < 30, "{line}");
            line = format!("{before}{after}");
        }
        let named = ids.iter().map(String::as_str).chain(own.iter().copied());
        for name in named {
            line = line.replace(name, "");
        }
        line.contains(|c: char| c.is_ascii_alphabetic())
    };
    printed.lines().filter(is_english).collect()
}

/// What the longer answers of these tests end with.
const TYPED: &[&str] = &["and more", "--home"];

#[test]
fn whole_crossings_show_no_sentence_of_another_language() {
    let pack = NARROW.pack();
    let walks: [&[&str]; 7] = [
        &["practise"],
        &["practise", "--pair"],
        &["practise", "gift", "--pair"],
        &["practise", "letting_go"],
        &["rehearse", "the_deposit"],
        &["rehearse", "own"],
        &["rehearse", "own", "--pair"],
    ];
    for words in walks {
        let home = tempdir().unwrap();
        let named: &[&str] = match words.contains(&"--pair") {
            true => &TOGETHER,
            false => &[],
        };
        let printed = walked(NARROW, pack.path(), home.path(), &[words, named].concat());
        assert!(printed.len() > 1500, "{words:?}: {printed}");
        let english = english(&printed, home.path(), TYPED);
        assert!(english.is_empty(), "{words:?}: {english:#?}");
    }
}

#[test]
fn nor_do_wide_letters_that_break_anywhere() {
    let pack = WIDE.pack();
    for words in [&["practise"][..], &["rehearse", "the_deposit"]] {
        let home = tempdir().unwrap();
        let printed = walked(WIDE, pack.path(), home.path(), words);
        let english = english(&printed, home.path(), TYPED);
        assert!(english.is_empty(), "{words:?}: {english:#?}");
    }
}

/// A river with an agreement that stands.
fn planted(home: &Path, mode: &str) {
    let kept = agreement(1, "text: \"44\", until: Some(\"2026-05-05\")");
    let stage = landed(1, "None", &[&kept]);
    river(home, "4", mode, &[("crossing", &stage)]);
    for path in folder::files(home) {
        let text = fs::read_to_string(&path).unwrap();
        let text = text
            .replace("\"Sam\"", "\"\u{416}\"")
            .replace("\"Noor\"", "\"\u{42d}\"")
            .replace("After 4", "4");
        fs::write(path, text).unwrap();
    }
}

#[test]
fn nor_do_return_visits_and_what_was_kept() {
    let pack = NARROW.pack();
    let path = pack.path().to_str().unwrap();
    for (mode, words) in [
        ("Solo", &["practise", "return"][..]),
        ("Pair", &["practise", "return", "--pair"]),
    ] {
        let home = tempdir().unwrap();
        planted(home.path(), mode);
        let printed = walked(NARROW, pack.path(), home.path(), words);
        let told = english(&printed, home.path(), TYPED);
        assert!(told.is_empty(), "{words:?}: {told:#?}");
        for words in [
            &["--line"][..],
            &["rivers"],
            &["agreements"],
            &["agreements", "--due"],
            &["show", "4"],
            &["export", "4", "--as", "txt", "-o", "-"],
            &["export", "4", "--as", "md", "-o", "-"],
            &["mirror"],
            &["forget", "4", "--yes"],
        ] {
            let ran = run(home.path(), &[&["--pack", path], words].concat(), "4\n");
            assert_eq!(ran.code, 0, "{words:?}: {}", ran.err);
            let told = english(&ran.out, home.path(), &[]);
            assert!(told.is_empty(), "{words:?}: {told:#?}");
            assert!(!ran.out.is_empty() || words.contains(&"--due"), "{words:?}");
        }
    }
}

#[test]
fn nor_do_lists_and_errors() {
    let pack = NARROW.pack();
    let path = pack.path().to_str().unwrap();
    let home = tempdir().unwrap();
    let whole = library::bundled(Language::ENGLISH, floe::words::KEYS).unwrap();
    let ids: Vec<&str> = whole.practices.keys().map(|id| id.as_str()).collect();
    for words in [&["practise", "--list"][..], &["rehearse", "--list"]] {
        let ran = run(home.path(), &[&["--pack", path], words].concat(), "");
        let told = english(&ran.out, home.path(), &[&ids[..], &["own"]].concat());
        assert!(told.is_empty(), "{words:?}: {told:#?}");
        assert!(ran.out.len() > 200, "{words:?}");
    }
    fs::write(home.path().join("7"), "").unwrap();
    for words in [
        &["show", "4"][..],
        &["resume", "--line"],
        &["resume", "4", "--line"],
        &["practise", "4", "--line"],
        &["practise", "return", "--line"],
        &["practise", "--river", "4", "--line"],
        &["rehearse", "4", "--line"],
        &["mirror", "/4/4"],
        &["export", "4", "--as", "md"],
        &["/dev/null", "rivers"],
    ] {
        let (home, words) = match words {
            [home, words @ ..] if home.starts_with('/') => (Path::new(home), words),
            _ => (home.path(), words),
        };
        let ran = run(home, &[&["--pack", path], words].concat(), "");
        assert!((1..=2).contains(&ran.code), "{words:?}: {}", ran.code);
        assert_eq!(ran.err.lines().count(), 2, "{words:?}: {}", ran.err);
        let told = english(&ran.err, home, &["/dev/null"]);
        assert!(told.is_empty(), "{words:?}: {told:#?}");
    }
}

/// Runs floe in a locale.
fn in_locale(home: &Path, variables: &[(&str, &str)], words: &[&str]) -> Ran {
    let mut command = floe(home);
    command.envs(variables.iter().copied()).args(words);
    finish(command, "")
}

#[test]
fn the_language_is_asked_for_or_that_of_the_surroundings() {
    let home = tempdir().unwrap();
    for language in Language::all() {
        let cover = library::cover(language).unwrap();
        let expected = Words::of(&cover).say(Key::NoRivers, &[]) + "\n";
        let code = language.code();
        let locale = format!("{code}_XX.UTF-8");
        for (variables, words) in [
            (&[][..], &["--lang", code, "rivers"][..]),
            (&[("LANG", "qq_QQ.UTF-8")], &["rivers", "--lang", code]),
            (&[("LANG", &*locale)], &["rivers"]),
            (
                &[("LANG", "qq_QQ.UTF-8"), ("LC_MESSAGES", &locale)],
                &["rivers"],
            ),
            (
                &[("LC_ALL", &*locale), ("LC_MESSAGES", "qq_QQ")],
                &["rivers"],
            ),
        ] {
            let ran = in_locale(home.path(), variables, words);
            assert_eq!(ran.out, expected, "{variables:?} {words:?}");
        }
        // What can't be read is told in it too.
        let ran = in_locale(home.path(), &[], &["--4", &format!("--lang={code}")]);
        let second = Words::of(&cover).say(Key::ErrUsage, &[]);
        assert_eq!(ran.err.lines().nth(1), second.lines().nth(1), "{code}");
    }
    for locale in ["qq_QQ.UTF-8", "C", "POSIX", "", "\u{1b}[2J"] {
        let ran = in_locale(home.path(), &[("LC_ALL", locale)], &["rivers"]);
        assert_eq!((ran.code, &*ran.err), (0, ""), "{locale}");
    }
}

#[test]
fn a_language_nobody_taught_it_is_told_in_two_lines_with_those_there_are() {
    let home = tempdir().unwrap();
    for code in ["qq", "", "english", "\u{1b}[2Jx"] {
        let ran = run(home.path(), &["--lang", code, "rivers"], "");
        assert_eq!((ran.code, &*ran.out), (2, ""), "{code:?}");
        assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
        for language in Language::all() {
            assert!(ran.err.contains(language.code()), "{}", ran.err);
        }
        assert!(!ran.err.contains('\u{1b}'));
    }
}

#[test]
fn a_crossing_goes_on_in_another_language() {
    let pack = NARROW.pack();
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &["practise", "--line"]);
    let mut answer = fluent("4.");
    for _ in 0..30 {
        let asked = walker.ask();
        let line = answer(&asked);
        walker.line(&line);
    }
    let left = walker.ask();
    let ran = walker.end();
    assert_eq!(ran.code, 0, "{}", ran.err);
    let path = &folder::crossings(home.path())[0];
    assert!(
        fs::read_to_string(path)
            .unwrap()
            .contains("language: \"en\"")
    );
    let args = ["--pack", pack.path().to_str().unwrap(), "resume", "--line"];
    let mut walker = Walker::piped(home.path(), &args);
    let found = walker.ask();
    assert_eq!(found.tag, left.tag);
    let prompt = left.text.lines().rev().nth(1).unwrap();
    let back = pseudo::from_narrow(&found.text);
    assert!(back.contains(prompt), "{prompt}\n{back}");
    walker.line("/leave");
    assert_eq!(walker.ends().code, 0);
    let text = fs::read_to_string(path).unwrap();
    assert!(
        text.contains(&format!("language: \"{}\"", pseudo::TAG)),
        "{text}"
    );
}

#[test]
fn a_handful_of_sentences_is_a_pack() {
    let home = tempdir().unwrap();
    let pack = tempdir().unwrap();
    let told = "(format: 1, sentences: {\"no_rivers\": \"Nothing here yet, dear.\"})";
    fs::create_dir(pack.path().join("sentences")).unwrap();
    fs::write(pack.path().join("sentences/words.ron"), told).unwrap();
    let path = pack.path().to_str().unwrap();
    let ran = run(home.path(), &["--pack", path, "rivers"], "");
    assert_eq!(ran.out, "Nothing here yet, dear.\n");
    let ran = run(home.path(), &["--pack", path, "practise", "--list"], "");
    assert!(ran.out.contains("crossing "), "{}", ran.out);
    let ran = run(home.path(), &["check", path], "");
    assert_eq!(ran.out, "No problems in 1 file.\n");
    let ran = run(home.path(), &["check", "--coverage", path], "");
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("sentences/words.ron: "), "{}", ran.out);
    assert!(ran.out.contains("\n    no\n") && !ran.out.contains("\n    no_rivers\n"));
    assert!(ran.out.contains("lists/feelings.ron: the whole file\n"));
}
