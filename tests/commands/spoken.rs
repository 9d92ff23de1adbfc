//! Crossings in the languages floe speaks, from outside: no English sentence is heard in them.

use crate::support::answers::{fluent, walk};
use crate::support::walker::{Asked, Walker};
use floe::content::{Language, coverage::sentences_of, library};
use std::collections::BTreeMap;
use tempfile::tempdir;

/// So many letters make a piece of a sentence that nobody says by chance.
const TELLING: usize = 12;

/// Every sentence of a language by its file and id, as it is said.
fn sentences(language: Language) -> BTreeMap<String, String> {
    let files = library::bundled_files(language);
    let mut all = BTreeMap::new();
    // What exchanges sentences comes behind what it exchanges.
    for exchanges in [false, true] {
        for file in &files {
            let name = file.name.strip_prefix("sentences/");
            if name.is_some() != exchanges || file.name.starts_with("mirror/") {
                continue;
            }
            for (id, written) in sentences_of(file) {
                let said: String = ron::from_str(written).unwrap();
                all.insert(format!("{}:{id}", name.unwrap_or(&file.name)), said);
            }
        }
    }
    all
}

/// The parts of a sentence between its blanks that tell which language it is in.
fn pieces(sentence: &str) -> impl Iterator<Item = &str> {
    let between = sentence.split('{').map(|part| part.rsplit('}').next());
    let lines = between.flatten().flat_map(str::lines).map(str::trim);
    lines.filter(|piece| piece.contains(' ') && piece.len() >= TELLING)
}

/// What somebody who answers in English reads of a page in another language.
fn read(
    asked: &Asked,
    english: &BTreeMap<String, String>,
    own: &BTreeMap<String, String>,
) -> Asked {
    let mut text = asked.text.clone();
    let leads = ["as long as it takes", "agreements, thanks", "land now"];
    for (id, sentence) in english {
        let Some(said) = own.get(id) else { continue };
        if leads.iter().any(|lead| sentence.starts_with(lead)) {
            text = text.replace(said, sentence);
        }
        if ["keep", "melt"].contains(&&**sentence) {
            text = text.replace(&format!("1. {said}, "), &format!("1. {sentence}, "));
        }
    }
    Asked {
        text,
        tag: asked.tag.clone(),
    }
}

#[test]
fn whole_crossings_are_heard_in_one_language() {
    let english = sentences(Language::ENGLISH);
    for language in Language::all().filter(|one| one.code() != "en") {
        let own = sentences(language);
        let everything: String = own.values().map(|said| format!("{said}\n")).collect();
        let foreign: Vec<&str> = english
            .values()
            .flat_map(|sentence| pieces(sentence))
            .filter(|piece| !everything.contains(piece))
            .collect();
        assert!(foreign.len() > 2000, "{}", foreign.len());
        for words in [
            &["practise", "--me", "Ana", "--other", "Bo"][..],
            &["practise", "--pair", "--me", "Ana", "--other", "Bo"],
            &["practise", "gift", "--pair", "--me", "Ana", "--other", "Bo"],
            &["practise", "letting_go", "--me", "Ana", "--other", "Bo"],
            &["rehearse", "the_deposit"],
        ] {
            let home = tempdir().unwrap();
            let args = [&["--line", "--lang", language.code()], words].concat();
            let mut walker = Walker::piped(home.path(), &args);
            let mut answer = fluent("4.");
            walk(
                &mut walker,
                |asked| answer(&read(asked, &english, &own)),
                |_| false,
            );
            let ran = walker.ends();
            assert_eq!((ran.code, &*ran.err), (0, ""), "{args:?}");
            assert!(ran.out.len() > 1500, "{args:?}: {}", ran.out);
            let heard: Vec<_> = foreign
                .iter()
                .filter(|piece| ran.out.contains(**piece))
                .collect();
            assert!(heard.is_empty(), "{args:?}: {heard:#?}");
        }
    }
}
