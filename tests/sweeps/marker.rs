//! A marker typed into every kind of field, and every way to end: afterwards it stands in the files of the home that
//! are meant to hold it, in none where nothing is kept or all is sealed, and nowhere else.

use crate::support::answers::{fluent, option};
use crate::support::walker::{Asked, Walker};
use crate::support::{finish, folder, run};
use floe::store::disk::Real;
use floe::store::home::Home;
use floe::store::identity::{Cost, Identity};
use floe::store::turning::seal;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

const MARKER: &str = "zqxmarkerzqx";
const PASSPHRASE: &str = "two boats, one rope";

/// Which files of the home may hold words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// Those of crossings and rivers, and their copies.
    Drafts,
    /// Those of talks one has built, if one chose to keep them.
    Talks,
    None,
}

/// What is walked, and what of it may be on the disk before its end.
struct Scene {
    args: &'static [&'static str],
    kept: Kept,
}

const SCENES: [Scene; 6] = [
    Scene {
        args: &["practise", "--line"],
        kept: Kept::Drafts,
    },
    Scene {
        args: &["practise", "--pair", "--line"],
        kept: Kept::Drafts,
    },
    Scene {
        args: &["practise", "letting_go", "--line"],
        kept: Kept::Drafts,
    },
    Scene {
        args: &["rehearse", "--line"],
        kept: Kept::None,
    },
    Scene {
        args: &["rehearse", "own", "--line"],
        kept: Kept::Talks,
    },
    Scene {
        args: &["rehearse", "--pair", "own", "--line"],
        kept: Kept::Drafts,
    },
];

/// How it ends.
#[derive(Debug, Clone, Copy)]
enum Way {
    Line(&'static str),
    Keys(&'static str),
    Signal(&'static str),
    Walked,
}

const WAYS: [Way; 10] = [
    Way::Line("/leave"),
    Way::Keys("\x03"),
    Way::Keys("\x04"),
    Way::Signal("-TERM"),
    Way::Signal("-HUP"),
    Way::Signal("-INT"),
    Way::Signal("-QUIT"),
    Way::Signal("-KILL"),
    Way::Signal("-ABRT"),
    Way::Walked,
];

/// A folder with a home in it, and beside it all other folders that programs write to.
struct World {
    dir: TempDir,
    home: PathBuf,
    around: PathBuf,
    is_sealed: bool,
}

impl World {
    fn new(is_sealed: bool) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (home, around) = (dir.path().join("home"), dir.path().join("around"));
        fs::create_dir(&around).unwrap();
        if is_sealed {
            Home::at(&home).ensure().unwrap();
            let identity = Identity::draw();
            let key = identity.under(PASSPHRASE, Cost::of(2).unwrap()).unwrap();
            seal(&Real, &home, &identity, &key).unwrap();
        }
        Self {
            dir,
            home,
            around,
            is_sealed,
        }
    }

    /// Where the marker is, of what it must not be in, on the disk and in what anybody can ask of a running program.
    fn leaks(&self, kept: Kept, process: Option<u32>) -> Vec<String> {
        let may_hold = |path: &Path| {
            let name = path.file_name().unwrap().to_string_lossy();
            let is_own = [".ron", ".bak", ".tmp"]
                .iter()
                .any(|end| name.ends_with(end));
            let is_there = match kept {
                Kept::Drafts => path.starts_with(&self.home),
                Kept::Talks => path.starts_with(self.home.join("own-talks")),
                Kept::None => false,
            };
            is_there && is_own && !self.is_sealed
        };
        let holds = |path: &PathBuf| {
            let below = path
                .strip_prefix(self.dir.path())
                .unwrap()
                .to_string_lossy()
                .into_owned();
            below.contains(MARKER)
                || !may_hold(path) && has_marker(&fs::read(path).unwrap_or_default())
        };
        let mut leaks: Vec<_> = folder::files(self.dir.path())
            .into_iter()
            .filter(holds)
            .map(|path| path.display().to_string())
            .collect();
        leaks.extend(
            folder::files(&self.around)
                .iter()
                .map(|path| format!("beside: {}", path.display())),
        );
        for open in ["cmdline", "environ", "comm"] {
            let Some(process) = process else { continue };
            if has_marker(&fs::read(format!("/proc/{process}/{open}")).unwrap_or_default()) {
                leaks.push(open.to_owned());
            }
        }
        leaks
    }
}

fn has_marker(bytes: &[u8]) -> bool {
    bytes
        .windows(MARKER.len())
        .any(|piece| piece == MARKER.as_bytes())
}

/// Takes whatever leads on; where words are asked for, now and then through the mirror, aside or a thank-you.
fn answers() -> impl FnMut(&Asked) -> String {
    let (mut plain, mut number) = (fluent(MARKER), 0);
    move |asked| {
        number += 1;
        let tag = asked.tag.trim_start_matches("hidden ");
        match tag {
            "words" if number % 4 == 0 => format!("You never listen, {MARKER}.\n/mirror"),
            "line" | "words" if number % 7 == 0 => format!("/thanks {MARKER}"),
            "choose any" if !is_list_of_what_stays(asked) && number % 2 == 0 => {
                format!("1, {MARKER}")
            }
            tag if tag.starts_with("choose") && asked.text.contains(". rather not say") => {
                "1".to_owned()
            }
            _ => option(asked, "keep it").unwrap_or_else(|| plain(asked)),
        }
    }
}

fn is_list_of_what_stays(asked: &Asked) -> bool {
    asked.text.contains("1. keep, ") || asked.text.contains("1. melt, ")
}

/// Walks a scene, ends it, and looks everywhere; what was found, and how many files of the home hold the marker.
fn swept(scene: &Scene, way: Way, sealed: bool, steps: usize) -> (Vec<String>, usize) {
    let world = World::new(sealed);
    let mut walker = Walker::within(&world.around, &world.home, scene.args);
    if sealed {
        assert_eq!(walker.ask().tag, "hidden line");
        walker.line(PASSPHRASE);
    }
    let mut answer = answers();
    let is_walked = matches!(way, Way::Walked);
    let mut leaks = Vec::new();
    for step in 0.. {
        let Some(asked) = walker.asked() else { break };
        if step % 5 == 0 {
            leaks.extend(world.leaks(scene.kept, Some(walker.process())));
        }
        let takes_words = ["line", "words"].iter().any(|end| asked.tag.ends_with(end));
        if step > 400 || !is_walked && step >= steps && takes_words {
            break;
        }
        walker.line(&answer(&asked));
    }
    if !is_walked {
        walker.keys(&format!("{MARKER} half"));
        std::thread::sleep(Duration::from_millis(1300));
        leaks.extend(world.leaks(scene.kept, Some(walker.process())));
    }
    match way {
        Way::Line(line) => walker.line(&format!("\x15{line}")),
        Way::Keys("\x04") => walker.keys("\x15\x04"),
        Way::Keys(keys) => walker.keys(keys),
        Way::Signal(name) => walker.signal(name),
        Way::Walked => {}
    }
    if is_walked || !matches!(way, Way::Line(_)) {
        drop(walker.ends());
    } else {
        // Some pages ask once more before they let go.
        let _ = walker.asked();
        drop(walker.end());
    }
    // Of a walk to its end a card or a talk may be kept, which is asked first.
    leaks.extend(world.leaks(if is_walked { Kept::Drafts } else { scene.kept }, None));
    let holds = |path: &PathBuf| has_marker(&fs::read(path).unwrap_or_default());
    let kept = folder::files(&world.home).into_iter().filter(holds).count();
    (leaks, kept)
}

fn sweep(pairs: impl Iterator<Item = (usize, usize, bool)>) {
    let (mut found, mut kept, mut runs) = (Vec::new(), 0, 0);
    for (scene, way, sealed) in pairs {
        let (leaks, holding) = swept(&SCENES[scene], WAYS[way], sealed, 14 + 9 * (way % 4));
        kept += holding;
        runs += 1;
        found.extend(leaks.into_iter().map(|leak| {
            format!(
                "{:?} {:?}, sealed {sealed}: {leak}",
                SCENES[scene].args, WAYS[way]
            )
        }));
    }
    eprintln!("{runs} walks, {kept} files of homes that hold the marker");
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(
        kept > 3,
        "nothing was ever kept, so nothing was tried: {kept}"
    );
}

#[test]
fn what_is_typed_is_in_the_home_alone_and_nowhere_when_sealed() {
    sweep(
        [
            (0, 3, false),
            (1, 7, false),
            (2, 9, false),
            (3, 4, false),
            (4, 7, false),
            (5, 8, false),
            (0, 7, true),
        ]
        .into_iter(),
    );
}

#[test]
#[ignore = "minutes: every kind of walk, ended in every way, open and sealed"]
fn every_walk_ended_in_every_way() {
    let ways = (0..SCENES.len()).flat_map(|scene| (0..WAYS.len()).map(move |way| (scene, way)));
    sweep(ways.flat_map(|(scene, way)| [(scene, way, false), (scene, way, true)]));
}

#[test]
fn a_letter_in_the_mirror_goes_nowhere_but_out() {
    let world = World::new(false);
    let letter = world.dir.path().join("home");
    let mut floe = crate::left::behind(&["env"], &letter, &["mirror"]);
    for name in [
        "HOME",
        "TMPDIR",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
    ] {
        floe.env(name, &world.around);
    }
    floe.current_dir(&world.around).arg("--json");
    let ran = finish(floe, &format!("You never listen, {MARKER}.\n"));
    assert!(ran.out.contains(MARKER), "{ran:?}");
    assert_eq!(folder::files(world.dir.path()), Vec::<PathBuf>::new());
    assert_eq!(run(&world.home, &["rivers", "--json"], "").out.trim(), "[]");
}
