//! A talk of one's own, from outside: kept only if wished, found again by its id, and nowhere where two look.

use crate::planted;
use crate::support::answers::option;
use crate::support::walker::Walker;
use crate::support::{Ran, folder, run};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::tempdir;

/// Words that stand nowhere else.
const WORDS: [&str; 7] = [
    "ZQTHEM", "ZQPLACE", "ZQYOU", "ZQFIRST", "ZQDOUBT", "ZQHEARD", "ZQHURRY",
];

/// Builds a talk, guesses nothing, answers whether it is kept, and then types `more`.
fn build(home: &Path, keep: &str, more: &str) -> Ran {
    // An empty line ends the lines of each of the last three.
    let (said, lists) = WORDS.split_at(4);
    let input = format!(
        "{}\n{}\n\n1\n{keep}\n{more}",
        said.join("\n"),
        lists.join("\n\n")
    );
    run(home, &["rehearse", "own", "--line"], &input)
}

fn kept(home: &Path) -> (String, PathBuf) {
    let files = folder::files(&home.join("own-talks"));
    assert_eq!(files.len(), 1, "{files:?}");
    let id = files[0].file_stem().unwrap().to_str().unwrap().to_owned();
    (id, files[0].clone())
}

#[test]
fn kept_it_is_played_again_by_its_id_and_the_words_are_in_its_file_alone() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    // The whole way: begin, a line, heard, and on to the end, with the card kept.
    let lines = "1\nZQLINE\n\n2\n\n1\n\n\n\n\n\n\n\n\n\n\n\n";
    let ran = build(&home, "2", lines);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("Who answers: ZQTHEM"), "{}", ran.out);
    assert!(ran.out.contains("\"ZQHEARD\""), "{}", ran.out);
    let (id, path) = kept(&home);
    assert!(
        ran.out.contains(&format!("floe rehearse {id} --home")),
        "{}",
        ran.out
    );
    assert_eq!(
        (folder::mode(&path), folder::mode(path.parent().unwrap())),
        (0o600, 0o700)
    );
    assert_eq!(folder::files(&home), [path], "nothing but that file");
    let again = run(&home, &["rehearse", &id, "--line"], "1\n");
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(again.out.contains("\"ZQFIRST\""), "{}", again.out);
    let list = run(&home, &["rehearse", "--list"], "");
    assert!(
        list.out.contains(&id) && list.out.contains("own  Build your own"),
        "{}",
        list.out
    );
    assert!(list.out.contains("ZQTHEM, ZQPLACE"), "{}", list.out);
    let moved = dir.path().join("moved");
    fs::rename(&home, &moved).unwrap();
    assert!(run(&moved, &["rehearse", "--list"], "").out.contains(&id));
}

#[test]
fn only_for_now_leaves_nothing_and_so_does_leaving_early() {
    for (keep, more) in [
        ("1", "1\nZQLINE\n\n1\n"),
        ("", ""),
        ("/quit", ""),
        ("2x", ""),
    ] {
        let dir = tempdir().unwrap();
        let home = dir.path().join("home");
        let ran = build(&home, keep, more);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(!home.exists(), "{keep}: {:?}", folder::files(&home));
    }
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let ran = run(&home, &["rehearse", "own", "--line"], "ZQTHEM\n\n\n\n\n");
    assert!(ran.out.contains("nothing to play back"), "{}", ran.out);
    assert!(!home.exists());
}

/// What is kept of such a rehearsal, and its draft, name nobody who is in the talk.
#[test]
fn a_river_of_it_names_nobody() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    // begin; three turns of nothing (own, try, waits, then); end, what if; the debrief; the card; keep; then leave.
    let turn = "\n\n\n\n";
    let debrief = "ZQJUMPED\n\n\nZQALONG\n\n\n\n\n\n2\n/quit\n";
    let input = format!("1\n{turn}{turn}{turn}\n\n{debrief}");
    let ran = build(&home, "2", &input);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let (id, path) = kept(&home);
    let crossings: Vec<_> = folder::crossings(&home)
        .into_iter()
        .filter(|at| *at != path)
        .collect();
    assert_eq!(crossings.len(), 1, "{}", ran.out);
    for file in folder::files(&home).iter().filter(|at| **at != path) {
        let text = fs::read_to_string(file).unwrap();
        for words in WORDS.into_iter().chain(["ZQJUMPED"]) {
            assert!(!text.contains(words), "{words} in {}", file.display());
        }
        assert!(!text.contains(&id), "{}", file.display());
    }
    let draft = crossings[0].file_stem().unwrap().to_str().unwrap();
    assert!(run(&home, &["forget", &id, "--yes"], "").code == 0);
    let resumed = run(&home, &["resume", draft, "--line"], "");
    assert_eq!(resumed.code, 0, "{}", resumed.err);
    assert!(resumed.out.contains("ZQALONG"), "{}", resumed.out);
}

#[test]
fn where_two_look_and_where_programs_read_it_is_not() {
    let dir = tempdir().unwrap();
    let home = dir.path();
    build(home, "2", "");
    let (id, _) = kept(home);
    planted::river(
        home,
        "aaa",
        "Pair",
        &[("crossing", &planted::landed(1, "None", &[]))],
    );
    let told = [
        vec!["rehearse", "--list", "--json"],
        vec!["practise", "--list"],
        vec!["practise", "--list", "--json"],
        vec!["rivers"],
        vec!["rivers", "--json"],
        vec!["agreements", "--json"],
        vec!["show", &id],
        vec!["show", &id, "--json"],
        vec!["export", &id, "--as", "json", "-o", "-"],
        vec!["resume", &id, "--line"],
        vec!["practise", &id, "--pair", "--line"],
        vec!["practise", &id, "--line"],
        vec!["practise", "own", "--pair", "--line"],
        vec!["practise", "own_talk", "--pair", "--line"],
        vec!["practise", "own", "--line"],
        vec!["practise", "--pair", "--line", "--river", &id],
    ];
    for args in told {
        let ran = run(home, &args, "2\n1\n");
        let all = ran.out + &ran.err;
        for words in WORDS {
            assert!(!all.contains(words), "{args:?} tells {words}:\n{all}");
        }
        let named = args.contains(&id.as_str());
        assert!(named || !all.contains(&id), "{args:?} tells the id:\n{all}");
        assert!(!named || ran.code != 0, "{args:?} reaches it:\n{all}");
    }
}

/// Alone it stands among what can be rehearsed on the bank. Together there is no way to it.
#[test]
fn on_the_bank_it_is_for_one_alone() {
    let dir = tempdir().unwrap();
    let home = dir.path();
    build(home, "2", "");
    let (id, _) = kept(home);
    planted::river(
        home,
        "aaa",
        "Pair",
        &[("crossing", &planted::landed(1, "None", &[]))],
    );
    let mut bank = Walker::piped(home, &["--line"]);
    let ways = bank.ask();
    assert!(!ways.text.contains("ZQ"), "{}", ways.text);
    let together = option(&ways, "Cross together").unwrap();
    let mut asked = bank.say(&together);
    for _ in 0..6 {
        let all = &asked.text;
        assert!(
            !all.contains("ZQ") && !all.contains(&id) && !all.contains("Rehearse"),
            "{all}"
        );
        bank.line("1");
        let Some(next) = bank.asked() else { break };
        asked = next;
    }
    let mut bank = Walker::piped(home, &["--line"]);
    let ways = bank.ask();
    let stories = bank.say(&option(&ways, "Rehearse").unwrap());
    assert!(stories.text.contains("Build your own"), "{}", stories.text);
    let talk = option(&stories, "A talk of my own").unwrap();
    assert!(bank.say(&talk).text.contains("Who answers: ZQTHEM"));
}

#[test]
fn it_is_erased_by_its_id_and_with_everything() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    build(&home, "2", "");
    let (id, path) = kept(&home);
    let asked = run(&home, &["forget", &id], "no\n");
    assert!(path.exists() && !asked.out.contains("ZQ"), "{}", asked.out);
    assert_eq!(run(&home, &["forget", &id, "--yes"], "").code, 0);
    assert!(!home.exists());
    build(&home, "2", "");
    let torn = home.join("own-talks/torn.ron");
    fs::write(&torn, "(format: 1").unwrap();
    assert_eq!(run(&home, &["forget", "--all", "--yes"], "").code, 0);
    assert!(!home.exists(), "{:?}", folder::files(&home));
}

#[test]
fn a_damaged_file_and_a_newer_one_are_told_in_two_lines_and_left_alone() {
    let dir = tempdir().unwrap();
    let home = dir.path();
    build(home, "2", "");
    let (id, path) = kept(home);
    let text = fs::read_to_string(&path).unwrap();
    for (planted, said) in [
        (text.replace("opening", "openin"), "can't be read as a talk"),
        (
            text.replace("format: 2", "format: 9"),
            "written by a newer floe",
        ),
    ] {
        fs::write(&path, &planted).unwrap();
        for args in [vec!["rehearse", &id, "--line"], vec!["rehearse", "--list"]] {
            let ran = run(home, &args, "");
            assert_eq!((ran.code, ran.err.lines().count()), (1, 2), "{}", ran.err);
            assert!(
                ran.err.contains(said) && !ran.err.contains("ZQ"),
                "{}",
                ran.err
            );
        }
        assert!(
            run(home, &["rehearse", "--list"], "")
                .out
                .contains("the_deposit")
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), planted);
    }
}
