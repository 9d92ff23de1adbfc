//! The real program on a pseudo-terminal: typed to, watched, and left in one piece.

use crate::homes::Home;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read as _, Write};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Far longer than anything takes on a busy machine.
pub(crate) const SOON: Duration = Duration::from_secs(10);

/// Nobody presses Enter on one page and on the next in less; a key that comes sooner is one held down.
pub(crate) const PRESSED_ANEW: Duration = Duration::from_millis(150);

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

/// What nobody may ask a terminal: where its cursor is, what it is, which colours and modes it has.
const QUERIES: [&[u8]; 7] = [
    b"\x1b[6n", b"\x1b[5n", b"\x1b[c", b"\x1b[>", b"\x1b]", b"\x1bP", b"\x1b[?u",
];

/// A floe on a terminal of its own.
pub(crate) struct Session {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<Mutex<Seen>>,
    found: [u32; 2],
    /// When Enter was sent last.
    entered: Option<Instant>,
    /// Kept so that the terminal outlives the program, as a window does.
    _slave: Box<dyn portable_pty::SlavePty + Send>,
}

/// What came out of the program: as bytes, and as a terminal shows them.
pub(crate) struct Seen {
    pub(crate) bytes: Vec<u8>,
    pub(crate) screen: vt100::Parser,
}

/// How the program ended.
pub(crate) struct Ended {
    pub(crate) code: u32,
    pub(crate) bytes: Vec<u8>,
    /// What is left on the terminal.
    pub(crate) left: String,
}

impl Session {
    /// Starts floe over a home.
    pub(crate) fn floe(home: &Home, words: &[&str]) -> Self {
        Self::with(home, words, &[])
    }

    /// Starts floe over a home, in surroundings of this kind. Nothing moves, so that what comes is what was asked for.
    pub(crate) fn with(home: &Home, words: &[&str], surroundings: &[(&str, &str)]) -> Self {
        const STILL: &str = "--no-motion";
        let said = words.contains(&STILL);
        let words: Vec<&str> = [if said { &[] } else { &[STILL] as &[_] }, words].concat();
        Self::moving(home, &words, surroundings)
    }

    /// Starts floe over a home, where the river may move.
    pub(crate) fn moving(home: &Home, words: &[&str], surroundings: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_floe"));
        command.args(words);
        Self::start(home, command, surroundings)
    }

    /// Runs a shell script that calls floe `"$FLOE"`.
    pub(crate) fn script(home: &Home, script: &str) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script]);
        Self::start(home, command, &[("FLOE", env!("CARGO_BIN_EXE_floe"))])
    }

    pub(crate) fn start(
        home: &Home,
        mut command: CommandBuilder,
        surroundings: &[(&str, &str)],
    ) -> Self {
        let size = PtySize {
            rows: ROWS,
            cols: COLUMNS,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let found = settings(&*pair.master);
        command.env_clear();
        command.cwd(home.path());
        for (name, value) in [("TERM", "xterm-256color"), ("PATH", "/usr/bin:/bin")] {
            command.env(name, value);
        }
        command.env("FLOE_HOME", home.path());
        for (name, value) in surroundings {
            command.env(name, value);
        }
        let seen = Arc::new(Mutex::new(Seen {
            bytes: Vec::new(),
            screen: vt100::Parser::new(ROWS, COLUMNS, 0),
        }));
        let mut output = pair.master.try_clone_reader().unwrap();
        let told = Arc::clone(&seen);
        thread::spawn(move || {
            let mut bytes = [0; 1 << 16];
            while let Ok(length @ 1..) = output.read(&mut bytes) {
                let mut told = told.lock().unwrap();
                told.bytes.extend_from_slice(&bytes[..length]);
                told.screen.process(&bytes[..length]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        Self {
            master: pair.master,
            keys,
            child,
            seen,
            found,
            entered: None,
            _slave: pair.slave,
        }
    }

    /// Types keys as they are; Enter behind Enter as fast as somebody does who reads.
    pub(crate) fn send(&mut self, keys: impl AsRef<[u8]>) {
        let keys = keys.as_ref();
        if keys.is_empty() {
            return;
        }
        if let Some(entered) = self.entered.filter(|_| keys.first() == Some(&b'\r')) {
            thread::sleep(PRESSED_ANEW.saturating_sub(entered.elapsed()));
        }
        // Floe may have ended at this very moment.
        let _ = self.keys.write_all(keys);
        self.entered = (keys.last() == Some(&b'\r')).then(Instant::now);
    }

    /// Holds a key down, as a keyboard that repeats it so often.
    pub(crate) fn hold(&mut self, key: &str, times: usize, every: Duration) {
        for _ in 0..times {
            let _ = self.keys.write_all(key.as_bytes());
            thread::sleep(every);
        }
    }

    pub(crate) fn seen<T>(&self, look: impl FnOnce(&Seen) -> T) -> T {
        look(&self.seen.lock().unwrap())
    }

    /// The screen as text.
    pub(crate) fn screen(&self) -> String {
        self.seen(|seen| {
            let rows = seen.screen.screen().rows(0, u16::MAX);
            let rows: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
            rows.join("\n")
        })
    }

    pub(crate) fn until(&self, what: &str, done: impl Fn() -> bool) {
        let start = Instant::now();
        while !done() {
            assert!(start.elapsed() < SOON, "no {what}, but:\n{}", self.screen());
            thread::sleep(Duration::from_millis(3));
        }
    }

    /// Waits until this stands on the screen.
    pub(crate) fn see(&self, what: &str) {
        self.until(what, || self.screen().contains(what));
    }

    /// Waits until nothing more has come for a while, and tells how many bytes have.
    pub(crate) fn settled(&self) -> usize {
        let count = || self.seen(|seen| seen.bytes.len());
        let (mut bytes, start) = (count(), Instant::now());
        loop {
            thread::sleep(Duration::from_millis(250));
            if count() == bytes {
                return bytes;
            }
            assert!(start.elapsed() < SOON, "it never comes to rest");
            bytes = count();
        }
    }

    /// Somebody else writes all over the screen.
    pub(crate) fn scribble(&self) {
        let mut seen = self.seen.lock().unwrap();
        for row in 1..=ROWS {
            let scribble = format!("\x1b[{row};1H{}", "#".repeat(COLUMNS.into()));
            seen.screen.process(scribble.as_bytes());
        }
    }

    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        let mut seen = self.seen.lock().unwrap();
        seen.screen.screen_mut().set_size(rows, columns);
        drop(seen);
        self.tell_size(columns, rows);
    }

    /// Tells the program of a size without drawing at it: the emulator breaks where it is made very small.
    pub(crate) fn tell_size(&self, columns: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols: columns,
            ..PtySize::default()
        };
        self.master.resize(size).unwrap();
    }

    /// The terminal's name in the file system.
    pub(crate) fn name(&self) -> std::path::PathBuf {
        self.master.tty_name().unwrap()
    }

    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal by its name, such as `-TERM`.
    pub(crate) fn signal(&self, name: &str) {
        signal(self.process(), name);
    }

    /// Whether the terminal's settings are those it had before.
    pub(crate) fn is_as_found(&self) -> bool {
        settings(&*self.master) == self.found
    }

    pub(crate) fn is_over(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }

    /// Waits for the end, and sees that the terminal is as it was before.
    pub(crate) fn ends(mut self) -> Ended {
        let start = Instant::now();
        let code = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status.exit_code();
            }
            assert!(start.elapsed() < SOON, "no end, but:\n{}", self.screen());
            thread::sleep(Duration::from_millis(3));
        };
        self.settled();
        assert!(
            self.is_as_found(),
            "the terminal's settings aren't as found"
        );
        let (bytes, left) = self.seen(|seen| {
            let screen = seen.screen.screen();
            assert!(!screen.alternate_screen(), "left on the other screen");
            assert!(!screen.bracketed_paste(), "pastes are still marked");
            assert!(!screen.hide_cursor(), "the cursor is gone");
            assert!(!screen.bold(), "what comes next would be bold");
            (seen.bytes.clone(), screen.contents())
        });
        for query in QUERIES {
            let asked = bytes.windows(query.len()).any(|window| window == query);
            assert!(!asked, "the terminal was asked {query:?}");
        }
        Ended { code, bytes, left }
    }
}

impl Drop for Session {
    /// Ends a floe that a failed test left behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Ended {
    /// Ended well.
    pub(crate) fn well(self) -> Self {
        assert_eq!(self.code, 0, "{}", self.left);
        self
    }

    /// What stood on the other screen in the moment it was left.
    pub(crate) fn last_frame(&self) -> String {
        const LEAVE: &[u8] = b"\x1b[?1049l";
        let at = self
            .bytes
            .windows(LEAVE.len())
            .rposition(|bytes| bytes == LEAVE);
        let mut screen = vt100::Parser::new(ROWS, COLUMNS, 0);
        screen.process(&self.bytes[..at.unwrap()]);
        screen.screen().contents()
    }
}

/// Sends a signal to a process by its name, such as `-TERM`.
pub(crate) fn signal(process: u32, name: &str) {
    let sent = Command::new("kill")
        .args([name, &process.to_string()])
        .status();
    assert!(sent.unwrap().success());
}

fn settings(master: &(dyn MasterPty + Send)) -> [u32; 2] {
    let settings = master.get_termios().unwrap();
    [settings.local_flags.bits(), settings.input_flags.bits()]
}
