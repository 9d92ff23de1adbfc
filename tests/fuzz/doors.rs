//! The doors through which bytes of strangers come in, one function each: none may panic, hang, or let anything
//! through that steers a terminal. The fuzzer and the short test in `tests/hostile.rs` knock at the same ones.

use crate::keyboard::{Keyboard, key};
use crate::world::{begun, pack};
use floe::content::source::File;
use floe::content::{Context, check, library};
use floe::export::{Leaflet, calendar, html, markdown, plain};
use floe::flow::Flow;
use floe::line::{self, read::Reader};
use floe::mirror::{Mirror, Watch};
use floe::runtime::signals::Signals;
use floe::session::{Record, Stage};
use floe::store::home::Home;
use floe::store::shelf::Shelves;
use floe::text::clean;
use floe::tui::theme::Ink;
use floe::words::KEYS;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde_json::Value;
use std::fs;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::sync::Arc;

/// Any file of a pack: the first byte says which one (`0` to `6`), the rest is what stands in it.
pub(crate) fn content(bytes: &[u8]) {
    let (which, text) = bytes.split_first().unwrap_or((&b'0', &[]));
    let mut files = good_pack();
    let at = usize::from(which.wrapping_sub(b'0')) % files.len();
    let text = String::from_utf8_lossy(text).into_owned();
    files[at] = File::new(files[at].name.clone(), text);
    for problem in check::problems(&files, &["place", "saved"]) {
        says_plainly(&problem.render("a pack/"));
    }
}

fn good_pack() -> Vec<File> {
    macro_rules! files {
        ($($name:literal),+) => { vec![$(File::new($name, include_str!(concat!("../check/good/", $name)))),+] };
    }
    files![
        "pack.ron",
        "words.ron",
        "help.ron",
        "detours.ron",
        "practices/stream.ron",
        "tracks/hop.ron",
        "lists/feelings.ron"
    ]
}

/// A file of a home: read as a river's and as a crossing's, listed, taken up again and exported.
/// Answers how many crossings were read.
pub(crate) fn session(bytes: &[u8]) -> usize {
    thread_local! {
        static HOME: tempfile::TempDir = tempfile::tempdir().unwrap();
    }
    HOME.with(|home| {
        const GOOD: &[u8] = b"(format: 2, id: \"kb7\", title: \"T\", seats: [\"Sam\", \"Noor\"])";
        for (river, files) in [
            ("kb7", &[("river.ron", GOOD), ("m2hd4vt.ron", bytes)][..]),
            ("kb8", &[("river.ron", bytes)]),
        ] {
            let folder = home.path().join(river);
            fs::create_dir_all(&folder).unwrap();
            for (name, text) in files {
                fs::write(folder.join(name), text).unwrap();
            }
        }
        let shelves = Shelves::of(Home::at(home.path()));
        let listing = shelves.list().unwrap();
        for trouble in &listing.troubles {
            says_plainly(&trouble.to_string());
        }
        shelves.rows().unwrap();
        for shelved in &listing.rivers {
            are_clean(&serde_json::to_value(&shelved.river).unwrap());
            for record in &shelved.crossings {
                are_clean(&serde_json::to_value(record).unwrap());
                takes_up(record);
            }
            let leaflet = Leaflet::of_river(&shelved.river, &shelved.crossings);
            for told in [markdown, plain, html].map(|told| told(&leaflet, &pack())) {
                says_plainly(&told);
            }
            let days = calendar(&leaflet, &pack()).unwrap_or_default();
            says_plainly(&days.replace("\r\n", "\n"));
        }
        listing
            .rivers
            .iter()
            .map(|river| river.crossings.len())
            .sum()
    })
}

fn takes_up(record: &Record) {
    if let Stage::Crossing { events, .. } = &record.stage
        && let Some(flow) = Flow::resume(pack(), record.header.clone(), events)
    {
        let _ = flow.page();
    }
}

/// What a mirror hears in a text; where a zero byte stands in it, in what follows, with what precedes as a file of
/// its lexicon.
pub(crate) fn mirror(bytes: &[u8]) {
    const ALL: [Context; 5] = [
        Context::Say,
        Context::Own,
        Context::Apology,
        Context::Agreement,
        Context::Listen,
    ];
    thread_local! {
        static OURS: (Mirror, Watch) = {
            let pack = pack();
            let dangers = library::dangers(&pack.mirror).unwrap();
            (Mirror::of(&pack).unwrap(), Watch::new(dangers))
        };
    }
    let all = String::from_utf8_lossy(bytes);
    let look = |mirror: &Mirror, text: &str| {
        for on in ALL {
            for cue in mirror.look(text, on).cues {
                assert!(text.get(cue.span.clone()).is_some(), "{:?}", cue.span);
                let _ = cue.characters(text);
            }
        }
    };
    if let Some((lexicon, text)) = all.split_once('\0') {
        let mut files = library::bundled_files(floe::content::Language::ENGLISH);
        let should = files
            .iter_mut()
            .find(|file| file.name == "mirror/should.ron");
        should.unwrap().text = lexicon.to_owned().into();
        for problem in check::problems(&files, KEYS) {
            says_plainly(&problem.render(""));
        }
        if let Some(mirror) = Mirror::of_files(&files.into()) {
            look(&mirror, text);
        }
        return;
    }
    OURS.with(|(mirror, watch)| {
        look(mirror, &all);
        let _ = watch.hears(&all);
    });
}

/// What comes from a keyboard: as lines out of a pipe, and as keys, pastes and sizes on the full screen.
///
/// The terminal library keeps its own reading of bytes to itself; here they are read in a way that can bring about
/// every kind of event it has.
pub(crate) fn keys(bytes: &[u8]) {
    lines(bytes);
    let mut keyboard = Keyboard::at(begun("crossing").0, Ink::plain());
    let text = String::from_utf8_lossy(bytes);
    let mut rest = &*text;
    let mut size = (80, 24);
    while let Some(c) = rest.chars().next()
        && keyboard.ended.is_none()
    {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if c == '\x1b' {
            rest = escaped(rest, &mut keyboard, &mut size);
        } else {
            press(&mut keyboard, &key(c));
        }
        let frame = keyboard.frame(size.0, size.1);
        for cell in frame.buffer.content() {
            assert!(!cell.symbol().contains(steers), "{:?}", cell.symbol());
        }
        assert!(frame.cursor.x < size.0 && frame.cursor.y < size.1);
    }
}

fn press(keyboard: &mut Keyboard<floe::runtime::Sitting>, key: &KeyEvent) {
    let asked = keyboard.ui.key(key, &mut keyboard.guide);
    keyboard.ended = asked.ends.or_else(|| keyboard.ended.take());
}

/// Behind an escape: `P...` up to the next escape is a paste, `S` and two characters a size, `T` a while, `[` and a
/// letter an arrow or another key of more than one byte; anything else is held together with Alt.
fn escaped<'a>(
    rest: &'a str,
    keyboard: &mut Keyboard<floe::runtime::Sitting>,
    size: &mut (u16, u16),
) -> &'a str {
    let mut chars = rest.chars();
    let side = |c: Option<char>| 1 + (c.map_or(79, u32::from) % 255) as u16;
    match chars.next() {
        Some('P') => {
            let (pasted, rest) = chars
                .as_str()
                .split_once('\x1b')
                .unwrap_or((chars.as_str(), ""));
            keyboard.ui.paste(pasted);
            return rest;
        }
        Some('S') => *size = (side(chars.next()), side(chars.next()) % 80 + 1),
        Some('T') => keyboard.wait(1_100),
        Some('[') => {
            let code = match chars.next() {
                Some('A') => KeyCode::Up,
                Some('B') => KeyCode::Down,
                Some('C') => KeyCode::Right,
                Some('D') => KeyCode::Left,
                Some('H') => KeyCode::Home,
                Some('F') => KeyCode::End,
                Some('Z') => KeyCode::BackTab,
                Some('3') => KeyCode::Delete,
                Some('5') => KeyCode::PageUp,
                Some('6') => KeyCode::PageDown,
                _ => KeyCode::F(1),
            };
            press(keyboard, &KeyEvent::new(code, KeyModifiers::NONE));
        }
        Some(c) => press(
            keyboard,
            &KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT),
        ),
        None => press(keyboard, &key('\x1b')),
    }
    chars.as_str()
}

fn lines(bytes: &[u8]) {
    thread_local! {
        static SIGNALS: Arc<Signals> = Arc::new(Signals::listen().unwrap());
    }
    let mut input = tempfile::tempfile().unwrap();
    input.write_all(bytes).unwrap();
    input.seek(SeekFrom::Start(0)).unwrap();
    let mut reader =
        SIGNALS.with(|signals| Reader::new(input.into(), Arc::clone(signals)).unwrap());
    let mut out = Vec::new();
    line::run(&mut begun("crossing").0, &mut reader, &mut out).unwrap();
    says_plainly(std::str::from_utf8(&out).unwrap());
}

/// Characters that steer a terminal or turn the words around them.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn says_plainly(told: &str) {
    let odd = told.chars().find(|c| steers(*c) && *c != '\n');
    assert_eq!(odd, None, "{told:?}");
}

/// Every text in it is as the boundary leaves it.
fn are_clean(value: &Value) {
    match value {
        Value::String(text) => assert_eq!(clean(text), *text),
        Value::Array(all) => all.iter().for_each(are_clean),
        Value::Object(all) => all.values().for_each(are_clean),
        _ => {}
    }
}
