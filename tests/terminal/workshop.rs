//! A pack that is written while it is walked on the full screen: it changes at every save, and what is typed stays.

use crate::homes::Home;
use crate::session::Session;
use rustix::fs::{CWD, Mode, mkfifoat};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PEBBLE: &str = include_str!("../../content/starter/practices/pebble.ron");
const MANIFEST: &str = include_str!("../../content/starter/pack.ron");
const ASKED: &str = "What's the pebble? Say it as badly as you like.";
/// Trees on the bank look like carets too.
const CARETS: &str = "|    ^^^";
const GOES_ON: &str = "the practice goes on as it was";

/// The small pack in a folder of its own, and where somebody writes on its second page.
struct Desk {
    folder: TempDir,
    home: Home,
    session: Session,
}

impl Desk {
    fn new() -> Self {
        let (folder, home) = (tempfile::tempdir().unwrap(), Home::new());
        let pack = folder.path().join("p");
        lay_out(&pack);
        let mut session = Session::floe(
            &home,
            &[
                "--pack",
                pack.to_str().unwrap(),
                "practise",
                "pebble",
                "--watch",
            ],
        );
        session.see("Who is it about?");
        session.see("Nothing is saved");
        session.send("Bo");
        session.see("> Bo");
        session.send("\r");
        session.see(ASKED);
        session.send("half of a grumble");
        session.see("> half of a grumble");
        Self {
            folder,
            home,
            session,
        }
    }

    fn pack(&self) -> PathBuf {
        self.folder.path().join("p")
    }

    /// As editors save: a new file takes the place of the old one.
    fn save(&self, text: &str) {
        let next = self.folder.path().join("next");
        fs::write(&next, text).unwrap();
        fs::rename(next, self.pack().join("practices/pebble.ron")).unwrap();
    }

    fn typed_stays(&self) {
        let screen = self.session.screen();
        assert!(screen.contains("> half of a grumble"), "{screen}");
    }

    /// Something is wrong and is told like this, then it is mended, and the words were there all the time.
    fn broken_and_mended(
        &self,
        how: &str,
        told: &str,
        break_it: impl Fn(&Path),
        mend: impl Fn(&Path),
    ) {
        break_it(&self.pack());
        self.session.until(&format!("{how}: {told}"), || {
            unwrapped(&self.session).contains(told)
        });
        self.session.see(ASKED);
        self.typed_stays();
        mend(&self.pack());
        let is_told = || unwrapped(&self.session).contains(told);
        self.session.until(&format!("{how}, mended"), || !is_told());
        self.session.see(ASKED);
        self.typed_stays();
    }

    /// Leaves, and looks whether anything was saved.
    fn leave(mut self) {
        self.session.send("\x11");
        self.session.ends().well();
        let saved = fs::read_dir(self.home.path()).unwrap().count();
        assert_eq!(saved, 0, "something was saved");
    }
}

fn lay_out(pack: &Path) {
    fs::create_dir_all(pack.join("practices")).unwrap();
    fs::write(pack.join("pack.ron"), MANIFEST).unwrap();
    fs::write(pack.join("practices/pebble.ron"), PEBBLE).unwrap();
}

/// What the screen says, without where its rows break.
fn unwrapped(session: &Session) -> String {
    let screen = session.screen();
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_save_shows_and_what_is_typed_stays() {
    let desk = Desk::new();
    desk.save(&PEBBLE.replace(ASKED, "What is it in other words?"));
    desk.session.see("What is it in other words?");
    desk.typed_stays();
    desk.leave();
}

#[test]
fn what_is_typed_stays_where_its_question_gets_another_id() {
    let desk = Desk::new();
    let renamed = PEBBLE.replace("\"grumble\"", "\"muttering\"");
    desk.save(&renamed.replace(ASKED, "Mutter it."));
    desk.session.see("Mutter it.");
    desk.typed_stays();
    desk.leave();
}

#[test]
fn what_was_to_melt_never_comes_up_under_another_question() {
    let desk = Desk::new();
    let other = PEBBLE.replace("\"grumble\"", "\"muttering\"");
    let kept = other
        .replace(ASKED, "Say it kindly.")
        .replace("keep: Never,        // never", "keep: Private, // never");
    assert_ne!(kept, other, "nothing of it melts");
    desk.save(&kept);
    desk.session.see("Say it kindly.");
    desk.session.settled();
    let screen = desk.session.screen();
    assert!(!screen.contains("half of a grumble"), "{screen}");
    desk.leave();
}

#[test]
fn a_problem_stands_in_its_place_until_it_is_mended() {
    let mut desk = Desk::new();
    desk.save(&PEBBLE.replace("hint: \"Nobody", "hnt: \"Nobody"));
    desk.session.see(CARETS);
    let screen = unwrapped(&desk.session);
    for told in [
        "p/practices/pebble.ron:59:21: a step has no field called \"hnt\"",
        "59 | hnt: \"Nobody reads this",
        "Did you mean \"hint\"?",
        ASKED,
    ] {
        assert!(screen.contains(told), "no {told}:\n{screen}");
    }
    // The carets stand under the word.
    let rows = desk.session.screen();
    let column = |what: &str| rows.lines().find_map(|row| row.find(what));
    assert_eq!(column(CARETS), column("|    hnt: \"Nobody"), "{rows}");
    // One goes on writing.
    desk.session.send(" and more");
    desk.session.see("> half of a grumble and more");
    desk.save(PEBBLE);
    desk.session
        .until("no problem", || !desk.session.screen().contains(CARETS));
    desk.session.see("> half of a grumble and more");
    desk.leave();
}

#[test]
fn whatever_becomes_of_the_folder_it_goes_on() {
    let desk = Desk::new();
    let file = |pack: &Path| pack.join("practices/pebble.ron");
    let put_back = |pack: &Path| {
        let _ = fs::remove_file(file(pack));
        fs::write(file(pack), PEBBLE).unwrap();
    };
    let gone = |pack: &Path| fs::remove_file(file(pack)).unwrap();
    desk.broken_and_mended("a file is gone", GOES_ON, gone, put_back);
    let large = |pack: &Path| {
        fs::File::create(file(pack))
            .unwrap()
            .set_len(1 << 30)
            .unwrap();
    };
    desk.broken_and_mended("a gigabyte", "larger than 256 KiB", large, put_back);
    let pipe = |pack: &Path| {
        fs::remove_file(file(pack)).unwrap();
        mkfifoat(CWD, file(pack), Mode::RUSR | Mode::WUSR).unwrap();
    };
    desk.broken_and_mended("a pipe", "not a regular file", pipe, put_back);
    let away = |pack: &Path| fs::remove_dir_all(pack).unwrap();
    desk.broken_and_mended("no folder", "neither a folder nor a file", away, lay_out);
    desk.leave();
}
