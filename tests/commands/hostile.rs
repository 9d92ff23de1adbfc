//! Files somebody else has put into a home or a pack: too large, too deep, no files at all, in other clothes. Each gets an
//! answer for little work, and homes that only look different are opened as ever.

use crate::files::left;
use crate::support::{Ran, folder, run, surroundings};
use rustix::fs::{CWD, FileType, mknodat};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::tempdir;

/// Far longer than anything takes; only what waits for ever takes longer.
const EVER: Duration = Duration::from_secs(120);
/// Less memory, in KiB, than the largest file planted here would take, and a minute of work: all content is checked, in a build
/// that takes its time.
const LIMITS: &str = "ulimit -v 786432; ulimit -t 60; exec \"$@\"";

/// Runs floe with little memory and little work allowed.
fn limited(home: &Path, args: &[&str]) -> Ran {
    let mut command = Command::new("sh");
    command.args(["-c", LIMITS, "sh", env!("CARGO_BIN_EXE_floe"), "--home"]);
    command.arg(home).args(args).envs(surroundings());
    let (out, err) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
    let (to_out, to_err) = (out.try_clone().unwrap(), err.try_clone().unwrap());
    command.stdin(Stdio::null()).stdout(to_out).stderr(to_err);
    let mut child = command.spawn().unwrap();
    let start = Instant::now();
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if start.elapsed() > EVER => {
                child.kill().unwrap();
                panic!("{args:?} waits for ever");
            }
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    let read = |mut file: fs::File| {
        use std::io::{Read, Seek};
        let mut text = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut text).unwrap();
        text
    };
    Ran {
        code: crate::support::code(status),
        out: read(out),
        err: read(err),
    }
}

fn huge(path: &Path) {
    let file = fs::File::create(path).unwrap();
    file.set_len(1 << 30).unwrap();
}

fn pipe(path: &Path) {
    mknodat(CWD, path, FileType::Fifo, 0o600.into(), 0).unwrap();
}

fn deep(path: &Path) {
    let bomb = format!("(format: 2, rev: 1, header: {}", "[".repeat(4 << 20));
    fs::write(path, bomb).unwrap();
}

/// Puts something into the place of a file.
type Plant = fn(&Path);

const HOSTILE: [(&str, Plant); 3] = [("huge", huge), ("pipe", pipe), ("deep", deep)];

#[test]
fn a_home_with_hostile_files_is_answered_for_little_work() {
    for (name, plant) in HOSTILE {
        let home = tempdir().unwrap();
        let (good, _) = left(home.path());
        let (bad, path) = left(home.path());
        let talk = home.path().join("own-talks/abcdefg.ron");
        fs::create_dir(home.path().join("own-talks")).unwrap();
        for path in [&path, &path.with_file_name("river.ron"), &talk] {
            let _ = fs::remove_file(path);
            plant(path);
        }
        for (args, code) in [
            (&["rivers"][..], 1),
            (&["rivers", "--json"], 1),
            (&["show", &bad], 1),
            (&["resume", &bad, "--line"], 1),
            (&["agreements", "--due"], 1),
            (&["rehearse", "--list"], 1),
            (&["doctor"], 1),
            (&["resume", &good, "--line"], 0),
        ] {
            let ran = limited(home.path(), args);
            assert_eq!(ran.code, code, "{name}: {args:?}: {} {}", ran.out, ran.err);
            let told = if args == ["doctor"] || code == 0 {
                0
            } else {
                2
            };
            assert_eq!(
                ran.err.lines().count(),
                told,
                "{name}: {args:?}: {}",
                ran.err
            );
        }
    }
}

#[test]
fn the_list_and_the_key_of_a_home_may_be_anything() {
    for (name, plant) in HOSTILE {
        let home = tempdir().unwrap();
        let (good, _) = left(home.path());
        let index = home.path().join("index.ron");
        let _ = fs::remove_file(&index);
        plant(&index);
        let ran = limited(home.path(), &["resume", &good, "--line"]);
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        plant(&home.path().join("identity.age"));
        for args in [&["rivers"][..], &["agreements", "--due"], &["doctor"]] {
            let ran = limited(home.path(), args);
            assert_eq!(ran.code, 1, "{name}: {args:?}: {} {}", ran.out, ran.err);
        }
    }
}

#[test]
fn a_hostile_pack_is_answered_for_little_work() {
    for (name, plant) in HOSTILE {
        let dir = tempdir().unwrap();
        let pack = dir.path().join("pack");
        fs::create_dir(&pack).unwrap();
        plant(&pack.join("pack.ron"));
        let pack = pack.to_str().unwrap();
        let why = match name {
            "huge" | "deep" => "pack.ron: larger than 256 KiB",
            _ => "pack.ron: not a regular file",
        };
        let ran = limited(&dir.path().join("home"), &["check", pack]);
        assert!(ran.out.contains(why), "{name}: {} {}", ran.out, ran.err);
        for args in [
            &["check", pack][..],
            &["practise", "--list", "--pack", pack],
            &["doctor", "--pack", pack],
        ] {
            let ran = limited(&dir.path().join("home"), args);
            assert_eq!(ran.code, 1, "{name}: {args:?}: {} {}", ran.out, ran.err);
        }
    }
}

#[test]
fn a_pack_too_deep_to_read_is_answered_and_one_in_other_clothes_is_read() {
    let dir = tempdir().unwrap();
    let pack = dir.path().join("pack");
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en");
    copied(&bundled, &pack);
    folder::files(&pack)
        .iter()
        .for_each(|path| in_other_clothes(path));
    let home = dir.path().join("home");
    let ran = limited(&home, &["check", pack.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    let bomb = format!(
        "(format: 1, id: \"gift\", floes: {}",
        "[".repeat(250 * 1024)
    );
    fs::write(pack.join("practices/gift.ron"), bomb).unwrap();
    fs::write(pack.join("detours.ron"), b"(\n\xff").unwrap();
    let ran = limited(&home, &["check", pack.to_str().unwrap()]);
    assert!(ran.out.contains("detours.ron:2: not UTF-8"), "{}", ran.out);
    fs::remove_file(pack.join("detours.ron")).unwrap();
    let ran = limited(&home, &["check", pack.to_str().unwrap()]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("gift.ron:1:"), "{}", ran.out);
}

/// The same text with a byte order mark and the line ends of another system.
fn in_other_clothes(path: &Path) {
    let text = fs::read_to_string(path).unwrap();
    fs::write(path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let dir = tempdir().unwrap();
    let home = dir.path().join("home");
    let (id, _) = left(&home);
    let before = run(&home, &["rivers", "--json"], "").out;
    folder::files(&home)
        .iter()
        .for_each(|path| in_other_clothes(path));
    assert_eq!(run(&home, &["rivers", "--json"], "").out, before);
    let ran = run(&home, &["doctor"], "");
    assert_eq!(ran.code, 0, "{}", ran.out);
    let ran = run(&home, &["resume", &id, "--line"], "");
    assert_eq!(ran.code, 0, "{}", ran.err);
}

/// Copies a folder the way careless programs do: permissions wide open, times anew, temporary files and locks as well.
fn copied(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    fs::set_permissions(to, fs::Permissions::from_mode(0o755)).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copied(&from, &to);
        } else {
            fs::write(&to, fs::read(&from).unwrap()).unwrap();
            fs::set_permissions(&to, fs::Permissions::from_mode(0o644)).unwrap();
        }
    }
}

#[test]
fn a_home_is_copied_and_moved_and_opened_again() {
    let dir = tempdir().unwrap();
    let [first, copy, moved] = ["first", "copy", "moved here"].map(|name| dir.path().join(name));
    let (id, _) = left(&first);
    let before = run(&first, &["rivers", "--json"], "").out;
    copied(&first, &copy);
    fs::rename(&first, &moved).unwrap();
    for home in [&copy, &moved] {
        assert_eq!(run(home, &["rivers", "--json"], "").out, before);
        let ran = run(home, &["resume", &id, "--line"], "/back\n");
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains("more words"), "{}", ran.out);
    }
    let ran = run(&moved, &["doctor"], "");
    assert_eq!(ran.code, 0, "{}", ran.out);
    let ran = run(&copy, &["doctor"], "");
    assert!(ran.out.contains("chmod go= "), "{}", ran.out);
}
