//! A crossing that was left under way, and what has to hold of it after anything that may happen.

use crate::support::{Ran, floe, folder, run};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// Up to the first page with words, where two answers are given.
const BEGIN: &str = "river\n1\n1\n1\n1\n1\nBEFORE one\nBEFORE two\n";
/// How it is begun.
pub(crate) const PRACTISE: [&str; 7] = [
    "practise",
    "one_agreement",
    "--line",
    "--me",
    "Sam",
    "--other",
    "Noor",
];
/// How it goes on.
pub(crate) const RESUME: [&str; 2] = ["resume", "--line"];
/// What is typed then: one answer, and the end of the input.
pub(crate) const AFTER: &str = "AFTER one\n";

/// A home with one crossing on its way, and of its file the version before.
pub(crate) struct Left {
    pub(crate) dir: TempDir,
    pub(crate) home: PathBuf,
}

impl Left {
    pub(crate) fn new() -> Self {
        static FIRST: OnceLock<Left> = OnceLock::new();
        let first = FIRST.get_or_init(|| {
            let left = Self::empty();
            let ran = run(&left.home, &PRACTISE, BEGIN);
            assert_eq!(ran.code, 0, "{ran:?}");
            assert_eq!(run(&left.home, &RESUME, "").code, 0);
            left
        });
        let left = Self::empty();
        let copied = Command::new("cp")
            .arg("-a")
            .args([&first.home, &left.home])
            .status();
        assert!(copied.unwrap().success());
        left
    }

    /// No home yet.
    pub(crate) fn empty() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let home = dir.path().join("home");
        Self { dir, home }
    }

    /// The file of the crossing.
    pub(crate) fn file(&self) -> PathBuf {
        self.files().next().unwrap()
    }

    /// The files of crossings, without copies that other programs have made of them.
    fn files(&self) -> impl Iterator<Item = PathBuf> {
        let is_plain = |path: &PathBuf| {
            let name = path.file_stem().unwrap().to_string_lossy();
            name.chars().all(|c| c.is_ascii_alphanumeric())
        };
        folder::crossings(&self.home).into_iter().filter(is_plain)
    }

    fn text(&self) -> String {
        let bytes = self.files().next().map(std::fs::read);
        let bytes = bytes.and_then(Result::ok).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Whether the words typed before are in the file itself.
    pub(crate) fn has_before(&self) -> bool {
        let text = self.text();
        text.contains("BEFORE one") && text.contains("BEFORE two")
    }

    /// Whether the words typed after are in the file itself.
    pub(crate) fn has_after(&self) -> bool {
        self.text().contains("AFTER one")
    }

    fn temps(&self) -> usize {
        let files = folder::files(&self.home);
        files
            .iter()
            .filter(|path| path.extension().is_some_and(|end| end == "tmp"))
            .count()
    }

    /// What is broken after a run in which `what` went wrong: the words from before, what was said of the new ones,
    /// the next start.
    pub(crate) fn judge(&self, ran: &Ran, what: &str) -> Vec<String> {
        let mut broken = Vec::new();
        let mut expect = |holds: bool, which: &str| {
            if !holds {
                broken.push(format!(
                    "{what}: {which}\n  exit {}, {}{}",
                    ran.code,
                    last(&ran.out),
                    last(&ran.err)
                ));
            }
        };
        expect(!ran.err.contains("a bug of its own"), "a bug");
        expect(self.has_before(), "the words from before are lost");
        let is_said = ran.out.contains("To come back to this very page") && ran.code == 0;
        let after = self.has_after();
        expect(
            !is_said || after || folder::holds(&self.home, "AFTER one"),
            "said to be saved, and isn't",
        );
        let rows = run(&self.home, &["rivers", "--json"], "");
        expect(
            rows.code == 0 && rows.err.is_empty(),
            "a file is no longer whole",
        );
        let next = run(&self.home, &RESUME, "");
        expect(next.code == 0, "the next start can't go on");
        expect(
            self.has_before() && (self.has_after() || !after),
            "the next start loses words",
        );
        expect(self.temps() == 0, "half a file stays for good");
        let outside = std::fs::read_dir(self.dir.path()).unwrap().flatten();
        let outside = outside.filter(|entry| {
            !["home", "trace", "shim.c", "shim.so"]
                .iter()
                .any(|own| entry.file_name() == **own)
        });
        expect(outside.count() == 0, "something lies beside the home");
        broken
    }
}

fn last(text: &str) -> &str {
    let at = text.trim_end().rfind('\n').map_or(0, |at| at + 1);
    &text[at..]
}

/// The program behind another one that does something to it: `before` and its arguments come first.
pub(crate) fn behind(before: &[&str], home: &Path, args: &[&str]) -> Command {
    let floe = floe(home);
    let mut command = Command::new(before[0]);
    command
        .args(&before[1..])
        .arg(floe.get_program())
        .args(floe.get_args())
        .args(args);
    for (name, value) in floe.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

/// Whether a tool does here what it is needed for; if not, says that the test is skipped and why.
pub(crate) fn is_here(tool: &[&str]) -> bool {
    let tried = Command::new(tool[0])
        .args(&tool[1..])
        .stdin(Stdio::null())
        .output();
    let why = match tried {
        Ok(done) if done.status.success() => return true,
        Ok(done) => String::from_utf8_lossy(&done.stderr).into_owned(),
        Err(error) => error.to_string(),
    };
    eprintln!(
        "skipped: {} does not work here: {}",
        tool.join(" "),
        why.trim()
    );
    false
}
