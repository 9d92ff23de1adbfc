//! `floe doctor` on a sealed home: it never asks, and tells what can be seen from outside. A copy of the folder opens.

use crate::support::{folder, run};
use crate::{PASSPHRASE, sealed};
use floe::store::keeping::{Phase, spare_key};
use serde_json::Value;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::tempdir;

/// A sealed home with a crossing in it.
fn home(dir: &Path) -> PathBuf {
    let home = dir.join("home");
    sealed(&home);
    let walk = [
        "practise",
        "one_agreement",
        "--line",
        "--me",
        "ZQ",
        "--other",
        "N",
    ];
    let input = format!("{PASSPHRASE}\nriver\n1\n1\n1\n1\n1\nZQwords\nmore\nhalf");
    assert_eq!(run(&home, &walk, &input).code, 0);
    home
}

/// How it is kept, and the kinds of what is wrong.
fn told(home: &Path) -> (String, Vec<String>) {
    // The passphrase lies ready, and isn't to be read.
    let ran = run(home, &["doctor", "--json"], PASSPHRASE);
    assert_eq!(ran.err, "");
    assert!(!ran.out.contains("ZQ"), "{}", ran.out);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let wrong: Vec<String> = told["wrong"]
        .as_array()
        .unwrap()
        .iter()
        .map(|wrong| text(&wrong["kind"]))
        .collect();
    assert_eq!(ran.code, i32::from(!wrong.is_empty()));
    (text(&told["home"]["kept"]), wrong)
}

fn is(kept: &str, wrong: &[&str]) -> (String, Vec<String>) {
    let wrong = wrong.iter().map(|wrong| (*wrong).to_owned());
    (kept.to_owned(), wrong.collect())
}

#[test]
fn what_can_be_seen_from_outside_is_told_without_the_passphrase() {
    let dir = tempdir().unwrap();
    let home = home(dir.path());
    assert_eq!(told(&home), is("sealed", &[]));
    let [half, key] = [Phase::Sealing, Phase::Sealed].map(|phase| phase.key_in(&home));
    fs::rename(&key, &half).unwrap();
    assert_eq!(told(&home), is("sealing", &["half_turned"]));
    fs::rename(&half, &key).unwrap();
    let plain = folder::crossings(&home)[0].with_file_name("abcdefg.ron");
    fs::write(&plain, "(format: 2").unwrap();
    fs::set_permissions(&plain, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(told(&home), is("sealed", &["damaged", "not_sealed"]));
    fs::remove_file(plain).unwrap();
    fs::remove_file(spare_key(&home)).unwrap();
    assert_eq!(told(&home), is("sealed", &["no_spare_key"]));
    assert_eq!(run(&home, &["rivers"], PASSPHRASE).code, 0);
    assert_eq!(told(&home), is("sealed", &[]), "as it said");
    for key in [key, spare_key(&home)] {
        fs::remove_file(key).unwrap();
    }
    assert_eq!(told(&home), is("open", &["no_key"]));
}

#[test]
fn a_sealed_home_is_copied_and_opens_with_its_passphrase() {
    let dir = tempdir().unwrap();
    let home = home(dir.path());
    let copy = dir.path().join("copy");
    for path in folder::files(&home) {
        let to = copy.join(path.strip_prefix(&home).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&path, to).unwrap();
    }
    let rivers = |home: &Path| run(home, &["rivers", "--json"], PASSPHRASE).out;
    let before = rivers(&home);
    assert!(before.contains("ZQ"), "{before}");
    fs::remove_dir_all(&home).unwrap();
    assert_eq!(rivers(&copy), before);
    assert_eq!(told(&copy), is("sealed", &["open_to_others"]));
}
