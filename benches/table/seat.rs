//! Somebody in front of a terminal with a stopwatch: starts a program, types, and takes the time of every byte.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use std::fs;
use std::io::{Read as _, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// So long without a byte, and what a key led to is over.
const SILENCE: Duration = Duration::from_millis(5);

/// So long without a byte, and a program has come to rest after its start.
const REST: Duration = Duration::from_millis(60);

/// A program to be measured, by how it is called.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    pub(crate) words: Vec<String>,
}

/// A program on a terminal.
pub(crate) struct Seat {
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    came: Receiver<(Instant, Vec<u8>)>,
    begun: Instant,
    /// Kept open, as a window is.
    _terminal: (Box<dyn MasterPty + Send>, Box<dyn SlavePty + Send>),
}

/// What a key led to.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Echo {
    /// From the key to the last byte.
    pub(crate) time: Duration,
    pub(crate) bytes: usize,
}

/// What a program did while nothing happened.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Idle {
    pub(crate) bytes: usize,
    pub(crate) wakes: u64,
    /// Ticks of the processor, a hundredth of a second each.
    pub(crate) ticks: u64,
}

impl Seat {
    /// Starts a program on a terminal of so many columns and rows.
    pub(crate) fn start(program: &Program, (cols, rows): (u16, u16)) -> Self {
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command =
            CommandBuilder::from_argv(program.words.iter().map(std::ffi::OsString::from).collect());
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let mut output = pair.master.try_clone_reader().unwrap();
        let (tell, came) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 1 << 16];
            while let Ok(length @ 1..) = output.read(&mut bytes) {
                let part = bytes.get(..length).unwrap_or_default().to_vec();
                if tell.send((Instant::now(), part)).is_err() {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        Self {
            keys,
            child,
            came,
            begun,
            _terminal: (pair.master, pair.slave),
        }
    }

    /// How long it took until something could be seen. Waits until it has come to rest.
    pub(crate) fn first_paint(&mut self) -> Duration {
        let mut screen = vt100::Parser::default();
        let mut seen = None;
        let mut patience = Duration::from_secs(5);
        while let Ok((when, bytes)) = self.came.recv_timeout(patience) {
            screen.process(&bytes);
            if seen.is_none() && !screen.screen().contents().trim().is_empty() {
                seen = Some(when - self.begun);
                patience = REST;
            }
        }
        seen.unwrap()
    }

    /// Types, and waits for what it leads to.
    pub(crate) fn types(&mut self, keys: &[u8]) -> Echo {
        let pressed = Instant::now();
        self.keys.write_all(keys).unwrap();
        self.keys.flush().unwrap();
        let mut echo = Echo::default();
        let mut patience = Duration::from_secs(2);
        while let Ok((when, bytes)) = self.came.recv_timeout(patience) {
            echo.time = when - pressed;
            echo.bytes += bytes.len();
            patience = SILENCE;
        }
        echo
    }

    /// Lets so much time go by in which nothing is typed.
    pub(crate) fn idles(&mut self, length: Duration) -> Idle {
        let (wakes, ticks) = (self.wakes(), self.ticks());
        let until = Instant::now() + length;
        let mut idle = Idle::default();
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.came.recv_timeout(left) {
                Ok((_, bytes)) => idle.bytes += bytes.len(),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => panic!("it ended by itself"),
            }
        }
        idle.wakes = self.wakes() - wakes;
        idle.ticks = self.ticks() - ticks;
        idle
    }

    /// Memory in use, in KiB.
    pub(crate) fn memory(&self) -> u64 {
        let status = self.proc("status");
        numbers_of(&status, "VmRSS:").sum()
    }

    /// Leaves, and says how long that took.
    pub(crate) fn leaves(mut self) -> Duration {
        let pressed = Instant::now();
        self.keys.write_all(b"\x11").unwrap();
        self.keys.flush().unwrap();
        self.child.wait().unwrap();
        pressed.elapsed()
    }

    fn proc(&self, file: &str) -> String {
        let process = self.child.process_id().unwrap();
        fs::read_to_string(format!("/proc/{process}/{file}")).unwrap_or_default()
    }

    /// How often any of its threads woke.
    fn wakes(&self) -> u64 {
        let process = self.child.process_id().unwrap();
        let threads = fs::read_dir(format!("/proc/{process}/task"));
        let threads = threads.into_iter().flatten().flatten();
        let of = |thread: fs::DirEntry| {
            let status = fs::read_to_string(thread.path().join("status")).unwrap_or_default();
            numbers_of(&status, "voluntary_ctxt_switches:").sum::<u64>()
        };
        threads.map(of).sum()
    }

    fn ticks(&self) -> u64 {
        let stat = self.proc("stat");
        let after_name = stat.rsplit(") ").next().unwrap_or_default();
        let fields = after_name.split(' ').skip(11).take(2);
        fields.filter_map(|field| field.parse::<u64>().ok()).sum()
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        // It may have ended long before.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn numbers_of<'a>(status: &'a str, name: &'a str) -> impl Iterator<Item = u64> + 'a {
    let lines = status
        .lines()
        .filter_map(move |line| line.strip_prefix(name));
    lines.filter_map(|rest| rest.split_whitespace().next()?.parse().ok())
}
