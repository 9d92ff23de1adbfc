//! Packs written for people to change, and what stands beside an installed program.

use crate::support::run;
use floe::content::starter;
use std::path::Path;
use tempfile::tempdir;

fn texts(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in folder.read_dir().unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            names.extend(
                texts(&entry.path())
                    .iter()
                    .map(|file| format!("{name}/{file}")),
            );
        } else {
            names.push(name);
        }
    }
    names.sort();
    names
}

#[test]
fn a_new_pack_has_no_problems_and_can_be_walked() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let pack = dir.path().join("mine");
    let path = pack.to_str().unwrap();
    let ran = run(&home, &["pack", "new", path], "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        texts(&pack),
        [
            "README.md",
            "REFERENCE.md",
            "pack.ron",
            "practices/pebble.ron"
        ]
    );
    assert_eq!(run(&home, &["check", path], "").code, 0);
    let walked = run(
        &home,
        &["--pack", path, "--line", "practise", "pebble"],
        "Noor\n",
    );
    assert!(walked.out.contains("What's the pebble?"), "{}", walked.out);
    assert_eq!(walked.code, 0);
}

#[test]
fn a_copy_says_what_floe_says_and_every_command_it_names_works() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let pack = dir.path().join("all of it");
    let path = pack.to_str().unwrap();
    let ran = run(&home, &["pack", "copy", path], "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let files = floe::content::library::bundled_files(floe::content::Language::ENGLISH);
    for file in &files {
        let copy = std::fs::read_to_string(pack.join(&file.name)).unwrap();
        assert!(copy == file.text, "{}", file.name);
    }
    assert_eq!(texts(&pack).len(), files.len() + starter::GUIDES.len());
    let list = run(&home, &["practise", "--list"], "");
    let copied = run(&home, &["--pack", path, "practise", "--list"], "");
    assert_eq!(list.out, copied.out);
    assert!(!home.exists(), "nothing of it is kept in a home");
}

#[test]
fn a_folder_with_anything_in_it_stays_as_it_is() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    std::fs::write(dir.path().join("letter.txt"), "mine").unwrap();
    for what in ["new", "copy"] {
        let ran = run(&home, &["pack", what, dir.path().to_str().unwrap()], "");
        assert_eq!(ran.code, 1);
        assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
        assert_eq!(texts(dir.path()), ["letter.txt"]);
    }
    let nowhere = dir.path().join("no/where");
    let ran = run(&home, &["pack", "new", nowhere.to_str().unwrap()], "");
    assert_eq!((ran.code, ran.err.lines().count()), (1, 2), "{}", ran.err);
}

#[test]
fn completions_and_the_manual_name_every_command() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let said = |args: &[&str]| {
        let ran = run(&home, args, "");
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    let help = said(&["--help"]);
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let names: Vec<_> = commands
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(names.len() > 15, "{help}");
    let mut papers: Vec<_> = ["bash", "zsh", "fish", "powershell", "elvish"]
        .map(|shell| said(&["completions", shell]))
        .into();
    papers.push(said(&["man"]));
    for paper in papers {
        for name in &names {
            assert!(paper.contains(name), "{name} in {paper}");
        }
    }
}
