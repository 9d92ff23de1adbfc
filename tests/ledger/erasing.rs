//! One agreement is erased, and the power goes anywhere on the way: it is there whole or gone, and a second try leaves
//! nothing of it.

use crate::disk::Model as Disk;
use crate::model::{Model, told};
use crate::story::{Dice, Outing, year};
use crate::year::{RIVER, shelf};
use floe::store::home::Home;
use floe::store::leave_out::Erasure;
use floe::store::seal::Plain;
use floe::store::shelf::Shelves;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const NOWHERE: [PathBuf; 0] = [];

/// The agreement of a year's beginning of which most crossings tell.
fn of_most(outings: &[Outing]) -> String {
    let all = outings.iter().flat_map(|outing| &outing.deeds);
    let crossings = |id: &String| {
        let tells = |outing: &&Outing| outing.deeds.iter().any(|(other, _)| other == id);
        outings.iter().filter(tells).count()
    };
    let most = all
        .map(|(id, _)| id)
        .max_by_key(|id| crossings(id))
        .unwrap();
    assert!(
        crossings(most) >= 3,
        "{most} is told of {} times",
        crossings(most)
    );
    most.clone()
}

fn without(outings: &[Outing], id: &str) -> Vec<Outing> {
    let mut left = outings.to_vec();
    for outing in &mut left {
        outing.deeds.retain(|(other, _)| other != id);
    }
    left
}

/// A home with one river, which has these files.
fn home(files: &[(PathBuf, Vec<u8>)]) -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(RIVER);
    fs::create_dir(&folder).unwrap();
    for (path, bytes) in files {
        fs::write(folder.join(path.file_name().unwrap()), bytes).unwrap();
    }
    (home, folder)
}

fn shelves(home: &TempDir) -> Shelves {
    Shelves::of(Home::at(home.path()))
}

/// The files that tell of an agreement: by its id, or by the words it was made with.
fn telling(folder: &Path, id: &str) -> Vec<PathBuf> {
    let (crossing, place) = id.split_once('.').unwrap();
    let made = format!("made on {crossing}, {place}\"");
    let entries = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.path());
    let tells = |path: &PathBuf| {
        let text = fs::read(path).unwrap();
        let text = String::from_utf8_lossy(&text);
        text.contains(id) || text.contains(&made)
    };
    entries.filter(tells).collect()
}

#[test]
fn wherever_the_power_goes_an_agreement_is_there_whole_or_gone() {
    let (outings, mut dice) = (year(11), Dice::new(11));
    let outings = &outings[..7];
    let id = of_most(outings);
    let before = shelf(outings, &mut dice);
    // Killed runs have left copies beside the crossing it was made on.
    let made = Path::new("/d").join(format!("{}.ron", id.split_once('.').unwrap().0));
    let old = before.peek(&made).unwrap();
    for side in [".bak".to_owned(), ".conflict-3.ron".to_owned()] {
        let name = made.to_str().unwrap();
        let name = if side == ".bak" {
            format!("{name}{side}")
        } else {
            name.replace(".ron", &side)
        };
        before.plant(Path::new(&name), &old);
    }
    let (whole, gone) = (
        Model::after(outings).told(),
        Model::after(&without(outings, &id)).told(),
    );
    let (planned_in, folder) = home(&before.files());
    let plan = Erasure::planned(&Plain, &folder, &id).unwrap();
    // The same files under the same names on the disk that loses power.
    let disk = Disk::default();
    for (path, bytes) in before.files() {
        disk.plant(&folder.join(path.file_name().unwrap()), &bytes);
    }
    let (mut cuts, mut seen_gone) = (0, 0);
    let mut seen = BTreeSet::new();
    loop {
        let cut = disk.fork().cut_at(cuts + 1);
        if plan.carry_out(&cut).is_ok() {
            break;
        }
        cuts += 1;
        for left in cut.after_power_cut() {
            if !seen.insert(left.files()) {
                continue;
            }
            let (home, folder) = home(&left.files());
            let found = told(&shelves(&home).river(RIVER).unwrap().ledger());
            assert!(found == whole || found == gone, "cut at call {cuts}");
            seen_gone += usize::from(found == gone);
            if seen.len() % 5 != 0 {
                continue;
            }
            match shelves(&home).forget(&id) {
                Ok(()) => {}
                Err(error) => assert_eq!(telling(&folder, &id), NOWHERE, "{error} at call {cuts}"),
            }
            assert_eq!(telling(&folder, &id), NOWHERE, "cut at call {cuts}");
            let found = told(&shelves(&home).river(RIVER).unwrap().ledger());
            assert_eq!(found, gone, "cut at call {cuts}");
        }
    }
    assert!(
        cuts > 40 && seen_gone > 40,
        "{cuts} calls, {seen_gone} times gone already"
    );
    drop(planned_in);
}

#[test]
fn the_next_save_on_the_river_finishes_what_was_interrupted() {
    use floe::store::desk::Desk;
    use floe::store::saver::Older;
    let (outings, mut dice) = (year(11), Dice::new(11));
    let id = of_most(&outings[..7]);
    let before = shelf(&outings[..7], &mut dice);
    let note = format!("(format: 2, agreements: [\"{id}\"])");
    before.plant(Path::new("/d/to-forget.ron"), note.as_bytes());
    let (home, folder) = home(&before.files());
    let found = shelves(&home).river(RIVER).unwrap();
    assert!(found.ledger().entries.iter().all(|entry| entry.id != id));
    assert!(telling(&folder, &id).len() > 3);
    let mut desk = Desk::fresh(shelves(&home), None);
    desk.keep(&outings[7].draft(), &found.river, Older::Keep);
    drop(desk);
    assert_eq!(telling(&folder, &id), NOWHERE);
    assert!(!folder.join("to-forget.ron").exists());
}

#[test]
fn of_anything_else_nothing_is_written() {
    let (outings, mut dice) = (year(11), Dice::new(11));
    let outings = &outings[..8];
    let id = format!("{}.1", outings[5].id);
    let (home, folder) = home(&shelf(outings, &mut dice).files());
    let tells = telling(&folder, &id);
    let others = || {
        let entries = fs::read_dir(&folder)
            .unwrap()
            .flatten()
            .map(|entry| entry.path());
        let mut others: Vec<_> = entries.filter(|path| !tells.contains(path)).collect();
        others.retain(|path| path.extension().is_some_and(|end| end == "ron"));
        others.sort();
        others
            .into_iter()
            .map(|path| {
                (
                    fs::read(&path).unwrap(),
                    path.metadata().unwrap().modified().unwrap(),
                )
            })
            .collect::<Vec<_>>()
    };
    let before = others();
    assert!(before.len() > 2);
    shelves(&home).forget(&id).unwrap();
    assert!(others() == before);
    assert_eq!(telling(&folder, &id), NOWHERE);
    let again = shelves(&home).forget(&id).unwrap_err().to_string();
    assert!(again.contains(&id), "{again}");
}

#[test]
fn a_copy_that_does_not_tell_of_it_stays() {
    let (outings, mut dice) = (year(11), Dice::new(11));
    let outings = &outings[..8];
    let id = format!("{}.1", outings[5].id);
    let (home, folder) = home(&shelf(outings, &mut dice).files());
    let tells = telling(&folder, &id);
    let crossings = fs::read_dir(&folder).unwrap().flatten();
    let other = crossings
        .map(|entry| entry.path())
        .find(|path| !tells.contains(path) && !path.ends_with("river.ron"))
        .unwrap();
    let copy = other.with_extension("conflict-3.ron");
    fs::copy(&other, &copy).unwrap();
    shelves(&home).forget(&id).unwrap();
    assert!(copy.exists(), "nothing else is left of what it holds");
}
