//! Bytes of strangers at every door, for a moment: what the fuzzer in `tests/fuzz` does for hours, and what it found.

#![cfg(feature = "tui")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    dead_code,
    reason = "a test fails by panicking, and shares its world with the tests of the screens"
)]

#[path = "fuzz/doors.rs"]
mod doors;
#[path = "screens/frame.rs"]
mod frame;
#[path = "screens/keyboard.rs"]
mod keyboard;
#[path = "screens/world.rs"]
mod world;

use proptest::prelude::*;
use std::fs;
use std::path::Path;

/// What takes bytes in.
type Door = fn(&[u8]);

const DOORS: [(&str, Door); 4] = [
    ("content", doors::content),
    ("session", |bytes| {
        doors::session(bytes);
    }),
    ("mirror", doors::mirror),
    ("keys", doors::keys),
];

/// What the fuzzer begins with at a door.
fn seeds(door: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/seeds")
        .join(door);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|file| fs::read(file).unwrap())
        .collect()
}

#[test]
fn every_seed_is_answered_at_its_door() {
    for (name, door) in DOORS {
        let seeds = seeds(name);
        assert!(seeds.len() > 1, "{name}");
        seeds.iter().for_each(|seed| door(seed));
    }
}

/// One change to some bytes.
#[derive(Debug, Clone)]
struct Change {
    at: usize,
    taken: usize,
    put: Vec<u8>,
}

impl Change {
    fn made_to(&self, bytes: &mut Vec<u8>) {
        let at = self.at % (bytes.len() + 1);
        let end = (at + self.taken).min(bytes.len());
        bytes.splice(at..end, self.put.iter().copied());
    }
}

fn change() -> impl Strategy<Value = Change> {
    let odd: &[&[u8]] = &[
        b"\x1b[31m",
        b"\\u{1b}",
        b"\\u{301}",
        b"\xc2\x9b",
        b"\xe2\x80\xae",
        b"\xff",
        b"\0",
        b"\"",
        b"\\",
        b"(",
        b"]",
        b"\x1bP",
        b"\x1bS\x01\x01",
        b"\x1bT",
        b"\x1b[A",
        b"\r",
        b"/*",
        b"99999999999",
        b"\xcc\x81\xcc\x81",
    ];
    let put = prop_oneof![
        3 => prop::sample::select(odd.to_vec()).prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    (any::<usize>(), 0..12_usize, put).prop_map(|(at, taken, put)| Change { at, taken, put })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_at_random_they_are_answered_too(
        which in any::<usize>(),
        changes in prop::collection::vec(change(), 1..5),
    ) {
        for (name, door) in DOORS {
            let seeds = seeds(name);
            let mut bytes = seeds[which % seeds.len()].clone();
            changes.iter().for_each(|change| change.made_to(&mut bytes));
            door(&bytes);
        }
    }
}

#[test]
fn the_files_it_begins_with_are_read_whole() {
    for seed in ["landed", "under_way", "under_way_two"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fuzz/seeds/session")
            .join(seed);
        assert_eq!(doors::session(&fs::read(file).unwrap()), 1, "{seed}");
    }
}
