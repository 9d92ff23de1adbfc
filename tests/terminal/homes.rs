//! Homes for tests: empty ones, and ones with a crossing under way on a page of its own.

use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// A folder for floe's files.
pub(crate) struct Home(TempDir);

impl Home {
    /// One that was never used.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// One with a crossing under way that rests where several lines are asked for: the page of the camera.
    pub(crate) fn at_a_text() -> Self {
        static FIRST: OnceLock<(Home, Vec<PathBuf>)> = OnceLock::new();
        let (first, files) = FIRST.get_or_init(|| {
            let home = Self::new();
            home.lines(&["practise"], &crate::crossing::lines_to("camera"));
            let files = files(home.path());
            (home, files)
        });
        let home = Self::new();
        for file in files {
            let to = home.path().join(file.strip_prefix(first.path()).unwrap());
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::copy(file, to).unwrap();
        }
        home
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Runs floe in lines with this input, and tells what it printed.
    pub(crate) fn lines(&self, words: &[&str], input: &str) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_floe"));
        command
            .env_clear()
            .env("FLOE_HOME", self.path())
            .arg("--line");
        command.args(words).current_dir(self.path());
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut floe = command.spawn().unwrap();
        // Whoever reads no input has closed it.
        let _ = floe.stdin.take().unwrap().write_all(input.as_bytes());
        let done = floe.wait_with_output().unwrap();
        assert!(done.status.success(), "{words:?}: {}", done.status);
        String::from_utf8(done.stdout).unwrap()
    }

    /// What was kept of the only crossing there is.
    pub(crate) fn kept(&self) -> Value {
        let rivers: Value = serde_json::from_str(&self.lines(&["rivers", "--json"], "")).unwrap();
        let id = rivers[0]["crossings"][0]["id"].as_str().unwrap().to_owned();
        let shown = self.lines(&["show", &id, "--json"], "");
        let mut shown: Value = serde_json::from_str(&shown).unwrap();
        // Another crossing, another day.
        for part in ["id", "started", "ended"] {
            if let Some(part) = shown.get_mut(part) {
                part.take();
            }
        }
        shown
    }

    /// The text of the only crossing there is.
    pub(crate) fn only_crossing(&self) -> String {
        let is_crossing = |file: &&PathBuf| {
            let name = file.file_name().unwrap().to_string_lossy();
            name.ends_with(".ron")
                && name != "river.ron"
                && name != "index.ron"
                && !name.starts_with('.')
        };
        let files = files(self.path());
        let mut crossings = files.iter().filter(is_crossing);
        let only = crossings.next().unwrap();
        assert_eq!(crossings.next(), None);
        std::fs::read_to_string(only).unwrap()
    }

    /// Whether these words are in any file at all, or in a name.
    pub(crate) fn has_trace_of(&self, words: &str) -> bool {
        files(self.path()).iter().any(|file| {
            // It may be renamed or removed while one looks.
            let text = std::fs::read(file).unwrap_or_default();
            let name = file.to_string_lossy();
            String::from_utf8_lossy(&text).contains(words) || name.contains(words)
        })
    }

    /// Whether these words are in a file that is read again, and not only in one that is being written.
    pub(crate) fn holds(&self, words: &str) -> bool {
        let files = files(self.path());
        let mut read = files.iter().filter(|file| {
            let name = file.file_name().unwrap().to_string_lossy();
            name.ends_with(".ron") && !name.starts_with('.')
        });
        read.any(|file| {
            let text = std::fs::read(file).unwrap_or_default();
            String::from_utf8_lossy(&text).contains(words)
        })
    }
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
