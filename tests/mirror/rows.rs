//! Labelled sentences, and what is counted about them.

use floe::content::Context;
use floe::mirror::Mirror;
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A labelled sentence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    /// On which page it was typed.
    #[serde(rename = "in")]
    pub(crate) on: Context,
    /// The sentence.
    pub(crate) text: String,
    /// What a careful reader would notice.
    pub(crate) expect: Vec<String>,
    /// About which careful readers would differ.
    #[serde(default)]
    pub(crate) either: Vec<String>,
}

impl Row {
    /// All rows of a set: a folder of files, or one file.
    pub(crate) fn of_set(set: &str) -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mirror");
        let mut files: Vec<PathBuf> = match folder.join(set).read_dir() {
            Ok(files) => files.map(|file| file.expect("a file").path()).collect(),
            Err(_) => vec![folder.join(format!("{set}.ron"))],
        };
        files.sort();
        files.iter().flat_map(|file| Self::of_file(file)).collect()
    }

    /// A row of sentences that stand on no page.
    pub(crate) fn plain(text: String, expect: Vec<String>, either: Vec<String>) -> Self {
        Self {
            on: Context::Own,
            text,
            expect,
            either,
        }
    }

    fn of_file(path: &Path) -> Vec<Self> {
        let text = std::fs::read_to_string(path).expect("a file of sentences");
        // Families are written as names here, as ids in the lexicon.
        let known = "Should Verdict Absolute Impossible SorryIf Pseudo Demand MindRead Block Vague";
        let mut text = text;
        for name in known.split(' ') {
            for (before, after) in [("[", "]"), ("[", ","), (" ", "]"), (" ", ",")] {
                let written = format!("{before}{name}{after}");
                text = text.replace(&written, &format!("{before}\"{}\"{after}", id(name)));
            }
        }
        ron::from_str(&text).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
    }

    /// What the mirror notices, with the words it noticed.
    pub(crate) fn noticed(&self, mirror: &Mirror) -> Vec<(String, String)> {
        let cues = mirror.look(&self.text, self.on).cues.into_iter();
        cues.map(|cue| {
            let words = self.text.get(cue.span).unwrap_or_default();
            (cue.family.to_string(), format!("{}: {words}", cue.cue))
        })
        .collect()
    }
}

/// `SorryIf` as the lexicon writes it: `sorry_if`.
fn id(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !id.is_empty() {
            id.push('_');
        }
        id.extend(c.to_lowercase());
    }
    id
}

/// What was counted for one family.
#[derive(Debug)]
pub(crate) struct Tally {
    /// Its id.
    pub(crate) family: String,
    /// Noticed, rightly.
    pub(crate) rightly: usize,
    /// Noticed, wrongly: a false alarm.
    pub(crate) wrongly: usize,
    /// Not noticed.
    pub(crate) missed: usize,
    told: Vec<String>,
}

impl Tally {
    /// Nothing counted yet.
    pub(crate) fn new(family: &str) -> Self {
        Self {
            family: family.to_owned(),
            rightly: 0,
            wrongly: 0,
            missed: 0,
            told: Vec::new(),
        }
    }

    /// Counts a row.
    pub(crate) fn count(&mut self, row: &Row, noticed: &[(String, String)]) {
        if row.either.contains(&self.family) {
            return;
        }
        let heard = noticed.iter().find(|(family, _)| *family == self.family);
        match (row.expect.contains(&self.family), heard) {
            (true, Some(_)) => self.rightly += 1,
            (true, None) => {
                self.missed += 1;
                self.told
                    .push(format!("  missed {:?} {}", row.on, row.text));
            }
            (false, Some((_, why))) => {
                self.wrongly += 1;
                self.told
                    .push(format!("  WRONG  {:?} {} [{why}]", row.on, row.text));
            }
            (false, None) => {}
        }
    }

    /// Several as one.
    pub(crate) fn of_all(tallies: &[Self]) -> Self {
        let mut all = Self::new("all");
        for tally in tallies {
            all.rightly += tally.rightly;
            all.wrongly += tally.wrongly;
            all.missed += tally.missed;
        }
        all
    }

    /// Of what was noticed, how much rightly.
    pub(crate) fn precision(&self) -> f64 {
        share(self.rightly, self.wrongly)
    }

    /// Of what is there, how much was noticed.
    pub(crate) fn recall(&self) -> f64 {
        share(self.rightly, self.missed)
    }
}

fn share(yes: usize, no: usize) -> f64 {
    match u32::try_from(yes + no) {
        Ok(0) | Err(_) => 1.0,
        Ok(all) => f64::from(u32::try_from(yes).expect("less than all")) / f64::from(all),
    }
}

/// Every row that was missed or a false alarm, by family.
pub(crate) fn told(tallies: &[Tally]) -> String {
    let family = |tally: &Tally| format!("{}\n{}\n", tally.family, tally.told.join("\n"));
    tallies.iter().map(family).collect()
}

/// The tallies as a table, with all of them together in its last row.
pub(crate) fn table(tallies: &[Tally]) -> String {
    let mut out = format!(
        "{:<12}{:>7}{:>8}{:>8}{:>11}{:>8}\n",
        "family", "heard", "wrong", "missed", "precision", "recall"
    );
    let all = Tally::of_all(tallies);
    for tally in tallies.iter().chain([&all]) {
        let Tally {
            family,
            rightly,
            wrongly,
            missed,
            ..
        } = tally;
        let _ = writeln!(
            out,
            "{family:<12}{rightly:>7}{wrongly:>8}{missed:>8}{:>11.2}{:>8.2}",
            tally.precision(),
            tally.recall()
        );
    }
    out
}
