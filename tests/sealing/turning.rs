//! A home is sealed and unsealed on a disk that fails at every call and loses power at every call: each file is whole
//! afterwards, open or sealed, and the next try goes on.

use crate::disk::audit::KINDS;
use crate::disk::{Fault, Model};
use floe::store::disk::Disk as _;
use floe::store::keeping::{Phase, spare_key};
use floe::store::seal::{Seal, SealError, is_sealed};
use floe::store::turning::{change_key, finish, seal, unseal};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const MARK: &[u8] = b"age-encryption.org/v1\n";
const KEY: &[u8] = b"age-encryption.org/v1\nthe key";

/// Turns every bit around behind the mark, and ends with a sum, so that what is torn is seen.
struct Toy;

impl Seal for Toy {
    fn close(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let sum = bytes.iter().fold(7_u8, |sum, byte| sum.wrapping_add(*byte));
        let turned = bytes.iter().map(|byte| !byte).chain([sum]);
        Ok(Zeroizing::new(MARK.iter().copied().chain(turned).collect()))
    }

    fn open(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let Some(rest) = bytes.strip_prefix(MARK) else {
            return Ok(Zeroizing::new(bytes.to_vec()));
        };
        let (_, rest) = rest.split_last().ok_or(SealError::Broken)?;
        let words = Zeroizing::new(rest.iter().map(|byte| !byte).collect::<Vec<_>>());
        let closed = self.close(&words)?;
        (*closed == bytes).then_some(words).ok_or(SealError::Broken)
    }
}

fn root() -> PathBuf {
    PathBuf::from("/d")
}

fn files() -> Vec<(PathBuf, Vec<u8>)> {
    let names = [
        "index.ron",
        "kb7.ron",
        "kb7.ron.bak",
        "kb7.conflict-3.ron",
        "kb7.ron.damaged-1",
        "kb7 (conflicted copy 2024).ron",
    ];
    let file = |name: &str| (root().join(name), format!("words of {name}").into_bytes());
    names.map(file).into()
}

fn open_home() -> Model {
    let disk = Model::default();
    for (path, bytes) in files() {
        disk.plant(&path, &bytes);
    }
    disk.plant(&root().join("kb7.ron.lock"), b"");
    disk.plant(&root().join("notes.txt"), b"somebody else's");
    disk.plant(&root().join(".kb7.ron.1-0.tmp"), b"half a save");
    disk
}

fn sealed_home() -> Model {
    let disk = open_home();
    seal(&disk, &root(), &Toy, KEY).unwrap();
    disk.fork()
}

fn phase(disk: &Model) -> Option<Phase> {
    Phase::of(disk, &root()).unwrap()
}

/// What is wrong with a home, whatever was done to it last.
fn broken(disk: &Model) -> Vec<String> {
    let phase = phase(disk);
    let mut broken = Vec::new();
    for (path, words) in files() {
        let bytes = disk.peek(&path).unwrap_or_default();
        let sealed = is_sealed(&bytes);
        let opened = Toy.open(&bytes).ok();
        if opened.as_deref() != Some(&words) {
            broken.push(format!("{}: not whole", path.display()));
        }
        let fits = match phase {
            None => !sealed,
            Some(Phase::Sealed) => sealed,
            Some(_) => true,
        };
        if !fits {
            broken.push(format!("{}: not as {phase:?} says", path.display()));
        }
    }
    if let Some(phase) = phase
        && disk.peek(&phase.key_in(&root())).as_deref() != Some(KEY)
    {
        broken.push("the key isn't whole".to_owned());
    }
    broken
}

type Way = fn(&Model) -> bool;

fn sealing(disk: &Model) -> bool {
    match Phase::of(disk, &root()) {
        Err(_) => false,
        Ok(None) => seal(disk, &root(), &Toy, KEY).is_ok(),
        Ok(Some(phase)) => finish(disk, &root(), &Toy, phase).is_ok(),
    }
}

fn unsealing(disk: &Model) -> bool {
    match Phase::of(disk, &root()) {
        Err(_) => false,
        Ok(None) => true,
        Ok(Some(Phase::Sealed)) => unseal(disk, &root(), &Toy).is_ok(),
        Ok(Some(phase)) => finish(disk, &root(), &Toy, phase).is_ok(),
    }
}

/// Goes each way under every cut and every fault; the next start finishes it.
fn sweep(base: &Model, way: Way, end: Option<Phase>) -> usize {
    let whole = base.fork();
    assert!(way(&whole));
    assert_eq!((phase(&whole), broken(&whole)), (end, Vec::new()));
    let calls = whole.calls().len();
    let mut found = 0;
    for at in 1..=calls {
        let cut = base.fork().cut_at(at);
        way(&cut);
        let faults = KINDS
            .iter()
            .flat_map(|kind| [false, true].map(|late| (*kind, late)));
        let failed = faults.map(|(kind, late)| {
            let disk = base.fork().failing(Fault { at, kind, late });
            way(&disk);
            disk.fork()
        });
        for left in cut.after_power_cut().into_iter().chain(failed) {
            found += 1;
            let left = left.fork();
            assert_eq!(broken(&left), Vec::<String>::new(), "call {at}");
            assert!(way(&left), "the next try, after call {at}");
            assert_eq!((phase(&left), broken(&left)), (end, Vec::new()));
        }
    }
    found
}

#[test]
fn wherever_sealing_stops_each_file_is_whole_and_the_next_start_goes_on() {
    assert!(sweep(&open_home(), sealing, Some(Phase::Sealed)) > 100);
}

#[test]
fn wherever_unsealing_stops_each_file_is_whole_and_the_next_start_goes_on() {
    assert!(sweep(&sealed_home(), unsealing, None) > 100);
}

#[test]
fn copies_are_sealed_too_and_other_peoples_files_are_left_alone() {
    let disk = sealed_home();
    for (path, bytes) in disk.files() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let ours = !["kb7.ron.lock", "notes.txt"].contains(&name);
        assert_eq!(is_sealed(&bytes), ours, "{name}");
    }
    assert!(disk.peek(&root().join(".kb7.ron.1-0.tmp")).is_none());
    assert_eq!(disk.peek(&spare_key(&root())).as_deref(), Some(KEY));
    assert!(unsealing(&disk));
    let names = |disk: &Model| disk.list(&root()).unwrap();
    let mut before = names(&open_home());
    before.retain(|name| name != ".kb7.ron.1-0.tmp");
    assert_eq!(names(&disk), before);
}

#[test]
fn nothing_is_begun_when_a_file_can_not_be_read() {
    let disk = sealed_home();
    let torn = root().join("kb7.ron.bak");
    let bytes = disk.peek(&torn).unwrap();
    disk.remove(&torn).unwrap();
    disk.plant(&torn, &bytes[..bytes.len() - 1]);
    let before = disk.files();
    let stopped = unseal(&disk, &root(), &Toy).unwrap_err();
    assert_eq!(stopped.path, torn);
    assert_eq!(disk.files(), before);
    assert_eq!(phase(&disk), Some(Phase::Sealed));
}

/// Closes words in such a way that others come back.
struct Forgetful;

impl Seal for Forgetful {
    fn close(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        Toy.close(&bytes[1..])
    }

    fn open(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        Toy.open(bytes)
    }
}

#[test]
fn no_open_file_goes_before_its_sealed_one_says_the_same() {
    let disk = open_home();
    let stopped = seal(&disk, &root(), &Forgetful, KEY).unwrap_err();
    assert_eq!(stopped.path, files()[0].0, "the first in the folder");
    assert_eq!(broken(&disk), Vec::<String>::new());
    assert!(
        disk.files()
            .iter()
            .all(|(path, _)| !path.to_string_lossy().ends_with(".tmp"))
    );
}

#[test]
fn an_open_file_that_comes_into_a_sealed_home_is_sealed_the_next_time() {
    let disk = sealed_home();
    let copy = root().join("old.ron");
    disk.plant(&copy, b"words");
    finish(&disk, &root(), &Toy, Phase::Sealed).unwrap();
    assert_eq!(*Toy.open(&disk.peek(&copy).unwrap()).unwrap(), b"words");
    assert!(is_sealed(&disk.peek(&copy).unwrap()));
}

#[test]
fn wherever_changing_the_passphrase_stops_one_of_the_two_opens_it() {
    const OTHER: &[u8] = b"age-encryption.org/v1\nanother passphrase";
    let base = sealed_home();
    let whole = base.fork();
    change_key(&whole, &root(), OTHER).unwrap();
    let at = |disk: &Model, path: &Path| disk.peek(path).unwrap();
    let (key, spare) = (Phase::Sealed.key_in(&root()), spare_key(&root()));
    assert_eq!([at(&whole, &key), at(&whole, &spare)], [OTHER, OTHER]);
    for call in 1..=whole.calls().len() {
        let cut = base.fork().cut_at(call);
        assert!(change_key(&cut, &root(), OTHER).is_err());
        for left in cut.after_power_cut() {
            let keys = [at(&left, &key), at(&left, &spare)];
            assert!(keys.iter().all(|bytes| bytes == KEY || bytes == OTHER));
            assert_eq!(broken(&left).len(), usize::from(keys[0] == OTHER));
        }
    }
}
