//! Somebody who reads what is asked and answers it, through pipes or on a pseudo-terminal.

use super::{Ran, STEERING, code, floe, surroundings};
use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::termios::LocalModes;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Far longer than anything takes on a busy machine.
const SOON: Duration = Duration::from_secs(20);

/// The variables by which programs are told where to write.
const ELSEWHERE: [&str; 6] = [
    "HOME",
    "TMPDIR",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR",
];

/// One question: all that was printed since the answer before, and how it is to be answered.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) text: String,
    /// What stands in the brackets of the last line.
    pub(crate) tag: String,
}

/// A floe under way.
pub(crate) struct Walker {
    keys: Option<Box<dyn Write + Send>>,
    heard: Heard,
    at: usize,
    floe: Floe,
}

enum Floe {
    Piped(std::process::Child),
    Terminal {
        child: Box<dyn portable_pty::Child + Send + Sync>,
        master: Box<dyn MasterPty + Send>,
        found: [u32; 2],
    },
}

type Heard = Arc<Mutex<(Vec<u8>, bool)>>;

impl Walker {
    /// Starts floe with pipes at both ends.
    pub(crate) fn piped(home: &Path, args: &[&str]) -> Self {
        let mut command = floe(home);
        command.args(args);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let keys = child.stdin.take().unwrap();
        let heard = listen(child.stdout.take().unwrap());
        Self {
            keys: Some(Box::new(keys)),
            heard,
            at: 0,
            floe: Floe::Piped(child),
        }
    }

    /// Starts floe on a terminal of its own.
    pub(crate) fn terminal(home: &Path, args: &[&str]) -> Self {
        Self::on_terminal(CommandBuilder::new(env!("CARGO_BIN_EXE_floe")), home, args)
    }

    /// Starts floe on a terminal, with every folder that programs write to inside this one.
    pub(crate) fn within(around: &Path, home: &Path, args: &[&str]) -> Self {
        let mut command = CommandBuilder::new("env");
        command.args(["-C".as_ref(), around.as_os_str()]);
        for name in ELSEWHERE {
            command.arg(format!("{name}={}", around.display()));
        }
        command.arg(env!("CARGO_BIN_EXE_floe"));
        Self::on_terminal(command, home, args)
    }

    /// Starts floe as a job of a shell on a terminal: stopped, it says so and goes on at the next Enter.
    pub(crate) fn job(home: &Path, args: &[&str]) -> Self {
        let mut shell = CommandBuilder::new("sh");
        shell.args(["-c", "set -m; \"$@\"; echo stopped; read key; fg", "sh"]);
        shell.arg(env!("CARGO_BIN_EXE_floe"));
        Self::on_terminal(shell, home, args)
    }

    fn on_terminal(mut command: CommandBuilder, home: &Path, args: &[&str]) -> Self {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let found = settings(&*pair.master);
        let heard = listen(pair.master.try_clone_reader().unwrap());
        let keys = pair.master.take_writer().unwrap();
        for (name, value) in surroundings() {
            command.env(name, value);
        }
        for name in STEERING {
            command.env_remove(name);
        }
        command.cwd("/");
        command.arg("--home");
        command.arg(home);
        command.args(args);
        let child = pair.slave.spawn_command(command).unwrap();
        Self {
            keys: Some(keys),
            heard,
            at: 0,
            floe: Floe::Terminal {
                child,
                master: pair.master,
                found,
            },
        }
    }

    /// Waits for the next question; None when floe has ended.
    pub(crate) fn asked(&mut self) -> Option<Asked> {
        let mut asked = None;
        self.until("a question, or the end", |text, closed| {
            asked = question(text);
            asked.is_some() || closed
        });
        let asked = asked?;
        let heard = self.heard().0.len();
        self.at = heard;
        Some(asked)
    }

    /// The question that must be there.
    pub(crate) fn ask(&mut self) -> Asked {
        self.asked()
            .unwrap_or_else(|| panic!("floe has ended:\n{}", self.all()))
    }

    /// Waits until this was printed since the last question.
    pub(crate) fn see(&self, what: &str) {
        self.until(what, |text, _| text.contains(what));
    }

    fn until(&self, what: &str, mut done: impl FnMut(&str, bool) -> bool) {
        let start = Instant::now();
        loop {
            let (text, closed) = {
                let heard = self.heard();
                let new = heard.0.get(self.at..).unwrap();
                (String::from_utf8_lossy(new).into_owned(), heard.1)
            };
            if done(&text, closed) {
                return;
            }
            assert!(start.elapsed() < SOON, "no {what}\nheard:\n{}", self.all());
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn heard(&self) -> std::sync::MutexGuard<'_, (Vec<u8>, bool)> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All that was printed.
    pub(crate) fn all(&self) -> String {
        String::from_utf8_lossy(&self.heard().0).into_owned()
    }

    /// Types keys as they are.
    pub(crate) fn keys(&mut self, keys: &str) {
        let typed = self.keys.as_mut().unwrap();
        // Floe may have ended at this very moment.
        let _ = typed
            .write_all(keys.as_bytes())
            .and_then(|()| typed.flush());
    }

    /// Types a line and waits for the next question.
    pub(crate) fn say(&mut self, line: &str) -> Asked {
        self.line(line);
        self.ask()
    }

    /// Types a line.
    pub(crate) fn line(&mut self, line: &str) {
        self.keys(&format!("{line}\n"));
    }

    pub(crate) fn process(&self) -> u32 {
        match &self.floe {
            Floe::Piped(child) => child.id(),
            Floe::Terminal { child, .. } => child.process_id().unwrap(),
        }
    }

    /// Sends a signal by its name, such as `-TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args([name, &self.process().to_string()])
            .status();
        assert!(sent.unwrap().success());
    }

    /// Whether the terminal's settings are those it had before floe.
    pub(crate) fn is_as_found(&self) -> bool {
        match &self.floe {
            Floe::Piped(_) => true,
            Floe::Terminal { master, found, .. } => settings(&**master) == *found,
        }
    }

    /// Whether the terminal itself would show what is typed now.
    pub(crate) fn echoes(&self) -> bool {
        match &self.floe {
            Floe::Piped(_) => false,
            Floe::Terminal { master, .. } => {
                let [local, _] = settings(&**master);
                local & LocalModes::ECHO.bits() != 0
            }
        }
    }

    /// Ends the input, on a terminal by Ctrl-D, and waits for floe's end.
    pub(crate) fn end(mut self) -> Ran {
        match self.floe {
            Floe::Piped(_) => self.keys = None,
            Floe::Terminal { .. } => self.keys("\x04"),
        }
        self.ends()
    }

    /// Waits for floe's end.
    pub(crate) fn ends(mut self) -> Ran {
        self.until("the end", |_, closed| closed);
        let (code, err) = match &mut self.floe {
            Floe::Piped(child) => {
                let code = code(child.wait().unwrap());
                let mut err = String::new();
                child
                    .stderr
                    .take()
                    .unwrap()
                    .read_to_string(&mut err)
                    .unwrap();
                (code, err)
            }
            Floe::Terminal { child, .. } => {
                let code = child.wait().unwrap().exit_code();
                (i32::try_from(code).unwrap(), String::new())
            }
        };
        Ran {
            code,
            out: self.all(),
            err,
        }
    }

    /// Kills floe without a warning, and waits until it is gone.
    pub(crate) fn kill(mut self) -> String {
        match &mut self.floe {
            Floe::Piped(child) => {
                child.kill().unwrap();
                child.wait().unwrap();
            }
            Floe::Terminal { child, .. } => {
                let killed = Command::new("kill")
                    .args(["-KILL", &child.process_id().unwrap().to_string()])
                    .status();
                assert!(killed.unwrap().success());
                child.wait().unwrap();
            }
        }
        self.all()
    }
}

impl Drop for Walker {
    /// Ends a floe that a failed test left behind.
    fn drop(&mut self) {
        match &mut self.floe {
            Floe::Piped(child) => {
                let _ = child.kill();
                let _ = child.wait();
            }
            Floe::Terminal { child, .. } => {
                let _ = child.kill();
                let _ = child.wait();
            }
        }
    }
}

/// A prompt line that nothing follows, and what stands before it.
fn question(text: &str) -> Option<Asked> {
    let tag = text.rsplit('\n').next()?;
    let tag = tag.strip_prefix('[')?.strip_suffix("] > ")?;
    Some(Asked {
        text: text.replace('\r', ""),
        tag: tag.to_owned(),
    })
}

fn listen(mut from: impl Read + Send + 'static) -> Heard {
    let heard = Heard::default();
    let writes = Arc::clone(&heard);
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(length @ 1..) = from.read(&mut bytes) {
            let mut heard = writes.lock().unwrap();
            heard.0.extend_from_slice(&bytes[..length]);
        }
        writes.lock().unwrap().1 = true;
    });
    heard
}

fn settings(master: &(dyn MasterPty + Send)) -> [u32; 2] {
    let settings = master.get_termios().unwrap();
    [settings.local_flags.bits(), settings.input_flags.bits()]
}
