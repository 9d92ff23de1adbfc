//! Whole years: whatever order the files are read in, whichever of them is lost, and wherever the power goes.

use crate::disk::Model as Disk;
use crate::model::{Model, told};
use crate::story::{Deed, Dice, OUTINGS, Outing, year};
use floe::content::View;
use floe::ledger::{Landed, Ledger, Life, fold};
use floe::session::{Record, River, Stage};
use floe::store::atomic;
use floe::store::home::Home;
use floe::store::shelf::Shelves;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folded(records: &[Record]) -> Ledger {
    let landed = records.iter().map(|record| {
        let Stage::Landed { ended, kept, .. } = &record.stage else {
            panic!("under way")
        };
        Landed {
            crossing: &record.header.id,
            at: *ended,
            kept,
        }
    });
    fold(&landed.collect::<Vec<_>>())
}

fn text(value: &impl serde::Serialize) -> Vec<u8> {
    ron::to_string(value).unwrap().into_bytes()
}

fn river() -> River {
    River {
        format: 2,
        id: "k3wq8ze".to_owned(),
        title: "After Sunday lunch".to_owned(),
        seats: Vec::new(),
    }
}

/// The ledger of the one river among these files, read as floe reads them.
fn read(files: &[(PathBuf, Vec<u8>)]) -> Ledger {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("k3wq8ze");
    fs::create_dir(&folder).unwrap();
    for (path, bytes) in files {
        fs::write(folder.join(path.file_name().unwrap()), bytes).unwrap();
    }
    let shelves = Shelves::of(Home::at(home.path()));
    shelves
        .river("k3wq8ze")
        .map(|shelved| shelved.ledger())
        .unwrap_or_default()
}

fn without(outings: &[Outing], lost: usize) -> impl Iterator<Item = &Outing> {
    let kept = outings
        .iter()
        .enumerate()
        .filter(move |(at, _)| *at != lost);
    kept.map(|(_, outing)| outing)
}

#[test]
fn a_year_holds_everything_that_can_happen() {
    let outings = year(7);
    let deeds = || {
        outings
            .iter()
            .flat_map(|outing| &outing.deeds)
            .map(|(_, deed)| deed)
    };
    let views: BTreeSet<View> = deeds()
        .filter_map(|deed| match deed {
            Deed::Marked { view, .. } => Some(*view),
            _ => None,
        })
        .collect();
    assert_eq!(views.len(), View::ALL.len());
    let wishes = deeds().filter(|deed| matches!(deed, Deed::Marked { wish: Some(_), .. }));
    assert!(wishes.count() > 10);
    let lives: BTreeSet<Life> = (1..=OUTINGS)
        .flat_map(|so_far| Model::after(&outings[..so_far]).lives().collect::<Vec<_>>())
        .collect();
    assert_eq!(lives.len(), 7, "{lives:?}");
}

/// Every disk a power cut may leave in the middle of the landing that comes after so many others, at this call; None
/// when the landing is through before.
fn cut(
    outings: &[Outing],
    before: &Disk,
    landing: usize,
    call: usize,
    dice: &mut Dice,
) -> Option<Vec<Disk>> {
    let disk = before.fork().cut_at(call);
    let saved = land(&disk, &outings[landing], dice);
    saved.is_err().then(|| disk.after_power_cut())
}

/// Saves a crossing as a sitting does: under way, and then landed, with nothing older left.
fn land(disk: &Disk, outing: &Outing, dice: &mut Dice) -> Result<(), atomic::SaveError> {
    let path = Path::new("/d").join(format!("{}.ron", outing.id));
    for record in [outing.draft(), outing.record(dice)] {
        atomic::save(disk, &path, &text(&record), record.rev, None)?;
    }
    atomic::melt(disk, &path)
}

/// The disk after so many crossings of the year.
fn shelf(outings: &[Outing], dice: &mut Dice) -> Disk {
    let disk = Disk::default();
    disk.plant(Path::new("/d/river.ron"), &text(&river()));
    for outing in outings {
        let path = Path::new("/d").join(format!("{}.ron", outing.id));
        disk.plant(&path, &text(&outing.record(dice)));
    }
    disk
}

/// What is on a disk is the year as far as it was before this landing, or with it.
fn is_before_or_after(disk: &Disk, outings: &[Outing], landing: usize) {
    let found = told(&read(&disk.files()));
    let before = Model::after(&outings[..landing]).told();
    if found != before {
        assert_eq!(
            found,
            Model::after(&outings[..=landing]).told(),
            "at landing {landing}"
        );
    }
}

#[test]
fn wherever_the_power_goes_in_a_landing_the_ledger_is_that_of_before_or_after() {
    let (outings, mut dice) = (year(3), Dice::new(3));
    let landing = 6;
    let before = shelf(&outings[..landing], &mut dice);
    let mut cuts = 0;
    while let Some(left) = cut(&outings, &before, landing, cuts + 1, &mut dice) {
        left.iter()
            .for_each(|disk| is_before_or_after(disk, &outings, landing));
        cuts += 1;
    }
    assert!(cuts > 15, "a landing is {cuts} calls");
    let whole = before.fork();
    land(&whole, &outings[landing], &mut dice).unwrap();
    assert_eq!(
        told(&read(&whole.files())),
        Model::after(&outings[..=landing]).told()
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn at_every_moment_of_a_year_the_ledger_is_what_was_done(seed: u64) {
        let (outings, mut dice) = (year(seed), Dice::new(seed));
        let records: Vec<Record> = outings.iter().map(|outing| outing.record(&mut dice)).collect();
        for so_far in 1..=OUTINGS {
            let mut records = records[..so_far].to_vec();
            dice.shuffle(&mut records);
            prop_assert_eq!(told(&folded(&records)), Model::after(&outings[..so_far]).told());
        }
    }

    #[test]
    fn with_a_file_lost_the_ledger_is_what_the_others_tell(seed: u64, lost in 0..OUTINGS) {
        let (outings, mut dice) = (year(seed), Dice::new(seed));
        let disk = shelf(&outings, &mut dice);
        let gone = Path::new("/d").join(format!("{}.ron", outings[lost].id));
        let mut files = disk.files();
        files.retain(|(path, _)| *path != gone);
        dice.shuffle(&mut files);
        let expected = Model::after(without(&outings, lost)).told();
        prop_assert_eq!(told(&read(&files)), expected.clone());
        // A file that is there and can't be read is as good as lost.
        files.push((gone, b"torn".to_vec()));
        prop_assert_eq!(told(&read(&files)), expected);
    }

    #[test]
    fn a_power_cut_at_any_moment_of_a_year_leaves_the_ledger_of_before_or_after(
        seed: u64, landing in 0..OUTINGS, call in 1..30_usize, which: usize,
    ) {
        let (outings, mut dice) = (year(seed), Dice::new(seed));
        let before = shelf(&outings[..landing], &mut dice);
        if let Some(left) = cut(&outings, &before, landing, call, &mut dice) {
            is_before_or_after(&left[which % left.len()], &outings, landing);
        }
    }
}
