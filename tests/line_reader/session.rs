//! A child on a pseudo-terminal: typed to, watched and waited for.

use std::io::{Read as _, Write};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use floe::line::read::Read;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// What the child asks with.
pub(crate) const PROMPT: &str = "ask> ";

/// Far longer than anything takes on a busy machine.
const SOON: Duration = Duration::from_secs(10);

/// A pseudo-terminal and the child that reads from it.
pub(crate) struct Session {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<Mutex<Vec<u8>>>,
    screen: JoinHandle<()>,
    found: [u32; 2],
    told: PathBuf,
    folder: Option<TempDir>,
}

/// How the shell calls the child in a script.
pub(crate) const SELF: &str = "\"$SELF\" child --exact --nocapture --test-threads=1";

impl Session {
    /// Starts the child and waits for its first prompt.
    pub(crate) fn asked(asks: &str) -> Self {
        let session = Self::script(asks, &format!("exec {SELF}"), "");
        session.see(PROMPT);
        session
    }

    /// Runs a shell script on a new terminal on which `early` has been typed already.
    pub(crate) fn script(asks: &str, script: &str, early: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut session = Self::open(folder.path().to_owned(), asks, script, early);
        session.folder = Some(folder);
        session
    }

    /// Does the same, with a folder for what the child tells that outlives the session.
    pub(crate) fn open(folder: PathBuf, asks: &str, script: &str, early: &str) -> Self {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let found = settings(&*pair.master);
        let seen = Arc::new(Mutex::new(Vec::new()));
        let mut output = pair.master.try_clone_reader().unwrap();
        let writes = Arc::clone(&seen);
        let screen = thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = output.read(&mut bytes) {
                writes.lock().unwrap().extend_from_slice(&bytes[..length]);
            }
        });
        let mut keys = pair.master.take_writer().unwrap();
        keys.write_all(early.as_bytes()).unwrap();
        let told = folder.join("told");
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script]);
        command.env("SELF", std::env::current_exe().unwrap());
        command.env("ASKS", asks);
        command.env("TOLD", &told);
        let child = pair.slave.spawn_command(command).unwrap();
        Self {
            master: pair.master,
            keys,
            child,
            seen,
            screen,
            found,
            told,
            folder: None,
        }
    }

    pub(crate) fn send(&mut self, keys: impl AsRef<[u8]>) {
        self.keys.write_all(keys.as_ref()).unwrap();
    }

    pub(crate) fn signal(&self, name: &str) {
        signal(self.process(), name);
    }

    pub(crate) fn seen(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap()).into_owned()
    }

    pub(crate) fn told(&self) -> String {
        std::fs::read_to_string(&self.told).unwrap_or_default()
    }

    pub(crate) fn see(&self, what: &str) {
        self.until(what, || self.seen().contains(what));
    }

    /// Waits until the child has told this, and only whole lines of it count.
    pub(crate) fn hear(&self, what: &str) {
        self.until(what, || self.told().lines().any(|line| line == what));
    }

    pub(crate) fn until(&self, what: &str, done: impl Fn() -> bool) {
        let start = Instant::now();
        while !done() {
            let (seen, told) = (self.seen(), self.told());
            assert!(
                start.elapsed() < SOON,
                "no {what}\nseen:\n{seen:?}\ntold:\n{told}"
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The terminal's settings now: local and input modes.
    pub(crate) fn settings(&self) -> [u32; 2] {
        settings(&*self.master)
    }

    /// Whether the terminal's settings are those it had before the child.
    pub(crate) fn is_as_found(&self) -> bool {
        self.settings() == self.found
    }

    /// The slave's name in the file system.
    pub(crate) fn name(&self) -> PathBuf {
        self.master.tty_name().unwrap()
    }

    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the end of the child, sees the terminal as it was before, and returns all that
    /// was on it.
    pub(crate) fn ends(self) -> String {
        self.until("the end", || self.screen.is_finished());
        assert!(self.is_as_found(), "the terminal isn't as it was");
        self.seen()
    }
}

impl Drop for Session {
    /// Ends a child that a failed test left behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn settings(master: &(dyn MasterPty + Send)) -> [u32; 2] {
    let settings = master.get_termios().unwrap();
    [settings.local_flags.bits(), settings.input_flags.bits()]
}

/// Sends a signal by its name, such as `-TERM`.
pub(crate) fn signal(process: u32, name: &str) {
    let sent = Command::new("kill")
        .args([name, &process.to_string()])
        .status();
    assert!(sent.unwrap().success());
}

/// What the child tells of a whole line.
pub(crate) fn line(text: &str) -> String {
    format!("{:?}", Read::Line(text.to_owned()))
}
