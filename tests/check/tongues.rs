//! Sentences in the place of others: what is one, what is said about those that don't fit, and what is bundled.

use crate::pack::{STREAM, edited, files, good, said};
use crate::pseudo;
use floe::content::{
    Language, check,
    coverage::{missing, sentences_of},
    library,
    source::File,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

fn reworded(sentences: &str) -> Vec<File> {
    let mut files = good();
    let text = format!("(format: 1, sentences: {{\n    {sentences}\n}})");
    files.push(File::new(format!("sentences/{STREAM}"), text));
    files
}

#[test]
fn what_does_not_fit_is_told_where_it_was_written() {
    let there = "pack/sentences/practices/stream.ron:2:";
    for (sentences, marked, says, help) in [
        (
            "\"HERE.feel.promt\": \"x\"",
            "\"HERE.feel.promt",
            "practices/stream.ron has no sentence called",
            "did you mean \"HERE.feel.prompt\"?",
        ),
        (
            "\"nowhere\": \"x\"",
            "\"nowhere",
            "has no sentence called \"nowhere\"",
            "joined by dots",
        ),
        (
            "\"HERE.feel.prompt\": \"How is {me}?\"",
            "\"How",
            "the blanks in it aren't those of the sentence it stands for",
            "there is none.",
        ),
        (
            "\"HERE.title\": \"a\", \"HERE.title\": \"b\"",
            "\"HERE",
            "there are two sentences called \"HERE.title\"",
            "",
        ),
        (
            "\"HERE.title\": \"Fifty columns are a few too many for such a title\"",
            "\"Fifty",
            "this is 49 columns wide",
            "",
        ),
        ("\"HERE.title\": 7", "7", "a text is missing here", ""),
    ] {
        let [sentences, marked, says, help] =
            [sentences, marked, says, help].map(|text| text.replace("HERE", &weather()));
        let column = 5 + sentences.rfind(&marked).expect("it is marked");
        let told = said(&reworded(&sentences));
        assert!(
            told.starts_with(&format!("{there}{column}: ")),
            "{column}\n{told}"
        );
        assert!(
            told.contains(&says) && told.contains(&help),
            "{says} {help}\n{told}"
        );
        assert_eq!(told.matches("pack/").count(), 1, "{told}");
    }
}

/// The way to the step of the good pack in which a feeling is picked.
fn weather() -> String {
    let all = good();
    let stream = all
        .iter()
        .find(|file| file.name == STREAM)
        .expect("it is there");
    let ids = sentences_of(stream).into_iter().map(|(id, _)| id);
    let mut ids = ids.filter_map(|id| Some(id.strip_suffix(".feel.prompt")?.to_owned()));
    ids.next().expect("a feeling is picked")
}

#[test]
fn there_is_a_file_for_the_sentences_or_it_is_told() {
    let mut files = good();
    files.push(File::new(
        "sentences/practices/strem.ron",
        "(format: 1, sentences: {})",
    ));
    files.push(File::new(
        "sentences/lists/feelings.ron",
        "(format: 1, sentences: {})",
    ));
    let told = said(&files);
    assert!(
        told.contains("did you mean sentences/practices/stream.ron?"),
        "{told}"
    );
    assert!(
        told.contains("sentences/lists/feelings.ron: floe reads no file"),
        "{told}"
    );
}

#[test]
fn a_problem_beside_an_exchanged_sentence_stays_in_its_file() {
    let here = weather();
    let sentences = format!(
        "\"{here}.feel.prompt\": \"And now?\", \"{here}.sentence.prompt\": \"Say it to {{other}} soon.\""
    );
    let files = reworded(&sentences);
    assert_eq!(said(&files), "(nothing)\n");
    let told = said(&edited(
        files,
        (STREAM, "list: \"feelings\"", "list: \"feelingz\""),
    ));
    assert!(told.starts_with("pack/practices/stream.ron:107:"), "{told}");
    assert!(
        told.contains("did you mean") || told.contains("Did you mean"),
        "{told}"
    );
}

/// Every text of a checked pack, and every id.
fn told(shown: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut texts, mut ids) = (Vec::new(), Vec::new());
    let mut parts = shown.split('"');
    let mut before = parts.next().unwrap_or_default();
    while let (Some(text), Some(after)) = (parts.next(), parts.next()) {
        match before.ends_with("Id(") {
            true => ids.push(text),
            false => texts.push(text),
        }
        before = after;
    }
    (texts, ids)
}

#[test]
fn every_text_of_the_checked_shape_is_a_sentence_and_no_id_is() {
    let files = library::completed(pseudo::files(pseudo::narrow), Language::ENGLISH);
    let pack = check::pack(&files, floe::words::KEYS);
    let mut pack = pack.unwrap_or_else(|problems| {
        let told: String = problems.iter().take(9).map(|one| one.render("")).collect();
        panic!("{told}")
    });
    assert!(
        pack.mirror.is_empty(),
        "nobody is heard in another language"
    );
    let words: Vec<String> = std::mem::take(&mut pack.words)
        .all()
        .into_values()
        .collect();
    pack.language.clear();
    // A quote inside a text would end it here.
    let shown = format!("{pack:?} {words:?}").replace("\\\"", "'");
    let (texts, ids) = told(&shown);
    assert!(
        texts.len() > 3000 && ids.len() > 2000,
        "{} {}",
        texts.len(),
        ids.len()
    );
    let plain = |text: &&&str| pseudo::said(text, |_| String::new()) != **text;
    let english: BTreeSet<_> = texts.iter().filter(plain).collect();
    assert!(english.is_empty(), "not among the sentences: {english:#?}");
    let changed: BTreeSet<_> = ids.iter().filter(|id| !id.is_ascii()).collect();
    assert!(changed.is_empty(), "no sentences: {changed:#?}");
}

#[test]
fn no_two_sentences_of_a_file_share_an_id() {
    for file in library::bundled_files(Language::ENGLISH) {
        let mut ids = BTreeMap::new();
        for (id, _) in sentences_of(&file) {
            *ids.entry(id).or_insert(0) += 1;
        }
        ids.retain(|_, times| *times > 1);
        let exchanged = File::new(format!("sentences/{}", file.name), "");
        assert!(
            ids.is_empty() || exchanged.exchanges().is_none(),
            "{}: {ids:?}",
            file.name
        );
    }
}

#[test]
fn every_file_of_a_language_is_bundled() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let spoken: Vec<&str> = Language::all().map(Language::code).collect();
    for entry in std::fs::read_dir(&content).expect("a folder") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_str().expect("text");
        let folder = content.join(name);
        if ["starter", "themes"].contains(&name) || !folder.is_dir() {
            continue;
        }
        assert!(spoken.contains(&name), "content/{name} isn't bundled");
        let language = Language::of(name).expect("it is spoken");
        let names = |files: Vec<File>| -> BTreeSet<String> {
            files.into_iter().map(|file| file.name).collect()
        };
        let (there, bundled) = (names(files(&folder)), names(library::own_files(language)));
        assert_eq!(there, bundled, "content/{name}");
    }
}

#[test]
fn every_language_is_whole_and_of_one_pack() {
    for language in Language::all() {
        let told = library::bundled(language, floe::words::KEYS).map_err(|problems| {
            let told = problems
                .iter()
                .map(|problem| problem.render(language.code()));
            told.collect::<String>()
        });
        let pack = Arc::new(told.unwrap_or_else(|told| panic!("{told}")));
        assert_eq!(
            (&*pack.language, &pack.id),
            (language.code(), &"floe".to_owned().into())
        );
        let heard = pack.mirror.is_empty() || floe::mirror::Mirror::of(&pack).is_some();
        assert!(
            heard,
            "the mirror of {} listens for another language",
            language.code()
        );
        assert_eq!(
            library::cover(language).expect("readable").words.all(),
            pack.words.all()
        );
    }
}

#[test]
fn every_language_says_everything() {
    let english = library::bundled_files(Language::ENGLISH);
    for language in Language::all().filter(|one| *one != Language::ENGLISH) {
        let left = missing(&library::own_files(language), &english);
        assert_eq!(left, [], "{}: floe check --coverage", language.code());
    }
}

#[test]
fn a_pack_with_sentences_offers_what_it_likes_of_what_it_is_lent() {
    let manifest = "(format: 1, id: \"p\", title: \"P\", language: \"en\", credits: [],
        practices: [(id: \"gift\", title: \"G\", about: \"A.\", minutes: 1, for_two: true)])";
    let sentences = "(format: 1, sentences: {\"yes\": \"aye\"})";
    let own = vec![
        File::new("pack.ron", manifest),
        File::new("sentences/words.ron", sentences),
    ];
    let files = library::completed(own, Language::ENGLISH);
    let pack = check::pack(&files, floe::words::KEYS).expect("no problems");
    assert_eq!(
        (pack.words.get("yes").as_deref(), pack.offers.len()),
        (Some("aye"), 1)
    );
    assert!(!pack.mirror.is_empty());
}
