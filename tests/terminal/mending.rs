//! A file that can't be read, met on the full screen: on the bank, on its river's page, and by its id.

use crate::homes::Home;
use crate::session::Session;
use std::fs;
use std::path::PathBuf;

/// A home whose only crossing can't be read: its file, and the version before.
fn damaged() -> (Home, PathBuf, String) {
    let home = Home::at_a_text();
    let is_crossing = |file: &PathBuf| {
        let name = file.file_name().unwrap().to_string_lossy();
        name.ends_with(".ron") && name != "river.ron" && name != "index.ron"
    };
    let file = crate::homes::files(home.path())
        .into_iter()
        .find(is_crossing);
    let file = file.unwrap();
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(file.with_extension("ron.bak"), &whole).unwrap();
    fs::write(&file, "damaged").unwrap();
    (home, file, whole)
}

fn is_mended(file: &PathBuf) {
    assert_eq!(
        fs::read(file.with_extension("ron.damaged-1")).unwrap(),
        b"damaged"
    );
    assert!(fs::read_to_string(file).unwrap().contains("events"));
}

#[test]
fn the_bank_leads_to_it_and_back_and_then_on_where_one_was() {
    let (home, file, whole) = damaged();
    let copy = file.with_file_name(format!("{}~", file.file_name().unwrap().to_str().unwrap()));
    fs::write(copy, "a copy an editor made").unwrap();
    let mut session = Session::floe(&home, &[]);
    session.see("can't be read just now");
    session.send("\r");
    session.see("Look at what can't be read");
    session.see("Another version of a file lies here too.");
    session.send("\r");
    session.see("A crossing's file can't be read any more");
    session.see("Open the version before, from ");
    assert_eq!(
        fs::read(&file).unwrap(),
        b"damaged",
        "looking changes nothing"
    );
    session.send("\r");
    session.see("you were at");
    assert_eq!(fs::read_to_string(&file).unwrap(), whole);
    session.send("\r");
    session.see("Go on where you were");
    session.send("\r");
    session.see("What happened, in the order");
    session.send("\x11");
    session.ends().well();
    is_mended(&file);
}

#[test]
fn going_on_with_it_by_its_id_offers_it_first() {
    let (home, file, _) = damaged();
    let id = file.file_stem().unwrap().to_str().unwrap().to_owned();
    let mut session = Session::floe(&home, &["resume", &id]);
    session.see("Open the version before, from ");
    session.send("\r");
    session.see("What happened, in the order");
    session.send("\x11");
    session.ends().well();
    is_mended(&file);
}

#[test]
fn leaving_on_its_page_leaves_it() {
    for keys in ["\x11", "\x1b[B\r\x11"] {
        let (home, file, _) = damaged();
        let mut session = Session::floe(&home, &[]);
        session.see("can't be read just now");
        session.send("\r");
        session.see("Look at what can't be read");
        session.send("\r");
        session.see("Leave it as it is");
        session.send(keys);
        session.ends().well();
        assert_eq!(fs::read(&file).unwrap(), b"damaged");
        assert!(!file.with_extension("ron.damaged-1").exists());
    }
}

#[test]
fn a_save_that_fails_is_said_in_full_where_one_writes() {
    let home = Home::at_a_text();
    let mut session = Session::floe(&home, &["resume"]);
    session.see("What happened, in the order");
    // A file stands where the home would be: whoever runs this test, nothing can be saved there.
    fs::remove_dir_all(home.path()).unwrap();
    fs::write(home.path(), "").unwrap();
    session.send("words of mine");
    session.see("What you wrote last isn't saved");
    session.see("Another folder can be named");
    session.send("\x11");
    let ended = session.ends();
    fs::remove_file(home.path()).unwrap();
    assert_eq!(ended.code, 1, "{}", ended.left);
    assert!(
        ended.left.contains("What you wrote last couldn't be saved"),
        "{}",
        ended.left
    );
}
