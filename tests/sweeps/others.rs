//! Others at the same home: a second floe, a program that keeps folders in step, somebody who plants links or takes
//! the folder away.

use crate::left::{AFTER, Left, PRACTISE, RESUME};
use crate::support::walker::Walker;
use crate::support::{folder, run};
use std::fs;
use std::os::unix::fs::symlink;

#[test]
fn two_at_once_in_one_home_lose_nothing_of_each_others() {
    let left = Left::new();
    let words = ["ONE", "TWO"];
    std::thread::scope(|scope| {
        for word in words {
            let home = &left.home;
            scope.spawn(move || {
                for round in 0..4 {
                    // Somebody who was here before is asked one private question.
                    let input = format!("{word}{round}\n1\n1\n{word}{round} said\n");
                    let other = format!("{word}{round}");
                    let args = [&PRACTISE[..6], &[other.as_str()]].concat();
                    let ran = run(home, &args, &input);
                    assert_eq!(ran.code, 0, "{ran:?}");
                    assert!(ran.out.contains("To come back"), "{ran:?}");
                }
            });
        }
    });
    let rows = run(&left.home, &["rivers", "--json"], "");
    assert_eq!((rows.code, rows.err.as_str()), (0, ""));
    assert_eq!(rows.out.matches("\"practice\"").count(), 9, "{}", rows.out);
    for word in words {
        for round in 0..4 {
            let said = format!("{word}{round} said");
            assert!(folder::holds(&left.home, &said), "{said}");
        }
    }
}

#[test]
fn copies_that_keeping_in_step_leaves_are_no_crossings_and_stay_as_they_are() {
    let left = Left::new();
    let file = left.file();
    let id = file.file_stem().unwrap().to_str().unwrap().to_owned();
    let names = [
        format!("{id}.sync-conflict-20260101-120000-ABCDEFG.ron"),
        format!("{id} (Sam's conflicted copy 2026-01-01).ron"),
        format!("{id} (conflicted copy).ron"),
        format!(".{id}.ron.icloud"),
        format!("~${id}.ron"),
        format!("{id}.ron~"),
    ];
    let theirs = fs::read_to_string(&file)
        .unwrap()
        .replace("BEFORE one", "THEIRS");
    for name in &names {
        fs::write(file.with_file_name(name), &theirs).unwrap();
    }
    let rows = run(&left.home, &["rivers", "--json"], "");
    assert_eq!((rows.code, rows.err.as_str()), (0, ""));
    assert_eq!(rows.out.matches("\"practice\"").count(), 1, "{}", rows.out);
    let ran = run(&left.home, &RESUME, AFTER);
    assert_eq!(left.judge(&ran, "copies"), [""; 0]);
    assert!(left.has_after());
    for name in &names {
        assert_eq!(
            fs::read_to_string(file.with_file_name(name)).unwrap(),
            theirs,
            "{name}"
        );
    }
    assert_eq!(run(&left.home, &["forget", &id, "--yes"], "").code, 0);
    let kept = folder::files(&left.home);
    let copies = kept.iter().map(|path| path.to_string_lossy());
    let mut copies = copies.filter(|name| name.contains("conflict"));
    assert_eq!(
        copies.next(),
        None,
        "forgotten with what they are copies of"
    );
}

#[test]
fn a_file_that_changed_elsewhere_while_it_was_open_stays_and_so_does_ours() {
    let left = Left::new();
    let file = left.file();
    let mut walker = Walker::piped(&left.home, &RESUME);
    walker.ask();
    let theirs = fs::read_to_string(&file)
        .unwrap()
        .replace("BEFORE two", "THEIRS");
    fs::write(&file, &theirs).unwrap();
    walker.say("AFTER one");
    let ran = walker.end();
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        theirs,
        "theirs is untouched"
    );
    let ours = folder::files(&left.home)
        .into_iter()
        .find(|path| path.to_string_lossy().contains(".conflict-"));
    let ours = fs::read_to_string(ours.unwrap()).unwrap();
    assert!(
        ours.contains("BEFORE two") && ours.contains("AFTER one"),
        "{ours}"
    );
    assert_eq!(
        run(&left.home, &["rivers", "--json"], "")
            .out
            .matches("\"practice\"")
            .count(),
        1
    );
}

#[test]
fn a_home_that_is_taken_away_while_it_is_open_is_made_again_or_that_is_said() {
    let left = Left::new();
    let mut walker = Walker::piped(&left.home, &RESUME);
    walker.ask();
    fs::remove_dir_all(&left.home).unwrap();
    walker.say("AFTER one");
    let ran = walker.end();
    let is_there = left.has_before() && left.has_after();
    let is_told = ran.code == 1 && ran.out.contains("What you wrote last couldn't be saved");
    assert!(is_there || is_told, "{ran:?}");
}

#[test]
fn no_planted_link_leads_out_of_the_home() {
    let names = ["crossing", "backup", "river", "index", "lock"];
    for name in names {
        let left = Left::new();
        let (file, victim) = (left.file(), left.dir.path().join("trace"));
        let at = match name {
            "crossing" => file,
            "backup" => file.with_extension("ron.bak"),
            "river" => file.with_file_name("river.ron"),
            "lock" => file.with_extension("ron.lock"),
            _ => left.home.join("index.ron"),
        };
        fs::copy(&at, &victim).unwrap();
        let before = fs::read(&victim).unwrap();
        fs::remove_file(&at).unwrap();
        symlink(&victim, &at).unwrap();
        let ran = run(&left.home, &RESUME, AFTER);
        assert!(ran.code < 2, "{name}: {ran:?}");
        assert_eq!(fs::read(&victim).unwrap(), before, "{name}: {ran:?}");
        let is_said = ran.out.contains("To come back");
        assert!(
            !is_said || left.has_after() && left.has_before(),
            "{name}: {ran:?}"
        );
    }
}
