//! Packs in the data folder: found by themselves, laid over floe's own words, listed, and left out where they are broken.

use crate::support::{folder, run};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tempfile::{TempDir, tempdir};

/// A pack of one practice, which lands at once and says this.
fn pack(at: &Path, practice: &str, title: &str, says: &str) {
    fs::create_dir_all(at.join("practices")).unwrap();
    let manifest = format!(
        "(format: 1, id: \"p\", title: \"Pack of {title}\", version: \"1.2\", language: \"en\", credits: [], practices: [\
        (id: \"{practice}\", title: \"{title}\", about: \"A small one.\", minutes: 1)])"
    );
    let walk = format!(
        "(format: 1, id: \"{practice}\", floes: [(id: \"one\", title: \"One\", purpose: \"To look.\", lean: Courage, steps: [\
        (id: \"look\", title: \"Look\", minutes: 1, why: \"To see.\", asks: [\
        (id: \"seen\", prompt: \"{says}\", ask: Line), (id: \"kept\", prompt: \"What stays?\", ask: Keep, then: Landed)])])])"
    );
    fs::write(at.join("pack.ron"), manifest).unwrap();
    fs::write(at.join(format!("practices/{practice}.ron")), walk).unwrap();
}

/// A home, and a folder for packs in it.
fn home() -> TempDir {
    let dir = tempdir().unwrap();
    fs::create_dir(dir.path().join("packs")).unwrap();
    dir
}

fn said(home: &Path, args: &[&str]) -> String {
    let ran = run(home, args, "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}: {ran:?}");
    ran.out
}

fn offered(home: &Path, args: &[&str]) -> Vec<String> {
    let list = said(home, &[args, &["practise", "--list", "--json"]].concat());
    let list: Value = serde_json::from_str(&list).unwrap();
    let titles = list.as_array().unwrap().iter();
    titles
        .map(|one| one["title"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_pack_in_the_data_folder_is_found_and_its_first_sentence_shows() {
    let dir = home();
    let before = offered(dir.path(), &[]);
    let lies = dir.path().join("packs/pebbles");
    said(dir.path(), &["pack", "new", lies.to_str().unwrap()]);
    let after = offered(dir.path(), &[]);
    assert_eq!(
        after,
        [&before[..], &["A pebble in the shoe".to_owned()]].concat()
    );
    let file = lies.join("practices/pebble.ron");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace("Who is it about? An initial", "Whose is it? An initial"),
    )
    .unwrap();
    let ran = run(
        dir.path(),
        &["--line", "practise", "pebble", "--no-save"],
        "",
    );
    assert!(
        ran.out.contains("Whose is it? An initial is plenty."),
        "{ran:?}"
    );
    // Rooms are shown nothing out of a home.
    let story = said(dir.path(), &["stage", "--list"]);
    fs::remove_dir_all(&lies).unwrap();
    assert_eq!(story, said(dir.path(), &["stage", "--list"]));
}

#[test]
fn of_one_id_the_later_name_holds_and_the_one_that_was_named_last_of_all() {
    let dir = home();
    for name in ["b", "a", "10"] {
        pack(
            &dir.path().join("packs").join(name),
            "hop",
            name,
            &format!("This is {name}."),
        );
    }
    let last = |args: &[&str]| offered(dir.path(), args).last().cloned().unwrap();
    assert_eq!(last(&[]), "b");
    let named = dir.path().join("named");
    pack(&named, "hop", "named", "This is the one.");
    let named = named.to_str().unwrap();
    assert_eq!(last(&["--pack", named]), "named");
    let walked = |args: &[&str]| {
        run(
            dir.path(),
            &[&["--line", "practise", "hop", "--no-save"], args].concat(),
            "",
        )
    };
    assert!(walked(&[]).out.contains("This is b."));
    assert!(walked(&["--pack", named]).out.contains("This is the one."));
    fs::rename(dir.path().join("packs/a"), dir.path().join("packs/c")).unwrap();
    assert!(walked(&[]).out.contains("This is a."));
}

#[test]
fn a_broken_one_is_left_out_and_told_of_where_it_belongs() {
    let dir = home();
    let packs = dir.path().join("packs");
    pack(&packs.join("good"), "hop", "Hop", "Hop.");
    pack(&packs.join("torn"), "hop", "Torn", "Torn.");
    fs::write(
        packs.join("torn/practices/hop.ron"),
        "(format: 1, id: \"hop\"",
    )
    .unwrap();
    pack(&packs.join("newer"), "hop", "Newer", "Newer.");
    let manifest = fs::read_to_string(packs.join("newer/pack.ron")).unwrap();
    fs::write(
        packs.join("newer/pack.ron"),
        manifest.replace("format: 1", "format: 2"),
    )
    .unwrap();
    assert_eq!(offered(dir.path(), &[]).last().unwrap(), "Hop");
    let walked = run(dir.path(), &["--line", "practise", "hop", "--no-save"], "");
    assert!(
        !format!("{walked:?}").contains("pack"),
        "nobody is told while they practise: {walked:?}"
    );
    let bank = run(dir.path(), &["--line"], "");
    let told = "Packs that can't be used: 2. Why: floe pack list";
    assert!(bank.out.contains(told), "{}", bank.out);
    let doctor = run(dir.path(), &["doctor", "--json"], "");
    let report: Value = serde_json::from_str(&doctor.out).unwrap();
    assert_eq!(report["packs"], json!({"found": 3, "left_out": 2}));
    let kinds: Vec<_> = report["wrong"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].clone())
        .collect();
    assert!(kinds.contains(&json!("packs")), "{kinds:?}");
    assert_eq!(report["home"]["others"], 0, "packs are known");
    assert!(
        !doctor.out.contains("torn"),
        "what people call their packs isn't told to strangers"
    );
    let torn = packs.join("torn");
    let named = run(
        dir.path(),
        &["--pack", torn.to_str().unwrap(), "practise", "--list"],
        "",
    );
    assert_eq!((named.code, named.err.lines().count()), (1, 2), "{named:?}");
    fs::remove_dir_all(torn).unwrap();
    fs::remove_dir_all(packs.join("newer")).unwrap();
    let bank = run(dir.path(), &["--line"], "");
    assert!(!bank.out.contains("pack"), "{}", bank.out);
}

/// A folder of packs of every kind.
fn shelf() -> TempDir {
    let dir = home();
    let packs = dir.path().join("packs");
    pack(&packs.join("a-hop"), "hop", "Hop", "Hop.");
    pack(
        &packs.join("b-other"),
        "crossing",
        "Another crossing",
        "Another.",
    );
    fs::create_dir(packs.join("a-hop/sentences")).unwrap();
    fs::write(
        packs.join("a-hop/sentences/words.ron"),
        "(format: 1, sentences: {\"yes\": \"aye\", \"no\": \"nay\"})",
    )
    .unwrap();
    pack(&packs.join("c-torn"), "hop", "Torn", "Torn.");
    fs::write(
        packs.join("c-torn/practices/hop.ron"),
        "(format: 1, id: \"hop\"",
    )
    .unwrap();
    for (name, language) in [("d-spanish", "es-AR"), ("e-klingon", "tlh")] {
        pack(&packs.join(name), "hop", "Salto", "Salto.");
        let file = packs.join(name).join("pack.ron");
        let manifest = fs::read_to_string(&file).unwrap();
        let manifest = manifest.replace("language: \"en\"", &format!("language: \"{language}\""));
        fs::write(file, manifest).unwrap();
    }
    // It needs what only b-other takes away.
    pack(&packs.join("f-clash"), "walk", "Walk", "Walk.");
    fs::create_dir(packs.join("f-clash/tracks")).unwrap();
    fs::write(
        packs.join("f-clash/tracks/short.ron"),
        "(format: 1, id: \"short\", of: \"crossing\", steps: [\"who_is_here\", \"keep\"])",
    )
    .unwrap();
    let file = packs.join("f-clash/pack.ron");
    let manifest = fs::read_to_string(&file).unwrap();
    let offer = "practices: [(id: \"short\", title: \"Short\", about: \"Less.\", minutes: 1), ";
    fs::write(file, manifest.replace("practices: [", offer)).unwrap();
    fs::create_dir(packs.join("g-empty")).unwrap();
    fs::write(packs.join("h.zip"), "PK").unwrap();
    dir
}

#[test]
fn the_list_says_what_each_brings_and_whether_it_can_be_used() {
    let dir = shelf();
    let told = said(dir.path(), &["pack", "list"]);
    let told = told.replace(dir.path().to_str().unwrap(), "HOME");
    let told = told.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    assert_eq!(told, include_str!("pack_list.txt"));
    let none = tempdir().unwrap();
    let told = said(none.path(), &["pack", "list"]);
    assert_eq!(told.lines().count(), 4, "{told}");
    assert!(folder::files(none.path()).is_empty());
}

#[test]
fn the_list_is_the_same_for_other_programs() {
    let dir = shelf();
    let list: Value = serde_json::from_str(&said(dir.path(), &["pack", "list", "--json"])).unwrap();
    let list = list.as_array().unwrap();
    let stands: Vec<_> = list
        .iter()
        .map(|one| {
            (
                one["name"].as_str().unwrap(),
                one["stands"].as_str().unwrap(),
            )
        })
        .collect();
    let expected = [
        ("floe", "whole"),
        ("a-hop", "whole"),
        ("b-other", "whole"),
        ("c-torn", "broken"),
        ("d-spanish", "other_language"),
        ("e-klingon", "other_language"),
        ("f-clash", "clash"),
        ("g-empty", "nameless"),
        ("h.zip", "no_folder"),
    ];
    assert_eq!(stands, expected);
    let path = dir.path().join("packs/a-hop");
    assert_eq!(
        list[1],
        json!({
            "name": "a-hop", "from": "home", "id": "p", "title": "Pack of Hop", "version": "1.2", "languages": ["en"],
            "path": path.to_str().unwrap(), "stands": "whole", "problems": 0,
            "adds": {"practices": 1}, "replaces": {"sentences": 2}, "leaves_out": 0,
        })
    );
    assert_eq!(list[0]["languages"], json!(["en", "es", "de"]));
}

#[test]
fn a_pack_of_another_language_comes_along_with_it() {
    let dir = shelf();
    assert!(!offered(dir.path(), &[]).contains(&"Salto".to_owned()));
    assert_eq!(
        offered(dir.path(), &["--lang", "es"]).last().unwrap(),
        "Salto"
    );
}

#[test]
fn the_one_that_was_named_goes_before_those_it_clashes_with() {
    let dir = shelf();
    let packs = dir.path().join("packs");
    fs::rename(packs.join("f-clash"), dir.path().join("named")).unwrap();
    let named = dir.path().join("named");
    let list = offered(dir.path(), &["--pack", named.to_str().unwrap()]);
    assert!(list.contains(&"Short".to_owned()), "{list:?}");
    assert!(!list.contains(&"Another crossing".to_owned()), "{list:?}");
}

#[test]
fn packs_are_no_rivers_and_stay_when_everything_is_erased() {
    let dir = home();
    pack(&dir.path().join("packs/hop"), "hop", "Hop", "Hop.");
    // Somebody has unpacked one a folder too high.
    pack(&dir.path().join("packs"), "hop", "Hop", "Hop.");
    let before = folder::files(&dir.path().join("packs"));
    assert_eq!(said(dir.path(), &["rivers", "--json"]).trim(), "[]");
    let ran = run(
        dir.path(),
        &["--line", "practise", "hop"],
        "A line\n/next\n",
    );
    assert!(ran.code == 0, "{ran:?}");
    for args in [&["forget", "packs", "--yes"][..], &["show", "packs"]] {
        assert_eq!(run(dir.path(), args, "").code, 1, "{args:?}");
    }
    assert_eq!(run(dir.path(), &["forget", "--all", "--yes"], "").code, 0);
    assert_eq!(folder::files(&dir.path().join("packs")), before);
    assert!(
        folder::crossings(dir.path())
            .iter()
            .all(|path| path.starts_with(dir.path().join("packs")))
    );
}

#[test]
fn what_was_begun_in_a_pack_goes_on_while_it_lies_there() {
    let dir = home();
    let lies = dir.path().join("packs/hop");
    pack(&lies, "hop", "Hop", "Hop.");
    let left = run(
        dir.path(),
        &["--line", "practise", "hop"],
        "A title\nA line\n/leave\n",
    );
    assert_eq!(left.code, 0, "{left:?}");
    assert_eq!(
        folder::crossings(dir.path()).len(),
        1 + 2,
        "one crossing, and two files of the pack"
    );
    let back = run(dir.path(), &["--line", "resume"], "");
    assert!(back.out.contains("What stays?"), "{back:?}");
    fs::rename(&lies, dir.path().join("hop")).unwrap();
    let gone = run(dir.path(), &["--line", "resume"], "");
    assert_eq!((gone.code, gone.err.lines().count()), (1, 2), "{gone:?}");
    assert!(gone.err.contains("other words"), "{}", gone.err);
    let named = dir.path().join("hop");
    let back = run(
        dir.path(),
        &["--line", "resume", "--pack", named.to_str().unwrap()],
        "",
    );
    assert!(back.out.contains("What stays?"), "{back:?}");
}
