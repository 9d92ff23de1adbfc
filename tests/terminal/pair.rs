//! Two people at one keyboard, on a real terminal: end to end, and nothing of one's pages where the other could see it.

use crate::homes::Home;
use crate::session::{PRESSED_ANEW, Session};
use crate::twin::{Answer, PAIR, Twin};
use floe::flow::{AskView, Cover, Page};
use floe::session::{Event, Record, Reply, Stage};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// For its first 300 ms a curtain takes no key.
const CURTAIN: Duration = Duration::from_millis(400);

/// A terminal with floe on it.
trait Window {
    fn answer(&mut self, answer: &Answer);
    /// Whether this page stands there, and waits for an answer.
    fn is_at(&self, page: &Page) -> bool {
        let begins: String = squeezed(&page.prompt).chars().take(50).collect();
        squeezed(&self.screen()).contains(&begins)
    }
    fn screen(&self) -> String;
    /// What came since somebody asked last, and whatever can be scrolled back to.
    fn came(&mut self) -> String;
    /// The page as it may be shown here.
    fn shown(&self, page: &Page) -> String {
        format!("{page:?}")
    }
    /// Whether words that will be shown later are seen by their writer while they are typed.
    fn echoes(&self) -> bool {
        true
    }
}

fn squeezed(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| *word != ">");
    words.collect::<Vec<_>>().join(" ")
}

/// A terminal of which every byte is seen.
struct Bare {
    session: Session,
    /// How many bytes were looked at.
    heard: usize,
}

impl Bare {
    fn since(&self, from: usize) -> String {
        let bytes = self.session.seen(|seen| seen.bytes.clone());
        String::from_utf8_lossy(&bytes[from..]).into_owned()
    }

    fn came(&mut self) -> String {
        let came = self.since(self.heard);
        self.heard = self.session.seen(|seen| seen.bytes.len());
        came
    }
}

impl Window for Bare {
    fn answer(&mut self, answer: &Answer) {
        let words = answer.written.as_deref().unwrap_or_default();
        self.session.send(words);
        if !words.is_empty() {
            // Time to draw them, if it would.
            thread::sleep(Duration::from_millis(50));
        }
        let rest = answer.keys.strip_prefix(words);
        self.session.send(rest.unwrap_or_default());
    }

    fn screen(&self) -> String {
        self.session.screen()
    }

    fn came(&mut self) -> String {
        Self::came(self)
    }
}

/// A terminal with plain lines on it.
struct Lines {
    terminal: Bare,
    /// How many bytes there were when the last line was sent.
    sent: usize,
}

impl Lines {
    fn send(&mut self, lines: &str) {
        self.sent = self.terminal.session.seen(|seen| seen.bytes.len());
        self.terminal.session.send(lines);
    }

    fn waits(&self) -> bool {
        self.screen().ends_with("] > ")
    }
}

impl Window for Lines {
    fn answer(&mut self, answer: &Answer) {
        match answer.lines.as_str() {
            // Two keys: each is asked for.
            "\n\n" => {
                self.send("\n");
                soon("the other key", || self.waits());
                self.send("\n");
            }
            lines => self.send(lines),
        }
    }

    fn is_at(&self, _: &Page) -> bool {
        self.waits()
    }

    fn screen(&self) -> String {
        self.terminal.since(self.sent)
    }

    fn came(&mut self) -> String {
        self.terminal.came()
    }

    /// Nothing is for one of them only: what is printed stays.
    fn shown(&self, page: &Page) -> String {
        let mut page = page.clone();
        page.shows.retain(|shown| !shown.own);
        page.panes.retain(|shown| !shown.own);
        if page.cover != Cover::Open {
            page.so_far = None;
            page.ask = AskView::Show;
        }
        format!("{page:?}")
    }

    fn echoes(&self) -> bool {
        false
    }
}

fn soon(what: &str, done: impl Fn() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < Duration::from_secs(20), "{what}");
        thread::sleep(Duration::from_millis(3));
    }
}

/// Something one of them wrote behind a curtain.
struct Unseen {
    marker: String,
    /// Where.
    ask: String,
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
    let (mut lines, mut before, mut unseen) = (String::new(), String::new(), Vec::new());
    for _ in 0..1000 {
        let page = twin.page();
        soon(&format!("no {}: {}", page.key.ask, page.prompt), || {
            window.is_at(&page)
        });
        keeps_to_itself(&page, &before, window, &unseen);
        before = window.shown(&page);
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
                ask: page.key.ask.to_string(),
                cover: page.cover,
                melts: page.melts,
            });
        }
        if answer.keys.starts_with('\r') {
            thread::sleep(PRESSED_ANEW);
        }
        window.answer(&answer);
        if twin.take(&answer) {
            return (lines, unseen);
        }
    }
    panic!("no end");
}

/// What was written behind a curtain is on the screen only where the page itself shows it; what is hidden not even
/// while it is typed.
fn keeps_to_itself(page: &Page, before: &str, window: &mut dyn Window, unseen: &[Unseen]) {
    let (came, screen, at) = (window.came(), window.screen(), &page.key.ask);
    let shown = window.shown(page);
    for (number, one) in unseen.iter().enumerate() {
        let Unseen {
            marker, cover, ask, ..
        } = one;
        let what = format!("{marker} of {ask} ({cover:?}), at {at}");
        if shown.contains(marker) {
            continue;
        }
        assert!(!screen.contains(marker), "{what}, on the screen:\n{screen}");
        // The page before was its writer's own: what was typed there was seen there.
        let is_last = number + 1 == unseen.len();
        let is_echoed = window.echoes() && *cover == Cover::Behind && is_last;
        let was_seen = is_echoed || before.contains(marker);
        assert!(was_seen || !came.contains(marker), "{what}, sent");
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

fn events(record: &Record) -> &[Event] {
    match &record.stage {
        Stage::Crossing { events, .. } => events,
        Stage::Landed { .. } => &[],
    }
}

#[test]
fn two_people_cross_on_the_screen_and_in_lines_with_the_same_record() {
    let home = Home::new();
    let session = Session::floe(&home, &PAIR);
    let mut window = Bare { session, heard: 0 };
    let last = |page: &Page| page.key.ask == "land_both";
    let (lines, unseen) = walk(&mut window, &home, last);
    assert!(unseen.len() > 20, "{} pages behind curtains", unseen.len());
    assert!(unseen.iter().any(|unseen| unseen.melts));
    window.session.send("\x11");
    window.session.ends().well();
    let in_lines = Home::new();
    let printed = in_lines.lines(&PAIR, &lines);
    let (keys, lines) = (crossing(&home), crossing(&in_lines));
    for (key, line) in events(&keys).iter().zip(events(&lines)) {
        assert_eq!(key, line);
    }
    assert_eq!(keys, lines);
    for Unseen { marker, melts, .. } in &unseen {
        assert!(!melts || !printed.contains(marker), "{marker} in lines");
    }
    lands(&home, &unseen);
}

#[test]
fn in_plain_lines_nothing_is_printed_that_was_written_behind_a_curtain() {
    let home = Home::new();
    let session = Session::floe(&home, &[&["--line"], &PAIR[..]].concat());
    let terminal = Bare { session, heard: 0 };
    let mut window = Lines { terminal, sent: 0 };
    let last = |page: &Page| page.key.ask == "land_both";
    let (_, unseen) = walk(&mut window, &home, last);
    assert!(unseen.len() > 20, "{} pages behind curtains", unseen.len());
    window.send("/leave\n");
    window.terminal.session.ends().well();
}

/// They say yes again, land, and what nobody kept is in no file any more.
fn lands(home: &Home, unseen: &[Unseen]) {
    let gate = "\n1\n1\n1\n1\n1\n".repeat(2);
    let lines = format!("{gate}\n\n\n");
    let printed = home.lines(&["resume"], &lines);
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
    fn answer(&mut self, answer: &Answer) {
        for key in answer.keys.chars() {
            match key {
                '\r' => self.run(&["send-keys", "Enter"]),
                '\x0f' => self.run(&["send-keys", "C-o"]),
                key => self.run(&["send-keys", "-l", key.encode_utf8(&mut [0; 4])]),
            };
        }
    }

    fn screen(&self) -> String {
        self.run(&["capture-pane", "-p"])
    }

    fn came(&mut self) -> String {
        self.run(&["capture-pane", "-p", "-S", "-"])
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
        let _ = writeln!(std::io::stdout(), "skipped: there is no tmux here");
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
    tmux.run(&["send-keys", "C-q"]);
    let start = Instant::now();
    let left = loop {
        let left = tmux.came();
        if left.contains("floe resume") || start.elapsed() > Duration::from_secs(10) {
            break left;
        }
        thread::sleep(Duration::from_millis(20));
    };
    assert!(left.contains("floe resume"), "{left}");
    assert!(!left.contains("ZQ"), "{left}");
}
