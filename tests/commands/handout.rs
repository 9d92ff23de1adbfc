//! A page to take home from a room: it needs no home, says what its content says, and fits on one sheet of paper.

use crate::files::left;
use crate::support::{folder, run};
use floe::content::{Handout, Language, library};
use floe::text::{fold, width};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::tempdir;

/// Rows and columns of plain text that fit on a sheet of A4 or US Letter.
const PAPER: (usize, usize) = (60, 72);
/// The page in print: columns of half its width and rows of half its height, of the shorter of the two sheets and in a
/// broad serif. Below the title and the picture, 565 points are left, and a row takes 13.2 of them.
const HALF: (usize, usize) = (40, 42);

fn printed(home: &Path, language: Language, form: &str) -> String {
    let code = language.code();
    let args = [
        "--lang",
        code,
        "export",
        "--handout",
        "--as",
        form,
        "-o",
        "-",
    ];
    let ran = run(home, &args, "");
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (0, ""),
        "{code} {form}: {}",
        ran.err
    );
    ran.out
}

fn handout(language: Language) -> Handout {
    let pack = library::whole(language).unwrap();
    pack.handout.unwrap()
}

#[test]
fn it_says_everything_in_every_language_and_looks_into_no_home() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    for language in Language::all() {
        let code = language.code();
        let text = printed(&home, language, "txt");
        let page = printed(&home, language, "html").replace("&#39;", "'");
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let handout = handout(language);
        assert!(handout.parts.len() > 3);
        let lines = handout.parts.iter().flat_map(|part| &part.lines);
        let titles = handout.parts.iter().map(|part| &part.title);
        for line in lines
            .chain(titles)
            .chain([&handout.title, &handout.foot])
            .map(String::as_str)
        {
            assert!(folded.contains(line), "{code}: {line}");
            assert!(page.contains(&format!(">{line}<")), "{code}: {line}");
        }
        assert_eq!(page.matches("<h2").count(), handout.parts.len(), "{code}");
        assert!(page.contains(&format!("lang=\"{code}\"")), "{code}");
    }
    assert!(!home.exists());
}

#[test]
fn it_fits_on_one_sheet_in_every_language() {
    let dir = tempdir().unwrap();
    for language in Language::all() {
        let code = language.code();
        let text = printed(dir.path(), language, "txt");
        let (rows, columns) = (
            text.lines().count(),
            text.lines().map(width).max().unwrap_or(0),
        );
        assert!(rows <= PAPER.0, "{code}: {rows} rows");
        assert!(columns <= PAPER.1, "{code}: {columns} columns");
        assert!(text.lines().all(|row| row.trim_end() == row), "{code}");

        // In print two columns stand side by side, and no part is torn: the worse one is half of it and half a part.
        let tall = |line: &String| fold(line, HALF.0).lines().count();
        let part = |lines: &[String]| 2 + lines.iter().map(tall).sum::<usize>();
        let parts: Vec<usize> = handout(language)
            .parts
            .iter()
            .map(|it| part(&it.lines))
            .collect();
        let longest = parts.iter().max().copied().unwrap_or(0);
        let column = (parts.iter().sum::<usize>() + longest).div_ceil(2);
        assert!(column <= HALF.1, "{code}: {column} rows in a column");
    }
}

#[test]
fn the_page_stands_alone_and_knows_paper() {
    let dir = tempdir().unwrap();
    let page = printed(dir.path(), Language::ENGLISH, "html");
    for foreign in [
        "http:", "https:", "//", "<script", "src=", "url(", "@import", "<img",
    ] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    let (_, print) = page.rsplit_once("@media print").unwrap();
    for rule in ["@page", "columns: 2", "10pt"] {
        assert!(print.contains(rule), "{rule}");
    }
    assert!(page.contains("break-inside: avoid"));
    assert_eq!(page.matches("<svg").count(), 1);
    assert!(page.contains("aria-hidden=\"true\""));
}

#[test]
fn nothing_of_anybodys_comes_onto_it() {
    let dir = tempdir().unwrap();
    let (empty, lived) = (dir.path().join("empty"), dir.path().join("lived"));
    let (_, crossing) = left(&lived);
    assert!(fs::read_to_string(crossing).unwrap().contains("some words"));
    let before = everything(&lived);
    for form in ["txt", "html"] {
        let here = printed(&lived, Language::ENGLISH, form);
        assert_eq!(here, printed(&empty, Language::ENGLISH, form));
        assert!(!here.contains("some words") && !here.contains("Noor"));
    }
    assert_eq!(before, everything(&lived));
    assert!(!empty.exists());
}

fn everything(home: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let read = |path: PathBuf| (path.clone(), fs::read(&path).unwrap());
    folder::files(home).into_iter().map(read).collect()
}

#[test]
fn it_comes_as_a_page_or_as_text_and_is_put_where_it_was_asked_for() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    for form in ["md", "ics", "json"] {
        let ran = run(&home, &["export", "--handout", "--as", form], "");
        assert_eq!((ran.code, ran.err.lines().count()), (2, 2), "{}", ran.err);
    }
    let file = dir.path().join("page.html");
    let path = file.to_str().unwrap();
    // A web page where nobody says otherwise; what was kept has no such form.
    let args = ["export", "--handout", "-o", path];
    assert_eq!(run(&home, &args, "").code, 0);
    let page = fs::read_to_string(&file).unwrap();
    assert_eq!(page, printed(&home, Language::ENGLISH, "html"));
    assert_eq!(run(&home, &args, "").code, 1, "what is there stays");
    assert_eq!(fs::read_to_string(&file).unwrap(), page);
    for args in [
        &["export", "abcdef"][..],
        &["export", "abcdef", "--handout"],
        &["export", "--as", "html"],
    ] {
        assert_eq!(run(&home, args, "").code, 2, "{args:?}");
    }
    assert!(!home.exists());
}

#[test]
fn a_pack_brings_its_own() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let pack = dir.path().join("mine");
    let path = pack.to_str().unwrap();
    assert_eq!(run(&home, &["pack", "new", path], "").code, 0);
    let print = || {
        let args = [
            "--pack",
            path,
            "export",
            "--handout",
            "--as",
            "txt",
            "-o",
            "-",
        ];
        run(&home, &args, "")
    };
    let lent = print();
    assert_eq!(
        lent.out,
        printed(&home, Language::ENGLISH, "txt"),
        "{}",
        lent.err
    );
    let written = "(format: 1, title: \"Pebbles\", parts: [(title: \"One\", lines: [\"Pick it up.\"])], foot: \"Bye.\")";
    fs::write(pack.join("handout.ron"), written).unwrap();
    let own = print();
    assert_eq!(
        own.out, "Pebbles\n\nOne\n  - Pick it up.\n\nBye.\n",
        "{}",
        own.err
    );
}
