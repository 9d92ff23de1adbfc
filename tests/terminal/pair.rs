//! Two people at one keyboard, on a real terminal: end to end, and nothing of one's pages where the other could see it.

use crate::homes::Home;
use crate::session::Session;
use crate::twin::{PAIR, Twin};
use floe::flow::{AskView, Cover, Page};
use floe::session::{Event, Record, Reply, Stage};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// For its first 300 ms a curtain takes no key.
const CURTAIN: Duration = Duration::from_millis(400);

/// A terminal with floe on it.
trait Window {
    fn send(&mut self, keys: &str);
    fn screen(&self) -> String;
    /// Every byte that came so far.
    fn bytes(&self) -> Vec<u8>;
}

impl Window for Session {
    fn send(&mut self, keys: &str) {
        Self::send(self, keys);
    }

    fn screen(&self) -> String {
        Self::screen(self)
    }

    fn bytes(&self) -> Vec<u8> {
        self.seen(|seen| seen.bytes.clone())
    }
}

/// Something one of them wrote behind a curtain.
struct Unseen {
    marker: String,
    cover: Cover,
    melts: bool,
}

/// Walks a window and its twin to the end, or until this says so. Tells the lines that would have done the same,
/// and what was written behind curtains.
fn walk(
    window: &mut dyn Window,
    home: &Home,
    stop: impl Fn(&Page) -> bool,
) -> (String, Vec<Unseen>) {
    let mut twin = Twin::new();
    let (mut lines, mut unseen) = (String::new(), Vec::new());
    let mut heard = 0;
    for _ in 0..1000 {
        let page = twin.page();
        shows(window, &page);
        let bytes = window.bytes();
        let is_at_keys = twin.sitting.flow().keys().is_some();
        keeps_to_itself(
            &page,
            &bytes[heard..],
            &window.screen(),
            &unseen,
            is_at_keys,
        );
        heard = bytes.len();
        never_on_disk(home, &unseen);
        if stop(&page) {
            return (lines, unseen);
        }
        if matches!(page.ask, AskView::Curtain { .. }) {
            thread::sleep(CURTAIN);
        }
        let answer = twin.answer();
        lines.push_str(&answer.lines);
        if let Some(marker) = &answer.written
            && page.cover != Cover::Open
        {
            unseen.push(Unseen {
                marker: marker.clone(),
                cover: page.cover,
                melts: page.melts,
            });
        }
        window.send(&answer.keys);
        if twin.take(&answer) {
            return (lines, unseen);
        }
    }
    panic!("no end");
}

/// Waits until the page stands on the screen.
fn shows(window: &dyn Window, page: &Page) {
    let begins: String = squeezed(&page.prompt).chars().take(50).collect();
    let start = Instant::now();
    while !squeezed(&window.screen()).contains(&begins) {
        let screen = window.screen();
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "no {begins:?} ({}), but:\n{screen}",
            page.key.ask
        );
        thread::sleep(Duration::from_millis(3));
    }
}

fn squeezed(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| *word != ">");
    words.collect::<Vec<_>>().join(" ")
}

/// What was written behind a curtain is on the screen only where the page itself shows it; what is hidden not even
/// while it is typed.
fn keeps_to_itself(page: &Page, bytes: &[u8], screen: &str, unseen: &[Unseen], is_at_keys: bool) {
    let shown = format!("{page:?}");
    let bytes = String::from_utf8_lossy(bytes);
    for Unseen { marker, cover, .. } in unseen {
        // Its writer may have seen it until the keyboard changed hands.
        let is_told = shown.contains(marker) || (is_at_keys && *cover == Cover::Behind);
        if !is_told {
            let at = &page.key.ask;
            assert!(
                !screen.contains(marker),
                "{marker} on the screen at {at}:\n{screen}"
            );
            assert!(!bytes.contains(marker), "{marker} was sent at {at}");
        }
    }
}

fn never_on_disk(home: &Home, unseen: &[Unseen]) {
    for melted in unseen.iter().filter(|unseen| unseen.melts) {
        assert!(!home.has_trace_of(&melted.marker), "{}", melted.marker);
    }
}

/// The only crossing of a home, without what differs from run to run: ids, times, chance, the number of saves.
fn crossing(home: &Home) -> Record {
    let mut record: Record = ron::from_str(&home.only_crossing()).unwrap();
    record.rev = 0;
    let header = &mut record.header;
    header.id.clear();
    header.river = None;
    header.started = crate::world::moment();
    header.seed = 0;
    match &mut record.stage {
        Stage::Crossing { events, .. } => {
            for event in events {
                if let Event::Came { reply, .. } = event {
                    *reply = Reply::Went;
                }
            }
        }
        Stage::Landed { ended, .. } => *ended = crate::world::moment(),
    }
    record
}

#[test]
fn two_people_cross_on_the_screen_and_in_lines_with_the_same_record() {
    let home = Home::new();
    let mut session = Session::floe(&home, &PAIR);
    let last = |page: &Page| page.key.ask == "land_both";
    let (lines, unseen) = walk(&mut session, &home, last);
    assert!(unseen.len() > 20, "{} pages behind curtains", unseen.len());
    assert!(unseen.iter().any(|unseen| unseen.melts));
    session.send("\x11");
    let bytes = session.ends().well().bytes;
    let bytes = String::from_utf8_lossy(&bytes);
    for hidden in unseen.iter().filter(|unseen| unseen.cover == Cover::Hidden) {
        let is_shown_later = lines.matches(&hidden.marker).count() > 1;
        assert!(is_shown_later || !hidden.melts || !bytes.contains(&hidden.marker));
    }
    let in_lines = Home::new();
    let words = [&["--line"], &PAIR[..]].concat();
    let printed = in_lines.lines(&words, &lines);
    assert_eq!(crossing(&home), crossing(&in_lines));
    for Unseen { marker, melts, .. } in &unseen {
        assert!(!melts || !printed.contains(marker), "{marker} in lines");
    }
    lands(&home, &unseen);
}

/// They say yes again, land, and what nobody kept is in no file any more.
fn lands(home: &Home, unseen: &[Unseen]) {
    let gate = "\n1\n1\n1\n1\n1\n".repeat(2);
    let lines = format!("{gate}\n\n\n");
    let printed = home.lines(&["resume", "--line"], &lines);
    assert!(printed.contains("You've landed."), "{printed}");
    let kept = home.kept();
    assert_eq!(kept["mode"], "pair");
    let items = kept["kept"].as_array().unwrap();
    let agreement = items
        .iter()
        .find(|item| item["kind"] == "agreement")
        .unwrap();
    assert_eq!(agreement["seat"], "both");
    assert_eq!(agreement["agreement"]["status"], "agreed");
    let kept = kept.to_string();
    for Unseen { marker, .. } in unseen {
        assert_eq!(home.has_trace_of(marker), kept.contains(marker), "{marker}");
    }
}

/// A window of tmux's, with a history of its own.
struct Tmux<'a> {
    socket: &'a Path,
}

impl Tmux<'_> {
    fn run(&self, words: &[&str]) -> String {
        let mut tmux = Command::new("tmux");
        tmux.args(["-f", "/dev/null", "-S"])
            .arg(self.socket)
            .args(words);
        let done = tmux.output().unwrap();
        String::from_utf8_lossy(&done.stdout).into_owned()
    }
}

impl Window for Tmux<'_> {
    fn send(&mut self, keys: &str) {
        for key in keys.chars() {
            match key {
                '\r' => self.run(&["send-keys", "Enter"]),
                '\x0f' => self.run(&["send-keys", "C-o"]),
                '\x11' => self.run(&["send-keys", "C-q"]),
                key => self.run(&["send-keys", "-l", key.encode_utf8(&mut [0; 4])]),
            };
        }
    }

    fn screen(&self) -> String {
        self.run(&["capture-pane", "-p"])
    }

    fn bytes(&self) -> Vec<u8> {
        // The history and the screen, which is all of it that somebody can scroll back to.
        self.run(&["capture-pane", "-p", "-S", "-"]).into_bytes()
    }
}

impl Drop for Tmux<'_> {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

#[test]
fn in_the_history_of_tmux_there_is_nothing_of_it() {
    if Command::new("tmux").arg("-V").output().is_err() {
        println!("skipped: there is no tmux here");
        return;
    }
    let home = Home::new();
    let sockets = tempfile::tempdir().unwrap();
    let socket = sockets.path().join("tmux");
    let mut tmux = Tmux { socket: &socket };
    let floe = format!(
        "'{}' --home '{}' {}; exec cat",
        env!("CARGO_BIN_EXE_floe"),
        home.path().display(),
        PAIR.join(" ")
    );
    tmux.run(&["new-session", "-d", "-x", "80", "-y", "24", &floe]);
    let on_floe_three = |page: &Page| page.at.as_ref().is_some_and(|at| at.floe == 3);
    let (_, unseen) = walk(&mut tmux, &home, on_floe_three);
    assert!(unseen.len() > 4);
    tmux.send("\x11");
    let start = Instant::now();
    let left = loop {
        let left = String::from_utf8(tmux.bytes()).unwrap();
        if left.contains("floe resume") || start.elapsed() > Duration::from_secs(10) {
            break left;
        }
        thread::sleep(Duration::from_millis(20));
    };
    assert!(left.contains("floe resume"), "{left}");
    assert!(!left.contains("ZQ"), "{left}");
}
