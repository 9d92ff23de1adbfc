//! Every sentence of the catalogue is said somewhere: none waits for a caller that has gone.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
    {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_sentence_is_said_somewhere() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut lists = Vec::new();
    sources(&src.join("words/keys"), &mut lists);
    let read = |path: &PathBuf| fs::read_to_string(path).unwrap();
    let catalogue: String = lists.iter().map(read).collect();
    let named = catalogue.match_indices(" = \"");
    let keys: Vec<&str> = named
        .filter_map(|(at, _)| catalogue.get(..at)?.split([' ', '\n']).next_back())
        .filter(|key| key.starts_with(char::is_uppercase))
        .collect();
    assert!(keys.len() > 80, "the catalogue was not found");
    let mut paths = Vec::new();
    sources(&src, &mut paths);
    paths.retain(|path| !lists.contains(path));
    // Where keys are given their meaning they call each other by their own type.
    let code: String = paths
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .map(|code| match code.contains("impl Key {") {
            true => code.replace("Self::", "Key::"),
            false => code,
        })
        .collect();
    let said = |key: &str| {
        let name = format!("Key::{key}");
        code.match_indices(&name).any(|(at, _)| {
            let after = code
                .get(at + name.len()..)
                .and_then(|rest| rest.chars().next());
            !after.is_some_and(|c| c.is_alphanumeric())
        })
    };
    let unsaid: Vec<_> = keys.into_iter().filter(|key| !said(key)).collect();
    assert!(unsaid.is_empty(), "nobody says: {}", unsaid.join(", "));
}
