//! A room is shown: stage and notes on two terminals, either of them killed, and nothing left of it anywhere.

use crate::homes::Home;
use crate::session::{SOON, Session, signal};
use floe::content::{Id, Language, library};
use floe::runtime::stage::{Clock, Move, Show, TABLE};
use floe::time::Moment;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const STORY: &str = "third_late_payment";

/// Where terminals find each other in one test.
pub(crate) struct Run(TempDir);

impl Run {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn floe(&self, home: &Home, words: &[&str]) -> Session {
        let runtime = self.0.path().to_str().unwrap();
        Session::with(home, words, &[("XDG_RUNTIME_DIR", runtime)])
    }

    pub(crate) fn is_empty(&self) -> bool {
        std::fs::read_dir(self.0.path()).unwrap().next().is_none()
    }
}

/// The rows of notes, without what changes from second to second.
fn notes(session: &Session) -> Vec<String> {
    let screen = session.screen();
    let rows = screen.lines().map(|row| {
        let is_time = row.contains(" min in");
        row.chars()
            .filter(|c| !(is_time && c.is_ascii_digit()))
            .collect()
    });
    rows.collect()
}

fn until(what: &str, sessions: [&Session; 2], done: impl Fn() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(
            start.elapsed() < SOON,
            "{what}:\n{}\n----\n{}",
            sessions[0].screen(),
            sessions[1].screen()
        );
        std::thread::sleep(Duration::from_millis(3));
    }
}

/// The same show, in this process.
fn model() -> Show {
    let pack = Arc::new(library::whole(Language::ENGLISH).unwrap());
    let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 4).unwrap();
    let moment = Moment(day.and_hms_opt(10, 0, 0).unwrap());
    Show::open(pack, Some(&Id::new(STORY)), 7, moment).unwrap()
}

/// What the notes say of the timer, which tells that every key before it was heard.
fn timer(clock: Clock, planned: bool) -> &'static str {
    match clock {
        Clock::Each if planned => " left",
        Clock::Silent => "min in",
        Clock::Up => "since it was set",
        Clock::Down(_) => " left",
        Clock::Each => "in this exercise",
    }
}

/// Both show the same notes, and every key was heard. In which order the voices stand is drawn anew by every run, so
/// the model knows of the timer alone.
fn in_step(stage: &Session, beside: &Session, show: &Show) {
    let told = show.notes();
    let said = timer(told.clock, told.minutes.is_some());
    let is_there = |session: &Session| {
        let screen = session.screen();
        let silent = told.clock != Clock::Silent
            || ["since", " left", "exercise"]
                .iter()
                .all(|word| !screen.lines().take(2).any(|row| row.contains(word)));
        screen.contains(said) && silent
    };
    until("out of step", [stage, beside], || {
        is_there(stage) && is_there(beside) && {
            let (one, other) = (notes(stage), notes(beside));
            one[..20] == other[..20]
        }
    });
}

/// Four keys by chance, and one that tells that they were heard.
fn burst_of(draw: &mut impl FnMut(usize) -> usize) -> String {
    let mut keys: String = (0..4)
        .map(|_| match TABLE[draw(TABLE.len())].key {
            'o' | 'k' => ' ',
            '1' => char::from(b'1' + draw(9) as u8),
            key => key,
        })
        .collect();
    keys.push('k');
    keys
}

#[test]
fn stage_and_notes_stay_in_step_whichever_is_killed() {
    let (home, run) = (Home::new(), Run::new());
    let (mut stage, mut beside) = (
        run.floe(&home, &["stage", STORY]),
        run.floe(&home, &["notes"]),
    );
    beside.see("On the wall");
    stage.see("made-up");
    stage.send("n");
    let mut show = model();
    in_step(&stage, &beside, &show);
    let mut chance = 3_u32;
    let mut draw = |most: usize| {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (chance >> 9) as usize % most
    };
    let mut pressed = 0;
    for burst in 0..40 {
        match burst {
            13 => {
                signal(beside.process(), "-KILL");
                beside = run.floe(&home, &["notes"]);
            }
            26 => {
                signal(stage.process(), "-KILL");
                beside.see("The stage has closed");
                stage = run.floe(&home, &["stage", STORY]);
                stage.see("made-up");
                stage.send("n");
                show = model();
            }
            _ => {}
        }
        in_step(&stage, &beside, &show);
        let keys = burst_of(&mut draw);
        for key in keys.chars() {
            show.take(Move::of_key(key).unwrap());
            pressed += 1;
        }
        if draw(2) == 0 {
            &mut stage
        } else {
            &mut beside
        }
        .send(&keys);
        in_step(&stage, &beside, &show);
    }
    assert_eq!(pressed, 200);
    stage.send("\x11");
    stage.ends().well();
    beside.see("The stage has closed");
    assert!(run.is_empty(), "the socket and its folder are gone");
    beside.send("\x11");
    beside.ends().well();
    assert!(home.path().read_dir().unwrap().next().is_none());
}

/// A home with rivers of people's in it.
pub(crate) fn lived_in() -> Home {
    let home = Home::new();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1"),
        home.path(),
    );
    home
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Every file with its bytes and the time of its last change.
pub(crate) fn everything(
    folder: &Path,
) -> Vec<(std::path::PathBuf, Vec<u8>, std::time::SystemTime)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let meta = path.metadata().unwrap();
        if meta.is_dir() {
            all.extend(everything(&path));
        } else {
            all.push((
                path.clone(),
                std::fs::read(&path).unwrap(),
                meta.modified().unwrap(),
            ));
        }
    }
    all.sort();
    all
}

/// Names, ids and words in the rivers of [`lived_in`].
pub(crate) const PRIVATE: [&str; 6] = [
    "Sunday lunch",
    "The late rent",
    "k3wq8ze",
    "r5tn0bd",
    "m2hd4vt",
    "Noor",
];

#[test]
fn no_key_and_no_flag_leads_from_the_stage_to_a_river() {
    let (home, run) = (lived_in(), Run::new());
    let before = everything(home.path());
    let flags: [&[&str]; 3] = [
        &["stage"],
        &[
            "--theme",
            "day",
            "--no-motion",
            "--quiet-start",
            "stage",
            "half_past_one",
        ],
        &["stage", "the_deposit", "--home", "."],
    ];
    for words in flags {
        let mut stage = run.floe(&home, words);
        stage.see("ade-up stor");
        for key in (1..=0x7f_u8).filter(|key| ![0x03, 0x11, 0x1a, 0x1b].contains(key)) {
            stage.send([key]);
        }
        for key in ["\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~", "\x1bOP", "\x1b[H"] {
            stage.send(key);
        }
        stage.settled();
        stage.send("\x11");
        let ended = stage.ends().well();
        let shown = String::from_utf8_lossy(&ended.bytes).into_owned() + &ended.left;
        for private in PRIVATE {
            assert!(!shown.contains(private), "{words:?}: {private}");
        }
    }
    for words in [
        &["stage", "k3wq8ze"][..],
        &["stage", "crossing"],
        &["stage", "own"],
        &["stage", "return"],
    ] {
        let stage = run.floe(&home, words);
        assert_eq!(stage.ends().code, 2, "{words:?}");
    }
    assert!(everything(home.path()) == before, "something was written");
    assert!(run.is_empty());
}

#[test]
fn no_line_leads_from_the_stage_to_a_river_and_none_is_kept() {
    let home = lived_in();
    let before = everything(home.path());
    let mut input = String::new();
    for action in floe::runtime::Action::ALL {
        if action.name() != "leave" {
            input += &format!("/{}\n", action.name());
        }
    }
    for control in TABLE {
        input += &format!("my own words about Noel\n/{}\n/notes\n", control.name);
    }
    input += "/resume\n/rivers\n/show it\nthe late one\n/jump 99\n";
    let out = home.lines(&["stage", STORY], &input);
    for private in PRIVATE {
        assert!(!out.contains(private), "{private}");
    }
    assert!(!out.contains("Noel"), "a free try stands nowhere");
    assert!(out.contains("Nothing of this was kept."));
    assert!(everything(home.path()) == before, "something was written");
}

#[test]
fn everything_on_the_notes_is_reached_in_plain_lines() {
    let home = Home::new();
    let mut show = model();
    let mut input = String::new();
    let mut wanted = Vec::new();
    for row in [
        "next", "next", "next", "tried", "landings", "jump 2", "inner", "swap", "slip", "freeze",
        "jump 4", "next", "next", "next", "timer up", "plan", "part", "plan", "part", "part",
        "part",
    ] {
        show.take(Move::written(row).unwrap());
        input += &format!("/{row}\n/notes\n");
        let notes = show.notes();
        let lines = notes.sections.into_iter().flat_map(|section| {
            let titled = std::iter::once(format!("{}:", section.title));
            titled.chain(section.lines)
        });
        // In which order the voices stand is drawn anew by every run.
        let lines = lines.map(|line| match line.split_once(". ") {
            Some((letter, rest)) if letter.len() == 1 => rest.to_owned(),
            _ => line,
        });
        wanted.extend(lines.chain([notes.place]).chain(notes.told));
    }
    let out = home.lines(&["stage", STORY], &input);
    for line in wanted {
        assert!(out.contains(&line), "{line}\n{out}");
    }
    assert!(out.contains("since it was set"));
}

#[test]
fn the_notes_are_followed_in_plain_lines_and_steer_from_there() {
    let (home, run) = (Home::new(), Run::new());
    let mut beside = run.floe(&home, &["notes", "--line"]);
    beside.see("No stage is open yet");
    let mut stage = run.floe(&home, &["stage", STORY, "--line"]);
    beside.see("Money stress");
    beside.send("/jump 2\r");
    stage.see("You knew on the twentieth");
    stage.send("/freeze\r");
    beside.see("what's going on in you right now?");
    stage.signal("-TERM");
    assert_eq!(stage.ends().code, 128 + 15);
    beside.see("The stage has closed");
    assert!(run.is_empty());
    beside.send("/leave\r");
    beside.ends().well();
}

#[test]
fn several_rooms_are_told_apart_by_their_number() {
    let (home, run) = (Home::new(), Run::new());
    let mut one = run.floe(&home, &["stage", "half_past_one"]);
    one.see("made-up");
    let mut two = run.floe(&home, &["stage", STORY]);
    two.see("made-up");
    let asked = run.floe(&home, &["notes"]).ends();
    assert_eq!(asked.code, 2);
    for line in [
        "floe notes 1: Half past one",
        "floe notes 2: The third late payment",
    ] {
        assert!(asked.left.contains(line), "{}", asked.left);
    }
    let mut beside = run.floe(&home, &["notes", "2"]);
    beside.see("The third late payment");
    beside.send("2");
    beside.see("Turn 2 of 4");
    two.see("P r i y a");
    assert!(!one.screen().contains("P r i y a"));
    for session in [&mut one, &mut two, &mut beside] {
        session.send("\x11");
    }
    for session in [one, two, beside] {
        session.ends().well();
    }
    assert!(run.is_empty());
}

#[test]
fn a_stage_that_plays_by_itself_is_taken_over_by_any_key() {
    let (home, run) = (Home::new(), Run::new());
    let out = home.lines(&["stage", STORY, "--play"], "");
    assert!(
        out.contains("as yourselves"),
        "lines wait for nobody: {out}"
    );
    let mut stage = run.floe(&home, &["stage", STORY, "--play"]);
    let mut beside = run.floe(&home, &["notes"]);
    beside.see("Money stress");
    beside.see("To read aloud");
    stage.send("\x1b[B");
    stage.settled();
    let stands = notes(&beside);
    // Longer than anybody reads what stands there.
    std::thread::sleep(Duration::from_secs(7));
    assert_eq!(notes(&beside), stands);
    for session in [&mut stage, &mut beside] {
        session.send("\x11");
    }
    stage.ends().well();
    beside.ends().well();
}
