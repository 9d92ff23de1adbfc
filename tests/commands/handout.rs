//! A page to take home from a room: it needs no home, and says what its content says.

use crate::support::run;
use floe::content::{Language, library};
use tempfile::tempdir;

/// Rows of a sheet of A4, six to an inch.
const PAPER: usize = 70;

#[test]
fn one_page_says_everything_in_every_language_and_looks_into_no_home() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    for language in Language::all() {
        let code = language.code();
        let said = |form: &str| {
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
            let ran = run(&home, &args, "");
            assert_eq!(ran.code, 0, "{code} {form}: {}", ran.err);
            ran.out
        };
        let (text, page) = (said("txt"), said("html"));
        assert!(
            text.lines().count() <= PAPER,
            "{code}: {} rows",
            text.lines().count()
        );
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let pack = library::whole(language).unwrap();
        let handout = pack.handout.unwrap();
        assert!(handout.parts.len() > 3);
        for part in &handout.parts {
            assert!(folded.contains(&part.title), "{code}: {}", part.title);
            for line in &part.lines {
                assert!(folded.contains(line.as_str()), "{code}: {line}");
            }
        }
        assert_eq!(page.matches("<h2").count(), handout.parts.len(), "{code}");
        assert!(page.contains(&format!("lang=\"{code}\"")), "{code}");
    }
    assert!(!home.exists());
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
    let args = ["export", "--handout", "--as", "html", "-o", path];
    assert_eq!(run(&home, &args, "").code, 0);
    assert!(
        std::fs::read_to_string(&file)
            .unwrap()
            .starts_with("<!DOCTYPE html>")
    );
    let again = run(&home, &args, "");
    assert_eq!(again.code, 1, "what is there stays");
}
