//! Holds the save to its promises on a disk that fails at every call and loses power at every call,
//! and holds the audit itself to finding the four usual ways to save wrongly.

mod disk;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use disk::audit::{
    Answer, KINDS, NEW, OLD, THEIRS, Way, audit, floes_way, in_place, path, settled,
    syncing_again_after_an_error, without_folder_sync, without_sync,
};
use disk::{Fault, Model};
use floe::store::atomic::{self, Fingerprint, SaveError, Saved};
use floe::store::beside::{self, Side};
use floe::store::damaged;
use proptest::prelude::*;

#[test]
fn a_save_is_the_old_version_or_the_new_under_every_fault_and_cut() {
    assert_eq!(
        audit(floes_way, &settled(Model::default())),
        Vec::<String>::new()
    );
}

#[test]
fn the_same_holds_where_files_cannot_have_two_names() {
    let base = settled(Model::default().without_links());
    assert_eq!(audit(floes_way, &base), Vec::<String>::new());
}

#[test]
fn the_audit_finds_the_usual_ways_to_save_wrongly() {
    let base = settled(Model::default());
    let mutants: [(Way, &str); 4] = [
        (without_sync, "torn or missing: at the end"),
        (without_folder_sync, "saved version lost: at the end"),
        (in_place, "old version damaged: StorageFull from write"),
        (
            syncing_again_after_an_error,
            "said saved and is not: StorageFull from sync",
        ),
    ];
    for (mutant, promise) in mutants {
        let broken = audit(mutant, &base);
        assert!(
            broken.iter().any(|found| found.starts_with(promise)),
            "{promise}: {broken:?}"
        );
    }
}

/// The way in which something takes the place of a damaged file.
fn mending(disk: &Model, path: &Path, bytes: &[u8]) -> Answer {
    let aside = damaged::replace(disk, path, bytes);
    aside.map(|_| true).map_err(std::io::Error::other)
}

#[test]
fn what_takes_the_place_of_a_damaged_file_is_there_or_the_file_is_which_is_never_lost() {
    for disk in [Model::default(), Model::default().without_links()] {
        let base = settled(disk);
        assert_eq!(audit(mending, &base), Vec::<String>::new());
        let whole = base.fork();
        assert!(matches!(mending(&whole, &path(), NEW), Ok(true)));
        let is_kept = |disk: &Model| disk.files().iter().any(|(_, bytes)| bytes == OLD);
        for at in 1..=whole.calls().len() {
            let cut = base.fork().cut_at(at);
            drop(mending(&cut, &path(), NEW));
            for left in cut.after_power_cut() {
                assert!(is_kept(&left), "cut in call {at}: {:?}", left.files());
            }
            for (kind, late) in KINDS
                .iter()
                .flat_map(|kind| [(*kind, false), (*kind, true)])
            {
                let disk = base.fork().failing(Fault { at, kind, late });
                drop(mending(&disk, &path(), NEW));
                assert!(
                    is_kept(&disk),
                    "{kind:?} from call {at}: {:?}",
                    disk.files()
                );
            }
        }
        for left in whole.after_power_cut() {
            assert!(is_kept(&left), "at the end: {:?}", left.files());
        }
    }
}

#[test]
fn a_first_save_leaves_nothing_or_everything() {
    let whole = Model::default();
    assert!(floes_way(&whole, &path(), NEW).unwrap());
    for at in 1..=whole.calls().len() {
        let cut = Model::default().cut_at(at);
        let answer = floes_way(&cut, &path(), NEW);
        for left in cut.after_power_cut() {
            let found = left.peek(&path());
            assert!(
                found.as_deref() == Some(NEW) || (found.is_none() && !matches!(answer, Ok(true))),
                "call {at}: {found:?}"
            );
        }
    }
}

#[test]
fn a_folder_that_is_not_confirmed_is_said_and_undoes_nothing() {
    let base = settled(Model::default());
    let whole = base.fork();
    assert!(floes_way(&whole, &path(), NEW).unwrap());
    let at = whole.calls().len();
    assert_eq!(whole.calls().last(), Some(&"sync_dir"));
    let disk = base.fork().failing(Fault {
        at,
        kind: ErrorKind::Other,
        late: false,
    });
    assert_eq!(
        atomic::save(&disk, &path(), NEW, 1, None).unwrap(),
        Saved::Unconfirmed
    );
    assert_eq!(disk.peek(&path()).as_deref(), Some(NEW));
}

#[test]
fn somebody_elses_version_is_never_touched_and_ours_stands_beside_it() {
    let base = settled(Model::default());
    base.plant(&path(), THEIRS);
    let beside = PathBuf::from("/d/s.conflict-7.ron");
    let ours = |disk: &Model| atomic::save(disk, &path(), NEW, 7, Some(Fingerprint::of(OLD)));
    let whole = base.fork();
    assert_eq!(
        ours(&whole).unwrap(),
        Saved::Conflict {
            beside: beside.clone(),
            confirmed: true
        }
    );
    for left in whole.after_power_cut() {
        assert_eq!(left.peek(&beside).as_deref(), Some(NEW));
    }
    // The same revision once more, from another start, takes another name.
    let again = ours(&whole).unwrap();
    assert_eq!(
        again,
        Saved::Conflict {
            beside: "/d/s.conflict-7-2.ron".into(),
            confirmed: true
        }
    );
    for at in 1..=whole.calls().len() {
        for kind in KINDS {
            let disk = base.fork().failing(Fault {
                at,
                kind,
                late: false,
            });
            // An answer that the file is gone is the one lie that cannot be seen through.
            if disk.peek(&path()).is_some() && (at, kind) == (1, ErrorKind::NotFound) {
                continue;
            }
            drop(ours(&disk));
            assert_eq!(
                disk.peek(&path()).as_deref(),
                Some(THEIRS),
                "{kind:?} at {at}"
            );
        }
        let cut = base.fork().cut_at(at);
        drop(ours(&cut));
        for left in cut.after_power_cut() {
            assert_eq!(left.peek(&path()).as_deref(), Some(THEIRS), "cut at {at}");
        }
    }
}

#[test]
fn a_file_that_is_gone_is_written_anew() {
    let disk = Model::default();
    let saved = atomic::save(&disk, &path(), NEW, 2, Some(Fingerprint::of(OLD)));
    assert_eq!(saved.unwrap(), Saved::Durable);
    assert_eq!(disk.peek(&path()).as_deref(), Some(NEW));
}

#[test]
fn a_failed_save_does_not_make_the_next_one_a_conflict() {
    let base = settled(Model::default());
    let calls = {
        let disk = base.fork();
        floes_way(&disk, &path(), NEW).unwrap();
        disk.calls().len() + 1
    };
    for at in 1..=calls {
        for (kind, late) in [(ErrorKind::StorageFull, false), (ErrorKind::Other, true)] {
            let disk = base.fork().failing(Fault { at, kind, late });
            let first = atomic::save(&disk, &path(), NEW, 1, Some(Fingerprint::of(OLD)));
            let known = if first.is_ok() { NEW } else { OLD };
            let second = atomic::save(&disk.fork(), &path(), NEW, 2, Some(Fingerprint::of(known)));
            assert_eq!(
                second.unwrap(),
                Saved::Durable,
                "{kind:?} at {at}, late: {late}"
            );
        }
    }
}

#[test]
fn what_is_melted_is_in_no_file_after_any_cut() {
    let base = settled(Model::default());
    base.plant(Path::new("/d/s.conflict-3.ron"), OLD);
    base.plant(Path::new("/d/s.conflict-3.ron.bak"), OLD);
    base.plant(Path::new("/d/.s.ron.1-1.tmp"), OLD);
    base.plant(Path::new("/d/t.ron"), THEIRS);
    assert!(floes_way(&base, &path(), NEW).unwrap());
    atomic::melt(&base, &path()).unwrap();
    for left in base.after_power_cut() {
        let files = left.files();
        assert_eq!(
            files,
            [(path(), NEW.to_vec()), ("/d/t.ron".into(), THEIRS.to_vec())]
        );
    }
}

#[test]
fn an_erased_file_is_gone_or_still_listed() {
    let base = settled(Model::default());
    base.plant(Path::new("/d/s.ron.damaged-1"), OLD);
    base.plant(Path::new("/d/s.ron.lock"), b"");
    let whole = base.fork();
    atomic::erase(&whole, &path()).unwrap();
    let rest = beside::all_of(&whole.fork(), &path()).unwrap();
    assert_eq!(rest, [(Side::Lock, PathBuf::from("/d/s.ron.lock"))]);
    for at in 1..=whole.calls().len() {
        let cut = base.fork().cut_at(at);
        assert!(atomic::erase(&cut, &path()).is_err());
        for left in cut.after_power_cut() {
            let words = left
                .files()
                .into_iter()
                .filter(|(_, bytes)| !bytes.is_empty())
                .count();
            assert!(
                words == 0 || left.peek(&path()).is_some(),
                "call {at}: {:?}",
                left.files()
            );
        }
    }
}

#[test]
fn more_than_a_file_may_have_is_refused_before_anything_is_touched() {
    let disk = Model::default();
    let bytes = vec![b'x'; usize::try_from(atomic::MAX_BYTES).unwrap() + 1];
    assert!(matches!(
        atomic::save(&disk, &path(), &bytes, 1, None),
        Err(SaveError::TooLarge(_))
    ));
    assert!(disk.calls().is_empty());
}

/// What may happen between two looks at the disk.
#[derive(Clone, Debug)]
enum Event {
    Save,
    SaveFailing(Fault),
    SaveCut { at: usize, left: usize },
    Cut { left: usize },
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let fault = (1..16_usize, 0..KINDS.len(), any::<bool>());
    let fault = fault.prop_map(|(at, kind, late)| Fault {
        at,
        kind: KINDS[kind],
        late,
    });
    let event = prop_oneof![
        3 => Just(Event::Save),
        3 => fault.prop_map(Event::SaveFailing),
        2 => (1..16_usize, 0..64_usize).prop_map(|(at, left)| Event::SaveCut { at, left }),
        1 => (0..64_usize).prop_map(|left| Event::Cut { left }),
    ];
    proptest::collection::vec(event, 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]
    #[test]
    fn no_history_of_saves_faults_and_cuts_loses_a_saved_version(events in events()) {
        let text = |rev: u64| format!("version {rev} ").repeat(5).into_bytes();
        let mut disk = Model::default();
        let (mut rev, mut durable, mut seen) = (0, 0, None);
        for event in events {
            disk = match &event {
                Event::SaveFailing(fault) => disk.fork().failing(*fault),
                Event::SaveCut { at, .. } => disk.fork().cut_at(*at),
                Event::Save | Event::Cut { .. } => disk.fork(),
            };
            if !matches!(event, Event::Cut { .. }) {
                rev += 1;
                match atomic::save(&disk, &path(), &text(rev), rev, seen) {
                    Ok(Saved::Durable) => (durable, seen) = (rev, Some(Fingerprint::of(&text(rev)))),
                    Ok(Saved::Unconfirmed) => seen = Some(Fingerprint::of(&text(rev))),
                    // A file said to be too large is nothing floe wrote.
                    Ok(Saved::Conflict { .. }) => {
                        let is_called_foreign = matches!(event, Event::SaveFailing(Fault { at: 1, kind: ErrorKind::FileTooLarge, .. }));
                        prop_assert!(is_called_foreign, "a conflict with nobody: {event:?}");
                    }
                    Err(_) => {}
                }
            }
            if let Event::SaveCut { left, .. } | Event::Cut { left } = event {
                let mut states = disk.after_power_cut();
                disk = states.swap_remove(left % states.len());
                seen = disk.peek(&path()).map(|bytes| Fingerprint::of(&bytes));
            }
            let found = disk.peek(&path());
            let is_whole = (durable..=rev).any(|version| {
                found.as_ref().map_or(version == 0, |found| *found == text(version))
            });
            prop_assert!(is_whole, "{found:?} after {durable} of {rev}");
        }
    }
}
